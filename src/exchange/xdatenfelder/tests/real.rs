//! The real schema S00000094: 44 fields, 16 groups, 12 rules at 13 places, 4 code lists. Expected values were read in the file.

use super::*;
use crate::exchange::{At, What};
use crate::model::{Consequence, FieldKind, FormRule, LegalBasis, RepeatLayout, SourceFormat};
use crate::rule::propose;

fn say<'a>(imported: &'a Imported, id: &str) -> Vec<&'a What> {
    imported.report.iter().filter(|note| note.at.id == id).map(|note| &note.what).collect()
}

fn element<'a>(document: &'a Document, wanted: &str) -> &'a FormElement {
    form(document).elements().into_iter().find(|element| path(document, element) == wanted).unwrap_or_else(|| panic!("{wanted}"))
}

fn field_of<'a>(document: &'a Document, wanted: &str) -> &'a crate::model::DataField {
    document.fields.get(document.find_path(wanted).unwrap().last().unwrap()).unwrap()
}

#[test]
fn everything_is_counted() {
    let imported = real();
    let document = &imported.document;
    assert_eq!(say(&imported, "S00000094")[..2], [&What::Groups(16), &What::Fields(44)]);
    assert!(say(&imported, "S00000094").contains(&&What::Rules(13)));
    assert_eq!(document.objects.len(), 15, "13 different groups, the schema, and the entry of a repeated field");
    assert_eq!(document.fields.len(), 51, "positions of different groups and the field of the entry");
    assert_eq!(document.code_lists.len(), 4);
    assert_eq!(say(&imported, "G60000088"), [&What::Reused(2)]);
    let codes: Vec<usize> = document.code_lists.values().map(|list| list.entries.len()).collect();
    assert_eq!((codes[1], codes[2..].iter().sum::<usize>()), (codes[1], 2 + 9));
    assert!(
        !imported.report.iter().any(|note| matches!(note.what, What::MissingList(_) | What::UnknownElement { .. } | What::Twice { .. }))
    );
}

#[test]
fn the_process_is_named_and_nothing_is_drawn() {
    let document = real().document;
    let process = document.main().unwrap();
    assert_eq!(process.name, "Benachrichtigung über die Beschäftigung einer schwangeren oder stillenden Frau");
    assert_eq!((process.key.as_str(), process.version.as_str()), ("benachrichtigung", "1.0.0"));
    let laws: Vec<(&str, &str)> = process.legal_bases.iter().map(|basis| (basis.law.as_str(), basis.paragraph.as_str())).collect();
    assert_eq!(laws, [("MuSchG", "§§ 1, 3-6, 11-12, 15, 27-28"), ("ArbZG", "§ 10"), ("MuSchEltZV", "§ 2")]);
    assert!(document.diagram.shapes.is_empty() && document.nodes.is_empty());
}

#[test]
fn groups_on_the_first_level_are_pages() {
    let document = real().document;
    let titles: Vec<&str> = form(&document).pages.iter().map(|page| page.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Informationen zum Arbeitgeber / zur Arbeitgeberin",
            "Persönliche Informationen zur schwangeren oder stillenden Frau",
            "Beschäftigungsverhältnis Frau",
            "Informationen zur beabsichtigten Beschäftigung der schwangeren oder stillenden Frau",
        ]
    );
    let first: Vec<String> = form(&document).pages[0].elements.iter().map(|element| path(&document, element)).collect();
    assert_eq!(
        first,
        [
            "benachrichtigung.arbeitgeber.eingetragenerName",
            "[Anschrift in Deutschland]",
            "[Angaben zur Erreichbarkeit]",
            "[Ansprechperson]"
        ]
    );
    let third: Vec<String> = form(&document).pages[2].elements.iter().map(|element| path(&document, element)).collect();
    assert_eq!(third, ["benachrichtigung.beschaeftigungsverhaeltnisFrau", "benachrichtigung.beschaeftigungsverhaeltnisFrauSonstiges"]);
}

#[test]
fn building_blocks_repeat_under_paths_of_their_own() {
    let document = real().document;
    let streets: Vec<String> =
        form(&document).elements().into_iter().map(|element| path(&document, element)).filter(|path| path.ends_with(".strasse")).collect();
    assert_eq!(
        streets,
        [
            "benachrichtigung.arbeitgeber.anschriftInland.anschriftInlandStrassenanschrift.strasse",
            "benachrichtigung.persoenlicheInformationen.anschriftInlandOderAusland.anschriftInland.anschriftInlandStrassenanschrift.strasse",
        ]
    );
    let fields: Vec<_> = streets.iter().map(|street| document.find_path(street).unwrap().last()).collect();
    assert_eq!(fields[0], fields[1], "one data field of one object type");
    assert_eq!(document.objects.values().filter(|object| object.fim_id == "G60000088").count(), 1);
}

