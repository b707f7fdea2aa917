//! Where in the meaning a place of the picture lies: process, sub-process, lane.

use crate::model::{Bounds, Document, LaneId, NodeId, NodeKind, Point, ProcessId, Subject};
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
}

/// The sub-processes that show their content and the pools, found once to be asked for many places.
pub(super) struct Scopes<'a> {
    document: &'a Document,
    /// With the canvas on which each is drawn.
    sub_processes: Vec<(Scope, Option<NodeId>, Bounds)>,
    pools: Vec<(ProcessId, Bounds)>,
}

impl<'a> Scopes<'a> {
    /// Reads them from the picture.
    pub fn of(document: &'a Document) -> Self {
        let place = |subject| document.diagram.shapes.get(subject).map(|shape| shape.bounds);
        let nodes = document.nodes.values().filter(|node| matches!(node.kind, NodeKind::SubProcess { .. }));
        let open = nodes.filter(|node| !document.is_closed(node.id));
        let sub_processes = open.filter_map(|it| {
            Some((Scope { process: it.process, parent: Some(it.id) }, document.plane(it.parent), place(Subject::Node(it.id))?))
        });
        let pools = document.pools.values().filter_map(|pool| Some((pool.process?, place(Subject::Pool(pool.id))?)));
        Self { document, sub_processes: sub_processes.collect(), pools: pools.collect() }
    }

    /// The scope that lies at a point of a canvas: on that of the process the process itself, or that of the pool there
    /// if its own is drawn in a pool too; on that of a closed sub-process (`plane`) the sub-process. In it the
    /// innermost sub-process that shows its content and is not among `excluded`.
    pub fn at(&self, process: ProcessId, plane: Option<NodeId>, at: Point, excluded: &BTreeSet<NodeId>) -> Scope {
        let process = match plane {
            Some(id) => self.document.nodes.get(id).map_or(process, |holder| holder.process),
            None => self.process_at(process, at),
        };
        let is_candidate = |scope: Scope| scope.process == process && scope.parent.is_none_or(|it| !excluded.contains(&it));
        let inside = self.sub_processes.iter().filter(|(scope, on, bounds)| *on == plane && is_candidate(*scope) && bounds.contains(at));
        let innermost = inside.min_by(|(_, _, a), (_, _, b)| area(*a).total_cmp(&area(*b)));
        innermost.map_or(Scope { process, parent: plane }, |(scope, _, _)| *scope)
    }

    fn process_at(&self, process: ProcessId, at: Point) -> ProcessId {
        if self.document.pool_of(process).is_none() {
            return process;
        }
        let here = |own: &&(ProcessId, Bounds)| own.1.contains(at);
        let own = self.pools.iter().find(|(it, _)| *it == process).filter(here);
        own.or_else(|| self.pools.iter().find(here)).map_or(process, |(process, _)| *process)
    }
}

fn area(bounds: Bounds) -> f64 {
    bounds.width * bounds.height
}

/// The processes whose pictures share the canvas of this one, and whether black boxes are on it too.
pub(super) fn canvas_of(document: &Document, process: ProcessId) -> (BTreeSet<ProcessId>, bool) {
    let pooled: BTreeSet<ProcessId> = document.pools.values().filter_map(|pool| pool.process).collect();
    let is_pooled = pooled.contains(&process);
    let own = BTreeSet::from([process]);
    (if is_pooled { pooled } else { own }, is_pooled || process == document.main_process)
}

/// The innermost lane of a process that lies at a point.
pub(super) fn lane_at(document: &Document, process: ProcessId, at: Point) -> Option<LaneId> {
    let pool = document.pool_of(process)?;
    let place = |lane| document.diagram.shapes.get(Subject::Lane(lane)).map(|shape| shape.bounds);
    let here = document.lanes.values().filter(|lane| lane.pool == pool).filter_map(|lane| Some((lane.id, place(lane.id)?)));
    here.filter(|(_, bounds)| bounds.contains(at)).min_by(|(_, a), (_, b)| area(*a).total_cmp(&area(*b))).map(|(lane, _)| lane)
}
