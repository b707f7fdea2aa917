//! Sound conditions pass; each fault is found, with its place and suggestion.

use super::super::{Names, parse, parse_unary_tests};
use super::*;
use std::sync::Arc;

fn fields() -> Fields {
    let address = Fields::new([(Arc::from("plz"), Type::Text), (Arc::from("straße"), Type::Text)]);
    let child = Fields::new([(Arc::from("name"), Type::Text), (Arc::from("geboren am"), Type::Date)]);
    Fields::new([
        (Arc::from("gebühr"), Type::Number),
        (Arc::from("art"), Type::Choice(Arc::from([Arc::from("neu"), Arc::from("umbau")]))),
        (Arc::from("anschrift"), Type::Context(Arc::new(address))),
        (Arc::from("kinder"), Type::list(Type::Context(Arc::new(child)))),
        (Arc::from("beginn"), Type::Date),
        (Arc::from("bestätigt"), Type::Boolean),
        (Arc::from("arten"), Type::list(Type::Choice(Arc::from([Arc::from("a"), Arc::from("b")])))),
        (Arc::from("irgendwas"), Type::Any),
    ])
}

/// The faults of a condition, as sentences with the part they stand at.
fn faults(text: &str) -> Vec<String> {
    let fields = fields();
    let mut names = Names::new();
    names.insert_fields(&fields);
    let tree = parse(text, &names).unwrap();
    check(&tree, &fields, Some(&Type::Boolean)).iter().map(|fault| format!("{}: {fault}", fault.span.of(text))).collect()
}

