//! How a case comes into a sub-process: the shortest way there from the beginning, with ways chosen by hand.

use super::program::{FlowIx, LevelIx, NodeIx, Program};
use super::{Happening, Offer, Run, Step, StuckReason, TraceEvent, Why};
use crate::model::{FlowId, NodeId, ProcessId};
use std::collections::{BTreeSet, VecDeque};

/// So many moments of a case are looked at before it is given up.
const MOST_MOMENTS: usize = 2_000;

/// A moment of a case as far as the way on depends on it: where tokens are, what was chosen beforehand, which processes have begun.
type Moment = (Vec<(Option<NodeId>, Option<FlowId>)>, Vec<(NodeIx, Vec<FlowIx>)>, Vec<ProcessId>);

/// The fewest steps after which something on this level was entered; by the last of them it is. `None` if none were found within
/// [`MOST_MOMENTS`].
pub(super) fn lead_in(begin: &Run, level: LevelIx) -> Option<Vec<Step>> {
    let mut seen = BTreeSet::from([moment(begin)]);
    let mut open = VecDeque::from([Vec::new()]);
    for _ in 0..MOST_MOMENTS {
        let steps: Vec<Step> = open.pop_front()?;
        let mut run = begin.clone();
        if steps.iter().any(|step| run.fire(step.clone()).is_err()) {
            continue;
        }
        let mut next: VecDeque<Step> = possible(&run).into();
        while let Some(step) = next.pop_front() {
            let traced = run.trace().len();
            if run.fire(step.clone()).is_err() {
                continue;
            }
            let events = run.trace().get(traced..).unwrap_or_default();
            let longer = || steps.iter().cloned().chain([step.clone()]).collect();
            if has_entered(run.program(), events, level) {
                return Some(longer());
            }
            // Where nothing says which way to take, it is chosen beforehand rather than when the case has stopped.
            let freeing = instead_of_stopping(run.program(), events);
            if freeing.is_empty() && seen.insert(moment(&run)) {
                open.push_back(longer());
            }
            next.extend(otherwise(run.program(), events).into_iter().chain(freeing));
            run.back();
        }
    }
    None
}

fn moment(run: &Run) -> Moment {
    let mut standing: Vec<_> = run.tokens().iter().map(|standing| (standing.node, standing.flow)).collect();
    standing.sort_unstable();
    let state = run.state();
    let chosen = state.chosen.iter().map(|(node, ways)| (*node, ways.clone())).collect();
    (standing, chosen, state.begun.iter().copied().collect())
}

/// Every step that can be done now, but letting time pass.
fn possible(run: &Run) -> Vec<Step> {
    let steps = |offer| match offer {
        Offer::Start { node } => vec![Step::Start { node, entries: Vec::new() }],
        Offer::Task { at, .. } => vec![Step::Complete { at, entries: Vec::new() }],
        Offer::Service { at, .. } => vec![Step::Answer { at, entries: None }],
        Offer::Event { at, .. } | Offer::Timer { at, .. } => vec![Step::Trigger { at, entries: Vec::new() }],
        Offer::Held { at, .. } => vec![Step::Release { at }],
        Offer::Stuck { at, ways, .. } => ways.into_iter().map(|flow| Step::Choose { node: at.node, flow }).collect(),
    };
    run.enabled().into_iter().flat_map(steps).collect()
}

fn has_entered(program: &Program, events: &[TraceEvent], level: LevelIx) -> bool {
    events.iter().any(|event| match event.what {
        Happening::Entered(node) => program.places.get(&node).is_some_and(|place| program.node(*place).level == level),
        _ => false,
    })
}

/// Choosing beforehand any way where a token came to stand because there was none to take.
fn instead_of_stopping(program: &Program, events: &[TraceEvent]) -> Vec<Step> {
    let stopped = events.iter().filter_map(|event| match &event.what {
        Happening::Stuck { node, reason: StuckReason::NoWayOut { .. } } => program.places.get(node),
        _ => None,
    });
    let ways = |place: &NodeIx| {
        let node = program.node(*place);
        node.outgoing.iter().map(|way| Step::Choose { node: node.id, flow: program.flow(*way).id })
    };
    stopped.flat_map(ways).collect()
}

/// Choosing beforehand the ways that were left where something was decided.
fn otherwise(program: &Program, events: &[TraceEvent]) -> Vec<Step> {
    let mut steps = Vec::new();
    for event in events {
        let Happening::FlowTaken { flow, why } = &event.what else { continue };
        if matches!(why, Why::OnlyWay | Why::Parallel | Why::FirstEvent) {
            continue;
        }
        let Some(from) = program.flow_places.get(flow).map(|place| program.flow(*place).from) else { continue };
        let node = program.node(from);
        let others = node.outgoing.iter().map(|way| program.flow(*way).id).filter(|other| other != flow);
        steps.extend(others.map(|flow| Step::Choose { node: node.id, flow }));
    }
    steps
}
