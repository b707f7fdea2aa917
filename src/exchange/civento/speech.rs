//! How a document's expressions are said in a library.

use super::super::Note;
use super::super::xml::{Draft, Element};
use super::words::VARIABLES;
use crate::model::{Assignment, DataField, Document, FieldKind, Form, ObjectType, SourceId, Subject};
use crate::scope::SETTINGS;
use std::collections::BTreeMap;

/// Objects lie at most so deep in each other.
const DEEPEST: usize = 16;

/// The references of a library by the paths of a document.
pub(super) struct Speech<'a> {
    document: &'a Document,
    source: Option<SourceId>,
    references: BTreeMap<String, String>,
    /// Variables of workflows, with the words for their kinds.
    variables: BTreeMap<String, (String, &'static str)>,
}

impl<'a> Speech<'a> {
    /// That of a document, whose kept file is this one.
    pub fn of(document: &'a Document, source: Option<SourceId>) -> Self {
        let mut speech = Self { document, source, references: BTreeMap::new(), variables: BTreeMap::new() };
        let objects: Vec<&ObjectType> = document.case_objects().collect();
        for object in objects {
            if object.name == VARIABLES.1 {
                speech.learn_variables(object);
            } else {
                speech.learn(object, &object.key, &format!("V.Z.{}", object.key), 0);
            }
        }
        for setting in document.settings.values() {
            let reference = speech.origin(Subject::Setting(setting.id)).map_or_else(|| format!("VE.{}", setting.key), str::to_owned);
            speech.references.insert(format!("{SETTINGS}.{}", setting.key), reference);
        }
        speech
    }

    fn origin(&self, subject: Subject) -> Option<&'a str> {
        self.document.origins.get(subject).filter(|origin| Some(origin.source) == self.source).map(|origin| origin.id.as_str())
    }

    fn learn_variables(&mut self, object: &ObjectType) {
        for field in self.document.fields_of(object) {
            let path = format!("{}.{}", object.key, field.key);
            self.variables.insert(path, (field.name.clone(), word_for(field)));
        }
    }

    fn learn(&mut self, object: &ObjectType, path: &str, reference: &str, depth: usize) {
        for field in self.document.fields_of(object) {
            let path = format!("{path}.{}", field.key);
            let own = self.origin(Subject::DataField(field.id)).map_or_else(|| format!("{reference}.{}", field.key), str::to_owned);
            let inner = field.kind.object().and_then(|inner| self.document.objects.get(inner)).filter(|_| depth < DEEPEST);
            if let Some(inner) = inner {
                self.learn(inner, &path, &own, depth + 1);
            }
            self.references.insert(path, own);
        }
    }

    /// A condition.
    ///
    /// # Errors
    /// The text itself, where it cannot be said.
    pub fn condition(&self, feel: &str) -> Result<String, String> {
        Ok(feel.to_owned())
    }

    /// A value for what lies at a path.
    ///
    /// # Errors
    /// The text itself, where it cannot be said.
    pub fn value(&self, feel: &str, _target: &str) -> Result<String, String> {
        Ok(feel.to_owned())
    }

    /// The command that sets a list as this assignment does, if it is one.
    pub fn command(&self, _assignment: &Assignment) -> Option<String> {
        None
    }

    /// The variable of workflows at a path.
    pub fn variable(&self, path: &str) -> Option<String> {
        self.variables.get(path).map(|(name, _)| name.clone())
    }

    /// The word for the kind of a variable.
    pub fn kind_word(&self, path: &str) -> String {
        self.variables.get(path).map_or("STRING", |(_, word)| word).to_owned()
    }

    /// The reference of what lies at a path.
    pub fn reference(&self, path: &str) -> Option<String> {
        self.references.get(path).cloned()
    }

    /// A form as a `DynamischesFormular`, with what is to be said about it.
    pub fn form(&self, _form: &Form, _kept: Option<&Element<'_>>) -> (Vec<Draft>, Vec<Note>) {
        (Vec::new(), Vec::new())
    }
}

fn word_for(field: &DataField) -> &'static str {
    match field.kind {
        FieldKind::YesNo => "BOOLEAN",
        FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money => "INTEGER",
        FieldKind::Date => "DATE",
        FieldKind::Object(_) => "OBJECT",
        FieldKind::List(_) => "LIST",
        _ => "STRING",
    }
}
