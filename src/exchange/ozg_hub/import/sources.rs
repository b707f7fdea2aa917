//! Keeps every file of the project that is text.

use super::super::folder::{self, Role};
use super::super::remark::Remark;
use super::{Importing, TextFile, note};
use crate::exchange::{What, xml};
use crate::model::{LONGEST_SOURCE, Source, SourceFormat, SourceId};

/// Keeps the files and gives back their texts. Files that no other part of the import reads are said to be kept.
pub(super) fn keep(importing: &mut Importing, files: &[(&str, &[u8])]) -> Vec<TextFile> {
    let mut found = Vec::new();
    let mut scripts = 0;
    for (path, bytes) in files {
        let role = folder::role(path);
        let text = if role == Role::Model { model(bytes) } else { text(bytes) };
        let Some(text) = text else {
            importing.notes.push(note("", "", Remark::NoText).file(path));
            continue;
        };
        match role {
            Role::Script { .. } => scripts += 1,
            Role::Other => importing.notes.push(note("", "", Remark::FileKept).file(path)),
            _ => {}
        }
        let source = source(importing, path, &text);
        found.push(TextFile { path: (*path).to_owned(), text, source });
    }
    if scripts > 0 {
        importing.notes.push(note("", "", Remark::Scripts(scripts)));
    }
    found
}

/// A model in its own encoding; one that names an unknown one is kept as text if it is that.
fn model(bytes: &[u8]) -> Option<String> {
    xml::decode(bytes).ok().or_else(|| text(bytes).filter(|text| xml::encode(text) == *bytes))
}

fn text(bytes: &[u8]) -> Option<String> {
    std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0')).map(str::to_owned)
}

/// The place where a file is kept: the model may be there already.
fn source(importing: &mut Importing, path: &str, text: &str) -> Option<SourceId> {
    let document = &mut importing.document;
    if text.len() > LONGEST_SOURCE {
        importing.notes.push(crate::exchange::Note::new("", path, What::FileTooLong).file(path));
        return None;
    }
    let own = document.sources.values().find(|source| source.format == SourceFormat::Bpmn && source.name == path).map(|source| source.id);
    let id: SourceId = own.unwrap_or_else(|| document.new_id());
    let key = importing.data.source_keys.take(path, "datei");
    let (name, text, given) = (path.to_owned(), text.to_owned(), Default::default());
    let source = Source { id, key, name, format: SourceFormat::OzgHub, text, given };
    document.sources.insert(id, source);
    Some(id)
}
