//! Where something stands in a text.

/// Line and column, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Character in it.
    pub column: usize,
}

impl Position {
    /// The beginning of a text.
    pub const START: Self = Self { line: 1, column: 1 };

    /// Where one stands after this much more text.
    pub(super) fn after(self, text: &str) -> Self {
        match text.rfind('\n') {
            None => Self { column: self.column + text.chars().count(), ..self },
            Some(last) => {
                let rest = text.get(last + 1..).unwrap_or_default();
                Self { line: self.line + text.bytes().filter(|byte| *byte == b'\n').count(), column: rest.chars().count() + 1 }
            }
        }
    }
}

/// Counts lines while one goes forward through a text, so that no part of it is counted twice.
pub(super) struct Counter<'t> {
    text: &'t str,
    at: usize,
    position: Position,
}

impl<'t> Counter<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0, position: Position::START }
    }

    /// The position of that byte. Going back is counted from the beginning.
    pub fn position(&mut self, at: usize) -> Position {
        if at < self.at {
            (self.at, self.position) = (0, Position::START);
        }
        if let Some(between) = self.text.get(self.at..at) {
            (self.at, self.position) = (at, self.position.after(between));
        }
        self.position
    }
}
