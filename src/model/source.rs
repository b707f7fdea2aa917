//! Files from which something was imported, kept whole, so that exporting them again loses nothing.

use super::SourceId;

/// A foreign file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Identity.
    pub id: SourceId,
    /// Technical name, unique among sources.
    pub key: String,
    /// Name of the file.
    pub name: String,
    /// What kind of file it is.
    pub format: SourceFormat,
    /// Its text.
    pub text: String,
}

/// Kinds of foreign files that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceFormat {
    /// XDatenfelder 2.0 (FIM).
    Xdatenfelder2,
    /// XDatenfelder 3.0.0 (FIM).
    Xdatenfelder3,
}
