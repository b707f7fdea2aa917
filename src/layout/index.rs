//! A spatial index of the diagram: what is to be drawn, what lies under the pointer, what a rubber band holds.

use super::connection::ends;
use super::course::Segment;
use super::direction::Directions;
use super::dock::{Figure, Outline};
use super::mend::{Merged, touched};
use crate::model::{ArtifactKind, Bounds, Document, Edge, NodeId, NodeKind, Point, Subject};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A rectangle with the place of what it holds.
type Placed = GeomWithData<Rectangle<[f64; 2]>, u32>;

/// If more elements than this have changed, the tree is built anew instead of mended.
const MENDED: usize = 256;

/// Everything drawn in a document's diagram, found by place. Immutable; each revision has its own.
#[derive(Clone, Debug, Default)]
pub struct CanvasIndex {
    tree: RTree<Placed>,
    /// In drawing order: the undermost first.
    entries: Vec<Entry>,
    /// Places in `entries`, ordered by subject.
    by_subject: Vec<(Subject, u32)>,
    /// Ends of all connections, ordered by the element at the end.
    by_end: Vec<(Subject, Subject)>,
    directions: Directions,
}

/// Something drawn.
#[derive(Clone, Debug)]
struct Entry {
    subject: Subject,
    rank: Rank,
    label: Option<Bounds>,
    extent: Extent,
}

#[derive(Clone, Debug)]
enum Extent {
    /// A shape; its inside belongs to it.
    Filled(Outline),
    /// A frame that only its border belongs to.
    Frame(Bounds),
    /// A connection.
    Course(Arc<Edge>),
}

/// Place in the drawing order: layer, then depth of nesting, then kind.
type Rank = (u8, u32, u8);

impl CanvasIndex {
    /// Reads a document's diagram. What stands in a collapsed sub-process is not drawn and left out.
    pub fn of(document: &Document) -> Self {
        let mut index = Self { directions: Directions::of(document), ..Self::default() };
        index.entries = document.diagram.shapes.keys().chain(document.diagram.edges.keys()).filter_map(|it| entry(document, it)).collect();
        index.entries.sort_by_key(Entry::order);
        index.by_end = document.diagram.edges.keys().flat_map(|edge| pairs(document, edge)).collect();
        index.by_end.sort_unstable();
        index.by_end.dedup();
        index.number();
        index.plant();
        index
    }

    /// The index of `after`, made from this one, which is that of `before`.
    #[must_use]
    pub fn followed(mut self, before: &Document, after: &Document) -> Self {
        let Some(mut touched) = touched(before, after) else { return Self::of(after) };
        // What ends at a connection is drawn where that runs.
        let led: Vec<Subject> = touched.iter().filter(|it| it.is_edge()).flat_map(|edge| self.connections_of(*edge)).collect();
        touched.extend(led);
        self.directions = Directions::of(after);
        self.by_end.retain(|(_, connection)| !touched.contains(connection));
        self.by_end.extend(touched.iter().filter(|it| after.diagram.edges.contains(**it)).flat_map(|edge| pairs(after, *edge)));
        self.by_end.sort();
        self.by_end.dedup();
        self.exchange(&touched, after);
        self
    }

    /// Takes these elements out and puts them in as they are now.
    fn exchange(&mut self, touched: &BTreeSet<Subject>, document: &Document) {
        let gone: BTreeSet<u32> = touched.iter().filter_map(|subject| self.place(*subject)).collect();
        let mut come: Vec<Entry> = touched.iter().filter_map(|subject| entry(document, *subject)).collect();
        come.sort_by_key(Entry::order);
        let is_small = gone.len() + come.len() <= MENDED;
        if is_small {
            for (place, entry) in gone.iter().filter_map(|place| Some((*place, self.entries.get(*place as usize)?))) {
                self.tree.remove(&boxed(entry, place));
            }
        }
        let merged = Merged::of(std::mem::take(&mut self.entries), &gone, come, Entry::order);
        self.entries = merged.items;
        self.number();
        if is_small {
            self.tree.iter_mut().for_each(|it| it.data = merged.now_at.get(it.data as usize).copied().unwrap_or(it.data));
            for (place, entry) in merged.new.iter().filter_map(|place| Some((*place, self.entries.get(*place as usize)?))) {
                self.tree.insert(boxed(entry, place));
            }
        } else {
            self.plant();
        }
    }

    fn number(&mut self) {
        self.by_subject = self.entries.iter().zip(0..).map(|(entry, at)| (entry.subject, at)).collect();
        self.by_subject.sort();
    }

