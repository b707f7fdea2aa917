//! Forms: used, filled, and asking each thing once.

use super::{Aspect, Problem};
use crate::model::{DataPath, Document, ElementKind, Form, FormElement, Subject};
use std::collections::BTreeMap;

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    for form in document.forms.values() {
        let at = Subject::Form(form.id);
        if form.name.trim().is_empty() {
            found.push(Problem::error("check-form-name", at).about(Aspect::Name));
        }
        if !document.nodes.values().any(|node| node.details.form == Some(form.id)) {
            found.push(Problem::warning("check-form-unused", at));
        }
        if form.elements().is_empty() {
            found.push(Problem::warning("check-form-empty", at));
        }
        asked_twice(form, found);
        for page in &form.pages {
            lists(document, form, &page.elements, None, found);
        }
    }
}

fn asked_twice(form: &Form, found: &mut Vec<Problem>) {
    let mut seen: BTreeMap<&DataPath, Subject> = BTreeMap::new();
    for (element, field) in form.fields() {
        let at = Subject::FormElement(form.id, element);
        if let Some(first) = seen.insert(&field.data, at) {
            found.push(Problem::warning("check-form-twice", at).and(first).about(Aspect::Data));
        }
    }
}

/// Fields of a list's objects stand in a group repeated for that list, and there stand no others.
fn lists(document: &Document, form: &Form, elements: &[FormElement], list: Option<&DataPath>, found: &mut Vec<Problem>) {
    for element in elements {
        let at = Subject::FormElement(form.id, element.id);
        match &element.kind {
            ElementKind::Field(field) => {
                if innermost_list(document, &field.data).as_ref() != list {
                    found.push(Problem::error("check-form-list", at).about(Aspect::Data));
                }
            }
            ElementKind::Group(group) => {
                if let Some(repeat) = &group.repeat
                    && repeat.most.is_some_and(|most| most < repeat.least.max(1))
                {
                    found.push(Problem::error("check-form-repeat", at).about(Aspect::Constraint));
                }
                lists(document, form, &group.elements, group.repeat.as_ref().map(|repeat| &repeat.list).or(list), found);
            }
            ElementKind::Heading(text) | ElementKind::StaticText(text) | ElementKind::Hint { text, .. } => {
                if text.trim().is_empty() {
                    found.push(Problem::warning("check-form-text", at).about(Aspect::Text));
                }
            }
        }
    }
}

/// The path of the innermost list in which a field lies, without the field itself.
fn innermost_list(document: &Document, path: &DataPath) -> Option<DataPath> {
    let outer = path.0.split_last().map_or(&[][..], |(_, outer)| outer);
    let is_list = |field| document.fields.get(field).is_some_and(|field| matches!(field.kind, crate::model::FieldKind::List(_)));
    let depth = outer.iter().rposition(|field| is_list(*field))?;
    Some(DataPath(outer[..=depth].to_vec()))
}
