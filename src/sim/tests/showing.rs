//! Counterexamples of the proof, played by the engine: it really gets stuck, really ends twice.

use super::super::soundness::tests::flow::Flow;
use super::super::soundness::tests::random::{Dice, make};
use super::super::soundness::{Counterexample, FaultKind, prove};
use super::super::{Happening, Offer, Program, Run, show};
use crate::model::{Document, NodeKind};
use jiff::civil::DateTime;
use std::sync::Arc;

fn played(document: &Document, counterexample: &Counterexample) -> (Run, usize) {
    let program = Program::compile(document, counterexample.process).unwrap();
    let mut run = Run::start(Arc::new(program), DateTime::constant(2026, 11, 23, 9, 0, 0, 0));
    let shown = show(&mut run, counterexample);
    (run, shown)
}

#[track_caller]
fn check(flow: &Flow) -> usize {
    let verdict = prove(&flow.document, flow.document.main_process);
    let mut shown = 0;
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
            _ => continue,
        }
        shown += 1;
    }
    shown
}

#[test]
fn a_choice_that_is_joined_as_if_all_ways_came_gets_stuck_in_play() {
    assert_eq!(check(&Flow::read("sstart tA xX tB tC aJ eend : 0>1 1>2 2>3 2>4 3>5 4>5 5>6")), 1);
}

#[test]
fn several_ways_chosen_at_an_inclusive_gateway_end_twice_in_play() {
    assert_eq!(check(&Flow::read("sstart tA oO tB tC xJ eend : 0>1 1>2 2>3 2>4 3>5 4>5 5>6")), 1);
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
    assert_eq!(check(&flow), 1);
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
    let shown: usize = (0..400).map(|_| check(&make(&mut dice, &['x', 'a']))).sum();
    assert!(shown > 60, "{shown}");
}
