//! Back to XDatenfelder: what was imported is written again, and only what differs now is changed in it.
//!
//! The kept file is imported a second time. What that gives is compared with the document, data field by data field along the paths
//! from the case object, and each difference is written into the text of the file at its place. Nothing else is touched: without
//! differences the bytes are the same.
//!
//! - Positions stand in the order of the form, or of the data where only that was changed. What was moved takes its text along; what is
//!   new is drafted with a provisional number.
//! - Texts to read, hidden and locked fields, titles, helps, how often something is there, bounds, laws and the words of rules are
//!   compared at each place.
//! - What the standard has no words for, such as groups that are in the form only, is noted and not written.

mod block;
mod drafts;
mod fields;
mod numbers;
mod order;
mod pairs;
mod parts;
mod rules;
mod shown;
mod texts;
mod unsaid;
mod writer;

use super::super::{At, Note, Unfit, What, xml};
use super::importing::import_text;
use super::standard::{schema, version};
use crate::model::{Document, Form, FormId, SourceFormat};
use pairs::Side;
use writer::Writer;

/// A form as it was written.
#[derive(Clone, Debug)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// Which version of the standard it is.
    pub format: SourceFormat,
    /// What was changed in it, and what could not be written.
    pub report: Vec<Note>,
}

/// Why a form cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// There is no such form.
    NotThere,
    /// It was not imported, or its file was not kept.
    NotImported,
    /// The kept file cannot be read any more.
    Source(Unfit),
}

/// Writes a form that was imported, in the version of the file from which it came.
pub fn export(document: &Document, form: FormId) -> Result<Exported, ExportError> {
    let form = document.forms.get(form).ok_or(ExportError::NotThere)?;
    let source = form.source.and_then(|source| document.sources.get(source)).ok_or(ExportError::NotImported)?;
    let (text, report) = write(document, form, &source.text).map_err(ExportError::Source)?;
    Ok(Exported { bytes: xml::encode(text), format: source.format, report })
}

fn write(document: &Document, form: &Form, text: &str) -> Result<(String, Vec<Note>), Unfit> {
    let root = xml::read(text).map_err(Unfit::Xml)?;
    let format = version(&root)?;
    let block = schema(&root)?;
    let before = import_text("", text, &[])?.document;
    let Some(old_form) = before.forms.values().next() else { return Err(Unfit::NoSchema) };
    let old = Side::new(&before, old_form);
    let new = Side::new(document, form);
    let mut writer = Writer::new(text, &root, format);
    writer.schema(block, &old, &new);
    let mut notes = moved(writer.notes);
    if writer.edits.is_empty() {
        notes.insert(0, Note::new(&block.id(), &block.name(), What::Unchanged));
    }
    Ok((writer.edits.finish(), notes))
}

/// What was taken out at one place and put in at another was moved.
fn moved(notes: Vec<Note>) -> Vec<Note> {
    let is_said = |at: &At, what: What| !at.id.is_empty() && notes.iter().any(|note| note.at.id == at.id && note.what == what);
    let is_moved = |note: &Note| is_said(&note.at, What::Removed) && is_said(&note.at, What::Added);
    let moved = |note: &Note| match note.what {
        What::Removed if is_moved(note) => None,
        What::Added if is_moved(note) => Some(Note { what: What::Moved, at: note.at.clone() }),
        _ => Some(note.clone()),
    };
    notes.iter().filter_map(moved).collect()
}
