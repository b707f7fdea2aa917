//! The line of the space tool, where it goes, and what lies between.

use super::pen::Pen;
use crate::model::{Orientation, Point};
use crate::view::canvas::interaction::Spacing;
use egui::{Rect, Shape, Stroke, pos2};

/// Draws them across the whole canvas.
pub fn room(pen: &Pen<'_>, spacing: &Spacing) {
    let screen = pen.camera.screen;
    let reached = match spacing.orientation {
        Orientation::Horizontal => Point::new(spacing.from.x + spacing.by, spacing.from.y),
        Orientation::Vertical => Point::new(spacing.from.x, spacing.from.y + spacing.by),
    };
    let [from, to] = [spacing.from, reached].map(|point| pen.camera.screen_from_diagram(point));
    let accent = Stroke::new(1.0, pen.theme.accent);
    let (band, lines) = match spacing.orientation {
        Orientation::Horizontal => {
            let line = |x: f32| [pos2(x, screen.top()), pos2(x, screen.bottom())];
            (Rect::from_x_y_ranges(from.x.min(to.x)..=from.x.max(to.x), screen.y_range()), [line(from.x), line(to.x)])
        }
        Orientation::Vertical => {
            let line = |y: f32| [pos2(screen.left(), y), pos2(screen.right(), y)];
            (Rect::from_x_y_ranges(screen.x_range(), from.y.min(to.y)..=from.y.max(to.y)), [line(from.y), line(to.y)])
        }
    };
    pen.painter.rect_filled(band, 0.0, pen.theme.accent.gamma_multiply(0.08));
    pen.painter.extend(Shape::dashed_line(&lines[0], accent, 5.0, 3.0));
    pen.painter.line_segment(lines[1], Stroke::new(1.5, pen.theme.accent));
}
