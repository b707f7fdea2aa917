//! The engine: moves tokens until every one of them waits. A worklist, no recursion, no clock.
//!
//! Order is fixed: tokens move first come, first served; what is thrown to others (messages, signals) waits until all have moved, so
//! that whoever is on the way to listen does hear; then inclusive joins fire, conditions are looked at, and timers that are due.

mod activity;
mod event;
mod gateway;
mod repeat;
mod scope;
mod throw;

use super::data::{self, Scene, WriteFault};
use super::path::Path;
use super::program::{Kind, NodeIx, Program};
use super::state::{At, Body, Owner, ScopeId, State, Token, TokenId};
use super::stops::Stops;
use super::trace::{Happening, StuckReason, TraceEvent};
use crate::expr::Value;
use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

/// Most nodes that tokens enter in one step of the player: 10,000 turns of a loop of two dozen nodes, and a trace below 150 MB.
pub const MOST_MOVES: usize = 250_000;
/// Most runs of a repeated step.
pub const MOST_RUNS: usize = 10_000;
/// Deepest calls of processes in processes.
pub const DEEPEST_CALL: u32 = 64;

/// Nodes that are named when a case runs in a circle: those entered last.
const REMEMBERED: usize = 64;

/// Plays one case on.
pub(super) struct Engine<'a> {
    pub program: &'a Program,
    pub state: &'a mut State,
    pub log: &'a mut Vec<TraceEvent>,
    work: VecDeque<Work>,
    /// Tokens that are about to throw a message or signal.
    throws: VecDeque<TokenId>,
    /// Before which nodes tokens are held.
    stops: &'a Stops,
    moves: usize,
    recent: VecDeque<NodeIx>,
    data_changed: bool,
}

/// What is to be done next.
#[derive(Clone, Copy, Debug)]
enum Work {
    /// The token on a flow reaches its end.
    Arrive(TokenId),
    /// The token at a node enters it.
    Enter(TokenId),
    /// The event happens.
    Happen(Owner, NodeIx),
    /// The event may have a message waiting for it.
    Read(Owner, NodeIx),
    /// The scope may be done.
    ScopeDone(ScopeId),
}

impl<'a> Engine<'a> {
    pub fn new(program: &'a Program, state: &'a mut State, log: &'a mut Vec<TraceEvent>) -> Self {
        Self {
            program,
            state,
            log,
            work: VecDeque::new(),
            throws: VecDeque::new(),
            stops: &Stops::Nowhere,
            moves: 0,
            recent: VecDeque::new(),
            data_changed: true,
        }
    }

    /// Holds tokens there.
    pub fn stopping(mut self, stops: &'a Stops) -> Self {
        self.stops = stops;
        self
    }

    /// Moves on until every token waits.
    pub fn run(&mut self) {
        loop {
            if self.moves >= MOST_MOVES {
                return self.give_up();
            }
            if let Some(work) = self.work.pop_front() {
                self.perform(work);
            } else if let Some(token) = self.throws.pop_front() {
                self.throw(token);
            } else if !(self.join_inclusive() || self.notice_conditions() || self.fire_due()) {
                break;
            }
        }
        self.name_dead_joins();
    }

    fn perform(&mut self, work: Work) {
        match work {
            Work::Arrive(token) => self.arrive(token),
            Work::Enter(token) => {
                if let Some(Token { at: At::Node(node), .. }) = self.state.tokens.get(&token) {
                    let node = *node;
                    self.enter(token, node);
                }
            }
            Work::Happen(owner, node) => self.happen(owner, node),
            Work::Read(owner, node) => self.read_message(owner, node),
            Work::ScopeDone(scope) => self.end_scope(scope),
        }
    }

    /// Too many moves: those that still move stop where they are, and it is said where they went round.
    fn give_up(&mut self) {
        let circle: BTreeSet<NodeIx> = self.recent.iter().copied().collect();
        let reason = StuckReason::RunsInCircle(circle.into_iter().map(|node| self.program.node(node).id).collect());
        let moving: Vec<TokenId> = self.work.drain(..).filter_map(Work::token).chain(self.throws.drain(..)).collect();
        for token in moving {
            let node = match self.state.tokens.get(&token).map(|token| &token.at) {
                Some(At::Flow(flow)) => self.program.flow(*flow).from,
                Some(at) => at.node().unwrap_or(NodeIx(0)),
                None => continue,
            };
            self.stick(token, node, reason.clone());
        }
    }

    /// The token at a node enters it, or is held before it.
    fn enter(&mut self, token: TokenId, node: NodeIx) {
        let is_held = !matches!(self.stops, Stops::Nowhere) && self.stops.hold(self.program.node(node)) && !self.is_run(token, node);
        if !is_held {
            self.go_in(token, node);
        }
    }

