//! Places for what a file does not draw. What it draws stays where it is: whole processes and closed sub-processes are laid out apart, all
//! else finds a free place beside what it belongs to.

use crate::layout::auto::{Extent, HEAD, lay_out};
use crate::layout::connection::{ends, route_connection};
use crate::layout::dock::artifact_size;
use crate::layout::place::at_edge;
use crate::layout::progress::Progress;
use crate::model::{
    ArtifactKind, Bounds, Diagram, Document, Edge, LaneId, NodeId, NodeKind, Orientation, Point, Pool, PoolId, ProcessId, Shape, Subject,
    Table, Vector, Violation, undrawn,
};
use std::collections::{BTreeMap, BTreeSet};

/// Room round what is put between other things, and between canvases, in points.
const CLEAR: f64 = 12.0;
const GAP: f64 = 60.0;
/// Places are tried in squares of this step round the wished one, so many squares.
const STEP: f64 = 20.0;
const RINGS: i32 = 40;
/// More elements than this in a drawn process are not placed one by one.
const MOST: usize = 300;

/// Gives a place to all that has none; flows in this direction if nothing is drawn yet.
pub(super) fn draw(document: &mut Document, orientation: Option<Orientation>) {
    let missing = missing(document);
    if !(1..=super::MOST_LAID_OUT).contains(&missing.len()) {
        return;
    }
    if document.diagram.shapes.is_empty() || missing.len() > MOST {
        return anew(document, orientation);
    }
    whole_processes(document);
    closed_sub_processes(document);
    nodes(document);
    artifacts(document);
    let pools: Vec<PoolId> = document.pools.keys().collect();
    pools.into_iter().for_each(|pool| frame(document, pool));
    courses(document);
}

/// What has no place.
fn missing(document: &Document) -> Vec<Subject> {
    let subject = |violation| match violation {
        Violation::Undrawn(subject) => Some(subject),
        _ => None,
    };
    undrawn(document).into_iter().filter_map(subject).collect()
}

/// All of it laid out, or each process of which something is missing.
fn anew(document: &mut Document, orientation: Option<Orientation>) {
    let is_blank = document.diagram.shapes.is_empty();
    let orientation = orientation.filter(|_| is_blank);
    if let Some(orientation) = orientation {
        let pools: Vec<_> = document.pools.keys().collect();
        for pool in pools {
            if let Some(pool) = document.pools.get_mut(pool) {
                pool.orientation = orientation;
            }
        }
    }
    let extents: Vec<Extent> =
        if is_blank { vec![Extent::Everything] } else { super::picture::incomplete(document).into_iter().map(Extent::Process).collect() };
    for extent in extents {
        // What cannot be laid out stays undrawn; the outline lists it all the same.
        let Ok(plan) = lay_out(document, &extent, orientation, &Progress::default()) else { continue };
        take(document, &plan, |_| true, Vector::default());
    }
}

/// Takes the places of a plan that are wanted, moved by this.
fn take(document: &mut Document, plan: &Diagram, is_wanted: impl Fn(Subject) -> bool, by: Vector) {
    for (subject, shape) in plan.shapes.iter().filter(|(subject, _)| is_wanted(*subject)) {
        document.diagram.shapes.insert(subject, Shape { bounds: shape.bounds.moved(by), ..shape.clone() });
    }
    for (subject, edge) in plan.edges.iter().filter(|(subject, _)| is_wanted(*subject)) {
        let waypoints = edge.waypoints.iter().map(|point| point.moved(by)).collect();
        document.diagram.edges.insert(subject, Edge { waypoints, ..edge.clone() });
    }
}

/// The process in which a node, artifact or flow stands.
fn process_of(document: &Document, subject: Subject) -> Option<ProcessId> {
    match subject {
        Subject::Node(id) => document.nodes.get(id).map(|node| node.process),
        Subject::Artifact(id) => document.artifacts.get(id).map(|artifact| artifact.process),
        Subject::Flow(id) => process_of(document, Subject::Node(document.flows.get(id)?.from)),
        Subject::Pool(id) => document.pools.get(id)?.process,
        Subject::Lane(id) => process_of(document, Subject::Pool(document.lanes.get(id)?.pool)),
        _ => None,
    }
}

