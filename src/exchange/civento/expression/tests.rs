//! Expressions of civento there and back, by hand and at random.

use super::{Kind, Names, References, Use, from_assignment, from_feel, from_template, to_assignments, to_feel, to_template};
use crate::model::Assignment;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// References with their paths and kinds, as an import would know them.
const KNOWN: [(&str, &str, Kind); 13] = [
    ("V.Z.Hund.name", "hund.name", Kind::Text),
    ("V.Z.Hund.rasse", "hund.rasse", Kind::Text),
    ("V.Z.Hund.alter", "hund.alter", Kind::Number),
    ("V.Z.Hund.gefaehrlich", "hund.gefaehrlich", Kind::Truth),
    ("V.Z.Hund.gemeldetAm", "hund.gemeldetAm", Kind::Date),
    ("V.Z.Hund.impfungen", "hund.impfungen", Kind::List),
    ("V.Z.Hund.impfungen.Datum", "hund.impfungen.datum", Kind::Date),
    ("V.Z.Hund.impfungen.art", "hund.impfungen.art", Kind::Text),
    ("V.AS.Nachname", "antragsteller.nachname", Kind::Text),
    ("V.HasParent", "vorgang.hatHauptvorgang", Kind::Truth),
    ("VE.Stadt.satz", "einstellungen.satz", Kind::Number),
    ("i", "ablauf.i", Kind::Number),
    ("tabelle", "ablauf.tabelle", Kind::Text),
];

#[derive(Default)]
struct Known {
    doubles: BTreeMap<String, (String, Kind)>,
}

impl Names for Known {
    fn path(&mut self, reference: &str, _: Kind) -> Option<String> {
        KNOWN.iter().find(|(known, ..)| *known == reference).map(|(_, path, _)| (*path).to_owned())
    }

    fn kind(&self, path: &str) -> Kind {
        KNOWN.iter().find(|(_, known, _)| *known == path).map(|(.., kind)| *kind).unwrap_or_default()
    }

    fn double(&mut self, function: &str, call: &str, kind: Kind) -> Option<String> {
        let path = format!("funktionen.{function}{}", self.doubles.len() + 1);
        Some(self.doubles.entry(call.to_owned()).or_insert((path, kind)).0.clone())
    }
}

impl References for Known {
    fn reference(&self, path: &str) -> Option<String> {
        let double = self.doubles.iter().find(|(_, (known, _))| known == path).map(|(call, _)| call.clone());
        double.or_else(|| KNOWN.iter().find(|(_, known, _)| *known == path).map(|(reference, ..)| (*reference).to_owned()))
    }

    fn kind(&self, path: &str) -> Kind {
        Names::kind(self, path)
    }
}

fn feel(text: &str, purpose: Use) -> String {
    to_feel(text, purpose, &mut Known::default()).map_or_else(|fault| format!("? {}", fault.0), |it| it.text)
}

fn value(text: &str) -> String {
    feel(text, Use::Value(Kind::Unknown))
}

fn civento(text: &str) -> String {
    from_feel(text, Use::Value(Kind::Unknown), &Known::default()).map_or_else(|fault| format!("? {}", fault.0), |it| it.text)
}

