//! The picture (BPMN DI): bounds, waypoints, places of labels; of several pictures those that belong together.

use super::super::xml::Element;
use super::super::{Note, What};
use super::reading::Reading;
use super::remark::Remark;
use super::standard::{is_false, is_true, number, reference};
use crate::model::{
    Bounds, Document, Edge, NodeId, NodeKind, Orientation, Point, PoolId, ProcessId, Shape, Subject, Vector, Violation, undrawn,
};
use std::collections::{BTreeMap, BTreeSet};

/// An element of the picture, and in which plane it stands.
#[derive(Clone, Copy)]
pub(super) struct Drawn<'a> {
    pub element: &'a Element<'a>,
    pub plane: usize,
}

/// What draws each element of the document, and in which plane.
type Places<'a> = BTreeMap<Subject, (&'a Element<'a>, usize)>;

/// Room between pictures that are put on one canvas, in points.
const GAP: f64 = 60.0;

/// All planes of a file, each in its diagram.
pub(super) fn planes<'a>(root: &'a Element<'a>) -> impl Iterator<Item = (&'a Element<'a>, &'a Element<'a>)> {
    root.all("BPMNDiagram").flat_map(|diagram| diagram.all("BPMNPlane").map(move |plane| (diagram, plane)))
}

/// The ids of what a picture gives a place. The bands of a choreography's steps are parts of these.
pub(super) fn with_place<'a>(root: &'a Element<'a>) -> BTreeSet<&'a str> {
    let shapes = planes(root).flat_map(|(_, plane)| plane.all("BPMNShape"));
    let is_own = |shape: &&Element<'_>| shape.attribute("choreographyActivityShape").is_none() && bounds(shape).is_some();
    shapes.filter(is_own).filter_map(|shape| reference(shape, "bpmnElement")).collect()
}

