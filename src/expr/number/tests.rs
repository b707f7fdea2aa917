//! Numbers against mathematical tables and the large representation.

use super::super::tests::table;
use super::*;
use proptest::prelude::*;

#[test]
fn numbers_are_exact_decimals_of_34_digits() {
    table(&[
        ("0.1 + 0.2", "0.3"),
        ("1 / 3", "0.3333333333333333333333333333333333"),
        ("2 / 3", "0.6666666666666666666666666666666667"),
        ("1 / 3 * 3", "0.9999999999999999999999999999999999"),
        ("10 / 4", "2.5"),
        ("-7 / 2", "-3.5"),
        ("9999999999999999999999999999999999 + 1", "10000000000000000000000000000000000"),
        // The 35th digit is a five: half to even keeps the even digit before it.
        ("1000000000000000000000000000000000.5 + 0", "1000000000000000000000000000000000"),
        ("1000000000000000000000000000000001.5 + 0", "1000000000000000000000000000000002"),
        ("9223372036854775807 + 1", "9223372036854775808"),
        ("-9223372036854775807 - 2", "-9223372036854775809"),
        ("1.10 + 2.20", "3.3"),
        ("1e3", "1000"),
        ("2.5E-3", "0.0025"),
        (".5", "0.5"),
        ("-.5", "-0.5"),
        ("0 = -0", "true"),
        ("100.00 = 100", "true"),
    ]);
}

#[test]
fn what_decimal128_cannot_hold_is_null() {
    table(&[
        ("1 / 0", "null"),
        ("10 ** 6145", "null"),
        ("10 ** 6144 * 10", "null"),
        ("10 ** -6177", "0"),
        ("10 ** 6144 / 10 ** 6144", "1"),
        ("0 ** -1", "null"),
        ("(-8) ** 0.5", "null"),
        ("9 ** 9 ** 9 ** 9 ** 9", "null"),
    ]);
}

#[test]
fn powers_go_from_left_to_right_and_signs_bind_first() {
    table(&[
        ("2 ** 3 ** 2", "64"),
        ("-3 ** 2", "9"),
        ("4 ** 0.5", "2"),
        ("2 ** -2", "0.25"),
        ("8 ** (1 / 3) - 2 < 0.0000000000000000000000000000001", "true"),
        ("2 ** 0.5", "1.414213562373095048801688724209698"),
        ("0 ** 0", "1"),
    ]);
}

#[test]
fn logarithms_and_exponentials_have_34_right_digits() {
    // Digits of e, ln 2, ln 10 and the root of 2 as mathematical tables have them.
    table(&[
        ("exp(1)", "2.718281828459045235360287471352662"),
        ("log(2)", "0.6931471805599453094172321214581766"),
        ("log(10)", "2.302585092994045684017991454684364"),
        ("sqrt(2)", "1.414213562373095048801688724209698"),
        ("exp(0)", "1"),
        ("log(1)", "0"),
        ("exp(-1)", "0.3678794411714423215955237701614609"),
        ("sqrt(16)", "4"),
        ("sqrt(-1)", "null"),
        ("log(0)", "null"),
        ("exp(20001)", "null"),
    ]);
}

#[test]
fn numbers_far_apart_add_and_compare() {
    table(&[
        ("10 ** 6000 + 1", "1E+6000"),
        ("10 ** 6000 - 10 ** -6000", "1E+6000"),
        ("0 + 10 ** -6000", "1E-6000"),
        ("10 ** 6000 > 1", "true"),
        ("-10 ** 6000 < -1", "false"),
        ("-1 > 0 - 10 ** 6000", "true"),
        ("10 ** -6000 > 0", "true"),
        ("0 - 10 ** -6000 < 0", "true"),
        ("10 ** 40 = 10 ** 39 * 10", "true"),
        ("modulo(10 ** 30, 7)", "1"),
    ]);
}

#[test]
fn only_whole_texts_read_as_numbers() {
    for text in ["", "-", ".", "1.", "1.2.3", "1e", "e5", "--1", "+1", " 1", "1,5", "0x10", "١"] {
        assert_eq!(Number::read(text).map(|number| number.to_string()), None, "{text}");
    }
    assert_eq!(Number::read("1e99999"), None);
}

#[test]
fn large_and_small_numbers_print_so_that_they_read_back() {
    for text in ["1E+6000", "1E-6000", "-12345678901234567890", "0.000001", "123456789.987654321"] {
        assert_eq!(Number::read(text).unwrap().to_string(), text);
    }
}

proptest! {
    /// The fast representation and the large one give the same answers.
    #[test]
    fn both_representations_agree(left in any::<i32>(), right in any::<i32>(), from in 0_u8..9, to in 0_u8..9) {
        let (left, right) = (Number::small(i64::from(left), from), Number::small(i64::from(right), to));
        let (big_left, big_right) = (Number(Digits::Big(Arc::new(left.big()))), Number(Digits::Big(Arc::new(right.big()))));
        prop_assert_eq!(left.plus(&right), big_left.plus(&big_right));
        prop_assert_eq!(left.minus(&right), big_left.minus(&big_right));
        prop_assert_eq!(left.times(&right), big_left.times(&big_right));
        prop_assert_eq!(left.divided_by(&right), big_left.divided_by(&big_right));
        prop_assert_eq!(left.cmp(&right), big_left.cmp(&big_right));
        prop_assert_eq!(left.is_whole(), big_left.is_whole());
        prop_assert_eq!(left.to_i64(), big_left.to_i64());
        prop_assert_eq!(left.to_string(), big_left.to_string());
    }

    #[test]
    fn a_quotient_times_its_divisor_is_close(left in 1_i64..1_000_000_000, right in 1_i64..1_000_000_000) {
        let (left, right) = (Number::from(left), Number::from(right));
        let back = left.divided_by(&right).unwrap().times(&right).unwrap();
        let error = back.minus(&left).unwrap().absolute();
        prop_assert!(error < Number::read("1e-20").unwrap());
    }
}
