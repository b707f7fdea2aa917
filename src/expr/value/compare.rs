//! FEEL's equality and order, both with a third answer: values of unlike kinds cannot be compared.

use super::super::temporal::{DateTime, Zone};
use super::function::Callable;
use super::{Context, Function, List, Range, Value};
use std::cmp::Ordering;
use std::sync::Arc;

impl Value {
    /// FEEL's `=`: null equals null and nothing else; values of unlike kinds give `None` (null).
    pub fn equals(&self, other: &Self) -> Option<bool> {
        match (self, other) {
            (Self::Null, Self::Null) => Some(true),
            (Self::Null, _) | (_, Self::Null) => Some(false),
            (Self::Boolean(left), Self::Boolean(right)) => Some(left == right),
            (Self::List(left), Self::List(right)) => lists(left, right),
            (Self::Context(left), Self::Context(right)) => contexts(left, right),
            (Self::Range(left), Self::Range(right)) => ranges(left, right),
            (Self::Function(left), Self::Function(right)) => Some(same_function(left, right)),
            (Self::Time(left), Self::Time(right)) => Some(left.compare(right) == Some(Ordering::Equal)),
            (Self::DateTime(_), Self::DateTime(_) | Self::Date(_)) | (Self::Date(_), Self::DateTime(_)) => {
                Some(compare(self, other) == Some(Ordering::Equal))
            }
            _ => compare(self, other).map(|order| order == Ordering::Equal),
        }
    }

    /// FEEL's order of numbers, texts (by code point), dates, times and durations; `None` for values that have none between them.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        compare(self, other)
    }

    /// FEEL's `is`: the same kind, and the same in every part (`10:00:00Z` is not `11:00:00+01:00`).
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Time(left), Self::Time(right)) => left.is(right),
            (Self::DateTime(left), Self::DateTime(right)) => left.is(right),
            _ => self.kind() == other.kind() && self.equals(other) == Some(true),
        }
    }
}

/// The same in every part: [`Value::is`]. Not FEEL's `=`, which has a third answer.
impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.is(other)
    }
}

impl PartialEq for List {
    fn eq(&self, other: &Self) -> bool {
        self.items() == other.items()
    }
}

impl PartialEq for Context {
    fn eq(&self, other: &Self) -> bool {
        contexts(self, other) == Some(true)
    }
}

pub(super) fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => Some(left.cmp(right)),
        (Value::Text(left), Value::Text(right)) => Some(left.cmp(right)),
        (Value::Date(left), Value::Date(right)) => Some(left.cmp(right)),
        (Value::Time(left), Value::Time(right)) => left.compare(right),
        (Value::DateTime(left), Value::DateTime(right)) => left.compare(right),
        (Value::DateTime(left), Value::Date(right)) => left.compare(&DateTime::midnight(*right, Some(Zone::UTC))),
        (Value::Date(left), Value::DateTime(right)) => DateTime::midnight(*left, Some(Zone::UTC)).compare(right),
        (Value::DayTimeDuration(left), Value::DayTimeDuration(right)) => Some(left.cmp(right)),
        (Value::YearMonthDuration(left), Value::YearMonthDuration(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

/// The first false settles it; otherwise one null makes it null.
fn all(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut known = true;
    for answer in answers {
        match answer {
            Some(false) => return Some(false),
            Some(true) => {}
            None => known = false,
        }
    }
    known.then_some(true)
}

fn lists(left: &List, right: &List) -> Option<bool> {
    if left.len() != right.len() {
        return Some(false);
    }
    all(left.items().iter().zip(right.items()).map(|(left, right)| left.equals(right)))
}

fn contexts(left: &Context, right: &Context) -> Option<bool> {
    if left.len() != right.len() {
        return Some(false);
    }
    all(left.entries().iter().map(|(name, value)| right.get(name).map_or(Some(false), |other| value.equals(other))))
}

fn ranges(left: &Range, right: &Range) -> Option<bool> {
    if left.start_included != right.start_included || left.end_included != right.end_included {
        return Some(false);
    }
    all([left.start.equals(&right.start), left.end.equals(&right.end)].into_iter())
}

fn same_function(left: &Function, right: &Function) -> bool {
    match (&left.0, &right.0) {
        (Callable::Builtin(left), Callable::Builtin(right)) => left.name == right.name,
        (Callable::Lambda(left), Callable::Lambda(right)) => Arc::ptr_eq(left, right),
        _ => false,
    }
}
