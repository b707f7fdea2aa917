//! A key that changes is changed in all expressions, data paths and letters that speak of it.

mod reader;
mod texts;

pub(super) use reader::Target;

use crate::model::{Document, FieldKind, ObjectTypeId, Repetition};
use reader::{Meaning, Reader, bind};
use std::sync::Arc;
use texts::Spot;

/// Writes the new key of an element wherever the document speaks of it. `before` still has the old key.
pub(super) fn rename(before: &Document, document: &mut Document, target: Target, new: &str) {
    let reader = Reader { document: before, target, new, bound: elements_of_repetitions(before) };
    texts::change(document, &|text, spot| match spot {
        Spot::Expression => reader.renamed(text),
        Spot::Letter => in_letter(&reader, text),
    });
}

/// Names of the elements of repeated steps, with what they are.
fn elements_of_repetitions(document: &Document) -> Vec<(Arc<str>, Meaning)> {
    let mut bound = Vec::new();
    for node in document.nodes.values() {
        if let Repetition::MultiInstance { collection, element, .. } = &node.repetition
            && let Some(meaning) = bind(document, collection, &bound)
        {
            bound.push((Arc::from(element.as_str()), meaning));
        }
    }
    bound
}

/// A letter with the expressions in its `{{…}}` renamed; `None` if nothing changes.
fn in_letter(reader: &Reader<'_>, text: &str) -> Option<String> {
    let mut written = String::new();
    let mut rest = text;
    let mut has_changed = false;
    while let Some((before, tail)) = rest.split_once("{{") {
        let Some((inside, behind)) = tail.split_once("}}") else { break };
        let renamed = reader.renamed(inside);
        has_changed |= renamed.is_some();
        written.push_str(before);
        written.push_str("{{");
        written.push_str(renamed.as_deref().unwrap_or(inside));
        written.push_str("}}");
        rest = behind;
    }
    written.push_str(rest);
    has_changed.then_some(written)
}

/// The object that values of a kind are, or hold.
fn object_of(kind: FieldKind) -> Option<ObjectTypeId> {
    kind.object()
}

#[cfg(test)]
mod tests;
