//! A play of ten minutes in the real window, by pointer and keys: real forms, a moved clock, a message, a payment that fails, steps
//! back and forth, what if, a letter, values with who wrote them; kept as a test case that passes.

use super::studio::Studio;
use dienstweg::edit::{Command, Editor, FlowCommand};
use dienstweg::model::{Document, Event, NodeKind, Point, Subject};
use dienstweg::sim::run_case;
use egui::accesskit::Role;
use egui::{Key, Modifiers};

/// The resident parking permit, with a message by which the application may be withdrawn while it is examined.
fn permit() -> Document {
    let sample = dienstweg::catalog::samples().iter().find(|sample| sample.file.starts_with("bewohnerpark")).unwrap();
    let document = dienstweg::bundle::read_model(sample.text.as_bytes()).unwrap().document;
    let host = document.nodes.values().find(|node| node.name == "Antrag prüfen").unwrap().id;
    let process = document.main_process;
    let mut editor = Editor::new(document);
    let mut made =
        |command: FlowCommand| editor.apply(Command::Flow(command)).unwrap().created.into_iter().find_map(Subject::node).unwrap();
    let trigger = Event::Message("Rücknahme".to_owned());
    let event = made(FlowCommand::AddBoundaryEvent { host, trigger, is_interrupting: true, at: None });
    let end = FlowCommand::AddNode { process, kind: NodeKind::EndEvent(Event::None), name: String::new(), at: Point::new(900.0, 900.0) };
    let end = made(end);
    let connect = FlowCommand::Connect { from: Subject::Node(event), to: Subject::Node(end) };
    editor.apply(Command::Flow(connect)).unwrap();
    let mut document = Document::clone(editor.document());
    for (node, name) in [(event, "Antrag zurückgenommen"), (end, "Antrag ist zurückgenommen")] {
        name.clone_into(&mut document.nodes.get_mut(node).unwrap().name);
    }
    document
}

/// Fills in the three pages of the application; who has a place of their own is looked at by a person.
fn apply(studio: &mut Studio) {
    let mut fill = |label: &str, text: &str| {
        studio.scroll_to(label);
        studio.type_into(Role::TextInput, label, text);
    };
    for (part, text) in [("Vorname", "Erika"), ("Nachname", "Mustermann")] {
        fill(&format!("Person, {part}"), text);
    }
    for (part, text) in [("Straße", "Bahnhofstraße"), ("Hausnummer", "7"), ("Postleitzahl", "12345"), ("Ort", "Musterstadt")] {
        fill(&format!("Anschrift der Hauptwohnung, {part}"), text);
    }
    fill("E-Mail", "erika@example.org");
    pick(studio, "Weiter");
    studio.scroll_to("Amtliches Kennzeichen");
    studio.type_into(Role::TextInput, "Amtliches Kennzeichen", "M-AB 123");
    pick(studio, "Ich bin Halterin oder Halter");
    pick(studio, "Weiter");
    pick(studio, "Zone B Bahnhofsviertel");
    pick(studio, "Ein Jahr");
    pick(studio, "Ich habe einen privaten Stellplatz oder eine Garage");
    pick(studio, "Absenden");
}

fn pick(studio: &mut Studio, label: &str) {
    studio.scroll_to(label);
    studio.click(label);
}

/// Grants the permit, by keys.
fn grant(studio: &mut Studio) {
    studio.tab_to("Ausweis erteilen");
    studio.key(Modifiers::NONE, Key::Space);
    studio.tab_to("Absenden");
    studio.key(Modifiers::NONE, Key::Enter);
}

