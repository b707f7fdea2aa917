//! Pools and lanes of another size: neighbours stay neighbours, and nothing loses its content.

use super::{Bands, LEAST_LANE, LEAST_LENGTH, Strip, needed_by_pool};
use crate::edit::Refusal;
use crate::edit::apply::{content_of, shift_all};
use crate::edit::draft::Draft;
use crate::model::{Bounds, Document, LaneId, Orientation, Point, PoolId, Subject};

/// Room between a node and the border of its lane when that is moved, in points.
const NODE_GAP: f64 = 10.0;

/// Gives a pool these bounds, but no less than its content and its lanes need.
pub(in crate::edit) fn resize_pool(draft: &mut Draft, pool: PoolId, bounds: Bounds) {
    let needed = needed_by_pool(&draft.document, pool);
    let mut bands = Bands::of(&draft.document, pool);
    bands.reframe(needed.map_or(bounds, |needed| needed.union(bounds)));
    bands.tile(draft);
}

/// Gives a lane these bounds: what it gains or loses across the flow its neighbours lose or gain, or
/// the pool, if it has none there; along the flow the whole pool changes. No lane loses its content.
pub(in crate::edit) fn resize_lane(draft: &mut Draft, lane: LaneId, bounds: Bounds) -> Result<(), Refusal> {
    let pool = draft.document.lanes.get(lane).ok_or(Refusal::NotThere)?.pool;
    let old = draft.bounds(Subject::Lane(lane)).ok_or(Refusal::NotDrawn(Subject::Lane(lane)))?;
    let mut bands = Bands::of(&draft.document, pool);
    let (old, new) = (Strip::of(old, bands.orientation), Strip::of(bounds, bands.orientation));
    let mut frame = Strip::of(bands.frame, bands.orientation);
    let leaves = bands.leaves();
    let own: Vec<usize> = leaves.iter().enumerate().filter(|(_, leaf)| leaf.round.contains(&lane)).map(|(index, _)| index).collect();
    let (Some(first), Some(last)) = (own.first().copied(), own.last().copied()) else { return Ok(()) };
    let room = |index: usize| leaves.get(index).map(|leaf| occupied(&draft.document, leaf.lane, bands.orientation));
    let front = limited(new.across.0, old.across.0, first.checked_sub(1).and_then(room), room(first));
    let back = limited(new.across_end(), old.across_end(), room(last), room(last + 1));
    let (before, behind) = (front - old.across.0, back - old.across_end());
    bands.widen(first.checked_sub(1), before);
    bands.widen(Some(first), -before);
    bands.widen(Some(last), behind);
    bands.widen(Some(last + 1), -behind);
    if first == 0 {
        frame.across = (frame.across.0 + before, frame.across.1 - before);
    }
    let (start, end) = (new.along.0 - old.along.0, new.along_end() - old.along_end());
    frame.along = (frame.along.0 + start, (frame.along.1 + end - start).max(LEAST_LENGTH));
    bands.frame = frame.bounds(bands.orientation);
    bands.tile(draft);
    Ok(())
}

/// Makes a lane broader at its far side; all that stands behind it is pushed on.
pub(in crate::edit) fn broaden_lane(draft: &mut Draft, lane: LaneId, by: f64) -> Result<(), Refusal> {
    let pool = draft.document.lanes.get(lane).ok_or(Refusal::NotThere)?.pool;
    let process = draft.document.pools.get(pool).and_then(|pool| pool.process).ok_or(Refusal::BlackBox)?;
    let old = draft.bounds(Subject::Lane(lane)).ok_or(Refusal::NotDrawn(Subject::Lane(lane)))?;
    let mut bands = Bands::of(&draft.document, pool);
    let border = Strip::of(old, bands.orientation).across_end();
    let document = &draft.document;
    let nodes = document.children(process, None).filter(|node| node.kind.host().is_none()).map(|node| Subject::Node(node.id));
    let artifacts = document.artifacts.values().filter(|it| it.process == process && it.parent.is_none());
    let is_behind = |subject: &Subject| {
        let strip = draft.bounds(*subject).map(|bounds| Strip::of(bounds, bands.orientation));
        strip.is_some_and(|strip| strip.across.0 + strip.across.1 / 2.0 > border)
    };
    let behind: Vec<Subject> = nodes.chain(artifacts.map(|it| Subject::Artifact(it.id))).filter(is_behind).collect();
    let pushed = content_of(document, &behind);
    let way = Strip { along: (0.0, 0.0), across: (by, 0.0) }.bounds(bands.orientation).corner().from(Point::default());
    let index = bands.leaves().iter().position(|leaf| leaf.lane == lane);
    shift_all(draft, pushed, way);
    bands.widen(index, by);
    bands.tile(draft);
    Ok(())
}

/// Where a lane lies across the flow, and the part of it that its nodes take.
struct Occupied {
    strip: (f64, f64),
    nodes: Option<(f64, f64)>,
}

fn occupied(document: &Document, lane: LaneId, orientation: Orientation) -> Occupied {
    let across = |subject| {
        let bounds = document.diagram.shapes.get(subject).map(|shape| shape.bounds)?;
        let strip = Strip::of(bounds, orientation);
        Some((strip.across.0, strip.across_end()))
    };
    let nodes = document.nodes.values().filter(|node| node.lane == Some(lane) && node.parent.is_none() && node.kind.host().is_none());
    let nodes = nodes.filter_map(|node| across(Subject::Node(node.id))).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    Occupied { strip: across(Subject::Lane(lane)).unwrap_or_default(), nodes }
}

/// Where a border may go between the lane before it and the lane behind it: each keeps its least breadth
/// and its nodes. Without a lane on one side that side is free.
fn limited(wanted: f64, now: f64, before: Option<Occupied>, behind: Option<Occupied>) -> f64 {
    let least = before.map_or(f64::NEG_INFINITY, |lane| {
        (lane.strip.0 + LEAST_LANE).max(lane.nodes.map_or(f64::NEG_INFINITY, |nodes| nodes.1 + NODE_GAP))
    });
    let most =
        behind.map_or(f64::INFINITY, |lane| (lane.strip.1 - LEAST_LANE).min(lane.nodes.map_or(f64::INFINITY, |nodes| nodes.0 - NODE_GAP)));
    // Nodes that stand over the border already do not let it move towards them, but away.
    wanted.max(least.min(now)).min(most.max(now))
}
