//! The data of a project: an object for each form's variable, and the case object for variables that stand alone.

use super::super::super::naming::Keys;
use crate::model::{CodeEntry, CodeList, CodeListId, DataField, DataFieldId, Document, FieldKind, ObjectType, ObjectTypeId, is_legal_key};
use std::collections::BTreeMap;

/// The case object whose fields are variables that belong to no form.
pub(in super::super) const CASE: (&str, &str) = ("vorgang", "Vorgang");

/// What is declared so far, by the ids of the files.
#[derive(Default)]
pub(in super::super) struct Data {
    /// Objects by the names of variables.
    objects: BTreeMap<String, ObjectTypeId>,
    /// Fields by their object and their id in the file.
    fields: BTreeMap<(ObjectTypeId, String), DataFieldId>,
    object_keys: Keys,
    field_keys: BTreeMap<ObjectTypeId, Keys>,
    list_keys: Keys,
    pub form_keys: Keys,
    pub setting_keys: Keys,
    pub source_keys: Keys,
    pub letter_keys: Keys,
}

impl Data {
    /// What the model of the flow declared already.
    pub fn of(document: &Document) -> Self {
        let mut data = Self::default();
        for object in document.objects.values() {
            data.object_keys.take_id(&object.key, "daten");
            data.objects.insert(object.key.clone(), object.id);
        }
        for field in document.fields.values() {
            data.field_keys.entry(field.object).or_default().take_id(&field.key, "feld");
            data.fields.insert((field.object, field.key.clone()), field.id);
        }
        document.sources.values().for_each(|source| {
            data.source_keys.take_id(&source.key, "datei");
        });
        data
    }

    /// Whether a variable is a whole object.
    pub fn is_object(&self, variable: &str) -> bool {
        self.objects.contains_key(variable)
    }

    /// The object of a variable, made if it is not there yet.
    pub fn object(&mut self, document: &mut Document, variable: &str, name: &str) -> ObjectTypeId {
        if let Some(object) = self.objects.get(variable) {
            return *object;
        }
        let id = document.new_id();
        let key = self.object_keys.take_id(variable, "daten");
        document.objects.insert(id, ObjectType::new(id, &key, name));
        self.objects.insert(variable.to_owned(), id);
        id
    }

    /// An object that is reached through a list only.
    pub fn entry_object(&mut self, document: &mut Document, group: &str, name: &str) -> ObjectTypeId {
        let id = document.new_id();
        let key = self.object_keys.take_id(group, "eintrag");
        document.objects.insert(id, ObjectType::new(id, &key, name));
        id
    }

    /// The object of variables that stand alone.
    pub fn case(&mut self, document: &mut Document) -> ObjectTypeId {
        self.object(document, CASE.0, CASE.1)
    }

    /// The field of an object by its id in the file, with whether it was there already. One that only expressions spoke of takes the name
    /// and kind that a form gives it.
    pub fn field(&mut self, document: &mut Document, object: ObjectTypeId, id: &str, wish: Wish<'_>) -> (DataFieldId, bool) {
        if let Some(field) = self.fields.get(&(object, id.to_owned())).copied() {
            let is_declared = document.fields.get(field).is_some_and(|field| field.name != field.key);
            if let Some(known) = document.fields.get_mut(field).filter(|_| !is_declared && !wish.name.is_empty()) {
                wish.name.clone_into(&mut known.name);
                known.kind = wish.kind;
            }
            return (field, is_declared);
        }
        let made: DataFieldId = document.new_id();
        let key = self.field_keys.entry(object).or_default().take_id(wish.key, "feld");
        let name = if wish.name.is_empty() { wish.key } else { wish.name };
        document.fields.insert(made, DataField::new(made, object, &key, name, wish.kind));
        if let Some(object) = document.objects.get_mut(object) {
            object.fields.push(made);
        }
        self.fields.insert((object, id.to_owned()), made);
        (made, false)
    }

    /// The field of a variable that stands alone, if something declared it.
    pub fn variable(&self, document: &Document, variable: &str) -> Option<DataFieldId> {
        let object = self.objects.get(CASE.0)?;
        self.fields.get(&(*object, variable.to_owned())).copied().filter(|field| document.fields.contains(*field))
    }

    /// The field of an object by its id in the file, if it is there.
    pub fn known(&self, object: ObjectTypeId, id: &str) -> Option<DataFieldId> {
        self.fields.get(&(object, id.to_owned())).copied()
    }

    /// A code list with these entries: one that is there already, or a new one.
    pub fn list(&mut self, document: &mut Document, key: &str, name: &str, entries: Vec<CodeEntry>) -> CodeListId {
        let same = document.code_lists.values().find(|list| list.entries == entries && list.name == name).map(|list| list.id);
        same.unwrap_or_else(|| {
            let id = document.new_id();
            let key = self.list_keys.take_id(key, "liste");
            let list = CodeList { id, key, name: name.to_owned(), version: String::new(), uri: String::new(), entries };
            document.code_lists.insert(id, list);
            id
        })
    }
}

/// What a field is to be called and be.
pub(in super::super) struct Wish<'a> {
    /// Its key, if nobody has it.
    pub key: &'a str,
    /// The name that people read; empty: its key.
    pub name: &'a str,
    /// Its kind of value.
    pub kind: FieldKind,
}

/// The path of a field in expressions.
pub(in super::super) fn path(document: &Document, field: DataFieldId) -> String {
    let field = document.fields.get(field);
    let object = field.and_then(|field| document.objects.get(field.object));
    let keys = [object.map(|object| object.key.as_str()), field.map(|field| field.key.as_str())];
    keys.into_iter().flatten().collect::<Vec<_>>().join(".")
}

/// Whether a variable can be reached by its own name in expressions.
pub(in super::super) fn is_speakable(variable: &str) -> bool {
    is_legal_key(variable)
}
