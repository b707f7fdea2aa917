//! Plays a counterexample in the simulator: the steps that make a case go just that way.

use super::lead_in::lead_in;
use super::program::{Kind, NodeIx, Program, Trigger};
use super::soundness::{Counterexample, Move};
use super::{Happening, Offer, Run, Step};
use crate::model::NodeId;
use std::collections::BTreeSet;

/// A sub-process or called process on the way is left after so many steps at the latest.
const MOST_INSIDE: usize = 200;

/// Does the steps that lead where the counterexample leads, from the beginning of the case; ways are chosen by hand before a token
/// comes to them. Gives the number of its moves that could be played; all but those that the data or an error kept from happening,
/// and none if it runs in a sub-process to which no way was found.
pub fn show(run: &mut Run, counterexample: &Counterexample) -> usize {
    let moves = &counterexample.moves;
    if counterexample.inside.is_some() && !go_inside(run, moves) {
        return 0;
    }
    moves.iter().enumerate().position(|(index, _)| !show_move(run, moves, index)).unwrap_or(moves.len())
}

/// Leads the case into the level on which the moves are done, so that it goes on there as they want it.
fn go_inside(run: &mut Run, moves: &[Move]) -> bool {
    let program = std::sync::Arc::clone(run.program());
    let Some(first) = moves.first().and_then(|step| program.places.get(&step.node)).copied() else { return false };
    let steps = lead_in(run, program.node(first).level).unwrap_or_default();
    let Some((last, before)) = steps.split_last() else { return false };
    if before.iter().any(|step| run.fire(step.clone()).is_err()) {
        return false;
    }
    choose_ahead(run, &program, moves, first);
    run.fire(last.clone()).is_ok()
}

/// Whether the move was done, or goes by itself.
fn show_move(run: &mut Run, moves: &[Move], index: usize) -> bool {
    let program = std::sync::Arc::clone(run.program());
    let node = moves[index].node;
    let Some(place) = program.places.get(&node).copied() else { return false };
    let (at, entries) = (node.into(), Vec::new());
    let step = match &program.node(place).kind {
        // A sub-process begins as soon as it is entered.
        Kind::Start { .. } if !program.participants.contains(&program.node(place).level) => return true,
        Kind::Start { .. } => Step::Start { node, entries },
        Kind::Person => Step::Complete { at, entries },
        Kind::Service { .. } => Step::Answer { at, entries: None },
        Kind::Receive(_) | Kind::Boundary { .. } => Step::Trigger { at, entries },
        Kind::Catch(trigger) if !matches!(trigger, Trigger::None) => Step::Trigger { at, entries },
        Kind::Exclusive | Kind::Inclusive(_) => {
            choose(run, &program, moves, place);
            return true;
        }
        Kind::Sub(_) | Kind::Call(_) => {
            choose_ahead(run, &program, moves, place);
            return leave_inside(run, node);
        }
        _ => return true,
    };
    choose_ahead(run, &program, moves, place);
    run.fire(step).is_ok()
}

/// Chooses the ways at all nodes to which a token comes by itself from here.
fn choose_ahead(run: &mut Run, program: &Program, moves: &[Move], from: NodeIx) {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(node) = open.pop() {
        if !seen.insert(node) {
            continue;
        }
        choose_once(run, program, moves, node);
        let targets = program.node(node).outgoing.iter().map(|flow| program.flow(*flow).to);
        let waits = |to: &NodeIx| !matches!(program.node(*to).kind, Kind::Person | Kind::Service { .. } | Kind::Receive(_) | Kind::Race);
        open.extend(targets.filter(waits));
    }
}

/// A token that stands at the node is sent on.
fn choose(run: &mut Run, program: &Program, moves: &[Move], node: NodeIx) {
    let id = program.node(node).id;
    if run.tokens().iter().any(|standing| standing.is_stuck && standing.node == Some(id)) {
        choose_once(run, program, moves, node);
    }
}

/// Chooses the way that the next token at the node is to take, if it has a choice and nothing was chosen yet.
fn choose_once(run: &mut Run, program: &Program, moves: &[Move], node: NodeIx) {
    let id = program.node(node).id;
    let decides = matches!(program.node(node).kind, Kind::Exclusive | Kind::Inclusive(_));
    let is_conditional = program.node(node).outgoing.iter().any(|flow| program.flow(*flow).condition.is_some());
    if program.node(node).outgoing.len() < 2 || !(decides || is_conditional) || run.state().chosen.contains_key(&node) {
        return;
    }
    let left = run.trace().iter().filter(|event| event.what == Happening::Left(id)).count();
    let Some(next) = moves.iter().filter(|step| step.node == id).nth(left) else { return };
    for flow in &next.flows {
        let _ = run.fire(Step::Choose { node: id, flow: *flow });
    }
}

/// Does whatever can be done inside a sub-process or called process until it is left.
fn leave_inside(run: &mut Run, node: NodeId) -> bool {
    for _ in 0..MOST_INSIDE {
        if !run.tokens().iter().any(|standing| standing.node == Some(node)) {
            return true;
        }
        let youngest = run.enabled().into_iter().rev().find_map(|offer| match offer {
            Offer::Task { at, .. } => Some(Step::Complete { at, entries: Vec::new() }),
            Offer::Service { at, .. } => Some(Step::Answer { at, entries: None }),
            Offer::Stuck { at, ways, .. } => ways.first().map(|flow| Step::Choose { node: at.node, flow: *flow }),
            _ => None,
        });
        if youngest.is_none_or(|step| run.fire(step).is_err()) {
            return false;
        }
    }
    false
}
