//! Closed sub-processes have a canvas of their own; opened ones push aside what stands in their way.

use super::fixture::{add, append, bounds, flow, node, start_kind};
use crate::edit::*;
use crate::layout::auto::Extent;
use crate::layout::course::Segment;
use crate::model::*;

/// A step, a sub-process and a step in a row; the sub-process holds a start and a step and is closed.
struct Closed {
    editor: Editor,
    process: ProcessId,
    sub_process: NodeId,
    inner: NodeId,
    behind: NodeId,
}

fn closed() -> Closed {
    let mut editor = Editor::new(Document::empty("p", "P"));
    let process = editor.document().main_process;
    let first = add(&mut editor, process, NodeKind::Task, 100.0, 300.0);
    let sub_process = append(&mut editor, first, NodeKind::SubProcess { is_event: false });
    flow(&mut editor, FlowCommand::SetExpanded { node: sub_process, is_expanded: false });
    let behind = append(&mut editor, sub_process, NodeKind::Task);
    let at = bounds(editor.document(), Subject::Node(first)).centre();
    // On the same spot as a step outside: it is another canvas.
    let begin = FlowCommand::AddNode { process, kind: start_kind(), name: String::new(), at };
    let begin = node(&flow(&mut editor, within(sub_process, begin)));
    let inner = append(&mut editor, begin, NodeKind::Task);
    Closed { editor, process, sub_process, inner, behind }
}

fn within(sub_process: NodeId, command: FlowCommand) -> FlowCommand {
    FlowCommand::Within { sub_process, command: Box::new(command) }
}

fn place(editor: &Editor, node: NodeId) -> Bounds {
    bounds(editor.document(), Subject::Node(node))
}

#[test]
fn what_is_put_on_the_canvas_of_a_sub_process_stands_in_it() {
    let it = closed();
    let document = it.editor.document();
    let parents: Vec<_> = document.nodes.values().map(|node| node.parent).collect();
    assert_eq!(parents, [None, None, None, Some(it.sub_process), Some(it.sub_process)]);
    assert_eq!(document.plane_of(Subject::Node(it.inner)), Some(it.sub_process));
    // Nothing outside is in the way of the line inside.
    let course = &document.diagram.edges.iter().last().unwrap().1.waypoints;
    assert_eq!(course.len(), 2, "{course:?}");
}

#[test]
fn moving_inside_keeps_inside_and_moving_the_closed_step_leaves_its_canvas_alone() {
    let mut it = closed();
    let before = place(&it.editor, it.inner);
    flow(&mut it.editor, FlowCommand::Move { subjects: vec![Subject::Node(it.sub_process)], by: Vector::new(0.0, 500.0) });
    assert_eq!(place(&it.editor, it.inner), before);
    flow(&mut it.editor, FlowCommand::Move { subjects: vec![Subject::Node(it.inner)], by: Vector::new(-300.0, 90.0) });
    assert_eq!(it.editor.document().nodes.get(it.inner).unwrap().parent, Some(it.sub_process));
}

#[test]
fn a_step_moves_into_an_open_sub_process_inside_of_a_closed_one() {
    let mut it = closed();
    let open = FlowCommand::AddNode {
        process: it.process,
        kind: NodeKind::SubProcess { is_event: false },
        name: String::new(),
        at: Point::new(600.0, 900.0),
    };
    let open = node(&flow(&mut it.editor, within(it.sub_process, open)));
    let step = FlowCommand::AddNode { process: it.process, kind: NodeKind::Task, name: String::new(), at: Point::new(100.0, 900.0) };
    let step = node(&flow(&mut it.editor, within(it.sub_process, step)));
    flow(&mut it.editor, FlowCommand::Move { subjects: vec![Subject::Node(step)], by: Vector::new(500.0, 0.0) });
    assert_eq!(it.editor.document().nodes.get(step).unwrap().parent, Some(open));
}

