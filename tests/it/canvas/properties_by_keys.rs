//! From the canvas to the properties and back in the real window, with keys alone.

use crate::main_job::studio::Studio;
use egui::{Key, Modifiers};

/// A studio with a start, a choice and a step behind it, which is selected.
fn choice() -> Studio {
    let mut studio = Studio::start();
    studio.key(Modifiers::COMMAND, Key::N);
    for (key, text) in [(None, "Parkausweis"), (Some(Key::G), "Vollständig?"), (Some(Key::T), "Ausweis drucken")] {
        if let Some(key) = key {
            studio.key(Modifiers::NONE, key);
        }
        studio.type_text(text);
        studio.key(Modifiers::NONE, Key::Enter);
    }
    studio
}

#[test]
fn enter_leads_to_the_properties_and_escape_back() {
    let mut studio = choice();
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(studio.focused(), "Name");
    studio.key(Modifiers::NONE, Key::Escape);
    studio.key(Modifiers::NONE, Key::ArrowLeft);
    studio.key(Modifiers::NONE, Key::F2);
    studio.type_text("Alles da?");
    studio.key(Modifiers::NONE, Key::Enter);
    assert!(studio.document().nodes.values().any(|node| node.name == "Alles da?"), "the canvas has the keys again");
}

#[test]
fn a_way_is_selected_and_gets_its_condition() {
    let mut studio = choice();
    studio.key(Modifiers::NONE, Key::ArrowLeft);
    studio.key(Modifiers::NONE, Key::W);
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(studio.focused(), "Beschriftung");
    studio.tab_to("Bedingung");
    studio.type_text("1 < 2");
    studio.key(Modifiers::NONE, Key::Enter);
    let conditions: Vec<&str> = studio.document().flows.values().map(|flow| flow.condition.as_str()).collect();
    assert_eq!(conditions, ["", "1 < 2"]);
}

#[test]
fn a_step_is_put_into_the_selected_way() {
    let mut studio = choice();
    studio.key(Modifiers::NONE, Key::ArrowLeft);
    studio.key(Modifiers::NONE, Key::W);
    studio.key(Modifiers::NONE, Key::N);
    studio.type_text("von Hand");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.type_text("Unterlagen sichten");
    studio.key(Modifiers::NONE, Key::Enter);
    let document = studio.document();
    let named = |name: &str| document.nodes.values().find(|node| node.name == name).unwrap().id;
    assert_eq!(document.outgoing(named("Vollständig?")).next().unwrap().to, named("Unterlagen sichten"));
    assert_eq!(document.outgoing(named("Unterlagen sichten")).next().unwrap().to, named("Ausweis drucken"));
}

#[test]
fn a_participant_gets_lanes_and_the_way_out_leads_to_them() {
    let mut studio = choice();
    studio.key(Modifiers::SHIFT, Key::N);
    studio.type_text("Teilnehmer waagerecht");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.type_text("Behörde");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.key(Modifiers::SHIFT, Key::L);
    studio.type_text("Sachbearbeitung");
    studio.key(Modifiers::NONE, Key::Enter);
    assert!(studio.document().lanes.values().any(|lane| lane.name == "Sachbearbeitung"));
    studio.key(Modifiers::NONE, Key::Home);
    studio.key(Modifiers::NONE, Key::U);
    studio.key(Modifiers::NONE, Key::F2);
    studio.type_text("Bürgerbüro");
    studio.key(Modifiers::NONE, Key::Enter);
    assert!(studio.document().lanes.values().any(|lane| lane.name == "Bürgerbüro"), "from a step one comes to its lane");
}
