//! JSON, read into a small tree that remembers where each value stands, and changed without touching the rest.
//!
//! [`read()`] makes a tree of a text, [`merge()`] carries into the text what differs between two values, [`written`] writes a value anew.

mod merge;
mod read;
mod tree;
mod write;

pub(super) use merge::merge;
pub(super) use read::read;
pub(super) use tree::{Json, Kind, line_of};
pub(super) use write::written;
