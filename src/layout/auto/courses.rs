//! The connections of a plan, led one after the other: short ones first, so that they run straight.

use super::Stopped;
use crate::layout::connection::{SIGHT, Surroundings, area, ends, orientation_of, route_within};
use crate::layout::course::Segment;
use crate::layout::direction::Directions;
use crate::layout::effort::Effort;
use crate::layout::progress::Progress;
use crate::layout::reroute::extent;
use crate::model::{Bounds, Diagram, Document, Edge, FlowId, Orientation, Point, Subject};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};
use std::collections::{BTreeMap, BTreeSet};

/// The share of a layout that is done before the first connection is led.
const BEFORE: f64 = 0.15;

/// What leading the connections of a layout may look at before the rest is led simply: more than any procedure needs that a person
/// can read.
const MOST_LOOKS: usize = 2_000_000;

/// Leads all connections of the document that end at a shape of the plan.
pub(super) fn lead(document: &Document, diagram: &mut Diagram, directions: &Directions, progress: &Progress) -> Result<(), Stopped> {
    let mut planned = document.clone();
    for (subject, shape) in diagram.shapes.iter() {
        planned.diagram.shapes.insert(subject, shape.clone());
    }
    let mut ground = Ground::of(&planned, directions);
    let connections = connections(&ground, diagram);
    let affected: BTreeSet<Subject> = connections.iter().copied().collect();
    for (subject, edge) in document.diagram.edges.iter().filter(|(subject, _)| !affected.contains(subject)) {
        ground.draw(subject, edge.waypoints.clone());
    }
    let count = connections.len() as f64;
    for (done, connection) in connections.into_iter().enumerate() {
        if done % 64 == 0 && !progress.tell(BEFORE + (1.0 - BEFORE) * done as f64 / count) {
            return Err(Stopped::Cancelled);
        }
        if let Some(points) = ground.route(connection) {
            ground.draw(connection, points.clone());
            diagram.edges.insert(connection, Edge::routed(points));
        }
    }
    Ok(())
}

/// What stands where, while connections are led.
struct Ground<'a> {
    planned: &'a Document,
    directions: &'a Directions,
    shapes: RTree<GeomWithData<Rectangle<[f64; 2]>, Subject>>,
    /// Places in `led` of the courses so far.
    courses: RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>,
    led: Vec<(Subject, Vec<Point>)>,
    place: BTreeMap<Subject, usize>,
    /// What may still be looked at.
    effort: Effort,
}

impl<'a> Ground<'a> {
    fn of(planned: &'a Document, directions: &'a Directions) -> Self {
        let shapes = planned.diagram.shapes.iter().map(|(subject, shape)| GeomWithData::new(rectangle(shape.bounds), subject));
        let shapes = RTree::bulk_load(shapes.collect());
        let effort = Effort::of(MOST_LOOKS);
        Self { planned, directions, shapes, courses: RTree::new(), led: Vec::new(), place: BTreeMap::new(), effort }
    }

    fn draw(&mut self, connection: Subject, points: Vec<Point>) {
        self.courses.insert(GeomWithData::new(rectangle(extent(&points)), self.led.len()));
        self.place.insert(connection, self.led.len());
        self.led.push((connection, points));
    }

    /// Shapes that reach into an area, in the order of their identities.
    fn shapes_in(&self, area: Bounds) -> Vec<Subject> {
        let mut found: Vec<Subject> = self.shapes.locate_in_envelope_intersecting(envelope(area)).map(|it| it.data).collect();
        found.sort_unstable();
        found
    }

