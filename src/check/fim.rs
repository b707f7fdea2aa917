//! The conventions of FIM, for processes that follow it: only elements that FIM has, and everything filled in that FIM demands.
//!
//! What is demanded is what `XProzess` 2.0 asks of every activity group, and what the process that FIM released fills in throughout; the
//! conventions themselves are a handbook for people.

use super::{Aspect, Problem};
use crate::edit::{Command, FlowCommand};
use crate::model::{
    Document, Event, FimProfile, FimReference, FimWay, FlowNode, NodeId, NodeKind, Orientation, Process, RoleKind, Subject,
};
use std::collections::{BTreeMap, BTreeSet};

#[cfg(test)]
mod tests;

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    let Some((main, fim)) = document.main().and_then(|main| Some((main, main.fim.as_ref()?))) else { return };
    process(document, main, fim, found);
    direction(document, main, found);
    let parents: BTreeSet<NodeId> = document.nodes.values().filter_map(|node| node.parent).collect();
    let mut ids = BTreeMap::new();
    for node in document.nodes.values().filter(|node| node.process == main.id && node.parent.is_none()) {
        if is_group(&node.kind) {
            group(node, parents.contains(&node.id), &mut ids, found);
        } else if !is_allowed(&node.kind) {
            element(node, found);
        }
    }
}

/// What is demanded of the process as a whole.
fn process(document: &Document, main: &Process, fim: &FimProfile, found: &mut Vec<Problem>) {
    let at = Subject::Process(main.id);
    let has_role = |kind| document.roles.values().any(|role| role.kind == kind);
    let demanded = [
        (main.leistungsschluessel.is_empty(), "check-fim-key", Aspect::Key),
        (main.legal_bases.is_empty(), "check-fim-process-law", Aspect::LegalBasis),
        (fim.trigger.text().trim().is_empty(), "check-fim-trigger", Aspect::Fim),
        (fim.level.trim().is_empty(), "check-fim-level", Aspect::Fim),
        (fim.form_of_action.trim().is_empty(), "check-fim-form-of-action", Aspect::Fim),
        (fim.kind_of_procedure.trim().is_empty(), "check-fim-kind-of-procedure", Aspect::Fim),
        (fim.purpose.trim().is_empty(), "check-fim-purpose", Aspect::Fim),
        (fim.goal.trim().is_empty(), "check-fim-goal", Aspect::Fim),
        (!has_role(RoleKind::Applicant), "check-fim-applicant", Aspect::Role),
        (!has_role(RoleKind::Caseworker), "check-fim-caseworker", Aspect::Role),
    ];
    let missing = demanded.into_iter().filter(|(is_missing, ..)| *is_missing);
    found.extend(missing.map(|(_, kind, aspect)| Problem::warning(kind, at).about(aspect)));
    if fim.result.text().trim().is_empty() {
        found.push(Problem::hint("check-fim-result", at).about(Aspect::Fim));
    }
}

/// FIM draws from top to bottom.
fn direction(document: &Document, main: &Process, found: &mut Vec<Problem>) {
    let pool = document.pool_of(main.id).and_then(|pool| document.pools.get(pool));
    if let Some(pool) = pool.filter(|pool| pool.orientation == Orientation::Horizontal) {
        found.push(Problem::hint("check-fim-direction", Subject::Pool(pool.id)));
    }
}

/// Steps of FIM are closed sub-processes.
fn is_group(kind: &NodeKind) -> bool {
    matches!(kind, NodeKind::SubProcess { is_event: false })
}

/// Gateways, calls of other processes, and events for a message, a time or nothing.
fn is_allowed(kind: &NodeKind) -> bool {
    match kind {
        NodeKind::ExclusiveGateway
        | NodeKind::InclusiveGateway
        | NodeKind::ParallelGateway
        | NodeKind::CallActivity(_)
        | NodeKind::EndEvent(Event::Terminate) => true,
        other => matches!(other.event(), Some(Event::None | Event::Message(_) | Event::Timer(_))),
    }
}

fn element(node: &FlowNode, found: &mut Vec<Problem>) {
    let at = Subject::Node(node.id);
    if node.kind.is_activity() && !matches!(node.kind, NodeKind::SubProcess { .. }) {
        let closed = FlowCommand::ChangeKind { node: node.id, kind: NodeKind::SubProcess { is_event: false } };
        found.push(Problem::warning("check-fim-task", at).mended_by("check-fix-fim-task", Command::Flow(closed)));
    } else {
        found.push(Problem::warning("check-fim-element", at));
    }
}

/// What is demanded of a step.
fn group(node: &FlowNode, has_content: bool, ids: &mut BTreeMap<String, NodeId>, found: &mut Vec<Problem>) {
    let at = Subject::Node(node.id);
    let nothing = FimReference::default();
    let fim = node.details.fim.as_ref().unwrap_or(&nothing);
    if has_content {
        found.push(Problem::warning("check-fim-content", at));
    }
    let Some(number) = fim.activity_group else {
        found.push(Problem::warning("check-fim-group", at).about(Aspect::Fim));
        return;
    };
    if fim.id.len() != 2 || !fim.id.bytes().all(|byte| byte.is_ascii_digit()) {
        found.push(Problem::warning("check-fim-id", at).about(Aspect::Fim));
    } else if let Some(other) = ids.insert(fim.id.clone(), node.id) {
        found.push(Problem::warning("check-fim-id-twice", at).and(Subject::Node(other)).about(Aspect::Fim).with("value", &fim.id));
    }
    if node.details.legal_bases.is_empty() {
        found.push(Problem::warning("check-fim-law", at).about(Aspect::LegalBasis));
    }
    let has = |way| fim.data.iter().any(|data| data.way == way && !data.name.text().trim().is_empty());
    let demanded = [
        (matches!(number, 1 | 7) && !has(FimWay::Received), "check-fim-received"),
        (matches!(number, 2 | 7) && !has(FimWay::Provided), "check-fim-provided"),
        (number == 3 && fim.codes.is_empty(), "check-fim-formal"),
        (matches!(number, 4 | 5) && fim.aids.trim().is_empty(), "check-fim-aids"),
        (number == 5 && fim.codes.is_empty(), "check-fim-decision"),
        (number == 6 && fim.codes.is_empty(), "check-fim-work"),
        (number == 7 && fim.codes.is_empty(), "check-fim-participation"),
        (number == 8 && fim.aids.trim().is_empty(), "check-fim-description"),
    ];
    let missing = demanded.into_iter().filter(|(is_missing, _)| *is_missing);
    found.extend(missing.map(|(_, kind)| Problem::warning(kind, at).about(Aspect::Fim)));
}
