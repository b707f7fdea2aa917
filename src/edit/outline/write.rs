//! From a flow to lines: the notation that [`read_outline`](super::read_outline) reads.

use super::line::{Saying, saying};
use super::{Line, laws_text, reading_order};
use crate::model::{Document, FlowIndex, FlowNode, NodeId, NodeKind, ProcessId, RoleId};

/// The words of the notation in the language of the reader.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// Before the name of a start event.
    pub start: &'a str,
    /// Before the name of an end event, or alone.
    pub end: &'a str,
    /// Heads ways that are all taken.
    pub all: &'a str,
    /// Behind a question that may have several answers.
    pub several: &'a str,
    /// The answer for all other cases.
    pub otherwise: &'a str,
    /// What has no name.
    pub nameless: &'a str,
}

/// The flow of a process as lines of text. Kinds of steps and events, forms, times and conditions are not in it.
pub fn write_outline(document: &Document, process: ProcessId, wording: &Wording<'_>) -> String {
    let flows = FlowIndex::of(document);
    let lines = reading_order(document, process, &flows);
    let mut writer = Writer { document, flows: &flows, wording, role: None, answer: None, skipped: None, text: String::new() };
    let mut rest = lines.as_slice();
    while let Some((line, behind)) = rest.split_first() {
        writer.line(*line, behind);
        rest = behind;
    }
    writer.flush();
    writer.text
}

struct Writer<'a> {
    document: &'a Document,
    flows: &'a FlowIndex,
    wording: &'a Wording<'a>,
    /// Who acted on the line before.
    role: Option<RoleId>,
    /// The answer of a way that has just begun, with its depth.
    answer: Option<(String, usize)>,
    /// What begins at an event at the edge of a step cannot be written: its depth.
    skipped: Option<usize>,
    text: String,
}

