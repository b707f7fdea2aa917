//! A small picture of a flow: shapes and courses without text, fitted into a rectangle.

use super::theme::Theme;
use crate::model::{Bounds, Document, NodeKind, Point, Subject};
use egui::{Painter, Pos2, Rect, Shape, Stroke, pos2};

/// Draws the flow of a document into the rectangle.
pub fn paint(painter: &Painter, theme: &Theme, rect: Rect, document: &Document) {
    let Some(world) = extent(document) else { return };
    let view = View::fitting(world, rect);
    for (subject, shape) in document.diagram.shapes.iter() {
        if matches!(subject, Subject::Pool(_) | Subject::Lane(_)) {
            painter.rect(view.rect(shape.bounds), 0, theme.panel, Stroke::new(1.0, theme.line), egui::StrokeKind::Middle);
        }
    }
    for edge in document.diagram.edges.values() {
        let points = edge.waypoints.iter().map(|point| view.point(*point)).collect();
        painter.add(Shape::line(points, Stroke::new(1.0, theme.text_soft)));
    }
    for (subject, shape) in document.diagram.shapes.iter() {
        if let Some(node) = subject.node().and_then(|node| document.nodes.get(node)) {
            paint_node(painter, theme, view.rect(shape.bounds), &node.kind);
        }
    }
}

fn paint_node(painter: &Painter, theme: &Theme, rect: Rect, kind: &NodeKind) {
    let stroke = Stroke::new(1.0, theme.stroke);
    if kind.is_event() {
        let radius = (rect.width() / 2.0).max(2.0);
        let stroke = if matches!(kind, NodeKind::EndEvent(_)) { Stroke::new(2.0, theme.stroke) } else { stroke };
        painter.circle(rect.center(), radius, theme.paper, stroke);
    } else if kind.is_gateway() {
        let corners = vec![rect.center_top(), rect.right_center(), rect.center_bottom(), rect.left_center()];
        painter.add(Shape::convex_polygon(corners, theme.paper, stroke));
    } else {
        painter.rect(rect, 2, theme.accent_soft, Stroke::new(1.0, theme.accent), egui::StrokeKind::Middle);
    }
}

fn extent(document: &Document) -> Option<Bounds> {
    document.diagram.shapes.values().map(|shape| shape.bounds).reduce(Bounds::union)
}

/// From the diagram to the screen.
#[derive(Clone, Copy)]
struct View {
    world: Bounds,
    centre: Pos2,
    scale: f64,
}

impl View {
    /// Shows all of the world in the rectangle, never larger than life.
    fn fitting(world: Bounds, rect: Rect) -> Self {
        let scale = (f64::from(rect.width()) / world.width.max(1.0)).min(f64::from(rect.height()) / world.height.max(1.0)).min(1.0);
        Self { world, centre: rect.center(), scale }
    }

    fn point(self, point: Point) -> Pos2 {
        let way = point.from(self.world.centre());
        pos2(self.centre.x + (way.x * self.scale) as f32, self.centre.y + (way.y * self.scale) as f32)
    }

    fn rect(self, bounds: Bounds) -> Rect {
        Rect::from_two_pos(self.point(bounds.corner()), self.point(Point::new(bounds.right(), bounds.bottom())))
    }
}
