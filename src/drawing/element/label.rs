//! Texts outside of shapes: under events and gateways, and beside lines, where no line runs through them.

use super::Sheet;
use crate::drawing::scene::course_bounds;
use crate::drawing::{Align, Corners, Line, Pencil, Wanted};
use crate::layout::label::{flow_label, node_label};
use crate::model::{Bounds, Edge, Point, Shape, Subject};

/// Width at which labels wrap, in points.
const WIDTH: f64 = 120.0;
/// Labels that were put somewhere wrap at their width there, but not before this: other programs have other fonts.
const LEAST: f64 = 90.0;

/// The name of an event, gateway or data object beside its shape, or where it was put.
pub fn at_node<S: Sheet>(pencil: &mut Pencil<'_, S>, subject: Subject, text: &str, shape: &Shape) {
    let Some((text, size)) = laid_out(pencil, subject, text, shape.label) else { return };
    let near = shape.bounds.grown(size.0.max(size.1) + 8.0);
    let usual =
        |pencil: &mut Pencil<'_, S>| pencil.places.get(pencil.scene, subject, size, near, |lines| node_label(shape.bounds, size, lines));
    let place = shape.label.map_or_else(|| usual(pencil), |place| grown(place, size, shape.bounds));
    write(pencil, subject, place, text, size, false);
}

/// A place in which a text of this size has room: it grows away from the shape.
fn grown(place: Bounds, (width, height): (f64, f64), shape: Bounds) -> Bounds {
    let (more, higher) = ((width - place.width).max(0.0), (height - place.height).max(0.0));
    let x = match place.centre().x {
        middle if middle < shape.x => place.x - more,
        middle if middle > shape.right() => place.x,
        _ => place.x - more / 2.0,
    };
    let y = if place.centre().y < shape.y { place.y - higher } else { place.y };
    Bounds::new(x, y, place.width + more, height)
}

/// The label of a connection beside its course, or where it was put.
pub fn beside<S: Sheet>(pencil: &mut Pencil<'_, S>, subject: Subject, text: &str, edge: &Edge) {
    let Some((text, size)) = laid_out(pencil, subject, text, edge.label) else { return };
    let near = course_bounds(&edge.waypoints).unwrap_or_default().grown(size.0.max(size.1) + 8.0);
    let usual =
        |pencil: &mut Pencil<'_, S>| pencil.places.get(pencil.scene, subject, size, near, |lines| flow_label(&edge.waypoints, size, lines));
    let place = edge.label.unwrap_or_else(|| usual(pencil));
    write(pencil, subject, place, text, size, true);
}

/// The text and its size.
fn laid_out<S: Sheet>(pencil: &mut Pencil<'_, S>, subject: Subject, text: &str, place: Option<Bounds>) -> Option<(S::Text, (f64, f64))> {
    let width = place.map_or(WIDTH, |place| place.width.max(LEAST));
    let wanted = Wanted { text, size: 12.0, width, rows: 4, align: Align::Middle, is_strong: false };
    let (text, (width, height)) = pencil.sheet.lay_out(subject, wanted)?;
    Some((text, (width.ceil(), height.ceil())))
}

/// Writes a text in the upper middle of its place, and remembers where it is.
fn write<S: Sheet>(pencil: &mut Pencil<'_, S>, subject: Subject, place: Bounds, text: S::Text, size: (f64, f64), has_ground: bool) {
    let top = Point::new(place.centre().x, place.y);
    let taken = Bounds::new(top.x - size.0 / 2.0, top.y, size.0, size.1);
    if has_ground {
        let ground = Bounds { x: taken.x - 3.0, width: taken.width + 6.0, ..taken };
        pencil.sheet.rect(ground, Corners::all(3.0), pencil.palette.panel.faded(0.8), Line::NONE);
    }
    pencil.sheet.write(text, top, false, pencil.palette.text);
    pencil.labels.push((subject, taken));
}
