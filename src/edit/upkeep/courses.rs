//! Connections reach what they connect: those whose ends moved together move along, others are routed
//! anew; courses by hand keep their inner points.

use super::{changed, shift_of};
use crate::edit::draft::Draft;
use crate::edit::route::{Ends, redock, route};
use crate::edit::tiling::middle_of;
use crate::model::{Bounds, Document, Edge, Point, Subject, Vector};
use std::collections::BTreeSet;

pub(super) fn draw(before: &Document, draft: &mut Draft) {
    let shapes: BTreeSet<Subject> = changed(&before.diagram.shapes, &draft.document.diagram.shapes).into_iter().collect();
    let flows = draft.document.flows.values().map(|flow| (Subject::Flow(flow.id), Subject::Node(flow.from), Subject::Node(flow.to)));
    let messages = draft.document.message_flows.values().map(|flow| (Subject::MessageFlow(flow.id), flow.from, flow.to));
    for (edge, from, to) in flows.chain(messages).collect::<Vec<_>>() {
        draw_one(before, draft, &shapes, edge, from, to);
    }
    // Associations may end at a flow: its course must stand first.
    for association in draft.document.associations.clone().values() {
        draw_one(before, draft, &shapes, Subject::Association(association.id), association.from, association.to);
    }
}

fn draw_one(before: &Document, draft: &mut Draft, shapes: &BTreeSet<Subject>, edge: Subject, from: Subject, to: Subject) {
    let is_new = !draft.document.diagram.edges.contains(edge) || ends_before(before, edge).is_some_and(|ends| ends != (from, to));
    let is_touched = |end: Subject| {
        if end.is_edge() { !is_same_edge(before, draft, end) } else { shapes.contains(&end) }
    };
    if !is_new && (!(is_touched(from) || is_touched(to)) || !is_same_edge(before, draft, edge)) {
        return;
    }
    let shift = common_shift(before, draft, from, to).filter(|_| !is_new);
    let Some(course) = course(draft, edge, from, to, shift) else { return };
    draft.document.diagram.edges.insert(edge, course);
}

/// Whether an edge is still the one that was there before.
fn is_same_edge(before: &Document, draft: &Draft, edge: Subject) -> bool {
    match (before.diagram.edges.shared(edge), draft.document.diagram.edges.shared(edge)) {
        (Some(a), Some(b)) => std::sync::Arc::ptr_eq(a, b),
        _ => false,
    }
}

fn ends_before(before: &Document, edge: Subject) -> Option<(Subject, Subject)> {
    Some(match edge {
        Subject::Flow(id) => before.flows.get(id).map(|flow| (Subject::Node(flow.from), Subject::Node(flow.to)))?,
        Subject::MessageFlow(id) => before.message_flows.get(id).map(|flow| (flow.from, flow.to))?,
        Subject::Association(id) => before.associations.get(id).map(|association| (association.from, association.to))?,
        _ => return None,
    })
}

/// The way that both ends went together.
fn common_shift(before: &Document, draft: &Draft, from: Subject, to: Subject) -> Option<Vector> {
    let (a, b) = (shift_of(before, draft, from)?, shift_of(before, draft, to)?);
    let is_equal = (a.x - b.x).abs() < 0.001 && (a.y - b.y).abs() < 0.001;
    is_equal.then_some(a)
}

fn course(draft: &Draft, edge: Subject, from: Subject, to: Subject, shift: Option<Vector>) -> Option<Edge> {
    let old = draft.document.diagram.edges.get(edge);
    if let (Some(old), Some(by)) = (old, shift) {
        let waypoints = old.waypoints.iter().map(|point| point.moved(by)).collect();
        return Some(Edge { waypoints, label: old.label.map(|label| label.moved(by)), is_manual: old.is_manual });
    }
    let ends = Ends { from: place_of(draft, from)?, to: place_of(draft, to)? };
    let waypoints = match old {
        Some(old) if old.is_manual => redock(ends, &old.waypoints),
        _ => route(&draft.document, ends, edge, from, to),
    };
    let label = old.and_then(|old| {
        let by = middle_of(&waypoints).from(middle_of(&old.waypoints));
        old.label.map(|label| label.moved(by))
    });
    Some(Edge { waypoints, label, is_manual: old.is_manual() })
}

/// Whether there is a course by hand.
trait ByHand {
    fn is_manual(&self) -> bool;
}

impl ByHand for Option<&Edge> {
    fn is_manual(&self) -> bool {
        self.is_some_and(|edge| edge.is_manual)
    }
}

/// Where an end lies: the shape, or the middle of a connection.
fn place_of(draft: &Draft, end: Subject) -> Option<Bounds> {
    if end.is_edge() {
        let middle: Point = middle_of(&draft.document.diagram.edges.get(end)?.waypoints);
        return Some(Bounds::new(middle.x, middle.y, 0.0, 0.0));
    }
    draft.bounds(end)
}
