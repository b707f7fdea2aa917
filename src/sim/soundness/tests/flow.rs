//! Flows for tests, written as lists of nodes and ways.

use crate::model::{Document, Event, FlowId, FlowNode, NodeId, NodeKind, ProcessId, Repetition, SequenceFlow, StepDetails};

/// A document under construction; nodes are named by their place in the order of making.
pub(in crate::sim) struct Flow {
    pub document: Document,
    pub nodes: Vec<NodeId>,
}

impl Flow {
    pub fn new() -> Self {
        Self { document: Document::empty("p", "P"), nodes: Vec::new() }
    }

    /// The kind of a short sign: `s` start, `e` end, `t` step, `x` exclusive, `a` parallel, `o` inclusive.
    pub fn kind(sign: char) -> NodeKind {
        match sign {
            's' => NodeKind::StartEvent { trigger: Event::None, is_interrupting: true },
            'e' => NodeKind::EndEvent(Event::None),
            'x' => NodeKind::ExclusiveGateway,
            'a' => NodeKind::ParallelGateway,
            'o' => NodeKind::InclusiveGateway,
            'r' => NodeKind::EventBasedGateway,
            _ => NodeKind::UserTask,
        }
    }

    pub fn add(&mut self, kind: NodeKind, key: &str) -> usize {
        self.add_in(self.document.main_process, None, kind, key)
    }

    pub fn add_in(&mut self, process: ProcessId, parent: Option<NodeId>, kind: NodeKind, key: &str) -> usize {
        let id: NodeId = self.document.new_id();
        let (key, name) = (key.to_owned(), key.to_owned());
        let (lane, repetition, details) = (None, Repetition::Once, StepDetails::default());
        self.document.nodes.insert(id, FlowNode { id, key, name, process, parent, lane, kind, repetition, details });
        self.nodes.push(id);
        self.nodes.len() - 1
    }

    pub fn connect(&mut self, from: usize, to: usize) {
        let id: FlowId = self.document.new_id();
        let (from, to) = (self.nodes[from], self.nodes[to]);
        let (key, name, condition) = (format!("f{}", id.0), String::new(), String::new());
        self.document.flows.insert(id, SequenceFlow { id, key, name, from, to, condition, is_default: false });
    }

    /// `sstart xX1 tT2 : 0>1 1>2`.
    pub fn read(text: &str) -> Self {
        let mut flow = Self::new();
        let (nodes, ways) = text.split_once(" : ").unwrap();
        for node in nodes.split(' ') {
            flow.add(Self::kind(node.chars().next().unwrap()), &node[1..]);
        }
        for way in ways.split(' ') {
            let (from, to) = way.split_once('>').unwrap();
            flow.connect(from.parse().unwrap(), to.parse().unwrap());
        }
        flow
    }

    pub fn key(&self, node: NodeId) -> &str {
        &self.document.nodes.get(node).unwrap().key
    }
}
