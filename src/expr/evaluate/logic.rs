//! Truth: comparison, `and`, `or`, `if`, `between`, `in`. Three-valued: null is "not known".

use super::super::span::Span;
use super::super::tree::{Comparison, Node, Test, Tests};
use super::super::types::Kind;
use super::super::value::{Range, Value};
use super::{Frame, Machine, NoteKind};
use std::cmp::Ordering;

impl Machine<'_> {
    /// `left operator right`.
    pub fn comparison(&mut self, operator: Comparison, left: &Value, right: &Value, span: Span) -> Value {
        if !matches!(left, Value::Number(_)) {
            self.step(left.weight().min(right.weight()), span);
        }
        compare(operator, left, right).map_or_else(
            || self.note(span, NoteKind::UnlikeKinds { operator: operator.sign(), left: left.kind(), right: right.kind() }),
            Value::Boolean,
        )
    }

    /// `and` (`settles` false) or `or` (`settles` true): one such part settles it; otherwise one null makes it null.
    pub fn junction(&mut self, parts: &[Node], settles: bool, frame: Option<&Frame<'_>>) -> Value {
        let mut known = true;
        for part in parts {
            match self.evaluate(part, frame) {
                Value::Boolean(truth) if truth == settles => return Value::Boolean(settles),
                Value::Boolean(_) => {}
                other => {
                    known = false;
                    self.note_not_boolean(&other, part.span);
                }
            }
        }
        if known { Value::Boolean(!settles) } else { Value::Null }
    }

    /// Null is a legitimate "not known"; anything else is a mistake worth a note.
    pub fn note_not_boolean(&mut self, value: &Value, span: Span) {
        if !matches!(value.kind(), Kind::Boolean | Kind::Null) {
            self.note(span, NoteKind::NotBoolean(value.kind()));
        }
    }

    /// `if`: whatever is not true takes the other way.
    pub fn condition(&mut self, condition: &Node, then: &Node, otherwise: &Node, frame: Option<&Frame<'_>>) -> Value {
        let truth = self.evaluate(condition, frame);
        self.note_not_boolean(&truth, condition.span);
        self.evaluate(if truth.as_boolean() == Some(true) { then } else { otherwise }, frame)
    }

    /// `value between low and high`.
    pub fn between(&mut self, [value, low, high]: [&Node; 3], span: Span, frame: Option<&Frame<'_>>) -> Value {
        let (value, low, high) = (self.evaluate(value, frame), self.evaluate(low, frame), self.evaluate(high, frame));
        let above = self.comparison(Comparison::GreaterOrEqual, &value, &low, span);
        let below = self.comparison(Comparison::LessOrEqual, &value, &high, span);
        truth_value(both(above.as_boolean(), below.as_boolean()))
    }

    /// Whether one of the tests holds for the input (none, when negated). `frame` has `?`.
    pub fn tests(&mut self, tests: &Tests, input: &Value, frame: Option<&Frame<'_>>) -> Value {
        let mut answer = Some(tests.tests.is_empty());
        for test in &tests.tests {
            answer = either(answer, self.test(test, input, frame));
            if answer == Some(true) {
                break;
            }
        }
        truth_value(if tests.negated { answer.map(|truth| !truth) } else { answer })
    }

    fn test(&mut self, test: &Test, input: &Value, frame: Option<&Frame<'_>>) -> Option<bool> {
        match test {
            Test::Not(tests) => self.tests(tests, input, frame).as_boolean(),
            Test::Compare(operator, operand) => {
                let operand_value = self.evaluate(operand, frame);
                self.comparison(*operator, input, &operand_value, operand.span).as_boolean()
            }
            Test::Expression { node, uses_input } => {
                let value = self.evaluate(node, frame);
                if *uses_input {
                    self.note_not_boolean(&value, node.span);
                    return value.as_boolean();
                }
                self.test_value(&value, input, node.span)
            }
        }
    }

    /// Whether the input is the value, or lies in the range, or is one of the list, or lies in a range of the list.
    fn test_value(&mut self, value: &Value, input: &Value, span: Span) -> Option<bool> {
        let answer = match value {
            Value::Range(range) if input.kind() != Kind::Range => range.includes(input),
            Value::List(list) => {
                self.step(value.weight(), span);
                let whole = if input.kind() == Kind::List { input.equals(value) } else { Some(false) };
                list.items().iter().fold(whole, |answer, item| {
                    either(
                        answer,
                        match item {
                            Value::Range(range) if input.kind() != Kind::Range => range.includes(input),
                            item => item.equals(input).or(Some(false)),
                        },
                    )
                })
            }
            other => other.equals(input),
        };
        if answer.is_none() {
            self.note(span, NoteKind::UnlikeKinds { operator: "in", left: input.kind(), right: value.kind() });
        }
        answer
    }

    /// A range literal: both ends of one kind that has an order.
    pub fn range(&mut self, range: Range, span: Span) -> Value {
        let (start, end) = (range.start.kind(), range.end.kind());
        let comparable = start == end && range.start.compare(&range.end).is_some();
        if comparable || (start == Kind::Null) != (end == Kind::Null) {
            return Value::from(range);
        }
        self.note(span, NoteKind::UnlikeKinds { operator: "..", left: start, right: end })
    }

    /// `< 5` as a value.
    pub fn half_range(&mut self, operator: Comparison, end: Value, span: Span) -> Value {
        let open = Range { start: Value::Null, end: Value::Null, start_included: false, end_included: false };
        let included = matches!(operator, Comparison::LessOrEqual | Comparison::GreaterOrEqual);
        match operator {
            Comparison::Less | Comparison::LessOrEqual => Value::from(Range { end, end_included: included, ..open }),
            Comparison::Greater | Comparison::GreaterOrEqual => Value::from(Range { start: end, start_included: included, ..open }),
            Comparison::Equal => Value::from(Range { start: end.clone(), end, start_included: true, end_included: true }),
            Comparison::Unequal => self.note(span, NoteKind::UnlikeKinds { operator: "!=", left: Kind::Null, right: end.kind() }),
        }
    }
}

fn compare(operator: Comparison, left: &Value, right: &Value) -> Option<bool> {
    match operator {
        Comparison::Equal => left.equals(right),
        Comparison::Unequal => left.equals(right).map(|truth| !truth),
        Comparison::Less => left.compare(right).map(Ordering::is_lt),
        Comparison::LessOrEqual => left.compare(right).map(Ordering::is_le),
        Comparison::Greater => left.compare(right).map(Ordering::is_gt),
        Comparison::GreaterOrEqual => left.compare(right).map(Ordering::is_ge),
    }
}

/// Three-valued "and".
pub(super) fn both(left: Option<bool>, right: Option<bool>) -> Option<bool> {
    match (left, right) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

/// Three-valued "or".
pub(super) fn either(left: Option<bool>, right: Option<bool>) -> Option<bool> {
    match (left, right) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    }
}

/// Not known is null.
pub(super) fn truth_value(answer: Option<bool>) -> Value {
    answer.into()
}
