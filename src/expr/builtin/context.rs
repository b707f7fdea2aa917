//! Functions of contexts.

use super::super::value::{Context, Value};
use super::{ANY, Builtin, CONTEXT, Call, Kind, Kinds, LIST, TEXT, Values, function, need, takes};
use std::sync::Arc;

const ENTRY: Kinds = Kinds::of(&[Kind::List, Kind::Context]);

pub(super) const FUNCTIONS: &[Builtin] = &[
    function(
        "get value",
        &[takes(&[need("m", CONTEXT), need("key", TEXT)], ANY, get), takes(&[need("context", CONTEXT), need("key", TEXT)], ANY, get)],
    ),
    function("get entries", &[takes(&[need("m", CONTEXT)], LIST, entries)]),
    function("context", &[takes(&[need("entries", ENTRY)], CONTEXT, build)]),
    function(
        "context put",
        &[
            takes(&[need("context", CONTEXT), need("key", TEXT), need("value", ANY)], CONTEXT, put),
            takes(&[need("context", CONTEXT), need("keys", LIST), need("value", ANY)], CONTEXT, put_deep),
        ],
    ),
    function("context merge", &[takes(&[need("contexts", LIST)], CONTEXT, merge)]),
];

fn get(_: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    Some(values.context(0)?.get(values.text(1)?).cloned().unwrap_or_default())
}

/// A list of contexts with `key` and `value`.
fn entries(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let mut items = Vec::new();
    for (name, value) in values.context(0)?.entries() {
        items.push(call.context(vec![(Arc::from("key"), Value::Text(Arc::clone(name))), (Arc::from("value"), value.clone())])?);
    }
    call.list(items)
}

/// The reverse of `get entries`; a key may come once only.
fn build(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let whole = values.value(0);
    let items = match &whole {
        Value::List(list) => list.items(),
        single => std::slice::from_ref(single),
    };
    let mut built: Vec<(Arc<str>, Value)> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for item in items {
        let entry = item.as_context()?;
        let Value::Text(key) = entry.get("key")? else {
            return None;
        };
        if !seen.insert(Arc::clone(key)) {
            return None;
        }
        built.push((Arc::clone(key), entry.get("value")?.clone()));
    }
    call.context(built)
}

fn put(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    with_entry(call, values.context(0)?, values.text(1)?, values.value(2))
}

fn with_entry(call: &mut Call<'_, '_>, context: &Context, key: &str, value: Value) -> Option<Value> {
    call.context(context.entries().iter().cloned().chain([(Arc::from(key), value)]).collect())
}

/// Puts a value at a path of keys; contexts that are missing on the way are made.
fn put_deep(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let keys: Option<Vec<&str>> = values.list(1)?.iter().map(Value::as_text).collect();
    put_at(call, values.context(0)?, &keys?, values.value(2))
}

fn put_at(call: &mut Call<'_, '_>, context: &Context, keys: &[&str], value: Value) -> Option<Value> {
    let (key, rest) = keys.split_first()?;
    if rest.is_empty() {
        return with_entry(call, context, key, value);
    }
    let inner = match context.get(key) {
        Some(Value::Context(inner)) => inner.clone(),
        None | Some(Value::Null) => Context::default(),
        Some(_) => return None,
    };
    let inner = put_at(call, &inner, rest, value)?;
    with_entry(call, context, key, inner)
}

/// Of several entries with one key the last counts.
fn merge(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let contexts: Option<Vec<&Context>> = values.list(0)?.iter().map(Value::as_context).collect();
    call.context(contexts?.into_iter().flat_map(|context| context.entries().iter().cloned()).collect())
}
