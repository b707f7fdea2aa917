//! Courses for the connections of a document: which shapes are in the way, which sides are taken.

use super::course::{MARGIN, RouteBias, Scene, Segment, SideCosts, gap};
use super::direction::Directions;
use super::dock::{Figure, Outline, Side};
use super::effort::Effort;
use super::route::{SIDE_TAKEN, cheapest};
use crate::model::{ArtifactKind, Bounds, Document, NodeId, Orientation, Point, ProcessId, Subject};

/// How far from both ends a connection looks for what it has to go round, in points.
pub(super) const SIGHT: f64 = 200.0;
/// More obstacles than this, the nearest first, are not looked at.
const MOST_OBSTACLES: usize = 60;
/// More pieces of other connections than this, the nearest first, are not looked at.
const MOST_LINES: usize = 60;
/// What docking costs at a corner of a gateway that another connection uses: the three others are tried first.
const CORNER_TAKEN: f64 = 1000.0;

/// What docking costs where another connection docks that runs the other way: drawn as one, they would seem a line with two heads.
const AGAINST: f64 = 300.0;

/// What lies round a connection that is to be led.
#[derive(Clone, Debug, Default)]
pub(super) struct Surroundings<'a> {
    /// Other shapes in the area.
    pub shapes: Vec<Subject>,
    /// Courses of other connections in the area.
    pub courses: Vec<(Subject, &'a [Point])>,
    /// The direction in which the flow runs.
    pub orientation: Orientation,
    /// What may go into looking for a course; `None`: whatever it takes.
    pub effort: Option<&'a Effort>,
}

/// The ends of a connection; `None` if the document has it not.
pub fn ends(document: &Document, connection: Subject) -> Option<(Subject, Subject)> {
    match connection {
        Subject::Flow(id) => document.flows.get(id).map(|flow| (Subject::Node(flow.from), Subject::Node(flow.to))),
        Subject::MessageFlow(id) => document.message_flows.get(id).map(|flow| (flow.from, flow.to)),
        Subject::Association(id) => document.associations.get(id).map(|association| (association.from, association.to)),
        _ => None,
    }
}

/// The course of a connection in the document as it stands, not looking at the one that it has.
/// `None` if an end has no place in the diagram.
pub fn route_connection(document: &Document, connection: Subject) -> Option<Vec<Point>> {
    let area = area(document, connection)?;
    let diagram = &document.diagram;
    let near = |points: &[Point]| Segment::all(points).any(|segment| segment.enters(area));
    let courses = diagram.edges.iter().map(|(edge, it)| (edge, it.waypoints.as_slice()));
    let surroundings = Surroundings {
        shapes: diagram.shapes.iter().filter(|(_, shape)| shape.bounds.overlaps(area)).map(|(subject, _)| subject).collect(),
        courses: courses.filter(|(edge, points)| *edge != connection && near(points)).collect(),
        orientation: orientation_of(document, &Directions::of(document), connection),
        effort: None,
    };
    route_within(document, connection, &surroundings)
}

/// The part of the diagram that matters for a connection.
pub(super) fn area(document: &Document, connection: Subject) -> Option<Bounds> {
    let (from, to) = ends(document, connection)?;
    Some(bounds_of(document, from)?.union(bounds_of(document, to)?).grown(SIGHT))
}

/// As [`route_connection`], with the surroundings known.
pub(super) fn route_within(document: &Document, connection: Subject, surroundings: &Surroundings<'_>) -> Option<Vec<Point>> {
    let (from, to) = ends(document, connection)?;
    if matches!(connection, Subject::Association(_)) {
        return association(document, from, to, surroundings);
    }
    let (source, target) = (Outline::of(document, from)?, Outline::of(document, to)?);
    let mut obstacles: Vec<Bounds> = surroundings.shapes.iter().filter_map(|shape| obstacle(document, *shape, from, to)).collect();
    if obstacles.len() > MOST_OBSTACLES {
        let corridor = source.bounds.union(target.bounds);
        obstacles.sort_by(|a, b| gap(*a, corridor).total_cmp(&gap(*b, corridor)));
        obstacles.truncate(MOST_OBSTACLES);
    }
    let bias = bias(document, connection, surroundings)?;
    let lines = lines(document, (source, from), (target, to), surroundings);
    Some(cheapest(Scene { from: source, to: target, obstacles: &obstacles, lines: &lines, bias, effort: surroundings.effort }))
}

