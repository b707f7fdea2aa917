//! Where in the meaning a place of the picture lies, and where in the picture something new finds room.

use crate::model::{Bounds, Document, LaneId, NodeId, NodeKind, Orientation, Point, ProcessId, Subject};
use std::collections::BTreeSet;

/// Distance between a step and the one appended to it, in points.
const GAP: f64 = 70.0;
/// Distance between rows of steps, in points.
const ROW_GAP: f64 = 30.0;
/// What is appended keeps at least this distance from others, in points.
const CLEARANCE: f64 = 10.0;

/// A process, or a sub-process of it: sequence flows do not leave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scope {
    /// The process.
    pub process: ProcessId,
    /// The sub-process, if it is one.
    pub parent: Option<NodeId>,
}

impl Scope {
    /// The scope in which a node stands.
    pub fn of(document: &Document, node: NodeId) -> Option<Self> {
        document.nodes.get(node).map(|node| Self { process: node.process, parent: node.parent })
    }

    /// The scope that lies at a point: the process itself, or that of the pool there if its own is drawn
    /// in a pool too; in it the innermost sub-process that shows its content and is not among `excluded`.
    pub fn at(document: &Document, process: ProcessId, at: Point, excluded: &BTreeSet<NodeId>) -> Self {
        let process = process_at(document, process, at);
        let is_candidate = |id: NodeId| {
            document.nodes.get(id).is_some_and(|node| node.process == process && matches!(node.kind, NodeKind::SubProcess { .. }))
                && !excluded.contains(&id)
                && is_shown_inside(document, id)
        };
        let inside = document.diagram.shapes.iter().filter(|(_, shape)| shape.is_expanded && shape.bounds.contains(at));
        let parent = inside
            .filter_map(|(subject, shape)| Some((subject.node()?, shape.bounds)))
            .filter(|(node, _)| is_candidate(*node))
            .min_by(|(_, a), (_, b)| area(*a).total_cmp(&area(*b)))
            .map(|(node, _)| node);
        Self { process, parent }
    }
}

fn area(bounds: Bounds) -> f64 {
    bounds.width * bounds.height
}

fn process_at(document: &Document, process: ProcessId, at: Point) -> ProcessId {
    let Some(own) = document.pool_of(process) else { return process };
    let lies_there = |pool| document.diagram.shapes.get(Subject::Pool(pool)).is_some_and(|shape| shape.bounds.contains(at));
    if lies_there(own) {
        return process;
    }
    document.pools.values().filter(|pool| lies_there(pool.id)).find_map(|pool| pool.process).unwrap_or(process)
}

/// Whether a sub-process and all round it show their content.
pub(super) fn is_shown_inside(document: &Document, sub_process: NodeId) -> bool {
    let mut next = Some(sub_process);
    for _ in 0..=document.nodes.len() {
        let Some(id) = next else { return true };
        if document.diagram.shapes.get(Subject::Node(id)).is_some_and(|shape| !shape.is_expanded) {
            return false;
        }
        next = document.nodes.get(id).and_then(|node| node.parent);
    }
    false
}

/// The innermost lane of a process that lies at a point.
pub(super) fn lane_at(document: &Document, process: ProcessId, at: Point) -> Option<LaneId> {
    let pool = document.pool_of(process)?;
    let place = |lane| document.diagram.shapes.get(Subject::Lane(lane)).map(|shape| shape.bounds);
    let here = document.lanes.values().filter(|lane| lane.pool == pool).filter_map(|lane| Some((lane.id, place(lane.id)?)));
    here.filter(|(_, bounds)| bounds.contains(at)).min_by(|(_, a), (_, b)| area(*a).total_cmp(&area(*b))).map(|(lane, _)| lane)
}

/// The direction in which a process is drawn: that of its pool.
pub(super) fn orientation_of(document: &Document, process: ProcessId) -> Orientation {
    let pool = document.pool_of(process).and_then(|pool| document.pools.get(pool));
    pool.map_or(Orientation::Horizontal, |pool| pool.orientation)
}

/// Where a node of this size goes behind another: next to it in the direction of the flow with its middle
/// on the same line, or in the next free row.
pub(super) fn behind(document: &Document, source: NodeId, size: (f64, f64)) -> Option<Bounds> {
    let node = document.nodes.get(source)?;
    let bounds = document.diagram.shapes.get(Subject::Node(source))?.bounds;
    let (orientation, first) = match node.kind.host().and_then(|host| document.diagram.shapes.get(Subject::Node(host))) {
        Some(host) => (Orientation::Horizontal, Point::new(bounds.centre().x + GAP, host.bounds.bottom() + GAP)),
        None => match orientation_of(document, node.process) {
            Orientation::Horizontal => (Orientation::Horizontal, Point::new(bounds.right() + GAP, bounds.centre().y - size.1 / 2.0)),
            Orientation::Vertical => (Orientation::Vertical, Point::new(bounds.centre().x - size.0 / 2.0, bounds.bottom() + GAP)),
        },
    };
    let first = Bounds::new(first.x, first.y, size.0, size.1);
    Some(free_place(&neighbours(document, Scope { process: node.process, parent: node.parent }), first, orientation))
}

fn neighbours(document: &Document, scope: Scope) -> Vec<Bounds> {
    let nodes = document.children(scope.process, scope.parent);
    nodes.filter_map(|node| document.diagram.shapes.get(Subject::Node(node.id))).map(|shape| shape.bounds).collect()
}

/// The place, moved across the direction of flow until nothing is in the way.
fn free_place(taken: &[Bounds], mut place: Bounds, orientation: Orientation) -> Bounds {
    let mut in_the_way: Vec<Bounds> = taken.iter().copied().filter(|other| overlaps_along(*other, place, orientation)).collect();
    in_the_way.sort_by(|a, b| match orientation {
        Orientation::Horizontal => a.y.total_cmp(&b.y),
        Orientation::Vertical => a.x.total_cmp(&b.x),
    });
    for other in in_the_way {
        if other.grown(CLEARANCE).overlaps(place) {
            match orientation {
                Orientation::Horizontal => place.y = other.bottom() + ROW_GAP,
                Orientation::Vertical => place.x = other.right() + ROW_GAP,
            }
        }
    }
    place
}

fn overlaps_along(a: Bounds, b: Bounds, orientation: Orientation) -> bool {
    match orientation {
        Orientation::Horizontal => a.x - CLEARANCE < b.right() && b.x < a.right() + CLEARANCE,
        Orientation::Vertical => a.y - CLEARANCE < b.bottom() && b.y < a.bottom() + CLEARANCE,
    }
}

/// The place with its middle on the edge of a shape that is nearest to a point.
pub(super) fn on_edge(host: Bounds, near: Point) -> Point {
    let x = near.x.clamp(host.x, host.right());
    let y = near.y.clamp(host.y, host.bottom());
    let edges = [
        (Point::new(x, host.bottom()), (host.bottom() - y).abs()),
        (Point::new(host.right(), y), (host.right() - x).abs()),
        (Point::new(x, host.y), (y - host.y).abs()),
        (Point::new(host.x, y), (x - host.x).abs()),
    ];
    edges.into_iter().min_by(|(_, a), (_, b)| a.total_cmp(b)).map_or(near, |(point, _)| point)
}
