//! The only room that changes a document: every change is a [`Command`] given to an [`Editor`].
//!
//! *May I?* is answered by `rules` with a [`Refusal`]; *what follows?* by `upkeep`, an explicit list
//! in order. Undo puts the old snapshot back.

mod command;
mod editor;
mod fragment;
mod refusal;

pub use command::*;
pub use editor::*;
pub use fragment::*;
pub use refusal::*;
