//! One side of the comparison: a document and its form, looked up by path.

use crate::model::{
    DataField, DataFieldId, DataPath, Document, ElementKind, FieldGroup, Form, FormElement, FormField, ObjectType, ObjectTypeId, Repeat,
};
use std::collections::BTreeMap;

/// A document with the form that is compared.
pub(super) struct Side<'d> {
    pub document: &'d Document,
    pub form: &'d Form,
    fields: BTreeMap<Vec<DataFieldId>, &'d FormElement>,
    groups: Vec<Group<'d>>,
}

/// A page or group with what it says, and all paths in it.
struct Group<'d> {
    title: &'d str,
    help: &'d str,
    list: Option<&'d DataPath>,
    paths: Vec<&'d DataPath>,
}

impl<'d> Side<'d> {
    pub fn new(document: &'d Document, form: &'d Form) -> Self {
        let elements = form.elements();
        let fields = elements.iter().filter_map(|element| match &element.kind {
            ElementKind::Field(field) => Some((field.data.0.clone(), *element)),
            ElementKind::Group(FieldGroup { repeat: Some(repeat), .. }) => Some((repeat.list.0.clone(), *element)),
            _ => None,
        });
        Self { document, form, fields: fields.collect(), groups: groups(form) }
    }

    /// The case object of that FIM id: the one in which the form's fields lie.
    pub fn root(&self, fim_id: &str) -> Option<ObjectTypeId> {
        let shown = self.fields.keys().filter_map(|path| Some(self.document.fields.get(*path.first()?)?.object));
        let all = self.document.objects.keys();
        shown.chain(all).find(|object| self.document.objects.get(*object).is_some_and(|object| object.fim_id == fim_id))
    }

    pub fn object(&self, object: ObjectTypeId) -> Option<&'d ObjectType> {
        self.document.objects.get(object)
    }

    pub fn field(&self, field: DataFieldId) -> Option<&'d DataField> {
        self.document.fields.get(field)
    }

    /// The fields of an object in order, each with its FIM id and how many before it have the same.
    pub fn numbered(&self, object: ObjectTypeId) -> Vec<((String, usize), DataFieldId)> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let fields = self.object(object).into_iter().flat_map(|object| self.document.fields_of(object));
        let number = |field: &'d DataField| {
            let count = counts.entry(field.fim_id.clone()).or_default();
            *count += 1;
            ((field.fim_id.clone(), *count), field.id)
        };
        fields.map(number).collect()
    }

    /// The element that shows the data of a path: a field, or the repeatable group of a list.
    pub fn element(&self, path: &[DataFieldId]) -> Option<&'d FormElement> {
        self.fields.get(path).copied()
    }

    pub fn form_field(&self, path: &[DataFieldId]) -> Option<&'d FormField> {
        match &self.element(path)?.kind {
            ElementKind::Field(field) => Some(field),
            ElementKind::Group(group) => group.elements.iter().find_map(|inner| match &inner.kind {
                ElementKind::Field(field) => Some(field),
                _ => None,
            }),
            _ => None,
        }
    }

    /// How often the group of a list is filled in.
    pub fn repeat(&self, path: &[DataFieldId]) -> Option<&'d Repeat> {
        if let ElementKind::Group(group) = &self.element(path)?.kind { group.repeat.as_ref() } else { None }
    }

    /// Title and help of the group for the object of a path: the outermost that has nothing else in it and was not `taken` for a path
    /// further out.
    pub fn group(&self, path: &[DataFieldId], taken: &mut Vec<usize>) -> Option<(&'d str, &'d str)> {
        let fits = |group: &Group<'d>| match group.list {
            Some(list) => list.0 == path,
            None => !group.paths.is_empty() && group.paths.iter().all(|inner| inner.0.len() > path.len() && inner.0.starts_with(path)),
        };
        let (at, group) = self.groups.iter().enumerate().find(|(at, group)| !taken.contains(at) && fits(group))?;
        taken.push(at);
        Some((group.title, group.help))
    }
}

/// Pages and groups, outer before inner. A page with nothing but one group gives way to that.
fn groups(form: &Form) -> Vec<Group<'_>> {
    let mut found = Vec::new();
    for page in &form.pages {
        let is_shell = matches!(page.elements.as_slice(), [FormElement { kind: ElementKind::Group(_), .. }]);
        if !is_shell {
            let first = page.elements.first().map(|element| &element.kind);
            let help = if let Some(ElementKind::StaticText(text)) = first { text.as_str() } else { "" };
            found.push(Group { title: &page.title, help, list: None, paths: paths(&page.elements) });
        }
        gather(&page.elements, &mut found);
    }
    found
}

fn gather<'d>(elements: &'d [FormElement], found: &mut Vec<Group<'d>>) {
    for element in elements {
        let ElementKind::Group(group) = &element.kind else { continue };
        let list = group.repeat.as_ref().map(|repeat| &repeat.list);
        found.push(Group { title: &group.title, help: &group.help, list, paths: paths(&group.elements) });
        gather(&group.elements, found);
    }
}

/// The data of all fields and lists among these elements.
fn paths(elements: &[FormElement]) -> Vec<&DataPath> {
    let mut found = Vec::new();
    for element in elements {
        match &element.kind {
            ElementKind::Field(field) => found.push(&field.data),
            ElementKind::Group(group) => match &group.repeat {
                Some(repeat) => found.push(&repeat.list),
                None => found.extend(paths(&group.elements)),
            },
            _ => {}
        }
    }
    found
}
