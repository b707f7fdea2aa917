//! The window's canvas as a sheet to draw upon.

use super::line::dashes;
use crate::drawing::{Colour, Corners, Line, Pictogram, Sheet, Wanted};
use crate::model::{Bounds, Point, Subject};
use crate::view::canvas::camera::Camera;
use crate::view::canvas::galleys::Galleys;
use crate::view::icons::Icon;
use crate::view::theme::colour32;
use egui::epaint::TextShape;
use egui::{Align2, Color32, CornerRadius, FontId, Galley, Mesh, Painter, Pos2, Shadow, Shape, Stroke, StrokeKind, Vec2};
use std::f32::consts::{FRAC_PI_2, TAU};
use std::sync::Arc;

/// Corners of a circle that is drawn in dashes.
const DASHED_CIRCLE: u8 = 48;

/// Draws through a painter, where a camera looks.
pub struct Screen<'a> {
    /// Paints on the screen.
    pub painter: &'a Painter,
    /// Where the diagram is.
    pub camera: Camera,
    /// Kept texts; `None`: there are none to be written.
    pub galleys: Option<&'a mut Galleys>,
    /// The element whose name is being edited and therefore not written.
    pub renamed: Option<Subject>,
}

impl<'a> Screen<'a> {
    /// A sheet on which points of the diagram are those of the screen, for the signs of buttons.
    pub fn plain(painter: &'a Painter) -> Self {
        let camera = Camera { origin: Point::default(), zoom: 1.0, screen: egui::Rect::ZERO };
        Self { painter, camera, galleys: None, renamed: None }
    }

    fn length(&self, length: f64) -> f32 {
        (length * self.camera.zoom) as f32
    }

    fn at(&self, point: Point) -> Pos2 {
        self.camera.screen_from_diagram(point)
    }

    fn course_of(&self, points: &[Point]) -> Vec<Pos2> {
        points.iter().map(|point| self.at(*point)).collect()
    }

    fn stroke(&self, line: Line) -> Stroke {
        if line.is_none() { Stroke::NONE } else { Stroke::new(self.length(line.width), colour32(line.colour)) }
    }

    /// Not egui's own dashes: they are rounded to whole pixels, and short ones get lost.
    fn dashed(&self, points: &[Pos2], line: Line, (dash, gap): (f64, f64)) {
        self.painter.extend(dashes(points, self.stroke(line), self.length(dash), self.length(gap)));
    }
}

impl Sheet for Screen<'_> {
    type Text = Arc<Galley>;

    fn zoom(&self) -> f64 {
        self.camera.zoom
    }

    fn rect(&mut self, bounds: Bounds, corners: Corners, fill: Colour, line: Line) {
        let radius = |radius: f64| self.length(radius).round() as u8;
        let (left, right) = (radius(corners.left), radius(corners.right));
        let corner = CornerRadius { nw: left, sw: left, ne: right, se: right };
        self.painter.rect(self.camera.rect(bounds), corner, colour32(fill), self.stroke(line), StrokeKind::Inside);
    }

    fn circle(&mut self, centre: Point, radius: f64, fill: Colour, line: Line) {
        let (centre, radius) = (self.at(centre), self.length(radius));
        let Some(dashes) = line.dashes else {
            self.painter.circle(centre, radius, colour32(fill), self.stroke(line));
            return;
        };
        let corner = |step: u8| centre + Vec2::angled(TAU * f32::from(step) / f32::from(DASHED_CIRCLE)) * radius;
        let points: Vec<Pos2> = (0..=DASHED_CIRCLE).map(corner).collect();
        self.painter.circle_filled(centre, radius, colour32(fill));
        self.dashed(&points, line, dashes);
    }

    fn polygon(&mut self, points: &[Point], fill: Colour, line: Line) {
        self.painter.add(Shape::convex_polygon(self.course_of(points), colour32(fill), self.stroke(line)));
    }

    fn figure(&mut self, points: &[Point], triangles: &[[u32; 3]], fill: Colour, line: Line) {
        let points = self.course_of(points);
        if !fill.is_clear() {
            let mut mesh = Mesh::default();
            for point in &points {
                mesh.colored_vertex(*point, colour32(fill));
            }
            for [a, b, c] in triangles {
                mesh.add_triangle(*a, *b, *c);
            }
            self.painter.add(mesh);
        }
        self.painter.add(Shape::closed_line(points, self.stroke(line)));
    }

    fn course(&mut self, points: &[Point], line: Line) {
        let course = self.course_of(points);
        match line.dashes {
            Some(dashes) => self.dashed(&course, line, dashes),
            None => drop(self.painter.add(Shape::line(course, self.stroke(line)))),
        }
    }

    fn shadow(&mut self, bounds: Bounds, corner: f64, colour: Colour) {
        let shadow = Shadow { offset: [0, 1], blur: 4, spread: 0, color: colour32(colour) };
        self.painter.add(shadow.as_shape(self.camera.rect(bounds), CornerRadius::from(self.length(corner))));
    }

    fn pictogram(&mut self, pictogram: Pictogram, centre: Point, size: f64, colour: Colour) {
        let font = Icon::font(self.length(size));
        self.painter.text(self.at(centre), Align2::CENTER_CENTER, pictogram.glyph(), font, colour32(colour));
    }

    fn letter(&mut self, text: &str, centre: Point, size: f64, colour: Colour) {
        let font = FontId::proportional(self.length(size));
        self.painter.text(self.at(centre), Align2::CENTER_CENTER, text, font, colour32(colour));
    }

    fn lay_out(&mut self, subject: Subject, wanted: Wanted<'_>) -> Option<(Self::Text, (f64, f64))> {
        let galleys = self.galleys.as_mut().filter(|_| self.renamed != Some(subject))?;
        galleys.get(self.painter.ctx(), subject, wanted, self.camera.zoom)
    }

    fn write(&mut self, text: Self::Text, at: Point, is_upright: bool, colour: Colour) {
        let shape = TextShape::new(self.at(at), text, Color32::PLACEHOLDER).with_override_text_color(colour32(colour));
        self.painter.add(if is_upright { shape.with_angle(-FRAC_PI_2) } else { shape });
    }
}
