//! Processes and what stands in them, in the order of the standard: lanes, flow elements, artifacts.

use super::super::super::xml::{Draft, Element};
use super::super::flow::is_global_task;
use super::node::element_of;
use super::writer::{Scope, Writer};
use crate::model::{ArtifactId, NodeId, NodeKind, Process, ProcessId, SequenceFlow, Subject};
use std::rc::Rc;

/// The element for a process that is a single task, of a kind of which there are such elements.
fn global_task(kind: &NodeKind) -> Option<&'static str> {
    Some(match kind {
        NodeKind::Task => "globalTask",
        NodeKind::UserTask => "globalUserTask",
        NodeKind::ManualTask => "globalManualTask",
        NodeKind::ScriptTask(_) => "globalScriptTask",
        NodeKind::BusinessRuleTask(_) => "globalBusinessRuleTask",
        _ => return None,
    })
}

impl Writer<'_> {
    /// A process.
    pub fn process(&mut self, process: ProcessId) -> Option<Draft> {
        let process = self.document.processes.get(process)?;
        let subject = Subject::Process(process.id);
        let own = self.id(subject);
        // A name of a process that only repeats its id is none in the file.
        let name = if process.name == *own { "" } else { &process.name };
        let mut inside = Vec::new();
        let kept = self.kept.element(&own);
        let said = self.procedure(process, kept);
        if said.is_none() && self.stands_for_nothing(process) {
            return None;
        }
        let task = kept.filter(|element| is_global_task(element));
        let step = task.and_then(|_| self.document.children(process.id, None).next());
        // What is said about a task that is a process too is both's; what was said anew about the step counts.
        let words = step.map(|step| &step.details.note).filter(|note| !note.is_empty()).unwrap_or(&process.description);
        if !words.is_empty() {
            inside.push(self.text("documentation", words));
        }
        if let Some(task) = task {
            inside.extend(step.and_then(|step| self.step(step, kept)));
            let local = step.and_then(|step| global_task(&step.kind)).unwrap_or(task.name.local);
            // The step is what one sees of it; its process is called the same.
            let is_same = super::super::standard::name(task) == process.name;
            let name = step.filter(|_| is_same).map_or(name, |step| &step.name);
            return Some(self.tag(local, subject, name, inside));
        }
        inside.extend(said);
        inside.extend(self.lane_sets(process.id));
        inside.extend(self.content((process.id, None)));
        let draft = self.tag("process", subject, name, inside);
        Some(if kept.is_some() { draft } else { draft.attribute("isExecutable", "true") })
    }

    /// Whether it is the empty process that stands for what the kept file lacks, as it was made.
    fn stands_for_nothing(&self, process: &Process) -> bool {
        let is_empty = !self.nodes_in.contains_key(&(process.id, None)) && !self.artifacts_in.contains_key(&(process.id, None));
        let own = self.id(Subject::Process(process.id));
        let is_new = self.kept.root.is_some() && self.kept.element(&own).is_none();
        is_new && is_empty && self.document.pool_of(process.id).is_none() && self.kept.is_fresh(process)
    }

    /// Flow elements, then artifacts.
    pub fn content(&mut self, scope: Scope) -> Vec<Draft> {
        let mut inside = Vec::new();
        for node in self.nodes_in.get(&scope).cloned().unwrap_or_default() {
            // What is in a sub-process is looked at in it.
            let kind = self.document.nodes.get(node).map(|node| &node.kind).filter(|kind| !matches!(kind, NodeKind::SubProcess { .. }));
            let untouched = kind.and_then(|kind| self.untouched(element_of(kind), Subject::Node(node)));
            inside.extend(untouched.or_else(|| self.node(node)));
        }
        for flow in self.flows_in.get(&scope).cloned().unwrap_or_default() {
            let written = || self.document.flows.get(flow).map(|flow| self.sequence_flow(flow));
            inside.extend(self.untouched("sequenceFlow", Subject::Flow(flow)).or_else(written));
        }
        let artifacts = self.artifacts_in.get(&scope).cloned().unwrap_or_default();
        let is_flow_element = |artifact: &ArtifactId| self.is_frame(*artifact);
        // Frames stand for flow elements that only the file knows.
        let (frames, artifacts): (Vec<_>, Vec<_>) = artifacts.into_iter().partition(is_flow_element);
        for frame in frames {
            inside.extend(self.artifact(frame));
        }
        for artifact in &artifacts {
            inside.extend(self.data(*artifact));
        }
        for artifact in artifacts {
            inside.extend(self.artifact(artifact));
        }
        for association in self.associations_in.get(&scope).cloned().unwrap_or_default() {
            inside.extend(self.association(association));
        }
        inside
    }

    fn sequence_flow(&self, flow: &SequenceFlow) -> Draft {
        let subject = Subject::Flow(flow.id);
        let own = self.id(subject);
        let mut inside = Vec::new();
        if !flow.condition.is_empty() {
            let written = self.kept.element(&own).and_then(|element| element.first("conditionExpression"));
            let fresh = self.kept.fresh_flow(&own).map(|flow| flow.condition.as_str());
            inside.push(self.condition("conditionExpression", &flow.condition, fresh, written));
        }
        let draft = self.tag("sequenceFlow", subject, &flow.name, inside);
        draft.attribute("sourceRef", &self.id(Subject::Node(flow.from))).attribute("targetRef", &self.id(Subject::Node(flow.to)))
    }

    /// The flows at a node, as references: incoming, then outgoing.
    pub fn ends(&self, node: NodeId, kept: Option<&Element<'_>>) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for (local, attribute) in [("incoming", "targetRef"), ("outgoing", "sourceRef")] {
            let flows: Vec<&SequenceFlow> = self.flows_at(node, local == "incoming").collect();
            let all: Vec<Rc<str>> = flows.iter().map(|flow| self.id(Subject::Flow(flow.id))).collect();
            let is_new = |at: usize| flows.get(at).is_some_and(|flow| self.is_new_end(flow, attribute, node));
            drafts.extend(self.references(kept, local, &all, is_new));
        }
        drafts
    }

    /// Flows that reach or leave all nodes that stand for one of the file.
    fn flows_at(&self, node: NodeId, is_incoming: bool) -> impl Iterator<Item = &SequenceFlow> {
        let here = move |node| if is_incoming { self.flows.incoming(node) } else { self.flows.outgoing(node) };
        let flows = std::iter::once(node).chain(self.ids.helpers(node)).flat_map(here);
        let flows = flows.filter_map(|flow| self.document.flows.get(*flow));
        flows.filter(|flow| self.ids.owner(flow.from) != self.ids.owner(flow.to))
    }

    /// The flow that is taken when no other one is.
    pub fn default_of(&self, node: NodeId) -> Option<Rc<str>> {
        let default = self.flows_at(node, false).find(|flow| flow.is_default)?;
        Some(self.id(Subject::Flow(default.id))).filter(|id| !id.is_empty())
    }
}
