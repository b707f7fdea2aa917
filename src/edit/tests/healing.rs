//! Taking out of the flow, healing, and events between flow and edge.

use super::fixture::{Sample, add, append, flow, way};
use crate::edit::*;
use crate::model::*;

fn connect(editor: &mut Editor, from: NodeId, to: NodeId) {
    flow(editor, FlowCommand::Connect { from: Subject::Node(from), to: Subject::Node(to) });
}

/// `before` steps lead to a middle of this kind, which leads to `behind` steps.
fn star(kind: NodeKind, before: usize, behind: usize) -> (Editor, Vec<NodeId>, NodeId, Vec<NodeId>) {
    let mut editor = Editor::new(Document::empty("p", "P"));
    let process = editor.document().main_process;
    let middle = add(&mut editor, process, kind, 400.0, 400.0);
    let mut side = |x: f64, count: usize| -> Vec<NodeId> {
        (0..count).map(|row| add(&mut editor, process, NodeKind::Task, x, 150.0 * row as f64)).collect()
    };
    let (sources, targets) = (side(100.0, before), side(700.0, behind));
    for source in &sources {
        connect(&mut editor, *source, middle);
    }
    for target in &targets {
        connect(&mut editor, middle, *target);
    }
    (editor, sources, middle, targets)
}

#[test]
fn removal_heals_where_it_is_clear_what_belongs_together() {
    for (before, behind) in [(1, 1), (3, 1), (1, 3), (0, 2), (2, 0), (2, 2)] {
        let (mut editor, sources, middle, targets) = star(NodeKind::ExclusiveGateway, before, behind);
        editor.apply(Command::Remove(vec![Subject::Node(middle)])).unwrap();
        let is_clear = before == 1 || behind == 1;
        for source in &sources {
            for target in &targets {
                assert_eq!(way(editor.document(), *source, *target).is_some(), is_clear, "{before} before, {behind} behind");
            }
        }
        assert_eq!(editor.document().flows.len(), if is_clear { before * behind } else { 0 });
    }
}

#[test]
fn a_way_that_says_something_is_not_lost_to_several() {
    let (mut editor, sources, middle, _) = star(NodeKind::ExclusiveGateway, 1, 2);
    let into = editor.document().flows.get(way(editor.document(), sources[0], middle).unwrap()).unwrap().clone();
    editor.apply(Command::Put(Record::Flow(SequenceFlow { name: "ja".into(), ..into }))).unwrap();
    editor.apply(Command::Remove(vec![Subject::Node(middle)])).unwrap();
    assert_eq!(editor.document().flows.len(), 0);
}

#[test]
fn conditions_of_the_ways_that_remain_are_kept() {
    let (mut editor, sources, middle, targets) = star(NodeKind::Task, 2, 1);
    let into = editor.document().flows.get(way(editor.document(), sources[1], middle).unwrap()).unwrap().clone();
    editor.apply(Command::Put(Record::Flow(SequenceFlow { condition: "a > 1".into(), ..into.clone() }))).unwrap();
    editor.apply(Command::Remove(vec![Subject::Node(middle)])).unwrap();
    let kept = editor.document().flows.get(way(editor.document(), sources[1], targets[0]).unwrap()).unwrap();
    assert_eq!((kept.id, kept.condition.as_str()), (into.id, "a > 1"));
}

#[test]
fn a_step_taken_out_stays_on_the_canvas() {
    let mut s = Sample::new();
    let place = s.bounds(s.yes);
    let name = s.editor.apply(Command::Flow(FlowCommand::TakeOut { node: s.yes })).unwrap().name;
    let d = s.document();
    assert_eq!((name, s.bounds(s.yes)), (CommandName::TakeOut, place));
    assert!(way(d, s.gateway, s.sub_process).is_some());
    assert_eq!(d.incoming(s.yes).count() + d.outgoing(s.yes).count(), 0);
    assert_eq!(s.flow(FlowCommand::TakeOut { node: s.yes }), Err(Refusal::NotInFlow));
    assert_eq!(s.flow(FlowCommand::TakeOut { node: s.boundary }), Err(Refusal::BoundaryStaysBoundary));
}

#[test]
fn a_step_taken_out_keeps_its_boundary_events_and_their_ways() {
    let mut s = Sample::new();
    let ways = s.document().outgoing(s.boundary).count();
    s.flow(FlowCommand::TakeOut { node: s.task }).unwrap();
    assert_eq!((s.document().outgoing(s.boundary).count(), ways), (1, 1));
    assert!(way(s.document(), s.start, s.gateway).is_some());
}

fn is_at(d: &Document, event: NodeId, host: NodeId) -> bool {
    let [at, edge] = [event, host].map(|node| d.diagram.shapes.get(Subject::Node(node)).unwrap().bounds);
    let middle = at.centre();
    let on = |a: f64, b: f64| (a - b).abs() < 0.001;
    d.nodes.get(event).unwrap().kind.host() == Some(host)
        && (on(middle.x, edge.x) || on(middle.x, edge.right()) || on(middle.y, edge.y) || on(middle.y, edge.bottom()))
}

