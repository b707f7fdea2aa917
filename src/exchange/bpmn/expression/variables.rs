//! The variables of a file: declared as fields of case objects, of the kind that expressions use them as.

use super::super::super::xml::Element;
use super::super::standard::id;
use crate::model::{DataField, DataFieldId, Document, FieldKind, ObjectType, ObjectTypeId, is_legal_key};
use std::collections::{BTreeMap, BTreeSet};

/// The case object whose fields are the variables that belong to no object.
const CASE: (&str, &str) = ("vorgang", "Vorgang");

/// Names that repeated steps have by themselves; the first three as Activiti and Camunda call them.
const COUNTERS: [(&str, &str); 7] = [
    ("nrOfInstances", "numberOfInstances"),
    ("nrOfActiveInstances", "numberOfActiveInstances"),
    ("nrOfCompletedInstances", "numberOfCompletedInstances"),
    ("loopCounter", "loopCounter"),
    ("numberOfInstances", "numberOfInstances"),
    ("numberOfActiveInstances", "numberOfActiveInstances"),
    ("numberOfCompletedInstances", "numberOfCompletedInstances"),
];

/// Most variables of a file; conditions with more stay texts.
const MOST: usize = 2_000;

/// What kind of value a variable has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Kind {
    Unknown,
    Number,
    Text,
    Truth,
    Day,
    List,
}

/// Variables that were used so far.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Variables {
    /// Their paths, `object.field`, with the kind of value.
    fields: BTreeMap<String, Kind>,
    /// What was known before the last term of those that it used: one that cannot be translated uses none.
    before: Vec<(String, Option<Kind>)>,
    /// Names of the elements of multi-instance steps: they are no data of the case.
    elements: BTreeSet<String>,
}

impl Variables {
    /// No variables yet, in this file.
    pub fn of(root: &Element<'_>) -> Self {
        let mut elements = BTreeSet::new();
        let mut open = vec![root];
        while let Some(element) = open.pop() {
            // Half of a file is its picture.
            open.extend(element.elements().filter(|inner| inner.name.local != "BPMNDiagram"));
            if element.name.local == "multiInstanceLoopCharacteristics" {
                let named = element.attributes.iter().filter(|it| it.name.local == "elementVariable");
                elements.extend(named.map(|it| it.value.trim().to_owned()));
                elements.extend(element.first("inputDataItem").map(item_name));
            }
        }
        Self { elements, ..Self::default() }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.fields.len()
    }

    /// The path of a variable in expressions, for a value of that kind; `None` if it can be none.
    pub fn use_path(&mut self, path: &[String], kind: Kind) -> Option<String> {
        let first = path.first()?;
        if let (Some((_, own)), 1) = (COUNTERS.iter().find(|(foreign, _)| foreign == first), path.len()) {
            return Some((*own).to_owned());
        }
        if self.elements.contains(first) {
            return path.iter().all(|part| is_legal_key(part)).then(|| path.join("."));
        }
        let name = name_of(path)?;
        let known = self.fields.get(&name).copied();
        if self.fields.len() >= MOST && known.is_none_or(|known| known == Kind::Unknown) {
            return None;
        }
        if known.is_none_or(|known| known == Kind::Unknown && kind != Kind::Unknown) {
            self.before.push((name.clone(), known));
            self.fields.insert(name.clone(), kind);
        }
        Some(name)
    }

    /// What `translation` gives; if that is nothing, the variables are as they were.
    pub fn try_using<T>(&mut self, translation: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.before.clear();
        let made = translation(self);
        while made.is_none()
            && let Some((name, known)) = self.before.pop()
        {
            match known {
                Some(kind) => self.fields.insert(name, kind),
                None => self.fields.remove(&name),
            };
        }
        made
    }

    /// The path of a variable that holds a number.
    pub fn number(&mut self, name: &str) -> Option<String> {
        self.use_path(&[name.to_owned()], Kind::Number)
    }

    /// The path of a variable that holds a text.
    pub fn text(&mut self, name: &str) -> Option<String> {
        self.use_path(&[name.to_owned()], Kind::Text)
    }

    /// The path of a variable that holds a list.
    pub fn list(&mut self, name: &str) -> Option<String> {
        self.use_path(&[name.to_owned()], Kind::List)
    }

    /// The kind of a variable, if something said it already.
    pub fn known(&self, path: &[String]) -> Kind {
        match path {
            [field] if COUNTERS.iter().any(|(foreign, _)| foreign == field) => Kind::Number,
            _ => name_of(path).and_then(|name| self.fields.get(&name).copied()).unwrap_or(Kind::Unknown),
        }
    }

    /// Declares them in the document.
    pub fn declare(&self, document: &mut Document) {
        let mut objects = BTreeMap::<&str, ObjectTypeId>::new();
        for (name, kind) in &self.fields {
            let Some((object, field)) = name.split_once('.') else { continue };
            let id = *objects.entry(object).or_insert_with(|| {
                let id = document.new_id();
                let name = if object == CASE.0 { CASE.1 } else { object };
                document.objects.insert(id, ObjectType::new(id, object, name));
                id
            });
            let kind = match kind {
                Kind::Number => FieldKind::Decimal,
                Kind::Truth => FieldKind::YesNo,
                Kind::Day => FieldKind::Date,
                Kind::Text | Kind::Unknown => FieldKind::Text,
                Kind::List => FieldKind::List(entries_of(document, field)),
            };
            let made: DataFieldId = document.new_id();
            document.fields.insert(made, DataField::new(made, id, field, field, kind));
            if let Some(object) = document.objects.get_mut(id) {
                object.fields.push(made);
            }
        }
    }
}

/// Whether repeated steps have that name by themselves.
pub(in super::super) fn is_counter(name: &str) -> bool {
    COUNTERS.iter().any(|(foreign, own)| *foreign == name && *own == name)
}

/// An object for the entries of a list, of which the file says nothing.
fn entries_of(document: &mut Document, list: &str) -> ObjectTypeId {
    let id = document.new_id();
    let taken = |key: &str| document.objects.values().any(|object| object.key == key);
    let keys = std::iter::once(format!("{list}Eintrag")).chain((2..).map(|number| format!("{list}Eintrag{number}")));
    let key = keys.into_iter().find(|key| !taken(key)).unwrap_or_default();
    document.objects.insert(id, ObjectType::new(id, &key, &key));
    id
}

/// How a multi-instance step calls the entry that it works on.
pub(in super::super) fn item_name(item: &Element<'_>) -> String {
    item.attribute("name").filter(|name| is_legal_key(name.trim())).unwrap_or_else(|| id(item)).trim().to_owned()
}

/// The path of a variable; `None` if it can be none.
fn name_of(path: &[String]) -> Option<String> {
    let (object, field) = match path {
        [field] => (CASE.0, field),
        [object, field] => (object.as_str(), field),
        _ => return None,
    };
    (is_legal_key(object) && is_legal_key(field)).then(|| [object, ".", field].concat())
}
