//! Problems as badges at the element: each severity has its own shape, not only its colour.

use super::FAR;
use super::pen::Pen;
use crate::check::Severity;
use crate::drawing::scene::Item;
use crate::model::Bounds;
use crate::view::icons::Icon;
use egui::{Align2, Color32, Mesh, Pos2, Vec2};
use std::f32::consts::{FRAC_PI_4, FRAC_PI_8};

/// Draws the signs of the worst problems of elements at the upper right corners of their bounds; from far away dots in one
/// mesh, which do not cover the elements.
pub fn badges<'a>(pen: &Pen<'_>, troubled: impl Iterator<Item = (&'a Item, Bounds, Severity)>) {
    let mut far = Mesh::default();
    for (item, bounds, severity) in troubled {
        let (icon, colour) = sign(pen, severity);
        let centre = centre(pen, item, bounds);
        if pen.camera.zoom < FAR {
            dot(&mut far, centre, (9.0 * pen.zoom()).max(1.75), colour);
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

/// Adds a dot, whose eight corners cannot be told from a circle at this size.
fn dot(mesh: &mut Mesh, centre: Pos2, radius: f32, colour: Color32) {
    let first = mesh.vertices.len() as u32;
    for corner in 0..8u8 {
        let way = Vec2::angled(f32::from(corner) * FRAC_PI_4 + FRAC_PI_8);
        mesh.colored_vertex(centre + way * radius, colour);
    }
    for corner in 1..7 {
        mesh.add_triangle(first, first + corner, first + corner + 1);
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
