//! The connections of a plan, led one after the other: short ones first, so that they run straight.

use crate::layout::connection::{SIGHT, Surroundings, area, ends, orientation_of, route_within};
use crate::layout::course::Segment;
use crate::model::{Bounds, Diagram, Document, Edge, FlowId, Orientation, Point, Subject};
use std::collections::BTreeSet;

/// Leads all connections of the document that end at a shape of the plan.
pub(super) fn lead(document: &Document, diagram: &mut Diagram) {
    let mut planned = document.clone();
    for (subject, shape) in diagram.shapes.iter() {
        planned.diagram.shapes.insert(subject, shape.clone());
    }
    let shapes: Vec<(Subject, Bounds)> = planned.diagram.shapes.iter().map(|(subject, shape)| (subject, shape.bounds)).collect();
    let connections = connections(&planned, diagram, &shapes);
    let affected: BTreeSet<Subject> = connections.iter().copied().collect();
    let mut courses: Vec<(Subject, Bounds, Vec<Point>)> = Vec::new();
    for (subject, edge) in document.diagram.edges.iter().filter(|(subject, _)| !affected.contains(subject)) {
        courses.push((subject, extent(&edge.waypoints), edge.waypoints.clone()));
    }
    for connection in connections {
        let Some(area) = area(&planned, connection) else { continue };
        // Ends lie `SIGHT` inside the area, so courses that touch them are near as well.
        let near = courses.iter().filter(|(_, extent, _)| extent.grown(SIGHT).overlaps(area));
        let surroundings = Surroundings {
            shapes: shapes.iter().filter(|(_, bounds)| bounds.overlaps(area)).map(|(subject, _)| *subject).collect(),
            courses: near.map(|(subject, _, points)| (*subject, points.as_slice())).collect(),
        };
        if let Some(points) = route_within(&planned, connection, &surroundings) {
            courses.push((connection, extent(&points), points.clone()));
            planned.diagram.edges.insert(connection, Edge::routed(points.clone()));
            diagram.edges.insert(connection, Edge::routed(points));
        }
    }
}

fn extent(points: &[Point]) -> Bounds {
    Segment::all(points).map(Segment::bounds).reduce(Bounds::union).unwrap_or_default()
}

/// What is to be led: flows that run straight, branches, associations between shapes, flows that lead
/// over other nodes or back, messages, other associations; each kind from the shortest to the longest.
fn connections(planned: &Document, diagram: &Diagram, shapes: &[(Subject, Bounds)]) -> Vec<Subject> {
    let flows = planned.flows.keys().map(Subject::Flow).chain(planned.message_flows.keys().map(Subject::MessageFlow));
    let all = flows.chain(planned.associations.keys().map(Subject::Association));
    let is_touched = |connection: &Subject| {
        ends(planned, *connection).is_some_and(|(from, to)| diagram.shapes.contains(from) || diagram.shapes.contains(to))
    };
    let mut found: Vec<(u8, f64, Subject)> = all.filter(is_touched).map(|connection| rank(planned, connection, shapes)).collect();
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
    found.into_iter().map(|(_, _, connection)| connection).collect()
}

fn rank(planned: &Document, connection: Subject, shapes: &[(Subject, Bounds)]) -> (u8, f64, Subject) {
    let shape = |end: Subject| planned.diagram.shapes.get(end).map(|shape| shape.bounds);
    let bounds = ends(planned, connection).and_then(|(from, to)| Some((shape(from)?, shape(to)?)));
    let length = bounds.map_or(f64::INFINITY, |(from, to)| from.centre().distance(to.centre()));
    let kind = match (connection, bounds) {
        (Subject::Flow(flow), Some((from, to))) => flow_kind(planned, flow, from, to, shapes),
        (Subject::MessageFlow(_), _) => 4,
        (_, Some(_)) => 2,
        (_, None) => 5,
    };
    (kind, length, connection)
}

/// 0 for what runs straight, 1 for what changes rows on its way, 3 for what leads over others or back.
fn flow_kind(planned: &Document, flow: FlowId, from: Bounds, to: Bounds, shapes: &[(Subject, Bounds)]) -> u8 {
    let orientation = planned.flows.get(flow).map(|flow| orientation_of(planned, flow.from)).unwrap_or_default();
    let way = to.centre().from(from.centre());
    let (on, aside) = match orientation {
        Orientation::Horizontal => (way.x, way.y),
        Orientation::Vertical => (way.y, way.x),
    };
    let line = Segment { from: from.centre(), to: to.centre() };
    let between = |bounds: Bounds| bounds != from && bounds != to && !bounds.encloses(from) && line.enters(bounds);
    match (aside.abs() < 1.0, on > 0.0) {
        (true, true) if !shapes.iter().any(|(subject, bounds)| subject.node().is_some() && between(*bounds)) => 0,
        (false, true) => 1,
        _ => 3,
    }
}
