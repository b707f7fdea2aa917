//! Every kind of field in a form: good, bad and at the bounds, one step beyond them included.

use super::super::{Fault, Filling, Place};
use super::document::{Sketch, entries, faults};
use crate::model::{Constraints, FieldKind};

/// What a field of a kind says to each text; `None`: nothing is wrong.
fn judged(kind: FieldKind, limits: impl Fn(&mut Constraints), cases: &[(&str, Option<Fault>)]) {
    let mut sketch = Sketch::new();
    let place = sketch.field("feld", kind, |_, _, constraints| limits(constraints));
    let mut filling = sketch.fill();
    for (text, fault) in cases {
        assert!(filling.type_text(&place, 0, text));
        let expected: Vec<(usize, Fault)> = fault.clone().map(|fault| (0, fault)).into_iter().collect();
        assert_eq!(faults(&filling, &place), expected, "{kind:?}: {text:?}");
    }
}

fn below(least: &str) -> Fault {
    Fault::BelowMinimum { least: least.to_owned() }
}

fn above(most: &str) -> Fault {
    Fault::AboveMaximum { most: most.to_owned() }
}

fn between(least: &str, most: &str) -> impl Fn(&mut Constraints) {
    move |limits| (limits.minimum, limits.maximum) = (least.to_owned(), most.to_owned())
}

#[test]
fn text_is_counted_in_characters() {
    let limits = |limits: &mut Constraints| (limits.min_length, limits.max_length) = (Some(3), Some(5));
    let cases = [
        ("äö", Some(Fault::TooShort { least: 3 })),
        ("äöü", None),
        ("äöüßé", None),
        ("äöüßéx", Some(Fault::TooLong { most: 5, found: 6 })),
        ("  äöü  ", None),
        ("", None),
    ];
    judged(FieldKind::Text, limits, &cases);
}

#[test]
fn long_text_counts_its_line_breaks() {
    let limits = |limits: &mut Constraints| limits.max_length = Some(5);
    judged(FieldKind::LongText, limits, &[("ab\ncd", None), ("ab\ncde", Some(Fault::TooLong { most: 5, found: 6 }))]);
}

#[test]
fn e_mail_and_telephone_have_lengths_and_patterns_too() {
    let limits = |limits: &mut Constraints| (limits.max_length, limits.pattern) = (Some(9), "[^@]*@b\\.de".to_owned());
    let pattern = Some(Fault::Pattern { message: String::new() });
    judged(
        FieldKind::Email,
        limits,
        &[("abcd@b.de", None), ("abcde@b.de", Some(Fault::TooLong { most: 9, found: 10 })), ("a@c.de", pattern)],
    );
    judged(FieldKind::Phone, |limits| limits.min_length = Some(5), &[("01234", None), ("0123", Some(Fault::TooShort { least: 5 }))]);
}

#[test]
fn a_pattern_must_match_the_whole_text() {
    let limits = |limits: &mut Constraints| limits.pattern = "a|bc".to_owned();
    let fault = || Some(Fault::Pattern { message: String::new() });
    judged(FieldKind::Text, limits, &[("a", None), ("bc", None), ("abc", fault()), ("A", fault()), ("b", fault())]);
}

#[test]
fn whole_numbers_at_their_bounds() {
    let cases = [
        ("0", Some(below("1"))),
        ("1", None),
        ("10", None),
        ("11", Some(above("10"))),
        ("-1", Some(below("1"))),
        ("1,5", Some(Fault::NotAWholeNumber)),
    ];
    judged(FieldKind::WholeNumber, between("1", "10"), &cases);
}

#[test]
fn decimals_at_their_bounds() {
    let cases = [("0,49", Some(below("0,5"))), ("0,5", None), ("2,25", None), ("2,250", None), ("2,2500001", Some(above("2,25")))];
    judged(FieldKind::Decimal, between("0.5", "2.25"), &cases);
}

#[test]
fn amounts_at_their_bounds() {
    let cases =
        [("-0,01", Some(below("0,00\u{a0}€"))), ("0", None), ("99.999,99 €", None), ("100.000,00", Some(above("99.999,99\u{a0}€")))];
    judged(FieldKind::Money, between("0", "99999.99"), &cases);
}

