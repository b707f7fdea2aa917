//! A trainer writes an exercise, a learner works on one: in the window.

use super::studio::Studio;
use dienstweg::model::{Document, Expectation, Hidden, Reached};
use egui::accesskit::Role;
use egui::{Key, Modifiers};

fn sample() -> Document {
    let sample = dienstweg::catalog::samples().iter().find(|sample| sample.file.starts_with("bewohnerparkausweis")).unwrap();
    dienstweg::bundle::read_model(sample.text.as_bytes()).unwrap().document
}

fn begin(name: &str) -> Studio {
    let mut studio = Studio::start_with(&sample());
    studio.click_role(Role::Tab, "Durchspielen");
    studio.click_role(Role::Button, &format!("Übung „{name}“ beginnen"));
    studio
}

#[test]
fn a_learner_repairs_with_a_hint_and_keeps_the_result_without_a_name() {
    let mut studio = begin("Zwei Fehler finden");
    let copy = studio.document().clone();
    assert!(copy.exercises.is_empty(), "the copy is in front");
    assert_eq!(copy.nodes.values().find(|node| node.key == "antragPruefen").unwrap().details.due, None);
    assert!(studio.shows("Die fehlende Frist ist wieder da"));
    assert!(!studio.shows("Erreicht"));
    studio.click_first("Hinweis");
    assert!(studio.shows("Führen Sie alle Testfälle aus. Welcher schlägt fehl, und wo?"));
    assert!(studio.shows("Nächster Hinweis"));
    studio.shots("exercise");
    studio.click("Fertig");
    assert!(studio.shows("Erreicht: 0 von 3 Zielen"));
    let file = studio.folder().join("ergebnis.txt");
    studio.click("Ergebnis speichern");
    studio.wait_for_path_dialog();
    studio.type_into(Role::TextInput, "Dateiname oder ganzer Pfad", file.to_str().unwrap());
    studio.key(Modifiers::NONE, Key::Enter);
    let sheet = std::fs::read_to_string(&file).unwrap();
    assert!(sheet.contains("[ ] Die falsche Entscheidung ist behoben (mit einem Hinweis)"), "{sheet}");
    assert!(!sheet.contains("Name:"), "{sheet}");
    studio.click("Weiter üben");
    studio.click("Übung beenden");
    assert!(!studio.shows("Die fehlende Frist ist wieder da"));
    assert_eq!(*studio.document(), copy, "the copy stays");
}

#[test]
fn an_exercise_hides_what_the_checks_find() {
    let mut studio = begin("Zwei Fehler finden");
    studio.key(Modifiers::NONE, Key::F8);
    assert!(studio.shows("In dieser Übung verborgen."));
    studio.click("Übung beenden");
    assert!(!studio.shows("In dieser Übung verborgen."));
}

#[test]
fn a_trainer_writes_an_exercise() {
    let mut studio = Studio::start_with(&sample());
    let before = studio.document().exercises.len();
    studio.click_role(Role::Tab, "Durchspielen");
    studio.click("Neue Übung");
    assert_eq!(studio.document().exercises.len(), before + 1);
    studio.type_into(Role::TextInput, "Name der Übung", "Ein Fall zum Üben");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.click("Was die Prüfung findet");
    studio.click("Ziel hinzufügen");
    studio.type_into(Role::TextInput, "Was die Lernenden lesen", "Ein Fall ist gespielt");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.choose("Erreicht durch", "Über einen Schritt kommen");
    studio.shots("exercise-editor");
    let exercise = studio.document().exercises.values().last().unwrap().clone();
    assert_eq!((exercise.name.as_str(), exercise.hides.as_slice()), ("Ein Fall zum Üben", [Hidden::Problems].as_slice()));
    assert_eq!(exercise.goals.len(), 1);
    assert_eq!(exercise.goals[0].text, "Ein Fall ist gespielt");
    assert!(matches!(exercise.goals[0].reached_when, Reached::Played(Expectation::Visited(_))));
    studio.click("Übung „Ein Fall zum Üben“ löschen");
    assert_eq!(studio.document().exercises.len(), before);
}

/// How many goals are ticked off.
fn reached(studio: &Studio) -> usize {
    studio.count("Erreicht")
}

/// A studio in which the tour was followed up to its last goal.
fn toured() -> Studio {
    let mut studio = Studio::start();
    studio.click("Rundgang durch das Studio");
    assert_eq!(reached(&studio), 0);
    studio.click("Schritt anhängen");
    studio.name_element("Antrag prüfen", Key::Enter);
    assert_eq!(reached(&studio), 2);
    studio.click("Ende anhängen");
    studio.name_element("Fertig geprüft", Key::Enter);
    assert_eq!(reached(&studio), 3);
    studio.click_role(Role::Tab, "Durchspielen");
    studio.click_first("Fall beginnen");
    studio.click("Schritt erledigt");
    assert_eq!(reached(&studio), 4);
    studio
}

#[test]
fn the_tour_can_be_left() {
    let mut studio = toured();
    studio.click("Übung beenden");
    assert!(!studio.shows("Speichern Sie das Verfahren"));
}

#[test]
fn the_tour_ends_when_the_procedure_is_saved() {
    let mut studio = toured();
    studio.shots("tour");
    let file = studio.folder().join("mein-erstes.dienstweg.ron");
    studio.key(Modifiers::COMMAND, Key::S);
    studio.wait_for_path_dialog();
    assert_eq!(reached(&studio), 4, "asking for a place is not saving");
    studio.type_into(Role::TextInput, "Dateiname oder ganzer Pfad", file.to_str().unwrap());
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(reached(&studio), 5);
    let saved = dienstweg::bundle::read_model(&std::fs::read(&file).unwrap()).unwrap().document;
    assert_eq!(saved, *studio.document(), "what was saved is what was drawn");
    let notice = studio.place_of("Gespeichert: mein-erstes.dienstweg.ron");
    assert!(!notice.intersects(studio.place_of_role(Role::Button, "Fertig")), "the notice does not lie on the button");
    studio.click("Fertig");
    studio.shots("tour-done");
    assert!(studio.shows("Erreicht: 5 von 5 Zielen") && studio.shows("Sie haben alle Ziele erreicht."));
    studio.click("Übung beenden");
    assert!(!studio.shows("Speichern Sie das Verfahren"));
}
