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

#[test]
fn coverage_lies_over_the_picture_and_goes_again() {
    let mut studio = playing("hundesteuer");
    studio.key(Modifiers::NONE, Key::F5);
    assert!(studio.shows("Abdeckung"));
    assert!(studio.shows("Verbindungen"));
    studio.click("Abdeckung im Bild zeigen");
    assert!(studio.shows("Testfälle im Bild"));
    studio.click("Ausblenden");
    assert!(!studio.shows("Testfälle im Bild"));
}
