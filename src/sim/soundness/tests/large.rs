//! Large flows of known shape.

use super::super::{FaultKind, prove};
use super::flow::Flow;
use crate::model::NodeKind;

/// Branches side by side, each of so many steps.
fn parallel(branches: usize, steps: usize) -> Flow {
    let mut flow = Flow::new();
    let start = flow.add(Flow::kind('s'), "start");
    let (split, join, end) = (flow.add(Flow::kind('a'), "split"), flow.add(Flow::kind('a'), "join"), flow.add(Flow::kind('e'), "end"));
    flow.connect(start, split);
    flow.connect(join, end);
    for branch in 0..branches {
        let mut last = split;
        for step in 0..steps {
            let next = flow.add(Flow::kind('t'), &format!("t{branch}_{step}"));
            flow.connect(last, next);
            last = next;
        }
        flow.connect(last, join);
    }
    flow
}

/// Blocks one after the other: a split of this kind, three steps, a join of that kind; the last block may have another join.
fn blocks(count: usize, split: char, join: char, last_join: char) -> Flow {
    let mut flow = Flow::new();
    let mut before = flow.add(Flow::kind('s'), "start");
    for block in 0..count {
        let join = if block + 1 == count { last_join } else { join };
        let (from, to) = (flow.add(Flow::kind(split), &format!("split{block}")), flow.add(Flow::kind(join), &format!("join{block}")));
        flow.connect(before, from);
        for step in 0..3 {
            let step = flow.add(Flow::kind('t'), &format!("t{block}_{step}"));
            flow.connect(from, step);
            flow.connect(step, to);
        }
        before = to;
    }
    let end = flow.add(Flow::kind('e'), "end");
    flow.connect(before, end);
    flow
}

#[test]
fn ten_thousand_nodes_are_proved_sound() {
    for flow in [parallel(100, 100), parallel(5000, 2), blocks(2000, 'a', 'a', 'a'), blocks(2000, 'x', 'x', 'x')] {
        let verdict = prove(&flow.document, flow.document.main_process);
        assert_eq!((verdict.sound(), verdict.safe, verdict.faults.len()), (Some(true), Some(true), 0));
    }
}

#[test]
fn the_last_of_two_thousand_blocks_deadlocks() {
    let flow = blocks(2000, 'x', 'x', 'a');
    let verdict = prove(&flow.document, flow.document.main_process);
    assert_eq!((verdict.option_to_complete, verdict.bounded, verdict.safe), (Some(false), Some(true), Some(true)));
    let fault = &verdict.faults[0];
    assert_eq!(
        (fault.kind, flow.key(fault.at), fault.cause.map(|cause| flow.key(cause))),
        (FaultKind::Deadlock, "join1999", Some("split1999"))
    );
}

#[test]
fn ways_that_are_not_joined_are_named_by_where_they_part_and_meet() {
    let flow = blocks(2000, 'a', 'a', 'x');
    let verdict = prove(&flow.document, flow.document.main_process);
    assert_eq!((verdict.option_to_complete, verdict.proper_completion, verdict.safe), (Some(true), Some(false), Some(false)));
    let fault = &verdict.faults[0];
    assert_eq!((fault.kind, fault.cause.map(|cause| flow.key(cause))), (FaultKind::EndTwice, Some("split1999")));
    assert_eq!(fault.meets.map(|meets| flow.key(meets)), Some("join1999"));
}

/// A chain of so many steps leads to a sub-process, and from there back to itself for ever.
fn circle_after(steps: usize) -> Flow {
    let mut flow = Flow::new();
    let sub = flow.add(NodeKind::SubProcess { is_event: false }, "sub");
    let inside = Some(flow.nodes[sub]);
    let process = flow.document.main_process;
    let inner = ['s', 't', 'e'].map(|sign| flow.add_in(process, inside, Flow::kind(sign), &format!("inner {sign}")));
    inner.windows(2).for_each(|pair| flow.connect(pair[0], pair[1]));
    let mut last = flow.add(Flow::kind('s'), "start");
    for step in 0..steps {
        let next = flow.add(Flow::kind('t'), &format!("t{step}"));
        flow.connect(last, next);
        last = next;
    }
    flow.connect(last, sub);
    flow.connect(sub, sub);
    flow
}

#[test]
fn a_circle_round_a_sub_process_is_told_however_long_the_way_to_it() {
    for steps in [3, 400] {
        let flow = circle_after(steps);
        let verdict = prove(&flow.document, flow.document.main_process);
        let told: Vec<(FaultKind, &str)> = verdict.faults.iter().map(|fault| (fault.kind, flow.key(fault.at))).collect();
        assert_eq!((verdict.option_to_complete, &told[..]), (Some(false), &[(FaultKind::Livelock, "sub")][..]));
        let run = verdict.faults[0].counterexample.as_ref().unwrap();
        assert!(run.repeats_from.is_some_and(|from| from < run.moves.len()), "it goes round");
    }
}
