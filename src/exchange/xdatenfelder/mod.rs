//! XDatenfelder 2.0 and 3.0.0 (FIM-Baustein Datenfelder): a schema becomes data and a form, and a form that came from one goes back.
//!
//! # What becomes what
//!
//! - The schema is the case object, each group (Datenfeldgruppe) an object type, each field (Datenfeld) a data field. A group that stands
//!   at several places with the same content is one object type, used by several fields: what stands on the form is told apart by its
//!   path, never by its id.
//! - Each group on the first level is a page; groups below are groups on it. Fields on the first level have pages between them.
//! - Cardinality belongs to the place: `1:1` is required, more than one a list. What an optional group demands counts once something in
//!   it is filled in; a rule says so.
//! - Each Regel is a [`FormRule`](crate::model::FormRule) in words, once for each place where it applies; its targets are, until
//!   somebody confirms what it means, the group to which it belongs or all that stands on its page (none: the whole form).
//! - The file itself is kept as [`Source`](crate::model::Source), so that [`export()`] can change only what is different.

mod data;
mod export;
mod form;
mod importing;
mod law;
mod lists;
mod oddities;
mod standard;
#[cfg(test)]
mod tests;
mod value;

pub use export::{ExportError, Exported, export};
pub(super) use importing::import_text;
pub(super) use law::{basis as legal_basis, written as written_law};
pub(super) use standard::{schema_ids, version};
