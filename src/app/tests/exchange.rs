//! Files of other programs go in and out through the menu, where the system has no dialog.

use super::*;
use crate::edit::{ContentCommand, FormPlace, NewFieldKind};
use crate::model::FieldKind;
use crate::view::dialogs::Dialog;
use egui::Role;

/// A studio with a form of one field, kept in a file of its home, so that dialogs begin in that folder.
fn with_form(home: &Home) -> Harness<'static, App> {
    let mut harness = home.start_with_procedure();
    let context = harness.ctx.clone();
    let mut apply = |command: ContentCommand| harness.state_mut().perform(&context, Action::Apply(Command::Content(command)));
    apply(ContentCommand::AddForm { name: "Anmeldung".to_owned(), step: None });
    let form = document(&harness).forms.values().next().unwrap().clone();
    let place = FormPlace { form: form.id, container: form.pages[0].id, index: 0 };
    let field = ContentCommand::AddField { place, label: "Vorname".to_owned(), kind: NewFieldKind::Simple(FieldKind::Text) };
    harness.state_mut().perform(&context, Action::Apply(Command::Content(field)));
    settle(&mut harness);
    save_to(&mut harness, &home.path("hund.dienstweg.ron"));
    harness
}

#[test]
fn what_a_form_yields_is_saved_as_json_schema_from_the_menu() {
    let home = Home::new();
    let mut harness = with_form(&home);
    click(&mut harness, "Datei");
    click(&mut harness, "Exportieren …");
    harness.get_by_role_and_label(Role::RadioButton, "JSON Schema").click();
    settle(&mut harness);
    click(&mut harness, "Speichern unter …");
    let Some(Dialog::Path(entry)) = &harness.state().dialog else { panic!("where to is asked") };
    assert_eq!(entry.name, "anmeldung.json");
    harness.get_all_by_role_and_label(Role::Button, "Speichern").last().unwrap().click();
    settle(&mut harness);
    assert_eq!(failures(&harness), Vec::<String>::new());
    let written = std::fs::read_to_string(home.path("anmeldung.json")).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert!(jsonschema::draft202012::meta::is_valid(&schema), "{schema:#}");
    let accepts = |text: &str| jsonschema::draft202012::is_valid(&schema, &serde_json::from_str(text).unwrap());
    assert!(accepts(r#"{"anmeldung": {"vorname": "Ida"}}"#));
    assert!(!accepts(r#"{"anmeldung": {"vorname": 7}}"#));
}

#[test]
fn several_files_are_named_where_there_is_no_dialog_and_read_together() {
    let home = Home::new();
    let mut harness = with_form(&home);
    let fim = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fim");
    for file in ["S00000094V1.0_xdf2.xml", "C60000006_genericode.xml", "C00000020_genericode.xml"] {
        std::fs::copy(fim.join(file), home.path(file)).unwrap();
    }
    click(&mut harness, "Datei");
    click(&mut harness, "Einlesen …");
    click(&mut harness, "S00000094V1.0_xdf2.xml");
    click(&mut harness, "C60000006_genericode.xml");
    let Some(Dialog::Path(entry)) = &mut harness.state_mut().dialog else { panic!("which files is asked") };
    assert_eq!(entry.name, "S00000094V1.0_xdf2.xml\nC60000006_genericode.xml");
    assert_eq!(entry.files.len(), 3, "files of the studio itself are not offered");
    let listed = home.path("C00000020_genericode.xml");
    entry.name = format!("{}; {}\n\n", entry.name, listed.display());
    settle(&mut harness);
    harness.get_all_by_role_and_label(Role::Button, "Öffnen").last().unwrap().click();
    settle(&mut harness);
    assert_eq!(failures(&harness), Vec::<String>::new());
    click(&mut harness, "Als neues Verfahren");
    let filled: Vec<usize> = document(&harness).code_lists.values().map(|list| list.entries.len()).filter(|count| *count > 0).collect();
    assert_eq!(filled.len(), 2, "both lists were read with the schema");
}
