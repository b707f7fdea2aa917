//! Conditions under which elements of a form are shown, as actions of the fields that hide them.

use super::super::hiding::OPERATORS;
use super::super::literal;
use super::super::remark::Remark;
use super::Drafting;
use crate::expr::{Comparison, Names, Part, Shape, Value, parse};
use crate::model::{DataPath, Document, ElementKind, FieldKind, Form, FormElement, FormElementId, Subject};
use std::collections::BTreeMap;

/// What the fields of a form hide.
#[derive(Clone, Debug, Default)]
pub(super) struct Actions {
    /// By the field that hides: identity of what is hidden, operator, value.
    pub by_field: BTreeMap<FormElementId, Vec<Action>>,
    /// Identities in the file of what is hidden.
    pub ids: BTreeMap<FormElementId, String>,
}

/// One thing that a field hides.
#[derive(Clone, Debug)]
pub(super) struct Action {
    pub target: String,
    pub operator: &'static str,
    pub value: String,
}

impl Drafting<'_> {
    /// Looks through the form that is to be written.
    pub(super) fn gather_actions(&mut self, form: &Form) {
        self.actions = Actions::default();
        let fields: Vec<(String, FormElementId)> =
            form.fields().filter_map(|(id, field)| Some((words_in_form(self.document, &field.data)?, id))).collect();
        for element in form.elements() {
            let condition = element.visible_when.trim();
            if condition.is_empty() || condition == "false" {
                continue;
            }
            let Some(actions) = actions(condition, &fields) else {
                self.unsaid(form, element);
                continue;
            };
            let id = self.id_in_file(form.id, element.id).unwrap_or_else(|| format!("Element{}", element.id.0));
            for (field, operator, value) in actions {
                self.actions.by_field.entry(field).or_default().push(Action { target: id.clone(), operator, value });
            }
            self.actions.ids.insert(element.id, id);
        }
    }

    /// Groups of forms can say any condition; all others none but comparisons.
    fn unsaid(&mut self, form: &Form, element: &FormElement) {
        if !matches!(&element.kind, ElementKind::Group(group) if group.repeat.is_none()) {
            self.say(Subject::FormElement(form.id, element.id), Remark::Visibility(element.visible_when.clone()));
        }
    }
}

/// How conditions in a form call data: inside a list from its entry on.
fn words_in_form(document: &Document, data: &DataPath) -> Option<String> {
    let lists = data.0.iter().rposition(|field| document.fields.get(*field).is_some_and(|it| matches!(it.kind, FieldKind::List(_))));
    let Some(at) = lists.filter(|at| at + 1 < data.0.len()) else { return document.path_text(data) };
    let object = document.fields.get(*data.0.get(at)?)?.kind.object()?;
    let keys = data.0.iter().skip(at + 1).map(|field| document.fields.get(*field).map(|field| field.key.as_str()));
    let keys: Option<Vec<&str>> = std::iter::once(document.objects.get(object).map(|object| object.key.as_str())).chain(keys).collect();
    Some(keys?.join("."))
}

type Found = Vec<(FormElementId, &'static str, String)>;

/// What hides an element that is shown under this condition; `None` where it is not made of comparisons of fields of the form.
fn actions(condition: &str, fields: &[(String, FormElementId)]) -> Option<Found> {
    let tree = parse(condition, &Names::new()).ok()?;
    let parts = match tree.part().shape() {
        Shape::And(parts) => parts,
        _ => vec![tree.part()],
    };
    parts.into_iter().map(|part| action(part, fields)).collect()
}

fn action(part: Part<'_>, fields: &[(String, FormElementId)]) -> Option<(FormElementId, &'static str, String)> {
    let (path, sign, value) = match part.shape() {
        Shape::Path(names) => (names.join("."), "!=", "true".to_owned()),
        Shape::Comparison(Comparison::Unequal, left, right) => (path(left)?, "=", literal_of(right)?),
        Shape::Comparison(Comparison::Equal, left, right) => (path(left)?, "!=", literal_of(right)?),
        Shape::Call("not", arguments) => denied(*arguments.first()?)?,
        _ => return None,
    };
    let field = fields.iter().find(|(words, _)| *words == path)?.1;
    Some((field, OPERATORS.iter().find(|(_, known)| *known == sign)?.0, value))
}

/// What is hidden while this holds.
fn denied(part: Part<'_>) -> Option<(String, &'static str, String)> {
    match part.shape() {
        Shape::Path(names) => Some((names.join("."), "=", "true".to_owned())),
        Shape::Comparison(Comparison::Equal, inner, truth) if matches!(truth.shape(), Shape::Literal(Value::Boolean(true))) => {
            match inner.shape() {
                Shape::Comparison(sign, left, right) => Some((path(left)?, sign.sign(), literal_of(right)?)),
                Shape::Path(names) => Some((names.join("."), "=", "true".to_owned())),
                _ => None,
            }
        }
        Shape::Comparison(sign, left, right) => Some((path(left)?, sign.sign(), literal_of(right)?)),
        _ => None,
    }
}

fn path(part: Part<'_>) -> Option<String> {
    match part.shape() {
        Shape::Path(names) => Some(names.join(".")),
        _ => None,
    }
}

fn literal_of(part: Part<'_>) -> Option<String> {
    match part.shape() {
        Shape::Literal(value) => literal::written(&value.to_feel()),
        _ => None,
    }
}
