//! Where in the meaning a place of the picture lies: process, sub-process, lane.

use crate::model::{Bounds, Document, LaneId, NodeId, NodeKind, Orientation, Point, ProcessId, Subject};
use std::collections::BTreeSet;

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
