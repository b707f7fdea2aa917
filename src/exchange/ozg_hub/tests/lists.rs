//! The lists of the platform's format gone through one by one: kinds of fields, conditions, validators, parameters. Each comes in, each goes
//! out as it came, and each that the studio knows comes out of a form that is written anew.

use super::*;
use crate::exchange::{Note, Weight, What};
use crate::model::{ElementKind, FieldKind, FormElement, Subject};
use serde_json::{Value, json};

const PATH: &str = "forms/Stadt_Antrag-v1.0-de.json";

/// A form with fields for others to speak of, and one more.
fn written(field: &Value, section: &Value) -> String {
    let more = json!({ "id": "feld", "label": "Feld", "width": 12 });
    let mut own = more;
    field.as_object().unwrap().iter().for_each(|(key, value)| own[key] = value.clone());
    let asked = |id: &str, kind: &str| json!({ "fields": [{ "id": id, "label": id, "type": kind, "width": 12, "possibleValues": [{ "value": "a", "label": "A" }, { "value": "b", "label": "B" }] }] });
    let variable = json!({ "fields": [{ "id": "variable", "label": "V", "type": "STRING", "width": 12, "target": { "service": "prozess", "variableName": "stufe" } }] });
    let rows = [
        asked("text", "STRING"),
        asked("wahl", "RADIO_BUTTONS"),
        asked("mehrere", "CHECKBOX"),
        asked("tag", "DATE"),
        asked("ja", "BOOLEAN"),
        variable,
        json!({ "fields": [own] }),
    ];
    let mut second = json!({ "title": "Zwei", "fieldGroups": [{ "id": "h", "title": "", "rows": [{ "fields": [{ "id": "x", "label": "X", "type": "STRING", "width": 12 }] }] }] });
    section.as_object().unwrap().iter().for_each(|(key, value)| second[key] = value.clone());
    let made = json!({ "id": "1:Stadt_Antrag:v1.0", "title": "Antrag", "engineVersion": "2",
        "sections": [{ "title": "Eins", "fieldGroups": [{ "id": "g", "title": "", "rows": rows }] }, second],
        "source": { "service": "prozess", "variableName": "antrag" }, "target": { "service": "prozess", "variableName": "antrag" } });
    serde_json::to_string_pretty(&made).unwrap()
}

fn taken(field: &Value) -> (Imported, String) {
    let text = written(field, &json!({}));
    let imported = form(&text);
    assert_eq!(super::text(&exported(&imported.document), PATH), text, "as it came");
    (imported, text)
}

fn element(document: &Document, id: &str) -> Option<FormElement> {
    let form = document.forms.values().next().unwrap();
    let is_it = |element: &&FormElement| {
        let origin = document.origins.get(Subject::FormElement(form.id, element.id));
        origin.is_some_and(|origin| origin.id == id)
    };
    form.elements().into_iter().find(is_it).cloned()
}

/// The field of the form written without its kept file.
fn anew(document: &Document) -> Value {
    let mut bare = document.clone();
    bare.sources.keys().collect::<Vec<_>>().into_iter().for_each(|source| drop(bare.sources.remove(source)));
    bare.origins.keys().collect::<Vec<_>>().into_iter().for_each(|origin| drop(bare.origins.remove(origin)));
    let forms: Vec<_> = bare.forms.keys().collect();
    forms.into_iter().for_each(|form| bare.forms.get_mut(form).unwrap().source = None);
    let out = exported(&bare);
    let (_, bytes) = out.files.iter().find(|(path, _)| path.starts_with("forms/")).unwrap();
    serde_json::from_slice(bytes).unwrap()
}

fn find<'v>(value: &'v Value, label: &str) -> Option<&'v Value> {
    match value {
        Value::Object(members) if members.get("label").is_some_and(|own| own == label) => Some(value),
        Value::Object(members) => members.values().find_map(|member| find(member, label)),
        Value::Array(items) => items.iter().find_map(|item| find(item, label)),
        _ => None,
    }
}

