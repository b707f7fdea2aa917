//! Problems as badges at the element: each severity has its own shape, not only its colour.

use super::FAR;
use super::pen::Pen;
use crate::check::Severity;
use crate::model::Bounds;
use crate::view::canvas::scene::Item;
use crate::view::icons::Icon;
use egui::{Align2, Color32};

/// Draws the sign of the worst problem of an element at the upper right corner of its bounds; from far away a dot, which does
/// not cover the element.
pub fn badge(pen: &Pen<'_>, item: &Item, bounds: Bounds, severity: Severity) {
    let (icon, colour) = sign(pen, severity);
    let size = (18.0 * pen.zoom()).clamp(9.0, 22.0);
    let rect = pen.camera.rect(bounds);
    let centre = match item.node() {
        Some(node) if node.kind.is_gateway() => rect.shrink(rect.width() * 0.2).right_top(),
        // Beside the letter of the role.
        Some(node) if node.kind.is_activity() => rect.right_top() + egui::vec2(6.0, -6.0) * pen.zoom(),
        _ => rect.right_top(),
    };
    if pen.camera.zoom < FAR {
        pen.painter.circle_filled(centre, (9.0 * pen.zoom()).max(1.5), colour);
        return;
    }
    pen.painter.circle_filled(centre, size * 0.52, pen.theme.paper);
    pen.painter.text(centre, Align2::CENTER_CENTER, icon.glyph(), Icon::font(size), colour);
}

fn sign(pen: &Pen<'_>, severity: Severity) -> (Icon, Color32) {
    match severity {
        Severity::Error => (Icon::Error, pen.theme.error),
        Severity::Warning => (Icon::Warning, pen.theme.warning),
        Severity::Hint => (Icon::Information, pen.theme.information),
    }
}
