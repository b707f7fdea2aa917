//! Forms: pages, elements, and fields together with the data that they show.

use super::content::{add_code_list, add_data_field, add_object_type};
use super::remove::take_out;
use crate::edit::draft::Draft;
use crate::edit::rules::list_round;
use crate::edit::{FormPlace, NewFieldKind, Refusal};
use crate::model::{
    DataPath, Document, ElementKind, FieldGroup, FieldKind, Form, FormElement, FormElementId, FormField, FormId, FormRule, NodeId,
    ObjectTypeId, Page, Repeat, RepeatLayout, Subject, free_key,
};
use std::collections::BTreeMap;

/// Whole breadth of the grid.
const FULL: u8 = 12;
/// Half of it, for what is short.
const HALF: u8 = 6;

pub(super) fn add(draft: &mut Draft, name: &str, step: Option<NodeId>) -> Result<(), Refusal> {
    let id: FormId = draft.document.new_id();
    let key = key_for(&draft.document, name, id);
    let page = Page::new(draft.document.new_id(), "");
    draft.created.extend([Subject::Form(id), Subject::FormElement(id, page.id)]);
    draft.document.forms.insert(id, Form::new(id, &key, name, vec![page]));
    if let Some(step) = step {
        draft.document.nodes.get_mut(step).ok_or(Refusal::NotThere)?.details.form = Some(id);
    }
    Ok(())
}

pub(super) fn key_for(document: &Document, name: &str, id: FormId) -> String {
    free_key(name, &format!("formular{}", id.0), |key| document.forms.values().any(|form| form.key == key))
}

/// This key if it is free, else one from the name.
pub(super) fn key_among<'a>(wanted: &str, name: &str, taken: impl Iterator<Item = &'a str>) -> String {
    let taken: Vec<&str> = taken.collect();
    if taken.contains(&wanted) { free_key(name, wanted, |key| taken.contains(&key)) } else { wanted.to_owned() }
}

pub(super) fn add_page(draft: &mut Draft, form: FormId, title: &str) -> Result<(), Refusal> {
    let page = Page::new(draft.document.new_id(), title);
    draft.created.push(Subject::FormElement(form, page.id));
    draft.document.forms.get_mut(form).ok_or(Refusal::NotThere)?.pages.push(page);
    Ok(())
}

pub(super) fn add_element(draft: &mut Draft, place: FormPlace, element: &FormElement) -> Result<(), Refusal> {
    let mut element = element.clone();
    renumber(draft, place.form, &mut element);
    insert(draft, place, element)
}

/// Gives an element and all in it new identities. Answers with the old and the new ones.
pub(super) fn renumber(draft: &mut Draft, form: FormId, element: &mut FormElement) -> BTreeMap<FormElementId, FormElementId> {
    let new: FormElementId = draft.document.new_id();
    let mut made = BTreeMap::from([(std::mem::replace(&mut element.id, new), new)]);
    draft.created.push(Subject::FormElement(form, new));
    if let ElementKind::Group(group) = &mut element.kind {
        for inner in &mut group.elements {
            made.extend(renumber(draft, form, inner));
        }
    }
    made
}

pub(super) fn add_rule(draft: &mut Draft, form: FormId, rule: &FormRule) -> Result<(), Refusal> {
    let id = draft.document.new_id();
    draft.created.push(Subject::FormElement(form, id));
    draft.document.forms.get_mut(form).ok_or(Refusal::NotThere)?.rules.push(FormRule { id, ..rule.clone() });
    Ok(())
}

pub(super) fn insert(draft: &mut Draft, place: FormPlace, element: FormElement) -> Result<(), Refusal> {
    let form = draft.document.forms.get_mut(place.form).ok_or(Refusal::NotThere)?;
    let elements = container(form, place.container).ok_or(Refusal::NotAPlace)?;
    elements.insert(place.index.min(elements.len()), element);
    Ok(())
}

/// What stands on a page or in a group.
fn container(form: &mut Form, wanted: FormElementId) -> Option<&mut Vec<FormElement>> {
    if let Some(page) = form.pages.iter().position(|page| page.id == wanted) {
        return form.pages.get_mut(page).map(|page| &mut page.elements);
    }
    form.pages.iter_mut().find_map(|page| group_in(&mut page.elements, wanted))
}

fn group_in(elements: &mut [FormElement], wanted: FormElementId) -> Option<&mut Vec<FormElement>> {
    elements.iter_mut().find_map(|element| {
        let ElementKind::Group(group) = &mut element.kind else { return None };
        if element.id == wanted { Some(&mut group.elements) } else { group_in(&mut group.elements, wanted) }
    })
}

pub(super) fn add_field(draft: &mut Draft, place: FormPlace, label: &str, kind: NewFieldKind) -> Result<(), Refusal> {
    let (object, round) = home_of_new_data(draft, place)?;
    let data_kind = data_kind(draft, label, kind);
    let field = add_data_field(draft, object, label, data_kind)?;
    let mut path = round;
    path.0.push(field);
    let kind = match kind {
        NewFieldKind::List => {
            let repeat = Repeat { list: path, least: 0, most: None, layout: RepeatLayout::Cards };
            ElementKind::Group(FieldGroup { repeat: Some(repeat), ..FieldGroup::new(label, Vec::new()) })
        }
        _ => ElementKind::Field(FormField { is_required: true, ..FormField::of(path) }),
    };
    let element = FormElement { width: usual_width(data_kind), ..FormElement::new(draft.document.new_id(), kind) };
    draft.created.push(Subject::FormElement(place.form, element.id));
    insert(draft, place, element)
}

