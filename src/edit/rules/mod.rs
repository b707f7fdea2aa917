//! *May I?* One function per family of commands says why not.

mod connections;
mod content;
mod data;
mod forms;
mod nodes;
mod outcome;
mod pictures;
mod pools;
mod put;
mod remove;
mod texts;

pub(super) use connections::{Connection, can_choose, connection, may_lead, sequence_flow};
pub(super) use data::{Route, route};
pub(super) use forms::{list_round, path_fits};
pub(super) use outcome::outcome;

use super::{Command, FlowCommand, Refusal};
use crate::model::{Document, Subject};

/// Whether a command may be done to a document.
pub(super) fn may(document: &Document, command: &Command) -> Result<(), Refusal> {
    match command {
        Command::Batch { commands, .. } => commands.iter().try_for_each(|command| may(document, command)),
        Command::Put(record) => put::may(document, record),
        Command::Remove(subjects) => remove::may(document, subjects),
        Command::Flow(command) => flow(document, command),
        Command::Content(command) => content::may(document, command),
    }
}

fn flow(document: &Document, command: &FlowCommand) -> Result<(), Refusal> {
    match command {
        FlowCommand::Connect { from, to } => connection(document, *from, *to, None).map(drop),
        FlowCommand::Reconnect { connection, end, to } => connections::reconnect(document, *connection, *end, *to),
        FlowCommand::Move { .. }
        | FlowCommand::Resize { .. }
        | FlowCommand::SetCourse { .. }
        | FlowCommand::SetLabelPlace { .. }
        | FlowCommand::MakeRoom { .. }
        | FlowCommand::AddArtifact { .. }
        | FlowCommand::Paste { .. }
        | FlowCommand::TidyUp { .. } => pictures::may(document, command),
        FlowCommand::AddPool { .. }
        | FlowCommand::AddLane { .. }
        | FlowCommand::AddLaneBeside { .. }
        | FlowCommand::Divide { .. }
        | FlowCommand::MoveLane { .. } => pools::may(document, command),
        FlowCommand::Within { sub_process, command } => {
            nodes::is_sub_process(document, *sub_process)?;
            if matches!(**command, FlowCommand::AddPool { .. }) {
                return Err(Refusal::PoolInside);
            }
            flow(document, command)
        }
        _ => nodes::may(document, command),
    }
}

/// The element must be there.
fn there(document: &Document, subject: Subject) -> Result<(), Refusal> {
    if document.has(subject) { Ok(()) } else { Err(Refusal::NotThere) }
}
