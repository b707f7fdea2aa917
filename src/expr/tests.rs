//! What holds for every expression: nothing panics, everything ends, values survive being written and read.

use super::temporal::{Date, DateTime, DayTimeDuration, Time, YearMonthDuration, Zone};
use super::*;
use proptest::prelude::*;
use std::sync::Arc;

/// The FEEL text of an expression's value, without a scope; a syntax fault reads as `!` and the fault.
pub(super) fn feel(text: &str) -> String {
    let environment = Environment { now: DateTime::read("2026-11-21T12:00:00Z"), ..Environment::default() };
    match parse(text, &Names::new()) {
        Ok(tree) => tree.evaluate(&Context::default(), &environment).value.to_feel(),
        Err(error) => format!("! {}", error.fault),
    }
}

/// Checks a table of expressions and the values they come to.
pub(super) fn table(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(text, expected)| feel(text) != *expected)
        .map(|(text, expected)| format!("{text} gives {}, not {expected}", feel(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An outcome with a small number of steps.
fn run(text: &str) -> Outcome {
    let tree = parse(text, &Names::new()).unwrap();
    tree.evaluate(&Context::default(), &Environment::default())
}

fn hit(text: &str, limit: limits::Limit) {
    let outcome = run(text);
    assert!(outcome.value.is_null(), "{text} gives a value");
    assert!(outcome.notes.iter().any(|note| note.kind == NoteKind::Limit(limit)), "{text}: {:?}", outcome.notes);
}

#[test]
fn deep_nesting_is_refused_with_a_place() {
    for open in ["(", "[", "{a:", "-", "not(", "if ", "some x in ", "function(x) ", "x[", "1 in (", "]1..", "[1..", "f(a: ", "< "] {
        let text = open.repeat(5000);
        let error = parse(&text, &Names::new()).unwrap_err();
        assert!(error.span.end <= text.len(), "{open}");
        parse_unary_tests(&text, &Names::new()).unwrap_err();
    }
    assert!(matches!(parse(&"(".repeat(5000), &Names::new()).unwrap_err().fault, SyntaxFault::TooDeep));
    assert!(matches!(parse(&"1 + ".repeat(5000), &Names::new()).unwrap_err().fault, SyntaxFault::TooDeep));
    assert!(matches!(parse(&format!("a{}", ".a".repeat(5000)), &Names::new()).unwrap_err().fault, SyntaxFault::TooDeep));
}

#[test]
fn what_nests_as_deep_as_allowed_evaluates() {
    let text = format!("{}1{}", "(1 + ".repeat(90), ")".repeat(90));
    assert_eq!(feel(&text), "91");
    assert_eq!(feel(&format!("0{}", " + 1".repeat(190))), "190");
    let conditions = vec!["true"; 3000].join(" and ");
    assert_eq!(feel(&conditions), "true");
}

#[test]
fn a_text_that_is_too_long_is_refused() {
    assert_eq!(parse(&" ".repeat(limits::TEXT_LENGTH + 1), &Names::new()).unwrap_err().fault, SyntaxFault::TooLong);
}

#[test]
fn evaluation_ends_at_its_bounds() {
    hit("for i in 1..1000000000 return i", limits::Limit::Steps);
    hit("for a in 1..3000, b in 1..3000 return 1", limits::Limit::Steps);
    hit("count(for i in 1..2000 return partial)", limits::Limit::ValueSize);
    hit("(function(f) f(f))(function(f) f(f))", limits::Limit::Depth);
    hit("string join(for i in 1..2000 return string join(for j in 1..2000 return \"x\"))", limits::Limit::Steps);
    let long = format!("string join([{}])", vec!["\"0123456789\""; 4000].join(","));
    assert!(!run(&long).value.is_null());
}

/// Each of these does much work in few parts of an expression.
#[test]
fn hard_work_is_paid_for() {
    let long = "string join(for i in 1..1000 return \"0123456789012345678901234567890123456789\")";
    for work in [
        "string length(t)",
        "t = t",
        "matches(t, \"(0|1)*x\")",
        "contains(t, \"x\")",
        "l = l",
        "l instance of list<number>",
        "list contains([l], l)",
        "min([t, t])",
        "(function(x: list<number>) 1)(l)",
        "distinct values([l, l])",
        "l in [l, l]",
        "exp(i / 7)",
        "i ** 0.3",
        "modulo(10 ** 6000 + i, 7)",
        "10 ** 6000 > 10 ** -6000 + i",
        "matches(\"a\", \"(a{50}){50}\" + string(i))",
    ] {
        let text = format!("{{t: {long}, l: for i in 1..2000 return i, r: for i in 1..1000000 return {work}}}.r");
        hit(&text, limits::Limit::Steps);
    }
}

#[test]
fn a_text_does_not_double_without_end() {
    let doubling = "(for i in 1..40 return if i = 1 then \"0123456789\" else partial[-1] + partial[-1])[-1]";
    hit(doubling, limits::Limit::TextLength);
}

/// Names resolve, and the notes tell what was missing.
#[test]
fn notes_tell_why_a_value_is_null() {
    let outcome = run("fehlt > 1");
    let kinds: Vec<&NoteKind> = outcome.notes.iter().map(|note| &note.kind).collect();
    assert_eq!(kinds.len(), 2);
    assert_eq!(kinds[0], &NoteKind::UnknownName(Arc::from("fehlt")));
    assert!(matches!(kinds[1], NoteKind::UnlikeKinds { operator: ">", left: Kind::Null, right: Kind::Number }));
    assert_eq!(outcome.notes[0].span, Span::new(0, 5));
}

fn some_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (any::<i64>(), 0_u32..25).prop_map(|(digits, scale)| {
            let number = Number::read(&format!("{digits}e-{scale}")).unwrap();
            Value::Number(number)
        }),
        any::<String>().prop_map(Value::from),
        (-999_999_999_i64..=999_999_999, 1_i64..=12, 1_i64..=28).prop_map(|(year, month, day)| Value::from(Date::new(year, month, day))),
        (0_i64..24, 0_i64..60, 0_i64..60, 0_u32..1_000_000_000, -64_800_i64..=64_800)
            .prop_map(|(hour, minute, second, nano, offset)| Value::from(Time::new(hour, minute, second, nano, Zone::offset(offset)))),
        any::<i64>().prop_map(|nanoseconds| Value::from(DayTimeDuration::from_nanoseconds(i128::from(nanoseconds)))),
        (-1_000_000_000_i64..=1_000_000_000).prop_map(|months| Value::from(YearMonthDuration { months })),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|items| Value::from(List::new(items).ok())),
            prop::collection::btree_map("[a-zäöüß_ ()0-9\"]{0,6}", inner, 0..4).prop_map(|entries| {
                let entries = entries.into_iter().map(|(name, value)| (Arc::from(name), value));
                Value::from(Context::new(entries).ok())
            }),
        ]
    })
}

