//! Reading: for each kind what is good, what is bad, and what lies on the border.

use super::super::fault::Fault;
use super::{is_german_postcode, read, read_iban};
use crate::expr::{Date, Value};
use crate::model::{CodeEntry, CodeListId, FieldKind};

fn today() -> Date {
    Date::new(2026, 11, 21).unwrap()
}

/// The value as FEEL, or the fault.
fn reads(kind: FieldKind, text: &str) -> Result<String, Fault> {
    let codes = ["hund", "katze"].map(|code| CodeEntry::new(code, &code.to_uppercase()));
    read(kind, &codes, text, today()).map(|value| value.to_feel())
}

fn good(kind: FieldKind, cases: &[(&str, &str)]) {
    for (text, feel) in cases {
        assert_eq!(reads(kind, text).as_deref(), Ok(*feel), "{kind:?}: {text:?}");
    }
}

fn bad(kind: FieldKind, cases: &[(&str, Fault)]) {
    for (text, fault) in cases {
        assert_eq!(reads(kind, text), Err(fault.clone()), "{kind:?}: {text:?}");
    }
}

#[test]
fn an_empty_text_is_null_for_every_simple_kind() {
    for kind in
        [FieldKind::Text, FieldKind::WholeNumber, FieldKind::Date, FieldKind::YesNo, FieldKind::Choice(CodeListId(1)), FieldKind::Email]
    {
        good(kind, &[("", "null"), ("  \t", "null")]);
    }
}

#[test]
fn text_loses_blanks_round_it() {
    good(FieldKind::Text, &[(" Bello ", "\"Bello\"")]);
    good(FieldKind::LongText, &[("eins\nzwei", "\"eins\\nzwei\"")]);
}

#[test]
fn numbers_have_a_comma_and_points_between_thousands() {
    good(FieldKind::Decimal, &[("1.234,5", "1234.5"), ("1234,5", "1234.5"), ("-0,25", "-0.25"), (",5", "0.5"), ("+7", "7")]);
    good(FieldKind::Decimal, &[("1 234 567,8", "1234567.8"), ("1\u{202f}234", "1234"), ("007", "7"), ("1.234", "1234")]);
    bad(FieldKind::Decimal, &[("12.5", Fault::PointForComma), ("1234.567", Fault::PointForComma), ("1.2345", Fault::PointForComma)]);
    bad(
        FieldKind::Decimal,
        &[("1,2,3", Fault::NotANumber), ("12a", Fault::NotANumber), ("1.2.3", Fault::NotANumber), ("5,", Fault::NotANumber)],
    );
    bad(FieldKind::Decimal, &[("-", Fault::NotANumber), ("1e5", Fault::NotANumber), (&"9".repeat(61), Fault::NotANumber)]);
}

#[test]
fn whole_numbers_have_no_fraction() {
    good(FieldKind::WholeNumber, &[("3", "3"), ("-12", "-12"), ("3,0", "3"), ("10.000", "10000")]);
    bad(FieldKind::WholeNumber, &[("3,5", Fault::NotAWholeNumber), ("drei", Fault::NotANumber)]);
}

#[test]
fn amounts_have_at_most_two_digits_after_the_comma() {
    good(
        FieldKind::Money,
        &[("1.234,50", "1234.5"), ("12", "12"), ("12,00 €", "12"), ("€ 12,5", "12.5"), ("12 EUR", "12"), ("12,-", "12")],
    );
    good(FieldKind::Money, &[("0,01", "0.01"), ("12,500", "12.5")]);
    bad(FieldKind::Money, &[("12,345", Fault::TooManyDecimals { most: 2 }), ("12.50", Fault::PointForComma), ("€", Fault::NotANumber)]);
}

#[test]
fn dates_are_read_as_written_in_germany_and_by_iso() {
    let day = "@\"2026-11-21\"";
    good(
        FieldKind::Date,
        &[("21.11.2026", day), ("21.11.26", day), ("2026-11-21", day), ("21. November 2026", day), ("21. Nov. 2026", day)],
    );
    good(FieldKind::Date, &[("1.3.2026", "@\"2026-03-01\""), ("29.02.2028", "@\"2028-02-29\""), ("1. März 1990", "@\"1990-03-01\"")]);
    bad(FieldKind::Date, &[("29.02.2026", Fault::NoSuchDay), ("31.04.2026", Fault::NoSuchDay), ("0.1.2026", Fault::NoSuchDay)]);
    bad(
        FieldKind::Date,
        &[("gestern", Fault::NotADate), ("21.11.", Fault::NotADate), ("21/11/2026", Fault::NotADate), ("21.11.026", Fault::NotADate)],
    );
    bad(FieldKind::Date, &[("2026-1-1", Fault::NotADate), ("1. Ju 2026", Fault::NotADate), ("21.11.2026.", Fault::NotADate)]);
}

