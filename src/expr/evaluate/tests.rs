//! Truth tables, paths, filters, loops, functions.

use super::super::tests::table;

/// The standard's truth tables of conjunction and disjunction.
#[test]
fn and_and_or_are_three_valued() {
    table(&[
        ("true and true", "true"),
        ("true and false", "false"),
        ("true and null", "null"),
        ("false and true", "false"),
        ("false and false", "false"),
        ("false and null", "false"),
        ("null and true", "null"),
        ("null and false", "false"),
        ("null and null", "null"),
        ("true or true", "true"),
        ("true or false", "true"),
        ("true or null", "true"),
        ("false or true", "true"),
        ("false or false", "false"),
        ("false or null", "null"),
        ("null or true", "true"),
        ("null or false", "null"),
        ("null or null", "null"),
        ("true and 1", "null"),
        ("false and \"x\"", "false"),
        ("not(true)", "false"),
        ("not(false)", "true"),
        ("not(null)", "null"),
        ("not(1)", "null"),
    ]);
}

#[test]
fn a_condition_that_is_not_true_takes_the_other_way() {
    table(&[
        ("if 1 < 2 then \"ja\" else \"nein\"", "\"ja\""),
        ("if null then 1 else 2", "2"),
        ("if \"x\" then 1 else 2", "2"),
        ("5 between 1 and 5", "true"),
        ("5 between 6 and null", "false"),
        ("5 between 1 and null", "null"),
    ]);
}

#[test]
fn in_looks_into_values_lists_and_ranges() {
    table(&[
        ("1 in 1", "true"),
        ("1 in [1, 2]", "true"),
        ("3 in [1, 2]", "false"),
        ("1 in (1, 2)", "true"),
        ("5 in < 6", "true"),
        ("5 in (< 3, > 4)", "true"),
        ("5 in [1..5)", "false"),
        ("5 in [[1..3], [4..6]]", "true"),
        ("[1, 2] in [[1, 2], [3]]", "true"),
        ("[1, 2] in [1, 2]", "true"),
        ("\"b\" in [\"a\"..\"c\"]", "true"),
        ("5 in not(5, 6)", "false"),
        ("null in [null]", "true"),
        ("null in [1..3]", "null"),
        ("1 in \"a\"", "null"),
        ("6 in (? > 5)", "true"),
        ("3 in (1) + 2", "true"),
    ]);
}

#[test]
fn paths_lead_into_contexts_lists_and_dates() {
    table(&[
        ("{a: {b: 1}}.a.b", "1"),
        ("{a: 1}.b", "null"),
        ("[{a: 1}, {a: 2}].a", "[1, 2]"),
        ("[{a: 1}, {b: 2}].a", "[1, null]"),
        ("null.a", "null"),
        ("{a: 1, b: a + 1, c: a + b}.c", "3"),
        ("{a: 1, a: 2}", "null"),
        ("@\"2024-05-06T07:08:09\".hour", "7"),
        ("\"text\".length", "null"),
    ]);
}

#[test]
fn filters_pick_by_place_or_by_test() {
    table(&[
        ("[\"a\", \"b\", \"c\"][1]", "\"a\""),
        ("[\"a\", \"b\", \"c\"][-1]", "\"c\""),
        ("[\"a\", \"b\", \"c\"][0]", "null"),
        ("[\"a\", \"b\", \"c\"][4]", "null"),
        ("[1, 2, 3, 4][item > 2]", "[3, 4]"),
        ("[1, 2, 3][item > 9]", "[]"),
        ("[{x: 1, y: 2}, {x: 2, y: 3}][x = 1]", "[{x: 1, y: 2}]"),
        ("[{x: 1, y: 2}, {x: 2, y: 3}][item.x = 2].y", "[3]"),
        ("[{x: 1}, {x: null}][x < 2]", "[{x: 1}]"),
        ("5[1]", "5"),
        ("5[true]", "[5]"),
        ("5[false]", "[]"),
        ("[][1]", "null"),
        ("[1, 2, 3][1 + 1]", "2"),
        ("null[1]", "null"),
    ]);
}