#[test]
fn opening_pushes_on_and_aside_once() {
    let mut it = closed();
    let below = add(&mut it.editor, it.process, NodeKind::Task, 400.0, 420.0);
    for _ in 0..2 {
        flow(&mut it.editor, FlowCommand::SetExpanded { node: it.sub_process, is_expanded: true });
        let frame = place(&it.editor, it.sub_process);
        assert!(frame.encloses(place(&it.editor, it.inner)));
        for beside in [it.behind, below] {
            assert!(!frame.overlaps(place(&it.editor, beside)), "{frame:?} {:?}", place(&it.editor, beside));
        }
        flow(&mut it.editor, FlowCommand::SetExpanded { node: it.sub_process, is_expanded: false });
    }
    let frame = place(&it.editor, it.sub_process);
    assert!(place(&it.editor, it.behind).x - frame.right() < 600.0, "opening again pushes no farther");
}

#[test]
fn opening_in_a_lane_makes_the_lane_broader() {
    let mut it = closed();
    let pool = FlowCommand::AddPool {
        content: PoolContent::Process(it.process),
        name: String::new(),
        orientation: Orientation::Horizontal,
        at: None,
    };
    let made = flow(&mut it.editor, pool);
    let pool = super::fixture::first!(made, Pool);
    for name in ["Oben", "Unten"] {
        flow(&mut it.editor, FlowCommand::AddLane { pool, parent: None, name: name.into(), role: None });
    }
    let lanes: Vec<LaneId> = it.editor.document().lanes.keys().collect();
    let lower = bounds(it.editor.document(), Subject::Lane(lanes[1]));
    let low = add(&mut it.editor, it.process, NodeKind::Task, lower.centre().x, lower.centre().y);
    flow(&mut it.editor, FlowCommand::SetExpanded { node: it.sub_process, is_expanded: true });
    let lane_of = |node: NodeId| it.editor.document().nodes.get(node).unwrap().lane;
    assert_eq!((lane_of(it.sub_process), lane_of(it.behind), lane_of(low)), (Some(lanes[0]), Some(lanes[0]), Some(lanes[1])));
    assert!(bounds(it.editor.document(), Subject::Lane(lanes[0])).encloses(place(&it.editor, it.sub_process)));
}

#[test]
fn tidying_inside_leaves_the_rest_alone_and_tidying_outside_the_inside() {
    let mut it = closed();
    flow(&mut it.editor, FlowCommand::Move { subjects: vec![Subject::Node(it.inner)], by: Vector::new(33.0, 77.0) });
    let outside = place(&it.editor, it.behind);
    let corner = |editor: &Editor| {
        let inside = editor.document().children(it.process, Some(it.sub_process)).map(|node| place(editor, node.id));
        inside.reduce(Bounds::union).unwrap().corner()
    };
    let before = corner(&it.editor);
    flow(&mut it.editor, within(it.sub_process, FlowCommand::TidyUp { extent: Extent::Process(it.process), orientation: None }));
    assert_eq!(place(&it.editor, it.behind), outside);
    assert_eq!(corner(&it.editor), before);
    let tidy = it.editor.document().as_ref().clone();
    for edge in tidy.diagram.edges.values() {
        assert!(Segment::all(&edge.waypoints).all(|piece| piece.is_level() || piece.is_upright()), "{edge:?}");
    }
    let inner = place(&it.editor, it.inner);
    flow(&mut it.editor, FlowCommand::TidyUp { extent: Extent::Process(it.process), orientation: None });
    assert_eq!(place(&it.editor, it.inner), inner);
}

#[test]
fn only_sub_processes_have_a_canvas() {
    let mut it = closed();
    let tidy = within(it.behind, FlowCommand::TidyUp { extent: Extent::Process(it.process), orientation: None });
    assert_eq!(it.editor.apply(Command::Flow(tidy)).unwrap_err(), Refusal::NotASubProcess);
    let content = PoolContent::BlackBox;
    let pool = FlowCommand::AddPool { content, name: String::new(), orientation: Orientation::Horizontal, at: Some(Point::default()) };
    assert_eq!(it.editor.apply(Command::Flow(within(it.sub_process, pool))).unwrap_err(), Refusal::PoolInside);
}
