//! The data model, in the real window with pointer and keys: made, moved, renamed, filtered, and its uses followed.

use crate::main_job::studio::Studio;
use dienstweg::model::{DataField, Document, FieldKind, Subject};
use egui::accesskit::Role;
use egui::{Key, Modifiers};

/// A new procedure in the view of its data.
fn empty() -> Studio {
    let mut studio = Studio::start();
    studio.click("Neues Verfahren");
    studio.type_into(Role::TextInput, "Name des Verfahrens", "Zuschuss beantragen");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.key(Modifiers::COMMAND, Key::Num2);
    studio.click_role(Role::Tab, "Daten");
    studio
}

/// The same with the object `Antrag` and these fields.
fn with_fields(names: &[&str]) -> Studio {
    let mut studio = empty();
    studio.click("Neues Objekt");
    studio.type_text("Antrag");
    studio.key(Modifiers::NONE, Key::Enter);
    for name in names {
        studio.key(Modifiers::NONE, Key::Insert);
        studio.type_text(name);
        studio.key(Modifiers::NONE, Key::Enter);
    }
    studio
}

fn field<'a>(document: &'a Document, path: &str) -> &'a DataField {
    let path = document.find_path(path).unwrap_or_else(|| panic!("{path} is not there"));
    document.fields.get(path.last().unwrap()).unwrap()
}

/// The keys of the fields of an object, in order.
fn keys(document: &Document, object: &str) -> Vec<String> {
    let object = document.objects.values().find(|it| it.key == object).unwrap();
    document.fields_of(object).map(|field| field.key.clone()).collect()
}

fn row(studio: &mut Studio, label: &str) {
    studio.click_role(Role::TreeItem, label);
}

#[test]
fn objects_and_fields_are_made_by_keys() {
    let studio = with_fields(&["Nummer", "Eingang"]);
    assert_eq!(keys(studio.document(), "antrag"), ["nummer", "eingang"]);
    assert_eq!(studio.focused(), "Eingang, Text, unbenutzt");
}

#[test]
fn a_field_is_made_behind_the_selected_one_and_renamed() {
    let mut studio = with_fields(&["Nummer", "Eingang"]);
    row(&mut studio, "Nummer, Text, unbenutzt");
    studio.key(Modifiers::NONE, Key::Insert);
    studio.type_text("Zeichen");
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(keys(studio.document(), "antrag"), ["nummer", "zeichen", "eingang"]);
    studio.key(Modifiers::NONE, Key::F2);
    studio.type_text("Aktenzeichen");
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(keys(studio.document(), "antrag"), ["nummer", "aktenzeichen", "eingang"]);
}

#[test]
fn fields_are_moved_by_keys_also_into_objects_and_out() {
    let mut studio = with_fields(&["Nummer", "Name"]);
    row(&mut studio, "Nummer, Text, unbenutzt");
    studio.click("Hinzufügen");
    studio.click("Objekt darin");
    studio.type_text("Person");
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(keys(studio.document(), "antrag"), ["nummer", "name", "person"]);
    row(&mut studio, "Name, Text, unbenutzt");
    studio.key(Modifiers::COMMAND, Key::ArrowDown);
    assert_eq!(keys(studio.document(), "antrag"), ["nummer", "person", "name"]);
    assert_eq!(studio.focused(), "Name, Text, unbenutzt");
    studio.key(Modifiers::COMMAND, Key::ArrowRight);
    assert_eq!(field(studio.document(), "antrag.person.name").kind, FieldKind::Text);
    assert_eq!(studio.focused(), "Name, Text, unbenutzt");
    studio.key(Modifiers::COMMAND, Key::ArrowLeft);
    assert_eq!(keys(studio.document(), "antrag"), ["nummer", "person", "name"]);
    studio.key(Modifiers::COMMAND, Key::ArrowUp);
    studio.key(Modifiers::COMMAND, Key::ArrowUp);
    assert_eq!(keys(studio.document(), "antrag"), ["name", "nummer", "person"]);
}

#[test]
fn a_field_is_dragged_to_its_place() {
    let mut studio = with_fields(&["Eins", "Zwei", "Drei"]);
    let from = studio.place_of("Drei, Text, unbenutzt").center();
    let to = studio.place_of("Eins, Text, unbenutzt");
    studio.drag(from, egui::pos2(to.center().x, to.top() + 4.0));
    assert_eq!(keys(studio.document(), "antrag"), ["drei", "eins", "zwei"]);
    studio.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(keys(studio.document(), "antrag"), ["eins", "zwei", "drei"]);
}

