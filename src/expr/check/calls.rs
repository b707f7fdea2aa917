//! Types of calls.

use super::super::builtin::{self, Builtin, Overload, Parameter};
use super::super::span::Span;
use super::super::suggest::nearest;
use super::super::tree::{Arguments, Node, NodeKind};
use super::super::types::{Kind, Type};
use super::infer::Checker;
use super::{Layer, TypeFaultKind};
use std::sync::Arc;

/// An argument with its parameter's name, if it is given by name, and its type.
struct Argument<'n> {
    name: Option<(&'n Arc<str>, Span)>,
    span: Span,
    of: Type,
}

impl Checker<'_> {
    /// The type of `callee(arguments)`.
    pub fn call(&mut self, callee: &Node, arguments: &Arguments, span: Span, layer: Option<&Layer<'_>>) -> Type {
        let given = self.arguments(arguments, layer);
        if let NodeKind::Name(name, found) = &callee.kind {
            match (self.name(name, layer), found) {
                (Some(Type::Function(signature)), _) => return self.own_call(signature, &given, span),
                (Some(Type::Any), None) => return Type::Any,
                (_, Some(builtin)) => return self.builtin_call(builtin, &given, span),
                (Some(other), None) => return self.not_a_function(other, callee.span),
                (None, None) => {
                    let suggestion = nearest(name, builtin::all().map(|builtin| Arc::from(builtin.name)));
                    self.fault(callee.span, TypeFaultKind::UnknownFunction { name: Arc::clone(name), suggestion });
                    return Type::Any;
                }
            }
        }
        match self.infer(callee, layer) {
            Type::Function(signature) => self.own_call(signature, &given, span),
            Type::Any => Type::Any,
            other => self.not_a_function(other, callee.span),
        }
    }

    fn not_a_function(&mut self, of: Type, span: Span) -> Type {
        self.fault(span, TypeFaultKind::NotAFunction(of));
        Type::Any
    }

    fn arguments<'n>(&mut self, arguments: &'n Arguments, layer: Option<&Layer<'_>>) -> Vec<Argument<'n>> {
        match arguments {
            Arguments::Positional(nodes) => {
                nodes.iter().map(|node| Argument { name: None, span: node.span, of: self.infer(node, layer) }).collect()
            }
            Arguments::Named(nodes) => nodes
                .iter()
                .map(|(name, span, node)| Argument { name: Some((name, *span)), span: node.span, of: self.infer(node, layer) })
                .collect(),
        }
    }

    /// A function literal, or a function from the scope.
    fn own_call(&mut self, signature: Option<Arc<(Vec<Type>, Type)>>, given: &[Argument<'_>], span: Span) -> Type {
        let Some(signature) = signature else {
            return Type::Any;
        };
        let (parameters, result) = signature.as_ref();
        if parameters.len() != given.len() {
            let kind =
                TypeFaultKind::ArgumentCount { function: "", given: given.len(), least: parameters.len(), most: Some(parameters.len()) };
            self.fault(span, kind);
        }
        result.clone()
    }

    fn builtin_call(&mut self, builtin: &'static Builtin, given: &[Argument<'_>], span: Span) -> Type {
        let fitting = builtin.overloads.iter().filter(|overload| overload.takes(given.len()));
        let mut first_fault = None;
        for overload in fitting {
            match misfit(builtin, overload, given) {
                None => return result_of(builtin, overload, given),
                Some(fault) => first_fault = first_fault.or(Some(fault)),
            }
        }
        let (span, kind) = first_fault.unwrap_or_else(|| (span, wrong_count(builtin, given.len())));
        self.fault(span, kind);
        Type::Any
    }
}

/// The first argument that does not fit its parameter.
fn misfit(builtin: &'static Builtin, overload: &Overload, given: &[Argument<'_>]) -> Option<(Span, TypeFaultKind)> {
    given.iter().enumerate().find_map(|(place, argument)| {
        let parameter = match argument.name {
            None => overload.parameter(place),
            Some((name, _)) => overload.parameters.iter().find(|parameter| parameter.name == name.as_ref()),
        };
        match (parameter, argument.name) {
            (Some(parameter), _) if fits(&argument.of, parameter) => None,
            (Some(parameter), _) => {
                let (function, parameter, expected) = (builtin.name, parameter.name, parameter.kinds);
                Some((argument.span, TypeFaultKind::WrongArgument { function, parameter, expected, given: argument.of.clone() }))
            }
            (None, Some((name, span))) => {
                let suggestion = nearest(name, overload.parameters.iter().map(|parameter| Arc::from(parameter.name)));
                Some((span, TypeFaultKind::UnknownParameter { function: builtin.name, name: Arc::clone(name), suggestion }))
            }
            (None, None) => None,
        }
    })
}

/// Whether a value of the type may be given: as it is, as a list of one, or as the one value of a list.
fn fits(of: &Type, parameter: &Parameter) -> bool {
    let kinds = parameter.kinds;
    match of {
        Type::Null => kinds.holds(Kind::Null),
        Type::List(item) => kinds.holds(Kind::List) || kinds.meets(item.kinds()),
        other => kinds.meets(other.kinds()) || kinds.holds(Kind::List),
    }
}

fn wrong_count(builtin: &'static Builtin, given: usize) -> TypeFaultKind {
    let needed = |overload: &Overload| overload.parameters.iter().filter(|parameter| !parameter.optional).count();
    let least = builtin.overloads.iter().map(needed).min().unwrap_or(0);
    let unbounded = builtin.overloads.iter().any(|overload| overload.variadic);
    let most = builtin.overloads.iter().map(|overload| overload.parameters.len()).max();
    TypeFaultKind::ArgumentCount { function: builtin.name, given, least, most: most.filter(|_| !unbounded) }
}

/// Functions that give a list of what their first list holds.
const KEEP_ITEMS: [&str; 8] = ["append", "concatenate", "distinct values", "insert before", "remove", "reverse", "sort", "sublist"];

fn result_of(builtin: &Builtin, overload: &Overload, given: &[Argument<'_>]) -> Type {
    let first = given.first().map(|argument| &argument.of);
    match first {
        Some(Type::List(item)) if KEEP_ITEMS.contains(&builtin.name) => return Type::List(Arc::clone(item)),
        Some(Type::List(item)) if matches!(builtin.name, "min" | "max") => return item.as_ref().clone(),
        Some(of) if matches!(builtin.name, "abs" | "min" | "max") => return of.clone(),
        _ => {}
    }
    let mut kinds = overload.result.iter();
    match (kinds.next(), kinds.next()) {
        (Some(only), None) => Type::from(only),
        _ => Type::Any,
    }
}
