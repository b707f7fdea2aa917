//! The nodes of a process in the order in which one reads the flow.

use crate::model::{Document, FlowIndex, NodeId, NodeKind, ProcessId};
use std::collections::{BTreeMap, BTreeSet};

/// All nodes of a process with their depth of nesting: from the start events along the flow, boundary
/// events behind their host, content behind its sub-process, what is not connected at the end.
pub(super) fn in_flow_order(document: &Document, process: ProcessId) -> Vec<(NodeId, usize)> {
    let mut children: BTreeMap<Option<NodeId>, Vec<NodeId>> = BTreeMap::new();
    let mut boundary: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
    for node in document.nodes.values().filter(|node| node.process == process) {
        match node.kind.host() {
            Some(host) => boundary.entry(host).or_default().push(node.id),
            None => children.entry(node.parent).or_default().push(node.id),
        }
    }
    let mut walk = Walk { document, flows: FlowIndex::of(document), children, boundary, seen: BTreeSet::new(), order: Vec::new() };
    walk.scope(None, 0);
    let left: Vec<NodeId> =
        document.nodes.values().filter(|node| node.process == process && !walk.seen.contains(&node.id)).map(|node| node.id).collect();
    walk.order.extend(left.into_iter().map(|node| (node, 0)));
    walk.order
}

struct Walk<'a> {
    document: &'a Document,
    flows: FlowIndex,
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
    use super::in_flow_order;
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
        let order: Vec<Subject> = in_flow_order(editor.document(), process).into_iter().map(|(node, _)| Subject::Node(node)).collect();
        assert_eq!(order, [start, step, end]);
    }
}