proptest! {
    #[test]
    fn any_text_parses_or_is_refused_within_its_bounds(text in ".{0,80}") {
        if let Err(error) = parse(&text, &Names::new()) {
            prop_assert!(error.span.start <= error.span.end && error.span.end <= text.len());
            prop_assert!(text.is_char_boundary(error.span.start) && text.is_char_boundary(error.span.end));
        }
        let _ = parse_unary_tests(&text, &Names::new());
        let _ = complete(&text, text.len() / 2, &Fields::default());
    }

    #[test]
    fn any_run_of_pieces_parses_and_ends(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..25)) {
        let text = pieces.join(" ");
        let environment = Environment { now: None, steps: 10_000 };
        if let Ok(tree) = parse(&text, &Names::new()) {
            let outcome = tree.evaluate(&Context::default(), &environment);
            prop_assert!(outcome.value.to_feel().len() < 1_000_000);
            let _ = check(&tree, &Fields::default(), Some(&Type::Boolean));
            let _ = tree.explain(&Context::default());
        }
    }

    #[test]
    fn a_value_written_and_read_is_the_same(value in some_value()) {
        let text = value.to_feel();
        let tree = parse(&text, &Names::new()).unwrap();
        let outcome = tree.evaluate(&Context::default(), &Environment::default());
        prop_assert_eq!(outcome.value.to_feel(), text);
        prop_assert_eq!(outcome.value.equals(&value), Some(true));
    }
}

/// Pieces that expressions are made of.
const PIECES: [&str; 72] = [
    "1",
    "2.5",
    "-3",
    "\"a\"",
    "\"\"",
    "null",
    "true",
    "false",
    "x",
    "item",
    "?",
    "partial",
    "+",
    "-",
    "*",
    "/",
    "**",
    "=",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ".",
    "..",
    "and",
    "or",
    "not(",
    "between",
    "in",
    "instance of",
    "number",
    "list<number>",
    "if",
    "then",
    "else",
    "for",
    "return",
    "some",
    "every",
    "satisfies",
    "function(x)",
    "date(",
    "string length(",
    "sum(",
    "sort(",
    "replace(",
    "matches(",
    "substring(",
    "a:",
    "@\"P1D\"",
    "@\"2024-02-29\"",
    "@\"10:00:00@Europe/Berlin\"",
    "count(",
    "for i in 1..3 return",
    "[1..5]",
    "]1..5[",
    "< 5",
    "flatten(",
    "context put(",
    "range(",
    "x in",
    "1..1000000",
    "duration(",
];
