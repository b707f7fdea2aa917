//! Calls of functions, built in or written in the expression.

use super::super::builtin;
use super::super::limits::CALL_DEPTH;
use super::super::span::Span;
use super::super::tree::{Arguments, Node, NodeKind};
use super::super::types::Type;
use super::super::value::{Callable, Closure, Function, Value};
use super::{Frame, Machine, NoteKind, conform};
use std::sync::Arc;

/// Arguments with their values.
pub(in super::super) enum Given {
    /// In the order of the parameters.
    Positional(Vec<Value>),
    /// By the names of the parameters.
    Named(Vec<(Arc<str>, Value)>),
}

impl Machine<'_> {
    /// `callee(arguments)`.
    pub fn call(&mut self, callee: &Node, arguments: &Arguments, span: Span, frame: Option<&Frame<'_>>) -> Value {
        let function = match &callee.kind {
            NodeKind::Name(name, Some(builtin)) => match self.name(name, frame) {
                Some(Value::Function(function)) => function,
                _ => Function::builtin(builtin),
            },
            _ => match self.evaluate(callee, frame) {
                Value::Function(function) => function,
                other => return self.note(callee.span, NoteKind::NotAFunction(other.kind())),
            },
        };
        let given = match arguments {
            Arguments::Positional(nodes) => Given::Positional(nodes.iter().map(|node| self.evaluate(node, frame)).collect()),
            Arguments::Named(nodes) => {
                Given::Named(nodes.iter().map(|(name, _, node)| (Arc::clone(name), self.evaluate(node, frame))).collect())
            }
        };
        self.apply(&function, given, span)
    }

    /// Calls a function with values.
    pub fn apply(&mut self, function: &Function, given: Given, span: Span) -> Value {
        if !self.runs() {
            return Value::Null;
        }
        match &function.0 {
            Callable::Builtin(builtin) => builtin::run(self, builtin, given, span),
            Callable::Lambda(closure) => self.deeper(CALL_DEPTH, span, |machine| machine.apply_closure(closure, given, span)),
        }
    }

    fn apply_closure(&mut self, closure: &Closure, given: Given, span: Span) -> Value {
        let parameters = &closure.lambda.parameters;
        let mut values = match given {
            Given::Positional(values) => values,
            Given::Named(named) => {
                if let Some((name, _)) = named.iter().find(|(name, _)| !parameters.iter().any(|(own, _)| own == name)) {
                    return self.note(span, NoteKind::UnknownParameter { function: "", name: Arc::clone(name) });
                }
                let value_of = |wanted: &Arc<str>| named.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
                parameters.iter().filter_map(|(name, _)| value_of(name)).collect()
            }
        };
        if values.len() != parameters.len() {
            return self.note(span, NoteKind::ArgumentCount { function: "", given: values.len() });
        }
        let mut entries = Vec::with_capacity(values.len());
        for ((name, of), value) in parameters.iter().zip(values.drain(..)) {
            if *of != Type::Any {
                self.step(value.weight(), span);
            }
            let kind = value.kind();
            let Some(value) = conform(value, of) else {
                return self.note(span, NoteKind::WrongType { expected: of.clone(), given: kind });
            };
            entries.push((Arc::clone(name), value));
        }
        let outer = Frame::context(None, &closure.surroundings);
        self.evaluate(&closure.lambda.body, Some(&Frame::entries(Some(&outer), &entries)))
    }
}