fn notes(imported: &Imported) -> Vec<&Note> {
    imported.report.iter().filter(|note| note.at.id.ends_with(":feld") || note.at.id == "feld").collect()
}

#[test]
fn every_kind_of_field_comes_in_and_goes_out() {
    let is = |kind: FieldKind| match kind {
        FieldKind::Choice(_) => "choice",
        FieldKind::MultipleChoice(_) => "several",
        FieldKind::Text => "text",
        FieldKind::LongText => "long",
        FieldKind::File => "file",
        FieldKind::YesNo => "yes",
        FieldKind::Date => "date",
        FieldKind::Time => "time",
        FieldKind::Money => "money",
        _ => "other",
    };
    // The kind on the platform, that in the studio, that of a form written anew, and whether it became the nearest.
    let kinds = [
        ("STRING", "text", "STRING", false),
        ("TEXTAREA", "long", "TEXTAREA", false),
        ("MULTIPLE_FILE", "file", "MULTIPLE_FILE", true),
        ("BOOLEAN", "yes", "SINGLE_CHECKBOX", false),
        ("TEXT", "shown", "TEXT", false),
        ("CHECKBOX", "several", "CHECKBOX", false),
        ("SINGLE_CHECKBOX", "yes", "SINGLE_CHECKBOX", false),
        ("RADIO_BUTTONS", "choice", "RADIO_BUTTONS", false),
        ("DROPDOWN_SINGLE_SELECT", "choice", "DROPDOWN_SINGLE_SELECT", false),
        ("PLACEHOLDER", "none", "", true),
        ("DATE", "date", "DATE", false),
        ("TIME", "time", "TIME", false),
        ("EURO_BETRAG", "money", "EURO_BETRAG", false),
        ("STRING_AJAX_AUTOCOMPLETE", "text", "STRING", true),
        ("DROPDOWN_SINGLE_SELECT_AJAX", "choice", "DROPDOWN_SINGLE_SELECT", true),
        ("H1", "heading", "H2", false),
        ("H2", "heading", "H2", false),
        ("GEO_MAP", "shown", "TEXT", true),
        ("GDIK_MAP", "shown", "TEXT", true),
        ("VIDEO", "shown", "TEXT", true),
        ("IMAGE", "shown", "TEXT", true),
        ("KFZ_KENNZEICHEN", "text", "STRING", true),
        ("DOWNLOAD", "shown", "TEXT", true),
        ("HINTBOX", "hint", "HINTBOX", false),
        ("PDF", "shown", "TEXT", true),
        ("ELTERNGELD_BEZUGSZEITRAUM", "text", "STRING", true),
    ];
    for (kind, wanted, out, is_nearest) in kinds {
        let (imported, _) = taken(&json!({ "type": kind, "possibleValues": [{ "value": "x", "label": "X" }] }));
        let document = &imported.document;
        let found = element(document, "g:feld").map_or("none", |element| match element.kind {
            ElementKind::Field(field) => is(document.fields.get(field.data.last().unwrap()).unwrap().kind),
            ElementKind::StaticText(_) => "shown",
            ElementKind::Heading(_) => "heading",
            ElementKind::Hint { .. } => "hint",
            ElementKind::Group(_) => "group",
        });
        assert_eq!(found, wanted, "{kind}");
        let anew = anew(document);
        let again = find(&anew, "Feld").map_or("", |field| field["type"].as_str().unwrap());
        let hint = if kind == "HINTBOX" && anew.to_string().contains("HINTBOX") { "HINTBOX" } else { again };
        assert_eq!(hint, out, "{kind}");
        let said = notes(&imported).iter().any(|note| note.what.weight() != Weight::Taken);
        assert_eq!(said, is_nearest, "{kind}: {:?}", notes(&imported));
    }
}

