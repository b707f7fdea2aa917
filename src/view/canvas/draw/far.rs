//! The picture from far away: flat shapes and thin lines in one mesh, cheap enough for ten thousand elements.

use crate::drawing::Palette;
use crate::drawing::colouring::Colouring;
use crate::drawing::scene::{Item, Look};
use crate::model::Point;
use crate::view::canvas::camera::{Camera, direction};
use crate::view::theme::{Theme, colour32};
use egui::{Color32, Mesh, Pos2, Rect};

/// Thickness of a connection seen from far away, and of one that is marked.
const THIN: f32 = 1.0;
const MARKED: f32 = 2.0;

/// Corners of a gateway, and of an event seen from far away.
const DIAMOND: u32 = 4;
const DISC: u32 = 8;

/// Collects flat shapes.
pub struct Far<'a> {
    camera: &'a Camera,
    theme: &'a Theme,
    palette: &'static Palette,
    colouring: Colouring,
    mesh: Mesh,
}

impl<'a> Far<'a> {
    /// An empty picture for about so many elements.
    pub fn new(camera: &'a Camera, theme: &'a Theme, colouring: Colouring, count: usize) -> Self {
        let mut mesh = Mesh::default();
        mesh.reserve_vertices(count * 10);
        mesh.reserve_triangles(count * 5);
        Self { camera, theme, palette: Palette::named(theme.name), colouring, mesh }
    }

    /// Adds an element.
    pub fn add(&mut self, item: &Item) {
        match &item.look {
            Look::Pool { shape, .. } => self.framed(self.camera.rect(shape.bounds), self.theme.panel),
            Look::Lane { shape, role, .. } => {
                let tint = self.colouring.of_lane(self.palette, *role).map(colour32);
                let ground = tint.map_or(self.theme.panel, |colour| self.theme.panel.lerp_to_gamma(colour, 0.06));
                self.framed(self.camera.rect(shape.bounds), ground);
            }
            Look::Node { node, shape, role, .. } => {
                let rect = self.camera.rect(shape.bounds);
                let tint = self.colouring.of_node(self.palette, node, *role).map(|tint| colour32(tint.colour));
                if node.kind.is_event() || node.kind.is_gateway() {
                    let corners = if node.kind.is_gateway() { DIAMOND } else { DISC };
                    self.polygon(rect, corners, tint.unwrap_or(self.theme.stroke));
                } else {
                    let ground = if item.is_ground() { self.theme.panel } else { self.theme.paper };
                    self.framed(rect, ground);
                    if let Some(tint) = tint {
                        let stripe = Rect::from_min_size(rect.min, egui::vec2((rect.width() * 0.06).clamp(1.0, 3.0), rect.height()));
                        self.mesh.add_colored_rect(stripe, tint);
                    }
                }
            }
            Look::Artifact { shape, .. } => self.framed(self.camera.rect(shape.bounds), self.theme.canvas),
            Look::Flow { edge, .. } | Look::MessageFlow { edge, .. } | Look::Association { edge, .. } => {
                self.course(&edge.waypoints, THIN, self.theme.text_faint);
            }
        }
    }

    /// Adds a mark upon an element: a veil over a shape with a line round it, a thicker line along a connection.
    pub fn mark(&mut self, item: &Item, colour: Color32) {
        if let Some(edge) = item.edge() {
            self.course(&edge.waypoints, MARKED, colour);
        } else if let Some(shape) = item.shape() {
            let rect = self.camera.rect(shape.bounds);
            if !item.is_ground() {
                self.mesh.add_colored_rect(rect, colour.gamma_multiply(0.35));
            }
            if rect.width() > 6.0 {
                self.border(rect, colour);
            }
        }
    }

    /// Four bars round a rectangle.
    fn border(&mut self, rect: Rect, colour: Color32) {
        let (outer, inner) = (rect.expand(MARKED / 2.0), rect.shrink(MARKED / 2.0));
        for bar in [
            Rect::from_min_max(outer.min, egui::pos2(outer.right(), inner.top())),
            Rect::from_min_max(egui::pos2(outer.left(), inner.bottom()), outer.max),
            Rect::from_min_max(egui::pos2(outer.left(), inner.top()), inner.left_bottom()),
            Rect::from_min_max(inner.right_top(), egui::pos2(outer.right(), inner.bottom())),
        ] {
            self.mesh.add_colored_rect(bar, colour);
        }
    }

    fn course(&mut self, waypoints: &[Point], width: f32, colour: Color32) {
        for pair in waypoints.windows(2) {
            self.line(self.camera.screen_from_diagram(pair[0]), self.camera.screen_from_diagram(pair[1]), width, colour);
        }
    }

    /// A flat shape with a line round it. On whole points, or parts of so thin a line would fall between the pixels.
    fn framed(&mut self, rect: Rect, ground: Color32) {
        let rect = rect.round();
        self.mesh.add_colored_rect(rect, self.theme.line_strong);
        if rect.width() > 3.0 && rect.height() > 3.0 {
            self.mesh.add_colored_rect(rect.shrink(1.0), ground);
        }
    }

    /// A polygon with so many corners, one of them at the top.
    fn polygon(&mut self, rect: Rect, corners: u32, colour: Color32) {
        let first = self.mesh.vertices.len() as u32;
        for corner in 0..corners {
            let (sine, cosine) = (std::f32::consts::TAU * corner as f32 / corners as f32).sin_cos();
            self.mesh.colored_vertex(rect.center() + egui::vec2(sine, -cosine) * rect.size() / 2.0, colour);
        }
        for corner in 2..corners {
            self.mesh.add_triangle(first, first + corner - 1, first + corner);
        }
    }

    fn line(&mut self, from: Pos2, to: Pos2, width: f32, colour: Color32) {
        let side = direction(from, to).rot90() * (width / 2.0);
        let first = self.mesh.vertices.len() as u32;
        for corner in [from + side, to + side, to - side, from - side] {
            self.mesh.colored_vertex(corner, colour);
        }
        self.mesh.add_triangle(first, first + 1, first + 2);
        self.mesh.add_triangle(first, first + 2, first + 3);
    }

    /// The finished mesh.
    pub fn finish(self) -> Mesh {
        self.mesh
    }
}
