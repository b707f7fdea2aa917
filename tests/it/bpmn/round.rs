//! Files in, changed by commands, and out again: only that is otherwise which was changed.

use super::facts::differences;
use dienstweg::exchange::bpmn::export;
use dienstweg::exchange::{File, import, xml};
use dienstweg::model::{Document, undrawn, violations};
use std::path::{Path, PathBuf};

/// A file below `tests/data`.
pub fn file(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(path)).unwrap()
}

/// The document of a file.
pub fn read(bytes: &[u8]) -> Document {
    let document = import(&[File { name: "x.bpmn", bytes }]).unwrap().document;
    assert_eq!((violations(&document), undrawn(&document)), (Vec::new(), Vec::new()));
    document
}

/// All files in BPMN below a folder.
pub fn files(folder: &str) -> Vec<PathBuf> {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(folder)];
    let mut found = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| ending == "bpmn") {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn what_nobody_changed_comes_out_to_the_letter() {
    for folder in ["miwg", "fim", "control-flow", "ozg-hub"] {
        let files = files(folder);
        assert!(!files.is_empty());
        for path in files {
            let bytes = std::fs::read(&path).unwrap();
            assert_eq!(export(&read(&bytes)).bytes, bytes, "{}", path.display());
        }
    }
}

/// The text of a file.
pub fn text(bytes: &[u8]) -> String {
    xml::decode(bytes).unwrap()
}

#[test]
fn the_document_alone_gives_back_all_that_it_took() {
    // Without the kept text: what the studio itself writes of a file is read as the same document.
    for path in ["miwg", "fim", "bpmn", "control-flow", "ozg-hub"].into_iter().flat_map(files) {
        let mut document = read(&std::fs::read(&path).unwrap());
        (document.sources, document.origins) = Default::default();
        let first = text(&export(&document).bytes);
        let again = read(first.as_bytes());
        assert_eq!(super::schema::faults(&first), Vec::<String>::new(), "{}", path.display());
        super::native::same(&super::native::said(&again), &super::native::said(&document), &path.display().to_string());
        let second = text(&export(&again).bytes);
        assert_eq!(differences(&first, &second), (Vec::new(), Vec::new()), "{}", path.display());
    }
}
