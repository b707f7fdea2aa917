//! The data model's shape: nested objects, moved and copied fields, ready code lists.

use super::content::{add_data_field, add_object_type};
use crate::edit::Refusal;
use crate::edit::draft::Draft;
use crate::edit::rename::move_path;
use crate::edit::rules::{Route, route};
use crate::model::{
    CodeList, CodeListId, DataField, DataFieldId, DataPath, Document, ElementKind, FieldKind, FormElement, ObjectTypeId, Subject, free_key,
};
use crate::scope::Target;

pub(super) fn add_nested(draft: &mut Draft, object: ObjectTypeId, name: &str, is_list: bool) -> Result<(), Refusal> {
    let inner = add_object_type(draft, name);
    let kind = if is_list { FieldKind::List(inner) } else { FieldKind::Object(inner) };
    add_data_field(draft, object, name, kind)?;
    Ok(())
}

pub(super) fn move_field(draft: &mut Draft, id: DataFieldId, object: ObjectTypeId, index: usize) -> Result<(), Refusal> {
    let before = draft.document.clone();
    let field = before.fields.get(id).ok_or(Refusal::NotThere)?;
    let old = draft.document.objects.get_mut(field.object).ok_or(Refusal::NotThere)?;
    let place = old.fields.iter().position(|kept| *kept == id);
    old.fields.retain(|kept| *kept != id);
    // The place was counted while the field stood before it.
    let is_behind = field.object == object && place.is_some_and(|place| place < index);
    let index = if is_behind { index - 1 } else { index };
    let fields = &mut draft.document.objects.get_mut(object).ok_or(Refusal::NotThere)?.fields;
    fields.insert(index.min(fields.len()), id);
    if field.object != object {
        draft.document.fields.get_mut(id).ok_or(Refusal::NotThere)?.object = object;
        follow(&before, &mut draft.document, field, object)?;
    }
    Ok(())
}

/// Data paths and expressions follow the field.
fn follow(before: &Document, document: &mut Document, field: &DataField, object: ObjectTypeId) -> Result<(), Refusal> {
    let route = route(before, field.object, object);
    if let Ok(route) = &route {
        move_in_forms(document, field.id, route);
    }
    let new = route.as_ref().ok().filter(|route| !route.is_in_list).and_then(|route| {
        let path = route.to.iter().copied().chain([field.id]).collect();
        document.path_text(&DataPath(path))
    });
    let is_followed = move_path(before, document, Target::Field(field.id), new.as_deref());
    match route {
        _ if is_followed => Ok(()),
        Err(refusal) => Err(refusal),
        Ok(_) => Err(Refusal::PathNotFollowed),
    }
}

fn move_in_forms(document: &mut Document, field: DataFieldId, route: &Route) {
    let old: Vec<DataFieldId> = route.from.iter().copied().chain([field]).collect();
    let shows = |path: &DataPath| path.0.starts_with(&old);
    let forms: Vec<_> = document.forms.values().filter(|form| form.elements().iter().any(|it| path_of(it).is_some_and(shows))).collect();
    let changed: Vec<_> = forms
        .into_iter()
        .map(|form| {
            let mut form = form.clone();
            form.pages.iter_mut().for_each(|page| move_in_elements(&mut page.elements, &old, &route.to));
            form
        })
        .collect();
    for form in changed {
        document.forms.insert(form.id, form);
    }
}

/// The data that an element shows.
fn path_of(element: &FormElement) -> Option<&DataPath> {
    match &element.kind {
        ElementKind::Field(field) => Some(&field.data),
        ElementKind::Group(group) => group.repeat.as_ref().map(|repeat| &repeat.list),
        _ => None,
    }
}

fn move_in_elements(elements: &mut [FormElement], old: &[DataFieldId], to: &[DataFieldId]) {
    let renew = |path: &mut DataPath| {
        if path.0.starts_with(old) {
            path.0.splice(..old.len() - 1, to.iter().copied());
        }
    };
    for element in elements {
        match &mut element.kind {
            ElementKind::Field(field) => renew(&mut field.data),
            ElementKind::Group(group) => {
                if let Some(repeat) = &mut group.repeat {
                    renew(&mut repeat.list);
                }
                move_in_elements(&mut group.elements, old, to);
            }
            _ => {}
        }
    }
}

pub(super) fn duplicate(draft: &mut Draft, subject: Subject) -> Result<(), Refusal> {
    match subject {
        Subject::DataField(field) => duplicate_field(draft, field),
        Subject::ObjectType(object) => duplicate_object(draft, object),
        _ => Err(Refusal::NothingToDo),
    }
}

fn duplicate_field(draft: &mut Draft, field: DataFieldId) -> Result<(), Refusal> {
    let old = draft.document.fields.get(field).ok_or(Refusal::NotThere)?.clone();
    let id: DataFieldId = draft.document.new_id();
    let key = free_key(&old.name, &old.key, |key| draft.document.fields.values().any(|it| it.object == old.object && it.key == key));
    let object = draft.document.objects.get_mut(old.object).ok_or(Refusal::NotThere)?;
    let place = object.fields.iter().position(|kept| *kept == field).map_or(object.fields.len(), |place| place + 1);
    object.fields.insert(place, id);
    let name = format!("{} (Kopie)", old.name);
    draft.document.fields.insert(id, DataField { id, key, name, ..old });
    draft.created.push(Subject::DataField(id));
    Ok(())
}

fn duplicate_object(draft: &mut Draft, object: ObjectTypeId) -> Result<(), Refusal> {
    let old = draft.document.objects.get(object).ok_or(Refusal::NotThere)?.clone();
    let id = add_object_type(draft, &format!("{} (Kopie)", old.name));
    let mut fields = Vec::new();
    for field in &old.fields {
        let copy = draft.document.fields.get(*field).ok_or(Refusal::NotThere)?.clone();
        let new: DataFieldId = draft.document.new_id();
        draft.document.fields.insert(new, DataField { id: new, object: id, ..copy });
        draft.created.push(Subject::DataField(new));
        fields.push(new);
    }
    let made = draft.document.objects.get_mut(id).ok_or(Refusal::NotThere)?;
    (made.description, made.legal_bases, made.fim_id) = (old.description, old.legal_bases, old.fim_id);
    made.fields = fields;
    Ok(())
}

pub(super) fn add_ready_code_list(draft: &mut Draft, list: &CodeList) {
    let id: CodeListId = draft.document.new_id();
    let wished = if list.key.is_empty() { &list.name } else { &list.key };
    let key = free_key(wished, &format!("liste{}", id.0), |key| draft.document.code_lists.values().any(|it| it.key == key));
    draft.document.code_lists.insert(id, CodeList { id, key, ..list.clone() });
    draft.created.push(Subject::CodeList(id));
}