#[test]
fn every_condition_comes_in_and_goes_out() {
    let key = |field: &str| json!({ "groupId": "g", "groupIndex": 0, "fieldId": field });
    let values =
        |field: &str, values: &[&str]| json!({ "@type": "FieldValuesCondition", "conditionFieldKey": key(field), "values": values });
    let typed = |mut condition: Value, kind: &str| {
        condition["@type"] = json!(kind);
        condition
    };
    let conditions = [
        (typed(values("wahl", &["a"]), "ShowOnFieldValuesCondition"), "antrag.wahl = \"a\""),
        (typed(values("wahl", &["a", "b"]), "ShowOnFieldValuesCondition"), "antrag.wahl in [\"a\", \"b\"]"),
        (typed(values("ja", &["true"]), "ShowOnFieldValuesCondition"), "antrag.ja = true"),
        (typed(values("mehrere", &["b"]), "ShowOnFieldValuesCondition"), "list contains(antrag.mehrere, \"b\")"),
        (typed(values("tag", &["2024-05-01T00:00:00+0000"]), "ShowOnFieldValuesCondition"), "antrag.tag = @\"2024-05-01\""),
        (typed(values("wahl", &["a"]), "ShowOnFieldValueNotInValuesCondition"), "antrag.wahl != \"a\""),
        (json!({ "@type": "ShowOnFilledFieldCondition", "conditionFieldKey": key("text") }), "is filled(antrag.text)"),
        (json!({ "@type": "ShowOnEmptyFieldCondition", "conditionFieldKey": key("text") }), "not(is filled(antrag.text))"),
        (json!({ "@type": "ShowOnBooleanCondition", "showField": true }), "true"),
        (json!({ "@type": "ShowOnBooleanCondition", "showField": false }), "false"),
        (json!({ "@type": "ShowOnProcessVariableInValuesCondition", "variableName": "stufe", "values": ["1"] }), "vorgang.stufe = \"1\""),
        (
            json!({ "@type": "AndCondition", "conditions": [typed(values("wahl", &["a"]), "ShowOnFieldValuesCondition"), { "@type": "ShowOnFilledFieldCondition", "conditionFieldKey": key("tag") }] }),
            "antrag.wahl = \"a\" and is filled(antrag.tag)",
        ),
        (
            json!({ "@type": "OrCondition", "conditions": [typed(values("wahl", &["a"]), "ShowOnFieldValuesCondition"), { "@type": "ShowOnFilledFieldCondition", "conditionFieldKey": key("tag") }] }),
            "antrag.wahl = \"a\" or is filled(antrag.tag)",
        ),
    ];
    for (condition, feel) in conditions {
        let (imported, _) = taken(&json!({ "type": "STRING", "displayConditions": [condition] }));
        assert_eq!(element(&imported.document, "g:feld").unwrap().visible_when, feel);
        // A form written anew says the same: what it says is read as the same again.
        let anew = serde_json::to_string_pretty(&anew(&imported.document)).unwrap();
        let variable = feel.contains("vorgang.");
        let again = form(&anew).document;
        let form = again.forms.values().next().unwrap();
        let shown: Vec<String> = form
            .elements()
            .iter()
            .map(|element| element.visible_when.replace("Stadt_Antrag.", "antrag."))
            .filter(|when| !when.is_empty())
            .collect();
        assert!(variable || shown.contains(&feel.to_owned()), "{feel}: {shown:?}\n{anew}");
        assert!(
            !variable || anew.contains("ShowOnProcessVariableInValuesCondition") || anew.contains("ShowOnFieldValuesCondition"),
            "{anew}"
        );
    }
}

