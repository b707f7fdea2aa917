//! Types of paths and filters.

use super::super::span::Span;
use super::super::suggest::nearest;
use super::super::tree::Node;
use super::super::types::{Kind, Type};
use super::infer::Checker;
use super::{Layer, TypeFaultKind, only_kind};
use std::sync::Arc;

impl Checker<'_> {
    /// The type of the entry or property of a value; of a list, that of each of its values.
    pub fn member(&mut self, of: &Type, name: &Arc<str>, span: Span) -> Type {
        match of {
            Type::Any | Type::Null => Type::Any,
            Type::List(item) => Type::list(self.member(item, name, span)),
            Type::Context(fields) => match fields.get(name) {
                Some(of) => of.clone(),
                None if fields.open => Type::Any,
                None => {
                    let suggestion = nearest(name, fields.entries.iter().map(|(name, _)| Arc::clone(name)));
                    self.fault(span, TypeFaultKind::UnknownEntry { name: Arc::clone(name), suggestion });
                    Type::Any
                }
            },
            Type::Range(end) if matches!(name.as_ref(), "start" | "end") => end.as_ref().clone(),
            other => property(other, name).unwrap_or_else(|| {
                self.fault(span, TypeFaultKind::NoProperty { name: Arc::clone(name), of: other.clone() });
                Type::Any
            }),
        }
    }

    /// The type of `of[condition]`: one value for a place, a list for a test.
    pub fn filter(&mut self, of: &Node, condition: &Node, layer: Option<&Layer<'_>>) -> Type {
        let item = match self.infer(of, layer) {
            Type::List(item) => item.as_ref().clone(),
            single => single,
        };
        let own = Layer::variable(layer, "item", &item);
        match self.infer(condition, Some(&Layer::item(Some(&own), &item))) {
            Type::Number => item,
            Type::Boolean | Type::Null => Type::list(item),
            Type::Any => Type::Any,
            other => {
                self.fault(condition.span, TypeFaultKind::NotBoolean(other));
                Type::list(item)
            }
        }
    }
}

/// Properties of dates, times, durations and ranges.
fn property(of: &Type, name: &str) -> Option<Type> {
    let number = |names: &[&str]| names.contains(&name).then_some(Type::Number);
    let clock = || match name {
        "time offset" => Some(Type::DayTimeDuration),
        "timezone" => Some(Type::Text),
        _ => None,
    };
    match only_kind(of)? {
        Kind::Date => number(&["year", "month", "day", "weekday"]),
        Kind::Time => number(&["hour", "minute", "second"]).or_else(clock),
        Kind::DateTime => number(&["year", "month", "day", "weekday", "hour", "minute", "second"]).or_else(clock),
        Kind::DayTimeDuration => number(&["days", "hours", "minutes", "seconds"]),
        Kind::YearMonthDuration => number(&["years", "months"]),
        Kind::Range if matches!(name, "start included" | "end included") => Some(Type::Boolean),
        _ => None,
    }
}
