//! The result of an exercise.

use super::judge::Learning;

/// What a learner has reached, for keeping. Holds no personal data but the name, if the learner typed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Name of the procedure.
    pub procedure: String,
    /// Name of the exercise.
    pub exercise: String,
    /// The day: year, month, day.
    pub date: (i16, i8, i8),
    /// Who worked on it, if that is to stand there.
    pub learner: Option<String>,
    /// The goals in order.
    pub lines: Vec<SheetLine>,
}

/// A goal on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLine {
    /// What was to be reached.
    pub goal: String,
    /// Whether it is.
    pub is_reached: bool,
    /// How many hints were shown for it.
    pub hints: usize,
}

impl Sheet {
    /// The result as it is now. A blank name is none.
    pub fn of(learning: &Learning, name: &str, date: (i16, i8, i8)) -> Self {
        let procedure = learning.handed_out().main().map(|process| process.name.clone()).unwrap_or_default();
        let learner = Some(name.trim()).filter(|name| !name.is_empty()).map(str::to_owned);
        let lines = learning.goals().map(|(goal, is_reached, hints)| SheetLine { goal: goal.text.clone(), is_reached, hints: hints.len() });
        Self { procedure, exercise: learning.exercise().name.clone(), date, learner, lines: lines.collect() }
    }

    /// How many goals are reached.
    pub fn reached(&self) -> usize {
        self.lines.iter().filter(|line| line.is_reached).count()
    }
}
