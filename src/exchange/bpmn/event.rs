//! Events with their definitions, and events that have several.

use super::super::What;
use super::super::xml::Element;
use super::details::own;
use super::flow::Place;
use super::reading::Reading;
use super::standard::{id, is_false, is_true, local, name, reference, text_of};
use crate::model::{Duration, Event, FlowNode, NodeId, NodeKind, Timer};

/// How often a cycle happens, and after which time each.
fn cycle(text: &str) -> Option<Timer> {
    let mut parts = text.strip_prefix('R')?.split('/');
    let times = parts.next()?;
    let every = parts.find(|part| part.starts_with('P'))?;
    let times = if times.is_empty() { None } else { Some(times.parse().ok()?) };
    Some(Timer::Cycle { every: duration(every), times })
}

fn duration(iso: &str) -> Duration {
    Duration { iso: iso.to_owned(), in_working_days: false }
}

/// Whether the studio wrote down that the days of a time are working days.
fn counts_working_days(definition: &Element<'_>, local: &str) -> bool {
    definition.first(local).and_then(|time| own(time, "workingDays")) == Some("true")
}

impl<'a> Reading<'a> {
    /// The definitions of an event, its own and those it refers to.
    fn definitions(&self, element: &'a Element<'a>) -> Vec<&'a Element<'a>> {
        let one = |inner: &'a Element<'a>| match inner.name.local {
            "eventDefinitionRef" => self.roots.get(local(&inner.text())).copied(),
            own if own.ends_with("EventDefinition") => Some(inner),
            _ => None,
        };
        element.elements().filter_map(one).collect()
    }

    /// What the event is about, by its first definition.
    pub fn first_event(&mut self, place: Place, element: &'a Element<'a>) -> Event {
        let first = self.definitions(element).first().copied();
        first.and_then(|definition| self.event(place, element, definition)).unwrap_or_default()
    }

    /// What a definition says; `None` if the document has no such event.
    fn event(&mut self, place: Place, element: &'a Element<'a>, definition: &'a Element<'a>) -> Option<Event> {
        Some(match definition.name.local {
            "messageEventDefinition" => Event::Message(self.message(definition)),
            "signalEventDefinition" => Event::Signal(self.named(definition, "signalRef", "signal", &["name"])),
            "errorEventDefinition" => Event::Error(self.named(definition, "errorRef", "error", &["errorCode", "name"])),
            "escalationEventDefinition" => {
                Event::Escalation(self.named(definition, "escalationRef", "escalation", &["escalationCode", "name"]))
            }
            "conditionalEventDefinition" => {
                let condition = definition.first("condition");
                Event::Conditional(condition.map(|text| self.condition(element, text)).unwrap_or_default())
            }
            "linkEventDefinition" => Event::Link(Some(name(definition)).filter(|link| !link.is_empty()).unwrap_or_else(|| name(element))),
            "terminateEventDefinition" if element.name.local == "endEvent" => Event::Terminate,
            "timerEventDefinition" => self.timer(element, definition),
            "cancelEventDefinition" => {
                let transaction = self.transaction(place, element)?;
                self.say(element, What::NearestKind(definition.name.local.to_owned()));
                Event::Error(transaction)
            }
            other => {
                self.leave(element, other);
                return None;
            }
        })
    }

    /// The code of the error by which the transaction around an end event is cancelled, or that at whose edge an event stands.
    fn transaction(&self, place: Place, element: &Element<'_>) -> Option<String> {
        let attached = reference(element, "attachedToRef").and_then(|host| self.node_of(host));
        let first = attached.or(place.parent);
        let parent = |node: &NodeId| self.document.nodes.get(*node).and_then(|node| node.parent);
        std::iter::successors(first, parent).find_map(|node| self.transactions.get(&node).cloned())
    }

    /// The name of a message that a task or definition speaks of, by itself or by its operation.
    pub fn message(&self, element: &'a Element<'a>) -> String {
        let by_operation = || {
            let wanted = reference(element, "operationRef").map(str::to_owned).or_else(|| text_of(element, "operationRef"))?;
            let mut operations = self.root.all("interface").flat_map(|it| it.all("operation"));
            let operation = operations.find(|operation| id(operation) == local(&wanted))?;
            text_of(operation, "inMessageRef").map(|message| local(&message).to_owned())
        };
        let message = reference(element, "messageRef").map(str::to_owned).or_else(by_operation).unwrap_or_default();
        self.root_name(&message, "message", &["name"])
    }

    fn named(&self, definition: &Element<'_>, attribute: &str, kind: &str, attributes: &[&str]) -> String {
        self.root_name(reference(definition, attribute).unwrap_or_default(), kind, attributes)
    }

    /// What the element of that id is called; the id itself if it has no name, or is not there.
    fn root_name(&self, id: &str, kind: &str, attributes: &[&str]) -> String {
        let element = self.root_element(Some(id), kind);
        let said =
            element.and_then(|element| attributes.iter().find_map(|it| element.attribute(it).map(str::trim).filter(|it| !it.is_empty())));
        said.unwrap_or(id).to_owned()
    }

