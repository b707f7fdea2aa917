//! Outlines as pixels need them.

use crate::drawing::lettering::Piece;
use crate::drawing::{Corners, Line};
use crate::model::{Bounds, Point};
use vello_cpu::kurbo::{self, BezPath, Rect, RoundedRect, RoundedRectRadii, Shape};

/// How far a curve may be from what it stands for, in points.
pub const FLATNESS: f64 = 0.01;

/// The rectangle in whose outline the middle of a line runs that is to lie inside of these bounds.
pub fn inner(bounds: Bounds, corners: Corners, line: Line) -> (Bounds, Corners) {
    if line.is_none() {
        return (bounds, corners);
    }
    let half = line.width / 2.0;
    let round = |radius: f64| (radius - half).max(0.0);
    (bounds.grown(-half), Corners { left: round(corners.left), right: round(corners.right) })
}

/// A rectangle with round corners.
pub fn outline(bounds: Bounds, corners: Corners) -> BezPath {
    let rect = Rect::new(bounds.x, bounds.y, bounds.right(), bounds.bottom());
    if corners == Corners::SHARP {
        return rect.to_path(FLATNESS);
    }
    let Corners { left, right } = corners;
    RoundedRect::from_rect(rect, RoundedRectRadii::new(left, right, right, left)).to_path(FLATNESS)
}

/// Straight lines from point to point.
pub fn course(points: &[Point], is_closed: bool) -> BezPath {
    let mut path = BezPath::with_capacity(points.len() + 1);
    for (number, point) in points.iter().enumerate() {
        if number == 0 {
            path.move_to((point.x, point.y));
        } else {
            path.line_to((point.x, point.y));
        }
    }
    if is_closed && !points.is_empty() {
        path.close_path();
    }
    path
}

/// Adds the outline of a letter or sign of this size, standing there.
pub fn letter(path: &mut BezPath, pieces: &[Piece], at: Point, size: f64) {
    let place = |point: Point| kurbo::Point::new(at.x + point.x * size, at.y + point.y * size);
    for piece in pieces {
        match *piece {
            Piece::Begin(to) => path.move_to(place(to)),
            Piece::Line(to) => path.line_to(place(to)),
            Piece::Quadratic(control, to) => path.quad_to(place(control), place(to)),
            Piece::Cubic(first, second, to) => path.curve_to(place(first), place(second), place(to)),
            Piece::Close => path.close_path(),
        }
    }
}
