//! Visible when, required when, prefill.

use super::super::Fault;
use super::document::{Sketch, entries, faults, is_visible, texts};
use crate::model::FieldKind;

#[test]
fn a_hidden_field_is_not_validated_and_gives_no_data() {
    let mut sketch = Sketch::new();
    let art = sketch.plain("art", FieldKind::Text);
    let breed = sketch.field("rasse", FieldKind::Text, |element, field, _| {
        element.visible_when = "antrag.art = \"hund\"".to_owned();
        field.is_required = true;
    });
    let mut filling = sketch.fill();
    assert!(!is_visible(&filling, &breed));
    assert_eq!(filling.validate(), []);
    filling.type_text(&art, 0, "hund");
    assert!(is_visible(&filling, &breed));
    assert_eq!(faults(&filling, &breed), [(0, Fault::Missing)]);
    filling.type_text(&breed, 0, "Dackel");
    filling.type_text(&art, 0, "katze");
    assert_eq!(entries(&filling), ["antrag.art = \"katze\""]);
    filling.type_text(&art, 0, "hund");
    assert_eq!(texts(&filling, &breed), ["Dackel"]);
}

#[test]
fn a_condition_over_missing_data_hides() {
    let mut sketch = Sketch::new();
    let more = sketch.field("mehr", FieldKind::Text, |element, _, _| element.visible_when = "antrag.anzahl > 3".to_owned());
    assert!(!is_visible(&sketch.fill(), &more));
    assert!(is_visible(&sketch.fill_over("{antrag: {anzahl: 4}}"), &more));
}

#[test]
fn what_hangs_on_a_hidden_field_is_hidden_too() {
    let mut sketch = Sketch::new();
    let first = sketch.plain("a", FieldKind::Text);
    let mut chain = vec![first.clone()];
    for (key, before) in [("b", "a"), ("c", "b"), ("d", "c"), ("e", "d")] {
        let condition = format!("antrag.{before} = \"ja\"");
        chain.push(sketch.field(key, FieldKind::Text, |element, _, _| element.visible_when = condition));
    }
    let mut filling = sketch.fill();
    for place in &chain {
        filling.type_text(place, 0, "ja");
    }
    assert!(chain.iter().all(|place| is_visible(&filling, place)));
    filling.type_text(&first, 0, "nein");
    assert_eq!(chain.iter().filter(|place| is_visible(&filling, place)).count(), 1);
    assert_eq!(entries(&filling), ["antrag.a = \"nein\""]);
}

#[test]
fn conditions_that_bite_their_own_tail_end() {
    let mut sketch = Sketch::new();
    let odd = sketch.field("x", FieldKind::Text, |element, _, _| element.visible_when = "antrag.x = null".to_owned());
    let mut filling = sketch.fill();
    filling.type_text(&odd, 0, "da");
    let (first, second) = (is_visible(&filling, &odd), is_visible(&filling.clone(), &odd));
    assert_eq!(first, second);
}

#[test]
fn a_hidden_page_hides_what_is_on_it() {
    let mut sketch = Sketch::new();
    let name = sketch.field("name", FieldKind::Text, |_, field, _| field.is_required = true);
    sketch.page(|page| page.visible_when = "antrag.art = \"hund\"".to_owned());
    let filling = sketch.fill();
    assert!(!is_visible(&filling, &name) && !filling.pages()[0].is_visible);
    assert_eq!((filling.validate(), filling.validate_page(sketch.page)), (vec![], vec![]));
    assert_eq!(sketch.fill_over("{antrag: {art: \"hund\"}}").validate().len(), 1);
}

#[test]
fn required_when_follows_what_is_typed() {
    let mut sketch = Sketch::new();
    let post = sketch.plain("per_post", FieldKind::YesNo);
    let mail = sketch.field("mail", FieldKind::Email, |_, field, _| field.required_when = "not(antrag.per_post)".to_owned());
    let mut filling = sketch.fill();
    assert_eq!(faults(&filling, &mail), [(0, Fault::Missing)]);
    filling.type_text(&post, 0, "ja");
    assert_eq!(faults(&filling, &mail), []);
}

#[test]
fn a_prefill_follows_until_somebody_types() {
    let mut sketch = Sketch::new();
    let name = sketch.plain("name", FieldKind::Text);
    let holder = sketch.field("inhaber", FieldKind::Text, |_, field, _| field.prefill = "antrag.name".to_owned());
    let mut filling = sketch.fill();
    filling.type_text(&name, 0, "Bo");
    assert_eq!(texts(&filling, &holder), ["Bo"]);
    assert_eq!(entries(&filling), ["antrag.name = \"Bo\"", "antrag.inhaber = \"Bo\""]);
    filling.type_text(&holder, 0, "Al");
    filling.type_text(&name, 0, "Cy");
    assert_eq!(texts(&filling, &holder), ["Al"]);
    filling.type_text(&holder, 0, "");
    assert_eq!(texts(&filling, &holder), [""]);
}

#[test]
fn a_prefill_gives_way_to_the_case_but_not_in_a_read_only_field() {
    let mut sketch = Sketch::new();
    let free = sketch.field("frei", FieldKind::Money, |_, field, _| field.prefill = "2 * antrag.satz".to_owned());
    let fixed = sketch.field("fest", FieldKind::Money, |_, field, _| {
        (field.prefill, field.is_read_only) = ("2 * antrag.satz".to_owned(), true);
    });
    let filling = sketch.fill_over("{antrag: {satz: 60.25, frei: 1, fest: 1}}");
    assert_eq!((texts(&filling, &free), texts(&filling, &fixed)), (vec!["1,00".to_owned()], vec!["120,50".to_owned()]));
    assert_eq!(entries(&filling), ["antrag.fest = 120.5"]);
}

#[test]
fn a_prefill_of_another_kind_is_left_out() {
    let mut sketch = Sketch::new();
    let born = sketch.field("geboren", FieldKind::Date, |_, field, _| field.prefill = "\"gestern\"".to_owned());
    let today = sketch.field("heute", FieldKind::Date, |_, field, _| field.prefill = "today()".to_owned());
    let filling = sketch.fill();
    assert_eq!((texts(&filling, &born), texts(&filling, &today)), (vec![String::new()], vec!["21.11.2026".to_owned()]));
    assert_eq!(filling.validate(), []);
}
