//! Problems as badges at the element: each severity has its own shape, not only its colour.

use super::FAR;
use super::pen::Pen;
use crate::check::Severity;
use crate::model::Bounds;
use crate::view::canvas::scene::Item;
use crate::view::icons::Icon;
use egui::{Align2, Color32, Mesh, Pos2, Rect, Vec2};

/// Draws the signs of the worst problems of elements at the upper right corners of their bounds; from far away dots in one
/// mesh, which do not cover the elements.
pub fn badges<'a>(pen: &Pen<'_>, troubled: impl Iterator<Item = (&'a Item, Bounds, Severity)>) {
    let mut far = Mesh::default();
    for (item, bounds, severity) in troubled {
        let (icon, colour) = sign(pen, severity);
        let centre = centre(pen, item, bounds);
        if pen.camera.zoom < FAR {
            far.add_colored_rect(Rect::from_center_size(centre, Vec2::splat((16.0 * pen.zoom()).max(3.0))), colour);
        } else {
            let size = (18.0 * pen.zoom()).clamp(9.0, 22.0);
            pen.painter.circle_filled(centre, size * 0.52, pen.theme.paper);
            pen.painter.text(centre, Align2::CENTER_CENTER, icon.glyph(), Icon::font(size), colour);
        }
    }
    if !far.is_empty() {
        pen.painter.add(far);
    }
}

fn centre(pen: &Pen<'_>, item: &Item, bounds: Bounds) -> Pos2 {
    let rect = pen.camera.rect(bounds);
    match item.node() {
        Some(node) if node.kind.is_gateway() => rect.shrink(rect.width() * 0.2).right_top(),
        // Beside the letter of the role.
        Some(node) if node.kind.is_activity() => rect.right_top() + egui::vec2(6.0, -6.0) * pen.zoom(),
        _ => rect.right_top(),
    }
}

fn sign(pen: &Pen<'_>, severity: Severity) -> (Icon, Color32) {
    match severity {
        Severity::Error => (Icon::Error, pen.theme.error),
        Severity::Warning => (Icon::Warning, pen.theme.warning),
        Severity::Hint => (Icon::Information, pen.theme.information),
    }
}
