//! Which connections change their course when shapes move, and how: light enough for every frame of a gesture.

use super::connection::{Surroundings, area, ends, obstacle, route_within};
use super::course::{Segment, straightened};
use super::dock::{Outline, Side};
use super::index::CanvasIndex;
use crate::model::{Bounds, Document, Edge, Point, Subject, Vector};
use std::collections::{BTreeMap, BTreeSet};

/// The new courses of all connections that moved shapes touch or now stand upon; others are not named.
///
/// `after` is `before` with other bounds of the shapes in `moved` (all of them: content of sub-processes,
/// lanes and pools too), its connections as they were; `index` is that of `before`. A connection whose
/// ends moved alike moves along. One drawn by hand keeps its inner points and is docked anew.
pub fn rerouted(before: &Document, after: &Document, moved: &BTreeSet<Subject>, index: &CanvasIndex) -> Vec<(Subject, Edge)> {
    let mut affected: BTreeSet<Subject> = moved.iter().flat_map(|shape| index.connections_of(*shape)).collect();
    affected.extend(moved.iter().flat_map(|shape| crossed(after, *shape, index)));
    let mut gesture = Gesture { before, after, moved, index, affected: &affected, planned: BTreeMap::new() };
    for connection in affected.iter().filter(|it| !matches!(it, Subject::Association(_))) {
        gesture.plan(*connection);
    }
    // Associations follow the connections at which they end.
    let followers: BTreeSet<Subject> = gesture.planned.keys().flat_map(|flow| index.connections_of(*flow)).collect();
    for association in affected.iter().filter(|it| matches!(it, Subject::Association(_))).chain(followers.difference(&affected)) {
        gesture.plan(*association);
    }
    gesture.planned.into_iter().collect()
}

/// Connections drawn by the router that a moved shape now stands upon.
fn crossed(after: &Document, shape: Subject, index: &CanvasIndex) -> Vec<Subject> {
    let Some(bounds) = after.diagram.shapes.get(shape).map(|shape| shape.bounds) else { return Vec::new() };
    let is_crossed = |edge: &Subject| {
        let course = after.diagram.edges.get(*edge).filter(|edge| !edge.is_manual);
        let meets = course.is_some_and(|course| Segment::all(&course.waypoints).any(|segment| segment.enters(bounds)));
        meets && ends(after, *edge).is_some_and(|(from, to)| obstacle(after, shape, from, to).is_some())
    };
    let routed = |edge: &Subject| matches!(edge, Subject::Flow(_) | Subject::MessageFlow(_));
    index.visible(bounds).into_iter().filter(routed).filter(is_crossed).collect()
}

/// The state of one call.
struct Gesture<'a> {
    before: &'a Document,
    after: &'a Document,
    moved: &'a BTreeSet<Subject>,
    index: &'a CanvasIndex,
    affected: &'a BTreeSet<Subject>,
    planned: BTreeMap<Subject, Edge>,
}

impl Gesture<'_> {
    fn plan(&mut self, connection: Subject) {
        let (Some((from, to)), Some(edge)) = (ends(self.after, connection), self.after.diagram.edges.get(connection)) else { return };
        let edge = match (self.shift(from), self.shift(to)) {
            (Some(a), Some(b)) if same(a, b) && a != Vector::default() => Some(moved_along(edge, a)),
            _ if edge.is_manual && edge.waypoints.len() > 2 => docked_anew(self.after, edge, from, to),
            _ => {
                let waypoints = route_within(self.after, connection, &self.surroundings(connection));
                waypoints.map(|waypoints| Edge { waypoints, ..edge.clone() })
            }
        };
        if let Some(edge) = edge {
            self.planned.insert(connection, edge);
        }
    }

    /// How far a shape moved; `None` if its size changed as well, or it is no shape.
    fn shift(&self, shape: Subject) -> Option<Vector> {
        if !shape.is_shape() {
            return None;
        }
        if !self.moved.contains(&shape) {
            return Some(Vector::default());
        }
        let bounds = |document: &Document| document.diagram.shapes.get(shape).map(|shape| shape.bounds);
        let (old, new) = (bounds(self.before)?, bounds(self.after)?);
        let is_same_size = (old.width - new.width).abs() < 0.01 && (old.height - new.height).abs() < 0.01;
        is_same_size.then(|| new.corner().from(old.corner()))
    }

    /// What lies round a connection now: the index knows where things were.
    fn surroundings(&self, connection: Subject) -> Surroundings<'_> {
        let Some(area) = area(self.after, connection) else { return Surroundings::default() };
        let drawn = self.index.visible(area);
        let is_near = |shape: &&Subject| self.after.diagram.shapes.get(**shape).is_some_and(|it| it.bounds.overlaps(area));
        let shapes = drawn.iter().filter(|it| it.is_shape() && !self.moved.contains(it)).chain(self.moved.iter().filter(is_near));
        let standing = drawn.iter().filter(|it| it.is_edge() && !self.affected.contains(it));
        let standing = standing.filter_map(|edge| Some((*edge, self.after.diagram.edges.get(*edge)?)));
        let planned = self.planned.iter().map(|(edge, course)| (*edge, course));
        Surroundings {
            shapes: shapes.copied().collect(),
            courses: planned.chain(standing).map(|(edge, course)| (edge, course.waypoints.as_slice())).collect(),
        }
    }
}

fn same(a: Vector, b: Vector) -> bool {
    (a.x - b.x).abs() < 0.01 && (a.y - b.y).abs() < 0.01
}

fn moved_along(edge: &Edge, by: Vector) -> Edge {
    Edge {
        waypoints: edge.waypoints.iter().map(|point| point.moved(by)).collect(),
        label: edge.label.map(|label| label.moved(by)),
        is_manual: edge.is_manual,
    }
}

/// The course with its inner points kept and both ends led to the shapes at right angles. `None` if it
/// has no inner points or an end is not drawn.
pub fn docked_anew(document: &Document, edge: &Edge, from: Subject, to: Subject) -> Option<Edge> {
    let [first, inner @ .., last] = edge.waypoints.as_slice() else { return None };
    let mut points = approach(Outline::of(document, from)?, *inner.first()?, *first);
    points.extend(inner);
    points.extend(approach(Outline::of(document, to)?, *inner.last()?, *last).into_iter().rev());
    Some(Edge { waypoints: straightened(&points), ..edge.clone() })
}

/// The way from a shape to an inner point, without that point: the dock, and a bend if none faces it.
/// `old` is where the end was: the way goes on in the direction that it had.
fn approach(outline: Outline, inner: Point, old: Point) -> Vec<Point> {
    let (bounds, centre) = (outline.bounds, outline.bounds.centre());
    let facing: Bounds = bounds.grown(-5.0);
    let lateral = if inner.x < centre.x { Side::Left } else { Side::Right };
    let upright = if inner.y < centre.y { Side::Top } else { Side::Bottom };
    if (facing.y..=facing.bottom()).contains(&inner.y) {
        return vec![outline.on_side(lateral, inner.y)];
    }
    if (facing.x..=facing.right()).contains(&inner.x) {
        return vec![outline.on_side(upright, inner.x)];
    }
    if (Segment { from: old, to: inner }).is_lateral() {
        vec![outline.middle(upright), Point::new(centre.x, inner.y)]
    } else {
        vec![outline.middle(lateral), Point::new(inner.x, centre.y)]
    }
}

#[cfg(test)]
mod tests;
