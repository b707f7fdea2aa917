//! What is wrong with the types in an expression.

use super::super::span::Span;
use super::super::types::{Kinds, Type};
use std::fmt::{Display, Formatter, Result};
use std::sync::Arc;

/// One fault, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeFault {
    /// The part that is at fault.
    pub span: Span,
    /// What is wrong with it.
    pub kind: TypeFaultKind,
}

/// What can be wrong. A suggestion is the nearest name that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeFaultKind {
    /// No field is called so.
    UnknownName {
        /// The name as written.
        name: Arc<str>,
        /// What may have been meant.
        suggestion: Option<Arc<str>>,
    },
    /// The field has no field of this name.
    UnknownEntry {
        /// The name as written.
        name: Arc<str>,
        /// What may have been meant.
        suggestion: Option<Arc<str>>,
    },
    /// No function is called so.
    UnknownFunction {
        /// The name as written.
        name: Arc<str>,
        /// What may have been meant.
        suggestion: Option<Arc<str>>,
    },
    /// Values of this type have no such property.
    NoProperty {
        /// The property asked for.
        name: Arc<str>,
        /// The type it was asked of.
        of: Type,
    },
    /// What is called is no function.
    NotAFunction(Type),
    /// The function takes another number of arguments.
    ArgumentCount {
        /// The function; empty for a function literal.
        function: &'static str,
        /// Number of arguments given.
        given: usize,
        /// Least number of arguments.
        least: usize,
        /// Most arguments; `None` for any number.
        most: Option<usize>,
    },
    /// An argument is of a type that the function does not take there.
    WrongArgument {
        /// The function.
        function: &'static str,
        /// The parameter's name.
        parameter: &'static str,
        /// What it takes.
        expected: Kinds,
        /// What is given.
        given: Type,
    },
    /// The function has no parameter of this name.
    UnknownParameter {
        /// The function.
        function: &'static str,
        /// The name as written.
        name: Arc<str>,
        /// What may have been meant.
        suggestion: Option<Arc<str>>,
    },
    /// The operator does not join these types: the result would always be null.
    UnlikeOperands {
        /// The operator as it is written.
        operator: &'static str,
        /// Type of the left side.
        left: Type,
        /// Type of the right side.
        right: Type,
    },
    /// `<`, `>` and their like with null: the result is always null.
    ComparedWithNull {
        /// The operator as it is written.
        operator: &'static str,
    },
    /// A choice is compared with a code that its list does not have: never equal.
    UnknownCode {
        /// The code as written.
        code: Arc<str>,
        /// What may have been meant.
        suggestion: Option<Arc<str>>,
    },
    /// A condition that is neither true nor false.
    NotBoolean(Type),
    /// The expression gives another type than its place asks for.
    UnexpectedType {
        /// What is asked for.
        expected: Type,
        /// What it gives.
        found: Type,
    },
    /// What `for`, `some` or `every` should go through is neither list nor range.
    NotIterable(Type),
    /// `@"…"` holds no date, time or duration.
    UnreadableLiteral(Arc<str>),
    /// A context literal has two entries of this name.
    DoubleEntry(Arc<str>),
}

impl Display for TypeFault {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        use TypeFaultKind as Kind;
        let suggested =
            |suggestion: &Option<Arc<str>>| suggestion.as_ref().map_or_else(String::new, |name| format!("; did you mean {name:?}?"));
        match &self.kind {
            Kind::UnknownName { name, suggestion } => write!(formatter, "there is no field {name:?}{}", suggested(suggestion)),
            Kind::UnknownEntry { name, suggestion } => write!(formatter, "there is no entry {name:?}{}", suggested(suggestion)),
            Kind::UnknownFunction { name, suggestion } => write!(formatter, "there is no function {name:?}{}", suggested(suggestion)),
            Kind::NoProperty { name, of } => write!(formatter, "a {of} has no {name:?}"),
            Kind::NotAFunction(of) => write!(formatter, "a {of} cannot be called"),
            Kind::ArgumentCount { function, given, least, most } => {
                let most = most.map_or_else(|| "any number".to_owned(), |most| most.to_string());
                write!(formatter, "{function} takes {least} to {most} arguments, not {given}")
            }
            Kind::WrongArgument { function, parameter, given, .. } => {
                write!(formatter, "{function} does not take a {given} as {parameter:?}")
            }
            Kind::UnknownParameter { function, name, suggestion } => {
                write!(formatter, "{function} has no parameter {name:?}{}", suggested(suggestion))
            }
            Kind::UnlikeOperands { operator, left, right } => write!(formatter, "{operator} does not join {left} and {right}"),
            Kind::ComparedWithNull { operator } => write!(formatter, "{operator} with null is always null"),
            Kind::UnknownCode { code, suggestion } => write!(formatter, "the list has no code {code:?}{}", suggested(suggestion)),
            Kind::NotBoolean(of) => write!(formatter, "a condition must be true or false, not a {of}"),
            Kind::UnexpectedType { expected, found } => write!(formatter, "expected a {expected}, found a {found}"),
            Kind::NotIterable(of) => write!(formatter, "a {of} cannot be gone through"),
            Kind::UnreadableLiteral(text) => write!(formatter, "{text:?} is no date, time or duration"),
            Kind::DoubleEntry(name) => write!(formatter, "there are two entries {name:?}"),
        }
    }
}
