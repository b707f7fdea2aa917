//! Rules across fields: every consequence, judged by hand.

use super::super::{Fault, Filling, Place};
use super::document::{Sketch, entries, faults, is_visible};
use crate::model::Consequence::{AtLeastOne, ExactlyOne, Message, NotAllowed, Required, RequiredElseNotAllowed, ValidPartialDate, Visible};
use crate::model::{FieldKind, FormElementId, Page};

/// Two texts `a` and `b`.
fn two() -> (Sketch, Place, Place) {
    let mut sketch = Sketch::new();
    let (a, b) = (sketch.plain("a", FieldKind::Text), sketch.plain("b", FieldKind::Text));
    (sketch, a, b)
}

fn type_all(filling: &mut Filling, texts: &[(&Place, &str)]) {
    for (place, text) in texts {
        assert!(filling.type_text(place, 0, text));
    }
}

fn rule_says(text: &str) -> Fault {
    Fault::Rule { message: text.to_owned() }
}

#[test]
fn required_asks_while_the_condition_holds() {
    let (mut sketch, a, b) = two();
    sketch.rule(Required, "antrag.a = \"ja\"", &[b.element]);
    let mut filling = sketch.fill();
    assert_eq!(filling.validate(), []);
    type_all(&mut filling, &[(&a, "ja")]);
    assert_eq!(faults(&filling, &b), [(0, Fault::Missing)]);
    type_all(&mut filling, &[(&b, "x")]);
    assert_eq!(filling.validate(), []);
}

#[test]
fn required_else_not_allowed_is_the_first_pattern_of_fim() {
    let (mut sketch, a, b) = two();
    sketch.rule(RequiredElseNotAllowed, "antrag.a = \"ja\"", &[b.element]);
    let mut filling = sketch.fill();
    assert_eq!(filling.validate(), []);
    type_all(&mut filling, &[(&b, "x")]);
    assert_eq!(faults(&filling, &b), [(0, Fault::NotAllowed)]);
    type_all(&mut filling, &[(&a, "ja")]);
    assert_eq!(filling.validate(), []);
    type_all(&mut filling, &[(&b, "")]);
    assert_eq!(faults(&filling, &b), [(0, Fault::Missing)]);
}

#[test]
fn not_allowed_forbids_while_the_condition_holds() {
    let (mut sketch, a, b) = two();
    sketch.rule(NotAllowed, "is filled(antrag.a)", &[b.element]);
    let mut filling = sketch.fill();
    type_all(&mut filling, &[(&b, "x")]);
    assert_eq!(filling.validate(), []);
    type_all(&mut filling, &[(&a, "y")]);
    assert_eq!(faults(&filling, &b), [(0, Fault::NotAllowed)]);
}

#[test]
fn a_rule_speaks_in_its_own_words() {
    let (mut sketch, a, b) = two();
    sketch.rule(Required, "", &[a.element]).message = "Ohne a geht es nicht.".to_owned();
    sketch.rule(NotAllowed, "", &[b.element]).message = "Kein b.".to_owned();
    let mut filling = sketch.fill();
    type_all(&mut filling, &[(&b, "x")]);
    assert_eq!(faults(&filling, &a), [(0, rule_says("Ohne a geht es nicht."))]);
    assert_eq!(faults(&filling, &b), [(0, rule_says("Kein b."))]);
}

#[test]
fn visible_shows_only_then_and_what_is_hidden_is_not_asked_for() {
    let (mut sketch, a, b) = two();
    sketch.rule(Visible, "antrag.a = \"ja\"", &[b.element]);
    sketch.rule(Required, "", &[b.element]);
    let mut filling = sketch.fill();
    assert!(!is_visible(&filling, &b));
    assert_eq!(filling.validate(), []);
    type_all(&mut filling, &[(&a, "ja")]);
    assert!(is_visible(&filling, &b));
    assert_eq!(faults(&filling, &b), [(0, Fault::Missing)]);
}

