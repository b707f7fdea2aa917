//! Where the ways out of a node come together again: the nearest common post-dominator of those that do not end before.

use crate::model::{Document, FlowId, FlowIndex, NodeId, NodeKind};

/// A branch that ends is a detour of the main path, and not a path of its own, if that path has more steps than this.
const SHORT: usize = 3;

/// A way from a node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    /// Its connection; `None` leads to a boundary event.
    pub flow: Option<FlowId>,
    /// Its target, by index.
    pub to: usize,
}

/// The nodes of one level with their ways, and where these join.
pub(super) struct Graph {
    pub nodes: Vec<NodeId>,
    /// Where one begins to read: start events, then what nothing leads to, then circles.
    pub begins: Vec<usize>,
    /// How many of these are start events.
    pub starts: usize,
    ways: Vec<Vec<Way>>,
    /// Ways that do not lead back.
    forward: Vec<Vec<usize>>,
    /// Nodes on the longest way to an end.
    height: Vec<usize>,
    /// Whether all ways from a node lead back.
    returns: Vec<bool>,
    /// The tree of joins: what comes behind a node whichever way is taken; at its root the exit.
    behind: Vec<usize>,
    /// How many joins lie behind a node, the exit included.
    depth: Vec<usize>,
    /// A farther join behind a node, so that common ones are found in few steps (skew-binary jump pointers).
    jump: Vec<usize>,
}

impl Graph {
    /// The nodes are those of one level, in the order of their identities.
    pub fn of(document: &Document, flows: &FlowIndex, nodes: Vec<NodeId>) -> Self {
        let index = |node: NodeId| nodes.binary_search(&node).ok();
        let mut ways: Vec<Vec<Way>> = vec![Vec::new(); nodes.len()];
        let mut is_reached = vec![false; nodes.len()];
        for (ways, node) in ways.iter_mut().zip(&nodes) {
            let flows = flows.outgoing(*node).iter().filter_map(|flow| document.flows.get(*flow));
            ways.extend(flows.filter_map(|flow| Some(Way { flow: Some(flow.id), to: index(flow.to)? })));
        }
        for (at, node) in nodes.iter().enumerate() {
            if let Some(host) = document.nodes.get(*node).and_then(|node| node.kind.host()).and_then(index) {
                ways[host].push(Way { flow: None, to: at });
            }
        }
        for way in ways.iter().flatten() {
            is_reached[way.to] = true;
        }
        let is_start = |at: &usize| document.nodes.get(nodes[*at]).is_some_and(|node| matches!(node.kind, NodeKind::StartEvent { .. }));
        let mut candidates: Vec<usize> = (0..nodes.len()).collect();
        candidates.sort_by_key(|at| (!is_start(at), is_reached[*at]));
        let starts = candidates.iter().filter(|at| is_start(at)).count();
        let exit = nodes.len();
        let mut graph = Self {
            nodes,
            begins: Vec::new(),
            starts,
            ways,
            forward: vec![Vec::new(); exit],
            height: vec![0; exit],
            returns: vec![false; exit],
            behind: vec![exit; exit + 1],
            depth: vec![0; exit + 1],
            jump: vec![exit; exit + 1],
        };
        graph.explore(candidates);
        graph
    }

    /// No node: where ways that end come together.
    pub fn exit(&self) -> usize {
        self.nodes.len()
    }

    pub fn ways(&self, at: usize) -> &[Way] {
        self.ways.get(at).map_or(&[], Vec::as_slice)
    }

    /// Where several ways out of a node come together.
    pub fn join_behind(&self, at: usize) -> usize {
        self.behind[at]
    }

    /// Goes through all nodes, depth first; each is settled when all behind it are.
    fn explore(&mut self, candidates: Vec<usize>) {
        #[derive(Clone, Copy, PartialEq)]
        enum State {
            New,
            Open,
            Done,
        }
        let mut state = vec![State::New; self.nodes.len()];
        for begin in candidates {
            if state[begin] != State::New {
                continue;
            }
            self.begins.push(begin);
            state[begin] = State::Open;
            let mut path = vec![(begin, 0)];
            while let Some((at, next)) = path.last_mut() {
                let at = *at;
                match self.ways[at].get(*next).map(|way| way.to) {
                    None => {
                        state[at] = State::Done;
                        self.settle(at);
                        path.pop();
                    }
                    Some(to) => {
                        *next += 1;
                        if state[to] != State::Open {
                            self.forward[at].push(to);
                        }
                        if state[to] == State::New {
                            state[to] = State::Open;
                            path.push((to, 0));
                        }
                    }
                }
            }
        }
    }

    fn settle(&mut self, at: usize) {
        self.height[at] = 1 + self.forward[at].iter().map(|to| self.height[*to]).max().unwrap_or(0);
        self.returns[at] = !self.ways[at].is_empty() && self.forward[at].iter().all(|to| self.returns[*to]);
        let flows = self.ways[at].iter().filter(|way| way.flow.is_some()).count();
        let is_step_with_events = flows == 1 && self.ways[at].len() > 1;
        let join = match self.join(&self.forward[at]) {
            join if join == self.exit() && is_step_with_events => self.forward[at].first().copied().unwrap_or(join),
            join => join,
        };
        let far = self.jump[join];
        let is_even = self.depth[join] - self.depth[far] == self.depth[far] - self.depth[self.jump[far]];
        self.behind[at] = join;
        self.depth[at] = self.depth[join] + 1;
        self.jump[at] = if is_even { self.jump[far] } else { join };
    }

    /// Where these come together, but for those that lead back; if they do not, the one that is the main path, else the exit.
    pub fn join(&self, targets: &[usize]) -> usize {
        if let [only] = targets {
            return *only;
        }
        let onward: Vec<usize> = targets.iter().copied().filter(|target| !self.returns[*target]).collect();
        let targets = if onward.is_empty() { targets } else { onward.as_slice() };
        let exit = self.exit();
        let Some((first, rest)) = targets.split_first() else { return exit };
        let (mut at, mut is_joined) = (*first, rest.is_empty());
        for target in rest {
            let common = self.common(at, *target);
            if common != exit {
                (at, is_joined) = (common, true);
            } else if !is_joined && self.height[*target] > self.height[at] {
                at = *target;
            }
        }
        let is_main = || self.height[at] > SHORT && targets.iter().all(|target| *target == at || self.height[*target] < self.height[at]);
        if is_joined || is_main() { at } else { exit }
    }

    /// The first that lies behind both, one of them included.
    fn common(&self, mut a: usize, mut b: usize) -> usize {
        while a != b {
            if self.depth[a] < self.depth[b] {
                std::mem::swap(&mut a, &mut b);
            }
            if self.depth[a] > self.depth[b] {
                let far = self.jump[a];
                a = if self.depth[far] >= self.depth[b] { far } else { self.behind[a] };
            } else if self.jump[a] == self.jump[b] {
                (a, b) = (self.behind[a], self.behind[b]);
            } else {
                (a, b) = (self.jump[a], self.jump[b]);
            }
        }
        a
    }
}
