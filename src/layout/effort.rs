//! How much looking round may go into leading many connections at once: counted, not timed, so that the outcome is always the same.

use std::cell::Cell;

/// What is left of it. One unit is one thing looked at: a shape or course nearby, a place of a search.
#[derive(Debug)]
pub(super) struct Effort {
    left: Cell<usize>,
}

impl Effort {
    /// So much may be looked at.
    pub fn of(most: usize) -> Self {
        Self { left: Cell::new(most) }
    }

    /// So much was looked at.
    pub fn spend(&self, looks: usize) {
        self.left.set(self.left.get().saturating_sub(looks));
    }

    /// Whether nothing is left.
    pub fn is_spent(&self) -> bool {
        self.left.get() == 0
    }
}
