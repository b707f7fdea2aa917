//! Exercises worked on: the learner's copy with its mistakes, what of the goals is reached, hints, and the result.
//!
//! [`begin()`] makes the learner's copy; a [`Learning`] compares it, and what was played on it, with what the trainer expects.

mod begin;
mod judge;
mod sheet;

pub use begin::begin;
pub use judge::{Learning, Work};
pub use sheet::{Sheet, SheetLine};
