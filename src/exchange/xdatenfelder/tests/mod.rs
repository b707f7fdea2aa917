//! Import and export of schemas: the real one, the fixtures of others, and small ones made for a question.

mod export;
mod fixtures;
mod meanings;
mod real;
mod round;
mod small;

use crate::exchange::{File, ImportError, Imported, import};
use crate::model::{Document, ElementKind, Form, FormElement, violations};
use std::path::Path;

/// A file of `tests/data`.
fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(path)).unwrap()
}

fn try_import(paths: &[&str]) -> Result<Imported, ImportError> {
    let files: Vec<(&str, Vec<u8>)> = paths.iter().map(|path| (*path, bytes(path))).collect();
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let imported = import(&files);
    if let Ok(imported) = &imported {
        assert_eq!(violations(&imported.document), []);
    }
    imported
}

/// The real schema S00000094 with its four code lists.
fn real() -> Imported {
    let lists = ["C00000020", "C00000021", "C60000006", "C60000020"].map(|id| format!("fim/{id}_genericode.xml"));
    let mut paths = vec!["fim/S00000094V1.0_xdf2.xml"];
    paths.extend(lists.iter().map(String::as_str));
    try_import(&paths).unwrap()
}

/// A schema of version 2 with these positions in it.
fn schema(positions: &str) -> String {
    format!(
        "<x:xdatenfelder.stammdatenschema.0102 xmlns:x=\"urn:xoev-de:fim:standard:xdatenfelder_2\">\n<x:stammdatenschema>\n\
         <x:identifikation><x:id>S1</x:id><x:version>1.2</x:version></x:identifikation><x:name>Antrag</x:name>\n{positions}\n\
         </x:stammdatenschema>\n</x:xdatenfelder.stammdatenschema.0102>"
    )
}

fn block(kind: &str, id: &str, name: &str, inside: &str) -> String {
    format!(
        "<x:{kind}><x:identifikation><x:id>{id}</x:id><x:version>1.0</x:version></x:identifikation><x:name>{name}</x:name>{inside}</x:{kind}>"
    )
}

fn position(cardinality: &str, block: &str) -> String {
    format!("<x:struktur><x:anzahl>{cardinality}</x:anzahl><x:bezug/><x:enthaelt>{block}</x:enthaelt></x:struktur>\n")
}

/// A position with a field of this kind.
fn field(cardinality: &str, id: &str, name: &str, kind: &str, more: &str) -> String {
    let inside = format!("<x:feldart><code>input</code></x:feldart><x:datentyp><code>{kind}</code></x:datentyp>{more}");
    position(cardinality, &block("datenfeld", id, name, &inside))
}

/// A position with a group.
fn group(cardinality: &str, id: &str, name: &str, inside: &str) -> String {
    position(cardinality, &block("datenfeldgruppe", id, name, inside))
}

fn import_text(text: &str) -> Imported {
    let imported = import(&[File { name: "schema.xml", bytes: text.as_bytes() }]).unwrap();
    assert_eq!(violations(&imported.document), []);
    imported
}

fn form(document: &Document) -> &Form {
    document.forms.values().next().unwrap()
}

fn path(document: &Document, element: &FormElement) -> String {
    match &element.kind {
        ElementKind::Field(field) => document.path_text(&field.data).unwrap(),
        ElementKind::Group(group) => match &group.repeat {
            Some(repeat) => format!("[{}] {}", group.title, document.path_text(&repeat.list).unwrap()),
            None => format!("[{}]", group.title),
        },
        ElementKind::StaticText(text) => format!("\"{text}\""),
        _ => String::new(),
    }
}
