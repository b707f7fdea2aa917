//! Small parts that several panels use, each with its accessible name.

mod text_field;

pub use text_field::*;
