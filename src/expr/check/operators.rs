//! Types of arithmetic, comparison and tests.

use super::super::span::Span;
use super::super::suggest::nearest;
use super::super::tree::{Arithmetic, Node, NodeKind, Test, Tests};
use super::super::types::{Kind, Kinds, Type};
use super::super::value::Value;
use super::infer::Checker;
use super::{Layer, TypeFaultKind, only_kind};
use std::sync::Arc;

impl Checker<'_> {
    /// The type of `left operator right`.
    pub fn arithmetic(&mut self, operator: Arithmetic, left: &Type, right: &Type, span: Span) -> Type {
        let (Some(from), Some(to)) = (only_kind(left), only_kind(right)) else {
            return Type::Any;
        };
        let Some(kind) = result_of(operator, from, to) else {
            self.fault(span, TypeFaultKind::UnlikeOperands { operator: operator.sign(), left: left.clone(), right: right.clone() });
            return Type::Any;
        };
        Type::from(kind)
    }

    /// The type of `-operand`.
    pub fn negation(&mut self, operand: &Node, span: Span, layer: Option<&Layer<'_>>) -> Type {
        let of = self.infer(operand, layer);
        let signed = Kinds::of(&[Kind::Number, Kind::DayTimeDuration, Kind::YearMonthDuration]);
        if !of.kinds().meets(signed) {
            self.fault(span, TypeFaultKind::UnlikeOperands { operator: "-", left: Type::Number, right: of });
            return Type::Any;
        }
        of
    }

    /// Whether two parts can be compared with this sign.
    pub fn comparison(&mut self, operator: &'static str, left: (&Node, &Type), right: (&Node, &Type), span: Span) {
        let equality = matches!(operator, "=" | "!=");
        let (of_left, of_right) = (left.1, right.1);
        if *of_left == Type::Null || *of_right == Type::Null {
            if !equality {
                self.fault(span, TypeFaultKind::ComparedWithNull { operator });
            }
            return;
        }
        self.codes(of_left, right.0);
        self.codes(of_right, left.0);
        if !comparable(of_left, of_right, equality) {
            self.fault(span, TypeFaultKind::UnlikeOperands { operator, left: of_left.clone(), right: of_right.clone() });
        }
    }

    /// Whether the texts that a choice is compared with are among its codes.
    fn codes(&mut self, choice: &Type, other: &Node) {
        let Type::Choice(codes) = choice else {
            return;
        };
        match &other.kind {
            NodeKind::Literal(Value::Text(code)) if !codes.contains(code) => {
                let suggestion = nearest(code, codes.iter().cloned());
                self.fault(other.span, TypeFaultKind::UnknownCode { code: Arc::clone(code), suggestion });
            }
            NodeKind::List(items) => items.iter().for_each(|item| self.codes(choice, item)),
            _ => {}
        }
    }

    /// Whether the tests can be made of an input of this type. `layer` has `?`.
    pub fn tests(&mut self, tests: &Tests, input: &Type, layer: Option<&Layer<'_>>) {
        for test in &tests.tests {
            match test {
                Test::Not(tests) => self.tests(tests, input, layer),
                Test::Compare(operator, operand) => {
                    let of = self.infer(operand, layer);
                    self.test(operator.sign(), input, operand, &of);
                }
                Test::Expression { node, uses_input: true } => self.condition(node, layer),
                Test::Expression { node, .. } => {
                    let of = self.infer(node, layer);
                    self.codes(input, node);
                    match &of {
                        // The input may be one of the list, or lie in one of its ranges.
                        Type::List(item) if !matches!(input, Type::List(_)) => match item.as_ref() {
                            Type::Range(end) => self.test("in", input, node, end),
                            item => self.test("in", input, node, item),
                        },
                        Type::List(_) => {}
                        Type::Range(end) if !matches!(input, Type::Range(_)) => self.test("in", input, node, end),
                        _ => self.test("=", input, node, &of),
                    }
                }
            }
        }
    }

    fn test(&mut self, operator: &'static str, input: &Type, node: &Node, of: &Type) {
        self.codes(input, node);
        let equality = matches!(operator, "=" | "!=" | "in");
        if *of == Type::Null || *input == Type::Null {
            if !equality {
                self.fault(node.span, TypeFaultKind::ComparedWithNull { operator });
            }
        } else if !comparable(input, of, equality) {
            self.fault(node.span, TypeFaultKind::UnlikeOperands { operator, left: input.clone(), right: of.clone() });
        }
    }
}

/// Whether values of these types have an order, or for `equality` an equality, between them.
fn comparable(left: &Type, right: &Type, equality: bool) -> bool {
    let (Some(from), Some(to)) = (only_kind(left), only_kind(right)) else {
        return [left, right].into_iter().all(|of| equality || of.kinds().meets(Kinds::ORDERED));
    };
    let calendar = Kinds::CALENDAR.holds(from) && Kinds::CALENDAR.holds(to);
    (from == to || calendar) && (equality || Kinds::ORDERED.holds(from))
}

/// What an operator makes of two kinds; `None` where it does not join them.
fn result_of(operator: Arithmetic, left: Kind, right: Kind) -> Option<Kind> {
    use Arithmetic::{Divide, Minus, Plus, Times};
    use Kind::{Date, DateTime, DayTimeDuration, Number, Text, Time, YearMonthDuration};
    match (operator, left, right) {
        (_, Number, Number) | (Divide, DayTimeDuration, DayTimeDuration) | (Divide, YearMonthDuration, YearMonthDuration) => Some(Number),
        (Plus, Text, Text) => Some(Text),
        (Times | Divide, DayTimeDuration | YearMonthDuration, Number)
        | (Plus | Minus, DayTimeDuration | Date | DateTime | Time, DayTimeDuration)
        | (Plus | Minus, YearMonthDuration | Date | DateTime, YearMonthDuration) => Some(left),
        (Times, Number, DayTimeDuration | YearMonthDuration)
        | (Plus, DayTimeDuration | YearMonthDuration, Date | DateTime)
        | (Plus, DayTimeDuration, Time) => Some(right),
        (Minus, Date | DateTime, Date | DateTime) | (Minus, Time, Time) => Some(DayTimeDuration),
        _ => None,
    }
}
