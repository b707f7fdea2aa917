//! Tables of built-in functions, mostly the standard's own examples.

use super::super::tests::table;

#[test]
fn texts() {
    table(&[
        ("substring(\"foobar\", 3)", "\"obar\""),
        ("substring(\"foobar\", 3, 3)", "\"oba\""),
        ("substring(\"foobar\", -2, 1)", "\"a\""),
        ("substring(\"\\U01F40Eab\", 2)", "\"ab\""),
        ("substring(\"foobar\", 0)", "null"),
        ("substring(\"foobar\", 3, 0)", "null"),
        ("substring(\"foobar\", 3.8)", "\"obar\""),
        ("substring(string: \"foobar\", start position: 4)", "\"bar\""),
        ("string length(\"äöü\")", "3"),
        ("string length(null)", "null"),
        ("upper case(\"aBc4\")", "\"ABC4\""),
        ("lower case(\"AbC4\")", "\"abc4\""),
        ("substring before(\"foobar\", \"bar\")", "\"foo\""),
        ("substring before(\"foobar\", \"xyz\")", "\"\""),
        ("substring before(\"foobar\", \"\")", "\"\""),
        ("substring after(\"foobar\", \"ob\")", "\"ar\""),
        ("substring after(\"\", \"a\")", "\"\""),
        ("substring after(\"foobar\", \"\")", "\"foobar\""),
        ("contains(\"foobar\", \"of\")", "false"),
        ("starts with(\"foobar\", \"fo\")", "true"),
        ("ends with(\"foobar\", \"r\")", "true"),
        ("split(\"John Doe\", \"\\\\s\")", "[\"John\", \"Doe\"]"),
        ("split(\"a;b;c;;\", \";\")", "[\"a\", \"b\", \"c\", \"\", \"\"]"),
        ("string join([\"a\", \"b\", \"c\"], \"_and_\")", "\"a_and_b_and_c\""),
        ("string join([\"a\", null, \"c\"])", "\"ac\""),
        ("string join([])", "\"\""),
        ("string join([1])", "null"),
    ]);
}

#[test]
fn patterns() {
    table(&[
        ("matches(\"foobar\", \"^fo*b\")", "true"),
        ("matches(\"FOO\", \"foo\", \"i\")", "true"),
        ("matches(\"a\\nb\", \"a.b\")", "false"),
        ("matches(\"a\\nb\", \"a.b\", \"s\")", "true"),
        ("matches(\"a b\", \"a\\\\ b\", \"x\")", "null"),
        ("matches(\"a+b\", \"a+b\", \"q\")", "true"),
        ("matches(\"b\", \"[a-z-[aeiou]]\")", "true"),
        ("matches(\"e\", \"[a-z-[aeiou]]\")", "false"),
        ("matches(\"a\", \"[\")", "null"),
        ("matches(\"a\", \"a\", \"z\")", "null"),
        ("replace(\"abcd\", \"(ab)|(a)\", \"[1=$1][2=$2]\")", "\"[1=ab][2=]cd\""),
        ("replace(\"01.02.2024\", \"(\\\\d+)\\\\.(\\\\d+)\\\\.(\\\\d+)\", \"$3-$2-$1\")", "\"2024-02-01\""),
        ("replace(\"abc\", \"b*\", \"x\")", "null"),
        ("replace(\"abc\", \"b\", \"$\")", "null"),
        ("replace(\"a.b\", \".\", \"-\", \"q\")", "\"a-b\""),
    ]);
}