#[test]
fn loops_go_through_lists_and_ranges() {
    table(&[
        ("for i in [1, 2, 3] return i * i", "[1, 4, 9]"),
        ("for i in 1..3 return i", "[1, 2, 3]"),
        ("for i in 3..1 return i", "[3, 2, 1]"),
        ("for i in [1..3) return i", "[1, 2]"),
        ("for i in (1..2) return i", "[]"),
        ("for i in 1..2, j in [10, 20] return i + j", "[11, 21, 12, 22]"),
        ("for i in 1..2, j in i..2 return [i, j]", "[[1, 1], [1, 2], [2, 2]]"),
        ("for i in 1..4 return if i = 1 then 1 else i * partial[-1]", "[1, 2, 6, 24]"),
        ("for d in @\"2024-02-28\"..@\"2024-03-01\" return d.day", "[28, 29, 1]"),
        ("for i in null return i", "null"),
        ("for i in 1.5..3 return i", "null"),
        ("some x in [1, 2] satisfies x > 1", "true"),
        ("some x in [1, null] satisfies x > 1", "null"),
        ("some x in [] satisfies x > 1", "false"),
        ("every x in [1, 2] satisfies x > 0", "true"),
        ("every x in [1, null] satisfies x > 0", "null"),
        ("every x in [0, null] satisfies x > 0", "false"),
        ("every x in [] satisfies x > 0", "true"),
        ("some x in [1, 2], y in [2, 3] satisfies x = y", "true"),
    ]);
}

#[test]
fn functions_can_be_written_passed_and_kept() {
    table(&[
        ("(function(x) x + 1)(2)", "3"),
        ("{f: function(x, y) x * y, r: f(y: 3, x: 2)}.r", "6"),
        ("{n: 10, f: function(x) x + n}.f(1)", "11"),
        ("(function(x) function(y) x + y)(1)(2)", "3"),
        ("(function(x: number) x)(\"a\")", "null"),
        ("(function(x: number) x)([1])", "1"),
        ("(function(x: list<number>) x)(1)", "[1]"),
        ("(function(x: date and time) x)(@\"2024-01-01\")", "@\"2024-01-01T00:00:00Z\""),
        ("(function(x) x)(1, 2)", "null"),
        ("sort([3, 1, 2], function(a, b) a > b)", "[3, 2, 1]"),
        ("1(2)", "null"),
        ("unbekannt(1)", "null"),
    ]);
}

#[test]
fn instance_of_knows_the_types() {
    table(&[
        ("1 instance of number", "true"),
        ("\"a\" instance of number", "false"),
        ("null instance of number", "false"),
        ("null instance of Any", "false"),
        ("[1, 2] instance of list<number>", "true"),
        ("[1, \"a\"] instance of list<number>", "false"),
        ("{a: 1, b: 2} instance of context<a: number>", "true"),
        ("{b: 2} instance of context<a: number>", "false"),
        ("[1..2] instance of range<number>", "true"),
        ("@\"P1D\" instance of days and time duration", "true"),
        ("@\"2024-01-01\" instance of date and time", "false"),
        ("(function(x) x) instance of function<number> -> number", "true"),
        ("(function(x) x) instance of function<number, number> -> number", "false"),
        ("(function() \"a\") instance of function<> -> string", "true"),
        ("(function() \"a\") instance of function<> -> number", "false"),
        (
            "(function(a: context<a: string>) {b: 1, c: 2}) instance of function<context<a: string, b: string>> -> context<b: number>",
            "true",
        ),
        ("(function(a: context<a: string, b: string>) 1) instance of function<context<a: string>> -> number", "false"),
        ("(function(a: string) 1) instance of function<number> -> number", "false"),
    ]);
}

#[test]
fn literals_that_hold_nothing_are_null() {
    table(&[("@\"heute\"", "null"), ("@\"2024-13-01\"", "null"), ("\"a\" + \"b\"", "\"ab\""), ("\"a\" + 1", "null")]);
}
