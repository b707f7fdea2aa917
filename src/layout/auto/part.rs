//! Some nodes laid out among others that stay: where they stood, in their lanes, and where nothing else stands.

use super::Stopped;
use super::axes::Axes;
use super::grid::arrange;
use super::level::{Context, Level};
use super::process::stand;
use crate::layout::direction::Directions;
use crate::layout::snap::GRID;
use crate::model::{ArtifactKind, Bounds, Document, LaneId, NodeId, Point, ProcessId, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// Least distance from the edge of a lane and from what stays.
const CLEAR: f64 = 10.0;
/// So many places are tried.
const PLACES: i32 = 200;

/// The new places of the nodes, with what stands at and beside them. What is in a sub-process goes with it and is not named.
pub(super) fn shapes(document: &Document, nodes: &[NodeId], directions: &Directions) -> Result<BTreeMap<Subject, Bounds>, Stopped> {
    let mut levels: BTreeMap<(ProcessId, Option<NodeId>), Vec<NodeId>> = BTreeMap::new();
    for node in nodes.iter().filter_map(|node| document.nodes.get(*node)) {
        let is_drawn = document.diagram.shapes.contains(Subject::Node(node.id));
        if is_drawn && node.kind.host().is_none() {
            levels.entry((node.process, node.parent)).or_default().push(node.id);
        }
    }
    let mut shapes = BTreeMap::new();
    for ((process, parent), mut nodes) in levels {
        nodes.sort_unstable();
        nodes.dedup();
        shapes.extend(level(document, directions, process, parent, &nodes)?);
    }
    Ok(shapes)
}

fn level(
    document: &Document,
    directions: &Directions,
    process: ProcessId,
    parent: Option<NodeId>,
    nodes: &[NodeId],
) -> Result<Vec<(Subject, Bounds)>, Stopped> {
    let mut context = Context::of(document, process, directions);
    if parent.is_some() {
        context.lanes.clear();
    }
    let mut level = Level::of(&context, nodes, parent.is_none());
    let arranged = arrange(&mut level, context.lanes.len());
    let stood = stand(&context, &level, &arranged.centres);
    let mut placed = Vec::new();
    if context.lanes.is_empty() {
        placed = in_place(&context, stood.into_iter().flatten().collect());
    } else {
        let mut bands: BTreeMap<usize, Vec<(Subject, Bounds)>> = BTreeMap::new();
        for (item, shapes) in level.items.iter().zip(stood) {
            bands.entry(item.band).or_default().extend(shapes);
        }
        let all: Vec<(Subject, Bounds)> = bands.values().flatten().copied().collect();
        let along = begin(&context, &all);
        for (band, shapes) in bands {
            placed.extend(in_lane(&context, context.lanes.get(band).copied(), &shapes, along)?);
        }
    }
    let others = others(document, process, parent, &placed);
    Ok(freed(context.axes, placed, &others, context.lanes.is_empty()))
}

/// A rectangle in flow coordinates: begin and end along the flow, begin and end across it.
fn flow(axes: Axes, bounds: Bounds) -> [f64; 4] {
    let ((along, across), (length, breadth)) = (axes.flow_size((bounds.x, bounds.y)), axes.flow_size((bounds.width, bounds.height)));
    [along, along + length, across, across + breadth]
}

fn round_all(shapes: &[(Subject, Bounds)]) -> Bounds {
    shapes.iter().map(|(_, bounds)| *bounds).reduce(Bounds::union).unwrap_or_default()
}

/// Where these shapes stand now.
fn now(context: &Context<'_>, shapes: &[(Subject, Bounds)]) -> Bounds {
    let drawn = shapes.iter().filter_map(|(subject, _)| context.document.diagram.shapes.get(*subject));
    drawn.map(|shape| shape.bounds).reduce(Bounds::union).unwrap_or_default()
}

/// How far along the flow the shapes have to be moved to begin where they begin now.
fn begin(context: &Context<'_>, shapes: &[(Subject, Bounds)]) -> f64 {
    flow(context.axes, now(context, shapes))[0] - flow(context.axes, round_all(shapes))[0]
}

fn moved(axes: Axes, shapes: Vec<(Subject, Bounds)>, along: f64, across: f64) -> Vec<(Subject, Bounds)> {
    let by = axes.bounds(along, across, 0.0, 0.0).corner().from(Point::default());
    shapes.into_iter().map(|(subject, bounds)| (subject, bounds.moved(by))).collect()
}

/// The shapes round the middle that they have now.
fn in_place(context: &Context<'_>, shapes: Vec<(Subject, Bounds)>) -> Vec<(Subject, Bounds)> {
    let across = middle(flow(context.axes, now(context, &shapes))) - middle(flow(context.axes, round_all(&shapes)));
    let along = begin(context, &shapes);
    moved(context.axes, shapes, along, across)
}

fn middle([_, _, begin, end]: [f64; 4]) -> f64 {
    f64::midpoint(begin, end)
}

/// The shapes of a lane, near the middle that they have now, but inside of it.
fn in_lane(
    context: &Context<'_>,
    lane: Option<LaneId>,
    shapes: &[(Subject, Bounds)],
    along: f64,
) -> Result<Vec<(Subject, Bounds)>, Stopped> {
    let (old, new) = (flow(context.axes, now(context, shapes)), flow(context.axes, round_all(shapes)));
    let mut across = middle(old) - middle(new);
    if let Some((lane, strip)) = lane.and_then(|lane| Some((lane, context.document.diagram.shapes.get(Subject::Lane(lane))?.bounds))) {
        let strip = flow(context.axes, strip);
        let missing = new[3] - new[2] + 2.0 * CLEAR - (strip[3] - strip[2]);
        if missing > 0.0 {
            return Err(Stopped::Narrow { lane, by: missing });
        }
        across = across.max(strip[2] + CLEAR - new[2]).min(strip[3] - CLEAR - new[3]);
    }
    Ok(moved(context.axes, shapes.to_vec(), along, across))
}

/// Where the shapes stand that stay on the level; what holds others, as groups do, is in nobody's way.
fn others(document: &Document, process: ProcessId, parent: Option<NodeId>, placed: &[(Subject, Bounds)]) -> Vec<Bounds> {
    let mine: BTreeSet<Subject> = placed.iter().map(|(subject, _)| *subject).collect();
    let is_beside = |subject: Subject| match subject {
        Subject::Node(id) => document.nodes.get(id).is_some_and(|node| node.process == process && node.parent == parent),
        Subject::Artifact(id) => document
            .artifacts
            .get(id)
            .is_some_and(|it| it.process == process && it.parent == parent && !matches!(it.kind, ArtifactKind::Group { .. })),
        _ => false,
    };
    let shapes = document.diagram.shapes.iter().filter(|(subject, _)| is_beside(*subject) && !mine.contains(subject));
    shapes.map(|(_, shape)| shape.bounds).collect()
}

/// The shapes moved to where nothing else stands: along the flow, and across it where no lane holds them.
fn freed(axes: Axes, shapes: Vec<(Subject, Bounds)>, others: &[Bounds], may_leave_row: bool) -> Vec<(Subject, Bounds)> {
    let is_clear = |bounds: Bounds| others.iter().all(|other| !bounds.grown(CLEAR).overlaps(*other));
    if shapes.iter().all(|(_, bounds)| is_clear(*bounds)) {
        return shapes;
    }
    let whole = round_all(&shapes);
    let ways = (1..=PLACES).flat_map(|step| {
        let far = f64::from(step) * 2.0 * GRID;
        [(far, 0.0), (0.0, far), (0.0, -far), (-far, 0.0)].into_iter().filter(move |(_, across)| may_leave_row || *across == 0.0)
    });
    let place = |(along, across): &(f64, f64)| whole.moved(axes.bounds(*along, *across, 0.0, 0.0).corner().from(Point::default()));
    let found = ways.into_iter().find(|way| is_clear(place(way)));
    let (along, across) = found.unwrap_or_default();
    moved(axes, shapes, along, across)
}
