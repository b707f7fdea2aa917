//! The fixtures of flxbe/xdatenfelder-xml (EUPL-1.2): good ones are read, bad ones refused or reported.

use super::*;
use crate::exchange::{Unfit, What};
use crate::model::{FieldKind, SourceFormat};

fn two(name: &str) -> Imported {
    try_import(&[&format!("xdatenfelder/tests/v2-data/{name}.xml")]).unwrap()
}

fn three(name: &str) -> Imported {
    try_import(&[&format!("xdatenfelder/tests/v3-data/{name}.xml")]).unwrap()
}

fn unfit(path: &str) -> Unfit {
    try_import(&[&format!("xdatenfelder/tests/{path}.xml")]).unwrap_err().unfit
}

fn paths(imported: &Imported) -> Vec<String> {
    form(&imported.document).elements().into_iter().map(|element| path(&imported.document, element)).collect()
}

#[test]
fn good_fixtures_of_version_2_are_read() {
    assert_eq!(paths(&two("minimal")), [""; 0]);
    assert_eq!(paths(&two("simple")), ["test.natuerlichePerson.familienname"]);
    assert_eq!(paths(&two("label")), ["\"Hinweis Inhalt\""]);
    assert_eq!(paths(&two("select")), ["test.hinweis"]);
    let select = two("select");
    assert!(select.report.iter().any(|note| note.at.id == "C123" && note.what == What::MissingList("urn:de:example_1".to_owned())));
    let list = select.document.code_lists.values().next().unwrap();
    assert_eq!((list.uri.as_str(), list.version.as_str()), ("urn:de:example", "1"));
    for name in ["rule", "simple"] {
        let imported = two(name);
        assert_eq!(form(&imported.document).rules[0].wording, "Eine Definition");
        assert!(imported.report.iter().all(|note| note.what != What::Script), "an empty function is no script");
    }
    let rule = &two("data-field-rule");
    let rule = &form(&rule.document).rules[0];
    assert_eq!((rule.fim_id.as_str(), rule.targets.len()), ("R60000037", 1), "the rule of a field is about it");
}

#[test]
fn bad_fixtures_are_refused_or_reported() {
    assert_eq!(unfit("v2-data/unknown-namespace"), Unfit::Version("urn:xoev-de:fim:standard:xdatenfelder_unknown".to_owned()));
    assert_eq!(unfit("v2-data/duplicate-required-value"), Unfit::Twice { name: "name".to_owned(), line: 13 });
    let notes = two("duplicate-optional-value").report;
    assert!(notes.iter().any(|note| note.what == What::Twice { name: "beschreibung".to_owned(), line: 15 }));
    assert_eq!(unfit("v3-data/unknown-namespace"), Unfit::Version("urn:xoev-de:fim:standard:xdatenfelder_unknown".to_owned()));
    assert_eq!(unfit("v3-data/duplicate-id-node"), Unfit::Twice { name: "id".to_owned(), line: 11 });
    assert_eq!(unfit("v3-data/empty-id-node"), Unfit::Missing { name: "id", line: 9 });
    assert_eq!(unfit("v3-data/missing-id-node"), Unfit::Missing { name: "id", line: 9 });
    let notes = three("unexpected-node").report;
    assert!(notes.iter().any(|note| note.what == What::UnknownElement { name: "unknown".to_owned(), line: 11 }));
    three("invalid-freigabestatus");
}

#[test]
fn a_group_of_version_3_is_read() {
    let imported = three("simple");
    let document = &imported.document;
    assert_eq!(document.sources.values().next().unwrap().format, SourceFormat::Xdatenfelder3);
    assert_eq!(document.main().unwrap().version, "1.2.0");
    assert_eq!(document.main().unwrap().keywords, ["Ein Stichwort"]);
    assert_eq!(paths(&imported), ["[Straßenanschrift]", "anschriftInland.anschriftInlandStrassenanschrift.strasse"]);
    let street = document
        .fields
        .get(document.find_path("anschriftInland.anschriftInlandStrassenanschrift.strasse").unwrap().last().unwrap())
        .unwrap();
    assert_eq!((street.kind, street.fim_id.as_str()), (FieldKind::Text, "F60000000243"));
    assert_eq!((street.constraints.min_length, street.constraints.max_length), (Some(1), Some(55)));
    let rules = &form(document).rules;
    assert_eq!(rules.len(), 2, "one of the group, one of the field");
    assert!(rules.iter().all(|rule| rule.fim_id == "R60000000019" && rule.wording.starts_with("Es muss entweder Feldgruppe G60000086")));
    assert!(imported.report.iter().any(|note| note.what == What::Script && note.at.id == "R60000000019"));
}

#[test]
fn a_choice_of_version_3_is_read() {
    let imported = three("input");
    let field = imported.document.fields.values().next().unwrap();
    assert!(matches!(field.kind, FieldKind::Choice(_)));
    let whats: Vec<&What> = imported.report.iter().map(|note| &note.what).collect();
    assert!(whats.contains(&&What::Twice { name: "inhalt".to_owned(), line: 64 }));
    assert!(whats.iter().any(|what| matches!(what, What::MissingList(_))));
}
