//! Flows for tests in the window, written as lists of nodes and ways.

use dienstweg::model::{Document, Event, FlowId, FlowNode, NodeId, NodeKind, Repetition, SequenceFlow, StepDetails};

/// A document with a flow, under construction.
pub struct Flow {
    pub document: Document,
    /// In the order of making.
    pub nodes: Vec<NodeId>,
}

impl Flow {
    pub fn new(name: &str) -> Self {
        Self { document: Document::empty("probe", name), nodes: Vec::new() }
    }

    /// Adds nodes by kind (`s` start, `e` end, `t` step, `x` one way, `a` all ways, `p` sub-process) and name, and ways by the places
    /// of nodes in the order of making; all inside the sub-process of the place given.
    pub fn add(mut self, parent: Option<usize>, nodes: &[(char, &str)], ways: &[(usize, usize)]) -> Self {
        let process = self.document.main_process;
        let parent = parent.map(|place| self.nodes[place]);
        for (sign, name) in nodes {
            let kind = match sign {
                's' => NodeKind::StartEvent { trigger: Event::None, is_interrupting: true },
                'e' => NodeKind::EndEvent(Event::None),
                'x' => NodeKind::ExclusiveGateway,
                'a' => NodeKind::ParallelGateway,
                'p' => NodeKind::SubProcess { is_event: false },
                _ => NodeKind::UserTask,
            };
            let id: NodeId = self.document.new_id();
            let (key, name) = (format!("schritt{}", id.0), (*name).to_owned());
            let (repetition, details) = (Repetition::Once, StepDetails::default());
            self.document.nodes.insert(id, FlowNode { id, key, name, process, parent, lane: None, kind, repetition, details });
            self.nodes.push(id);
        }
        for (from, to) in ways {
            let id: FlowId = self.document.new_id();
            let (from, to) = (self.nodes[*from], self.nodes[*to]);
            let (key, name, condition) = (format!("weg{}", id.0), String::new(), String::new());
            self.document.flows.insert(id, SequenceFlow { id, key, name, from, to, condition, is_default: false });
        }
        self
    }
}
