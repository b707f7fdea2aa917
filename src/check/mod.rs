//! What is wrong with a finished document. One check per file, each a function from the document to problems.

mod problem;

pub use problem::*;
