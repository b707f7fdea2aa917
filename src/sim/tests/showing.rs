//! Counterexamples of the proof, played by the engine: it really gets stuck, really ends twice.

use super::super::soundness::tests::flow::Flow;
use super::super::soundness::tests::random::{Dice, make};
use super::super::soundness::{Counterexample, FaultKind, prove};
use super::super::{Happening, Offer, Program, Run, show};
use crate::model::Document;
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

#[test]
fn counterexamples_of_random_flows_play_as_they_are_told() {
    let mut dice = Dice(0xCA5E);
    let shown: usize = (0..400).map(|_| check(&make(&mut dice, &['x', 'a']))).sum();
    assert!(shown > 60, "{shown}");
}
