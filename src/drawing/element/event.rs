//! Events: circles with BPMN's rings and signs (BPMN 2.0, table 10.93). Filled signs throw, outlined ones catch.

use super::{Sheet, inside};
use crate::drawing::course::onward;
use crate::drawing::{Colour, Corners, Ink, Line};
use crate::model::{Bounds, Event, NodeKind, Point, Vector};
use std::f64::consts::TAU;

/// Draws an event into a square.
pub fn event(sheet: &mut impl Sheet, place: Bounds, kind: &NodeKind, ink: Ink) {
    let (centre, radius) = (place.centre(), place.width / 2.0);
    let (thin, thick) = (ink.line, ink.broad(2.2));
    let outer = radius - thin.width / 2.0;
    sheet.circle(centre, radius, ink.ground, Line::NONE);
    let mut ring = |radius: f64, line: Line, is_interrupting: bool| {
        let line = if is_interrupting { line } else { line.dashed(radius * TAU / 24.0, radius * TAU / 36.0) };
        sheet.circle(centre, radius, Colour::CLEAR, line);
    };
    match kind {
        NodeKind::StartEvent { is_interrupting, .. } => ring(outer, thin, *is_interrupting),
        NodeKind::EndEvent(_) => ring(radius - thick.width / 2.0, thick, true),
        NodeKind::BoundaryEvent { is_interrupting, .. } => {
            ring(outer, thin, *is_interrupting);
            ring(outer * 0.82, thin, *is_interrupting);
        }
        _ => {
            ring(outer, thin, true);
            ring(outer * 0.82, thin, true);
        }
    }
    if let Some(event) = kind.event() {
        let throws = matches!(kind, NodeKind::ThrowEvent(_) | NodeKind::EndEvent(_));
        Sign { sheet, centre, radius, ink, throws }.draw(event);
    }
}

/// A sign inside a circle; its points are shares of the radius.
struct Sign<'a, S> {
    sheet: &'a mut S,
    centre: Point,
    radius: f64,
    ink: Ink,
    throws: bool,
}

impl<S: Sheet> Sign<'_, S> {
    fn draw(&mut self, event: &Event) {
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
            Event::Conditional(_) => self.sheet_of_paper(),
            Event::Link(_) => self.figure(
                &[(-0.5, -0.2), (0.08, -0.2), (0.08, -0.46), (0.55, 0.0), (0.08, 0.46), (0.08, 0.2), (-0.5, 0.2)],
                &[[0, 1, 5], [0, 5, 6], [2, 3, 4]],
            ),
            Event::Terminate => self.sheet.circle(self.centre, self.radius * 0.58, self.ink.line.colour, Line::NONE),
        }
    }

    fn at(&self, (x, y): (f64, f64)) -> Point {
        onward(self.centre, Vector::new(x, y), self.radius)
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64)) {
        let ends = [self.at(from), self.at(to)];
        self.sheet.course(&ends, self.ink.thin());
    }

    /// A closed outline, filled when it throws.
    fn figure(&mut self, outline: &[(f64, f64)], triangles: &[[u32; 3]]) {
        let points: Vec<Point> = outline.iter().map(|point| self.at(*point)).collect();
        let fill = if self.throws { self.ink.line.colour } else { Colour::CLEAR };
        self.sheet.figure(&points, triangles, fill, self.ink.thin());
    }

    /// A rectangle round the centre whose line runs along its edge, half of it outside.
    fn paper(&mut self, x: f64, y: f64, fill: Colour) -> Bounds {
        let (place, thin) = (Bounds::centred(self.centre, 2.0 * x * self.radius, 2.0 * y * self.radius), self.ink.thin());
        self.sheet.rect(place.grown(thin.width / 2.0), Corners::SHARP, fill, thin);
        place
    }

    fn envelope(&mut self) {
        let (line, ground) = (self.ink.line.colour, self.ink.ground);
        let (fill, flap) = if self.throws { (line, ground) } else { (ground, line) };
        let place = self.paper(0.52, 0.36, fill);
        let points = [inside(place, 0.0, 0.0), inside(place, 0.5, 0.62), inside(place, 1.0, 0.0)];
        self.sheet.course(&points, Line { colour: flap, ..self.ink.thin() });
    }

    fn clock(&mut self) {
        const SIZE: f64 = 0.58;
        self.sheet.circle(self.centre, self.radius * SIZE, Colour::CLEAR, self.ink.thin());
        for (x, y) in [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)] {
            self.line((x * SIZE * 0.82, y * SIZE * 0.82), (x * SIZE, y * SIZE));
        }
        self.line((0.0, 0.0), (0.1, -0.42));
        self.line((0.0, 0.0), (0.3, 0.08));
    }

    fn sheet_of_paper(&mut self) {
        self.paper(0.36, 0.48, Colour::CLEAR);
        for row in [-0.28, -0.09, 0.1, 0.29] {
            self.line((-0.24, row), (0.24, row));
        }
    }
}
