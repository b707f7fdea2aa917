//! Text fields: typing previews, leaving commits, Escape and undo lead back.

use super::*;
use egui::{Key, Modifiers};

/// Puts the keyboard into the field of the procedure's name in the inspector.
fn in_name_field(home: &Home) -> Harness<'static, App> {
    let mut harness = home.start_with_procedure();
    harness.state_mut().workspace_mut().unwrap().selection = crate::view::Selection::default();
    settle(&mut harness);
    field(&harness).focus();
    settle(&mut harness);
    harness
}

fn field<'a>(harness: &'a Harness<'_, App>) -> egui_kittest::Node<'a> {
    harness.get_by_role_and_label(egui::Role::TextInput, "Name")
}

fn type_text(harness: &mut Harness<'_, App>, text: &str) {
    field(harness).type_text(text);
    settle(harness);
}

fn steps(harness: &Harness<'_, App>) -> usize {
    harness.state().workspace().unwrap().editor.history().steps().len()
}

#[test]
fn typing_is_one_step_and_ends_with_enter() {
    let home = Home::new();
    let mut harness = in_name_field(&home);
    for letter in [" x", "y", "z"] {
        type_text(&mut harness, letter);
    }
    assert_eq!(name(&harness), "Hundesteuer anmelden xyz");
    assert_eq!(steps(&harness), 0, "nothing is a step yet");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(steps(&harness), 1);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(name(&harness), "Hundesteuer anmelden");
}

#[test]
fn escape_forgets_what_was_typed() {
    let home = Home::new();
    let mut harness = in_name_field(&home);
    type_text(&mut harness, " xyz");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(name(&harness), "Hundesteuer anmelden");
    assert_eq!(steps(&harness), 0);
    assert!(!is_changed(&harness));
}

#[test]
fn undo_in_a_field_takes_back_typing_first_and_then_the_document() {
    let home = Home::new();
    let mut harness = in_name_field(&home);
    rename(&mut harness, "Hund");
    field(&harness).focus();
    settle(&mut harness);
    type_text(&mut harness, "e");
    assert_eq!(name(&harness), "Hunde");
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(name(&harness), "Hund", "the letter first");
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(name(&harness), "Hundesteuer anmelden", "then the step before");
    assert_eq!(field(&harness).value().as_deref(), Some("Hundesteuer anmelden"), "the field shows it");
}

#[test]
fn saving_while_typing_saves_what_was_typed() {
    let home = Home::new();
    let mut harness = in_name_field(&home);
    let path = home.path("hund.dienstweg.ron");
    save_to(&mut harness, &path);
    field(&harness).focus();
    settle(&mut harness);
    type_text(&mut harness, " xyz");
    press(&mut harness, Modifiers::COMMAND, Key::S);
    assert!(std::fs::read_to_string(path).unwrap().contains("Hundesteuer anmelden xyz"));
    assert!(!is_changed(&harness));
}

#[test]
fn a_field_that_vanishes_commits_what_was_typed() {
    let home = Home::new();
    let mut harness = in_name_field(&home);
    type_text(&mut harness, " xyz");
    click(&mut harness, "Eigenschaften");
    assert_eq!(steps(&harness), 1);
    assert_eq!(name(&harness), "Hundesteuer anmelden xyz");
}

#[test]
fn alt_graph_types_and_does_not_command() {
    let home = Home::new();
    let mut harness = in_name_field(&home);
    let alt_graph = Modifiers { alt: true, ctrl: true, command: true, ..Modifiers::NONE };
    press(&mut harness, alt_graph, Key::Num2);
    assert_eq!(harness.state().workspace().unwrap().place, crate::view::Place::Flow);
}