#[test]
fn fields_take_kind_bounds_labels_help_and_law() {
    let document = real().document;
    let code = field_of(&document, "benachrichtigung.arbeitgeber.anschriftInland.anschriftInlandStrassenanschrift.postleitzahl");
    assert_eq!((code.kind, code.fim_id.as_str()), (FieldKind::Text, "F60000246"));
    assert_eq!((code.constraints.min_length, code.constraints.max_length), (Some(5), Some(5)));
    assert_eq!(code.constraints.pattern, "([0]{1}[1-9]{1}|[1-9]{1}[0-9]{1})[0-9]{3}");
    let mail = field_of(&document, "benachrichtigung.arbeitgeber.kommunikation.eMailPersonalangelegenheit");
    assert_eq!(mail.constraints.pattern, r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{1,63}$");
    let year = field_of(&document, "benachrichtigung.persoenlicheInformationen.geburtsdatum.jahr");
    assert_eq!((year.kind, year.constraints.minimum.as_str(), year.constraints.maximum.as_str()), (FieldKind::WholeNumber, "1850", "2080"));
    let night = field_of(&document, "benachrichtigung.informationen.nachtarbeit");
    assert_eq!(night.kind, FieldKind::YesNo);
    let laws: Vec<&str> = night.legal_bases.iter().map(|basis| basis.paragraph.as_str()).collect();
    assert_eq!(laws, ["§ 5", "§ 27 (1)", "§ 28"]);
    let employer = field_of(&document, "benachrichtigung.arbeitgeber.eingetragenerName");
    let basis = LegalBasis { law: "MuSchG".to_owned(), paragraph: "§ 27 (1) - (2)".to_owned(), link: String::new() };
    assert_eq!(employer.legal_bases[0], basis, "the law of the place goes first");
    assert_eq!(employer.legal_bases.len(), 4);
    assert_eq!(document.objects.values().find(|object| object.fim_id == "G00000253").unwrap().legal_bases, [basis]);
    let ElementKind::Field(name) = &element(&document, "benachrichtigung.arbeitgeber.eingetragenerName").kind else { panic!() };
    assert_eq!((name.label.as_str(), name.is_required), ("Eingetragener Name", true));
    assert!(name.help.starts_with("Geben Sie den im Handelsregister"));
    assert!(
        employer.description.starts_with("Die im Handels- oder Genossenschaftsregister")
            && employer.description.ends_with("1-1000 Zeichen betragen.")
    );
}

#[test]
fn choices_have_the_codes_of_their_files() {
    let document = real().document;
    let status = field_of(&document, "benachrichtigung.persoenlicheInformationen.statusFrau");
    let list = document.code_lists.get(status.kind.code_list().unwrap()).unwrap();
    assert_eq!((list.name.as_str(), list.version.as_str()), ("Status Frau (schwanger, stillend)", "2020-02-06"));
    assert_eq!(list.uri, "urn:de:fim:codeliste:statusfrauschwangerstillend");
    assert_eq!(list.entries[1].label, "hat geboren / ist stillend");
}

#[test]
fn without_its_files_a_schema_has_empty_lists_and_says_so() {
    let imported = try_import(&["fim/S00000094V1.0_xdf2.xml"]).unwrap();
    let missing: Vec<&At> = imported.report.iter().filter(|note| matches!(note.what, What::MissingList(_))).map(|note| &note.at).collect();
    assert_eq!(missing.iter().map(|at| at.id.as_str()).collect::<Vec<_>>(), ["C60000006", "C60000020", "C00000020", "C00000021"]);
    assert!(imported.document.code_lists.values().all(|list| list.entries.is_empty()));
}

#[test]
fn a_repeated_field_is_a_list_of_entries() {
    let imported = real();
    let document = &imported.document;
    let line = "benachrichtigung.persoenlicheInformationen.anschriftInlandOderAusland.anschriftAusland.anschriftzone.zeileAnschrift";
    let group = element(document, &format!("[Anschriftzeile] {line}"));
    let ElementKind::Group(group) = &group.kind else { panic!() };
    let repeat = group.repeat.as_ref().unwrap();
    assert_eq!((repeat.least, repeat.most, repeat.layout), (0, Some(5), RepeatLayout::Table));
    assert_eq!(say(&imported, "F60000262"), [&What::Listed, &What::LeastEntries(2)]);
    assert!(field_of(document, line).kind.object().is_some());
}

#[test]
fn rules_stand_in_words_at_each_of_their_places() {
    let document = real().document;
    let rules = &form(&document).rules;
    let mut ids: Vec<&str> = rules.iter().filter(|rule| rule.then.is_none()).map(|rule| rule.fim_id.as_str()).collect();
    ids.sort_unstable();
    let twelve = [
        "R00000042",
        "R00000044",
        "R00000849",
        "R00001165",
        "R00001166",
        "R00001223",
        "R00001224",
        "R60000019",
        "R60000019",
        "R60000020",
        "R60000021",
        "R60000023",
        "R60000024",
    ];
    assert_eq!(ids, twelve);
    let name_of = |rule: &FormRule| {
        let form = form(&document);
        rule.targets
            .iter()
            .map(|target| document.name_of(crate::model::Subject::FormElement(form.id, *target)).unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let places: Vec<Vec<String>> = rules.iter().filter(|rule| rule.fim_id == "R60000019").map(name_of).collect();
    assert_eq!(places, [["Anschrift in Deutschland"], ["Anschrift in Deutschland"]]);
    let whole = rules.iter().find(|rule| rule.fim_id == "R00000849").unwrap();
    assert_eq!(whole.name, "Beschäftigungsverhältnis Frau Sonstiges");
    assert!(
        whole.targets.is_empty() && whole.wording.starts_with("Wenn Feld F00000463 \"Beschäftigungsverhältnis Frau\" =  009 \"Sonstiges\"")
    );
    let page = rules.iter().find(|rule| rule.fim_id == "R00000044").unwrap();
    let on_page: Vec<_> = form(&document).pages[1].elements.iter().map(|element| element.id).collect();
    assert_eq!((page.targets.len(), &page.targets), (7, &on_page));
}

#[test]
fn what_an_optional_group_demands_counts_once_it_is_begun() {
    let document = real().document;
    let made: Vec<&FormRule> = form(&document).rules.iter().filter(|rule| rule.fim_id.is_empty()).collect();
    let names: Vec<(&str, usize)> = made.iter().map(|rule| (rule.name.as_str(), rule.targets.len())).collect();
    assert_eq!(
        names,
        [("Straßenanschrift", 3), ("Anschrift Postfach", 2), ("Straßenanschrift", 3), ("Anschrift Postfach", 2), ("Auslandsanschrift", 2)]
    );
    assert!(made.iter().all(|rule| rule.then == Some(Consequence::Required)));
    let base = "benachrichtigung.arbeitgeber.anschriftInland.anschriftInlandPostfachanschrift";
    assert_eq!(made[1].when, format!("is filled({base}.postfach) or is filled({base}.postleitzahl) or is filled({base}.ort)"));
    let ElementKind::Field(city) = &element(&document, &format!("{base}.ort")).kind else { panic!() };
    assert!(!city.is_required);
}

#[test]
fn the_file_is_kept() {
    let document = real().document;
    let source = document.sources.get(form(&document).source.unwrap()).unwrap();
    assert_eq!(source.format, SourceFormat::Xdatenfelder2);
    assert_eq!(source.text.as_bytes(), bytes("fim/S00000094V1.0_xdf2.xml"));
}

#[test]
fn the_wordings_can_be_read_at_each_of_their_places() {
    let document = real().document;
    let form = form(&document);
    let in_words: Vec<&FormRule> = form.rules.iter().filter(|rule| rule.then.is_none()).collect();
    let read: Vec<(&str, Consequence, usize)> = in_words
        .iter()
        .flat_map(|rule| propose(&document, form, rule).unwrap().into_iter().map(|it| (rule.fim_id.as_str(), it.then, it.targets.len())))
        .collect();
    let expected = [
        ("R60000019", Consequence::ExactlyOne, 2),
        ("R00001224", Consequence::RequiredElseNotAllowed, 1),
        ("R00001223", Consequence::AtLeastOne, 3),
        ("R00001166", Consequence::RequiredElseNotAllowed, 1),
        ("R00001165", Consequence::AtLeastOne, 3),
        ("R60000023", Consequence::Required, 1),
        ("R60000024", Consequence::ValidPartialDate, 3),
        ("R60000019", Consequence::ExactlyOne, 2),
        ("R60000021", Consequence::RequiredElseNotAllowed, 1),
        ("R60000020", Consequence::RequiredElseNotAllowed, 1),
        ("R00000044", Consequence::RequiredElseNotAllowed, 1),
        ("R00000042", Consequence::RequiredElseNotAllowed, 1),
        ("R00000849", Consequence::RequiredElseNotAllowed, 1),
    ];
    assert_eq!(read, expected);
    let both: Vec<_> =
        in_words.iter().filter(|rule| rule.fim_id == "R60000019").map(|rule| propose(&document, form, rule).unwrap()).collect();
    assert_ne!(both[0][0].targets, both[1][0].targets, "each place has its own street and post box");
}