#[test]
fn a_condition_and_a_rule_must_both_allow_showing() {
    let mut sketch = Sketch::new();
    let (a, c) = (sketch.plain("a", FieldKind::Text), sketch.plain("c", FieldKind::Text));
    let b = sketch.field("b", FieldKind::Text, |element, _, _| element.visible_when = "is filled(antrag.a)".to_owned());
    sketch.rule(Visible, "is filled(antrag.c)", &[b.element]);
    let mut filling = sketch.fill();
    for (texts, shown) in [(("x", ""), false), (("", "x"), false), (("x", "x"), true)] {
        type_all(&mut filling, &[(&a, texts.0), (&c, texts.1)]);
        assert_eq!(is_visible(&filling, &b), shown, "{texts:?}");
    }
}

#[test]
fn at_least_one_is_asked_for_at_each() {
    let (mut sketch, a, b) = two();
    sketch.rule(AtLeastOne, "", &[a.element, b.element]);
    let mut filling = sketch.fill();
    let fault = || Fault::AtLeastOneOf { names: vec!["A".to_owned(), "B".to_owned()] };
    assert_eq!((faults(&filling, &a), faults(&filling, &b)), (vec![(0, fault())], vec![(0, fault())]));
    type_all(&mut filling, &[(&b, "x")]);
    assert_eq!(filling.validate(), []);
    type_all(&mut filling, &[(&a, "x")]);
    assert_eq!(filling.validate(), []);
}

#[test]
fn exactly_one_is_neither_none_nor_two() {
    let (mut sketch, a, b) = two();
    let c = sketch.plain("c", FieldKind::Text);
    sketch.rule(ExactlyOne, "", &[a.element, b.element, c.element]);
    let mut filling = sketch.fill();
    let fault = || (0, Fault::ExactlyOneOf { names: vec!["A".to_owned(), "B".to_owned(), "C".to_owned()] });
    assert_eq!(filling.validate().len(), 3);
    type_all(&mut filling, &[(&b, "x")]);
    assert_eq!(filling.validate(), []);
    type_all(&mut filling, &[(&c, "x")]);
    assert_eq!((faults(&filling, &a), faults(&filling, &b), faults(&filling, &c)), (vec![], vec![fault()], vec![fault()]));
}

#[test]
fn hidden_fields_do_not_count_for_rules() {
    let mut sketch = Sketch::new();
    let a = sketch.plain("a", FieldKind::Text);
    let b = sketch.field("b", FieldKind::Text, |element, _, _| element.visible_when = "antrag.a = \"mehr\"".to_owned());
    sketch.rule(ExactlyOne, "", &[a.element, b.element]);
    let mut filling = sketch.fill();
    type_all(&mut filling, &[(&a, "mehr"), (&b, "x")]);
    assert_eq!(filling.validate().len(), 2);
    type_all(&mut filling, &[(&a, "x")]);
    assert_eq!(filling.validate(), []);
}

#[test]
fn a_group_is_filled_in_when_a_field_in_it_is() {
    let mut sketch = Sketch::new();
    let [a, b, c] = ["a", "b", "c"].map(|key| sketch.plain(key, FieldKind::Text));
    let tick = sketch.plain("haken", FieldKind::YesNo);
    let (first, second) = (sketch.group("Erste", &[&a, &b]), sketch.group("Zweite", &[&c, &tick]));
    sketch.rule(ExactlyOne, "", &[first.element, second.element]);
    let mut filling = sketch.fill();
    let fault = || (0, Fault::ExactlyOneOf { names: vec!["Erste".to_owned(), "Zweite".to_owned()] });
    assert_eq!((faults(&filling, &first), faults(&filling, &second)), (vec![fault()], vec![fault()]));
    type_all(&mut filling, &[(&b, "x")]);
    assert_eq!(filling.validate(), []);
    type_all(&mut filling, &[(&tick, "ja")]);
    assert_eq!((faults(&filling, &first), faults(&filling, &second)), (vec![fault()], vec![fault()]));
}

#[test]
fn whole_groups_are_required_or_forbidden() {
    let (mut sketch, a, b) = two();
    let group = sketch.group("Gruppe", &[&b]);
    sketch.rule(RequiredElseNotAllowed, "antrag.a = \"ja\"", &[group.element]);
    let mut filling = sketch.fill();
    assert_eq!(filling.validate(), []);
    type_all(&mut filling, &[(&b, "x")]);
    assert_eq!(faults(&filling, &group), [(0, Fault::NotAllowed)]);
    type_all(&mut filling, &[(&a, "ja"), (&b, "")]);
    assert_eq!(faults(&filling, &group), [(0, Fault::NothingFilledIn)]);
}

