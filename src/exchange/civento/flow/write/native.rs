//! What the import adds to a flow, found again when it is written.

use super::super::super::super::xml::Draft;
use super::super::{NEVER, SWITCHED_OFF};
use super::Writing;
use crate::model::{Assignment, Block, Document, Event, FlowNode, NodeId, NodeKind, Repetition, ServiceUse, Subject};

/// Whether a step only asks a function whose call stands in the expression behind it.
pub(super) fn is_question(node: &FlowNode) -> bool {
    node.details.service.as_ref().is_some_and(ServiceUse::is_function)
}

/// Whether a block is a start event, an end event that does nothing, or a question: the format has none.
pub(super) fn is_border(document: &Document, block: &Block) -> bool {
    let Block::Step(node) = block else { return false };
    let node = document.nodes.get(*node);
    node.is_some_and(|node| matches!(node.kind, NodeKind::StartEvent { .. } | NodeKind::EndEvent(Event::None)) || is_question(node))
}

/// Whether a step is switched on.
pub(super) fn is_active(node: &FlowNode) -> bool {
    !matches!(&node.repetition, Repetition::Loop { condition, .. } if condition == "false" || condition.starts_with(NEVER))
}

/// Whether a sub-process only switches off what lies in it.
pub(super) fn is_around(writing: &Writing<'_>, node: &FlowNode) -> bool {
    node.name == SWITCHED_OFF && node.details.note.is_empty() && writing.origin(Subject::Node(node.id)).is_none()
}

/// A step, switched off.
pub(super) fn switched_off(draft: Draft) -> Draft {
    draft.replacing(Draft::text("Active", "false"))
}

/// The one thing that a step sets.
fn only_assignment<'a>(writing: &Writing<'a>, block: &Block) -> Option<(NodeId, &'a Assignment)> {
    let Block::Step(id) = block else { return None };
    let node = writing.document.nodes.get(*id)?;
    match &node.kind {
        NodeKind::ScriptTask(assignments) if node.repetition == Repetition::Once => match assignments.as_slice() {
            [only] => Some((*id, only)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a step sets the variable of the loop behind it to 0, as the import puts it before loops.
pub(super) fn begins_counting(writing: &Writing<'_>, block: &Block, behind: &[Block]) -> bool {
    let Some((id, assignment)) = only_assignment(writing, block) else { return false };
    if let Some(origin) = writing.origin(Subject::Node(id)) {
        return origin.ends_with("/Beginn");
    }
    let Some(Block::Step(next)) = behind.first() else { return false };
    let is_counted = || {
        let inner = writing.inside(*next);
        inner.is_some_and(|inner| counted(writing, &inner).is_some_and(|(_, target)| target == assignment.target))
    };
    assignment.value == "0" && is_counted()
}

/// The path that the last step of a loop counts, with the number of that step.
fn counted<'a>(writing: &Writing<'a>, blocks: &[Block]) -> Option<(usize, &'a str)> {
    let last = blocks.iter().rposition(|block| !is_border(writing.document, block))?;
    let (id, assignment) = only_assignment(writing, blocks.get(last)?)?;
    let is_count = assignment.value == format!("{} + 1", assignment.target);
    let is_own = writing.origin(Subject::Node(id)).is_none_or(|origin| origin.ends_with("/Zaehlen"));
    (is_count && is_own).then_some((last, assignment.target.as_str()))
}

/// The name of the variable that a loop counts by its last step, and the blocks without that step.
pub(super) fn counting<'b>(writing: &Writing<'_>, blocks: &'b [Block]) -> (Option<String>, &'b [Block]) {
    let found = counted(writing, blocks).and_then(|(last, target)| Some((last, writing.speech.variable(target)?)));
    match found {
        Some((last, name)) => (Some(name), blocks.get(..last).unwrap_or_default()),
        None => (None, blocks),
    }
}

impl Writing<'_> {
    /// What lies in a repeated sub-process.
    fn inside(&self, node: NodeId) -> Option<Vec<Block>> {
        let node = self.document.nodes.get(node)?;
        let is_loop = matches!(node.kind, NodeKind::SubProcess { is_event: false }) && matches!(node.repetition, Repetition::Loop { .. });
        is_loop.then(|| crate::model::blocks_of(self.document, &self.flows, node.process, Some(node.id)).blocks)
    }
}
