//! Dragging bends, segments and labels of connections, and labels of shapes.

use super::{Desk, Pointer, Preview};
use crate::edit::{Command, FlowCommand};
use crate::layout::course::straightened;
use crate::layout::unbend::without_bend;
use crate::model::{Bounds, Point, Subject, Vector};
use crate::view::Action;
use crate::view::canvas::camera::on_grid;
use crate::view::canvas::snap::snap_point;
use std::collections::BTreeSet;

/// Length of the piece that stays at a shape when the segment that docks there is dragged away.
const STUB: f64 = 20.0;

/// A bend or segment being dragged.
#[derive(Clone, Debug)]
pub struct Bending {
    connection: Subject,
    start: Vec<Point>,
    taken: Taken,
}

#[derive(Clone, Copy, Debug)]
enum Taken {
    Bend(usize),
    Segment(usize),
}

impl Bending {
    /// Takes hold of a bend.
    pub fn bend(desk: &Desk<'_>, connection: Subject, bend: usize) -> Option<Self> {
        Some(Self { connection, start: desk.scene.get(connection)?.edge()?.waypoints.clone(), taken: Taken::Bend(bend) })
    }

    /// Takes hold of a segment.
    pub fn segment(desk: &Desk<'_>, connection: Subject, segment: usize) -> Option<Self> {
        Some(Self { connection, start: desk.scene.get(connection)?.edge()?.waypoints.clone(), taken: Taken::Segment(segment) })
    }

    /// The command that takes a bend out of a course. Where the ends do not allow that, the course is found anew.
    pub fn without(desk: &Desk<'_>, connection: Subject, bend: usize) -> Option<Command> {
        let waypoints = without_bend(&desk.scene.get(connection)?.edge()?.waypoints, bend);
        Some(Command::Flow(FlowCommand::SetCourse { connection, waypoints }))
    }

    /// Follows the pointer. `false` when it was let go.
    pub fn step(&self, desk: &Desk<'_>, pointer: &Pointer, preview: &mut Preview, actions: &mut Vec<Action>) -> bool {
        let (held, by) = match self.taken {
            Taken::Bend(bend) => (self.start.get(bend), None),
            Taken::Segment(segment) => (self.start.get(segment), Some(pointer.at.from(pointer.origin))),
        };
        let Some(held) = held.copied() else { return false };
        let wanted = by.map_or(pointer.at, |by| held.moved(by));
        let rest = self.resting(desk, pointer, wanted);
        let waypoints = match self.taken {
            Taken::Bend(bend) => with_bend(&self.start, bend, rest),
            Taken::Segment(segment) => with_segment(&self.start, segment, rest.from(held)),
        };
        let waypoints = straightened(&waypoints);
        let command = Command::Flow(FlowCommand::SetCourse { connection: self.connection, waypoints: Some(waypoints.clone()) });
        preview.show((waypoints != self.start).then_some(command), actions);
        if pointer.is_released {
            preview.commit(actions);
        }
        !pointer.is_released
    }

    /// In line with the other points of the course or with the shapes in view, unless nothing is to snap.
    fn resting(&self, desk: &Desk<'_>, pointer: &Pointer, wanted: Point) -> Point {
        if !pointer.snaps {
            return on_grid(wanted, 1.0);
        }
        let is_held = |place: usize| match self.taken {
            Taken::Bend(bend) => place == bend,
            Taken::Segment(segment) => place == segment || place == segment + 1,
        };
        let others: Vec<Point> = self.start.iter().enumerate().filter(|(place, _)| !is_held(*place)).map(|(_, point)| *point).collect();
        snap_point(desk.scene, desk.camera, &BTreeSet::new(), wanted, &others)
    }
}

/// The course with a bend elsewhere.
fn with_bend(start: &[Point], bend: usize, at: Point) -> Vec<Point> {
    let mut course = start.to_vec();
    if let Some(point) = course.get_mut(bend) {
        *point = at;
    }
    course
}

/// The course with a segment shifted across itself; where it docks, a short piece stays.
fn with_segment(start: &[Point], segment: usize, by: Vector) -> Vec<Point> {
    let [Some(from), Some(to)] = [start.get(segment), start.get(segment + 1)] else { return start.to_vec() };
    let is_level = (from.y - to.y).abs() < (from.x - to.x).abs();
    let by = if is_level { Vector::new(0.0, by.y.round()) } else { Vector::new(by.x.round(), 0.0) };
    let length = from.distance(*to);
    let stub = STUB.min(length / 3.0);
    let towards = |a: Point, b: Point| Point::new(a.x + (b.x - a.x) * stub / length.max(1.0), a.y + (b.y - a.y) * stub / length.max(1.0));
    let mut course: Vec<Point> = start.get(..segment).unwrap_or_default().to_vec();
    if segment == 0 {
        let held = towards(*from, *to);
        course.extend([*from, held, held.moved(by)]);
    } else {
        course.push(from.moved(by));
    }
    if segment + 2 == start.len() {
        let held = towards(*to, *from);
        course.extend([held.moved(by), held, *to]);
    } else {
        course.push(to.moved(by));
    }
    course.extend(start.iter().skip(segment + 2));
    course
}

/// A label being dragged.
#[derive(Clone, Debug)]
pub struct MovingLabel {
    subject: Subject,
    start: Bounds,
}

impl MovingLabel {
    /// Takes hold of the label of an element.
    pub fn begin(desk: &Desk<'_>, subject: Subject) -> Option<Self> {
        let (_, start) = desk.labels.iter().find(|(of, _)| *of == subject)?;
        Some(Self { subject, start: *start })
    }

    /// Follows the pointer. `false` when it was let go.
    pub fn step(&self, pointer: &Pointer, preview: &mut Preview, actions: &mut Vec<Action>) -> bool {
        let way = pointer.at.from(pointer.origin);
        let by = Vector::new(way.x.round(), way.y.round());
        // A label that was narrow keeps the width at which it may wrap.
        let place = Bounds::centred(self.start.centre(), self.start.width.max(40.0), self.start.height).moved(by);
        let command = Command::Flow(FlowCommand::SetLabelPlace { subject: self.subject, bounds: Some(place) });
        preview.show((by != Vector::default()).then_some(command), actions);
        if pointer.is_released {
            preview.commit(actions);
        }
        !pointer.is_released
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course(points: &[(f64, f64)]) -> Vec<Point> {
        points.iter().map(|(x, y)| Point::new(*x, *y)).collect()
    }

    #[test]
    fn an_inner_segment_takes_both_its_ends_along() {
        let start = course(&[(0.0, 0.0), (50.0, 0.0), (50.0, 100.0), (90.0, 100.0)]);
        let shifted = with_segment(&start, 1, Vector::new(10.0, 33.0));
        assert_eq!(shifted, course(&[(0.0, 0.0), (60.0, 0.0), (60.0, 100.0), (90.0, 100.0)]));
    }

    #[test]
    fn a_straight_line_stays_docked_at_both_ends() {
        let start = course(&[(0.0, 0.0), (90.0, 0.0)]);
        let shifted = with_segment(&start, 0, Vector::new(4.0, 40.0));
        assert_eq!(shifted, course(&[(0.0, 0.0), (20.0, 0.0), (20.0, 40.0), (70.0, 40.0), (70.0, 0.0), (90.0, 0.0)]));
    }
}
