//! Letters: every `{{path}}` is a data field, every letter is written somewhere.

use super::{Aspect, Problem};
use crate::model::{Document, Subject};
use crate::{expr, scope};

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    let names = scope::names(document);
    let fields = scope::fields(document);
    for letter in document.document_templates.values() {
        let at = Subject::DocumentTemplate(letter.id);
        for text in [&letter.subject, &letter.body] {
            for place in places(text) {
                let is_known = expr::parse(place, &names).is_ok_and(|tree| expr::check(&tree, &fields, None).is_empty());
                if !is_known {
                    found.push(Problem::error("check-letter-place", at).about(Aspect::Text).with("place", place));
                }
            }
        }
        if text_is_blank(&letter.subject) || text_is_blank(&letter.body) {
            found.push(Problem::warning("check-letter-empty", at).about(Aspect::Text));
        }
        if !document.nodes.values().any(|node| node.details.documents.contains(&letter.id)) {
            found.push(Problem::warning("check-letter-unused", at));
        }
    }
}

fn text_is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// What stands between `{{` and `}}`.
fn places(text: &str) -> impl Iterator<Item = &str> {
    text.split("{{").skip(1).map(|rest| rest.split_once("}}").map_or(rest, |(place, _)| place).trim())
}
