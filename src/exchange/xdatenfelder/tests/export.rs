//! Export: nothing changed gives the same bytes; a change is where it belongs and nowhere else.

use super::*;
use crate::exchange::xdatenfelder::{ExportError, export};
use crate::exchange::{Matter, What};
use crate::model::*;

fn export_of(document: &Document) -> (String, Vec<What>) {
    let exported = export(document, form(document).id).unwrap();
    (String::from_utf8(exported.bytes).unwrap(), exported.report.into_iter().map(|note| note.what).collect())
}

/// The lines of the real schema, one element a line, that are there now and were not, and the other way round.
fn difference(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let lines = |text: &str| text.replace("><", ">\n<").lines().map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (lines(before), lines(after));
    let without = |all: &[String], other: &[String]| {
        let mut other = other.to_vec();
        let is_new = |line: &&String| match other.iter().position(|known| known == *line) {
            Some(at) => {
                other.remove(at);
                false
            }
            None => true,
        };
        all.iter().filter(is_new).cloned().collect::<Vec<_>>()
    };
    (without(&new, &old), without(&old, &new))
}

fn field_id(document: &Document, path: &str) -> DataFieldId {
    document.find_path(path).unwrap().last().unwrap()
}

fn change_field(document: &mut Document, path: &str, change: impl FnOnce(&mut DataField)) {
    let id = field_id(document, path);
    change(document.fields.get_mut(id).unwrap());
}

fn change_shown(document: &mut Document, path: &str, change: impl FnOnce(&mut FormField)) {
    let data = document.find_path(path).unwrap();
    let id = form(document).fields().find(|(_, field)| field.data == data).unwrap().0;
    let form = form(document).id;
    let element = document.forms.get_mut(form).unwrap().element_mut(id).unwrap();
    let ElementKind::Field(field) = &mut element.kind else { panic!() };
    change(field);
}

/// A changed real schema, exported: what is new, what is gone; and read again it is what was exported.
fn changed(change: impl FnOnce(&mut Document)) -> (Vec<String>, Vec<String>, Vec<What>) {
    let mut document = real().document;
    let before = document.sources.values().next().unwrap().text.clone();
    change(&mut document);
    let (after, notes) = export_of(&document);
    import_text(&after);
    let (new, gone) = difference(&before, &after);
    (new, gone, notes)
}

const EMPLOYER: &str = "benachrichtigung.arbeitgeber.eingetragenerName";

#[test]
fn what_nobody_changed_is_the_same_to_the_byte() {
    let good = ["minimal", "simple", "label", "select", "rule", "data-field-rule", "data-group-rule", "duplicate-optional-value"]
        .map(|name| format!("xdatenfelder/tests/v2-data/{name}.xml"));
    let three =
        ["simple", "input", "unexpected-node", "invalid-freigabestatus"].map(|name| format!("xdatenfelder/tests/v3-data/{name}.xml"));
    for path in good.iter().chain(&three).map(String::as_str).chain(["fim/S00000094V1.0_xdf2.xml"]) {
        let document = try_import(&[path]).unwrap().document;
        let exported = export(&document, form(&document).id).unwrap();
        assert!(exported.bytes == bytes(path), "{path}");
        assert_eq!(exported.report.iter().map(|note| &note.what).collect::<Vec<_>>(), [&What::Unchanged], "{path}");
    }
    let document = real().document;
    assert!(export_of(&document).0.as_bytes() == bytes("fim/S00000094V1.0_xdf2.xml"), "with its code lists");
}

#[test]
fn the_encoding_of_the_file_is_kept() {
    let text = format!("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n{}", schema(&field("1:1", "F1", "Größe", "text", "")));
    let latin: Vec<u8> = text.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap()).collect();
    let mut document = import(&[File { name: "a.xml", bytes: &latin }]).unwrap().document;
    assert_eq!(export(&document, form(&document).id).unwrap().bytes, latin);
    change_field(&mut document, "antrag.groesse", |field| field.name = "Größe → Länge".to_owned());
    let bytes = export(&document, form(&document).id).unwrap().bytes;
    let again = import(&[File { name: "a.xml", bytes: &bytes }]).unwrap().document;
    assert_eq!(again.fields.values().next().unwrap().name, "Größe → Länge");
}

