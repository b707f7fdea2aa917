//! The block structure of a flow: sequences, choices that come together again, loops. Formats whose steps lie in each other need it.

use super::{Document, FlowId, FlowIndex, NodeId, NodeKind, ProcessId};
use level::Level;
use std::collections::BTreeSet;

mod level;

/// Choices lie at most so deep in each other; what lies deeper is an obstacle.
const DEEPEST_CHOICE: usize = 64;
/// A tail that is read again for another way may make the whole so many times as large.
const MOST_COPIES: usize = 4;

/// A part of a flow with one way in and one way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A node that is no gateway; an end event too.
    Step(NodeId),
    /// A split whose ways come together again, or all lead to ends.
    Choice {
        /// The gateway that splits.
        split: NodeId,
        /// The gateway where the ways come together, if one of their own is there.
        join: Option<NodeId>,
        /// The ways in the order of their flows.
        ways: Vec<BlockWay>,
    },
    /// Gateways that lead back as long as a condition holds, tested before the first time.
    Loop {
        /// Where the way back arrives.
        head: NodeId,
        /// Where it is decided; may be the same gateway.
        split: NodeId,
        /// The flow that leads into the loop.
        into: FlowId,
        /// What is repeated.
        blocks: Vec<Block>,
    },
    /// What is done once, and again as long as a way back is taken behind it.
    Repeat {
        /// Where the way back arrives.
        head: NodeId,
        /// The gateway that decides whether it is taken.
        split: NodeId,
        /// The flow with which the way back begins.
        back: FlowId,
        /// What is done and repeated.
        blocks: Vec<Block>,
        /// What is done on the way back.
        between: Vec<Block>,
    },
}

/// A way of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockWay {
    /// The flow with which it begins.
    pub flow: FlowId,
    /// What is on it.
    pub blocks: Vec<Block>,
}

/// A connection that breaks the block structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// The connection.
    pub flow: FlowId,
    /// How it breaks it.
    pub kind: ObstacleKind,
}

/// How a connection breaks the block structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObstacleKind {
    /// It leads into the middle of another way: what follows there belongs to both. A copy of its own of what lies from there up to
    /// (and without) `until`, else up to the ends, mends it.
    SharedTail {
        /// The first node that belongs to both.
        from: NodeId,
        /// Where the ways come together anyhow.
        until: Option<NodeId>,
    },
    /// It leads back to what came before.
    Back,
    /// It leaves a step from which another flow goes on already.
    Beside,
    /// It leads deeper than choices may lie in each other.
    TooDeep,
}

/// A flow as blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blocks {
    /// From the beginning to the ends. Shared tails stand once for every way.
    pub blocks: Vec<Block>,
    /// What does not fit; empty for a flow of blocks.
    pub obstacles: Vec<Obstacle>,
    /// Nodes of the level that no block holds: other beginnings, events at edges and what only they lead to.
    pub beside: Vec<NodeId>,
}

/// The flow of a process, or inside a sub-process, as blocks: from its first start event, else its first node without incoming flow.
pub fn blocks_of(document: &Document, flows: &FlowIndex, process: ProcessId, parent: Option<NodeId>) -> Blocks {
    let level = Level::of(document, flows, process, parent);
    let Some(first) = level.first() else { return Blocks::default() };
    let budget = level.nodes.len().saturating_mul(MOST_COPIES).saturating_add(8);
    let mut reading = Reading {
        level: &level,
        seen: BTreeSet::new(),
        open: BTreeSet::new(),
        obstacles: Vec::new(),
        repeats: BTreeSet::new(),
        budget,
        again: 0,
    };
    let blocks = reading.way(None, first, None, 0);
    let seen = reading.seen;
    let obstacles = reading.obstacles;
    let beside = level.nodes.iter().copied().filter(|node| !seen.contains(node)).collect();
    Blocks { blocks, obstacles, beside }
}

/// The nodes from one on, up to and without `until`: what an obstacle's way needs a copy of. `None` if the way leads back to itself.
pub fn tail(document: &Document, flows: &FlowIndex, from: NodeId, until: Option<NodeId>) -> Option<Vec<NodeId>> {
    let mut found: Vec<NodeId> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(node) = open.pop() {
        if Some(node) == until || !seen.insert(node) {
            continue;
        }
        found.push(node);
        open.extend(successors(document, flows, node));
    }
    let leads_in = |flow: &FlowId| document.flows.get(*flow).is_some_and(|flow| seen.contains(&flow.from));
    let is_repeated = flows.incoming(from).iter().any(leads_in);
    (!is_repeated).then_some(found)
}

