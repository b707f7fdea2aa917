//! What is on the canvas of a process, in drawing order, with a spatial index; kept until the document changes.

mod gather;
mod role_mark;

pub use role_mark::{RoleMark, marks as role_marks};

use crate::layout::mend::{Merged, touched};
use crate::model::{
    Artifact, Association, Bounds, Document, Edge, FlowIndex, FlowNode, Lane, MessageFlow, NodeId, Orientation, Point, Pool, ProcessId,
    SequenceFlow, Shape, Subject,
};
use gather::Gather;
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

type Entry = GeomWithData<Rectangle<[f64; 2]>, u32>;

/// If more elements than this have come, gone or moved, the spatial index is built anew instead of mended.
const MENDED: usize = 256;

/// An element as it is drawn.
#[derive(Clone, Debug)]
pub struct Item {
    /// Which element.
    pub subject: Subject,
    /// Where it can be seen, with its label.
    pub reach: Bounds,
    /// What to draw.
    pub look: Look,
    layer: (u8, u8),
}

/// What to draw.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each variant is the element of its name, with its shape or course")]
pub enum Look {
    Pool { pool: Arc<Pool>, shape: Arc<Shape> },
    Lane { lane: Arc<Lane>, shape: Arc<Shape>, orientation: Orientation, role: Option<RoleMark> },
    Node { node: Arc<FlowNode>, shape: Arc<Shape>, role: Option<RoleMark> },
    Flow { flow: Arc<SequenceFlow>, edge: Arc<Edge>, leaves_gateway: bool },
    MessageFlow { flow: Arc<MessageFlow>, edge: Arc<Edge> },
    Artifact { artifact: Arc<Artifact>, shape: Arc<Shape> },
    Association { association: Arc<Association>, edge: Arc<Edge> },
}

impl Item {
    /// Its shape, if it is no connection.
    pub fn shape(&self) -> Option<&Shape> {
        match &self.look {
            Look::Pool { shape, .. } | Look::Lane { shape, .. } | Look::Node { shape, .. } | Look::Artifact { shape, .. } => Some(shape),
            _ => None,
        }
    }

    /// Its course, if it is a connection.
    pub fn edge(&self) -> Option<&Edge> {
        match &self.look {
            Look::Flow { edge, .. } | Look::MessageFlow { edge, .. } | Look::Association { edge, .. } => Some(edge),
            _ => None,
        }
    }

    /// The flow node, if it is one.
    pub fn node(&self) -> Option<&FlowNode> {
        match &self.look {
            Look::Node { node, .. } => Some(node),
            _ => None,
        }
    }

    /// The signs of who does it, if it is a step or lane.
    pub fn role(&self) -> Option<RoleMark> {
        match &self.look {
            Look::Node { role, .. } | Look::Lane { role, .. } => *role,
            _ => None,
        }
    }

    /// Its place from back to front.
    fn order(&self) -> ((u8, u8), Subject) {
        (self.layer, self.subject)
    }

    /// Whether it is a ground on which others stand: an expanded sub-process, pool, lane or group.
    pub fn is_ground(&self) -> bool {
        self.layer.0 <= gather::FRAMES
    }
}

/// Which part of a document a canvas shows (BPMN DI: its plane).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Plane {
    /// The process.
    pub process: ProcessId,
    /// The closed sub-process of it that was entered; only its content is shown.
    pub inside: Option<NodeId>,
}

impl From<ProcessId> for Plane {
    fn from(process: ProcessId) -> Self {
        Self { process, inside: None }
    }
}

/// All elements of a canvas, back to front.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    items: Vec<Item>,
    places: BTreeMap<Subject, u32>,
    tree: RTree<Entry>,
    content: Option<Bounds>,
    flows: FlowIndex,
    version: u64,
    source: Option<(Document, Plane)>,
}

impl Scene {
    /// Brings the scene up to date. Costs nothing while the document is the same.
    pub fn update(&mut self, document: &Document, plane: impl Into<Plane>) {
        let plane = plane.into();
        if self.source.as_ref().is_some_and(|(seen, of)| *of == plane && is_same_picture(seen, document)) {
            return;
        }
        match &self.source {
            Some((seen, _)) => self.flows.follow(&seen.flows, &document.flows),
            None => self.flows = FlowIndex::of(document),
        }
        if !self.mend(document, plane) {
            self.items = gather::items(document, plane, 0);
            self.places = self.items.iter().zip(0..).map(|(item, place)| (item.subject, place)).collect();
            self.plant();
        }
        self.content = self.items.iter().map(|item| item.reach).reduce(Bounds::union);
        self.version += 1;
        self.source = Some((document.clone(), plane));
    }

    /// Looks only at the elements that the change touches. `false`, and nothing is done, if it may show or hide others.
    fn mend(&mut self, document: &Document, plane: Plane) -> bool {
        let Some((seen, _)) = self.source.as_ref().filter(|(_, of)| *of == plane) else { return false };
        let Some(mut touched) = touched(seen, document).filter(|_| seen.roles.same_as(&document.roles)) else { return false };
        for (id, node) in document.nodes.changed_since(&seen.nodes) {
            if seen.nodes.get(id).is_some_and(|old| old.kind.is_gateway() != node.kind.is_gateway()) {
                touched.extend(self.flows.outgoing(id).iter().copied().map(Subject::Flow));
            }
        }
        let gather = Gather::of(document, plane);
        let (mut moved, mut gone, mut come) = (Vec::new(), BTreeSet::new(), Vec::new());
        for subject in touched {
            let place = self.places.get(&subject).copied();
            let (old, new) = (place.and_then(|place| self.items.get_mut(place as usize)), gather.item(subject));
            match (place.zip(old), new) {
                (Some((place, old)), Some(new)) if old.layer == new.layer => {
                    if old.reach != new.reach {
                        moved.push((place, old.reach, new.reach));
                    }
                    *old = new;
                }
                (old, new) => {
                    gone.extend(old.map(|(place, _)| place));
                    come.extend(new);
                }
            }
        }
        let is_small = moved.len() + gone.len() + come.len() <= MENDED;
        if is_small {
            self.transplant(&moved);
        }
        if !gone.is_empty() || !come.is_empty() {
            self.replace(&gone, come, is_small);
        }
        if !is_small {
            self.plant();
        }
        true
    }

