//! Small flows of every construct, each with the verdict that BPMN's meaning asks for.

use super::super::{FaultKind, Verdict, prove};
use super::flow::Flow;
use crate::model::{Event, NodeId, NodeKind, Timer};

fn verdict(flow: &Flow) -> Verdict {
    prove(&flow.document, flow.document.main_process)
}

#[track_caller]
fn check(flow: &Flow, sound: bool, kinds: &[FaultKind]) {
    let verdict = verdict(flow);
    let got: Vec<FaultKind> = verdict.faults.iter().map(|fault| fault.kind).collect();
    assert_eq!((verdict.sound(), &got[..]), (Some(sound), kinds), "{verdict:#?}");
}

fn read(text: &str, sound: bool, kinds: &[FaultKind]) {
    check(&Flow::read(text), sound, kinds);
}

fn boundary(flow: &mut Flow, host: usize, trigger: Event, is_interrupting: bool) -> usize {
    let host = flow.nodes[host];
    let parent = flow.document.nodes.get(host).unwrap().parent;
    flow.add_in(flow.document.main_process, parent, NodeKind::BoundaryEvent { host, trigger, is_interrupting }, "edge")
}

fn message() -> Event {
    Event::Message("m".to_owned())
}

#[test]
fn inclusive_blocks_are_sound_whatever_is_chosen() {
    read("s o1 tA tB tC o2 e : 0>1 1>2 1>3 1>4 2>5 3>5 4>5 5>6", true, &[]);
    // Joined by a parallel gateway it waits for ways that were not taken, by an exclusive one it goes on for each.
    read("s o1 tA tB a2 e : 0>1 1>2 1>3 2>4 3>4 4>5", false, &[FaultKind::Deadlock]);
    read("s o1 tA tB x2 e : 0>1 1>2 1>3 2>4 3>4 4>5", false, &[FaultKind::EndTwice]);
}

#[test]
fn an_inclusive_join_takes_what_comes_from_other_gateways() {
    read("s x1 tA tB o2 e : 0>1 1>2 1>3 2>4 3>4 4>5", true, &[]);
    read("s a1 tA tB o2 e : 0>1 1>2 1>3 2>4 3>4 4>5", true, &[]);
}

#[test]
fn several_ways_out_of_a_step_are_taken_together() {
    read("s tA tB e : 0>1 1>2 1>3 2>3", false, &[FaultKind::EndTwice]);
    read("s tA tB tC a1 e : 0>1 1>2 1>3 2>4 3>4 4>5", true, &[]);
}

#[test]
fn two_ends_are_each_reached_once() {
    read("s a1 tA tB eX eY : 0>1 1>2 1>3 2>4 3>5", true, &[]);
    read("s x1 tA tB eX eY : 0>1 1>2 1>3 2>4 3>5", true, &[]);
}

#[test]
fn the_first_event_decides() {
    let mut flow = Flow::read("s r1 e : 0>1");
    let kinds = [NodeKind::CatchEvent(message()), NodeKind::CatchEvent(Event::Timer(Timer::Date("x".to_owned())))];
    for kind in kinds {
        let event = flow.add(kind, "event");
        flow.connect(1, event);
        flow.connect(event, 2);
    }
    check(&flow, true, &[]);
}

#[test]
fn each_start_event_begins_a_case_of_its_own() {
    read("s s tA e : 0>2 1>2 2>3", true, &[]);
    read("s s a1 e : 0>2 1>2 2>3", false, &[FaultKind::Deadlock]);
}

#[test]
fn an_end_that_terminates_takes_all_with_it() {
    let mut flow = Flow::read("s a1 tA tB e : 0>1 1>2 1>3 2>4");
    let end = flow.add(NodeKind::EndEvent(Event::Terminate), "terminate");
    flow.connect(3, end);
    check(&flow, true, &[]);
    // A join that could never be satisfied does no harm where the other way terminates.
    let mut flow = Flow::read("s a1 tA tB x1 a2 tC e : 0>1 1>2 1>3 2>4 4>5 4>5 5>7");
    let end = flow.add(NodeKind::EndEvent(Event::Terminate), "terminate");
    flow.connect(3, end);
    flow.connect(6, 7);
    assert_eq!(verdict(&flow).option_to_complete, Some(true));
}

#[test]
fn events_at_the_edge_of_a_step() {
    // Interrupting: instead of the step's own way.
    let mut flow = Flow::read("s tA eX eY : 0>1 1>2");
    let event = boundary(&mut flow, 1, message(), true);
    flow.connect(event, 3);
    check(&flow, true, &[]);
    let mut flow = Flow::read("s tA a1 e : 0>1 1>2 2>3");
    let event = boundary(&mut flow, 1, message(), true);
    flow.connect(event, 2);
    check(&flow, false, &[FaultKind::Deadlock]);
    // Not interrupting: beside it.
    let mut flow = Flow::read("s tA x1 e : 0>1 1>2 2>3");
    let event = boundary(&mut flow, 1, message(), false);
    flow.connect(event, 2);
    check(&flow, false, &[FaultKind::EndTwice]);
    let mut flow = Flow::read("s tA eX tB eY : 0>1 1>2 3>4");
    let event = boundary(&mut flow, 1, message(), false);
    flow.connect(event, 3);
    check(&flow, true, &[]);
}