#[test]
fn dates_at_their_bounds() {
    let limits = between("@\"2024-02-29\"", "today()");
    let cases = [
        ("28.02.2024", Some(below("29.02.2024"))),
        ("29.02.2024", None),
        ("21.11.2026", None),
        ("22.11.2026", Some(above("21.11.2026"))),
        ("29.02.2025", Some(Fault::NoSuchDay)),
    ];
    judged(FieldKind::Date, limits, &cases);
}

#[test]
fn times_at_their_bounds() {
    let limits = between("@\"08:00:00\"", "@\"16:30:00\"");
    let cases = [
        ("07:59", Some(below("08:00\u{a0}Uhr"))),
        ("08:00", None),
        ("16:30", None),
        ("16:30:01", Some(above("16:30\u{a0}Uhr"))),
        ("24:00", Some(Fault::NotATime)),
    ];
    judged(FieldKind::Time, limits, &cases);
}

#[test]
fn moments_at_their_bounds() {
    let limits = between("@\"2026-11-21T09:00:00\"", "@\"2026-12-31T23:59:59\"");
    let cases = [
        ("21.11.2026 08:59", Some(below("21.11.2026, 09:00\u{a0}Uhr"))),
        ("21.11.2026 09:00", None),
        ("31.12.2026 23:59:59", None),
        ("1.1.2027 0:00", Some(above("31.12.2026, 23:59:59\u{a0}Uhr"))),
    ];
    judged(FieldKind::DateTime, limits, &cases);
}

#[test]
fn a_bound_of_another_kind_demands_nothing() {
    judged(FieldKind::WholeNumber, between("\"eins\"", "null"), &[("-5", None), ("5", None)]);
}

#[test]
fn yes_and_no() {
    judged(FieldKind::YesNo, |_| {}, &[("ja", None), ("nein", None), ("jein", Some(Fault::NotYesOrNo))]);
}

#[test]
fn choices_keep_to_their_list() {
    let mut sketch = Sketch::new();
    let list = sketch.codes(&["a", "b", "c", "d"]);
    let one = sketch.plain("eins", FieldKind::Choice(list));
    let several = sketch.field("viele", FieldKind::MultipleChoice(list), |_, _, limits| {
        (limits.min_items, limits.max_items) = (Some(2), Some(3));
    });
    let mut filling = sketch.fill();
    let unknown = |code: &str| vec![(0, Fault::UnknownCode { code: code.to_owned() })];
    for (text, expected) in [("a", vec![]), ("A", unknown("A")), ("a b", unknown("a b")), ("", vec![])] {
        filling.type_text(&one, 0, text);
        assert_eq!(faults(&filling, &one), expected, "{text:?}");
    }
    let cases = [
        ("", vec![]),
        ("a", vec![(0, Fault::TooFewEntries { least: 2 })]),
        ("a\na", vec![(0, Fault::TooFewEntries { least: 2 })]),
        ("a\nb", vec![]),
        ("c\nb\na", vec![]),
        ("a\nb\nc\nd", vec![(0, Fault::TooManyEntries { most: 3 })]),
        ("a\nx", unknown("x")),
    ];
    for (text, expected) in cases {
        filling.type_text(&several, 0, text);
        assert_eq!(faults(&filling, &several), expected, "{text:?}");
    }
}

/// Types all parts of a composite field.
fn type_parts(filling: &mut Filling, place: &Place, texts: &[&str]) -> Vec<(usize, Fault)> {
    texts.iter().enumerate().for_each(|(part, text)| assert!(filling.type_text(place, part, text)));
    faults(filling, place)
}

