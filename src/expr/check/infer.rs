//! The type of each part of an expression, and the faults met on the way.

use super::super::builtin;
use super::super::span::Span;
use super::super::suggest::{nearest, nearest_name};
use super::super::tree::{Entry, Iterator, Lambda, Node, NodeKind};
use super::super::types::{Fields, Type};
use super::super::value::Value;
use super::{Layer, TypeFault, TypeFaultKind, common};
use std::sync::Arc;

/// State of one check.
pub(super) struct Checker<'a> {
    pub scope: &'a Fields,
    pub faults: Vec<TypeFault>,
}

impl<'a> Checker<'a> {
    pub const fn new(scope: &'a Fields) -> Self {
        Self { scope, faults: Vec::new() }
    }

    /// The faults in the order of the text, each once.
    pub fn finish(mut self) -> Vec<TypeFault> {
        self.faults.sort_by_key(|fault| fault.span);
        self.faults.dedup();
        self.faults
    }

    pub fn fault(&mut self, span: Span, kind: TypeFaultKind) {
        self.faults.push(TypeFault { span, kind });
    }

    /// The type of a part.
    pub fn infer(&mut self, node: &Node, layer: Option<&Layer<'_>>) -> Type {
        match &node.kind {
            NodeKind::Literal(value) => literal(value),
            NodeKind::Unreadable(text) => {
                self.fault(node.span, TypeFaultKind::UnreadableLiteral(Arc::clone(text)));
                Type::Null
            }
            NodeKind::Name(name, found) => match self.name(name, layer) {
                Some(of) => of,
                None if found.is_some() => Type::Function(None),
                None => self.unknown_name(name, node.span, layer),
            },
            NodeKind::Path { of, name, name_span } => {
                let of = self.infer(of, layer);
                self.member(&of, name, *name_span)
            }
            NodeKind::Filter { of, condition } => self.filter(of, condition, layer),
            NodeKind::Call { callee, arguments } => self.call(callee, arguments, node.span, layer),
            NodeKind::Negation(operand) => self.negation(operand, node.span, layer),
            NodeKind::Arithmetic { operator, left, right } => {
                let (left, right) = (self.infer(left, layer), self.infer(right, layer));
                self.arithmetic(*operator, &left, &right, node.span)
            }
            NodeKind::Comparison { .. }
            | NodeKind::Between { .. }
            | NodeKind::In { .. }
            | NodeKind::And(_)
            | NodeKind::Or(_)
            | NodeKind::InstanceOf { .. }
            | NodeKind::Quantified { .. } => {
                self.truth(node, layer);
                Type::Boolean
            }
            NodeKind::If { condition, then, otherwise } => {
                self.condition(condition, layer);
                common(self.infer(then, layer), self.infer(otherwise, layer))
            }
            NodeKind::For { iterators, body } => Type::list(self.iterated(iterators, body, layer, Self::infer)),
            NodeKind::List(items) => {
                let of = items.iter().map(|item| self.infer(item, layer)).reduce(common);
                Type::list(of.unwrap_or_default())
            }
            NodeKind::Context(entries) => self.context(entries, layer),
            NodeKind::Range { start, end, .. } => {
                let types = (self.infer(start, layer), self.infer(end, layer));
                self.comparison("..", (start, &types.0), (end, &types.1), node.span);
                Type::Range(Arc::new(common(types.0, types.1)))
            }
            NodeKind::HalfRange { end, .. } => Type::Range(Arc::new(self.infer(end, layer))),
            NodeKind::Lambda(lambda) => self.lambda(lambda, layer),
        }
    }

    /// A part that is true or false by its form.
    fn truth(&mut self, node: &Node, layer: Option<&Layer<'_>>) {
        match &node.kind {
            NodeKind::Comparison { operator, left, right } => {
                let types = (self.infer(left, layer), self.infer(right, layer));
                self.comparison(operator.sign(), (left, &types.0), (right, &types.1), node.span);
            }
            NodeKind::Between { value, low, high } => {
                let types = [value, low, high].map(|part| self.infer(part, layer));
                let [of_value, of_low, of_high] = &types;
                self.comparison(">=", (value, of_value), (low, of_low), node.span);
                self.comparison("<=", (value, of_value), (high, of_high), node.span);
            }
            NodeKind::In { value, tests } => {
                let of = self.infer(value, layer);
                self.tests(tests, &of, Some(&Layer::variable(layer, "?", &of)));
            }
            NodeKind::And(parts) | NodeKind::Or(parts) => {
                for part in parts {
                    self.condition(part, layer);
                }
            }
            NodeKind::InstanceOf { value, .. } => {
                self.infer(value, layer);
            }
            NodeKind::Quantified { iterators, condition, .. } => {
                self.iterated(iterators, condition, layer, |checker, node, layer| {
                    checker.condition(node, layer);
                    Type::Boolean
                });
            }
            _ => {}
        }
    }

