//! Letters: a template filled with the case's data, values written as in Germany.

use super::data::Scene;
use super::path::Path;
use super::schema::{Schema, Shape};
use crate::expr::Value;
use crate::form::format;
use crate::model::{DocumentTemplate, FieldKind};

/// A letter as it would be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// Subject line.
    pub subject: String,
    /// Text.
    pub body: String,
    /// Places of the template that nothing is known of; they stand in the text as they were.
    pub unknown: Vec<String>,
}

impl Letter {
    /// Writes the letter of a template.
    pub fn write(template: &DocumentTemplate, schema: &Schema, scene: &Scene<'_>) -> Self {
        let mut unknown = Vec::new();
        let subject = fill(&template.subject, schema, scene, &mut unknown);
        let body = fill(&template.body, schema, scene, &mut unknown);
        Self { subject, body, unknown }
    }
}

/// The text with the value in place of each `{{path}}`.
fn fill(text: &str, schema: &Schema, scene: &Scene<'_>, unknown: &mut Vec<String>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, behind)) = after.split_once("}}") else { break };
        filled.push_str(before);
        if let Some(value) = place(name.trim(), schema, scene) {
            filled.push_str(&value);
        } else {
            unknown.push(name.trim().to_owned());
            filled.extend(["{{", name, "}}"]);
        }
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

fn place(text: &str, schema: &Schema, scene: &Scene<'_>) -> Option<String> {
    let path = Path::read(text).ok()?;
    let value = scene.look_up_path(&path)?;
    let shape = schema.shape(&scene.resolved(&path)).ok();
    Some(german(&value, shape, schema))
}

/// A value as letters write it: `21.11.2026`, `1.234,50 €`, `ja`, the label of a code. Nothing for null.
fn german(value: &Value, shape: Option<Shape>, schema: &Schema) -> String {
    match (value, shape) {
        (Value::Context(parts), Some(Shape::Object(object) | Shape::Value(FieldKind::Object(object)))) => {
            let fields = schema.fields(object).iter().filter_map(|field| Some((parts.get(&field.key)?, Shape::Value(field.kind))));
            joined(fields.map(|(value, shape)| german(value, Some(shape), schema)), ", ")
        }
        (Value::List(list), Some(Shape::Value(FieldKind::List(object)))) => {
            joined(list.items().iter().map(|item| german(item, Some(Shape::Object(object)), schema)), "; ")
        }
        (_, Some(Shape::Value(kind))) => format::text(kind, schema.codes_of(kind), value),
        _ => format::plain(value),
    }
}

fn joined(texts: impl Iterator<Item = String>, sign: &str) -> String {
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(sign)
}
