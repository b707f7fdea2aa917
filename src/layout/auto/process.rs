//! A whole process in place: levels from the innermost outwards, then lanes and pool round them.

use super::axes::Axes;
use super::grid::{Arranged, arrange};
use super::level::{ARTIFACT_GAP, Context, Item, Level, artifacts_by_node};
use crate::layout::direction::Directions;
use crate::model::{ArtifactId, ArtifactKind, Bounds, Document, LaneId, NodeId, Point, PoolId, ProcessId, Subject, Vector};
use std::collections::BTreeMap;

/// Breadth of the head of a pool or lane, in points.
pub const HEAD: f64 = 30.0;
/// Room between the head of a lane and the first node, and behind the last.
const PADDING: f64 = 40.0;
/// Room in a sub-process at its sides and below; above it the name needs more.
const INSIDE: f64 = 30.0;
const INSIDE_TOP: f64 = 50.0;

/// Shapes of a process from the corner of its pool, or of its outermost level if it has no pool.
pub(super) struct Placed {
    pub shapes: BTreeMap<Subject, Bounds>,
    /// What is round all of them.
    pub whole: Bounds,
}

/// What stands on a level, from its corner on the screen.
#[derive(Default)]
struct Content {
    shapes: Vec<(Subject, Bounds)>,
    size: (f64, f64),
    /// Edges of the bands across the flow.
    bands: Vec<(f64, f64)>,
}

/// Lays out the shapes of a process.
pub(super) fn place(document: &Document, process: ProcessId, directions: &Directions) -> Placed {
    let mut context = Context::of(document, process, directions);
    let mut levels: BTreeMap<Option<NodeId>, Vec<NodeId>> = BTreeMap::new();
    for node in document.nodes.values().filter(|node| node.process == process && node.kind.host().is_none()) {
        levels.entry(node.parent).or_default().push(node.id);
    }
    let parents = outermost_first(&levels);
    let mut contents: BTreeMap<Option<NodeId>, Content> = BTreeMap::new();
    for parent in parents.iter().rev() {
        let nodes = levels.get(parent).map(Vec::as_slice).unwrap_or_default();
        let content = content(&context, nodes, *parent, process);
        if let Some(parent) = parent {
            context.grown.insert(*parent, (content.size.0 + 2.0 * INSIDE, content.size.1 + INSIDE_TOP + INSIDE));
        }
        contents.insert(*parent, content);
    }
    assemble(&context, document.pool_of(process), &parents, &contents)
}

impl<'a> Context<'a> {
    /// What the layout of a process has to know; sizes of sub-processes are those that they have.
    pub(super) fn of(document: &'a Document, process: ProcessId, directions: &Directions) -> Self {
        let mut boundary_events: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
        for (host, event) in document.nodes.values().filter(|node| node.process == process).filter_map(|it| Some((it.kind.host()?, it.id)))
        {
            boundary_events.entry(host).or_default().push(event);
        }
        Self {
            document,
            axes: Axes(directions.of_process(process)),
            lanes: document.pool_of(process).map(|pool| lanes_in_order(document, pool)).unwrap_or_default(),
            artifacts: artifacts_by_node(document),
            messengers: document.message_flows.values().flat_map(|flow| [flow.from, flow.to]).filter_map(Subject::node).collect(),
            boundary_events,
            grown: BTreeMap::new(),
        }
    }
}

/// The levels of a process, each before those inside of it. A level that lies in itself is not among them.
fn outermost_first(levels: &BTreeMap<Option<NodeId>, Vec<NodeId>>) -> Vec<Option<NodeId>> {
    let mut parents = vec![None];
    let mut next = 0;
    while let Some(parent) = parents.get(next) {
        let nodes = levels.get(parent).map(Vec::as_slice).unwrap_or_default();
        let inner: Vec<Option<NodeId>> = nodes.iter().map(|node| Some(*node)).filter(|node| levels.contains_key(node)).collect();
        parents.extend(inner);
        next += 1;
    }
    parents
}

/// The lanes of a pool that hold nodes, in the order in which they are drawn, else were made.
fn lanes_in_order(document: &Document, pool: PoolId) -> Vec<LaneId> {
    // They are drawn in the direction that the pool has now.
    let axes = Axes(document.pools.get(pool).map(|pool| pool.orientation).unwrap_or_default());
    let mut found = Vec::new();
    let mut waiting: Vec<LaneId> = ordered_lanes(document, axes, pool, None);
    waiting.reverse();
    while let Some(lane) = waiting.pop() {
        let inner = ordered_lanes(document, axes, pool, Some(lane));
        if inner.is_empty() {
            found.push(lane);
        }
        waiting.extend(inner.into_iter().rev());
    }
    found
}

