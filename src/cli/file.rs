//! Reads the file that a command is about.

use super::{Verdict, output::Output};
use crate::bundle::{self, FileKind, MOST_BYTES, ReadError};
use crate::exchange::{self, File, Note, xml};
use crate::model::Document;
use crate::storage;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The bytes of a file, or the sentence why there are none has been written.
pub(super) fn bytes(output: &Output<'_>, path: &Path) -> Result<Vec<u8>, Verdict> {
    match read(path) {
        Ok(bytes) => Ok(bytes),
        Err(error) => Err(system_fault(output, "cli-fault-read", path, &error)),
    }
}

/// Says why the system could not read or write.
pub(super) fn system_fault(output: &Output<'_>, key: &str, path: &Path, error: &io::Error) -> Verdict {
    let reason = output.texts.io_error(error);
    let file = path.display().to_string();
    output.fault(&output.texts.with(key, &[("file", (&file).into()), ("reason", (&reason).into())]));
    Verdict::CouldNot
}

/// Reads no more than what a file may have and a byte, so that a device without end does no harm.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut io::Read::take(fs::File::open(path)?, MOST_BYTES as u64 + 1), &mut bytes)?;
    Ok(bytes)
}

/// What a file holds.
pub(super) struct Read {
    /// The document.
    pub document: Document,
    /// What an import says of it, if it is a file of another program.
    pub import: Option<Vec<Note>>,
}

/// The document of a model, of a bundle that is whole, or of files of another program, whatever their names.
pub(super) fn document(output: &Output<'_>, path: &Path) -> Result<Document, Verdict> {
    read_any(output, path).map(|read| read.document)
}

/// As [`document`], with what the import says. A folder is read with all that is in it.
pub(super) fn read_any(output: &Output<'_>, path: &Path) -> Result<Read, Verdict> {
    if path.is_dir() {
        return import(output, &[path.to_owned()]);
    }
    let bytes = bytes(output, path)?;
    let document = match bundle::kind(&bytes) {
        Ok(FileKind::Model) => bundle::read_model(&bytes).map(|model| model.document),
        Ok(FileKind::Bundle) => bundle::verify(&bytes).map(|verified| verified.document),
        Err(_) if xml::is_meant(&bytes) => return imported(output, &[(name_of(path), bytes)]),
        Err(error) => Err(error),
    };
    match document {
        Ok(document) => Ok(Read { document, import: None }),
        Err(error) => Err(unreadable(output, path, &error)),
    }
}

/// What is in these files of other programs; folders are read with all that is in them.
pub(super) fn import(output: &Output<'_>, paths: &[PathBuf]) -> Result<Read, Verdict> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let inside = storage::read_folder(path).map_err(|error| system_fault(output, "cli-fault-read", path, &error))?;
            files.extend(inside);
        } else {
            files.push((name_of(path), bytes(output, path)?));
        }
    }
    imported(output, &files)
}

fn imported(output: &Output<'_>, files: &[(String, Vec<u8>)]) -> Result<Read, Verdict> {
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    match exchange::import(&files) {
        Ok(imported) => Ok(Read { document: imported.document, import: Some(imported.report) }),
        Err(error) => {
            output.fault(&output.texts.import_error(&error));
            Err(Verdict::CouldNot)
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn unreadable(output: &Output<'_>, path: &Path, error: &ReadError) -> Verdict {
    output.fault(&format!("{}: {}", path.display(), output.texts.read_error(error)));
    Verdict::CouldNot
}
