//! Nodes that become another kind.

use super::nodes::usual_bounds;
use crate::edit::Refusal;
use crate::edit::draft::Draft;
use crate::model::{Event, NodeId, NodeKind, Repetition, StepDetails, Subject};

pub(super) fn change_kind(draft: &mut Draft, node: NodeId, kind: &NodeKind) -> Result<(), Refusal> {
    let changed = draft.document.nodes.get_mut(node).ok_or(Refusal::NotThere)?;
    let kind = with_content_of(&changed.kind, kind.clone());
    let is_resized = changed.kind.usual_size() != kind.usual_size();
    if !kind.is_activity() {
        changed.repetition = Repetition::Once;
    }
    keep_what_applies(&mut changed.details, &kind);
    changed.kind = kind.clone();
    if let Some(bounds) = draft.node_bounds(node).filter(|_| is_resized) {
        draft.set_bounds(Subject::Node(node), usual_bounds(&kind, bounds.centre()));
    }
    Ok(())
}

/// Drops details that have no meaning for a kind: only persons fill in forms, only activities take time.
fn keep_what_applies(details: &mut StepDetails, kind: &NodeKind) {
    let shows_form = matches!(kind, NodeKind::UserTask | NodeKind::StartEvent { .. });
    if !shows_form {
        details.form = None;
    }
    if !kind.is_activity() {
        let StepDetails { form, legal_bases, note, work_state, fim, .. } = std::mem::take(details);
        *details = StepDetails { form, legal_bases, note, work_state, fim, ..StepDetails::default() };
    }
}

/// The new kind with what the old one said of the same: the name of a message, a time, a signal, a condition.
fn with_content_of(old: &NodeKind, mut new: NodeKind) -> NodeKind {
    if std::mem::discriminant(old) == std::mem::discriminant(&new) {
        return new;
    }
    if let (Some(name), Some(message)) = (message_of(old), message_in(&mut new)) {
        if message.is_empty() {
            name.clone_into(message);
        }
    } else if let (Some(said), Some(event)) = (old.event(), event_in(&mut new)) {
        let is_alike = std::mem::discriminant(said) == std::mem::discriminant(event);
        if is_alike && (is_blank(event) || matches!(event, Event::Timer(_))) {
            *event = said.clone();
        }
    }
    new
}

fn message_of(kind: &NodeKind) -> Option<&str> {
    match (kind, kind.event()) {
        (NodeKind::SendTask { message } | NodeKind::ReceiveTask { message }, _) | (_, Some(Event::Message(message))) => Some(message),
        _ => None,
    }
}

fn message_in(kind: &mut NodeKind) -> Option<&mut String> {
    match kind {
        NodeKind::SendTask { message } | NodeKind::ReceiveTask { message } => Some(message),
        other => match event_in(other)? {
            Event::Message(message) => Some(message),
            _ => None,
        },
    }
}

fn event_in(kind: &mut NodeKind) -> Option<&mut Event> {
    match kind {
        NodeKind::StartEvent { trigger, .. } | NodeKind::BoundaryEvent { trigger, .. } => Some(trigger),
        NodeKind::EndEvent(event) | NodeKind::CatchEvent(event) | NodeKind::ThrowEvent(event) => Some(event),
        _ => None,
    }
}

fn is_blank(event: &Event) -> bool {
    match event {
        Event::Message(text)
        | Event::Signal(text)
        | Event::Error(text)
        | Event::Escalation(text)
        | Event::Conditional(text)
        | Event::Link(text) => text.is_empty(),
        Event::None | Event::Timer(_) | Event::Terminate => false,
    }
}