#[test]
fn search_and_filter_show_what_is_looked_for() {
    let mut studio = Studio::start();
    studio.open_sample();
    studio.key(Modifiers::COMMAND, Key::Num2);
    studio.click_role(Role::Tab, "Daten");
    let all = studio.labels(Role::TreeItem).len();
    studio.type_into(Role::TextInput, "Feld suchen", "geburt");
    let found = studio.labels(Role::TreeItem).len();
    assert!(found > 0 && found < all, "{found} of {all}");
    studio.click("Suche leeren");
    assert_eq!(studio.labels(Role::TreeItem).len(), all);
    studio.click_role(Role::ComboBox, "Anzeigen");
    studio.click("Nie gefragt");
    let unasked = studio.labels(Role::TreeItem).len();
    assert!(unasked < all, "{unasked} of {all}");
}

#[test]
fn a_use_leads_to_where_it_is() {
    let mut studio = Studio::start();
    studio.open_sample();
    studio.key(Modifiers::COMMAND, Key::Num2);
    studio.click_role(Role::Tab, "Daten");
    let asked = {
        let document = studio.document();
        let form = document.forms.values().next().unwrap();
        let (element, shown) = form.fields().next().unwrap();
        let field = document.fields.get(shown.data.last().unwrap()).unwrap();
        (field.name.clone(), form.name.clone(), Subject::FormElement(form.id, element))
    };
    studio.type_into(Role::TextInput, "Feld suchen", &asked.0);
    let row = studio.labels(Role::TreeItem).into_iter().find(|label| label.starts_with(&format!("{}, ", asked.0))).unwrap();
    studio.click_role(Role::TreeItem, &row);
    let link = studio.labels(Role::Link).into_iter().find(|label| label.ends_with("Feld zum Ausfüllen")).unwrap();
    assert!(link.starts_with(&asked.1), "{link}");
    studio.click_role(Role::Link, &link);
    assert!(studio.selected(Role::Tab).contains(&"Formular".to_owned()));
    assert!(studio.mentions(&asked.1));
}

/// A procedure with a code list of two entries, in the view of the list.
fn with_list() -> Studio {
    let mut studio = empty();
    studio.click_role(Role::Tab, "Auswahllisten");
    studio.click_first("Neue Auswahlliste");
    studio
}

fn codes(document: &Document) -> Vec<(String, String)> {
    let list = document.code_lists.values().next().unwrap();
    list.entries.iter().map(|entry| (entry.code.clone(), entry.label.clone())).collect()
}

fn pair(code: &str, label: &str) -> (String, String) {
    (code.to_owned(), label.to_owned())
}

#[test]
fn codes_are_typed_moved_and_removed_by_keys() {
    let mut studio = with_list();
    studio.click_role(Role::Cell, "Schlüssel: 1");
    studio.type_text("rot");
    studio.key(Modifiers::NONE, Key::Tab);
    studio.type_text("Rot");
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(codes(studio.document()), [pair("rot", "Rot"), pair("2", "Auswahl 2")]);
    assert_eq!(studio.focused(), "Bezeichnung: Auswahl 2");
    studio.key(Modifiers::COMMAND, Key::ArrowUp);
    assert_eq!(codes(studio.document()), [pair("2", "Auswahl 2"), pair("rot", "Rot")]);
    studio.key(Modifiers::NONE, Key::Insert);
    studio.type_text("blau");
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(codes(studio.document())[1], pair("blau", ""));
    studio.click_role(Role::Cell, "Schlüssel: 2");
    studio.key(Modifiers::NONE, Key::Delete);
    assert_eq!(codes(studio.document()), [pair("blau", ""), pair("rot", "Rot")]);
}

#[test]
fn rows_of_a_spreadsheet_are_pasted_after_a_look() {
    let mut studio = with_list();
    studio.click_role(Role::Cell, "Schlüssel: 1");
    studio.paste("1\tEins\n3\tDrei\n3\tNochmal\n4\tVier\n");
    assert!(studio.mentions("4 Einträge erkannt") || studio.mentions("3 Einträge erkannt: 2 neu, 1 geändert"));
    studio.click("Ergänzen");
    assert_eq!(codes(studio.document()), [pair("1", "Eins"), pair("2", "Auswahl 2"), pair("3", "Drei"), pair("4", "Vier")]);
    studio.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(codes(studio.document()).len(), 2);
}

#[test]
fn a_hundred_thousand_rows_are_refused_with_a_sentence() {
    let mut studio = with_list();
    studio.click_role(Role::Cell, "Schlüssel: 1");
    let rows: Vec<String> = (0..100_000).map(|number| format!("{number}\tEintrag {number}")).collect();
    let rows = rows.join("\n");
    studio.paste(&rows);
    assert!(studio.mentions("sind zu viele für eine Auswahlliste; höchstens"));
    studio.click("Abbrechen");
    assert_eq!(codes(studio.document()).len(), 2);
}

#[test]
fn a_row_is_dragged_by_its_number() {
    let mut studio = with_list();
    let (from, to) = (studio.place_of("Zeile 2").center(), studio.place_of("Zeile 1"));
    studio.drag(from, egui::pos2(to.center().x, to.top() + 2.0));
    assert_eq!(codes(studio.document())[0], pair("2", "Auswahl 2"));
}

