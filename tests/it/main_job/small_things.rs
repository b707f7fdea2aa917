//! Small things of the window: names of test cases, the order in which Tab goes.

use super::playing::played;
use super::studio::Studio;
use egui::accesskit::Role;
use egui::{Key, Modifiers};

fn case_name(studio: &Studio) -> String {
    studio.document().test_cases.values().next().unwrap().name.clone()
}

#[test]
fn a_test_case_gets_another_name_in_one_step() {
    let mut studio = played();
    let before = case_name(&studio);
    studio.click_role(Role::Tab, "Prüfen & Ausliefern");
    studio.click_first("Testfall umbenennen");
    assert_eq!(studio.focused(), "Name des Testfalls");
    studio.key(Modifiers::COMMAND, Key::A);
    studio.type_text("Verworfen");
    studio.key(Modifiers::NONE, Key::Escape);
    assert_eq!(case_name(&studio), before, "Escape leaves the name");
    studio.click_first("Testfall umbenennen");
    studio.key(Modifiers::COMMAND, Key::A);
    studio.type_text("Hoher Betrag");
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(case_name(&studio), "Hoher Betrag");
    assert!(studio.shows("Hoher Betrag"));
    studio.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(case_name(&studio), before);
}

#[test]
fn tab_goes_from_left_to_right_through_the_top_bar() {
    let mut studio = Studio::start();
    let mut walk = Vec::new();
    for _ in 0..40 {
        studio.key(Modifiers::NONE, Key::Tab);
        walk.push(studio.focused());
    }
    let begin = walk.iter().position(|label| label == "Datei").unwrap_or_else(|| panic!("{walk:?}"));
    let place = |label: &str| walk.iter().skip(begin).position(|it| it == label).unwrap_or_else(|| panic!("{label}: {walk:?}"));
    let places = ["Datei", "Hilfe", "Start", "DE", "EN", "Darstellung"].map(place);
    assert!(places.is_sorted(), "{walk:?}");
}
