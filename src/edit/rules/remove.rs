//! Rules for taking elements out: nothing goes whose meaning others would lose silently.

use crate::edit::Refusal;
use crate::model::{CodeListId, DataFieldId, DataPath, Document, ElementKind, FormElement, FormElementId, FormId, Subject};
use std::collections::BTreeSet;

pub(super) fn may(document: &Document, subjects: &[Subject]) -> Result<(), Refusal> {
    if subjects.is_empty() {
        return Err(Refusal::NothingToDo);
    }
    subjects.iter().try_for_each(|subject| super::there(document, *subject))?;
    let gone: BTreeSet<Subject> = subjects.iter().copied().collect();
    if gone.contains(&Subject::Process(document.main_process)) {
        return Err(Refusal::MainProcess);
    }
    last_page(document, &gone)?;
    let by: Vec<Subject> = users(document, &gone).into_iter().collect();
    if by.is_empty() { Ok(()) } else { Err(Refusal::InUse { by }) }
}

fn last_page(document: &Document, gone: &BTreeSet<Subject>) -> Result<(), Refusal> {
    let forms: BTreeSet<FormId> =
        gone.iter().filter_map(|subject| if let Subject::FormElement(form, _) = subject { Some(*form) } else { None }).collect();
    for form in forms.into_iter().filter(|form| !gone.contains(&Subject::Form(*form))).filter_map(|form| document.forms.get(form)) {
        if form.pages.iter().all(|page| gone.contains(&Subject::FormElement(form.id, page.id))) {
            return Err(Refusal::LastPage);
        }
    }
    Ok(())
}

/// Who uses what is to go, and does not go itself.
fn users(document: &Document, gone: &BTreeSet<Subject>) -> BTreeSet<Subject> {
    let fields = lost_fields(document, gone);
    let lists: BTreeSet<CodeListId> =
        gone.iter().filter_map(|subject| if let Subject::CodeList(list) = subject { Some(*list) } else { None }).collect();
    let mut users = BTreeSet::new();
    for field in document.fields.values().filter(|field| !fields.contains(&field.id)) {
        let list_lost = field.kind.code_list().is_some_and(|list| lists.contains(&list));
        let object_lost = field.kind.object().is_some_and(|object| gone.contains(&Subject::ObjectType(object)));
        if list_lost || object_lost {
            users.insert(Subject::DataField(field.id));
        }
    }
    for setting in document.settings.values().filter(|setting| !gone.contains(&Subject::Setting(setting.id))) {
        if setting.kind.code_list().is_some_and(|list| lists.contains(&list)) {
            users.insert(Subject::Setting(setting.id));
        }
    }
    if !fields.is_empty() {
        users.extend(form_users(document, gone, &fields));
    }
    users
}

/// Fields that go, by themselves or with their object.
fn lost_fields(document: &Document, gone: &BTreeSet<Subject>) -> BTreeSet<DataFieldId> {
    let fields = document.fields.values();
    fields
        .filter(|field| gone.contains(&Subject::DataField(field.id)) || gone.contains(&Subject::ObjectType(field.object)))
        .map(|field| field.id)
        .collect()
}

fn form_users(document: &Document, gone: &BTreeSet<Subject>, fields: &BTreeSet<DataFieldId>) -> BTreeSet<Subject> {
    let mut users = BTreeSet::new();
    for form in document.forms.values().filter(|form| !gone.contains(&Subject::Form(form.id))) {
        let is_gone = |id: FormElementId| gone.contains(&Subject::FormElement(form.id, id));
        for page in form.pages.iter().filter(|page| !is_gone(page.id)) {
            collect(&page.elements, &is_gone, fields, &mut |id| users.extend([Subject::FormElement(form.id, id)]));
        }
    }
    users
}

fn collect(
    elements: &[FormElement],
    is_gone: &dyn Fn(FormElementId) -> bool,
    fields: &BTreeSet<DataFieldId>,
    found: &mut dyn FnMut(FormElementId),
) {
    let uses = |path: &DataPath| path.0.iter().any(|field| fields.contains(field));
    for element in elements.iter().filter(|element| !is_gone(element.id)) {
        match &element.kind {
            ElementKind::Field(field) if uses(&field.data) => found(element.id),
            ElementKind::Group(group) => {
                if group.repeat.as_ref().is_some_and(|repeat| uses(&repeat.list)) {
                    found(element.id);
                }
                collect(&group.elements, is_gone, fields, found);
            }
            _ => {}
        }
    }
}
