//! Texts that users read, German and English, from Fluent resources in `assets/texts`.
//!
//! [`Texts`] answers with the text of a key; the other files of this room put values of other rooms
//! (refusals, problems, faults) into sentences. A test holds that every key in use exists in both
//! languages with the same arguments, and that none is unused.

mod because;
mod cases;
mod command_names;
mod details;
mod exchange;
mod expressions;
mod file_faults;
mod form_faults;
mod io_errors;
mod outline_faults;
mod pictures;
mod play;
mod problems;
mod proposals;
mod refusals;
mod release;
mod resources;
mod rows;
mod rules;
mod teaching;
#[cfg(test)]
mod tests;
mod texts;
mod words;

pub use details::law;
pub use texts::*;
