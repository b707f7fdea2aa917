//! Scopes: processes, sub-processes, runs; beginning, ending, stopping them.

use super::super::program::{LevelIx, NodeIx};
use super::super::state::{At, Body, Holder, Owner, Scope, ScopeId, TokenId};
use super::super::trace::{Happening, StuckReason};
use super::{Engine, Work};
use std::collections::BTreeSet;

impl Engine<'_> {
    /// Begins a process of its own.
    pub fn begin_process(&mut self, level: LevelIx, at: &[NodeIx]) -> ScopeId {
        let process = self.program.level(level).process;
        self.state.begun.insert(process);
        self.note(Happening::ProcessBegan(process));
        let scope = Scope { body: Body::Level(level), parent: None, holder: Holder::Nobody, calls: 0, live: 0, beside: 0, locals: None };
        self.open(scope, level, at)
    }

    /// Begins the inside of a sub-process or called process.
    pub(super) fn open_level(&mut self, token: TokenId, node: NodeIx, level: LevelIx, is_call: bool) {
        let begins = &self.program.level(level).begins;
        if begins.is_empty() {
            return self.stick(token, node, StuckReason::NoBeginning);
        }
        let Some(around) = self.scope_of(token) else { return };
        let mut scope = self.inside(around, Body::Level(level), Holder::Token(token));
        scope.calls += u32::from(is_call);
        if scope.calls > super::DEEPEST_CALL {
            return self.stick(token, node, StuckReason::CallsTooDeep);
        }
        self.place(token, At::Inside(node));
        self.open(scope, level, begins);
    }

    /// Begins an event sub-process whose start event happened.
    pub(super) fn open_event_sub_process(&mut self, around: ScopeId, start: NodeIx) {
        let level = self.program.node(start).level;
        let scope = self.inside(around, Body::Level(level), Holder::Scope(around));
        if let Some(around) = self.state.scopes.get_mut(&around) {
            around.beside += 1;
        }
        self.open(scope, level, &[start]);
    }

    /// A scope within another one.
    pub(super) fn inside(&self, around: ScopeId, body: Body, holder: Holder) -> Scope {
        let outer = self.state.scopes.get(&around);
        Scope {
            body,
            parent: Some(around),
            holder,
            calls: outer.map_or(0, |outer| outer.calls),
            live: 0,
            beside: 0,
            locals: outer.and_then(|outer| outer.locals.clone()),
        }
    }

    fn open(&mut self, scope: Scope, level: LevelIx, at: &[NodeIx]) -> ScopeId {
        let id = self.state.new_scope();
        self.state.scopes.insert(id, scope);
        for (start, _) in &self.program.level(level).event_starts {
            self.arm_or_note(Owner::Scope(id), *start);
        }
        for node in at {
            let token = self.spawn(id, At::Node(*node));
            self.work.push_back(Work::Enter(token));
        }
        id
    }

    pub(super) fn scope_of(&self, token: TokenId) -> Option<ScopeId> {
        self.state.tokens.get(&token).map(|token| token.scope)
    }

    /// Ends a scope in which nothing runs any more; whoever holds it goes on.
    pub(super) fn end_scope(&mut self, id: ScopeId) {
        if self.state.scopes.get(&id).is_none_or(|scope| scope.live > 0 || scope.beside > 0) {
            return;
        }
        self.disarm(Owner::Scope(id));
        let Some(scope) = self.state.scopes.remove(&id) else { return };
        match scope.holder {
            Holder::Nobody => self.note_process_ended(&scope.body),
            Holder::Scope(around) => {
                if let Some(outer) = self.state.scopes.get_mut(&around) {
                    outer.beside = outer.beside.saturating_sub(1);
                }
                self.work.push_back(Work::ScopeDone(around));
            }
            Holder::Token(token) => match self.state.tokens.get(&token).map(|token| &token.at) {
                Some(At::Inside(node)) => {
                    let node = *node;
                    self.finish(token, node);
                }
                Some(At::Repeat { .. }) => self.run_done(token),
                _ => {}
            },
        }
    }

    fn note_process_ended(&mut self, body: &Body) {
        if let Body::Level(level) = body {
            self.note(Happening::ProcessEnded(self.program.level(*level).process));
        }
        if self.state.scopes.is_empty() {
            self.note(Happening::CaseEnded);
        }
    }

    /// Stops all that runs in the sub-process, call or runs that the token holds.
    pub(super) fn stop_inside(&mut self, token: TokenId) {
        let held = self.state.scopes.iter().filter(|(_, scope)| scope.holder == Holder::Token(token)).map(|(id, _)| *id);
        let held: BTreeSet<ScopeId> = held.collect();
        if !held.is_empty() {
            self.stop(held, None);
        }
    }

    /// Stops all that runs in a scope; the scope itself remains, empty.
    pub(super) fn clear(&mut self, scope: ScopeId) {
        let inner = self.state.scopes.iter().filter(|(_, inner)| inner.parent == Some(scope)).map(|(id, _)| *id).collect();
        self.stop(inner, Some(scope));
        if let Some(scope) = self.state.scopes.get_mut(&scope) {
            scope.live = 0;
            scope.beside = 0;
        }
    }

    /// Removes scopes with all that is in them, and the tokens directly in `emptied`.
    fn stop(&mut self, mut doomed: BTreeSet<ScopeId>, emptied: Option<ScopeId>) {
        // A scope within another has the greater number, so one pass finds all.
        for (id, scope) in &self.state.scopes {
            if scope.parent.is_some_and(|parent| doomed.contains(&parent)) {
                doomed.insert(*id);
            }
        }
        let dies = |scope: ScopeId| doomed.contains(&scope) || emptied == Some(scope);
        let tokens: Vec<TokenId> = self.state.tokens.iter().filter(|(_, token)| dies(token.scope)).map(|(id, _)| *id).collect();
        for id in &tokens {
            let at = self.state.tokens.remove(id).map(|token| token.at);
            if let Some(node) = at.filter(|at| !matches!(at, At::Node(_))).and_then(|at| at.node()) {
                self.note(Happening::Cancelled(self.program.node(node).id));
            }
        }
        let tokens: BTreeSet<TokenId> = tokens.into_iter().collect();
        self.state.waits.retain(|(owner, _), _| match owner {
            Owner::Token(token) => !tokens.contains(token),
            Owner::Scope(scope) => !doomed.contains(scope),
        });
        self.state.joins.retain(|(scope, _), _| !dies(*scope));
        self.state.scopes.retain(|id, _| !doomed.contains(id));
    }
}
