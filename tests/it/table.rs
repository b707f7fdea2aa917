//! The flow as a list, in the real window with pointer and keys: typed, edited in its cells, and the same as the picture.

use crate::main_job::studio::Studio;
use dienstweg::model::{Document, FlowNode, LegalBasis, NodeKind};
use egui::accesskit::Role;
use egui::{Key, Modifiers};

const TYPED: &str = "Bürgerin: Antrag stellen\nSachbearbeitung: Antrag prüfen\nBescheid schreiben\nBürgerin: Bescheid lesen\nGebühr zahlen";

/// A new procedure with these steps typed.
fn typed(text: &str) -> Studio {
    let mut studio = Studio::start();
    studio.click("Neues Verfahren");
    studio.type_into(Role::TextInput, "Name des Verfahrens", "Zuschuss beantragen");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.key(Modifiers::COMMAND, Key::T);
    studio.type_text(text);
    studio.key(Modifiers::COMMAND, Key::Enter);
    studio
}

/// The same, with the list beneath the picture.
fn listed(text: &str) -> Studio {
    let mut studio = typed(text);
    studio.key(Modifiers::NONE, Key::F4);
    studio
}

fn step<'a>(document: &'a Document, name: &str) -> &'a FlowNode {
    document.nodes.values().find(|node| node.name == name).unwrap_or_else(|| panic!("no step is called {name}"))
}

/// The names of what follows a step.
fn behind(document: &Document, name: &str) -> Vec<String> {
    let from = step(document, name).id;
    document.outgoing(from).map(|flow| document.nodes.get(flow.to).unwrap().name.clone()).collect()
}

fn role_of<'a>(document: &'a Document, name: &str) -> &'a str {
    document.role_of(step(document, name).id).map_or("", |role| &role.name)
}

/// Puts the cursor on the cell of a step's name.
fn go_to(studio: &mut Studio, name: &str) {
    studio.click_role(Role::Cell, &format!("Schritt: {name}"));
}

/// Goes so many cells to the right.
fn right(studio: &mut Studio, cells: usize) {
    for _ in 0..cells {
        studio.key(Modifiers::NONE, Key::ArrowRight);
    }
}

#[test]
fn five_lines_typed_make_five_steps_in_two_lanes_in_one_step_of_the_history() {
    let mut studio = typed(TYPED);
    let document = studio.document();
    let lanes: Vec<&str> = document.lanes.values().map(|lane| lane.name.as_str()).collect();
    assert_eq!(lanes, ["Bürgerin", "Sachbearbeitung"]);
    assert_eq!(document.nodes.values().filter(|node| node.kind.is_activity()).count(), 5);
    assert_eq!(role_of(document, "Bescheid schreiben"), "Sachbearbeitung");
    assert_eq!(behind(document, "Antrag stellen"), ["Antrag prüfen"]);
    studio.key(Modifiers::COMMAND, Key::Z);
    assert_eq!((studio.document().nodes.len(), studio.document().lanes.len()), (1, 0));
}

#[test]
fn what_is_typed_is_previewed_and_what_is_not_understood_is_named() {
    let mut studio = typed("");
    studio.type_text("Antrag prüfen\nVollständig?\nBescheid schreiben");
    assert!(studio.mentions("Zeile 2: Der Frage fehlen Antworten"));
    assert!(studio.mentions("Schritt mit Formular: Bescheid schreiben"));
    assert_eq!(studio.document().nodes.len(), 1);
    studio.key(Modifiers::NONE, Key::Escape);
    assert!(!studio.mentions("Bescheid schreiben"));
    // What was typed is not lost.
    studio.click("Schritte tippen");
    studio.click("Übernehmen");
    assert_eq!(studio.document().nodes.values().filter(|node| node.kind.is_activity()).count(), 2);
}

#[test]
fn a_name_typed_in_the_list_is_that_on_the_canvas() {
    let mut studio = listed(TYPED);
    go_to(&mut studio, "Antrag prüfen");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.type_text("Antrag formell prüfen");
    assert!(studio.mentions("Schritt mit Formular: Antrag formell prüfen"));
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(behind(studio.document(), "Antrag formell prüfen"), ["Bescheid schreiben"]);
    assert_eq!(studio.focused(), "Schritt: Bescheid schreiben");
    studio.type_text("N");
    studio.key(Modifiers::NONE, Key::Escape);
    step(studio.document(), "Bescheid schreiben");
}

#[test]
fn who_form_due_law_and_note_are_edited_by_keys() {
    let mut studio = listed(TYPED);
    go_to(&mut studio, "Antrag prüfen");
    right(&mut studio, 1);
    studio.key(Modifiers::NONE, Key::Enter);
    studio.type_text("Kasse");
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(role_of(studio.document(), "Antrag prüfen"), "Kasse");
    assert_eq!(studio.focused(), "Zuständig: Kasse");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.type_text("bürg");
    studio.key(Modifiers::NONE, Key::Enter);
    let checked = step(studio.document(), "Antrag prüfen");
    assert_eq!(checked.lane, step(studio.document(), "Antrag stellen").lane);
    right(&mut studio, 1);
    studio.key(Modifiers::NONE, Key::Enter);
    studio.type_text("Antrag");
    studio.key(Modifiers::NONE, Key::Enter);
    right(&mut studio, 1);
    studio.type_text("2 Wochen");
    studio.key(Modifiers::NONE, Key::Tab);
    studio.type_text("§ 3 (1) KAG; § 27 MuSchG");
    studio.key(Modifiers::NONE, Key::Enter);
    let document = studio.document();
    let details = &step(document, "Antrag prüfen").details;
    assert_eq!(document.forms.get(details.form.unwrap()).unwrap().name, "Antrag");
    assert_eq!(details.due.as_ref().unwrap().iso, "P14D");
    let law = |law: &str, paragraph: &str| LegalBasis { law: law.into(), paragraph: paragraph.into(), link: String::new() };
    assert_eq!(details.legal_bases, [law("KAG", "§ 3 (1)"), law("MuSchG", "§ 27")]);
}

