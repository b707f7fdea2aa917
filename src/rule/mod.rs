//! Conditions and rules as sentences.
//!
//! A condition is stored as FEEL ([`crate::expr`]); one that has the shape of a sentence ("Status is ‚schwanger' and Termin is filled in")
//! is a [`Condition`], which is built by choosing and written as FEEL by [`Condition::to_feel`]. What has another shape stays text.
//!
//! # When a condition holds
//!
//! Where it is true. Null, as FEEL gives where values are missing, is "not known" and does not hold (DMN 1.5, 10.3.2.2, and 10.3.2.15 for
//! `=`): a missing number is neither less than 5 nor at least 5. But null is unlike every value: `status != "001"` is true while nothing is
//! chosen. That is what FIM's rule texts mean by `<>`, so "is not" includes "is not filled in yet".

mod condition;
pub mod fim;
mod feel;
mod fitting;
mod frame;
mod propose;
mod reading;
#[cfg(test)]
pub(crate) mod tests;

pub use condition::{Comparison, Condition, Junction, Operand, Sign, Term, Values};
pub use feel::feel;
pub use frame::{Asked, Frame, lists_round};
pub use propose::{Meaning, propose};