    fn plant(&mut self) {
        self.tree = RTree::bulk_load(self.entries.iter().zip(0..).map(|(entry, at)| boxed(entry, at)).collect());
    }

    /// What reaches into the rectangle, in drawing order: the undermost first.
    pub fn visible(&self, area: Bounds) -> Vec<Subject> {
        self.touching(area).into_iter().map(|entry| entry.subject).collect()
    }

    /// The topmost element at a point; connections and frames are hit within `tolerance`, in points.
    /// Events at an edge win over their hosts, nodes over connections, these over sub-processes, then
    /// lanes, then pools. A label that was moved belongs to its element.
    pub fn at(&self, point: Point, tolerance: f64) -> Option<Subject> {
        let area = Bounds::centred(point, 0.0, 0.0).grown(tolerance.max(0.0));
        let hit = |entry: &&&Entry| entry.label.is_some_and(|label| label.contains(point)) || entry.is_hit(point, tolerance);
        self.touching(area).iter().rev().find(hit).map(|entry| entry.subject)
    }

    /// The topmost connection that passes a point at no more than `tolerance` points and may be meant.
    pub fn connection_at(&self, point: Point, tolerance: f64, is_meant: impl Fn(Subject) -> bool) -> Option<Subject> {
        let near = self.touching(Bounds::centred(point, 0.0, 0.0).grown(tolerance));
        let hit = |entry: &&&Entry| entry.subject.is_edge() && is_meant(entry.subject) && entry.is_hit(point, tolerance);
        near.iter().rev().find(hit).map(|entry| entry.subject)
    }

    /// What lies wholly inside the rectangle, in drawing order.
    pub fn inside(&self, area: Bounds) -> Vec<Subject> {
        let wholly = |entry: &&Entry| area.encloses(entry.body());
        self.touching(area).into_iter().filter(wholly).map(|entry| entry.subject).collect()
    }

    /// Connections that begin or end at an element, also those that are hidden in a collapsed sub-process.
    pub fn connections_of(&self, end: Subject) -> impl Iterator<Item = Subject> + '_ {
        let first = self.by_end.partition_point(|(subject, _)| *subject < end);
        self.by_end.iter().skip(first).take_while(move |(subject, _)| *subject == end).map(|(_, connection)| *connection)
    }

    /// The smallest rectangle that holds an element without its label; `None` if it is not drawn.
    pub fn bounds(&self, subject: Subject) -> Option<Bounds> {
        self.entries.get(self.place(subject)? as usize).map(Entry::body)
    }

    fn place(&self, subject: Subject) -> Option<u32> {
        let at = self.by_subject.binary_search_by_key(&subject, |(subject, _)| *subject).ok()?;
        self.by_subject.get(at).map(|(_, place)| *place)
    }

    /// The directions in which processes run.
    pub fn directions(&self) -> &Directions {
        &self.directions
    }

    /// The rectangle round everything; `None` if nothing is drawn.
    pub fn whole(&self) -> Option<Bounds> {
        self.entries.iter().map(Entry::extent).reduce(Bounds::union)
    }

    /// Entries whose drawing touches the rectangle, in drawing order.
    fn touching(&self, area: Bounds) -> Vec<&Entry> {
        let envelope = AABB::from_corners([area.x, area.y], [area.right(), area.bottom()]);
        let mut found: Vec<u32> = self.tree.locate_in_envelope_intersecting(envelope).map(|it| it.data).collect();
        found.sort_unstable();
        let touches = |entry: &&Entry| match &entry.extent {
            // The box of a connection may be large while the line passes far from here.
            Extent::Course(_) => entry.label.is_some_and(|label| label.overlaps(area)) || entry.passes(area),
            _ => true,
        };
        found.into_iter().filter_map(|at| self.entries.get(at as usize)).filter(touches).collect()
    }
}

impl Entry {
    fn order(&self) -> (Rank, Subject) {
        (self.rank, self.subject)
    }

    fn passes(&self, area: Bounds) -> bool {
        Segment::all(self.course()).any(|segment| segment.enters(area.grown(0.5)))
    }

    fn is_hit(&self, point: Point, tolerance: f64) -> bool {
        match &self.extent {
            Extent::Filled(outline) => outline.contains(point),
            Extent::Frame(bounds) => bounds.grown(tolerance).contains(point) && !bounds.grown(-tolerance).contains(point),
            Extent::Course(_) => Segment::all(self.course()).any(|segment| segment.distance(point) <= tolerance),
        }
    }

    fn course(&self) -> &[Point] {
        match &self.extent {
            Extent::Course(edge) => &edge.waypoints,
            _ => &[],
        }
    }

