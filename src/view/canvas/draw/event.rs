//! Events: circles with BPMN's rings and signs (BPMN 2.0, table 10.93). Filled signs throw, outlined ones catch.

use super::pen::Ink;
use crate::model::{Event, NodeKind};
use egui::{Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};
use std::f32::consts::TAU;

/// Draws an event into a square on the screen.
pub fn event(painter: &Painter, rect: Rect, kind: &NodeKind, ink: Ink) {
    let (centre, radius) = (rect.center(), rect.width() / 2.0);
    let (thin, thick) = (ink.stroke, Stroke::new(ink.stroke.width * 2.2, ink.stroke.color));
    let ring = |radius: f32, stroke: Stroke, is_dashed: bool| {
        if is_dashed {
            let points: Vec<Pos2> = (0..=48u8).map(|step| centre + Vec2::angled(TAU * f32::from(step) / 48.0) * radius).collect();
            painter.extend(Shape::dashed_line(&points, stroke, radius * TAU / 24.0, radius * TAU / 36.0));
        } else {
            painter.circle_stroke(centre, radius, stroke);
        }
    };
    painter.circle_filled(centre, radius, ink.ground);
    let outer = radius - thin.width / 2.0;
    match kind {
        NodeKind::StartEvent { is_interrupting, .. } => ring(outer, thin, !is_interrupting),
        NodeKind::EndEvent(_) => ring(radius - thick.width / 2.0, thick, false),
        NodeKind::BoundaryEvent { is_interrupting, .. } => {
            ring(outer, thin, !is_interrupting);
            ring(outer * 0.82, thin, !is_interrupting);
        }
        _ => {
            ring(outer, thin, false);
            ring(outer * 0.82, thin, false);
        }
    }
    if let Some(event) = kind.event() {
        let throws = matches!(kind, NodeKind::ThrowEvent(_) | NodeKind::EndEvent(_));
        Sign { painter, centre, radius, ink, throws }.draw(event);
    }
}

/// A sign inside a circle; its points are shares of the radius.
struct Sign<'a> {
    painter: &'a Painter,
    centre: Pos2,
    radius: f32,
    ink: Ink,
    throws: bool,
}

impl Sign<'_> {
    fn draw(&self, event: &Event) {
        match event {
            Event::None => {}
            Event::Message(_) => self.envelope(),
            Event::Timer(_) => self.clock(),
            Event::Signal(_) => self.figure(&[(0.0, -0.52), (0.5, 0.36), (-0.5, 0.36)], &[[0, 1, 2]]),
            Event::Error(_) => self.figure(
                &[(-0.5, 0.52), (-0.2, -0.5), (0.18, 0.1), (0.5, -0.52), (0.2, 0.5), (-0.18, -0.1)],
                &[[0, 1, 5], [1, 2, 5], [2, 4, 5], [2, 3, 4]],
            ),
            Event::Escalation(_) => self.figure(&[(0.0, -0.55), (0.42, 0.48), (0.0, 0.08), (-0.42, 0.48)], &[[0, 1, 2], [0, 2, 3]]),
            Event::Conditional(_) => self.sheet(),
            Event::Link(_) => self.figure(
                &[(-0.5, -0.2), (0.08, -0.2), (0.08, -0.46), (0.55, 0.0), (0.08, 0.46), (0.08, 0.2), (-0.5, 0.2)],
                &[[0, 1, 5], [0, 5, 6], [2, 3, 4]],
            ),
            Event::Terminate => {
                self.painter.circle_filled(self.centre, self.radius * 0.58, self.ink.stroke.color);
            }
        }
    }

    fn at(&self, (x, y): (f32, f32)) -> Pos2 {
        self.centre + vec2(x, y) * self.radius
    }

    fn thin(&self) -> Stroke {
        Stroke::new((self.ink.stroke.width * 0.8).max(0.6), self.ink.stroke.color)
    }

    /// A closed outline, filled by its triangles when it throws.
    fn figure(&self, outline: &[(f32, f32)], triangles: &[[u32; 3]]) {
        let points: Vec<Pos2> = outline.iter().map(|point| self.at(*point)).collect();
        if self.throws {
            let mut mesh = Mesh::default();
            for point in &points {
                mesh.colored_vertex(*point, self.ink.stroke.color);
            }
            for [a, b, c] in triangles {
                mesh.add_triangle(*a, *b, *c);
            }
            self.painter.add(mesh);
        }
        self.painter.add(Shape::closed_line(points, self.thin()));
    }

    fn envelope(&self) {
        let rect = Rect::from_min_max(self.at((-0.52, -0.36)), self.at((0.52, 0.36)));
        let (fill, line) = if self.throws { (self.ink.stroke.color, self.ink.ground) } else { (self.ink.ground, self.ink.stroke.color) };
        self.painter.rect(rect, 0.0, fill, self.thin(), StrokeKind::Middle);
        let flap = vec![rect.left_top(), pos2(rect.center().x, rect.center().y + rect.height() * 0.12), rect.right_top()];
        self.painter.add(Shape::line(flap, Stroke::new(self.thin().width, line)));
    }

    fn clock(&self) {
        let radius = self.radius * 0.58;
        self.painter.circle_stroke(self.centre, radius, self.thin());
        for quarter in 0..4u8 {
            let way = Vec2::angled(TAU * f32::from(quarter) / 4.0);
            self.painter.line_segment([self.centre + way * radius * 0.82, self.centre + way * radius], self.thin());
        }
        self.painter.line_segment([self.centre, self.at((0.1, -0.42))], self.thin());
        self.painter.line_segment([self.centre, self.at((0.3, 0.08))], self.thin());
    }

    fn sheet(&self) {
        let rect = Rect::from_min_max(self.at((-0.36, -0.48)), self.at((0.36, 0.48)));
        self.painter.rect_stroke(rect, 0.0, self.thin(), StrokeKind::Middle);
        for row in [-0.28, -0.09, 0.1, 0.29] {
            self.painter.line_segment([self.at((-0.24, row)), self.at((0.24, row))], self.thin());
        }
    }
}
