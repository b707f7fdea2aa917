//! Finding by typing: the list under a field, and the command palette that finds every command and every element.

mod elements;
mod list;
mod palette;
mod search;

pub use elements::title;
pub use list::{Finder, Found, Row, Sign};
pub use palette::{Choice, Palette, Source, commands, of_documents};
pub use search::{Searchable, folded};
