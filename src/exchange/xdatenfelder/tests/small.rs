//! Small schemas, each for a question.

use super::*;
use crate::exchange::xdatenfelder::export;
use crate::exchange::{Unfit, What};
use crate::model::{DataField, FieldKind, Repeat};
use proptest::prelude::*;

fn only(document: &Document) -> &DataField {
    document.fields.values().next().unwrap()
}

fn whats(imported: &Imported) -> Vec<&What> {
    imported.report.iter().map(|note| &note.what).collect()
}

#[test]
fn each_kind_of_value_is_taken() {
    for (name, kind) in [
        ("text", FieldKind::Text),
        ("text_latin", FieldKind::Text),
        ("date", FieldKind::Date),
        ("time", FieldKind::Time),
        ("datetime", FieldKind::DateTime),
        ("bool", FieldKind::YesNo),
        ("num", FieldKind::Decimal),
        ("num_int", FieldKind::WholeNumber),
        ("num_currency", FieldKind::Money),
        ("file", FieldKind::File),
        ("obj", FieldKind::File),
        ("new", FieldKind::Text),
    ] {
        let imported = import_text(&schema(&field("1:1", "F1", "Feld", name, "")));
        assert_eq!(only(&imported.document).kind, kind, "{name}");
        assert_eq!(whats(&imported).contains(&&What::UnknownKind("new".to_owned())), name == "new");
    }
    let long = import_text(&schema(&field("1:1", "F1", "Feld", "text", "<x:praezisierung>{\"maxLength\":\"2000\"}</x:praezisierung>")));
    assert_eq!(only(&long.document).kind, FieldKind::LongText);
}

