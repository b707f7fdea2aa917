//! A case that nobody plays: it goes on by itself as long as it can.

use super::program::{Program, Repetition, Trigger};
use super::run::Run;
use super::step::{EventKind, Offer, Step, StepRefusal};
use super::trace::Happening;
use crate::model::{Assignment, NodeId};
use jiff::civil::DateTime;
use std::sync::Arc;

/// Most steps that are done by themselves: enough for any procedure, too few for a timer without end to hold anybody up.
pub const MOST_ALONE: usize = 20_000;

/// Most tokens that are looked at on the way, one at each step counted anew: where they pile up, each step takes longer than the one before.
const MOST_LOOKS: usize = 2_000_000;

/// How a case ended that went on by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It has no more to do.
    Ended,
    /// Something waits for what comes from outside: a message, a signal, a condition.
    Waiting,
    /// A token cannot go on, or two ways wait for each other.
    Stuck,
    /// It would go on for ever.
    Endless,
}

/// Plays a case by itself: tasks are finished without entries, services answer as their doubles do, time passes to the next deadline.
/// It begins at the start event without trigger, else at the first one, with these entries; other pools that begin without trigger
/// begin too.
///
/// # Errors
/// An entry cannot be written, or there is nowhere to begin.
pub fn play_alone(program: Arc<Program>, begins_at: DateTime, entries: Vec<Assignment>) -> Result<(Run, Ending), StepRefusal> {
    let mut run = Run::start(program, begins_at);
    begin(&mut run, entries)?;
    let mut looks = 0;
    for _ in 0..MOST_ALONE {
        looks += run.state().tokens.len();
        let Some(step) = next(&run).filter(|_| looks < MOST_LOOKS) else { break };
        run.fire(step)?;
    }
    let ending = ending(&run);
    Ok((run, ending))
}

fn begin(run: &mut Run, entries: Vec<Assignment>) -> Result<(), StepRefusal> {
    let program = Arc::clone(run.program());
    let level = |node: NodeId| program.places.get(&node).map(|place| program.node(*place).level);
    let is_plain = |node: NodeId| {
        let trigger = program.places.get(&node).and_then(|place| program.node(*place).trigger());
        matches!(trigger, None | Some(Trigger::None))
    };
    let starts = || run.enabled().into_iter().filter_map(|offer| if let Offer::Start { node } = offer { Some(node) } else { None });
    let own: Vec<NodeId> = starts().filter(|node| level(*node) == program.participants.first().copied()).collect();
    let first = own.iter().find(|node| is_plain(**node)).or(own.first()).copied();
    let first = first.or_else(|| starts().next()).ok_or(StepRefusal::CannotStart(NodeId(0)))?;
    let others: Vec<NodeId> = starts().filter(|node| is_plain(*node) && level(*node) != level(first)).collect();
    run.fire(Step::Start { node: first, entries })?;
    for node in others {
        // Another start event of the same pool may have begun it meanwhile.
        let _ = run.fire(Step::Start { node, entries: Vec::new() });
    }
    Ok(())
}

fn next(run: &Run) -> Option<Step> {
    let offers = run.enabled();
    let work = offers.iter().find_map(|offer| match offer {
        Offer::Task { at, .. } => Some(Step::Complete { at: *at, entries: Vec::new() }),
        Offer::Service { at, .. } => Some(Step::Answer { at: *at, entries: None }),
        _ => None,
    });
    work.or_else(|| run.next_deadline().map(|_| Step::WaitForDeadline))
}

fn ending(run: &Run) -> Ending {
    if next(run).is_some() {
        return Ending::Endless;
    }
    let waits = |offer: &Offer| match offer {
        Offer::Event { kind, .. } => !matches!(kind, EventKind::Error(_) | EventKind::Escalation(_)),
        _ => false,
    };
    if run.enabled().iter().any(|offer| matches!(offer, Offer::Stuck { .. })) {
        Ending::Stuck
    } else if run.state().has_ended() {
        Ending::Ended
    } else if run.enabled().iter().any(waits) {
        Ending::Waiting
    } else {
        Ending::Stuck
    }
}

impl Run {
    /// Nodes in the order in which they were executed; a repeated step as often as it ran.
    pub fn executed(&self) -> Vec<NodeId> {
        let repeats = |node: &NodeId| {
            let node = self.program().places.get(node).map(|place| self.program().node(*place));
            node.is_some_and(|node| !matches!(node.repetition, Repetition::Once))
        };
        let executed = self.trace().iter().filter_map(|event| match event.what {
            Happening::Entered(node) if !repeats(&node) => Some(node),
            Happening::RunBegan { node, .. } => Some(node),
            _ => None,
        });
        executed.collect()
    }
}