    fn route(&self, connection: Subject) -> Option<Vec<Point>> {
        let course = |place: usize| self.led.get(place).map(|(subject, points)| (*subject, points.as_slice()));
        let (from, to) = ends(self.planned, connection)?;
        let orientation = orientation_of(self.planned, self.directions, connection);
        if self.effort.is_spent() && !matches!(connection, Subject::Association(_)) {
            return route_within(self.planned, connection, &Surroundings { orientation, ..Surroundings::default() });
        }
        let at_lines = [from, to].into_iter().filter_map(|end| self.place.get(&end).copied());
        let area = match area(self.planned, connection) {
            Some(area) => area,
            // An association that ends at a line: that line is all it looks at.
            None => extent(course(at_lines.clone().next()?)?.1),
        };
        // Ends lie `SIGHT` inside the area, so courses that touch them are near as well.
        let near = self.courses.locate_in_envelope_intersecting(envelope(area.grown(SIGHT))).map(|it| it.data);
        let mut near: Vec<usize> = near.chain(at_lines).collect();
        near.sort_unstable();
        near.dedup();
        let (shapes, courses): (Vec<_>, Vec<_>) = (self.shapes_in(area), near.into_iter().filter_map(course).collect());
        self.effort.spend(shapes.len() + courses.len());
        let surroundings = Surroundings { shapes, courses, orientation, effort: Some(&self.effort) };
        route_within(self.planned, connection, &surroundings)
    }
}

fn rectangle(bounds: Bounds) -> Rectangle<[f64; 2]> {
    Rectangle::from_corners([bounds.x, bounds.y], [bounds.right(), bounds.bottom()])
}

fn envelope(bounds: Bounds) -> AABB<[f64; 2]> {
    AABB::from_corners([bounds.x, bounds.y], [bounds.right(), bounds.bottom()])
}

/// What is to be led: flows that run straight, branches, associations between shapes, flows that lead
/// over other nodes or back, messages, other associations; each kind from the shortest to the longest.
fn connections(ground: &Ground<'_>, diagram: &Diagram) -> Vec<Subject> {
    let planned = ground.planned;
    let flows = planned.flows.keys().map(Subject::Flow).chain(planned.message_flows.keys().map(Subject::MessageFlow));
    let all = flows.chain(planned.associations.keys().map(Subject::Association));
    let is_touched = |connection: &Subject| {
        ends(planned, *connection).is_some_and(|(from, to)| diagram.shapes.contains(from) || diagram.shapes.contains(to))
    };
    let mut found: Vec<(u8, f64, Subject)> = all.filter(is_touched).map(|connection| rank(ground, connection)).collect();
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    found.into_iter().map(|(_, _, connection)| connection).collect()
}

fn rank(ground: &Ground<'_>, connection: Subject) -> (u8, f64, Subject) {
    let shape = |end: Subject| ground.planned.diagram.shapes.get(end).map(|shape| shape.bounds);
    let bounds = ends(ground.planned, connection).and_then(|(from, to)| Some((shape(from)?, shape(to)?)));
    let length = bounds.map_or(f64::INFINITY, |(from, to)| from.centre().distance(to.centre()));
    let kind = match (connection, bounds) {
        (Subject::Flow(flow), Some((from, to))) => flow_kind(ground, flow, from, to),
        (Subject::MessageFlow(_), _) => 4,
        (_, Some(_)) => 2,
        (_, None) => 5,
    };
    (kind, length, connection)
}

/// 0 for what runs straight, 1 for what changes rows on its way, 3 for what leads over others or back.
fn flow_kind(ground: &Ground<'_>, flow: FlowId, from: Bounds, to: Bounds) -> u8 {
    let way = to.centre().from(from.centre());
    let (on, aside) = match orientation_of(ground.planned, ground.directions, Subject::Flow(flow)) {
        Orientation::Horizontal => (way.x, way.y),
        Orientation::Vertical => (way.y, way.x),
    };
    let line = Segment { from: from.centre(), to: to.centre() };
    let between = |bounds: Bounds| bounds != from && bounds != to && !bounds.encloses(from) && line.enters(bounds);
    let is_node_between = |subject: Subject| {
        subject.node().is_some() && ground.planned.diagram.shapes.get(subject).is_some_and(|shape| between(shape.bounds))
    };
    match (aside.abs() < 1.0, on > 0.0) {
        (true, true) if !ground.shapes_in(line.bounds()).into_iter().any(is_node_between) => 0,
        (false, true) => 1,
        _ => 3,
    }
}