#[test]
fn a_page_is_a_group_too() {
    let (mut sketch, a, b) = two();
    let page: FormElementId = sketch.document.new_id();
    let form = sketch.document.forms.get_mut(sketch.form).unwrap();
    let moved = form.pages[0].elements.pop().into_iter().collect();
    form.pages.push(Page { elements: moved, ..Page::new(page, "Zweite") });
    let (first, second) = (Place::of(sketch.page), Place::of(page));
    sketch.rule(ExactlyOne, "", &[sketch.page, page]);
    sketch.rule(RequiredElseNotAllowed, "antrag.a = \"ja\"", &[page]);
    let mut filling = sketch.fill();
    let fault = || (0, Fault::ExactlyOneOf { names: vec!["Seite".to_owned(), "Zweite".to_owned()] });
    assert_eq!((faults(&filling, &first), faults(&filling, &second)), (vec![fault()], vec![fault()]));
    assert_eq!(filling.validate_page(page).len(), 1);
    type_all(&mut filling, &[(&b, "x")]);
    assert_eq!((faults(&filling, &first), faults(&filling, &second)), (vec![], vec![(0, Fault::NotAllowed)]));
    type_all(&mut filling, &[(&b, ""), (&a, "nein")]);
    assert_eq!(filling.validate(), []);
    assert!(!filling.type_text(&first, 0, "x"));
}

#[test]
fn a_message_is_said_while_its_condition_holds() {
    let mut sketch = Sketch::new();
    let [from, until] = ["von", "bis"].map(|key| sketch.plain(key, FieldKind::Date));
    sketch.rule(Message, "antrag.bis < antrag.von", &[until.element]).message = "Bis liegt vor von.".to_owned();
    let mut filling = sketch.fill();
    type_all(&mut filling, &[(&from, "2.1.2026"), (&until, "1.1.2026")]);
    assert_eq!(faults(&filling, &until), [(0, rule_says("Bis liegt vor von."))]);
    type_all(&mut filling, &[(&until, "2.1.2026")]);
    assert_eq!(filling.validate(), []);
}

#[test]
fn a_rule_in_words_or_with_an_unreadable_condition_has_no_effect() {
    let (mut sketch, a, b) = two();
    sketch.rule(Required, "", &[a.element]).then = None;
    sketch.rule(Required, "antrag.a =", &[b.element]);
    sketch.rule(Visible, "", &[b.element]);
    sketch.rule(AtLeastOne, "", &[]);
    let filling = sketch.fill();
    assert_eq!((filling.validate(), is_visible(&filling, &b)), (vec![], true));
}

/// Day, month and year by hand from the calendar; which part is at fault.
#[test]
fn partial_dates_follow_the_calendar() {
    for kind in [FieldKind::WholeNumber, FieldKind::Text] {
        let mut sketch = Sketch::new();
        let parts = ["tag", "monat", "jahr"].map(|key| sketch.plain(key, kind));
        sketch.rule(ValidPartialDate, "", &parts.each_ref().map(|part| part.element));
        let mut filling = sketch.fill();
        let cases = [
            (["", "", ""], None),
            (["", "", "2026"], None),
            (["", "2", "2026"], None),
            (["29", "2", "2024"], None),
            (["29", "2", "2023"], Some((0, Fault::NoSuchDay))),
            (["29", "2", "2000"], None),
            (["29", "2", "1900"], Some((0, Fault::NoSuchDay))),
            (["28", "02", "1900"], None),
            (["31", "12", "2026"], None),
            (["31", "4", "2026"], Some((0, Fault::NoSuchDay))),
            (["0", "4", "2026"], Some((0, Fault::NoSuchDay))),
            (["1", "1", "2026"], None),
            (["1", "", "2026"], Some((1, Fault::DayWithoutMonth))),
            (["1", "", ""], Some((1, Fault::DayWithoutMonth))),
            (["", "2", ""], Some((2, Fault::MonthWithoutYear))),
            (["1", "2", ""], Some((2, Fault::MonthWithoutYear))),
            (["", "13", "2026"], Some((1, Fault::NoSuchMonth))),
            (["", "12", "2026"], None),
            (["", "0", "2026"], Some((1, Fault::NoSuchMonth))),
        ];
        for (texts, expected) in cases {
            assert!(parts.iter().zip(texts).all(|(part, text)| filling.type_text(part, 0, text)));
            let found: Vec<(usize, Fault)> = parts
                .iter()
                .enumerate()
                .flat_map(|(index, part)| faults(&filling, part).into_iter().map(move |(_, fault)| (index, fault)))
                .collect();
            assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{kind:?}: {texts:?}");
        }
    }
}

