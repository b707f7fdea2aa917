//! A large procedure is laid out beside the window, and very many elements are changed there, with the progress shown; it can be
//! cancelled, and what changed meanwhile wins. Pictures are drawn there too.

use super::*;
use crate::edit::FlowCommand;
use crate::layout::auto::Extent;
use crate::model::{Event, NodeKind, Point, Shape, Subject, Vector};
use egui::{Key, Modifiers};

/// So many steps make a layout or a change long.
const STEPS: u32 = 1_600;

fn large() -> Document {
    in_rows(STEPS)
}

/// So many steps without connections, in rows of fifty.
fn in_rows(steps: u32) -> Document {
    let mut document = Document::empty("gross", "Groß");
    let kind = NodeKind::StartEvent { trigger: Event::None, is_interrupting: true };
    let add = FlowCommand::AddNode { process: document.main_process, kind, name: String::new(), at: Point::new(0.0, 0.0) };
    let mut editor = crate::edit::Editor::new(document);
    editor.apply(Command::Flow(add)).unwrap();
    document = Document::clone(editor.document());
    let (model, shape) = (document.nodes.values().next().unwrap().clone(), document.diagram.shapes.values().next().unwrap().clone());
    for number in 0..steps {
        let id: crate::model::NodeId = document.new_id();
        document.nodes.insert(id, crate::model::FlowNode { id, key: format!("schritt{number}"), kind: NodeKind::Task, ..model.clone() });
        let by = Vector::new(f64::from(number % 50) * 200.0, f64::from(number / 50) * 130.0);
        document.diagram.shapes.insert(Subject::Node(id), Shape::at(shape.bounds.moved(by)));
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
fn escape_gives_up_a_layout_and_leaves_the_selection() {
    let home = Home::new();
    let mut harness = with_large(&home);
    let node = Subject::Node(harness.state().shown_document().unwrap().nodes.keys().next().unwrap());
    harness.state_mut().workspace_mut().unwrap().selection = crate::view::Selection::only(node);
    harness.step();
    begin(&mut harness);
    assert!(harness.state().work().is_some());
    harness.key_press(Key::Escape);
    harness.step();
    assert!(harness.state().work().is_none());
    settle(&mut harness);
    assert_eq!(steps(&harness), 0);
    assert_eq!(harness.state().workspace().unwrap().selection.single(), Some(node), "one step back at a time");
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

#[test]
fn a_change_of_very_many_is_made_beside_the_window_and_selected() {
    let home = Home::new();
    let mut harness = with_large(&home);
    let document = harness.state().shown_document().unwrap().clone();
    let all: Vec<Subject> = document.nodes.keys().map(Subject::Node).collect();
    let double = |subjects: &[Subject]| Action::Apply(crate::edit::duplicate(&document, subjects, Vector::new(40.0, 40.0)).unwrap());
    let context = harness.ctx.clone();
    harness.state_mut().perform(&context, double(&all[..10]));
    assert_eq!(steps(&harness), 1, "a few at once");
    harness.state_mut().undo();
    harness.state_mut().perform(&context, double(&all));
    assert_eq!(steps(&harness), 1, "nothing has changed yet");
    assert_eq!(harness.state().work().map(|(what, _)| what), Some("Die Änderung wird ausgeführt …"));
    while harness.state().work().is_some() {
        std::thread::sleep(std::time::Duration::from_millis(5));
        harness.step();
    }
    let workspace = harness.state().workspace().unwrap();
    assert_eq!(workspace.editor.document().nodes.len(), 2 * all.len());
    assert_eq!(workspace.selection.subjects.len(), all.len());
    assert!(!workspace.selection.subjects.contains(&all[0]), "the copies are selected");
}

#[test]
fn a_picture_is_drawn_beside_the_window() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    let process = harness.state().workspace().unwrap().process;
    let add = FlowCommand::AddNode { process, kind: NodeKind::Task, name: "Prüfen".to_owned(), at: Point::new(0.0, 0.0) };
    let context = harness.ctx.clone();
    harness.state_mut().perform(&context, Action::Apply(Command::Flow(add)));
    settle(&mut harness);
    // Each event has a frame of its own; the last is the one in which the drawing begins.
    let modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };
    harness.event(egui::Event::ModifiersChanged(modifiers));
    harness.event(egui::Event::Key { key: Key::C, physical_key: None, pressed: true, repeat: false, modifiers });
    harness.step();
    harness.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    assert!(harness.state().events.is_awaiting(), "it is not drawn between two frames");
    assert!(!harness.state().notices.standing().iter().any(|notice| notice.text == "Bild kopiert"));
    let mut pictures = 0;
    while harness.state().events.is_awaiting() {
        std::thread::sleep(std::time::Duration::from_millis(5));
        harness.step();
        let commands = &harness.output().platform_output.commands;
        pictures += commands.iter().filter(|command| matches!(command, egui::OutputCommand::CopyImage(_))).count();
    }
    assert_eq!(pictures, 1, "without a clipboard of the system the window's is used");
    assert!(harness.state().notices.standing().iter().any(|notice| notice.text == "Bild kopiert"));
}

/// The nodes that can be seen on the canvas.
fn in_view(harness: &Harness<'_, App>) -> Vec<Subject> {
    let canvas = harness.get_by_role_and_label(egui::Role::Canvas, "Zeichenfläche").rect();
    let workspace = harness.state().workspace().unwrap();
    let shapes = workspace.editor.document().diagram.shapes.iter();
    shapes.filter(|(_, shape)| workspace.canvas.rect(shape.bounds).intersects(canvas)).map(|(subject, _)| subject).collect()
}

#[test]
fn where_a_new_layout_has_gone_the_view_follows() {
    for (steps, is_selected) in [(5, false), (5, true), (STEPS, false), (STEPS, true)] {
        let home = Home::new();
        let mut harness = home.start();
        let mut document = in_rows(steps);
        let strayed = Subject::Node(document.nodes.keys().next_back().unwrap());
        let shape = document.diagram.shapes.get_mut(strayed).unwrap();
        shape.bounds = shape.bounds.moved(Vector::new(60_000.0, 60_000.0));
        harness.state_mut().add_workspace(super::super::Workspace::new(document, None));
        settle(&mut harness);
        let workspace = harness.state_mut().workspace_mut().unwrap();
        workspace.canvas.reveal(strayed);
        if is_selected {
            workspace.selection = crate::view::Selection::only(strayed);
        }
        settle(&mut harness);
        assert_eq!(in_view(&harness), [strayed]);
        let zoom = harness.state().workspace().unwrap().canvas.zoom();
        begin(&mut harness);
        settle(&mut harness);
        let seen = in_view(&harness);
        let now = harness.state().workspace().unwrap().canvas.zoom();
        if is_selected {
            assert!(seen.contains(&strayed) && (now - zoom).abs() < 1e-9, "{steps}: what is selected stays in view, as large as it was");
        } else {
            assert_eq!(seen.len(), steps as usize + 1, "{steps}: all is shown");
        }
    }
}

#[test]
fn a_layout_that_stays_in_view_does_not_move_it() {
    let home = Home::new();
    let mut harness = with_large(&home);
    let place = |harness: &Harness<'_, App>| {
        let workspace = harness.state().workspace().unwrap();
        workspace.canvas.rect(crate::model::Bounds::new(0.0, 0.0, 100.0, 100.0))
    };
    let before = place(&harness);
    begin(&mut harness);
    settle(&mut harness);
    assert_eq!(steps(&harness), 1);
    assert_eq!(place(&harness), before);
}
