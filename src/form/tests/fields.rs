//! Single fields: what they read, demand and give.

use super::super::{Fault, Inside};
use super::document::{Sketch, entries, faults, feel, rule, texts};
use crate::model::FieldKind;

#[test]
fn a_typed_text_becomes_an_entry() {
    let mut sketch = Sketch::new();
    let (name, fee) = (sketch.plain("name", FieldKind::Text), sketch.plain("gebuehr", FieldKind::Money));
    let mut filling = sketch.fill();
    assert!(filling.type_text(&name, 0, "Bello") && filling.type_text(&fee, 0, "1.234,50 €"));
    assert_eq!(entries(&filling), ["antrag.name = \"Bello\"", "antrag.gebuehr = 1234.5"]);
    assert_eq!(filling.validate(), []);
}

#[test]
fn what_cannot_be_read_is_a_fault_and_gives_no_data() {
    let mut sketch = Sketch::new();
    let born = sketch.plain("geboren", FieldKind::Date);
    let mut filling = sketch.fill_over("{antrag: {geboren: @\"2020-01-01\"}}");
    filling.type_text(&born, 0, "31.02.2020");
    assert_eq!(faults(&filling, &born), [(0, Fault::NoSuchDay)]);
    assert_eq!(entries(&filling), [""; 0]);
    assert_eq!(texts(&filling, &born), ["31.02.2020"]);
}

#[test]
fn a_required_field_must_not_be_empty() {
    let mut sketch = Sketch::new();
    let name = sketch.field("name", FieldKind::Text, |_, field, _| field.is_required = true);
    let mut filling = sketch.fill();
    assert_eq!(faults(&filling, &name), [(0, Fault::Missing)]);
    filling.type_text(&name, 0, "   ");
    assert_eq!(faults(&filling, &name), [(0, Fault::Missing)]);
    filling.type_text(&name, 0, "x");
    assert_eq!(faults(&filling, &name), []);
}

#[test]
fn the_case_is_shown_and_gives_nothing_until_it_is_changed() {
    let mut sketch = Sketch::new();
    let name = sketch.plain("name", FieldKind::Text);
    let mut filling = sketch.fill_over("{antrag: {name: \"Rex\", rest: 1}}");
    assert_eq!(texts(&filling, &name), ["Rex"]);
    assert_eq!(entries(&filling), [""; 0]);
    filling.type_text(&name, 0, "");
    assert_eq!(entries(&filling), ["antrag.name = null"]);
    assert!(filling.data().get("antrag").unwrap().is(&feel("{rest: 1}")));
}

#[test]
fn a_value_of_another_kind_in_the_case_is_a_fault() {
    let mut sketch = Sketch::new();
    let born = sketch.plain("geboren", FieldKind::Date);
    assert_eq!(faults(&sketch.fill_over("{antrag: {geboren: 5}}"), &born), [(0, Fault::WrongKind)]);
}

#[test]
fn lengths_and_patterns_bound_texts() {
    let mut sketch = Sketch::new();
    let plate = sketch.field("kennzeichen", FieldKind::Text, |_, _, limits| {
        (limits.min_length, limits.max_length) = (Some(4), Some(6));
        (limits.pattern, limits.pattern_message) = ("[A-Z]+-[0-9]+".to_owned(), "Wie auf dem Schild.".to_owned());
    });
    let mut filling = sketch.fill();
    let pattern = || Fault::Pattern { message: "Wie auf dem Schild.".to_owned() };
    let cases = [
        ("W-1", Some(Fault::TooShort { least: 4 })),
        ("WI-1", None),
        ("WI-123", None),
        ("WI-1234", Some(Fault::TooLong { most: 6, found: 7 })),
        ("ÄÖ-1", Some(pattern())),
        ("xWI-1", Some(pattern())),
    ];
    for (text, fault) in cases {
        filling.type_text(&plate, 0, text);
        assert_eq!(faults(&filling, &plate), fault.map(|fault| (0, fault)).into_iter().collect::<Vec<_>>(), "{text}");
    }
}

#[test]
fn least_and_greatest_value_may_depend_on_the_day() {
    let mut sketch = Sketch::new();
    let from = sketch.field("ab", FieldKind::Date, |_, _, limits| limits.minimum = "today()".to_owned());
    let count = sketch.field("anzahl", FieldKind::WholeNumber, |_, _, limits| {
        (limits.minimum, limits.maximum) = ("1".to_owned(), "antrag.hoechstens".to_owned());
    });
    let mut filling = sketch.fill_over("{antrag: {hoechstens: 3}}");
    filling.type_text(&from, 0, "20.11.2026");
    assert_eq!(faults(&filling, &from), [(0, Fault::BelowMinimum { least: "21.11.2026".to_owned() })]);
    filling.type_text(&from, 0, "21.11.2026");
    assert_eq!(faults(&filling, &from), []);
    for (text, fault) in [("0", Some(Fault::BelowMinimum { least: "1".to_owned() })), ("1", None), ("3", None)] {
        filling.type_text(&count, 0, text);
        assert_eq!(faults(&filling, &count), fault.map(|fault| (0, fault)).into_iter().collect::<Vec<_>>(), "{text}");
    }
    filling.type_text(&count, 0, "4");
    assert_eq!(faults(&filling, &count), [(0, Fault::AboveMaximum { most: "3".to_owned() })]);
}

