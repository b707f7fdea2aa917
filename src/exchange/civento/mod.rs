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
mod flow;
mod marks;
mod reading;
mod remark;
mod speech;
mod standard;
#[cfg(test)]
mod tests;
mod words;

pub use export::{Exported, export};
pub use remark::Remark;

use super::{Imported, Note, Unfit, What, xml};
use crate::layout::auto::{Extent, lay_out};
use crate::layout::progress::Progress;
use crate::model::{Document, LONGEST_SOURCE, Source, SourceFormat, SourceId};
use reading::Reading;
use standard::{LIBRARY, PROCEDURE, words_of};

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

/// The document of a library: its data, and a process for each workflow, drawn.
///
/// # Errors
/// It is no XML, even where the illegal prefix is let pass, or no library.
pub(super) fn import(name: &str, text: &str) -> Result<Imported, Unfit> {
    let mut imported = read(name, text)?;
    draw(&mut imported.document);
    Ok(imported)
}

/// As [`import`], without a picture.
fn read(name: &str, text: &str) -> Result<Imported, Unfit> {
    let marked = marks::marked(text).map_err(Unfit::Xml)?;
    let root = xml::read_tolerant(&marked.text).map_err(Unfit::Xml)?;
    if root.name.local != LIBRARY {
        return Err(Unfit::Foreign(root.name.qualified()));
    }
    let procedure = root.first(PROCEDURE);
    let key = root.attribute("Schluessel").unwrap_or_default();
    let title = procedure.map(|it| words_of(it, "Name")).filter(|it| !it.trim().is_empty()).unwrap_or_else(|| key.to_owned());
    let mut document = Document::empty(&super::naming::short_key(key, "vorgang"), &title);
    let source = keep(&mut document, name, text);
    let mut reading = Reading::new(document, source);
    if has_empty_prefix(&root) {
        reading.say(&root, name, Remark::EmptyPrefix);
    }
    if text.len() > LONGEST_SOURCE {
        reading.notes.push(Note::new("", name, What::FileTooLong));
    }
    if let Some(procedure) = procedure {
        reading.names().read_procedure(procedure);
        flow::read(&mut reading, procedure, &title);
        reading.fit_values();
        flow::answer_first(&mut reading.document);
        reading.names().say_counts();
    } else {
        reading.names().read_settings(&root);
    }
    flow::say_library(&mut reading, &root);
    Ok(Imported { document: reading.document, report: reading.notes })
}

/// Keeps the text of the file, unless it is too long.
fn keep(document: &mut Document, name: &str, text: &str) -> SourceId {
    let id: SourceId = document.new_id();
    let text = if text.len() > LONGEST_SOURCE { String::new() } else { text.to_owned() };
    document.sources.insert(id, Source { id, key: "bibliothek".to_owned(), name: name.to_owned(), format: SourceFormat::Civento, text });
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
