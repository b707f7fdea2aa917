//! Processes and what flows in them: nodes, sub-processes, sequence flows.

use super::super::xml::Element;
use super::super::{Unfit, What};
use super::details::own;
use super::reading::{Doors, Reading};
use super::standard::{id, name, reference, text_of};
use crate::model::{DEEPEST, FlowId, FlowNode, NodeId, NodeKind, ProcessId, Repetition, SequenceFlow, StepDetails, Subject};

/// Whether an element is a task that processes call (BPMN 2.0, 10.3.4); conversations and choreographies have global ones too.
pub(super) fn is_global_task(element: &Element<'_>) -> bool {
    matches!(element.name.local, "globalTask" | "globalUserTask" | "globalManualTask" | "globalScriptTask" | "globalBusinessRuleTask")
}

/// Where an element stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub process: ProcessId,
    pub parent: Option<NodeId>,
}

impl<'a> Reading<'a> {
    /// All processes with their nodes and sequence flows. Nodes come before all that refers to them.
    pub fn processes(&mut self) -> Result<(), Unfit> {
        let mut levels = Vec::new();
        // All processes first, so that calls find them.
        for element in self.root.elements() {
            let is_task = is_global_task(element);
            if !is_task && element.name.local != "process" {
                continue;
            }
            self.declared_roles(element);
            let place = Place { process: self.new_process(element), parent: None };
            self.procedure(element, place.process);
            if let Some(process) = self.document.processes.get_mut(place.process) {
                process.description = text_of(element, "documentation").unwrap_or_default();
            }
            if is_task { self.global_task(place, element) } else { levels.push((place, element)) }
        }
        let levels = self.levels(levels)?;
        for (place, element) in &levels {
            self.boundary_events(*place, element);
        }
        for (place, element) in &levels {
            self.connections(*place, element);
        }
        Ok(())
    }

    /// A process of one step.
    fn global_task(&mut self, place: Place, element: &'a Element<'a>) {
        let kind = self.global_kind(element);
        let node = self.node(place, element, kind);
        let key = self.key_at("schritt", element);
        let made = node.id;
        self.document.nodes.insert(made, FlowNode { key, ..node });
        self.step(element, made);
    }

    /// Nodes of the processes and of all sub-processes in them; gives all that has content.
    fn levels(&mut self, processes: Vec<(Place, &'a Element<'a>)>) -> Result<Vec<(Place, &'a Element<'a>)>, Unfit> {
        let mut found = Vec::new();
        let mut open: Vec<_> = processes.into_iter().rev().map(|(place, element)| (place, element, 0)).collect();
        while let Some((place, element, depth)) = open.pop() {
            if depth > DEEPEST {
                return Err(Unfit::TooDeep { line: element.position.line });
            }
            found.push((place, element));
            for inner in element.elements() {
                if let Some(node) = self.flow_node(place, inner)
                    && matches!(inner.name.local, "subProcess" | "transaction" | "adHocSubProcess")
                {
                    open.push((Place { parent: Some(node), ..place }, inner, depth + 1));
                }
            }
        }
        Ok(found)
    }

    /// A flow node but a boundary event, which needs its host.
    fn flow_node(&mut self, place: Place, element: &'a Element<'a>) -> Option<NodeId> {
        let kind = self.kind(place, element)?;
        let repetition = self.repetition(element, &kind);
        let node = FlowNode { repetition, ..self.node(place, element, kind) };
        let made = self.put_node(element, node);
        if element.name.local == "transaction" {
            self.transactions.insert(made, format!("Abbruch {}", id(element)));
        }
        self.split_event(place, element, made);
        self.quantities(place, element, made);
        self.suite_step(place, element, made);
        Some(made)
    }

    /// A node without key, done once.
    pub fn node(&mut self, place: Place, element: &Element<'_>, kind: NodeKind) -> FlowNode {
        FlowNode {
            id: self.document.new_id(),
            key: String::new(),
            name: name(element),
            process: place.process,
            parent: place.parent,
            lane: None,
            kind,
            repetition: Repetition::Once,
            details: StepDetails { note: Self::note_of(element), ..StepDetails::default() },
        }
    }

    /// Puts in the node that an element stands for.
    pub fn put_node(&mut self, element: &'a Element<'a>, node: FlowNode) -> NodeId {
        let made = node.id;
        self.remember(element, Subject::Node(made));
        if node.kind.is_activity() {
            self.steps.push((made, element));
        }
        self.put_beside(element, node);
        self.step(element, made);
        made
    }