#[test]
fn every_condition_of_passing_over_comes_in_and_goes_out() {
    let key = |field: &str| json!({ "groupId": "g", "groupIndex": 0, "fieldId": field });
    let of_choice = |kind: &str| json!({ "@type": kind, "conditionFieldKey": key("wahl"), "values": ["a"] });
    for (condition, feel) in [
        (of_choice("SkipOnFieldValuesCondition"), "antrag.wahl != \"a\""),
        (of_choice("SkipOnFieldValueNotInValuesCondition"), "antrag.wahl = \"a\""),
        (json!({ "@type": "SkipOnFilledFieldCondition", "conditionFieldKey": key("text") }), "not(is filled(antrag.text))"),
        (json!({ "@type": "SkipOnEmptyFieldCondition", "conditionFieldKey": key("text") }), "is filled(antrag.text)"),
        (json!({ "@type": "SkipOnBooleanCondition", "skip": true }), "false"),
        (json!({ "@type": "SkipOnProcessVariableInValuesCondition", "variableName": "stufe", "values": ["1"] }), "vorgang.stufe != \"1\""),
    ] {
        let text = written(&json!({ "type": "STRING" }), &json!({ "skipConditions": [condition.clone()] }));
        let document = form(&text).document;
        assert_eq!(document.forms.values().next().unwrap().pages[1].visible_when, feel);
        assert_eq!(super::text(&exported(&document), PATH), text);
        let out = &anew(&document)["sections"][1]["skipConditions"][0]["@type"];
        assert!(out == &condition["@type"] || feel.contains("vorgang"), "{out}");
    }
}

#[test]
fn every_validator_comes_in_and_goes_out() {
    let source = json!({ "groupId": "g", "groupIndex": 0, "fieldId": "wahl" });
    // The validator, the kind of field, and whether the studio knows what it says and writes it anew.
    let validators = [
        (json!({ "@type": "RegexValidator", "regex": "[a-z]+", "validationErrorMessage": "klein" }), "STRING", true),
        (json!({ "@type": "IBANValidator", "validationErrorMessage": "IBAN" }), "STRING", true),
        (json!({ "@type": "MaxLengthValidator", "maxLength": 20 }), "STRING", true),
        (json!({ "@type": "MinNumberValueValidator", "minValue": 3 }), "STRING", true),
        (json!({ "@type": "MaxNumberValueValidator", "maxValue": 9 }), "STRING", true),
        (json!({ "@type": "MinDateValueValidator", "minValue": "2024-01-01T00:00:00+0000" }), "DATE", true),
        (json!({ "@type": "MaxDateValueValidator", "maxValue": "2024-12-31T00:00:00+0000" }), "DATE", true),
        (json!({ "@type": "NumberValidator" }), "STRING", true),
        (json!({ "@type": "EuroBetragPositiveValidator" }), "EURO_BETRAG", true),
        (json!({ "@type": "EuroBetragNegativeValidator" }), "EURO_BETRAG", true),
        (json!({ "@type": "FileExtensionValidator", "values": ["pdf"] }), "MULTIPLE_FILE", true),
        (json!({ "@type": "FileNameRegexValidator", "regex": "a.*" }), "MULTIPLE_FILE", false),
        (json!({ "@type": "MaxFileCountValidator", "maxFileCount": 1 }), "MULTIPLE_FILE", true),
        (json!({ "@type": "MaxFilesizeValidator", "maxFilesize": "1000" }), "MULTIPLE_FILE", true),
        (json!({ "@type": "TotalFilesizeValidator", "totalFilesize": "1000" }), "MULTIPLE_FILE", false),
        (json!({ "@type": "PdfAValidator" }), "MULTIPLE_FILE", false),
        (json!({ "@type": "RequiredOnEmptyFieldValidator", "sourceFieldKey": source }), "STRING", true),
        (json!({ "@type": "RequiredOnFilledFieldValidator", "sourceFieldKey": source }), "STRING", true),
        (json!({ "@type": "RequiredOnFieldValueValidator", "sourceFieldKey": source, "values": ["a"] }), "STRING", true),
        (json!({ "@type": "RequiredOnFieldValueNotInValuesValidator", "sourceFieldKey": source, "values": ["a"] }), "STRING", true),
        (json!({ "@type": "ExternalValidator", "url": "https://example.org" }), "STRING", false),
        (json!({ "@type": "VerificationLevelValidator", "level": "HOCH" }), "STRING", false),
    ];
    for (validator, kind, is_known) in validators {
        let (imported, _) = taken(&json!({ "type": kind, "validationRules": [validator] }));
        let name = validator["@type"].as_str().unwrap();
        let kept = notes(&imported).iter().any(|note| note.what == What::OzgHub(Remark::ValidatorKept(name.to_owned())));
        assert_eq!(kept, !is_known, "{name}: {:?}", notes(&imported));
        let anew = anew(&imported.document);
        let rules = find(&anew, "Feld").unwrap()["validationRules"].clone();
        // Groups have no names in the studio, so the key of the group is another.
        let same = |rule: &Value| {
            let members = validator.as_object().unwrap().iter().filter(|(key, _)| *key != "sourceFieldKey");
            members.into_iter().all(|(key, value)| rule.get(key) == Some(value))
                && rule["sourceFieldKey"]["fieldId"] == validator["sourceFieldKey"]["fieldId"]
        };
        let has = rules.as_array().unwrap().iter().any(same);
        assert_eq!(has, is_known, "{name}: {rules}");
    }
}