#[test]
fn a_two_digit_year_lies_at_most_twenty_years_ahead() {
    good(FieldKind::Date, &[("1.1.46", "@\"2046-01-01\""), ("1.1.47", "@\"1947-01-01\""), ("1.1.58", "@\"1958-01-01\"")]);
}

#[test]
fn times_of_day() {
    good(
        FieldKind::Time,
        &[("14:30", "@\"14:30:00\""), ("9.05 Uhr", "@\"09:05:00\""), ("9 Uhr", "@\"09:00:00\""), ("23:59:59", "@\"23:59:59\"")],
    );
    bad(
        FieldKind::Time,
        &[
            ("24:00", Fault::NotATime),
            ("14:60", Fault::NotATime),
            ("14", Fault::NotATime),
            ("14:3", Fault::NotATime),
            ("a:b", Fault::NotATime),
        ],
    );
}

#[test]
fn date_and_time_of_day() {
    let moment = "@\"2026-11-21T14:30:00\"";
    for text in ["21.11.2026 14:30", "21.11.2026, 14:30 Uhr", "2026-11-21T14:30", "21. November 2026 um 14.30 Uhr"] {
        good(FieldKind::DateTime, &[(text, moment)]);
    }
    bad(
        FieldKind::DateTime,
        &[("21.11.2026", Fault::NotADateAndTime), ("14:30", Fault::NotADateAndTime), ("31.11.2026 14:30", Fault::NoSuchDay)],
    );
    bad(FieldKind::DateTime, &[("21.11.2026 25:00", Fault::NotADateAndTime), ("ä ü", Fault::NotADateAndTime)]);
}

#[test]
fn yes_and_no() {
    good(FieldKind::YesNo, &[("ja", "true"), ("Nein", "false")]);
    bad(FieldKind::YesNo, &[("vielleicht", Fault::NotYesOrNo)]);
}

#[test]
fn choices_take_only_codes_of_their_list() {
    let list = CodeListId(1);
    good(FieldKind::Choice(list), &[("hund", "\"hund\"")]);
    bad(FieldKind::Choice(list), &[("HUND", Fault::UnknownCode { code: "HUND".to_owned() })]);
    good(FieldKind::MultipleChoice(list), &[("katze\nhund\nkatze", "[\"hund\", \"katze\"]")]);
    bad(FieldKind::MultipleChoice(list), &[("hund\nmaus", Fault::UnknownCode { code: "maus".to_owned() })]);
}

#[test]
fn e_mail_addresses_are_plausible() {
    for text in ["a@b.de", "vor.nach+amt@rathaus.example.org", "poststelle@bürger.example"] {
        assert!(reads(FieldKind::Email, text).is_ok(), "{text}");
    }
    let too_long = format!("a@{}.de", "b".repeat(252));
    for text in ["ab.de", "a@b", "a@@b.de", "a b@c.de", "@b.de", "a@-b.de", "a..b@c.de", "a@b.1", "a@b..de", &too_long] {
        assert_eq!(reads(FieldKind::Email, text), Err(Fault::NotAnEmail), "{text}");
    }
}

#[test]
fn telephone_numbers_are_plausible() {
    for text in ["0611 353-0", "+49 (0)611 3530", "(0611) 35 30", "06 11/35.30", "1101"] {
        assert!(reads(FieldKind::Phone, text).is_ok(), "{text}");
    }
    for text in ["110", "0611 CALL", "06+11 353", "1234567890123456", "+"] {
        assert_eq!(reads(FieldKind::Phone, text), Err(Fault::NotAPhoneNumber), "{text}");
    }
}

