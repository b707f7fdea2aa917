//! The steps that were taken, each with the document as it was after it.

use super::CommandName;
use crate::model::{Document, Subject};
use std::collections::VecDeque;
use std::sync::Arc;

/// So many steps can be undone; older ones are forgotten.
pub const STEPS_KEPT: usize = 500;

/// A step of the history.
#[derive(Clone, Debug)]
pub struct Step {
    /// What was done.
    pub name: CommandName,
    /// What it was about.
    pub about: Option<Subject>,
    /// The document as it was after it.
    pub after: Arc<Document>,
}

/// The steps that can be undone and redone, and the place among them.
#[derive(Clone, Debug)]
pub struct History {
    start: Arc<Document>,
    steps: VecDeque<Step>,
    position: usize,
}

impl History {
    pub(super) fn new(start: Arc<Document>) -> Self {
        Self { start, steps: VecDeque::new(), position: 0 }
    }

    /// A history that was kept, with so many of its steps done. `None` if there is no such position. The oldest of too many
    /// steps are forgotten.
    pub fn of(start: Arc<Document>, steps: Vec<Step>, position: usize) -> Option<Self> {
        if position > steps.len() {
            return None;
        }
        let mut history = Self { start, steps: steps.into(), position };
        while history.steps.len() > STEPS_KEPT && history.position > 0 {
            history.forget_oldest();
        }
        history.steps.truncate(STEPS_KEPT);
        Some(history)
    }

    /// The document before the oldest step.
    pub fn start(&self) -> &Arc<Document> {
        &self.start
    }

    /// The document at the current place.
    pub fn current(&self) -> &Arc<Document> {
        self.position.checked_sub(1).and_then(|last| self.steps.get(last)).map_or(&self.start, |step| &step.after)
    }

    /// All steps that are kept, oldest first; those from [`History::position`] on are undone.
    pub fn steps(&self) -> impl ExactSizeIterator<Item = &Step> {
        self.steps.iter()
    }

    /// How many of the steps are done.
    pub fn position(&self) -> usize {
        self.position
    }

    /// The step at a position, counted from 0.
    pub fn step(&self, index: usize) -> Option<&Step> {
        self.steps.get(index)
    }

    /// Adds a step; what was undone is forgotten.
    pub(super) fn push(&mut self, name: CommandName, about: Option<Subject>, after: Arc<Document>) {
        self.steps.truncate(self.position);
        self.steps.push_back(Step { name, about, after });
        self.position = self.steps.len();
        if self.steps.len() > STEPS_KEPT {
            self.forget_oldest();
        }
    }

    fn forget_oldest(&mut self) {
        if let Some(oldest) = self.steps.pop_front() {
            self.start = oldest.after;
            self.position = self.position.saturating_sub(1);
        }
    }

    /// Goes to a position; the document that is current there. `None` if there is no such position.
    pub(super) fn go(&mut self, position: usize) -> Option<Arc<Document>> {
        let document = match position.checked_sub(1) {
            None => &self.start,
            Some(last) => &self.steps.get(last)?.after,
        };
        self.position = position;
        Some(Arc::clone(document))
    }
}
