//! Draws elements. Each file one kind of thing; all draw through a [`Pencil`].

mod activity_group;
mod artifact;
mod event;
mod flow;
mod gateway;
mod label;
mod node;
mod pool;

pub use artifact::sign as artifact_sign;
pub use node::CORNER;
pub use pool::{head, sign as pool_sign};

use super::colouring::Tint;
use super::lettering::ROW;
use super::pencil::{Ink, Pencil};
use super::pictogram::Pictogram;
use super::scene::{Item, Look};
use super::sheet::{Line, Sheet};
use crate::model::{Bounds, FlowNode, NodeKind, Point, Shape};

impl<S: Sheet> Pencil<'_, S> {
    /// Draws one element in full.
    pub fn item(&mut self, item: &Item) {
        match &item.look {
            Look::Pool { pool, shape } => pool::pool(self, pool, shape),
            Look::Lane { lane, shape, orientation, role } => pool::lane(self, lane, shape, *orientation, *role),
            Look::Node { node, shape, role } => {
                let tint = self.colouring.of_node(self.palette, node, *role);
                if node.kind.is_event() {
                    let ink = self.ink();
                    event::event(self.sheet, shape.bounds, &node.kind, ink);
                } else if node.kind.is_gateway() {
                    let ink = self.ink();
                    gateway::gateway(self.sheet, shape.bounds, &node.kind, ink);
                } else {
                    node::activity(self, node, shape, tint);
                    return;
                }
                label::at_node(self, item.subject, &node.name, shape);
                beside(self, node, shape.bounds, tint);
            }
            Look::Flow { flow, edge, leaves_gateway } => flow::sequence_flow(self, flow, edge, *leaves_gateway),
            Look::MessageFlow { flow, edge } => flow::message_flow(self, flow, edge),
            Look::Artifact { artifact, shape } => artifact::artifact(self, artifact, shape),
            Look::Association { association, edge } => flow::association(self, association, edge),
        }
    }
}

/// The state of an event or gateway at its upper left, and at its lower left the sign that it has a note.
fn beside<S: Sheet>(pencil: &mut Pencil<'_, S>, node: &FlowNode, bounds: Bounds, tint: Option<Tint>) {
    const SIZE: f64 = 13.0;
    if !pencil.is_near() {
        return;
    }
    let (palette, ground) = (pencil.palette, pencil.palette.canvas);
    let corner = bounds.corner();
    if let Some(tint) = tint {
        pencil.sheet.circle(corner, SIZE * 0.55, ground, Line::NONE);
        tint.draw_sign(pencil.sheet, palette, corner, SIZE);
    }
    if pencil.notes.are_shown(node) {
        let place = Point::new(bounds.x, bounds.bottom());
        pencil.sheet.circle(place, SIZE * 0.55, ground, Line::NONE);
        pencil.sheet.pictogram(Pictogram::Note, place, SIZE, palette.text_faint);
        note_number(pencil, node, Point::new(place.x - SIZE, place.y));
    }
}

/// The number under which a note is found, if notes have numbers.
fn note_number<S: Sheet>(pencil: &mut Pencil<'_, S>, node: &FlowNode, centre: Point) {
    if let Some(number) = pencil.notes.number(node.id) {
        pencil.sheet.letter(&number.to_string(), centre, 10.0, pencil.palette.text_soft);
    }
}

/// Draws the sign of a kind of node into a small rectangle, for buttons.
pub fn node_sign(sheet: &mut impl Sheet, place: Bounds, kind: &NodeKind, ink: Ink) {
    let square = |side: f64| Bounds::centred(place.centre(), side, side);
    if kind.is_event() {
        event::event(sheet, square(place.height * 0.9), kind, ink);
    } else if kind.is_gateway() {
        gateway::gateway(sheet, square(place.height), kind, ink);
    } else {
        node::sign(sheet, place, kind, ink);
    }
}

/// Of these sizes of type, each with the most rows that are wanted, the first in which a text will have room; else the last. Measured roughly,
/// by the number of its letters.
fn type_in((width, height): (f64, f64), text: &str, sizes: &[(f64, usize)]) -> (f64, usize) {
    const LETTER: f64 = 0.65;
    let letters = text.chars().count() as f64;
    let rows = |(size, most): (f64, usize)| (size, ((height / (size * ROW)).floor() as usize).clamp(1, most));
    let has_room = |(size, rows): &(f64, usize)| letters * size * LETTER <= width * *rows as f64;
    let fitting = sizes.iter().map(|it| rows(*it)).find(has_room);
    fitting.or_else(|| sizes.last().map(|it| rows(*it))).unwrap_or((12.0, 1))
}

/// Whether a shape is drawn as a frame round its content.
fn is_frame(kind: &NodeKind, shape: &Shape) -> bool {
    matches!(kind, NodeKind::SubProcess { .. }) && shape.is_expanded
}

/// The corners of a rectangle in turn, the first at the upper left.
fn corners(bounds: Bounds) -> [Point; 4] {
    let (right, bottom) = (bounds.right(), bounds.bottom());
    [bounds.corner(), Point::new(right, bounds.y), Point::new(right, bottom), Point::new(bounds.x, bottom)]
}

/// The outline of a rectangle as a line that comes back to where it began.
fn frame(bounds: Bounds) -> [Point; 5] {
    let [a, b, c, d] = corners(bounds);
    [a, b, c, d, a]
}

/// A point by its shares of the way through a rectangle.
fn inside(bounds: Bounds, x: f64, y: f64) -> Point {
    Point::new(bounds.x + bounds.width * x, bounds.y + bounds.height * y)
}
