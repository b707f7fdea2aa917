//! New nodes and nodes that become something else.

use super::connect::{add_flow, heal};
use super::shapes::{carried, shift_all};
use crate::edit::Refusal;
use crate::edit::draft::Draft;
use crate::edit::place::{Scope, Scopes};
use crate::layout::connection;
use crate::layout::direction::direction_of;
use crate::layout::place::{at_edge, behind};
use crate::model::{
    Bounds, Event, FlowId, FlowNode, NodeId, NodeKind, Orientation, Point, ProcessId, Repetition, Shape, StepDetails, Subject, Vector,
    free_key_among,
};
use std::collections::BTreeSet;

/// Room that is kept before and behind an inserted node, in points.
const INSERT_GAP: f64 = 40.0;

pub(super) fn add(draft: &mut Draft, process: ProcessId, kind: &NodeKind, name: &str, at: Point) {
    let scope = Scopes::of(&draft.document).at(process, draft.plane, at, &BTreeSet::new());
    make(draft, scope, kind, name, usual_bounds(kind, at));
}

pub(super) fn append(draft: &mut Draft, after: NodeId, kind: &NodeKind, at: Option<Point>) -> Result<(), Refusal> {
    let scope = Scope::of(&draft.document, after).ok_or(Refusal::NotThere)?;
    let centre = at.or_else(|| behind(&draft.document, after, kind.usual_size())).unwrap_or_default();
    let node = make(draft, scope, kind, "", usual_bounds(kind, centre));
    add_flow(draft, after, node);
    hand_on_role(draft, after, node);
    Ok(())
}

/// A step behind another is mostly done by the same person. In a lane the lane says who.
fn hand_on_role(draft: &mut Draft, from: NodeId, to: NodeId) {
    let role = draft.document.nodes.get(from).and_then(|node| node.details.role);
    if let Some(node) = draft.document.nodes.get_mut(to).filter(|node| matches!(node.kind, NodeKind::UserTask | NodeKind::ManualTask)) {
        node.details.role = role;
    }
}

pub(super) fn usual_bounds(kind: &NodeKind, centre: Point) -> Bounds {
    let (width, height) = kind.usual_size();
    Bounds::centred(centre, width, height)
}

/// A new node with a key made from its name, or from its kind and number.
pub(super) fn make(draft: &mut Draft, scope: Scope, kind: &NodeKind, name: &str, bounds: Bounds) -> NodeId {
    let id: NodeId = draft.document.new_id();
    let nameless = format!("{}{}", word_for(kind), id.0);
    let key = free_key_among(name, &nameless, draft.document.nodes.values().map(|node| node.key.as_str()));
    let node = FlowNode {
        id,
        key,
        name: name.to_owned(),
        process: scope.process,
        parent: scope.parent,
        lane: None,
        kind: kind.clone(),
        repetition: Repetition::Once,
        details: StepDetails::default(),
    };
    draft.document.nodes.insert(id, node);
    draft.document.diagram.shapes.insert(Subject::Node(id), Shape::at(bounds));
    draft.created.push(Subject::Node(id));
    id
}

/// The word that the key of a nameless node begins with.
pub(in crate::edit) fn word_for(kind: &NodeKind) -> &'static str {
    match kind {
        NodeKind::StartEvent { .. } => "start",
        NodeKind::EndEvent(_) => "ende",
        NodeKind::SubProcess { .. } => "teilprozess",
        kind if kind.is_event() => "ereignis",
        kind if kind.is_gateway() => "verzweigung",
        _ => "schritt",
    }
}

pub(super) fn insert_on_flow(draft: &mut Draft, flow: FlowId, kind: &NodeKind) -> Result<(), Refusal> {
    let ends = draft.document.flows.get(flow).ok_or(Refusal::NotThere)?;
    let (from, to) = (ends.from, ends.to);
    let scope = Scope::of(&draft.document, from).ok_or(Refusal::NotThere)?;
    let centre = make_room(draft, scope, from, to, kind).or_else(|| middle(draft, flow)).unwrap_or_default();
    let node = make(draft, scope, kind, "", usual_bounds(kind, centre));
    split(draft, flow, node);
    Ok(())
}

