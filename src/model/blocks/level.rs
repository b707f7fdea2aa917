//! One level of a flow: its nodes, and what every way behind a node passes.

use crate::model::{Document, FlowId, FlowIndex, FlowNode, NodeId, NodeKind, ProcessId};
use std::collections::BTreeMap;

/// The nodes of a process or sub-process.
pub(super) struct Level<'a> {
    pub document: &'a Document,
    pub flows: &'a FlowIndex,
    pub nodes: Vec<NodeId>,
    /// What every way behind a node passes first; none where ways end apart.
    pub behind: BTreeMap<NodeId, NodeId>,
}

impl<'a> Level<'a> {
    pub fn of(document: &'a Document, flows: &'a FlowIndex, process: ProcessId, parent: Option<NodeId>) -> Self {
        let nodes: Vec<NodeId> = document.children(process, parent).map(|node| node.id).collect();
        let mut level = Self { document, flows, nodes, behind: BTreeMap::new() };
        level.behind = level.joins();
        level
    }

    pub fn node(&self, node: NodeId) -> Option<&'a FlowNode> {
        self.document.nodes.get(node)
    }

    /// Where it begins.
    pub fn first(&self) -> Option<NodeId> {
        let is_start = |node: &&NodeId| self.node(**node).is_some_and(|node| matches!(node.kind, NodeKind::StartEvent { .. }));
        let is_first =
            |node: &&NodeId| self.flows.incoming(**node).is_empty() && self.node(**node).is_some_and(|node| node.kind.host().is_none());
        self.nodes.iter().find(is_start).or_else(|| self.nodes.iter().find(is_first)).or(self.nodes.first()).copied()
    }

    pub fn targets(&self, node: NodeId) -> Vec<(FlowId, NodeId)> {
        let flows = self.flows.outgoing(node).iter().filter_map(|flow| self.document.flows.get(*flow));
        flows.map(|flow| (flow.id, flow.to)).collect()
    }

    pub fn is_gateway(&self, node: NodeId) -> bool {
        self.node(node).is_some_and(|node| node.kind.is_gateway())
    }

    /// The nearest common node behind each node (immediate post-dominators), by the method of Cooper, Harvey and Kennedy.
    fn joins(&self) -> BTreeMap<NodeId, NodeId> {
        let place: BTreeMap<NodeId, usize> = self.nodes.iter().enumerate().map(|(place, node)| (*node, place)).collect();
        let exit = self.nodes.len();
        let after: Vec<Vec<usize>> = self
            .nodes
            .iter()
            .map(|node| {
                let targets: Vec<usize> = self.targets(*node).iter().filter_map(|(_, to)| place.get(to).copied()).collect();
                if targets.is_empty() { vec![exit] } else { targets }
            })
            .collect();
        let mut before: Vec<Vec<usize>> = vec![Vec::new(); exit + 1];
        for (from, targets) in after.iter().enumerate() {
            targets.iter().for_each(|to| before[*to].push(from));
        }
        let order = backwards(&before, exit);
        let mut rank = vec![usize::MAX; exit + 1];
        order.iter().enumerate().for_each(|(number, node)| rank[*node] = number);
        let mut join: Vec<Option<usize>> = vec![None; exit + 1];
        join[exit] = Some(exit);
        let mut has_changed = true;
        while has_changed {
            has_changed = false;
            for node in order.iter().copied().skip(1) {
                let known = after[node].iter().copied().filter(|to| join[*to].is_some());
                let common = known.reduce(|a, b| meet(a, b, &join, &rank));
                if common.is_some() && common != join[node] {
                    join[node] = common;
                    has_changed = true;
                }
            }
        }
        let found =
            join.iter().take(exit).enumerate().filter_map(|(node, join)| join.filter(|join| *join != exit).map(|join| (node, join)));
        found.map(|(node, join)| (self.nodes[node], self.nodes[join])).collect()
    }

    /// Whether every way from a node passes another one, itself included.
    pub fn always_passes(&self, from: NodeId, other: NodeId) -> bool {
        let mut at = from;
        for _ in 0..=self.nodes.len() {
            if at == other {
                return true;
            }
            match self.behind.get(&at) {
                Some(next) => at = *next,
                None => return false,
            }
        }
        false
    }
}

/// All nodes from which the exit is reached, each behind one that it leads to (reverse postorder of the reversed graph).
fn backwards(before: &[Vec<usize>], exit: usize) -> Vec<usize> {
    let mut seen = vec![false; before.len()];
    let mut order = Vec::with_capacity(before.len());
    let mut path = vec![(exit, 0)];
    seen[exit] = true;
    while let Some((node, next)) = path.last_mut() {
        if let Some(from) = before[*node].get(*next) {
            *next += 1;
            if !std::mem::replace(&mut seen[*from], true) {
                path.push((*from, 0));
            }
        } else {
            order.push(*node);
            path.pop();
        }
    }
    order.reverse();
    order
}

fn meet(mut a: usize, mut b: usize, join: &[Option<usize>], rank: &[usize]) -> usize {
    while a != b {
        if rank[a] > rank[b] {
            a = join[a].unwrap_or(b);
        } else {
            b = join[b].unwrap_or(a);
        }
    }
    a
}
