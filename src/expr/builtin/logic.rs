//! Truth: `not`, `all`, `any`, `is`.

use super::super::value::Value;
use super::{ANY, BOOLEAN, Builtin, Call, LIST, Values, function, need, takes, takes_many};

pub(super) const FUNCTIONS: &[Builtin] = &[
    function("not", &[takes(&[need("negand", ANY)], BOOLEAN, not)]),
    function(
        "all",
        &[
            takes(&[need("list", LIST)], BOOLEAN, |_, values| Some(junction(values.list(0)?.iter(), false))),
            takes_many(&[need("b", ANY), need("c", ANY)], BOOLEAN, |_, values| Some(junction(values.all(), false))),
        ],
    ),
    function(
        "any",
        &[
            takes(&[need("list", LIST)], BOOLEAN, |_, values| Some(junction(values.list(0)?.iter(), true))),
            takes_many(&[need("b", ANY), need("c", ANY)], BOOLEAN, |_, values| Some(junction(values.all(), true))),
        ],
    ),
    function(
        "is",
        &[takes(&[need("value1", ANY), need("value2", ANY)], BOOLEAN, |_, values| {
            Some(Value::Boolean(values.value(0).is(&values.value(1))))
        })],
    ),
];

fn not(_: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    match values.value(0) {
        Value::Boolean(truth) => Some(Value::Boolean(!truth)),
        Value::Null => Some(Value::Null),
        _ => None,
    }
}

/// One value that settles it is enough; otherwise anything but a boolean makes it null.
fn junction<'v>(values: impl Iterator<Item = &'v Value>, settles: bool) -> Value {
    let mut known = true;
    for value in values {
        match value.as_boolean() {
            Some(truth) if truth == settles => return Value::Boolean(settles),
            Some(_) => {}
            None => known = false,
        }
    }
    if known { Value::Boolean(!settles) } else { Value::Null }
}
