//! Missing test cases: searched for, taken over, run with one key, and shown over the picture.

use super::studio::Studio;
use dienstweg::model::Document;
use dienstweg::sim::Survey;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use std::time::Duration;

/// A studio with the place Durchspielen of a sample.
fn playing(file: &str) -> Studio {
    let mut studio = Studio::start();
    let sample = dienstweg::catalog::samples().iter().find(|sample| sample.file.starts_with(file)).unwrap();
    let document = dienstweg::bundle::read_model(sample.text.as_bytes()).unwrap().document;
    studio.click(&document.main().unwrap().name);
    studio.click_role(Role::Tab, "Durchspielen");
    studio
}

/// How much the test cases leave open.
fn open(document: &Document) -> usize {
    let survey = Survey::of(document, document.main_process);
    let covered = survey.of_cases(document, document.main_process);
    survey.open(&covered).count()
}

#[test]
fn proposed_cases_cover_what_is_missing_and_are_one_step_of_the_history() {
    let mut studio = playing("bewohnerparkausweis");
    let (before, was_open) = (studio.document().test_cases.len(), open(studio.document()));
    assert!(was_open > 0, "the sample's own cases leave something open");
    studio.click("Fälle vorschlagen");
    studio.wait_for_up_to("Alle übernehmen", Duration::from_secs(90));
    studio.click("Alle übernehmen");
    let after = studio.document().clone();
    assert!(after.test_cases.len() > before);
    assert_eq!(open(&after), 0);
    studio.key(Modifiers::NONE, Key::F5);
    let all = after.test_cases.len();
    assert!(studio.shows(&format!("{all} von {all} bestanden")));
    studio.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(studio.document().test_cases.len(), before, "one step of the history");
}

/// The dog tax with its first case only: three rows of its table are left.
fn one_case() -> Document {
    let sample = dienstweg::catalog::samples().iter().find(|sample| sample.file.starts_with("hundesteuer")).unwrap();
    let mut document = dienstweg::bundle::read_model(sample.text.as_bytes()).unwrap().document;
    let others: Vec<_> = document.test_cases.keys().skip(1).collect();
    others.into_iter().for_each(|case| drop(document.test_cases.remove(case)));
    document
}

const TABLE: &str = "Nicht abgedeckt bei „Jahressteuer ermitteln“";
const ROW: &str = "Zeile 2 in „Jahressteuer“";

/// Coverage over the picture, all of it in view.
fn covered(document: &Document) -> Studio {
    let mut studio = Studio::start_with(document);
    studio.click_role(Role::Tab, "Durchspielen");
    studio.key(Modifiers::NONE, Key::F5);
    studio.click("Abdeckung im Bild zeigen");
    studio.click("Alles zeigen");
    studio
}

#[test]
fn badges_say_what_is_covered_inside_of_steps_and_lead_to_a_test_case() {
    let mut studio = covered(&one_case());
    let badge = "„Jahressteuer ermitteln“\nTabellenzeilen: 1 von 4 abgedeckt";
    assert!(studio.labels(Role::Button).iter().any(|label| label.starts_with(badge) && label.contains(ROW)), "it names the row");
    studio.shots("badges");
    studio.click("Alles zeigen");
    studio.click_role_starting(Role::Button, badge);
    assert!(studio.shows(TABLE));
    assert!(studio.mentions("wenn Gefährlich = ja, dann Jahressteuer = Steuer für einen gefährlichen Hund"));
    studio.click(&format!("Testfall vorschlagen: {ROW}"));
    studio.wait_for_up_to("Testfall übernehmen", Duration::from_secs(90));
    studio.shot("badge-proposal");
    studio.click("Testfall übernehmen");
    assert_eq!(studio.document().test_cases.len(), 2);
    assert!(studio.shows(TABLE), "the list stays");
    assert!(!studio.shows(&format!("Testfall vorschlagen: {ROW}")), "the row is covered now");
    let better = "„Jahressteuer ermitteln“\nTabellenzeilen: 2 von 4 abgedeckt";
    let labels = studio.labels(Role::Button);
    assert!(labels.iter().any(|label| label.starts_with(better)), "the picture tells it too: {labels:?}");
}

#[test]
fn what_is_not_covered_is_found_by_keys_and_edited() {
    let mut studio = covered(&one_case());
    studio.tab_to("Tabellenzeilen: 1 von 4 abgedeckt. Zeigen, was fehlt.");
    studio.key(Modifiers::NONE, Key::Enter);
    assert!(studio.shows("Nicht abgedeckt: Tabellenzeilen"));
    studio.tab_to(&format!("Zur Stelle: {ROW}"));
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(studio.focused(), "Befreit", "the first cell of the row");
    assert_eq!((studio.count("abgedeckt"), studio.count("nicht abgedeckt")), (1, 3), "the rows say it too");
    studio.shot("rows-covered");
}

#[test]
fn rules_and_boundary_values_are_told_at_the_step_with_the_form() {
    let mut studio = covered(&one_case());
    studio.click_role_starting(Role::Button, "„Hund anmelden“\nRegeln in Formularen: ");
    assert!(studio.shows("Nicht abgedeckt bei „Hund anmelden“"));
    assert!(studio.mentions("Rufname: genau 40 Zeichen"));
    assert!(studio.mentions("Bedingung: wenn „Zahlungsweise“ gleich „SEPA-Lastschrift“ ist"));
    let way = "Zur Stelle: „Hund anmelden“: „Bankverbindung“ wird angezeigt";
    studio.scroll_to(way);
    studio.click_first(way);
    assert!(!studio.shows("Testfälle im Bild"));
    studio.shot("rule-shown");
}

#[test]
fn coverage_lies_over_the_picture_and_goes_again() {
    let mut studio = playing("hundesteuer");
    studio.key(Modifiers::NONE, Key::F5);
    assert!(studio.shows("Abdeckung"));
    assert!(studio.shows("Verbindungen"));
    studio.click("Abdeckung im Bild zeigen");
    assert!(studio.shows("Testfälle im Bild"));
    studio.shots("coverage");
    studio.click("Ausblenden");
    assert!(!studio.shows("Testfälle im Bild"));
}
