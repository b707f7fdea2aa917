//! Replays acts on a level as drawn: where tokens stand after each, and which way each of them came.

use super::graph::{Input, Level};
use super::recipe::Act;
use std::collections::VecDeque;

/// Tokens on the lines of a level.
#[derive(Clone)]
pub(super) struct Replay<'a> {
    level: &'a Level,
    /// Tokens of each line, the oldest first.
    pub lines: Vec<VecDeque<Trail>>,
    /// For each act the one before it on the way of its token, and its node.
    acts: Vec<(Trail, usize)>,
    /// For each end event the ways of the tokens that reached it.
    pub ended: Vec<Vec<Trail>>,
}

/// The last act on the way of a token; `None` at the beginning.
pub(super) type Trail = Option<usize>;

impl<'a> Replay<'a> {
    pub fn new(level: &'a Level) -> Self {
        let lines = vec![VecDeque::new(); level.lines.len()];
        Self { level, lines, acts: Vec::new(), ended: vec![Vec::new(); level.nodes.len()] }
    }

    /// The node takes its tokens and puts others.
    pub fn act(&mut self, act: Act) {
        let level = self.level;
        let node = &level.nodes[act.node];
        let before = self.take(act.node).first().copied().flatten();
        self.acts.push((before, act.node));
        let trail = Some(self.acts.len() - 1);
        let way = node.ways.get(act.way).map(Vec::as_slice).unwrap_or_default();
        if way.is_empty() {
            self.ended[act.node].push(trail);
        }
        way.iter().for_each(|line| self.lines[*line].push_back(trail));
    }

    fn take(&mut self, index: usize) -> Vec<Trail> {
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

    /// Of two tokens the node at which their ways part, and the first that both pass after it, if there is one.
    pub fn parting(&self, one: Trail, other: Trail) -> (Option<usize>, Option<usize>) {
        let backwards = |trail: Trail| std::iter::successors(trail, |act| self.acts[*act].0).collect::<Vec<usize>>();
        let (ones, others) = (backwards(one), backwards(other));
        let Some(fork) = ones.iter().find(|act| others.contains(act)) else { return (None, None) };
        let after = |acts: &[usize]| acts.iter().take_while(|act| *act != fork).map(|act| self.acts[*act].1).collect::<Vec<usize>>();
        let (ones, others) = (after(&ones), after(&others));
        (Some(self.acts[*fork].1), ones.into_iter().rev().find(|node| others.contains(node)))
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
