//! Outlines as pixels need them.

use crate::drawing::lettering::Piece;
use crate::drawing::{Corners, Line};
use crate::model::{Bounds, Point};
use tiny_skia::{Path, PathBuilder};

/// Distance of the control points of a curve that is a quarter of a circle, in shares of its radius.
const QUARTER: f64 = 0.552_284_75;

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
pub fn rect(bounds: Bounds, corners: Corners) -> Option<Path> {
    let most = bounds.width.min(bounds.height) / 2.0;
    let (left, right) = (corners.left.clamp(0.0, most.max(0.0)), corners.right.clamp(0.0, most.max(0.0)));
    let (near, far, top, bottom) = (bounds.x, bounds.right(), bounds.y, bounds.bottom());
    let mut path = Outline::default();
    path.begin(near + left, top);
    path.line(far - right, top);
    path.curve((far - right * (1.0 - QUARTER), top), (far, top + right * (1.0 - QUARTER)), (far, top + right));
    path.line(far, bottom - right);
    path.curve((far, bottom - right * (1.0 - QUARTER)), (far - right * (1.0 - QUARTER), bottom), (far - right, bottom));
    path.line(near + left, bottom);
    path.curve((near + left * (1.0 - QUARTER), bottom), (near, bottom - left * (1.0 - QUARTER)), (near, bottom - left));
    path.line(near, top + left);
    path.curve((near, top + left * (1.0 - QUARTER)), (near + left * (1.0 - QUARTER), top), (near + left, top));
    path.0.close();
    path.0.finish()
}

/// Straight lines from point to point.
pub fn course(points: &[Point], is_closed: bool) -> Option<Path> {
    let mut path = Outline::default();
    for (number, point) in points.iter().enumerate() {
        if number == 0 {
            path.begin(point.x, point.y);
        } else {
            path.line(point.x, point.y);
        }
    }
    if is_closed {
        path.0.close();
    }
    path.0.finish()
}

/// Adds the outline of a letter or sign of this size, standing there.
pub fn letter(path: &mut PathBuilder, pieces: &[Piece], at: Point, size: f64) {
    let place = |point: Point| ((at.x + point.x * size) as f32, (at.y + point.y * size) as f32);
    for piece in pieces {
        match *piece {
            Piece::Begin(to) => {
                let (x, y) = place(to);
                path.move_to(x, y);
            }
            Piece::Line(to) => {
                let (x, y) = place(to);
                path.line_to(x, y);
            }
            Piece::Quadratic(control, to) => {
                let ((a, b), (x, y)) = (place(control), place(to));
                path.quad_to(a, b, x, y);
            }
            Piece::Cubic(first, second, to) => {
                let ((a, b), (c, d), (x, y)) = (place(first), place(second), place(to));
                path.cubic_to(a, b, c, d, x, y);
            }
            Piece::Close => path.close(),
        }
    }
}

/// Builds a path from lengths of the diagram.
#[derive(Default)]
struct Outline(PathBuilder);

impl Outline {
    fn begin(&mut self, x: f64, y: f64) {
        self.0.move_to(x as f32, y as f32);
    }

    fn line(&mut self, x: f64, y: f64) {
        self.0.line_to(x as f32, y as f32);
    }

    fn curve(&mut self, first: (f64, f64), second: (f64, f64), to: (f64, f64)) {
        self.0.cubic_to(first.0 as f32, first.1 as f32, second.0 as f32, second.1 as f32, to.0 as f32, to.1 as f32);
    }
}