#[test]
fn own_rules_speak_with_their_own_words_and_wait_for_what_they_need() {
    let mut sketch = Sketch::new();
    let from = sketch.plain("von", FieldKind::Date);
    let until =
        sketch.field("bis", FieldKind::Date, |_, field, _| field.rules = vec![rule("antrag.bis >= antrag.von", "Bis liegt vor von.")]);
    let mut filling = sketch.fill();
    filling.type_text(&until, 0, "1.1.2026");
    assert_eq!(faults(&filling, &until), []);
    filling.type_text(&from, 0, "2.1.2026");
    assert_eq!(faults(&filling, &until), [(0, Fault::Rule { message: "Bis liegt vor von.".to_owned() })]);
    filling.type_text(&from, 0, "1.1.2026");
    assert_eq!(faults(&filling, &until), []);
}

#[test]
fn a_faulty_pattern_rule_or_condition_demands_nothing() {
    let mut sketch = Sketch::new();
    let name = sketch.field("name", FieldKind::Text, |element, field, limits| {
        limits.pattern = "[".to_owned();
        limits.minimum = "(".to_owned();
        field.rules = vec![rule("antrag.name =", "")];
        field.required_when = "if".to_owned();
        element.visible_when = "antrag.".to_owned();
    });
    let mut filling = sketch.fill();
    assert_eq!(filling.validate(), []);
    filling.type_text(&name, 0, "x");
    assert_eq!(entries(&filling), ["antrag.name = \"x\""]);
}

#[test]
fn an_unticked_box_means_no_and_a_question_waits_for_an_answer() {
    let mut sketch = Sketch::new();
    sketch.plain("kasten", FieldKind::YesNo);
    let question = sketch.field("frage", FieldKind::YesNo, |_, field, _| field.is_required = true);
    let mut filling = sketch.fill();
    assert_eq!(entries(&filling), ["antrag.kasten = false"]);
    assert_eq!(faults(&filling, &question), [(0, Fault::Missing)]);
    filling.type_text(&question, 0, "nein");
    assert_eq!(entries(&filling), ["antrag.kasten = false", "antrag.frage = false"]);
    assert_eq!(filling.validate(), []);
}

#[test]
fn several_choices_are_counted() {
    let mut sketch = Sketch::new();
    let list = sketch.codes(&["a", "b", "c"]);
    let chosen = sketch.field("wahl", FieldKind::MultipleChoice(list), |_, field, limits| {
        field.is_required = true;
        (limits.min_items, limits.max_items) = (Some(2), Some(2));
    });
    let mut filling = sketch.fill();
    let after = |text: &str, filling: &mut super::super::Filling| {
        filling.type_text(&chosen, 0, text);
        faults(filling, &chosen)
    };
    assert_eq!(after("", &mut filling), [(0, Fault::Missing)]);
    assert_eq!(after("a", &mut filling), [(0, Fault::TooFewEntries { least: 2 })]);
    assert_eq!(after("c\na\nb", &mut filling), [(0, Fault::TooManyEntries { most: 2 })]);
    assert_eq!(after("c\na", &mut filling), []);
    assert_eq!(entries(&filling), ["antrag.wahl = [\"a\", \"c\"]"]);
}

#[test]
fn files_are_bounded_by_ending_and_size() {
    let mut sketch = Sketch::new();
    let proof = sketch.field("nachweis", FieldKind::File, |_, field, limits| {
        field.is_required = true;
        (limits.file_kinds, limits.max_file_size) = (vec!["pdf".to_owned(), "jpg".to_owned()], Some(1024 * 1024));
    });
    let mut filling = sketch.fill();
    assert_eq!(faults(&filling, &proof), [(0, Fault::Missing)]);
    filling.type_text(&proof, 0, "brief.docx");
    assert_eq!(faults(&filling, &proof), [(0, Fault::FileKind { allowed: "pdf, jpg".to_owned() })]);
    filling.type_text(&proof, 0, "brief.PDF");
    filling.type_text(&proof, 1, "1048577");
    assert_eq!(faults(&filling, &proof), [(0, Fault::FileTooLarge { most: "1\u{a0}MB".to_owned() })]);
    filling.type_text(&proof, 1, "1048576");
    assert_eq!(entries(&filling), ["antrag.nachweis = {name: \"brief.PDF\", groesse: 1048576}"]);
}

