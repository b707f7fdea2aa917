//! Test cases: a written play is run again, and what comes out is compared with what must come out.

use super::compile::CompileFault;
use super::data::Scene;
use super::feel::{Broken, Expression};
use super::filling::{FormRefusal, filled_in};
use super::program::Program;
use super::run::Run;
use super::step::{Offer, Step, StepRefusal};
use super::trace::{Happening, StuckReason, TraceEvent};
use crate::expr::Value;
use crate::model::{Document, DocumentTemplateId, Expectation, NodeId, RoleId, Subject, TestCase, TestStep};
use jiff::civil::DateTime;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Most services that answer by themselves between two steps of a test case.
const MOST_ANSWERS: usize = 1000;

/// What a test case came to.
#[derive(Clone, Debug)]
pub struct CaseResult {
    /// The first thing that is not as the case wants it; `None` if it passed.
    pub first_difference: Option<Difference>,
    /// The case as far as it was played; `None` if it could not begin.
    pub run: Option<Run>,
}

/// Something that is not as a test case wants it.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// The process cannot be played.
    CannotPlay(CompileFault),
    /// The date and time of the beginning cannot be read.
    BeginsAt(String),
    /// A step cannot be done.
    Step {
        /// Its place in the test case, from 0.
        place: usize,
        /// Why not.
        refusal: StepRefusal,
    },
    /// The form of a step does not take what the case enters there.
    Form {
        /// Place of the step in the test case, from 0.
        place: usize,
        /// Why not.
        refusal: FormRefusal,
    },
    /// A token cannot go on.
    Stuck {
        /// Place of the step in the test case after which it stands there.
        place: usize,
        /// Where it stands.
        node: NodeId,
        /// Why.
        reason: StuckReason,
    },
    /// Something else came out.
    Expectation {
        /// Its place among the expectations, from 0.
        place: usize,
        /// What came out.
        found: Found,
    },
}

/// What came out in place of what was expected.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Another end, or none.
    Ends {
        /// End events that were reached.
        reached: Vec<NodeId>,
        /// Nodes where something still waits.
        waiting: Vec<NodeId>,
    },
    /// The node was visited otherwise than expected.
    Visited {
        /// The node.
        node: NodeId,
        /// How often it was.
        times: usize,
    },
    /// Somebody else has to do the step, or nobody in particular.
    Role {
        /// The step.
        node: NodeId,
        /// Who has to.
        role: Option<RoleId>,
    },
    /// The condition does not hold.
    Value {
        /// What it came to.
        value: Value,
        /// The data that it looks at.
        used: Vec<(Arc<str>, Value)>,
    },
    /// The condition cannot be read or speaks of something unknown.
    Broken(Broken),
    /// Other letters, or none.
    Letters(Vec<DocumentTemplateId>),
}

impl Difference {
    /// The node at which it is, of which one is involved; for showing it on the canvas.
    pub fn node(&self, case: &TestCase) -> Option<NodeId> {
        let of_subjects = |mut subjects: Box<dyn Iterator<Item = Subject> + '_>| subjects.find_map(Subject::node);
        match self {
            Self::CannotPlay(_) | Self::BeginsAt(_) => None,
            Self::Stuck { node, .. } | Self::Expectation { found: Found::Visited { node, .. } | Found::Role { node, .. }, .. } => {
                Some(*node)
            }
            Self::Step { place, .. } | Self::Form { place, .. } => of_subjects(Box::new(case.steps.get(*place)?.subjects())),
            Self::Expectation { place, .. } => of_subjects(Box::new(case.expectations.get(*place)?.subjects())),
        }
    }
}

impl CaseResult {
    /// Whether everything is as the case wants it.
    pub fn passed(&self) -> bool {
        self.first_difference.is_none()
    }

    /// What happened.
    pub fn trace(&self) -> &[TraceEvent] {
        self.run.as_ref().map_or(&[], Run::trace)
    }
}

/// Runs a test case. Services answer with the usual answer of their doubles as soon as they are asked, unless a step of the case
/// that is still to come answers for them or lets them fail, or the case says that they are silent.
pub fn run_case(document: &Document, case: &TestCase) -> CaseResult {
    let not_begun = |difference| CaseResult { first_difference: Some(difference), run: None };
    let Ok(begins_at) = case.begins_at.trim().parse::<DateTime>() else {
        return not_begun(Difference::BeginsAt(case.begins_at.clone()));
    };
    match Program::compile(document, case.process) {
        Err(fault) => not_begun(Difference::CannotPlay(fault)),
        Ok(program) => {
            let mut run = Run::start(Arc::new(program), begins_at);
            let first_difference = play(document, &mut run, case).err();
            CaseResult { first_difference, run: Some(run) }
        }
    }
}

fn play(document: &Document, run: &mut Run, case: &TestCase) -> Result<(), Difference> {
    for (place, step) in case.steps.iter().enumerate() {
        let step = step_of(run, step).map_err(|refusal| Difference::Step { place, refusal })?;
        let Some(mut step) = step else { continue };
        if let Step::Complete { at, entries } = &mut step {
            *entries = filled_in(document, run, *at, entries).map_err(|refusal| Difference::Form { place, refusal })?;
        }
        run.fire(step).map_err(|refusal| Difference::Step { place, refusal })?;
        answer_services(run, case, place)?;
        let to_come = case.steps.get(place + 1..).unwrap_or_default();
        if let Some((node, reason)) = standstill(run, to_come) {
            return Err(Difference::Stuck { place, node, reason });
        }
    }
    for (place, expectation) in case.expectations.iter().enumerate() {
        compare(run, expectation).map_err(|found| Difference::Expectation { place, found })?;
    }
    Ok(())
}