/// Start, a sub-process with this inside, end; gives the place of the sub-process.
fn around(inside: &str) -> (Flow, NodeId) {
    let mut flow = Flow::read("s tS e : 0>1 1>2");
    let sub = flow.nodes[1];
    flow.document.nodes.get_mut(sub).unwrap().kind = NodeKind::SubProcess { is_event: false };
    inner(&mut flow, sub, inside);
    (flow, sub)
}

fn inner(flow: &mut Flow, parent: NodeId, text: &str) {
    let first = flow.nodes.len();
    let (nodes, ways) = text.split_once(" : ").unwrap();
    for node in nodes.split(' ') {
        flow.add_in(flow.document.main_process, Some(parent), Flow::kind(node.chars().next().unwrap()), &node[1..]);
    }
    for way in ways.split(' ') {
        let (from, to) = way.split_once('>').unwrap();
        flow.connect(first + from.parse::<usize>().unwrap(), first + to.parse::<usize>().unwrap());
    }
}

#[test]
fn a_sub_process_is_as_sound_as_its_inside() {
    let (flow, _) = around("s a1 tA tB a2 e : 0>1 1>2 1>3 2>4 3>4 4>5");
    check(&flow, true, &[]);
    let (flow, _) = around("s x1 tA tB a2 e : 0>1 1>2 1>3 2>4 3>4 4>5");
    check(&flow, false, &[FaultKind::Deadlock]);
    // A step after a sub-process that never ends is dead.
    let (mut flow, _) = around("s a1 tA e : 0>1 3>1 1>2 2>3");
    let step = flow.add(Flow::kind('t'), "after");
    flow.connect(1, step);
    flow.connect(step, 2);
    let dead = verdict(&flow).dead.unwrap();
    assert!(dead.contains(&flow.nodes[step]));
}

#[test]
fn a_timer_at_the_edge_frees_a_sub_process_that_is_stuck() {
    let (mut flow, _) = around("s x1 tA tB a2 e : 0>1 1>2 1>3 2>4 3>4 4>5");
    let event = boundary(&mut flow, 1, Event::Timer(Timer::Date("x".to_owned())), true);
    let end = flow.add(Flow::kind('e'), "late");
    flow.connect(event, end);
    assert_eq!(verdict(&flow).option_to_complete, Some(true));
}

#[test]
fn an_error_leaves_by_the_event_that_catches_it() {
    let (mut flow, sub) = around("s x1 tA e : 0>1 1>2 2>3");
    let thrown = flow.add_in(flow.document.main_process, Some(sub), NodeKind::EndEvent(Event::Error("F".to_owned())), "fault");
    flow.connect(4, thrown);
    let event = boundary(&mut flow, 1, Event::Error("F".to_owned()), true);
    let step = flow.add(Flow::kind('t'), "mend");
    flow.connect(event, step);
    let end = flow.add(Flow::kind('e'), "mended");
    flow.connect(step, end);
    check(&flow, true, &[]);
    // One that waits for another error never happens.
    let mut other = Flow { document: flow.document.clone(), nodes: flow.nodes.clone() };
    let edge = other.nodes[event];
    let NodeKind::BoundaryEvent { trigger, .. } = &mut other.document.nodes.get_mut(edge).unwrap().kind else { unreachable!() };
    *trigger = Event::Error("G".to_owned());
    assert_eq!(verdict(&other).dead.unwrap(), [other.nodes[step]]);
}

#[test]
fn links_jump() {
    let mut flow = Flow::read("s tA tB e : 0>1 2>3");
    let (throw, catch) = (NodeKind::ThrowEvent(Event::Link("L".to_owned())), NodeKind::CatchEvent(Event::Link("L".to_owned())));
    let (throw, catch) = (flow.add(throw, "throw"), flow.add(catch, "catch"));
    flow.connect(1, throw);
    flow.connect(catch, 2);
    check(&flow, true, &[]);
}

#[test]
fn a_process_that_calls_itself_is_not_decided() {
    let mut flow = Flow::read("s tA e : 0>1 1>2");
    let main = flow.document.main_process;
    flow.document.nodes.get_mut(flow.nodes[1]).unwrap().kind = NodeKind::CallActivity(Some(main));
    let verdict = verdict(&flow);
    assert_eq!((verdict.sound(), verdict.is_decided()), (None, false));
}
