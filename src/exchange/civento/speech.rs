//! How a document's expressions are said in a library.

use super::super::Note;
use super::super::xml::Draft;
use super::data::{Drafting, VARIABLES};
use super::expression::{Kind, References, Use, from_assignment, from_feel, from_template};
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
            // Settings come from a library of their own.
            let origin = document.origins.get(Subject::Setting(setting.id)).filter(|origin| origin.id.starts_with("VE."));
            let reference = origin.map_or_else(|| format!("VE.{}", setting.key), |origin| origin.id.clone());
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
        self.said(feel, Use::Condition)
    }

    /// A value for what lies at a path.
    ///
    /// # Errors
    /// The text itself, where it cannot be said.
    pub fn value(&self, feel: &str, target: &str) -> Result<String, String> {
        let field = self.field(target);
        let purpose =
            if matches!(field, Some(FieldKind::Choice(_))) { Use::Choice } else { Use::Value(field.map_or(Kind::Unknown, Kind::from)) };
        self.said(feel, purpose)
    }

    fn said(&self, feel: &str, purpose: Use) -> Result<String, String> {
        from_feel(feel, purpose, self).map(|translated| translated.text).map_err(|_| feel.to_owned())
    }

    fn field(&self, path: &str) -> Option<FieldKind> {
        self.document.fields.get(self.document.find_path(path)?.last()?).map(|field| field.kind)
    }

    /// The command that sets a list as this assignment does, if it is one.
    pub fn command(&self, assignment: &Assignment) -> Option<String> {
        from_assignment(assignment, self).map(|translated| translated.text)
    }

    /// A text with places for values.
    pub fn template(&self, text: &str) -> String {
        from_template(text, self).0
    }

    /// The variable of workflows at a path.
    pub fn variable(&self, path: &str) -> Option<String> {
        self.variables.get(path).map(|(name, _)| name.clone())
    }

    /// The word for the kind of a variable.
    pub fn kind_word(&self, path: &str) -> String {
        self.variables.get(path).map_or("STRING", |(_, word)| word).to_owned()
    }

    /// A form as a `DynamischesFormular`, with what is to be said about it.
    pub fn form(&self, form: &Form) -> (Draft, Vec<Note>) {
        let mut data = Drafting::new(self.document, self, self.source);
        let draft = data.form(form);
        (draft, data.notes)
    }
}

impl References for Speech<'_> {
    fn reference(&self, path: &str) -> Option<String> {
        self.references.get(path).cloned().or_else(|| self.variable(path))
    }

    fn kind(&self, path: &str) -> Kind {
        self.field(path).map_or(Kind::Unknown, Kind::from)
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
