//! Version 1 of the file, frozen: a released shape never changes, a new field is a new version.
//!
//! Split by topic like the model. What a field means stands at its twin of the same name in [`model`](crate::model).

mod content;
mod data;
mod decision;
mod diagram;
mod document;
mod exercise;
mod file;
mod form;
mod history;
mod language;
mod manifest;
mod node;
mod process;
mod subject;
mod test_case;
mod text;

pub use document::Document;
pub use file::{BUNDLE, BundleFile, MODEL, ModelFile, VERSION};
pub use history::{Change, HISTORY, Line};
pub use manifest::Manifest;
pub use text::{SourceText, Text};
