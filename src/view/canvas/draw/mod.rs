//! Draws elements. Each file one kind of thing; all draw through a [`Pen`].

mod artifact;
mod badge;
mod event;
mod far;
mod flow;
mod gateway;
mod highlight;
mod label;
mod line;
mod node;
mod overlay;
mod pen;
mod places;
mod pool;
mod room;

pub use badge::badges;
pub use far::Far;
pub use highlight::{Light, highlight, kept, outline, selected};
pub use overlay::{Mark, Overlay, Token, overlay};
pub use pen::{Ink, Pen};
pub use places::Places;

use super::colouring::Tint;
use super::scene::{Item, Look};
use crate::model::{FlowNode, NodeKind, Shape};
use crate::view::icons::Icon;
use egui::{Align2, Painter, Pos2, Rect};

/// Below this zoom elements are drawn as flat shapes in one mesh, without text.
pub const FAR: f64 = 0.36;
/// More selected elements than this are marked by flat shapes in one mesh.
const MANY: usize = 200;

/// Draws one element in full.
pub fn item(pen: &mut Pen<'_>, item: &Item) {
    match &item.look {
        Look::Pool { pool, shape } => pool::pool(pen, pool, shape),
        Look::Lane { lane, shape, orientation, role } => pool::lane(pen, lane, shape, *orientation, *role),
        Look::Node { node, shape, role } => {
            let rect = pen.camera.rect(shape.bounds);
            let tint = pen.colouring.of_node(pen.theme, node, *role);
            if node.kind.is_event() {
                event::event(pen.painter, rect, &node.kind, pen.ink());
                label::at_node(pen, item.subject, &node.name, shape);
            } else if node.kind.is_gateway() {
                gateway::gateway(pen.painter, rect, &node.kind, pen.ink());
                label::at_node(pen, item.subject, &node.name, shape);
            } else {
                node::activity(pen, node, shape, tint);
                return;
            }
            beside(pen, node, rect, tint);
        }
        Look::Flow { flow, edge, leaves_gateway } => flow::sequence_flow(pen, flow, edge, *leaves_gateway),
        Look::MessageFlow { flow, edge } => flow::message_flow(pen, flow, edge),
        Look::Artifact { artifact, shape } => artifact::artifact(pen, artifact, shape),
        Look::Association { association, edge } => flow::association(pen, association, edge),
    }
}

/// The state of an event or gateway at its upper left, and at its lower left the sign that it has a note.
fn beside(pen: &Pen<'_>, node: &FlowNode, rect: Rect, tint: Option<Tint>) {
    if !pen.is_near() {
        return;
    }
    let size = 13.0 * pen.zoom();
    let ground = |place: Pos2| pen.painter.circle_filled(place, size * 0.55, pen.theme.canvas);
    if let Some(tint) = tint {
        ground(rect.left_top());
        tint.sign(pen.painter, pen.theme, rect.left_top(), size);
    }
    if !node.details.note.is_empty() {
        ground(rect.left_bottom());
        pen.painter.text(rect.left_bottom(), Align2::CENTER_CENTER, Icon::Note.glyph(), Icon::font(size), pen.theme.text_faint);
    }
}

/// Draws the sign of a kind of node into a small rectangle, for buttons.
pub fn node_sign(painter: &Painter, rect: Rect, kind: &NodeKind, ink: Ink) {
    if kind.is_event() {
        event::event(painter, Rect::from_center_size(rect.center(), egui::Vec2::splat(rect.height() * 0.9)), kind, ink);
    } else if kind.is_gateway() {
        gateway::gateway(painter, Rect::from_center_size(rect.center(), egui::Vec2::splat(rect.height())), kind, ink);
    } else {
        node::sign(painter, rect, kind, ink);
    }
}

pub use artifact::sign as artifact_sign;
pub use pool::{head as pool_head, sign as pool_sign};
pub use room::room;

/// Whether a shape is drawn as a frame round its content.
fn is_frame(kind: &NodeKind, shape: &Shape) -> bool {
    matches!(kind, NodeKind::SubProcess { .. }) && shape.is_expanded
}
