//! Courses of connections.

use crate::model::{Bounds, Document, Point, Subject};

/// The two shapes that a course joins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    /// Where it begins.
    pub from: Bounds,
    /// Where it ends.
    pub to: Bounds,
}

/// A right-angled course between two shapes.
pub(super) fn route(document: &Document, ends: Ends, edge: Subject, from: Subject, to: Subject) -> Vec<Point> {
    let _ = (document, from, to);
    let Ends { from, to } = ends;
    if matches!(edge, Subject::Association(_)) {
        return vec![dock(from, to.centre()), dock(to, from.centre())];
    }
    let (a, b) = (from.centre(), to.centre());
    if from.right() <= to.x {
        let (start, end) = (Point::new(from.right(), a.y), Point::new(to.x, b.y));
        let middle = f64::midpoint(start.x, end.x);
        return if (a.y - b.y).abs() < 0.5 { vec![start, end] } else { vec![start, Point::new(middle, a.y), Point::new(middle, b.y), end] };
    }
    let (start, end) = if from.bottom() <= to.y {
        (Point::new(a.x, from.bottom()), Point::new(b.x, to.y))
    } else if to.bottom() <= from.y {
        (Point::new(a.x, from.y), Point::new(b.x, to.bottom()))
    } else {
        let below = from.bottom().max(to.bottom()) + 30.0;
        return vec![Point::new(a.x, from.bottom()), Point::new(a.x, below), Point::new(b.x, below), Point::new(b.x, to.bottom())];
    };
    let middle = f64::midpoint(start.y, end.y);
    if (a.x - b.x).abs() < 0.5 { vec![start, end] } else { vec![start, Point::new(a.x, middle), Point::new(b.x, middle), end] }
}

/// A course by hand with its ends brought back to the shapes.
pub(super) fn redock(ends: Ends, waypoints: &[Point]) -> Vec<Point> {
    let mut points = waypoints.to_vec();
    let inner = points.len() > 2;
    let (second, last_but_one) = match points.as_slice() {
        [_, second, .., before, _] if inner => (*second, *before),
        [_, middle, _] => (*middle, *middle),
        _ => (ends.to.centre(), ends.from.centre()),
    };
    if let Some(first) = points.first_mut() {
        *first = dock(ends.from, second);
    }
    if let Some(last) = points.last_mut() {
        *last = dock(ends.to, last_but_one);
    }
    points
}

/// Where the line from the middle of a shape to a point leaves the shape.
fn dock(shape: Bounds, towards: Point) -> Point {
    let centre = shape.centre();
    let way = towards.from(centre);
    let part = |way: f64, half: f64| if way.abs() > f64::EPSILON { half / way.abs() } else { f64::INFINITY };
    let scale = part(way.x, shape.width / 2.0).min(part(way.y, shape.height / 2.0)).min(1.0);
    Point::new(centre.x + way.x * scale, centre.y + way.y * scale)
}
