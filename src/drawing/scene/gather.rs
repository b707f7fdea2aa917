//! Collects the elements of a canvas in drawing order.

use super::{Item, Look, Plane, RoleMark, course_bounds, role_mark};
use crate::model::{
    ArtifactId, ArtifactKind, Bounds, Document, Edge, FlowNode, LaneId, NodeId, NodeKind, Pool, PoolId, ProcessId, RoleId, Shape, Subject,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const POOLS: u8 = 0;
const LANES: u8 = 1;
const GROUPS: u8 = 2;
/// The last layer of grounds.
pub(super) const FRAMES: u8 = 3;
const EDGES: u8 = 4;
const NODES: u8 = 5;
const BOUNDARY: u8 = 6;

/// Room for a label under an event or gateway, in points of the diagram.
const LABEL: (f64, f64) = (130.0, 64.0);
/// How far heads, labels and badges may stand out.
const MARGIN: f64 = 16.0;

/// Looks elements up that may be on a canvas.
pub(super) struct Gather<'a> {
    document: &'a Document,
    marks: BTreeMap<RoleId, RoleMark>,
    processes: BTreeSet<ProcessId>,
    /// Whether pools without a process are on this canvas.
    is_shared: bool,
    inside: Option<NodeId>,
}

/// All elements on a canvas, back to front. Elements with identities below `least` are left out.
pub(super) fn items(document: &Document, plane: Plane, least: u32) -> Vec<Item> {
    let gather = Gather::of(document, plane);
    let is_new = |subject: &Subject| least == 0 || number(*subject).is_some_and(|number| number >= least);
    let subjects = document.diagram.shapes.keys().chain(document.diagram.edges.keys()).filter(is_new);
    // Of newcomers, connections are shown wherever they end.
    let mut items: Vec<Item> = subjects.filter_map(|subject| gather.found(subject, least > 0)).collect();
    items.sort_by_key(Item::order);
    items
}

fn number(subject: Subject) -> Option<u32> {
    match subject {
        Subject::Pool(id) => Some(id.0),
        Subject::Lane(id) => Some(id.0),
        Subject::Node(id) => Some(id.0),
        Subject::Flow(id) => Some(id.0),
        Subject::MessageFlow(id) => Some(id.0),
        Subject::Artifact(id) => Some(id.0),
        Subject::Association(id) => Some(id.0),
        _ => None,
    }
}

impl<'a> Gather<'a> {
    /// Finds out what belongs to a canvas. With a pool, a process shares its canvas with all other pools; without one it
    /// is alone, as is what a closed sub-process holds.
    pub fn of(document: &'a Document, Plane { process, inside }: Plane) -> Self {
        let pooled: BTreeSet<ProcessId> = document.pools.values().filter_map(|pool| pool.process).filter(|_| inside.is_none()).collect();
        let is_shared = pooled.contains(&process) || process == document.main_process;
        let mut processes = if pooled.contains(&process) { pooled } else { BTreeSet::new() };
        processes.insert(process);
        Self { document, marks: role_mark::marks(document), processes, is_shared, inside }
    }

    /// An element as it is drawn; `None` if it is not on this canvas.
    pub fn item(&self, subject: Subject) -> Option<Item> {
        self.found(subject, false)
    }

    fn found(&self, subject: Subject, wherever_it_ends: bool) -> Option<Item> {
        let (layer, look) = match subject {
            Subject::Pool(id) => self.pool(id)?,
            Subject::Lane(id) => self.lane(id)?,
            Subject::Node(id) => self.node(id)?,
            Subject::Artifact(id) => self.artifact(id)?,
            _ => ((EDGES, 0), self.connection(subject, wherever_it_ends)?),
        };
        Some(Item { subject, reach: reach(&look)?, look, layer })
    }

    fn shape(&self, subject: Subject) -> Option<Arc<Shape>> {
        self.document.diagram.shapes.shared(subject).map(Arc::clone)
    }

    fn is_here(&self, pool: &Pool) -> bool {
        self.inside.is_none() && pool.process.map_or(self.is_shared, |process| self.processes.contains(&process))
    }

    fn pool(&self, id: PoolId) -> Option<((u8, u8), Look)> {
        let pool = self.document.pools.shared(id).filter(|pool| self.is_here(pool))?;
        Some(((POOLS, 0), Look::Pool { pool: Arc::clone(pool), shape: self.shape(Subject::Pool(id))? }))
    }

    fn lane(&self, id: LaneId) -> Option<((u8, u8), Look)> {
        let lane = self.document.lanes.shared(id)?;
        let orientation = self.document.pools.get(lane.pool).filter(|pool| self.is_here(pool))?.orientation;
        let role = lane.role.and_then(|role| self.marks.get(&role).copied());
        let look = Look::Lane { lane: Arc::clone(lane), shape: self.shape(Subject::Lane(id))?, orientation, role };
        Some(((LANES, u8::from(lane.parent.is_some())), look))
    }

