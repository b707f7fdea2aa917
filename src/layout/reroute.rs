//! Which connections change their course when the picture changes, and how: light enough for every frame of a gesture.

use super::connection::{Surroundings, area, ends, middle, obstacle, orientation_of, route_within};
use super::course::{Segment, straightened};
use super::dock::{Outline, Side};
use super::effort::Effort;
use super::index::CanvasIndex;
use crate::model::{Bounds, Document, Edge, Point, Subject, Vector};
use std::collections::{BTreeMap, BTreeSet};

mod changes;
mod nearby;

use changes::Changes;
use nearby::Nearby;

/// What leading connections anew may look at before the rest is led simply, so that a change of very many does not keep
/// anybody waiting: some hundreds in a crowd, thousands that have room.
const MOST_LOOKS: usize = 200_000;

/// The new courses of all connections that a change touches; others are not named.
///
/// `index` is that of `before`. A connection is touched if an end of it was moved, if it is new or leads elsewhere, if its
/// course was taken away, or if a shape was put upon it. One whose ends moved alike moves along; one drawn by hand keeps
/// its inner points and is docked anew, and does not mind what is put upon it; a course that the change itself gave stays.
/// Where very many in a crowd have to be led, the last do not go round anything.
pub fn rerouted(before: &Document, after: &Document, index: &CanvasIndex) -> Vec<(Subject, Edge)> {
    rerouted_with(before, after, index, Effort::of(MOST_LOOKS))
}

fn rerouted_with(before: &Document, after: &Document, index: &CanvasIndex, effort: Effort) -> Vec<(Subject, Edge)> {
    let changes = Changes::between(before, after);
    if changes.is_nothing() {
        return Vec::new();
    }
    let touched = changes.touched(index);
    let (planned, moved, courses) = (BTreeMap::new(), Nearby::default(), Nearby::default());
    let mut gesture = Gesture { before, after, index, changes: &changes, affected: touched, planned, moved, courses, effort };
    let (dotted, lines): (Vec<Subject>, Vec<Subject>) =
        gesture.affected.iter().copied().partition(|it| matches!(it, Subject::Association(_)));
    gesture.plan(&lines);
    // Associations follow the connections at which they end.
    let led = gesture.planned.keys().chain(&changes.redrawn);
    let followers = led.flat_map(|line| index.connections_of(*line)).filter(|it| !changes.redrawn.contains(it));
    let dotted: BTreeSet<Subject> = followers.chain(dotted).collect();
    gesture.affected.extend(&dotted);
    gesture.plan(&dotted.into_iter().collect::<Vec<_>>());
    gesture.planned.into_iter().map(|(connection, (_, edge))| (connection, edge)).collect()
}

/// The state of one call.
struct Gesture<'a> {
    before: &'a Document,
    after: &'a Document,
    index: &'a CanvasIndex,
    changes: &'a Changes<'a>,
    /// Connections whose old course does not count any more.
    affected: BTreeSet<Subject>,
    /// New courses, each with what is round it.
    planned: BTreeMap<Subject, (Bounds, Edge)>,
    /// Where the moved shapes are now.
    moved: Nearby,
    /// Where the new courses run.
    courses: Nearby,
    /// What may still be looked at.
    effort: Effort,
}

