//! The drawer: the history as a list to jump in, and the notes.

use super::*;
use crate::edit::{CommandName, FlowCommand};
use crate::model::{NodeKind, Subject};

fn apply(harness: &mut Harness<'_, App>, command: Command) {
    let context = harness.ctx.clone();
    harness.state_mut().perform(&context, Action::Apply(command));
    settle(harness);
}

fn open_drawer(harness: &mut Harness<'_, App>, tab: &str) {
    press(harness, egui::Modifiers::NONE, egui::Key::F8);
    harness.get_by_role_and_label(egui::Role::Tab, tab).click();
    settle(harness);
}

/// A studio with a step "Antrag prüfen" that was appended, named and removed again.
fn studio_with_steps(home: &Home) -> Harness<'static, App> {
    let mut harness = home.start_with_procedure();
    let start = document(&harness).nodes.keys().next().unwrap();
    apply(&mut harness, Command::Flow(FlowCommand::Append { after: start, kind: NodeKind::UserTask, at: None }));
    let mut node = document(&harness).nodes.values().next_back().unwrap().clone();
    node.name = "Antrag prüfen".to_owned();
    let subject = Subject::Node(node.id);
    apply(&mut harness, Command::Put(Record::Node(node)));
    apply(&mut harness, Command::Remove(vec![subject]));
    let names: Vec<CommandName> = harness.state().workspace().unwrap().editor.history().steps().map(|step| step.name).collect();
    assert_eq!(names, [CommandName::Append, CommandName::Rename, CommandName::Remove]);
    harness
}

#[test]
fn the_history_names_what_was_removed_and_leads_back_by_pointer_and_keys() {
    let home = Home::new();
    let mut harness = studio_with_steps(&home);
    open_drawer(&mut harness, "Verlauf");
    let before = document(&harness);
    harness.get_by_label("Löschen: Antrag prüfen");
    harness.get_by_label("Umbenennen: Antrag prüfen").click();
    settle(&mut harness);
    assert_eq!(document(&harness).nodes.len(), before.nodes.len() + 1);
    harness.get_by_label("Löschen: Antrag prüfen, rückgängig gemacht").focus();
    settle(&mut harness);
    press(&mut harness, egui::Modifiers::NONE, egui::Key::Enter);
    assert_eq!(document(&harness), before);
    harness.get_by_label("Anfang").click();
    settle(&mut harness);
    assert_eq!(document(&harness).nodes.len(), 1);
}

#[test]
fn the_current_place_of_a_long_history_is_in_view() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    for number in 0..60 {
        rename(&mut harness, &format!("Verfahren {number}"));
    }
    open_drawer(&mut harness, "Verlauf");
    let is_in_view = |harness: &Harness<'_, App>, label: &str| {
        let top = harness.get_by_role_and_label(egui::Role::Tab, "Verlauf").rect().bottom();
        let row = harness.get_by_label(label).rect();
        row.top() >= top && row.bottom() <= 720.0
    };
    assert!(is_in_view(&harness, "Eigenschaften ändern: Verfahren 59"));
    assert!(!is_in_view(&harness, "Eigenschaften ändern: Verfahren 20"));
    let context = harness.ctx.clone();
    harness.state_mut().perform(&context, Action::JumpTo(21));
    settle(&mut harness);
    assert!(is_in_view(&harness, "Eigenschaften ändern: Verfahren 20"));
}

#[test]
fn the_list_of_notes_leads_to_the_note() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    open_drawer(&mut harness, "Notizen");
    harness.get_by_label_contains("Noch keine Notizen");
    let mut node = document(&harness).nodes.values().next().unwrap().clone();
    node.name = "Antrag geht ein".to_owned();
    node.details.note = "Auch per Post?\nMit der Leitung klären".to_owned();
    let subject = Subject::Node(node.id);
    apply(&mut harness, Command::Put(Record::Node(node)));
    let context = harness.ctx.clone();
    harness.state_mut().perform(&context, Action::Select(crate::view::Selection::default()));
    settle(&mut harness);
    harness.get_by_label("Start: Antrag geht ein: Auch per Post? Mit der Leitung klären").click();
    settle(&mut harness);
    assert_eq!(harness.state().workspace().unwrap().selection.primary, Some(subject));
    assert!(harness.ctx.text_edit_focused(), "one can go on writing at once");
}
