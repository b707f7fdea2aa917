//! The editor: pending edits, steps of the history, revisions.

use super::fixture::{Sample, rename};
use crate::edit::*;
use crate::model::*;

fn named(s: &Sample, name: &str) -> Command {
    Command::Put(Record::Node(FlowNode { name: name.into(), ..s.document().nodes.get(s.yes).unwrap().clone() }))
}

fn name_of(editor: &Editor, s: &Sample) -> String {
    editor.shown().nodes.get(s.yes).unwrap().name.clone()
}

#[test]
fn a_preview_is_shown_but_not_committed_and_can_be_forgotten() {
    let s = Sample::new();
    let mut editor = s.editor.clone();
    let revision = editor.revision();
    editor.preview(Holder(1), named(&s, "A")).unwrap();
    assert!(editor.revision() > revision);
    assert_eq!((name_of(&editor, &s).as_str(), editor.document().as_ref()), ("A", s.document()));
    editor.cancel();
    assert_eq!(editor.shown().as_ref(), s.document());
    assert_eq!((editor.commit(), editor.can_undo()), (None, false));
}

#[test]
fn previews_start_from_the_committed_document_each_time() {
    let s = Sample::new();
    let mut editor = s.editor.clone();
    let before = s.bounds(s.end);
    for x in [10.0, 20.0, 30.0] {
        let by = Vector::new(x, 0.0);
        editor.preview(Holder(1), Command::Flow(FlowCommand::Move { subjects: vec![Subject::Node(s.end)], by })).unwrap();
    }
    editor.commit().unwrap();
    assert_eq!(editor.document().diagram.shapes.get(Subject::Node(s.end)).unwrap().bounds, before.moved(Vector::new(30.0, 0.0)));
    assert_eq!(editor.history().steps().len(), 1);
}

#[test]
fn another_holder_commits_the_standing_preview() {
    let s = Sample::new();
    let mut editor = s.editor.clone();
    editor.preview(Holder(1), named(&s, "A")).unwrap();
    let role = ContentCommand::AddRole { name: "R".into(), kind: RoleKind::System };
    editor.preview(Holder(2), Command::Content(role)).unwrap();
    assert_eq!(editor.document().nodes.get(s.yes).unwrap().name, "A");
    assert_eq!(editor.holder(), Some(Holder(2)));
}

#[test]
fn a_refused_preview_leaves_the_standing_one() {
    let s = Sample::new();
    let mut editor = s.editor.clone();
    editor.preview(Holder(1), named(&s, "A")).unwrap();
    let revision = editor.revision();
    let refused = FlowCommand::Connect { from: Subject::Node(s.end), to: Subject::Node(s.yes) };
    assert_eq!(editor.preview(Holder(1), Command::Flow(refused)), Err(Refusal::OutOfEnd));
    assert_eq!((name_of(&editor, &s).as_str(), editor.revision()), ("A", revision));
}

#[test]
fn what_changes_nothing_leaves_no_step() {
    let s = Sample::new();
    let mut editor = s.editor.clone();
    let revision = editor.revision();
    editor.preview(Holder(1), named(&s, "")).unwrap();
    assert_eq!((editor.commit(), editor.revision()), (None, revision));
    editor.apply(named(&s, "")).unwrap();
    assert!(!editor.can_undo());
}

#[test]
fn consecutive_changes_of_one_element_are_steps_of_their_own() {
    let s = Sample::new();
    let mut editor = s.editor.clone();
    rename(&mut editor, s.yes, "A");
    rename(&mut editor, s.yes, "B");
    assert_eq!(editor.undo(), Some(CommandName::Rename));
    assert_eq!(name_of(&editor, &s), "A");
}

#[test]
fn the_history_is_a_list_to_jump_in() {
    let s = Sample::new();
    let mut editor = s.editor.clone();
    for name in ["A", "B", "C"] {
        rename(&mut editor, s.yes, name);
    }
    assert!(editor.jump_to(1));
    assert_eq!((name_of(&editor, &s).as_str(), editor.history().position(), editor.history().steps().len()), ("A", 1, 3));
    assert!(editor.jump_to(3) && !editor.jump_to(4));
    assert_eq!(name_of(&editor, &s), "C");
    assert!(editor.jump_to(0));
    assert_eq!(editor.document().as_ref(), s.document());
    rename(&mut editor, s.yes, "D");
    assert_eq!((editor.history().steps().len(), editor.can_redo()), (1, false));
}

#[test]
fn undo_forgets_a_pending_edit_first() {
    let s = Sample::new();
    let mut editor = s.editor.clone();
    rename(&mut editor, s.yes, "A");
    editor.preview(Holder(1), named(&s, "B")).unwrap();
    assert_eq!(editor.undo(), Some(CommandName::Rename));
    assert_eq!(name_of(&editor, &s), "A");
    editor.undo();
    assert_eq!(name_of(&editor, &s), "");
}

#[test]
fn five_hundred_steps_are_kept() {
    let mut editor = Editor::new(Document::empty("p", "P"));
    for index in 0..STEPS_KEPT + 20 {
        let command = ContentCommand::AddRole { name: format!("R{index}"), kind: RoleKind::System };
        editor.apply(Command::Content(command)).unwrap();
    }
    assert_eq!(editor.history().steps().len(), STEPS_KEPT);
    while editor.undo().is_some() {}
    assert_eq!(editor.document().roles.len(), 20);
}

#[test]
fn work_that_was_cancelled_is_not_done() {
    let sample = Sample::new();
    let shift = FlowCommand::Move { subjects: vec![Subject::Node(sample.task)], by: Vector::new(10.0, 0.0) };
    let work = sample.editor.work(Command::Flow(shift.clone()));
    work.progress().cancel();
    assert_eq!(work.run().map(drop), Err(Refusal::Cancelled));
    let mut editor = sample.editor.clone();
    let done = editor.work(Command::Flow(shift.clone())).run().unwrap();
    let mut other = sample.editor.clone();
    other.apply(Command::Flow(shift)).unwrap();
    assert!(editor.take(done).is_some());
    assert_eq!(editor.document(), other.document());
    assert_eq!(editor.history().steps().len(), other.history().steps().len());
}