impl Gesture<'_> {
    /// Moves what moves along, then leads the others, each of which keeps away from those before it.
    fn plan(&mut self, connections: &[Subject]) {
        let mut to_lead = Vec::new();
        for connection in connections {
            match self.common_shift(*connection).zip(self.after.diagram.edges.get(*connection)) {
                Some((by, edge)) => self.take(*connection, moved_along(edge, by)),
                None => to_lead.push(*connection),
            }
        }
        if to_lead.is_empty() {
            return;
        }
        let bounds = |shape: &Subject| Some((*shape, self.after.diagram.shapes.get(*shape)?.bounds));
        self.moved = self.changes.moved.iter().filter_map(bounds).collect();
        self.courses = self.planned.iter().map(|(connection, (extent, _))| (*connection, extent.grown(0.5))).collect();
        // What may run straight takes its corner of a gateway before others have to bend.
        to_lead.sort_by_key(|connection| !self.may_run_straight(*connection));
        for connection in to_lead {
            if let Some(edge) = self.led(connection) {
                if !self.effort.is_spent() {
                    self.courses.insert(connection, extent(&edge.waypoints).grown(0.5));
                }
                self.take(connection, edge);
            }
        }
    }

    fn may_run_straight(&self, connection: Subject) -> bool {
        let centre = |end| self.after.diagram.shapes.get(end).map(|shape| shape.bounds.centre());
        let way = ends(self.after, connection).and_then(|(from, to)| Some(centre(to)?.from(centre(from)?)));
        way.is_some_and(|way| way.x.abs().min(way.y.abs()) < 1.0)
    }

    fn take(&mut self, connection: Subject, edge: Edge) {
        self.planned.insert(connection, (extent(&edge.waypoints), edge));
    }

    /// How far both ends of a connection went together, if they are still its ends.
    fn common_shift(&self, connection: Subject) -> Option<Vector> {
        let (from, to) = ends(self.after, connection).filter(|now| ends(self.before, connection).as_ref() == Some(now))?;
        let (a, b) = (self.shift(from)?, self.shift(to)?);
        ((a.x - b.x).abs() < 0.01 && (a.y - b.y).abs() < 0.01 && a != Vector::default()).then_some(a)
    }

    /// How far a shape moved; `None` if it is new, its size changed as well, or it is no shape.
    fn shift(&self, shape: Subject) -> Option<Vector> {
        if !shape.is_shape() {
            return None;
        }
        if !self.changes.moved.contains(&shape) {
            return Some(Vector::default());
        }
        let bounds = |document: &Document| document.diagram.shapes.get(shape).map(|shape| shape.bounds);
        let (old, new) = (bounds(self.before)?, bounds(self.after)?);
        let is_same_size = (old.width - new.width).abs() < 0.01 && (old.height - new.height).abs() < 0.01;
        is_same_size.then(|| new.corner().from(old.corner()))
    }

    fn led(&self, connection: Subject) -> Option<Edge> {
        let (from, to) = ends(self.after, connection)?;
        let old = self.after.diagram.edges.get(connection);
        if let Some(by_hand) = old.filter(|old| old.is_manual).and_then(|old| docked_anew(self.after, old, from, to)) {
            return Some(by_hand);
        }
        let waypoints = route_within(self.after, connection, &self.surroundings(connection, from, to))?;
        let label = old.and_then(|old| label_at(old, &waypoints));
        Some(Edge { waypoints, label, is_manual: old.is_some_and(|old| old.is_manual) })
    }

    /// What lies round a connection now: the index knows where things were.
    fn surroundings(&self, connection: Subject, from: Subject, to: Subject) -> Surroundings<'_> {
        let course = |edge: Subject| Some((edge, self.planned.get(&edge)?.1.waypoints.as_slice()));
        if matches!(connection, Subject::Association(_)) {
            return Surroundings { courses: [from, to].into_iter().filter_map(course).collect(), ..Surroundings::default() };
        }
        let orientation = orientation_of(self.after, self.index.directions(), connection);
        let Some(area) = area(self.after, connection).filter(|_| !self.effort.is_spent()) else {
            return Surroundings { orientation, ..Surroundings::default() };
        };
        let drawn = self.index.visible(area);
        let stays = |shape: &&Subject| shape.is_shape() && !self.changes.moved.contains(shape);
        let shapes = drawn.iter().filter(stays).copied().chain(self.moved.overlapping(area));
        let is_standing = |edge: &&Subject| edge.is_edge() && !self.affected.contains(edge) && !self.changes.redrawn.contains(edge);
        let standing = drawn.iter().filter(is_standing);
        let given = self.changes.redrawn.iter().filter(|edge| !self.affected.contains(edge));
        let kept = standing.chain(given).filter_map(|edge| Some((*edge, self.after.diagram.edges.get(*edge)?.waypoints.as_slice())));
        let planned = self.courses.overlapping(area).into_iter().filter_map(course);
        let (shapes, courses): (Vec<_>, Vec<_>) = (shapes.collect(), planned.chain(kept).collect());
        self.effort.spend(drawn.len() + shapes.len() + courses.len());
        Surroundings { shapes, courses, orientation, effort: Some(&self.effort) }
    }
}

/// The smallest rectangle round a course.
pub(super) fn extent(points: &[Point]) -> Bounds {
    Segment::all(points).map(Segment::bounds).reduce(Bounds::union).unwrap_or_default()
}

/// Whether a shape now stands upon the course of a connection that the router drew.
fn is_crossed(after: &Document, shape: Subject, connection: Subject) -> bool {
    let Some(course) = after.diagram.edges.get(connection).filter(|edge| !edge.is_manual) else { return false };
    let in_the_way = ends(after, connection).and_then(|(from, to)| obstacle(after, shape, from, to));
    in_the_way.is_some_and(|bounds| Segment::all(&course.waypoints).any(|segment| segment.enters(bounds)))
}

fn moved_along(edge: &Edge, by: Vector) -> Edge {
    Edge {
        waypoints: edge.waypoints.iter().map(|point| point.moved(by)).collect(),
        label: edge.label.map(|label| label.moved(by)),
        is_manual: edge.is_manual,
    }
}

/// Where the label of a course stands at another: as far from its middle.
fn label_at(old: &Edge, waypoints: &[Point]) -> Option<Bounds> {
    let by = middle(waypoints)?.from(middle(&old.waypoints)?);
    old.label.map(|label| label.moved(by))
}

/// The course with its inner points kept and both ends led to the shapes at right angles. `None` if it
/// has no inner points or an end is not drawn.
fn docked_anew(document: &Document, edge: &Edge, from: Subject, to: Subject) -> Option<Edge> {
    let [first, inner @ .., last] = edge.waypoints.as_slice() else { return None };
    let mut points = approach(Outline::of(document, from)?, *inner.first()?, *first);
    points.extend(inner);
    points.extend(approach(Outline::of(document, to)?, *inner.last()?, *last).into_iter().rev());
    let waypoints = straightened(&points);
    Some(Edge { label: label_at(edge, &waypoints), waypoints, is_manual: edge.is_manual })
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
