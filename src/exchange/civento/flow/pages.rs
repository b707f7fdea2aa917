//! Pages that the applicant sees: steps with a form that shows them.

use super::super::super::xml::Element;
use super::super::expression::to_template;
use super::super::reading::{End, Place, Reading};
use super::super::standard::{is_active, is_true, text_of, words_of};
use super::naming::name_and_note;
use super::{functions, steps, variables};
use crate::model::{ElementKind, Form, FormElement, FormId, HintKind, NodeKind, Page, RoleKind, Subject, free_key_among};

/// The page that asks for data.
pub(super) const DOCUMENT: &str = "DokumentAnzeigen";
/// Who sees the pages.
pub(super) const APPLICANT: &str = "Antragstellende Person";

/// Reads a page. A document has the page's title as its name; that of another page stands in its form, for people to read.
pub(super) fn read(reading: &mut Reading, at: Place, end: &mut End, step: &Element<'_>, id: &str) {
    let title = words_of(step, "Titel").trim().to_owned();
    let usual = if title.is_empty() { variables::usual_name(step) } else { title.clone() };
    let comment = text_of(step, "Comment");
    let (name, note) = if step.name.local == DOCUMENT { (usual.clone(), comment) } else { name_and_note(&comment, &usual) };
    let form = form(reading, step, (&usual, &title), id);
    functions::ask(reading, at, end, id, is_active(step));
    let node = reading.node(at, NodeKind::UserTask, &name);
    let role = reading.role(APPLICANT, RoleKind::Applicant);
    reading.change(node, |node| {
        node.details.note = note;
        node.details.role = Some(role);
        node.details.form = form;
    });
    reading.remember(Subject::Node(node), id);
    steps::switch(reading, step, node);
    reading.lead(end, node);
}

/// The form that shows the page; none for the applicant's data, which the platform asks for.
fn form(reading: &mut Reading, step: &Element<'_>, (name, title): (&str, &str), id: &str) -> Option<FormId> {
    if step.name.local == "AntragstellerdatenAnfordern" {
        return None;
    }
    let form = match step.first("DynamischesFormular") {
        Some(dynamic) => reading.names().form_from(dynamic, &format!("{id}/DynamischesFormular")),
        None => blank(reading, name, title),
    };
    if let Some(message) = message(reading, step) {
        reading.remember(Subject::FormElement(form, message.id), &format!("{id}/Meldung"));
        let page = reading.document.forms.get_mut(form).and_then(|form| form.pages.first_mut());
        page.into_iter().for_each(|page| page.elements.insert(0, message.clone()));
    }
    Some(form)
}

fn blank(reading: &mut Reading, name: &str, title: &str) -> FormId {
    let id: FormId = reading.document.new_id();
    let page = Page::new(reading.document.new_id(), title);
    let key = free_key_among(name, "seite", reading.document.forms.values().map(|form| form.key.as_str()));
    reading.document.forms.insert(id, Form::new(id, &key, name, vec![page]));
    id
}

/// What the page says.
fn message(reading: &mut Reading, step: &Element<'_>) -> Option<FormElement> {
    let text = words_of(step, "Meldung");
    if text.trim().is_empty() {
        return None;
    }
    let (text, _) = to_template(&text, &mut reading.names());
    let is_fault = is_true(&text_of(step, "Fehlermeldung"));
    let kind = if is_fault { ElementKind::Hint { kind: HintKind::Error, text } } else { ElementKind::StaticText(text) };
    Some(FormElement::new(reading.document.new_id(), kind))
}
