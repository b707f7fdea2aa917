//! Pasted fields show data: those that they showed, where they can, else new data of the same kind.

use super::content::{add_data_field, add_object_type};
use super::forms::{home_of_new_data, key_among};
use crate::edit::draft::Draft;
use crate::edit::rules::path_fits;
use crate::edit::{FormPlace, Refusal};
use crate::model::{
    CodeList, CodeListId, DataField, DataPath, Document, ElementKind, FieldKind, FormElement, ObjectType, ObjectTypeId, Subject,
};

/// Objects nested deeper than this are not copied into another document.
const DEEPEST: usize = 8;

/// Gives pasted elements data in the document.
pub(super) struct Adoption<'a> {
    pub draft: &'a mut Draft,
    /// The document from which they come.
    pub source: &'a Document,
    /// Where they go.
    pub place: FormPlace,
}

impl Adoption<'_> {
    /// Gives an element and all in it data; `round` is the list of the repeatable group round it.
    pub fn element(&mut self, element: &mut FormElement, round: Option<&DataPath>) -> Result<(), Refusal> {
        match &mut element.kind {
            ElementKind::Field(field) => field.data = self.path(&field.data, round)?,
            ElementKind::Group(group) => {
                if let Some(repeat) = &mut group.repeat {
                    repeat.list = self.path(&repeat.list, round)?;
                }
                let inner = group.repeat.as_ref().map(|repeat| repeat.list.clone()).or_else(|| round.cloned());
                for element in &mut group.elements {
                    self.element(element, inner.as_ref())?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn path(&mut self, old: &DataPath, round: Option<&DataPath>) -> Result<DataPath, Refusal> {
        let field = old.last().and_then(|last| self.source.fields.get(last)).ok_or(Refusal::NotThere)?.clone();
        let known = self.source.path_text(old).and_then(|text| self.draft.document.find_path(&text));
        let usable = known.filter(|path| self.shows_alike(path, field.kind));
        let in_entry = usable.as_ref().zip(round).and_then(|(path, round)| self.in_entry(path, round));
        let found = [usable, in_entry].into_iter().flatten().find(|path| self.is_free(path, round));
        found.map_or_else(|| self.new_data(&field, round), Ok)
    }

    /// The same field of the same object, reached through the entries of another list.
    fn in_entry(&self, path: &DataPath, round: &DataPath) -> Option<DataPath> {
        let last = path.last()?;
        let entry = self.draft.document.fields.get(round.last()?)?.kind.object()?;
        let is_inside = self.draft.document.fields.get(last)?.object == entry;
        is_inside.then(|| DataPath(round.0.iter().copied().chain([last]).collect()))
    }

    fn shows_alike(&self, path: &DataPath, kind: FieldKind) -> bool {
        let Some(own) = path.last().and_then(|last| self.draft.document.fields.get(last)) else { return false };
        let key = |document: &Document, kind: FieldKind| {
            let list = kind.code_list().and_then(|list| document.code_lists.get(list)).map(|list| list.key.clone());
            list.or_else(|| kind.object().and_then(|object| document.objects.get(object)).map(|object| object.key.clone()))
        };
        std::mem::discriminant(&own.kind) == std::mem::discriminant(&kind) && key(&self.draft.document, own.kind) == key(self.source, kind)
    }

    /// Whether the path may stand there and no other element of the form shows it.
    fn is_free(&self, path: &DataPath, round: Option<&DataPath>) -> bool {
        let is_shown = self.draft.document.forms.get(self.place.form).is_some_and(|form| {
            form.elements().into_iter().any(|element| match &element.kind {
                ElementKind::Field(field) => field.data == *path,
                ElementKind::Group(group) => group.repeat.as_ref().is_some_and(|repeat| repeat.list == *path),
                _ => false,
            })
        });
        !is_shown && path_fits(&self.draft.document, path, round).is_ok()
    }

    fn new_data(&mut self, field: &DataField, round: Option<&DataPath>) -> Result<DataPath, Refusal> {
        let (object, mut path) = match round {
            Some(list) => {
                let entry = list.last().and_then(|last| self.draft.document.fields.get(last)).and_then(|list| list.kind.object());
                (entry.ok_or(Refusal::NotAList)?, list.clone())
            }
            None => home_of_new_data(self.draft, self.place)?,
        };
        path.0.push(self.field(object, field, 0)?);
        Ok(path)
    }

    /// A field like that one in an object of the document.
    fn field(&mut self, object: ObjectTypeId, like: &DataField, depth: usize) -> Result<crate::model::DataFieldId, Refusal> {
        let kind = self.kind(like.kind, depth)?;
        let id = add_data_field(self.draft, object, &like.name, kind)?;
        let made = self.draft.document.fields.get_mut(id).ok_or(Refusal::NotThere)?;
        *made = DataField { id, object, key: made.key.clone(), kind, ..like.clone() };
        Ok(id)
    }

    fn kind(&mut self, kind: FieldKind, depth: usize) -> Result<FieldKind, Refusal> {
        Ok(match kind {
            FieldKind::Choice(list) => FieldKind::Choice(self.code_list(list)?),
            FieldKind::MultipleChoice(list) => FieldKind::MultipleChoice(self.code_list(list)?),
            FieldKind::Object(object) => FieldKind::Object(self.object(object, depth)?),
            FieldKind::List(object) => FieldKind::List(self.object(object, depth)?),
            simple => simple,
        })
    }

    fn code_list(&mut self, list: CodeListId) -> Result<CodeListId, Refusal> {
        let like = self.source.code_lists.get(list).ok_or(Refusal::NotThere)?;
        let document = &mut self.draft.document;
        if let Some(own) = document.code_lists.values().find(|own| own.key == like.key && own.entries == like.entries) {
            return Ok(own.id);
        }
        let id: CodeListId = document.new_id();
        let key = key_among(&like.key, &like.name, document.code_lists.values().map(|list| list.key.as_str()));
        document.code_lists.insert(id, CodeList { id, key, ..like.clone() });
        self.draft.created.push(Subject::CodeList(id));
        Ok(id)
    }

    fn object(&mut self, object: ObjectTypeId, depth: usize) -> Result<ObjectTypeId, Refusal> {
        let like = self.source.objects.get(object).ok_or(Refusal::NotThere)?;
        if let Some(own) = self.draft.document.objects.values().find(|own| own.key == like.key) {
            return Ok(own.id);
        }
        if depth >= DEEPEST {
            return Err(Refusal::TooDeep { limit: DEEPEST });
        }
        let id = add_object_type(self.draft, &like.name);
        if let Some(made) = self.draft.document.objects.get_mut(id) {
            *made = ObjectType { id, key: made.key.clone(), fields: Vec::new(), ..like.clone() };
        }
        for field in self.source.fields_of(like) {
            self.field(id, field, depth + 1)?;
        }
        Ok(id)
    }
}
