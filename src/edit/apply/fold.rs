//! Showing and hiding what is in a sub-process: shown content pushes aside what stands in its way.

use super::shapes::{carried, content_of, shift_all};
use crate::edit::draft::Draft;
use crate::edit::place::Scope;
use crate::edit::tiling::{Bands, Strip};
use crate::edit::{Refusal, tiling};
use crate::layout::direction::direction_of;
use crate::model::{Bounds, LaneId, NodeId, NodeKind, Orientation, Subject, Vector};

/// Room between what is shown and what it pushed aside, in points.
const GAP: f64 = 40.0;
/// Room between what is shown and the border of what holds it.
const PADDING: f64 = 20.0;
/// Room for the name of the sub-process round it.
const TITLE: f64 = 20.0;

pub(super) fn set_expanded(draft: &mut Draft, node: NodeId, is_expanded: bool) -> Result<(), Refusal> {
    let subject = Subject::Node(node);
    let shape = draft.document.diagram.shapes.get_mut(subject).ok_or(Refusal::NotDrawn(subject))?;
    if shape.is_expanded == is_expanded {
        return Ok(());
    }
    shape.is_expanded = is_expanded;
    let old = shape.bounds;
    if is_expanded {
        open(draft, node, old);
    } else {
        let (width, height) = NodeKind::Task.usual_size();
        draft.set_bounds(subject, Bounds::new(old.x, old.centre().y - height / 2.0, width, height));
    }
    Ok(())
}

fn open(draft: &mut Draft, node: NodeId, old: Bounds) {
    let subject = Subject::Node(node);
    let (width, height) = NodeKind::SubProcess { is_event: false }.usual_size();
    let needed = tiling::needed_by_content(&draft.document, node);
    let (width, height) = needed.map_or((width, height), |needed| (needed.width.max(width), needed.height.max(height)));
    let Some(scope) = Scope::of(&draft.document, node) else { return };
    let orientation = direction_of(&draft.document, scope.process);
    let (anchor, whole) = (Strip::of(old, orientation), Strip::of(Bounds::new(0.0, 0.0, width, height), orientation));
    let middle = anchor.across.0 + anchor.across.1 / 2.0;
    let begin = (middle - whole.across.1 / 2.0).max(ceiling(draft, node, anchor, whole.along.1, orientation)).min(anchor.across.0);
    let bounds = Strip { along: (anchor.along.0, whole.along.1), across: (begin, whole.across.1) }.bounds(orientation);
    draft.set_bounds(subject, bounds);
    if let Some(needed) = needed {
        let content = content_of(&draft.document, &[subject]).into_iter().filter(|inner| *inner != subject && !is_at(draft, *inner, node));
        let content: Vec<Subject> = content.collect();
        let content = carried(&draft.document, &content);
        shift_all(draft, content, bounds.corner().from(needed.corner()));
    }
    make_way(draft, node, old, orientation);
}

/// How far a sub-process may open against the rows: to what stands there, its lane, or what holds it.
fn ceiling(draft: &Draft, node: NodeId, old: Strip, length: f64, orientation: Orientation) -> f64 {
    let new = Strip { along: (old.along.0, length), ..old };
    let above = others(draft, node, orientation).into_iter().map(|(_, strip)| strip);
    let above = above.filter(|strip| strip.across_end() <= old.across.0 && overlap(strip.along, new.along)).map(|it| it.across_end() + GAP);
    let strip = |subject| draft.bounds(subject).map(|bounds| Strip::of(bounds, orientation).across.0);
    let it = draft.document.nodes.get(node);
    let holder = it.and_then(|it| it.parent).and_then(|parent| strip(Subject::Node(parent))).map(|top| top + PADDING + TITLE);
    let lane = it.and_then(|it| it.lane).and_then(|lane| strip(Subject::Lane(lane))).map(|top| top + PADDING);
    above.chain(holder).chain(lane).fold(f64::NEG_INFINITY, f64::max)
}

