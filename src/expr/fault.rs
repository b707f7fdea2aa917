//! What is wrong with the text of an expression.

use super::limits::{BRACKET_DEPTH, TEXT_LENGTH};
use super::span::Span;

/// An expression that cannot be read, with the place where reading stopped.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{fault} (at byte {})", span.start)]
pub struct SyntaxError {
    /// What it stumbled over; empty at the end of the text.
    pub span: Span,
    /// What is wrong there.
    pub fault: SyntaxFault,
}

/// Why an expression cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SyntaxFault {
    /// There is nothing but white space and comments.
    #[error("the expression is empty")]
    Empty,
    /// The text is longer than [`TEXT_LENGTH`].
    #[error("the expression is longer than {TEXT_LENGTH} bytes")]
    TooLong,
    /// The expression nests deeper than [`BRACKET_DEPTH`], or its tree than [`TREE_DEPTH`](super::limits::TREE_DEPTH).
    #[error("the expression nests deeper than {BRACKET_DEPTH} brackets")]
    TooDeep,
    /// A text lacks its closing quote.
    #[error("the text has no closing quote")]
    UnclosedText,
    /// A comment lacks its `*/`.
    #[error("the comment has no closing */")]
    UnclosedComment,
    /// `\u` or `\U` is not followed by the four or six digits of a character.
    #[error("{0} is not a character")]
    InvalidEscape(String),
    /// A number beyond decimal128.
    #[error("{0} is not a number that can be held")]
    InvalidNumber(String),
    /// Something else was expected than what stands there.
    #[error("expected {expected}, found {found}")]
    Unexpected {
        /// What would have fitted.
        expected: Expected,
        /// The word or sign that stands there.
        found: String,
    },
    /// The text ends too early.
    #[error("expected {0}, but the text ends")]
    UnexpectedEnd(Expected),
    /// Two names side by side: a sign is missing between them, or together they are a name that is not known.
    #[error("{0:?} is not a known name, and no sign joins its words")]
    UnknownWords(String),
    /// The type after `instance of` or in a function literal is none of FEEL's.
    #[error("{0} is not a type")]
    UnknownType(String),
}

/// What would have fitted at the place of a syntax fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A value, name, or bracket.
    Expression,
    /// A sign such as `+` or `and`, or the end.
    Operator,
    /// A name.
    Name,
    /// A type's name.
    Type,
    /// This word or sign.
    Word(&'static str),
}

impl std::fmt::Display for Expected {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Expression => formatter.write_str("a value"),
            Self::Operator => formatter.write_str("an operator"),
            Self::Name => formatter.write_str("a name"),
            Self::Type => formatter.write_str("a type"),
            Self::Word(word) => write!(formatter, "{word:?}"),
        }
    }
}
