//! Any project folder is imported or refused; unchanged it gives the same files, and what is written after a change, or anew, can be read
//! again.
//!
//! The bytes are files with zero bytes between them, told apart by how they begin: `<` is a model, `{` a form; others have a letter in
//! front ([`path`]).
#![no_main]

use dienstweg::exchange::ozg_hub::Platform;
use dienstweg::exchange::{Exported, File, Files, Imported, Target};
use dienstweg::model::Document;
use dienstweg_fuzz::{changed, native, taken, written};
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;

fuzz_target!(|bytes: &[u8]| {
    let files: BTreeMap<&str, &[u8]> = bytes.split(|byte| *byte == 0).filter_map(path).collect();
    // What is no text is not kept, as the report says.
    let files = files.into_iter().filter(|(_, bytes)| std::str::from_utf8(bytes).is_ok());
    let files: Vec<(String, Vec<u8>)> = files.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
    let Some(imported) = read(&files) else { return };
    let again = folder(&imported.document, None);
    assert_eq!(again.len(), files.len());
    for (file, again) in files.iter().zip(&again) {
        assert!(file == again, "{}", String::from_utf8_lossy(&again.1));
    }
    let platform = (bytes.len() % 2 == 0).then_some(Platform::ServiceBw);
    for document in [changed(&imported.document, bytes.len()), Some(native(&imported.document))].into_iter().flatten() {
        let files = folder(&document, platform);
        assert!(read(&files).is_some());
    }
});

/// The path of a file and what is in it.
fn path(bytes: &[u8]) -> Option<(&'static str, &[u8])> {
    let (letter, rest) = bytes.split_first()?;
    Some(match letter {
        b'<' => ("models/a.bpmn", bytes),
        b'{' => ("forms/Stadt_A-v1.0-de.json", bytes),
        b'e' => ("forms/Stadt_A-v1.0-en.json", rest),
        b'f' => ("forms/Stadt_B-v1.0-de.json", rest),
        b's' => ("scripts/a/t.groovy", rest),
        b'p' => ("parameterdefinitions/a.json", rest),
        b'm' => ("metadata/metadata.json", rest),
        b'c' => ("config/project.json", rest),
        _ => ("README.md", rest),
    })
}

fn read(files: &[(String, Vec<u8>)]) -> Option<Imported> {
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    taken(&files)
}

fn folder(document: &Document, platform: Option<Platform>) -> Vec<(String, Vec<u8>)> {
    match written(document, Target::OzgHub(platform)) {
        Some(Exported { files: Files::Folder(files), .. }) => files,
        other => panic!("{other:?}"),
    }
}
