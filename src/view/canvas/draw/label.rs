//! Texts outside of shapes: under events and gateways, and beside lines, where no line runs through them.

use super::pen::Pen;
use crate::layout::label::{flow_label, node_label};
use crate::model::{Bounds, Edge, Point, Shape, Subject};
use crate::view::canvas::galleys::Wanted;
use crate::view::canvas::scene::course_bounds;
use egui::{Align, CornerRadius, Galley, vec2};
use std::sync::Arc;

/// Width at which labels wrap, in points of the diagram.
const WIDTH: f64 = 120.0;

/// The name of an event, gateway or data object beside its shape, or where it was put.
pub fn at_node(pen: &mut Pen<'_>, subject: Subject, text: &str, shape: &Shape) {
    let Some((galley, size)) = laid_out(pen, subject, text, shape.label) else { return };
    let near = shape.bounds.grown(size.0.max(size.1) + 8.0);
    let usual = |pen: &mut Pen<'_>| pen.places.get(pen.scene, subject, size, near, |lines| node_label(shape.bounds, size, lines));
    let place = shape.label.unwrap_or_else(|| usual(pen));
    paint(pen, subject, place, galley, false);
}

/// The label of a connection beside its course, or where it was put.
pub fn beside(pen: &mut Pen<'_>, subject: Subject, text: &str, edge: &Edge) {
    let Some((galley, size)) = laid_out(pen, subject, text, edge.label) else { return };
    let near = course_bounds(&edge.waypoints).unwrap_or_default().grown(size.0.max(size.1) + 8.0);
    let usual = |pen: &mut Pen<'_>| pen.places.get(pen.scene, subject, size, near, |lines| flow_label(&edge.waypoints, size, lines));
    let place = edge.label.unwrap_or_else(|| usual(pen));
    paint(pen, subject, place, galley, true);
}

/// The text and its size in the diagram.
fn laid_out(pen: &mut Pen<'_>, subject: Subject, text: &str, place: Option<Bounds>) -> Option<(Arc<Galley>, (f64, f64))> {
    let width = place.map_or(WIDTH, |place| place.width.max(40.0));
    let wanted = Wanted { text, size: 12.0, width, rows: 4, align: Align::Center, is_strong: false };
    let galley = pen.text(subject, wanted)?;
    let size = galley.size();
    Some((galley, (pen.camera.reach(size.x).ceil(), pen.camera.reach(size.y).ceil())))
}

/// Paints a text in the upper middle of its place, and remembers where it is.
fn paint(pen: &mut Pen<'_>, subject: Subject, place: Bounds, galley: Arc<Galley>, has_ground: bool) {
    let top = pen.camera.screen_from_diagram(Point::new(place.centre().x, place.y));
    let rect = galley.rect.translate(top.to_vec2());
    if has_ground {
        let ground = pen.theme.panel.gamma_multiply(0.8);
        pen.painter.rect_filled(rect.expand2(vec2(3.0, 0.0) * pen.zoom()), CornerRadius::from(3.0 * pen.zoom()), ground);
    }
    pen.painter.galley(top, galley, pen.theme.text);
    let corners = [rect.min, rect.max].map(|corner| pen.camera.diagram_from_screen(corner));
    pen.labels.push((subject, Bounds::spanning(corners[0], corners[1])));
}
