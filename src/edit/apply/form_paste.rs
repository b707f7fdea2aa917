//! Pasting parts of forms, and forms made from others.

use super::adopt::Adoption;
use super::forms::{add, add_field, add_page, insert, key_for, renumber};
use crate::edit::draft::Draft;

use crate::edit::rules::list_round;
use crate::edit::{Derivation, FormFragment, FormParts, FormPlace, NewFieldKind, Refusal};
use crate::model::{
    CodeEntry, Document, ElementKind, FieldKind, Form, FormElement, FormElementId, FormId, FormRule, Page, PageKind, Subject, key_from_name,
};
use std::collections::BTreeMap;

/// Identities of copied elements and of their copies.
type Made = BTreeMap<FormElementId, FormElementId>;

pub(super) fn paste(draft: &mut Draft, fragment: &FormFragment, place: Option<FormPlace>) -> Result<(), Refusal> {
    let made = match &fragment.parts {
        FormParts::Forms(forms) => return forms.iter().try_for_each(|form| paste_form(draft, &fragment.source, form)),
        FormParts::Pages(pages) => paste_pages(draft, &fragment.source, pages, place.ok_or(Refusal::NotAPlace)?)?,
        FormParts::Elements(elements) => paste_elements(draft, &fragment.source, elements, place.ok_or(Refusal::NotAPlace)?)?,
    };
    let form = place.ok_or(Refusal::NotAPlace)?.form;
    copy_rules(draft, form, &fragment.rules, &made)
}

fn paste_form(draft: &mut Draft, source: &Document, copied: &Form) -> Result<(), Refusal> {
    let id: FormId = draft.document.new_id();
    let is_taken = draft.document.forms.values().any(|form| form.name == copied.name);
    let name = if is_taken { format!("{} (Kopie)", copied.name) } else { copied.name.clone() };
    let key = key_for(&draft.document, &name, id);
    let shown = |shows: FormId| source.forms.get(shows).and_then(|shown| draft.document.forms.values().find(|own| own.key == shown.key));
    let shows = copied.shows.and_then(shown).map(|form| form.id);
    let form = Form { description: copied.description.clone(), shows, ..Form::new(id, &key, &name, Vec::new()) };
    draft.created.push(Subject::Form(id));
    draft.document.forms.insert(id, form);
    let place = FormPlace { form: id, container: FormElementId(0), index: 0 };
    let made = paste_pages(draft, source, &copied.pages, place)?;
    copy_rules(draft, id, &copied.rules, &made)
}

/// Pages go behind the page on which the place lies, or to the end.
fn paste_pages(draft: &mut Draft, source: &Document, pages: &[Page], place: FormPlace) -> Result<Made, Refusal> {
    let mut made = Made::new();
    let form = draft.document.forms.get(place.form).ok_or(Refusal::NotThere)?;
    let before = form.pages.iter().position(|page| page.id == place.container);
    let first = before.map_or(form.pages.len(), |before| before + 1);
    for (index, copied) in (first..).zip(pages) {
        let id: FormElementId = draft.document.new_id();
        draft.created.push(Subject::FormElement(place.form, id));
        made.insert(copied.id, id);
        let form = draft.document.forms.get_mut(place.form).ok_or(Refusal::NotThere)?;
        form.pages.insert(index.min(form.pages.len()), Page { id, elements: Vec::new(), ..copied.clone() });
        made.extend(paste_elements(draft, source, &copied.elements, FormPlace { container: id, index: 0, ..place })?);
    }
    Ok(made)
}

fn paste_elements(draft: &mut Draft, source: &Document, elements: &[FormElement], place: FormPlace) -> Result<Made, Refusal> {
    let mut made = Made::new();
    let round = list_round(draft.document.forms.get(place.form).ok_or(Refusal::NotThere)?, place.container).cloned();
    for (offset, copied) in elements.iter().enumerate() {
        let mut element = copied.clone();
        made.extend(renumber(draft, place.form, &mut element));
        let place = FormPlace { index: place.index.saturating_add(offset), ..place };
        Adoption { draft, source, place }.element(&mut element, round.as_ref())?;
        insert(draft, place, element)?;
    }
    Ok(made)
}

/// Rules whose targets were copied come along.
fn copy_rules(draft: &mut Draft, form: FormId, rules: &[FormRule], made: &Made) -> Result<(), Refusal> {
    for rule in rules {
        let targets = rule.targets.iter().filter_map(|target| made.get(target).copied()).collect();
        let id = draft.document.new_id();
        draft.document.forms.get_mut(form).ok_or(Refusal::NotThere)?.rules.push(FormRule { id, targets, ..rule.clone() });
    }
    Ok(())
}

/// A form over another one, with a page of its own for what is decided.
pub(super) fn derive(draft: &mut Draft, shown: FormId, wanted: &Derivation) -> Result<(), Refusal> {
    add(draft, &wanted.name, None)?;
    let made = draft.created.iter().rev().find_map(|made| if let Subject::Form(form) = made { Some(*form) } else { None });
    let id = made.ok_or(Refusal::NotThere)?;
    let form = draft.document.forms.get_mut(id).ok_or(Refusal::NotThere)?;
    form.shows = Some(shown);
    let page = form.pages.first_mut().ok_or(Refusal::NotThere)?;
    page.title.clone_from(&wanted.page);
    let place = FormPlace { form: id, container: page.id, index: usize::MAX };
    add_field(draft, place, &wanted.decision, NewFieldKind::Choice(None))?;
    name_outcomes(draft, &wanted.outcomes);
    add_field(draft, place, &wanted.comment, NewFieldKind::Simple(FieldKind::LongText))?;
    let form = draft.document.forms.get_mut(id).ok_or(Refusal::NotThere)?;
    let comment = form.pages.first_mut().and_then(|page| page.elements.last_mut());
    if let Some(FormElement { kind: ElementKind::Field(field), .. }) = comment {
        field.is_required = false;
    }
    Ok(())
}

/// The codes of the list that was made last.
fn name_outcomes(draft: &mut Draft, outcomes: &[String]) {
    let made = draft.created.iter().rev().find_map(|made| if let Subject::CodeList(list) = made { Some(*list) } else { None });
    if let Some(list) = made.and_then(|list| draft.document.code_lists.get_mut(list)) {
        list.entries = outcomes.iter().map(|outcome| CodeEntry::new(&key_from_name(outcome), outcome)).collect();
    }
}

/// A page at the end that shows what was filled in.
pub(super) fn add_summary(draft: &mut Draft, form: FormId, title: &str) -> Result<(), Refusal> {
    add_page(draft, form, title)?;
    let page = draft.document.forms.get_mut(form).and_then(|form| form.pages.last_mut());
    page.ok_or(Refusal::NotThere)?.kind = PageKind::Summary;
    Ok(())
}
