//! Equality and order as the standard has them.

use super::super::tests::table;
use super::*;

/// The standard's equality: null equals null only, and unlike kinds have none.
#[test]
fn equality_has_three_answers() {
    table(&[
        ("null = null", "true"),
        ("null != null", "false"),
        ("1 = null", "false"),
        ("1 != null", "true"),
        ("1 = \"1\"", "null"),
        ("true = 1", "null"),
        ("\"a\" = \"A\"", "false"),
        ("[1, 2] = [1, 2.0]", "true"),
        ("[1, 2] = [2, 1]", "false"),
        ("[1] = [1, 1]", "false"),
        ("[1, \"a\"] = [1, 2]", "null"),
        ("[2, \"a\"] = [1, 2]", "false"),
        ("{a: 1, b: 2} = {b: 2, a: 1}", "true"),
        ("{a: 1} = {a: 1, b: 2}", "false"),
        ("{a: 1} = {b: 1}", "false"),
        ("{} = []", "null"),
        ("[1..3] = [1..3]", "true"),
        ("[1..3] = [1..3)", "false"),
        ("(< 3) = (..3)", "! expected a value, found ."),
        ("@\"P1D\" = @\"PT24H\"", "true"),
        ("@\"P1Y\" = @\"P365D\"", "null"),
        ("@\"2024-01-01\" = @\"2024-01-01T00:00:00Z\"", "true"),
        ("@\"2024-01-01\" = @\"2024-01-01T00:00:00\"", "false"),
        ("@\"10:00:00Z\" = @\"11:00:00+01:00\"", "true"),
        ("@\"10:00:00\" = @\"10:00:00Z\"", "false"),
        ("is(@\"10:00:00Z\", @\"11:00:00+01:00\")", "false"),
        ("is(1, 1.0)", "true"),
        ("is(1, \"1\")", "false"),
        ("is(null, null)", "true"),
    ]);
}

#[test]
fn order_is_within_one_kind() {
    table(&[
        ("1 < 2", "true"),
        ("\"a\" < \"b\"", "true"),
        ("\"B\" < \"a\"", "true"),
        ("@\"2024-01-01\" < @\"2024-01-02\"", "true"),
        ("@\"P1D\" > @\"PT23H\"", "true"),
        ("true < false", "null"),
        ("1 < \"2\"", "null"),
        ("null < 1", "null"),
        ("[1] < [2]", "null"),
    ]);
}

#[test]
fn the_last_of_two_entries_counts_at_the_place_of_the_first() {
    let entries = ["a", "b", "a"].into_iter().zip(1_i64..).map(|(name, value)| (Arc::from(name), Value::from(value)));
    let context = Context::new(entries).unwrap();
    assert_eq!(Value::from(context).to_feel(), "{a: 3, b: 2}");
}

#[test]
fn values_that_would_be_too_deep_are_refused() {
    let mut value = Value::Null;
    for _ in 0..super::super::limits::VALUE_DEPTH {
        value = List::new(vec![value]).unwrap().into();
    }
    assert_eq!(List::new(vec![value]).unwrap_err(), TooLarge);
}

#[test]
fn blanks_and_empty_lists_are_not_filled() {
    for (value, filled) in [
        (Value::Null, false),
        (Value::from("  \t"), false),
        (Value::from("x"), true),
        (Value::from(List::default()), false),
        (Value::from(false), true),
        (Value::from(0), true),
    ] {
        assert_eq!(value.is_filled(), filled, "{value}");
    }
}

#[test]
fn a_value_stays_small() {
    assert!(size_of::<Value>() <= 24, "{}", size_of::<Value>());
}
