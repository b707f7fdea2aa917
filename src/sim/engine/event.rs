//! Events: arming what may happen, and what follows when it does (BPMN 2.0, 13.5).

use super::super::program::{FlowIx, Kind, NodeIx, Trigger, When};
use super::super::state::{At, Owner, ScopeId, TokenId, Wait};
use super::super::trace::{Happening, StuckReason, Why};
use super::super::values::moment_of;
use super::{Engine, Work};
use jiff::civil::DateTime;

impl Engine<'_> {
    pub(super) fn enter_event(&mut self, token: TokenId, node: NodeIx) {
        self.note_entered(node);
        match &self.program.node(node).kind {
            Kind::Catch(Trigger::None) | Kind::Start { .. } | Kind::Boundary { .. } => self.finish(token, node),
            Kind::Catch(_) => self.wait(token, node),
            _ => self.enter_throw(token, node),
        }
    }

    /// The token waits at an event or receive task.
    pub(super) fn wait(&mut self, token: TokenId, node: NodeIx) {
        self.place(token, At::Event(node));
        if let Err(reason) = self.arm(Owner::Token(token), node) {
            self.stick(token, node, reason);
        }
    }

    /// The token waits at an event-based gateway for the first of the events behind it.
    pub(super) fn race(&mut self, token: TokenId, node: NodeIx) {
        self.note_entered(node);
        self.place(token, At::Event(node));
        let program = self.program;
        for flow in &program.node(node).outgoing {
            self.arm_or_note(Owner::Token(token), program.flow(*flow).to);
        }
    }

    /// Arms an event at an edge or of an event sub-process: one that cannot be armed does not keep the rest from running.
    pub(super) fn arm_or_note(&mut self, owner: Owner, node: NodeIx) {
        if let Err(reason) = self.arm(owner, node) {
            self.note(Happening::TimerUnknown { node: self.program.node(node).id, reason });
        }
    }

    fn arm(&mut self, owner: Owner, node: NodeIx) -> Result<(), StuckReason> {
        let program = self.program;
        let wait = match program.node(node).trigger() {
            None | Some(Trigger::None) => return Ok(()),
            Some(Trigger::Message(_)) => {
                if !self.state.unread.is_empty() {
                    self.work.push_back(Work::Read(owner, node));
                }
                Wait::Open
            }
            Some(Trigger::Condition(condition)) => {
                // What is true when the waiting begins happens before anything inside goes on.
                let is_true = condition.holds(&self.scene(self.owner_scope(owner))).unwrap_or(false);
                if is_true {
                    self.work.push_back(Work::Happen(owner, node));
                }
                Wait::Condition { was: is_true }
            }
            Some(Trigger::Timer(when)) => {
                let (at, left) = self.due(owner, when)?;
                self.note(Happening::TimerArmed { node: self.program.node(node).id, at });
                Wait::Timer { at, left }
            }
            Some(_) => Wait::Open,
        };
        self.state.waits.insert((owner, node), wait);
        Ok(())
    }

    /// Looks whether a message for the event was sent before anybody waited for it.
    pub(super) fn read_message(&mut self, owner: Owner, node: NodeIx) {
        let program = self.program;
        let is_for_it = |sender: &NodeIx| program.node(*sender).receivers.contains(&node);
        let place = self.state.unread.iter().position(is_for_it).filter(|_| self.state.waits.contains_key(&(owner, node)));
        if let Some(place) = place {
            self.state.unread.remove(place);
            self.happen(owner, node);
        }
    }

    /// When a timer comes due, and how often.
    fn due(&self, owner: Owner, when: &When) -> Result<(DateTime, Option<u32>), StuckReason> {
        let no_time = |text: &str| StuckReason::NoTime(text.to_owned());
        let calendar = &self.program.calendar;
        match when {
            When::After(length) => Ok((length.after(self.state.now, calendar).ok_or_else(|| no_time(&length.text))?, Some(1))),
            When::Every { length, times } => Ok((length.after(self.state.now, calendar).ok_or_else(|| no_time(&length.text))?, *times)),
            When::At(date) => {
                let value = date.value(&self.scene(self.owner_scope(owner))).map_err(StuckReason::Expression)?;
                Ok((moment_of(&value).ok_or_else(|| no_time(date.text()))?, Some(1)))
            }
        }
    }

    fn owner_scope(&self, owner: Owner) -> Option<ScopeId> {
        match owner {
            Owner::Token(token) => self.scope_of(token),
            Owner::Scope(scope) => Some(scope),
        }
    }

    pub(super) fn disarm(&mut self, owner: Owner) {
        while let Some(node) = self.state.first_wait_of(owner) {
            self.state.waits.remove(&(owner, node));
        }
    }

    /// A waiting event happens.
    pub fn happen(&mut self, owner: Owner, node: NodeIx) {
        if !self.state.waits.contains_key(&(owner, node)) {
            return;
        }
        self.moves += 1;
        self.note(Happening::EventHappened(self.program.node(node).id));
        match owner {
            Owner::Scope(scope) => {
                if self.program.node(node).is_interrupting() {
                    self.disarm(owner);
                    self.clear(scope);
                } else {
                    self.keep_waiting(owner, node);
                }
                self.open_event_sub_process(scope, node);
            }
            Owner::Token(token) => match self.state.tokens.get(&token).map(|token| &token.at) {
                Some(At::Event(here)) if *here == node => self.catch(token, node),
                Some(At::Event(gateway)) if matches!(self.program.node(*gateway).kind, Kind::Race) => {
                    let gateway = *gateway;
                    self.win_race(token, gateway, node);
                }
                _ => self.cross_edge(token, node),
            },
        }
    }

    /// The event in the flow at which the token waits. A cycle lets one token go each time.
    fn catch(&mut self, token: TokenId, node: NodeIx) {
        let Some(scope) = self.scope_of(token) else { return };
        if self.keep_waiting(Owner::Token(token), node) && matches!(self.program.node(node).trigger(), Some(Trigger::Timer(_))) {
            let goes_on = self.spawn(scope, At::Node(node));
            self.finish(goes_on, node);
        } else {
            self.finish(token, node);
        }
    }

    fn win_race(&mut self, token: TokenId, gateway: NodeIx, node: NodeIx) {
        self.disarm(Owner::Token(token));
        let program = self.program;
        let leads_there = |flow: &&FlowIx| program.flow(**flow).to == node;
        self.note(Happening::Left(program.node(gateway).id));
        if let Some(flow) = program.node(gateway).outgoing.iter().find(leads_there) {
            self.note(Happening::FlowTaken { flow: program.flow(*flow).id, why: Why::FirstEvent });
        }
        self.note_entered(node);
        self.place(token, At::Node(node));
        self.finish(token, node);
    }

    /// An event at the edge of the activity in which the token stands.
    fn cross_edge(&mut self, token: TokenId, node: NodeIx) {
        if self.program.node(node).is_interrupting() {
            let host = self.state.tokens.get(&token).and_then(|token| token.at.node());
            self.disarm(Owner::Token(token));
            self.stop_inside(token);
            if let Some(host) = host {
                self.note(Happening::Cancelled(self.program.node(host).id));
            }
            self.place(token, At::Node(node));
            self.work.push_back(Work::Enter(token));
        } else {
            self.keep_waiting(Owner::Token(token), node);
            let Some(scope) = self.scope_of(token) else { return };
            let beside = self.spawn(scope, At::Node(node));
            self.work.push_back(Work::Enter(beside));
        }
    }

    /// After an event that does not interrupt: a timer that has come due for the last time is taken away. Tells whether it waits on.
    fn keep_waiting(&mut self, owner: Owner, node: NodeIx) -> bool {
        let key = (owner, node);
        let Some(Wait::Timer { at, left }) = self.state.waits.get(&key).cloned() else { return true };
        let next = match self.program.node(node).trigger() {
            Some(Trigger::Timer(When::Every { length, .. })) if left != Some(1) => length.after(at, &self.program.calendar),
            _ => None,
        };
        let Some(at) = next else {
            self.state.waits.remove(&key);
            return false;
        };
        self.state.waits.insert(key, Wait::Timer { at, left: left.map(|left| left.saturating_sub(1)) });
        self.note(Happening::TimerArmed { node: self.program.node(node).id, at });
        true
    }

    /// Looks at the conditions that are waited for, if data may have changed; those that became true happen.
    pub(super) fn notice_conditions(&mut self) -> bool {
        if !std::mem::take(&mut self.data_changed) {
            return false;
        }
        let mut changed = Vec::new();
        for ((owner, node), wait) in &self.state.waits {
            if let (Wait::Condition { was }, Some(Trigger::Condition(condition))) = (wait, self.program.node(*node).trigger()) {
                let is = condition.holds(&self.scene(self.owner_scope(*owner))).unwrap_or(false);
                if is != *was {
                    changed.push((*owner, *node, is));
                }
            }
        }
        for (owner, node, is) in &changed {
            self.state.waits.insert((*owner, *node), Wait::Condition { was: *is });
            if *is {
                self.work.push_back(Work::Happen(*owner, *node));
            }
        }
        changed.iter().any(|(_, _, is)| *is)
    }

    /// Lets the timer happen that has been due longest.
    pub(super) fn fire_due(&mut self) -> bool {
        let due = self.state.first_timer().filter(|(at, _)| *at <= self.state.now);
        if let Some((_, (owner, node))) = due {
            self.happen(owner, node);
        }
        due.is_some()
    }

    /// Moves the clock; timers that become due happen on the way, in their order.
    pub fn advance(&mut self, to: DateTime) {
        while let Some((at, _)) = self.state.first_timer().filter(|(at, _)| *at <= to) {
            if self.moves >= super::MOST_MOVES {
                break;
            }
            self.move_clock(at);
            self.run();
        }
        self.move_clock(to);
    }

    fn move_clock(&mut self, to: DateTime) {
        if to > self.state.now {
            let from = self.state.now;
            self.state.now = to;
            self.data_changed = true;
            self.note(Happening::TimePassed { from });
        }
    }
}
