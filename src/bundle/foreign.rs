//! Tells files that are none of Dienstweg by how they begin.

use super::error::Foreign;

/// How files begin that users might take for one of ours.
const BEGINNINGS: &[(&[u8], Foreign)] = &[
    (b"PK\x03\x04", Foreign::Zip),
    (b"%PDF", Foreign::Pdf),
    (b"\x89PNG", Foreign::Picture),
    (b"\xff\xd8\xff", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"{", Foreign::Json),
    (b"[", Foreign::Json),
    (b"<", Foreign::Xml),
];

/// The name of BPMN 2.0 in a namespace stands within so many bytes.
const PROLOGUE: usize = 4096;

/// What the file is, if it is surely none of ours.
pub(super) fn told(bytes: &[u8]) -> Option<Foreign> {
    let bytes = bytes.trim_ascii_start();
    let (_, foreign) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning))?;
    let prologue = bytes.get(..PROLOGUE).unwrap_or(bytes);
    let speaks_of_bpmn = prologue.windows(9).any(|word| word == b"spec/BPMN");
    Some(if *foreign == Foreign::Xml && speaks_of_bpmn { Foreign::Bpmn } else { *foreign })
}
