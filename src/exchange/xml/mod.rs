//! XML, read safely into a small tree that remembers where each element stands, and changed without touching the rest.
//!
//! [`decode`] makes text of bytes, [`read()`] a tree of text. The tree borrows from the text and knows the place of each of its parts;
//! [`Edits`] replaces single places, so that what nobody changed is written back to the letter. [`Draft`] is an element still
//! to be written. Declarations of documents and entities are refused: so there are neither bombs nor files from elsewhere.

mod bytes;
mod draft;
mod edits;
mod escape;
mod fault;
mod merge;
mod names;
mod position;
mod read;
#[cfg(test)]
mod tests;
mod tree;

pub use bytes::{decode, encode, is_meant, unmarked};
pub use draft::{Draft, Prefixed};
pub use edits::Edits;
pub use escape::text as escaped;
pub use fault::{Fault, Malformed, Reason};
pub use merge::{Deed, Manners, Merged, merge};
pub use position::Position;
pub use read::{DEEPEST, MOST_ATTRIBUTES, MOST_BYTES, MOST_NODES, read, read_tolerant};
pub use tree::{Attribute, Element, Name, Node};
