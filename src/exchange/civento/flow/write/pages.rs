//! Pages that the applicant sees.

use super::super::super::super::xml::{Draft, Element};
use super::super::super::remark::Remark;
use super::super::super::standard::{is_true, text_of, words_of};
use super::super::naming::comment;
use super::super::variables;
use super::choices::head;
use super::{Writing, native};
use crate::model::{ElementKind, FlowNode, Form, HintKind, Subject};

impl Writing<'_> {
    /// A step with a form as a page.
    pub(super) fn page(&mut self, node: &FlowNode) -> Draft {
        let document = self.document;
        let kept = self.kept(Subject::Node(node.id)).map(|kept| kept.element);
        let form = node.details.form.and_then(|form| document.forms.get(form));
        let has_fields = form.is_some_and(|form| form.fields().next().is_some());
        let kind = kept.map_or(if has_fields { "DokumentAnzeigen" } else { "MeldungAnzeigen" }, |kept| kept.name.local);
        let title = form.and_then(|form| form.pages.first()).map(|page| page.title.clone()).unwrap_or_default();
        let usual = if title.is_empty() { usual(kept, kind) } else { title.clone() };
        let usual = kept.map(old_name).filter(|old| *old == node.name).unwrap_or(usual);
        let mut inside = head(&comment(&node.name, &node.details.note, &usual), native::is_active(node));
        if kind != "AntragstellerdatenAnfordern" {
            inside.push(Draft::text("Titel", "").attribute("Standard", &title));
            inside.extend(form.map(|form| message(form, kept, kind)).unwrap_or_default());
        }
        if kind == "DokumentAnzeigen" {
            let drafted = form.map(|form| self.speech.form(form, kept.and_then(|kept| kept.first("DynamischesFormular"))));
            let (draft, notes) = drafted.unwrap_or_default();
            self.notes.extend(notes);
            inside.extend(draft);
        } else if has_fields {
            self.say(Subject::Node(node.id), Remark::NameLost);
        }
        self.identified(Draft::with(kind, inside), Subject::Node(node.id), &node.key)
    }
}

/// What a page without title and comment is called.
fn usual(kept: Option<&Element<'_>>, kind: &str) -> String {
    kept.map_or_else(|| if kind == "DokumentAnzeigen" { "Dokument ausfüllen" } else { "Meldung" }.to_owned(), variables::usual_name)
}

/// What a page of the kept file is called without comment.
fn old_name(kept: &Element<'_>) -> String {
    let title = words_of(kept, "Titel").trim().to_owned();
    if title.is_empty() { variables::usual_name(kept) } else { title }
}

/// The text of a page, and whether it tells of a fault.
fn message(form: &Form, kept: Option<&Element<'_>>, kind: &str) -> Vec<Draft> {
    let mut said = form.pages.iter().flat_map(|page| &page.elements).filter_map(|element| match &element.kind {
        ElementKind::StaticText(text) => Some((text, false)),
        ElementKind::Hint { kind, text } => Some((text, *kind == HintKind::Error)),
        _ => None,
    });
    let found = said.next();
    let mut drafts: Vec<Draft> = found.iter().map(|(text, _)| Draft::text("Meldung", "").attribute("Standard", text)).collect();
    if kind == "MeldungAnzeigen" {
        // Without text the studio does not show whether it is a fault.
        let was = kept.map(|kept| text_of(kept, "Fehlermeldung"));
        let is_fault = found.map_or_else(|| was.as_deref().is_some_and(is_true), |(_, is_fault)| is_fault);
        drafts.push(Draft::text("Fehlermeldung", if is_fault { "true" } else { "false" }));
    }
    drafts
}
