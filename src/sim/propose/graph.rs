//! How far it is from one node to another, whatever the data say.

use super::super::program::{Kind, LevelIx, NodeIx, Program, Throw};
use crate::model::{FlowId, NodeId};
use std::collections::{BTreeMap, VecDeque};

/// Ways that a play can go: along connections, into and out of sub-processes and called processes, to events at edges, links, messages.
pub(super) struct Graph {
    /// Backwards: from where a node can be reached, along which connection if along one.
    before: BTreeMap<NodeId, Vec<Hop>>,
}

/// For nodes from which a goal can be reached: how far it is, and the next step there.
pub(super) struct Distances(BTreeMap<NodeId, (u32, Option<Hop>)>);

/// A step from one node to the next, along which connection if along one.
type Hop = (NodeId, Option<FlowId>);

impl Graph {
    pub fn of(program: &Program) -> Self {
        let mut before = BTreeMap::<NodeId, Vec<Hop>>::new();
        let mut add = |from: NodeId, to: NodeId, flow| before.entry(to).or_default().push((from, flow));
        for (place, node) in program.nodes.iter().enumerate() {
            for flow in node.outgoing.iter().map(|flow| program.flow(*flow)) {
                add(node.id, program.node(flow.to).id, Some(flow.id));
            }
            for event in &node.boundary {
                add(node.id, program.node(*event).id, None);
            }
            for receiver in &node.receivers {
                add(node.id, program.node(*receiver).id, None);
            }
            match node.kind {
                Kind::Sub(level) | Kind::Call(Some(level)) => within(program, NodeIx::at(place), level, &mut add),
                Kind::End(Throw::Link(Some(target))) | Kind::Throw(Throw::Link(Some(target))) => {
                    add(node.id, program.node(target).id, None)
                }
                _ => {}
            }
            for (start, inner) in &program.level(node.level).event_starts {
                if node.level != *inner {
                    add(node.id, program.node(*start).id, None);
                }
            }
        }
        Self { before }
    }

    /// How far it is to the nearest of these goals.
    pub fn distances(&self, goals: &[NodeId]) -> Distances {
        let mut found: BTreeMap<NodeId, (u32, Option<Hop>)> = goals.iter().map(|goal| (*goal, (0, None))).collect();
        let mut open: VecDeque<(NodeId, u32)> = goals.iter().map(|goal| (*goal, 0)).collect();
        while let Some((node, distance)) = open.pop_front() {
            for (from, flow) in self.before.get(&node).into_iter().flatten() {
                if !found.contains_key(from) {
                    found.insert(*from, (distance + 1, Some((node, *flow))));
                    open.push_back((*from, distance + 1));
                }
            }
        }
        Distances(found)
    }
}

/// Into a sub-process or called process and out of it again.
fn within(program: &Program, host: NodeIx, level: LevelIx, add: &mut dyn FnMut(NodeId, NodeId, Option<FlowId>)) {
    let host = program.node(host);
    let inner = program.level(level);
    for start in inner.begins.iter().chain(&inner.starts) {
        add(host.id, program.node(*start).id, None);
    }
    for node in program.nodes.iter().filter(|node| node.level == level && node.outgoing.is_empty()) {
        for flow in host.outgoing.iter().map(|flow| program.flow(*flow)) {
            add(node.id, program.node(flow.to).id, None);
        }
    }
}

impl Distances {
    /// Steps from a node to the goal; `None` if it cannot be reached.
    pub fn from(&self, node: NodeId) -> Option<u32> {
        self.0.get(&node).map(|(distance, _)| *distance)
    }

    /// Connections on a shortest way to the goal.
    pub fn flows(&self, from: NodeId) -> Vec<FlowId> {
        let mut flows = Vec::new();
        let mut here = from;
        while let Some((_, Some((next, flow)))) = self.0.get(&here) {
            flows.extend(*flow);
            here = *next;
        }
        flows
    }
}
