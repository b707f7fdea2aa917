//! Small parts that several panels use, each with its accessible name.

mod buttons;
mod card;
mod choice;
mod completion;
mod condition;
mod dialog;
mod empty_state;
mod feel_field;
mod field_row;
mod lettering;
mod rows;
mod section;
mod segmented;
#[cfg(test)]
mod tests;
mod text_field;

pub use buttons::*;
pub use card::*;
pub use choice::*;
pub use condition::*;
pub use dialog::*;
pub use empty_state::*;
pub use feel_field::*;
pub use field_row::*;
pub use lettering::*;
pub use rows::*;
pub use section::*;
pub use segmented::*;
pub use text_field::*;
