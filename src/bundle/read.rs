//! From bytes to a document, or to the reason why not.

use super::{
    Digest, Manifest,
    error::{FileKind, ManifestPart, ReadError},
    fault, foreign, header, manifest, quick, soundness, v1, write,
};
use crate::model::{self, Document};
use serde::de::DeserializeOwned;

/// No file is larger, in bytes.
pub const MOST_BYTES: usize = 64 << 20;

/// How deeply parts may lie in each other as ron counts it: 14 down to what stands on a page of a form, 8 for each
/// group, 10 for the rule of a field in the innermost.
pub(super) const DEEPEST: usize = 14 + 8 * model::DEEPEST + 10;

/// A model as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The document; sound, see [`violations`](crate::model::violations). Its picture may be missing
    /// and is then to be laid out.
    pub document: Document,
}

/// A bundle as read; nobody has looked yet whether manifest and document fit together.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundle {
    /// What the bundle says about itself.
    pub manifest: Manifest,
    /// The document; sound as in [`Model`].
    pub document: Document,
}

/// A bundle whose manifest fits its document: nothing was changed since the release.
#[derive(Clone, Debug, PartialEq)]
pub struct Verified {
    /// What the bundle says about itself.
    pub manifest: Manifest,
    /// The released document.
    pub document: Document,
}

/// What kind of file this is, told by its first fields alone.
pub fn kind(bytes: &[u8]) -> Result<FileKind, ReadError> {
    header::probe(text(bytes)?)
}

/// Reads a model.
pub fn read_model(bytes: &[u8]) -> Result<Model, ReadError> {
    let file: v1::ModelFile = parse(bytes, FileKind::Model)?;
    Ok(Model { document: sound(file.document)? })
}

/// Reads a bundle without verifying it, for looking at one that is damaged. To take up a procedure use [`verify`].
pub fn read_bundle(bytes: &[u8]) -> Result<Bundle, ReadError> {
    let file: v1::BundleFile = parse(bytes, FileKind::Bundle)?;
    Ok(Bundle { manifest: file.manifest.thaw()?, document: sound(file.document)? })
}

/// Reads a bundle and holds its manifest against its document: digest, key, name, list of contents.
pub fn verify(bytes: &[u8]) -> Result<Verified, ReadError> {
    let Bundle { manifest, document } = read_bundle(bytes)?;
    let computed = Digest::of(write::model_text(&document));
    if computed != manifest.digest {
        return Err(ReadError::Digest { stated: manifest.digest, computed });
    }
    if !document.main().is_some_and(|process| process.key == manifest.key && process.name == manifest.name) {
        return Err(ReadError::Manifest(ManifestPart::Procedure));
    }
    if manifest::contents(&document) != manifest.contents {
        return Err(ReadError::Manifest(ManifestPart::Contents));
    }
    Ok(Verified { manifest, document })
}

/// The text of a file that may be ours.
fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::TooLarge { bytes: bytes.len(), limit: MOST_BYTES });
    }
    // Some editors put a byte order mark before UTF-8.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(ReadError::Empty);
    }
    if let Some(foreign) = foreign::told(bytes) {
        return Err(ReadError::Foreign(foreign));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let text = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        ReadError::NotText(fault::end(&text))
    })
}

fn parse<File: DeserializeOwned>(bytes: &[u8], wanted: FileKind) -> Result<File, ReadError> {
    let text = text(bytes)?;
    let found = header::probe(text)?;
    if found != wanted {
        return Err(ReadError::OtherKind { found });
    }
    if let Some(file) = quick::read(text) {
        return Ok(file);
    }
    let options = ron::Options::default().with_recursion_limit(DEEPEST);
    options.from_str(text).map_err(|error| fault::of(text, &error))
}

fn sound(shape: v1::Document) -> Result<Document, ReadError> {
    let document = shape.thaw()?;
    soundness::look(&document)?;
    Ok(document)
}
