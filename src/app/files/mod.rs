//! Everything that touches the disk: documents, folders, recovery copies, crash reports.

mod crash;
mod document_file;
mod folder;
mod history;
mod picker;
mod recovery;

pub(super) use crash::report_crashes;
pub(super) use document_file::*;
pub(super) use folder::look_into;
pub(super) use history::{history_of, saved_history};
pub(super) use picker::{Picked, Question, pick};
pub(super) use recovery::{Abandoned, Rescue, Rescued, abandoned};
