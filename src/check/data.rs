//! The data model: nothing empty, nothing forgotten, constraints that can be met.

use super::{Aspect, Problem};
use crate::model::{DataField, Document, FieldKind, Subject};
use std::collections::BTreeSet;

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    for object in document.objects.values().filter(|object| object.fields.is_empty()) {
        found.push(Problem::warning("check-object-empty", Subject::ObjectType(object.id)));
    }
    let asked: BTreeSet<_> =
        document.forms.values().flat_map(|form| form.fields().flat_map(|(_, field)| field.data.0.clone()).collect::<Vec<_>>()).collect();
    for field in document.fields.values() {
        let at = Subject::DataField(field.id);
        if field.name.trim().is_empty() {
            found.push(Problem::error("check-field-name", at).about(Aspect::Name));
        }
        constraints(field, at, found);
        if !asked.contains(&field.id) && field.kind.object().is_none() && !is_written(document, field) {
            found.push(Problem::warning("check-field-unused", at).about(Aspect::Data));
        }
    }
    codes(document, found);
}

fn constraints(field: &DataField, at: Subject, found: &mut Vec<Problem>) {
    let limits = &field.constraints;
    let is_crossed = |least: Option<u32>, most: Option<u32>| least.zip(most).is_some_and(|(least, most)| least > most);
    if is_crossed(limits.min_length, limits.max_length) || is_crossed(limits.min_items, limits.max_items) {
        found.push(Problem::error("check-field-limits", at).about(Aspect::Constraint));
    }
    if !limits.pattern.is_empty() && regex::Regex::new(&limits.pattern).is_err() {
        found.push(Problem::error("check-field-pattern", at).about(Aspect::Constraint).with("value", &limits.pattern));
    }
}

/// Whether a script, decision table, service or message sets the field: its path ends with its key after a dot.
fn is_written(document: &Document, field: &DataField) -> bool {
    let Some(object) = document.objects.get(field.object) else { return false };
    let is_case_object = document.case_objects().any(|case| case.id == object.id);
    let path = format!("{}.{}", object.key, field.key);
    let tail = format!(".{}", field.key);
    super::expressions::targets(document)
        .any(|target| if is_case_object { target == path || target.starts_with(&format!("{path}.")) } else { target.ends_with(&tail) })
}

fn codes(document: &Document, found: &mut Vec<Problem>) {
    for list in document.code_lists.values() {
        let at = Subject::CodeList(list.id);
        if list.entries.is_empty() {
            found.push(Problem::error("check-codes-empty", at).about(Aspect::Codes));
        }
        let mut seen = BTreeSet::new();
        for entry in &list.entries {
            if entry.code.trim().is_empty() || entry.label.trim().is_empty() {
                found.push(Problem::error("check-codes-blank", at).about(Aspect::Codes));
            } else if !seen.insert(&entry.code) {
                found.push(Problem::error("check-codes-twice", at).about(Aspect::Codes).with("code", &entry.code));
            }
        }
        let uses = |kind: FieldKind| kind.code_list() == Some(list.id);
        if !document.fields.values().any(|field| uses(field.kind)) && !document.settings.values().any(|setting| uses(setting.kind)) {
            found.push(Problem::warning("check-codes-unused", at));
        }
    }
}
