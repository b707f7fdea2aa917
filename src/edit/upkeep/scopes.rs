//! A node that was moved belongs to the sub-process and the pool where it now lies.

use super::{changed, shift_of};
use crate::edit::draft::Draft;
use crate::edit::place::{Scope, Scopes};
use crate::model::{Document, NodeId, ProcessId, Subject, Vector};
use std::collections::BTreeSet;

pub(super) fn find(before: &Document, draft: &mut Draft) {
    if draft.keeps_scopes {
        return;
    }
    let moved: BTreeSet<Subject> = changed(&before.diagram.shapes, &draft.document.diagram.shapes)
        .into_iter()
        .filter(|subject| shift_of(before, draft, *subject).is_some_and(|by| by != Vector::default()))
        .collect();
    let nodes: BTreeSet<NodeId> = moved.iter().filter_map(|subject| subject.node()).collect();
    let found: Vec<(Subject, Scope)> = {
        let scopes = Scopes::of(&draft.document);
        moved.iter().filter_map(|subject| Some((*subject, elsewhere(before, draft, *subject, &scopes, &nodes)?))).collect()
    };
    for (subject, scope) in found {
        match subject {
            Subject::Node(node) => settle(draft, node, scope),
            Subject::Artifact(artifact) => {
                if let Some(artifact) = draft.document.artifacts.get_mut(artifact) {
                    (artifact.process, artifact.parent) = (scope.process, scope.parent);
                }
            }
            _ => {}
        }
    }
}

/// The scope where a moved element now lies, if it is not its own.
fn elsewhere(before: &Document, draft: &Draft, subject: Subject, scopes: &Scopes<'_>, moved: &BTreeSet<NodeId>) -> Option<Scope> {
    let own = match subject {
        Subject::Node(node) => draft.document.nodes.get(node).filter(|node| node.kind.host().is_none()).map(|it| (it.process, it.parent)),
        Subject::Artifact(artifact) => draft.document.artifacts.get(artifact).map(|it| (it.process, it.parent)),
        _ => None,
    };
    let (process, parent) = own?;
    if !was_moved_alone(before, draft, subject, process, parent) {
        return None;
    }
    let scope = scopes.at(process, draft.document.plane(parent), draft.bounds(subject)?.centre(), moved);
    (scope != Scope { process, parent }).then_some(scope)
}

/// Whether the shape was moved relative to what holds it.
fn was_moved_alone(before: &Document, draft: &Draft, subject: Subject, process: ProcessId, parent: Option<NodeId>) -> bool {
    // What is on the canvas of a closed sub-process does not move with it.
    let is_open = |parent: &NodeId| !draft.document.is_closed(*parent);
    let holder = match parent {
        Some(parent) => Some(parent).filter(is_open).map(Subject::Node),
        None => draft.document.pool_of(process).map(Subject::Pool),
    };
    let of_holder = holder.and_then(|holder| shift_of(before, draft, holder)).unwrap_or_default();
    shift_of(before, draft, subject) != Some(of_holder)
}

/// Puts a node into a scope; its boundary events go with it, and its content if the process is another.
fn settle(draft: &mut Draft, node: NodeId, scope: Scope) {
    let document = &mut draft.document;
    let old = document.nodes.get(node).map(|node| node.process);
    let events = document.boundary_events(node).map(|event| event.id);
    let beside: Vec<NodeId> = std::iter::once(node).chain(events).collect();
    let content: Vec<NodeId> = match old {
        Some(old) if old != scope.process => document.nodes.keys().filter(|inner| document.is_inside(*inner, node)).collect(),
        _ => Vec::new(),
    };
    for id in beside {
        if let Some(node) = document.nodes.get_mut(id) {
            (node.process, node.parent) = (scope.process, scope.parent);
        }
    }
    for id in content {
        if let Some(node) = document.nodes.get_mut(id) {
            node.process = scope.process;
        }
    }
}
