//! The data model: nothing empty, nothing forgotten, constraints that can be met.

use super::{Aspect, Problem};
use crate::model::{DataField, Document, FieldKind, ObjectTypeId, Subject};
use std::collections::BTreeSet;

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    for object in document.objects.values().filter(|object| object.fields.is_empty()) {
        found.push(Problem::warning("check-object-empty", Subject::ObjectType(object.id)));
    }
    let asked: BTreeSet<_> =
        document.forms.values().flat_map(|form| form.fields().flat_map(|(_, field)| field.data.0.clone()).collect::<Vec<_>>()).collect();
    let written = Written::of(document);
    for field in document.fields.values() {
        let at = Subject::DataField(field.id);
        if field.name.trim().is_empty() {
            found.push(Problem::error("check-field-name", at).about(Aspect::Name));
        }
        constraints(field, at, found);
        if !asked.contains(&field.id) && field.kind.object().is_none() && !written.has(document, field) {
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

/// What scripts, decision tables, services and messages set.
struct Written<'a> {
    /// Their paths with all beginnings: of `antrag.person.name` also `antrag.person`.
    paths: BTreeSet<&'a str>,
    /// The last key of each.
    tails: BTreeSet<&'a str>,
    /// Objects that are the case data; the others lie somewhere inside these.
    case_objects: BTreeSet<ObjectTypeId>,
}

impl<'a> Written<'a> {
    fn of(document: &'a Document) -> Self {
        let targets: BTreeSet<&str> = super::expressions::targets(document).collect();
        let beginnings = |target: &'a str| target.match_indices('.').filter_map(move |(at, _)| target.get(..at));
        let tails = targets.iter().filter_map(|target| Some(target.rsplit_once('.')?.1)).collect();
        let paths = targets.iter().flat_map(|target| beginnings(target).chain([*target])).collect();
        Self { paths, tails, case_objects: document.case_objects().map(|object| object.id).collect() }
    }

    /// Whether one of them sets the field: by its path, or, inside lists and nested objects, by its key.
    fn has(&self, document: &Document, field: &DataField) -> bool {
        let Some(object) = document.objects.get(field.object) else { return false };
        if self.case_objects.contains(&object.id) {
            self.paths.contains(format!("{}.{}", object.key, field.key).as_str())
        } else {
            self.tails.contains(field.key.as_str())
        }
    }
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