    /// A part that must be true or false.
    pub fn condition(&mut self, node: &Node, layer: Option<&Layer<'_>>) {
        let of = self.infer(node, layer);
        if !matches!(of, Type::Boolean | Type::Any | Type::Null) {
            self.fault(node.span, TypeFaultKind::NotBoolean(of));
        }
    }

    /// The type of a name that is no function of ours.
    pub fn name(&self, name: &str, layer: Option<&Layer<'_>>) -> Option<Type> {
        match layer {
            Some(layer) => layer.get(name, self.scope),
            None => self.scope.get(name).cloned(),
        }
        .or_else(|| self.scope.open.then_some(Type::Any).filter(|_| builtin::find(name).is_none()))
    }

    fn unknown_name(&mut self, name: &Arc<str>, span: Span, layer: Option<&Layer<'_>>) -> Type {
        let near_here = layer.and_then(|layer| nearest(name, layer.names().into_iter()));
        let suggestion = near_here.or_else(|| nearest_name(name, self.scope));
        self.fault(span, TypeFaultKind::UnknownName { name: Arc::clone(name), suggestion });
        Type::Any
    }

    /// What a part gives with the names of the iterators.
    fn iterated(
        &mut self,
        iterators: &[Iterator],
        part: &Node,
        layer: Option<&Layer<'_>>,
        infer: impl FnOnce(&mut Self, &Node, Option<&Layer<'_>>) -> Type,
    ) -> Type {
        let mut variables: Vec<(Arc<str>, Type)> = Vec::new();
        for iterator in iterators {
            let of = self.domain(iterator, Some(&Layer::fields(layer, &variables)));
            variables.push((Arc::clone(&iterator.name), of));
        }
        // `partial` is the list of results so far; its type would be that of the very part.
        let partial = Type::list(Type::Any);
        let outer = Layer::variable(layer, "partial", &partial);
        infer(self, part, Some(&Layer::fields(Some(&outer), &variables)))
    }

    fn domain(&mut self, iterator: &Iterator, layer: Option<&Layer<'_>>) -> Type {
        let source = self.infer(&iterator.source, layer);
        if let Some(end) = &iterator.end {
            let of_end = self.infer(end, layer);
            self.comparison("..", (&iterator.source, &source), (end, &of_end), iterator.source.span.to(end.span));
            return source;
        }
        match source {
            Type::List(of) | Type::Range(of) => of.as_ref().clone(),
            Type::Any | Type::Null => Type::Any,
            other => {
                self.fault(iterator.source.span, TypeFaultKind::NotIterable(other.clone()));
                other
            }
        }
    }

    fn context(&mut self, entries: &[Entry], layer: Option<&Layer<'_>>) -> Type {
        let mut fields: Vec<(Arc<str>, Type)> = Vec::new();
        for entry in entries {
            if fields.iter().any(|(name, _)| *name == entry.name) {
                self.fault(entry.name_span, TypeFaultKind::DoubleEntry(Arc::clone(&entry.name)));
            }
            let of = self.infer(&entry.value, Some(&Layer::fields(layer, &fields)));
            fields.push((Arc::clone(&entry.name), of));
        }
        Type::Context(Arc::new(Fields::new(fields)))
    }

    /// The type of a function literal.
    pub fn lambda(&mut self, lambda: &Lambda, layer: Option<&Layer<'_>>) -> Type {
        let result = self.infer(&lambda.body, Some(&Layer::fields(layer, &lambda.parameters)));
        let parameters = lambda.parameters.iter().map(|(_, of)| of.clone()).collect();
        Type::Function(Some(Arc::new((parameters, result))))
    }
}

fn literal(value: &Value) -> Type {
    Type::from(value.kind())
}
