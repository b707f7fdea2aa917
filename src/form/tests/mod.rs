//! The behaviour of forms as a whole.

mod conditions;
mod document;
mod fields;
mod many;
mod repeats;