/// The middle of the room between two nodes that follow each other; what lies behind is pushed on if
/// there is too little. `None` if they do not stand in a row.
fn make_room(draft: &mut Draft, scope: Scope, from: NodeId, to: NodeId, kind: &NodeKind) -> Option<Point> {
    let (a, b) = (draft.node_bounds(from)?, draft.node_bounds(to)?);
    let (width, height) = kind.usual_size();
    let orientation = direction_of(&draft.document, scope.process);
    let (room, needed, in_row) = match orientation {
        Orientation::Horizontal => (b.x - a.right(), width, a.y < b.bottom() && b.y < a.bottom()),
        Orientation::Vertical => (b.y - a.bottom(), height, a.x < b.right() && b.x < a.right()),
    };
    if room < 0.0 || !in_row {
        return None;
    }
    let missing = (needed + 2.0 * INSERT_GAP - room).max(0.0);
    let room = room + missing;
    let (by, middle) = match orientation {
        Orientation::Horizontal => (Vector::new(missing, 0.0), Point::new(a.right() + room / 2.0, a.centre().y)),
        Orientation::Vertical => (Vector::new(0.0, missing), Point::new(a.centre().x, a.bottom() + room / 2.0)),
    };
    if missing > 0.0 {
        push_on(draft, scope, b.corner(), by);
    }
    Some(middle)
}

/// Moves all of a scope that begins at or behind a place, seen in the direction of `by`.
fn push_on(draft: &mut Draft, scope: Scope, from: Point, by: Vector) {
    let is_behind = |bounds: Bounds| if by.x > 0.0 { bounds.x >= from.x } else { bounds.y >= from.y };
    let document = &draft.document;
    let nodes = document.children(scope.process, scope.parent).filter(|node| node.kind.host().is_none()).map(|node| Subject::Node(node.id));
    let artifacts = document.artifacts.values().filter(|it| it.process == scope.process && it.parent == scope.parent);
    let beside = nodes.chain(artifacts.map(|it| Subject::Artifact(it.id)));
    let pushed: Vec<Subject> = beside.filter(|subject| draft.bounds(*subject).is_some_and(is_behind)).collect();
    let all = carried(document, &pushed);
    shift_all(draft, all, by);
}

/// The middle of a connection's course.
fn middle(draft: &Draft, flow: FlowId) -> Option<Point> {
    draft.document.diagram.edges.get(Subject::Flow(flow)).and_then(|edge| connection::middle(&edge.waypoints))
}

pub(super) fn drop_on_flow(draft: &mut Draft, flow: FlowId, node: NodeId) -> Result<(), Refusal> {
    heal(draft, node, &BTreeSet::from([flow]));
    if !draft.document.flows.contains(flow) {
        return Err(Refusal::NotThere);
    }
    split(draft, flow, node);
    Ok(())
}

/// Leads a connection to the node and a new one on to its old target. The first half keeps condition and label.
fn split(draft: &mut Draft, flow: FlowId, node: NodeId) {
    let Some(first) = draft.document.flows.get_mut(flow) else { return };
    let target = std::mem::replace(&mut first.to, node);
    add_flow(draft, node, target);
}

pub(super) fn add_boundary_event(
    draft: &mut Draft,
    host: NodeId,
    trigger: &Event,
    is_interrupting: bool,
    at: Option<Point>,
) -> Result<(), Refusal> {
    let scope = Scope::of(&draft.document, host).ok_or(Refusal::NotThere)?;
    let kind = NodeKind::BoundaryEvent { host, trigger: trigger.clone(), is_interrupting };
    let place = at_edge(&draft.document, host, at).ok_or(Refusal::NotDrawn(Subject::Node(host)))?;
    make(draft, scope, &kind, "", usual_bounds(&kind, place));
    Ok(())
}
