//! What events are about: their definitions, and timers.

use super::super::super::xml::{Draft, Element};
use super::super::standard::id;
use super::writer::Writer;
use crate::model::{Duration, Event, FlowNode, Subject, Timer};
use std::rc::Rc;

impl Writer<'_> {
    /// The definition of an event; none for one that says nothing. As long as the event is what the file gave, what the document does not know
    /// and what stands elsewhere in the file stays.
    pub fn event_definition(&mut self, node: &FlowNode, event: &Event, own: &str) -> Option<Draft> {
        let kept = self.kept.element(own).and_then(|element| element.elements().find(|it| it.name.local.ends_with("EventDefinition")));
        let is_same = self.kept.fresh_node(own).and_then(|node| node.kind.event()) == Some(event);
        let can_stay = |kept: &&Element<'_>| kept.name.local != definition_of(event) && self.may_cancel(node, kept);
        if let (true, Some(kept)) = (is_same, kept.filter(can_stay)) {
            let draft = Draft::with(&self.prefixes.bpmn(kept.name.local), Vec::new());
            return Some(if id(kept).is_empty() { draft } else { draft.attribute("id", id(kept)) });
        }
        let elsewhere = self.kept.element(own).and_then(|element| element.first("eventDefinitionRef"));
        if let (true, None, Some(elsewhere)) = (is_same, kept, elsewhere) {
            return Some(self.text("eventDefinitionRef", elsewhere.text().trim()));
        }
        let attribute = match event {
            Event::None => return None,
            Event::Message(name) => self.named("messageRef", "message", name),
            Event::Signal(name) => self.named("signalRef", "signal", name),
            Event::Error(code) => self.named("errorRef", "error", code),
            Event::Escalation(code) => self.named("escalationRef", "escalation", code),
            Event::Link(name) => Some(("name", name.as_str().into())),
            Event::Terminate | Event::Conditional(_) | Event::Timer(_) => None,
        };
        let local = definition_of(event);
        let same = kept.filter(|kept| kept.name.local == local);
        let fresh = self.kept.fresh_node(own).and_then(|node| node.kind.event());
        let inside = match event {
            Event::Conditional(condition) => {
                let before = match fresh {
                    Some(Event::Conditional(condition)) => Some(condition.as_str()),
                    _ => None,
                };
                vec![self.condition("condition", condition, before, same.and_then(|it| it.first("condition")))]
            }
            Event::Timer(timer) => self.timer(timer, same, fresh == Some(event)).into_iter().collect(),
            _ => Vec::new(),
        };
        let mut draft = Draft::with(&self.prefixes.bpmn(local), inside);
        let own = match same {
            Some(same) => id(same).into(),
            None => self.ids.take(&format!("{own}_{}", node_part(node)), self.kept),
        };
        if !own.is_empty() {
            draft = draft.attribute("id", &own);
        }
        Some(match attribute {
            Some((name, value)) => draft.attribute(name, &value),
            None => draft,
        })
    }

    /// Whether a definition is none of a cancel event at the edge of something else than a transaction.
    fn may_cancel(&self, node: &FlowNode, definition: &Element<'_>) -> bool {
        let host = node.kind.host().filter(|_| definition.name.local == "cancelEventDefinition");
        host.is_none_or(|host| self.kept.element(&self.id(Subject::Node(host))).is_some_and(|host| host.name.local == "transaction"))
    }

    fn named(&mut self, attribute: &'static str, kind: &'static str, name: &str) -> Option<(&'static str, Rc<str>)> {
        (!name.is_empty()).then(|| (attribute, self.reference(kind, name)))
    }

    /// When: a duration, a date or a cycle. As long as it is what the file gave, it stands as the file wrote it.
    fn timer(&mut self, timer: &Timer, kept: Option<&Element<'_>>, is_same: bool) -> Option<Draft> {
        let written = kept.and_then(|it| ["timeDuration", "timeDate", "timeCycle"].iter().find_map(|local| it.first(local)));
        if let (Some(written), true) = (written, is_same) {
            return Some(self.text(written.name.local, &written.text()));
        }
        match timer {
            Timer::Duration(duration) if duration.iso.is_empty() => None,
            Timer::Duration(duration) => Some(self.days(self.formal("timeDuration", &duration.iso), duration)),
            Timer::Date(date) if date.is_empty() => None,
            Timer::Date(date) => {
                let literal = date.strip_prefix("@\"").and_then(|rest| rest.strip_suffix('"'));
                Some(literal.map_or_else(|| self.condition("timeDate", date, None, None), |literal| self.formal("timeDate", literal)))
            }
            Timer::Cycle { every, times } => {
                let times = times.map(|times| times.to_string()).unwrap_or_default();
                Some(self.days(self.formal("timeCycle", &format!("R{times}/{}", every.iso)), every))
            }
        }
    }

    /// The standard counts days; the studio's own attribute says that working days are meant.
    fn days(&self, draft: Draft, duration: &Duration) -> Draft {
        if duration.in_working_days { draft.attribute(&self.prefixes.own("workingDays"), "true") } else { draft }
    }
}

/// The element that defines an event; none for one that says nothing.
fn definition_of(event: &Event) -> &'static str {
    match event {
        Event::None => "",
        Event::Message(_) => "messageEventDefinition",
        Event::Signal(_) => "signalEventDefinition",
        Event::Error(_) => "errorEventDefinition",
        Event::Escalation(_) => "escalationEventDefinition",
        Event::Link(_) => "linkEventDefinition",
        Event::Terminate => "terminateEventDefinition",
        Event::Conditional(_) => "conditionalEventDefinition",
        Event::Timer(_) => "timerEventDefinition",
    }
}

fn node_part(node: &FlowNode) -> &'static str {
    if node.kind.host().is_some() { "trigger" } else { "event" }
}
