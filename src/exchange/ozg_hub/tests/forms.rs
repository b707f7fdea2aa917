//! A form with every kind of field, condition and validator, and filled-in forms.

use super::*;
use crate::exchange::{Weight, What};
use crate::model::{ChoiceStyle, DataField, ElementKind, FieldKind, FormElement, FormField, HintKind, RepeatLayout, Subject};

const ALL: &str = include_str!("../../../../tests/data/ozg-hub/alle-feldarten-v1.0-de.json");

fn all() -> Imported {
    form(ALL)
}

fn element<'d>(document: &'d Document, id: &str) -> &'d FormElement {
    let form = document.forms.values().next().unwrap();
    let is_it = |element: &&FormElement| {
        let of = Subject::FormElement(form.id, element.id);
        document.origins.get(of).is_some_and(|origin| origin.id == id)
    };
    form.elements().into_iter().find(is_it).unwrap_or_else(|| panic!("{id}"))
}

fn field<'d>(document: &'d Document, id: &str) -> (&'d FormField, &'d DataField) {
    let ElementKind::Field(field) = &element(document, id).kind else { panic!("{id}") };
    (field, document.fields.get(field.data.last().unwrap()).unwrap())
}

#[test]
fn every_kind_of_field_comes_in() {
    let document = all().document;
    let kind = |id: &str| field(&document, &format!("haupt:{id}")).1.kind;
    assert_eq!(kind("name"), FieldKind::Text);
    assert_eq!(kind("alter"), FieldKind::Decimal);
    assert_eq!(kind("bemerkung"), FieldKind::LongText);
    assert_eq!((kind("verheiratet"), kind("einwilligung")), (FieldKind::YesNo, FieldKind::YesNo));
    assert_eq!((kind("geboren"), kind("uhrzeit"), kind("betrag")), (FieldKind::Date, FieldKind::Time, FieldKind::Money));
    assert_eq!((kind("nachweis"), kind("kennzeichen"), kind("zeitraum")), (FieldKind::File, FieldKind::Text, FieldKind::Text));
    assert!(matches!(kind("art"), FieldKind::Choice(_)) && matches!(kind("sprachen"), FieldKind::MultipleChoice(_)));
    let style = |id: &str| field(&document, &format!("haupt:{id}")).0.choice_style;
    assert_eq!((style("art"), style("land"), style("ort")), (ChoiceStyle::Radio, ChoiceStyle::List, ChoiceStyle::Search));
    assert_eq!(element(&document, "haupt:titel").kind, ElementKind::Heading("Angaben zur Person".to_owned()));
    assert_eq!(element(&document, "haupt:hinweis").kind, ElementKind::Hint { kind: HintKind::Warning, text: "Bitte lesen".to_owned() });
    for shown in ["karte", "karte2", "film", "bild", "merkblatt", "anzeige"] {
        assert!(matches!(element(&document, &format!("haupt:{shown}")).kind, ElementKind::StaticText(_)), "{shown}");
    }
}

#[test]
fn what_is_demanded_comes_in() {
    let document = all().document;
    let (name, data) = field(&document, "haupt:name");
    assert!(name.is_required);
    assert_eq!((name.help.as_str(), data.fim_id.as_str()), ("Wie im Ausweis", "F000149"));
    assert_eq!((data.constraints.max_length, data.constraints.pattern.as_str()), (Some(50), "[A-Za-z ]+"));
    assert_eq!(data.constraints.pattern_message, "Nur Buchstaben");
    let bounds = |id: &str| {
        let constraints = &field(&document, id).1.constraints;
        (constraints.minimum.clone(), constraints.maximum.clone())
    };
    assert_eq!(bounds("haupt:alter"), ("18".to_owned(), "120".to_owned()));
    assert_eq!(bounds("haupt:geboren").0, "@\"1900-01-01\"");
    assert_eq!(bounds("haupt:betrag").0, "0");
    let file = &field(&document, "haupt:nachweis").1.constraints;
    assert_eq!((file.max_file_size, file.file_kinds.len()), (Some(1_000_000), 2));
    assert_eq!(field(&document, "haupt:bemerkung").0.prefill, "\"keine\"");
    assert!(field(&document, "haupt:iban").0.rules[0].condition.starts_with("matches(antrag.iban"));
    assert_eq!(field(&document, "bedingt:b7").0.required_when, "antrag.art = \"neu\" or is filled(antrag.iban)");
}

#[test]
fn conditions_become_feel() {
    let document = all().document;
    let when = |id: &str| element(&document, id).visible_when.as_str();
    assert_eq!(when("bedingt"), "is filled(antrag.name)");
    assert_eq!(when("bedingt:b1"), "antrag.art in [\"neu\", \"alt\"]");
    assert_eq!(when("bedingt:b2"), "antrag.land != \"de\"");
    assert_eq!(when("bedingt:b3"), "not(is filled(antrag.bemerkung))");
    assert_eq!(when("bedingt:b4"), "antrag.verheiratet = true and (list contains(antrag.sprachen, \"deu\") or is filled(antrag.geboren))");
    assert_eq!(when("bedingt:b5"), "vorgang.ergebnis = \"gut\"");
    assert_eq!(when("bedingt:b8"), "false");
    assert_eq!(when("kinder:schule"), "is filled(kinder.vorname)");
    let form = document.forms.values().next().unwrap();
    assert_eq!(form.pages[1].visible_when, "antrag.art != \"alt\"");
}