#[test]
fn lists() {
    table(&[
        ("list contains([1, 2, 3], 2)", "true"),
        ("list contains([1, null], null)", "true"),
        ("list contains(null, 1)", "null"),
        ("count([1, [2, 3]])", "2"),
        ("count(5)", "1"),
        ("count(null)", "null"),
        ("append([1], 2, 3)", "[1, 2, 3]"),
        ("append(1, null)", "[1, null]"),
        ("concatenate([1, 2], [3])", "[1, 2, 3]"),
        ("concatenate([1], 2)", "[1, 2]"),
        ("insert before([1, 3], 1, 2)", "[2, 1, 3]"),
        ("insert before([1, 3], 3, 2)", "[1, 3, 2]"),
        ("insert before([1, 3], -1, 2)", "[1, 2, 3]"),
        ("insert before([1, 3], 4, 2)", "null"),
        ("remove([1, 2, 3], 2)", "[1, 3]"),
        ("remove([1, 2, 3], 4)", "null"),
        ("reverse([1, 2, 3])", "[3, 2, 1]"),
        ("index of([1, 2, 3, 2], 2)", "[2, 4]"),
        ("index of([1], null)", "[]"),
        ("union([1, 2], [2, 3])", "[1, 2, 3]"),
        ("distinct values([1, 2, 3, 2, 1])", "[1, 2, 3]"),
        ("flatten([[1, 2], [[3]], 4])", "[1, 2, 3, 4]"),
        ("sublist([4, 5, 6], 1, 2)", "[4, 5]"),
        ("sublist([4, 5, 6], -2)", "[5, 6]"),
        ("sublist([4, 5, 6], 0)", "null"),
        ("sublist([4, 5, 6], 2, 5)", "null"),
        ("list replace([2, 4, 7, 8], 3, 6)", "[2, 4, 6, 8]"),
        ("list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)", "[5, 5, 7, 8]"),
        ("list replace([1, 2], 1.5, 6)", "null"),
        ("list replace(list: [1, 2], position: 1, newItem: 3, extra: 4)", "null"),
        ("sort([3, 1, 2])", "[1, 2, 3]"),
        ("sort([3, \"a\"])", "null"),
        ("all([true, null, false])", "false"),
        ("all([true, null])", "null"),
        ("all([])", "true"),
        ("any([false, null, true])", "true"),
        ("any([])", "false"),
        ("any(false, true)", "true"),
    ]);
}

#[test]
fn statistics() {
    table(&[
        ("min([1, 2, 3])", "1"),
        ("max(1, 2, 3)", "3"),
        ("min([])", "null"),
        ("max([\"a\", \"c\", \"b\"])", "\"c\""),
        ("min([@\"2024-02-01\", @\"2024-01-01\"])", "@\"2024-01-01\""),
        ("max([1, \"a\"])", "null"),
        ("min([1, null])", "null"),
        ("sum([1, 2, 3])", "6"),
        ("sum(1, 2.5)", "3.5"),
        ("sum([])", "null"),
        ("sum([1, null])", "null"),
        ("mean([1, 2, 3, 4])", "2.5"),
        ("median(8, 2, 5, 3, 4)", "4"),
        ("median([6, 1, 2, 3])", "2.5"),
        ("median([])", "null"),
        ("stddev(2, 4, 7, 5)", "2.081665999466132735282297706979931"),
        ("stddev([47])", "null"),
        ("mode(6, 3, 9, 6, 6)", "[6]"),
        ("mode([6, 1, 9, 6, 1])", "[1, 6]"),
        ("mode([])", "[]"),
        ("product([2, 3, 4])", "24"),
        ("product([])", "null"),
    ]);
}

#[test]
fn numbers() {
    table(&[
        ("decimal(1 / 3, 2)", "0.33"),
        ("decimal(1.5, 0)", "2"),
        ("decimal(2.5, 0)", "2"),
        ("decimal(1.115, 7)", "1.115"),
        ("decimal(1, 6177)", "null"),
        ("floor(1.5)", "1"),
        ("floor(-1.56, 1)", "-1.6"),
        ("ceiling(1.5)", "2"),
        ("ceiling(-1.5)", "-1"),
        ("round up(5.5, 0)", "6"),
        ("round up(-1.126, 2)", "-1.13"),
        ("round down(-5.5, 0)", "-5"),
        ("round half up(5.5, 0)", "6"),
        ("round half up(-1.125, 2)", "-1.13"),
        ("round half down(5.5, 0)", "5"),
        ("round half down(-1.126, 2)", "-1.13"),
        ("round up(1234, -2)", "1300"),
        ("abs(-10)", "10"),
        ("abs(@\"-P1D\")", "@\"P1D\""),
        ("modulo(12, 5)", "2"),
        ("modulo(-12, 5)", "3"),
        ("modulo(12, -5)", "-3"),
        ("modulo(10.1, -4.5)", "-3.4"),
        ("modulo(1, 0)", "null"),
        ("odd(5)", "true"),
        ("even(-2)", "true"),
        ("even(2.5)", "false"),
        ("odd(2.5)", "false"),
    ]);
}

