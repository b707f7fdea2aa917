//! Renaming, checked on single expressions and on a whole document.

use super::written;
use crate::edit::{Command, ContentCommand, Editor, Record};
use crate::model::*;
use crate::scope::{Paths, Target};

/// `antrag` with `hunde: List(hund)` and `datum`; `hund` with `rasse` and `datum`; the setting `satz`.
fn editor() -> Editor {
    let mut editor = Editor::new(Document::empty("p", "P"));
    let mut made = |command| editor.apply(Command::Content(command)).unwrap().created[0];
    let Subject::ObjectType(hund) = made(ContentCommand::AddObjectType { name: "Hund".into() }) else { panic!() };
    let Subject::ObjectType(antrag) = made(ContentCommand::AddObjectType { name: "Antrag".into() }) else { panic!() };
    for (object, name, kind) in [
        (hund, "Rasse", FieldKind::Text),
        (hund, "Datum", FieldKind::Date),
        (antrag, "Hunde", FieldKind::List(hund)),
        (antrag, "Datum", FieldKind::Date),
    ] {
        made(ContentCommand::AddDataField { object, name: name.into(), kind });
    }
    made(ContentCommand::AddSetting { name: "Satz".into(), kind: FieldKind::Money });
    editor
}

fn field(document: &Document, path: &str) -> DataFieldId {
    document.find_path(path).unwrap().last().unwrap()
}

fn renamed(document: &Document, target: Target, text: &str, new: &str) -> Option<String> {
    let found = Paths::of(document).references(text).into_iter().filter(|it| it.target == target);
    written(text, found.map(|it| it.span), new)
}

#[test]
fn a_field_is_renamed_where_the_path_means_it() {
    let editor = editor();
    let document = editor.document();
    let target = Target::Field(field(document, "antrag.hunde.datum"));
    for (text, expected) in [
        ("antrag.datum", None),
        ("hund.datum", Some("hund.tag")),
        ("antrag.hunde[datum > antrag.datum].datum", Some("antrag.hunde[tag > antrag.datum].tag")),
        ("antrag.hunde[item.datum = null]", Some("antrag.hunde[item.tag = null]")),
        ("some h in antrag.hunde satisfies h.datum < today()", Some("some h in antrag.hunde satisfies h.tag < today()")),
        ("every a in antrag.hunde, b in a satisfies b.datum = 1", Some("every a in antrag.hunde, b in a satisfies b.tag = 1")),
        ("for h in antrag.hunde return {datum: h.datum}", Some("for h in antrag.hunde return {datum: h.tag}")),
        ("\"hund.datum\" + hund . datum // hund.datum", Some("\"hund.datum\" + hund . tag // hund.datum")),
        ("datum", None),
        ("hund.datumsfeld", None),
        ("antrag.hunde[1].datum and", Some("antrag.hunde[1].tag and")),
        ("count(antrag.hunde.datum) in [1..3]", Some("count(antrag.hunde.tag) in [1..3]")),
    ] {
        assert_eq!(renamed(document, target, text, "tag").as_deref(), expected, "{text}");
    }
}

#[test]
fn objects_and_settings_are_renamed_at_the_beginning_of_a_path_only() {
    let editor = editor();
    let document = editor.document();
    let object = document.objects.values().find(|object| object.key == "antrag").unwrap().id;
    let object = Target::Object(object);
    assert_eq!(renamed(document, object, "antrag.datum > hund.antrag", "gesuch").as_deref(), Some("gesuch.datum > hund.antrag"));
    assert_eq!(renamed(document, object, "antragsteller.x", "gesuch"), None);
    let setting = Target::Setting(document.settings.keys().next().unwrap());
    let sentence = renamed(document, setting, "2 * einstellungen.satz + satz", "betrag");
    assert_eq!(sentence.as_deref(), Some("2 * einstellungen.betrag + satz"));
}

#[test]
fn a_renamed_field_is_renamed_in_letters_scripts_and_test_cases() {
    let mut editor = editor();
    editor.apply(Command::Content(ContentCommand::AddDocumentTemplate { name: "Bescheid".into() })).unwrap();
    let mut letter = editor.document().document_templates.values().next().unwrap().clone();
    letter.body = "antrag.datum {{ antrag.datum }} und {{antrag.hunde}} {{ offen antrag.datum".into();
    editor.apply(Command::Put(Record::DocumentTemplate(letter))).unwrap();
    let case = TestCase {
        id: TestCaseId(0),
        name: "Fall".into(),
        description: String::new(),
        process: editor.document().main_process,
        begins_at: String::new(),
        steps: Vec::new(),
        expectations: vec![Expectation::Holds("antrag.datum = null".into())],
    };
    editor.apply(Command::Content(ContentCommand::AddTestCase(case))).unwrap();

    let before = editor.document().clone();
    let mut renamed = before.fields.get(field(&before, "antrag.datum")).unwrap().clone();
    renamed.key = "eingang".into();
    editor.apply(Command::Put(Record::DataField(renamed))).unwrap();

    let after = editor.document();
    let letter = after.document_templates.values().next().unwrap();
    assert_eq!(letter.body, "antrag.datum {{ antrag.eingang }} und {{antrag.hunde}} {{ offen antrag.datum");
    assert_eq!(after.test_cases.values().next().unwrap().expectations, [Expectation::Holds("antrag.eingang = null".into())]);
    editor.undo();
    assert_eq!(**editor.document(), *before);
}
