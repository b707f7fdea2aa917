//! Lines with rounded corners, dashes and heads.

use super::pen::Pen;
use crate::model::Point;
use crate::view::canvas::camera::direction;
use egui::{Color32, Pos2, Shape, Stroke, Vec2};

/// Radius of corners at zoom 1.
const CORNER: f32 = 8.0;
/// A line far longer than the screen is not dashed to its end.
const MOST_DASHES: usize = 4_000;

/// A course on the screen with rounded corners.
pub fn rounded(pen: &Pen<'_>, waypoints: &[Point]) -> Vec<Pos2> {
    let points: Vec<Pos2> = waypoints.iter().map(|point| pen.camera.screen_from_diagram(*point)).collect();
    let radius = CORNER * pen.zoom();
    let mut out = Vec::with_capacity(points.len() * 4);
    for (place, corner) in points.iter().enumerate() {
        let ends = place.checked_sub(1).and_then(|before| points.get(before)).zip(points.get(place + 1));
        let Some((before, after)) = ends.filter(|_| radius >= 2.0) else {
            out.push(*corner);
            continue;
        };
        let radius = radius.min(before.distance(*corner) / 2.0).min(after.distance(*corner) / 2.0);
        let (start, end) = (*corner + direction(*corner, *before) * radius, *corner + direction(*corner, *after) * radius);
        for step in 0..=4u8 {
            let t = f32::from(step) / 4.0;
            let (a, b) = (start.lerp(*corner, t), corner.lerp(end, t));
            out.push(a.lerp(b, t));
        }
    }
    out
}

/// Shortens a course at its end by this length, so that a head can stand there. Gives the tip and the direction.
pub fn shorten(points: &mut [Pos2], by: f32) -> Option<(Pos2, Vec2)> {
    let (last, before) = match points {
        [.., before, last] => (last, *before),
        _ => return None,
    };
    let tip = *last;
    let way = direction(before, tip);
    if before.distance(tip) > by {
        *last = tip - way * by;
    }
    Some((tip, way))
}

/// A filled head.
pub fn filled_head(pen: &Pen<'_>, tip: Pos2, way: Vec2, colour: Color32) {
    let (length, half) = (pen.width(9.0), pen.width(4.5));
    let base = tip - way * length;
    let side = way.rot90() * half;
    pen.painter.add(Shape::convex_polygon(vec![tip, base + side, base - side], colour, Stroke::NONE));
}

/// A head of two lines, or a closed triangle with the ground inside.
pub fn open_head(pen: &Pen<'_>, tip: Pos2, way: Vec2, stroke: Stroke, ground: Option<Color32>) {
    let (length, half) = (pen.width(10.0), pen.width(5.0));
    let base = tip - way * length;
    let side = way.rot90() * half;
    let points = vec![base + side, tip, base - side];
    match ground {
        Some(ground) => pen.painter.add(Shape::convex_polygon(points, ground, stroke)),
        None => pen.painter.add(Shape::line(points, stroke)),
    };
}

/// A dashed line. Not egui's own: that rounds each dash to whole pixels, and loses short ones.
pub fn dashed(pen: &Pen<'_>, points: &[Pos2], stroke: Stroke, dash: f32, gap: f32) {
    pen.painter.extend(dashes(points, stroke, pen.width(dash), pen.width(gap)));
}

/// The dashes of a line on the screen. At most as many as can be told apart.
pub fn dashes(points: &[Pos2], stroke: Stroke, dash: f32, gap: f32) -> Vec<Shape> {
    let (mut shapes, mut at) = (Vec::new(), 0.0);
    for pair in points.windows(2) {
        let (length, way) = (pair[0].distance(pair[1]), direction(pair[0], pair[1]));
        while at < length && shapes.len() < MOST_DASHES {
            let ends = [at.max(0.0), (at + dash).min(length)].map(|distance| pair[0] + way * distance);
            shapes.push(Shape::line(ends.to_vec(), stroke));
            at += dash + gap;
        }
        at -= length;
    }
    shapes
}

/// The place at a share of a course's length, 0 at its start, with the direction there.
pub fn along(points: &[Pos2], share: f32) -> Option<(Pos2, Vec2)> {
    let whole: f32 = points.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
    let mut rest = whole * share.clamp(0.0, 1.0);
    for pair in points.windows(2) {
        let length = pair[0].distance(pair[1]);
        if rest <= length && length > 0.0 {
            let way = direction(pair[0], pair[1]);
            return Some((pair[0] + way * rest, way));
        }
        rest -= length;
    }
    let [.., before, last] = points else { return None };
    Some((*last, direction(*before, *last)))
}
