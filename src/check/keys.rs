//! Keys: legal in formats and expressions, and unique where they must be.

use super::{Aspect, Problem};
use crate::model::{Document, Subject};
use std::collections::BTreeMap;

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    macro_rules! unique {
        ($($table:ident $subject:ident),*) => {$(
            unique(document.$table.values().map(|it| (it.key.as_str(), Subject::$subject(it.id))), found);
        )*};
    }
    unique!(processes Process, roles Role, pools Pool, lanes Lane, nodes Node, flows Flow, message_flows MessageFlow);
    unique!(code_lists CodeList, forms Form, decision_tables DecisionTable, document_templates DocumentTemplate, settings Setting);
    unique(document.objects.values().map(|object| (object.key.as_str(), Subject::ObjectType(object.id))), found);
    for object in document.objects.values() {
        unique(document.fields_of(object).map(|field| (field.key.as_str(), Subject::DataField(field.id))), found);
    }
}

fn unique<'a>(keys: impl Iterator<Item = (&'a str, Subject)>, found: &mut Vec<Problem>) {
    let mut seen: BTreeMap<&str, Subject> = BTreeMap::new();
    for (key, at) in keys {
        if !is_legal(key) {
            found.push(Problem::error("check-key-illegal", at).about(Aspect::Key).with("key", key));
        } else if let Some(first) = seen.insert(key, at) {
            found.push(Problem::error("check-key-twice", at).and(first).about(Aspect::Key).with("key", key));
        }
    }
}

/// A letter, then letters, digits and low lines.
fn is_legal(key: &str) -> bool {
    key.starts_with(char::is_alphabetic) && key.chars().all(|character| character.is_alphanumeric() || character == '_')
}
