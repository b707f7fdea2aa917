//! How far it is from one node to another, whatever the data say.

use super::super::program::{FlowIx, Kind, LevelIx, NodeIx, Program, Throw};
use crate::model::{FlowId, NodeId};
use std::collections::VecDeque;

/// Ways that a play can go: along connections, into and out of sub-processes and called processes, to events at edges, links, messages.
pub(super) struct Graph {
    /// Backwards: from where a node can be reached, along which connection if along one that something is asked of.
    before: Vec<Vec<Hop>>,
}

/// For each node how far it is to the goal, if it can be reached, and the next connection on the way of which something is asked.
pub(super) struct Distances(Vec<Option<(u32, Option<Asking>)>>);

/// A step back: where from, and the connection if something is asked of it.
type Hop = (NodeIx, Option<FlowIx>);

/// A connection of which something is asked, and where it ends.
type Asking = (FlowIx, NodeIx);

impl Graph {
    pub fn of(program: &Program) -> Self {
        let mut before: Vec<Vec<Hop>> = vec![Vec::new(); program.nodes.len()];
        let mut add = |from: NodeIx, to: NodeIx, flow: Option<FlowIx>| {
            before[to.place()].push((from, flow.filter(|flow| asks(program, *flow))));
        };
        for (place, node) in program.nodes.iter().enumerate() {
            let here = NodeIx::at(place);
            node.outgoing.iter().for_each(|flow| add(here, program.flow(*flow).to, Some(*flow)));
            node.boundary.iter().chain(&node.receivers).for_each(|next| add(here, *next, None));
            match node.kind {
                Kind::Sub(level) | Kind::Call(Some(level)) => within(program, here, level, &mut add),
                Kind::End(Throw::Link(Some(target))) | Kind::Throw(Throw::Link(Some(target))) => add(here, target, None),
                _ => {}
            }
            for (start, inner) in &program.level(node.level).event_starts {
                if node.level != *inner {
                    add(here, *start, None);
                }
            }
        }
        Self { before }
    }

    /// How far it is to the nearest of these goals.
    pub fn distances(&self, program: &Program, goals: &[NodeId]) -> Distances {
        let mut found = vec![None; self.before.len()];
        let mut open: VecDeque<(NodeIx, u32)> = goals.iter().filter_map(|goal| program.places.get(goal)).map(|goal| (*goal, 0)).collect();
        for (goal, _) in &open {
            found[goal.place()] = Some((0, None));
        }
        while let Some((node, distance)) = open.pop_front() {
            let further = found[node.place()].and_then(|(_, asking)| asking);
            for (from, flow) in &self.before[node.place()] {
                if found[from.place()].is_none() {
                    found[from.place()] = Some((distance + 1, flow.map(|flow| (flow, node)).or(further)));
                    open.push_back((*from, distance + 1));
                }
            }
        }
        Distances(found)
    }

    /// The nodes to which a way leads from one of these.
    pub fn reachable(&self, from: impl Iterator<Item = NodeIx>) -> Vec<bool> {
        let mut after: Vec<Vec<NodeIx>> = vec![Vec::new(); self.before.len()];
        for (to, hops) in self.before.iter().enumerate() {
            hops.iter().for_each(|(from, _)| after[from.place()].push(NodeIx::at(to)));
        }
        let mut is_reached = vec![false; self.before.len()];
        let mut open: Vec<NodeIx> = from.collect();
        while let Some(node) = open.pop() {
            if !std::mem::replace(&mut is_reached[node.place()], true) {
                open.extend(&after[node.place()]);
            }
        }
        is_reached
    }
}

/// Whether something must hold for a connection to be taken.
fn asks(program: &Program, flow: FlowIx) -> bool {
    let flow = program.flow(flow);
    flow.is_default || flow.condition.is_some()
}

/// Into a sub-process or called process and out of it again.
fn within(program: &Program, host: NodeIx, level: LevelIx, add: &mut dyn FnMut(NodeIx, NodeIx, Option<FlowIx>)) {
    let inner = program.level(level);
    for start in inner.begins.iter().chain(&inner.starts) {
        add(host, *start, None);
    }
    for (place, node) in program.nodes.iter().enumerate() {
        if node.level == level && node.outgoing.is_empty() {
            program.node(host).outgoing.iter().for_each(|flow| add(NodeIx::at(place), program.flow(*flow).to, None));
        }
    }
}

impl Distances {
    /// Steps from a node to the goal; `None` if it cannot be reached.
    pub fn from(&self, node: NodeIx) -> Option<u32> {
        self.0.get(node.place()).copied().flatten().map(|(distance, _)| distance)
    }

    /// Connections on a shortest way to the goal of which something is asked.
    pub fn flows(&self, program: &Program, from: NodeIx) -> Vec<FlowId> {
        let next = |node: NodeIx| self.0.get(node.place()).copied().flatten().and_then(|(_, asking)| asking);
        std::iter::successors(next(from), |(_, end)| next(*end)).map(|(flow, _)| program.flow(flow).id).collect()
    }
}
