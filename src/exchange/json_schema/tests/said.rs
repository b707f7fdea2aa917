//! What a schema looks like, by hand.

use super::super::{Demanded, export};
use super::{Judge, begin};
use crate::form::Place;
use crate::model::{
    Consequence, Constraints, DataField, DataPath, Document, ElementKind, FieldKind, Form, FormElement, FormElementId, FormField, FormId,
    FormRule, ObjectType, Page,
};
use serde_json::json;

/// A form with these fields of `antrag`, changed as the test needs.
fn form(fields: &[(&str, FieldKind)], change: impl Fn(&str, &mut FormField, &mut Constraints)) -> (Document, FormId, Vec<FormElementId>) {
    let mut document = Document::empty("probe", "Probe");
    let antrag = document.new_id();
    document.objects.insert(antrag, ObjectType::new(antrag, "antrag", "Antrag"));
    let mut elements = Vec::new();
    for (key, kind) in fields {
        let (data, element) = (document.new_id(), document.new_id());
        let mut row = DataField::new(data, antrag, key, &key.to_uppercase(), *kind);
        let mut field = FormField::of(DataPath::field(data));
        change(key, &mut field, &mut row.constraints);
        document.fields.insert(data, row);
        document.objects.get_mut(antrag).unwrap().fields.push(data);
        elements.push(FormElement::new(element, ElementKind::Field(field)));
    }
    let ids = elements.iter().map(|element| element.id).collect();
    let (id, page) = (document.new_id(), document.new_id());
    document.forms.insert(id, Form::new(id, "formular", "Formular", vec![Page { elements, ..Page::new(page, "Seite") }]));
    (document, id, ids)
}

fn rule(document: &mut Document, form: FormId, then: Consequence, when: &str, targets: &[FormElementId]) {
    let id = document.new_id();
    let rule = FormRule { when: when.to_owned(), then: Some(then), targets: targets.to_vec(), ..FormRule::new(id, "Regel") };
    document.forms.get_mut(form).unwrap().rules.push(rule);
}

#[test]
fn a_small_form_reads_as_one_would_write_it() {
    let (mut document, id, ids) = form(&[("name", FieldKind::Text), ("alter", FieldKind::WholeNumber)], |key, field, limits| {
        field.is_required = key == "name";
        limits.max_length = Some(30).filter(|_| key == "name");
        limits.minimum = if key == "alter" { "18".to_owned() } else { String::new() };
    });
    rule(&mut document, id, Consequence::Required, "antrag.name = \"Bo\"", &ids[1..]);
    let export = export(&document, id).unwrap();
    assert_eq!(export.unsaid, []);
    assert_eq!(
        export.schema,
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Formular",
            "type": "object",
            "properties": {
                "antrag": {
                    "type": "object",
                    "properties": {
                        "name": {
                            "title": "NAME",
                            "allOf": [{ "type": "string", "minLength": 1, "pattern": "\\S" }, { "maxLength": 30 }],
                        },
                        "alter": { "title": "ALTER", "allOf": [{ "type": "integer" }, { "type": "number", "minimum": 18 }] },
                    },
                },
            },
            "allOf": [
                { "required": ["antrag"], "properties": { "antrag": { "required": ["name"] } } },
                {
                    "if": { "required": ["antrag"], "properties": { "antrag": { "required": ["name"], "properties": { "name": { "const": "Bo" } } } } },
                    "then": { "required": ["antrag"], "properties": { "antrag": { "required": ["alter"] } } },
                },
            ],
        })
    );
}

#[test]
fn what_no_schema_can_say_is_listed() {
    let (mut document, id, ids) =
        form(&[("von", FieldKind::Date), ("bis", FieldKind::Date), ("konto", FieldKind::BankAccount)], |key, _, limits| {
            limits.minimum = if key == "von" { "today()".to_owned() } else { String::new() };
        });
    rule(&mut document, id, Consequence::Message, "antrag.bis < antrag.von", &ids[1..2]);
    let unsaid: Vec<(Demanded, String)> =
        export(&document, id).unwrap().unsaid.into_iter().map(|unsaid| (unsaid.what, unsaid.text)).collect();
    let expected = [
        (Demanded::Bound, "today()".to_owned()),
        (Demanded::CheckDigits, String::new()),
        (Demanded::Rule, "antrag.bis < antrag.von".to_owned()),
    ];
    assert_eq!(unsaid, expected);
}

/// All days and months with years of every kind, as numbers and as texts.
#[test]
fn partial_dates_are_judged_alike() {
    for kind in [FieldKind::WholeNumber, FieldKind::Text] {
        let (mut document, id, ids) = form(&["tag", "monat", "jahr"].map(|key| (key, kind)), |_, _, _| {});
        rule(&mut document, id, Consequence::ValidPartialDate, "", &ids);
        let judge = Judge::of(&document, id);
        assert!(judge.says_all);
        let mut filling = begin(&document, id);
        let mut good = 0;
        for year in ["", "1900", "2000", "2023", "2024", "4", "100"] {
            filling.type_text(&Place::of(ids[2]), 0, year);
            for month in ["", "0", "1", "2", "4", "12", "13", "02"] {
                filling.type_text(&Place::of(ids[1]), 0, month);
                for day in ["", "0", "1", "28", "29", "30", "31", "32", "09"] {
                    filling.type_text(&Place::of(ids[0]), 0, day);
                    good += usize::from(judge.compare(&filling));
                }
            }
        }
        assert!(good > 50, "{good}");
    }
}
