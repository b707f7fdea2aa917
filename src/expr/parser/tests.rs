//! Rank of operators, escapes, ranges, names, faults.

use super::super::tests::{feel, table};
use super::super::{Context, Environment, Expected, Names, Span, SyntaxFault, Value, parse, parse_unary_tests};
use std::sync::Arc;

#[test]
fn operators_bind_as_the_standard_ranks_them() {
    table(&[
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 4 - 3", "3"),
        ("100 / 10 / 2", "5"),
        ("1 + 1 = 2 and 2 > 1", "true"),
        ("true or false and false", "true"),
        ("1 < 2 = true", "true"),
        ("2 between 1 and 3 and true", "true"),
        ("- 2 + 5", "3"),
        ("2 * -3", "-6"),
        ("if true then 1 else 2 + 3", "1"),
        ("1 in [1, 2] and 3 in [3]", "true"),
    ]);
}

#[test]
fn comments_and_white_space_do_not_count() {
    table(&[
        ("1 + // eins\n 1", "2"),
        ("1 /* eins */ + /* // */ 1", "2"),
        ("\u{A0}1\u{2003}+\t1", "2"),
        ("/* offen", "! the comment has no closing */"),
        ("// nichts", "! the expression is empty"),
        ("", "! the expression is empty"),
    ]);
}

#[test]
fn texts_know_the_standard_s_escapes() {
    table(&[
        (r#""a\"b\\c\n\t\r""#, r#""a\"b\\c\n\t\r""#),
        (r#""\u00e4\U0000E4""#, "\"ää\""),
        (r#""\uD83D\uDC0E" = "\U01F40E""#, "true"),
        (r#"string length("\d")"#, "2"),
        (r#""\uD800""#, "! \\uD800 is not a character"),
    ]);
    assert!(feel(r#""\uD800""#).starts_with("! "));
    assert_eq!(feel("\"offen"), "! the text has no closing quote");
}

#[test]
fn ranges_open_and_close_with_either_bracket() {
    table(&[
        ("[1..3]", "[1..3]"),
        ("]1..3[", "(1..3)"),
        ("(1..3]", "(1..3]"),
        ("3 in [1..3[ or false", "false"),
        ("[[1..3[, 2]", "[[1..3), 2]"),
        ("2 in [1..[3, 4][1]]", "true"),
        ("(> 5).start", "5"),
        ("(<= 5).end included", "true"),
        ("[1..\"a\"]", "null"),
    ]);
}

#[test]
fn names_with_spaces_and_signs_are_read_against_what_is_known() {
    let scope = Context::new(
        [("erste zahl", 1), ("erste", 10), ("a-b", 100), ("größe in m²", 5)].map(|(name, value)| (Arc::from(name), Value::from(value))),
    )
    .unwrap();
    let names = ["erste zahl", "a-b", "größe in m²"].into_iter().collect::<Names>();
    let value = |text: &str| parse(text, &names).unwrap().evaluate(&scope, &Environment::default()).value.to_feel();
    assert_eq!(value("erste zahl + erste"), "11");
    assert_eq!(value("erste   zahl * 2"), "2");
    assert_eq!(value("a - b"), "100");
    assert_eq!(value("größe in m² > 4"), "true");
    assert_eq!(value("{erste zahl: 7, z: erste zahl + 1}.z"), "8");
    assert_eq!(value("for mein wert in [1, 2] return mein wert + 1"), "[2, 3]");
    assert_eq!(value("(function(mein wert, x) mein wert + x)(mein wert: 1, x: 2)"), "3");
}

#[test]
fn faults_tell_place_and_what_was_expected() {
    let fault = |text: &str| parse(text, &Names::new()).map(|_| ()).unwrap_err();
    assert_eq!(fault("1 +").fault, SyntaxFault::UnexpectedEnd(Expected::Expression));
    assert_eq!(fault("(1").fault, SyntaxFault::UnexpectedEnd(Expected::Word(")")));
    assert_eq!(fault("if a then b").fault, SyntaxFault::UnexpectedEnd(Expected::Word("else")));
    assert_eq!(fault("a > 1 2").fault, SyntaxFault::Unexpected { expected: Expected::Operator, found: "2".to_owned() });
    let unknown = fault("datum der geburt > 1");
    assert_eq!(unknown.fault, SyntaxFault::UnknownWords("datum der".to_owned()));
    assert_eq!(unknown.span, Span::new(0, 9));
    assert_eq!(fault("1 instance of zahl").fault, SyntaxFault::UnknownType("zahl".to_owned()));
    assert_eq!(fault("and 1").fault, SyntaxFault::Unexpected { expected: Expected::Expression, found: "and".to_owned() });
}

#[test]
fn a_range_of_unary_tests() {
    let holds = |tests: &str, input: &str| {
        let input = parse(input, &Names::new()).unwrap().evaluate(&Context::default(), &Environment::default()).value;
        let tests = parse_unary_tests(tests, &Names::new()).unwrap();
        tests.evaluate(&input, &Context::default(), &Environment::default()).value.to_feel()
    };
    for (tests, input, expected) in [
        ("-", "null", "true"),
        ("-", "1", "true"),
        ("5", "5", "true"),
        ("5", "6", "false"),
        ("-5", "-5", "true"),
        ("< 10", "5", "true"),
        ("< 10", "\"a\"", "null"),
        ("< 10, > 20", "25", "true"),
        ("< 10, > 20", "15", "false"),
        ("[1..5]", "5", "true"),
        ("[1..5)", "5", "false"),
        ("not(\"a\")", "\"b\"", "true"),
        ("not(\"a\", \"b\")", "\"b\"", "false"),
        ("not(< 5)", "7", "true"),
        ("\"a\", \"b\"", "\"b\"", "true"),
        ("? > 5 and ? < 7", "6", "true"),
        ("not(? > 5) and ? > 3", "4", "true"),
        ("contains(?, \"x\")", "\"axb\"", "true"),
        ("null", "null", "true"),
        ("= 3", "3", "true"),
        ("!= 3", "3", "false"),
        ("[1, 2, 3]", "2", "true"),
        ("date(\"2024-01-01\")", "@\"2024-01-01\"", "true"),
    ] {
        assert_eq!(holds(tests, input), expected, "{input} in {tests}");
    }
}
