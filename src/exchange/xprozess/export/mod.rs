//! Documents as messages 0303 of `XProzess`: whole, or into the kept message, of which only what differs is changed.
//!
//! - The kept message is imported again. What that gives and what the document gives are written as drafts, and [`xml::merge`] changes in
//!   the text only what differs between them: first the process, then its class, last the head of the message.
//! - The packed model is written anew only if the flow differs; other files in its archive stay.
//! - A new message has no picture and no report of its model.

mod drafts;
mod flow;
mod kept;
mod parts;
mod whole;

use super::Remark;
use crate::exchange::{Note, What, xml};
use crate::model::{Document, FlowNode, RoleKind, SourceFormat, Subject};

/// A document as it was written.
#[derive(Clone, Debug)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// What was changed in the kept message, and what could not be written.
    pub report: Vec<Note>,
}

/// Writes the document: into the message from which it came if that is kept, else as a new one. `at`: the time that the message gives.
pub fn export(document: &Document, at: jiff::Timestamp) -> Exported {
    let source = document.sources.values().find(|source| source.format == SourceFormat::Xprozess);
    let merged = source.and_then(|source| kept::export(document, source, at));
    let (text, mut report) = merged.unwrap_or_else(|| whole::export(document, at));
    report.extend(unsaid(document));
    Exported { bytes: xml::encode(text), report }
}

/// What the format has no place for.
fn unsaid(document: &Document) -> Vec<Note> {
    let note = |name: &str, remark, subject: Subject| Note::new("", name, What::Xprozess(remark)).on(subject);
    let lacks_group = |node: &&FlowNode| {
        let is_own = node.process == document.main_process && node.parent.is_none();
        is_own && node.kind.is_activity() && node.details.fim.as_ref().is_none_or(|fim| fim.activity_group.is_none())
    };
    let mut notes: Vec<Note> = document
        .nodes
        .values()
        .filter(lacks_group)
        .map(|node| note(&node.name, Remark::StepWithoutGroup, Subject::Node(node.id)))
        .collect();
    for role in document.roles.values() {
        match role.kind {
            RoleKind::System => notes.push(note(&role.name, Remark::SoftwareRole, Subject::Role(role.id))),
            RoleKind::OtherAuthority => notes.push(note(&role.name, Remark::RoleWithoutCode, Subject::Role(role.id))),
            RoleKind::Applicant | RoleKind::Caseworker => {}
        }
    }
    if !document.forms.is_empty() {
        notes.push(Note::new("", "", What::Xprozess(Remark::Forms(document.forms.len()))));
    }
    notes
}

/// A number for a message that is the same for the same content (RFC 9562, version 8).
fn number_of(content: &str) -> String {
    use sha2::{Digest, Sha256};
    let mut bytes: Vec<u8> = Sha256::digest(content.as_bytes()).iter().copied().take(16).collect();
    for (at, (keep, set)) in [(6, (0x0f, 0x80)), (8, (0x3f, 0x80))] {
        if let Some(byte) = bytes.get_mut(at) {
            *byte = *byte & keep | set;
        }
    }
    let hex: String =
        bytes.iter().flat_map(|byte| [byte >> 4, byte & 0x0f]).filter_map(|digit| char::from_digit(digit.into(), 16)).collect();
    let part = |range| hex.get(range).unwrap_or_default();
    [part(0..8), part(8..12), part(12..16), part(16..20), part(20..32)].join("-")
}
