//! How much work the search may still do. It is counted, not timed, so that the outcome is the same on every machine.

use std::cell::Cell;

/// Work that is left. A unit is about what a look at one token or one comparison takes: roughly a microsecond.
pub(super) struct Effort(Cell<usize>);

impl Effort {
    pub fn new(most: usize) -> Self {
        Self(Cell::new(most))
    }

    pub fn spend(&self, work: usize) {
        self.0.set(self.0.get().saturating_sub(work));
    }

    pub fn is_used_up(&self) -> bool {
        self.0.get() == 0
    }

    /// So much may be done from now on.
    pub fn renew(&self, most: usize) {
        self.0.set(most);
    }
}
