//! Playing the drawn procedure through: wrongly and rightly, back and forth, after changes, by keys alone.

use super::studio::Studio;
use super::with_form;
use egui::accesskit::Role;
use egui::{Key, Modifiers};

/// Begins a case.
pub fn begin(studio: &mut Studio) {
    studio.click_role(Role::Tab, "Durchspielen");
    studio.click_first("Fall beginnen");
}

/// Fills in the form on the stage and sends it.
pub fn send(studio: &mut Studio, amount: &str) {
    studio.type_into(Role::TextInput, "Betrag", amount);
    studio.click("Ja");
    studio.click("Absenden");
}

/// Plays a case of 500 euros to its end and keeps it.
pub fn played() -> Studio {
    let mut studio = with_form();
    begin(&mut studio);
    studio.click("Absenden");
    assert!(studio.shows("Bitte prüfen Sie 2 Angaben."), "nothing was filled in");
    studio.type_into(Role::TextInput, "Betrag", "viel");
    studio.click("Ja");
    studio.click("Absenden");
    assert!(studio.mentions("Bitte geben Sie eine Zahl ein"), "not a number");
    send(&mut studio, "500,00");
    for step in ["Antrag prüfen", "Bescheid schreiben", "Geld auszahlen"] {
        assert!(studio.shows(step), "{step} is on the desk");
        studio.click("Schritt erledigt");
    }
    assert!(studio.shows("Der Fall ist abgeschlossen."));
    studio.click("Als Testfall aufheben");
    assert!(studio.shows("Der Fall ist als Testfall aufgehoben."));
    studio
}

#[test]
fn a_form_is_filled_in_in_another_language_while_playing() {
    let mut studio = with_form();
    studio.click_role(Role::Tab, "Formulare");
    studio.click_role(Role::Tab, "Sprachen");
    studio.click("Sprache hinzufügen");
    studio.click("Englisch");
    studio.type_into(Role::TextInput, "Übersetzung von: Betrag", "Amount");
    studio.key(Modifiers::NONE, Key::Enter);
    begin(&mut studio);
    studio.type_into(Role::TextInput, "Betrag", "12");
    studio.choose("Sprache", "English");
    assert!(studio.shows("Amount") && !studio.shows("Betrag"));
    studio.click("Send");
    assert!(studio.shows("Please check one entry."), "what was typed is kept, messages are English");
}

#[test]
fn a_case_is_played_back_and_forth_to_its_end() {
    let mut studio = with_form();
    begin(&mut studio);
    send(&mut studio, "2000");
    studio.click("Schritt erledigt");
    assert!(studio.shows("Leitung beteiligen"), "more than 1000 euros");
    studio.click("Einen Schritt zurück");
    assert!(studio.shows("Antrag prüfen") && !studio.shows("Leitung beteiligen"));
    studio.click("Schritt erledigt");
    for step in ["Leitung beteiligen", "Bescheid schreiben", "Geld auszahlen"] {
        assert!(studio.shows(step), "{step} is on the desk");
        studio.click("Schritt erledigt");
    }
    assert!(studio.shows("Der Fall ist abgeschlossen."));
    assert!(!studio.shows("Schritt erledigt"));
}

#[test]
fn a_case_goes_on_with_what_was_changed_meanwhile() {
    let mut studio = with_form();
    begin(&mut studio);
    send(&mut studio, "500");
    assert!(studio.shows("Antrag prüfen"));
    studio.click_role(Role::Tab, "Ablauf");
    studio.select("Schritt mit Formular: Antrag prüfen");
    studio.key(Modifiers::NONE, Key::F2);
    studio.name_element("Antrag ansehen", Key::Enter);
    studio.click_role(Role::Tab, "Durchspielen");
    let notice = "Das Verfahren wurde inzwischen geändert. Der Fall läuft noch nach dem alten Stand.";
    assert!(studio.shows(notice));
    assert!(studio.shows("Antrag prüfen"), "the case still runs as it began");
    studio.click("Mit dem neuen Stand weiterspielen");
    assert!(!studio.shows(notice));
    assert!(studio.shows("Antrag ansehen") && !studio.shows("Antrag prüfen"));
    studio.click("Schritt erledigt");
    assert!(studio.shows("Bescheid schreiben"), "the amount that was filled in is still there");
}

#[test]
fn a_case_is_played_by_keys_alone() {
    let mut studio = with_form();
    studio.key(Modifiers::COMMAND, Key::Num3);
    studio.tab_to("Fall beginnen");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.tab_to("Betrag");
    studio.type_text("500");
    studio.tab_to("Ja");
    studio.key(Modifiers::NONE, Key::Space);
    studio.tab_to("Absenden");
    studio.key(Modifiers::NONE, Key::Enter);
    for step in ["Antrag prüfen", "Bescheid schreiben", "Geld auszahlen"] {
        assert!(studio.shows(step), "{step} is on the desk");
        studio.tab_to("Schritt erledigt");
        studio.key(Modifiers::NONE, Key::Enter);
    }
    assert!(studio.shows("Der Fall ist abgeschlossen."));
}

/// A window of 1280×720 has so many points at 200 per cent.
const TWICE: egui::Rect = egui::Rect { min: egui::Pos2::ZERO, max: egui::pos2(640.0, 360.0) };

#[test]
fn everything_has_its_place_when_the_interface_is_enlarged_while_a_case_runs() {
    let mut studio = with_form();
    begin(&mut studio);
    studio.resize(TWICE.width(), TWICE.height());
    let tools = ["Neu beginnen", "Einen Schritt zurück", "Zur nächsten Frist", "Einen Tag warten", "Als Testfall aufheben"];
    let mut rects = Vec::new();
    for label in tools {
        let rect = studio.place_of(label);
        assert!(TWICE.contains_rect(rect), "{label} lies outside: {rect}");
        assert!(rects.iter().all(|other: &egui::Rect| !other.shrink(1.0).intersects(rect)), "{label} lies over another");
        rects.push(rect);
    }
    let desk = studio.place_of("Aufgaben");
    let field = studio.place_of("Betrag");
    assert!(field.left() > desk.right() && field.right() < TWICE.right(), "the form's field stands beside the desk: {field}");
    studio.scroll_to("Betrag");
    studio.type_into(Role::TextInput, "Betrag", "500,00");
    for label in ["Ja", "Absenden"] {
        studio.scroll_to(label);
        studio.click(label);
    }
    assert!(studio.shows("Antrag prüfen"));
    studio.click_role(Role::Tab, "Bild");
    let picture = studio.place_of("Zeichenfläche");
    assert!(picture.height() > 120.0 && picture.width() > 240.0, "the picture has room: {picture}");
    studio.click_role(Role::Tab, "Zu tun");
    studio.click_role(Role::Tab, "Geschehen");
    assert!(studio.shows("Verlauf"), "what happened is still at hand");
    studio.resize(1280.0, 720.0);
    assert!(studio.shows("Schritt erledigt") && studio.shows("Zeichenfläche"), "both have room again");
}