#[test]
fn values_are_translated_there_and_back() {
    for (civento_text, feel_text) in [
        ("V.Z.Hund.alter + 1", "hund.alter + 1"),
        ("Anzahl(V.Z.Hund.impfungen)", "count(hund.impfungen)"),
        ("Listenelement(V.Z.Hund.impfungen, 0)", "hund.impfungen[1]"),
        ("Listenelement(V.Z.Hund.impfungen, i)", "hund.impfungen[ablauf.i + 1]"),
        ("Listenelement(V.Z.Hund.impfungen, i - 1)", "hund.impfungen[ablauf.i]"),
        ("Listenelement(V.Z.Hund.impfungen, i).Datum", "hund.impfungen[ablauf.i + 1].datum"),
        ("AnzahlWenn(V.Z.Hund.impfungen, V.Z.Hund.impfungen.art = \"Tollwut\")", "count(hund.impfungen[item.art = \"Tollwut\"])"),
        ("ListenelementeEntfernen(V.Z.Hund.impfungen, 2)", "remove(hund.impfungen, 3)"),
        ("ListenelementeEntfernen(V.Z.Hund.impfungen, V.Z.Hund.impfungen.art != \"\")", "hund.impfungen[not(is filled(item.art))]"),
        ("isNull(V.AS.Nachname)", "antragsteller.nachname = null"),
        ("not(V.HasParent)", "not(vorgang.hatHauptvorgang)"),
        ("V.AS.Nachname = \"\"", "not(is filled(antragsteller.nachname))"),
        ("V.AS.Nachname != \"\" AND VE.Stadt.satz >= 2.5", "is filled(antragsteller.nachname) and einstellungen.satz >= 2.5"),
        ("castToString(i) + \". Impfung\"", "string(ablauf.i) + \". Impfung\""),
        ("todayDate()", "today()"),
        ("dateAdd(todayDate(), 14, \"TAG\")", "today() + @\"P14D\""),
        ("dateAdd(V.Z.Hund.gemeldetAm, -3, \"MONAT\")", "hund.gemeldetAm - @\"P3M\""),
        ("date(\"2026-09-01\")", "@\"2026-09-01\""),
        ("'<b class=\"x\">'", "\"<b class=\\\"x\\\">\""),
        ("(V.HasParent OR V.Z.Hund.gefaehrlich) AND i < 3", "(vorgang.hatHauptvorgang or hund.gefaehrlich) and ablauf.i < 3"),
        ("(i + 1) * 2 - (i - 1)", "(ablauf.i + 1) * 2 - (ablauf.i - 1)"),
        ("-(i + 1) / -i", "-(ablauf.i + 1) / -ablauf.i"),
        ("stringLength(V.Z.Hund.name)", "string length(hund.name)"),
    ] {
        assert_eq!(value(civento_text), feel_text, "{civento_text}");
        assert_eq!(civento(feel_text), civento_text, "{feel_text}");
    }
}

#[test]
fn other_ways_to_write_mean_the_same() {
    for (text, feel_text) in [
        ("v == 1", "? v"),
        ("i <> 1 && NICHT V.HasParent", "ablauf.i != 1 and not(vorgang.hatHauptvorgang)"),
        ("i = 1 or !V.HasParent", "ablauf.i = 1 or not(vorgang.hatHauptvorgang)"),
        ("not i = 1 und WAHR", "not(ablauf.i = 1) and true"),
        ("V.Z.Hund.impfungen[i].art", "hund.impfungen[ablauf.i + 1].art"),
        ("Listenelement(V.Z.Hund.impfungen, i, \"Datum\")", "hund.impfungen[ablauf.i + 1].datum"),
        ("V.Z.Hund.gefaehrlich = \"true\"", "hund.gefaehrlich = true"),
        ("V.Z.Hund.alter = \"12\"", "hund.alter = 12"),
        ("\"Alter: \" + V.Z.Hund.alter", "\"Alter: \" + string(hund.alter)"),
        ("castToAuswahl(\"d\")", "\"d\""),
        ("dateAdd(\"WEEK\", 2, todayDate())", "today() + @\"P14D\""),
        ("ISNULL($$tabelle$$);", "ablauf.tabelle = null"),
        ("\"a\\d\"", "\"a\\\\d\""),
        (
            "ListenelementSetzen(V.Z.Hund.impfungen, i, 'Datum', todayDate())",
            "list replace(hund.impfungen, ablauf.i + 1, context put(hund.impfungen[ablauf.i + 1], \"datum\", today()))",
        ),
    ] {
        assert_eq!(value(text), feel_text, "{text}");
    }
}

#[test]
fn conditions_are_never_null() {
    for (text, feel_text) in [
        ("V.HasParent", "vorgang.hatHauptvorgang = true"),
        ("not(V.HasParent)", "not(vorgang.hatHauptvorgang = true)"),
        ("i < Anzahl(V.Z.Hund.impfungen)", "(ablauf.i < count(hund.impfungen)) = true"),
        ("Anzahl(V.Z.Hund.impfungen) > 1", "count(hund.impfungen) > 1"),
        ("V.Z.Hund.rasse = \"Dackel\"", "hund.rasse = \"Dackel\""),
        (
            "isNull(i) OR V.Z.Hund.alter > 3 AND V.HasParent",
            "ablauf.i = null or (hund.alter > 3) = true and vorgang.hatHauptvorgang = true",
        ),
        ("V.Z.Hund.alter = V.Z.Hund.name", "(hund.alter = hund.name) = true"),
    ] {
        assert_eq!(feel(text, Use::Condition), feel_text, "{text}");
        let back = from_feel(feel_text, Use::Condition, &Known::default()).unwrap().text;
        assert_eq!(back, text, "{feel_text}");
    }
    assert_eq!(feel("V.HasParent", Use::Plain), "vorgang.hatHauptvorgang");
}