fn ordered_lanes(document: &Document, axes: Axes, pool: PoolId, parent: Option<LaneId>) -> Vec<LaneId> {
    let mut lanes: Vec<LaneId> = document.lanes_in(pool, parent).map(|lane| lane.id).collect();
    let place = |lane: &LaneId| {
        let shape = document.diagram.shapes.get(Subject::Lane(*lane))?;
        Some(axes.flow_size((shape.bounds.x, shape.bounds.y)).1)
    };
    if lanes.iter().all(|lane| place(lane).is_some()) {
        lanes.sort_by(|a, b| place(a).partial_cmp(&place(b)).unwrap_or(std::cmp::Ordering::Equal));
    }
    lanes
}

/// Lays out one level.
fn content(context: &Context<'_>, nodes: &[NodeId], parent: Option<NodeId>, process: ProcessId) -> Content {
    let mut level = Level::of(context, nodes, parent.is_none());
    let lanes = if parent.is_none() { context.lanes.len() } else { 0 };
    let Arranged { centres, bands, length } = arrange(&mut level, lanes);
    let shapes = stand(context, &level, &centres).into_iter().flatten().collect();
    let breadth = bands.last().map_or(0.0, |(_, end)| *end);
    let size = context.axes.bounds(0.0, 0.0, length, breadth);
    let mut content = Content { shapes, size: (size.width, size.height), bands };
    place_loose_artifacts(context, parent, process, &mut content);
    content
}

/// The shapes of each item, with the events at its edge and its artifacts.
pub(super) fn stand(context: &Context<'_>, level: &Level, centres: &[(f64, f64)]) -> Vec<Vec<(Subject, Bounds)>> {
    let stand = |(item, (along, across)): (&Item, &(f64, f64))| {
        let bounds = context.axes.bounds(along - item.along / 2.0, across - item.across / 2.0, item.along, item.across);
        let mut shapes = vec![(Subject::Node(item.node), bounds)];
        shapes.extend(events_at_edge(context, item.node, bounds));
        let length = item.artifacts.iter().map(|(_, (along, _))| along + 20.0).sum::<f64>();
        let mut begin = along - if item.has_message { length + 10.0 } else { length / 2.0 };
        for (artifact, (length, breadth)) in &item.artifacts {
            let at = across - item.across / 2.0 - ARTIFACT_GAP - breadth;
            shapes.push((Subject::Artifact(*artifact), context.axes.bounds(begin + 10.0, at, *length, *breadth)));
            begin += length + 20.0;
        }
        shapes
    };
    level.items.iter().zip(centres).map(stand).collect()
}

/// Events at the side of an activity that lies to the right of the flow, the first at its far end.
fn events_at_edge(context: &Context<'_>, host: NodeId, bounds: Bounds) -> Vec<(Subject, Bounds)> {
    let events = context.boundary_events.get(&host).map(Vec::as_slice).unwrap_or_default();
    let (length, breadth) = context.axes.flow_size((bounds.width, bounds.height));
    let (along, across) = context.axes.flow_size((bounds.x, bounds.y));
    let place = |index: usize| match (index, events.len()) {
        (0, 1 | 2) => length - 30.0,
        (_, 2) => 30.0,
        (index, count) => length * (count - index) as f64 / (count + 1) as f64,
    };
    let shape = |(index, event): (usize, &NodeId)| {
        let (long, broad) = context.axes.flow_size(context.size(*event));
        (Subject::Node(*event), context.axes.bounds(along + place(index) - long / 2.0, across + breadth - broad / 2.0, long, broad))
    };
    events.iter().enumerate().map(shape).collect()
}

/// Groups go round what they held; other artifacts that speak of no node stand in a row below.
fn place_loose_artifacts(context: &Context<'_>, parent: Option<NodeId>, process: ProcessId, content: &mut Content) {
    let document = context.document;
    let artifacts = document.artifacts.values().filter(|it| it.process == process && it.parent == parent);
    let mut begin = 0.0;
    for artifact in artifacts {
        let subject = Subject::Artifact(artifact.id);
        if content.shapes.iter().any(|(placed, _)| *placed == subject) {
            continue;
        }
        let held = matches!(artifact.kind, ArtifactKind::Group { .. }).then(|| held_by(document, artifact.id, content)).flatten();
        let bounds = held.unwrap_or_else(|| {
            let (width, height) = context.artifact_size(artifact.id);
            let bounds = Bounds::new(begin, content.size.1 + 20.0, width, height);
            begin += width + 20.0;
            bounds
        });
        content.shapes.push((subject, bounds));
    }
    let lowest = content.shapes.iter().map(|(_, bounds)| bounds.bottom()).fold(content.size.1, f64::max);
    if begin > 0.0 {
        content.size = (content.size.0.max(begin - 20.0), (lowest / 10.0).ceil() * 10.0);
    }
}

