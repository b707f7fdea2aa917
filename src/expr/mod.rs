//! The language of conditions and rules: FEEL, the Friendly Enough Expression Language of DMN 1.3 to 1.5.
//!
//! Text → syntax tree → value. [`parse`] reads a text against the names that may be in it, [`check()`] compares the tree with the declared
//! types, [`Tree::evaluate`] computes a [`Value`] from a [`Scope`]. The room knows no model and no clock: all it works with is handed in.
//!
//! ```
//! use dienstweg::expr::{Context, Environment, Fields, Names, Type, Value, check, parse};
//! use std::sync::Arc;
//!
//! let condition = parse("betrag > 100 and art = \"neu\"", &Names::new()).unwrap();
//!
//! // What is known before there are values: names and types.
//! let fields = Fields::new([(Arc::from("betrag"), Type::Number), (Arc::from("art"), Type::Text)]);
//! assert!(check(&condition, &fields, Some(&Type::Boolean)).is_empty());
//!
//! let scope = Context::new([(Arc::from("betrag"), Value::from(120)), (Arc::from("art"), Value::from("neu"))]).unwrap();
//! let outcome = condition.evaluate(&scope, &Environment::default());
//! assert_eq!(outcome.value.as_boolean(), Some(true));
//!
//! // Why: the names it used, with their values.
//! let reasons: Vec<String> =
//!     condition.explain(&scope).iter().map(|used| format!("{} = {}", used.name.path.join("."), used.value)).collect();
//! assert_eq!(reasons, ["betrag = 120", "art = \"neu\""]);
//! ```
//!
//! # What is in
//!
//! - Literals: decimal numbers (also `1.5e3`), texts with all escapes (`\u00E4`, `\U01F40E`, surrogate pairs), `true`, `false`, `null`,
//!   `@"2026-09-01"` for dates, times, dates with times, and both durations.
//! - Arithmetic in exact decimals of 34 digits, rounded half to even; what decimal128 cannot hold is null. Arithmetic of dates, times and
//!   durations by the standard's tables; time zones by offset and by place (IANA), from a database built in.
//! - Comparison, `between`, `in` with tests (`< 5`, `[1..3]`, `]1..3[`, `not(…)`, lists), three-valued `and`, `or`, `not()`, `if`.
//! - Lists, contexts, paths, filters by test and place, `for` (several iterators, ranges, `partial`), `some`, `every`, function literals with
//!   typed parameters, calls by position and by name, `instance of` with parameters (`list<number>`, `function<…> -> …`), comments.
//! - Names with spaces and signs, read against the names that are known, the longest first.
//! - The standard's implicit conversions: a value for a list of one and back, a date for its midnight in Greenwich.
//! - Unary tests ([`parse_unary_tests`]), as in the cells of decision tables.
//! - All built-in functions of the standard, listed with their parameters by [`builtin::all`].
//!
//! # What is ours
//!
//! Functions that rules of German forms need (`extension` is set in [`builtin::all`]): `is filled(value)` (a text of blanks and an empty list are
//! not), `is valid iban(text)`, `is valid tax id(text)`, `is valid email(text)`, `is valid postal code(text)`, `is valid date(day, month, year)`.
//! `sort(list)` may do without its second argument. Two expressions with a comma between them make a list.
//!
//! # What is out, and why
//!
//! - Functions in Java or PMML (`external`): an expression runs nothing from outside.
//! - Names of types from a DMN model after `instance of`: there is no such model here.
//! - References back to a group in patterns (`(a)\1`), and the rarer Unicode blocks (`\p{IsThai}`): the engine is one of linear time.
//! - The descendant operator `...`, which is no part of DMN 1.5.
//! - Years beyond ±999,999,999, offsets beyond 18 hours, fractions beyond the nanosecond.
//!
//! # Where the standard leaves a choice
//!
//! - Texts compare and count by code points. Times compare to the second, and are equal when they are the same moment; a time of a place without
//!   a date has the place's standard time, a time that clocks skip has the offset before, one that they repeat is the first.
//! - A wrong number, name or kind of argument, an unknown name, and values that cannot be joined are null with a [`Note`], never an error.
//! - An argument name that the function does not have makes the call null.
//!
//! # Bounds
//!
//! Parsing and evaluation end on every input and stack: see [`limits`]. A bound that is hit gives null and [`NoteKind::Limit`].

mod atoms;
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
mod shape;
mod span;
mod suggest;
mod temporal;
#[cfg(test)]
mod tests;
mod tree;
mod types;
mod value;

pub use atoms::{Atom, Atoms};
pub use builtin::Builtin;
pub use check::{TypeFault, TypeFaultKind, check, check_unary_tests, type_of};
pub use complete::{Suggestion, SuggestionKind, complete};
pub use evaluate::{Environment, Note, NoteKind, Outcome, Scope};
pub use explain::{Explained, UsedName};
pub use fault::{Expected, SyntaxError, SyntaxFault};
pub use names::Names;
pub use number::{Number, Rounding};
pub use parser::{parse, parse_unary_tests};
pub use shape::{Part, Shape};
pub use span::Span;
pub use suggest::nearest_name;
pub use temporal::{Date, DateTime, DayTimeDuration, Time, YearMonthDuration, Zone};
pub use tree::{Arithmetic, Comparison, Tree, UnaryTests};
pub use types::{Fields, Kind, Kinds, Type};
pub use value::{Context, Function, List, Range, TooLarge, Value};
