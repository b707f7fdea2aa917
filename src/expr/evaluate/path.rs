//! Paths (`a.b`) and filters (`list[…]`).

use super::super::span::Span;
use super::super::temporal::{Date, Time, Zone};
use super::super::tree::{Node, NodeKind};
use super::super::types::Kind;
use super::super::value::{List, Value};
use super::{Frame, Machine, NoteKind};
use std::sync::Arc;

impl Machine<'_> {
    /// `of.name`.
    pub fn path(&mut self, of: &Node, name: &Arc<str>, span: Span, frame: Option<&Frame<'_>>) -> Value {
        let value = self.evaluate(of, frame);
        self.member(&value, name, span)
    }

    /// The entry or property of a value; of a list, that of each of its values.
    fn member(&mut self, value: &Value, name: &Arc<str>, span: Span) -> Value {
        match value {
            Value::Context(context) => match context.get(name) {
                Some(entry) => entry.clone(),
                None => self.note(span, NoteKind::UnknownEntry(Arc::clone(name))),
            },
            Value::List(list) => {
                if !self.step(list.len(), span) {
                    return Value::Null;
                }
                let members = list.items().iter().map(|item| self.member(item, name, span)).collect();
                self.list(members, span)
            }
            other => match property(other, name) {
                Some(value) => value,
                None => self.note(span, NoteKind::NoProperty { name: Arc::clone(name), of: other.kind() }),
            },
        }
    }

    /// `of[condition]`: a place where the condition is a number, otherwise those for which it is true.
    pub fn filter(&mut self, of: &Node, condition: &Node, span: Span, frame: Option<&Frame<'_>>) -> Value {
        let list = match self.evaluate(of, frame) {
            Value::Null => List::default(),
            Value::List(list) => list,
            single => List::new(vec![single]).unwrap_or_default(),
        };
        if !self.step(list.len(), span) {
            return Value::Null;
        }
        if let Some(place) = self.place(&list, condition, frame) {
            return self.at_place(&list, &place, span);
        }
        let mut kept = Vec::new();
        for item in list.items() {
            if !self.runs() {
                return Value::Null;
            }
            let truth = self.with_item(condition, item, frame);
            self.note_not_boolean(&truth, condition.span);
            if truth.as_boolean() == Some(true) {
                kept.push(item.clone());
            }
        }
        self.list(kept, span)
    }

    /// The number that the condition comes to, if it is a place and not a test.
    fn place(&mut self, list: &List, condition: &Node, frame: Option<&Frame<'_>>) -> Option<Value> {
        let surely_truth = matches!(
            condition.kind,
            NodeKind::Comparison { .. } | NodeKind::And(_) | NodeKind::Or(_) | NodeKind::In { .. } | NodeKind::Between { .. }
        );
        if surely_truth {
            return None;
        }
        let value = self.muted(|machine| match list.items().first() {
            Some(item) => machine.with_item(condition, item, frame),
            None => machine.evaluate(condition, frame),
        });
        (value.kind() == Kind::Number).then_some(value)
    }

    fn at_place(&mut self, list: &List, place: &Value, span: Span) -> Value {
        let place = place.as_number().and_then(super::super::number::Number::to_i64).unwrap_or(0);
        let from_start = match place {
            1.. => usize::try_from(place - 1).ok(),
            _ => usize::try_from(place.unsigned_abs()).ok().and_then(|back| list.len().checked_sub(back)),
        };
        match from_start.and_then(|index| list.items().get(index)) {
            Some(item) => item.clone(),
            None => self.note(span, NoteKind::NoSuchPlace { place, length: list.len() }),
        }
    }

    /// A condition about one value of a list: `item` is the value, and its entries are names.
    fn with_item(&mut self, condition: &Node, item: &Value, frame: Option<&Frame<'_>>) -> Value {
        let own = Frame::variable(frame, "item", item);
        match item {
            Value::Context(context) => self.evaluate(condition, Some(&Frame::context(Some(&own), context))),
            _ => self.evaluate(condition, Some(&own)),
        }
    }
}

/// Properties of dates, times, durations and ranges (DMN, table "List of properties per type").
pub(in super::super) fn property(value: &Value, name: &str) -> Option<Value> {
    match value {
        Value::Date(date) => date_property(*date, name).or_else(|| midnight_property(name)),
        Value::Time(time) => time_property(time, name, || {
            time.zone.as_ref().map(|zone| match zone {
                Zone::Offset(seconds) => i64::from(*seconds),
                Zone::Place(_) => zone.offset_without_date(),
            })
        }),
        Value::DateTime(moment) => date_property(moment.date, name).or_else(|| time_property(&moment.time, name, || moment.offset())),
        Value::DayTimeDuration(duration) => {
            let [days, hours, minutes, seconds, nanoseconds] = duration.parts();
            match name {
                "days" => Some(Value::from(days)),
                "hours" => Some(Value::from(hours)),
                "minutes" => Some(Value::from(minutes)),
                "seconds" => seconds_property(seconds, nanoseconds),
                _ => None,
            }
        }
        Value::YearMonthDuration(duration) => {
            let [years, months] = duration.parts();
            match name {
                "years" => Some(Value::from(years)),
                "months" => Some(Value::from(months)),
                _ => None,
            }
        }
        Value::Range(range) => match name {
            "start" => Some(range.start.clone()),
            "end" => Some(range.end.clone()),
            "start included" => Some(Value::Boolean(range.start_included)),
            "end included" => Some(Value::Boolean(range.end_included)),
            _ => None,
        },
        _ => None,
    }
}

fn date_property(date: Date, name: &str) -> Option<Value> {
    match name {
        "year" => Some(Value::from(i64::from(date.year()))),
        "month" => Some(Value::from(i64::from(date.month()))),
        "day" => Some(Value::from(i64::from(date.day()))),
        "weekday" => Some(Value::from(i64::from(date.weekday()))),
        _ => None,
    }
}

/// A date also has the time of its midnight in Greenwich.
fn midnight_property(name: &str) -> Option<Value> {
    match name {
        "hour" | "minute" | "second" => Some(Value::from(0)),
        "time offset" => Some(Value::from(super::super::temporal::DayTimeDuration::from_seconds(0))),
        "timezone" => Some(Value::Null),
        _ => None,
    }
}

fn time_property(time: &Time, name: &str, offset: impl FnOnce() -> Option<i64>) -> Option<Value> {
    match name {
        "hour" => Some(Value::from(i64::from(time.hour()))),
        "minute" => Some(Value::from(i64::from(time.minute()))),
        "second" => Some(Value::from(i64::from(time.second()))),
        "time offset" => Some(offset().map(super::super::temporal::DayTimeDuration::from_seconds).into()),
        "timezone" => Some(time.zone.as_ref().and_then(Zone::name).into()),
        _ => None,
    }
}

fn seconds_property(seconds: i64, nanoseconds: i64) -> Option<Value> {
    use super::super::number::Number;
    let fraction = Number::from(nanoseconds).divided_by(&Number::from(1_000_000_000_i64))?;
    Number::from(seconds).plus(&fraction).map(Value::Number)
}
