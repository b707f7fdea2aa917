//! The two kinds of file of version 1: a header, in a bundle the manifest, and the shared part.

use super::{Document, Manifest, Text};
use serde::{Deserialize, Serialize};

/// `format` of a model.
pub const MODEL: &str = "dienstweg";

/// `format` of a bundle.
pub const BUNDLE: &str = "dienstweg-bundle";

/// `version` of these shapes.
pub const VERSION: u64 = 1;

/// `needs`: the first version of the program that reads these shapes.
pub const NEEDS: &str = "0.1.0";

/// A model, work in progress: `*.dienstweg.ron`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelFile {
    pub format: Text,
    pub version: u64,
    pub needs: Text,
    pub document: Document,
}

impl ModelFile {
    /// A model with the header of this version.
    pub fn new(document: Document) -> Self {
        Self { format: Text(MODEL.to_owned()), version: VERSION, needs: Text(NEEDS.to_owned()), document }
    }
}

/// A bundle, released: `*.bundle.ron`.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleFile {
    pub format: Text,
    pub version: u64,
    pub needs: Text,
    pub manifest: Manifest,
    pub document: Document,
}

impl BundleFile {
    /// A bundle with the header of this version.
    pub fn new(manifest: Manifest, document: Document) -> Self {
        Self { format: Text(BUNDLE.to_owned()), version: VERSION, needs: Text(NEEDS.to_owned()), manifest, document }
    }
}
