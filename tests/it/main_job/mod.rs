//! The studio's main job in the real window, with pointer and keys: draw, add a form, play, prove, deliver.

mod counterexample;
mod delivering;
mod drawing;
mod fault_kinds;
mod flow;
mod foreign_in;
mod foreign_out;
mod looking;
mod office;
mod playing;
mod pictures;
mod proposing;
mod reports;
mod sample;
mod services;
mod small_things;
pub mod studio;
mod teaching;
mod ten_minutes;

use dienstweg::model::{Document, NodeKind, SequenceFlow};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use studio::Studio;

const STEPS: [&str; 5] = ["Antrag erfassen", "Antrag prüfen", "Leitung beteiligen", "Bescheid schreiben", "Geld auszahlen"];

/// A studio in which a procedure of five steps was drawn by hand.
///
/// Begin → Antrag erfassen → Antrag prüfen → one way of three:
/// above 1000 euros Leitung beteiligen and then Bescheid schreiben, incomplete to the end Abgelehnt,
/// else Bescheid schreiben → Geld auszahlen → Bewilligt.
fn drawn() -> Studio {
    let mut studio = Studio::start();
    studio.click("Neues Verfahren");
    studio.type_into(Role::TextInput, "Name des Verfahrens", "Zuschuss beantragen");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.click("Schritt anhängen");
    studio.name_element("Antrag erfassen", Key::Tab);
    studio.name_element("Antrag prüfen", Key::Enter);
    studio.click("Verzweigung anhängen");
    studio.name_element("Wie geht es weiter?", Key::Enter);
    studio.click("Schritt anhängen");
    studio.name_element("Leitung beteiligen", Key::Enter);
    studio.select("Verzweigung: genau ein Weg: Wie geht es weiter?");
    studio.click("Ende anhängen");
    studio.name_element("Abgelehnt", Key::Enter);
    studio.select("Verzweigung: genau ein Weg: Wie geht es weiter?");
    studio.click("Schritt anhängen");
    studio.name_element("Bescheid schreiben", Key::Tab);
    studio.name_element("Geld auszahlen", Key::Enter);
    studio.click("Ende anhängen");
    studio.name_element("Bewilligt", Key::Enter);
    studio.select("Schritt mit Formular: Leitung beteiligen");
    studio.click_last("Verbinden");
    studio.click_element("Schritt mit Formular: Bescheid schreiben");
    studio
}

/// A studio in which moreover the first step has its form, the ways are decided and all steps have somebody who does them.
fn with_form() -> Studio {
    let mut studio = drawn();
    studio.select("Schritt mit Formular: Antrag erfassen");
    studio.click("Neues Formular");
    studio.click("Formular öffnen");
    for (kind, name) in [("Text", "Zweck"), ("Betrag in Euro", "Betrag"), ("Ja oder Nein", "Vollständig")] {
        studio.click_first("Feld hinzufügen");
        studio.click_role(Role::Button, kind);
        studio.type_text(name);
        studio.key(Modifiers::NONE, Key::Enter);
    }
    studio.click("„Zweck“");
    studio.click_role(Role::CheckBox, "Pflichtfeld");
    studio.click_role(Role::Tab, "Ablauf");
    studio.select("Verzweigung: genau ein Weg: Wie geht es weiter?");
    studio.click_role(Role::Button, "→ „Bescheid schreiben“");
    studio.click_role(Role::CheckBox, "Für alle übrigen Fälle");
    for (target, condition) in
        [("→ „Leitung beteiligen“", "antragErfassen.betrag > 1000"), ("→ „Abgelehnt“", "not(antragErfassen.vollstaendig)")]
    {
        studio.select("Verzweigung: genau ein Weg: Wie geht es weiter?");
        studio.click_role(Role::Button, target);
        studio.click("Bedingung als FEEL");
        studio.type_into(Role::TextInput, "Bedingung", condition);
        studio.key(Modifiers::NONE, Key::Enter);
    }
    studio.select("Schritt mit Formular: Antrag erfassen");
    studio.click("Neue Rolle");
    studio.type_into(Role::TextInput, "Name", "Sachbearbeitung");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.select("Schritt mit Formular: Antrag prüfen");
    studio.key(Modifiers::COMMAND, Key::A);
    studio.choose("Zuständig", "Sachbearbeitung");
    studio
}

/// The way that leads from one element to another.
fn way<'a>(document: &'a Document, from: &str, to: &str) -> &'a SequenceFlow {
    let name = |node| document.nodes.get(node).map(|node| node.name.as_str());
    let found = document.flows.values().find(|flow| name(flow.from) == Some(from) && name(flow.to) == Some(to));
    found.unwrap_or_else(|| panic!("no way leads from {from} to {to}"))
}

/// Names of the steps, in the order in which they were made.
fn steps(document: &Document) -> Vec<&str> {
    document.nodes.values().filter(|node| matches!(node.kind, NodeKind::UserTask)).map(|node| node.name.as_str()).collect()
}