#[test]
fn what_has_no_equal_gets_a_double_and_comes_back() {
    let mut names = Known::default();
    let text = "zaehleVorgaenge(\"x\", \"Vorgangsart\") > 0 AND hashWert(V.Z.Hund.name) = hashWert(V.Z.Hund.name)";
    let translated = to_feel(text, Use::Plain, &mut names).unwrap();
    assert_eq!(translated.text, "funktionen.zaehleVorgaenge1 > 0 and funktionen.hashWert2 = funktionen.hashWert2");
    assert_eq!(translated.doubles, ["zaehleVorgaenge", "hashWert"]);
    assert_eq!(names.doubles.values().map(|(_, kind)| *kind).collect::<Vec<_>>(), [Kind::Text, Kind::Number]);
    assert_eq!(from_feel(&translated.text, Use::Plain, &names).unwrap().text, text);
    assert_eq!(to_feel("substring(tabelle, 1, 2)", Use::Plain, &mut names).unwrap().assumed, ["substring"]);
}

#[test]
fn commands_set_lists_and_come_back() {
    let text = "ListenelementSetzen(V.Z.Hund.impfungen, i, \"art\", \"neu\"); protokolliere(i)";
    let mut names = Known::default();
    let (assignments, translated) = to_assignments(text, &mut names).unwrap();
    let [list, call] = assignments.as_slice() else { panic!("{assignments:?}") };
    assert_eq!(list.target, "hund.impfungen");
    assert_eq!(list.value, "list replace(hund.impfungen, ablauf.i + 1, context put(hund.impfungen[ablauf.i + 1], \"art\", \"neu\"))");
    assert_eq!(translated.doubles, ["protokolliere"]);
    assert_eq!(call.target, call.value);
    let back: Vec<String> = assignments.iter().map(|it| from_assignment(it, &names).unwrap().text).collect();
    assert_eq!(back.join("; "), text);
    let (set, _) = to_assignments("i = i + 1", &mut names).unwrap();
    assert_eq!(set, [Assignment { target: "ablauf.i".to_owned(), value: "ablauf.i + 1".to_owned() }]);
    let plain = Assignment { target: "ablauf.i".to_owned(), value: "ablauf.i + 1".to_owned() };
    assert_eq!(from_assignment(&plain, &names), None);
}

#[test]
fn what_cannot_be_said_is_refused() {
    for text in
        ["if hund.gefaehrlich then 1 else 2", "some x in hund.impfungen satisfies true", "[1, 2]", "katze.name", "2 ** 3", "hund.alter >"]
    {
        assert!(from_feel(text, Use::Plain, &Known::default()).is_err(), "{text}");
    }
    for (text, part) in [("i +", ""), ("i )", ")"), ("\"offen", "\"offen"), ("i # 2", "# 2"), ("V.Z.Katze.name", "V.Z.Katze.name")] {
        assert_eq!(to_feel(text, Use::Plain, &mut Known::default()).unwrap_err().0, part, "{text}");
    }
    assert!(to_feel(&"(".repeat(10_000), Use::Plain, &mut Known::default()).is_err());
    assert!(to_feel(&"- ".repeat(10_000), Use::Plain, &mut Known::default()).is_err());
    assert!(to_feel(&"1 + ".repeat(10_000), Use::Plain, &mut Known::default()).is_err());
    assert_eq!(value(""), "");
}

#[test]
fn long_texts_are_joined_as_a_list() {
    let parts = vec!["\"a\""; 300].join(" + ");
    let feel_text = value(&parts);
    assert!(feel_text.starts_with("string join([\"a\", \"a\""), "{feel_text}");
    assert!(crate::expr::parse(&feel_text, &crate::expr::Names::new()).is_ok());
    assert_eq!(civento(&feel_text), parts);
}

