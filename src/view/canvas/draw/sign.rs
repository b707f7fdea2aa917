//! The signs of elements in small rectangles of the screen, for buttons and legends.

use super::pen::Ink;
use super::screen::Screen;
use crate::drawing::colouring::Tint;
use crate::drawing::{self, Colour, Line, Palette};
use crate::model::{ArtifactKind, Bounds, NodeKind, Orientation, Point};
use crate::view::theme::Theme;
use egui::{Color32, Painter, Pos2, Rect};

/// Draws the sign of a kind of node.
pub fn node_sign(painter: &Painter, rect: Rect, kind: &NodeKind, ink: Ink) {
    drawing::node_sign(&mut Screen::plain(painter), bounds(rect), kind, drawn(ink));
}

/// Draws a small pool; without direction, a black box.
pub fn pool_sign(painter: &Painter, rect: Rect, orientation: Option<Orientation>, ink: Ink) {
    drawing::pool_sign(&mut Screen::plain(painter), bounds(rect), orientation, drawn(ink));
}

/// Draws a small artifact.
pub fn artifact_sign(painter: &Painter, rect: Rect, kind: &ArtifactKind, ink: Ink) {
    drawing::artifact_sign(&mut Screen::plain(painter), bounds(rect), kind, drawn(ink));
}

/// Draws the sign of a colour alone, so high.
pub fn tint_sign(painter: &Painter, theme: &Theme, tint: Tint, centre: Pos2, height: f32) {
    let centre = Point::new(f64::from(centre.x), f64::from(centre.y));
    tint.draw_sign(&mut Screen::plain(painter), Palette::named(theme.name), centre, f64::from(height));
}

fn bounds(rect: Rect) -> Bounds {
    Bounds::new(f64::from(rect.left()), f64::from(rect.top()), f64::from(rect.width()), f64::from(rect.height()))
}

fn drawn(ink: Ink) -> drawing::Ink {
    let colour = |colour: Color32| Colour { channels: colour.to_srgba_unmultiplied() };
    drawing::Ink { line: Line::new(f64::from(ink.stroke.width), colour(ink.stroke.color)), ground: colour(ink.ground) }
}
