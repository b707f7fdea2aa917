//! Formatting: German texts, and that the inputs' texts read back to the same value.

use super::super::read::read;
use super::{at_path, file_size, input, plain, text};
use crate::expr::{Context, Date, DateTime, List, Number, Time, Value, YearMonthDuration};
use crate::model::{CodeEntry, CodeListId, Document, FieldKind};
use std::sync::Arc;

fn number(text: &str) -> Value {
    Value::from(Number::read(text).unwrap())
}

fn context(entries: &[(&str, &str)]) -> Value {
    Value::from(Context::new(entries.iter().map(|(key, value)| (Arc::from(*key), Value::from(*value)))).unwrap())
}

fn date() -> Date {
    Date::new(2026, 3, 1).unwrap()
}

fn time() -> Time {
    Time::new(14, 5, 0, 0, None).unwrap()
}

#[test]
fn amounts_have_two_digits_and_the_sign() {
    let money = |amount: &str| text(FieldKind::Money, &[], &number(amount));
    assert_eq!(money("1234.5"), "1.234,50\u{a0}€");
    assert_eq!(money("0"), "0,00\u{a0}€");
    assert_eq!(money("-1234567.005"), "-1.234.567,01\u{a0}€");
    assert_eq!(money("999.999"), "1.000,00\u{a0}€");
}

#[test]
fn numbers_are_grouped_from_five_digits_on() {
    let decimal = |amount: &str| plain(&number(amount));
    assert_eq!(decimal("2026"), "2026");
    assert_eq!(decimal("12345.678"), "12.345,678");
    assert_eq!(decimal("-0.5"), "-0,5");
}

#[test]
fn dates_times_and_truth() {
    assert_eq!(plain(&Value::from(date())), "01.03.2026");
    assert_eq!(plain(&Value::from(time())), "14:05\u{a0}Uhr");
    assert_eq!(plain(&Value::from(DateTime { date: date(), time: time() })), "01.03.2026, 14:05\u{a0}Uhr");
    assert_eq!(plain(&Value::from(true)), "ja");
    assert_eq!(plain(&Value::Null), "");
    assert_eq!(plain(&Value::from(YearMonthDuration { months: 14 })), "1\u{a0}Jahr 2\u{a0}Monate");
}

#[test]
fn codes_are_shown_by_their_labels() {
    let codes = [("d", "Dackel"), ("x", "")].map(|(code, label)| CodeEntry::new(code, label));
    let list = CodeListId(1);
    assert_eq!(text(FieldKind::Choice(list), &codes, &Value::from("d")), "Dackel");
    assert_eq!(text(FieldKind::Choice(list), &codes, &Value::from("x")), "x");
    let both = Value::from(List::new(vec![Value::from("d"), Value::from("weg")]).unwrap());
    assert_eq!(text(FieldKind::MultipleChoice(list), &codes, &both), "Dackel, weg");
}

#[test]
fn composite_values_fill_one_line() {
    let address = [("strasse", "Hauptstraße"), ("hausnummer", "1"), ("plz", "01067"), ("ort", "Dresden")];
    assert_eq!(text(FieldKind::Address, &[], &context(&address)), "Hauptstraße 1, 01067 Dresden");
    let account = [("iban", "DE89370400440532013000"), ("kontoinhaber", "Beispiel")];
    assert_eq!(text(FieldKind::BankAccount, &[], &context(&account)), "DE89 3704 0044 0532 0130 00 (Beispiel)");
    assert_eq!(text(FieldKind::Person, &[], &context(&[("vorname", "Bo"), ("nachname", "Beispiel")])), "Bo Beispiel");
}

#[test]
fn sizes_of_files() {
    assert_eq!(file_size(820), "820\u{a0}Byte");
    assert_eq!(file_size(4 * 1024 * 1024), "4\u{a0}MB");
    assert_eq!(file_size(1_572_864), "1,5\u{a0}MB");
    assert_eq!(file_size(u64::MAX).chars().last(), Some('B'));
}

#[test]
fn texts_of_inputs_read_back() {
    let cases = [
        (FieldKind::Decimal, number("-12345.678")),
        (FieldKind::WholeNumber, number("1234567")),
        (FieldKind::Money, number("1234.5")),
        (FieldKind::Date, Value::from(date())),
        (FieldKind::Time, Value::from(time())),
        (FieldKind::DateTime, Value::from(DateTime { date: date(), time: time() })),
        (FieldKind::YesNo, Value::from(false)),
    ];
    for (kind, value) in cases {
        let texts = input(kind, &value).unwrap();
        let again = read(kind, &[], &texts[0], date()).unwrap();
        assert!(again.is(&value), "{kind:?}: {texts:?}");
    }
}

#[test]
fn a_value_of_another_kind_has_no_texts() {
    assert_eq!(input(FieldKind::Date, &Value::from("heute")), None);
    assert_eq!(input(FieldKind::Person, &Value::from(true)), None);
    assert_eq!(input(FieldKind::Address, &Value::Null).map(|texts| texts.len()), Some(5));
}

#[test]
fn a_path_without_field_is_written_plainly() {
    assert_eq!(at_path(&Document::empty("a", "A"), "x.y", &number("1.5")), "1,5");
}