#[test]
fn places_in_texts_are_translated() {
    let mut names = Known::default();
    let text = "Name $$V.Z.Hund.name$$, $$tabelle$$ für 5 $$ und $$V.Z.Katze.name$$ am $$todayDate()$$";
    let (ours, unknown) = to_template(text, &mut names);
    assert_eq!(ours, "Name {{hund.name}}, {{ablauf.tabelle}} für 5 $$ und $$V.Z.Katze.name$$ am $$todayDate()$$");
    assert_eq!(unknown, ["V.Z.Katze.name", "todayDate()"]);
    let (back, unknown) = from_template("{{ hund.name }} {{katze.name}} {{", &names);
    assert_eq!((back.as_str(), unknown), ("$$V.Z.Hund.name$$ {{katze.name}} {{", vec!["katze.name".to_owned()]));
}

fn operand() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::sample::select(vec!["hund.alter", "ablauf.i", "einstellungen.satz", "count(hund.impfungen)"]).prop_map(str::to_owned),
        (0u32..1_000).prop_map(|number| number.to_string()),
    ]
}

fn number() -> impl Strategy<Value = String> {
    operand().prop_recursive(4, 16, 2, |inner| {
        (inner.clone(), proptest::sample::select(vec!["+", "-", "*", "/"]), inner)
            .prop_map(|(left, sign, right)| format!("({left}) {sign} ({right})"))
    })
}

fn condition() -> impl Strategy<Value = String> {
    let text = "[a-zäö \"'\\\\<>]{0,8}";
    let leaf = prop_oneof![
        (number(), proptest::sample::select(vec!["=", "!=", "<", "<=", ">", ">="]), number())
            .prop_map(|(l, s, r)| format!("({l}) {s} ({r})")),
        (proptest::sample::select(vec!["hund.name", "ablauf.tabelle"]), text)
            .prop_map(|(path, text)| format!("{path} = {}", crate::expr::Value::from(text.as_str()).to_feel())),
        Just("hund.gefaehrlich".to_owned()),
        Just("is filled(hund.rasse)".to_owned()),
        Just("hund.gemeldetAm = null".to_owned()),
        Just("count(hund.impfungen[item.art = \"x\"]) > 2".to_owned()),
    ];
    leaf.prop_recursive(4, 24, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(left, right)| format!("({left}) and ({right})")),
            (inner.clone(), inner.clone()).prop_map(|(left, right)| format!("({left}) or ({right})")),
            inner.prop_map(|inner| format!("not({inner})")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// What FEEL says is written for civento, read again, and says the same; from then on nothing changes.
    #[test]
    fn there_and_back_is_stable(text in condition()) {
        let mut names = Known::default();
        for purpose in [Use::Plain, Use::Condition] {
            let there = from_feel(&text, purpose, &names).unwrap().text;
            let back = to_feel(&there, purpose, &mut names).unwrap().text;
            let again = from_feel(&back, purpose, &names).unwrap().text;
            prop_assert_eq!(&again, &there);
            prop_assert_eq!(to_feel(&again, purpose, &mut names).unwrap().text, back.clone());
            let same = |text: &str| {
                let tree = crate::expr::parse(text, &crate::expr::Names::new()).unwrap();
                let scope = crate::expr::parse(
                    "{hund: {name: \"a\", rasse: \"\", alter: 4, gefaehrlich: true, gemeldetAm: @\"2026-01-01\", impfungen: [{art: \"x\"}]}, \
                     ablauf: {i: 2, tabelle: \"b\"}, einstellungen: {satz: 7}}",
                    &crate::expr::Names::new(),
                ).unwrap();
                let data = scope.evaluate(&crate::expr::Context::default(), &crate::expr::Environment::default()).value;
                tree.evaluate(data.as_context().unwrap(), &crate::expr::Environment::default()).value.as_boolean().unwrap_or(false)
            };
            // Division by zero is null, and `not` of it too: only conditions that are decided can be compared.
            if !text.contains('/') {
                prop_assert_eq!(same(&text), same(&back), "{} | {}", text, back);
            }
        }
    }

    #[test]
    fn nothing_panics(text in "([a-zV.$ ]|Z\\.|[()\\[\\],;\"'+*/<>=!-]|[0-9]|not|AND|Anzahl|Listenelement|ä){0,60}") {
        let mut names = Known::default();
        for purpose in [Use::Plain, Use::Condition, Use::Choice] {
            let _ = to_feel(&text, purpose, &mut names);
            let _ = from_feel(&text, purpose, &names);
        }
        let _ = to_assignments(&text, &mut names);
        let _ = to_template(&text, &mut names);
    }
}
