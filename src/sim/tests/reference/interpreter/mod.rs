//! A small, slow interpreter of the notation's procedures, written from BPMN 2.0, chapter 13, and straight on the document: lists that are
//! searched, nothing compiled, nothing kept ready. The engine must agree with it.
//!
//! The one thing that the standard leaves open and both fix alike: tokens move first come, first served, and a joining inclusive gateway is
//! looked at when nothing else moves.

mod joins;
mod levels;
mod stops;
mod tokens;

use crate::model::{Document, Event, FlowId, FlowNode, NodeId, NodeKind, Repetition, SequenceFlow};
use std::collections::VecDeque;

/// Moves in one step after which a procedure is left alone: it goes round without end.
const MOST_MOVES: usize = 400;
/// Tokens at once after which a procedure is left alone.
const MOST_TOKENS: usize = 60;

pub struct Reference<'a> {
    document: &'a Document,
    /// The number `v.m` that conditions look at, and `v.n` that scripts count up.
    pub m: i64,
    pub n: i64,
    tokens: Vec<Token>,
    scopes: Vec<Scope>,
    work: VecDeque<Work>,
    /// What was entered in the last step.
    entered: Vec<NodeId>,
    /// For each run that is done of a step still being repeated, the token around it.
    finished: Vec<u32>,
    numbers: u32,
    moves: usize,
}

#[derive(Clone)]
struct Token {
    number: u32,
    scope: u32,
    at: At,
}

#[derive(Clone, Copy, PartialEq)]
enum At {
    /// On its way along a flow.
    Moving(FlowId),
    /// Before a join.
    Waiting(FlowId),
    /// About to enter.
    Entering(NodeId),
    /// In a step, at an event, or around what runs inside.
    In(NodeId),
}

/// A running level: the procedure, the inside of a sub-process, or one run of a repeated step.
struct Scope {
    number: u32,
    /// The token that waits for its end.
    holder: Option<u32>,
    /// The repeated step of which it is a run.
    run_of: Option<NodeId>,
}

enum Work {
    Move(u32),
    /// The scope may be empty.
    Look(u32),
}

impl<'a> Reference<'a> {
    pub fn new(document: &'a Document, m: i64) -> Self {
        let (tokens, scopes, work) = (Vec::new(), Vec::new(), VecDeque::new());
        Self { document, m, n: 0, tokens, scopes, work, entered: Vec::new(), finished: Vec::new(), numbers: 0, moves: 0 }
    }

    /// Begins at the start event of this key.
    pub fn start(&mut self, key: &str) -> Option<Vec<String>> {
        self.open(None, None, &[self.node(key).id]);
        self.settle()
    }

    /// Somebody finishes the oldest step of this key, and enters `v.m`.
    pub fn complete(&mut self, key: &str, m: i64) -> Option<Vec<String>> {
        self.m = m;
        let node = self.node(key).id;
        let token =
            self.tokens.iter().filter(|token| token.at == At::In(node) && !self.is_around_runs(token)).map(|token| token.number).min()?;
        self.done(token, node);
        self.settle()
    }

    /// The event of this key happens to the oldest token for which it may.
    pub fn trigger(&mut self, key: &str) -> Option<Vec<String>> {
        let event = self.node(key).clone();
        let token = self.tokens.iter().filter(|token| self.waits_for(token).contains(&event.id)).map(|token| token.number).min()?;
        if let NodeKind::BoundaryEvent { is_interrupting, .. } = event.kind {
            self.cross(token, event.id, is_interrupting);
        } else {
            let At::In(here) = self.token(token).at else { return None };
            if here != event.id {
                self.entered.push(event.id);
            }
            self.done(token, event.id);
        }
        self.settle()
    }

    /// Keys of all steps that somebody can finish and all events that may happen, sorted.
    pub fn offers(&self) -> Vec<String> {
        let tasks = self.tokens.iter().filter(|token| !self.is_around_runs(token)).filter_map(|token| match token.at {
            At::In(node) if self.row(node).kind == NodeKind::UserTask => Some(node),
            _ => None,
        });
        let mut keys: Vec<String> =
            tasks.chain(self.tokens.iter().flat_map(|token| self.waits_for(token))).map(|node| self.key(node)).collect();
        keys.sort();
        keys
    }

    pub fn has_ended(&self) -> bool {
        self.scopes.is_empty()
    }

