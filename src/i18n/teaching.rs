//! Exercises in words: what is hidden, how a goal is reached, and the result sheet.

use super::Texts;
use crate::model::{Deed, Document, Expectation, Hidden, Mistake, Reached, Subject};
use crate::teach::{Sheet, SheetLine};

impl Texts {
    /// What is hidden from the learner.
    pub fn hidden(&self, hidden: Hidden) -> &str {
        self.get(match hidden {
            Hidden::Problems => "teach-hides-problems",
            Hidden::TestCases => "teach-hides-test-cases",
            Hidden::Journal => "teach-hides-journal",
        })
    }

    /// Something to be done in the studio.
    pub fn deed(&self, deed: Deed) -> &str {
        self.get(match deed {
            Deed::StepAdded => "teach-deed-step-added",
            Deed::StepNamed => "teach-deed-step-named",
            Deed::EndConnected => "teach-deed-end-connected",
            Deed::Played => "teach-deed-played",
            Deed::Saved => "teach-deed-saved",
        })
    }

    /// How a goal is reached, for the trainer: "Gespielt: Ende ‚Antrag ist abgelehnt'".
    pub fn reached_when(&self, document: &Document, reached: &Reached) -> String {
        let named = |key: &str, subject: Subject| self.with(key, &[("name", (&self.name_of(document, subject)).into())]);
        match reached {
            Reached::Played(expectation) => match expectation {
                Expectation::Ended(node) => named("teach-when-ended", Subject::Node(*node)),
                Expectation::Holds(condition) => self.with("teach-when-holds", &[("condition", condition.into())]),
                Expectation::Visited(node) | Expectation::DoneBy { node, .. } | Expectation::VisitedTimes { node, .. } => {
                    named("teach-when-visited", Subject::Node(*node))
                }
                Expectation::NotVisited(node) => named("teach-when-not-visited", Subject::Node(*node)),
                Expectation::Wrote(letter) => named("teach-when-wrote", Subject::DocumentTemplate(*letter)),
            },
            Reached::Passes(case) => named("teach-when-passes", Subject::TestCase(*case)),
            Reached::Mended(Mistake::Condition { flow, .. }) => {
                self.with("teach-when-condition", &[("name", (&self.way(document, *flow)).into())])
            }
            Reached::Mended(Mistake::Due { node, .. }) => named("teach-when-due", Subject::Node(*node)),
            Reached::Mended(Mistake::Result { table, .. }) => named("teach-when-result", Subject::DecisionTable(*table)),
            Reached::Mended(Mistake::Missing(node)) => named("teach-when-missing", Subject::Node(*node)),
            Reached::Done(deed) => self.deed(*deed).to_owned(),
        }
    }

    /// The result of an exercise as a text to be kept.
    pub fn result_sheet(&self, sheet: &Sheet) -> String {
        let (year, month, day) = sheet.date;
        let date = format!("{day:02}.{month:02}.{year}");
        let mut lines = vec![
            self.get("teach-sheet-title").to_owned(),
            String::new(),
            self.with("teach-sheet-procedure", &[("name", (&sheet.procedure).into())]),
            self.with("teach-sheet-exercise", &[("name", (&sheet.exercise).into())]),
            self.with("teach-sheet-date", &[("date", (&date).into())]),
        ];
        lines.extend(sheet.learner.iter().map(|name| self.with("teach-sheet-learner", &[("name", name.into())])));
        lines.push(String::new());
        lines.push(self.with("teach-sheet-reached", &[("reached", sheet.reached().into()), ("all", sheet.lines.len().into())]));
        lines.extend(sheet.lines.iter().map(|line| self.sheet_line(line)));
        lines.join("\n") + "\n"
    }

    fn sheet_line(&self, line: &SheetLine) -> String {
        let key = if line.is_reached { "teach-sheet-line-reached" } else { "teach-sheet-line-open" };
        self.with(key, &[("goal", (&line.goal).into()), ("hints", line.hints.into())])
    }
}