#[test]
fn conversions() {
    table(&[
        ("number(\"1 000,0\", \" \", \",\")", "1000"),
        ("number(\"1.000,5\", \".\", \",\")", "1000.5"),
        ("number(\"1,000.5\", \",\", \".\")", "1000.5"),
        ("number(\"1\", null, null)", "1"),
        ("number(\"1\", \".\", \".\")", "null"),
        ("number(\"eins\")", "null"),
        ("string(1.10)", "\"1.1\""),
        ("string(null)", "null"),
        ("string(true)", "\"true\""),
        ("string(@\"2024-01-01\")", "\"2024-01-01\""),
        ("string([1, \"a\"])", "\"[1, \\\"a\\\"]\""),
        ("date(@\"2012-12-25T11:00:00Z\")", "@\"2012-12-25\""),
        ("date and time(\"2012-12-24\")", "@\"2012-12-24T00:00:00\""),
        ("date and time(@\"2012-12-24\", @\"23:59:00\")", "@\"2012-12-24T23:59:00\""),
        ("date(\"2012-12-25T11:00:00Z\")", "null"),
    ]);
}

/// The examples of the standard's table of range functions.
#[test]
fn ranges() {
    table(&[
        ("before(1, 10)", "true"),
        ("before(10, 1)", "false"),
        ("before(1, [1..10])", "false"),
        ("before(1, (1..10])", "true"),
        ("before([1..10], 10)", "false"),
        ("before([1..10), 10)", "true"),
        ("before([1..10), [10..20])", "true"),
        ("before([1..10], [10..20])", "false"),
        ("after(10, 5)", "true"),
        ("after([11..20], 12)", "false"),
        ("after((11..20], 11)", "true"),
        ("after((11..20], [1..11])", "true"),
        ("meets([1..5], [5..10])", "true"),
        ("meets([1..5), [5..10])", "false"),
        ("met by([5..10], [1..5])", "true"),
        ("overlaps([1..5], [3..8])", "true"),
        ("overlaps([1..5], [6..8])", "false"),
        ("overlaps([1..5], [5..8])", "true"),
        ("overlaps([1..5), [5..8])", "false"),
        ("overlaps before([1..5], [3..8])", "true"),
        ("overlaps before([1..5], [6..8])", "false"),
        ("overlaps before([1..5], (1..5])", "true"),
        ("overlaps before([1..5), (1..5])", "true"),
        ("overlaps after([3..8], [1..5])", "true"),
        ("overlaps after([5..8], [1..5))", "false"),
        ("finishes(10, [1..10])", "true"),
        ("finishes(10, [1..10))", "false"),
        ("finishes([5..10], [1..10])", "true"),
        ("finishes([1..10), [1..10))", "true"),
        ("finished by([1..10], 10)", "true"),
        ("finished by([1..10], [5..10))", "false"),
        ("includes([1..10], 5)", "true"),
        ("includes([1..10], [4..6])", "true"),
        ("includes((1..10], (1..10])", "true"),
        ("includes([1..10), [1..10])", "false"),
        ("during(5, [1..10])", "true"),
        ("during([4..6], [1..10))", "true"),
        ("starts(1, [1..10])", "true"),
        ("starts((1..5], [1..10])", "false"),
        ("started by([1..10], [1..5])", "true"),
        ("coincides(5, 5)", "true"),
        ("coincides([1..5], [1..5])", "true"),
        ("coincides((1..5), [1..5])", "false"),
        ("before(1, \"a\")", "null"),
        ("range(\"[18..21)\")", "[18..21)"),
        ("range(\"(..5]\") = (<= 5)", "true"),
        ("range(\"[5..1]\")", "null"),
        ("range(\"[a..b]\")", "null"),
    ]);
}

