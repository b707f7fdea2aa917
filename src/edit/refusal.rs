//! Why a command cannot be done. `i18n` puts each into a sentence with its remedy.

/// The reason for a refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// An element that it needs is not there (any more).
    NotThere,
}
