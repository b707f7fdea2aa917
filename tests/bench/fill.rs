//! A form of a thousand fields, each visible and required by conditions over its neighbour and with a rule of its own.

use super::sketch;
use super::stopwatch::Bench;
use dienstweg::expr::{Context, DateTime};
use dienstweg::form::{Filling, Place, Plan};
use dienstweg::model::{DataFieldId, Document, FieldRule, FormElement};
use std::sync::Arc;

/// One letter typed, and all that follows: what is visible, required, prefilled, and what is wrong.
pub fn rows(bench: &mut Bench) {
    for size in [100, 1_000] {
        bench.row("form_keystroke", size, || keystrokes(size));
    }
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
