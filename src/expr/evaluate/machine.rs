//! The evaluator: one method per part of the language, with a count of steps and of depth.

use super::super::limits::{EVALUATION_DEPTH, LONGEST_TEXT, Limit, NOTES};
use super::super::span::Span;
use super::super::tree::{Entry, Node, NodeKind};
use super::super::value::{Closure, Context, Function, List, Range, TooLarge, Value};
use super::{Environment, Frame, Note, NoteKind, Outcome, Scope, is_instance};
use regex::Regex;
use std::sync::Arc;

/// State of one evaluation.
pub(in super::super) struct Machine<'a> {
    pub scope: &'a dyn Scope,
    pub environment: &'a Environment,
    steps_left: u64,
    depth: usize,
    notes: Vec<Note>,
    /// Notes are not taken while this is above nought.
    muted: usize,
    stopped: bool,
    /// The pattern that was compiled last: loops mostly use one.
    pub last_pattern: Option<(String, Regex)>,
}

impl<'a> Machine<'a> {
    pub fn new(scope: &'a dyn Scope, environment: &'a Environment) -> Self {
        Self {
            scope,
            environment,
            steps_left: environment.steps,
            depth: 0,
            notes: Vec::new(),
            muted: 0,
            stopped: false,
            last_pattern: None,
        }
    }

    /// The outcome; null where the evaluation was stopped.
    pub fn finish(self, value: Value) -> Outcome {
        Outcome { value: if self.stopped { Value::Null } else { value }, notes: self.notes }
    }

    /// Whether the evaluation goes on; loops ask this.
    pub fn runs(&self) -> bool {
        !self.stopped
    }

    /// Uses up steps; false once there are none left.
    pub fn step(&mut self, count: usize, span: Span) -> bool {
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        if self.steps_left < count && !self.stopped {
            self.stop(span, Limit::Steps);
        }
        self.steps_left = self.steps_left.saturating_sub(count);
        !self.stopped
    }

    pub fn steps_left(&self) -> u64 {
        self.steps_left
    }

    fn stop(&mut self, span: Span, limit: Limit) {
        self.muted = 0;
        self.notes.truncate(NOTES - 1);
        self.note(span, NoteKind::Limit(limit));
        self.stopped = true;
    }

    /// Takes a note, and answers null.
    pub fn note(&mut self, span: Span, kind: NoteKind) -> Value {
        if self.muted == 0 && self.notes.len() < NOTES && !self.stopped {
            self.notes.push(Note { span, kind });
        }
        Value::Null
    }

    /// Evaluates something without taking notes.
    pub fn muted<T>(&mut self, evaluate: impl FnOnce(&mut Self) -> T) -> T {
        self.muted += 1;
        let result = evaluate(self);
        self.muted = self.muted.saturating_sub(1);
        result
    }

    /// A list or context, or null with a note where it is too large.
    pub fn bounded<T: Into<Value>>(&mut self, built: Result<T, TooLarge>, span: Span) -> Value {
        built.map_or_else(|TooLarge| self.note(span, NoteKind::Limit(Limit::ValueSize)), Into::into)
    }

    /// A list of these values.
    pub fn list(&mut self, items: Vec<Value>, span: Span) -> Value {
        if self.step(items.len(), span) { self.bounded(List::new(items), span) } else { Value::Null }
    }

    /// A text, or null with a note where it is too long.
    pub fn text(&mut self, text: String, span: Span) -> Value {
        if text.len() > LONGEST_TEXT {
            return self.note(span, NoteKind::Limit(Limit::TextLength));
        }
        if self.step(text.len() / 16, span) { Value::from(text) } else { Value::Null }
    }

    /// The value of a part.
    pub fn evaluate(&mut self, node: &Node, frame: Option<&Frame<'_>>) -> Value {
        if !self.step(1, node.span) {
            return Value::Null;
        }
        match &node.kind {
            NodeKind::Literal(value) => value.clone(),
            NodeKind::Name(name, builtin) => match (self.name(name, frame), builtin) {
                (Some(Value::List(list)), _) if name.as_ref() == "partial" => {
                    // The list was copied for this one look at it.
                    self.step(list.len(), node.span);
                    Value::List(list)
                }
                (Some(value), _) => value,
                (None, Some(builtin)) => Value::Function(Function::builtin(builtin)),
                (None, None) => self.note(node.span, NoteKind::UnknownName(Arc::clone(name))),
            },
            _ => self.deeper(1, node.span, |machine| machine.compound(node, frame)),
        }
    }

