//! That a schema accepts and refuses the same filled-in forms as the form itself, judged by the crate `jsonschema`.

mod random;
mod real;
mod said;

use super::{Demanded, export, json_of};
use crate::expr::{Context, Date, DateTime, Value};
use crate::form::{ElementState, FieldState, Filling, Inside, Plan, read, read_iban};
use crate::model::{Document, FieldKind, FormId};
use serde_json::{Map, Value as Json, json};
use std::sync::Arc;

fn now() -> DateTime {
    DateTime::read("2026-11-21T09:00:00").unwrap()
}

fn begin(document: &Document, form: FormId) -> Filling {
    Filling::new(Arc::new(Plan::of(document, form).unwrap()), Context::default(), now())
}

/// A schema ready to judge, and whether it says everything but check digits.
struct Judge {
    validator: jsonschema::Validator,
    schema: Json,
    says_all: bool,
}

impl Judge {
    fn of(document: &Document, form: FormId) -> Self {
        let export = export(document, form).unwrap();
        assert!(jsonschema::meta::is_valid(&export.schema), "{:#}", export.schema);
        let validator = jsonschema::draft202012::new(&export.schema).unwrap_or_else(|error| panic!("{error}\n{:#}", export.schema));
        let says_all = export.unsaid.iter().all(|unsaid| unsaid.what == Demanded::CheckDigits);
        Self { validator, schema: export.schema, says_all }
    }

    /// Demands that both judge alike; where something is unsaid, that the schema is not stricter. Answers what the form says.
    fn compare(&self, filling: &Filling) -> bool {
        let instance = instance(filling);
        let (findings, accepts) = (filling.validate(), self.validator.is_valid(&instance));
        if findings.is_empty() || self.says_all {
            let errors: Vec<String> =
                self.validator.iter_errors(&instance).map(|error| format!("{} at {}", error, error.instance_path())).collect();
            assert_eq!(accepts, findings.is_empty(), "{findings:#?}\n{errors:#?}\n{instance:#}\n{:#}", self.schema);
        }
        findings.is_empty()
    }
}

/// What stands in the visible fields as JSON: the value, or where the form cannot read it, the text.
fn instance(filling: &Filling) -> Json {
    let mut found = json_of(&Value::from(filling.data().clone()));
    for page in filling.pages().iter().filter(|page| page.is_visible) {
        lay(&page.elements, filling, &mut found);
    }
    found
}

fn lay(elements: &[ElementState], filling: &Filling, found: &mut Json) {
    for element in elements.iter().filter(|element| element.is_visible) {
        match &element.inside {
            Inside::Field(field) if is_misread(field) => {
                let keys = field.plan.keys().iter().fold(String::new(), |keys, key| format!("{keys}/{key}"));
                put(found, &keys, raw(field, filling.today()));
            }
            Inside::Group { elements, .. } => lay(elements, filling, found),
            Inside::Repeat(repeat) => {
                let keys = repeat.plan.keys().iter().fold(String::new(), |keys, key| format!("{keys}/{key}"));
                for (index, entry) in repeat.entries.iter().enumerate() {
                    lay(&entry.elements, filling, found.pointer_mut(&format!("{keys}/{index}")).unwrap());
                }
            }
            _ => {}
        }
    }
}

/// Whether texts stand there that give no value.
fn is_misread(field: &FieldState) -> bool {
    field.value.is_null() && !field.faults.is_empty() && field.texts.iter().any(|text| !text.trim().is_empty())
}

fn put(found: &mut Json, pointer: &str, value: Json) {
    let mut place = found;
    for key in pointer.split('/').skip(1) {
        place = place.as_object_mut().unwrap().entry(key).or_insert_with(|| json!({}));
    }
    *place = value;
}

/// The nearest JSON to texts that the form does not take.
fn raw(field: &FieldState, today: Date) -> Json {
    let kind = field.plan.kind;
    let one = |kind: FieldKind, text: &str| read(kind, &[], text, today).map_or_else(|_| json!(text.trim()), |value| json_of(&value));
    let text = field.texts[0].as_str();
    match kind {
        FieldKind::WholeNumber | FieldKind::Money => one(FieldKind::Decimal, text),
        FieldKind::MultipleChoice(_) => json!(text.split('\n').collect::<Vec<_>>()),
        kind if !kind.parts().is_empty() => {
            let part = |key: &str, text: &str| match key {
                "geburtsdatum" => one(FieldKind::Date, text),
                "groesse" => one(FieldKind::Decimal, text),
                "iban" => json!(read_iban(text).unwrap_or_else(|_| text.replace(' ', "").to_uppercase())),
                _ => json!(text.trim()),
            };
            let parts = kind.parts().iter().zip(&field.texts).filter(|(_, text)| !text.trim().is_empty());
            Json::Object(parts.map(|(key, text)| ((*key).to_owned(), part(key, text))).collect::<Map<_, _>>())
        }
        _ => json!(text.trim()),
    }
}
