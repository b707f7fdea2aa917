//! Whether the flow can get stuck, end twice, or never come to a step: what the proof finds, as problems.

use super::{Problem, Severity};
use crate::model::{Document, NodeId, Subject};
use crate::sim::soundness::{Fault, FaultKind, Undecided, Verdict, prove_all};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A sentence names no more elements.
const MOST_NAMES: usize = 4;

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    let mut told = BTreeSet::new();
    for verdict in prove_all(document) {
        for fault in &verdict.faults {
            // A called process is told of once, not again with each that calls it.
            if !told.insert((fault.kind, fault.at)) {
                continue;
            }
            if is_told(fault, found) {
                show(fault, found);
            } else {
                found.push(problem(document, fault));
            }
        }
        found.extend(undecided(&verdict));
    }
}

/// Whether the shape of the graph alone already told of it.
fn is_told(fault: &Fault, found: &[Problem]) -> bool {
    let has =
        |kind: &str, node: NodeId| found.iter().any(|problem| problem.kind == kind && problem.at.first() == Some(&Subject::Node(node)));
    match fault.kind {
        FaultKind::Dead => {
            let others = fault.involved.iter().filter_map(|subject| subject.node());
            std::iter::once(fault.at).chain(others).all(|node| has("check-unreachable", node))
        }
        FaultKind::Deadlock | FaultKind::Livelock => has("check-no-way-to-end", fault.at),
        _ => false,
    }
}

/// What the shape of the graph told of a node from which there is no way to an end can be shown by playing, too.
fn show(fault: &Fault, found: &mut [Problem]) {
    let at = Subject::Node(fault.at);
    let told = found.iter_mut().find(|problem| problem.kind == "check-no-way-to-end" && problem.at.first() == Some(&at));
    if let Some((problem, run)) = told.zip(fault.counterexample.clone()) {
        problem.counterexample = Some(Arc::new(run));
    }
}

fn problem(document: &Document, fault: &Fault) -> Problem {
    let (severity, kind, kind_with_cause) = match fault.kind {
        FaultKind::Deadlock => (Severity::Error, "check-sound-stuck", "check-sound-stuck-after"),
        FaultKind::Livelock => (Severity::Error, "check-sound-circle", "check-sound-circle-after"),
        FaultKind::Unbounded => (Severity::Error, "check-sound-heap", "check-sound-heap-from"),
        FaultKind::EndTwice => (Severity::Warning, "check-sound-twice", "check-sound-twice-after"),
        FaultKind::Dead => (Severity::Warning, "check-sound-never", "check-sound-never-also"),
        FaultKind::Unsafe => (Severity::Warning, "check-sound-double", "check-sound-double-after"),
    };
    let others = others(document, fault);
    let kind = if fault.cause.is_some() || (fault.kind == FaultKind::Dead && !others.is_empty()) { kind_with_cause } else { kind };
    let mut problem = Problem::new(severity, kind, Subject::Node(fault.at));
    if let Some(cause) = fault.cause {
        problem = problem.and(Subject::Node(cause)).with("cause", name(document, cause));
    }
    if !others.is_empty() {
        problem = problem.with("others", others);
    }
    if let Some(meets) = fault.meets.filter(|meets| *meets != fault.at) {
        problem = problem.and(Subject::Node(meets));
    }
    problem.at.extend(fault.involved.iter().copied().filter(|subject| *subject != Subject::Node(fault.at)));
    problem.counterexample = fault.counterexample.clone().map(Arc::new);
    problem
}

/// The names of further activities that are never executed; of many the first.
fn others(document: &Document, fault: &Fault) -> String {
    if fault.kind != FaultKind::Dead {
        return String::new();
    }
    let mut names: Vec<String> = fault.involved.iter().filter_map(|subject| subject.node()).map(|node| name(document, node)).collect();
    if names.len() > MOST_NAMES {
        names.truncate(MOST_NAMES);
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// How a sentence calls a node: by its name, else by its key.
fn name(document: &Document, node: NodeId) -> String {
    let node = document.nodes.get(node);
    let name = node.map(|node| node.name.trim()).filter(|name| !name.is_empty());
    name.or(node.map(|node| node.key.as_str())).unwrap_or_default().to_owned()
}

fn undecided(verdict: &Verdict) -> Option<Problem> {
    let process = Subject::Process(verdict.process);
    match verdict.undecided? {
        // That there is nowhere to begin is told by the check of the graph.
        Undecided::NoBeginning => None,
        Undecided::CallsItself => Some(Problem::hint("check-sound-open-calls", process)),
        Undecided::TooManyWays(node) => Some(Problem::hint("check-sound-open-ways", Subject::Node(node))),
        Undecided::TooLarge => Some(Problem::hint("check-sound-open-size", process)),
    }
}
