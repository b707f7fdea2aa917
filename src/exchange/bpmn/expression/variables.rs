//! The variables of a file: declared as fields of case objects, of the kind that expressions use them as.

use super::super::super::xml::Element;
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
}

/// Variables that were used so far.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Variables {
    /// Object and field, with the kind of value.
    fields: BTreeMap<(String, String), Kind>,
    /// Names of the elements of multi-instance steps: they are no data of the case.
    elements: BTreeSet<String>,
}

impl Variables {
    /// No variables yet, in this file.
    pub fn of(root: &Element<'_>) -> Self {
        let mut elements = BTreeSet::new();
        let mut open = vec![root];
        while let Some(element) = open.pop() {
            open.extend(element.elements());
            if element.name.local == "multiInstanceLoopCharacteristics" {
                let named = element.attributes.iter().filter(|it| it.name.local == "elementVariable");
                elements.extend(named.map(|it| it.value.trim().to_owned()));
            }
        }
        Self { fields: BTreeMap::new(), elements }
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
        let (object, field) = match path {
            [field] => (CASE.0.to_owned(), field.clone()),
            [object, field] => (object.clone(), field.clone()),
            _ => return None,
        };
        if !is_legal_key(&object) || !is_legal_key(&field) {
            return None;
        }
        let text = format!("{object}.{field}");
        if self.fields.len() >= MOST && self.known(path) == Kind::Unknown {
            return None;
        }
        let known = self.fields.entry((object, field)).or_insert(Kind::Unknown);
        if *known == Kind::Unknown {
            *known = kind;
        }
        Some(text)
    }

    /// The path of a variable that holds a number.
    pub fn number(&mut self, name: &str) -> Option<String> {
        self.use_path(&[name.to_owned()], Kind::Number)
    }

    /// The path of a variable that holds a text.
    pub fn text(&mut self, name: &str) -> Option<String> {
        self.use_path(&[name.to_owned()], Kind::Text)
    }

    /// The kind of a variable, if something said it already.
    pub fn known(&self, path: &[String]) -> Kind {
        let key = match path {
            [field] if COUNTERS.iter().any(|(foreign, _)| foreign == field) => return Kind::Number,
            [field] => (CASE.0.to_owned(), field.clone()),
            [object, field] => (object.clone(), field.clone()),
            _ => return Kind::Unknown,
        };
        self.fields.get(&key).copied().unwrap_or(Kind::Unknown)
    }

    /// Declares them in the document.
    pub fn declare(&self, document: &mut Document) {
        let mut objects = BTreeMap::<&str, ObjectTypeId>::new();
        for ((object, field), kind) in &self.fields {
            let id = *objects.entry(object).or_insert_with(|| {
                let id = document.new_id();
                let name = if object == CASE.0 { CASE.1 } else { object };
                document.objects.insert(id, ObjectType::new(id, object, name));
                id
            });
            let kind = match kind {
                Kind::Number => FieldKind::Decimal,
                Kind::Truth => FieldKind::YesNo,
                Kind::Text | Kind::Unknown => FieldKind::Text,
            };
            let made: DataFieldId = document.new_id();
            document.fields.insert(made, DataField::new(made, id, field, field, kind));
            if let Some(object) = document.objects.get_mut(id) {
                object.fields.push(made);
            }
        }
    }
}
