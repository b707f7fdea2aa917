//! Ids for elements that have none of their own in the kept file: the picture and connections can speak only of what has one.

use super::super::super::xml::{Edits, Element};
use super::super::super::{Note, What};
use super::super::PATH;
use super::super::remark::Remark;
use super::super::standard::id;
use super::ids::{Ids, wanted};
use super::kept::Kept;
use super::rewriting::KeptFile;
use crate::model::{Document, Origin, SourceId, Subject};
use std::collections::BTreeMap;

/// A kept file in which every element of the document has an id, and both documents with these ids as origins.
pub(super) struct Given {
    pub text: String,
    pub document: Document,
    pub fresh: Document,
    /// Which elements got one.
    pub notes: Vec<Note>,
}

/// Gives the elements of the file ids, if it has some without and they are needed: something in the picture was changed, of which new and
/// rerouted connections are a part, or else an element could be taken for another.
pub(super) fn given(document: &Document, file: &KeptFile<'_>) -> Option<Given> {
    let mut subjects = paths(file.fresh, file.fresh_source);
    if subjects.is_empty() || document.diagram == file.fresh.diagram && !is_unclear(file.root, &subjects) {
        return None;
    }
    // What it is called now counts.
    subjects.extend(paths(document, file.source));
    let kept = Kept::new(file.root, file.fresh, file.fresh_source);
    let mut ids = Ids::new(document, &kept, Some(file.source));
    let elements = by_path(file.root);
    let (mut edits, mut named, mut notes) = (Edits::new(file.text), BTreeMap::new(), Vec::new());
    for (path, (owner, subject)) in &subjects {
        let Some(element) = elements.get(path) else { continue };
        let given = ids.take(&wanted(owner, *subject), &kept);
        match element.attributes.iter().find(|it| it.name.qualified() == "id") {
            Some(empty) => edits.set_value(empty, &given),
            None => edits.add_attribute(element, "id", &given),
        }
        let note = Note::new(&given, owner.name_of(*subject).unwrap_or_default(), What::Bpmn(Remark::WithoutId));
        notes.push(note.line(element.position.line).on(Some(*subject).filter(|_| std::ptr::eq(*owner, document))));
        named.insert(path.clone(), given.to_string());
    }
    let (document, fresh) = (renamed(document, file.source, &named), renamed(file.fresh, file.fresh_source, &named));
    Some(Given { text: edits.finish(), document, fresh, notes })
}

/// What came from elements without id, the first of each, by where these stand.
fn paths(document: &Document, source: SourceId) -> BTreeMap<String, (&Document, Subject)> {
    let origins = document.origins.iter().rev().filter(|(_, origin)| origin.source == source && origin.id.starts_with(PATH));
    origins.map(|(subject, origin)| (origin.id.clone(), (document, subject))).collect()
}

/// Whether some of these have the id of another element, or stand beside others of their kind that have neither id nor place in the document.
fn is_unclear(root: &Element<'_>, subjects: &BTreeMap<String, (&Document, Subject)>) -> bool {
    let mut open = vec![root];
    while let Some(parent) = open.pop() {
        let known: Vec<&Element<'_>> = parent.elements().filter(|it| subjects.contains_key(&path(it))).collect();
        let is_stranger = |it: &Element<'_>| id(it).is_empty() && !subjects.contains_key(&path(it));
        let has_double = |known: &Element<'_>| parent.elements().any(|it| it.name.local == known.name.local && is_stranger(it));
        if known.iter().any(|it| !id(it).is_empty() || has_double(it)) {
            return true;
        }
        open.extend(parent.elements());
    }
    false
}

/// All elements by where they stand, as origins say it.
fn by_path<'a>(root: &'a Element<'a>) -> BTreeMap<String, &'a Element<'a>> {
    let mut found = BTreeMap::new();
    let mut open = vec![root];
    while let Some(element) = open.pop() {
        found.insert(path(element), element);
        open.extend(element.elements());
    }
    found
}

/// What stands for the id of an element that has none: the line and column where it begins.
pub(in super::super) fn path(element: &Element<'_>) -> String {
    format!("{PATH}{}{PATH}{}", element.position.line, element.position.column)
}

/// The document with the ids for the paths.
fn renamed(document: &Document, source: SourceId, ids: &BTreeMap<String, String>) -> Document {
    let rename = |(subject, origin): (Subject, &Origin)| {
        let id = ids.get(&origin.id).filter(|_| origin.source == source).unwrap_or(&origin.id);
        (subject, Origin { source: origin.source, id: id.clone() })
    };
    Document { origins: document.origins.iter().map(rename).collect(), ..document.clone() }
}
