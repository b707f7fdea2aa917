//! The variables of the process that hold what the document calls by paths.

use super::super::ids::legal;
use super::super::import::{BUTTONS, CASE, CLIENT};
use crate::expr::Value;
use crate::model::{DataField, Document, ElementKind, Form, Setting, SettingId, Subject};
use std::collections::BTreeSet;

/// What the variables of a document are called.
pub(super) struct Variables<'a> {
    document: &'a Document,
    /// Paths that something outside of their form speaks of.
    needed: BTreeSet<String>,
}

impl<'a> Variables<'a> {
    /// Those of a document.
    pub fn of(document: &'a Document) -> Self {
        let mut needed = BTreeSet::new();
        for text in expressions(document) {
            needed.extend(paths_in(text));
        }
        for form in document.forms.values() {
            let own: BTreeSet<String> = form.fields().filter_map(|(_, field)| document.path_text(&field.data)).collect();
            let asked = conditions(form).flat_map(paths_in);
            needed.extend(asked.filter(|path| !own.iter().any(|own| path == own || path.starts_with(&format!("{own}.")))));
        }
        Self { document, needed }
    }

    /// The variable of a path; `None` where it is no data of the case.
    pub fn of_path(&self, path: &str) -> Option<String> {
        let (field, rest) = self.field(path)?;
        let object = self.document.objects.get(field.object)?;
        let is_button = self.document.origins.get(Subject::DataField(field.id)).is_some_and(|origin| origin.id == BUTTONS);
        let base = if object.key == CASE.0 || is_button { legal(&field.key) } else { legal(&format!("{}_{}", object.key, field.key)) };
        Some(if rest.is_empty() { base } else { format!("{base}_{}", legal(rest).replace('.', "_")) })
    }

    /// Whether the value at a path must be in a variable of its own, for something outside of its form asks for it.
    pub fn is_needed(&self, path: &str) -> bool {
        let is_case = self.field(path).and_then(|(field, _)| self.document.objects.get(field.object)).is_some_and(|it| it.key == CASE.0);
        is_case || self.needed.iter().any(|needed| needed == path || needed.starts_with(&format!("{path}.")))
    }

    /// The parameter of the process that a setting is.
    pub fn parameter(&self, key: &str) -> Option<String> {
        let setting = self.document.settings.values().find(|setting| setting.key == key)?;
        Some(parameter_name(self.document, setting))
    }

    fn field<'p>(&self, path: &'p str) -> Option<(&'a DataField, &'p str)> {
        let (object, rest) = path.split_once('.')?;
        let object = self.document.case_objects().find(|known| known.key == object)?;
        let (key, rest) = rest.split_once('.').unwrap_or((rest, ""));
        self.document.fields_of(object).find(|field| field.key == key).map(|field| (field, rest))
    }
}

/// Under which name a setting is a parameter of the project.
pub(super) fn parameter_name(document: &Document, setting: &Setting) -> String {
    let kept = document.origins.get(Subject::Setting(setting.id)).map(|origin| origin.id.clone());
    kept.unwrap_or_else(|| legal(&setting.key))
}

/// The number of the client, if somebody has put it in.
pub(super) fn client(document: &Document) -> Option<String> {
    let is_it = |setting: &&Setting| {
        let kept = document.origins.get(Subject::Setting(setting.id)).map(|origin| origin.id.as_str());
        kept == Some(CLIENT) || setting.key == CLIENT
    };
    document.settings.values().find(is_it).and_then(value_of)
}

/// The value of a setting as plain text.
pub(super) fn value_of(setting: &Setting) -> Option<String> {
    let text = setting.default_value.trim();
    if text.is_empty() {
        return None;
    }
    let tree = crate::expr::parse(text, &crate::expr::Names::new()).ok();
    let value = tree.and_then(|tree| match tree.part().shape() {
        crate::expr::Shape::Literal(Value::Text(text)) => Some(text.to_string()),
        crate::expr::Shape::Literal(value) => Some(value.to_feel()),
        _ => None,
    });
    // What was typed without quotation marks is meant as it stands.
    Some(value.unwrap_or_else(|| text.to_owned())).filter(|text| !text.is_empty())
}

/// The setting of that origin or key.
pub(super) fn setting_of<'a>(document: &'a Document, origin: &str, key: &str) -> Option<&'a Setting> {
    let kept = document.origins.iter().find_map(|(of, known)| match of {
        Subject::Setting(id) if known.id == origin => Some(id),
        _ => None,
    });
    let by_key = || document.settings.values().find(|setting| setting.key == key).map(|setting| setting.id);
    kept.or_else(by_key).and_then(|id: SettingId| document.settings.get(id))
}

/// All expressions outside of forms.
fn expressions(document: &Document) -> impl Iterator<Item = &str> {
    let flows = document.flows.values().map(|flow| flow.condition.as_str());
    let steps = document.nodes.values().flat_map(|node| match &node.kind {
        crate::model::NodeKind::ScriptTask(assignments) => assignments.as_slice(),
        _ => &[],
    });
    let letters = document.document_templates.values().flat_map(|letter| [letter.subject.as_str(), letter.body.as_str()]);
    flows.chain(steps.flat_map(|assignment| [assignment.target.as_str(), assignment.value.as_str()])).chain(letters)
}

/// All conditions of a form.
fn conditions(form: &Form) -> impl Iterator<Item = &str> {
    let elements = form.elements().into_iter().flat_map(|element| {
        let own = match &element.kind {
            ElementKind::Field(field) => [field.required_when.as_str(), field.prefill.as_str()],
            _ => ["", ""],
        };
        own.into_iter().chain([element.visible_when.as_str()])
    });
    form.pages.iter().map(|page| page.visible_when.as_str()).chain(elements).chain(form.rules.iter().map(|rule| rule.when.as_str()))
}

/// What looks like a path in a text.
fn paths_in(text: &str) -> Vec<String> {
    let is_part = |sign: char| sign.is_alphanumeric() || sign == '_' || sign == '.';
    text.split(|sign: char| !is_part(sign)).filter(|word| word.contains('.')).map(|word| word.trim_matches('.').to_owned()).collect()
}
