//! The picture: moving, resizing, courses and labels by hand, and the layout of a whole process.

use crate::edit::draft::Draft;
use crate::edit::{Refusal, tiling};
use crate::model::{Bounds, Document, Edge, NodeId, NodeKind, Point, ProcessId, Subject, Vector};
use std::collections::BTreeSet;

/// The shapes with all that is in or at them: content of sub-processes and pools, boundary events.
pub(in crate::edit) fn content_of(document: &Document, subjects: &[Subject]) -> BTreeSet<Subject> {
    let mut all: BTreeSet<Subject> = subjects.iter().map(|subject| whole(document, *subject)).filter(|it| it.is_shape()).collect();
    if !all.iter().any(|subject| holds_something(document, *subject)) {
        return all;
    }
    let processes: BTreeSet<ProcessId> =
        all.iter().filter_map(|it| if let Subject::Pool(pool) = it { document.pools.get(*pool)?.process } else { None }).collect();
    all.extend(
        document
            .lanes
            .values()
            .filter(|lane| all.contains(&Subject::Pool(lane.pool)))
            .map(|lane| Subject::Lane(lane.id))
            .collect::<Vec<_>>(),
    );
    let nodes: BTreeSet<NodeId> = all.iter().filter_map(|subject| subject.node()).collect();
    let belongs = |process: ProcessId, mut outer: Option<NodeId>| {
        let mut left = document.nodes.len();
        while let Some(id) = outer.filter(|_| left > 0) {
            if nodes.contains(&id) {
                return true;
            }
            outer = document.nodes.get(id).and_then(|node| node.parent);
            left -= 1;
        }
        processes.contains(&process)
    };
    let inside = document
        .nodes
        .values()
        .filter(|node| belongs(node.process, node.kind.host().or(node.parent)) || belongs(node.process, node.parent));
    let beside = document.artifacts.values().filter(|it| belongs(it.process, it.parent));
    let found: Vec<Subject> = inside.map(|node| Subject::Node(node.id)).chain(beside.map(|it| Subject::Artifact(it.id))).collect();
    all.extend(found);
    all
}

/// A lane is moved with its pool.
fn whole(document: &Document, subject: Subject) -> Subject {
    match subject {
        Subject::Lane(lane) => document.lanes.get(lane).map_or(subject, |lane| Subject::Pool(lane.pool)),
        _ => subject,
    }
}

fn holds_something(document: &Document, subject: Subject) -> bool {
    match subject {
        Subject::Node(node) => document.nodes.get(node).is_some_and(|node| node.kind.is_activity()),
        Subject::Pool(_) => true,
        _ => false,
    }
}

pub(super) fn shift(draft: &mut Draft, subjects: &[Subject], by: Vector) {
    let holds = |subject: &Subject| match subject {
        Subject::Node(node) => draft.document.nodes.get(*node).is_some_and(|node| matches!(node.kind, NodeKind::SubProcess { .. })),
        Subject::Pool(_) | Subject::Lane(_) => true,
        _ => false,
    };
    // Boundary events follow their activities by themselves.
    let is_plain = !subjects.iter().any(holds);
    let all = if is_plain { subjects.iter().copied().collect() } else { carried(&draft.document, subjects) };
    shift_all(draft, all, by);
}

/// What moves when these do: what is in or at them, but not what a closed sub-process has on its own canvas.
pub(super) fn carried(document: &Document, subjects: &[Subject]) -> BTreeSet<Subject> {
    let planes: BTreeSet<Option<NodeId>> = subjects.iter().map(|subject| document.plane_of(*subject)).collect();
    let mut all = content_of(document, subjects);
    all.retain(|subject| planes.contains(&document.plane_of(*subject)));
    all
}

/// Moves exactly these shapes.
pub(in crate::edit) fn shift_all(draft: &mut Draft, subjects: BTreeSet<Subject>, by: Vector) {
    if by == Vector::default() {
        return;
    }
    for subject in subjects {
        if let Some(shape) = draft.document.diagram.shapes.get_mut(subject) {
            shape.bounds = shape.bounds.moved(by);
        }
    }
}

pub(super) fn resize(draft: &mut Draft, subject: Subject, bounds: Bounds) -> Result<(), Refusal> {
    match subject {
        Subject::Pool(pool) => tiling::resize_pool(draft, pool, bounds),
        Subject::Lane(lane) => tiling::resize_lane(draft, lane, bounds)?,
        Subject::Node(node) => {
            let shows_content = draft.document.diagram.shapes.get(subject).is_some_and(|shape| shape.is_expanded);
            let needed = tiling::needed_by_content(&draft.document, node).filter(|_| shows_content);
            draft.set_bounds(subject, needed.map_or(bounds, |needed| needed.union(bounds)));
        }
        _ => draft.set_bounds(subject, bounds),
    }
    Ok(())
}

pub(super) fn set_course(draft: &mut Draft, connection: Subject, waypoints: Option<&[Point]>) {
    let edges = &mut draft.document.diagram.edges;
    let label = edges.get(connection).and_then(|edge| edge.label);
    match waypoints {
        Some(points) => edges.insert(connection, Edge { waypoints: points.to_vec(), label, is_manual: true }),
        None => drop(edges.remove(connection)),
    }
}

pub(super) fn set_label_place(draft: &mut Draft, subject: Subject, bounds: Option<Bounds>) -> Result<(), Refusal> {
    let diagram = &mut draft.document.diagram;
    if let Some(shape) = diagram.shapes.get_mut(subject) {
        shape.label = bounds;
    } else if let Some(edge) = diagram.edges.get_mut(subject) {
        edge.label = bounds;
    } else {
        return Err(Refusal::NotDrawn(subject));
    }
    Ok(())
}
