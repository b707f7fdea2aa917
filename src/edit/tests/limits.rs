//! What would not fit into the drawable world, or into a file, is refused.

use super::fixture::{Sample, add, flow};
use crate::edit::*;
use crate::model::*;

fn move_by(subject: Subject, x: f64, y: f64) -> Command {
    Command::Flow(FlowCommand::Move { subjects: vec![subject], by: Vector::new(x, y) })
}

#[test]
fn a_place_that_is_no_number_or_outside_of_the_world_is_refused() {
    let mut s = Sample::new();
    let (node, process) = (Subject::Node(s.task), s.document().main_process);
    let edge = Subject::Flow(s.way(s.start, s.task));
    let before = s.document().clone();
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, -2.0 * WORLD, WORLD + 1.0] {
        let (point, bounds) = (Point::new(0.0, bad), Bounds::new(bad, 0.0, 140.0, 80.0));
        for command in [
            FlowCommand::AddNode { process, kind: NodeKind::Task, name: String::new(), at: point },
            FlowCommand::Append { after: s.task, kind: NodeKind::Task, at: Some(point) },
            FlowCommand::Move { subjects: vec![node], by: Vector::new(bad, 0.0) },
            FlowCommand::Resize { subject: node, bounds },
            FlowCommand::SetLabelPlace { subject: edge, bounds: Some(bounds) },
            FlowCommand::SetCourse { connection: edge, waypoints: Some(vec![Point::new(0.0, 0.0), point]) },
            FlowCommand::AddPool {
                content: PoolContent::BlackBox,
                name: String::new(),
                orientation: Orientation::Horizontal,
                at: Some(point),
            },
        ] {
            assert_eq!(s.editor.apply(Command::Flow(command.clone())), Err(Refusal::OutsideWorld), "{command:?}");
        }
    }
    assert_eq!(*s.document(), before);
}

#[test]
fn lines_and_labels_at_the_rim_of_the_world_stay_in_it() {
    for (x, y) in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0), (1.0, 1.0), (-1.0, -1.0)] {
        let mut editor = Editor::new(Document::empty("rand", "Rand"));
        let process = editor.document().main_process;
        let place = |along: f64| Point::new(x * (WORLD - 100.0) - along * x, y * (WORLD - 100.0));
        let a = add(&mut editor, process, NodeKind::ExclusiveGateway, place(0.0).x, place(0.0).y);
        let b = add(&mut editor, process, NodeKind::Task, place(300.0).x, place(300.0).y + 200.0 * (1.0 - y.abs()));
        for (from, to) in [(a, b), (b, a)] {
            flow(&mut editor, FlowCommand::Connect { from: Subject::Node(from), to: Subject::Node(to) });
        }
        for _ in 0..40 {
            let _ = editor.apply(move_by(Subject::Node(a), 7.0 * x, 7.0 * y));
            let _ = editor.apply(move_by(Subject::Node(b), 7.0 * x, 7.0 * y));
            assert_eq!(violations(editor.document()), Vec::new(), "towards {x} {y}");
        }
        assert_eq!(editor.apply(move_by(Subject::Node(a), 200.0 * x, 200.0 * y)), Err(Refusal::OutsideWorld));
    }
}

#[test]
fn nothing_lies_deeper_than_a_file_can_hold() {
    let mut editor = Editor::new(Document::empty("nest", "Nest"));
    let process = editor.document().main_process;
    let kind = NodeKind::SubProcess { is_event: false };
    for _ in 0..DEEPEST {
        add(&mut editor, process, kind.clone(), 0.0, 0.0);
    }
    let at = Point::new(0.0, 0.0);
    let deeper = FlowCommand::AddNode { process, kind: kind.clone(), name: String::new(), at };
    assert_eq!(editor.apply(Command::Flow(deeper)), Err(Refusal::TooDeep { limit: DEEPEST }));
}
