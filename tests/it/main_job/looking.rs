//! The picture while playing: it shows everything when the form beside it goes, and keeps in view what it shows when the window becomes
//! another size, unless somebody has moved it.

use super::counterexample::{PLAY, problems_of};
use super::flow::Flow;
use super::studio::Studio;
use dienstweg::model::Document;

const STEPS: [&str; 8] = ["Eins", "Zwei", "Drei", "Vier", "Fünf", "Sechs", "Sieben", "Acht"];

/// So many steps in a row that they are not all to be read at once.
fn long() -> Document {
    let mut nodes = vec![('s', "Beginn"), ('e', "Ende")];
    nodes.extend(STEPS.map(|name| ('t', name)));
    let mut ways = vec![(0, 2), (9, 1)];
    ways.extend((2..9).map(|step| (step, step + 1)));
    Flow::new("Lange Reihe").add(None, &nodes, &ways).document
}

/// A long row that ends in a circle.
fn long_circle() -> Document {
    let mut nodes = vec![('s', "Beginn")];
    nodes.extend(STEPS.map(|name| ('t', name)));
    let ways: Vec<(usize, usize)> = (0..8).map(|step| (step, step + 1)).chain([(8, 7)]).collect();
    Flow::new("Lange Reihe").add(None, &nodes, &ways).document
}

fn is_in_view(studio: &Studio, name: &str) -> bool {
    let canvas = studio.place_of("Zeichenfläche");
    studio.find_element(name).is_some_and(|place| canvas.contains_rect(place))
}

#[test]
fn when_the_form_goes_the_picture_shows_everything() {
    let mut studio = Studio::start_with(&long());
    studio.key(egui::Modifiers::COMMAND, egui::Key::Num3);
    studio.click_first("Fall beginnen");
    for step in STEPS {
        assert!(is_in_view(&studio, &format!("Schritt mit Formular: {step}")), "{step} is to be done");
        assert!(!is_in_view(&studio, "Start: Beginn") || !is_in_view(&studio, "Ende: Ende"), "not everything has room beside the form");
        studio.click("Schritt erledigt");
    }
    assert!(studio.mentions("Der Fall ist abgeschlossen"));
    assert!(is_in_view(&studio, "Start: Beginn") && is_in_view(&studio, "Ende: Ende"));
    studio.shots("picture-whole");
    assert!(is_in_view(&studio, "Start: Beginn") && is_in_view(&studio, "Ende: Ende"), "also after the window was smaller");
}

#[test]
fn a_smaller_window_keeps_the_place_in_view_unless_the_picture_was_moved() {
    let mut studio = problems_of(&long_circle());
    studio.click(PLAY);
    let place = "Schritt mit Formular: Sieben";
    let seen = |studio: &Studio| is_in_view(studio, place);
    assert!(seen(&studio), "the place where it goes wrong is far from the beginning");
    studio.resize(853.0, 480.0);
    assert!(seen(&studio), "it stays in view at 150 per cent");
    studio.resize(640.0, 360.0);
    assert!(studio.mentions("führt kein Weg zu einem Ende"), "at 200 per cent either what is wrong has room");
    studio.shot("fault-circle-200");
    studio.click("Bild");
    assert!(!studio.mentions("führt kein Weg zu einem Ende"));
    assert!(seen(&studio), "or the picture");
    studio.click("Einen Schritt zurück");
    studio.shot("fault-circle-200-picture");
    assert!(seen(&studio), "which stays while one goes through it");
    studio.click("Erklärung");
    assert!(studio.mentions("auf dem Weg dorthin"));
    studio.resize(1280.0, 720.0);
    studio.click("Vergrößern");
    let size = studio.place_of_element(place).size();
    studio.resize(1200.0, 700.0);
    assert_eq!(studio.place_of_element(place).size(), size, "what somebody has chosen stays");
}
