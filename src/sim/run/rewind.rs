//! Steps taken back, done again, and done on another program.

use super::super::program::Program;
use super::super::state::State;
use super::super::step::StepRefusal;
use super::{Run, Undone};
use std::sync::Arc;

impl Run {
    /// Takes the last step back.
    pub fn back(&mut self) -> Option<Undone> {
        let played = self.past.pop()?;
        let after = std::mem::replace(&mut self.state, State::clone(&played.before));
        let events = self.trace.split_off(played.traced);
        Some(Undone { played, after, events })
    }

    /// Does a step again that was the last to be taken back.
    pub fn again(&mut self, undone: Undone) {
        self.state = undone.after;
        self.trace.extend(undone.events);
        self.past.push(undone.played);
    }

    /// Goes back until only that many steps are done.
    pub fn back_to(&mut self, steps: usize) {
        while self.past.len() > steps {
            self.back();
        }
    }

    /// Begins anew.
    pub fn restart(&mut self) {
        self.back_to(0);
    }

    /// Plays the same steps on another program, such as that of the document as it is edited meanwhile: as far as they can be done
    /// there. Gives the case, and the step that could not be done with its reason.
    pub fn carried_over(&self, program: Arc<Program>) -> (Self, Option<(usize, StepRefusal)>) {
        let mut run = Self::start(program, self.begins_at);
        for (place, played) in self.past.iter().enumerate() {
            run.stops = Arc::clone(&played.stops);
            // Tokens may be numbered otherwise there: the oldest at the node then stands for the one that was meant.
            let done = run.fire(played.step.clone()).or_else(|_| run.fire(played.step.at_oldest()));
            if let Err(refusal) = done {
                run.stops = Arc::clone(&self.stops);
                return (run, Some((place, refusal)));
            }
        }
        run.stops = Arc::clone(&self.stops);
        (run, None)
    }
}
