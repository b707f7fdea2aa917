//! What an event waits for or throws, and whether it interrupts.

use super::duration;
use super::pane::Pane;
use crate::check::Aspect;
use crate::edit::Record;
use crate::model::{Duration, Event, FlowNode, NodeKind, Timer};
use egui::Ui;

/// The node with another event definition.
fn with(node: &FlowNode, event: Event) -> Record {
    let kind = match node.kind.clone() {
        NodeKind::StartEvent { is_interrupting, .. } => NodeKind::StartEvent { trigger: event, is_interrupting },
        NodeKind::BoundaryEvent { host, is_interrupting, .. } => NodeKind::BoundaryEvent { host, trigger: event, is_interrupting },
        NodeKind::EndEvent(_) => NodeKind::EndEvent(event),
        NodeKind::CatchEvent(_) => NodeKind::CatchEvent(event),
        NodeKind::ThrowEvent(_) => NodeKind::ThrowEvent(event),
        other => other,
    };
    Record::Node(FlowNode { kind, ..node.clone() })
}

fn interrupting(node: &FlowNode, is_interrupting: bool) -> Record {
    let kind = match node.kind.clone() {
        NodeKind::StartEvent { trigger, .. } => NodeKind::StartEvent { trigger, is_interrupting },
        NodeKind::BoundaryEvent { host, trigger, .. } => NodeKind::BoundaryEvent { host, trigger, is_interrupting },
        other => other,
    };
    Record::Node(FlowNode { kind, ..node.clone() })
}

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    let Some(event) = node.kind.event() else { return };
    match event {
        Event::None | Event::Terminate => {}
        Event::Message(name) => pane.text(ui, "inspector-message", Aspect::Event, name, 1, |name| with(node, Event::Message(name))),
        Event::Signal(name) => pane.text(ui, "inspector-signal", Aspect::Event, name, 1, |name| with(node, Event::Signal(name))),
        Event::Link(name) => pane.text(ui, "inspector-link", Aspect::Event, name, 1, |name| with(node, Event::Link(name))),
        Event::Error(code) => pane.text(ui, "inspector-error-code", Aspect::Event, code, 1, |code| with(node, Event::Error(code))),
        Event::Escalation(code) => {
            pane.text(ui, "inspector-escalation-code", Aspect::Event, code, 1, |code| with(node, Event::Escalation(code)))
        }
        Event::Conditional(text) => {
            pane.feel(ui, "inspector-event-condition", Aspect::Event, text, |text| with(node, Event::Conditional(text)))
        }
        Event::Timer(timer) => timer_ui(ui, pane, node, timer),
    }
    let in_event_sub_process = node
        .parent
        .and_then(|parent| pane.document().nodes.get(parent))
        .is_some_and(|parent| parent.kind == NodeKind::SubProcess { is_event: true });
    match node.kind {
        NodeKind::BoundaryEvent { is_interrupting, .. } => {
            pane.check(ui, "inspector-interrupting-step", is_interrupting, |is| interrupting(node, is))
        }
        NodeKind::StartEvent { is_interrupting, .. } if in_event_sub_process => {
            pane.check(ui, "inspector-interrupting-flow", is_interrupting, |is| interrupting(node, is));
        }
        _ => {}
    }
}

/// The three ways to say a time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TimerKind {
    Duration,
    Date,
    Cycle,
}

fn timer_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode, timer: &Timer) {
    let kind = match timer {
        Timer::Duration(_) => TimerKind::Duration,
        Timer::Date(_) => TimerKind::Date,
        Timer::Cycle { .. } => TimerKind::Cycle,
    };
    let texts = pane.context.texts;
    let kinds = [
        (TimerKind::Duration, texts.get("inspector-timer-duration")),
        (TimerKind::Date, texts.get("inspector-timer-date")),
        (TimerKind::Cycle, texts.get("inspector-timer-cycle")),
    ];
    let fortnight = Duration { iso: "P14D".to_owned(), in_working_days: false };
    if let Some(kind) = pane.choose(ui, "inspector-timer", &kind, &kinds) {
        let timer = match kind {
            TimerKind::Duration => Timer::Duration(fortnight),
            TimerKind::Date => Timer::Date(String::new()),
            TimerKind::Cycle => Timer::Cycle { every: fortnight, times: None },
        };
        pane.put(with(node, Event::Timer(timer)));
    }
    match timer {
        Timer::Duration(duration) => {
            duration::ui(ui, pane, "inspector-timer-length", Aspect::Event, duration, |duration| {
                with(node, Event::Timer(Timer::Duration(duration)))
            });
        }
        Timer::Date(text) => pane.feel(ui, "inspector-timer-when", Aspect::Event, text, |text| with(node, Event::Timer(Timer::Date(text)))),
        Timer::Cycle { every, times } => {
            let times = *times;
            duration::ui(ui, pane, "inspector-timer-every", Aspect::Event, every, |every| {
                with(node, Event::Timer(Timer::Cycle { every, times }))
            });
        }
    }
}