/// The step to do; none for what is only said of services.
fn step_of(run: &Run, step: &TestStep) -> Result<Option<Step>, StepRefusal> {
    Ok(Some(match step {
        TestStep::Start { node, entries } => Step::Start { node: *node, entries: entries.clone() },
        TestStep::Complete { node, nth, entries } => Step::Complete { at: run.spot(*node, *nth, false)?, entries: entries.clone() },
        TestStep::Answer { node, nth, entries } => Step::Answer { at: run.spot(*node, *nth, false)?, entries: Some(entries.clone()) },
        TestStep::Fail { node, nth, error } => Step::Fail { at: run.spot(*node, *nth, false)?, error: error.clone() },
        TestStep::Trigger { node, nth, entries } => Step::Trigger { at: run.spot(*node, *nth, true)?, entries: entries.clone() },
        TestStep::Wait { duration } => Step::Wait { duration: duration.clone() },
        TestStep::Choose { node, flow } => Step::Choose { node: *node, flow: *flow },
        TestStep::Silent { .. } => return Ok(None),
    }))
}

fn answer_services(run: &mut Run, case: &TestCase, place: usize) -> Result<(), Difference> {
    let spoken_for = case.steps.iter().enumerate().filter_map(|(at, step)| match step {
        TestStep::Answer { node, .. } | TestStep::Fail { node, .. } if at > place => Some(*node),
        TestStep::Silent { node } => Some(*node),
        _ => None,
    });
    let spoken_for: BTreeSet<NodeId> = spoken_for.collect();
    let mut last = NodeId(0);
    for _ in 0..MOST_ANSWERS {
        let asked = run.enabled().into_iter().find_map(|offer| match offer {
            Offer::Service { at, .. } if !spoken_for.contains(&at.node) => Some(at),
            _ => None,
        });
        let Some(at) = asked else { return Ok(()) };
        last = at.node;
        run.fire(Step::Answer { at, entries: None }).map_err(|refusal| Difference::Step { place, refusal })?;
    }
    Err(Difference::Stuck { place, node: last, reason: StuckReason::RunsInCircle(vec![last]) })
}

/// The first token that cannot go on and gets no way chosen later, or the first join that waits for nobody.
fn standstill(run: &Run, to_come: &[TestStep]) -> Option<(NodeId, StuckReason)> {
    let is_freed = |at: NodeId| to_come.iter().any(|step| matches!(step, TestStep::Choose { node, .. } if *node == at));
    let stuck = run.enabled().into_iter().find_map(|offer| match offer {
        Offer::Stuck { at, reason, .. } if !is_freed(at.node) => Some((at.node, StuckReason::clone(&reason))),
        _ => None,
    });
    stuck.or_else(|| {
        let last = run.history().len().checked_sub(1)?;
        run.trace_of(last).iter().find_map(|event| match &event.what {
            Happening::Stuck { node, reason: StuckReason::WaitsForever } => Some((*node, StuckReason::WaitsForever)),
            _ => None,
        })
    })
}

/// Whether a play is as it is expected to be, as far as it has come; else what came out instead.
pub fn compare(run: &Run, expectation: &Expectation) -> Result<(), Found> {
    let times = |node: NodeId| run.trace().iter().filter(|event| event.what == Happening::Entered(node)).count();
    let visited = |node: NodeId| times(node) > 0;
    match expectation {
        Expectation::Ended(node) if !visited(*node) => Err(Found::Ends { reached: ends(run), waiting: waiting(run) }),
        Expectation::Visited(node) | Expectation::DoneBy { node, .. } if !visited(*node) => Err(Found::Visited { node: *node, times: 0 }),
        Expectation::NotVisited(node) if visited(*node) => Err(Found::Visited { node: *node, times: times(*node) }),
        Expectation::VisitedTimes { node, times: wanted } if times(*node) != *wanted as usize => {
            Err(Found::Visited { node: *node, times: times(*node) })
        }
        Expectation::DoneBy { node, role } => match run.program().role_at(*node) {
            Some(found) if found == *role => Ok(()),
            found => Err(Found::Role { node: *node, role: found }),
        },
        Expectation::Ended(_) | Expectation::Visited(_) | Expectation::NotVisited(_) | Expectation::VisitedTimes { .. } => Ok(()),
        Expectation::Holds(condition) => holds(run, condition),
        Expectation::Wrote(template) => {
            let written = letters(run);
            if written.contains(template) { Ok(()) } else { Err(Found::Letters(written)) }
        }
    }
}

fn holds(run: &Run, condition: &str) -> Result<(), Found> {
    let condition = Expression::new(condition, &run.program().names);
    let scene: Scene<'_> = run.scene(None);
    let value = condition.value(&scene).map_err(Found::Broken)?;
    if value.as_boolean() == Some(true) { Ok(()) } else { Err(Found::Value { value, used: condition.used(&scene) }) }
}

/// End events that were reached, each once, in the order in which they were.
pub(super) fn ends(run: &Run) -> Vec<NodeId> {
    let entered = run.trace().iter().filter_map(|event| match event.what {
        Happening::Entered(node) if run.program().is_end(node) => Some(node),
        _ => None,
    });
    once(entered)
}

/// Letters that were written, each once.
pub(super) fn letters(run: &Run) -> Vec<DocumentTemplateId> {
    once(run.trace().iter().filter_map(|event| match &event.what {
        Happening::LetterWritten { template, .. } => Some(*template),
        _ => None,
    }))
}

fn waiting(run: &Run) -> Vec<NodeId> {
    once(run.tokens().into_iter().filter_map(|token| token.node))
}

fn once<T: Copy + Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    all.filter(|one| seen.insert(*one)).collect()
}