    /// Puts in one more node for an element that has one already.
    pub fn put_beside(&mut self, element: &Element<'_>, node: FlowNode) {
        let key = self.key_at("schritt", element);
        let subject = Subject::Node(node.id);
        if !self.document.origins.contains(subject) {
            self.came_from(element, subject);
        }
        self.document.nodes.insert(node.id, FlowNode { key, ..node });
    }

    fn boundary_events(&mut self, place: Place, level: &'a Element<'a>) {
        for element in level.all("boundaryEvent") {
            let attached = reference(element, "attachedToRef").unwrap_or_default();
            let host = self.node_of(attached).and_then(|host| self.document.nodes.get(host));
            let fits = |host: &&FlowNode| host.kind.is_activity() && host.process == place.process && host.parent == place.parent;
            match host.filter(fits).map(|host| host.id) {
                Some(host) => self.boundary_event(place, element, host),
                None => self.dangling(element, attached),
            }
        }
    }

    /// Sequence flows; all else that stands beside the nodes waits until every node is there.
    fn connections(&mut self, place: Place, level: &'a Element<'a>) {
        let mut defaults = Vec::new();
        for element in level.elements() {
            match element.name.local {
                "sequenceFlow" => self.sequence_flow(place, element),
                "laneSet" | "textAnnotation" | "association" | "group" | "dataObjectReference" | "dataStoreReference" => {
                    self.later.push((place, element));
                }
                _ if self.is_stranger(element) => self.later.push((place, element)),
                _ => {}
            }
            if element.name.local == "dataObject" {
                self.data_objects.insert(id(element), element);
            }
            if matches!(element.name.local, "dataObject" | "dataObjectReference" | "property") {
                self.data_references.insert(id(element), element);
            }
            defaults.extend(reference(element, "default").map(|default| (element, default)));
        }
        for (element, default) in defaults {
            self.default_flow(element, default);
        }
    }

    fn sequence_flow(&mut self, place: Place, element: &'a Element<'a>) {
        let end = |attribute| reference(element, attribute).unwrap_or_default();
        let (from, to) = (end("sourceRef"), end("targetRef"));
        let find = |id: &str| {
            let node = self.node_of(id).and_then(|node| self.document.nodes.get(node))?;
            (node.process == place.process && node.parent == place.parent).then_some(node.id)
        };
        let (Some(source), Some(target)) = (find(from), find(to)) else {
            let missing = if find(from).is_some() { to } else { from };
            return self.dangling(element, missing);
        };
        let condition = element.first("conditionExpression").map(|text| self.condition(element, text)).unwrap_or_default();
        let from = self.doors.get(&source).map_or(source, |doors| doors.exit);
        let to = self.doors.get(&target).map_or(target, |doors| doors.entry);
        let made = self.connect(own(element, "key").unwrap_or(id(element)), from, to);
        if let Some(flow) = self.document.flows.get_mut(made) {
            flow.name = name(element);
            flow.condition = condition;
        }
        self.remember(element, Subject::Flow(made));
    }

    /// A sequence flow without name and condition.
    pub fn connect(&mut self, id: &str, from: NodeId, to: NodeId) -> FlowId {
        let made: FlowId = self.document.new_id();
        let key = self.key("weg", id);
        let flow = SequenceFlow { id: made, key, name: String::new(), from, to, condition: String::new(), is_default: false };
        self.document.flows.insert(made, flow);
        made
    }

    fn default_flow(&mut self, element: &'a Element<'a>, default: &str) {
        let Some(Subject::Flow(flow)) = self.subjects.get(default).copied() else { return self.dangling(element, default) };
        let node = self.node_of(id(element));
        let from = node.map(|node| self.doors.get(&node).map_or(node, |doors| doors.exit));
        match self.document.flows.get_mut(flow).filter(|flow| Some(flow.from) == from) {
            Some(flow) => flow.is_default = true,
            None => self.dangling(element, default),
        }
    }

    /// Says that a reference leads nowhere.
    pub fn dangling(&mut self, element: &Element<'_>, reference: &str) {
        let line = element.position.line;
        self.say(element, What::Dangling { name: reference.to_owned(), line });
    }

    /// Says which nodes together are what the node of the file is.
    pub fn set_doors(&mut self, node: NodeId, entry: NodeId, exit: NodeId) {
        self.doors.insert(node, Doors { entry, exit });
    }
}
