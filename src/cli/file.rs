//! Reads the file that a command is about.

use super::{Verdict, output::Output};
use crate::bundle::{self, FileKind, MOST_BYTES, ReadError};
use crate::exchange::{ImportError, Imported, Note, bpmn, xml};
use crate::model::{Document, NodeId};
use std::collections::BTreeMap;
use std::{fs, io, path::Path};

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

/// The document of a model, of a bundle that is whole, or of a BPMN file, whatever the file's name.
pub(super) fn document(output: &Output<'_>, path: &Path) -> Result<Document, Verdict> {
    read_any(output, path).map(|(document, _)| document)
}

/// What an import says beside the document.
pub(super) struct Foreign {
    /// What was taken, changed, left out.
    pub report: Vec<Note>,
    /// Ids of the file where keys differ from them.
    pub ids: BTreeMap<NodeId, String>,
}

/// As [`document`], with what the import says if it is a file of another program.
pub(super) fn read_any(output: &Output<'_>, path: &Path) -> Result<(Document, Option<Foreign>), Verdict> {
    let bytes = bytes(output, path)?;
    if xml::is_meant(&bytes) {
        return foreign(output, path, &bytes).map(|Imported { document, report, ids }| (document, Some(Foreign { report, ids })));
    }
    let document = match bundle::kind(&bytes) {
        Ok(FileKind::Model) => bundle::read_model(&bytes).map(|model| model.document),
        Ok(FileKind::Bundle) => bundle::verify(&bytes).map(|verified| verified.document),
        Err(error) => Err(error),
    };
    document.map(|document| (document, None)).map_err(|error| unreadable(output, path, &error))
}

/// What a BPMN file holds, and what of it could not be taken.
fn foreign(output: &Output<'_>, path: &Path, bytes: &[u8]) -> Result<Imported, Verdict> {
    bpmn::read(bytes).map_err(|unfit| {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        output.fault(&output.texts.import_error(&ImportError { file, unfit }));
        Verdict::CouldNot
    })
}

fn unreadable(output: &Output<'_>, path: &Path, error: &ReadError) -> Verdict {
    output.fault(&format!("{}: {}", path.display(), output.texts.read_error(error)));
    Verdict::CouldNot
}
