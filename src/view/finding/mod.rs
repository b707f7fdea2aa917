//! Finding by typing: the list under a field, and the command palette that finds every command and every element.

mod list;
mod search;

pub use list::{Finder, Found, Row, Sign};
pub use search::Searchable;