#[test]
fn bounds_are_feel_and_bad_ones_are_said() {
    let facets = |kind: &str, json: &str| {
        import_text(&schema(&field("0:1", "F1", "Feld", kind, &format!("<x:praezisierung>{json}</x:praezisierung>"))))
    };
    let date = facets("date", r#"{"minValue":"2020-01-31","maxValue":"morgen"}"#);
    assert_eq!(only(&date.document).constraints.minimum, "date(\"2020-01-31\")");
    assert!(whats(&date).contains(&&What::Bound("morgen".to_owned())));
    let money = facets("num_currency", r#"{"minValue":"0,50","maxValue":"-1e5"}"#);
    assert_eq!((only(&money.document).constraints.minimum.as_str(), only(&money.document).constraints.maximum.as_str()), ("0.50", ""));
    let pattern = facets("text", r#"{"pattern":"(a","minLength":"0","maxLength":"x"}"#);
    assert_eq!(whats(&pattern).iter().filter(|what| matches!(what, What::Pattern(_) | What::Bound(_))).count(), 2);
    assert_eq!(only(&facets("text", "no json").document).constraints, Default::default());
}

#[test]
fn cardinality_belongs_to_the_place() {
    let repeat = |cardinality: &str| {
        let text = schema(&group(cardinality, "G1", "Hund", &field("1:1", "F1", "Name", "text", "")));
        let imported = import_text(&text);
        form(&imported.document).elements().into_iter().find_map(|element| match &element.kind {
            ElementKind::Group(group) => group.repeat.clone(),
            _ => None,
        })
    };
    let bounds = |it: Option<Repeat>| it.map(|it| (it.least, it.most));
    assert_eq!(bounds(repeat("1:1")), None);
    assert_eq!(bounds(repeat("0:1")), None);
    assert_eq!(bounds(repeat("0:*")), Some((0, None)));
    assert_eq!(bounds(repeat("2:5")), Some((2, Some(5))));
    for bad in ["5:2", "viele", "", "1:0", "0:-1"] {
        let imported = import_text(&schema(&field(bad, "F1", "Feld", "text", "")));
        assert!(whats(&imported).contains(&&What::Cardinality(bad.to_owned())), "{bad}");
    }
}

#[test]
fn a_choice_of_several_is_a_multiple_choice() {
    let inside = "<x:feldart><code>select</code></x:feldart><x:datentyp><code>text</code></x:datentyp>\
                  <x:werte><x:wert><x:code>1</x:code><x:name>eins</x:name><x:hilfe>so</x:hilfe></x:wert></x:werte>";
    let imported = import_text(&schema(&position("1:3", &block("datenfeld", "F1", "Wahl", inside))));
    let field = only(&imported.document);
    let FieldKind::MultipleChoice(list) = field.kind else { panic!() };
    assert_eq!((field.constraints.min_items, field.constraints.max_items), (Some(1), Some(3)));
    let entry = &imported.document.code_lists.get(list).unwrap().entries[0];
    assert_eq!((entry.code.as_str(), entry.label.as_str(), entry.help.as_str()), ("1", "eins", "so"));
}

#[test]
fn hidden_locked_prefilled_and_uploaded() {
    let field = |kind: &str, value: &str, more: &str| {
        let inside = format!("<x:feldart><code>{kind}</code></x:feldart><x:datentyp><code>{value}</code></x:datentyp>{more}");
        import_text(&schema(&position("0:1", &block("datenfeld", "F1", "Feld", &inside))))
    };
    let hidden = field("hidden", "text", "");
    assert_eq!(form(&hidden.document).elements()[0].visible_when, "false");
    let locked = field("locked", "text", "<x:inhalt>a \"b\"</x:inhalt>");
    let ElementKind::Field(shown) = &form(&locked.document).elements()[0].kind else { panic!() };
    assert_eq!((shown.is_read_only, shown.prefill.as_str()), (true, "\"a \\\"b\\\"\""));
    let wanted = field("input", "text", "<x:vorbefuellung><code>verpflichtend</code></x:vorbefuellung>");
    assert!(whats(&wanted).contains(&&What::Prefill { is_must: true }));
    let file = field(
        "input",
        "file",
        "<x:maxSize>10</x:maxSize><x:mediaType>application/pdf</x:mediaType><x:mediaType>image/jpeg</x:mediaType><x:mediaType>a/b</x:mediaType>",
    );
    assert_eq!(only(&file.document).constraints.file_kinds, ["pdf", "jpg", "jpeg"]);
    assert_eq!(only(&file.document).constraints.max_file_size, Some(10 << 20));
    assert!(whats(&file).contains(&&What::UnknownKind("a/b".to_owned())));
}

#[test]
fn one_id_with_two_contents_gives_two_objects() {
    let one = group("1:1", "G1", "Hund", &field("1:1", "F1", "Name", "text", ""));
    let two = group("1:1", "G1", "Hund", &field("1:1", "F2", "Rasse", "text", ""));
    let imported = import_text(&schema(&format!("{one}{one}{two}")));
    assert_eq!(imported.document.objects.len(), 3);
    assert!(whats(&imported).contains(&&What::TwoContents));
    let inside_itself = group("1:1", "G1", "Hund", &one);
    assert_eq!(import_text(&schema(&inside_itself)).document.objects.len(), 3);
}

#[test]
fn groups_that_lie_too_deep_are_refused() {
    let nested = |count: usize| {
        (0..count).fold(field("1:1", "F1", "Name", "text", ""), |inside, number| group("1:1", &format!("G{number}"), "Gruppe", &inside))
    };
    assert!(import(&[File { name: "a.xml", bytes: schema(&nested(32)).as_bytes() }]).is_ok());
    let text = schema(&nested(33));
    assert!(matches!(import(&[File { name: "a.xml", bytes: text.as_bytes() }]).unwrap_err().unfit, Unfit::TooDeep { line: 2 }));
    let text = schema(&nested(2000));
    assert!(matches!(import(&[File { name: "a.xml", bytes: text.as_bytes() }]).unwrap_err().unfit, Unfit::Xml(_)));
}

#[test]
fn files_that_are_something_else_are_named() {
    let unfit = |name: &str, bytes: &[u8]| import(&[File { name, bytes }]).unwrap_err().unfit;
    assert_eq!(unfit("a.xml", b"<a:b xmlns:a='c'/>"), Unfit::Foreign("a:b".to_owned()));
    assert_eq!(unfit("a.xml", b"<x xmlns='urn:xoev-de:fim:standard:xdatenfelder_3.0.0'/>"), Unfit::NoSchema);
    assert_eq!(unfit("a.csv", b"\0\0\0"), Unfit::Unknown);
    assert_eq!(import(&[]).unwrap_err().unfit, Unfit::Nothing);
    let text = schema("");
    let file = File { name: "a.xml", bytes: text.as_bytes() };
    assert_eq!(import(&[file, file]).unwrap_err().unfit, Unfit::SecondSchema);
    let table = import(&[File { name: "farben.csv", bytes: b"Code;Name\n1;rot\n2;blau" }]).unwrap();
    assert_eq!(table.document.code_lists.values().next().unwrap().key, "farben");
    assert_eq!(whats(&table), [&What::Lists { lists: 1, codes: 2 }]);
}

#[test]
fn groups_with_nothing_but_texts_come_out_as_they_were() {
    let text = |id: &str, says: &str| {
        let inside = format!("<x:feldart><code>label</code></x:feldart><x:inhalt>{says}</x:inhalt>");
        position("1:1", &block("datenfeld", id, "Text", &inside))
    };
    let hollow = |often: &str, id: &str| group(often, id, &format!("Gruppe {id}"), &text("F9", "innen"));
    let inside = [text("F1", "lose"), hollow("1:1", "G1"), hollow("0:1", "G2"), text("F2", "noch lose"), group("1:1", "G3", "Leer", "")];
    let whole = schema(&[inside.concat(), group("1:1", "G4", "Außen", &inside.concat())].concat());
    let document = import_text(&whole).document;
    let exported = export(&document, form(&document).id).unwrap();
    assert_eq!(exported.report.iter().map(|note| &note.what).collect::<Vec<_>>(), [&What::Unchanged]);
}

proptest! {
    #[test]
    fn no_schema_panics(parts in prop::collection::vec(0_usize..14, 0..14)) {
        const PARTS: [&str; 14] = [
            "<x:struktur>", "</x:struktur>", "<x:anzahl>0:*</x:anzahl>", "<x:enthaelt>", "</x:enthaelt>", "<x:datenfeldgruppe>",
            "</x:datenfeldgruppe>", "<x:datenfeld/>", "<x:regel/>", "<x:bezug>§</x:bezug>", "<x:name> </x:name>",
            "<x:feldart><code>select</code></x:feldart>", "<x:identifikation/>", "<x:praezisierung>{}</x:praezisierung>",
        ];
        let text = schema(&parts.iter().map(|part| PARTS[*part]).collect::<String>());
        if let Ok(imported) = import(&[File { name: "a.xml", bytes: text.as_bytes() }]) {
            prop_assert_eq!(violations(&imported.document), []);
            let exported = export(&imported.document, form(&imported.document).id).unwrap();
            prop_assert_eq!(exported.bytes, text.as_bytes());
        }
    }
}
