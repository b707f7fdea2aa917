//! Properties of a form, its pages, groups and texts.

use super::form_field;
use super::pane::Pane;
use crate::check::Aspect;
use crate::edit::Record;
use crate::model::{ElementKind, FieldGroup, Form, FormElement, FormElementId, FormId, HintKind, Page, Repeat, Subject};
use crate::view::Action;
use crate::view::widgets::{Section, link_button};
use egui::{RichText, Ui};

/// Widths that a form is usually set in, widest first, with their words.
const WIDTHS: [(u8, &str); 5] =
    [(12, "form-width-whole"), (8, "form-width-two-thirds"), (6, "form-width-half"), (4, "form-width-third"), (3, "form-width-quarter")];

/// A form as a whole.
pub(super) fn form_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, form: &Form) {
    pane.text(ui, "form-title", Aspect::Name, &form.name, 1, |name| Record::Form(Form { name, ..form.clone() }));
    pane.text(ui, "inspector-description", Aspect::Text, &form.description, 3, |description| {
        Record::Form(Form { description, ..form.clone() })
    });
    Section::new("form-users", pane.context.texts.get("form-used-by")).ui(ui, pane.context.theme, |ui| users_ui(ui, pane, form.id));
    Section::new("form-more", pane.context.texts.get("inspector-more")).folded().ui(ui, pane.context.theme, |ui| {
        pane.text(ui, "inspector-key", Aspect::Key, &form.key, 1, |key| Record::Form(Form { key, ..form.clone() }));
    });
}

/// The steps that show the form; each leads to its step.
fn users_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, form: FormId) {
    let (document, texts) = (pane.document(), pane.context.texts);
    let mut users = document.nodes.values().filter(|node| node.details.form == Some(form)).peekable();
    if users.peek().is_none() {
        ui.label(RichText::new(texts.get("form-used-by-none")).color(pane.context.theme.text_soft));
    }
    for node in users {
        let subject = Subject::Node(node.id);
        if link_button(ui, pane.context.theme, &texts.name_of(document, subject)).clicked() {
            pane.actions.push(Action::Reveal(subject, None));
        }
    }
}

/// A page or an element of a form.
pub(super) fn element_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, form: &Form, id: FormElementId) {
    if let Some(page) = form.pages.iter().find(|page| page.id == id) {
        return page_ui(ui, pane, form, page);
    }
    let Some(element) = form.elements().into_iter().find(|element| element.id == id) else { return };
    match &element.kind {
        ElementKind::Field(field) => form_field::ui(ui, pane, form, element, field),
        ElementKind::Group(group) => group_ui(ui, pane, form, element, group),
        ElementKind::Heading(text) => words_ui(ui, pane, form, element, text, 1, ElementKind::Heading),
        ElementKind::StaticText(text) => words_ui(ui, pane, form, element, text, 6, ElementKind::StaticText),
        ElementKind::Hint { kind, text } => {
            let kind = *kind;
            hint_kind_ui(ui, pane, form, element, kind, text);
            words_ui(ui, pane, form, element, text, 4, |text| ElementKind::Hint { kind, text });
        }
    }
}

fn page_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, form: &Form, page: &Page) {
    let with = |change: &dyn Fn(&mut Page)| {
        let mut form = form.clone();
        form.pages.iter_mut().filter(|candidate| candidate.id == page.id).for_each(change);
        Record::Form(form)
    };
    pane.text(ui, "form-page-title", Aspect::Name, &page.title, 1, |title| with(&|page| page.title.clone_from(&title)));
    pane.condition(ui, "form-visible-when", Aspect::VisibleWhen, &page.visible_when, &|text| with(&|page| page.visible_when.clone_from(&text)));
}

/// The form with one element changed.
pub(super) fn changed(form: &Form, id: FormElementId, change: impl FnOnce(&mut FormElement)) -> Record {
    let mut form = form.clone();
    if let Some(element) = form.element_mut(id) {
        change(element);
    }
    Record::Form(form)
}

/// Width and condition, which all elements have.
pub(super) fn place_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, form: &Form, element: &FormElement) {
    let texts = pane.context.texts;
    let own = texts.with("forms-columns", &[("count", usize::from(element.width).into())]);
    let usual = WIDTHS.iter().map(|(width, key)| (*width, texts.get(key)));
    let mut options: Vec<(u8, &str)> = usual.collect();
    if options.iter().all(|(width, _)| *width != element.width) {
        options.push((element.width, &own));
    }
    if let Some(width) = pane.choose(ui, "form-width", &element.width, &options) {
        pane.put(changed(form, element.id, |element| element.width = width));
    }
    pane.condition(ui, "form-visible-when", Aspect::VisibleWhen, &element.visible_when, &|text| {
        changed(form, element.id, |element| element.visible_when = text)
    });
}

fn group_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, form: &Form, element: &FormElement, group: &FieldGroup) {
    let with = |change: &dyn Fn(&mut FieldGroup)| {
        changed(form, element.id, |element| {
            if let ElementKind::Group(group) = &mut element.kind {
                change(group);
            }
        })
    };
    pane.text(ui, "form-group-title", Aspect::Name, &group.title, 1, |title| with(&|group| group.title.clone_from(&title)));
    place_ui(ui, pane, form, element);
    let Some(repeat) = &group.repeat else { return };
    let with = |change: &dyn Fn(&mut Repeat)| with(&|group| group.repeat.iter_mut().for_each(change));
    Section::new("form-repeat", pane.context.texts.get("form-repeat")).ui(ui, pane.context.theme, |ui| {
        let least = Some(repeat.least).filter(|least| *least > 0);
        pane.count(ui, "form-least", least.map(u64::from), |least| with(&|repeat| repeat.least = small(least).unwrap_or(0)));
        pane.count(ui, "form-most", repeat.most.map(u64::from), |most| with(&|repeat| repeat.most = small(most)));
    });
}

/// A count as documents keep it.
pub(super) fn small(count: Option<u64>) -> Option<u32> {
    count.map(|count| u32::try_from(count).unwrap_or(u32::MAX))
}

fn words_ui(
    ui: &mut Ui,
    pane: &mut Pane<'_, '_>,
    form: &Form,
    element: &FormElement,
    text: &str,
    lines: usize,
    kind: impl FnOnce(String) -> ElementKind,
) {
    pane.text(ui, "inspector-text", Aspect::Text, text, lines, |text| changed(form, element.id, |element| element.kind = kind(text)));
    place_ui(ui, pane, form, element);
}

fn hint_kind_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, form: &Form, element: &FormElement, kind: HintKind, text: &str) {
    let texts = pane.context.texts;
    let kinds = [
        (HintKind::Information, texts.get("form-hint-information")),
        (HintKind::Success, texts.get("form-hint-success")),
        (HintKind::Warning, texts.get("form-hint-warning")),
        (HintKind::Error, texts.get("form-hint-error")),
    ];
    if let Some(kind) = pane.choose(ui, "form-hint-kind", &kind, &kinds) {
        pane.put(changed(form, element.id, |element| element.kind = ElementKind::Hint { kind, text: text.to_owned() }));
    }
}
