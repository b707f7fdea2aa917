//! Pages that the applicant sees.

use super::super::super::super::xml::{Draft, Element};
use super::super::super::remark::Remark;
use super::super::super::standard::{is_true, text_of, words_of};
use super::super::naming::comment;
use super::super::pages::DOCUMENT;
use super::super::variables;
use super::choices::head;
use super::{Writing, native};
use crate::model::{ElementKind, FlowNode, Form, FormElement, FormElementId, HintKind, Subject};

impl Writing<'_> {
    /// A step with a form as a page.
    pub(super) fn page(&mut self, node: &FlowNode) -> Draft {
        let document = self.document;
        let kept = self.kept(Subject::Node(node.id));
        let form = node.details.form.and_then(|form| document.forms.get(form));
        let has_fields = form.is_some_and(|form| form.fields().next().is_some());
        let kind = kept.map_or(if has_fields { DOCUMENT } else { "MeldungAnzeigen" }, |kept| kept.name.local);
        let note = &node.details.note;
        let mut inside = if kind == DOCUMENT {
            let title = if kept.is_some_and(|kept| variables::usual_name(kept) == node.name) { "" } else { &node.name };
            let mut inside = head(note, native::is_active(node));
            inside.push(Draft::text("Titel", "").attribute("Standard", title));
            inside
        } else {
            let title = form.and_then(|form| form.pages.first()).map(|page| page.title.clone()).unwrap_or_default();
            let usual = if title.is_empty() { usual(kept) } else { title.clone() };
            let usual = kept.map(old_name).filter(|old| *old == node.name).unwrap_or(usual);
            let mut inside = head(&comment(&node.name, note, &usual), native::is_active(node));
            inside.extend((kind != "AntragstellerdatenAnfordern").then(|| Draft::text("Titel", "").attribute("Standard", &title)));
            inside
        };
        let said = form.and_then(|form| self.message(form, kind));
        inside.extend(said.map(|(_, text, _)| Draft::text("Meldung", "").attribute("Standard", &self.speech.template(text))));
        if kind == "MeldungAnzeigen" {
            // Without text the studio does not show whether it is a fault.
            let was = kept.is_some_and(|kept| is_true(&text_of(kept, "Fehlermeldung")));
            let is_fault = said.map_or(was, |(_, _, is_fault)| is_fault);
            inside.push(Draft::text("Fehlermeldung", if is_fault { "true" } else { "false" }));
        }
        if let Some(form) = form.filter(|_| kind == DOCUMENT) {
            let mut form = form.clone();
            form.pages.iter_mut().for_each(|page| page.elements.retain(|element| said.is_none_or(|(id, ..)| id != element.id)));
            let (draft, notes) = self.speech.form(&form);
            self.notes.extend(notes);
            inside.push(draft);
        } else if has_fields {
            self.say(Subject::Node(node.id), Remark::NameLost);
        }
        self.identified(Draft::with(kind, inside), Subject::Node(node.id), &node.key)
    }

    /// The text of a page, and whether it tells of a fault. In a document it is the one that came from there.
    fn message<'f>(&self, form: &'f Form, kind: &str) -> Option<(FormElementId, &'f str, bool)> {
        let is_own = |element: &FormElement| {
            let origin = self.origin(Subject::FormElement(form.id, element.id));
            kind != DOCUMENT || origin.is_some_and(|origin| origin.ends_with("/Meldung"))
        };
        let mut own = form.pages.iter().flat_map(|page| &page.elements).filter(|element| is_own(element));
        own.find_map(|element| match &element.kind {
            ElementKind::StaticText(text) => Some((element.id, text.as_str(), false)),
            ElementKind::Hint { kind, text } => Some((element.id, text.as_str(), *kind == HintKind::Error)),
            _ => None,
        })
    }
}

/// What a page without title and comment is called.
fn usual(kept: Option<&Element<'_>>) -> String {
    kept.map_or_else(|| "Meldung".to_owned(), variables::usual_name)
}

/// What a page of the kept file is called without comment.
fn old_name(kept: &Element<'_>) -> String {
    let title = words_of(kept, "Titel").trim().to_owned();
    if title.is_empty() { variables::usual_name(kept) } else { title }
}
