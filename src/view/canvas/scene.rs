//! What is on the canvas of a process, in drawing order, with a spatial index; kept until the document changes.

mod gather;
mod role_mark;
#[cfg(test)]
mod tests;

pub use role_mark::{RoleMark, marks as role_marks};

use crate::model::{
    Artifact, Association, Bounds, Diagram, Document, Edge, FlowIndex, FlowNode, Lane, MessageFlow, NodeId, Orientation, Point, Pool,
    ProcessId, SequenceFlow, Shape, Subject,
};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};
use std::collections::BTreeMap;
use std::sync::Arc;

type Entry = GeomWithData<Rectangle<[f64; 2]>, u32>;

/// Above this many changed elements the index is built anew instead of mended.
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
pub enum Look {
    Pool { pool: Arc<Pool>, shape: Arc<Shape> },
    Lane { lane: Arc<Lane>, shape: Arc<Shape>, orientation: Orientation, role: Option<RoleMark> },
    Node { node: Arc<FlowNode>, shape: Arc<Shape>, role: Option<RoleMark> },
    Flow { flow: Arc<SequenceFlow>, edge: Arc<Edge>, leaves_gateway: bool },
    MessageFlow { flow: Arc<MessageFlow>, edge: Arc<Edge> },
    Artifact { artifact: Arc<Artifact>, shape: Arc<Shape> },
    Association { association: Arc<Association>, edge: Arc<Edge> },
}

impl Look {
    /// Takes the place that an element has in this diagram.
    fn move_to(&mut self, subject: Subject, diagram: &Diagram) {
        match self {
            Self::Pool { shape, .. } | Self::Lane { shape, .. } | Self::Node { shape, .. } | Self::Artifact { shape, .. } => {
                if let Some(moved) = diagram.shapes.shared(subject) {
                    *shape = Arc::clone(moved);
                }
            }
            Self::Flow { edge, .. } | Self::MessageFlow { edge, .. } | Self::Association { edge, .. } => {
                if let Some(led) = diagram.edges.shared(subject) {
                    *edge = Arc::clone(led);
                }
            }
        }
    }
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
        if !self.source.as_ref().is_some_and(|(seen, _)| seen.flows.same_as(&document.flows)) {
            self.flows = FlowIndex::of(document);
        }
        if !self.mend(document, plane) {
            let items = gather::items(document, plane, 0);
            self.index(&items);
            self.items = items;
        }
        self.content = self.items.iter().map(|item| item.reach).reduce(Bounds::union);
        self.version += 1;
        self.source = Some((document.clone(), plane));
    }

    /// Puts a few elements to other places, as each frame of a gesture asks. `false` if more than that has changed.
    fn mend(&mut self, document: &Document, plane: Plane) -> bool {
        let Some((seen, of)) = &self.source else { return false };
        let (old, new) = (&seen.diagram, &document.diagram);
        if *of != plane || !is_same_meaning(seen, document) || old.shapes.len() != new.shapes.len() || old.edges.len() != new.edges.len() {
            return false;
        }
        let is_moved = |(subject, shape): (Subject, &Shape)| old.shapes.get(subject).is_some_and(|it| it.is_expanded == shape.is_expanded);
        let shapes: Vec<_> = new.shapes.changed_since(&old.shapes).take(MENDED + 1).collect();
        let edges: Vec<_> = new.edges.changed_since(&old.edges).map(|(subject, _)| subject).take(MENDED + 1).collect();
        let is_small = shapes.len() + edges.len() <= MENDED;
        if !is_small || !shapes.iter().copied().all(is_moved) || !edges.iter().all(|subject| old.edges.contains(*subject)) {
            return false;
        }
        for subject in shapes.into_iter().map(|(subject, _)| subject).chain(edges) {
            // What has no place here lies on another canvas or in a closed sub-process.
            let Some(place) = self.places.get(&subject).map(|place| *place as usize) else { continue };
            let Some(item) = self.items.get_mut(place) else { continue };
            item.look.move_to(subject, new);
            if let Some(reach) = gather::reach(&item.look).filter(|reach| *reach != item.reach) {
                self.tree.remove(&entry(place, item.reach));
                self.tree.insert(entry(place, reach));
                item.reach = reach;
            }
        }
        true
    }

    fn index(&mut self, items: &[Item]) {
        let is_same_set = self.items.len() == items.len() && self.items.iter().zip(items).all(|(old, new)| old.subject == new.subject);
        let moved: Vec<(usize, &Item, &Item)> = if is_same_set {
            let pairs = self.items.iter().zip(items).enumerate().map(|(place, (old, new))| (place, old, new));
            pairs.filter(|(_, old, new)| old.reach != new.reach).collect()
        } else {
            Vec::new()
        };
        if is_same_set && moved.len() <= MENDED {
            for (place, old, new) in moved {
                self.tree.remove(&entry(place, old.reach));
                self.tree.insert(entry(place, new.reach));
            }
            return;
        }
        self.tree = RTree::bulk_load(items.iter().enumerate().map(|(place, item)| entry(place, item.reach)).collect());
        self.places = items.iter().enumerate().map(|(place, item)| (item.subject, place as u32)).collect();
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

fn entry(place: usize, reach: Bounds) -> Entry {
    Entry::new(Rectangle::from_corners([reach.x, reach.y], [reach.right(), reach.bottom()]), place as u32)
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
