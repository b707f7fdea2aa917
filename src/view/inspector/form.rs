//! Properties of a form, its pages, groups and texts.

use super::pane::Pane;
use super::{form_field, form_rule};
use crate::check::Aspect;
use crate::edit::{Command, ContentCommand, Record};
use crate::model::{
    ElementKind, FieldGroup, Form, FormElement, FormElementId, FormId, HintKind, Page, PageKind, Repeat, RepeatLayout, Subject,
};
use crate::view::Action;
use crate::view::forms::derive;
use crate::view::icons::Icon;
use crate::view::widgets::{Section, link_button, quiet_button};
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
    shows_ui(ui, pane, form);
    Section::new("form-users", pane.context.texts.get("form-used-by")).ui(ui, pane.context.theme, |ui| users_ui(ui, pane, form.id));
    Section::new("form-more", pane.context.texts.get("inspector-more")).folded().ui(ui, pane.context.theme, |ui| {
        pane.text(ui, "inspector-key", Aspect::Key, &form.key, 1, |key| Record::Form(Form { key, ..form.clone() }));
    });
}

/// The form whose pages stand before its own, and what can be made from this one.
fn shows_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, form: &Form) {
    let (document, context) = (pane.document(), pane.context);
    let others = document.forms.values().filter(|other| other.id != form.id && !document.shown_forms(other.id).contains(&form.id));
    let others: Vec<(FormId, &str)> = others.map(|other| (other.id, other.name.as_str())).collect();
    if let Some(shows) = pane.choose_optional(ui, "form-shows", form.shows, others.into_iter()) {
        pane.put(Record::Form(Form { shows, ..form.clone() }));
    }
    if let Some(shown) = form.shows.and_then(|shown| document.forms.get(shown))
        && link_button(ui, context.theme, &context.texts.with("forms-to-form", &[("form", shown.name.as_str().into())])).clicked()
    {
        pane.actions.push(Action::Reveal(Subject::Form(shown.id), None));
    }
    Section::new("form-derive", context.texts.get("form-derive")).ui(ui, context.theme, |ui| {
        if quiet_button(ui, Some(Icon::Authority), context.texts.get("form-deed-derive")).clicked() {
            pane.actions.push(derive(context, form));
        }
        let has_summary = form.pages.iter().any(|page| page.kind == PageKind::Summary);
        if !has_summary && quiet_button(ui, Some(Icon::Tests), context.texts.get("form-deed-summary")).clicked() {
            let title = context.texts.get("forms-summary").to_owned();
            pane.actions.push(Action::Apply(Command::Content(ContentCommand::AddSummary { form: form.id, title })));
        }
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
    if let Some(rule) = form.rules.iter().find(|rule| rule.id == id) {
        return form_rule::ui(ui, pane, form, rule);
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
    let texts = pane.context.texts;
    let kinds = [(PageKind::Questions, texts.get("form-page-questions")), (PageKind::Summary, texts.get("form-page-summary"))];
    if let Some(kind) = pane.choose(ui, "form-page-kind", &page.kind, &kinds) {
        pane.put(with(&|page| page.kind = kind));
    }
    pane.condition(ui, "form-visible-when", Aspect::VisibleWhen, &page.visible_when, &|text| {
        with(&|page| page.visible_when.clone_from(&text))
    });
}

/// The form with one element changed.
pub(super) fn changed(form: &Form, id: FormElementId, change: impl FnOnce(&mut FormElement)) -> Record {
    let mut form = form.clone();
    if let Some(element) = form.element_mut(id) {
        change(element);
    }
    Record::Form(form)
}

/// Widths on the three screens and condition, which all elements have.
pub(super) fn place_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, form: &Form, element: &FormElement) {
    if let Some(Some(width)) = width_ui(ui, pane, "form-width", Some(element.width), false) {
        pane.put(changed(form, element.id, |element| element.width = width));
    }
    let has_own = element.width_medium.is_some() || element.width_narrow.is_some();
    let section = Section::new("form-screens", pane.context.texts.get("form-screens"));
    let section = if has_own { section } else { section.folded() };
    section.ui(ui, pane.context.theme, |ui| {
        if let Some(width) = width_ui(ui, pane, "form-width-medium", element.width_medium, true) {
            pane.put(changed(form, element.id, |element| element.width_medium = width));
        }
        if let Some(width) = width_ui(ui, pane, "form-width-narrow", element.width_narrow, true) {
            pane.put(changed(form, element.id, |element| element.width_narrow = width));
        }
    });
    pane.condition(ui, "form-visible-when", Aspect::VisibleWhen, &element.visible_when, &|text| {
        changed(form, element.id, |element| element.visible_when = text)
    });
}

/// A choice of width; `None` is the width that follows by itself, where that is possible.
#[expect(clippy::option_option, reason = "the outer says whether something was chosen, the inner what")]
fn width_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, key: &str, current: Option<u8>, is_optional: bool) -> Option<Option<u8>> {
    let texts = pane.context.texts;
    let own = texts.with("forms-columns", &[("count", usize::from(current.unwrap_or(12)).into())]);
    let by_itself = is_optional.then(|| (None, texts.get("form-width-automatic")));
    let usual = WIDTHS.iter().map(|(width, key)| (Some(*width), texts.get(key)));
    let mut options: Vec<(Option<u8>, &str)> = by_itself.into_iter().chain(usual).collect();
    if options.iter().all(|(width, _)| *width != current) {
        options.push((current, &own));
    }
    pane.choose(ui, key, &current, &options)
}

/// Several elements at once: what they have in common is changed for all, as one step.
pub(super) fn several_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>) {
    let chosen = &pane.context.selection.subjects;
    let of = chosen.iter().find_map(|subject| if let Subject::FormElement(form, _) = subject { Some(*form) } else { None });
    let Some(form) = of.and_then(|form| pane.document().forms.get(form)) else { return };
    let elements: Vec<&FormElement> =
        form.elements().into_iter().filter(|element| chosen.contains(&Subject::FormElement(form.id, element.id))).collect();
    let Some(first) = elements.first() else { return };
    let with = |change: &dyn Fn(&mut FormElement)| {
        let mut form = form.clone();
        elements.iter().for_each(|element| form.element_mut(element.id).into_iter().for_each(change));
        Record::Form(form)
    };
    if let Some(Some(width)) = width_ui(ui, pane, "form-width", Some(first.width), false) {
        pane.put(with(&|element| element.width = width));
    }
    let required = |element: &&FormElement| if let ElementKind::Field(field) = &element.kind { Some(field.is_required) } else { None };
    let all: Vec<bool> = elements.iter().filter_map(required).collect();
    if !all.is_empty() {
        pane.check(ui, "form-required", all.iter().all(|is_required| *is_required), |is_required| {
            with(&|element| {
                if let ElementKind::Field(field) = &mut element.kind {
                    field.is_required = is_required;
                }
            })
        });
    }
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
    pane.text(ui, "form-group-help", Aspect::Text, &group.help, 2, |help| with(&|group| group.help.clone_from(&help)));
    place_ui(ui, pane, form, element);
    let Some(repeat) = &group.repeat else { return };
    let with = |change: &dyn Fn(&mut Repeat)| with(&|group| group.repeat.iter_mut().for_each(change));
    Section::new("form-repeat", pane.context.texts.get("form-repeat")).ui(ui, pane.context.theme, |ui| {
        let least = Some(repeat.least).filter(|least| *least > 0);
        pane.count(ui, "form-least", least.map(u64::from), |least| with(&|repeat| repeat.least = small(least).unwrap_or(0)));
        pane.count(ui, "form-most", repeat.most.map(u64::from), |most| with(&|repeat| repeat.most = small(most)));
        let texts = pane.context.texts;
        let layouts = [(RepeatLayout::Cards, texts.get("form-layout-cards")), (RepeatLayout::Table, texts.get("form-layout-table"))];
        if let Some(layout) = pane.choose(ui, "form-layout", &repeat.layout, &layouts) {
            pane.put(with(&|repeat| repeat.layout = layout));
        }
    });
}

/// A count as documents keep it.
pub(super) fn small(count: Option<u64>) -> Option<u32> {
    count.map(|count| u32::try_from(count).unwrap_or(u32::MAX))
}

/// Heading, text or hint; longer texts may be marked up.
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
    if lines > 1 {
        ui.label(RichText::new(pane.context.texts.get("form-markdown")).size(12.0).color(pane.context.theme.text_soft));
        ui.add_space(4.0);
    }
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
