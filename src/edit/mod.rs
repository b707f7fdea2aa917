//! The only room that changes a document: every change is a [`Command`] given to an [`Editor`].
//!
//! *May I?* is answered by `rules` with a [`Refusal`]; *what follows?* by `upkeep`, an explicit list
//! in order. Undo puts the old snapshot back.

mod apply;
mod command;
mod command_name;
mod compose;
mod draft;
mod editor;
mod form_fragment;
mod fragment;
mod history;
mod naming;
mod outline;
mod place;
mod refusal;
mod rename;
mod reorder;
mod rules;
#[cfg(test)]
pub(crate) mod tests;
mod tiling;
mod upkeep;
mod work;

pub use command::*;
pub use command_name::CommandName;
pub use compose::*;
pub use editor::*;
pub use form_fragment::*;
pub use fragment::*;
pub use history::*;
pub use outline::*;
pub use refusal::*;
pub use reorder::*;
pub use work::*;
