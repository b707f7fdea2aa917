//! A form of a thousand fields, each visible and required by conditions over its neighbour and with a rule of its own.

use super::sketch;
use super::stopwatch::Bench;
use dienstweg::expr::{Context, DateTime};
use dienstweg::form::{Filling, Place, Plan};
use dienstweg::model::{
    CodeEntry, CodeList, Consequence, DataFieldId, Document, FieldKind, FieldRule, FormElement, FormId, FormRule, Page,
};
use std::sync::Arc;

/// One letter typed, and all that follows: what is visible, required, prefilled, and what is wrong.
pub fn rows(bench: &mut Bench) {
    for size in [100, 1_000] {
        bench.row("form_keystroke", size, || keystrokes(size));
    }
    rows_of_kinds(bench);
}

fn keystrokes(size: usize) -> impl FnMut() -> usize {
    let (plan, first) = form(size);
    let now = DateTime::read("2026-11-21T09:00:00").unwrap();
    let mut filling = Filling::new(Arc::new(plan), Context::default(), now);
    let mut count = 0;
    move || {
        count += 1;
        assert!(filling.type_text(&first, 0, &(count % 7).to_string()));
        filling.validate().len()
    }
}

fn form(size: usize) -> (Plan, Place) {
    let mut document = Document::empty("formular", "Formular");
    let fields = sketch::object(&mut document, "antrag", (0..size).map(|number| format!("f{number}")));
    let elements: Vec<FormElement> = fields.iter().enumerate().map(|(number, field)| element(&mut document, number, *field)).collect();
    let first = elements[0].id;
    let form = sketch::form(&mut document, elements);
    (Plan::of(&document, form).unwrap(), Place::of(first))
}

fn element(document: &mut Document, number: usize, field: DataFieldId) -> FormElement {
    sketch::element(document, field, |field, visible_when| {
        field.is_required = number == 0;
        field.rules = vec![FieldRule { condition: format!("antrag.f{number} <= 1000 + antrag.f0"), message: "zu groß".to_owned() }];
        if let Some(before) = number.checked_sub(1) {
            *visible_when = format!("antrag.f{before} >= 0 or antrag.f0 > 5");
            field.required_when = format!("antrag.f{before} > 3 and antrag.f0 != 7");
            field.prefill = number.to_string();
        }
    })
}

/// A form of 1,000 fields of seven kinds: making it ready, and one letter typed with all that follows; without conditions, and with a
/// condition and a rule on a third of the fields.
fn rows_of_kinds(bench: &mut Bench) {
    for (open, keystroke, has_conditions) in [("form_open", "form_key_plain", false), ("form_open_conditions", "form_key_conditions", true)]
    {
        let (document, id, first) = mixed(1_000, has_conditions);
        let begin = |document: &Document| {
            let plan = Plan::of(document, id).unwrap();
            Filling::new(Arc::new(plan), Context::default(), DateTime::read("2026-11-21T09:00:00").unwrap())
        };
        bench.row(open, 1_000, || || begin(&document));
        bench.row(keystroke, 1_000, || {
            let mut filling = begin(&document);
            let mut count = 0;
            let first = first.clone();
            move || {
                count += 1;
                assert!(filling.type_text(&first, 0, ["ja", "nein"][count % 2]));
                filling.validate().len()
            }
        });
    }
}

/// Fields of seven kinds in turn on ten pages; with conditions every third is shown by the answer of the field three before it, and every
/// ninth is required by a rule.
fn mixed(size: usize, has_conditions: bool) -> (Document, FormId, Place) {
    let mut document = Document::empty("formular", "Formular");
    let list = document.new_id();
    let entries = ["a", "b", "c", "d"].map(|code| CodeEntry::new(code, code)).to_vec();
    let codes =
        CodeList { id: list, key: "liste".to_owned(), name: "Liste".to_owned(), version: "1".to_owned(), uri: String::new(), entries };
    document.code_lists.insert(list, codes);
    let kinds = [
        FieldKind::Text,
        FieldKind::WholeNumber,
        FieldKind::YesNo,
        FieldKind::Choice(list),
        FieldKind::Date,
        FieldKind::LongText,
        FieldKind::MultipleChoice(list),
    ];
    let fields = sketch::object(&mut document, "antrag", (0..size).map(|number| format!("f{number}")));
    let mut rules = Vec::new();
    let mut elements = Vec::with_capacity(size);
    for (number, field) in fields.iter().enumerate() {
        let row = document.fields.get_mut(*field).unwrap();
        row.kind = if number == 0 { FieldKind::Text } else { kinds[number % kinds.len()] };
        row.constraints.max_length = Some(100);
        let before = number.checked_sub(3).filter(|_| has_conditions && number % 3 == 0);
        let element = sketch::element(&mut document, *field, |field, visible_when| {
            field.is_required = number % 5 == 0;
            if let Some(before) = before {
                *visible_when = format!("is filled(antrag.f{before}) or antrag.f0 = \"ja\"");
            }
        });
        if before.is_some() && number % 9 == 0 {
            let rule =
                FormRule { targets: vec![element.id], then: Some(Consequence::Required), ..FormRule::new(document.new_id(), "Regel") };
            rules.push(FormRule { when: "antrag.f0 = \"ja\"".to_owned(), ..rule });
        }
        elements.push(element);
    }
    let first = elements[0].id;
    let form = sketch::form(&mut document, Vec::new());
    let pages: Vec<Page> =
        elements.chunks(size / 10).map(|some| Page { elements: some.to_vec(), ..Page::new(document.new_id(), "Seite") }).collect();
    let own = document.forms.get_mut(form).unwrap();
    (own.pages, own.rules) = (pages, rules);
    (document, form, Place::of(first))
}
