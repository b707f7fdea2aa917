//! Whether values are of a type, and the standard's implicit conversions.

use super::super::check::type_of_lambda;
use super::super::temporal::{DateTime, Zone};
use super::super::types::{Kind, Type};
use super::super::value::{Callable, List, Value};

/// `value instance of type`. Null is an instance of `Null` alone.
pub(in super::super) fn is_instance(value: &Value, of: &Type) -> bool {
    !matches!((value, of), (Value::Null, Type::Any)) && matches(value, of)
}

/// Whether the value may stand where the type is asked for; null may within lists and contexts.
fn matches(value: &Value, of: &Type) -> bool {
    match (value, of) {
        (_, Type::Any) | (Value::Null, Type::Null) => true,
        (Value::List(list), Type::List(item)) => list.items().iter().all(|value| matches(value, item)),
        (Value::Context(context), Type::Context(fields)) => {
            fields.entries.iter().all(|(name, of)| context.get(name).is_some_and(|value| matches(value, of) || value.is_null()))
        }
        (Value::Range(range), Type::Range(end)) => {
            [&range.start, &range.end].into_iter().all(|value| value.is_null() || matches(value, end))
        }
        (Value::Function(function), Type::Function(Some(signature))) => match &function.0 {
            Callable::Lambda(closure) => type_of_lambda(&closure.lambda).conforms_to(of),
            Callable::Builtin(builtin) => builtin.takes(signature.0.len()),
        },
        (Value::Text(text), Type::Choice(codes)) => codes.contains(text),
        (value, of) => value.kind() != Kind::Null && of.kinds().holds(value.kind()),
    }
}

/// The value as the type asks for it: as it is, the one value of a list, a list of the one value, or the midnight of a date. `None` where it cannot be.
pub(in super::super) fn conform(value: Value, of: &Type) -> Option<Value> {
    if value.is_null() || matches(&value, of) {
        return Some(value);
    }
    if let (Type::List(item), false) = (of, value.kind() == Kind::List) {
        return matches(&value, item).then(|| List::new(vec![value]).ok().into());
    }
    match &value {
        Value::Date(date) if *of == Type::DateTime => Some(Value::from(DateTime::midnight(*date, Some(Zone::UTC)))),
        Value::List(list) if list.len() == 1 => list.items().first().filter(|item| matches(item, of)).cloned(),
        _ => None,
    }
}
