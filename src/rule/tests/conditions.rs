//! Conditions: written, read back, and meaning what they say.

use super::super::*;
use crate::expr::{Context, Date, DateTime, Environment, Names, Value, parse};
use crate::model::{CodeListId, Document, FieldKind};
use proptest::prelude::*;

fn of(text: &str) -> Option<Condition> {
    Condition::of_feel(text, &Names::new())
}

/// Whether a FEEL text is true over values in FEEL, on the day 2026-11-21.
fn holds(text: &str, scope: &str) -> bool {
    let scope = parse(scope, &Names::new()).unwrap().evaluate(&Context::default(), &Environment::default()).value;
    let environment = Environment { now: DateTime::read("2026-11-21T09:00:00"), ..Environment::default() };
    let value = parse(text, &Names::new()).unwrap().evaluate(scope.as_context().unwrap(), &environment).value;
    value.as_boolean() == Some(true)
}

#[test]
fn each_comparison_is_written_as_feel_and_means_it() {
    let cases: &[(Comparison, &str, &[&str], &[&str])] = &[
        (Comparison::with("a", Sign::Equal, "001"), "a = \"001\"", &["{a: \"001\"}"], &["{a: \"002\"}", "{a: null}"]),
        (Comparison::with("a", Sign::Unequal, "001"), "a != \"001\"", &["{a: \"002\"}", "{a: null}"], &["{a: \"001\"}"]),
        (Comparison::with("a", Sign::Less, 5), "a < 5", &["{a: 4}"], &["{a: 5}", "{a: null}"]),
        (Comparison::with("a", Sign::LessOrEqual, 5), "a <= 5", &["{a: 5}"], &["{a: 6}", "{a: null}"]),
        (Comparison::with("a", Sign::Greater, 5), "a > 5", &["{a: 6}"], &["{a: 5}", "{a: null}"]),
        (Comparison::with("a", Sign::GreaterOrEqual, -5), "a >= -5", &["{a: -5}"], &["{a: -6}", "{a: null}"]),
        (Comparison::new("a", Sign::Filled), "is filled(a)", &["{a: 0}", "{a: false}"], &["{a: null}", "{a: \" \"}", "{a: []}"]),
        (Comparison::new("a", Sign::Empty), "not(is filled(a))", &["{a: null}", "{a: \"\"}"], &["{a: 0}"]),
        (Comparison::with("a", Sign::Contains, "b"), "contains(a, \"b\")", &["{a: \"abc\"}"], &["{a: \"ac\"}", "{a: null}"]),
        (Comparison::with("a", Sign::Includes, "b"), "list contains(a, \"b\")", &["{a: [\"c\", \"b\"]}"], &["{a: []}", "{a: null}"]),
        (Comparison::new("a", Sign::Yes), "a = true", &["{a: true}"], &["{a: false}", "{a: null}"]),
        (Comparison::new("a", Sign::No), "a = false", &["{a: false}"], &["{a: true}", "{a: null}"]),
        (
            Comparison { values: vec![Operand::Value("x".into()), Operand::Value("y".into())], ..Comparison::new("a", Sign::OneOf) },
            "a in [\"x\", \"y\"]",
            &["{a: \"y\"}"],
            &["{a: \"z\"}", "{a: null}"],
        ),
        (
            Comparison { values: vec![Operand::Today], ..Comparison::new("a.b", Sign::Less) },
            "a.b < today()",
            &["{a: {b: @\"2026-11-20\"}}"],
            &["{a: {b: @\"2026-11-21\"}}", "{a: {}}"],
        ),
        (
            Comparison { values: vec![Operand::Path("b".to_owned())], ..Comparison::new("a", Sign::Equal) },
            "a = b",
            &["{a: 1, b: 1}"],
            &["{a: 1, b: 2}"],
        ),
    ];
    for (comparison, feel, holding, failing) in cases {
        let condition = Condition::one(comparison.clone());
        assert!(condition.is_complete(), "{feel}");
        assert_eq!(condition.to_feel(), *feel);
        assert_eq!(of(feel), Some(condition), "{feel}");
        holding.iter().for_each(|scope| assert!(holds(feel, scope), "{feel} over {scope}"));
        failing.iter().for_each(|scope| assert!(!holds(feel, scope), "{feel} over {scope}"));
    }
    let signs: std::collections::BTreeSet<Sign> = cases.iter().map(|(comparison, ..)| comparison.sign).collect();
    assert_eq!(signs.len(), Sign::ALL.len(), "every comparison is tried");
}

#[test]
fn groups_keep_their_parentheses() {
    let condition = of("a.b = 1 and (c = 2 or is filled(d)) and e").unwrap();
    assert_eq!(condition.junction, Junction::All);
    assert!(matches!(&condition.terms[1], Term::Group(group) if group.len() == 2));
    assert_eq!(condition.to_feel(), "a.b = 1 and (c = 2 or is filled(d)) and e = true");
    assert_eq!(of("a = 1 and b = 2 or c = 3").unwrap().to_feel(), "(a = 1 and b = 2) or c = 3");
    assert_eq!(of("a = 1 and (b = 2 and c = 3)").unwrap().to_feel(), "a = 1 and b = 2 and c = 3");
}

