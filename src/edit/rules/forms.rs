//! Rules for forms: what stands where, and which data may be shown there.

use crate::edit::{ContentCommand, Derivation, FormFragment, FormParts, FormPlace, NewFieldKind, Refusal};
use crate::model::{DataPath, Document, ElementKind, FieldKind, Form, FormElement, FormElementId, FormRule, Subject};

use super::{content, texts, there};

pub(super) fn may(document: &Document, command: &ContentCommand) -> Result<(), Refusal> {
    match command {
        ContentCommand::AddPage { form, title } | ContentCommand::AddSummary { form, title } => {
            texts::name(title)?;
            there(document, Subject::Form(*form))
        }
        ContentCommand::DeriveForm { form, wanted } => {
            let Derivation { name, page, decision, outcomes, comment } = wanted;
            [name, page, decision, comment].into_iter().chain(outcomes).try_for_each(|text| texts::name(text))?;
            there(document, Subject::Form(*form))
        }
        ContentCommand::PasteInForm { fragment, place } => paste(document, fragment, *place),
        ContentCommand::AddElement { place, element } => {
            let form = container(document, *place)?;
            element_fits(document, element, list_round(form, place.container))
        }
        ContentCommand::AddField { place, label, kind } => {
            texts::name(label)?;
            container(document, *place)?;
            match kind {
                NewFieldKind::Simple(kind) => content::kind(document, None, *kind),
                NewFieldKind::Choice(Some(list)) | NewFieldKind::MultipleChoice(Some(list)) => there(document, Subject::CodeList(*list)),
                _ => Ok(()),
            }
        }
        ContentCommand::AddRule { form, rule } => rule_fits(document.forms.get(*form).ok_or(Refusal::NotThere)?, rule),
        ContentCommand::MoveElement { element, place } => move_element(document, *element, *place),
        _ => Ok(()),
    }
}

/// Elements go on pages and into groups; forms and pages need no container.
fn paste(document: &Document, fragment: &FormFragment, place: Option<FormPlace>) -> Result<(), Refusal> {
    match (&fragment.parts, place) {
        (FormParts::Forms(_), _) => Ok(()),
        (FormParts::Pages(_), Some(place)) => there(document, Subject::Form(place.form)),
        (FormParts::Elements(_), Some(place)) => container(document, place).map(drop),
        (_, None) => Err(Refusal::NotAPlace),
    }
}

/// A rule speaks of elements of its form.
pub(super) fn rule_fits(form: &Form, rule: &FormRule) -> Result<(), Refusal> {
    texts::name(&rule.name)?;
    texts::name(&rule.wording)?;
    let is_there = |target: &FormElementId| element(form, *target).is_some();
    if rule.targets.iter().all(is_there) { Ok(()) } else { Err(Refusal::NotThere) }
}

/// The form of a place, whose container must be a page or group of it.
fn container(document: &Document, place: FormPlace) -> Result<&Form, Refusal> {
    let form = document.forms.get(place.form).ok_or(Refusal::NotThere)?;
    let is_page = form.pages.iter().any(|page| page.id == place.container);
    let is_group = || element(form, place.container).is_some_and(|it| matches!(it.kind, ElementKind::Group(_)));
    if is_page || is_group() { Ok(form) } else { Err(Refusal::NotAPlace) }
}

fn element(form: &Form, id: FormElementId) -> Option<&FormElement> {
    form.elements().into_iter().find(|element| element.id == id)
}

/// The list of the innermost repeatable group that an element of the form is, or stands in.
pub(in crate::edit) fn list_round(form: &Form, id: FormElementId) -> Option<&DataPath> {
    form.pages.iter().find_map(|page| way_to(&page.elements, id))?.into_iter().find_map(list_of)
}

/// The element and the groups round it, from the inside out.
fn way_to(elements: &[FormElement], id: FormElementId) -> Option<Vec<&FormElement>> {
    elements.iter().find_map(|element| match &element.kind {
        _ if element.id == id => Some(vec![element]),
        ElementKind::Group(group) => way_to(&group.elements, id).map(|mut way| {
            way.push(element);
            way
        }),
        _ => None,
    })
}

/// The list of a repeatable group.
fn list_of(element: &FormElement) -> Option<&DataPath> {
    match &element.kind {
        ElementKind::Group(group) => group.repeat.as_ref().map(|repeat| &repeat.list),
        _ => None,
    }
}

/// Whether an element with all in it may stand inside a group of that list (`None`: outside of lists).
pub(super) fn element_fits(document: &Document, element: &FormElement, round: Option<&DataPath>) -> Result<(), Refusal> {
    if element.widths().any(|width| !(1..=12).contains(&width)) {
        return Err(Refusal::Width);
    }
    match &element.kind {
        ElementKind::Field(field) => path_fits(document, &field.data, round),
        ElementKind::Group(group) => {
            if let Some(repeat) = &group.repeat {
                list_fits(document, &repeat.list, round)?;
            }
            let inner = group.repeat.as_ref().map(|repeat| &repeat.list).or(round);
            group.elements.iter().try_for_each(|element| element_fits(document, element, inner))
        }
        _ => Ok(()),
    }
}

/// The list of a repeatable group.
pub(super) fn list_fits(document: &Document, list: &DataPath, round: Option<&DataPath>) -> Result<(), Refusal> {
    path_fits(document, list, round)?;
    let kind = list.last().and_then(|field| document.fields.get(field)).map(|field| field.kind);
    if matches!(kind, Some(FieldKind::List(_))) { Ok(()) } else { Err(Refusal::NotAList) }
}

/// Each part of a path is a field of the object before it; it leads through no list but the one round it.
pub(in crate::edit) fn path_fits(document: &Document, path: &DataPath, round: Option<&DataPath>) -> Result<(), Refusal> {
    let (last, way) = path.0.split_last().ok_or(Refusal::BrokenPath)?;
    let inner = match round {
        Some(list) => way.strip_prefix(list.0.as_slice()).ok_or(Refusal::OutsideItsList)?,
        None => way,
    };
    for pair in path.0.windows(2) {
        let [outer, inner] = pair else { continue };
        let outer = document.fields.get(*outer).ok_or(Refusal::NotThere)?;
        let inner = document.fields.get(*inner).ok_or(Refusal::NotThere)?;
        if outer.kind.object() != Some(inner.object) {
            return Err(Refusal::BrokenPath);
        }
    }
    there(document, Subject::DataField(*last))?;
    let is_list = |field: &&crate::model::DataFieldId| document.fields.get(**field).is_some_and(|it| matches!(it.kind, FieldKind::List(_)));
    if inner.iter().any(|field| is_list(&field)) { Err(Refusal::OutsideItsList) } else { Ok(()) }
}

fn move_element(document: &Document, id: FormElementId, place: FormPlace) -> Result<(), Refusal> {
    let form = document.forms.get(place.form).ok_or(Refusal::NotThere)?;
    if form.pages.iter().any(|page| page.id == id) {
        return Ok(());
    }
    let moved = element(form, id).ok_or(Refusal::NotThere)?;
    if is_in(moved, place.container) {
        return Err(Refusal::IntoItself);
    }
    container(document, place)?;
    element_fits(document, moved, list_round(form, place.container))
}

/// Whether an element is this one or stands somewhere in it.
fn is_in(element: &FormElement, id: FormElementId) -> bool {
    element.id == id
        || match &element.kind {
            ElementKind::Group(group) => group.elements.iter().any(|inner| is_in(inner, id)),
            _ => false,
        }
}