    /// Builds the spatial index.
    fn plant(&mut self) {
        self.tree = RTree::bulk_load(self.items.iter().zip(0..).map(|(item, place)| entry(place, item.reach)).collect());
    }

    /// Brings the spatial index up to date with elements that moved.
    fn transplant(&mut self, moved: &[(u32, Bounds, Bounds)]) {
        for (place, from, to) in moved {
            self.tree.remove(&entry(*place, *from));
            self.tree.insert(entry(*place, *to));
        }
    }

    /// Takes out what has gone, by place, and puts in what has come; in the spatial index too, if that is kept.
    fn replace(&mut self, gone: &BTreeSet<u32>, mut come: Vec<Item>, keeps_tree: bool) {
        for place in gone {
            let Some(item) = self.items.get(*place as usize) else { continue };
            self.places.remove(&item.subject);
            if keeps_tree {
                self.tree.remove(&entry(*place, item.reach));
            }
        }
        come.sort_by_key(Item::order);
        let merged = Merged::of(std::mem::take(&mut self.items), gone, come, Item::order);
        self.items = merged.items;
        let shift = |place: &mut u32| *place = merged.now_at.get(*place as usize).copied().unwrap_or(*place);
        self.places.values_mut().for_each(shift);
        if keeps_tree {
            self.tree.iter_mut().for_each(|entry| shift(&mut entry.data));
        }
        for (place, item) in merged.new.into_iter().filter_map(|place| Some((place, self.items.get(place as usize)?))) {
            self.places.insert(item.subject, place);
            if keeps_tree {
                self.tree.insert(entry(place, item.reach));
            }
        }
    }

    /// The closed sub-process whose content is shown; `None`: the process itself.
    pub fn inside(&self) -> Option<NodeId> {
        self.plane().and_then(|plane| plane.inside)
    }

    /// Which part of the document is shown.
    pub fn plane(&self) -> Option<Plane> {
        self.source.as_ref().map(|(_, plane)| *plane)
    }

    /// All elements, back to front.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The element, if it is on this canvas.
    pub fn get(&self, subject: Subject) -> Option<&Item> {
        self.items.get(*self.places.get(&subject)? as usize)
    }

    /// Connections of the flow by the nodes at their ends.
    pub fn flows(&self) -> &FlowIndex {
        &self.flows
    }

    /// Bounds of a shape on this canvas.
    pub fn bounds(&self, subject: Subject) -> Option<Bounds> {
        Some(self.get(subject)?.shape()?.bounds)
    }

    /// Counts up with every change of the picture.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The smallest rectangle round everything; `None` if there is nothing.
    pub fn content(&self) -> Option<Bounds> {
        self.content
    }

    /// Elements that can be seen in an area, back to front.
    pub fn within(&self, area: Bounds) -> Vec<&Item> {
        if self.content.is_some_and(|content| area.encloses(content)) {
            return self.items.iter().collect();
        }
        let corners = AABB::from_corners([area.x, area.y], [area.right(), area.bottom()]);
        let mut found: Vec<u32> = self.tree.locate_in_envelope_intersecting(corners).map(|entry| entry.data).collect();
        found.sort_unstable();
        found.into_iter().filter_map(|place| self.items.get(place as usize)).collect()
    }

    /// Nodes of the canvas.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeId, &Item)> {
        self.items.iter().filter_map(|item| Some((item.subject.node()?, item)))
    }
}

/// Elements of a canvas whose identities are not below this one: those that a command has just made.
pub fn newcomers(document: &Document, plane: Plane, least: u32) -> Vec<Item> {
    gather::items(document, plane, least)
}

fn entry(place: u32, reach: Bounds) -> Entry {
    Entry::new(Rectangle::from_corners([reach.x, reach.y], [reach.right(), reach.bottom()]), place)
}

fn is_same_picture(a: &Document, b: &Document) -> bool {
    a.diagram.shapes.same_as(&b.diagram.shapes) && a.diagram.edges.same_as(&b.diagram.edges) && is_same_meaning(a, b)
}

/// Whether two documents say the same of what is on a canvas, wherever it is drawn.
pub fn is_same_meaning(a: &Document, b: &Document) -> bool {
    a.nodes.same_as(&b.nodes)
        && a.flows.same_as(&b.flows)
        && a.pools.same_as(&b.pools)
        && a.lanes.same_as(&b.lanes)
        && a.roles.same_as(&b.roles)
        && a.message_flows.same_as(&b.message_flows)
        && a.artifacts.same_as(&b.artifacts)
        && a.associations.same_as(&b.associations)
}

/// Bounds round a course.
pub fn course_bounds(waypoints: &[Point]) -> Option<Bounds> {
    waypoints.iter().map(|point| Bounds::new(point.x, point.y, 0.0, 0.0)).reduce(Bounds::union)
}
