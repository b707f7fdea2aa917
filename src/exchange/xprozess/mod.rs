//! `XProzess` 2.0 (FIM-Baustein Prozesse): a message with a process becomes a document, and a document becomes a message.
//!
//! # What becomes what
//!
//! - The BPMN in the packed model file is the flow; its file and the message are both kept as sources. A message without model gives its
//!   steps one after the other.
//! - Process class and Steckbrief are the [`FimProfile`](crate::model::FimProfile) and the other properties of the main process. Codes stay
//!   codes: the lists are not part of the standard's files.
//! - Each activity group (Aktivitätengruppe) is the [`FimReference`](crate::model::FimReference) of the step that is its sub-process in
//!   the model, and its places in the law are the step's.
//! - Participants are roles: code 1 is the applicant, 2 the caseworker, others take part.
//! - A schema given with the message brings its form, which is tied to the first step if the schema triggers the process.
//! - What else a message holds stays in the kept file, and the report names it.

mod archive;
mod export;
mod groups;
mod importing;
mod kept;
mod link;
mod message;
mod profile;
mod remark;
mod standard;
mod steps;
#[cfg(test)]
mod tests;

pub use archive::{ArchiveFault, GREATEST_RATIO, LARGEST_PACKED, LARGEST_UNPACKED, MOST_FILES};
pub use export::{Exported, export};
pub(super) use importing::{Schema, import};
pub(super) use link::profile_ids;
pub use remark::Remark;
pub(super) use standard::is_xprozess;
