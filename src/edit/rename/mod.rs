//! A key that changes is changed in all expressions, data paths and letters that speak of it; so is the path of a field that moves.

mod texts;

use crate::model::Document;
use crate::scope::{Paths, Reference, Target};
use std::cell::Cell;
use std::ops::Range;
use texts::Spot;

/// Writes the new key of an element wherever the document speaks of it. `before` still has the old key.
pub(super) fn rename(before: &Document, document: &mut Document, target: Target, new: &str) {
    let paths = Paths::of(before);
    texts::change(document, &|text, spot| {
        let spans = references(&paths, text, spot).into_iter().filter(|it| it.target == target).map(|it| it.span);
        written(text, spans, new)
    });
}

/// Writes the new path of a field that moves from one object to another; `None`: there is no path that could be written. Answers
/// whether every place that speaks of it could be written anew: where its path is not written out, as in a filter, it cannot.
/// `before` still has the field in its old place.
pub(super) fn move_path(before: &Document, document: &mut Document, target: Target, path: Option<&str>) -> bool {
    let paths = Paths::of(before);
    let is_followed = Cell::new(true);
    texts::change(document, &|text, spot| {
        let found = references(&paths, text, spot).into_iter().filter(|it| it.target == target);
        let spans = found.filter_map(|it| {
            is_followed.set(is_followed.get() && it.path_start.is_some() && path.is_some());
            Some(it.path_start?..it.span.end)
        });
        written(text, spans, path.unwrap_or_default())
    });
    is_followed.get()
}

fn references(paths: &Paths<'_>, text: &str, spot: Spot) -> Vec<Reference> {
    match spot {
        Spot::Expression => paths.references(text),
        Spot::Letter => paths.references_in_letter(text),
    }
}

/// The text with something new at these places, which come in order; `None` if there are none.
fn written(text: &str, spans: impl Iterator<Item = Range<usize>>, new: &str) -> Option<String> {
    let mut written = String::new();
    let mut end = 0;
    for span in spans {
        written.push_str(text.get(end..span.start)?);
        written.push_str(new);
        end = span.end;
    }
    written.push_str(text.get(end..)?);
    (end > 0).then_some(written)
}

#[cfg(test)]
mod tests;