#[test]
fn after_taking_it_up_elsewhere_it_is_the_same_too() {
    // As `edit` does it: identities move up, keys may change.
    let mut document = real().document;
    let object = document.objects.keys().next().unwrap();
    document.objects.get_mut(object).unwrap().key = "antrag7".to_owned();
    assert_eq!(export_of(&document).1, [What::Unchanged]);
}

#[test]
fn names_labels_and_help_are_written_at_their_place() {
    let (new, gone, notes) = changed(|document| {
        change_field(document, EMPLOYER, |field| field.name = "Firma & Sitz".to_owned());
        change_shown(document, EMPLOYER, |field| field.help = "Wie im Register.".to_owned());
    });
    assert_eq!(new, ["<xdf:name>Firma &amp; Sitz</xdf:name>", "<xdf:hilfetextEingabe>Wie im Register.</xdf:hilfetextEingabe>"]);
    assert_eq!(gone.len(), 2);
    assert_eq!(notes, [What::Rewritten]);
    let (new, gone, _) = changed(|document| change_shown(document, EMPLOYER, |field| field.label = "Name der Firma".to_owned()));
    assert_eq!(new, ["<xdf:bezeichnungEingabe>Name der Firma</xdf:bezeichnungEingabe>"]);
    assert_eq!(gone, ["<xdf:bezeichnungEingabe>Eingetragener Name</xdf:bezeichnungEingabe>"]);
}

#[test]
fn a_building_block_changes_at_all_its_places() {
    let street = "benachrichtigung.arbeitgeber.anschriftInland.anschriftInlandStrassenanschrift.strasse";
    let (new, _, _) = changed(|document| change_field(document, street, |field| field.name = "Straße und Platz".to_owned()));
    let (name, label) = ("<xdf:name>Straße und Platz</xdf:name>", "<xdf:bezeichnungEingabe>Straße und Platz</xdf:bezeichnungEingabe>");
    assert_eq!(new, [name, label, name, label], "a label that was the name follows it");
}

#[test]
fn titles_of_pages_and_groups_are_written() {
    let (new, gone, _) = changed(|document| {
        let id = form(document).id;
        let form = document.forms.get_mut(id).unwrap();
        form.pages[0].title = "Arbeitgeber".to_owned();
        let ElementKind::Group(group) = &mut form.pages[0].elements[3].kind else { panic!() };
        group.title = "Wen können wir fragen?".to_owned();
        group.help = "Nur eine Person.".to_owned();
    });
    assert_eq!(
        new,
        [
            "<xdf:bezeichnungEingabe>Arbeitgeber</xdf:bezeichnungEingabe>",
            "<xdf:bezeichnungEingabe>Wen können wir fragen?</xdf:bezeichnungEingabe>",
            "<xdf:hilfetextEingabe>Nur eine Person.</xdf:hilfetextEingabe>",
        ]
    );
    assert_eq!(gone.len(), 4, "two labels, and an empty help of two tags");
}

#[test]
fn cardinality_is_written_at_the_position() {
    let (new, gone, _) = changed(|document| {
        change_shown(document, EMPLOYER, |field| field.is_required = false);
        change_shown(document, "benachrichtigung.beschaeftigungsverhaeltnisFrauSonstiges", |field| field.is_required = true);
    });
    assert_eq!((new.len(), gone.len()), (0, 0), "one more 0:1, one more 1:1");
    let document = {
        let mut document = real().document;
        change_shown(&mut document, EMPLOYER, |field| field.is_required = false);
        import_text(&export_of(&document).0).document
    };
    assert!(!form(&document).fields().next().unwrap().1.is_required);
}