#[test]
fn contexts() {
    table(&[
        ("get value({key1: \"value1\"}, \"key1\")", "\"value1\""),
        ("get value({key1: \"value1\"}, \"other\")", "null"),
        ("get entries({a: 1, b: 2})", "[{key: \"a\", value: 1}, {key: \"b\", value: 2}]"),
        ("context([{key: \"a\", value: 1}, {key: \"b\", value: 2}])", "{a: 1, b: 2}"),
        ("context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])", "null"),
        ("context([{key: \"a\"}])", "null"),
        ("context put({x: 1}, \"y\", 2)", "{x: 1, y: 2}"),
        ("context put({x: 1, y: 0}, \"x\", 2)", "{x: 2, y: 0}"),
        ("context put({x: 1, y: {a: 0}}, [\"y\", \"a\"], 2)", "{x: 1, y: {a: 2}}"),
        ("context put({x: 1}, [], 2)", "null"),
        ("context merge([{x: 1}, {y: 2}])", "{x: 1, y: 2}"),
        ("context merge([{x: 1, y: 0}, {y: 2}])", "{x: 1, y: 2}"),
        ("context merge([{x: 1}, 2])", "null"),
    ]);
}

/// IBAN: the example of the German register; tax number: the example of the Federal Central Tax Office.
#[test]
fn extensions() {
    table(&[
        ("is filled(\" \")", "false"),
        ("is filled(\"x\")", "true"),
        ("is filled([])", "false"),
        ("is filled(null)", "false"),
        ("is filled(0)", "true"),
        ("is valid iban(\"DE89 3704 0044 0532 0130 00\")", "true"),
        ("is valid iban(\"DE89370400440532013001\")", "false"),
        ("is valid iban(\"DE8937040044053201300\")", "false"),
        ("is valid iban(\"GB82 WEST 1234 5698 7654 32\")", "true"),
        ("is valid iban(\"\")", "false"),
        ("is valid iban(\"ÄÄ89370400440532013000\")", "false"),
        ("is valid tax id(\"86 095 742 719\")", "true"),
        ("is valid tax id(\"86095742718\")", "false"),
        ("is valid tax id(\"12345678903\")", "false"),
        ("is valid date(29, 2, 2024)", "true"),
        ("is valid date(29, 2, 2023)", "false"),
        ("is valid date(1.5, 2, 2023)", "false"),
        ("is valid email(\"a@b.de\")", "true"),
        ("is valid email(\"a@b\")", "false"),
        ("is valid email(\"a b@c.de\")", "false"),
        ("is valid postal code(\"01067\")", "true"),
        ("is valid postal code(\"1067\")", "false"),
    ]);
}

#[test]
fn wrong_arguments_are_null() {
    table(&[
        ("string length()", "null"),
        ("string length(1)", "null"),
        ("abs(n: 1, m: 2)", "null"),
        ("abs(m: 1)", "null"),
        ("sum()", "null"),
    ]);
}

#[test]
fn every_function_has_a_signature_and_distinct_parameters() {
    for builtin in super::all() {
        assert!(!builtin.signatures().is_empty(), "{}", builtin.name);
        for overload in builtin.overloads {
            let names: std::collections::BTreeSet<&str> = overload.parameters.iter().map(|parameter| parameter.name).collect();
            assert_eq!(names.len(), overload.parameters.len(), "{}", builtin.name);
            let mut optional = overload.parameters.iter().skip_while(|parameter| !parameter.optional);
            assert!(optional.all(|parameter| parameter.optional), "{}: what may be left out comes last", builtin.name);
        }
    }
}
