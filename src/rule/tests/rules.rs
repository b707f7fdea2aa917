//! Rules as one expression, frames, and meanings of wordings, on a small form.

use super::super::*;
use super::sample::Sample;
use crate::expr::{Context, Environment, Names, parse};
use crate::model::{Consequence, FieldKind, FormRule};

impl Sample {
    fn feel(&self, rule: &FormRule) -> String {
        feel(rule, self.form(), &self.document).unwrap()
    }

    /// Whether the rule is kept over a case in FEEL.
    fn keeps(&self, rule: &FormRule, case: &str) -> bool {
        let scope = parse(case, &Names::new()).unwrap().evaluate(&Context::default(), &Environment::default()).value;
        let text = self.feel(rule);
        let tree = parse(&text, &crate::scope::names(&self.document)).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        let value = tree.evaluate(scope.as_context().unwrap(), &Environment::default()).value;
        value.as_boolean().unwrap_or_else(|| panic!("{text} over {case} is {value}"))
    }

    fn check(&self, rule: &FormRule, kept: &[&str], broken: &[&str]) {
        kept.iter().for_each(|case| assert!(self.keeps(rule, case), "{} over {case}", self.feel(rule)));
        broken.iter().for_each(|case| assert!(!self.keeps(rule, case), "{} over {case}", self.feel(rule)));
    }
}

#[test]
fn required_else_not_allowed_is_an_if() {
    let sample = Sample::new();
    let rule = sample.rule("antrag.status = \"001\"", Consequence::RequiredElseNotAllowed, &["termin"]);
    assert_eq!(sample.feel(&rule), "(if antrag.status = \"001\" then is filled(antrag.termin) else not(is filled(antrag.termin)))");
    sample.check(
        &rule,
        &["{antrag: {status: \"001\", termin: @\"2026-12-01\"}}", "{antrag: {status: \"002\"}}", "{antrag: {}}"],
        &["{antrag: {status: \"001\"}}", "{antrag: {termin: @\"2026-12-01\"}}"],
    );
}

#[test]
fn each_consequence_is_kept_or_broken() {
    let sample = Sample::new();
    let filled = "{antrag: {status: \"001\", termin: @\"2026-12-01\"}}";
    let rule = |then, targets: &[&str]| sample.rule("antrag.status = \"001\"", then, targets);
    sample.check(&rule(Consequence::Required, &["termin"]), &[filled, "{antrag: {}}"], &["{antrag: {status: \"001\"}}"]);
    sample.check(&rule(Consequence::NotAllowed, &["termin"]), &["{antrag: {status: \"001\"}}", "{antrag: {}}"], &[filled]);
    sample.check(&rule(Consequence::Message, &["termin"]), &["{antrag: {}}"], &[filled]);
    let always = |then, targets: &[&str]| sample.rule("", then, targets);
    let ort = "{antrag: {adresse: {ort: \"Mainz\"}}}";
    let both = "{antrag: {adresse: {ort: \"Mainz\"}, termin: @\"2026-12-01\"}}";
    sample.check(
        &always(Consequence::AtLeastOne, &["termin", "adresse"]),
        &[ort, both],
        &["{antrag: {adresse: {ort: \" \"}}}", "{antrag: {}}"],
    );
    sample.check(&always(Consequence::ExactlyOne, &["termin", "adresse"]), &[ort], &[both, "{antrag: {}}"]);
    sample.check(&always(Consequence::Required, &["adresse"]), &[ort], &["{antrag: {adresse: {}}}"]);
    sample.check(
        &always(Consequence::Required, &["hunde"]),
        &["{antrag: {hunde: [{name: null}, {name: \"Rex\"}]}}"],
        &["{antrag: {hunde: [{name: null}]}}", "{antrag: {hunde: []}}", "{antrag: {}}"],
    );
}

#[test]
fn a_page_is_filled_in_when_something_on_it_is() {
    let sample = Sample::new();
    let page = sample.form().pages[0].id;
    let rule = FormRule { targets: vec![page], ..sample.rule("", Consequence::Required, &[]) };
    sample.check(&rule, &["{antrag: {adresse: {ort: \"Mainz\"}}}", "{antrag: {hunde: [{}]}}"], &["{antrag: {}}", "{antrag: {hunde: []}}"]);
}

#[test]
fn a_date_may_be_known_in_part() {
    let sample = Sample::new();
    sample.check(
        &sample.rule("", Consequence::ValidPartialDate, &["tag", "monat", "jahr"]),
        &["{antrag: {}}", "{antrag: {jahr: 1990}}", "{antrag: {monat: 12, jahr: 1990}}", "{antrag: {tag: 29, monat: 2, jahr: 2024}}"],
        &[
            "{antrag: {tag: 30, monat: 2, jahr: 2019}}",
            "{antrag: {tag: 31, monat: 11, jahr: 1968}}",
            "{antrag: {tag: 29, monat: 2, jahr: 2023}}",
            "{antrag: {monat: 13, jahr: 1990}}",
            "{antrag: {tag: 1, jahr: 1990}}",
            "{antrag: {monat: 1}}",
        ],
    );
}