#[test]
fn files_at_their_bounds() {
    let mut sketch = Sketch::new();
    let limits =
        |limits: &mut Constraints| (limits.file_kinds, limits.max_file_size) = (vec!["pdf".to_owned(), ".JPG".to_owned()], Some(2048));
    let file = sketch.field("datei", FieldKind::File, |_, _, constraints| limits(constraints));
    let mut filling = sketch.fill();
    let kind = || vec![(0, Fault::FileKind { allowed: "pdf, .JPG".to_owned() })];
    let cases = [
        (["a.pdf", "2048"], vec![]),
        (["a.pdf", "2049"], vec![(0, Fault::FileTooLarge { most: "2\u{a0}KB".to_owned() })]),
        (["a.Jpg", "0"], vec![]),
        (["a.jpg", ""], vec![]),
        (["a.jpeg", "1"], kind()),
        (["pdf", "1"], kind()),
        (["a.pdf.exe", "1"], kind()),
        (["", "1"], vec![(0, Fault::Missing)]),
        (["", ""], vec![]),
    ];
    for (texts, expected) in cases {
        assert_eq!(type_parts(&mut filling, &file, &texts), expected, "{texts:?}");
    }
}

#[test]
fn persons() {
    let mut sketch = Sketch::new();
    let person = sketch.plain("person", FieldKind::Person);
    let mut filling = sketch.fill();
    let cases = [
        (["", "", "", ""], vec![]),
        (["", "Bo", "Beispiel", ""], vec![]),
        (["Frau", "", "", ""], vec![(1, Fault::Missing), (2, Fault::Missing)]),
        (["", "Bo", "Beispiel", "29.02.2024"], vec![]),
        (["", "Bo", "Beispiel", "29.02.2023"], vec![(3, Fault::NoSuchDay)]),
        (["", " ", "Beispiel", "x"], vec![(1, Fault::Missing), (3, Fault::NotADate)]),
    ];
    for (texts, expected) in cases {
        assert_eq!(type_parts(&mut filling, &person, &texts), expected, "{texts:?}");
    }
}

#[test]
fn addresses() {
    let mut sketch = Sketch::new();
    let address = sketch.plain("anschrift", FieldKind::Address);
    let mut filling = sketch.fill();
    let postcode = || vec![(2, Fault::NotAPostcode)];
    let cases = [
        (["Weg", "1", "01001", "Ort", ""], vec![]),
        (["Weg", "1", "00999", "Ort", ""], postcode()),
        (["Weg", "1", "99999", "Ort", "Deutschland"], vec![]),
        (["Weg", "1", "9999", "Ort", "DE"], postcode()),
        (["Weg", "1", "999990", "Ort", ""], postcode()),
        (["Weg", "", "SW1A 1AA", "London", "Großbritannien"], vec![]),
        (["", "", "", "", "Deutschland"], vec![]),
        (["", "7", "", "", ""], vec![(0, Fault::Missing), (2, Fault::Missing), (3, Fault::Missing)]),
    ];
    for (texts, expected) in cases {
        assert_eq!(type_parts(&mut filling, &address, &texts), expected, "{texts:?}");
    }
}

#[test]
fn bank_accounts() {
    let mut sketch = Sketch::new();
    let account = sketch.plain("konto", FieldKind::BankAccount);
    let mut filling = sketch.fill();
    assert_eq!(type_parts(&mut filling, &account, &["de89370400440532013000", "Bo"]), []);
    assert_eq!(entries(&filling), ["antrag.konto = {iban: \"DE89370400440532013000\", kontoinhaber: \"Bo\"}"]);
    assert_eq!(type_parts(&mut filling, &account, &["DE89", ""]), [(0, Fault::IbanLength { expected: 22, found: 4 }), (1, Fault::Missing)]);
    assert_eq!(type_parts(&mut filling, &account, &["", "Bo"]), [(0, Fault::Missing)]);
}

#[test]
fn nested_objects_and_lists_are_shown_and_not_typed() {
    let mut sketch = Sketch::new();
    let object = sketch.document.objects.keys().next().unwrap();
    let (one, list) = (sketch.plain("eins", FieldKind::Object(object)), sketch.plain("liste", FieldKind::List(object)));
    let mut filling = sketch.fill_over("{antrag: {eins: {a: 1}, liste: [{a: 1}]}}");
    assert_eq!((filling.validate(), entries(&filling).len()), (vec![], 0));
    for place in [&one, &list] {
        filling.type_text(place, 0, "x");
        assert_eq!(faults(&filling, place), [(0, Fault::WrongKind)]);
    }
}