    fn node(&self, id: NodeId) -> Option<((u8, u8), Look)> {
        let node = self.document.nodes.shared(id).filter(|node| self.processes.contains(&node.process))?;
        let depth = self.depth_if_shown(node.parent)?;
        let shape = self.shape(Subject::Node(id))?;
        let role =
            if node.kind.is_activity() { self.document.role_of(id).and_then(|role| self.marks.get(&role.id).copied()) } else { None };
        let layer = match &node.kind {
            NodeKind::SubProcess { .. } if shape.is_expanded => FRAMES,
            NodeKind::BoundaryEvent { .. } => BOUNDARY,
            _ => NODES,
        };
        Some(((layer, depth), Look::Node { node: Arc::clone(node), shape, role }))
    }

    fn artifact(&self, id: ArtifactId) -> Option<((u8, u8), Look)> {
        let artifact = self.document.artifacts.shared(id).filter(|artifact| self.processes.contains(&artifact.process))?;
        self.depth_if_shown(artifact.parent)?;
        let layer = if matches!(artifact.kind, ArtifactKind::Group { .. }) { GROUPS } else { NODES };
        Some(((layer, 0), Look::Artifact { artifact: Arc::clone(artifact), shape: self.shape(Subject::Artifact(id))? }))
    }

    /// How many sub-processes on this canvas are round what has this parent; `None` if it is on another canvas.
    fn depth_if_shown(&self, mut parent: Option<NodeId>) -> Option<u8> {
        let mut depth = 0u8;
        while parent != self.inside {
            let id = parent?;
            if depth == u8::MAX || !self.document.diagram.shapes.get(Subject::Node(id))?.is_expanded {
                return None;
            }
            depth += 1;
            parent = self.document.nodes.get(id)?.parent;
        }
        Some(depth)
    }

    fn connection(&self, subject: Subject, wherever_it_ends: bool) -> Option<Look> {
        let document = self.document;
        let edge = Arc::clone(document.diagram.edges.shared(subject)?);
        let joins = |from: Subject, to: Subject| wherever_it_ends || self.is_shown(from) && self.is_shown(to);
        match subject {
            Subject::Flow(id) => {
                let flow = document.flows.shared(id).filter(|flow| joins(Subject::Node(flow.from), Subject::Node(flow.to)))?;
                let leaves_gateway = document.nodes.get(flow.from).is_some_and(|node| node.kind.is_gateway());
                Some(Look::Flow { flow: Arc::clone(flow), edge, leaves_gateway })
            }
            Subject::MessageFlow(id) => {
                let flow = document.message_flows.shared(id).filter(|flow| joins(flow.from, flow.to))?;
                Some(Look::MessageFlow { flow: Arc::clone(flow), edge })
            }
            Subject::Association(id) => {
                let is_there = |end: Subject| end.is_edge() || self.is_shown(end);
                let line = document.associations.shared(id);
                let line = line.filter(|line| wherever_it_ends || is_there(line.from) && is_there(line.to))?;
                Some(Look::Association { association: Arc::clone(line), edge })
            }
            _ => None,
        }
    }

    /// Whether a shape is on this canvas.
    fn is_shown(&self, shape: Subject) -> bool {
        let document = self.document;
        let stands = |process: ProcessId, parent| self.processes.contains(&process) && self.depth_if_shown(parent).is_some();
        let is_here = match shape {
            Subject::Pool(id) => document.pools.get(id).is_some_and(|pool| self.is_here(pool)),
            Subject::Lane(id) => {
                document.lanes.get(id).and_then(|lane| document.pools.get(lane.pool)).is_some_and(|pool| self.is_here(pool))
            }
            Subject::Node(id) => document.nodes.get(id).is_some_and(|node| stands(node.process, node.parent)),
            Subject::Artifact(id) => document.artifacts.get(id).is_some_and(|artifact| stands(artifact.process, artifact.parent)),
            _ => false,
        };
        is_here && document.diagram.shapes.contains(shape)
    }
}

/// Where an element can be seen, with its label; `None` for a connection without a course.
fn reach(look: &Look) -> Option<Bounds> {
    match look {
        Look::Pool { shape, .. } | Look::Lane { shape, .. } => Some(shape.bounds.grown(MARGIN)),
        Look::Node { node, shape, .. } => Some(reach_of_node(node, shape)),
        Look::Artifact { shape, .. } => Some(with_label(shape)),
        Look::Flow { flow, edge, .. } => reach_of_edge(edge, &flow.name),
        Look::MessageFlow { flow, edge } => reach_of_edge(edge, &flow.name),
        Look::Association { edge, .. } => reach_of_edge(edge, ""),
    }
}

fn reach_of_edge(edge: &Edge, name: &str) -> Option<Bounds> {
    let course = course_bounds(&edge.waypoints)?;
    let reach = edge.label.map_or(course, |label| course.union(label)).grown(MARGIN);
    Some(if name.is_empty() { reach } else { reach.grown(LABEL.1 / 2.0) })
}

fn reach_of_node(node: &FlowNode, shape: &Shape) -> Bounds {
    if node.kind.is_activity() || node.name.is_empty() { shape.bounds.grown(MARGIN) } else { with_label(shape) }
}

fn with_label(shape: &Shape) -> Bounds {
    let round = Bounds::centred(shape.bounds.centre(), LABEL.0, shape.bounds.height + 2.0 * LABEL.1);
    let beside = Bounds { width: shape.bounds.width + LABEL.0, ..shape.bounds };
    shape.bounds.grown(MARGIN).union(shape.label.unwrap_or(round.union(beside)))
}