#[test]
fn repeated_groups_are_lists() {
    let document = all().document;
    let ElementKind::Group(group) = &element(&document, "kinder").kind else { panic!() };
    let repeat = group.repeat.as_ref().unwrap();
    assert_eq!((repeat.least, repeat.most, repeat.layout), (1, Some(5), RepeatLayout::Table));
    assert_eq!(document.path_text(&field(&document, "kinder:vorname").0.data).unwrap(), "antrag.kinder.vorname");
}

#[test]
fn what_has_no_place_is_said_and_kept() {
    let imported = all();
    let said = |remark: Remark| imported.report.iter().any(|note| note.what == What::OzgHub(remark.clone()) && note.at.line.is_some());
    for member in ["placeholder", "consent", "addRowButtonText", "PLACEHOLDER"] {
        assert!(said(Remark::MemberKept(member.to_owned())), "{member}");
    }
    assert!(said(Remark::ValidatorKept("PdfAValidator".to_owned())));
    assert!(said(Remark::ConditionKept("ShowOnProcessVariableInValuesCondition".to_owned())));
    assert!(said(Remark::NearestField("GEO_MAP".to_owned())));
    assert!(said(Remark::IbanRule) && said(Remark::Buttons));
    assert!(imported.report.iter().all(|note| note.what.weight() != Weight::Left), "nothing is lost");
}

#[test]
fn the_form_comes_out_to_the_byte_and_changes_alone() {
    let mut document = all().document;
    let path = "forms/Stadt_Antrag-v1.0-de.json";
    assert_eq!(text(&exported(&document), path), ALL);
    let name = field(&document, "haupt:name").1.id;
    document.fields.get_mut(name).unwrap().name = "Familienname".to_owned();
    assert_eq!(text(&exported(&document), path), ALL.replace("\"label\": \"Name\"", "\"label\": \"Familienname\""));
}

#[test]
fn what_is_written_anew_comes_in_the_same() {
    let before = all().document;
    let mut bare = before.clone();
    let sources: Vec<_> = bare.sources.keys().collect();
    sources.into_iter().for_each(|source| drop(bare.sources.remove(source)));
    let origins: Vec<_> = bare.origins.keys().collect();
    origins.into_iter().for_each(|origin| drop(bare.origins.remove(origin)));
    bare.forms.get_mut(before.forms.keys().next().unwrap()).unwrap().source = None;
    let out = exported(&bare);
    let (path, bytes) = out.files.iter().find(|(path, _)| path.starts_with("forms/")).unwrap();
    let after = imported(&[(path.clone(), bytes.clone())]).document;
    let kinds = |document: &Document| {
        let form = document.forms.values().next().unwrap();
        let of = |field: &FormField| {
            document.fields.get(field.data.last().unwrap()).map(|data| (data.key.clone(), data.constraints.clone(), field.is_required))
        };
        form.fields().filter_map(|(_, field)| of(field)).filter(|(key, ..)| key != "knopf").collect::<Vec<_>>()
    };
    assert_eq!(kinds(&after), kinds(&before));
    let shown = |document: &Document| {
        let form = document.forms.values().next().unwrap();
        form.elements()
            .into_iter()
            .map(|element| element.visible_when.replace("vorgang.ergebnis", "x"))
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
    };
    assert_eq!(shown(&after).len(), shown(&before).len(), "{}", String::from_utf8_lossy(bytes));
    let flaws: Vec<&What> =
        out.report.iter().map(|note| &note.what).filter(|what| matches!(what, What::OzgHub(Remark::Flaw(Flaw::Dangling(_))))).collect();
    assert_eq!(flaws, Vec::<&What>::new());
}

#[test]
fn filled_in_forms_tell_their_fields() {
    for name in ["formContent_allFields.json", "formContent_withIllegalXmlName.json"] {
        let files = folder("commons");
        let (_, bytes) = files.iter().find(|(path, _)| path.ends_with(name)).unwrap();
        let imported = imported(&[(name.to_owned(), bytes.clone())]);
        let document = imported.document;
        assert!(imported.report.iter().any(|note| note.what == What::OzgHub(Remark::Guessed)));
        let kind = |key: &str| document.fields.values().find(|field| field.key == key).map(|field| field.kind);
        if name.contains("all") {
            assert_eq!(document.fields.len(), 25);
            assert_eq!(kind("date"), Some(FieldKind::Date));
            assert_eq!(kind("time"), Some(FieldKind::Time));
            assert_eq!(kind("money"), Some(FieldKind::Money));
            assert!(matches!(kind("multiselect"), Some(FieldKind::MultipleChoice(_))));
            assert!(matches!(kind("radioButtons"), Some(FieldKind::Choice(_))));
            assert_eq!(kind("name"), Some(FieldKind::Text));
        } else {
            assert_eq!(kind("feld_123illegalNameForXmlNode"), Some(FieldKind::Text));
        }
        let out = exported(&document);
        assert!(out.files.contains(&(format!("forms/{name}"), bytes.clone())), "what was filled in stays");
        assert_eq!(out.files.len(), 2, "and the form that could be filled in so stands beside it");
    }
}
