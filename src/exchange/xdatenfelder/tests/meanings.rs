//! What the wordings of the real schema's rules mean on its form.

use super::*;
use crate::model::{Consequence, FormRule, Subject};
use crate::rule::{Meaning, propose};

/// Each rule in words with its meaning, in short: `R00000042: condition → consequence targets`.
fn meanings(document: &Document) -> Vec<String> {
    let form = form(document);
    let short = |path: &str| path.rsplit('.').next().unwrap_or(path).to_owned();
    let one = |rule: &FormRule, meaning: &Meaning| {
        let names = meaning.targets.iter().map(|target| {
            let element = form.elements().into_iter().find(|element| element.id == *target).unwrap();
            short(&path(document, element))
        });
        let names: Vec<String> = names.collect();
        format!("{}: {} → {:?} {}", rule.fim_id, meaning.when, meaning.then, names.join(" "))
    };
    let in_words = form.rules.iter().filter(|rule| rule.then.is_none());
    in_words
        .flat_map(|rule| {
            let found = propose(document, form, rule).unwrap_or_else(|unread| panic!("{}: {unread:?}", rule.fim_id));
            found.iter().map(|meaning| one(rule, meaning)).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn all_rules_of_the_real_schema_have_a_meaning_at_their_place() {
    let document = real().document;
    let mut found = meanings(&document);
    found.sort();
    let expected = [
        "R00000042: PERSON.statusFrau = \"001\" → RequiredElseNotAllowed voraussichtlicher",
        "R00000044: PERSON.statusFrau = \"002\" → RequiredElseNotAllowed entbindungstermin",
        "R00000849: ALL.beschaeftigungsverhaeltnisFrau = \"009\" → RequiredElseNotAllowed beschaeftigungsverhaeltnisFrauSonstiges",
        "R00001165:  → AtLeastOne telefon telefax eMail",
        "R00001166: is filled(ALL.arbeitgeber.ansprechpartner.kommunikation.eMail) → RequiredElseNotAllowed einverstaendnisEMail",
        "R00001223:  → AtLeastOne telefon telefax eMailPersonalangelegenheit",
        "R00001224: is filled(ALL.arbeitgeber.kommunikation.eMailPersonalangelegenheit) → RequiredElseNotAllowed einverstaendnisEMail",
        "R60000019:  → ExactlyOne [Straßenanschrift] [Anschrift Postfach]",
        "R60000019:  → ExactlyOne [Straßenanschrift] [Anschrift Postfach]",
        "R60000020: PERSON.anschriftInlandOderAusland.abfrageAnschriftInland = \"001\" → RequiredElseNotAllowed [Anschrift in Deutschland]",
        "R60000021: PERSON.anschriftInlandOderAusland.abfrageAnschriftInland = \"002\" → RequiredElseNotAllowed [Auslandsanschrift]",
        "R60000023: is filled(PERSON.geburtsdatum.tag) → Required monat",
        "R60000024: is filled(PERSON.geburtsdatum.tag) and is filled(PERSON.geburtsdatum.monat) and is filled(PERSON.geburtsdatum.jahr) → \
         ValidPartialDate tag monat jahr",
    ];
    let expected = expected.map(|line| line.replace("PERSON", "ALL.persoenlicheInformationen").replace("ALL", "benachrichtigung"));
    assert_eq!(found, expected);
}

#[test]
fn each_meaning_is_about_elements_at_the_place_of_its_rule() {
    let document = real().document;
    let form = form(&document);
    let address: Vec<&FormRule> = form.rules.iter().filter(|rule| rule.fim_id == "R60000019").collect();
    let targets: Vec<Vec<_>> = address.iter().map(|rule| propose(&document, form, rule).unwrap().remove(0).targets).collect();
    assert_eq!(targets.len(), 2);
    assert!(targets[0].iter().all(|target| !targets[1].contains(target)), "the same groups at both places");
    for target in targets.iter().flatten() {
        assert!(document.has(Subject::FormElement(form.id, *target)));
    }
    assert!(address.iter().all(|rule| propose(&document, form, rule).unwrap()[0].then == Consequence::ExactlyOne));
}