/// Processes of which no step is drawn, below all others.
fn whole_processes(document: &mut Document) {
    let mut drawn: BTreeMap<ProcessId, bool> = BTreeMap::new();
    for node in document.nodes.values().filter(|node| node.parent.is_none()) {
        *drawn.entry(node.process).or_default() |= document.diagram.shapes.contains(Subject::Node(node.id));
    }
    for process in drawn.into_iter().filter(|(_, is_drawn)| !is_drawn).map(|(process, _)| process) {
        let blank = Document { diagram: Diagram::default(), ..document.clone() };
        let Ok(plan) = lay_out(&blank, &Extent::Process(process), None, &Progress::default()) else { continue };
        let is_own = |subject| process_of(&blank, subject) == Some(process) && !document.diagram.shapes.contains(subject);
        let own: BTreeSet<Subject> = plan.shapes.keys().chain(plan.edges.keys()).filter(|subject| is_own(*subject)).collect();
        let extent = own.iter().filter_map(|subject| plan.shapes.get(*subject)).map(|shape| shape.bounds).reduce(Bounds::union);
        let Some(extent) = extent else { continue };
        let by = Vector::new(0.0, lowest(document) + GAP - extent.y);
        take(document, &plan, |subject| own.contains(&subject), by);
    }
}

fn lowest(document: &Document) -> f64 {
    document.diagram.shapes.iter().map(|(_, shape)| shape.bounds.bottom()).reduce(f64::max).unwrap_or_default()
}

/// What is in closed sub-processes of which nothing is drawn.
fn closed_sub_processes(document: &mut Document) {
    let mut undrawn: BTreeMap<NodeId, bool> = BTreeMap::new();
    for node in document.nodes.values() {
        if let Some(parent) = node.parent {
            *undrawn.entry(parent).or_insert(true) &= !document.diagram.shapes.contains(Subject::Node(node.id));
        }
    }
    for sub_process in undrawn.into_iter().filter(|(_, is_undrawn)| *is_undrawn).map(|(node, _)| node) {
        // What is in another one came with that.
        let is_due = document.is_closed(sub_process)
            && document.nodes.values().any(|it| it.parent == Some(sub_process) && !document.diagram.shapes.contains(Subject::Node(it.id)));
        let Some(process) = document.nodes.get(sub_process).filter(|_| is_due).map(|node| node.process) else { continue };
        let alone = alone(document, sub_process);
        let Ok(plan) = lay_out(&alone, &Extent::Process(process), None, &Progress::default()) else { continue };
        let has_place = |subject| document.diagram.shapes.contains(subject) || document.diagram.edges.contains(subject);
        let new: BTreeSet<Subject> = plan.shapes.keys().chain(plan.edges.keys()).filter(|it| !has_place(*it)).collect();
        take(document, &plan, |subject| new.contains(&subject), Vector::default());
    }
}

/// The document with nothing but a sub-process and what is in it.
fn alone(document: &Document, sub_process: NodeId) -> Document {
    let is_here = |node: NodeId| node == sub_process || document.is_inside(node, sub_process);
    let nodes: BTreeSet<NodeId> = document.nodes.keys().filter(|node| is_here(*node)).collect();
    let stays = |subject: Subject| match subject {
        Subject::Node(id) => nodes.contains(&id),
        Subject::Artifact(id) => document.artifacts.get(id).is_some_and(|it| it.parent.is_some_and(is_here)),
        _ => false,
    };
    let shapes = document.diagram.shapes.iter().filter(|(subject, _)| *subject == Subject::Node(sub_process));
    Document {
        pools: Table::default(),
        lanes: Table::default(),
        message_flows: Table::default(),
        nodes: document.nodes.iter().filter(|(id, _)| nodes.contains(id)).map(|(id, node)| (id, node.clone())).collect(),
        flows: (document.flows.iter())
            .filter(|(_, flow)| nodes.contains(&flow.from) && nodes.contains(&flow.to))
            .map(|(id, flow)| (id, flow.clone()))
            .collect(),
        artifacts: (document.artifacts.iter())
            .filter(|(id, _)| stays(Subject::Artifact(*id)))
            .map(|(id, artifact)| (id, artifact.clone()))
            .collect(),
        associations: (document.associations.iter())
            .filter(|(_, it)| stays(it.from) && stays(it.to))
            .map(|(id, association)| (id, association.clone()))
            .collect(),
        diagram: Diagram { shapes: shapes.map(|(subject, shape)| (subject, shape.clone())).collect(), ..Diagram::default() },
        ..document.clone()
    }
}

