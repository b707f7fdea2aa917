//! A node that was moved belongs to the sub-process and the pool where it now lies.

use super::{changed, shift_of};
use crate::edit::draft::Draft;
use crate::edit::place::{Scope, is_shown_inside};
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
    for subject in &moved {
        match subject {
            Subject::Node(node) => find_for_node(before, draft, *node, &nodes),
            Subject::Artifact(_) => find_for_artifact(before, draft, *subject, &nodes),
            _ => {}
        }
    }
}

/// Whether the shape was moved relative to what holds it.
fn was_moved_alone(before: &Document, draft: &Draft, subject: Subject, process: ProcessId, parent: Option<NodeId>) -> bool {
    let holder = parent.map(Subject::Node).or_else(|| draft.document.pool_of(process).map(Subject::Pool));
    let of_holder = holder.and_then(|holder| shift_of(before, draft, holder)).unwrap_or_default();
    shift_of(before, draft, subject) != Some(of_holder) && parent.is_none_or(|parent| is_shown_inside(&draft.document, parent))
}

fn find_for_node(before: &Document, draft: &mut Draft, node: NodeId, moved: &BTreeSet<NodeId>) {
    let Some(it) = draft.document.nodes.get(node) else { return };
    if it.kind.host().is_some() || !was_moved_alone(before, draft, Subject::Node(node), it.process, it.parent) {
        return;
    }
    let Some(bounds) = draft.node_bounds(node) else { return };
    let scope = Scope::at(&draft.document, it.process, bounds.centre(), moved);
    if (scope.process, scope.parent) != (it.process, it.parent) {
        settle(draft, node, scope);
    }
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

fn find_for_artifact(before: &Document, draft: &mut Draft, subject: Subject, moved: &BTreeSet<NodeId>) {
    let Subject::Artifact(id) = subject else { return };
    let Some(artifact) = draft.document.artifacts.get(id) else { return };
    if !was_moved_alone(before, draft, subject, artifact.process, artifact.parent) {
        return;
    }
    let Some(bounds) = draft.bounds(subject) else { return };
    let scope = Scope::at(&draft.document, artifact.process, bounds.centre(), moved);
    if (scope.process, scope.parent) != (artifact.process, artifact.parent)
        && let Some(artifact) = draft.document.artifacts.get_mut(id)
    {
        (artifact.process, artifact.parent) = (scope.process, scope.parent);
    }
}
