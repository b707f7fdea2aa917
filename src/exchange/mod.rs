//! Formats of other programs, read into documents and written from them, each with a report of what was taken, changed and left out.
//!
//! [`import()`] takes one or several files (a process of FIM, a schema with its code lists) and makes a [`Document`](crate::model::Document) of them.
//! [`export()`] writes a document in the format of a [`Target`]; [`json_schema`] says which data a form yields.
//! [`xml`] is the only place that knows how XML is read: within limits, without entities, with line and column of what is wrong.

pub mod bpmn;
pub mod civento;
pub mod code_list;
pub mod encoding;
mod exporting;
mod import;
pub mod json_schema;
mod lookup;
mod naming;
mod note;
pub mod ozg_hub;
pub mod picture;
mod repeated;
pub mod xdatenfelder;
pub mod xml;
pub mod xprozess;

pub use exporting::{ExportError, Exported, Files, Target, export};
pub use import::{File, ImportError, Imported, Unfit, import, read_codes};
pub use note::{At, Matter, Note, Weight, What};
pub use repeated::news;
