//! Collects the elements of a canvas in drawing order.

use super::{Item, Look, Plane, RoleMark, course_bounds, role_mark};
use crate::model::{ArtifactKind, Bounds, Document, Edge, FlowNode, NodeId, NodeKind, ProcessId, RoleId, Shape, Subject};
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

struct Gather<'a> {
    document: &'a Document,
    marks: BTreeMap<RoleId, RoleMark>,
    processes: BTreeSet<ProcessId>,
    inside: Option<NodeId>,
    /// Elements with smaller identities are left out.
    least: u32,
    items: Vec<Item>,
}

/// All elements on a canvas, back to front. With a pool, a process shares its canvas with all other pools; without
/// one it is alone, as is what a closed sub-process holds. Elements with identities below `least` are left out.
pub(super) fn items(document: &Document, Plane { process, inside }: Plane, least: u32) -> Vec<Item> {
    let pooled: BTreeSet<ProcessId> = document.pools.values().filter_map(|pool| pool.process).filter(|_| inside.is_none()).collect();
    let is_shared = pooled.contains(&process) || process == document.main_process;
    let mut processes = if pooled.contains(&process) { pooled } else { BTreeSet::new() };
    processes.insert(process);
    let mut gather = Gather { document, marks: role_mark::marks(document), processes, inside, least, items: Vec::new() };
    if inside.is_none() {
        gather.pools(is_shared);
    }
    gather.nodes();
    gather.artifacts();
    gather.connections();
    let mut items = gather.items;
    items.sort_by_key(|item| item.layer);
    items
}

impl Gather<'_> {
    fn push(&mut self, subject: Subject, layer: (u8, u8), look: Look) {
        if let Some(reach) = reach(&look) {
            self.items.push(Item { subject, reach, look, layer });
        }
    }

    /// Whether a connection is among those that are left out.
    fn is_older(&self, connection: Subject) -> bool {
        match connection {
            Subject::Flow(id) => id.0 < self.least,
            Subject::MessageFlow(id) => id.0 < self.least,
            Subject::Association(id) => id.0 < self.least,
            _ => true,
        }
    }

    fn pools(&mut self, is_shared: bool) {
        let document = self.document;
        for (id, pool) in document.pools.iter() {
            let is_here = id.0 >= self.least && pool.process.map_or(is_shared, |process| self.processes.contains(&process));
            if let (true, Some(pool), Some(shape)) = (is_here, document.pools.shared(id), document.diagram.shapes.shared(Subject::Pool(id)))
            {
                let look = Look::Pool { pool: Arc::clone(pool), shape: Arc::clone(shape) };
                self.push(Subject::Pool(id), (POOLS, 0), look);
            }
        }
        for (id, lane) in document.lanes.iter() {
            let Some(pool) = document.pools.get(lane.pool) else { continue };
            let is_here = id.0 >= self.least && pool.process.map_or(is_shared, |process| self.processes.contains(&process));
            if let (true, Some(lane), Some(shape)) = (is_here, document.lanes.shared(id), document.diagram.shapes.shared(Subject::Lane(id)))
            {
                let role = lane.role.and_then(|role| self.marks.get(&role).copied());
                let look = Look::Lane { lane: Arc::clone(lane), shape: Arc::clone(shape), orientation: pool.orientation, role };
                self.push(Subject::Lane(id), (LANES, u8::from(lane.parent.is_some())), look);
            }
        }
    }

    fn nodes(&mut self) {
        let document = self.document;
        for (id, node) in document.nodes.iter() {
            if id.0 < self.least || !self.processes.contains(&node.process) {
                continue;
            }
            let Some(depth) = self.depth_if_shown(node.parent) else { continue };
            let (Some(shared), Some(shape)) = (document.nodes.shared(id), document.diagram.shapes.shared(Subject::Node(id))) else {
                continue;
            };
            let role = if node.kind.is_activity() { document.role_of(id).and_then(|role| self.marks.get(&role.id).copied()) } else { None };
            let layer = match &node.kind {
                NodeKind::SubProcess { .. } if shape.is_expanded => FRAMES,
                NodeKind::BoundaryEvent { .. } => BOUNDARY,
                _ => NODES,
            };
            let look = Look::Node { node: Arc::clone(shared), shape: Arc::clone(shape), role };
            self.push(Subject::Node(id), (layer, depth), look);
        }
    }

    fn artifacts(&mut self) {
        let document = self.document;
        for (id, artifact) in document.artifacts.iter() {
            if id.0 < self.least || !self.processes.contains(&artifact.process) || self.depth_if_shown(artifact.parent).is_none() {
                continue;
            }
            let (Some(artifact), Some(shape)) = (document.artifacts.shared(id), document.diagram.shapes.shared(Subject::Artifact(id)))
            else {
                continue;
            };
            let layer = if matches!(artifact.kind, ArtifactKind::Group { .. }) { GROUPS } else { NODES };
            let look = Look::Artifact { artifact: Arc::clone(artifact), shape: Arc::clone(shape) };
            self.push(Subject::Artifact(id), (layer, 0), look);
        }
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

    fn connections(&mut self) {
        let document = self.document;
        let shown: BTreeSet<Subject> = self.items.iter().map(|item| item.subject).collect();
        let is_partial = self.least > 0;
        for subject in document.diagram.edges.keys() {
            if self.is_older(subject) {
                continue;
            }
            let Some(edge_shared) = document.diagram.edges.shared(subject) else { continue };
            let edge_shared = Arc::clone(edge_shared);
            let (look, is_shown) = match subject {
                Subject::Flow(id) => {
                    let Some(flow) = document.flows.shared(id) else { continue };
                    let leaves_gateway = document.nodes.get(flow.from).is_some_and(|node| node.kind.is_gateway());
                    let is_shown = shown.contains(&Subject::Node(flow.from)) && shown.contains(&Subject::Node(flow.to));
                    (Look::Flow { flow: Arc::clone(flow), edge: edge_shared, leaves_gateway }, is_shown)
                }
                Subject::MessageFlow(id) => {
                    let Some(flow) = document.message_flows.shared(id) else { continue };
                    (
                        Look::MessageFlow { flow: Arc::clone(flow), edge: edge_shared },
                        shown.contains(&flow.from) && shown.contains(&flow.to),
                    )
                }
                Subject::Association(id) => {
                    let Some(line) = document.associations.shared(id) else { continue };
                    let is_there = |end: Subject| shown.contains(&end) || end.is_edge();
                    (Look::Association { association: Arc::clone(line), edge: edge_shared }, is_there(line.from) && is_there(line.to))
                }
                _ => continue,
            };
            if is_shown || is_partial {
                self.push(subject, (EDGES, 0), look);
            }
        }
    }
}

/// Where an element can be seen, with its label; `None` for a connection without a course.
pub(super) fn reach(look: &Look) -> Option<Bounds> {
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