    /// Evaluates something that many levels further in; stops where that is too deep.
    pub fn deeper(&mut self, levels: usize, span: Span, evaluate: impl FnOnce(&mut Self) -> Value) -> Value {
        if self.depth + levels > EVALUATION_DEPTH {
            self.stop(span, Limit::Depth);
            return Value::Null;
        }
        self.depth += levels;
        let value = evaluate(self);
        self.depth -= levels;
        value
    }

    pub fn name(&self, name: &str, frame: Option<&Frame<'_>>) -> Option<Value> {
        frame.and_then(|frame| frame.get(name)).or_else(|| self.scope.value(name))
    }

    fn compound(&mut self, node: &Node, frame: Option<&Frame<'_>>) -> Value {
        let span = node.span;
        match &node.kind {
            NodeKind::Literal(_) | NodeKind::Name(..) => Value::Null,
            NodeKind::Unreadable(text) => self.note(span, NoteKind::UnreadableLiteral(Arc::clone(text))),
            NodeKind::Path { of, name, .. } => self.path(of, name, span, frame),
            NodeKind::Filter { of, condition } => self.filter(of, condition, span, frame),
            NodeKind::Call { callee, arguments } => self.call(callee, arguments, span, frame),
            NodeKind::Negation(operand) => self.negation(operand, span, frame),
            NodeKind::Arithmetic { operator, left, right } => {
                let (left, right) = (self.evaluate(left, frame), self.evaluate(right, frame));
                self.arithmetic(*operator, &left, &right, span)
            }
            NodeKind::Comparison { operator, left, right } => {
                let (left, right) = (self.evaluate(left, frame), self.evaluate(right, frame));
                self.comparison(*operator, &left, &right, span)
            }
            NodeKind::Between { value, low, high } => self.between([value, low, high], span, frame),
            NodeKind::In { value, tests } => {
                let value = self.evaluate(value, frame);
                self.tests(tests, &value, Some(&Frame::variable(frame, "?", &value)))
            }
            NodeKind::And(parts) => self.junction(parts, false, frame),
            NodeKind::Or(parts) => self.junction(parts, true, frame),
            NodeKind::If { condition, then, otherwise } => self.condition(condition, then, otherwise, frame),
            NodeKind::For { iterators, body } => self.for_each(iterators, body, span, frame),
            NodeKind::Quantified { every, iterators, condition } => self.quantified(*every, iterators, condition, frame),
            NodeKind::InstanceOf { value, of } => {
                let value = self.evaluate(value, frame);
                self.step(value.weight(), span);
                Value::Boolean(is_instance(&value, of))
            }
            NodeKind::List(items) => {
                let items = items.iter().map(|item| self.evaluate(item, frame)).collect();
                self.list(items, span)
            }
            NodeKind::Context(entries) => self.context(entries, span, frame),
            NodeKind::Range { start, end, start_included, end_included } => {
                let (start, end) = (self.evaluate(start, frame), self.evaluate(end, frame));
                self.range(Range { start, end, start_included: *start_included, end_included: *end_included }, span)
            }
            NodeKind::HalfRange { operator, end } => {
                let end = self.evaluate(end, frame);
                self.half_range(*operator, end, span)
            }
            NodeKind::Lambda(lambda) => {
                let surroundings = frame.map_or(Ok(Context::default()), Frame::flatten);
                match surroundings {
                    Ok(surroundings) if !self.step(surroundings.len(), span) => Value::Null,
                    Ok(surroundings) => Value::Function(Function::lambda(Closure { lambda: Arc::clone(lambda), surroundings })),
                    Err(TooLarge) => self.note(span, NoteKind::Limit(Limit::ValueSize)),
                }
            }
        }
    }

    fn context(&mut self, entries: &[Entry], span: Span, frame: Option<&Frame<'_>>) -> Value {
        let mut built: Vec<(Arc<str>, Value)> = Vec::with_capacity(entries.len());
        for entry in entries {
            if built.iter().any(|(name, _)| *name == entry.name) {
                return self.note(entry.name_span, NoteKind::DoubleEntry(Arc::clone(&entry.name)));
            }
            let value = self.evaluate(&entry.value, Some(&Frame::entries(frame, &built)));
            built.push((Arc::clone(&entry.name), value));
        }
        if self.step(built.len(), span) { self.bounded(Context::new(built), span) } else { Value::Null }
    }
}
