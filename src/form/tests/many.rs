//! Many fields with conditions, the case that decides how long a keystroke takes.

use super::document::{Sketch, rule};
use crate::model::FieldKind;

/// A thousand fields, each visible and required by a condition over its neighbour and with a rule over itself.
fn thousand() -> (Sketch, super::super::Place) {
    let mut sketch = Sketch::new();
    let first = sketch.plain("f0", FieldKind::WholeNumber);
    for number in 1..1000 {
        let before = number - 1;
        sketch.field(&format!("f{number}"), FieldKind::WholeNumber, |element, field, _| {
            element.visible_when = format!("antrag.f{before} >= 0 or antrag.f0 > 5");
            field.required_when = format!("antrag.f{before} > 3 and antrag.f0 != 7");
            field.rules = vec![rule(&format!("antrag.f{number} <= 1000 + antrag.f0"), "zu groß")];
            field.prefill = number.to_string();
        });
    }
    (sketch, first)
}

#[test]
fn a_thousand_conditions_settle() {
    let (sketch, first) = thousand();
    let mut filling = sketch.fill();
    filling.type_text(&first, 0, "1");
    assert_eq!(filling.validate(), []);
    assert_eq!(filling.entries().len(), 1000);
}
