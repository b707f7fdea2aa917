//! What a copy brings: all of it with new identities and keys, in the scope that lies at its place.

use crate::edit::Fragment;
use crate::edit::draft::Draft;
use crate::edit::fragment::key_of;
use crate::edit::place::{Scope, Scopes};
use crate::model::{
    Artifact, ArtifactId, ArtifactKind, Association, AssociationId, Document, Edge, FlowId, FlowNode, NodeId, NodeKind, Point, ProcessId,
    SequenceFlow, Shape, Subject, Vector, free_key, key_from_name,
};
use std::collections::{BTreeMap, BTreeSet};

/// What stands for what: identities of the fragment with those that they get.
pub(super) type Renewed = BTreeMap<Subject, Subject>;

pub(super) fn paste(draft: &mut Draft, fragment: &Fragment, process: ProcessId, at: Point) {
    let Some(bounds) = fragment.bounds() else { return };
    let by = at.from(bounds.corner());
    let scope = Scopes::of(&draft.document).at(process, draft.plane, bounds.moved(by).centre(), &BTreeSet::new());
    duplicate(draft, fragment, scope, by);
}

/// Puts a copy into a scope, so far from where it was taken; what stands for what in it.
pub(super) fn duplicate(draft: &mut Draft, fragment: &Fragment, scope: Scope, by: Vector) -> Renewed {
    let mut renewed = Renewed::new();
    for node in &fragment.nodes {
        renewed.insert(Subject::Node(node.id), Subject::Node(draft.document.new_id()));
    }
    for artifact in &fragment.artifacts {
        renewed.insert(Subject::Artifact(artifact.id), Subject::Artifact(draft.document.new_id()));
    }
    paste_nodes(draft, fragment, scope, &renewed);
    for artifact in &fragment.artifacts {
        paste_artifact(draft, fragment, artifact, scope, &renewed);
    }
    let mut keys: BTreeSet<String> = draft.document.flows.values().map(|flow| flow.key.clone()).collect();
    for flow in &fragment.flows {
        paste_flow(draft, flow, &mut keys, &mut renewed);
    }
    for association in &fragment.associations {
        paste_association(draft, association, &mut renewed);
    }
    draw(draft, fragment, by, &renewed);
    renewed
}

fn new_node(renewed: &Renewed, old: NodeId) -> Option<NodeId> {
    renewed.get(&Subject::Node(old)).and_then(|new| new.node())
}

fn paste_nodes(draft: &mut Draft, fragment: &Fragment, scope: Scope, renewed: &Renewed) {
    let mut keys: BTreeSet<String> = draft.document.nodes.values().map(|node| node.key.clone()).collect();
    for old in &fragment.nodes {
        let Some(id) = new_node(renewed, old.id) else { continue };
        let mut node = FlowNode { id, process: scope.process, lane: None, ..old.clone() };
        if let NodeKind::BoundaryEvent { host, .. } = &mut node.kind {
            let Some(new) = new_node(renewed, *host) else { continue };
            *host = new;
        }
        node.parent = old.parent.and_then(|parent| new_node(renewed, parent)).or(scope.parent);
        node.key = new_key(&old.key, &old.name, super::nodes::word_for(&old.kind), &keys);
        keys.insert(node.key.clone());
        keep_known(&draft.document, fragment, &mut node);
        draft.document.nodes.insert(id, node);
        draft.created.push(Subject::Node(id));
    }
}

/// The old key where it is free, else one made from the name or the word for the kind.
fn new_key(old: &str, name: &str, word: &str, taken: &BTreeSet<String>) -> String {
    if !taken.contains(old) {
        return old.to_owned();
    }
    let name = if key_from_name(name).is_empty() { word } else { name };
    free_key(name, word, |key| taken.contains(key))
}

/// Whether the receiving document has what the copy refers to: the same identity with the same key.
fn is_known(document: &Document, fragment: &Fragment, subject: Subject) -> bool {
    fragment.references.get(&subject).is_some_and(|key| key_of(document, subject) == Some(key))
}

fn keep_known(document: &Document, fragment: &Fragment, node: &mut FlowNode) {
    let known = |subject| is_known(document, fragment, subject);
    let details = &mut node.details;
    details.role = details.role.filter(|role| known(Subject::Role(*role)));
    details.form = details.form.filter(|form| known(Subject::Form(*form)));
    details.documents.retain(|letter| known(Subject::DocumentTemplate(*letter)));
    match &mut node.kind {
        NodeKind::BusinessRuleTask(table) => *table = table.filter(|table| known(Subject::DecisionTable(*table))),
        NodeKind::CallActivity(process) => *process = process.filter(|process| known(Subject::Process(*process))),
        _ => {}
    }
}

fn paste_artifact(draft: &mut Draft, fragment: &Fragment, old: &Artifact, scope: Scope, renewed: &Renewed) {
    let Some(Subject::Artifact(id)) = renewed.get(&Subject::Artifact(old.id)).copied() else { return };
    let parent = old.parent.and_then(|parent| new_node(renewed, parent)).or(scope.parent);
    let mut kind = old.kind.clone();
    if let ArtifactKind::DataObject { object, .. } = &mut kind {
        *object = object.filter(|object| is_known(&draft.document, fragment, Subject::ObjectType(*object)));
    }
    draft.document.artifacts.insert(id, Artifact { id: ArtifactId(id.0), process: scope.process, parent, kind });
    draft.created.push(Subject::Artifact(id));
}

fn paste_flow(draft: &mut Draft, old: &SequenceFlow, keys: &mut BTreeSet<String>, renewed: &mut Renewed) {
    let (Some(from), Some(to)) = (new_node(renewed, old.from), new_node(renewed, old.to)) else { return };
    let id: FlowId = draft.document.new_id();
    let key = if keys.contains(&old.key) { free_key("", &format!("weg{}", id.0), |key| keys.contains(key)) } else { old.key.clone() };
    keys.insert(key.clone());
    draft.document.flows.insert(id, SequenceFlow { id, key, from, to, ..old.clone() });
    draft.created.push(Subject::Flow(id));
    renewed.insert(Subject::Flow(old.id), Subject::Flow(id));
}

fn paste_association(draft: &mut Draft, old: &Association, renewed: &mut Renewed) {
    let (Some(from), Some(to)) = (renewed.get(&old.from).copied(), renewed.get(&old.to).copied()) else { return };
    let id: AssociationId = draft.document.new_id();
    draft.document.associations.insert(id, Association { id, from, to, is_directed: old.is_directed });
    draft.created.push(Subject::Association(id));
    renewed.insert(Subject::Association(old.id), Subject::Association(id));
}

fn draw(draft: &mut Draft, fragment: &Fragment, by: Vector, renewed: &Renewed) {
    let place = |subject: &Subject| renewed.get(subject).copied().filter(|new| draft.document.has(*new));
    let shapes: Vec<(Subject, Shape)> = fragment.shapes.iter().filter_map(|(old, shape)| Some((place(old)?, shape.clone()))).collect();
    let edges: Vec<(Subject, Edge)> = fragment.edges.iter().filter_map(|(old, edge)| Some((place(old)?, edge.clone()))).collect();
    for (subject, mut shape) in shapes {
        shape.bounds = shape.bounds.moved(by);
        shape.label = shape.label.map(|label| label.moved(by));
        draft.document.diagram.shapes.insert(subject, shape);
    }
    for (subject, mut edge) in edges {
        edge.waypoints = edge.waypoints.iter().map(|point| point.moved(by)).collect();
        edge.label = edge.label.map(|label| label.moved(by));
        draft.document.diagram.edges.insert(subject, edge);
    }
}
