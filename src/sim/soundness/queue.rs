//! A queue in which each item waits once.

use std::collections::VecDeque;

/// What is still to be looked at, each once.
pub(super) struct Queue {
    waiting: VecDeque<usize>,
    is_in: Vec<bool>,
}

impl Queue {
    /// All items below a number.
    pub(super) fn full(length: usize) -> Self {
        Self { waiting: (0..length).collect(), is_in: vec![true; length] }
    }

    /// Puts an item at the end, unless it waits already.
    pub(super) fn push(&mut self, item: usize) {
        if !std::mem::replace(&mut self.is_in[item], true) {
            self.waiting.push_back(item);
        }
    }

    /// Takes the item that has waited longest.
    pub(super) fn pop(&mut self) -> Option<usize> {
        let item = self.waiting.pop_front()?;
        self.is_in[item] = false;
        Some(item)
    }
}