fn data_kind(draft: &mut Draft, label: &str, kind: NewFieldKind) -> FieldKind {
    match kind {
        NewFieldKind::Simple(kind) => kind,
        NewFieldKind::Choice(list) => FieldKind::Choice(list.unwrap_or_else(|| add_code_list(draft, label))),
        NewFieldKind::MultipleChoice(list) => FieldKind::MultipleChoice(list.unwrap_or_else(|| add_code_list(draft, label))),
        NewFieldKind::List => FieldKind::List(add_object_type(draft, label)),
    }
}

fn usual_width(kind: FieldKind) -> u8 {
    match kind {
        FieldKind::WholeNumber
        | FieldKind::Decimal
        | FieldKind::Money
        | FieldKind::Date
        | FieldKind::Time
        | FieldKind::DateTime
        | FieldKind::Text
        | FieldKind::Email
        | FieldKind::Phone => HALF,
        _ => FULL,
    }
}

/// The object that takes a new field up, and the way to that object: inside a repeatable group the
/// objects of its list, else the object of the nearest field of the form, else one named after the form.
pub(super) fn home_of_new_data(draft: &mut Draft, place: FormPlace) -> Result<(ObjectTypeId, DataPath), Refusal> {
    let form = draft.document.forms.get(place.form).ok_or(Refusal::NotThere)?;
    if let Some(list) = list_round(form, place.container) {
        let field = list.last().and_then(|last| draft.document.fields.get(last)).ok_or(Refusal::BrokenPath)?;
        return Ok((field.kind.object().ok_or(Refusal::NotAList)?, list.clone()));
    }
    if let Some(home) = home_of_neighbour(&draft.document, form, place) {
        return Ok(home);
    }
    let name = form.name.clone();
    let known = draft.document.case_objects().find(|object| object.name == name).map(|object| object.id);
    let object = known.unwrap_or_else(|| add_object_type(draft, &name));
    Ok((object, DataPath(Vec::new())))
}

/// Object and way of the nearest field before the place, else of the first one behind it, outside of lists.
fn home_of_neighbour(document: &Document, form: &Form, place: FormPlace) -> Option<(ObjectTypeId, DataPath)> {
    let homes = form.elements().into_iter().filter_map(|element| {
        let ElementKind::Field(field) = &element.kind else { return None };
        list_round(form, element.id).is_none().then_some(())?;
        let object = document.fields.get(field.data.last()?)?.object;
        let way = field.data.0.get(..field.data.0.len().checked_sub(1)?)?;
        Some((element.id, (object, DataPath(way.to_vec()))))
    });
    let homes: Vec<_> = homes.collect();
    let before = elements_before(form, place);
    homes.iter().rev().find(|(id, _)| before.contains(id)).or_else(|| homes.first()).map(|(_, home)| home.clone())
}

/// Everything that comes before a place in reading order.
fn elements_before(form: &Form, place: FormPlace) -> Vec<FormElementId> {
    let mut form = form.clone();
    let marker = FormElementId(0);
    let element = FormElement::new(marker, ElementKind::Heading(String::new()));
    if let Some(elements) = container(&mut form, place.container) {
        elements.insert(place.index.min(elements.len()), element);
    }
    form.elements().into_iter().map(|element| element.id).take_while(|id| *id != marker).collect()
}

pub(super) fn move_element(draft: &mut Draft, element: FormElementId, place: FormPlace) -> Result<(), Refusal> {
    let form = draft.document.forms.get_mut(place.form).ok_or(Refusal::NotThere)?;
    if let Some(from) = form.pages.iter().position(|page| page.id == element) {
        let page = form.pages.remove(from);
        let to = if place.index > from { place.index - 1 } else { place.index };
        form.pages.insert(to.min(form.pages.len()), page);
        return Ok(());
    }
    let elements = container(form, place.container).ok_or(Refusal::NotAPlace)?;
    let own = elements.iter().position(|it| it.id == element);
    let index = if own.is_some_and(|own| own < place.index) { place.index - 1 } else { place.index };
    let moved = form.pages.iter_mut().find_map(|page| take_out(&mut page.elements, element)).ok_or(Refusal::NotThere)?;
    insert(draft, FormPlace { index, ..place }, moved)
}

pub(super) fn duplicate(draft: &mut Draft, form: FormId) -> Result<(), Refusal> {
    let mut copy = draft.document.forms.get(form).ok_or(Refusal::NotThere)?.clone();
    copy.id = draft.document.new_id();
    copy.name = format!("{} (Kopie)", copy.name);
    copy.key = key_for(&draft.document, &copy.name, copy.id);
    draft.created.push(Subject::Form(copy.id));
    let mut made = BTreeMap::new();
    for page in &mut copy.pages {
        page.id = draft.document.new_id();
        draft.created.push(Subject::FormElement(copy.id, page.id));
        for element in &mut page.elements {
            made.extend(renumber(draft, copy.id, element));
        }
    }
    for rule in &mut copy.rules {
        rule.id = draft.document.new_id();
        draft.created.push(Subject::FormElement(copy.id, rule.id));
        rule.targets = rule.targets.iter().filter_map(|target| made.get(target).copied()).collect();
    }
    draft.document.forms.insert(copy.id, copy);
    Ok(())
}
