//! JSON as FEEL values. Numbers keep every digit.

use crate::expr::{Context, List, Number, Value};
use serde_json::Value as Json;
use std::sync::Arc;

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