/// A straight line between an artifact and what it speaks of.
fn association(document: &Document, from: Subject, to: Subject, surroundings: &Surroundings<'_>) -> Option<Vec<Point>> {
    let centre = |end: Subject| {
        let course = surroundings.courses.iter().find(|(edge, _)| *edge == end);
        course.and_then(|(_, points)| middle(points)).or_else(|| Some(bounds_of(document, end)?.centre()))
    };
    let dock = |end: Subject, other: Subject| match Outline::of(document, end) {
        Some(outline) => Some(outline.towards(centre(other)?)),
        None => centre(end),
    };
    Some(vec![dock(from, to)?, dock(to, from)?])
}

/// The bounds of a shape; for a connection its middle, without size.
fn bounds_of(document: &Document, subject: Subject) -> Option<Bounds> {
    if let Some(shape) = document.diagram.shapes.get(subject) {
        return Some(shape.bounds);
    }
    let middle = middle(&document.diagram.edges.get(subject)?.waypoints)?;
    Some(Bounds::new(middle.x, middle.y, 0.0, 0.0))
}

/// The point half way along a course; `None` if it has no points.
pub fn middle(points: &[Point]) -> Option<Point> {
    let mut rest = Segment::all(points).map(Segment::length).sum::<f64>() / 2.0;
    for segment in Segment::all(points) {
        let length = segment.length();
        if length > 0.0 && rest <= length {
            let way = segment.to.from(segment.from);
            return Some(Point::new(segment.from.x + way.x * rest / length, segment.from.y + way.y * rest / length));
        }
        rest -= length;
    }
    points.first().copied()
}

/// The rectangle that a shape keeps a connection out of; `None` for what it may run through.
pub(super) fn obstacle(document: &Document, shape: Subject, from: Subject, to: Subject) -> Option<Bounds> {
    if shape == from || shape == to || !is_on_canvas_of(document, shape, from, to) {
        return None;
    }
    let bounds = document.diagram.shapes.get(shape)?.bounds;
    match shape {
        Subject::Artifact(id) => (!matches!(document.artifacts.get(id)?.kind, ArtifactKind::Group { .. })).then_some(bounds),
        Subject::Node(id) => {
            let node = document.nodes.get(id)?;
            let around = |end: Subject| end.node().is_some_and(|end| document.is_inside(end, id));
            let beside = |end: Subject| end.node().and_then(|end| document.nodes.get(end)).is_some_and(|end| end.parent == node.parent);
            if !shares_canvas(document, node.process, from) && !shares_canvas(document, node.process, to) {
                return None;
            }
            // What stands in a sub-process is covered by it, unless the connection goes in there too.
            let hidden = node.parent.is_some() && !beside(from) && !beside(to);
            if hidden || around(from) || around(to) {
                return None;
            }
            let at_end = node.kind.host().filter(|host| Subject::Node(*host) == from || Subject::Node(*host) == to);
            Some(match at_end {
                Some(host) => outer_part(document, bounds, id, host),
                None => cut_away(document, bounds, id, from),
            })
        }
        _ => None,
    }
}

/// Whether a process is drawn together with the element at the end of a connection: processes without pools have canvases of
/// their own, which lie one upon the other.
fn shares_canvas(document: &Document, process: ProcessId, end: Subject) -> bool {
    let other = match end {
        Subject::Node(node) => document.nodes.get(node).map(|node| node.process),
        Subject::Artifact(artifact) => document.artifacts.get(artifact).map(|artifact| artifact.process),
        _ => return true,
    };
    other.is_none_or(|other| other == process || document.pool_of(process).is_some() && document.pool_of(other).is_some())
}