/// The German and British examples of the IBAN registry; the others are changed by one place.
#[test]
fn ibans_are_checked() {
    assert_eq!(read_iban("DE89 3704 0044 0532 0130 00").as_deref(), Ok("DE89370400440532013000"));
    assert_eq!(read_iban("gb82 west 1234 5698 7654 32").as_deref(), Ok("GB82WEST12345698765432"));
    assert_eq!(read_iban("DE88 3704 0044 0532 0130 00"), Err(Fault::IbanChecksum));
    assert_eq!(read_iban("DE89 3704 0044 0532 0310 00"), Err(Fault::IbanChecksum));
    assert_eq!(read_iban("DE89 3704 0044 0532 0130 0"), Err(Fault::IbanLength { expected: 22, found: 21 }));
    assert_eq!(read_iban("1234567890"), Err(Fault::NotAnIban));
    assert_eq!(read_iban("XX89"), Err(Fault::NotAnIban));
    assert_eq!(read_iban("DÄ89 3704"), Err(Fault::NotAnIban));
}

/// Examples of the IBAN registry (SWIFT), from the shortest to the longest; each is at fault with one character less or more.
#[test]
fn ibans_have_the_length_of_their_country() {
    let registry = [
        ("NO9386011117947", 15),
        ("BE68539007547034", 16),
        ("NL91ABNA0417164300", 18),
        ("AT611904300234573201", 20),
        ("CH9300762011623852957", 21),
        ("DE89370400440532013000", 22),
        ("SE4550000000058398257466", 24),
        ("FR1420041010050500013M02606", 27),
        ("PL61109010140000071219812874", 28),
        ("MT84MALT011000012345MTLCAST001S", 31),
    ];
    for (iban, expected) in registry {
        assert_eq!(read_iban(iban).as_deref(), Ok(iban));
        for (found, wrong) in [(expected - 1, iban[..expected - 1].to_owned()), (expected + 1, format!("{iban}0"))] {
            assert_eq!(read_iban(&wrong), Err(Fault::IbanLength { expected, found }), "{wrong}");
        }
    }
}

/// Saudi Arabia is outside the SEPA countries: only the standard's bounds of 15 to 34 characters hold.
#[test]
fn ibans_of_other_countries_lie_within_the_bounds_of_the_standard() {
    assert!(read_iban("SA0380000000608010167519").is_ok());
    assert_eq!(read_iban("SA0380000000608010167518"), Err(Fault::IbanChecksum));
    assert_eq!(read_iban("SA038000000060"), Err(Fault::NotAnIban));
    assert_eq!(read_iban(&format!("SA03{}", "8".repeat(31))), Err(Fault::NotAnIban));
}

/// Divisible by 4 but not by 100, unless by 400.
#[test]
fn leap_days() {
    good(FieldKind::Date, &[("29.02.2024", "@\"2024-02-29\""), ("29.02.2000", "@\"2000-02-29\""), ("28.2.2100", "@\"2100-02-28\"")]);
    bad(FieldKind::Date, &[("29.02.2023", Fault::NoSuchDay), ("29.02.2100", Fault::NoSuchDay), ("29.02.1900", Fault::NoSuchDay)]);
    bad(FieldKind::DateTime, &[("29.02.2023 12:00", Fault::NoSuchDay), ("28.02.2023 24:00", Fault::NotADateAndTime)]);
}

#[test]
fn german_postal_codes_have_five_digits() {
    assert!(is_german_postcode("01067") && is_german_postcode("65185"));
    assert!(!is_german_postcode("6518") && !is_german_postcode("651855") && !is_german_postcode("6518a") && !is_german_postcode("00123"));
}

#[test]
fn composite_kinds_are_not_read_from_one_text() {
    bad(FieldKind::Person, &[("Frau Beispiel", Fault::WrongKind)]);
}

#[test]
fn nothing_panics_on_odd_texts() {
    let odd = [
        "ä",
        "ä.ö.ü",
        "..",
        "::",
        ",",
        "-",
        "T",
        "€€",
        "\u{202f}",
        "1.",
        ".1",
        "１２",
        "2026-11-2１",
        "21.11.２６",
        " um ",
        "ß Uhr",
        "@",
        "+",
    ];
    for text in odd {
        for kind in [
            FieldKind::Decimal,
            FieldKind::Money,
            FieldKind::Date,
            FieldKind::Time,
            FieldKind::DateTime,
            FieldKind::Email,
            FieldKind::Phone,
        ] {
            let _ = reads(kind, text);
        }
        let _ = read_iban(text);
    }
    assert_eq!(read(FieldKind::Text, &[], "x", today()).unwrap().as_text(), Value::text("x").as_text());
}
