//! Texts outside of shapes: under events and gateways, and beside lines.

use super::pen::Pen;
use crate::model::{Bounds, Edge, Point, Shape, Subject};
use crate::view::canvas::galleys::Wanted;
use crate::view::canvas::scene::LabelSide;
use egui::{Align, CornerRadius, Galley, Pos2, Rect, pos2, vec2};
use std::sync::Arc;

/// Width at which labels wrap, in points of the diagram.
const WIDTH: f64 = 120.0;

fn wanted(text: &str, width: f64) -> Wanted<'_> {
    Wanted { text, size: 12.0, width, rows: 4, align: Align::Center, is_strong: false }
}

/// The name of an event, gateway or data object at a side of its shape, or where it was put.
pub fn at(pen: &mut Pen<'_>, subject: Subject, text: &str, shape: &Shape, side: LabelSide) {
    let width = shape.label.map_or(WIDTH, |place| place.width.max(40.0));
    let Some(galley) = pen.text(subject, wanted(text, width)) else { return };
    let (rect, size, gap) = (pen.camera.rect(shape.bounds), galley.size(), 3.0 * pen.zoom());
    let top = match (shape.label, side) {
        (Some(place), _) => pen.camera.screen_from_diagram(Point::new(place.centre().x, place.y)),
        (None, LabelSide::Below) => rect.center_bottom() + vec2(0.0, gap),
        (None, LabelSide::Above) => rect.center_top() - vec2(0.0, gap + size.y),
        (None, LabelSide::UpperRight) => rect.center_top() + vec2(size.x / 2.0 + 2.0 * gap, -size.y / 2.0),
        (None, LabelSide::LowerRight) => rect.right_center() + vec2(size.x / 2.0 + gap, gap),
    };
    paint(pen, subject, top, galley, false);
}

/// The label of a connection beside its course, or where it was put.
pub fn beside(pen: &mut Pen<'_>, subject: Subject, text: &str, edge: &Edge) {
    let width = edge.label.map_or(WIDTH, |place| place.width.max(40.0));
    let Some(galley) = pen.text(subject, wanted(text, width)) else { return };
    let size = galley.size();
    let place = match edge.label {
        Some(place) => pen.camera.screen_from_diagram(Point::new(place.centre().x, place.y)),
        None => usual(pen, &edge.waypoints, size),
    };
    paint(pen, subject, place, galley, true);
}

/// Beside the first segment with room for it: above a level one, to the right of an upright one.
fn usual(pen: &Pen<'_>, waypoints: &[Point], size: egui::Vec2) -> Pos2 {
    let points: Vec<Pos2> = waypoints.iter().map(|point| pen.camera.screen_from_diagram(*point)).collect();
    let is_level = |pair: &[Pos2]| (pair[0].y - pair[1].y).abs() < (pair[0].x - pair[1].x).abs();
    let has_room =
        |pair: &&[Pos2]| if is_level(pair) { pair[0].distance(pair[1]) > size.x + 8.0 } else { pair[0].distance(pair[1]) > size.y + 8.0 };
    let segment = points.windows(2).find(has_room).or_else(|| points.windows(2).max_by(|a, b| length(a).total_cmp(&length(b))));
    let Some(segment) = segment else { return Pos2::ZERO };
    let middle = segment[0].lerp(segment[1], 0.5);
    let gap = 3.0 * pen.zoom();
    if is_level(segment) {
        pos2(middle.x, middle.y - size.y - gap)
    } else {
        pos2(middle.x + size.x / 2.0 + 2.0 * gap, middle.y - size.y / 2.0)
    }
}

fn length(pair: &[Pos2]) -> f32 {
    pair[0].distance(pair[1])
}

/// Paints a centred text with the middle of its upper edge there, and remembers where it is.
fn paint(pen: &mut Pen<'_>, subject: Subject, top: Pos2, galley: Arc<Galley>, has_ground: bool) {
    let rect = galley.rect.translate(top.to_vec2());
    if has_ground {
        let ground = pen.theme.panel.gamma_multiply(0.8);
        pen.painter.rect_filled(rect.expand2(vec2(3.0, 0.0) * pen.zoom()), CornerRadius::from(3.0 * pen.zoom()), ground);
    }
    pen.painter.galley(top, galley, pen.theme.text);
    pen.labels.push((subject, in_diagram(pen, rect)));
}

fn in_diagram(pen: &Pen<'_>, rect: Rect) -> Bounds {
    Bounds::spanning(pen.camera.diagram_from_screen(rect.min), pen.camera.diagram_from_screen(rect.max))
}
