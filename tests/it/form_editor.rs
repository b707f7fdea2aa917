//! Forms are built in the real window, with pointer and with keys alone: pages, tables, conditions, rules, copies.

use crate::main_job::studio::Studio;
use dienstweg::model::{Consequence, ElementKind, Form, FormElement, FormElementId, PageKind, RepeatLayout, Subject};
use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

/// A studio with an empty form.
fn with_form(title: &str) -> Studio {
    let mut studio = Studio::start();
    studio.click("Neues Verfahren");
    studio.type_into(Role::TextInput, "Name des Verfahrens", "Hundesteuer");
    studio.key(NONE, Key::Enter);
    studio.click_role(Role::Tab, "Formulare");
    studio.resize(1920.0, 1080.0);
    studio.click_last("Formular anlegen");
    studio.type_text(title);
    studio.key(NONE, Key::Enter);
    studio
}

fn form(studio: &Studio) -> &Form {
    studio.document().forms.values().next().unwrap()
}

fn elements_of(studio: &Studio) -> Vec<FormElementId> {
    form(studio).elements().into_iter().map(|element| element.id).collect()
}

fn names(studio: &Studio) -> Vec<String> {
    let form = form(studio);
    let name = |element: &FormElement| studio.document().name_of(Subject::FormElement(form.id, element.id)).unwrap().to_owned();
    form.elements().into_iter().map(name).collect()
}

/// Adds something by the menu and names it.
fn add(studio: &mut Studio, kind: &str, name: &str) {
    studio.click_first("Feld hinzufügen");
    studio.click_role(Role::Button, kind);
    studio.type_text(name);
    studio.key(NONE, Key::Enter);
}

/// Drags something from the list at the left onto the paper, beside what bears this name, and names it.
fn drag_in(studio: &mut Studio, kind: &str, beside: &str, name: &str) {
    let from = studio.place_of(&format!("{kind} hinzufügen")).center();
    let at = studio.place_of(beside);
    studio.drag(from, at.center_bottom() - vec2(0.0, 2.0));
    studio.type_text(name);
    studio.key(NONE, Key::Enter);
}

/// Chooses from a list; the same words may stand on the paper too.
fn pick(studio: &mut Studio, label: &str, option: &str) {
    studio.click_role(Role::ComboBox, label);
    studio.click_role(Role::Button, option);
}

/// Chooses what a condition compares: the last one that was begun.
fn compare(studio: &mut Studio, field: &str, sign: &str) {
    studio.click_role(Role::ComboBox, "Feld der Bedingung");
    if studio.shows("Feld suchen") {
        studio.type_into(Role::TextInput, "Feld suchen", field);
    }
    studio.click_role(Role::Button, field);
    pick(studio, "Vergleich", sign);
}

#[test]
fn a_form_of_three_pages_with_a_table_and_conditions_is_built_by_pointer() {
    let mut studio = with_form("Anmeldung");
    let tab = studio.place_of("Seite 1").center();
    studio.double_click_at(tab);
    studio.type_text("Person");
    studio.key(NONE, Key::Enter);
    add(&mut studio, "Person", "Halterin oder Halter");
    drag_in(&mut studio, "Ja oder Nein", "„Halterin oder Halter“", "Haben Sie Hunde?");
    studio.click_role(Role::Button, "Seite");
    studio.type_text("Hunde");
    studio.key(NONE, Key::Enter);
    add(&mut studio, "Wiederholbare Gruppe", "Hund");
    pick(&mut studio, "Darstellung der Einträge", "Als Tabelle, eine Zeile je Eintrag");
    studio.type_into(Role::TextInput, "Mindestens (Anzahl)", "1");
    studio.type_into(Role::TextInput, "Höchstens (Anzahl)", "3");
    studio.key(NONE, Key::Enter);
    add(&mut studio, "Text", "Name");
    add(&mut studio, "Ja oder Nein", "Gilt als gefährlich");
    add(&mut studio, "Telefon", "Telefon der Tierärztin");
    studio.click("Sichtbar, wenn: Bedingung hinzufügen");
    compare(&mut studio, "Gilt als gefährlich", "ist mit Ja beantwortet");
    studio.click_role(Role::Tab, "Hunde");
    studio.click("Sichtbar, wenn: Bedingung hinzufügen");
    compare(&mut studio, "Haben Sie Hunde?", "ist mit Ja beantwortet");
    studio.click_role(Role::Button, "Zusammenfassung");
    let form = form(&studio);
    let titles: Vec<(&str, PageKind)> = form.pages.iter().map(|page| (page.title.as_str(), page.kind)).collect();
    assert_eq!(titles, [("Person", PageKind::Questions), ("Hunde", PageKind::Questions), ("Zusammenfassung", PageKind::Summary)]);
    assert_eq!(form.pages[1].visible_when, "anmeldung.habenSieHunde = true");
    let ElementKind::Group(group) = &form.pages[1].elements[0].kind else { panic!("{:?}", form.pages[1].elements) };
    let repeat = group.repeat.as_ref().unwrap();
    assert_eq!((repeat.least, repeat.most, repeat.layout), (1, Some(3), RepeatLayout::Table));
    assert_eq!(group.elements[2].visible_when, "hund.giltAlsGefaehrlich = true");
    assert!(studio.mentions("Nur wenn") || studio.shows("Anmeldung"), "the paper shows the form");
}