#[test]
fn bounds_keep_what_is_not_known_of_them() {
    let year = "benachrichtigung.persoenlicheInformationen.geburtsdatum.jahr";
    let (new, _, notes) = changed(|document| {
        change_field(document, year, |field| {
            field.constraints.minimum = "1900".to_owned();
            field.constraints.maximum = "today().year".to_owned();
        });
    });
    assert_eq!(new, [r#"<xdf:praezisierung>{"maxValue":"2080","minValue":"1900"}</xdf:praezisierung>"#]);
    assert_eq!(notes, [What::NotExpressible(Matter::Bound), What::Rewritten]);
}

#[test]
fn laws_are_taken_out_and_put_behind() {
    let night = "benachrichtigung.informationen.nachtarbeit";
    let (new, gone, _) = changed(|document| {
        change_field(document, night, |field| {
            field.legal_bases.remove(1);
            let (law, paragraph) = ("ArbZG".to_owned(), "§ 6".to_owned());
            field.legal_bases.push(LegalBasis { law, paragraph, link: String::new() });
        });
    });
    assert_eq!(gone, ["<xdf:bezug>§ 5 MuSchG; § 27 (1) MuSchG; § 28 MuSchG</xdf:bezug>"]);
    assert_eq!(new, ["<xdf:bezug>§ 5 MuSchG; § 28 MuSchG; § 6 ArbZG</xdf:bezug>"]);
    // Days of versions, which the document does not have, stay at the references that stay.
    let city = "benachrichtigung.arbeitgeber.anschriftInland.anschriftInlandStrassenanschrift.ort";
    let (new, _, _) = changed(|document| change_field(document, city, |field| drop(field.legal_bases.remove(1))));
    assert!(new[0].starts_with("<xdf:bezug>§ 5 (2) Nr. 9 PAuswG vom 21.6.2019; Tabelle 11 BSI"), "{new:?}");
}

#[test]
fn rules_are_changed_and_taken_out() {
    let rule = |document: &mut Document, id: &str, change: &mut dyn FnMut(&mut Vec<FormRule>, usize)| {
        let form = form(document).id;
        let rules = &mut document.forms.get_mut(form).unwrap().rules;
        let at = rules.iter().rposition(|rule| rule.fim_id == id).unwrap();
        change(rules, at);
    };
    let (new, gone, notes) = changed(|document| {
        rule(document, "R60000019", &mut |rules, at| rules[at].wording = "Eins von beiden.".to_owned());
        rule(document, "R00000849", &mut |rules, at| drop(rules.remove(at)));
    });
    assert_eq!(new, ["<xdf:definition>Eins von beiden.</xdf:definition>"], "only at the place that was changed");
    assert!(gone.iter().any(|line| line == "<xdf:id>R00000849</xdf:id>"));
    assert_eq!(notes, [What::Rewritten, What::Removed]);
    let (new, _, notes) = changed(|document| {
        rule(document, "R60000019", &mut |rules, at| {
            let mut own = FormRule::new(FormElementId(9999), "Eigene Regel");
            own.then = Some(Consequence::Message);
            rules.insert(at, own);
            rules[0].then = Some(Consequence::ExactlyOne);
        });
    });
    assert_eq!((new, notes), (Vec::new(), vec![What::RulesWithoutNumber(1), What::Unchanged].into_iter().rev().collect::<Vec<_>>()));
}

#[test]
fn what_is_gone_and_what_is_new() {
    let mut document = real().document;
    let phone = field_id(&document, "benachrichtigung.arbeitgeber.kommunikation.telefax");
    let object = document.fields.get(phone).unwrap().object;
    document.objects.get_mut(object).unwrap().fields.retain(|field| *field != phone);
    document.fields.remove(phone);
    let id: DataFieldId = document.new_id();
    let mut field = DataField::new(id, object, "website", "Website", FieldKind::Text);
    field.constraints.max_length = Some(200);
    document.fields.insert(id, field);
    let person: DataFieldId = document.new_id();
    document.fields.insert(person, DataField::new(person, object, "wer", "Wer", FieldKind::Person));
    document.objects.get_mut(object).unwrap().fields.extend([id, person]);
    let exported = export(&document, form(&document).id).unwrap();
    let whats: Vec<(&str, &What)> = exported.report.iter().map(|note| (note.at.name.as_str(), &note.what)).collect();
    assert_eq!(
        whats,
        [
            ("Telefax", &What::Removed),
            ("Website", &What::AddedWithNumber("F99000001".to_owned())),
            ("Wer", &What::NotExpressible(Matter::Kind))
        ]
    );
    let again = import_text(std::str::from_utf8(&exported.bytes).unwrap()).document;
    let website = again.fields.get(field_id(&again, "benachrichtigung.arbeitgeber.kommunikation.website")).unwrap();
    assert_eq!((website.kind, website.constraints.max_length), (FieldKind::Text, Some(200)));
    assert!(again.find_path("benachrichtigung.arbeitgeber.kommunikation.telefax").is_none());
    assert!(again.find_path("benachrichtigung.arbeitgeber.kommunikation.telefon").is_some());
}

#[test]
fn version_3_is_written_as_version_3() {
    let mut document = try_import(&["xdatenfelder/tests/v3-data/simple.xml"]).unwrap().document;
    let street = "anschriftInland.anschriftInlandStrassenanschrift.strasse";
    change_field(&mut document, street, |field| {
        field.constraints.max_length = Some(60);
        field.legal_bases =
            vec![LegalBasis { law: "BMG".to_owned(), paragraph: "§ 3".to_owned(), link: "https://example.org/bmg".to_owned() }];
    });
    let object = document.fields.get(field_id(&document, street)).unwrap().object;
    let id: DataFieldId = document.new_id();
    let mut file = DataField::new(id, object, "nachweis", "Nachweis", FieldKind::File);
    file.fim_id = "F60000000999".to_owned();
    document.fields.insert(id, file);
    document.objects.get_mut(object).unwrap().fields.push(id);
    let (text, notes) = export_of(&document);
    assert!(text.contains("<xdf:praezisierung minLength=\"1\" maxLength=\"60\"/>"), "{text}");
    assert!(text.contains("<xdf:bezug link=\"https://example.org/bmg\">§ 3 BMG</xdf:bezug>"));
    assert_eq!(notes, [What::Rewritten, What::Added]);
    let again = import_text(&text).document;
    let new = again.fields.get(field_id(&again, "anschriftInland.anschriftInlandStrassenanschrift.nachweis")).unwrap();
    assert_eq!((new.kind, new.fim_id.as_str()), (FieldKind::File, "F60000000999"));
}

#[test]
fn codes_in_the_field_and_references_are_written() {
    let inside = "<x:feldart><code>select</code></x:feldart><x:datentyp><code>text</code></x:datentyp>\n\
                  <x:werte><x:wert><x:code>1</x:code><x:name>eins</x:name></x:wert></x:werte>\n";
    let mut document = import_text(&schema(&position("1:1", &block("datenfeld", "F1", "Wahl", inside)))).document;
    let list = document.code_lists.keys().next().unwrap();
    document.code_lists.get_mut(list).unwrap().entries.push(CodeEntry::new("2", "zwei"));
    let (text, _) = export_of(&document);
    let again = import_text(&text).document;
    assert_eq!(again.code_lists.values().next().unwrap().entries.len(), 2);
    let (new, gone, _) = changed(|document| {
        let list = document.code_lists.values().find(|list| list.version == "2020-02-06").unwrap().id;
        document.code_lists.get_mut(list).unwrap().version = "2026-01-01".to_owned();
    });
    assert!(new.contains(
        &"<xdf:canonicalVersionUri>urn:de:fim:codeliste:statusfrauschwangerstillend_2026-01-01</xdf:canonicalVersionUri>".to_owned()
    ));
    assert!(gone.contains(&"<xdf:version>2020-02-06</xdf:version>".to_owned()));
}

#[test]
fn what_was_not_imported_is_not_written() {
    let mut document = Document::empty("leer", "Leer");
    assert_eq!(export(&document, FormId(7)).unwrap_err(), ExportError::NotThere);
    let id: FormId = document.new_id();
    let page = Page::new(document.new_id(), "Seite");
    document.forms.insert(id, Form::new(id, "formular", "Formular", vec![page]));
    assert_eq!(export(&document, id).unwrap_err(), ExportError::NotImported);
}
