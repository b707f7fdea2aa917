//! Why a part of an expression came to null.

use super::super::limits::Limit;
use super::super::span::Span;
use super::super::types::{Kind, Type};
use std::fmt::{Display, Formatter, Result};
use std::sync::Arc;

/// One reason for a null, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The part that came to null.
    pub span: Span,
    /// Why.
    pub kind: NoteKind,
}

/// Reasons for a null.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// No value and no function has this name.
    UnknownName(Arc<str>),
    /// The context has no such entry.
    UnknownEntry(Arc<str>),
    /// Values of this kind have no such property.
    NoProperty {
        /// The property asked for.
        name: Arc<str>,
        /// The kind of value it was asked of.
        of: Kind,
    },
    /// The operator does not join values of these kinds. With [`Kind::Null`] on one side: a value is missing.
    UnlikeKinds {
        /// The operator as it is written.
        operator: &'static str,
        /// Kind of the left value.
        left: Kind,
        /// Kind of the right value.
        right: Kind,
    },
    /// A division by nought.
    DivisionByZero,
    /// The result is beyond what numbers, dates or durations can hold.
    OutOfBounds {
        /// The operator or function as it is written.
        operator: &'static str,
    },
    /// A condition that is neither true nor false.
    NotBoolean(Kind),
    /// What was called is no function.
    NotAFunction(Kind),
    /// The function does not take this number of arguments.
    ArgumentCount {
        /// The function; empty for a function literal.
        function: &'static str,
        /// Number of arguments given.
        given: usize,
    },
    /// An argument is of a kind that the function does not take there.
    WrongArgument {
        /// The function; empty for a function literal.
        function: &'static str,
        /// The parameter's name.
        parameter: Arc<str>,
        /// Kind of the argument given.
        given: Kind,
    },
    /// The function has no parameter of this name.
    UnknownParameter {
        /// The function; empty for a function literal.
        function: &'static str,
        /// The name given.
        name: Arc<str>,
    },
    /// The arguments are of the right kinds, but the function has no answer for them (a text that is no date, the root of −1).
    NoAnswer {
        /// The function.
        function: &'static str,
    },
    /// `@"…"` holds no date, time or duration.
    UnreadableLiteral(Arc<str>),
    /// The value is not of the type that a function literal declares.
    WrongType {
        /// The type declared.
        expected: Type,
        /// The kind given.
        given: Kind,
    },
    /// A context literal has two entries of this name.
    DoubleEntry(Arc<str>),
    /// What `for`, `some` or `every` should go through is neither list nor range.
    NotIterable(Kind),
    /// There is no such place in the list.
    NoSuchPlace {
        /// Place asked for, from 1; from −1 backwards.
        place: i64,
        /// Length of the list.
        length: usize,
    },
    /// `now()` or `today()` where no time is given.
    NoClock,
    /// A bound was hit; the whole expression is null if it is one of steps or depth.
    Limit(Limit),
}

impl Display for NoteKind {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        match self {
            Self::UnknownName(name) => write!(formatter, "nothing is called {name:?}"),
            Self::UnknownEntry(name) => write!(formatter, "there is no entry {name:?}"),
            Self::NoProperty { name, of } => write!(formatter, "a {of} has no {name:?}"),
            Self::UnlikeKinds { operator, left, right } => write!(formatter, "{operator} does not join {left} and {right}"),
            Self::DivisionByZero => formatter.write_str("division by zero"),
            Self::OutOfBounds { operator } => write!(formatter, "the result of {operator} is out of bounds"),
            Self::NotBoolean(kind) => write!(formatter, "the condition is a {kind}"),
            Self::NotAFunction(kind) => write!(formatter, "a {kind} cannot be called"),
            Self::ArgumentCount { function, given } => write!(formatter, "{function} does not take {given} arguments"),
            Self::WrongArgument { function, parameter, given } => {
                write!(formatter, "{function} does not take a {given} as {parameter:?}")
            }
            Self::UnknownParameter { function, name } => write!(formatter, "{function} has no parameter {name:?}"),
            Self::NoAnswer { function } => write!(formatter, "{function} has no answer for these values"),
            Self::UnreadableLiteral(text) => write!(formatter, "{text:?} is no date, time or duration"),
            Self::WrongType { expected, given } => write!(formatter, "expected a {expected}, got a {given}"),
            Self::DoubleEntry(name) => write!(formatter, "there are two entries {name:?}"),
            Self::NotIterable(kind) => write!(formatter, "a {kind} cannot be gone through"),
            Self::NoSuchPlace { place, length } => write!(formatter, "there is no place {place} in a list of {length}"),
            Self::NoClock => formatter.write_str("no time is given"),
            Self::Limit(limit) => write!(formatter, "a bound was hit: {limit:?}"),
        }
    }
}
