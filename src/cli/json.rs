//! FEEL values as JSON and back. Numbers keep every digit.

use crate::expr::{Context, List, Number, Value};
use serde_json::{Map, Value as Json};
use std::sync::Arc;

/// The value as JSON: dates, times and durations as their ISO 8601 texts; ranges and functions, which
/// JSON has nothing for, as FEEL writes them.
pub(super) fn from_feel(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Boolean(truth) => Json::Bool(*truth),
        Value::Number(number) => Json::Number(serde_json::Number::from_string_unchecked(number.to_string())),
        Value::List(list) => Json::Array(list.items().iter().map(from_feel).collect()),
        Value::Context(context) => {
            let entries = context.entries().iter().map(|(name, value)| (name.to_string(), from_feel(value)));
            Json::Object(entries.collect::<Map<_, _>>())
        }
        other => Json::String(other.to_plain_text()),
    }
}

/// The value of JSON: objects are contexts, texts stay texts. `None` where a number or the whole is beyond
/// what FEEL holds.
pub(super) fn to_feel(json: &Json) -> Option<Value> {
    Some(match json {
        Json::Null => Value::Null,
        Json::Bool(truth) => Value::Boolean(*truth),
        Json::Number(number) => Value::Number(Number::read(number.as_str())?),
        Json::String(text) => Value::text(text),
        Json::Array(items) => {
            let items = items.iter().map(to_feel).collect::<Option<Vec<_>>>()?;
            Value::List(List::new(items).ok()?)
        }
        Json::Object(entries) => {
            let entries = entries.iter().map(|(name, value)| Some((Arc::from(name.as_str()), to_feel(value)?)));
            Value::Context(Context::new(entries.collect::<Option<Vec<_>>>()?).ok()?)
        }
    })
}