/// The place of a group round the nodes that lay in it before.
fn held_by(document: &Document, group: ArtifactId, content: &Content) -> Option<Bounds> {
    let old = document.diagram.shapes.get(Subject::Artifact(group))?.bounds;
    let was_inside = |subject: Subject| document.diagram.shapes.get(subject).is_some_and(|shape| old.encloses(shape.bounds));
    let inside = content.shapes.iter().filter(|(subject, _)| subject.node().is_some() && was_inside(*subject));
    inside.map(|(_, bounds)| *bounds).reduce(Bounds::union).map(|bounds| bounds.grown(20.0))
}

/// Puts all levels into each other, and lanes and pool round the outermost.
fn assemble(
    context: &Context<'_>,
    pool: Option<PoolId>,
    parents: &[Option<NodeId>],
    contents: &BTreeMap<Option<NodeId>, Content>,
) -> Placed {
    let depth = context.lanes.iter().map(|lane| lane_depth(context.document, *lane)).max().unwrap_or(0);
    let heads = if pool.is_some() { HEAD * (depth + 1) as f64 + PADDING } else { 0.0 };
    let outermost = contents.get(&None);
    // A pool without lanes has room of its own round its nodes.
    let aside = if pool.is_some() && context.lanes.is_empty() { INSIDE } else { 0.0 };
    let mut shapes = BTreeMap::new();
    for parent in parents {
        let corner = match parent {
            None => context.axes.bounds(heads, aside, 0.0, 0.0).corner(),
            Some(parent) => {
                let Some(bounds) = shapes.get(&Subject::Node(*parent)).copied() else { continue };
                let bounds: Bounds = bounds;
                bounds.corner().moved(Vector::new(INSIDE, INSIDE_TOP))
            }
        };
        let content = contents.get(parent).map(|content| content.shapes.as_slice()).unwrap_or_default();
        shapes.extend(content.iter().map(|(subject, bounds)| (*subject, bounds.moved(corner.from(Point::default())))));
    }
    if let Some((pool, content)) = pool.zip(outermost) {
        let (length, breadth) = context.axes.flow_size(content.size);
        let length = (heads + length + PADDING).max(600.0);
        let breadth = (breadth + 2.0 * aside).max(120.0);
        shapes.insert(Subject::Pool(pool), context.axes.bounds(0.0, 0.0, length, breadth));
        frame_lanes(context, &content.bands, length, breadth, &mut shapes);
    }
    let whole = shapes.values().copied().reduce(Bounds::union).unwrap_or_default();
    Placed { shapes, whole }
}

/// How many lanes stand round a lane, itself counted.
fn lane_depth(document: &Document, lane: LaneId) -> usize {
    let mut depth = 0;
    let mut next = document.lanes.get(lane);
    while let Some(lane) = next.filter(|_| depth < 100) {
        depth += 1;
        next = lane.parent.and_then(|parent| document.lanes.get(parent));
    }
    depth
}

/// Draws the bands as lanes; a lane with lanes in it goes round them.
fn frame_lanes(context: &Context<'_>, bands: &[(f64, f64)], length: f64, breadth: f64, shapes: &mut BTreeMap<Subject, Bounds>) {
    for (index, (lane, (begin, end))) in context.lanes.iter().zip(bands).enumerate() {
        let end = if index + 1 == context.lanes.len() { breadth.max(*end) } else { *end };
        let mut next = context.document.lanes.get(*lane);
        for depth in (1..=lane_depth(context.document, *lane)).rev() {
            let Some(lane) = next else { break };
            let head = HEAD * depth as f64;
            let bounds = context.axes.bounds(head, *begin, length - head, end - begin);
            shapes.entry(Subject::Lane(lane.id)).and_modify(|all| *all = all.union(bounds)).or_insert(bounds);
            next = lane.parent.and_then(|parent| context.document.lanes.get(parent));
        }
    }
}