    fn timer(&mut self, element: &'a Element<'a>, definition: &'a Element<'a>) -> Event {
        let text = |local| text_of(definition, local).map(|text| super::expression::unquoted(&text));
        let timer = if let Some(text) = text("timeDuration") {
            let in_working_days = counts_working_days(definition, "timeDuration");
            if text.starts_with('P') { Ok(Timer::Duration(Duration { iso: text, in_working_days })) } else { Err(text) }
        } else if let Some(text) = text("timeCycle") {
            let in_working_days = counts_working_days(definition, "timeCycle");
            let cycle = cycle(&text).map(|timer| match timer {
                Timer::Cycle { every, times } => Timer::Cycle { every: Duration { in_working_days, ..every }, times },
                other => other,
            });
            cycle.ok_or(text)
        } else if let Some(text) = text("timeDate") {
            let is_date = text.starts_with(|sign: char| sign.is_ascii_digit());
            Ok(Timer::Date(if is_date { format!("@\"{text}\"") } else { text }))
        } else {
            Err(String::new())
        };
        Event::Timer(timer.unwrap_or_else(|text| {
            if !text.is_empty() {
                self.say(element, What::KeptAsText(text.clone()));
            }
            Timer::Duration(duration(&text))
        }))
    }

    /// An event at the edge of an activity; one for each definition.
    pub fn boundary_event(&mut self, place: Place, element: &'a Element<'a>, host: NodeId) {
        let is_interrupting = !is_false(element, "cancelActivity");
        let events: Vec<Event> =
            self.definitions(element).into_iter().filter_map(|definition| self.event(place, element, definition)).collect();
        let kind = |trigger| NodeKind::BoundaryEvent { host, trigger, is_interrupting };
        let nodes: Vec<FlowNode> = events.into_iter().map(|event| self.node(place, element, kind(event))).collect();
        let Some((first, others)) = nodes.split_first() else { return };
        let made = self.put_node(element, first.clone());
        for other in others {
            self.put_beside(element, other.clone());
        }
        if !others.is_empty() {
            let ends = nodes.iter().map(|node| node.id).collect();
            let merge = self.gather(place, element, ends, NodeKind::ExclusiveGateway);
            self.set_doors(made, made, merge);
            let all = is_true(element, "parallelMultiple");
            self.say(element, if all { What::AnyInsteadOfAll } else { What::Split(nodes.len()) });
        }
    }

    /// More nodes for an event in the flow that has several definitions: to throw them one after the other, to wait for the first,
    /// or for all.
    pub fn split_event(&mut self, place: Place, element: &'a Element<'a>, first: NodeId) {
        let Some(kind) = self.document.nodes.get(first).map(|node| node.kind.clone()).filter(NodeKind::is_event) else { return };
        let events: Vec<Event> =
            self.definitions(element).into_iter().skip(1).filter_map(|definition| self.event(place, element, definition)).collect();
        if events.is_empty() {
            return;
        }
        self.say(element, What::Split(events.len() + 1));
        match kind {
            NodeKind::StartEvent { is_interrupting, .. } => {
                let others = self.beside(place, element, events, |trigger| NodeKind::StartEvent { trigger, is_interrupting });
                let merge = self.gather(place, element, [vec![first], others].concat(), NodeKind::ExclusiveGateway);
                self.set_doors(first, first, merge);
            }
            NodeKind::CatchEvent(_) => {
                let all = is_true(element, "parallelMultiple");
                let (split, join) = if all {
                    (NodeKind::ParallelGateway, NodeKind::ParallelGateway)
                } else {
                    (NodeKind::EventBasedGateway, NodeKind::ExclusiveGateway)
                };
                let others = self.beside(place, element, events, NodeKind::CatchEvent);
                let waiting = [vec![first], others].concat();
                let split = self.beside(place, element, vec![()], |()| split.clone());
                for (from, to) in split.iter().flat_map(|from| waiting.iter().map(move |to| (*from, *to))) {
                    self.connect(id(element), from, to);
                }
                let join = self.gather(place, element, waiting, join);
                self.set_doors(first, split.first().copied().unwrap_or(first), join);
            }
            NodeKind::ThrowEvent(_) => {
                let others = self.beside(place, element, events, NodeKind::ThrowEvent);
                let last = self.chain(element, first, &others);
                self.set_doors(first, first, last);
            }
            _ => self.split_end(place, element, first, events),
        }
    }

    /// The end itself comes last, and of several the one that stops others.
    fn split_end(&mut self, place: Place, element: &'a Element<'a>, end: NodeId, events: Vec<Event>) {
        let Some(NodeKind::EndEvent(own)) = self.document.nodes.get(end).map(|node| node.kind.clone()) else { return };
        let mut all = [vec![own], events].concat();
        all.sort_by_key(|event| matches!(event, Event::Error(_) | Event::Terminate));
        let last = all.pop().unwrap_or_default();
        if let Some(node) = self.document.nodes.get_mut(end) {
            node.kind = NodeKind::EndEvent(last);
        }
        let before = self.beside(place, element, all, NodeKind::ThrowEvent);
        if let Some((first, rest)) = before.split_first() {
            self.chain(element, *first, &[rest, &[end]].concat());
            self.set_doors(end, *first, end);
        }
    }

    /// One more node for the element for each of these.
    fn beside<T>(&mut self, place: Place, element: &'a Element<'a>, each: Vec<T>, kind: impl Fn(T) -> NodeKind) -> Vec<NodeId> {
        let mut made = Vec::new();
        for one in each {
            let node = self.node(place, element, kind(one));
            made.push(node.id);
            self.put_beside(element, node);
        }
        made
    }

    /// Leads all these into a gateway.
    fn gather(&mut self, place: Place, element: &'a Element<'a>, from: Vec<NodeId>, kind: NodeKind) -> NodeId {
        let merge = FlowNode { name: String::new(), ..self.node(place, element, kind) };
        let made = merge.id;
        self.put_beside(element, merge);
        for node in from {
            self.connect(id(element), node, made);
        }
        made
    }

    /// One after the other; gives the last.
    fn chain(&mut self, element: &'a Element<'a>, first: NodeId, rest: &[NodeId]) -> NodeId {
        let mut last = first;
        for next in rest {
            self.connect(id(element), last, *next);
            last = *next;
        }
        last
    }
}
