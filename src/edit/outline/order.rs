//! The flow in the order in which a person reads it: branch after branch, and behind them what they join in.

mod joins;

use crate::model::{Document, FlowId, FlowIndex, NodeId, NodeKind, ProcessId};
use joins::{Graph, Way};
use std::collections::BTreeMap;

/// Deeper nesting of sub-processes than any person draws ends here; what is deeper comes at the end.
const DEEPEST: usize = 64;

/// A line of the reading order. What stands on a branch or in a sub-process is one deeper than what it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A node. Each of the process has exactly one line.
    Node {
        /// Which one.
        node: NodeId,
        /// How many branches and sub-processes lie round it.
        depth: usize,
    },
    /// One of several ways out of the node before them; what follows at its depth or deeper stands on it.
    Way {
        /// The way.
        flow: FlowId,
        /// One more than that of the node.
        depth: usize,
    },
    /// The branch goes on at a node that does not follow it.
    Jump {
        /// Where it goes on.
        to: NodeId,
        /// As that of the branch.
        depth: usize,
    },
}

/// All nodes of a process in reading order: from the start events along the flow, boundary events behind their host, content
/// behind its sub-process, what is not connected at the end.
pub fn reading_order(document: &Document, process: ProcessId, flows: &FlowIndex) -> Vec<Line> {
    let mut levels: BTreeMap<Option<NodeId>, Vec<NodeId>> = BTreeMap::new();
    for node in document.nodes.values().filter(|node| node.process == process) {
        levels.entry(node.parent).or_default().push(node.id);
    }
    let mut reader = Reader { document, flows, levels, lines: Vec::new() };
    reader.level(None, 0);
    // What lies too deep, or in itself, is still listed.
    let left: Vec<NodeId> = reader.levels.into_values().flatten().collect();
    reader.lines.extend(left.into_iter().map(|node| Line::Node { node, depth: 0 }));
    reader.lines
}

struct Reader<'a> {
    document: &'a Document,
    flows: &'a FlowIndex,
    /// What was not read yet, by what it lies in.
    levels: BTreeMap<Option<NodeId>, Vec<NodeId>>,
    lines: Vec<Line>,
}

/// What is to be done next, the last first.
enum Task {
    /// Follow the flow from here.
    Walk(usize, usize),
    /// Begin a way: a flow, or a boundary event's own path.
    Way(Option<FlowId>, usize, usize),
    /// The branches are read up to where they join: so many of these places are left behind.
    Join(usize, usize, usize),
    /// What is behind a join to which the flow that was read since does not lead.
    Rest(usize, usize),
}

/// How far one has read.
struct Progress {
    is_read: Vec<bool>,
    /// Where the branches round the current place join, the innermost last.
    joins: Vec<usize>,
}

impl Reader<'_> {
    fn level(&mut self, parent: Option<NodeId>, depth: usize) {
        let Some(nodes) = self.levels.remove(&parent) else { return };
        let graph = Graph::of(self.document, self.flows, nodes);
        let mut progress = Progress { is_read: vec![false; graph.nodes.len()], joins: Vec::new() };
        let (starts, others) = graph.begins.split_at(graph.starts);
        let join = graph.join(starts);
        let mut tasks: Vec<Task> = others.iter().rev().map(|begin| Task::Walk(*begin, depth)).collect();
        if join != graph.exit() {
            progress.joins.push(join);
            tasks.push(Task::Join(join, depth, 1));
        }
        tasks.extend(starts.iter().rev().filter(|begin| **begin != join).map(|begin| Task::Walk(*begin, depth)));
        while let Some(task) = tasks.pop() {
            match task {
                Task::Walk(at, depth) => self.walk(&graph, &mut progress, &mut tasks, at, depth),
                Task::Way(flow, to, depth) => {
                    if let Some(flow) = flow {
                        self.lines.push(Line::Way { flow, depth });
                    }
                    self.walk(&graph, &mut progress, &mut tasks, to, depth);
                }
                Task::Rest(at, depth) if progress.is_read.get(at) == Some(&false) => {
                    self.walk(&graph, &mut progress, &mut tasks, at, depth);
                }
                Task::Rest(..) => {}
                Task::Join(at, depth, left) => {
                    progress.joins.truncate(progress.joins.len().saturating_sub(left));
                    self.walk(&graph, &mut progress, &mut tasks, at, depth);
                }
            }
        }
    }

    /// Reads on until the flow splits, ends, or comes where one has been or will be.
    fn walk(&mut self, graph: &Graph, progress: &mut Progress, tasks: &mut Vec<Task>, mut at: usize, depth: usize) {
        loop {
            if progress.joins.last() == Some(&at) {
                return;
            }
            let Some(node) = graph.nodes.get(at).copied() else { return };
            if progress.is_read.get(at) != Some(&false) || progress.joins.contains(&at) {
                self.lines.push(Line::Jump { to: node, depth });
                return;
            }
            progress.is_read[at] = true;
            self.lines.push(Line::Node { node, depth });
            if depth < DEEPEST && self.document.nodes.get(node).is_some_and(|node| matches!(node.kind, NodeKind::SubProcess { .. })) {
                self.level(Some(node), depth + 1);
            }
            match graph.ways(at) {
                [] => return,
                [only] => at = only.to,
                several => {
                    let mut joins = vec![graph.join_behind(at)];
                    let flows: Vec<&Way> = several.iter().filter(|way| way.flow.is_some()).collect();
                    let onward = flows.first().filter(|_| flows.len() == 1).map(|way| way.to);
                    // A step with events at its edge goes on along its flow, wherever the events lead.
                    joins.extend(onward);
                    joins.retain(|join| *join != graph.exit());
                    joins.dedup();
                    if let [behind, _] = joins.as_slice() {
                        tasks.push(Task::Rest(*behind, depth));
                    }
                    if let Some(join) = joins.last() {
                        tasks.push(Task::Join(*join, depth, joins.len()));
                    }
                    progress.joins.extend(joins);
                    let branches = several.iter().rev().filter(|way| onward.is_none() || way.flow.is_none());
                    tasks.extend(branches.map(|way| Task::Way(way.flow, way.to, depth + 1)));
                    return;
                }
            }
        }
    }
}
