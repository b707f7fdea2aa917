//! The player: a case with its history, one step forward, any number back.

mod rewind;

use super::data::{self, Scene, WriteFault};
use super::engine::Engine;
use super::feel::Expression;
use super::path::Path;
use super::program::{Kind, NodeIx, Program};
use super::state::{At, Body, Owner, ScopeId, State, TokenId};
use super::step::{Offer, Spot, Step, StepRefusal};
use super::stops::Stops;
use super::trace::TraceEvent;
use crate::expr::{Context, Value};
use crate::model::{Assignment, FlowId, FormId, NodeId};
use jiff::civil::DateTime;
use std::sync::Arc;

/// A case that is played. A pure function of program, beginning and steps: the same steps give the same case.
#[derive(Clone, Debug)]
pub struct Run {
    program: Arc<Program>,
    begins_at: DateTime,
    state: State,
    trace: Vec<TraceEvent>,
    past: Vec<Played>,
    stops: Arc<Stops>,
}

/// A step that was done.
#[derive(Clone, Debug)]
pub struct Played {
    /// What was done.
    pub step: Step,
    /// The clock before it.
    pub at: DateTime,
    /// The case before it.
    before: Arc<State>,
    /// Length of the trace before it.
    traced: usize,
    /// Before which nodes tokens were held.
    stops: Arc<Stops>,
}

/// A step that was taken back, with all that is needed to do it again as it was.
#[derive(Clone, Debug)]
pub struct Undone {
    played: Played,
    after: State,
    events: Vec<TraceEvent>,
}

impl Undone {
    /// The step, and the clock before it.
    pub fn played(&self) -> &Played {
        &self.played
    }

    /// What happened in it.
    pub fn trace(&self) -> &[TraceEvent] {
        &self.events
    }
}

impl Played {
    /// The case before it.
    pub(super) fn before(&self) -> &State {
        &self.before
    }
}

/// What a token does on the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which token.
    pub token: TokenId,
    /// The node at which it is, if it is at one.
    pub node: Option<NodeId>,
    /// The flow on which it waits before a joining gateway, if so.
    pub flow: Option<FlowId>,
    /// Whether it cannot go on.
    pub is_stuck: bool,
    /// Since when it is there.
    pub since: DateTime,
}

impl Run {
    /// A case in which nothing has happened yet.
    pub fn start(program: Arc<Program>, begins_at: DateTime) -> Self {
        let state = beginning(&program, begins_at);
        Self { program, begins_at, state, trace: Vec::new(), past: Vec::new(), stops: Arc::default() }
    }

    /// The procedure that is played.
    pub fn program(&self) -> &Arc<Program> {
        &self.program
    }

    /// The case now.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// When the case began or will begin.
    pub fn begins_at(&self) -> DateTime {
        self.begins_at
    }

    /// What can be done now.
    pub fn enabled(&self) -> Vec<Offer> {
        super::offers::offers(&self.program, &self.state)
    }

    /// The next moment at which a timer or task becomes due.
    pub fn next_deadline(&self) -> Option<DateTime> {
        self.state.next_deadline()
    }

    /// Everything that happened, from the beginning.
    pub fn trace(&self) -> &[TraceEvent] {
        &self.trace
    }

    /// The steps that were done, from the beginning.
    pub fn history(&self) -> &[Played] {
        &self.past
    }

    /// What happened in the step of that place in the history.
    pub fn trace_of(&self, place: usize) -> &[TraceEvent] {
        let from = self.past.get(place).map_or(self.trace.len(), |played| played.traced);
        let to = self.past.get(place + 1).map_or(self.trace.len(), |played| played.traced);
        self.trace.get(from..to).unwrap_or_default()
    }

    /// Where tokens are, oldest first.
    pub fn tokens(&self) -> Vec<Standing> {
        let standing = |(token, place): (TokenId, &super::state::Token)| Standing {
            token,
            node: place.at.node().map(|node| self.program.node(node).id),
            flow: match place.at {
                At::Flow(flow) => Some(self.program.flow(flow).id),
                _ => None,
            },
            is_stuck: matches!(place.at, At::Stuck { .. }),
            since: place.since,
        };
        self.state.places().map(standing).collect()
    }

