//! FEEL in the words of the platform, and forms in other languages.

use super::super::export::spoken;
use super::*;
use crate::model::{DataField, FieldKind, Form, ObjectType, Setting, Subject, TextPart, TextPlace};

fn document() -> Document {
    let mut document = Document::empty("hund", "Hund");
    let object: crate::model::ObjectTypeId = document.new_id();
    document.objects.insert(object, ObjectType::new(object, "antrag", "Antrag"));
    for (key, kind) in [("art", FieldKind::Text), ("betrag", FieldKind::Decimal), ("eilt", FieldKind::YesNo), ("tag", FieldKind::Date)] {
        let id: crate::model::DataFieldId = document.new_id();
        document.fields.insert(id, DataField::new(id, object, key, key, kind));
        document.objects.get_mut(object).unwrap().fields.push(id);
    }
    let id: crate::model::SettingId = document.new_id();
    let setting = Setting {
        id,
        key: "satz".to_owned(),
        name: "Satz".to_owned(),
        description: String::new(),
        kind: FieldKind::Decimal,
        default_value: "2.5".to_owned(),
        is_required: true,
    };
    document.settings.insert(id, setting);
    document
}

#[test]
fn conditions_are_said_in_juel() {
    let document = document();
    for (feel, juel) in [
        ("antrag.art = \"neu\"", Some("antrag_art == \"neu\"")),
        ("antrag.betrag >= 5 and antrag.eilt", Some("antrag_betrag >= 5 && antrag_eilt")),
        ("(antrag.betrag > 5 or antrag.eilt) and antrag.art != \"x\"", Some("(antrag_betrag > 5 || antrag_eilt) && antrag_art != \"x\"")),
        ("not(antrag.eilt)", Some("!antrag_eilt")),
        ("is filled(antrag.art)", Some("not empty antrag_art")),
        ("not(is filled(antrag.art))", Some("empty antrag_art")),
        ("antrag.art in [\"a\", \"b\"]", Some("antrag_art == \"a\" || antrag_art == \"b\"")),
        ("antrag.betrag between 1 and 3", Some("antrag_betrag >= 1 && antrag_betrag <= 3")),
        ("antrag.betrag * (2 - 1) > einstellungen.satz", Some("antrag_betrag * (2 - 1) > startParameter.parameters[\"satz\"]")),
        ("antrag.betrag - (2 - 1) = 0", Some("antrag_betrag - (2 - 1) == 0")),
        ("antrag.tag < today()", None),
        ("antrag.gibtEsNicht = 1", None),
        ("antrag.betrag >", None),
    ] {
        assert_eq!(spoken::juel(&document, feel).as_deref(), juel, "{feel}");
    }
}

#[test]
fn assignments_are_said_in_groovy() {
    let document = document();
    for (feel, groovy) in [
        ("antrag.betrag + 1", Some("api.getVariable(\"antrag_betrag\") + 1")),
        ("if antrag.eilt then \"5 $\" else \"\\\"\"", Some("api.getVariable(\"antrag_eilt\") ? \"5 \\$\" : \"\\\"\"")),
        ("is filled(antrag.art)", Some("!!api.getVariable(\"antrag_art\")")),
        ("einstellungen.satz * 2", Some("api.startParameter.parameters.get(\"satz\") * 2")),
        ("count([1])", None),
    ] {
        assert_eq!(spoken::groovy(&document, feel).as_deref(), groovy, "{feel}");
    }
}

const GERMAN: &str = r#"{"id": "1:Stadt_Antrag:v1.0", "title": "Antrag", "sections": [{"title": "Hund", "fieldGroups": [{"id": "g", "title": "Tier", "rows": [{"fields": [{"id": "a", "label": "Rasse", "type": "RADIO_BUTTONS", "helptext": "Im Pass", "possibleValues": [{"value": "d", "label": "Dackel"}]}]}]}]}]}"#;

fn english() -> String {
    let words = [
        ("Antrag\", \"s", "Application\", \"s"),
        ("Hund", "Dog"),
        ("Tier", "Animal"),
        ("Rasse", "Breed"),
        ("Im Pass", "In the pass"),
        ("Dackel", "Dachshund"),
    ];
    words
        .iter()
        .fold(GERMAN.to_owned(), |text, (german, english)| text.replace(german, english))
        .replace("1:Stadt_Antrag", "1:Stadt_Antrag_en")
}

fn both() -> Vec<(String, Vec<u8>)> {
    vec![
        ("forms/Stadt_Antrag-v1.0-de.json".to_owned(), GERMAN.as_bytes().to_vec()),
        ("forms/Stadt_Antrag-v1.0-en.json".to_owned(), english().into_bytes()),
    ]
}

#[test]
fn forms_in_other_languages_are_translations() {
    let document = imported(&both()).document;
    assert_eq!(document.forms.len(), 1);
    let language = document.languages.values().next().unwrap();
    assert_eq!((language.tag.as_str(), language.texts.len()), ("en", 6));
    let form = document.forms.values().next().unwrap();
    let title = TextPlace { at: Subject::Form(form.id), part: TextPart::Name };
    assert_eq!(language.texts[&title].text, "Application");
    assert_eq!(exported(&document).files, both());
}

#[test]
fn a_changed_translation_reaches_its_file_alone() {
    let mut document = imported(&both()).document;
    let language = document.languages.keys().next().unwrap();
    let texts = &mut document.languages.get_mut(language).unwrap().texts;
    texts.values_mut().find(|text| text.text == "Breed").unwrap().text = "Kind of dog".to_owned();
    let out = exported(&document);
    assert_eq!(text(&out, "forms/Stadt_Antrag-v1.0-en.json"), english().replace("Breed", "Kind of dog"));
    assert_eq!(text(&out, "forms/Stadt_Antrag-v1.0-de.json"), GERMAN);
}

#[test]
fn a_new_language_is_a_new_form_with_what_is_missing_said() {
    let mut document = imported(&both()[..1]).document;
    let form: Form = document.forms.values().next().unwrap().clone();
    let id: crate::model::LanguageId = document.new_id();
    let title = TextPlace { at: Subject::Form(form.id), part: TextPart::Name };
    let translation = crate::model::Translation { text: "Demande".to_owned(), of: "Antrag".to_owned() };
    let language =
        crate::model::Language { id, tag: "fr".to_owned(), name: "Französisch".to_owned(), texts: [(title, translation)].into() };
    document.languages.insert(id, language);
    let out = exported(&document);
    assert!(text(&out, "forms/Stadt_Antrag-v1.0-fr.json").contains("\"title\": \"Demande\""));
    let missing = out.report.iter().filter(|note| matches!(note.what, crate::exchange::What::OzgHub(Remark::Flaw(Flaw::Untranslated(_)))));
    assert_eq!(missing.count(), 5);
}
