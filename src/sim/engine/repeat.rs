//! Repeated steps: loops and multi-instance (BPMN 2.0, 10.3.8).

use super::super::compile::{ACTIVE, COMPLETED, INSTANCES, LOOP_COUNTER};
use super::super::data::{Local, Locals, Scene};
use super::super::path::Path;
use super::super::program::{NodeIx, Repetition};
use super::super::schema::Shape;
use super::super::state::{At, Body, Holder, Items, Runs, TokenId};
use super::super::trace::{Happening, StuckReason};
use super::super::values::count_of;
use super::{Engine, MOST_RUNS, Work};
use crate::expr::Value;
use crate::model::FieldKind;
use std::sync::Arc;

impl Engine<'_> {
    pub(super) fn begin_repeated(&mut self, token: TokenId, node: NodeIx) {
        let first = match &self.program.node(node).repetition {
            Repetition::Loop { condition, tests_before: true, .. } => {
                condition.holds(&self.scene_of(token)).map(usize::from).map_err(StuckReason::Expression)
            }
            Repetition::Each { is_sequential, .. } => {
                let is_sequential = *is_sequential;
                self.items(token, node).map(|runs| {
                    let total = runs.total;
                    self.place(token, At::Repeat { node, runs });
                    if is_sequential { total.min(1) } else { total }
                })
            }
            _ => Ok(1),
        };
        match first {
            Err(reason) => self.stick(token, node, reason),
            Ok(0) => self.leave(token, node),
            Ok(runs) => {
                if !matches!(self.state.tokens.get(&token).map(|token| &token.at), Some(At::Repeat { .. })) {
                    self.place(token, At::Repeat { node, runs: Runs::default() });
                }
                (0..runs).for_each(|_| self.begin_run(token));
            }
        }
    }

    /// What a multi-instance step goes through. Entries of a list of the case stay where they are, so that each run writes to its own.
    fn items(&self, token: TokenId, node: NodeIx) -> Result<Runs, StuckReason> {
        let Repetition::Each { collection, .. } = &self.program.node(node).repetition else { return Ok(Runs::default()) };
        let scene = self.scene_of(token);
        let value = collection.value(&scene).map_err(StuckReason::Expression)?;
        let (items, total) = match &value {
            Value::List(list) => {
                let path = Path::read(collection.text()).ok().map(|path| scene.resolved(&path).into_owned());
                let in_case = path.filter(|path| matches!(self.program.schema.shape(path), Ok(Shape::Value(FieldKind::List(_)))));
                (in_case.map_or_else(|| Items::Values(list.clone()), Items::Entries), Some(list.len()))
            }
            Value::Number(number) => (Items::Count, count_of(number)),
            _ => (Items::Count, None),
        };
        let Some(total) = total else { return Err(StuckReason::NotAList { text: Arc::clone(collection.text()), value }) };
        if total > MOST_RUNS {
            return Err(StuckReason::TooManyRuns(total));
        }
        Ok(Runs { items: Some(items), total, begun: 0, done: 0 })
    }

    fn begin_run(&mut self, token: TokenId) {
        let Some(around) = self.scope_of(token) else { return };
        let Some(At::Repeat { node, runs }) = self.state.tokens.get_mut(&token).map(|token| &mut token.at) else { return };
        let (node, place) = (*node, runs.begun);
        runs.begun += 1;
        let mut names = vec![(Arc::from(LOOP_COUNTER), counter(place + 1))];
        if let Some(items) = &runs.items {
            names.push((Arc::from(INSTANCES), counter(runs.total)));
            let element = match items {
                Items::Entries(path) => Some(Local::Entry(path.entry(place))),
                Items::Values(list) => list.items().get(place).cloned().map(Local::Value),
                Items::Count => Some(counter(place + 1)),
            };
            if let (Repetition::Each { element: name, .. }, Some(element)) = (&self.program.node(node).repetition, element) {
                names.push((Arc::clone(name), element));
            }
        }
        let mut scope = self.inside(around, Body::Run(node), Holder::Token(token));
        scope.locals = Some(Arc::new(Locals { names, outer: scope.locals }));
        let id = self.state.new_scope();
        self.state.scopes.insert(id, scope);
        self.note(Happening::RunBegan { node: self.program.node(node).id, number: place + 1 });
        let run = self.spawn(id, At::Node(node));
        self.work.push_back(Work::Enter(run));
    }

    /// A run of the step that the token holds is done.
    pub(super) fn run_done(&mut self, token: TokenId) {
        let Some(At::Repeat { node, runs }) = self.state.tokens.get_mut(&token).map(|token| &mut token.at) else { return };
        runs.done += 1;
        let (node, runs) = (*node, runs.clone());
        self.note(Happening::RunEnded(self.program.node(node).id));
        match self.goes_on(token, node, &runs) {
            Err(reason) => self.stick(token, node, reason),
            Ok(Next::Run) => self.begin_run(token),
            Ok(Next::Nothing) => {}
            Ok(Next::Leave) => {
                self.stop_inside(token);
                self.leave(token, node);
            }
        }
    }

    fn goes_on(&self, token: TokenId, node: NodeIx, runs: &Runs) -> Result<Next, StuckReason> {
        let outer = self.scope_of(token).and_then(|scope| self.state.scopes.get(&scope)).and_then(|scope| scope.locals.clone());
        let numbers = [(LOOP_COUNTER, runs.done), (INSTANCES, runs.total), (ACTIVE, runs.begun - runs.done), (COMPLETED, runs.done)];
        let names = numbers.map(|(name, number)| (Arc::from(name), counter(number))).into();
        let locals = Locals { names, outer };
        let scene = Scene { locals: Some(&locals), ..self.scene_of(token) };
        match &self.program.node(node).repetition {
            Repetition::Loop { maximum: Some(maximum), .. } if runs.done >= *maximum as usize => Ok(Next::Leave),
            Repetition::Loop { condition, .. } => {
                let again = condition.holds(&scene).map_err(StuckReason::Expression)?;
                Ok(if again { Next::Run } else { Next::Leave })
            }
            Repetition::Each { completion: Some(condition), .. }
                if condition.value(&scene).map_err(StuckReason::Expression)?.as_boolean() == Some(true) =>
            {
                Ok(Next::Leave)
            }
            Repetition::Each { .. } if runs.begun < runs.total => Ok(Next::Run),
            _ => Ok(if runs.done >= runs.total { Next::Leave } else { Next::Nothing }),
        }
    }
}

/// What happens when a run is done.
enum Next {
    Run,
    /// Others still run.
    Nothing,
    Leave,
}

fn counter(number: usize) -> Local {
    Local::Value(Value::from(i64::try_from(number).unwrap_or(i64::MAX)))
}