/// Steps, events and gateways, each near the one with which it stands for one element of the file, else near those that it is connected with.
fn nodes(document: &mut Document) {
    let missing: Vec<NodeId> = document.nodes.keys().filter(|node| !document.diagram.shapes.contains(Subject::Node(*node))).collect();
    let owners = owners(document, &missing);
    for id in missing {
        let Some(node) = document.nodes.get(id) else { continue };
        let (width, height) = node.kind.usual_size();
        let place = if let Some(host) = node.kind.host() {
            at_edge(document, host, None).map(|centre| Bounds::centred(centre, width, height))
        } else {
            let room = node.parent.map(Subject::Node).or(node.lane.map(Subject::Lane));
            let room = room.and_then(|room| document.diagram.shapes.get(room)).map(|shape| shape.bounds);
            let owner = owners.get(&id).and_then(|owner| document.diagram.shapes.get(Subject::Node(*owner)));
            let wished = owner.map(|owner| Point::new(owner.bounds.right() + 2.0 * CLEAR, owner.bounds.centre().y));
            let wished =
                wished.or_else(|| beside(document, id, (width, height))).or(room.map(Bounds::centre)).unwrap_or_else(|| corner(document));
            Some(free(document, (node.process, node.parent), Bounds::centred(wished, width, height), room))
        };
        let is_expanded = !matches!(node.kind, NodeKind::SubProcess { .. });
        if let Some(bounds) = place {
            document.diagram.shapes.insert(Subject::Node(id), Shape { bounds, label: None, is_expanded });
            // A course in the file ends at the element, not here.
            let flows: Vec<_> = document.incoming(id).chain(document.outgoing(id)).map(|flow| flow.id).collect();
            flows.into_iter().for_each(|flow| drop(document.diagram.edges.remove(Subject::Flow(flow))));
        }
    }
}

/// The drawn nodes that stand with these for one element of the file.
fn owners(document: &Document, missing: &[NodeId]) -> BTreeMap<NodeId, NodeId> {
    let origin = |node: NodeId| document.origins.get(Subject::Node(node)).map(|origin| origin.id.as_str());
    let wanted: BTreeSet<&str> = missing.iter().filter_map(|node| origin(*node)).collect();
    let drawn = document.nodes.keys().filter(|node| document.diagram.shapes.contains(Subject::Node(*node)));
    let drawn: BTreeMap<&str, NodeId> = drawn.filter_map(|node| Some((origin(node).filter(|id| wanted.contains(id))?, node))).collect();
    missing.iter().filter_map(|node| Some((*node, *drawn.get(origin(*node)?)?))).collect()
}

/// The lower left of everything.
fn corner(document: &Document) -> Point {
    let left = document.diagram.shapes.iter().map(|(_, shape)| shape.bounds.x).reduce(f64::min).unwrap_or_default();
    Point::new(left + GAP, lowest(document) + GAP)
}

/// The wished middle of a node: behind one from which a flow comes, else before one to which it leads.
fn beside(document: &Document, node: NodeId, (width, _): (f64, f64)) -> Option<Point> {
    let bounds = |node| document.diagram.shapes.get(Subject::Node(node)).map(|shape| shape.bounds);
    let behind = document.incoming(node).find_map(|flow| bounds(flow.from));
    let behind = behind.map(|it| Point::new(it.right() + 2.0 * CLEAR + width / 2.0, it.centre().y));
    let before = || document.outgoing(node).find_map(|flow| bounds(flow.to));
    behind.or_else(|| before().map(|it| Point::new(it.x - 2.0 * CLEAR - width / 2.0, it.centre().y)))
}

/// The free place for something of this size that is nearest to the wished one; where there is room inside of what is round it.
fn free(document: &Document, (process, parent): (ProcessId, Option<NodeId>), wished: Bounds, room: Option<Bounds>) -> Bounds {
    let is_beside = |subject: Subject| match subject {
        Subject::Node(id) => document.nodes.get(id).is_some_and(|node| node.process == process && node.parent == parent),
        Subject::Artifact(id) => document
            .artifacts
            .get(id)
            .is_some_and(|it| it.process == process && it.parent == parent && !matches!(it.kind, ArtifactKind::Group { .. })),
        Subject::Pool(id) => document.pools.get(id).is_some_and(|pool| pool.process.is_none()),
        _ => false,
    };
    let taken: Vec<Bounds> =
        document.diagram.shapes.iter().filter(|(subject, _)| is_beside(*subject)).map(|(_, shape)| shape.bounds).collect();
    let is_free = |place: &Bounds| taken.iter().all(|other| !place.grown(CLEAR).overlaps(*other));
    let places = || (0..RINGS).flat_map(ring).map(|by| wished.moved(by));
    let inside = room.and_then(|room| places().find(|place| room.encloses(*place) && is_free(place)));
    inside.or_else(|| places().find(is_free)).unwrap_or(wished)
}

/// The steps of a square round nothing; below and to the right first.
fn ring(ring: i32) -> impl Iterator<Item = Vector> {
    let side = move |along: i32| [(along, ring), (ring, along), (along, -ring), (-ring, along)];
    let steps = (0..=ring).flat_map(move |along| side(along).into_iter().chain(side(-along)));
    steps.take(if ring == 0 { 1 } else { usize::MAX }).map(|(x, y)| Vector::new(f64::from(x) * STEP, f64::from(y) * STEP))
}

