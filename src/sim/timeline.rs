//! A case that can be gone through back and forth: steps that were taken back can be done again until something else is done.

use super::run::{Played, Run, Undone};
use super::step::{Step, StepRefusal};
use super::trace::TraceEvent;
use crate::model::{FlowId, NodeId};

/// A case with its past and with the steps that were taken back.
#[derive(Clone, Debug)]
pub struct Timeline {
    run: Run,
    /// The step that would be done again first stands last.
    undone: Vec<Undone>,
}

impl Timeline {
    /// A case from where it stands.
    pub fn new(run: Run) -> Self {
        Self { run, undone: Vec::new() }
    }

    /// The case at the moment at which one is.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// The case, for what is no step of it.
    pub fn run_mut(&mut self) -> &mut Run {
        &mut self.run
    }

    /// Does a step. What was taken back before is forgotten; on a refusal nothing is.
    pub fn fire(&mut self, step: Step) -> Result<(), StepRefusal> {
        self.run.fire(step)?;
        self.undone.clear();
        Ok(())
    }

    /// How many steps are done.
    pub fn position(&self) -> usize {
        self.run.history().len()
    }

    /// How many steps there are, those taken back included.
    pub fn len(&self) -> usize {
        self.position() + self.undone.len()
    }

    /// Whether nothing was done yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Goes to the moment after so many steps, back or forth; beyond the last step to the last.
    pub fn go_to(&mut self, position: usize) {
        while self.position() > position {
            let Some(undone) = self.run.back() else { break };
            self.undone.push(undone);
        }
        while self.position() < position {
            let Some(undone) = self.undone.pop() else { break };
            self.run.again(undone);
        }
    }

    /// A step by its place from 0 with what happened in it, also of those that were taken back.
    pub fn step(&self, place: usize) -> Option<(&Played, &[TraceEvent])> {
        match place.checked_sub(self.position()) {
            None => Some((self.run.history().get(place)?, self.run.trace_of(place))),
            Some(ahead) => {
                let undone = self.undone.get(self.undone.len().checked_sub(ahead + 1)?)?;
                Some((undone.played(), undone.trace()))
            }
        }
    }

    /// What would be, had another way been taken: goes back before the step of that place, chooses the way and does the step again.
    pub fn decide_otherwise(&mut self, place: usize, node: NodeId, flow: FlowId) -> Result<(), StepRefusal> {
        let before = self.position();
        let Some(step) = self.step(place).map(|(played, _)| played.step.clone()) else { return Ok(()) };
        let mut other = self.clone();
        other.go_to(place);
        other.fire(Step::Choose { node, flow })?;
        other.fire(step)?;
        debug_assert!(other.position() <= before + 2);
        *self = other;
        Ok(())
    }
}
