//! Bibliothek 2.5, the file in which civento keeps procedures and settings: nested blocks, a data model with widgets, and expressions of its
//! own.
//!
//! - `flow` reads workflows into processes and writes processes as workflows.
//! - `words` is what expressions speak of.
//!
//! The outermost element binds a prefix to nothing, which XML forbids; it is read all the same, and kept as it was.

pub mod data;
mod export;
pub mod expression;
mod fitting;
mod flow;
mod marks;
mod reading;
mod remark;
mod speech;
mod standard;
#[cfg(test)]
mod tests;
mod whole;
mod words;

pub(super) use export::sources;
pub use export::{Exported, export};
pub use remark::Remark;

use super::{ImportError, Imported, Note, Unfit, What, xml};
use crate::layout::auto::{Extent, lay_out};
use crate::layout::progress::Progress;
use crate::model::{Document, LONGEST_SOURCE, Source, SourceFormat, SourceId, free_key_among};
use reading::Reading;
use standard::{LIBRARY, PROCEDURE, words_of};

/// Most workflows, steps, fields and objects that a library may have together.
const MOST_PARTS: usize = 10_000;

/// Whether the outermost element of a text is that of a library. Nothing else is looked at.
pub(super) fn is_meant(text: &str) -> bool {
    let mut rest = xml::unmarked(text).trim_start();
    loop {
        let end = if rest.starts_with("<?") {
            rest.find("?>").map(|at| at + 2)
        } else if rest.starts_with("<!--") {
            rest.find("-->").map(|at| at + 3)
        } else {
            break;
        };
        let Some(end) = end else { return false };
        rest = rest.get(end..).unwrap_or_default().trim_start();
    }
    let name = rest.strip_prefix('<').and_then(|tag| tag.split(|sign: char| sign.is_whitespace() || matches!(sign, '>' | '/')).next());
    name.is_some_and(|name| name.rsplit(':').next() == Some(LIBRARY))
}

/// A library as it was given.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given<'t> {
    /// The file's name.
    pub name: &'t str,
    /// What is in it.
    pub text: &'t str,
}

/// The document of a library, or of a procedure's with those of its settings, in any order: its data, and a process for each workflow, drawn.
///
/// # Errors
/// The file at fault: one is no XML, even where the illegal prefix is let pass, or no library, or a second procedure.
pub(super) fn import(files: &[Given<'_>]) -> Result<Imported, ImportError> {
    let mut imported = read(files)?;
    draw(&mut imported.document);
    Ok(imported)
}

/// As [`import`], without a picture.
fn read(files: &[Given<'_>]) -> Result<Imported, ImportError> {
    let unfit = |file: &Given<'_>, unfit| ImportError { file: file.name.to_owned(), unfit };
    let marked: Result<Vec<_>, _> =
        files.iter().map(|file| marks::marked(file.text).map_err(|fault| unfit(file, Unfit::Xml(fault)))).collect();
    let marked = marked?;
    let mut libraries = Vec::new();
    for (file, marked) in files.iter().zip(&marked) {
        let root = xml::read_tolerant(&marked.text).map_err(|fault| unfit(file, Unfit::Xml(fault)))?;
        if root.name.local != LIBRARY {
            return Err(unfit(file, Unfit::Foreign(root.name.qualified())));
        }
        if root.first(PROCEDURE).is_some() && libraries.iter().any(|(_, other): &(_, xml::Element<'_>)| other.first(PROCEDURE).is_some()) {
            return Err(unfit(file, Unfit::SecondProcess));
        }
        if standard::parts(&root) > MOST_PARTS {
            return Err(unfit(file, Unfit::TooManyParts(MOST_PARTS)));
        }
        libraries.push((file, root));
    }
    // The procedure comes last: it speaks of settings.
    libraries.sort_by_key(|(_, root)| root.first(PROCEDURE).is_some());
    let key = libraries.last().and_then(|(_, root)| root.attribute("Schluessel")).unwrap_or_default();
    let title = libraries.last().and_then(|(_, root)| root.first(PROCEDURE)).map(|it| words_of(it, "Name"));
    let title = title.filter(|it| !it.trim().is_empty()).unwrap_or_else(|| key.to_owned());
    let mut reading = Reading::new(Document::empty(&super::naming::short_key(key, "vorgang"), &title));
    for (file, root) in &libraries {
        let said = reading.notes.len();
        library(&mut reading, file, root, &title);
        let several = reading.notes.iter_mut().skip(said).filter(|_| files.len() > 1);
        several.for_each(|note| file.name.clone_into(&mut note.at.file));
    }
    Ok(Imported { document: reading.document, report: reading.notes })
}

/// Reads one library into the document.
fn library(reading: &mut Reading, file: &Given<'_>, root: &xml::Element<'_>, title: &str) {
    reading.source = keep(&mut reading.document, file.name, file.text);
    if has_empty_prefix(root) {
        reading.say(root, file.name, Remark::EmptyPrefix);
    }
    if file.text.len() > LONGEST_SOURCE {
        reading.notes.push(Note::new("", file.name, What::FileTooLong));
    }
    if let Some(procedure) = root.first(PROCEDURE) {
        reading.names().read_procedure(procedure);
        flow::read(reading, procedure, title);
        reading.fit_values();
        flow::answer_first(&mut reading.document);
        reading.names().say_counts();
    } else {
        reading.names().read_settings(root);
    }
    flow::say_library(reading, root);
}

/// Keeps the text of the file, unless it is too long.
fn keep(document: &mut Document, name: &str, text: &str) -> SourceId {
    let id: SourceId = document.new_id();
    let text = if text.len() > LONGEST_SOURCE { String::new() } else { text.to_owned() };
    let key = free_key_among("bibliothek", "bibliothek", document.sources.values().map(|source| source.key.as_str()));
    let (name, given) = (name.to_owned(), Default::default());
    document.sources.insert(id, Source { id, key, name, format: SourceFormat::Civento, text, given });
    id
}

fn has_empty_prefix(root: &xml::Element<'_>) -> bool {
    root.attributes.iter().any(|it| it.name.prefix == "xmlns" && it.value.is_empty())
}

/// Lays everything out.
fn draw(document: &mut Document) {
    // What cannot be laid out stays undrawn; the outline lists it all the same.
    if let Ok(plan) = lay_out(document, &Extent::Everything, None, &Progress::default()) {
        plan.shapes.iter().for_each(|(subject, shape)| document.diagram.shapes.insert(subject, shape.clone()));
        plan.edges.iter().for_each(|(subject, edge)| document.diagram.edges.insert(subject, edge.clone()));
    }
}
