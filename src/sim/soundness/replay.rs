//! Replays acts on a level as drawn: where tokens stand after each, and from which fork each of them comes.

use super::graph::{Input, Level};
use super::recipe::Act;
use std::collections::VecDeque;

/// Tokens on the lines of a level, each with the fork from which it comes.
#[derive(Clone)]
pub(super) struct Replay<'a> {
    level: &'a Level,
    /// Tokens of each line, the oldest first.
    pub lines: Vec<VecDeque<Origin>>,
    forks: Vec<(Origin, usize)>,
    /// For each end event where the tokens came from that reached it.
    pub ended: Vec<Vec<Origin>>,
}

/// The fork from which a token comes; `None` is the beginning.
pub(super) type Origin = Option<usize>;

impl<'a> Replay<'a> {
    pub fn new(level: &'a Level) -> Self {
        let lines = vec![VecDeque::new(); level.lines.len()];
        Self { level, lines, forks: Vec::new(), ended: vec![Vec::new(); level.nodes.len()] }
    }

    /// The node takes its tokens and puts others.
    pub fn act(&mut self, act: Act) {
        let level = self.level;
        let node = &level.nodes[act.node];
        let taken = self.take(act.node);
        let mut origin = taken.first().copied().flatten();
        for other in taken.iter().skip(1) {
            origin = self.common(origin, *other);
        }
        let way = node.ways.get(act.way).map(Vec::as_slice).unwrap_or_default();
        if way.is_empty() {
            self.ended[act.node].push(origin);
        }
        let edge = node.incoming.first().map(|line| &level.lines[*line]).filter(|line| line.flow.is_none()).map(|line| line.from);
        let runs_beside = edge.is_some_and(|host| level.nodes[host].edges.iter().any(|edge| !edge.is_interrupting && level.lines[edge.line].to == act.node));
        if way.len() > 1 || runs_beside {
            self.forks.push((origin, act.node));
            origin = Some(self.forks.len() - 1);
        }
        way.iter().for_each(|line| self.lines[*line].push_back(origin));
    }

    fn take(&mut self, index: usize) -> Vec<Origin> {
        let level = self.level;
        let node = &level.nodes[index];
        if node.input != Input::Each {
            return node.incoming.iter().filter_map(|line| self.lines[*line].pop_front()).collect();
        }
        if let Some(line) = node.incoming.iter().find(|line| !self.lines[**line].is_empty()) {
            return self.lines[*line].pop_front().into_iter().collect();
        }
        // An event at the edge of an activity takes the token of the activity, or goes on beside it.
        for (host, edge) in node.incoming.iter().flat_map(|line| {
            let host = level.lines[*line].from;
            level.nodes[host].edges.iter().filter(move |edge| edge.line == *line).map(move |edge| (host, edge))
        }) {
            let Some(line) = level.nodes[host].incoming.iter().find(|line| !self.lines[**line].is_empty()) else { continue };
            let token = if edge.is_interrupting { self.lines[*line].pop_front() } else { self.lines[*line].front().copied() };
            return token.into_iter().collect();
        }
        Vec::new()
    }

    /// The last fork that both come from.
    pub fn common(&self, one: Origin, other: Origin) -> Origin {
        let outwards = |origin: Origin| std::iter::successors(origin, |fork| self.forks[*fork].0).collect::<Vec<usize>>();
        let others = outwards(other);
        outwards(one).into_iter().find(|fork| others.contains(fork))
    }

    /// The node of the fork that two tokens come from.
    pub fn fork_of(&self, one: Origin, other: Origin) -> Option<usize> {
        self.common(one, other).map(|fork| self.forks[fork].1)
    }

    /// Whether a token stands where it can come to one of these nodes.
    pub fn can_come(&self, nodes: &[bool]) -> bool {
        self.lines.iter().zip(&self.level.lines).any(|(tokens, line)| !tokens.is_empty() && nodes[line.to])
    }

    /// Whether the node could act now.
    pub fn could_act(&self, index: usize) -> bool {
        let node = &self.level.nodes[index];
        let filled = |line: &usize| !self.lines[*line].is_empty();
        match node.input {
            Input::All => !node.incoming.is_empty() && node.incoming.iter().all(filled),
            Input::Each | Input::Awaited => node.incoming.iter().any(filled),
        }
    }
}
