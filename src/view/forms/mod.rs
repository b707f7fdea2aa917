//! Forms: filling them in, and the place where they are designed.

mod fill;
mod grid;
mod look;

pub use fill::{FillState, fill_ui};
pub use look::Look;