#[test]
fn a_person_needs_both_names_once_begun() {
    let mut sketch = Sketch::new();
    let holder = sketch.plain("halter", FieldKind::Person);
    let mut filling = sketch.fill();
    assert_eq!(filling.validate(), []);
    filling.type_text(&holder, 1, "Bo");
    assert_eq!(faults(&filling, &holder), [(2, Fault::Missing)]);
    filling.type_text(&holder, 2, "Beispiel");
    filling.type_text(&holder, 3, "30.02.1990");
    assert_eq!(faults(&filling, &holder), [(3, Fault::NoSuchDay)]);
    filling.type_text(&holder, 3, "1.2.90");
    assert_eq!(entries(&filling), ["antrag.halter = {vorname: \"Bo\", nachname: \"Beispiel\", geburtsdatum: @\"1990-02-01\"}"]);
}

#[test]
fn a_required_block_names_each_part_that_is_missing() {
    let mut sketch = Sketch::new();
    let home = sketch.field("anschrift", FieldKind::Address, |_, field, _| field.is_required = true);
    let account = sketch.field("konto", FieldKind::BankAccount, |_, field, _| field.is_required = true);
    let mut filling = sketch.fill();
    assert_eq!(faults(&filling, &home), [(0, Fault::Missing), (2, Fault::Missing), (3, Fault::Missing)]);
    assert_eq!(faults(&filling, &account), [(0, Fault::Missing), (1, Fault::Missing)]);
    filling.type_text(&account, 0, "DE89 3704 0044 0532 0130 01");
    assert_eq!(faults(&filling, &account), [(0, Fault::IbanChecksum), (1, Fault::Missing)]);
}

#[test]
fn postal_codes_are_checked_for_germany_only() {
    let mut sketch = Sketch::new();
    let home = sketch.plain("anschrift", FieldKind::Address);
    let mut filling = sketch.fill();
    for (part, text) in ["Kirchgasse", "1", "1010", "Wien", ""].iter().enumerate() {
        filling.type_text(&home, part, text);
    }
    assert_eq!(faults(&filling, &home), [(2, Fault::NotAPostcode)]);
    filling.type_text(&home, 4, "Österreich");
    assert_eq!(faults(&filling, &home), []);
    filling.type_text(&home, 4, "Deutschland");
    assert_eq!(faults(&filling, &home), [(2, Fault::NotAPostcode)]);
}

#[test]
fn a_read_only_field_cannot_be_typed_in_and_is_never_at_fault() {
    let mut sketch = Sketch::new();
    let name = sketch.field("name", FieldKind::Text, |_, field, _| (field.is_read_only, field.is_required) = (true, true));
    let mut filling = sketch.fill_over("{antrag: {name: \"Rex\"}}");
    assert!(!filling.type_text(&name, 0, "x"));
    assert_eq!((texts(&filling, &name), filling.validate()), (vec!["Rex".to_owned()], vec![]));
    assert_eq!(sketch.fill().validate(), []);
}

#[test]
fn values_can_be_put_by_path_as_test_cases_do() {
    let mut sketch = Sketch::new();
    let count = sketch.plain("anzahl", FieldKind::WholeNumber);
    let holder = sketch.plain("halter", FieldKind::Person);
    let mut filling = sketch.fill();
    assert!(filling.put_path("antrag", &feel("{anzahl: 2, halter: {vorname: \"Bo\", nachname: \"Beispiel\"}}")));
    assert!(filling.put_path("antrag.halter.anrede", &feel("\"Frau\"")));
    assert!(!filling.put_path("antrag.fremd", &feel("1")));
    assert_eq!(texts(&filling, &holder), ["Frau", "Bo", "Beispiel", ""]);
    assert_eq!(filling.validate(), []);
    filling.put_path("antrag.anzahl", &feel("\"zwei\""));
    assert_eq!(faults(&filling, &count), [(0, Fault::NotANumber)]);
}

#[test]
fn what_was_typed_outlives_a_change_of_the_form() {
    let mut sketch = Sketch::new();
    let name = sketch.plain("name", FieldKind::Text);
    let mut filling = sketch.fill();
    filling.type_text(&name, 0, "Rex");
    let before = sketch.document.clone();
    sketch.field("mehr", FieldKind::Text, |_, field, _| field.is_required = true);
    assert!(filling.plan().is_current(&before) && !filling.plan().is_current(&sketch.document));
    filling.change_plan(sketch.plan());
    assert_eq!((texts(&filling, &name), filling.validate().len()), (vec!["Rex".to_owned()], 1));
}

#[test]
fn labels_fall_back_to_the_name_of_the_data_field() {
    let mut sketch = Sketch::new();
    let name = sketch.plain("name", FieldKind::Text);
    let other = sketch.field("rasse", FieldKind::Text, |_, field, _| field.label = "Rasse des Hundes".to_owned());
    let filling = sketch.fill();
    let label = |place| match &filling.element(place).unwrap().inside {
        Inside::Field(field) => field.plan.label.clone(),
        _ => panic!("no field"),
    };
    assert_eq!((label(&name), label(&other)), ("NAME".to_owned(), "Rasse des Hundes".to_owned()));
}
