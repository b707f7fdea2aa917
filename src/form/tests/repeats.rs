//! Repeatable groups.

use super::super::{Fault, Inside, Place};
use super::document::{Sketch, entries, faults, is_visible, rule, texts};
use crate::model::FieldKind;

fn count(filling: &super::super::Filling, group: &Place) -> usize {
    match &filling.element(group).unwrap().inside {
        Inside::Repeat(repeat) => repeat.entries.len(),
        _ => panic!("no repeatable group"),
    }
}

#[test]
fn entries_are_added_and_taken_out_between_least_and_most() {
    let mut sketch = Sketch::new();
    let (group, ids) = sketch.dogs(1, Some(3), &[("name", FieldKind::Text)], |_, _, _| {});
    let mut filling = sketch.fill();
    assert_eq!(count(&filling, &group), 1);
    assert!(!filling.remove_entry(&group, 0));
    assert!(filling.add_entry(&group) && filling.add_entry(&group) && !filling.add_entry(&group));
    for (index, name) in ["A", "B", "C"].iter().enumerate() {
        assert!(filling.type_text(&Place::within(ids[0], vec![index]), 0, name));
    }
    assert!(filling.remove_entry(&group, 1) && !filling.remove_entry(&group, 9));
    assert_eq!(entries(&filling), ["antrag.hunde = [{name: \"A\"}, {name: \"C\"}]"]);
}

#[test]
fn a_list_of_the_case_is_opened_and_keeps_what_the_form_does_not_show() {
    let mut sketch = Sketch::new();
    let (group, ids) = sketch.dogs(0, None, &[("name", FieldKind::Text)], |_, _, _| {});
    let mut filling = sketch.fill_over("{antrag: {hunde: [{name: \"A\", marke: 1}, {name: \"B\", marke: 2}]}}");
    assert_eq!((count(&filling, &group), entries(&filling)), (2, vec![]));
    filling.type_text(&Place::within(ids[0], vec![1]), 0, "Z");
    filling.remove_entry(&group, 0);
    assert_eq!(entries(&filling), ["antrag.hunde = [{marke: 2, name: \"Z\"}]"]);
    filling.remove_entry(&group, 0);
    assert_eq!(entries(&filling), ["antrag.hunde = []"]);
}

#[test]
fn an_entry_is_reached_by_the_key_of_its_object() {
    let mut sketch = Sketch::new();
    let fields = [("rasse", FieldKind::Text), ("nachweis", FieldKind::Text)];
    let (group, ids) = sketch.dogs(2, None, &fields, |key, element, field| {
        if key == "nachweis" {
            element.visible_when = "hund.rasse = \"Listenhund\" and count(antrag.hunde) = 2".to_owned();
            field.is_required = true;
            field.rules = vec![rule("hund.nachweis != hund.rasse", "Nicht die Rasse.")];
        }
    });
    let mut filling = sketch.fill();
    let proof = |index| Place::within(ids[1], vec![index]);
    filling.type_text(&Place::within(ids[0], vec![1]), 0, "Listenhund");
    assert_eq!((is_visible(&filling, &proof(0)), is_visible(&filling, &proof(1))), (false, true));
    assert_eq!(faults(&filling, &proof(1)), [(0, Fault::Missing)]);
    filling.type_text(&proof(1), 0, "Listenhund");
    assert_eq!(faults(&filling, &proof(1)), [(0, Fault::Rule { message: "Nicht die Rasse.".to_owned() })]);
    filling.add_entry(&group);
    assert!(!is_visible(&filling, &proof(1)));
}

#[test]
fn whole_lists_can_be_put_and_are_counted() {
    let mut sketch = Sketch::new();
    let (group, ids) = sketch.dogs(0, Some(1), &[("name", FieldKind::Text)], |_, _, _| {});
    let mut filling = sketch.fill();
    assert!(filling.put_path("antrag.hunde", &super::document::feel("[{name: \"A\"}, {name: \"B\"}]")));
    assert_eq!(faults(&filling, &group), [(0, Fault::TooManyEntries { most: 1 })]);
    assert_eq!(texts(&filling, &Place::within(ids[0], vec![1])), ["B"]);
}

#[test]
fn no_entries_give_nothing() {
    let mut sketch = Sketch::new();
    let (group, _) = sketch.dogs(0, None, &[("name", FieldKind::Text)], |_, _, _| {});
    let filling = sketch.fill();
    assert_eq!((count(&filling, &group), entries(&filling), filling.validate()), (0, vec![], vec![]));
}
