//! From a document to the canonical text: same document, same bytes.

use super::{Digest, Manifest, Release, error::WriteError, lines, manifest, read, soundness, v1};
use crate::model::Document;
use serde::Serialize;

/// The text of a model file. Fails if the text could not be read again, so that no file is written
/// that nobody can open.
pub fn write_model(document: &Document) -> Result<String, WriteError> {
    soundness::look(document)?;
    let text = model_text(document);
    read::read_model(text.as_bytes())?;
    Ok(text)
}

/// The text of a bundle file. Whether the document is good enough to be released is for the caller to check.
pub fn write_bundle(document: &Document, release: &Release) -> Result<String, WriteError> {
    soundness::look(document)?;
    let (key, name) = document.main().map(|process| (process.key.clone(), process.name.clone())).unwrap_or_default();
    let manifest =
        Manifest { key, name, release: release.clone(), digest: Digest::of(model_text(document)), contents: manifest::contents(document) };
    let text = laid_out(&v1::BundleFile::new(v1::Manifest::freeze(&manifest), v1::Document::freeze(document)));
    read::verify(text.as_bytes())?;
    Ok(text)
}

/// The canonical text of a document.
pub(super) fn model_text(document: &Document) -> String {
    laid_out(&v1::ModelFile::new(v1::Document::freeze(document)))
}

/// No shape of ours holds what cannot be written; if one did, the reader would find nothing in the file.
fn laid_out(file: &impl Serialize) -> String {
    lines::write(file).unwrap_or_default()
}
