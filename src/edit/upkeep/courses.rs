//! Connections reach what they connect: those whose ends moved together move along, others are led
//! anew; courses by hand keep their inner points.

use super::{changed, shift_of};
use crate::edit::draft::Draft;
use crate::layout::connection::{ends, middle, route_connection};
use crate::layout::index::CanvasIndex;
use crate::layout::reroute::{docked_anew, rerouted};
use crate::model::{Bounds, Document, Edge, Point, Subject, Vector};
use std::collections::BTreeSet;
use std::sync::Arc;

pub(super) fn draw(before: &Document, draft: &mut Draft) {
    let shapes: BTreeSet<Subject> = changed(&before.diagram.shapes, &draft.document.diagram.shapes).into_iter().collect();
    let document = &draft.document;
    let is_same = shapes.is_empty()
        && before.flows.same_as(&document.flows)
        && before.message_flows.same_as(&document.message_flows)
        && before.associations.same_as(&document.associations)
        && before.diagram.edges.same_as(&document.diagram.edges);
    if is_same {
        return;
    }
    let flows = document.flows.keys().map(Subject::Flow);
    let lines: Vec<Subject> = flows.chain(document.message_flows.keys().map(Subject::MessageFlow)).collect();
    draw_all(before, draft, &shapes, lines);
    // Associations may end at a connection: its course must stand first.
    let dotted: Vec<Subject> = draft.document.associations.keys().map(Subject::Association).collect();
    draw_all(before, draft, &shapes, dotted);
}

/// So many courses are led one by one, each looking at the whole document.
const FEW: usize = 8;

/// What becomes of a course.
enum Due {
    /// It stays.
    Nothing,
    /// It moves along.
    Shift(Vector),
    /// It is led anew.
    Lead,
}

fn draw_all(before: &Document, draft: &mut Draft, shapes: &BTreeSet<Subject>, connections: Vec<Subject>) {
    let mut to_lead = Vec::new();
    for connection in connections {
        match due(before, draft, shapes, connection) {
            Due::Nothing => {}
            Due::Shift(by) => shift(draft, connection, by),
            Due::Lead => to_lead.push(connection),
        }
    }
    if to_lead.len() > FEW {
        to_lead = lead_many(before, draft, shapes, &to_lead);
    }
    // Taken out first: a course that is about to change is not in the way of the others.
    let old: Vec<_> = to_lead.into_iter().map(|connection| (connection, draft.document.diagram.edges.remove(connection))).collect();
    for (connection, old) in old {
        if let Some(edge) = led(&draft.document, connection, old.as_deref()) {
            draft.document.diagram.edges.insert(connection, edge);
        } else if let Some(old) = old {
            draft.document.diagram.edges.insert(connection, Edge::clone(&old));
        }
    }
}

/// Leads those that only follow moved shapes with the help of a spatial index, which is worth its making
/// for many; the others are left.
fn lead_many(before: &Document, draft: &mut Draft, shapes: &BTreeSet<Subject>, connections: &[Subject]) -> Vec<Subject> {
    let mut left: BTreeSet<Subject> = connections.iter().copied().collect();
    for (connection, edge) in rerouted(before, &draft.document, shapes, &CanvasIndex::of(before)) {
        if ends(before, connection) == ends(&draft.document, connection) && left.remove(&connection) {
            let old = draft.document.diagram.edges.get(connection);
            let label = old.and_then(|old| label_at(old, &edge.waypoints));
            let edge = Edge { label, ..edge };
            draft.document.diagram.edges.insert(connection, edge);
        }
    }
    left.into_iter().collect()
}

fn due(before: &Document, draft: &Draft, shapes: &BTreeSet<Subject>, connection: Subject) -> Due {
    let Some((from, to)) = ends(&draft.document, connection) else { return Due::Nothing };
    if !draft.document.diagram.edges.contains(connection) {
        return Due::Lead;
    }
    let is_touched = |end: Subject| if end.is_edge() { !is_same_edge(before, draft, end) } else { shapes.contains(&end) };
    let touched = is_touched(from) || is_touched(to);
    if !touched && before.flows.same_as(&draft.document.flows) && !is_message(connection) {
        return Due::Nothing;
    }
    if ends(before, connection).is_some_and(|old| old != (from, to)) {
        return Due::Lead;
    }
    if !touched || !is_same_edge(before, draft, connection) {
        return Due::Nothing;
    }
    common_shift(before, draft, from, to).map_or(Due::Lead, Due::Shift)
}

fn is_message(connection: Subject) -> bool {
    !matches!(connection, Subject::Flow(_))
}

/// Whether a course is still the one that was there before.
fn is_same_edge(before: &Document, draft: &Draft, edge: Subject) -> bool {
    match (before.diagram.edges.shared(edge), draft.document.diagram.edges.shared(edge)) {
        (Some(a), Some(b)) => Arc::ptr_eq(a, b),
        _ => false,
    }
}

/// The way that both ends went together.
fn common_shift(before: &Document, draft: &Draft, from: Subject, to: Subject) -> Option<Vector> {
    let (a, b) = (shift_of(before, draft, from)?, shift_of(before, draft, to)?);
    let is_equal = (a.x - b.x).abs() < 0.001 && (a.y - b.y).abs() < 0.001;
    is_equal.then_some(a)
}

fn shift(draft: &mut Draft, connection: Subject, by: Vector) {
    if let Some(edge) = draft.document.diagram.edges.get_mut(connection) {
        for point in &mut edge.waypoints {
            *point = point.moved(by);
        }
        edge.label = edge.label.map(|label| label.moved(by));
    }
}

fn led(document: &Document, connection: Subject, old: Option<&Edge>) -> Option<Edge> {
    let by_hand = old.filter(|old| old.is_manual).and_then(|old| {
        let (from, to) = ends(document, connection)?;
        docked_anew(document, old, from, to)
    });
    let waypoints = match by_hand {
        Some(edge) => edge.waypoints,
        None => route_connection(document, connection)?,
    };
    let label = old.and_then(|old| label_at(old, &waypoints));
    Some(Edge { waypoints, label, is_manual: old.is_some_and(|old| old.is_manual) })
}

/// Where the label of a course stands at another: as far from its middle.
fn label_at(old: &Edge, waypoints: &[Point]) -> Option<Bounds> {
    let by = middle(waypoints)?.from(middle(&old.waypoints)?);
    old.label.map(|label| label.moved(by))
}
