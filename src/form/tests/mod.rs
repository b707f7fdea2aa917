//! The behaviour of forms as a whole.

mod conditions;
mod document;
mod fields;
mod repeats;
mod speed;
