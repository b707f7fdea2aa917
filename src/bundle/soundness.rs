//! Whether a document that a file describes can be one: bounded, and without a broken invariant.

use super::error::ReadError;
use crate::model::{self, DEEPEST, Document, ElementKind, Form, FormElement, Subject, Violation};

/// So many elements one document may have. Looking at them takes time that grows faster than their number.
const MOST_ELEMENTS: usize = 200_000;

/// Refuses a document that is too large or broken.
pub(super) fn look(document: &Document) -> Result<(), ReadError> {
    let count = elements(document);
    if count > MOST_ELEMENTS {
        return Err(ReadError::TooMany { count, limit: MOST_ELEMENTS });
    }
    for form in document.forms.values() {
        dive(form)?;
    }
    for id in document.nodes.keys() {
        climb(id, Subject::Node, |id| document.nodes.get(id)?.parent)?;
    }
    for id in document.lanes.keys() {
        climb(id, Subject::Lane, |id| document.lanes.get(id)?.parent)?;
    }
    let violations = model::violations(document);
    if violations.is_empty() { Ok(()) } else { Err(ReadError::Unsound(violations)) }
}

fn elements(document: &Document) -> usize {
    let in_forms: usize = document.forms.values().map(|form| form.pages.len() + form.elements().len() + form.rules.len()).sum();
    macro_rules! sum {
        ($($table:ident)*) => { 0 $(+ document.$table.len())* };
    }
    in_forms
        + sum! {
            processes roles pools lanes nodes flows message_flows artifacts associations objects fields code_lists forms
            decision_tables document_templates settings test_cases exercises languages sources
        }
}

/// Goes into the groups of a form, without recursion: no form is too deep for that.
fn dive(form: &Form) -> Result<(), ReadError> {
    let mut open: Vec<(&FormElement, usize)> = form.pages.iter().flat_map(|page| &page.elements).map(|element| (element, 1)).collect();
    while let Some((element, depth)) = open.pop() {
        if let ElementKind::Group(group) = &element.kind {
            if depth > DEEPEST {
                return Err(ReadError::NestedTooDeep(Subject::FormElement(form.id, element.id)));
            }
            open.extend(group.elements.iter().map(|element| (element, depth + 1)));
        }
    }
    Ok(())
}

/// Goes from an element up through all in which it lies.
fn climb<Id: Copy + Eq>(start: Id, subject: fn(Id) -> Subject, parent: impl Fn(Id) -> Option<Id>) -> Result<(), ReadError> {
    let mut here = start;
    for _ in 0..DEEPEST {
        match parent(here) {
            None => return Ok(()),
            Some(up) if up == start => return Err(ReadError::Unsound(vec![Violation::Circle(subject(start))])),
            Some(up) => here = up,
        }
    }
    Err(ReadError::NestedTooDeep(subject(start)))
}