#[test]
fn a_form_is_built_changed_and_tidied_by_keys_alone() {
    let mut studio = with_form("Antrag");
    studio.key(NONE, Key::Insert);
    assert_eq!(studio.focused(), "Text", "the list of kinds has the focus");
    studio.key(NONE, Key::Enter);
    studio.type_text("Vorname");
    studio.key(NONE, Key::Enter);
    studio.key(NONE, Key::Insert);
    studio.tab_to("Datum");
    studio.key(NONE, Key::Enter);
    studio.type_text("Geburtstag");
    studio.key(NONE, Key::Enter);
    assert_eq!(names(&studio), ["Vorname", "Geburtstag"]);
    studio.key(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(names(&studio), ["Geburtstag", "Vorname"]);
    studio.key(CTRL, Key::ArrowRight);
    assert_eq!(form(&studio).elements()[0].width, 7);
    studio.key(CTRL, Key::D);
    assert_eq!(names(&studio).len(), 3);
    studio.key(NONE, Key::F2);
    studio.type_text("Todestag");
    studio.key(NONE, Key::Enter);
    assert_eq!(names(&studio), ["Geburtstag", "Todestag", "Vorname"]);
    studio.key(Modifiers::SHIFT, Key::ArrowDown);
    studio.key(NONE, Key::Delete);
    assert_eq!(names(&studio), ["Geburtstag"], "both that were selected are gone");
    studio.key(CTRL, Key::Z);
    assert_eq!(names(&studio).len(), 3, "as one step");
}

#[test]
fn tab_leads_to_every_field_of_the_paper_and_selects_it() {
    let mut studio = with_form("Antrag");
    for (kind, name) in [("Text", "Erstes"), ("Datum", "Zweites"), ("Ja oder Nein", "Drittes")] {
        add(&mut studio, kind, name);
    }
    studio.click("„Erstes“");
    for name in ["„Zweites“", "„Drittes“"] {
        studio.tab_to(name);
        assert_eq!(studio.selected(Role::ListItem), [name]);
    }
    studio.key(NONE, Key::ArrowUp);
    assert_eq!(studio.selected(Role::ListItem), ["„Zweites“"]);
    assert_eq!(studio.focused(), "„Zweites“");
}

#[test]
fn fields_are_copied_into_another_form_and_show_the_same_data() {
    let mut studio = with_form("Antrag");
    add(&mut studio, "Text", "Vorname");
    add(&mut studio, "Datum", "Geburtstag");
    studio.click("„Vorname“");
    studio.key(CTRL, Key::A);
    studio.key(CTRL, Key::C);
    studio.click_first("Formular anlegen");
    studio.type_text("Anlage");
    studio.key(NONE, Key::Enter);
    studio.paste("Vorname\nGeburtstag\n");
    let document = studio.document();
    let paths: Vec<Vec<String>> =
        document.forms.values().map(|form| form.fields().map(|(_, field)| document.path_text(&field.data).unwrap()).collect()).collect();
    assert_eq!(paths[0], ["antrag.vorname", "antrag.geburtstag"]);
    assert_eq!(paths[0], paths[1]);
    studio.key(CTRL, Key::Z);
    assert_eq!(studio.document().forms.values().nth(1).unwrap().elements().len(), 0, "pasted as one step");
}

#[test]
fn a_rule_is_built_by_choosing_and_its_targets_are_seen() {
    let mut studio = with_form("Antrag");
    for (kind, name) in [("Auswahl", "Anlass"), ("Text", "Telefonisch"), ("Text", "Schriftlich")] {
        add(&mut studio, kind, name);
    }
    studio.click("Regeln (0)");
    studio.click("„Telefonisch“");
    studio.click("Neue Regel");
    studio.click("Wenn ein Code gewählt ist …");
    studio.click("wenn: Bedingung hinzufügen");
    compare(&mut studio, "Anlass", "ist gleich");
    pick(&mut studio, "Wert", "Auswahl 2");
    pick(&mut studio, "Feld oder Gruppe hinzufügen", "„Schriftlich“");
    let rule = form(&studio).rules[0].clone();
    assert_eq!(rule.when, "antrag.anlass = \"2\"");
    assert_eq!(rule.then, Some(Consequence::RequiredElseNotAllowed));
    let elements = form(&studio).elements();
    assert_eq!(rule.targets, [elements[1].id, elements[2].id]);
    pick(&mut studio, "dann", "mindestens eines davon muss ausgefüllt werden");
    assert_eq!(form(&studio).rules[0].then, Some(Consequence::AtLeastOne));
    assert!(studio.shows("Regeln (1)"));
    assert!(studio.shows("1 Regel"), "a mark at each field of the rule");
    let at = studio.place_of_role(Role::ListItem, "„Schriftlich“").center_top() + vec2(0.0, 8.0);
    studio.click_with(CTRL, at);
    assert_eq!(form(&studio).rules[0].targets, [elements_of(&studio)[1]], "Ctrl takes a field out of the selected rule");
    studio.click_with(CTRL, at);
    assert_eq!(form(&studio).rules[0].targets, elements_of(&studio)[1..], "and adds it again");
}

#[test]
fn renaming_stays_on_the_paper() {
    let mut studio = with_form("Antrag");
    add(&mut studio, "Text", "Vorname");
    assert_eq!(studio.focused(), "„Vorname“", "what was named has the focus");
    studio.key(NONE, Key::F2);
    assert_eq!(studio.focused(), "Name, hier auf dem Formular");
    studio.type_text("Rufname");
    studio.key(NONE, Key::Escape);
    assert_eq!((names(&studio), studio.focused()), (vec!["Vorname".to_owned()], "„Vorname“".to_owned()));
    let at = studio.place_of("„Vorname“").center_top() + vec2(0.0, 8.0);
    studio.double_click_at(at);
    studio.type_text("Nachname");
    studio.key(NONE, Key::Enter);
    assert_eq!((names(&studio), studio.focused()), (vec!["Nachname".to_owned()], "„Nachname“".to_owned()));
    assert_eq!(studio.document().fields.values().next().unwrap().key, "nachname");
    add(&mut studio, "Überschrift", "Zur Person");
    assert_eq!(names(&studio), ["Nachname", "Zur Person"]);
}

#[test]
fn an_own_rule_of_a_field_is_built_as_a_sentence() {
    let mut studio = with_form("Antrag");
    add(&mut studio, "Ganze Zahl", "Alter");
    studio.click("Regel hinzufügen");
    studio.click("Es muss gelten: Bedingung hinzufügen");
    compare(&mut studio, "Alter", "ist größer als");
    studio.type_into(Role::TextInput, "Wert", "17");
    studio.key(NONE, Key::Enter);
    let (_, field) = form(&studio).fields().next().unwrap();
    assert_eq!(field.rules[0].condition, "antrag.alter > 17");
    studio.click("Es muss gelten als FEEL");
    assert!(studio.shows("Es muss gelten"), "it can be typed too");
}

#[test]
fn a_form_for_casework_shows_the_pages_of_the_one_that_it_is_made_from() {
    let mut studio = with_form("Antrag");
    add(&mut studio, "Text", "Vorname");
    studio.click("Mehr zu „Antrag“");
    studio.click("Sachbearbeitungsformular ableiten");
    let forms: Vec<&Form> = studio.document().forms.values().collect();
    assert_eq!(forms[1].shows, Some(forms[0].id));
    studio.click("Seite 1 (aus „Antrag“, nur zum Lesen)");
    assert!(studio.mentions("Diese Seite gehört zu „Antrag“"));
    studio.click_last("Zum Formular „Antrag“");
    assert!(studio.shows("„Vorname“"), "there it can be changed");
}

#[test]
fn what_is_wrong_with_an_expression_is_seen_while_it_is_typed_and_names_are_offered() {
    let mut studio = with_form("Antrag");
    add(&mut studio, "Text", "Vorname");
    add(&mut studio, "Ja oder Nein", "Eilt es");
    studio.click("Sichtbar, wenn als FEEL");
    studio.type_into(Role::TextInput, "Sichtbar, wenn", "antrag.vornamen = ");
    assert!(studio.mentions("Am Ende fehlt"), "it is told at once");
    studio.key(CTRL, Key::A);
    studio.type_text("antrag.vorn");
    assert!(studio.shows("vorname"), "the field is offered");
    studio.key(NONE, Key::ArrowDown);
    studio.key(NONE, Key::Enter);
    studio.type_text(" = \"Ida\"");
    studio.key(NONE, Key::Enter);
    assert_eq!(form(&studio).elements()[1].visible_when, "antrag.vorname = \"Ida\"");
    studio.click("Sichtbar, wenn als Satz");
    assert!(studio.shows("Feld der Bedingung"), "what was typed is a sentence");
}

#[test]
fn several_fields_are_dragged_to_another_page_at_once() {
    let mut studio = with_form("Antrag");
    for name in ["Erstes", "Zweites", "Drittes"] {
        add(&mut studio, "Text", name);
    }
    studio.click_role(Role::Button, "Seite");
    studio.type_text("Weiteres");
    studio.key(NONE, Key::Enter);
    studio.click_role(Role::Tab, "Seite 1");
    studio.click("„Erstes“");
    studio.key(Modifiers::SHIFT, Key::ArrowDown);
    let (from, to) = (studio.place_of("„Erstes“").center_top() + vec2(0.0, 8.0), studio.place_of("Weiteres").center());
    studio.drag(from, to);
    let counts: Vec<usize> = form(&studio).pages.iter().map(|page| page.elements.len()).collect();
    assert_eq!(counts, [1, 2]);
    assert_eq!(names(&studio), ["Drittes", "Erstes", "Zweites"]);
}
