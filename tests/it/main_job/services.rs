//! A step that a base service does, in the window: it answers, it fails, and time passes meanwhile.

use super::playing::{begin, send};
use super::studio::Studio;
use super::with_form;
use dienstweg::model::NodeKind;
use egui::accesskit::Role;
use egui::{Key, Modifiers};

/// The drawn procedure with a service that looks into a register in place of the second step, and a case that waits for it.
fn waiting() -> Studio {
    let mut studio = with_form();
    studio.select("Schritt mit Formular: Antrag prüfen");
    studio.click("Art ändern");
    studio.click_last("Schritt durch einen Dienst");
    studio.choose("Dienst", "Registerabruf");
    let step = studio.document().nodes.values().find(|node| node.name == "Antrag prüfen").unwrap();
    assert_eq!(step.kind, NodeKind::ServiceTask);
    assert_eq!(step.details.service.as_ref().unwrap().service, "registerabruf");
    begin(&mut studio);
    send(&mut studio, "500");
    studio
}

#[test]
fn a_service_answers_and_the_case_goes_on() {
    let mut studio = waiting();
    assert!(studio.shows("Antrag prüfen, wartet auf Antwort des Dienstes"));
    studio.click("Einen Tag warten");
    assert!(studio.shows("Ein Tag vergeht"), "the journal says it in words");
    studio.click("Dienst antwortet");
    assert!(studio.shows("Bescheid schreiben"));
    assert!(studio.shows("Dienst hat geantwortet: „Antrag prüfen“"));
    studio.click("Werte");
    assert!(studio.shows("500,00\u{a0}€"));
}

#[test]
fn a_failure_that_nobody_catches_stops_the_case_and_is_taken_back() {
    let mut studio = waiting();
    studio.click("Störung: Kein Treffer");
    assert!(studio.shows("Antrag prüfen, kommt nicht weiter"));
    studio.click("Einen Schritt zurück");
    assert!(studio.shows("Antrag prüfen, wartet auf Antwort des Dienstes"));
    studio.click("Dienst antwortet");
    studio.click("Zurück vor Schritt 2");
    assert!(studio.shows("Absenden"), "the form lies on the stage again");
    studio.key(Modifiers::COMMAND, Key::Num1);
    studio.click_role(Role::Tab, "Durchspielen");
    assert!(studio.shows("Absenden"), "the case is kept while the flow is looked at");
}
