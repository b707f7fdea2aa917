//! Lines with rounded corners, and places along them.

use crate::model::{Point, Vector};

/// Radius of corners, in points.
const CORNER: f64 = 8.0;

/// A course with rounded corners. Corners that are smaller than two points on the screen stay sharp.
pub fn rounded(waypoints: &[Point], zoom: f64) -> Vec<Point> {
    let mut out = Vec::with_capacity(waypoints.len() * 4);
    for (place, corner) in waypoints.iter().enumerate() {
        let ends = place.checked_sub(1).and_then(|before| waypoints.get(before)).zip(waypoints.get(place + 1));
        let Some((before, after)) = ends.filter(|_| CORNER * zoom >= 2.0) else {
            out.push(*corner);
            continue;
        };
        let radius = CORNER.min(before.distance(*corner) / 2.0).min(after.distance(*corner) / 2.0);
        let start = onward(*corner, direction(*corner, *before), radius);
        let end = onward(*corner, direction(*corner, *after), radius);
        for step in 0..=4u8 {
            let share = f64::from(step) / 4.0;
            let (a, b) = (between(start, *corner, share), between(*corner, end, share));
            out.push(between(a, b, share));
        }
    }
    out
}

/// Shortens a course at its end by this length, so that a head can stand there. Gives the tip and the direction.
pub fn shorten(points: &mut [Point], by: f64) -> Option<(Point, Vector)> {
    let (last, before) = match points {
        [.., before, last] => (last, *before),
        _ => return None,
    };
    let tip = *last;
    let way = direction(before, tip);
    if before.distance(tip) > by {
        *last = onward(tip, way, -by);
    }
    Some((tip, way))
}

/// The place at a share of a course's length, 0 at its start, with the direction there.
pub fn along(points: &[Point], share: f64) -> Option<(Point, Vector)> {
    let pieces = || points.iter().zip(points.iter().skip(1));
    let whole: f64 = pieces().map(|(from, to)| from.distance(*to)).sum();
    let mut rest = whole * share.clamp(0.0, 1.0);
    for (from, to) in pieces() {
        let length = from.distance(*to);
        if rest <= length && length > 0.0 {
            let way = direction(*from, *to);
            return Some((onward(*from, way, rest), way));
        }
        rest -= length;
    }
    let [.., before, last] = points else { return None };
    Some((*last, direction(*before, *last)))
}

/// The way between two points as a unit vector; zero for equal points.
pub fn direction(from: Point, to: Point) -> Vector {
    let way = to.from(from);
    let length = from.distance(to);
    if length > f64::EPSILON { Vector::new(way.x / length, way.y / length) } else { Vector::default() }
}

/// The point this far in a direction.
pub fn onward(from: Point, way: Vector, by: f64) -> Point {
    Point::new(from.x + way.x * by, from.y + way.y * by)
}

/// The direction at a right angle, to the left.
pub fn aside(way: Vector) -> Vector {
    Vector::new(way.y, -way.x)
}

/// The point at a share of the way between two.
pub fn between(from: Point, to: Point, share: f64) -> Point {
    Point::new(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_are_rounded_and_the_ends_stay() {
        let course = [Point::new(0.0, 0.0), Point::new(100.0, 0.0), Point::new(100.0, 100.0)];
        let points = rounded(&course, 1.0);
        assert_eq!((points.first(), points.last()), (course.first(), course.last()));
        assert!(points.contains(&Point::new(92.0, 0.0)) && points.contains(&Point::new(100.0, 8.0)));
        assert!(!points.contains(&course[1]), "the corner itself is cut off");
        assert_eq!(rounded(&course, 0.1), course, "from far away it is not");
    }

    #[test]
    fn heads_take_their_length_from_the_last_piece() {
        let mut course = [Point::new(0.0, 0.0), Point::new(0.0, 50.0)];
        assert_eq!(shorten(&mut course, 7.0), Some((Point::new(0.0, 50.0), Vector::new(0.0, 1.0))));
        assert_eq!(course[1], Point::new(0.0, 43.0));
        assert_eq!(along(&course, 0.5).map(|(place, _)| place), Some(Point::new(0.0, 21.5)));
        assert_eq!(along(&[], 0.5), None);
    }
}