    /// How much there is to copy: what happened, what was done, where tokens are.
    pub(super) fn work(&self) -> usize {
        self.trace.len() + self.past.len() + 8 * (self.state.tokens.len() + self.state.waits.len() + self.state.scopes.len())
    }

    /// What an expression sees at a token, or of the case as a whole.
    pub fn scene(&self, token: Option<TokenId>) -> Scene<'_> {
        let scope = token.and_then(|token| self.state.tokens.get(&token)).and_then(|token| self.state.scopes.get(&token.scope));
        Scene { data: &self.state.data, locals: scope.and_then(|scope| scope.locals.as_deref()), now: self.state.now }
    }

    /// Does a step, and everything that follows by itself, which is then the end of the [trace](Self::trace).
    ///
    /// # Errors
    /// The step cannot be done now; nothing has happened then.
    pub fn fire(&mut self, step: Step) -> Result<(), StepRefusal> {
        let before = Arc::new(self.state.clone());
        let traced = self.trace.len();
        if let Err(refusal) = self.apply(&step) {
            self.state = Arc::unwrap_or_clone(before);
            self.trace.truncate(traced);
            return Err(refusal);
        }
        self.past.push(Played { step, at: before.now, before, traced, stops: Arc::clone(&self.stops) });
        Ok(())
    }

    /// Before which nodes tokens are held from now on.
    pub fn stops(&self) -> &Arc<Stops> {
        &self.stops
    }

    /// Holds tokens before these nodes from now on. Those that are held already stay.
    pub fn stop_at(&mut self, stops: Arc<Stops>) {
        self.stops = stops;
    }

    /// Of several that wait at a node, the one of this age, the oldest 0; [`None`](Spot::owner) stands for the oldest.
    pub(super) fn spot(&self, node: NodeId, nth: u32, for_event: bool) -> Result<Spot, StepRefusal> {
        if nth == 0 {
            return Ok(node.into());
        }
        let waiting = self.state.waiting_at(self.place(node)?, for_event);
        let owner = waiting.get(nth as usize).ok_or_else(|| self.not_waiting(node))?;
        Ok(Spot { node, owner: Some(*owner) })
    }

    /// The form of the task that waits at a spot.
    pub(super) fn form_at(&self, spot: Spot) -> Option<FormId> {
        self.find(&spot, |at| matches!(at, At::Task { .. })).ok()?;
        self.program.node(self.place(spot.node).ok()?).form
    }

    /// Tries an entry out on data: where it goes and what they become. `None` if it cannot be written or does not begin at a case object.
    pub(super) fn scratch(&self, data: &Context, entry: &Assignment) -> Option<(Path, Context)> {
        let path = Path::read(&entry.target).ok()?;
        let value = self.entered(None, &entry.value).ok()?;
        let written = data::write(&self.program.schema, data, &path, &value).ok()?;
        Some((path, written.data))
    }

    fn apply(&mut self, step: &Step) -> Result<(), StepRefusal> {
        let program = Arc::clone(&self.program);
        match step {
            Step::Start { node, entries } => {
                let (level, begins) = self.beginning_at(*node)?;
                let by = self.place(*node)?;
                self.enter(None, entries, by)?;
                self.drive(|engine| _ = engine.begin_process(level, &begins));
            }
            Step::Complete { at, entries } => {
                let token = self.find(at, |at| matches!(at, At::Task { .. }))?;
                self.complete(token, entries)?;
            }
            Step::Answer { at, entries } => {
                let token = self.find(at, |at| matches!(at, At::Service(_)))?;
                let usual = match &program.node(self.place(at.node)?).kind {
                    Kind::Service { answer, .. } => answer,
                    _ => &Vec::new(),
                };
                self.complete(token, entries.as_ref().unwrap_or(usual))?;
            }
            Step::Fail { at, error } => {
                let token = self.find(at, |at| matches!(at, At::Service(_)))?;
                self.drive(|engine| engine.fail(token, error));
            }
            Step::Trigger { at, entries } => {
                let (owner, node) = self.find_wait(at)?;
                let scope = match owner {
                    Owner::Token(token) => self.state.tokens.get(&token).map(|token| token.scope),
                    Owner::Scope(scope) => Some(scope),
                };
                self.enter(scope, entries, node)?;
                self.drive(|engine| engine.happen(owner, node));
            }
            Step::Wait { duration } => {
                let to = super::calendar::Length::read_iso(duration).after(self.state.now, &program.calendar);
                let to = to.filter(|to| *to >= self.state.now).ok_or_else(|| StepRefusal::Duration(duration.clone()))?;
                self.drive(|engine| engine.advance(to));
            }
            Step::WaitForDeadline => {
                let to = self.state.next_deadline().ok_or(StepRefusal::NoDeadline)?;
                self.drive(|engine| engine.advance(to));
            }
            Step::Choose { node, flow } => self.choose(*node, *flow)?,
            Step::Release { at } => {
                let token = self.find(at, |at| matches!(at, At::Node(_)))?;
                let node = self.place(at.node)?;
                self.drive(|engine| engine.go_in(token, node));
            }
        }
        Ok(())
    }

    /// Has the engine do something, and all that follows from it.
    fn drive(&mut self, act: impl FnOnce(&mut Engine<'_>)) {
        let program = Arc::clone(&self.program);
        let mut engine = Engine::new(&program, &mut self.state, &mut self.trace).stopping(&self.stops);
        act(&mut engine);
        engine.run();
    }

    fn complete(&mut self, token: TokenId, entries: &[Assignment]) -> Result<(), StepRefusal> {
        let (scope, node) = self.state.tokens.get(&token).map_or((None, None), |token| (Some(token.scope), token.at.node()));
        self.enter(scope, entries, node.unwrap_or(NodeIx(0)))?;
        self.drive(|engine| engine.complete(token));
        Ok(())
    }

    fn choose(&mut self, node: NodeId, flow: FlowId) -> Result<(), StepRefusal> {
        let program = Arc::clone(&self.program);
        let place = self.place(node)?;
        let chosen = program.flow_places.get(&flow).filter(|flow| program.flow(**flow).from == place);
        let chosen = *chosen.ok_or(StepRefusal::ForeignFlow { node, flow })?;
        // Where several ways may be taken together, one more is.
        let is_exclusive = matches!(program.node(place).kind, Kind::Exclusive);
        let ways = self.state.chosen.entry(place).or_default();
        ways.retain(|way| !is_exclusive && *way != chosen);
        ways.push(chosen);
        let stuck = self.state.tokens.iter().find(|(_, token)| {
            let is_run = self.state.scopes.get(&token.scope).is_some_and(|scope| scope.body == Body::Run(place));
            matches!(token.at, At::Stuck { node, .. } if node == place) && !is_run
        });
        if let Some(token) = stuck.map(|(token, _)| *token) {
            self.drive(|engine| engine.leave(token, place));
        }
        Ok(())
    }

    fn place(&self, node: NodeId) -> Result<NodeIx, StepRefusal> {
        self.program.places.get(&node).copied().ok_or(StepRefusal::UnknownNode(node))
    }

    /// The level of a process that takes part and has not begun, and where it begins if it begins at this node.
    fn beginning_at(&self, node: NodeId) -> Result<(super::program::LevelIx, Vec<NodeIx>), StepRefusal> {
        let place = self.place(node)?;
        let index = self.program.node(place).level;
        let level = self.program.level(index);
        let takes_part = self.program.participants.contains(&index) && !self.state.begun.contains(&level.process);
        if takes_part && level.starts.contains(&place) {
            Ok((index, vec![place]))
        } else if takes_part && level.starts.is_empty() && level.begins.contains(&place) {
            Ok((index, level.begins.clone()))
        } else {
            Err(StepRefusal::CannotStart(node))
        }
    }

    /// The token that a spot means.
    fn find(&self, spot: &Spot, stands: impl Fn(&At) -> bool) -> Result<TokenId, StepRefusal> {
        let place = self.place(spot.node)?;
        let mut fitting = self.state.tokens.iter().filter(|(_, token)| token.at.node() == Some(place) && stands(&token.at));
        let found = fitting.find(|(id, _)| spot.owner.is_none_or(|owner| owner == Owner::Token(**id)));
        found.map(|(id, _)| *id).ok_or_else(|| self.not_waiting(spot.node))
    }

    fn find_wait(&self, spot: &Spot) -> Result<(Owner, NodeIx), StepRefusal> {
        let place = self.place(spot.node)?;
        let mut fitting =
            self.state.waits.keys().filter(|(owner, node)| *node == place && spot.owner.is_none_or(|wanted| wanted == *owner));
        fitting.next().copied().ok_or_else(|| self.not_waiting(spot.node))
    }

    fn not_waiting(&self, node: NodeId) -> StepRefusal {
        let at_tokens = self.state.tokens.values().filter_map(|token| token.at.node());
        let waiting: std::collections::BTreeSet<NodeIx> = at_tokens.chain(self.state.waits.keys().map(|(_, node)| *node)).collect();
        StepRefusal::NotWaiting { node, waiting: waiting.into_iter().map(|node| self.program.node(node).id).collect() }
    }

    /// Writes what was entered.
    fn enter(&mut self, scope: Option<ScopeId>, entries: &[Assignment], by: NodeIx) -> Result<(), StepRefusal> {
        let program = Arc::clone(&self.program);
        for entry in entries {
            let refusal = |fault: WriteFault| StepRefusal::Entry { target: entry.target.clone(), fault };
            let path = Path::read(&entry.target).map_err(|fault| refusal(fault.into()))?;
            let value = self.entered(scope, &entry.value).map_err(refusal)?;
            let mut engine = Engine::new(&program, &mut self.state, &mut self.trace).stopping(&self.stops);
            engine.write(scope, &path, &value, by).map_err(refusal)?;
        }
        Ok(())
    }

    /// What the double of the service that waits there answers usually: paths with their values as things stand now.
    pub fn usual_answer(&self, at: Spot) -> Vec<(String, Value)> {
        let Ok(token) = self.find(&at, |at| matches!(at, At::Service(_))) else { return Vec::new() };
        let scope = self.state.tokens.get(&token).map(|token| token.scope);
        let answer = match self.place(at.node).map(|place| &self.program.node(place).kind) {
            Ok(Kind::Service { answer, .. }) => answer.as_slice(),
            _ => &[],
        };
        let value = |entry: &Assignment| Some((entry.target.trim().to_owned(), self.entered(scope, &entry.value).ok()?));
        answer.iter().filter_map(value).collect()
    }

    fn entered(&self, scope: Option<ScopeId>, text: &str) -> Result<Value, WriteFault> {
        if text.trim().is_empty() {
            return Ok(Value::Null);
        }
        let locals = scope.and_then(|scope| self.state.scopes.get(&scope)).and_then(|scope| scope.locals.as_deref());
        let scene = Scene { data: &self.state.data, locals, now: self.state.now };
        Expression::new(text, &self.program.names).value(&scene).map_err(WriteFault::Value)
    }
}

/// A case in which nothing has happened: settings as the document has them, nothing filled in.
fn beginning(program: &Program, begins_at: DateTime) -> State {
    let nothing = Context::default();
    let scene = Scene { data: &nothing, locals: None, now: begins_at };
    let value = |(key, default): &(Arc<str>, Expression)| (Arc::clone(key), default.value(&scene).unwrap_or_default());
    let settings = program.settings.iter().map(value).collect();
    State::new(begins_at, data::blank(program.schema(), settings))
}