#[test]
fn kind_and_note_are_edited_too() {
    let mut studio = listed("Prüfen\nSchreiben");
    go_to(&mut studio, "Prüfen");
    studio.key(Modifiers::NONE, Key::ArrowLeft);
    studio.key(Modifiers::NONE, Key::Enter);
    studio.type_text("von Hand");
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(step(studio.document(), "Prüfen").kind, NodeKind::ManualTask);
    right(&mut studio, 7);
    studio.key(Modifiers::NONE, Key::Enter);
    studio.type_text("Vier Augen");
    studio.key(Modifiers::COMMAND, Key::Enter);
    assert_eq!(step(studio.document(), "Prüfen").details.note, "Vier Augen");
}

#[test]
fn ways_are_added_led_elsewhere_and_removed() {
    let mut studio = listed("Prüfen\nSchreiben\nAblegen");
    go_to(&mut studio, "Prüfen");
    right(&mut studio, 5);
    assert_eq!(studio.focused(), "Weiter mit: 3 Schreiben");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.click("Weg hinzufügen");
    studio.type_text("Ablegen");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.key(Modifiers::NONE, Key::Escape);
    let gateway = studio.document().nodes.values().find(|node| node.kind.is_gateway()).unwrap().id;
    assert_eq!(studio.document().outgoing(gateway).count(), 2);
    assert_eq!(studio.document().incoming(step(studio.document(), "Ablegen").id).count(), 2);
    studio.click_role(Role::Cell, "Weiter mit: 4 Schreiben; 5 Ablegen");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.click("Weg hinzufügen");
    studio.type_text("Nachfordern");
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(studio.document().outgoing(gateway).count(), 3);
    step(studio.document(), "Nachfordern");
    studio.click_first("Weg entfernen");
    assert_eq!(studio.document().outgoing(gateway).count(), 2);
}

#[test]
fn what_is_selected_in_the_list_is_selected_in_the_picture_and_back() {
    let mut studio = listed(TYPED);
    studio.click("Alles zeigen");
    go_to(&mut studio, "Antrag stellen");
    let is_element = |label: &String| label.starts_with("Schritt mit Formular: ");
    let on_canvas: Vec<String> = studio.selected(Role::Button).into_iter().filter(is_element).collect();
    let in_list = studio.selected(Role::Row);
    assert_eq!((on_canvas.len(), in_list.len()), (1, 1), "{on_canvas:?} {in_list:?}");
    assert!(on_canvas[0].starts_with("Schritt mit Formular: Antrag stellen, "), "{on_canvas:?}");
    assert!(in_list[0].starts_with("Nummer 2: Schritt mit Formular: Antrag stellen, Zuständig: Bürgerin, Weiter mit: 3 "), "{in_list:?}");
    studio.click_element("Schritt mit Formular: Bescheid schreiben");
    let in_list = studio.selected(Role::Row);
    assert_eq!(in_list.len(), 1);
    assert!(in_list[0].starts_with("Nummer 4: Schritt mit Formular: Bescheid schreiben, "), "{in_list:?}");
}

#[test]
fn enter_makes_the_next_step_and_an_empty_name_takes_it_back() {
    let mut studio = listed("Prüfen");
    go_to(&mut studio, "Prüfen");
    for name in ["", "Schreiben", "Versenden"] {
        studio.key(Modifiers::NONE, if name.is_empty() { Key::F2 } else { Key::Enter });
        if !name.is_empty() {
            studio.type_text(name);
        }
    }
    studio.key(Modifiers::NONE, Key::Enter);
    studio.key(Modifiers::NONE, Key::Escape);
    let document = studio.document();
    assert_eq!(document.nodes.values().filter(|node| node.kind.is_activity()).count(), 3);
    assert_eq!(behind(document, "Prüfen"), ["Schreiben"]);
    assert_eq!(behind(document, "Schreiben"), ["Versenden"]);
    assert_eq!(behind(document, "Versenden"), [""]);
}

#[test]
fn steps_go_earlier_and_are_removed_by_keys() {
    let mut studio = listed("Prüfen\nSchreiben\nVersenden");
    go_to(&mut studio, "Schreiben");
    studio.key(Modifiers::COMMAND, Key::ArrowUp);
    assert_eq!(behind(studio.document(), "Schreiben"), ["Prüfen"]);
    assert_eq!(studio.focused(), "Schritt: Schreiben");
    studio.key(Modifiers::COMMAND, Key::ArrowDown);
    assert_eq!(behind(studio.document(), "Prüfen"), ["Schreiben"]);
    studio.key(Modifiers::NONE, Key::Delete);
    assert_eq!(behind(studio.document(), "Prüfen"), ["Versenden"]);
    assert_eq!(studio.focused(), "Schritt: Versenden");
}

#[test]
fn several_lines_pasted_into_a_name_become_steps() {
    let mut studio = listed("Prüfen\nVersenden");
    go_to(&mut studio, "Prüfen");
    studio.paste("Anhören\nGut?\n  ja: Schreiben\n  nein: Ende: Abgelehnt\n");
    let document = studio.document();
    assert_eq!(behind(document, "Prüfen"), ["Anhören"]);
    assert_eq!(behind(document, "Gut?"), ["Schreiben", "Abgelehnt"]);
    assert_eq!(behind(document, "Schreiben"), ["Versenden"]);
}
