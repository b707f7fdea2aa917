//! The language of conditions and rules: FEEL.

pub mod builtin;
mod check;
mod complete;
mod evaluate;
mod explain;
mod fault;
mod lexer;
pub mod limits;
mod names;
mod number;
mod parser;
mod span;
mod suggest;
mod temporal;
#[cfg(test)]
mod tests;
mod tree;
mod types;
mod value;

pub use builtin::Builtin;
pub use check::{TypeFault, TypeFaultKind, check, check_unary_tests, type_of};
pub use complete::{Suggestion, SuggestionKind, complete};
pub use evaluate::{Environment, Note, NoteKind, Outcome, Scope};
pub use explain::{Explained, UsedName};
pub use fault::{Expected, SyntaxError, SyntaxFault};
pub use names::Names;
pub use number::{Number, Rounding};
pub use parser::{parse, parse_unary_tests};
pub use span::Span;
pub use suggest::nearest_name;
pub use temporal::{Date, DateTime, DayTimeDuration, Time, YearMonthDuration, Zone};
pub use tree::{Arithmetic, Comparison, Tree, UnaryTests};
pub use types::{Fields, Kind, Kinds, Type};
pub use value::{Context, Function, List, Range, TooLarge, Value};