/// Whether an element is drawn on the canvas of one of the ends, and not on that of another closed sub-process.
fn is_on_canvas_of(document: &Document, subject: Subject, from: Subject, to: Subject) -> bool {
    let plane = document.plane_of(subject);
    plane == document.plane_of(from) || plane == document.plane_of(to)
}

/// A host that its own boundary event leaves: only the part that the event does not cover.
fn cut_away(document: &Document, bounds: Bounds, host: NodeId, from: Subject) -> Bounds {
    let event = from.node().and_then(|event| document.nodes.get(event)).filter(|event| event.kind.host() == Some(host));
    let Some((event, side)) =
        event.and_then(|event| Some((document.diagram.shapes.get(Subject::Node(event.id))?.bounds, side_of_event(document, event.id)?)))
    else {
        return bounds;
    };
    match side {
        Side::Left => Bounds { x: event.right(), width: (bounds.right() - event.right()).max(0.0), ..bounds },
        Side::Top => Bounds { y: event.bottom(), height: (bounds.bottom() - event.bottom()).max(0.0), ..bounds },
        Side::Right => Bounds { width: (event.x - bounds.x).max(0.0), ..bounds },
        Side::Bottom => Bounds { height: (event.y - bounds.y).max(0.0), ..bounds },
    }
}

/// The part of an event at an edge that stands out of its host.
fn outer_part(document: &Document, bounds: Bounds, event: NodeId, host: NodeId) -> Bounds {
    let Some((host, side)) = document.diagram.shapes.get(Subject::Node(host)).zip(side_of_event(document, event)) else { return bounds };
    let host = host.bounds;
    match side {
        Side::Left => Bounds { width: (host.x - bounds.x).max(0.0), ..bounds },
        Side::Top => Bounds { height: (host.y - bounds.y).max(0.0), ..bounds },
        Side::Right => Bounds { x: host.right(), width: (bounds.right() - host.right()).max(0.0), ..bounds },
        Side::Bottom => Bounds { y: host.bottom(), height: (bounds.bottom() - host.bottom()).max(0.0), ..bounds },
    }
}

/// The side of its host at which a boundary event sits; `None` for other nodes.
pub fn side_of_event(document: &Document, event: NodeId) -> Option<Side> {
    let host = document.nodes.get(event)?.kind.host()?;
    let shapes = &document.diagram.shapes;
    let (host, event) = (shapes.get(Subject::Node(host))?.bounds, shapes.get(Subject::Node(event))?.bounds.centre());
    let distances = [
        (Side::Bottom, (event.y - host.bottom()).abs()),
        (Side::Top, (event.y - host.y).abs()),
        (Side::Right, (event.x - host.right()).abs()),
        (Side::Left, (event.x - host.x).abs()),
    ];
    distances.into_iter().min_by(|a, b| a.1.total_cmp(&b.1)).map(|(side, _)| side)
}

/// The direction in which the flow runs to which a connection belongs.
pub(super) fn orientation_of(document: &Document, directions: &Directions, connection: Subject) -> Orientation {
    let nodes = ends(document, connection).and_then(|(from, to)| from.node().or(to.node()));
    nodes.map_or(Orientation::Horizontal, |node| directions.of_node(document, node))
}

/// Whether no connection begins or ends at one corner of a gateway at least; other shapes have no corners.
fn has_free_corner(document: &Document, (outline, gateway): (Outline, Subject), surroundings: &Surroundings<'_>) -> bool {
    let mut is_taken = [false; 4];
    for (edge, points) in &surroundings.courses {
        let (Some((start, end)), [first, .., last]) = (ends(document, *edge), points) else { continue };
        for (_, dock) in [(start, first), (end, last)].into_iter().filter(|(it, _)| *it == gateway) {
            is_taken[outline.side_of(*dock) as usize] = true;
        }
    }
    outline.figure == Figure::Diamond && is_taken.contains(&false)
}

