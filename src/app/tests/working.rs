//! A large procedure is laid out beside the window, with its progress shown; it can be cancelled, and what changed meanwhile wins.

use super::*;
use crate::edit::FlowCommand;
use crate::layout::auto::Extent;
use crate::model::{Event, NodeKind, Point, Subject, Vector};

/// So many steps without connections, all in one place.
const STEPS: usize = 1_600;

fn large() -> Document {
    let mut document = Document::empty("gross", "Groß");
    let kind = NodeKind::StartEvent { trigger: Event::None, is_interrupting: true };
    let add = FlowCommand::AddNode { process: document.main_process, kind, name: String::new(), at: Point::new(0.0, 0.0) };
    let mut editor = crate::edit::Editor::new(document);
    editor.apply(Command::Flow(add)).unwrap();
    document = Document::clone(editor.document());
    let (model, shape) = (document.nodes.values().next().unwrap().clone(), document.diagram.shapes.values().next().unwrap().clone());
    for number in 0..STEPS {
        let id: crate::model::NodeId = document.new_id();
        document.nodes.insert(id, crate::model::FlowNode { id, key: format!("schritt{number}"), kind: NodeKind::Task, ..model.clone() });
        document.diagram.shapes.insert(Subject::Node(id), shape.clone());
    }
    document
}

fn begin(harness: &mut Harness<'_, App>) {
    let process = harness.state().workspace().unwrap().process;
    let tidy = FlowCommand::TidyUp { extent: Extent::Process(process), orientation: None };
    let context = harness.ctx.clone();
    harness.state_mut().perform(&context, Action::ApplyQuietly(Command::Flow(tidy)));
}

fn steps(harness: &Harness<'_, App>) -> usize {
    harness.state().workspace().unwrap().editor.history().steps().len()
}

fn with_large(home: &Home) -> Harness<'static, App> {
    let mut harness = home.start();
    harness.state_mut().add_workspace(super::super::Workspace::new(large(), None));
    settle(&mut harness);
    harness
}

#[test]
fn a_large_layout_is_one_step_and_shows_its_progress() {
    let home = Home::new();
    let mut harness = with_large(&home);
    begin(&mut harness);
    assert_eq!(steps(&harness), 0, "nothing has changed yet");
    harness.step();
    settle(&mut harness);
    assert_eq!(steps(&harness), 1);
    assert!(harness.query_by_label("Es wird aufgeräumt …").is_none());
}

#[test]
fn a_cancelled_layout_changes_nothing() {
    let home = Home::new();
    let mut harness = with_large(&home);
    begin(&mut harness);
    let context = harness.ctx.clone();
    harness.state_mut().perform_shell(&context, crate::view::shell::ShellAction::CancelWork);
    settle(&mut harness);
    assert_eq!(steps(&harness), 0);
}

#[test]
fn what_was_changed_meanwhile_wins() {
    let home = Home::new();
    let mut harness = with_large(&home);
    begin(&mut harness);
    let node = harness.state().shown_document().unwrap().nodes.keys().next_back().unwrap();
    let shift = FlowCommand::Move { subjects: vec![Subject::Node(node)], by: Vector::new(500.0, 0.0) };
    let context = harness.ctx.clone();
    harness.state_mut().perform(&context, Action::ApplyQuietly(Command::Flow(shift)));
    settle(&mut harness);
    assert_eq!(steps(&harness), 1, "only the move");
}