impl Writer<'_> {
    fn line(&mut self, line: Line, behind: &[Line]) {
        if self.is_skipped(line) {
            return;
        }
        match line {
            Line::Way { flow, depth } => {
                self.flush();
                self.answer = Some((self.answer_of(flow), depth));
            }
            Line::Jump { to, depth } => {
                let target = self.document.nodes.get(self.beyond_joins(to));
                if let Some(text) = target.map(|node| self.jump(node)) {
                    self.put(depth, &text);
                }
            }
            Line::Node { node, depth } => {
                let node = self.document.nodes.get(node);
                if let Some(text) = node.and_then(|node| self.node(node, depth, behind)) {
                    self.put(depth, &text);
                }
            }
        }
    }

    fn is_skipped(&mut self, line: Line) -> bool {
        let (Line::Node { depth, .. } | Line::Way { depth, .. } | Line::Jump { depth, .. }) = line;
        self.skipped = self.skipped.filter(|skipped| depth >= *skipped);
        if let Line::Node { node, depth } = line
            && self.document.nodes.get(node).is_some_and(|node| node.kind.host().is_some())
        {
            self.skipped = self.skipped.or(Some(depth));
        }
        self.skipped.is_some()
    }

    fn jump(&self, node: &FlowNode) -> String {
        match node.kind {
            NodeKind::EndEvent(_) => self.end(node),
            _ => format!("→ {}", self.name(node)),
        }
    }

    fn answer_of(&self, flow: crate::model::FlowId) -> String {
        let Some(flow) = self.document.flows.get(flow) else { return String::new() };
        let is_parallel = self.document.nodes.get(flow.from).is_some_and(|node| node.kind == NodeKind::ParallelGateway);
        let name = flow.name.trim().replace(':', " –");
        match name.as_str() {
            _ if is_parallel => String::new(),
            "" if flow.is_default => format!("{}:", self.wording.otherwise),
            name => format!("{name}:"),
        }
    }

    /// What stands on the line of a node; `None` if it needs none.
    fn node(&mut self, node: &FlowNode, depth: usize, behind: &[Line]) -> Option<String> {
        let has_ways = matches!(behind.first(), Some(Line::Way { .. }));
        match &node.kind {
            NodeKind::StartEvent { .. } if node.name.trim().is_empty() => None,
            NodeKind::StartEvent { .. } => Some(format!("{}: {}", self.wording.start, node.name.trim())),
            NodeKind::EndEvent(_) if node.name.trim().is_empty() && self.is_understood(node, depth, behind) => None,
            NodeKind::EndEvent(_) => Some(self.end(node)),
            NodeKind::ParallelGateway => has_ways.then(|| format!("{}:", self.wording.all)),
            kind if kind.is_gateway() && !has_ways => None,
            kind if kind.is_gateway() => {
                let name = self.name(node);
                let question = if name.ends_with('?') { name } else { format!("{name}?") };
                let several = matches!(kind, NodeKind::InclusiveGateway).then(|| format!(" {}", self.wording.several));
                Some(format!("{question}{}", several.unwrap_or_default()))
            }
            _ => Some(self.step(node)),
        }
    }

    /// Whether a way that breaks off here would end all the same, because nothing stands behind the split from which it comes.
    fn is_understood(&self, end: &FlowNode, depth: usize, behind: &[Line]) -> bool {
        let mut level = depth;
        for line in behind {
            match *line {
                Line::Way { depth, .. } => level = level.min(depth),
                Line::Jump { depth, .. } if depth < level => return false,
                Line::Node { node, depth } if depth < level || depth == 0 => {
                    return self.document.nodes.get(node).is_some_and(|node| node.parent != end.parent);
                }
                Line::Node { .. } | Line::Jump { .. } => {}
            }
        }
        true
    }

    fn end(&self, node: &FlowNode) -> String {
        let name = node.name.trim();
        if name.is_empty() { self.wording.end.to_owned() } else { format!("{}: {name}", self.wording.end) }
    }

    fn step(&mut self, node: &FlowNode) -> String {
        let role = self.document.role_of(node.id).filter(|_| node.kind.is_activity());
        let before = match role.filter(|role| self.role != Some(role.id)) {
            Some(role) => format!("{}: ", role.name.trim()),
            None => String::new(),
        };
        self.role = role.map(|role| role.id).or(self.role);
        let name = self.name(node);
        let laws = match laws_text(&node.details.legal_bases) {
            laws if laws.is_empty() => laws,
            laws => format!(" [{laws}]"),
        };
        let behind = if matches!(node.kind, NodeKind::SubProcess { .. }) { ":" } else { "" };
        let is_plain = matches!(saying(&name), Saying::Step(step) if step.role.is_none() && step.name == name);
        if is_plain { format!("{before}{name}{laws}{behind}") } else { format!("{before}: {name}") }
    }

    fn name(&self, node: &FlowNode) -> String {
        let name = node.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() { self.wording.nameless.to_owned() } else { name }
    }

    /// The node to which one comes from here through gateways that only join.
    fn beyond_joins(&self, from: NodeId) -> NodeId {
        let mut at = from;
        for _ in 0..self.document.nodes.len() {
            let is_join = self.document.nodes.get(at).is_some_and(|node| node.kind.is_gateway());
            let [only] = self.flows.outgoing(at) else { break };
            let Some(flow) = self.document.flows.get(*only).filter(|_| is_join) else { break };
            at = flow.to;
        }
        at
    }

    /// Writes the answer of a way on which nothing stands.
    fn flush(&mut self) {
        if let Some((answer, depth)) = self.answer.take() {
            self.text.push_str(&"  ".repeat(2 * depth - 1));
            self.text.push_str(answer.trim_end());
            self.text.push('\n');
        }
    }

    /// Writes a line: behind the answer if a way has just begun, else one further in than the answers round it.
    fn put(&mut self, depth: usize, text: &str) {
        if self.answer.as_ref().is_some_and(|(_, at)| *at > depth) {
            self.flush();
        }
        match self.answer.take() {
            Some((answer, depth)) => {
                self.text.push_str(&"  ".repeat(2 * depth - 1));
                self.text.push_str(&answer);
                self.text.push_str(if answer.is_empty() { "" } else { " " });
            }
            None => self.text.push_str(&"  ".repeat(2 * depth)),
        }
        self.text.push_str(text);
        self.text.push('\n');
    }
}