#[test]
fn a_play_of_ten_minutes() {
    let mut studio = Studio::start_with(&permit());
    studio.key(Modifiers::COMMAND, Key::Num3);
    studio.click_first("Fall beginnen");
    // Services that are of no interest answer by themselves.
    studio.click("Dienste");
    studio.shot("services");
    for service in ["Postfach", "Fachverfahren"] {
        pick(&mut studio, &format!("{service}: Antwortet"));
    }
    studio.key(Modifiers::NONE, Key::Escape);
    apply(&mut studio);
    assert!(studio.shows("Meldedaten abrufen, wartet auf Antwort des Dienstes"));
    studio.click("Dienst antwortet");
    assert!(studio.mentions("Antrag prüfen, fällig"), "the clerk's desk tells by when");
    let because = "Weiter „ja“, weil Ich habe einen privaten Stellplatz oder eine Garage = ja";
    assert!(studio.shows(because), "why a way was taken, with the values");

    // The clock is moved by what one types; the step is overdue then.
    studio.click_role_starting(Role::Button, "Uhr des Falls");
    studio.type_into(Role::TextInput, "So lange warten", "8 Arbeitstage");
    studio.shot("clock");
    studio.click("Warten");
    assert!(studio.mentions("Antrag prüfen, überfällig seit"));
    studio.shots("desk");

    // A message arrives where it is waited for: on the picture.
    studio.select("Schritt mit Formular: Antrag prüfen");
    studio.click("Eintreten lassen: „Antrag zurückgenommen“");
    assert!(studio.shows("Der Fall ist abgeschlossen."));
    studio.click("Einen Schritt zurück");
    assert!(!studio.shows("Der Fall ist abgeschlossen.") && studio.mentions("Antrag prüfen, überfällig seit"));
    studio.click("Einen Schritt vor");
    assert!(studio.shows("Der Fall ist abgeschlossen."), "forth again");
    studio.click("Einen Schritt zurück");

    // What if, against the data: the journal says that it was chosen by hand.
    grant(&mut studio);
    assert!(studio.shows("Gebühr bezahlen, wartet auf Antwort des Dienstes"));
    studio.select("Verzweigung: genau ein Weg: Ausweis erteilen?");
    studio.shots("selected");
    studio.click("Was wäre, wenn: „nein“");
    assert!(studio.shows("Weiter „nein“, von Hand gewählt"));
    assert!(studio.shows("Der Fall ist abgeschlossen."), "the refusal was delivered by itself");
    studio.shots("history");
    studio.click("Zurück vor Schritt 5");
    grant(&mut studio);

    // The payment fails; what is written then is read.
    studio.click("Störung: Zahlung fehlgeschlagen");
    assert!(studio.shows("Der Fall ist abgeschlossen."));
    studio.click_role(Role::Tab, "Schreiben");
    studio.click_role_starting(Role::Button, "Ihr Antrag auf einen Bewohnerparkausweis ist erledigt");
    assert!(studio.mentions("da die Gebühr von 120,00\u{a0}€ nicht bezahlt wurde"));
    assert!(studio.shows("Stadt Musterstadt, Straßenverkehrsbehörde"), "the sender stands over the letter");
    studio.shots("letter");
    studio.click("Einen Schritt zurück");
    studio.click("Einen Schritt zurück");
    studio.click("Dienst antwortet");
    assert!(studio.shows("Der Fall ist abgeschlossen."));

    // Who wrote what.
    studio.click_role(Role::Tab, "Werte");
    assert!(studio.shows("120,00\u{a0}€") && studio.mentions("von „Gebühr ermitteln“"));
    assert!(studio.shows("EP-20261123-0815") && studio.mentions("von „Gebühr bezahlen“"));

    studio.shots("values");
    studio.click("Als Testfall aufheben");
    let document = studio.document();
    let kept = document.test_cases.values().max_by_key(|case| case.id).unwrap();
    assert!(kept.steps.len() >= 5, "{:?}", kept.steps);
    let result = run_case(document, kept);
    assert!(result.passed(), "{:?}", result.first_difference);
}