#[test]
fn a_part_of_a_date_that_is_no_number_is_impossible() {
    let mut sketch = Sketch::new();
    let [day, month, year] = ["tag", "monat", "jahr"].map(|key| sketch.plain(key, FieldKind::Text));
    sketch.rule(ValidPartialDate, "", &[day.element, month.element, year.element]);
    let mut filling = sketch.fill();
    type_all(&mut filling, &[(&year, "2026"), (&month, "Mai")]);
    assert_eq!(faults(&filling, &month), [(0, Fault::NoSuchMonth)]);
    type_all(&mut filling, &[(&month, "5"), (&day, "-1")]);
    assert_eq!(faults(&filling, &day), [(0, Fault::NoSuchDay)]);
}

#[test]
fn in_a_repeatable_group_each_entry_is_judged_by_itself() {
    let mut sketch = Sketch::new();
    let fields = [("rasse", FieldKind::Text), ("nachweis", FieldKind::Text), ("chip", FieldKind::Text)];
    let (_, ids) = sketch.dogs(2, None, &fields, |_, _, _| {});
    sketch.rule(Required, "hund.rasse = \"Listenhund\"", &[ids[1]]);
    sketch.rule(AtLeastOne, "is filled(hund.rasse)", &[ids[1], ids[2]]);
    let mut filling = sketch.fill();
    let at = |id: usize, entry: usize| Place::within(ids[id], vec![entry]);
    type_all(&mut filling, &[(&at(0, 0), "Dackel"), (&at(0, 1), "Listenhund"), (&at(2, 1), "276")]);
    let one_of = || Fault::AtLeastOneOf { names: vec!["NACHWEIS".to_owned(), "CHIP".to_owned()] };
    assert_eq!((faults(&filling, &at(1, 0)), faults(&filling, &at(2, 0))), (vec![(0, one_of())], vec![(0, one_of())]));
    assert_eq!((faults(&filling, &at(1, 1)), faults(&filling, &at(2, 1))), (vec![(0, Fault::Missing)], vec![]));
    type_all(&mut filling, &[(&at(1, 1), "ja"), (&at(2, 0), "277")]);
    assert_eq!(filling.validate(), []);
}

#[test]
fn a_repeatable_group_may_be_a_target() {
    let mut sketch = Sketch::new();
    let a = sketch.plain("a", FieldKind::Text);
    let (group, ids) = sketch.dogs(0, None, &[("name", FieldKind::Text)], |_, _, _| {});
    sketch.rule(ExactlyOne, "", &[a.element, group.element]);
    let mut filling = sketch.fill();
    assert_eq!(faults(&filling, &group).len(), 1);
    assert!(filling.add_entry(&group));
    assert_eq!(faults(&filling, &group).len(), 1);
    type_all(&mut filling, &[(&Place::within(ids[0], vec![0]), "Bello")]);
    assert_eq!(filling.validate(), []);
    type_all(&mut filling, &[(&a, "x")]);
    assert_eq!(filling.validate().len(), 2);
}

#[test]
fn a_yes_or_no_that_a_rule_asks_for_is_a_question() {
    let mut sketch = Sketch::new();
    let (a, question) = (sketch.plain("a", FieldKind::Text), sketch.plain("frage", FieldKind::YesNo));
    sketch.rule(Required, "is filled(antrag.a)", &[question.element]);
    let mut filling = sketch.fill();
    assert_eq!(entries(&filling), [""; 0]);
    type_all(&mut filling, &[(&a, "x")]);
    assert_eq!(faults(&filling, &question), [(0, Fault::Missing)]);
    type_all(&mut filling, &[(&question, "nein")]);
    assert_eq!(filling.validate(), []);
}
