//! The product's own file, in RON (Rusty Object Notation): a *model* that is worked on (`*.dienstweg.ron`) and a
//! *bundle* that is released (`*.bundle.ron`). The only room that knows ron.
//!
//! Both begin with `format`, `version` and `needs` (the first version of the program that reads the file); a
//! bundle goes on with its manifest; then both hold the same shared part, one element per line, lists in
//! order of identity. Same document, same bytes; what is read and written again is the same text.
//!
//! The shapes of a released version are frozen (`v1`); later versions get shapes of their own, each with its way
//! from the one before. Reading bounds size, depth and number before it believes anything, and gives a
//! document without a broken invariant or a [`ReadError`] with the place.
//!
//! A platform takes a procedure up with this room alone, without a window:
//!
//! ```
//! use dienstweg::bundle::{ContentKind, ReadError, ReleaseState, verify};
//!
//! # let bundle = include_bytes!("../../tests/data/v1-complete.bundle.ron");
//! // let bundle = std::fs::read("hundesteuer.bundle.ron")?;
//! let verified = verify(bundle)?;
//! assert_eq!(verified.manifest.release.state, ReleaseState::Released);
//! println!("{} {} from {:?}", verified.manifest.key, verified.manifest.release.version, verified.manifest.release.valid_from);
//! for part in &verified.manifest.contents {
//!     println!("{:?}: {}", part.kind, part.names.join(", "));
//! }
//! // The document is what was released: its SHA-256 is that of the manifest.
//! assert_eq!(verified.document.forms.len(), verified.manifest.contents.iter().find(|part| part.kind == ContentKind::Forms).unwrap().names.len());
//!
//! // One changed letter, and nobody takes it up.
//! let changed = String::from_utf8_lossy(bundle).replace("Zweithund", "Dritthund");
//! assert!(matches!(verify(changed.as_bytes()), Err(ReadError::Digest { .. })));
//! # Ok::<(), ReadError>(())
//! ```

mod convert;
mod digest;
mod error;
mod fault;
mod foreign;
mod header;
mod history;
mod lines;
mod manifest;
mod quick;
mod read;
mod soundness;
mod v1;
mod write;

#[cfg(test)]
mod tests;

pub use digest::*;
pub use error::*;
pub use history::*;
pub use manifest::{ContentKind, Contents, Manifest, NoVersion, Release, ReleaseState, Version};
pub use read::*;
pub use write::{write_bundle, write_model};
