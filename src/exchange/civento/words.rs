//! What expressions of a library speak of: the data of the case, and the variables of its workflows.

use super::super::naming::Keys;
use super::reading::Reading;
use super::remark::Remark;
use crate::expr::{Fields, Names, Type, parse, type_of};
use crate::model::{Assignment, DataField, DataFieldId, Document, FieldKind, ObjectType, ObjectTypeId};
use std::collections::{BTreeMap, BTreeSet};

/// The object whose fields are the variables of workflows.
pub(super) const VARIABLES: (&str, &str) = ("ablauf", "Variablen der Abläufe");
/// The variable that holds what a command answered.
pub(super) const ANSWER: &str = "befehl";

/// Names and what they stand for.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// Paths of the workflows' variables by their names.
    variables: BTreeMap<String, String>,
    /// Where in the file each variable is set.
    set_at: BTreeMap<String, BTreeSet<usize>>,
    /// Where in the file the workflow begins that is being read.
    begins_at: usize,
    object: Option<ObjectTypeId>,
    keys: Keys,
    fields: Option<Fields>,
    /// What is to be said about expressions since it was asked last.
    remarks: Vec<Remark>,
}

/// The variable that a loop counts.
#[derive(Clone, Debug)]
pub(super) struct Counter {
    /// Its name in the file.
    pub name: String,
    /// Its path in expressions.
    pub path: String,
}

impl Words {
    /// From here on a workflow is read that begins there in the file.
    pub fn enter(&mut self, begins_at: usize) {
        self.begins_at = begins_at;
    }

    /// That a variable is set at a place of the file.
    pub fn set_at(&mut self, name: &str, place: usize) {
        self.set_at.entry(name.to_owned()).or_default().insert(place);
    }

    /// Whether the workflow sets a variable before a place of the file.
    pub fn is_set_before(&self, name: &str, place: usize) -> bool {
        self.set_at.get(name).is_some_and(|places| places.range(self.begins_at..place).next().is_some())
    }

    /// What was to be said about expressions since it was asked last.
    pub fn take_remarks(&mut self) -> Vec<Remark> {
        std::mem::take(&mut self.remarks)
    }

    /// The variable of that name, if it has one.
    pub fn counter(&self, name: &str) -> Option<Counter> {
        self.variables.get(name).map(|path| Counter { name: name.to_owned(), path: path.clone() })
    }

    /// The path of a variable; every variable that is set was declared before.
    pub fn variable(&self, name: &str) -> String {
        self.variables.get(name).cloned().unwrap_or_default()
    }

    /// The name in the file of the variable at a path.
    pub fn name_of_variable(&self, path: &str) -> Option<&str> {
        self.variables.iter().find(|(_, own)| own.as_str() == path).map(|(name, _)| name.as_str())
    }

    /// An expression as FEEL.
    pub fn value(&mut self, text: &str) -> String {
        if text.trim().is_empty() { "null".to_owned() } else { text.to_owned() }
    }

    /// An expression as FEEL, so that its value fits the field at a path.
    pub fn value_for(&mut self, target: &str, text: &str) -> String {
        let feel = self.value(text);
        self.fitted(target, feel)
    }

    /// The path of the data that a reference names.
    pub fn target(&mut self, reference: &str) -> String {
        reference.to_owned()
    }

    /// What a command does.
    pub fn command(&mut self, text: &str) -> Assignment {
        let value = self.value(text);
        let target = format!("{}.{ANSWER}", VARIABLES.0);
        Assignment { value: self.fitted(&target, value), target }
    }

    /// The expression as a text where a text is wanted and another kind of value may come.
    fn fitted(&self, target: &str, feel: String) -> String {
        let Some(fields) = &self.fields else { return feel };
        let Some(Type::Text) = type_at(fields, target) else { return feel };
        let Ok(tree) = parse(&feel, &Names::new()) else { return feel };
        match type_of(&tree, fields) {
            Type::Text | Type::Choice(_) | Type::Null => feel,
            _ => format!("string({feel})"),
        }
    }
}

