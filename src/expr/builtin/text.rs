//! Functions of texts, counted in characters (Unicode code points), from 1.

use super::super::value::Value;
use super::{BOOLEAN, Builtin, Call, Kind, Kinds, LIST, NUMBER, TEXT, Values, function, may, need, takes};

const OPTIONAL_TEXT: Kinds = Kinds::of(&[Kind::Text, Kind::Null]);

pub(super) const FUNCTIONS: &[Builtin] = &[
    function("substring", &[takes(&[need("string", TEXT), need("start position", NUMBER), may("length", NUMBER)], TEXT, substring)]),
    function(
        "string length",
        &[takes(&[need("string", TEXT)], NUMBER, |_, values| Some(Value::Number(values.text(0)?.chars().count().into())))],
    ),
    function("upper case", &[takes(&[need("string", TEXT)], TEXT, |call, values| call.text(values.text(0)?.to_uppercase()))]),
    function("lower case", &[takes(&[need("string", TEXT)], TEXT, |call, values| call.text(values.text(0)?.to_lowercase()))]),
    function("substring before", &[takes(&[need("string", TEXT), need("match", TEXT)], TEXT, substring_before)]),
    function("substring after", &[takes(&[need("string", TEXT), need("match", TEXT)], TEXT, substring_after)]),
    function(
        "contains",
        &[takes(&[need("string", TEXT), need("match", TEXT)], BOOLEAN, |_, values| {
            Some(Value::Boolean(values.text(0)?.contains(values.text(1)?)))
        })],
    ),
    function(
        "starts with",
        &[takes(&[need("string", TEXT), need("match", TEXT)], BOOLEAN, |_, values| {
            Some(Value::Boolean(values.text(0)?.starts_with(values.text(1)?)))
        })],
    ),
    function(
        "ends with",
        &[takes(&[need("string", TEXT), need("match", TEXT)], BOOLEAN, |_, values| {
            Some(Value::Boolean(values.text(0)?.ends_with(values.text(1)?)))
        })],
    ),
    function(
        "string join",
        &[
            takes(&[need("list", LIST), may("delimiter", OPTIONAL_TEXT)], TEXT, join),
            takes(
                &[need("list", LIST), need("delimiter", OPTIONAL_TEXT), need("prefix", OPTIONAL_TEXT), need("suffix", OPTIONAL_TEXT)],
                TEXT,
                join,
            ),
        ],
    ),
];

/// From `start position` on, from the end where that is negative.
fn substring(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let text = values.text(0)?;
    let start = values.whole(1)?;
    let length = match values.given(2) {
        None => usize::MAX,
        Some(_) => usize::try_from(values.whole(2)?).ok().filter(|length| *length > 0)?,
    };
    let skipped = match start {
        0 => return None,
        1.. => usize::try_from(start - 1).ok()?,
        _ => text.chars().count().checked_sub(usize::try_from(start.unsigned_abs()).ok()?)?,
    };
    if skipped > text.chars().count() {
        return None;
    }
    call.text(text.chars().skip(skipped).take(length).collect())
}

fn substring_before(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let before = values.text(0)?.split_once(values.text(1)?).map_or("", |(before, _)| before);
    call.text(before.to_owned())
}

fn substring_after(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let after = values.text(0)?.split_once(values.text(1)?).map_or("", |(_, after)| after);
    call.text(after.to_owned())
}

/// Nulls are left out.
fn join(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let mut parts = Vec::new();
    for item in values.list(0)? {
        match item {
            Value::Text(text) => parts.push(text.as_ref()),
            Value::Null => {}
            _ => return None,
        }
    }
    let delimiter = values.text(1).unwrap_or("");
    let length: usize = parts.iter().map(|part| part.len() + delimiter.len()).sum();
    call.work(length / 16)?;
    let joined = parts.join(delimiter);
    call.text(format!("{}{joined}{}", values.text(2).unwrap_or(""), values.text(3).unwrap_or("")))
}
