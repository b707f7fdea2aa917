//! Sees in a play that something was checked, sent back and mended, and then not checked again.

use super::super::program::{Kind, NodeIx, Program};
use super::super::run::Run;
use super::super::trace::Happening;
use crate::model::{Document, FlowId, NodeId, RoleKind};

/// A check that a play did not repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// The step that checked.
    pub check: NodeId,
    /// The step after it that had to be done because of what the check found.
    pub after: NodeId,
    /// The step that follows without the check.
    pub then: NodeId,
}

/// All of them in a play. The authority checks, a gateway just behind decides; one way leads straight on to a step, another through one
/// more step to that same step: what was done there is not checked.
pub(super) fn skipped(document: &Document, run: &Run) -> Vec<Skipped> {
    let program = run.program();
    let mut found = Vec::new();
    for (place, event) in run.trace().iter().enumerate() {
        let Happening::FlowTaken { flow, .. } = event.what else { continue };
        let Some(candidate) = detour(document, program, flow) else { continue };
        let later = run.trace().get(place..).unwrap_or_default();
        let follows = later.iter().find_map(|event| match event.what {
            Happening::Entered(node) if node == candidate.check => Some(false),
            Happening::Entered(node) if node == candidate.then => Some(true),
            _ => None,
        });
        let went_through = later.iter().any(|event| event.what == Happening::Left(candidate.after));
        if follows == Some(true) && went_through && !found.contains(&candidate) {
            found.push(candidate);
        }
    }
    found
}

/// What is skipped if this way of a gateway is a detour.
fn detour(document: &Document, program: &Program, flow: FlowId) -> Option<Skipped> {
    let flow = program.flow(*program.flow_places.get(&flow)?);
    let gateway = program.node(flow.from);
    let decides = matches!(gateway.kind, Kind::Exclusive) && gateway.outgoing.len() > 1;
    let [before] = gateway.incoming[..] else { return None };
    let check = program.node(program.flow(before).from);
    // Who applies does not check.
    let applies = check.role.and_then(|role| document.roles.get(role)).is_some_and(|role| role.kind == RoleKind::Applicant);
    if !decides || applies || !matches!(check.kind, Kind::Person) {
        return None;
    }
    let after = activity_from(program, flow.to)?;
    let ahead = |node: NodeIx| program.node(node).outgoing.first().and_then(|flow| activity_from(program, program.flow(*flow).to));
    let then = ahead(after).filter(|_| program.node(after).outgoing.len() == 1)?;
    let straight = gateway.outgoing.iter().map(|flow| program.flow(*flow)).filter(|other| other.id != flow.id);
    let leads_there = straight.filter_map(|other| activity_from(program, other.to)).any(|node| node == then);
    let is_another = program.node(then).id != check.id && then != after;
    (leads_there && is_another).then(|| Skipped { check: check.id, after: program.node(after).id, then: program.node(then).id })
}

/// The activity to which a way leads, through gateways that only bring ways together.
fn activity_from(program: &Program, from: NodeIx) -> Option<NodeIx> {
    let mut here = from;
    for _ in 0..=program.nodes.len() {
        let node = program.node(here);
        if node.kind.is_activity() {
            return Some(here);
        }
        let [only] = node.outgoing[..] else { return None };
        here = program.flow(only).to;
    }
    None
}
