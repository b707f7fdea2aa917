//! Counterexamples of the proof, played by the engine: it really gets stuck, goes round for ever, heaps up, ends twice.

use super::super::soundness::tests::flow::Flow;
use super::super::soundness::tests::random::{Dice, make};
use super::super::soundness::{Counterexample, FaultKind, prove};
use super::super::{Happening, Offer, Program, Run, Standing, Step, show};
use crate::model::{Document, FlowId, NodeKind, Subject};
use jiff::civil::DateTime;
use std::sync::Arc;

fn played(document: &Document, counterexample: &Counterexample) -> (Run, usize) {
    let program = Program::compile(document, counterexample.process).unwrap();
    let mut run = Run::start(Arc::new(program), DateTime::constant(2026, 11, 23, 9, 0, 0, 0));
    let shown = show(&mut run, counterexample);
    (run, shown)
}

#[track_caller]
fn check(flow: &Flow) -> Vec<FaultKind> {
    let verdict = prove(&flow.document, flow.document.main_process);
    let mut shown = Vec::new();
    for fault in &verdict.faults {
        let Some(counterexample) = &fault.counterexample else { continue };
        let (run, moves) = played(&flow.document, counterexample);
        let told = || format!("{fault:#?}\n{:?}", run.trace());
        match fault.kind {
            FaultKind::Deadlock => {
                assert_eq!(moves, counterexample.moves.len(), "{}", told());
                assert!(!run.tokens().is_empty(), "{}", told());
                assert!(run.enabled().iter().all(|offer| matches!(offer, Offer::Start { .. })), "{:?}\n{}", run.enabled(), told());
            }
            FaultKind::EndTwice => {
                let entered = run.trace().iter().filter(|event| event.what == Happening::Entered(fault.at)).count();
                assert!(entered > 1, "{}", told());
            }
            FaultKind::Livelock => {
                assert_eq!(moves, counterexample.moves.len(), "{}", told());
                stands_as_told(&flow.document, &run, counterexample);
                never_ends(run.clone());
            }
            FaultKind::Unbounded => {
                assert_eq!(moves, counterexample.moves.len(), "{}", told());
                stands_as_told(&flow.document, &run, counterexample);
            }
            FaultKind::Unsafe => {
                let entered = run.trace().iter().filter(|event| event.what == Happening::Entered(fault.at)).count();
                let waits = |standing: &Standing| standing.flow.is_some_and(|way| flow.document.flows.get(way).unwrap().to == fault.at);
                let waiting = run.tokens().into_iter().filter(waits).count();
                assert!(entered > 1 || waiting > 1, "{}", told());
            }
            FaultKind::Dead => continue,
        }
        shown.push(fault.kind);
    }
    shown
}

/// Where the proof says that a token waits for a person, the engine has one.
#[track_caller]
fn stands_as_told(document: &Document, run: &Run, counterexample: &Counterexample) {
    let steps = document.nodes.values().filter(|node| node.kind == NodeKind::UserTask).map(|node| node.id);
    for step in steps {
        let leads_there = |at: &&Subject| matches!(at, Subject::Flow(flow) if document.flows.get(*flow).unwrap().to == step);
        let told = counterexample.marking.iter().filter(leads_there).count();
        let here = run.tokens().iter().filter(|standing| standing.node == Some(step)).count();
        assert!(here >= told, "{here} of {told} at {step:?}: {counterexample:#?}\n{:?}", run.trace());
    }
}

/// Whatever is done from here, the case comes to no end.
#[track_caller]
fn never_ends(mut run: Run) {
    for turn in 0..60 {
        assert!(!run.tokens().is_empty(), "it ends after {turn} steps: {:?}", run.trace());
        let offers: Vec<Offer> = run.enabled().into_iter().filter(|offer| !matches!(offer, Offer::Start { .. })).collect();
        let step = match &offers[turn % offers.len()] {
            Offer::Task { at, .. } => Step::Complete { at: *at, entries: Vec::new() },
            Offer::Stuck { at, ways, .. } => Step::Choose { node: at.node, flow: ways[turn % ways.len()] },
            Offer::Event { at, .. } | Offer::Timer { at, .. } => Step::Trigger { at: *at, entries: Vec::new() },
            other => panic!("{other:?}"),
        };
        run.fire(step).unwrap();
    }
}

