//! From a message to a document: the packed model becomes the flow, and what the message says is put to it.

use super::super::{ImportError, Imported, Note, Unfit, What, bpmn, xml};
use super::message::{Message, Model, Unread, unpack_model};
use super::{Remark, groups, kept, link, profile, steps};
use crate::model::{self, Document, NodeId, Orientation, Source, SourceFormat, SourceId, Subject, free_key};
use std::collections::BTreeMap;

/// A schema that was given with the message, already taken in, and the ids by which a process may name it.
pub(in crate::exchange) struct Schema {
    pub imported: Imported,
    pub ids: Vec<String>,
}

/// A document of a message, with the form of the schema, if there is one.
pub(in crate::exchange) fn import(
    file: &str,
    text: &str,
    root: &xml::Element<'_>,
    schema: Option<Schema>,
) -> Result<Imported, ImportError> {
    let unfit = |unfit| ImportError { file: file.to_owned(), unfit };
    let message = Message::of(root).map_err(unfit)?;
    let (base, mut schema_notes, ids) = match schema {
        Some(schema) => (Some(schema.imported.document), schema.imported.report, schema.ids),
        None => (None, Vec::new(), Vec::new()),
    };
    let mut notes = Vec::new();
    let mut imported = flow(file, &message, base.unwrap_or_else(|| Document::empty("", "")), &mut notes)?;
    let nodes = nodes(&imported);
    let document = &mut imported.document;
    let source = keep(document, file, text, &mut notes);
    profile::apply(document, &message);
    groups::apply(document, &message, nodes, &mut notes);
    let participants = profile::participants(document, &message, source);
    let counted = [(document.nodes.values().filter(|node| node.details.fim.is_some()).count(), Remark::Groups as fn(usize) -> Remark)];
    let counted = counted.into_iter().chain([(participants, Remark::Participants as fn(usize) -> Remark)]);
    let name = document.main().map(|main| main.name.clone()).unwrap_or_default();
    let summary = counted.filter(|(count, _)| *count > 0).map(|(count, remark)| Note::new("", &name, What::Xprozess(remark(count))));
    imported.report.extend(summary.collect::<Vec<_>>());
    imported.report.append(&mut schema_notes);
    imported.report.extend(link::link(&mut imported.document, &ids));
    imported.report.append(&mut notes);
    imported.report.extend(kept::notes(&message));
    Ok(imported)
}

/// The flow of the message: that of its model, else its steps one after the other.
fn flow(file: &str, message: &Message<'_>, base: Document, notes: &mut Vec<Note>) -> Result<Imported, ImportError> {
    let Some(content) = message.model() else {
        let steps = steps::document(base, message);
        if !steps.nodes.is_empty() {
            notes.push(Note::new("", "", What::Xprozess(Remark::NoModel)));
        }
        return Ok(Imported { document: steps, report: Vec::new() });
    };
    let refused = |file: String, unfit| ImportError { file, unfit };
    let Model { name, text, others } = unpack_model(content).map_err(|unread| match unread {
        Unread::Archive(fault) => refused(file.to_owned(), Unfit::Archive(fault)),
        Unread::File(name, fault) => refused(inside(file, &name), Unfit::Xml(fault)),
    })?;
    if others > 0 {
        notes.push(Note::new("", &name, What::Xprozess(Remark::OtherFiles(others))).line(content.position.line));
    }
    let within = |unfit| refused(inside(file, &name), unfit);
    let root = xml::read(&text).map_err(|fault| within(Unfit::Xml(fault)))?;
    if !bpmn::is_bpmn(&root) {
        return Err(within(Unfit::Foreign(root.name.qualified())));
    }
    let mut base = base;
    let source = (text.len() <= model::LONGEST_SOURCE).then(|| base.new_id());
    if let Some(id) = source {
        let key = free_key("modell", "modell", |key| base.sources.values().any(|source| source.key == key));
        let name = if name.is_empty() { file } else { &name };
        let (name, text, given) = (name.to_owned(), text.clone(), Default::default());
        base.sources.insert(id, Source { id, key, name, format: SourceFormat::Bpmn, text, given });
    }
    bpmn::import_onto(base, &root, source, Some(Orientation::Vertical)).map_err(within)
}

fn inside(file: &str, name: &str) -> String {
    if name.is_empty() { file.to_owned() } else { format!("{file} › {name}") }
}

/// The flow nodes by their ids in the model.
pub(super) fn nodes(imported: &Imported) -> BTreeMap<String, NodeId> {
    let document = &imported.document;
    let named = document.nodes.values().map(|node| {
        let origin = document.origins.get(Subject::Node(node.id)).map(|origin| origin.id.clone());
        (origin.unwrap_or_else(|| node.key.clone()), node.id)
    });
    named.collect()
}

/// Keeps the message in the document.
fn keep(document: &mut Document, file: &str, text: &str, notes: &mut Vec<Note>) -> Option<SourceId> {
    if text.len() > model::LONGEST_SOURCE {
        notes.push(Note::new("", file, What::FileTooLong));
        return None;
    }
    let id: SourceId = document.new_id();
    let key = free_key("xprozess", "quelle", |key| document.sources.values().any(|source| source.key == key));
    let (name, text, given) = (file.to_owned(), text.to_owned(), Default::default());
    let source = Source { id, key, name, format: SourceFormat::Xprozess, text, given };
    document.sources.insert(id, source);
    Some(id)
}