    /// The rectangle without the label.
    fn body(&self) -> Bounds {
        match &self.extent {
            Extent::Filled(outline) => outline.bounds,
            Extent::Frame(bounds) => *bounds,
            Extent::Course(_) => Segment::all(self.course()).map(Segment::bounds).reduce(Bounds::union).unwrap_or_default(),
        }
    }

    fn extent(&self) -> Bounds {
        let body = self.body();
        self.label.map_or(body, |label| body.union(label))
    }
}

/// An element as it is drawn; `None` if it is not drawn.
fn entry(document: &Document, subject: Subject) -> Option<Entry> {
    if let Some(shape) = document.diagram.shapes.get(subject) {
        let (rank, figure) = shape_rank(document, subject)?;
        let extent = figure.map_or(Extent::Frame(shape.bounds), |figure| Extent::Filled(Outline { figure, bounds: shape.bounds }));
        return Some(Entry { subject, rank, label: shape.label, extent });
    }
    let edge = document.diagram.edges.shared(subject)?;
    let (from, to) = ends(document, subject)?;
    let rank = edge_rank(document, subject, from, to)?;
    Some(Entry { subject, rank, label: edge.label, extent: Extent::Course(Arc::clone(edge)) })
}

/// A connection by each of its ends.
fn pairs(document: &Document, connection: Subject) -> impl Iterator<Item = (Subject, Subject)> {
    ends(document, connection).into_iter().flat_map(move |(from, to)| [(from, connection), (to, connection)])
}

fn boxed(entry: &Entry, place: u32) -> Placed {
    let bounds = entry.extent();
    Placed::new(Rectangle::from_corners([bounds.x, bounds.y], [bounds.right(), bounds.bottom()]), place)
}

/// Where a shape is drawn and as which figure (`None`: a frame); `None` if it is not drawn at all.
fn shape_rank(document: &Document, subject: Subject) -> Option<(Rank, Option<Figure>)> {
    let rectangle = Some(Figure::Rectangle);
    match subject {
        Subject::Pool(_) => Some(((0, 0, 0), rectangle)),
        Subject::Lane(id) => {
            let mut parent = document.lanes.get(id)?.parent;
            let mut depth = 0;
            while let Some(lane) = parent.and_then(|parent| document.lanes.get(parent)).filter(|_| depth < 100) {
                parent = lane.parent;
                depth += 1;
            }
            Some(((1, depth, 0), rectangle))
        }
        Subject::Artifact(id) => {
            let artifact = document.artifacts.get(id)?;
            let depth = visible_depth(document, artifact.parent)?;
            let is_group = matches!(artifact.kind, ArtifactKind::Group { .. });
            Some(((2, depth, if is_group { 1 } else { 3 }), rectangle.filter(|_| !is_group)))
        }
        Subject::Node(id) => {
            let node = document.nodes.get(id)?;
            let depth = visible_depth(document, node.parent)?;
            let is_open = document.diagram.shapes.get(subject).is_some_and(|shape| shape.is_expanded);
            let kind = match node.kind {
                NodeKind::SubProcess { .. } if is_open => 0,
                NodeKind::BoundaryEvent { .. } => 4,
                _ => 3,
            };
            Some(((2, depth, kind), Some(Figure::of(&node.kind))))
        }
        _ => None,
    }
}

/// Where a connection is drawn: above the sub-process in which it runs, below the nodes there; messages
/// above everything. `None` if an end is hidden.
fn edge_rank(document: &Document, edge: Subject, from: Subject, to: Subject) -> Option<Rank> {
    let depth = |end: Subject| match end {
        Subject::Node(id) => visible_depth(document, document.nodes.get(id)?.parent),
        Subject::Artifact(id) => visible_depth(document, document.artifacts.get(id)?.parent),
        Subject::Flow(id) => visible_depth(document, document.nodes.get(document.flows.get(id)?.from)?.parent),
        _ => Some(0),
    };
    let depth = depth(from)?.max(depth(to)?);
    Some(if matches!(edge, Subject::MessageFlow(_)) { (3, 0, 0) } else { (2, depth, 2) })
}

/// How many sub-processes stand round what has this parent; `None` if one of them is collapsed.
fn visible_depth(document: &Document, mut parent: Option<NodeId>) -> Option<u32> {
    let mut depth = 0;
    while let Some(id) = parent {
        let is_open = document.diagram.shapes.get(Subject::Node(id)).is_none_or(|shape| shape.is_expanded);
        if !is_open || depth > 1000 {
            return None;
        }
        depth += 1;
        parent = document.nodes.get(id)?.parent;
    }
    Some(depth)
}

#[cfg(test)]
mod tests;
