//! Project folders in and out: the template, the skeleton, filled-in forms, a form with every kind of field, native models.

mod comparer;
mod folders;
mod forms;
mod lists;
mod marks;
mod scripts;
mod template;
mod texts;

use super::*;
use crate::exchange::{File, Imported, import};
use crate::model::{Document, violations};
use std::path::Path;

/// The files of a folder of `tests/data/ozg-hub`, by their paths in it.
fn folder(name: &str) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/ozg-hub").join(name);
    let mut found = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, std::fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn imported(files: &[(String, Vec<u8>)]) -> Imported {
    let given: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let imported = import(&given).unwrap();
    assert_eq!(violations(&imported.document), []);
    imported
}

/// A project with one form of this text.
fn form(text: &str) -> Imported {
    imported(&[("forms/Stadt_Antrag-v1.0-de.json".to_owned(), text.as_bytes().to_vec())])
}

/// The text of an exported file.
fn text(exported: &Exported, path: &str) -> String {
    let (_, bytes) = exported.files.iter().find(|(name, _)| name == path).unwrap_or_else(|| panic!("{path}"));
    String::from_utf8(bytes.clone()).unwrap()
}

fn exported(document: &Document) -> Exported {
    export(document, None)
}
