//! A form as JSON Schema 2020-12: which data it yields when it is filled in without faults.
//!
//! The data are the case objects by key, as `eval` and `simulate` write them: numbers exact, days and times as ISO 8601 texts, composite
//! kinds as objects, repeatable groups as arrays. What is hidden or empty is not there. The schema says what a machine can hold
//! on its own: kinds, lengths, bounds, patterns, codes, demands, and conditions and rules as `if` and `then`. What it cannot say (bounds
//! that are computed, comparisons of two fields, check digits of an IBAN) is listed as [`Unsaid`]; there the schema is the milder of the two.
//! It rests on patterns alone: `format` is there for readers.

mod condition;
mod kind;
mod node;
mod outline;
mod partial_date;
mod pattern;
mod rules;
#[cfg(test)]
mod tests;
mod writing;

use crate::expr::Value;
use crate::model::{Document, FormId, Subject};
use serde_json::{Map, Number, Value as Json};

/// A form as JSON Schema.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// The schema.
    pub schema: Json,
    /// What it could not say, in reading order.
    pub unsaid: Vec<Unsaid>,
}

/// Something that a form demands and its schema does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaid {
    /// The element of the form, or its rule.
    pub at: Subject,
    /// What kind of demand.
    pub what: Demanded,
    /// Its condition, bound or pattern; empty for check digits.
    pub text: String,
}

/// Kinds of demands that a schema cannot always say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Demanded {
    /// When it is shown.
    Visible,
    /// That it is filled in; when, may depend on more than the data.
    Required,
    /// An own rule of a field.
    OwnRule,
    /// A rule of the form.
    Rule,
    /// A least or greatest value.
    Bound,
    /// A pattern.
    Pattern,
    /// The check digits of an IBAN.
    CheckDigits,
}

/// The schema of the data that a form yields; `None` if there is no such form. Pages of another form that it shows yield nothing.
pub fn export(document: &Document, form: FormId) -> Option<Export> {
    Some(writing::write(document, document.forms.get(form)?))
}

/// A value as JSON: days, times and durations as their ISO 8601 texts, numbers with every digit.
pub fn json_of(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Boolean(truth) => Json::Bool(*truth),
        Value::Number(number) => Json::Number(Number::from_string_unchecked(number.to_string())),
        Value::List(list) => Json::Array(list.items().iter().map(json_of).collect()),
        Value::Context(context) => {
            Json::Object(context.entries().iter().map(|(name, value)| (name.to_string(), json_of(value))).collect::<Map<_, _>>())
        }
        other => Json::String(other.to_plain_text()),
    }
}