#[test]
fn three_cases_run_beside_each_other() {
    let mut studio = Studio::start_with(&permit());
    studio.key(Modifiers::COMMAND, Key::Num3);
    studio.click_first("Fall beginnen");
    apply(&mut studio);
    studio.click("Neuer Fall");
    studio.click("Neuer Fall");
    assert!(studio.shows("Fall 1, nichts zu tun") && studio.shows("Fall 3, eine Aufgabe"));
    assert!(studio.shows("Antrag stellen, Fall 2") && studio.shows("Antrag stellen, Fall 3"), "the desk shows the tasks of all cases");
    studio.click("Antrag stellen, Fall 2");
    assert_eq!(studio.selected(Role::Tab).iter().filter(|tab| tab.starts_with("Fall")).collect::<Vec<_>>(), ["Fall 2, eine Aufgabe"]);
    studio.click("Fall 1, nichts zu tun");
    assert!(studio.shows("Dienst antwortet"), "the first case is where it was left");
    studio.click("Fall 1 schließen");
    assert!(!studio.shows("Fall 1, nichts zu tun") && studio.shows("Fall 2, eine Aufgabe"));
}

#[test]
fn playing_by_itself_stops_at_a_break_point_and_services_stay_silent() {
    let mut studio = Studio::start_with(&permit());
    studio.key(Modifiers::COMMAND, Key::Num3);
    studio.click_first("Fall beginnen");
    studio.click("Dienste");
    pick(&mut studio, "ePayment: Antwortet nie");
    studio.key(Modifiers::NONE, Key::Escape);
    studio.select("Schritt durch einen Dienst: Gebühr bezahlen");
    studio.click("Haltepunkt setzen");
    apply(&mut studio);
    studio.click("Von selbst weiter");
    studio.wait_for_part("Antrag prüfen, fällig");
    grant(&mut studio);
    assert!(studio.shows("Gebühr bezahlen, angehalten"), "held before the payment");
    studio.click("Von selbst weiter");
    studio.wait_for("Der Fall ist abgeschlossen.");
    assert!(studio.mentions("14 Tage ohne Zahlung"), "nobody paid, so time ran out");
}

#[test]
fn single_steps_lead_from_node_to_node_by_keys() {
    let mut studio = Studio::start_with(&permit());
    studio.key(Modifiers::COMMAND, Key::Num3);
    studio.click_first("Fall beginnen");
    studio.click("Einzelschritte: vor jedem Schritt anhalten");
    apply(&mut studio);
    assert!(studio.shows("Meldedaten abrufen, angehalten"));
    studio.tab_to("Weiter");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.click("Dienst antwortet");
    assert!(studio.shows("Prüfung von Hand nötig?, angehalten"));
    studio.click("Trotzdem weiter: „nein“");
    studio.click("Weiter");
    assert!(studio.shows("Gebühr ermitteln, angehalten"), "against the data the examination was left out");
}

#[test]
fn the_picture_is_walked_and_its_menu_is_opened_by_keys() {
    let mut studio = Studio::start_with(&permit());
    studio.key(Modifiers::COMMAND, Key::Num3);
    studio.click_first("Fall beginnen");
    studio.tab_to("Zeichenfläche");
    studio.key(Modifiers::NONE, Key::Home);
    studio.key(Modifiers::NONE, Key::ArrowRight);
    assert!(studio.shows("Bearbeiten"), "the step to do is selected");
    studio.key(Modifiers::NONE, Key::H);
    assert!(studio.shows("Haltepunkt entfernen"));
    let before = studio.document().clone();
    for key in [Key::Delete, Key::T, Key::N, Key::X] {
        studio.key(Modifiers::NONE, key);
    }
    assert_eq!(*studio.document(), before, "nothing is changed here");
    studio.key(Modifiers::SHIFT, Key::F10);
    assert_eq!(studio.labels(Role::MenuItem), ["Bearbeiten", "Haltepunkt entfernen", "Im Ablauf zeigen"]);
    assert_eq!(studio.focused(), "Bearbeiten");
}
