//! Pools and lanes: pale bands with a header, at the left and rotated or, when vertical, at the top.

use super::pen::{Ink, Pen};
use crate::model::{Bounds, Lane, Orientation, Pool, Shape, Subject};
use crate::view::canvas::galleys::Wanted;
use crate::view::canvas::scene::RoleMark;
use egui::epaint::TextShape;
use egui::{Align, Color32, Galley, Painter, Rect, Stroke, StrokeKind, vec2};
use std::f32::consts::FRAC_PI_2;
use std::sync::Arc;

/// Breadth of the headers of pools and lanes, in points of the diagram; the same as in `edit`.
pub const HEAD: f64 = 30.0;

/// The part of a pool's or lane's bounds that is its header.
pub fn head(bounds: Bounds, orientation: Orientation) -> Bounds {
    match orientation {
        Orientation::Horizontal => Bounds { width: HEAD.min(bounds.width), ..bounds },
        Orientation::Vertical => Bounds { height: HEAD.min(bounds.height), ..bounds },
    }
}

/// Draws a pool: its frame and header. One without a process has its name in the middle.
pub fn pool(pen: &mut Pen<'_>, pool: &Pool, shape: &Shape) {
    let rect = pen.camera.rect(shape.bounds);
    let stroke = Stroke::new(pen.width(1.0), pen.theme.line_strong);
    let is_closed = pool.process.is_none();
    let ground = if is_closed { pen.theme.panel } else { pen.theme.paper.gamma_multiply(0.6) };
    pen.painter.rect(rect, 0.0, ground, stroke, StrokeKind::Inside);
    let text = if is_closed { shape.bounds } else { head(shape.bounds, pool.orientation) };
    if !is_closed {
        band(pen, pen.camera.rect(text), pen.theme.ground, stroke);
    }
    name(pen, Subject::Pool(pool.id), &pool.name, text, true);
}

/// Draws a lane: a band in the palest tint of its role, and its header.
pub fn lane(pen: &mut Pen<'_>, lane: &Lane, shape: &Shape, orientation: Orientation, role: Option<RoleMark>) {
    let rect = pen.camera.rect(shape.bounds);
    let stroke = Stroke::new(pen.width(1.0), pen.theme.line_strong);
    let colour = pen.colouring.of_lane(pen.theme, role);
    let tint = |share: f32| colour.map_or(Color32::TRANSPARENT, |colour| colour.gamma_multiply(share));
    pen.painter.rect(rect, 0.0, tint(0.035), stroke, StrokeKind::Inside);
    let text = head(shape.bounds, orientation);
    band(pen, pen.camera.rect(text), tint(0.12), stroke);
    name(pen, Subject::Lane(lane.id), &lane.name, text, false);
}

fn band(pen: &Pen<'_>, rect: Rect, fill: Color32, stroke: Stroke) {
    pen.painter.rect(rect, 0.0, fill, stroke, StrokeKind::Inside);
}

/// The name in the middle of the header, rotated where it is upright.
fn name(pen: &mut Pen<'_>, subject: Subject, text: &str, place: Bounds, is_strong: bool) {
    let is_upright = place.height > place.width;
    let width = place.width.max(place.height) - 12.0;
    let wanted = Wanted { text, size: 13.0, width: width.max(20.0), rows: 1, align: Align::Center, is_strong };
    if let Some(galley) = pen.text(subject, wanted) {
        let centre = pen.camera.rect(place).center();
        let half = galley.size().y / 2.0;
        let shape = if is_upright {
            rotated(galley, centre + vec2(-half, 0.0), pen.theme.text)
        } else {
            TextShape::new(centre - vec2(0.0, half), galley, pen.theme.text)
        };
        pen.painter.add(shape);
    }
}

fn rotated(galley: Arc<Galley>, at: egui::Pos2, colour: Color32) -> TextShape {
    TextShape::new(at, galley, colour).with_angle(-FRAC_PI_2)
}

/// A small picture of a pool for buttons; without direction, of a black box.
pub fn sign(painter: &Painter, rect: Rect, orientation: Option<Orientation>, ink: Ink) {
    let size = if orientation == Some(Orientation::Vertical) {
        vec2(rect.width() * 0.75, rect.height())
    } else {
        vec2(rect.width(), rect.height() * 0.8)
    };
    let frame = Rect::from_center_size(rect.center(), size);
    painter.rect(frame, 1.0, ink.ground, ink.stroke, StrokeKind::Inside);
    match orientation {
        Some(Orientation::Horizontal) => painter.vline(frame.left() + frame.width() * 0.25, frame.y_range(), ink.stroke),
        Some(Orientation::Vertical) => painter.hline(frame.x_range(), frame.top() + frame.height() * 0.25, ink.stroke),
        None => painter.hline(frame.shrink(4.0).x_range(), frame.center().y, ink.stroke),
    };
}
