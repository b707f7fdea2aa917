//! The language of conditions and rules: FEEL.

pub mod builtin;
mod evaluate;
mod fault;
mod lexer;
pub mod limits;
mod names;
mod number;
mod parser;
mod span;
mod temporal;
mod tree;
mod types;
mod value;

pub use builtin::Builtin;
pub use evaluate::{Environment, Note, NoteKind, Outcome, Scope};
pub use fault::{Expected, SyntaxError, SyntaxFault};
pub use names::Names;
pub use number::{Number, Rounding};
pub use parser::{parse, parse_unary_tests};
pub use span::Span;
pub use temporal::{Date, DateTime, DayTimeDuration, Time, YearMonthDuration, Zone};
pub use tree::{Arithmetic, Comparison, Tree, UnaryTests};
pub use types::{Fields, Kind, Kinds, Type};
pub use value::{Context, Function, List, Range, TooLarge, Value};