#[test]
fn a_new_version_keeps_the_old_one_and_fields_are_moved_over() {
    let mut studio = with_list();
    studio.click_role(Role::Tab, "Felder");
    studio.click("Neues Objekt");
    studio.type_text("Antrag");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.key(Modifiers::NONE, Key::Insert);
    studio.type_text("Farbe");
    studio.key(Modifiers::NONE, Key::Enter);
    studio.click_role(Role::ComboBox, "Art");
    studio.scroll_to("Auswahl aus: Neue Auswahlliste");
    studio.click_last("Auswahl aus: Neue Auswahlliste");
    let old = field(studio.document(), "antrag.farbe").kind.code_list().unwrap();
    studio.click_role(Role::Tab, "Auswahllisten");
    studio.click_role(Role::ListBoxOption, "Neue Auswahlliste, Version 1 · 2 Einträge · ein Feld");
    studio.click("Neue Version");
    assert_eq!(studio.document().code_lists.len(), 2);
    studio.click("Felder auf diese Version umstellen");
    let new = field(studio.document(), "antrag.farbe").kind.code_list().unwrap();
    let version = |list| studio.document().code_lists.get(list).unwrap().version.clone();
    assert_eq!((version(old), version(new)), ("1".to_owned(), "2".to_owned()));
}

#[test]
fn what_is_used_is_not_deleted_and_says_where() {
    let mut studio = Studio::start();
    studio.open_sample();
    studio.key(Modifiers::COMMAND, Key::Num2);
    studio.click_role(Role::Tab, "Daten");
    let fields = studio.document().fields.len();
    let row = studio.labels(Role::TreeItem).into_iter().find(|label| !label.contains("unbenutzt") && !label.contains("Objekt")).unwrap();
    studio.click_role(Role::TreeItem, &row);
    studio.key(Modifiers::NONE, Key::Delete);
    assert_eq!(studio.document().fields.len(), fields);
    assert!(studio.mentions("lässt sich nicht löschen. Es wird noch verwendet:"));
}

#[test]
fn retention_is_said_in_plain_words() {
    let mut studio = with_fields(&["Geburtsname"]);
    studio.click("Personenbezogen");
    assert!(studio.mentions("fehlt, wie lange sie aufbewahrt werden"));
    studio.click("Aufbewahrung ist festgelegt");
    assert!(studio.mentions("Wird 10 Jahre nach Abschluss gelöscht."));
    assert_eq!(field(studio.document(), "antrag.geburtsname").retention.as_ref().unwrap().iso, "P10Y");
}

/// Takes in a file of the folder with real files.
fn import(studio: &mut Studio, file: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fim").join(file);
    studio.key(Modifiers::COMMAND, Key::I);
    studio.wait_for_path_dialog();
    studio.type_into(Role::MultilineTextInput, "Dateinamen, je Zeile einer oder durch Semikolon getrennt", path.to_str().unwrap());
    studio.key(Modifiers::NONE, Key::Enter);
}

#[test]
fn a_schema_becomes_a_procedure_and_its_rules_take_effect_when_confirmed() {
    let mut studio = Studio::start();
    import(&mut studio, "S00000094V1.0_xdf2.xml");
    studio.wait_for("Als neues Verfahren");
    studio.click("Als neues Verfahren");
    assert!(studio.shows("Bericht des Einlesens"));
    let waiting =
        |studio: &Studio| studio.document().forms.values().flat_map(|form| &form.rules).filter(|rule| rule.then.is_none()).count();
    let before = waiting(&studio);
    assert!(before > 0);
    let confirm = studio.labels(Role::Button).into_iter().find(|label| label.ends_with("Regeln bestätigen")).unwrap();
    studio.click(&confirm);
    assert!(waiting(&studio) < before);
    studio.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(waiting(&studio), before);
}

#[test]
fn a_schema_is_taken_into_the_open_procedure_in_one_step() {
    let mut studio = with_fields(&["Nummer"]);
    import(&mut studio, "S00000094V1.0_xdf2.xml");
    studio.wait_for("In das offene Verfahren");
    studio.click("In das offene Verfahren");
    studio.click("Schließen");
    assert!(studio.document().fields.len() > 40);
    assert!(studio.document().find_path("antrag.nummer").is_some());
    studio.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(studio.document().fields.len(), 1);
}

#[test]
fn a_file_that_cannot_be_taken_says_why() {
    let mut studio = Studio::start();
    let file = studio.folder().join("fremd.xml");
    std::fs::write(&file, "<html><body/></html>").unwrap();
    studio.key(Modifiers::COMMAND, Key::I);
    studio.wait_for_path_dialog();
    studio.type_into(Role::MultilineTextInput, "Dateinamen, je Zeile einer oder durch Semikolon getrennt", file.to_str().unwrap());
    studio.key(Modifiers::NONE, Key::Enter);
    assert!(studio.mentions("„fremd.xml“ kann nicht importiert werden"));
}
