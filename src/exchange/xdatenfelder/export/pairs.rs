//! One side of the comparison: a document and its form, looked up by path.

use crate::model::{
    DataField, DataFieldId, Document, ElementKind, FieldGroup, FieldKind, Form, FormElement, FormField, ObjectType, ObjectTypeId, Repeat,
};
use std::collections::BTreeMap;

/// A document with the form that is compared.
pub(super) struct Side<'d> {
    pub document: &'d Document,
    pub form: &'d Form,
    fields: BTreeMap<Vec<DataFieldId>, &'d FormElement>,
}

impl<'d> Side<'d> {
    pub fn new(document: &'d Document, form: &'d Form) -> Self {
        let elements = form.elements();
        let fields = elements.iter().filter_map(|element| match &element.kind {
            ElementKind::Field(field) => Some((field.data.0.clone(), *element)),
            ElementKind::Group(FieldGroup { repeat: Some(repeat), .. }) => Some((repeat.list.0.clone(), *element)),
            _ => None,
        });
        Self { document, form, fields: fields.collect() }
    }

    /// The case object of that FIM id, in which the form's fields lie; if nothing has the id any more, the one in which they lie.
    pub fn root(&self, fim_id: &str) -> Option<ObjectTypeId> {
        let mut shown = self.fields.keys().filter_map(|path| Some(self.document.fields.get(*path.first()?)?.object));
        let all = shown.clone().chain(self.document.objects.keys());
        let mut named = all.filter(|object| self.document.objects.get(*object).is_some_and(|object| object.fim_id == fim_id));
        named.next().or_else(|| shown.next())
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
    fn element(&self, path: &[DataFieldId]) -> Option<&'d FormElement> {
        self.fields.get(path).copied()
    }

    /// The field that shows the data of a path; of a list, the first of its entries.
    pub fn shown(&self, path: &[DataFieldId]) -> Option<(&'d FormElement, &'d FormField)> {
        let field = |element: &'d FormElement| match &element.kind {
            ElementKind::Field(field) => Some((element, field)),
            _ => None,
        };
        let element = self.element(path)?;
        match &element.kind {
            ElementKind::Group(group) => group.elements.iter().find_map(field),
            _ => field(element),
        }
    }

    /// All data fields that the form shows.
    pub fn shown_fields(&self) -> impl Iterator<Item = DataFieldId> {
        self.fields.keys().filter_map(|path| path.last().copied())
    }

    /// The title of the group of a list.
    pub fn title(&self, path: &[DataFieldId]) -> Option<&'d str> {
        if let ElementKind::Group(group) = &self.element(path)?.kind { Some(&group.title) } else { None }
    }

    /// How often the group of a list is filled in.
    pub fn repeat(&self, path: &[DataFieldId]) -> Option<&'d Repeat> {
        if let ElementKind::Group(group) = &self.element(path)?.kind { group.repeat.as_ref() } else { None }
    }
}

/// The block at which a field's position has to be looked for in the file: its own, or that of its object.
pub(super) fn block_id(side: &Side<'_>, field: &DataField) -> String {
    let object = field.kind.object().and_then(|object| side.object(object));
    let of_object = object.map(|object| object.fim_id.clone()).unwrap_or_default();
    if field.fim_id.is_empty() { of_object } else { field.fim_id.clone() }
}

/// What is written as one Datenfeld: a simple field, or the one field of a list's entries, which have no block of their own.
pub(super) fn simple(side: &Side<'_>, field: &DataField) -> Option<DataField> {
    let Some(object) = field.kind.object().and_then(|object| side.object(object)) else { return Some(field.clone()) };
    let [only] = object.fields.as_slice() else { return None };
    let is_entry = matches!(field.kind, FieldKind::List(_)) && object.fim_id.is_empty();
    side.field(*only).filter(|inner| is_entry && inner.kind.object().is_none()).cloned()
}
