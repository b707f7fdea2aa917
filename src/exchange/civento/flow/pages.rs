//! Pages that the applicant sees: steps with a form that shows them.

use super::super::super::xml::Element;
use super::super::reading::{End, Place, Reading};
use super::super::standard::{is_true, text_of, words_of};
use super::naming::name_and_note;
use super::{steps, variables};
use crate::model::{ElementKind, Form, FormElement, FormId, HintKind, NodeKind, Page, RoleKind, Subject};

/// Who sees the pages.
pub(super) const APPLICANT: &str = "Antragstellende Person";

/// Reads a page.
pub(super) fn read(reading: &mut Reading, at: Place, end: &mut End, step: &Element<'_>, id: &str) {
    let title = words_of(step, "Titel").trim().to_owned();
    let usual = if title.is_empty() { variables::usual_name(step) } else { title.clone() };
    let (name, note) = name_and_note(&text_of(step, "Comment"), &usual);
    let node = reading.node(at, NodeKind::UserTask, &name);
    let role = reading.role(APPLICANT, RoleKind::Applicant);
    let form = form(reading, step, &usual, &title);
    reading.change(node, |node| {
        node.details.note = note;
        node.details.role = Some(role);
        node.details.form = form;
    });
    reading.remember(Subject::Node(node), id);
    if let Some(form) = form {
        reading.remember(Subject::Form(form), &format!("{id}/Formular"));
    }
    steps::switch(reading, step, node);
    reading.lead(end, node);
}

/// The form that shows the page; none for the applicant's data, which the platform asks for.
fn form(reading: &mut Reading, step: &Element<'_>, name: &str, title: &str) -> Option<FormId> {
    if step.name.local == "AntragstellerdatenAnfordern" {
        return None;
    }
    let elements = message(reading, step);
    let id: FormId = reading.document.new_id();
    let page = Page { elements, ..Page::new(reading.document.new_id(), title) };
    let key = reading.key("formular", name);
    reading.document.forms.insert(id, Form::new(id, &key, name, vec![page]));
    Some(id)
}

/// What the page says.
fn message(reading: &mut Reading, step: &Element<'_>) -> Vec<FormElement> {
    let text = words_of(step, "Meldung");
    if text.trim().is_empty() {
        return Vec::new();
    }
    let is_fault = is_true(&text_of(step, "Fehlermeldung"));
    let kind = if is_fault { ElementKind::Hint { kind: HintKind::Error, text } } else { ElementKind::StaticText(text) };
    vec![FormElement::new(reading.document.new_id(), kind)]
}
