//! What a document is: plain data, no behaviour but questions. Meaning and diagram are apart.
//!
//! Names are those of BPMN 2.0, DMN and FIM. Every element has an identity from the document's one
//! counter and, where formats or expressions speak of it, a human-chosen key.

mod artifact;
mod blocks;
mod calendar;
mod content;
mod data;
mod decision;
mod diagram;
mod document;
mod exercise;
mod fim;
mod flow_index;
mod form;
mod form_rule;
mod geometry;
mod ids;
mod invariants;
mod keys;
mod language;
mod node;
mod process;
mod queries;
mod source;
mod subject;
mod table;
mod test_case;

pub use artifact::*;
pub use blocks::*;
pub use calendar::*;
pub use content::*;
pub use data::*;
pub use decision::*;
pub use diagram::*;
pub use document::*;
pub use exercise::*;
pub use fim::*;
pub use flow_index::*;
pub use form::*;
pub use form_rule::*;
pub use geometry::*;
pub use ids::*;
pub use invariants::*;
pub use keys::*;
pub use language::*;
pub use node::*;
pub use process::*;
pub use source::*;
pub use subject::*;
pub use table::*;
pub use test_case::*;
