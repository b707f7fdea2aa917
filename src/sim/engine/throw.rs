//! What nodes throw: messages, signals, errors, escalations, ends (BPMN 2.0, 10.5.6 and 13.5).

use super::super::program::{Kind, NodeIx, Throw, Trigger};
use super::super::state::{At, Holder, Owner, ScopeId, TokenId};
use super::super::trace::{Happening, StuckReason};
use super::{Engine, Work};

/// What seeks somebody to catch it, outwards.
#[derive(Clone, Copy)]
enum Thrown<'a> {
    Error(&'a str),
    Escalation(&'a str),
}

impl Engine<'_> {
    pub(super) fn enter_throw(&mut self, token: TokenId, node: NodeIx) {
        let program = self.program;
        let (Kind::End(throw) | Kind::Throw(throw)) = &program.node(node).kind else { return };
        match throw {
            Throw::None => self.finish(token, node),
            Throw::Message(_) | Throw::Signal(_) => self.throws.push_back(token),
            Throw::Error(code) => {
                self.write_letters(token, node);
                self.throw_error(token, node, code);
            }
            Throw::Escalation(code) => self.escalate(token, node, code),
            Throw::Link(Some(target)) => {
                self.write_letters(token, node);
                self.note(Happening::Left(program.node(node).id));
                self.place(token, At::Node(*target));
                self.work.push_back(Work::Enter(token));
            }
            Throw::Link(None) => self.stick(token, node, StuckReason::NoLinkTarget),
            Throw::Terminate => self.terminate(token, node),
        }
    }

    /// Sends the message or signal that the token is about to throw.
    pub(super) fn throw(&mut self, token: TokenId) {
        let Some(node) = self.state.tokens.get(&token).and_then(|token| token.at.node()) else { return };
        let program = self.program;
        if let Some(message) = program.node(node).message() {
            self.send(node, message);
        } else if let Kind::End(Throw::Signal(signal)) | Kind::Throw(Throw::Signal(signal)) = &program.node(node).kind {
            self.signal(node, signal);
        }
        // What was thrown may have stopped the one who threw it.
        if self.state.tokens.contains_key(&token) {
            self.finish(token, node);
        }
    }

    /// Delivers a message: to one who waits, else to a process that begins with it, else it stays unread until somebody waits for it.
    fn send(&mut self, from: NodeIx, message: &str) {
        let program = self.program;
        let receivers = &program.node(from).receivers;
        let waiting = self.state.waits.keys().find(|(_, node)| receivers.contains(node)).copied();
        let begins = receivers.iter().find(|node| {
            let level = program.level(program.node(**node).level);
            matches!(program.node(**node).kind, Kind::Start { .. })
                && program.participants.iter().any(|own| std::ptr::eq(program.level(*own), level))
        });
        let to = waiting.map(|(_, node)| node).or(begins.copied());
        let to_id = to.map(|node| program.node(node).id);
        self.note(Happening::MessageSent { node: program.node(from).id, message: message.to_owned(), to: to_id });
        match (waiting, begins) {
            (Some((owner, node)), _) => self.happen(owner, node),
            (None, Some(start)) => {
                self.begin_process(program.node(*start).level, &[*start]);
            }
            (None, None) if !receivers.is_empty() => self.state.unread.push(from),
            (None, None) => {}
        }
    }

    /// A signal reaches all who listen at this moment, and begins processes that start with it.
    fn signal(&mut self, from: NodeIx, signal: &str) {
        let program = self.program;
        self.note(Happening::SignalSent { node: program.node(from).id, signal: signal.to_owned() });
        let hears = |node: NodeIx| matches!(program.node(node).trigger(), Some(Trigger::Signal(name)) if name == signal);
        let listening: Vec<(Owner, NodeIx)> = self.state.waits.keys().filter(|(_, node)| hears(*node)).copied().collect();
        for (owner, node) in listening {
            self.happen(owner, node);
        }
        for level in &program.participants {
            for start in program.level(*level).starts.iter().filter(|start| hears(**start)) {
                self.begin_process(*level, &[*start]);
            }
        }
    }

    /// An error end event.
    fn throw_error(&mut self, token: TokenId, node: NodeIx, code: &str) {
        if self.error(token, node, code) {
            self.consume(token);
            return;
        }
        self.note(Happening::ErrorUncaught { code: code.to_owned() });
        let root = self.scopes_outwards(token).last();
        if let Some(root) = root {
            self.disarm(Owner::Scope(root));
            self.clear(root);
            self.work.push_back(Work::ScopeDone(root));
        }
    }

    /// Throws an error from where the token stands. Tells whether somebody caught it.
    fn error(&mut self, token: TokenId, node: NodeIx, code: &str) -> bool {
        self.note(Happening::ErrorThrown { node: self.program.node(node).id, code: code.to_owned() });
        let Some((owner, catcher)) = self.catcher(token, Thrown::Error(code)) else { return false };
        self.note(Happening::ErrorCaught { node: self.program.node(catcher).id, code: code.to_owned() });
        self.happen(owner, catcher);
        true
    }

    /// A base service fails.
    pub fn fail(&mut self, token: TokenId, code: &str) {
        let Some(node) = self.state.tokens.get(&token).and_then(|token| token.at.node()) else { return };
        if !self.error(token, node, code) {
            self.stick(token, node, StuckReason::ErrorUncaught(code.to_owned()));
        }
    }

    fn escalate(&mut self, token: TokenId, node: NodeIx, code: &str) {
        let caught = self.catcher(token, Thrown::Escalation(code));
        let caught_by = caught.map(|(_, catcher)| self.program.node(catcher).id);
        self.note(Happening::EscalationThrown { node: self.program.node(node).id, code: code.to_owned(), caught_by });
        if let Some((owner, catcher)) = caught {
            self.happen(owner, catcher);
        }
        if self.state.tokens.contains_key(&token) {
            self.finish(token, node);
        }
    }

    /// Stops all in the token's own process or sub-process; what is around it goes on.
    fn terminate(&mut self, token: TokenId, node: NodeIx) {
        self.write_letters(token, node);
        let Some(scope) = self.scope_of(token) else { return };
        self.note(Happening::Terminated(self.program.node(node).id));
        self.disarm(Owner::Scope(scope));
        self.clear(scope);
        self.work.push_back(Work::ScopeDone(scope));
    }

    /// Scopes from the token's own outwards.
    fn scopes_outwards(&self, token: TokenId) -> impl Iterator<Item = ScopeId> {
        std::iter::successors(self.scope_of(token), |scope| self.state.scopes.get(scope).and_then(|scope| scope.parent))
    }

    /// The nearest event that catches it: at the edge of the activity where it is thrown, then per scope outwards in event
    /// sub-processes and at the edge of the activity that holds the scope. One for just this code goes before one for all.
    fn catcher(&self, token: TokenId, thrown: Thrown<'_>) -> Option<(Owner, NodeIx)> {
        let at_edge = |scope: ScopeId| match self.state.scopes.get(&scope).map(|scope| scope.holder) {
            Some(Holder::Token(token)) => Some(Owner::Token(token)),
            _ => None,
        };
        let outwards = self.scopes_outwards(token).flat_map(|scope| [Some(Owner::Scope(scope)), at_edge(scope)]);
        std::iter::once(Some(Owner::Token(token))).chain(outwards).flatten().find_map(|owner| self.catcher_of(owner, thrown))
    }

    fn catcher_of(&self, owner: Owner, thrown: Thrown<'_>) -> Option<(Owner, NodeIx)> {
        let catches = |node: NodeIx, all: bool| match (self.program.node(node).trigger(), thrown) {
            (Some(Trigger::Error(own)), Thrown::Error(code)) | (Some(Trigger::Escalation(own)), Thrown::Escalation(code)) => {
                if all {
                    own.is_empty()
                } else {
                    own == code
                }
            }
            _ => false,
        };
        let find = |all: bool| self.state.waits_of(owner).map(|(node, _)| node).find(|node| catches(*node, all));
        find(false).or_else(|| find(true)).map(|node| (owner, node))
    }
}
