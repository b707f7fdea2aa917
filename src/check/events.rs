//! Events: what they wait for or throw is said.

use super::{Aspect, Problem};
use crate::expr::DayTimeDuration;
use crate::expr::YearMonthDuration;
use crate::model::{Document, Event, FlowNode, NodeKind, Subject, Timer};

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    for node in document.nodes.values() {
        let at = Subject::Node(node.id);
        if let Some(event) = node.kind.event() {
            definition(event, at, found);
        }
        match &node.kind {
            NodeKind::BoundaryEvent { trigger: Event::None, .. } => {
                found.push(Problem::error("check-event-trigger", at).about(Aspect::Event))
            }
            NodeKind::CatchEvent(Event::None) => found.push(Problem::error("check-event-trigger", at).about(Aspect::Event)),
            NodeKind::ThrowEvent(Event::Link(name)) => link_has_target(document, node, name, found),
            _ => {}
        }
    }
}

fn definition(event: &Event, at: Subject, found: &mut Vec<Problem>) {
    let is_unsaid = match event {
        Event::Message(name) | Event::Signal(name) | Event::Link(name) => name.trim().is_empty(),
        _ => false,
    };
    if is_unsaid {
        found.push(Problem::warning("check-event-name", at).about(Aspect::Event));
    }
    match event {
        Event::Timer(Timer::Duration(duration) | Timer::Cycle { every: duration, .. }) if !is_duration(&duration.iso) => {
            found.push(Problem::error("check-timer-duration", at).about(Aspect::Event).with("value", &duration.iso));
        }
        Event::Timer(Timer::Date(text)) | Event::Conditional(text) if text.trim().is_empty() => {
            found.push(Problem::error("check-event-expression", at).about(Aspect::Event));
        }
        _ => {}
    }
}

/// Whether the text is an ISO 8601 duration of at least some length.
pub(super) fn is_duration(text: &str) -> bool {
    DayTimeDuration::read(text).is_some_and(|duration| duration.nanoseconds() > 0)
        || YearMonthDuration::read(text).is_some_and(|_| !text.starts_with('-'))
}

fn link_has_target(document: &Document, node: &FlowNode, name: &str, found: &mut Vec<Problem>) {
    let is_target = |other: &FlowNode| matches!(&other.kind, NodeKind::CatchEvent(Event::Link(link)) if link == name);
    if !document.children(node.process, node.parent).any(is_target) {
        found.push(Problem::error("check-link-target", Subject::Node(node.id)).about(Aspect::Event).with("link", name));
    }
}
