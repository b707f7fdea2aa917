//! A spatial index of the diagram: what is to be drawn, what lies under the pointer, what a rubber band holds.

use super::connection::ends;
use super::course::Segment;
use super::direction::Directions;
use super::dock::{Figure, Outline};
use crate::model::{ArtifactKind, Bounds, Document, NodeId, NodeKind, Point, Subject};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};
use std::ops::Range;

/// Everything drawn in a document's diagram, found by place. Immutable; build it anew for each revision.
#[derive(Clone, Debug, Default)]
pub struct CanvasIndex {
    tree: RTree<GeomWithData<Rectangle<[f64; 2]>, u32>>,
    /// In drawing order: the undermost first.
    entries: Vec<Entry>,
    /// The courses of all connections, one behind the other.
    points: Vec<Point>,
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
    /// A connection with its place in `points`.
    Course(Range<u32>),
}

/// Place in the drawing order: layer, then depth of nesting, then kind.
type Rank = (u8, u32, u8);

impl CanvasIndex {
    /// Reads a document's diagram. What stands in a collapsed sub-process is not drawn and left out.
    pub fn of(document: &Document) -> Self {
        let mut index = Self { directions: Directions::of(document), ..Self::default() };
        let mut drawn = Vec::with_capacity(document.diagram.shapes.len() + document.diagram.edges.len());
        for (subject, shape) in document.diagram.shapes.iter() {
            if let Some((rank, figure)) = shape_rank(document, subject) {
                let extent = figure.map_or(Extent::Frame(shape.bounds), |figure| Extent::Filled(Outline { figure, bounds: shape.bounds }));
                drawn.push(Entry { subject, rank, label: shape.label, extent });
            }
        }
        for (subject, edge) in document.diagram.edges.iter() {
            let Some((from, to)) = ends(document, subject) else { continue };
            index.by_end.extend([(from, subject), (to, subject)]);
            if let Some(rank) = edge_rank(document, subject, from, to) {
                let first = index.points.len() as u32;
                index.points.extend_from_slice(&edge.waypoints);
                drawn.push(Entry { subject, rank, label: edge.label, extent: Extent::Course(first..index.points.len() as u32) });
            }
        }
        drawn.sort_by_key(|entry| (entry.rank, entry.subject));
        index.by_end.sort_unstable();
        index.by_end.dedup();
        index.by_subject = drawn.iter().zip(0..).map(|(entry, at)| (entry.subject, at)).collect();
        index.by_subject.sort_unstable();
        index.entries = drawn;
        let boxes = index.entries.iter().zip(0..).map(|(entry, at)| GeomWithData::new(rectangle(index.extent(entry)), at)).collect();
        index.tree = RTree::bulk_load(boxes);
        index
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
        let hit = |entry: &&&Entry| entry.label.is_some_and(|label| label.contains(point)) || self.is_hit(entry, point, tolerance);
        self.touching(area).iter().rev().find(hit).map(|entry| entry.subject)
    }

    /// The topmost connection that passes a point at no more than `tolerance` points and may be meant.
    pub fn connection_at(&self, point: Point, tolerance: f64, is_meant: impl Fn(Subject) -> bool) -> Option<Subject> {
        let near = self.touching(Bounds::centred(point, 0.0, 0.0).grown(tolerance));
        let hit = |entry: &&&Entry| entry.subject.is_edge() && is_meant(entry.subject) && self.is_hit(entry, point, tolerance);
        near.iter().rev().find(hit).map(|entry| entry.subject)
    }

    /// What lies wholly inside the rectangle, in drawing order.
    pub fn inside(&self, area: Bounds) -> Vec<Subject> {
        let wholly = |entry: &&Entry| area.encloses(self.body(entry));
        self.touching(area).into_iter().filter(wholly).map(|entry| entry.subject).collect()
    }

    /// Connections that begin or end at an element, also those that are hidden in a collapsed sub-process.
    pub fn connections_of(&self, end: Subject) -> impl Iterator<Item = Subject> + '_ {
        let first = self.by_end.partition_point(|(subject, _)| *subject < end);
        self.by_end.iter().skip(first).take_while(move |(subject, _)| *subject == end).map(|(_, connection)| *connection)
    }

    /// The smallest rectangle that holds an element without its label; `None` if it is not drawn.
    pub fn bounds(&self, subject: Subject) -> Option<Bounds> {
        let at = self.by_subject.binary_search_by_key(&subject, |(subject, _)| *subject).ok()?;
        let (_, entry) = self.by_subject.get(at)?;
        self.entries.get(*entry as usize).map(|entry| self.body(entry))
    }

    /// The directions in which processes run.
    pub fn directions(&self) -> &Directions {
        &self.directions
    }

    /// The rectangle round everything; `None` if nothing is drawn.
    pub fn whole(&self) -> Option<Bounds> {
        self.entries.iter().map(|entry| self.extent(entry)).reduce(Bounds::union)
    }

    /// Entries whose drawing touches the rectangle, in drawing order.
    fn touching(&self, area: Bounds) -> Vec<&Entry> {
        let envelope = AABB::from_corners([area.x, area.y], [area.right(), area.bottom()]);
        let mut found: Vec<u32> = self.tree.locate_in_envelope_intersecting(envelope).map(|it| it.data).collect();
        found.sort_unstable();
        let touches = |entry: &&Entry| match &entry.extent {
            // The box of a connection may be large while the line passes far from here.
            Extent::Course(_) => entry.label.is_some_and(|label| label.overlaps(area)) || self.passes(entry, area),
            _ => true,
        };
        found.into_iter().filter_map(|at| self.entries.get(at as usize)).filter(touches).collect()
    }

    fn passes(&self, entry: &Entry, area: Bounds) -> bool {
        Segment::all(self.course(entry)).any(|segment| segment.enters(area.grown(0.5)))
    }

    fn is_hit(&self, entry: &Entry, point: Point, tolerance: f64) -> bool {
        match &entry.extent {
            Extent::Filled(outline) => outline.contains(point),
            Extent::Frame(bounds) => bounds.grown(tolerance).contains(point) && !bounds.grown(-tolerance).contains(point),
            Extent::Course(_) => Segment::all(self.course(entry)).any(|segment| segment.distance(point) <= tolerance),
        }
    }

    fn course(&self, entry: &Entry) -> &[Point] {
        match &entry.extent {
            Extent::Course(range) => self.points.get(range.start as usize..range.end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// The rectangle of an entry without its label.
    fn body(&self, entry: &Entry) -> Bounds {
        match &entry.extent {
            Extent::Filled(outline) => outline.bounds,
            Extent::Frame(bounds) => *bounds,
            Extent::Course(_) => {
                let pieces = Segment::all(self.course(entry)).map(Segment::bounds);
                pieces.reduce(Bounds::union).unwrap_or_default()
            }
        }
    }

    fn extent(&self, entry: &Entry) -> Bounds {
        let body = self.body(entry);
        entry.label.map_or(body, |label| body.union(label))
    }
}

fn rectangle(bounds: Bounds) -> Rectangle<[f64; 2]> {
    Rectangle::from_corners([bounds.x, bounds.y], [bounds.right(), bounds.bottom()])
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
