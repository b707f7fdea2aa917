//! Expressions of workflows as FEEL, and the variables that they set.

use super::data;
use super::expression::{Kind, Names, Use, to_assignments, to_feel};
use super::reading::Reading;
use super::remark::Remark;
use crate::model::{Assignment, FieldKind, Subject};
use crate::scope::SETTINGS;
use std::collections::{BTreeMap, BTreeSet};

/// Where in the file the variables of workflows are set.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// By their names.
    set_at: BTreeMap<String, BTreeSet<usize>>,
    /// Where in the file the workflow begins that is being read.
    begins_at: usize,
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
}

impl Reading {
    /// What names stand for.
    pub fn names(&mut self) -> data::Reading<'_> {
        data::Reading { document: &mut self.document, notes: &mut self.notes, library: &mut self.library, source: self.source }
    }

    /// A condition as FEEL, true or false whatever is unknown.
    pub fn condition(&mut self, text: &str) -> String {
        self.translated(text, Use::Condition).unwrap_or_else(|path| format!("{path} = true"))
    }

    /// An expression as FEEL, for what lies at a path.
    pub fn value_for(&mut self, target: &str, text: &str) -> String {
        if text.trim().is_empty() {
            return "null".to_owned();
        }
        let kind = self.names().kind(target);
        self.translated(text, Use::Value(kind)).unwrap_or_else(|path| path)
    }

    /// An expression as FEEL; as an error the path of a field that stands for one that is not understood.
    fn translated(&mut self, text: &str, purpose: Use) -> Result<String, String> {
        match to_feel(text, purpose, &mut self.names()) {
            Ok(translated) => {
                self.words.remarks.extend(translated.assumed.into_iter().map(Remark::Assumed));
                Ok(translated.text)
            }
            Err(_) => Err(self.stand_in(text, if purpose == Use::Condition { Kind::Truth } else { Kind::Unknown })),
        }
    }

    /// The path of the field that stands for an expression that is not understood.
    fn stand_in(&mut self, text: &str, kind: Kind) -> String {
        self.words.remarks.push(Remark::Expression(text.to_owned()));
        self.names().double("ausdruck", text, kind).unwrap_or_else(|| "null".to_owned())
    }

    /// The path of the data that a reference names; what nobody declared is declared.
    pub fn target(&mut self, reference: &str) -> String {
        match self.names().path(reference, Kind::Unknown) {
            Some(path) if is_setting(&path) => self.in_place_of_setting(reference),
            Some(path) => path,
            None => self.stand_in(reference, Kind::Unknown),
        }
    }

    /// The path of the field that is set in place of a setting: settings belong to the authority, and a case does not change them.
    fn in_place_of_setting(&mut self, reference: &str) -> String {
        let path = self.names().double("einstellung", &format!("{reference} setzen"), Kind::Unknown).unwrap_or_default();
        if let Some(field) = self.document.find_path(&path).and_then(|path| path.last()) {
            self.remember(Subject::DataField(field), reference);
        }
        path
    }

    /// What a command does.
    pub fn command(&mut self, text: &str) -> Vec<Assignment> {
        let read = to_assignments(text, &mut self.names());
        if let Ok((assignments, translated)) = read
            && !assignments.iter().any(|assignment| is_setting(&assignment.target))
        {
            self.words.remarks.extend(translated.assumed.into_iter().map(Remark::Assumed));
            assignments
        } else {
            let path = self.stand_in(text, Kind::Unknown);
            let path = if is_setting(&path) { self.in_place_of_setting(text) } else { path };
            vec![Assignment { target: path.clone(), value: path }]
        }
    }

    /// The variable of that name, if it has one.
    pub fn counter(&mut self, name: &str) -> Option<Counter> {
        let path = self.names().path(name, Kind::Number).filter(|path| !name.is_empty() && !is_setting(path))?;
        Some(Counter { name: name.to_owned(), path })
    }

    /// Declares a variable of the workflows; one that is set to values of several kinds takes texts.
    pub fn declare(&mut self, name: &str, kind: &str, value: &str) {
        if name.is_empty() || name.contains('.') {
            return;
        }
        let said = if kind.is_empty() { Kind::Unknown } else { Kind::Text };
        let Some(path) = self.names().path(name, said) else { return };
        let Some(field) = self.document.find_path(&path).and_then(|path| path.last()).filter(|_| !kind.is_empty()) else { return };
        let kind = self.kind_of(kind, value);
        let known = self.variables.get(&field).copied();
        let fitting = if known.is_none_or(|known| known == kind) { kind } else { FieldKind::Text };
        self.variables.insert(field, fitting);
        if let Some(field) = self.document.fields.get_mut(field) {
            field.kind = fitting;
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
    fn structured(&self, kind: &str, value: &str) -> Option<FieldKind> {
        let words = value.split(|sign: char| !(sign.is_alphanumeric() || matches!(sign, '.' | '_')));
        let object = words.filter(|word| word.contains('.')).find_map(|word| {
            let field = self.document.find_path(self.library.find(word)?)?.last()?;
            self.document.fields.get(field)?.kind.object()
        })?;
        Some(if kind.trim().eq_ignore_ascii_case("LIST") { FieldKind::List(object) } else { FieldKind::Object(object) })
    }
}

/// Whether a path leads to a setting, which a case does not change.
fn is_setting(path: &str) -> bool {
    path.strip_prefix(SETTINGS).is_some_and(|rest| rest.starts_with('.'))
}