/// What draws each element, by its id, in the order of the ids. Of several pictures the one counts in which most of what stands beside the
/// element is drawn; there, and for what the document does not know, the first.
pub(super) fn drawn<'a>(
    root: &'a Element<'a>,
    document: &Document,
    subject_of: impl Fn(&str) -> Option<Subject>,
) -> Vec<(&'a str, Drawn<'a>)> {
    let drawn_in = |(plane, (_, element)): (usize, (&'a Element<'a>, &'a Element<'a>))| {
        let of = move |element: &'a Element<'a>| Some((reference(element, "bpmnElement")?, Drawn { element, plane }));
        element.elements().filter_map(of)
    };
    let mut all: Vec<(&str, Drawn<'_>)> = planes(root).enumerate().flat_map(drawn_in).collect();
    let has_several = all.last().is_some_and(|(_, last)| last.plane > 0);
    let homes = if has_several { Homes::of(document, &all, &subject_of) } else { Homes::default() };
    let rank = |id: &str, plane| subject_of(id).filter(|_| has_several).map(|subject| homes.rank(document, subject, plane));
    // Stable: what ranks the same stays as the file has it.
    all.sort_by_cached_key(|(id, drawn)| (*id, rank(id, drawn.plane)));
    all.dedup_by_key(|(id, _)| *id);
    all
}

/// Processes that have an element without a place in the picture.
pub(super) fn incomplete(document: &Document) -> BTreeSet<ProcessId> {
    let node = |subject: Subject| subject.node().and_then(|node| document.nodes.get(node)).map(|node| node.process);
    let missing = undrawn(document).into_iter().filter_map(|violation| match violation {
        Violation::Undrawn(subject) => Some(subject),
        _ => None,
    });
    let process = |subject: Subject| match subject {
        Subject::MessageFlow(id) => document.message_flows.get(id).and_then(|flow| node(flow.from).or_else(|| node(flow.to))),
        other => level(document, other).map(|(process, _)| process),
    };
    missing.filter_map(process).collect()
}

/// A process or sub-process in which elements stand; none: between the pools.
type Level = Option<(ProcessId, Option<NodeId>)>;

fn level(document: &Document, subject: Subject) -> Level {
    match subject {
        Subject::Node(id) => document.nodes.get(id).map(|node| (node.process, node.parent)),
        Subject::Artifact(id) => document.artifacts.get(id).map(|artifact| (artifact.process, artifact.parent)),
        Subject::Flow(id) => level(document, Subject::Node(document.flows.get(id)?.from)),
        Subject::Lane(id) => level(document, Subject::Pool(document.lanes.get(id)?.pool)),
        Subject::Pool(id) => Some((document.pools.get(id)?.process?, None)),
        Subject::Association(id) => match document.associations.get(id)?.from {
            Subject::Association(_) => None,
            from => level(document, from),
        },
        _ => None,
    }
}

/// The plane that draws most of each level.
#[derive(Default)]
struct Homes(BTreeMap<Level, usize>);

impl Homes {
    fn of(document: &Document, all: &[(&str, Drawn<'_>)], subject_of: impl Fn(&str) -> Option<Subject>) -> Self {
        let mut votes: BTreeMap<Level, BTreeMap<usize, usize>> = BTreeMap::new();
        for (id, drawn) in all {
            let level = match subject_of(id) {
                Some(subject @ Subject::Node(_)) => level(document, subject),
                Some(Subject::Pool(_)) => None,
                _ => continue,
            };
            *votes.entry(level).or_default().entry(drawn.plane).or_default() += 1;
        }
        let most = |planes: BTreeMap<usize, usize>| planes.into_iter().rev().max_by_key(|(_, count)| *count).map(|(plane, _)| plane);
        Self(votes.into_iter().filter_map(|(level, planes)| Some((level, most(planes)?))).collect())
    }

    /// How good a plane is for an element: 0 is best.
    fn rank(&self, document: &Document, subject: Subject, plane: usize) -> usize {
        let wanted = [self.0.get(&level(document, subject)), self.0.get(&None)];
        wanted.iter().position(|home| *home == Some(&plane)).unwrap_or(wanted.len())
    }
}

impl Reading<'_> {
    /// All diagrams.
    pub fn diagrams(&mut self) {
        let drawn = drawn(self.root, &self.document, |id| self.subjects.get(id).copied());
        let mut places = BTreeMap::new();
        for (id, Drawn { element, plane }) in drawn {
            let Some(subject) = self.subjects.get(id).copied() else { continue };
            let is_taken = match element.name.local {
                "BPMNShape" if subject.is_shape() => self.shape(element, subject),
                "BPMNEdge" if subject.is_edge() => self.edge(element, subject),
                _ => false,
            };
            if is_taken {
                places.insert(subject, (element, plane));
            }
        }
        self.frames(&places);
        self.closed_pools(&places);
        self.main = self.main.or_else(|| self.main_process());
        self.apart(&places);
    }

    fn shape(&mut self, element: &Element<'_>, subject: Subject) -> bool {
        let Some(bounds) = bounds(element) else { return false };
        if let (Subject::Pool(pool), true) = (subject, is_false(element, "isHorizontal"))
            && let Some(pool) = self.document.pools.get_mut(pool)
        {
            pool.orientation = Orientation::Vertical;
        }
        let shape = Shape { bounds, label: label(element), is_expanded: !is_false(element, "isExpanded") };
        self.document.diagram.shapes.insert(subject, shape);
        true
    }

    fn edge(&mut self, element: &Element<'_>, subject: Subject) -> bool {
        let point = |waypoint: &Element<'_>| Some(Point::new(number(waypoint, "x")?, number(waypoint, "y")?));
        let waypoints: Vec<Point> = element.all("waypoint").filter_map(point).filter(|point| point.is_drawable()).collect();
        let is_line = waypoints.len() >= 2;
        if is_line {
            self.document.diagram.edges.insert(subject, Edge { waypoints, label: label(element), is_manual: true });
        }
        is_line
    }

    /// A sub-process is open if what is in it is drawn in the same picture.
    fn frames(&mut self, places: &Places<'_>) {
        let plane = |subject: Subject| places.get(&subject).map(|(_, plane)| *plane);
        let mut holds: BTreeMap<NodeId, bool> = BTreeMap::new();
        for node in self.document.nodes.values() {
            if let Some(parent) = node.parent {
                let own = plane(Subject::Node(node.id));
                *holds.entry(parent).or_default() |= own.is_some() && own == plane(Subject::Node(parent));
            }
        }
        for node in self.document.nodes.values().filter(|node| matches!(node.kind, NodeKind::SubProcess { .. })) {
            let subject = Subject::Node(node.id);
            let Some((element, _)) = places.get(&subject) else { continue };
            let is_open = holds.get(&node.id).copied().unwrap_or_else(|| is_true(element, "isExpanded"));
            if let Some(shape) = self.document.diagram.shapes.get_mut(subject) {
                shape.is_expanded &= is_open;
            }
        }
    }

    /// A pool that stands in a picture without what is in it is a black box there; its process has a canvas of its own.
    fn closed_pools(&mut self, places: &Places<'_>) {
        let mut planes: BTreeMap<ProcessId, Option<usize>> = BTreeMap::new();
        for node in self.document.nodes.values().filter(|node| node.parent.is_none()) {
            let plane = places.get(&Subject::Node(node.id)).map(|(_, plane)| *plane);
            let first = planes.entry(node.process).or_default();
            *first = first.or(plane);
        }
        let is_closed = |pool: PoolId, process: ProcessId| {
            let own = places.get(&Subject::Pool(pool)).map(|(_, plane)| *plane);
            own.is_some() && planes.get(&process).is_some_and(|plane| *plane != own)
        };
        let closed: Vec<PoolId> =
            self.document.pools.values().filter(|pool| pool.process.is_some_and(|it| is_closed(pool.id, it))).map(|pool| pool.id).collect();
        for pool in closed {
            let (line, name) =
                (places.get(&Subject::Pool(pool)).map(|(element, _)| element.position.line), self.document.name_of(Subject::Pool(pool)));
            let note = Note::new("", name.unwrap_or_default(), What::Bpmn(Remark::ClosedPool)).on(Subject::Pool(pool));
            self.notes.push(line.map_or(note.clone(), |line| note.line(line)));
            self.close(pool);
        }
    }

    fn close(&mut self, pool: PoolId) {
        let document = &mut self.document;
        let lanes: Vec<_> = document.lanes.values().filter(|lane| lane.pool == pool).map(|lane| lane.id).collect();
        for lane in &lanes {
            document.lanes.remove(*lane);
            document.origins.remove(Subject::Lane(*lane));
            document.diagram.shapes.remove(Subject::Lane(*lane));
        }
        let within: Vec<_> =
            document.nodes.values().filter(|node| node.lane.is_some_and(|lane| lanes.contains(&lane))).map(|node| node.id).collect();
        for node in within {
            if let Some(node) = document.nodes.get_mut(node) {
                node.lane = None;
            }
        }
        if let Some(pool) = document.pools.get_mut(pool) {
            pool.process = None;
        }
    }

    /// Pictures whose elements are on one canvas here stand one below the other.
    fn apart(&mut self, places: &Places<'_>) {
        let mut planes: BTreeMap<usize, Bounds> = BTreeMap::new();
        for (subject, (_, plane)) in places.iter().filter(|(subject, _)| self.is_on_shared_canvas(**subject)) {
            if let Some(shape) = self.document.diagram.shapes.get(*subject) {
                planes.entry(*plane).and_modify(|all| *all = all.union(shape.bounds)).or_insert(shape.bounds);
            }
        }
        let mut planes = planes.into_iter();
        let Some((_, mut taken)) = planes.next() else { return };
        for (plane, bounds) in planes {
            let by = if bounds.overlaps(taken) { (taken.bottom() + GAP - bounds.y).ceil() } else { 0.0 };
            let by = Vector::new(0.0, by);
            taken = taken.union(bounds.moved(by));
            for subject in places.iter().filter(|(_, (_, own))| *own == plane).map(|(subject, _)| *subject) {
                self.shift(subject, by);
            }
        }
    }

    /// Whether it stands where pools stand: all of them, and the procedure.
    fn is_on_shared_canvas(&self, subject: Subject) -> bool {
        let document = &self.document;
        let process = match subject {
            Subject::Node(id) => document.nodes.get(id).map(|node| node.process),
            Subject::Artifact(id) => document.artifacts.get(id).map(|artifact| artifact.process),
            Subject::Pool(_) | Subject::Lane(_) => return true,
            _ => None,
        };
        let is_shared = |process| Some(process) == self.main || document.pool_of(process).is_some();
        document.plane_of(subject).is_none() && process.is_some_and(is_shared)
    }

    fn shift(&mut self, subject: Subject, by: Vector) {
        let diagram = &mut self.document.diagram;
        if let Some(shape) = diagram.shapes.get_mut(subject) {
            shape.bounds = shape.bounds.moved(by);
            shape.label = shape.label.map(|label| label.moved(by));
        }
        if let Some(edge) = diagram.edges.get_mut(subject) {
            edge.waypoints.iter_mut().for_each(|point| *point = point.moved(by));
            edge.label = edge.label.map(|label| label.moved(by));
        }
    }
}

/// The place of a shape.
pub(super) fn bounds(element: &Element<'_>) -> Option<Bounds> {
    let bounds = element.first("Bounds")?;
    let bounds = Bounds::new(number(bounds, "x")?, number(bounds, "y")?, number(bounds, "width")?, number(bounds, "height")?);
    bounds.is_drawable().then_some(bounds)
}

fn label(element: &Element<'_>) -> Option<Bounds> {
    bounds(element.first("BPMNLabel")?)
}
