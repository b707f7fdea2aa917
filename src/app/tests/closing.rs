//! Nothing that was changed is closed without asking.

use super::*;
use egui::{ViewportEvent, ViewportId};

fn ask_to_close(harness: &mut Harness<'_, App>) {
    harness.input_mut().viewports.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
    harness.step();
    harness.input_mut().viewports.entry(ViewportId::ROOT).or_default().events.clear();
    settle(harness);
}

#[test]
fn an_unchanged_document_is_closed_at_once() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    click(&mut harness, "Hundesteuer anmelden schließen");
    assert!(harness.state().workspaces.is_empty());
}

#[test]
fn a_changed_document_is_asked_about() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    rename(&mut harness, "Hund");
    click(&mut harness, "Hund schließen");
    click(&mut harness, "Abbrechen");
    assert_eq!(harness.state().workspaces.len(), 1);
    click(&mut harness, "Hund schließen");
    press(&mut harness, egui::Modifiers::NONE, egui::Key::Escape);
    assert_eq!(harness.state().workspaces.len(), 1);
    assert!(harness.state().dialog.is_none(), "Escape leads out");
    click(&mut harness, "Hund schließen");
    click(&mut harness, "Verwerfen");
    assert!(harness.state().workspaces.is_empty());
}

#[test]
fn saving_on_closing_saves_and_closes() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    let path = home.path("hund.dienstweg.ron");
    save_to(&mut harness, &path);
    rename(&mut harness, "Hund");
    click(&mut harness, "Hund schließen");
    harness.get_all_by_label("Speichern").last().unwrap().click();
    settle(&mut harness);
    assert!(harness.state().workspaces.is_empty());
    assert!(std::fs::read_to_string(path).unwrap().contains("\"Hund\""));
}

#[test]
fn a_save_that_fails_closes_nothing() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    let path = home.path("hund.dienstweg.ron");
    save_to(&mut harness, &path);
    rename(&mut harness, "Hund");
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    ask_to_close(&mut harness);
    harness.get_all_by_label("Speichern").last().unwrap().click();
    settle(&mut harness);
    assert_eq!(harness.state().workspaces.len(), 1);
    assert!(is_changed(&harness));
    assert_eq!(failures(&harness).len(), 1);
    assert!(!harness.state().may_close);
}

#[test]
fn the_window_asks_about_each_changed_document() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    rename(&mut harness, "Eins");
    harness.state_mut().add_workspace(super::super::Workspace::of_name("Unverändert"));
    harness.state_mut().add_workspace(super::super::Workspace::of_name("Drei"));
    settle(&mut harness);
    rename(&mut harness, "Zwei");
    ask_to_close(&mut harness);
    assert_eq!(harness.state().shown, Some(0));
    click(&mut harness, "Verwerfen");
    assert_eq!(harness.state().shown, Some(2));
    assert!(!harness.state().may_close);
    click(&mut harness, "Abbrechen");
    assert!(!harness.state().may_close);
    ask_to_close(&mut harness);
    assert_eq!(harness.state().shown, Some(0), "after giving up all are asked about again");
    click(&mut harness, "Verwerfen");
    click(&mut harness, "Verwerfen");
    assert!(harness.state().may_close);
}

#[test]
fn an_unchanged_window_closes_at_once() {
    let home = Home::new();
    let mut harness = home.start_with_procedure();
    ask_to_close(&mut harness);
    assert!(harness.state().may_close);
}