#[test]
fn a_choice_that_is_joined_as_if_all_ways_came_gets_stuck_in_play() {
    assert_eq!(check(&Flow::read("sstart tA xX tB tC aJ eend : 0>1 1>2 2>3 2>4 3>5 4>5 5>6")), [FaultKind::Deadlock]);
}

#[test]
fn several_ways_chosen_at_an_inclusive_gateway_end_twice_in_play() {
    assert_eq!(check(&Flow::read("sstart tA oO tB tC xJ eend : 0>1 1>2 2>3 2>4 3>5 4>5 5>6")), [FaultKind::EndTwice]);
}

/// A procedure in which a decision leads to one of two ends or into a sub-process; what is inside gets stuck.
fn with_sub_process() -> Flow {
    let mut flow = Flow::read("sstart tA xX eaway eend : 0>1 1>2 2>3");
    let sub = flow.add(NodeKind::SubProcess { is_event: false }, "sub");
    flow.connect(2, sub);
    flow.connect(sub, 4);
    let inside = Some(flow.nodes[sub]);
    let process = flow.document.main_process;
    let inner: Vec<usize> =
        "sxttae".chars().enumerate().map(|(place, sign)| flow.add_in(process, inside, Flow::kind(sign), &format!("i{place}"))).collect();
    for (from, to) in [(0, 1), (1, 2), (1, 3), (2, 4), (3, 4), (4, 5)] {
        flow.connect(inner[from], inner[to]);
    }
    flow
}

#[test]
fn a_sub_process_that_gets_stuck_is_come_to_from_the_beginning() {
    let flow = with_sub_process();
    assert_eq!(check(&flow), [FaultKind::Deadlock]);
    let fault = prove(&flow.document, flow.document.main_process).faults.remove(0);
    let (run, _) = played(&flow.document, &fault.counterexample.unwrap());
    assert_eq!(flow.key(fault.at), "i4");
    let entered: Vec<&str> = run.executed().into_iter().map(|node| flow.key(node)).collect();
    assert_eq!(entered[..6], ["start", "A", "X", "sub", "i0", "i1"]);
    assert!(
        !run.trace().iter().any(|event| matches!(event.what, Happening::Stuck { node, .. } if flow.key(node) == "X")),
        "no stop on the way"
    );
    assert_eq!(run.tokens().len(), 2, "one token in the sub-process, one before the join: {:?}", run.tokens());
}

#[test]
fn a_sub_process_to_which_no_way_is_found_is_not_played() {
    let mut flow = with_sub_process();
    let fault = prove(&flow.document, flow.document.main_process).faults.remove(0);
    let sub = flow.nodes[5];
    let way = flow.document.flows.values().find(|way| way.to == sub).unwrap().id;
    flow.document.flows.remove(way);
    let (run, moves) = played(&flow.document, &fault.counterexample.unwrap());
    assert_eq!((moves, run.history().len()), (0, 0));
}

#[test]
fn counterexamples_of_random_flows_play_as_they_are_told() {
    let mut dice = Dice(0xCA5E);
    let shown: Vec<FaultKind> = (0..400).flat_map(|_| check(&make(&mut dice, &['x', 'a']))).collect();
    for kind in [FaultKind::Deadlock, FaultKind::Unbounded, FaultKind::EndTwice, FaultKind::Unsafe] {
        let count = shown.iter().filter(|shown| **shown == kind).count();
        assert!(count > 8, "{kind:?}: {count}");
    }
}

#[test]
fn random_flows_that_lead_back_instead_of_to_their_end_go_round_in_play() {
    let mut dice = Dice(0x0C1C);
    let mut circles = 0;
    for _ in 0..80 {
        let mut flow = make(&mut dice, &['x']);
        let (first, end) = (flow.nodes[1], flow.nodes[2]);
        let ways: Vec<FlowId> = flow.document.flows.values().filter(|way| way.to == end).map(|way| way.id).collect();
        ways.into_iter().for_each(|way| flow.document.flows.get_mut(way).unwrap().to = first);
        circles += check(&flow).into_iter().filter(|kind| *kind == FaultKind::Livelock).count();
    }
    assert!(circles > 20, "{circles}");
}