    /// The token at a node enters it, held or not.
    pub fn go_in(&mut self, token: TokenId, node: NodeIx) {
        self.moves += 1;
        if self.recent.len() == REMEMBERED {
            self.recent.pop_front();
        }
        self.recent.push_back(node);
        match &self.program.node(node).kind {
            Kind::Exclusive | Kind::Inclusive(_) | Kind::Parallel => {
                self.note_entered(node);
                self.leave(token, node);
            }
            Kind::Race => self.race(token, node),
            Kind::Start { .. } | Kind::End(_) | Kind::Throw(_) | Kind::Catch(_) | Kind::Boundary { .. } => self.enter_event(token, node),
            _ => self.enter_activity(token, node),
        }
    }

    /// The work at a node is done: letters are written, and the token goes on, or the run of a repeated step ends.
    fn finish(&mut self, token: TokenId, node: NodeIx) {
        self.write_letters(token, node);
        if self.is_run(token, node) { self.consume(token) } else { self.leave(token, node) }
    }

    /// Whether the token is one run of the repeated step at the node, not the step as a whole.
    fn is_run(&self, token: TokenId, node: NodeIx) -> bool {
        let scope = self.state.tokens.get(&token).and_then(|token| self.state.scopes.get(&token.scope));
        scope.is_some_and(|scope| scope.body == Body::Run(node))
    }

    fn write_letters(&mut self, token: TokenId, node: NodeIx) {
        let program = self.program;
        for id in &program.node(node).letters {
            if let Some(template) = program.letters.get(id) {
                let letter = super::letter::Letter::write(template, &program.schema, &self.scene_of(token));
                self.note(Happening::LetterWritten { node: program.node(node).id, template: *id, letter });
            }
        }
    }

    // Notes.

    fn note(&mut self, what: Happening) {
        self.log.push(TraceEvent { at: self.state.now, what });
    }

    fn note_entered(&mut self, node: NodeIx) {
        self.note(Happening::Entered(self.program.node(node).id));
    }

    // Tokens.

    fn spawn(&mut self, scope: ScopeId, at: At) -> TokenId {
        let id = self.state.new_token();
        self.state.tokens.insert(id, Token { scope, at, since: self.state.now });
        if let Some(scope) = self.state.scopes.get_mut(&scope) {
            scope.live += 1;
        }
        id
    }

    fn place(&mut self, token: TokenId, at: At) {
        let now = self.state.now;
        if let Some(token) = self.state.tokens.get_mut(&token) {
            token.at = at;
            token.since = now;
        }
    }

    /// Takes the token away.
    fn consume(&mut self, token: TokenId) {
        self.disarm(Owner::Token(token));
        let Some(token) = self.state.tokens.remove(&token) else { return };
        if let Some(scope) = self.state.scopes.get_mut(&token.scope) {
            scope.live = scope.live.saturating_sub(1);
            if scope.live == 0 && scope.beside == 0 {
                self.work.push_back(Work::ScopeDone(token.scope));
            }
        }
    }

    fn stick(&mut self, token: TokenId, node: NodeIx, reason: StuckReason) {
        self.note(Happening::Stuck { node: self.program.node(node).id, reason: reason.clone() });
        self.place(token, At::Stuck { node, reason: Arc::new(reason) });
    }

    // Data.

    fn scene(&self, scope: Option<ScopeId>) -> Scene<'_> {
        let locals = scope.and_then(|scope| self.state.scopes.get(&scope)).and_then(|scope| scope.locals.as_deref());
        Scene { data: &self.state.data, locals, now: self.state.now }
    }

    fn scene_of(&self, token: TokenId) -> Scene<'_> {
        self.scene(self.state.tokens.get(&token).map(|token| token.scope))
    }

    /// Writes a value; `target` may begin with the name of a repeated step's element.
    pub fn write(&mut self, scope: Option<ScopeId>, target: &Path, value: &Value, by: NodeIx) -> Result<(), WriteFault> {
        let path = self.scene(scope).resolved(target);
        let written = data::write(&self.program.schema, &self.state.data, &path, value)?;
        self.state.data = written.data;
        if written.old != written.new {
            self.data_changed = true;
            let by = self.program.node(by).id;
            self.note(Happening::ValueSet { path: path.to_string(), old: written.old, new: written.new, by });
        }
        Ok(())
    }
}

impl Work {
    fn token(self) -> Option<TokenId> {
        match self {
            Self::Arrive(token) | Self::Enter(token) => Some(token),
            _ => None,
        }
    }
}
