//! Documents as files: read, written, and compared with what was read last.

use crate::bundle::{self, Digest, FileKind, ReadError};
use crate::edit::History;
use crate::exchange::bpmn;
use crate::model::Document;
use crate::storage;
use std::fmt;
use std::path::{Path, PathBuf};

/// How the names of models end.
pub(in crate::app) const ENDING: &str = ".dienstweg.ron";

/// Tells contents of a file apart: a digest of its bytes, written as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct Fingerprint(Digest);

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digest = self.0.to_string();
        // Windows takes no colon in the name of a file.
        formatter.write_str(digest.split_once(':').map_or(digest.as_str(), |(_, digits)| digits))
    }
}

/// A document that was read from a file.
#[derive(Debug)]
pub(in crate::app) struct Opened {
    pub document: Document,
    pub kind: FileKind,
    pub fingerprint: Fingerprint,
    /// The steps that led to it, if this user saved it.
    pub history: Option<History>,
}

/// Why a file was not read or written.
#[derive(Debug)]
pub(in crate::app) enum Trouble {
    /// The system could not read it.
    Reading(std::io::Error),
    /// The system could not write it.
    Writing(std::io::Error),
    /// What it holds is no document.
    Content(ReadError),
    /// The document could not be read again if it were written.
    Unwritable(ReadError),
}

/// Reads a model, or the document of a bundle, ready to be exported again.
pub(in crate::app) fn read(path: &Path) -> Result<Opened, Trouble> {
    let size = std::fs::metadata(path).map_err(Trouble::Reading)?.len();
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    if size > bundle::MOST_BYTES {
        return Err(Trouble::Content(ReadError::TooLarge { bytes: size, limit: bundle::MOST_BYTES }));
    }
    let bytes = std::fs::read(path).map_err(Trouble::Reading)?;
    let kind = bundle::kind(&bytes).map_err(Trouble::Content)?;
    let document = match kind {
        FileKind::Model => bundle::read_model(&bytes).map(|model| model.document),
        FileKind::Bundle => bundle::verify(&bytes).map(|verified| verified.document),
    };
    let mut document = document.map_err(Trouble::Content)?;
    bpmn::remember(&mut document);
    Ok(Opened { document, kind, fingerprint: fingerprint_of(&bytes), history: None })
}

/// Writes a model; the file then holds it whole, or is as it was.
pub(in crate::app) fn write(path: &Path, document: &Document) -> Result<Fingerprint, Trouble> {
    let text = bundle::write_model(document).map_err(|error| Trouble::Unwritable(error.0))?;
    storage::write_whole(path, text.as_bytes()).map_err(Trouble::Writing)?;
    Ok(fingerprint_of(text.as_bytes()))
}

/// What the file holds now; `None` if it is not there or cannot be read.
pub(in crate::app) fn fingerprint(path: &Path) -> Option<Fingerprint> {
    std::fs::read(path).ok().map(|bytes| fingerprint_of(&bytes))
}

fn fingerprint_of(bytes: &[u8]) -> Fingerprint {
    Fingerprint(Digest::of(bytes))
}

/// The path with the ending of a model, if it has not got it yet.
pub(in crate::app) fn with_ending(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if name.ends_with(ENDING) {
        return path.to_owned();
    }
    path.with_file_name(format!("{}{ENDING}", name.strip_suffix(".ron").unwrap_or(&name)))
}

/// A name for the file of a procedure, from its key.
pub(in crate::app) fn suggested_name(document: &Document) -> String {
    let key = document.main().map(|process| process.key.clone()).unwrap_or_default();
    let is_plain = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    let name = if !key.is_empty() && key.chars().all(is_plain) { key } else { "verfahren".to_owned() };
    format!("{name}{ENDING}")
}

/// Reads a file of another program, if it is not too long.
pub(in crate::app) fn read_foreign(path: &Path) -> Result<Vec<u8>, Trouble> {
    let size = std::fs::metadata(path).map_err(Trouble::Reading)?.len();
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    if size > bundle::MOST_BYTES {
        return Err(Trouble::Content(ReadError::TooLarge { bytes: size, limit: bundle::MOST_BYTES }));
    }
    std::fs::read(path).map_err(Trouble::Reading)
}
