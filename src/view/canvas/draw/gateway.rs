//! Gateways: diamonds with BPMN's signs (BPMN 2.0, table 10.107).

use super::pen::Ink;
use crate::model::NodeKind;
use egui::{Painter, Pos2, Rect, Shape, Stroke, Vec2, vec2};
use std::f32::consts::TAU;

/// Draws a gateway into a square on the screen.
pub fn gateway(painter: &Painter, rect: Rect, kind: &NodeKind, ink: Ink) {
    let centre = rect.center();
    let half = rect.width() / 2.0;
    painter.add(Shape::convex_polygon(diamond(rect), ink.ground, ink.stroke));
    let bold = Stroke::new(ink.stroke.width * 1.8, ink.stroke.color);
    let arm = |x: f32, y: f32| [centre - vec2(x, y) * half, centre + vec2(x, y) * half];
    match kind {
        NodeKind::ExclusiveGateway => {
            painter.line_segment(arm(0.24, 0.28), bold);
            painter.line_segment(arm(0.24, -0.28), bold);
        }
        NodeKind::ParallelGateway => {
            painter.line_segment(arm(0.4, 0.0), bold);
            painter.line_segment(arm(0.0, 0.4), bold);
        }
        NodeKind::InclusiveGateway => {
            painter.circle_stroke(centre, half * 0.42, bold);
        }
        _ => {
            let thin = Stroke::new((ink.stroke.width * 0.8).max(0.6), ink.stroke.color);
            painter.circle_stroke(centre, half * 0.52, thin);
            painter.circle_stroke(centre, half * 0.43, thin);
            let pentagon: Vec<Pos2> =
                (0..5u8).map(|corner| centre + Vec2::angled(TAU * (f32::from(corner) / 5.0 - 0.25)) * half * 0.29).collect();
            painter.add(Shape::closed_line(pentagon, thin));
        }
    }
}

/// The four corners of a diamond in a rectangle.
pub fn diamond(rect: Rect) -> Vec<Pos2> {
    vec![rect.center_top(), rect.right_center(), rect.center_bottom(), rect.left_center()]
}
