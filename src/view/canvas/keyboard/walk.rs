//! Where the keys lead from an element: along the flow, between branches, to the connections themselves.

use crate::model::{FlowId, NodeId, Orientation, Point, Subject};
use crate::view::canvas::interaction::Desk;
use crate::view::canvas::reading::Reading;

/// A way to go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Walk {
    /// To the left (-1, 0), right, up or down (0, 1).
    Side(f64, f64),
    /// To the next element in reading order.
    Next,
    /// To the one before.
    Previous,
    /// To the beginning of the flow.
    First,
    /// To the end of the flow.
    Last,
    /// To the connections that leave the element, one after the other.
    Way,
    /// To what surrounds it: sub-process, lane, pool.
    Out,
}

/// The element to which a way leads.
pub fn reached(desk: &Desk<'_>, reading: &Reading, from: Option<Subject>, walk: Walk) -> Option<Subject> {
    let Some(from) = from else {
        return match walk {
            Walk::Side(x, y) if x + y < 0.0 => reading.last(),
            Walk::Last => reading.last(),
            Walk::Way | Walk::Out => None,
            _ => reading.first(),
        };
    };
    match walk {
        Walk::Side(x, y) => match from {
            Subject::Flow(flow) => from_flow(desk, flow, Heading::of(desk, (x, y))),
            Subject::Node(node) => from_node(desk, node, (x, y)).or_else(|| neighbour(desk, from, (x, y))),
            _ => neighbour(desk, from, (x, y)),
        },
        Walk::Next => reading.place(from).map_or(reading.first(), |place| reading.order().get(place + 1).copied()),
        Walk::Previous => reading.order().get(reading.place(from)?.checked_sub(1)?).copied(),
        Walk::First => reading.first(),
        Walk::Last => reading.last(),
        Walk::Way => way(desk, from),
        Walk::Out => out(desk, from),
    }
}

/// An arrow key as seen by the flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heading {
    Forward,
    Back,
    Across(isize),
}

impl Heading {
    /// A flow runs to the right, in an upright pool downwards.
    fn of(desk: &Desk<'_>, (x, y): (f64, f64)) -> Self {
        let pool = desk.context.document.pool_of(desk.process).and_then(|pool| desk.context.document.pools.get(pool));
        let is_upright = pool.is_some_and(|pool| pool.orientation == Orientation::Vertical);
        let (along, across) = if is_upright { (y, x) } else { (x, y) };
        match along {
            along if along > 0.0 => Self::Forward,
            along if along < 0.0 => Self::Back,
            _ => Self::Across(if across > 0.0 { 1 } else { -1 }),
        }
    }
}

fn targets<'a>(desk: &'a Desk<'_>, node: NodeId) -> impl Iterator<Item = NodeId> + 'a {
    desk.scene.flows().outgoing(node).iter().filter_map(|flow| Some(desk.context.document.flows.get(*flow)?.to))
}

fn sources<'a>(desk: &'a Desk<'_>, node: NodeId) -> impl Iterator<Item = NodeId> + 'a {
    desk.scene.flows().incoming(node).iter().filter_map(|flow| Some(desk.context.document.flows.get(*flow)?.from))
}

/// Along the flow to the neighbour most in line; across it to the nearest of what is connected with it, hangs at it, or
/// has a neighbour in common with it.
fn from_node(desk: &Desk<'_>, node: NodeId, side: (f64, f64)) -> Option<Subject> {
    let here = desk.scene.bounds(Subject::Node(node))?.centre();
    let centre = |node: NodeId| Some(desk.scene.bounds(Subject::Node(node))?.centre());
    let aside = |there: Point| ((there.x - here.x) * side.1).abs() + ((there.y - here.y) * side.0).abs();
    let most_in_line = |nodes: Vec<NodeId>| {
        let placed = nodes.into_iter().filter_map(|node| Some((aside(centre(node)?), node)));
        placed.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, node)| Subject::Node(node))
    };
    match Heading::of(desk, side) {
        Heading::Forward => most_in_line(targets(desk, node).collect()),
        Heading::Back => most_in_line(sources(desk, node).chain(desk.context.document.nodes.get(node)?.kind.host()).collect()),
        Heading::Across(_) => {
            let mut related: Vec<NodeId> = targets(desk, node).chain(sources(desk, node)).collect();
            related.extend(sources(desk, node).flat_map(|source| targets(desk, source).collect::<Vec<_>>()));
            related.extend(targets(desk, node).flat_map(|target| sources(desk, target).collect::<Vec<_>>()));
            related.extend(desk.context.document.boundary_events(node).map(|event| event.id));
            related.extend(desk.context.document.nodes.get(node)?.kind.host());
            let reached = related.into_iter().filter(|it| *it != node).filter_map(|it| Some((cost(here, centre(it)?, side)?, it)));
            reached.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, it)| Subject::Node(it))
        }
    }
}

/// How far a place lies on that side; far along costs less than aside. `None` if it lies elsewhere.
fn cost(here: Point, there: Point, (x, y): (f64, f64)) -> Option<f64> {
    let way = there.from(here);
    let (ahead, aside) = (way.x * x + way.y * y, (way.x * y).abs() + (way.y * x).abs());
    (ahead > 1.0 && aside <= ahead * 3.0).then_some(ahead + 2.0 * aside)
}

/// The nearest shape on that side, grounds left out.
fn neighbour(desk: &Desk<'_>, from: Subject, side: (f64, f64)) -> Option<Subject> {
    let here = desk.scene.bounds(from)?.centre();
    let others = desk.scene.items().iter().filter(|item| item.subject != from && !item.is_ground());
    let reached = others.filter_map(|item| Some((cost(here, item.shape()?.bounds.centre(), side)?, item.subject)));
    reached.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, subject)| subject)
}

/// From a connection to its ends, or to the others that leave the same element.
fn from_flow(desk: &Desk<'_>, flow: FlowId, heading: Heading) -> Option<Subject> {
    let it = desk.context.document.flows.get(flow)?;
    match heading {
        Heading::Forward => Some(Subject::Node(it.to)),
        Heading::Back => Some(Subject::Node(it.from)),
        Heading::Across(by) => {
            let others = desk.scene.flows().outgoing(it.from);
            let place = others.iter().position(|other| *other == flow)?;
            others.get(place.checked_add_signed(by)?).copied().map(Subject::Flow)
        }
    }
}

/// The first connection that leaves a node, else the first that reaches it; from a connection the next of the same source.
fn way(desk: &Desk<'_>, from: Subject) -> Option<Subject> {
    let flows = desk.scene.flows();
    match from {
        Subject::Node(node) => flows.outgoing(node).first().or(flows.incoming(node).first()).copied().map(Subject::Flow),
        Subject::Flow(flow) => {
            let others = flows.outgoing(desk.context.document.flows.get(flow)?.from);
            let place = others.iter().position(|other| *other == flow)?;
            others.get((place + 1) % others.len()).copied().map(Subject::Flow)
        }
        _ => None,
    }
}

fn out(desk: &Desk<'_>, from: Subject) -> Option<Subject> {
    let document = desk.context.document;
    let around = match from {
        Subject::Node(node) => {
            let node = document.nodes.get(node)?;
            let pool = || document.pool_of(node.process).map(Subject::Pool);
            node.parent.map(Subject::Node).or(node.lane.map(Subject::Lane)).or_else(pool)
        }
        Subject::Lane(lane) => {
            let lane = document.lanes.get(lane)?;
            Some(lane.parent.map_or(Subject::Pool(lane.pool), Subject::Lane))
        }
        _ => None,
    };
    around.filter(|subject| desk.scene.get(*subject).is_some())
}