/// Annotations, data and groups, each near what it speaks of.
fn artifacts(document: &mut Document) {
    let missing: Vec<_> = document.artifacts.keys().filter(|it| !document.diagram.shapes.contains(Subject::Artifact(*it))).collect();
    for id in missing {
        let Some(artifact) = document.artifacts.get(id) else { continue };
        let own = Subject::Artifact(id);
        let other = document.associations.values().find_map(|line| match line {
            line if line.from == own => Some(line.to),
            line if line.to == own => Some(line.from),
            _ => None,
        });
        let (width, height) = artifact_size(&artifact.kind);
        let near = other.and_then(|other| document.diagram.shapes.get(other)).map(|shape| shape.bounds);
        let wished = near.map_or_else(|| corner(document), |near| Point::new(near.centre().x, near.y - 2.0 * CLEAR - height / 2.0));
        let room = artifact.parent.and_then(|parent| document.diagram.shapes.get(Subject::Node(parent))).map(|shape| shape.bounds);
        let bounds = free(document, (artifact.process, artifact.parent), Bounds::centred(wished, width, height), room);
        document.diagram.shapes.insert(own, Shape { bounds, label: None, is_expanded: true });
    }
}

/// A pool and its lanes round what stands in them.
fn frame(document: &mut Document, pool: PoolId) {
    let Some(pool) = document.pools.get(pool).cloned() else { return };
    lanes(document, &pool);
    if document.diagram.shapes.contains(Subject::Pool(pool.id)) {
        return;
    }
    let is_inside = |subject: Subject| match subject {
        Subject::Node(_) | Subject::Artifact(_) => {
            pool.process.is_some() && process_of(document, subject) == pool.process && document.plane_of(subject).is_none()
        }
        Subject::Lane(lane) => document.lanes.get(lane).is_some_and(|lane| lane.pool == pool.id),
        _ => false,
    };
    let has_lanes = document.lanes.values().any(|lane| lane.pool == pool.id);
    let content = document.diagram.shapes.iter().filter(|(subject, _)| is_inside(*subject));
    let content =
        content.map(|(subject, shape)| if matches!(subject, Subject::Lane(_)) { shape.bounds } else { shape.bounds.grown(GAP / 2.0) });
    let body = content.reduce(Bounds::union).unwrap_or_else(|| {
        let place = corner(document);
        Bounds::new(place.x, place.y, 10.0 * GAP, GAP)
    });
    let is_box = pool.process.is_none() && !has_lanes;
    let bounds = if is_box { body } else { with_head(body, pool.orientation) };
    document.diagram.shapes.insert(Subject::Pool(pool.id), Shape { bounds, label: None, is_expanded: true });
}

fn with_head(body: Bounds, orientation: Orientation) -> Bounds {
    match orientation {
        Orientation::Horizontal => Bounds { x: body.x - HEAD, width: body.width + HEAD, ..body },
        Orientation::Vertical => Bounds { y: body.y - HEAD, height: body.height + HEAD, ..body },
    }
}

/// The lanes of a pool of which one is not drawn, innermost last: each a strip as broad as what stands in it, those beside it as long.
fn lanes(document: &mut Document, pool: &Pool) {
    let missing: Vec<LaneId> = (document.lanes.values())
        .filter(|lane| lane.pool == pool.id && !document.diagram.shapes.contains(Subject::Lane(lane.id)))
        .map(|lane| lane.id)
        .collect();
    for id in missing.into_iter().rev() {
        let is_inside = |subject: Subject| match subject {
            Subject::Node(node) => document.nodes.get(node).is_some_and(|node| node.lane == Some(id) && node.parent.is_none()),
            Subject::Lane(lane) => document.lanes.get(lane).is_some_and(|lane| lane.parent == Some(id)),
            _ => false,
        };
        let content = document.diagram.shapes.iter().filter(|(subject, _)| is_inside(*subject));
        let content = content.map(|(_, shape)| shape.bounds.grown(CLEAR)).reduce(Bounds::union);
        let own = content.unwrap_or_else(|| {
            let place = corner(document);
            Bounds::new(place.x, place.y, 10.0 * GAP, 2.0 * GAP)
        });
        let bounds = with_head(own, pool.orientation);
        document.diagram.shapes.insert(Subject::Lane(id), Shape { bounds, label: None, is_expanded: true });
    }
}

/// Courses of connections; those that end at others come when these have theirs.
fn courses(document: &mut Document) {
    for _ in 0..=2 {
        for connection in missing(document).into_iter().filter(|subject| ends(document, *subject).is_some()).collect::<Vec<_>>() {
            if let Some(waypoints) = route_connection(document, connection) {
                document.diagram.edges.insert(connection, Edge { waypoints, label: None, is_manual: false });
            }
        }
    }
}
