//! Files from which something was imported, kept whole, so that exporting them again loses nothing, and which element came from where.

use super::{Document, SourceId};
use std::fmt;
use std::sync::Arc;

/// Longer files are not kept, in bytes of their text: the longest schemas have a few million.
pub const LONGEST_SOURCE: usize = 16 << 20;

/// A foreign file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Identity.
    pub id: SourceId,
    /// Technical name, unique among sources.
    pub key: String,
    /// Name of the file; of a file in a folder its path from there, with `/`.
    pub name: String,
    /// What kind of file it is.
    pub format: SourceFormat,
    /// Its text, no longer than [`LONGEST_SOURCE`].
    pub text: String,
    /// What the text gave when it was imported.
    pub given: Given,
}

/// The document that a file gave, as long as the program remembers it. It follows from the text: no file of the studio holds it, and all are
/// equal. Together with the document that came of it it takes little memory.
#[derive(Clone, Default)]
pub struct Given(Option<Arc<Document>>);

impl Given {
    /// Remembers that document, without the sources in it.
    pub fn new(document: &Document) -> Self {
        Self(Some(Arc::new(Document { sources: Default::default(), ..document.clone() })))
    }

    /// The document.
    pub fn document(&self) -> Option<&Document> {
        self.0.as_deref()
    }
}

impl PartialEq for Given {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Given {}

impl fmt::Debug for Given {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Given").finish_non_exhaustive()
    }
}

/// Kinds of foreign files that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceFormat {
    /// XDatenfelder 2.0 (FIM).
    Xdatenfelder2,
    /// XDatenfelder 3.0.0 (FIM).
    Xdatenfelder3,
    /// `XProzess` 2.0 (FIM).
    Xprozess,
    /// BPMN 2.0.
    Bpmn,
    /// Bibliothek 2.5, as civento exports it.
    Civento,
    /// A file of a project folder of the OZG-Hub.
    OzgHub,
}

/// Where an element came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub source: SourceId,
    /// By which the element is found again in the file: in XML usually the value of its attribute `id`.
    pub id: String,
}

impl Origin {
    /// Id of the form that holds the widgets of all data of a library of blocks: the file keeps them with the data, not as a form.
    pub const ALL_WIDGETS: &str = "Metadatendefinition";
}
