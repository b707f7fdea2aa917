//! A procedure and the library of its settings: read together, in any order, and written each into its own file.

use super::super::{Given, data, export, import};
use super::{exported, imported};
use crate::exchange::{Files, Imported, Target, What, import as import_files};
use crate::model::{Document, Subject};

const SETTINGS: &str = "<ns2:Bibliothek Schluessel=\"Stadt\" Rubrik=\"Vorgangseinstellungdefinition\" Version=\"2.5\" xmlns:ns2=\"\">\
    <Metadatendefinition><EsIndexing>true</EsIndexing><Objekt Name=\"Konfiguration\" Datentyp=\"OBJECT\">\
    <Metadatenfeld Name=\"satz\" Datentyp=\"INTEGER\"><Zahlenfeld><Darstellung>Sichtbar</Darstellung><Titel Standard=\"Steuersatz\"/></Zahlenfeld>\
    <Standardwert>120</Standardwert></Metadatenfeld>\
    <Metadatenfeld Name=\"an\" Datentyp=\"BOOLEAN\"><JaNeinFeld><Titel Standard=\"Angeschlossen\"/></JaNeinFeld></Metadatenfeld>\
    </Objekt></Metadatendefinition></ns2:Bibliothek>";
const PROCEDURE: &str = "<ns2:Bibliothek Schluessel=\"Hund\" Rubrik=\"Vorgangsdefinition\" Version=\"2.5\" xmlns:ns2=\"\"><Vorgang>\
    <Name Standard=\"Hund\"/><Erfassungsworkflow Id=\"1\"><Startelement Id=\"2\"><Active>true</Active>\
    <Entscheidungselement Id=\"3\"><Active>true</Active><Entscheidungszweig Id=\"4\"><Active>true</Active>\
    <Ausdruck><Ausdruck>VE.Stadt.satz = \"120\" AND VE.Stadt.an</Ausdruck></Ausdruck></Entscheidungszweig></Entscheidungselement>\
    </Startelement></Erfassungsworkflow></Vorgang></ns2:Bibliothek>";

fn together(files: [(&str, &str); 2]) -> Imported {
    import(&files.map(|(name, text)| Given { name, text })).unwrap()
}

fn written(document: &Document) -> Vec<(String, String)> {
    let text = |(name, bytes): (String, Vec<u8>)| (name, String::from_utf8(bytes).unwrap());
    export(document).unwrap().files.into_iter().map(text).collect()
}

fn missing(report: &[crate::exchange::Note]) -> Vec<&Vec<String>> {
    let names = |note: &'_ crate::exchange::Note| matches!(note.what, What::CiventoData(data::Remark::SettingsMissing(_)));
    let found = report.iter().filter(|note| names(note));
    found
        .filter_map(|note| if let What::CiventoData(data::Remark::SettingsMissing(names)) = &note.what { Some(names) } else { None })
        .collect()
}

#[test]
fn in_any_order_the_procedure_speaks_of_the_settings() {
    for files in [[("h.xml", PROCEDURE), ("s.xml", SETTINGS)], [("s.xml", SETTINGS), ("h.xml", PROCEDURE)]] {
        let Imported { document, report } = together(files);
        assert_eq!(crate::model::violations(&document), []);
        let settings: Vec<(&str, &str)> = document.settings.values().map(|it| (it.name.as_str(), it.default_value.as_str())).collect();
        assert_eq!(settings, [("Steuersatz", "120"), ("Angeschlossen", "")]);
        let conditions: Vec<&str> = document.flows.values().map(|flow| flow.condition.as_str()).filter(|text| !text.is_empty()).collect();
        assert_eq!(conditions, ["(einstellungen.satz = 120) = true and einstellungen.an = true"]);
        assert!(missing(&report).is_empty());
        assert_eq!(written(&document), [("s.xml".to_owned(), SETTINGS.to_owned()), ("h.xml".to_owned(), PROCEDURE.to_owned())]);
    }
}

#[test]
fn a_change_goes_into_the_file_that_it_is_about() {
    let mut document = together([("h.xml", PROCEDURE), ("s.xml", SETTINGS)]).document;
    let setting = document.settings.keys().next().unwrap();
    document.settings.get_mut(setting).unwrap().default_value = "150".to_owned();
    assert_eq!(written(&document), [("s.xml".to_owned(), SETTINGS.replace(">120<", ">150<")), ("h.xml".to_owned(), PROCEDURE.to_owned())]);
    let mut document = together([("h.xml", PROCEDURE), ("s.xml", SETTINGS)]).document;
    let way = document.origins.iter().find(|(_, origin)| origin.id == "4").map(|(subject, _)| subject).unwrap();
    let Subject::Flow(way) = way else { panic!() };
    document.flows.get_mut(way).unwrap().condition = "einstellungen.an = true".to_owned();
    let changed = PROCEDURE.replace("VE.Stadt.satz = \"120\" AND VE.Stadt.an", "VE.Stadt.an");
    assert_eq!(written(&document), [("s.xml".to_owned(), SETTINGS.to_owned()), ("h.xml".to_owned(), changed)]);
}

#[test]
fn what_is_missing_is_named_when_the_procedure_comes_alone() {
    let imported = imported(PROCEDURE);
    assert_eq!(missing(&imported.report), [&vec!["VE.Stadt.satz".to_owned(), "VE.Stadt.an".to_owned()]]);
    assert_eq!(exported(&imported.document), PROCEDURE);
}

#[test]
fn the_studio_takes_both_files_and_writes_a_folder() {
    let files = [("h.xml", PROCEDURE), ("s.xml", SETTINGS)].map(|(name, text)| crate::exchange::File { name, bytes: text.as_bytes() });
    let document = import_files(&files).unwrap().document;
    assert!(Target::Civento.is_folder(&document));
    let written = crate::exchange::export(&document, Target::Civento).unwrap();
    let Files::Folder(files) = written.files else { panic!() };
    assert_eq!(files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["s.xml", "h.xml"]);
    let two = [("a.xml", PROCEDURE), ("b.xml", PROCEDURE)].map(|(name, text)| crate::exchange::File { name, bytes: text.as_bytes() });
    assert_eq!(import_files(&two).unwrap_err().file, "b.xml");
}
