//! Import and export of messages: the real one, small ones made for a question, and hostile archives.

mod archive;
mod facts;
mod real;
mod round;
mod small;

use super::archive::{Packed, pack};
use crate::exchange::{File, ImportError, Imported, Note, What, import};
use crate::model::{Document, FlowNode, violations};
use std::path::Path;

pub(super) const PROCESS: &str = "fim/99006028261000_xprozess.xml";
pub(super) const SCHEMA: &str = "fim/S00000094V1.0_xdf2.xml";

/// A file of `tests/data`.
fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(path)).unwrap()
}

fn try_import(files: &[(&str, Vec<u8>)]) -> Result<Imported, ImportError> {
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let imported = import(&files);
    if let Ok(imported) = &imported {
        assert_eq!(violations(&imported.document), []);
    }
    imported
}

/// These files of `tests/data` as one document.
#[track_caller]
fn imported(paths: &[&str]) -> Imported {
    let files: Vec<(&str, Vec<u8>)> = paths.iter().map(|path| (path.rsplit('/').next().unwrap(), bytes(path))).collect();
    try_import(&files).unwrap()
}

/// One file made for a question.
#[track_caller]
fn imported_text(text: &str) -> Imported {
    try_import(&[("a.xml", text.as_bytes().to_vec())]).unwrap()
}

/// What the report says that only `XProzess` has to say.
fn remarks(report: &[Note]) -> Vec<super::Remark> {
    let remark = |note: &Note| match &note.what {
        What::Xprozess(remark) => Some(remark.clone()),
        _ => None,
    };
    report.iter().filter_map(remark).collect()
}

#[track_caller]
fn step<'d>(document: &'d Document, name: &str) -> &'d FlowNode {
    document.nodes.values().find(|node| node.name == name && node.kind.is_activity()).unwrap()
}

/// A message with this process: Steckbrief, activity groups and the content of the model file.
fn message(profile: &str, groups: &str, model: &str) -> String {
    let model = if model.is_empty() {
        String::new()
    } else {
        format!("<x:prozessmodell><x:prozessmodelldatei><x:inhalt>{model}</x:inhalt></x:prozessmodelldatei></x:prozessmodell>")
    };
    format!(
        "<x:alleInhalte.export.0303 xmlns:x=\"http://www.regierung-mv.de/xprozess/2\"><x:prozessbibliothek><x:prozess>\
         <x:id>99001001001000</x:id><x:version>02.01.00</x:version><x:name>Antrag bearbeiten</x:name>\
         <x:prozesssteckbrief>{profile}</x:prozesssteckbrief><x:prozessstrukturbeschreibung><x:strukturbeschreibungFIM>{groups}\
         </x:strukturbeschreibungFIM></x:prozessstrukturbeschreibung>{model}</x:prozess></x:prozessbibliothek></x:alleInhalte.export.0303>"
    )
}

/// An activity group of this number.
fn group(number: u8, id: &str, step: &str, name: &str, rest: &str) -> String {
    format!(
        "<x:aktivitaetengruppe><x:referenzaktivitaetengruppeTyp><code>{number}</code></x:referenzaktivitaetengruppeTyp><x:id>{id}</x:id>\
         <x:subProzessID>{step}</x:subProzessID><x:name>{name}</x:name>{rest}</x:aktivitaetengruppe>"
    )
}

/// A model with a start, these steps one after the other, and an end; without picture.
fn model(steps: &[(&str, &str)]) -> String {
    let mut inside = "<startEvent id=\"start\"/>".to_owned();
    let mut last = "start";
    for (id, name) in steps {
        let flow = format!("<sequenceFlow id=\"to_{id}\" sourceRef=\"{last}\" targetRef=\"{id}\"/>");
        inside.extend(["<subProcess id=\"", id, "\" name=\"", name, "\"/>", &flow]);
        last = id;
    }
    format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">{inside}<endEvent id=\"ende\"/>\
         <sequenceFlow id=\"last\" sourceRef=\"{last}\" targetRef=\"ende\"/></process></definitions>"
    )
}

/// A model file, packed.
fn packed_file(bytes: &[u8]) -> String {
    pack(&[Packed { name: "modell.bpmn".to_owned(), bytes: bytes.to_vec() }]).unwrap()
}

/// The model, packed.
fn packed(steps: &[(&str, &str)]) -> String {
    packed_file(model(steps).as_bytes())
}