    /// Moves all tokens until they rest; keys of what was entered, sorted. `None` if it finds no end.
    fn settle(&mut self) -> Option<Vec<String>> {
        self.moves = 0;
        loop {
            if self.moves > MOST_MOVES || self.tokens.len() > MOST_TOKENS {
                return None;
            }
            match self.work.pop_front() {
                Some(Work::Move(token)) => self.go(token),
                Some(Work::Look(scope)) => self.look(scope),
                None if self.join_inclusive() => {}
                None => break,
            }
        }
        let mut keys: Vec<String> = std::mem::take(&mut self.entered).into_iter().map(|node| self.key(node)).collect();
        keys.sort();
        Some(keys)
    }

    fn go(&mut self, number: u32) {
        let Some(at) = self.tokens.iter().find(|token| token.number == number).map(|token| token.at) else { return };
        self.moves += 1;
        match at {
            At::Entering(node) => self.enter(number, node),
            At::Moving(flow) => {
                let to = self.flow(flow).to;
                if !self.joins(to) {
                    return self.enter(number, to);
                }
                self.set(number, At::Waiting(flow));
                let scope = self.token(number).scope;
                if self.row(to).kind == NodeKind::ParallelGateway
                    && self.incoming(to).iter().all(|flow| self.first_on(scope, *flow).is_some())
                {
                    self.join(scope, to);
                }
            }
            At::Waiting(_) | At::In(_) => {}
        }
    }

    fn enter(&mut self, token: u32, node: NodeId) {
        self.set(token, At::In(node));
        let row = self.row(node).clone();
        if !self.is_run(token, node) {
            self.entered.push(node);
            match row.repetition {
                Repetition::Once => {}
                Repetition::Loop { .. } => return self.run(token, node),
                Repetition::MultiInstance { is_sequential, ref collection, .. } => {
                    let times = if is_sequential { 1 } else { collection.parse().unwrap() };
                    return (0..times).for_each(|_| self.run(token, node));
                }
            }
        }
        match row.kind {
            NodeKind::UserTask | NodeKind::EventBasedGateway | NodeKind::CatchEvent(_) => {}
            NodeKind::ScriptTask(ref sets) => {
                self.n += i64::from(sets.iter().any(|set| set.target == "v.n"));
                self.done(token, node);
            }
            NodeKind::SubProcess { .. } => {
                let inside = |inner: &&FlowNode| inner.parent == Some(node) && matches!(inner.kind, NodeKind::StartEvent { .. });
                let starts: Vec<NodeId> = self.document.nodes.values().filter(inside).map(|start| start.id).collect();
                self.open(Some(token), None, &starts);
            }
            NodeKind::EndEvent(Event::Terminate) => {
                let scope = self.token(token).scope;
                self.empty(scope);
                self.work.push_back(Work::Look(scope));
            }
            NodeKind::EndEvent(Event::Error(_)) => self.throw(token),
            _ => self.done(token, node),
        }
    }

    /// What the token did at the node is done.
    fn done(&mut self, token: u32, node: NodeId) {
        if self.is_run(token, node) {
            return self.remove(token);
        }
        let ways = self.ways(node);
        let scope = self.token(token).scope;
        let mut free = Some(token);
        for way in &ways {
            let moving = free.take().unwrap_or_else(|| self.new_token(scope, At::Moving(*way)));
            self.set(moving, At::Moving(*way));
            self.work.push_back(Work::Move(moving));
        }
        if ways.is_empty() {
            self.remove(token);
        }
    }

    /// The ways that are taken: all of a parallel gateway; the first that holds of an exclusive one; elsewhere all that hold and all
    /// without condition. The default way if no condition holds.
    fn ways(&self, node: NodeId) -> Vec<FlowId> {
        let all: Vec<&SequenceFlow> = self.document.flows.values().filter(|flow| flow.from == node).collect();
        let kind = &self.row(node).kind;
        if *kind == NodeKind::ParallelGateway || (all.len() == 1 && all[0].condition.is_empty()) {
            return all.iter().map(|flow| flow.id).collect();
        }
        let holds = |flow: &SequenceFlow| flow.condition.strip_prefix("v.m = ").is_some_and(|number| number.parse() == Ok(self.m));
        let first = all.iter().find(|flow| holds(flow)).or_else(|| all.iter().find(|flow| flow.is_default));
        if *kind == NodeKind::ExclusiveGateway {
            return first.into_iter().map(|flow| flow.id).collect();
        }
        let any_holds = all.iter().any(|flow| holds(flow));
        let taken = |flow: &SequenceFlow| if flow.is_default { !any_holds } else { flow.condition.is_empty() || holds(flow) };
        all.iter().filter(|flow| taken(flow)).map(|flow| flow.id).collect()
    }
}