#[test]
fn an_empty_text_always_holds() {
    assert!(of("  ").unwrap().is_always());
    assert_eq!(Condition::always().to_feel(), "");
}

#[test]
fn other_ways_to_write_the_same_are_read() {
    for (text, same) in [("a in (\"x\", \"y\")", "a in [\"x\", \"y\"]"), ("not(a)", "a = false"), ("a", "a = true"), ("((a = 1))", "a = 1")]
    {
        assert_eq!(of(text).unwrap().to_feel(), same, "{text}");
    }
}

#[test]
fn what_has_another_shape_stays_text() {
    let texts = [
        "a + 1 > 2",
        "a = b + 1",
        "1 = a",
        "a = null",
        "not(a = 1)",
        "a in (< 5)",
        "a in liste",
        "a in not(1)",
        "count(a) > 1",
        "if a then b else c",
        "a = 1 and (b = 2 or c = 3 and d = 4)",
        "some x in a satisfies x = 1",
        "a = [1]",
        "is filled(a, b)",
        "a = 1,",
        "((((",
    ];
    for text in texts {
        assert_eq!(of(text), None, "{text}");
    }
}

#[test]
fn a_comparison_without_its_value_is_not_complete() {
    assert!(!Condition::one(Comparison::new("a", Sign::Equal)).is_complete());
    assert!(!Condition::one(Comparison::new("a", Sign::OneOf)).is_complete());
    assert!(Condition::one(Comparison::new("a", Sign::Filled)).is_complete());
    assert_eq!(of(&Condition::one(Comparison::new("a", Sign::Equal)).to_feel()), None);
}

#[test]
fn each_kind_of_field_has_its_comparisons() {
    let mut document = Document::empty("probe", "Probe");
    let list: CodeListId = document.new_id();
    let fits = |kind| Sign::fitting(kind);
    assert_eq!(fits(FieldKind::YesNo), [Sign::Yes, Sign::No, Sign::Filled, Sign::Empty]);
    assert_eq!(fits(FieldKind::Choice(list)), [Sign::Equal, Sign::Unequal, Sign::OneOf, Sign::Filled, Sign::Empty]);
    assert_eq!(fits(FieldKind::MultipleChoice(list)), [Sign::Includes, Sign::Filled, Sign::Empty]);
    assert_eq!(fits(FieldKind::Person), [Sign::Filled, Sign::Empty]);
    assert_eq!(fits(FieldKind::Date).len(), 8);
    assert_eq!(Sign::Includes.input(FieldKind::MultipleChoice(list)), Some(FieldKind::Choice(list)));
    assert_eq!(Sign::Equal.input(FieldKind::Email), Some(FieldKind::Text));
    assert_eq!(Sign::Filled.input(FieldKind::Text), None);
    assert!(Sign::Less.joins(FieldKind::Money, FieldKind::WholeNumber));
    assert!(!Sign::Less.joins(FieldKind::Date, FieldKind::DateTime));
    assert!(!Sign::OneOf.joins(FieldKind::Text, FieldKind::Text));
    assert!(Sign::GreaterOrEqual.joins_today(FieldKind::Date) && !Sign::Contains.joins_today(FieldKind::Text));
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        "[ -~äöüß\"\\\\\n]{0,12}".prop_map(Value::from),
        any::<i32>().prop_map(|number| Value::from(i64::from(number))),
        (1900_i64..2100, 1_i64..=12, 1_i64..=28).prop_map(|(year, month, day)| Value::from(Date::new(year, month, day))),
    ]
}

fn comparison() -> impl Strategy<Value = Comparison> {
    let operand = prop_oneof![4 => value().prop_map(Operand::Value), 1 => Just(Operand::Path("p.q".to_owned())), 1 => Just(Operand::Today)];
    let several = prop::collection::vec(value().prop_map(Operand::Value), 1..4);
    let path = prop_oneof![Just("a"), Just("a.b"), Just("hund.name"), Just("straße_2.c")];
    (path, prop::sample::select(Sign::ALL.to_vec()), operand, several).prop_map(|(path, sign, one, several)| {
        let values = match sign.values() {
            Values::None => Vec::new(),
            Values::One => vec![one],
            Values::Several => several,
        };
        Comparison { path: path.to_owned(), sign, values }
    })
}

fn condition() -> impl Strategy<Value = Condition> {
    let group = prop::collection::vec(comparison(), 2..4).prop_map(Term::Group);
    let term = prop_oneof![3 => comparison().prop_map(Term::One), 1 => group];
    let junction = prop_oneof![Just(Junction::All), Just(Junction::Any)];
    (junction, prop::collection::vec(term, 2..5)).prop_map(|(junction, terms)| Condition { junction, terms })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(condition in condition()) {
        prop_assert!(condition.is_complete());
        prop_assert_eq!(of(&condition.to_feel()), Some(condition));
    }

    #[test]
    fn any_text_is_read_or_stays_text(text in "[a-c.()=!<>\" 0-9orandnt,\\[\\]]{0,40}") {
        if let Some(condition) = of(&text) {
            prop_assert_eq!(of(&condition.to_feel()).map(|again| again.to_feel()), Some(condition.to_feel()));
        }
    }
}