#[test]
fn sound_conditions_have_no_fault() {
    for text in [
        "gebühr > 100 and art = \"neu\"",
        "anschrift.plz = \"01067\"",
        "count(kinder[geboren am > @\"2020-01-01\"]) > 1",
        "some kind in kinder satisfies kind.geboren am < beginn",
        "beginn + @\"P3M\" > today()",
        "art in (\"neu\", \"umbau\")",
        "art in [\"neu\"]",
        "gebühr in [1..5]",
        "gebühr = null or bestätigt",
        "if bestätigt then gebühr > 1 else false",
        "irgendwas > 1",
        "irgendwas.x.y",
        "is filled(anschrift.straße)",
        "list contains(arten, \"a\")",
        "every a in arten satisfies a != \"a\"",
        "(for kind in kinder return kind.name)[1] = \"x\"",
        "sum(for i in 1..3 return i) = 6",
        "sort(kinder, function(a, b) a.name < b.name)[1].name = \"x\"",
        "years and months duration(beginn, today()).years >= 18",
        "not(bestätigt)",
        "min(gebühr, 3) < 2",
        "gebühr >= 1 and gebühr <= 5 and {a: gebühr, b: a * 2}.b > 1",
        "beginn = date and time(\"2024-01-01T00:00:00Z\")",
    ] {
        assert_eq!(faults(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn unknown_names_come_with_a_suggestion() {
    assert_eq!(faults("gebuehr > 1"), ["gebuehr: there is no field \"gebuehr\"; did you mean \"gebühr\"?"]);
    assert_eq!(faults("anschrift.strasse = \"x\""), ["strasse: there is no entry \"strasse\"; did you mean \"straße\"?"]);
    assert_eq!(faults("plz = \"x\""), ["plz: there is no field \"plz\"; did you mean \"anschrift.plz\"?"]);
    assert_eq!(faults("xyz = 1"), ["xyz: there is no field \"xyz\""]);
    assert_eq!(faults("cuont(kinder) = 1"), ["cuont: there is no function \"cuont\"; did you mean \"count\"?"]);
    assert_eq!(faults("some kind in kinder satisfies kimd.name = \"x\""), ["kimd: there is no field \"kimd\"; did you mean \"kind\"?"]);
}

#[test]
fn unlike_types_are_told() {
    assert_eq!(faults("gebühr > \"100\""), ["gebühr > \"100\": > does not join number and string"]);
    assert_eq!(faults("gebühr = \"100\""), ["gebühr = \"100\": = does not join number and string"]);
    assert_eq!(faults("gebühr + \"€\" = \"1\""), ["gebühr + \"€\": + does not join number and string"]);
    assert_eq!(faults("beginn + 1 > beginn"), ["beginn + 1: + does not join date and number"]);
    assert_eq!(faults("gebühr < null"), ["gebühr < null: < with null is always null"]);
    assert_eq!(faults("bestätigt > true"), ["bestätigt > true: > does not join boolean and boolean"]);
    assert_eq!(faults("gebühr in [\"a\"..\"b\"]"), ["[\"a\"..\"b\"]: in does not join number and string"]);
    assert_eq!(faults("gebühr between 1 and \"x\""), ["gebühr between 1 and \"x\": <= does not join number and string"]);
    assert_eq!(faults("kinder.alter = [1]"), ["alter: there is no entry \"alter\""]);
}

#[test]
fn codes_that_the_list_lacks_are_told() {
    assert_eq!(faults("art = \"nue\""), ["\"nue\": the list has no code \"nue\"; did you mean \"neu\"?"]);
    assert_eq!(faults("art in (\"neu\", \"alt\")"), ["\"alt\": the list has no code \"alt\""]);
    assert_eq!(faults("art in [\"neu\", \"abriss\"]"), ["\"abriss\": the list has no code \"abriss\""]);
    assert_eq!(faults("some a in arten satisfies a = \"c\""), ["\"c\": the list has no code \"c\"; did you mean \"a\"?"]);
}

#[test]
fn conditions_must_be_true_or_false() {
    assert_eq!(faults("gebühr"), ["gebühr: expected a boolean, found a number"]);
    assert_eq!(faults("gebühr and bestätigt"), ["gebühr: a condition must be true or false, not a number"]);
    assert_eq!(faults("if art then true else false"), ["art: a condition must be true or false, not a string"]);
    assert_eq!(faults("kinder[name] = []"), ["name: a condition must be true or false, not a string"]);
}

#[test]
fn calls_are_checked_by_count_type_and_name() {
    assert_eq!(faults("string length(gebühr) > 1"), ["gebühr: string length does not take a number as \"string\""]);
    assert_eq!(faults("substring(art) = \"n\""), ["substring(art): substring takes 2 to 3 arguments, not 1"]);
    assert_eq!(
        faults("substring(string: art, strat position: 1) = \"n\""),
        ["strat position: substring has no parameter \"strat position\"; did you mean \"start position\"?"]
    );
    assert_eq!(faults("gebühr(1) = 1"), ["gebühr: a number cannot be called"]);
    assert_eq!(faults("(function(x) x = 1)(1, 2)"), ["(function(x) x = 1)(1, 2):  takes 1 to 1 arguments, not 2"]);
    assert_eq!(faults("beginn.stunde = 1"), ["stunde: a date has no \"stunde\""]);
    assert_eq!(faults("@\"2024-13-01\" = beginn"), ["@\"2024-13-01\": \"2024-13-01\" is no date, time or duration"]);
    assert_eq!(faults("some x in gebühr satisfies x > 1"), ["gebühr: a number cannot be gone through"]);
}

#[test]
fn cells_of_decision_tables_are_checked_against_their_input() {
    let cell = |text: &str, input: &Type| {
        let tests = parse_unary_tests(text, &Names::new()).unwrap();
        check_unary_tests(&tests, &fields(), input).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let choice = Type::Choice(Arc::from([Arc::from("neu")]));
    assert_eq!(cell("-", &Type::Number), Vec::<String>::new());
    assert_eq!(cell("< 5, [7..9]", &Type::Number), Vec::<String>::new());
    assert_eq!(cell("\"neu\"", &choice), Vec::<String>::new());
    assert_eq!(cell("not(\"neu\")", &choice), Vec::<String>::new());
    assert_eq!(cell("\"alt\"", &choice), ["the list has no code \"alt\""]);
    assert_eq!(cell("\"x\"", &Type::Number), ["= does not join number and string"]);
    assert_eq!(cell("? + 1", &Type::Number), ["a condition must be true or false, not a number"]);
    assert_eq!(cell("< null", &Type::Number), ["< with null is always null"]);
}

#[test]
fn the_type_of_a_result_is_known() {
    let of = |text: &str| type_of(&parse(text, &Names::new()).unwrap(), &fields()).to_string();
    assert_eq!(of("gebühr * 2"), "number");
    assert_eq!(of("kinder.name"), "list<string>");
    assert_eq!(of("kinder[1].name"), "string");
    assert_eq!(of("beginn - beginn"), "days and time duration");
    assert_eq!(of("if bestätigt then 1 else \"a\""), "Any");
    assert_eq!(of("{a: gebühr}.a"), "number");
    assert_eq!(of("sublist(kinder.name, 1)"), "list<string>");
}
