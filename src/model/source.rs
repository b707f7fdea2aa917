//! Files from which something was imported, kept whole, so that exporting them again loses nothing, and which element came from where.

use super::SourceId;

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
