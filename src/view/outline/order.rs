//! The nodes of a process in the order in which one reads the flow.

use crate::model::{Document, FlowId, FlowIndex, FlowNode, NodeId, NodeKind, ProcessId, SequenceFlow, Table};
use egui::{Context, Id};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The steps of a process in the order of the flow; kept from frame to frame until the flow changes.
pub(super) struct Order {
    /// All nodes of the process with their depth of nesting, see [`in_flow_order`].
    pub steps: Vec<(NodeId, usize)>,
    /// Connections of the document.
    pub flows: FlowIndex,
    source: (ProcessId, Table<NodeId, FlowNode>, Table<FlowId, SequenceFlow>),
}

impl Order {
    /// That of the document as it is now.
    pub fn of(context: &Context, document: &Document, process: ProcessId) -> Arc<Self> {
        let id = Id::unique("order of the outline");
        let is_same = |kept: &Arc<Self>| {
            let (of, nodes, flows) = &kept.source;
            *of == process && nodes.same_as(&document.nodes) && flows.same_as(&document.flows)
        };
        if let Some(kept) = context.data(|data| data.get_temp::<Arc<Self>>(id)).filter(is_same) {
            return kept;
        }
        let flows = FlowIndex::of(document);
        let steps = in_flow_order(document, process, &flows);
        let order = Arc::new(Self { steps, flows, source: (process, document.nodes.clone(), document.flows.clone()) });
        context.data_mut(|data| data.insert_temp(id, Arc::clone(&order)));
        order
    }
}

/// All nodes of a process with their depth of nesting: from the start events along the flow, boundary
/// events behind their host, content behind its sub-process, what is not connected at the end.
fn in_flow_order(document: &Document, process: ProcessId, flows: &FlowIndex) -> Vec<(NodeId, usize)> {
    let mut children: BTreeMap<Option<NodeId>, Vec<NodeId>> = BTreeMap::new();
    let mut boundary: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
    for node in document.nodes.values().filter(|node| node.process == process) {
        match node.kind.host() {
            Some(host) => boundary.entry(host).or_default().push(node.id),
            None => children.entry(node.parent).or_default().push(node.id),
        }
    }
    let mut walk = Walk { document, flows, children, boundary, seen: BTreeSet::new(), order: Vec::new() };
    walk.scope(None, 0);
    let left: Vec<NodeId> =
        document.nodes.values().filter(|node| node.process == process && !walk.seen.contains(&node.id)).map(|node| node.id).collect();
    walk.order.extend(left.into_iter().map(|node| (node, 0)));
    walk.order
}

struct Walk<'a> {
    document: &'a Document,
    flows: &'a FlowIndex,
    children: BTreeMap<Option<NodeId>, Vec<NodeId>>,
    boundary: BTreeMap<NodeId, Vec<NodeId>>,
    seen: BTreeSet<NodeId>,
    order: Vec<(NodeId, usize)>,
}

impl Walk<'_> {
    /// Deeper nesting than any person draws ends here; what is deeper comes at the end.
    const DEEPEST: usize = 64;

    fn scope(&mut self, parent: Option<NodeId>, depth: usize) {
        if depth > Self::DEEPEST {
            return;
        }
        let nodes = self.children.get(&parent).cloned().unwrap_or_default();
        let is_start = |node: &NodeId| self.document.nodes.get(*node).is_some_and(|node| matches!(node.kind, NodeKind::StartEvent { .. }));
        let (starts, others): (Vec<NodeId>, Vec<NodeId>) = nodes.into_iter().partition(is_start);
        for node in starts.into_iter().chain(others) {
            self.follow(node, depth);
        }
    }

    fn follow(&mut self, from: NodeId, depth: usize) {
        let mut open = vec![from];
        while let Some(node) = open.pop() {
            if !self.seen.insert(node) {
                continue;
            }
            self.order.push((node, depth));
            if self.children.contains_key(&Some(node)) {
                self.scope(Some(node), depth + 1);
            }
            let attached = self.boundary.get(&node).cloned().unwrap_or_default();
            let next = self.flows.outgoing(node).iter().filter_map(|flow| self.document.flows.get(*flow)).map(|flow| flow.to);
            open.extend(next.chain(attached).collect::<Vec<_>>().into_iter().rev());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Order;
    use crate::edit::{Command, Editor, FlowCommand};
    use crate::model::{Document, Event, NodeKind, Point, Subject};

    #[test]
    fn the_flow_is_read_from_its_start_even_if_it_was_drawn_last() {
        let mut editor = Editor::new(Document::empty("a", "A"));
        let process = editor.document().main_process;
        let mut add = |kind: NodeKind, name: &str, x: f64| {
            let command = FlowCommand::AddNode { process, kind, name: name.to_owned(), at: Point::new(x, 100.0) };
            editor.apply(Command::Flow(command)).unwrap().created[0]
        };
        let end = add(NodeKind::EndEvent(Event::None), "Ende", 700.0);
        let step = add(NodeKind::UserTask, "Prüfen", 400.0);
        let start = add(NodeKind::StartEvent { trigger: Event::None, is_interrupting: true }, "Start", 100.0);
        for (from, to) in [(start, step), (step, end)] {
            editor.apply(Command::Flow(FlowCommand::Connect { from, to })).unwrap();
        }
        let order = Order::of(&egui::Context::default(), editor.document(), process);
        let order: Vec<Subject> = order.steps.iter().map(|(node, _)| Subject::Node(*node)).collect();
        assert_eq!(order, [start, step, end]);
    }
}
