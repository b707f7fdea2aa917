//! What the history calls a command, and what the command is about.

use super::{Command, CommandName, ContentCommand, FlowCommand, Record};
use crate::layout::auto::Extent;
use crate::model::{Document, Subject};

/// What the history calls it.
pub(super) fn name(document: &Document, command: &Command) -> CommandName {
    match command {
        Command::Batch { name, .. } => *name,
        Command::Put(record) => of_record(document, record),
        Command::Remove(_) => CommandName::Remove,
        Command::Flow(command) => of_flow(command),
        Command::Content(command) => of_content(command),
    }
}

fn of_record(document: &Document, record: &Record) -> CommandName {
    match record {
        Record::ObjectType(_) | Record::DataField(_) | Record::CodeList(_) | Record::Source(_) => CommandName::ChangeData,
        Record::Form(_) => CommandName::ChangeForm,
        Record::DecisionTable(_) => CommandName::ChangeDecision,
        Record::DocumentTemplate(_) => CommandName::ChangeDocument,
        Record::Setting(_) => CommandName::ChangeSetting,
        Record::TestCase(_) => CommandName::ChangeTestCase,
        Record::Exercise(_) => CommandName::ChangeExercise,
        Record::Language(_) => CommandName::ChangeTranslation,
        Record::Node(new) if document.nodes.get(new.id).is_some_and(|old| old.name != new.name) => CommandName::Rename,
        Record::Flow(new) if document.flows.get(new.id).is_some_and(|old| old.name != new.name) => CommandName::Rename,
        Record::Lane(new) if document.lanes.get(new.id).is_some_and(|old| old.name != new.name) => CommandName::Rename,
        Record::Pool(new) if document.pools.get(new.id).is_some_and(|old| old.name != new.name) => CommandName::Rename,
        Record::Pool(new) if document.pools.get(new.id).is_some_and(|old| old.orientation != new.orientation) => CommandName::TurnPool,
        _ => CommandName::ChangeProperties,
    }
}

fn of_flow(command: &FlowCommand) -> CommandName {
    match command {
        FlowCommand::AddNode { .. } | FlowCommand::AddBoundaryEvent { .. } | FlowCommand::AddArtifact { .. } => CommandName::Add,
        FlowCommand::Append { .. } => CommandName::Append,
        FlowCommand::InsertOnFlow { .. } | FlowCommand::DropOnFlow { .. } => CommandName::Insert,
        FlowCommand::TakeOut { .. } => CommandName::TakeOut,
        FlowCommand::Attach { host: Some(_), .. } => CommandName::Attach,
        FlowCommand::Attach { host: None, .. } => CommandName::Detach,
        FlowCommand::Connect { .. } => CommandName::Connect,
        FlowCommand::Reconnect { .. } => CommandName::Reconnect,
        FlowCommand::Move { .. } => CommandName::Move,
        FlowCommand::Resize { .. } => CommandName::Resize,
        FlowCommand::SetCourse { .. } => CommandName::Route,
        FlowCommand::SetLabelPlace { .. } => CommandName::MoveLabel,
        FlowCommand::ChangeKind { .. } => CommandName::ChangeKind,
        FlowCommand::SetExpanded { is_expanded: true, .. } => CommandName::Expand,
        FlowCommand::SetExpanded { is_expanded: false, .. } => CommandName::Collapse,
        FlowCommand::AddPool { .. } => CommandName::AddPool,
        FlowCommand::MakeRoom { .. } => CommandName::MakeRoom,
        FlowCommand::AddLane { .. } | FlowCommand::AddLaneBeside { .. } => CommandName::AddLane,
        FlowCommand::Divide { .. } => CommandName::DivideLane,
        FlowCommand::MoveLane { .. } => CommandName::MoveLane,
        FlowCommand::Paste { .. } => CommandName::Paste,
        FlowCommand::OwnTail { .. } => CommandName::Duplicate,
        FlowCommand::AddOutline { .. } => CommandName::TypeSteps,
        FlowCommand::TidyUp { .. } => CommandName::TidyUp,
        FlowCommand::Within { command, .. } => of_flow(command),
    }
}

fn of_content(command: &ContentCommand) -> CommandName {
    match command {
        ContentCommand::AddPage { .. }
        | ContentCommand::AddSummary { .. }
        | ContentCommand::AddRule { .. }
        | ContentCommand::AddElement { .. }
        | ContentCommand::AddField { .. }
        | ContentCommand::MoveElement { .. } => CommandName::ChangeForm,
        ContentCommand::AddDataField { .. } | ContentCommand::AddNestedObject { .. } | ContentCommand::MoveDataField { .. } => {
            CommandName::ChangeData
        }
        ContentCommand::DuplicateForm { .. } | ContentCommand::DuplicateData { .. } => CommandName::Duplicate,
        ContentCommand::TakeUp(_) => CommandName::TakeUp,
        ContentCommand::PasteInForm { .. } => CommandName::Paste,
        _ => CommandName::Add,
    }
}

/// What it is about: what it names, else the first that it made.
pub(super) fn about(command: &Command, created: &[Subject]) -> Option<Subject> {
    match command {
        Command::Batch { commands, .. } => commands.iter().find_map(|command| about(command, created)),
        Command::Put(record) => Some(record.subject()),
        Command::Remove(subjects) => subjects.first().copied(),
        Command::Flow(command) => about_flow(command).or_else(|| created.first().copied()),
        Command::Content(ContentCommand::MoveElement { element, place }) => Some(Subject::FormElement(place.form, *element)),
        Command::Content(ContentCommand::MoveDataField { field, .. }) => Some(Subject::DataField(*field)),
        Command::Content(_) => created.first().copied(),
    }
}

fn about_flow(command: &FlowCommand) -> Option<Subject> {
    match command {
        FlowCommand::DropOnFlow { node, .. }
        | FlowCommand::TakeOut { node }
        | FlowCommand::Attach { event: node, .. }
        | FlowCommand::ChangeKind { node, .. }
        | FlowCommand::SetExpanded { node, .. } => Some(Subject::Node(*node)),
        FlowCommand::OwnTail { flow, .. } => Some(Subject::Flow(*flow)),
        FlowCommand::MoveLane { lane, .. } => Some(Subject::Lane(*lane)),
        FlowCommand::Reconnect { connection, .. } | FlowCommand::SetCourse { connection, .. } => Some(*connection),
        FlowCommand::Move { subjects, .. } => subjects.first().copied(),
        FlowCommand::Resize { subject, .. } | FlowCommand::SetLabelPlace { subject, .. } => Some(*subject),
        FlowCommand::TidyUp { extent: Extent::Process(process), .. } => Some(Subject::Process(*process)),
        FlowCommand::Within { sub_process, command } => match **command {
            FlowCommand::TidyUp { .. } => Some(Subject::Node(*sub_process)),
            _ => about_flow(command),
        },
        _ => None,
    }
}