fn successors(document: &Document, flows: &FlowIndex, node: NodeId) -> Vec<NodeId> {
    flows.outgoing(node).iter().filter_map(|flow| document.flows.get(*flow)).map(|flow| flow.to).collect()
}

/// Going along a flow.
struct Reading<'a> {
    level: &'a Level<'a>,
    seen: BTreeSet<NodeId>,
    /// Nodes on the way to where it stands.
    open: BTreeSet<NodeId>,
    obstacles: Vec<Obstacle>,
    /// Heads of what is repeated around where it stands.
    repeats: BTreeSet<NodeId>,
    /// So many blocks may still be made.
    budget: usize,
    /// In how many tails that are read again it stands; the connections in them were judged the first time.
    again: usize,
}

/// A flow out of a node, and where it leads to.
type Way = (FlowId, NodeId);

impl Reading<'_> {
    /// The blocks from a node up to `until`. As deep as choices lie in each other, which is bounded.
    fn way(&mut self, via: Option<FlowId>, from: NodeId, until: Option<NodeId>, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut passed = Vec::new();
        let around = self.again;
        let mut next = Some((via, from));
        while let Some((via, at)) = next.take().filter(|(_, at)| Some(*at) != until) {
            if self.open.contains(&at) || depth > DEEPEST_CHOICE || self.budget == 0 {
                self.blame(via, if self.open.contains(&at) { ObstacleKind::Back } else { ObstacleKind::TooDeep });
                break;
            }
            self.budget -= 1;
            if !self.seen.insert(at) {
                // What leads back to itself cannot be copied.
                let is_back = self.again == 0 && tail(self.level.document, self.level.flows, at, until).is_none();
                self.blame(via, if is_back { ObstacleKind::Back } else { ObstacleKind::SharedTail { from: at, until } });
                self.again += 1;
            }
            self.open.insert(at);
            passed.push(at);
            next = self.enter(at, until, depth, &mut blocks);
        }
        passed.iter().for_each(|node| {
            self.open.remove(node);
        });
        self.again = around;
        blocks
    }

    fn blame(&mut self, flow: Option<FlowId>, kind: ObstacleKind) {
        if let Some(flow) = flow.filter(|_| self.again == 0) {
            self.obstacles.push(Obstacle { flow, kind });
        }
    }

    /// Makes blocks of a node, and says where it goes on.
    fn enter(&mut self, at: NodeId, until: Option<NodeId>, depth: usize, blocks: &mut Vec<Block>) -> Option<(Option<FlowId>, NodeId)> {
        let targets = self.level.targets(at);
        if let Some((split, into, out)) = self.loop_at(at) {
            if split != at {
                self.seen.insert(split);
            }
            let inside = self.way(Some(into.0), into.1, Some(at), depth + 1);
            blocks.push(Block::Loop { head: at, split, into: into.0, blocks: inside });
            return Some((Some(out.0), out.1));
        }
        if let Some((split, back, out)) = self.repeat_at(at) {
            self.repeat(at, split, back, depth, blocks);
            return Some((Some(out.0), out.1));
        }
        let is_gateway = self.level.is_gateway(at);
        match targets.as_slice() {
            [(flow, to)] if is_gateway => Some((Some(*flow), *to)),
            _ if is_gateway && targets.len() > 1 => self.choice(at, &targets, until, depth, blocks),
            _ => {
                blocks.push(Block::Step(at));
                targets.iter().skip(1).for_each(|(flow, _)| self.blame(Some(*flow), ObstacleKind::Beside));
                targets.first().map(|(flow, to)| (Some(*flow), *to))
            }
        }
    }

    fn choice(
        &mut self,
        split: NodeId,
        targets: &[(FlowId, NodeId)],
        until: Option<NodeId>,
        depth: usize,
        blocks: &mut Vec<Block>,
    ) -> Option<(Option<FlowId>, NodeId)> {
        let meeting = self.level.behind.get(&split).copied().or(until);
        let ways =
            targets.iter().map(|(flow, to)| BlockWay { flow: *flow, blocks: self.way(Some(*flow), *to, meeting, depth + 1) }).collect();
        let onward = meeting.map(|meeting| self.level.targets(meeting));
        let join = match (meeting, onward.as_deref()) {
            (Some(meeting), Some([_])) if Some(meeting) != until && self.level.is_gateway(meeting) && self.loop_at(meeting).is_none() => {
                Some(meeting)
            }
            _ => None,
        };
        blocks.push(Block::Choice { split, join, ways });
        meeting.map(|meeting| (None, meeting))
    }

    fn repeat(&mut self, head: NodeId, split: NodeId, back: Way, depth: usize, blocks: &mut Vec<Block>) {
        self.repeats.insert(head);
        // It is gone along from its head as if one came there for the first time.
        self.open.remove(&head);
        self.seen.remove(&head);
        let inside = self.way(None, head, Some(split), depth + 1);
        self.seen.insert(split);
        let between = self.way(Some(back.0), back.1, Some(head), depth + 1);
        self.open.insert(head);
        self.repeats.remove(&head);
        blocks.push(Block::Repeat { head, split, back: back.0, blocks: inside, between });
    }

    /// The split behind which a way leads back to this node, with the flows that lead back and on: nothing leads into what lies between but by
    /// the node, and nothing out but by the split.
    fn repeat_at(&self, head: NodeId) -> Option<(NodeId, Way, Way)> {
        if self.repeats.contains(&head) || self.level.flows.incoming(head).len() < 2 {
            return None;
        }
        let mut split = head;
        for _ in 0..self.level.nodes.len() {
            split = *self.level.behind.get(&split)?;
            if split == head {
                return None;
            }
            let is_choice = self.level.node(split).is_some_and(|node| matches!(node.kind, NodeKind::ExclusiveGateway));
            let targets = self.level.targets(split);
            let [a, b] = targets.as_slice() else { continue };
            let leads_back = |(_, to): &Way| self.level.always_passes(*to, head);
            let (back, out) = match (leads_back(a), leads_back(b)) {
                (true, false) if is_choice => (*a, *b),
                (false, true) if is_choice => (*b, *a),
                _ => continue,
            };
            let begins: Vec<NodeId> = self.level.targets(head).iter().map(|(_, to)| *to).chain([back.1]).collect();
            return self.is_closed(head, split, begins).then_some((split, back, out));
        }
        None
    }

    /// Whether nothing leads into what is reached from these nodes, up to head and split, but from there.
    fn is_closed(&self, head: NodeId, split: NodeId, begins: Vec<NodeId>) -> bool {
        let mut inside = BTreeSet::from([head, split]);
        let mut open = begins;
        while let Some(node) = open.pop() {
            if inside.insert(node) {
                open.extend(self.level.targets(node).iter().map(|(_, to)| *to));
            }
        }
        let from = |flow: &FlowId| self.level.document.flows.get(*flow).map(|flow| flow.from);
        let comes_from_inside = |node: &NodeId| self.level.flows.incoming(*node).iter().filter_map(from).all(|from| inside.contains(&from));
        inside.iter().filter(|node| **node != head).all(comes_from_inside)
    }

    /// The split of the loop whose head this is, with the flows that lead into the loop and out of it.
    fn loop_at(&self, head: NodeId) -> Option<(NodeId, Way, Way)> {
        let is_choice = |node: NodeId| self.level.node(node).is_some_and(|node| matches!(node.kind, NodeKind::ExclusiveGateway));
        if !is_choice(head) || self.level.flows.incoming(head).len() != 2 {
            return None;
        }
        let split = match self.level.targets(head).as_slice() {
            [(_, only)] if is_choice(*only) && self.level.flows.incoming(*only).len() == 1 => *only,
            [_, _] => head,
            _ => return None,
        };
        let targets = self.level.targets(split);
        let [a, b] = targets.as_slice() else { return None };
        let leads_back = |(_, to): &(FlowId, NodeId)| *to != split && self.level.always_passes(*to, head);
        let (into, out) = match (leads_back(a), leads_back(b)) {
            (true, false) => (*a, *b),
            (false, true) => (*b, *a),
            _ => return None,
        };
        self.is_closed(head, split, vec![into.1]).then_some((split, into, out))
    }
}

#[cfg(test)]
mod tests;