#[test]
fn what_is_not_shown_is_not_asked_for() {
    let mut sample = Sample::new();
    let (form, termin) = (sample.form, sample.id("termin"));
    sample.document.forms.get_mut(form).unwrap().element_mut(termin).unwrap().visible_when = "antrag.einverstanden".to_owned();
    let required = sample.rule("", Consequence::Required, &["termin"]);
    sample.check(&required, &["{antrag: {}}", "{antrag: {einverstanden: false}}"], &["{antrag: {einverstanden: true}}"]);
    let one = sample.rule("", Consequence::AtLeastOne, &["termin"]);
    sample.check(&one, &["{antrag: {}}"], &["{antrag: {einverstanden: true}}"]);
}

#[test]
fn a_box_that_is_not_ticked_is_not_filled_in() {
    let mut sample = Sample::new();
    let one = sample.rule("", Consequence::AtLeastOne, &["einverstanden", "termin"]);
    sample.check(&one, &["{antrag: {einverstanden: true}}"], &["{antrag: {einverstanden: false}}"]);
    let demands = sample.rule("", Consequence::Required, &["einverstanden"]);
    let form = sample.form;
    sample.document.forms.get_mut(form).unwrap().rules.push(demands.clone());
    sample.check(&demands, &["{antrag: {einverstanden: false}}"], &["{antrag: {}}"]);
}

#[test]
fn inside_a_repeatable_group_the_entry_is_meant() {
    let sample = Sample::new();
    let rule = sample.rule("is filled(hund.name)", Consequence::Required, &["chip"]);
    assert_eq!(sample.feel(&rule), "(if is filled(hund.name) then is filled(hund.chip) else true)");
    let frame = Frame::of(&sample.document, sample.form(), &[sample.id("chip")]);
    let paths: Vec<String> = frame.asked().into_iter().map(|asked| asked.path).collect();
    assert!(paths.contains(&"hund.name".to_owned()) && paths.contains(&"antrag.status".to_owned()), "{paths:?}");
    let outside = Frame::of(&sample.document, sample.form(), &[sample.id("chip"), sample.id("termin")]);
    assert!(outside.asked().iter().all(|asked| !asked.path.starts_with("hund")));
    assert_eq!(frame.name("hund.name"), Some(("Name".to_owned(), None)));
    assert_eq!(frame.kind("antrag.termin"), Some(FieldKind::Date));
}

#[test]
fn what_cannot_be_broken_has_no_expression() {
    let sample = Sample::new();
    let none = |rule: &FormRule| feel(rule, sample.form(), &sample.document);
    assert_eq!(none(&FormRule { then: None, ..sample.rule("", Consequence::Required, &["termin"]) }), None);
    assert_eq!(none(&sample.rule("antrag.einverstanden", Consequence::Visible, &["termin"])), None);
    assert_eq!(none(&sample.rule("antrag.", Consequence::Required, &["termin"])), None);
    assert_eq!(none(&sample.rule("", Consequence::Required, &[])), None);
}

#[test]
fn a_wording_gets_its_meaning_on_the_form() {
    let sample = Sample::new();
    let meaning = |wording: &str| {
        let rule = FormRule { wording: wording.to_owned(), ..FormRule::new(9999.into(), "Regel") };
        propose(&sample.document, sample.form(), &rule).map(|found| {
            let one = |meaning: &Meaning| (meaning.when.clone(), meaning.then, meaning.targets.clone());
            found.iter().map(one).collect::<Vec<_>>()
        })
    };
    let id = |key: &str| sample.id(key);
    assert_eq!(
        meaning("Wenn F00000001 \"Status\" = 001 \"schwanger\", dann muss F00000002 befüllt werden."),
        Ok(vec![("antrag.status = \"001\"".to_owned(), Consequence::Required, vec![id("termin")])])
    );
    assert_eq!(
        meaning("Wenn G00000002 nicht befüllt ist, dann darf F00000002 nicht befüllt werden."),
        Ok(vec![(
            "not(is filled(antrag.adresse.ort)) and not(is filled(antrag.adresse.strasse))".to_owned(),
            Consequence::NotAllowed,
            vec![id("termin")]
        )])
    );
    assert_eq!(
        meaning("Es muss entweder G00000002 oder F00000002 befüllt werden."),
        Ok(vec![(String::new(), Consequence::ExactlyOne, vec![id("adresse"), id("termin")])])
    );
    assert_eq!(
        meaning("Wenn F00000009 befüllt ist, muss F00000010 befüllt sein."),
        Ok(vec![("is filled(hund.name)".to_owned(), Consequence::Required, vec![id("chip")])])
    );
    // From outside the entries of a list cannot be told apart.
    let unread = meaning("Wenn F00000009 befüllt ist, muss F00000002 befüllt sein.").unwrap_err();
    assert_eq!((unread.at, unread.why), (5..14, fim::Why::Ambiguous));
}
