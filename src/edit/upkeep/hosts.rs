//! Boundary events stay at the edge of their activity.

use super::{changed, shift_of};
use crate::edit::draft::Draft;
use crate::layout::place::on_edge;
use crate::model::{Bounds, Document, NodeId, Point, Subject, Vector};
use std::collections::BTreeSet;

pub(super) fn follow(before: &Document, draft: &mut Draft) {
    let changed: BTreeSet<Subject> = changed(&before.diagram.shapes, &draft.document.diagram.shapes).into_iter().collect();
    if changed.is_empty() {
        return;
    }
    let events = draft.document.nodes.values().filter_map(|node| Some((node.id, node.kind.host()?)));
    let due = events.filter(|(event, host)| changed.contains(&Subject::Node(*event)) || changed.contains(&Subject::Node(*host)));
    for (event, host) in due.collect::<Vec<_>>() {
        let was_moved = changed.contains(&Subject::Node(event));
        seat(before, draft, event, host, was_moved);
    }
}

fn seat(before: &Document, draft: &mut Draft, event: NodeId, host: NodeId, was_moved: bool) {
    let (Some(bounds), Some(edge)) = (draft.node_bounds(event), draft.node_bounds(host)) else { return };
    let old = before.diagram.shapes.get(Subject::Node(host)).map(|shape| shape.bounds);
    let wanted = match old {
        Some(old) if !was_moved => carried(bounds.centre(), old, edge),
        _ => bounds.centre(),
    };
    let shift = shift_of(before, draft, Subject::Node(host)).filter(|_| !was_moved);
    let centre = if shift.is_some() { wanted } else { on_edge(edge, wanted) };
    let by = centre.from(bounds.centre());
    if by != Vector::default() {
        draft.set_bounds(Subject::Node(event), bounds.moved(by));
    }
}

/// The same relative place at another rectangle.
fn carried(point: Point, old: Bounds, new: Bounds) -> Point {
    let part = |value: f64, from: f64, length: f64| if length > 0.0 { (value - from) / length } else { 0.5 };
    let (x, y) = (part(point.x, old.x, old.width), part(point.y, old.y, old.height));
    Point::new(new.x + x * new.width, new.y + y * new.height)
}
