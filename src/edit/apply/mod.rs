//! How each command changes the document. Rules have agreed before; what follows is left to upkeep.

mod adopt;
mod artifacts;
mod attach;
mod connect;
mod content;
mod data;
mod fold;
mod form_paste;
mod forms;
mod kinds;
mod lanes;
mod nodes;
mod outline;
mod paste;
mod pools;
mod put;
mod remove;
mod room;
mod shapes;
mod tail;
mod take_up;
mod tidy;
mod ways;

pub(super) use shapes::{content_of, shift_all};

use super::draft::Draft;
use super::{Command, ContentCommand, FlowCommand, Refusal};
use std::collections::BTreeSet;

/// Does a command that is not a batch.
pub(super) fn apply(draft: &mut Draft, command: &Command) -> Result<(), Refusal> {
    match command {
        Command::Batch { commands, .. } => commands.iter().try_for_each(|command| apply(draft, command)),
        Command::Put(record) => put::put(draft, record),
        Command::Remove(subjects) => {
            remove::remove(draft, subjects);
            Ok(())
        }
        Command::Flow(command) => flow(draft, command),
        Command::Content(command) => content(draft, command),
    }
}

fn flow(draft: &mut Draft, command: &FlowCommand) -> Result<(), Refusal> {
    match command {
        FlowCommand::AddNode { process, kind, name, at } => nodes::add(draft, *process, kind, name, *at),
        FlowCommand::Append { after, kind, at } => nodes::append(draft, *after, kind, *at)?,
        FlowCommand::InsertOnFlow { flow, kind } => nodes::insert_on_flow(draft, *flow, kind)?,
        FlowCommand::DropOnFlow { flow, node } => nodes::drop_on_flow(draft, *flow, *node)?,
        FlowCommand::TakeOut { node } => connect::heal(draft, *node, &BTreeSet::new()),
        FlowCommand::Attach { event, host, at } => attach::attach(draft, *event, *host, *at)?,
        FlowCommand::AddBoundaryEvent { host, trigger, is_interrupting, at } => {
            nodes::add_boundary_event(draft, *host, trigger, *is_interrupting, *at)?;
        }
        FlowCommand::Connect { from, to } => connect::connect(draft, *from, *to)?,
        FlowCommand::Reconnect { connection, end, to } => connect::reconnect(draft, *connection, *end, *to)?,
        FlowCommand::OwnTail { flow, until } => tail::give(draft, *flow, *until)?,
        FlowCommand::Move { subjects, by } => shapes::shift(draft, subjects, *by),
        FlowCommand::Resize { subject, bounds } => shapes::resize(draft, *subject, *bounds)?,
        FlowCommand::SetCourse { connection, waypoints } => shapes::set_course(draft, *connection, waypoints.as_deref()),
        FlowCommand::SetLabelPlace { subject, bounds } => shapes::set_label_place(draft, *subject, *bounds)?,
        FlowCommand::ChangeKind { node, kind } => kinds::change_kind(draft, *node, kind)?,
        FlowCommand::SetExpanded { node, is_expanded } => fold::set_expanded(draft, *node, *is_expanded)?,
        FlowCommand::MakeRoom { process, from, by } => room::make(draft, *process, *from, *by)?,
        FlowCommand::AddPool { content, name, orientation, at } => pools::add(draft, *content, name, *orientation, *at),
        FlowCommand::AddLane { pool, parent, name, role } => lanes::add(draft, *pool, *parent, name, *role),
        FlowCommand::AddLaneBeside { lane, side, name } => lanes::add_beside(draft, *lane, *side, name)?,
        FlowCommand::Divide { pool, lane, parts, name } => lanes::divide(draft, *pool, *lane, *parts, name),
        FlowCommand::MoveLane { lane, to } => lanes::reorder(draft, *lane, *to)?,
        FlowCommand::AddArtifact { artifact, bounds, about } => artifacts::add(draft, artifact, *bounds, *about),
        FlowCommand::Paste { fragment, process, at } => paste::paste(draft, fragment, *process, *at),
        FlowCommand::AddOutline { process, after, outline } => outline::add(draft, *process, *after, outline)?,
        FlowCommand::TidyUp { extent, orientation } => tidy::tidy_up(draft, extent, *orientation)?,
        FlowCommand::Within { sub_process, command } => {
            let plane = draft.plane.replace(*sub_process);
            let done = flow(draft, command);
            draft.plane = plane;
            done?;
        }
    }
    Ok(())
}

fn content(draft: &mut Draft, command: &ContentCommand) -> Result<(), Refusal> {
    match command {
        ContentCommand::AddProcess { name } => drop(content::add_process(draft, name)),
        ContentCommand::AddRole { name, kind } => drop(content::add_role(draft, name, *kind)),
        ContentCommand::AddObjectType { name } => drop(content::add_object_type(draft, name)),
        ContentCommand::AddDataField { object, name, kind } => drop(content::add_data_field(draft, *object, name, *kind)?),
        ContentCommand::AddNestedObject { object, name, is_list } => data::add_nested(draft, *object, name, *is_list)?,
        ContentCommand::MoveDataField { field, object, index } => data::move_field(draft, *field, *object, *index)?,
        ContentCommand::DuplicateData { subject } => data::duplicate(draft, *subject)?,
        ContentCommand::AddReadyCodeList(list) => data::add_ready_code_list(draft, list),
        ContentCommand::AddCodeList { name } => drop(content::add_code_list(draft, name)),
        ContentCommand::AddForm { name, step } => forms::add(draft, name, *step)?,
        ContentCommand::AddPage { form, title } => forms::add_page(draft, *form, title)?,
        ContentCommand::AddElement { place, element } => forms::add_element(draft, *place, element)?,
        ContentCommand::AddField { place, label, kind } => forms::add_field(draft, *place, label, *kind)?,
        ContentCommand::MoveElement { element, place } => forms::move_element(draft, *element, *place)?,
        ContentCommand::AddRule { form, rule } => forms::add_rule(draft, *form, rule)?,
        ContentCommand::AddSummary { form, title } => form_paste::add_summary(draft, *form, title)?,
        ContentCommand::DeriveForm { form, wanted } => form_paste::derive(draft, *form, wanted)?,
        ContentCommand::PasteInForm { fragment, place } => form_paste::paste(draft, fragment, *place)?,
        ContentCommand::DuplicateForm { form } => forms::duplicate(draft, *form)?,
        ContentCommand::AddDecisionTable { name } => content::add_decision_table(draft, name),
        ContentCommand::AddDocumentTemplate { name } => content::add_document_template(draft, name),
        ContentCommand::AddSetting { name, kind } => content::add_setting(draft, name, *kind),
        ContentCommand::AddTestCase(case) => content::add_test_case(draft, case),
        ContentCommand::AddExercise(exercise) => content::add_exercise(draft, exercise),
        ContentCommand::AddLanguage { tag, name } => content::add_language(draft, tag, name),
        ContentCommand::TakeUp(other) => take_up::take_up(draft, other),
    }
    Ok(())
}
