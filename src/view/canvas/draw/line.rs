//! Lines on the screen: courses with rounded corners, and dashes.

use super::pen::Pen;
use crate::drawing::course;
use crate::model::Point;
use crate::view::canvas::camera::direction;
use egui::{Pos2, Shape, Stroke, Vec2, vec2};

/// A line far longer than the screen is not dashed to its end.
const MOST_DASHES: usize = 4_000;

/// A course on the screen with rounded corners.
pub fn rounded(pen: &Pen<'_>, waypoints: &[Point]) -> Vec<Pos2> {
    course::rounded(waypoints, pen.camera.zoom).into_iter().map(|point| pen.camera.screen_from_diagram(point)).collect()
}

/// The place on the screen at a share of a course's length, 0 at its start, and the direction of the course there.
pub fn along(pen: &Pen<'_>, waypoints: &[Point], share: f32) -> Option<(Pos2, Vec2)> {
    let points = course::rounded(waypoints, pen.camera.zoom);
    let (place, way) = course::along(&points, f64::from(share))?;
    Some((pen.camera.screen_from_diagram(place), vec2(way.x as f32, way.y as f32)))
}

/// The dashes of a line on the screen. At most as many as can be told apart.
pub fn dashes(points: &[Pos2], stroke: Stroke, dash: f32, gap: f32) -> Vec<Shape> {
    let (mut shapes, mut at) = (Vec::new(), 0.0);
    for pair in points.windows(2) {
        let (length, way) = (pair[0].distance(pair[1]), direction(pair[0], pair[1]));
        while at < length && shapes.len() < MOST_DASHES {
            let end = at + dash;
            if end > 0.0 {
                let ends = [at.max(0.0), end.min(length)].map(|distance| pair[0] + way * distance);
                shapes.push(Shape::line(ends.to_vec(), stroke));
            }
            // A dash goes on round a corner.
            if end > length {
                break;
            }
            at = end + gap;
        }
        at -= length;
    }
    shapes
}
