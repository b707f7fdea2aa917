//! The command palette and the list of shortcuts in the real window, by keys.

use crate::main_job::studio::Studio;
use egui::{Key, Modifiers};

/// A studio with two procedures of two steps each; the second is shown.
fn two_procedures() -> Studio {
    let mut studio = Studio::start();
    for (name, steps) in [("Hundesteuer", ["Hund anmelden", "Bescheid prüfen"]), ("Parkausweis", ["Antrag erfassen", "Ausweis drucken"])] {
        studio.key(Modifiers::COMMAND, Key::N);
        studio.type_text(name);
        studio.key(Modifiers::NONE, Key::Enter);
        for step in steps {
            studio.key(Modifiers::NONE, Key::T);
            studio.type_text(step);
            studio.key(Modifiers::NONE, Key::Enter);
        }
    }
    studio
}

fn find(studio: &mut Studio, key: Key, text: &str) {
    studio.key(Modifiers::COMMAND, key);
    studio.type_text(text);
    studio.key(Modifiers::NONE, Key::Enter);
}

#[test]
fn an_element_of_another_document_is_found_without_umlauts_and_shown() {
    let mut studio = two_procedures();
    assert_eq!(studio.document().main().unwrap().name, "Parkausweis");
    find(&mut studio, Key::K, "bescheid prufen");
    assert_eq!(studio.document().main().unwrap().name, "Hundesteuer");
    studio.key(Modifiers::NONE, Key::F2);
    studio.type_text("Bescheid erlassen");
    studio.key(Modifiers::NONE, Key::Enter);
    assert!(studio.document().nodes.values().any(|node| node.name == "Bescheid erlassen"), "it was selected and has the keys");
}

#[test]
fn commands_are_found_and_done() {
    let mut studio = two_procedures();
    find(&mut studio, Key::K, "anhängen: verzweigung: alle");
    studio.type_text("Beides");
    studio.key(Modifiers::NONE, Key::Enter);
    assert!(studio.document().nodes.values().any(|node| node.name == "Beides" && node.kind.is_gateway()));
    find(&mut studio, Key::K, "durchspielen");
    assert!(studio.mentions("Fall beginnen"));
    find(&mut studio, Key::K, "tastenkurzel");
    assert!(studio.shows("Dem Ablauf folgen") && studio.shows("Umschalt+Pfeiltasten"));
}

#[test]
fn the_number_of_hits_is_told_and_what_was_used_lately_comes_first() {
    let mut studio = two_procedures();
    find(&mut studio, Key::F, "hund anmelden");
    studio.key(Modifiers::COMMAND, Key::F);
    assert!(studio.mentions(" Treffer"));
    studio.key(Modifiers::NONE, Key::Enter);
    studio.key(Modifiers::NONE, Key::Delete);
    let names: Vec<&str> = studio.document().nodes.values().map(|node| node.name.as_str()).collect();
    assert_eq!(names, ["", "Bescheid prüfen"], "Enter without typing took what was found before");
    studio.key(Modifiers::COMMAND, Key::F);
    studio.type_text("xqzzzy");
    assert!(studio.shows("Kein Treffer"));
    studio.key(Modifiers::NONE, Key::Escape);
    assert!(!studio.mentions(" Treffer"));
}

#[test]
fn what_was_done_is_told_to_the_screen_reader() {
    let mut studio = two_procedures();
    studio.key(Modifiers::NONE, Key::E);
    studio.key(Modifiers::NONE, Key::Enter);
    assert!(studio.mentions("Anhängen: "), "an append is told");
    studio.key(Modifiers::NONE, Key::ArrowLeft);
    studio.key(Modifiers::NONE, Key::Delete);
    assert!(studio.shows("Löschen: „Ausweis drucken“"));
}

#[test]
fn a_question_mark_opens_the_list_of_shortcuts_but_can_be_typed_in_names() {
    let mut studio = two_procedures();
    studio.key(Modifiers::SHIFT, Key::Questionmark);
    assert!(studio.shows("Zeichenfläche: zeichnen"));
    studio.key(Modifiers::NONE, Key::Escape);
    studio.key(Modifiers::NONE, Key::F2);
    studio.key(Modifiers::SHIFT, Key::Questionmark);
    assert!(!studio.shows("Zeichenfläche: zeichnen"));
}