#[test]
fn an_event_slides_along_the_edge_of_its_host() {
    let mut s = Sample::new();
    let host = s.bounds(s.task);
    s.shift(s.boundary, -400.0, -20.0).unwrap();
    assert!(is_at(s.document(), s.boundary, s.task));
    assert_eq!(s.bounds(s.boundary).centre().x, host.x);
}

#[test]
fn an_event_goes_to_another_activity_with_its_way_out() {
    let mut s = Sample::new();
    let out: Vec<NodeId> = s.document().outgoing(s.boundary).map(|flow| flow.to).collect();
    let at = Point::new(s.bounds(s.no).centre().x, s.bounds(s.no).bottom());
    s.flow(FlowCommand::Attach { event: s.boundary, host: Some(s.no), at }).unwrap();
    assert!(is_at(s.document(), s.boundary, s.no));
    assert_eq!(s.bounds(s.boundary).centre(), at);
    assert_eq!(s.document().outgoing(s.boundary).map(|flow| flow.to).collect::<Vec<_>>(), out);
    let inside = FlowCommand::Attach { event: s.boundary, host: Some(s.inner), at: s.bounds(s.inner).corner() };
    assert_eq!(s.flow(inside), Err(Refusal::CrossesSubProcess), "its way out would leave the sub-process");
    let start = FlowCommand::Attach { event: s.boundary, host: Some(s.gateway), at };
    assert_eq!(s.flow(start), Err(Refusal::NotAnActivity));
}

#[test]
fn an_event_comes_off_the_edge_and_goes_back() {
    let mut s = Sample::new();
    let at = Point::new(s.bounds(s.task).centre().x, s.bounds(s.task).bottom() + 100.0);
    s.flow(FlowCommand::Attach { event: s.boundary, host: None, at }).unwrap();
    assert!(matches!(&s.document().nodes.get(s.boundary).unwrap().kind, NodeKind::CatchEvent(Event::Timer(_))));
    assert_eq!((s.bounds(s.boundary).centre(), s.document().outgoing(s.boundary).count()), (at, 1));
    s.flow(FlowCommand::Attach { event: s.boundary, host: Some(s.task), at }).unwrap();
    assert!(is_at(s.document(), s.boundary, s.task));
}

#[test]
fn an_event_of_the_flow_loses_what_leads_to_it_at_the_edge() {
    let mut s = Sample::new();
    let event = append(&mut s.editor, s.no, NodeKind::CatchEvent(Event::Message("Antwort".into())));
    let end = append(&mut s.editor, event, NodeKind::EndEvent(Event::None));
    let at = s.bounds(s.no).corner();
    s.flow(FlowCommand::Attach { event, host: Some(s.no), at }).unwrap();
    let d = s.document();
    assert!(is_at(d, event, s.no) && way(d, event, end).is_some());
    assert_eq!(d.incoming(event).count(), 0);
    assert_eq!(d.nodes.get(event).unwrap().kind.event(), Some(&Event::Message("Antwort".into())));
}

#[test]
fn what_waits_only_at_an_edge_or_only_in_the_flow_stays_there() {
    let mut s = Sample::new();
    let at = Point::new(100.0, 900.0);
    let trigger = Event::Error(String::new());
    let made = flow(&mut s.editor, FlowCommand::AddBoundaryEvent { host: s.yes, trigger, is_interrupting: true, at: None });
    let error = made[0].node().unwrap();
    assert_eq!(s.flow(FlowCommand::Attach { event: error, host: None, at }), Err(Refusal::OnlyAtEdge));
    let main = s.document().main_process;
    let link = add(&mut s.editor, main, NodeKind::CatchEvent(Event::Link("L".into())), 300.0, 300.0);
    for event in [link, s.start, s.task] {
        assert_eq!(s.flow(FlowCommand::Attach { event, host: Some(s.yes), at }), Err(Refusal::NotAWaitingEvent));
    }
}

#[test]
fn many_taken_out_at_once_leave_what_they_leave_one_after_the_other() {
    let mut dice = 5_u32;
    let mut throw = |below: usize| {
        dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (dice >> 16) as usize % below
    };
    for _ in 0..40 {
        let mut editor = Editor::new(Document::empty("p", "P"));
        let process = editor.document().main_process;
        let kinds = [NodeKind::Task, NodeKind::ExclusiveGateway, NodeKind::ParallelGateway];
        let nodes: Vec<NodeId> = (0..8).map(|at| add(&mut editor, process, kinds[throw(3)].clone(), 200.0 * f64::from(at), 0.0)).collect();
        for _ in 0..12 {
            let (from, to) = (nodes[throw(8)], nodes[throw(8)]);
            let _ = editor.apply(Command::Flow(FlowCommand::Connect { from: Subject::Node(from), to: Subject::Node(to) }));
        }
        let gone: Vec<Subject> = nodes.iter().copied().filter(|_| throw(2) == 0).map(Subject::Node).collect();
        let mut single = editor.clone();
        for subject in &gone {
            single.apply(Command::Remove(vec![*subject])).unwrap();
        }
        if !gone.is_empty() {
            editor.apply(Command::Remove(gone)).unwrap();
        }
        assert_eq!(editor.document().flows, single.document().flows);
    }
}