/// Pushes on what stands behind a node that has grown, and aside what stands beside it; what holds it grows likewise.
fn make_way(draft: &mut Draft, node: NodeId, old: Bounds, orientation: Orientation) {
    let (mut node, mut old) = (node, old);
    for _ in 0..=draft.document.nodes.len() {
        let Some(new) = draft.node_bounds(node) else { return };
        let (old_strip, new_strip) = (Strip::of(old, orientation), Strip::of(new, orientation));
        push_on(draft, node, old_strip, new_strip, orientation);
        push_aside(draft, node, old_strip, new_strip, orientation);
        let holder = draft.document.nodes.get(node).and_then(|node| node.parent);
        let Some(parent) = holder.filter(|parent| !draft.document.is_closed(*parent)) else { return };
        let (Some(bounds), Some(needed)) = (draft.node_bounds(parent), tiling::needed_by_content(&draft.document, parent)) else { return };
        draft.set_bounds(Subject::Node(parent), bounds.union(needed));
        (node, old) = (parent, bounds);
    }
}

fn push_on(draft: &mut Draft, node: NodeId, old: Strip, new: Strip, orientation: Orientation) {
    let others = others(draft, node, orientation);
    let behind: Vec<&(Subject, Strip)> = others.iter().filter(|(_, strip)| strip.along.0 >= old.along_end()).collect();
    let first = behind.iter().filter(|(_, strip)| overlap(strip.across, new.across)).map(|(_, strip)| strip.along.0).reduce(f64::min);
    let by = first.map_or(0.0, |first| new.along_end() + GAP - first);
    shift(draft, behind.into_iter().map(|(subject, _)| *subject).collect(), (by, 0.0), orientation);
}

fn push_aside(draft: &mut Draft, node: NodeId, old: Strip, new: Strip, orientation: Orientation) {
    let others = others(draft, node, orientation);
    let aside: Vec<&(Subject, Strip)> = others.iter().filter(|(_, strip)| strip.across.0 >= old.across_end()).collect();
    let first = aside.iter().filter(|(_, strip)| overlap(strip.along, new.along)).map(|(_, strip)| strip.across.0).reduce(f64::min);
    let by = first.map_or(0.0, |first| new.across_end() + GAP - first);
    let lane = draft.document.nodes.get(node).filter(|node| node.parent.is_none()).and_then(|node| node.lane);
    let end = lane.and_then(|lane| draft.bounds(Subject::Lane(lane))).map(|bounds| Strip::of(bounds, orientation).across_end());
    let by = by.max(end.map_or(0.0, |end| new.across_end() + PADDING - end));
    shift(draft, aside.into_iter().map(|(subject, _)| *subject).collect(), (0.0, by), orientation);
    if let Some(lane) = lane.filter(|_| by > 0.0) {
        widen(draft, lane, by);
    }
}

/// Makes a lane broader, and so its pool.
fn widen(draft: &mut Draft, lane: LaneId, by: f64) {
    let Some(pool) = draft.document.lanes.get(lane).map(|lane| lane.pool) else { return };
    let mut bands = Bands::of(&draft.document, pool);
    bands.broaden(lane, by);
    bands.tile(draft);
}

/// Moves shapes with what is in them, if they are to go on or aside at all.
fn shift(draft: &mut Draft, subjects: Vec<Subject>, (along, across): (f64, f64), orientation: Orientation) {
    if along > 0.0 || across > 0.0 {
        let by = match orientation {
            Orientation::Horizontal => Vector::new(along, across),
            Orientation::Vertical => Vector::new(across, along),
        };
        let all = carried(&draft.document, &subjects);
        shift_all(draft, all, by);
    }
}

/// What stands beside a node, but for the events at its edge.
fn others(draft: &Draft, node: NodeId, orientation: Orientation) -> Vec<(Subject, Strip)> {
    let Some(scope) = Scope::of(&draft.document, node) else { return Vec::new() };
    let document = &draft.document;
    let nodes = document.children(scope.process, scope.parent).filter(|it| it.id != node && it.kind.host().is_none());
    let artifacts = document.artifacts.values().filter(|it| it.process == scope.process && it.parent == scope.parent);
    let all = nodes.map(|it| Subject::Node(it.id)).chain(artifacts.map(|it| Subject::Artifact(it.id)));
    all.filter_map(|subject| Some((subject, Strip::of(draft.bounds(subject)?, orientation)))).collect()
}

fn overlap(a: (f64, f64), b: (f64, f64)) -> bool {
    a.0 < b.0 + b.1 && b.0 < a.0 + a.1
}

/// Whether it is a boundary event at that node.
fn is_at(draft: &Draft, subject: Subject, host: NodeId) -> bool {
    subject.node().and_then(|id| draft.document.nodes.get(id)).is_some_and(|node| node.kind.host() == Some(host))
}