/// Sides that a connection prefers: as the flow runs, away from sides that its neighbours use.
fn bias(document: &Document, connection: Subject, surroundings: &Surroundings<'_>) -> Option<RouteBias> {
    let (from, to) = ends(document, connection)?;
    let mut bias = if let (Subject::Flow(_), Some(source), Some(target)) = (connection, from.node(), to.node()) {
        let figure = |node| document.nodes.get(node).map(|node| Figure::of(&node.kind));
        RouteBias::flow(surroundings.orientation, figure(source)?, figure(target)?)
    } else {
        // Messages cross the flow rather than run along with it.
        let across = SideCosts::along(surroundings.orientation, [40.0, 0.0, 40.0, 0.0]);
        RouteBias { leave: across, enter: across }
    };
    let (source, target) = (Outline::of(document, from)?, Outline::of(document, to)?);
    let taken = |outline: Outline| if outline.figure == Figure::Diamond { CORNER_TAKEN } else { SIDE_TAKEN };
    for (edge, points) in surroundings.courses.iter().filter(|(edge, _)| !matches!(edge, Subject::Association(_))) {
        let (Some((start, end)), [first, .., last]) = (ends(document, *edge), points) else { continue };
        let (first, last) = (*first, *last);
        if start == from {
            bias.leave = bias.leave.dearer(source.side_of(first), taken(source));
        }
        if end == from {
            bias.leave = bias.leave.dearer(source.side_of(last), taken(source).max(AGAINST));
        }
        if start == to {
            bias.enter = bias.enter.dearer(target.side_of(first), taken(target).max(AGAINST));
        }
        // Several ends may well share the side at which the flow comes in.
        if end == to {
            bias.enter = bias.enter.dearer(target.side_of(last), 5.0);
        }
    }
    for event in surroundings.shapes.iter().filter_map(|shape| shape.node()) {
        let Some(host) = document.nodes.get(event).and_then(|event| event.kind.host()).map(Subject::Node) else { continue };
        let Some((side, shape)) = side_of_event(document, event).zip(document.diagram.shapes.get(Subject::Node(event))) else { continue };
        let is_in_the_way = |outline: Outline| shape.bounds.grown(MARGIN).contains(outline.middle(side));
        if host == from && is_in_the_way(source) {
            bias.leave = bias.leave.dearer(side, SIDE_TAKEN);
        }
        if host == to && is_in_the_way(target) {
            bias.enter = bias.enter.dearer(side, SIDE_TAKEN);
        }
    }
    if let Some(side) = from.node().and_then(|event| side_of_event(document, event)) {
        bias.leave = SideCosts::only(side);
    }
    Some(bias)
}

/// Pieces of other connections; those that lead to the same target, or branch at the same gateway, may
/// run together once there is no free corner.
fn lines(document: &Document, source: (Outline, Subject), target: (Outline, Subject), surroundings: &Surroundings<'_>) -> Vec<Segment> {
    let (from, to) = (source.1, target.1);
    let branches = source.0.figure == Figure::Diamond && !has_free_corner(document, source, surroundings);
    let merges = !has_free_corner(document, target, surroundings);
    let process = |end: Subject| end.node().and_then(|node| document.nodes.get(node)).map(|node| node.process);
    let is_elsewhere = |start: Subject| process(start).is_some_and(|it| !shares_canvas(document, it, from));
    let joins = |edge: Subject| {
        ends(document, edge).is_none_or(|(start, end)| merges && end == to || branches && start == from || is_elsewhere(start))
    };
    let courses = surroundings.courses.iter().filter(|(edge, _)| !joins(*edge) && is_on_canvas_of(document, *edge, from, to));
    let mut pieces: Vec<Segment> =
        courses.flat_map(|(_, points)| Segment::all(points)).filter(|it| it.is_upright() || it.is_level()).collect();
    if pieces.len() > MOST_LINES
        && let Some(corridor) = bounds_of(document, from).zip(bounds_of(document, to)).map(|(from, to)| from.union(to))
    {
        pieces.sort_by(|a, b| gap(a.bounds(), corridor).total_cmp(&gap(b.bounds(), corridor)));
        pieces.truncate(MOST_LINES);
    }
    pieces
}
