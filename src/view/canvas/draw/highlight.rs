//! Outlines of what is selected, hovered, or may receive what is being dragged.

use super::far::Far;
use super::line::rounded;
use super::pen::Pen;
use super::{FAR, MANY};
use crate::drawing::CORNER;
use crate::drawing::scene::Item;
use crate::view::icons::Icon;
use egui::{Align2, Color32, CornerRadius, Pos2, Rect, Shape, Stroke, StrokeKind};

/// In what light an element stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// It is selected.
    Selected,
    /// A click would hit it.
    Hovered,
    /// What is being dragged may be dropped here, where the pointer is.
    Allowed,
    /// It might be dropped here.
    Candidate,
    /// It may not be dropped here.
    Refused,
}

/// Draws the outlines of all that is selected: of many, or from far away, in one flat mesh.
pub fn selected(pen: &Pen<'_>, items: &[&Item]) {
    if pen.camera.zoom >= FAR && items.len() <= MANY {
        for item in items {
            highlight(pen, item, Light::Selected);
        }
        return;
    }
    if items.is_empty() {
        return;
    }
    let mut marks = Far::new(pen.camera, pen.theme, pen.colouring, items.len());
    for item in items {
        marks.mark(item, pen.theme.accent);
    }
    pen.painter.add(marks.finish());
}

/// Marks elements that stay selected while the keys lead on.
pub fn kept<'a>(pen: &Pen<'_>, items: impl Iterator<Item = &'a Item>) {
    for item in items {
        let place = item.edge().and_then(|edge| edge.waypoints.first().copied());
        let place = item.shape().map(|shape| shape.bounds.corner()).or(place).unwrap_or(item.reach.corner());
        let centre = pen.camera.screen_from_diagram(place);
        pen.painter.circle(centre, 8.0, pen.theme.accent, Stroke::new(1.0, pen.theme.paper));
        pen.painter.text(centre, Align2::CENTER_CENTER, Icon::Check.glyph(), Icon::font(12.0), pen.theme.on_accent);
    }
}

/// Draws the outline for the light.
pub fn highlight(pen: &Pen<'_>, item: &Item, light: Light) {
    let theme = pen.theme;
    let stroke = match light {
        Light::Selected => Stroke::new(2.0, theme.accent),
        Light::Hovered => Stroke::new(1.5, theme.accent.gamma_multiply(0.55)),
        Light::Allowed => Stroke::new(2.5, theme.success),
        Light::Candidate => Stroke::new(1.5, theme.success.gamma_multiply(0.6)),
        Light::Refused => Stroke::new(2.5, theme.error),
    };
    outline(pen, item, stroke);
}

/// Draws a line round an element, or along it.
pub fn outline(pen: &Pen<'_>, item: &Item, stroke: Stroke) {
    if let Some(edge) = item.edge() {
        let width = stroke.width.max(pen.width(1.5) + 0.5);
        pen.painter.add(Shape::line(rounded(pen, &edge.waypoints), Stroke::new(width, stroke.color)));
        return;
    }
    let Some(shape) = item.shape() else { return };
    let rect = pen.camera.rect(shape.bounds);
    let gap = if item.is_ground() { 0.0 } else { 3.0 };
    match item.node().map(|node| &node.kind) {
        Some(kind) if kind.is_event() => {
            pen.painter.circle_stroke(rect.center(), rect.width() / 2.0 + gap, stroke);
        }
        Some(kind) if kind.is_gateway() => {
            pen.painter.add(Shape::convex_polygon(diamond(rect.expand(gap * 1.6)), Color32::TRANSPARENT, stroke));
        }
        Some(_) => {
            let corner = CornerRadius::from(CORNER as f32 * pen.zoom() + gap);
            pen.painter.rect_stroke(rect.expand(gap), corner, stroke, StrokeKind::Middle);
        }
        None => {
            pen.painter.rect_stroke(rect.expand(gap), 2.0, stroke, StrokeKind::Middle);
        }
    }
}

/// The four corners of a diamond in a rectangle.
fn diamond(rect: Rect) -> Vec<Pos2> {
    vec![rect.center_top(), rect.right_center(), rect.center_bottom(), rect.left_center()]
}
