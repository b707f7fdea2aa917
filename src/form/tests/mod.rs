//! The behaviour of forms as a whole.

mod conditions;
mod document;
mod fields;
mod kinds;
mod languages;
mod many;
mod pages;
mod repeats;
mod rules;