#[test]
fn parameters_metadata_and_config_come_in_and_stay() {
    let parameters = r#"[
  { "name": "kosten", "description": "Gebühr", "type": "STRING", "defaultValue": "12", "required": true, "hidden": false },
  { "name": "texte", "description": "Texte", "type": "JSON_STRING_MAP", "required": false, "hidden": true },
  { "name": "anschrift", "description": "Anschrift", "type": "JSON_OBJECT", "required": true },
  { "name": "logo", "description": "Logo", "type": "BINARY", "required": false }
]"#;
    let metadata = "{ \"servicekontolos\": false, \"authenticationTypes\": [\"BUND_ID\"], \"levelOfAssuranceAttributes\": { \"name\": { \"level\": \"HOCH\", \"required\": true } }, \"completedProcessDataRetentionDays\": 30 }";
    let files: Vec<(String, Vec<u8>)> = [
        ("parameterdefinitions/dev.json", parameters),
        ("metadata/hund.json", metadata),
        ("config/dev.json", "{ \"url\": \"https://example.org\", \"status\": \"TEST\", \"mandant\": \"1\", \"processEngine\": \"x\" }"),
        ("config/project.json", "{ \"projectName\": \"hund\", \"projectVersion\": \"1\", \"mandant\": \"1\" }"),
    ]
    .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
    .into();
    let imported = imported(&files);
    let settings: Vec<(&str, &str, FieldKind, bool)> =
        imported.document.settings.values().map(|it| (it.key.as_str(), it.default_value.as_str(), it.kind, it.is_required)).collect();
    assert_eq!(
        settings,
        [
            ("kosten", "\"12\"", FieldKind::Text, true),
            ("texte", "", FieldKind::LongText, false),
            ("anschrift", "", FieldKind::LongText, true),
            ("logo", "", FieldKind::LongText, false)
        ]
    );
    let mut out = exported(&imported.document).files;
    out.sort();
    let mut given = files.clone();
    given.sort();
    assert_eq!(out, given);
    let hidden = imported.report.iter().find(|note| note.what == What::OzgHub(Remark::MemberKept("hidden".to_owned()))).unwrap();
    assert_eq!((hidden.at.id.as_str(), hidden.at.line), ("texte", Some(3)));
    let kept: Vec<&str> =
        (imported.report.iter()).filter(|note| note.what == What::OzgHub(Remark::FileKept)).map(|note| note.at.file.as_str()).collect();
    assert_eq!(kept, ["metadata/hund.json", "config/dev.json", "config/project.json"]);
    // One changed default reaches its line alone.
    let mut document = imported.document;
    let first = document.settings.keys().next().unwrap();
    document.settings.get_mut(first).unwrap().default_value = "\"15\"".to_owned();
    assert_eq!(text(&exported(&document), "parameterdefinitions/dev.json"), parameters.replace("\"12\"", "\"15\""));
}
