//! Arithmetic of numbers, texts, dates, times and durations (DMN, semantics of addition, subtraction, multiplication, division).

use super::super::limits::SERIES;
use super::super::number::Number;
use super::super::span::Span;
use super::super::temporal::{DateTime, DayTimeDuration, YearMonthDuration, Zone};
use super::super::tree::{Arithmetic, Node};
use super::super::types::Kind;
use super::super::value::Value;
use super::{Frame, Machine, NoteKind};

/// What an operation came to.
enum Computed {
    Value(Value),
    /// The kinds do not go together.
    Unlike,
    /// The result cannot be held.
    TooLarge,
}

impl<T: Into<Value>> From<Option<T>> for Computed {
    fn from(result: Option<T>) -> Self {
        result.map_or(Self::TooLarge, |value| Self::Value(value.into()))
    }
}

impl Machine<'_> {
    /// `left operator right`.
    pub fn arithmetic(&mut self, operator: Arithmetic, left: &Value, right: &Value, span: Span) -> Value {
        let computed = match operator {
            Arithmetic::Plus => match (left, right) {
                (Value::Text(left), Value::Text(right)) => return self.text(format!("{left}{right}"), span),
                _ => plus(left, right),
            },
            Arithmetic::Minus => minus(left, right),
            Arithmetic::Times => times(left, right),
            Arithmetic::Divide if is_nought(right) => return self.note(span, NoteKind::DivisionByZero),
            Arithmetic::Divide => divide(left, right),
            Arithmetic::Power => match (left, right) {
                (Value::Number(base), Value::Number(exponent)) if self.step(SERIES, span) => base.power(exponent).into(),
                (Value::Number(_), Value::Number(_)) => return Value::Null,
                _ => Computed::Unlike,
            },
        };
        let sign = operator.sign();
        match computed {
            Computed::Value(value) => value,
            Computed::Unlike => self.note(span, NoteKind::UnlikeKinds { operator: sign, left: left.kind(), right: right.kind() }),
            Computed::TooLarge => self.note(span, NoteKind::OutOfBounds { operator: sign }),
        }
    }

    /// `-operand`.
    pub fn negation(&mut self, operand: &Node, span: Span, frame: Option<&Frame<'_>>) -> Value {
        let value = self.evaluate(operand, frame);
        match &value {
            Value::Number(number) => Value::Number(number.negated()),
            Value::DayTimeDuration(duration) => duration.negated().into(),
            Value::YearMonthDuration(duration) => duration.negated().into(),
            other => self.note(span, NoteKind::UnlikeKinds { operator: "-", left: Kind::Number, right: other.kind() }),
        }
    }
}

fn is_nought(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_zero(),
        Value::DayTimeDuration(duration) => duration.nanoseconds() == 0,
        Value::YearMonthDuration(duration) => duration.months == 0,
        _ => false,
    }
}

fn plus(left: &Value, right: &Value) -> Computed {
    use Value::{Date, DateTime, DayTimeDuration, Number, Time, YearMonthDuration};
    match (left, right) {
        (Number(left), Number(right)) => left.plus(right).into(),
        (DayTimeDuration(left), DayTimeDuration(right)) => add(*left, *right).into(),
        (YearMonthDuration(left), YearMonthDuration(right)) => months(left.months.checked_add(right.months)).into(),
        (Date(date), DayTimeDuration(by)) | (DayTimeDuration(by), Date(date)) => date.plus(*by).into(),
        (Date(date), YearMonthDuration(by)) | (YearMonthDuration(by), Date(date)) => date.plus_months(by.months).into(),
        (DateTime(moment), DayTimeDuration(by)) | (DayTimeDuration(by), DateTime(moment)) => moment.plus(*by).into(),
        (DateTime(moment), YearMonthDuration(by)) | (YearMonthDuration(by), DateTime(moment)) => moment.plus_months(*by).into(),
        (Time(time), DayTimeDuration(by)) | (DayTimeDuration(by), Time(time)) => Some(time.plus(*by)).into(),
        _ => Computed::Unlike,
    }
}

fn minus(left: &Value, right: &Value) -> Computed {
    use Value::{Date, DateTime, DayTimeDuration, Number, Time, YearMonthDuration};
    match (left, right) {
        (Number(left), Number(right)) => left.minus(right).into(),
        (Date(left), Date(right)) => Some(left.since(*right)).into(),
        (Time(left), Time(right)) => left.since(right).map_or(Computed::Unlike, |duration| Some(duration).into()),
        (DateTime(left), DateTime(right)) => difference(left, right),
        (DateTime(left), Date(right)) => difference(left, &midnight(*right)),
        (Date(left), DateTime(right)) => difference(&midnight(*left), right),
        (DayTimeDuration(_) | DateTime(_) | Date(_) | Time(_), DayTimeDuration(by)) => {
            by.negated().map_or(Computed::TooLarge, |by| plus(left, &DayTimeDuration(by)))
        }
        (YearMonthDuration(_) | DateTime(_) | Date(_), YearMonthDuration(by)) => {
            by.negated().map_or(Computed::TooLarge, |by| plus(left, &YearMonthDuration(by)))
        }
        _ => Computed::Unlike,
    }
}

/// A date beside a date and time stands for its midnight in Greenwich.
fn midnight(date: super::super::temporal::Date) -> DateTime {
    DateTime::midnight(date, Some(Zone::UTC))
}

fn difference(left: &DateTime, right: &DateTime) -> Computed {
    left.since(right).map_or(Computed::Unlike, |duration| Some(duration).into())
}

fn times(left: &Value, right: &Value) -> Computed {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.times(right).into(),
        (Value::DayTimeDuration(duration), Value::Number(by)) | (Value::Number(by), Value::DayTimeDuration(duration)) => {
            duration.to_number().and_then(|seconds| DayTimeDuration::from_number(&seconds.times(by)?)).into()
        }
        (Value::YearMonthDuration(duration), Value::Number(by)) | (Value::Number(by), Value::YearMonthDuration(duration)) => {
            Number::from(duration.months).times(by).and_then(|months| YearMonthDuration::from_number(&months)).into()
        }
        _ => Computed::Unlike,
    }
}

/// The divisor is not nought.
fn divide(left: &Value, right: &Value) -> Computed {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.divided_by(right).into(),
        (Value::DayTimeDuration(duration), Value::Number(by)) => {
            duration.to_number().and_then(|seconds| DayTimeDuration::from_number(&seconds.divided_by(by)?)).into()
        }
        (Value::YearMonthDuration(duration), Value::Number(by)) => {
            Number::from(duration.months).divided_by(by).and_then(|months| YearMonthDuration::from_number(&months)).into()
        }
        (Value::DayTimeDuration(left), Value::DayTimeDuration(right)) => {
            left.to_number().and_then(|left| left.divided_by(&right.to_number()?)).into()
        }
        (Value::YearMonthDuration(left), Value::YearMonthDuration(right)) => {
            Number::from(left.months).divided_by(&Number::from(right.months)).into()
        }
        _ => Computed::Unlike,
    }
}

fn add(left: DayTimeDuration, right: DayTimeDuration) -> Option<DayTimeDuration> {
    DayTimeDuration::from_nanoseconds(left.nanoseconds() + right.nanoseconds())
}

fn months(count: Option<i64>) -> Option<YearMonthDuration> {
    count.map(|months| YearMonthDuration { months })
}
