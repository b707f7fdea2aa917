//! What of an exercise is reached.

use super::begin::begin;
use crate::edit::Refusal;
use crate::model::{Deed, Document, Exercise, ExerciseId, Goal, Mistake, NodeKind, Reached};
use crate::sim::{Run, compare, run_case};
use std::sync::Arc;

/// What the learner has made so far.
#[derive(Clone, Copy)]
pub struct Work<'a> {
    /// The learner's document.
    pub document: &'a Arc<Document>,
    /// What was played on it, each as far as it has come.
    pub runs: &'a [&'a Run],
    /// Whether the document lies in a file as it is.
    pub is_saved: bool,
}

/// An exercise that is being worked on.
pub struct Learning {
    exercise: Exercise,
    /// The document of the trainer, which is right.
    original: Arc<Document>,
    /// The learner's copy as it was handed out.
    handed_out: Arc<Document>,
    /// Which goals are reached.
    reached: Vec<bool>,
    /// How many hints of each goal were shown.
    shown_hints: Vec<usize>,
    /// The learner's document that was judged last.
    judged: Option<Arc<Document>>,
}

impl Learning {
    /// Begins an exercise of a document; the learner works on [`handed_out`](Self::handed_out).
    pub fn begin(original: &Arc<Document>, exercise: ExerciseId) -> Result<Self, Refusal> {
        let mut exercise = original.exercises.get(exercise).ok_or(Refusal::NotThere)?.clone();
        exercise.goals.iter_mut().for_each(|goal| goal.hints.retain(|hint| !hint.trim().is_empty()));
        let handed_out = begin(original, &exercise)?;
        let (reached, shown_hints) = (vec![false; exercise.goals.len()], vec![0; exercise.goals.len()]);
        Ok(Self { exercise, original: Arc::clone(original), handed_out, reached, shown_hints, judged: None })
    }

    /// What is to be done.
    pub fn exercise(&self) -> &Exercise {
        &self.exercise
    }

    /// The document as the learner gets it.
    pub fn handed_out(&self) -> &Arc<Document> {
        &self.handed_out
    }

    /// Looks again at what is reached. What was played or done once stays reached; what is mended can be spoilt again.
    pub fn judge(&mut self, work: Work<'_>) {
        let is_new = self.judged.as_ref().is_none_or(|judged| !Arc::ptr_eq(judged, work.document));
        for (place, goal) in self.exercise.goals.iter().enumerate() {
            let Some(reached) = self.reached.get_mut(place) else { continue };
            match &goal.reached_when {
                Reached::Played(expectation) => {
                    *reached |= work.runs.iter().any(|run| has_ended(run) && compare(run, expectation).is_ok());
                }
                Reached::Done(deed) => *reached |= is_done(*deed, &self.handed_out, work),
                Reached::Passes(_) | Reached::Mended(_) if !is_new => {}
                Reached::Passes(case) => {
                    let case = self.original.test_cases.get(*case);
                    *reached = case.is_some_and(|case| run_case(work.document, case).passed());
                }
                Reached::Mended(mistake) => *reached = is_mended(&self.original, work.document, mistake),
            }
        }
        self.judged = Some(Arc::clone(work.document));
    }

    /// The goals with whether they are reached and the hints that were shown.
    pub fn goals(&self) -> impl Iterator<Item = (&Goal, bool, &[String])> {
        let state = self.reached.iter().zip(&self.shown_hints);
        self.exercise.goals.iter().zip(state).map(|(goal, (reached, shown))| (goal, *reached, goal.hints.get(..*shown).unwrap_or_default()))
    }

    /// Shows the next hint of the goal at a place, if there is one.
    pub fn show_hint(&mut self, place: usize) {
        let most = self.exercise.goals.get(place).map_or(0, |goal| goal.hints.len());
        if let Some(shown) = self.shown_hints.get_mut(place) {
            *shown = (*shown + 1).min(most);
        }
    }

    /// Whether all goals are reached.
    pub fn is_done(&self) -> bool {
        self.reached.iter().all(|reached| *reached)
    }
}

fn has_ended(run: &Run) -> bool {
    !run.history().is_empty() && run.tokens().is_empty()
}

/// Whether the place of a mistake is as in the original. Blanks do not count.
fn is_mended(original: &Document, document: &Document, mistake: &Mistake) -> bool {
    match mistake {
        Mistake::Condition { flow, .. } => {
            let of = |document: &Document| document.flows.get(*flow).map(|flow| without_blanks(&flow.condition));
            of(document).is_some() && of(document) == of(original)
        }
        Mistake::Due { node, .. } => {
            let of = |document: &Document| document.nodes.get(*node).map(|node| node.details.due.clone());
            of(document).is_some() && of(document) == of(original)
        }
        Mistake::Result { table, rule, output, .. } => {
            let of = |document: &Document| {
                let rule = document.decision_tables.get(*table)?.rules.get(*rule as usize)?;
                rule.results.get(*output as usize).map(|result| without_blanks(result))
            };
            of(document).is_some() && of(document) == of(original)
        }
        // The learner's event is another one, with another identity.
        Mistake::Missing(node) => {
            original.nodes.get(*node).is_some_and(|missing| document.nodes.values().any(|it| is_same_event(&it.kind, &missing.kind)))
        }
    }
}

fn is_same_event(one: &NodeKind, other: &NodeKind) -> bool {
    one.host().is_some() && one == other
}

fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Whether something was done since the document was handed out.
fn is_done(deed: Deed, before: &Document, work: Work<'_>) -> bool {
    let document = work.document;
    match deed {
        Deed::StepAdded => steps(document) > steps(before),
        Deed::StepNamed => {
            let activities = || document.nodes.values().filter(|node| node.kind.is_activity());
            let is_new = |node: &crate::model::FlowNode| before.nodes.get(node.id).is_none_or(|old| old.name != node.name);
            activities().any(is_new) && activities().all(|node| !node.name.trim().is_empty())
        }
        Deed::EndConnected => ends(document) > ends(before),
        Deed::Played => work.runs.iter().any(|run| has_ended(run)),
        Deed::Saved => work.is_saved,
    }
}

fn steps(document: &Document) -> usize {
    document.nodes.values().filter(|node| node.kind.is_activity()).count()
}

/// End events to which a way leads.
fn ends(document: &Document) -> usize {
    let is_end = |node| document.nodes.get(node).is_some_and(|node| matches!(node.kind, NodeKind::EndEvent(_)));
    let reached: std::collections::BTreeSet<_> = document.flows.values().map(|flow| flow.to).filter(|node| is_end(*node)).collect();
    reached.len()
}