fn type_at<'a>(fields: &'a Fields, path: &str) -> Option<&'a Type> {
    let mut names = path.split('.');
    let mut found = fields.get(names.next()?)?;
    for name in names {
        let Type::Context(inner) = found else { return None };
        found = inner.get(name)?;
    }
    Some(found)
}

impl Reading {
    /// Declares a variable of the workflows as a field; the kind that is said first counts.
    pub fn declare(&mut self, name: &str, kind: &str, value: &str) {
        if name.is_empty() || self.words.variables.contains_key(name) && kind.is_empty() {
            return;
        }
        let kind = self.kind_of(kind, value);
        if let Some(path) = self.words.variables.get(name).cloned() {
            return self.widen(&path, kind);
        }
        let object = self.variables_object();
        let key = self.words.keys.take_id(name, "variable");
        let id: DataFieldId = self.document.new_id();
        self.words.variables.insert(name.to_owned(), format!("{}.{key}", self.object_key(object)));
        self.document.fields.insert(id, DataField::new(id, object, &key, name, kind));
        if let Some(object) = self.document.objects.get_mut(object) {
            object.fields.push(id);
        }
    }

    /// All variables are declared: from here on their types count.
    pub fn declared(&mut self) {
        self.declare_answer();
        self.words.fields = Some(crate::scope::fields(&self.document));
    }

    fn declare_answer(&mut self) {
        let object = self.variables_object();
        let id: DataFieldId = self.document.new_id();
        self.document.fields.insert(id, DataField::new(id, object, ANSWER, "Antwort des letzten Befehls", FieldKind::Text));
        if let Some(object) = self.document.objects.get_mut(object) {
            object.fields.push(id);
        }
    }

    fn object_key(&self, object: ObjectTypeId) -> String {
        self.document.objects.get(object).map(|object| object.key.clone()).unwrap_or_default()
    }

    fn variables_object(&mut self) -> ObjectTypeId {
        if let Some(object) = self.words.object {
            return object;
        }
        let id: ObjectTypeId = self.document.new_id();
        let taken: BTreeSet<String> = self.document.objects.values().map(|object| object.key.clone()).collect();
        let key = crate::model::free_key(VARIABLES.0, VARIABLES.0, |key| taken.contains(key));
        self.document.objects.insert(id, ObjectType::new(id, &key, VARIABLES.1));
        self.words.object = Some(id);
        self.words.keys.take_id(ANSWER, "variable");
        id
    }

    /// A variable that is set to values of several kinds takes texts.
    fn widen(&mut self, path: &str, kind: FieldKind) {
        let field = self.document.find_path(path).and_then(|path| path.last());
        if let Some(field) = field.and_then(|field| self.document.fields.get_mut(field)).filter(|field| field.kind != kind) {
            field.kind = FieldKind::Text;
        }
    }

    fn kind_of(&mut self, kind: &str, value: &str) -> FieldKind {
        match kind.trim().to_uppercase().as_str() {
            "BOOLEAN" => FieldKind::YesNo,
            "INTEGER" | "LONG" | "NUMBER" | "DOUBLE" | "DECIMAL" | "FLOAT" => FieldKind::Decimal,
            "DATE" => FieldKind::Date,
            "TIME" => FieldKind::Time,
            "DATETIME" | "TIMESTAMP" => FieldKind::DateTime,
            "OBJECT" | "LIST" => self.structured(kind, value).unwrap_or(FieldKind::Text),
            _ => FieldKind::Text,
        }
    }

    /// The kind of a variable that takes what a list or object of the data model holds.
    fn structured(&mut self, kind: &str, value: &str) -> Option<FieldKind> {
        let feel = self.words.value(value);
        self.words.take_remarks();
        let object = paths_in(&feel).find_map(|path| object_at(&self.document, path))?;
        Some(if kind.eq_ignore_ascii_case("LIST") { FieldKind::List(object) } else { FieldKind::Object(object) })
    }
}

fn object_at(document: &Document, path: &str) -> Option<ObjectTypeId> {
    let field = document.find_path(path)?.last()?;
    document.fields.get(field)?.kind.object()
}

fn paths_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !(sign.is_alphanumeric() || matches!(sign, '.' | '_'))).filter(|piece| piece.contains('.'))
}
