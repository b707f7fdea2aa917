//! What playing through adds to the picture: tokens, what has been visited, small texts.

use super::line::along;
use super::pen::Pen;
use crate::drawing::scene::{Item, Scene};
use crate::model::{Document, Subject};
use crate::view::canvas::Badge;
use crate::view::icons::Icon;
use egui::{Align2, Color32, CornerRadius, FontId, Pos2, Rect, Stroke, StrokeKind, Vec2, vec2};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A token of the simulation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Token {
    /// The node on which it lies, or the flow along which it moves.
    pub on: Subject,
    /// On a flow: how far it has come, from 0 to 1.
    pub progress: f32,
}

/// What is said of an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// The case has been here.
    Visited,
    /// Something is to be done here now.
    Active,
    /// It went wrong here.
    Failed,
    /// Test cases go through it.
    Covered,
    /// No test case goes through it.
    Uncovered,
    /// Playing stops before it.
    BreakPoint,
    /// A short text at the element, such as "2×" or "noch 14 Tage".
    Text(String),
}

/// Laid over a canvas by playing through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlay {
    /// Tokens.
    pub tokens: Vec<Token>,
    /// Marks of elements.
    pub marks: Vec<(Subject, Mark)>,
    /// Badges of elements.
    pub badges: Arc<[Badge]>,
}

/// Draws the overlay over the elements. What happens in a closed sub-process is shown at it.
pub fn overlay(pen: &Pen<'_>, scene: &Scene, document: &Document, overlay: &Overlay) {
    for (subject, mark) in &overlay.marks {
        match (scene.get(*subject), mark) {
            (Some(item), mark) => draw_mark(pen, item, mark),
            (None, Mark::Active | Mark::Failed | Mark::Uncovered | Mark::BreakPoint) => {
                if let Some(item) = holder(scene, document, *subject) {
                    draw_mark(pen, item, mark);
                }
            }
            _ => {}
        }
    }
    let mut earlier: BTreeMap<(Subject, u32), u8> = BTreeMap::new();
    for token in &overlay.tokens {
        let Some(item) = scene.get(token.on).or_else(|| holder(scene, document, token.on)) else { continue };
        // Those that came to the same place lie beside each other, on a line behind each other.
        let count = earlier.entry((item.subject, token.progress.to_bits())).or_default();
        if let Some((place, beside)) = token_place(pen, item, token.progress) {
            draw_token(pen, place + beside * (14.0 * f32::from(*count) * pen.zoom()));
        }
        *count = count.saturating_add(1);
    }
}

/// The innermost sub-process round an element that is on the canvas.
fn holder<'a>(scene: &'a Scene, document: &Document, subject: Subject) -> Option<&'a Item> {
    let mut next = document.plane_of(subject);
    while let Some(id) = next {
        if let Some(item) = scene.get(Subject::Node(id)) {
            return Some(item);
        }
        next = document.plane_of(Subject::Node(id));
    }
    None
}

/// Where a token is drawn, and in which direction from there the next one.
fn token_place(pen: &Pen<'_>, item: &Item, progress: f32) -> Option<(Pos2, Vec2)> {
    if let Some(edge) = item.edge() {
        return along(pen, &edge.waypoints, progress).map(|(place, way)| (place, -way));
    }
    let rect = pen.camera.rect(item.shape()?.bounds);
    let is_step = item.node().is_some_and(|node| node.kind.is_activity());
    Some((if is_step { rect.center_top() } else { rect.center() }, Vec2::X))
}

fn draw_token(pen: &Pen<'_>, at: Pos2) {
    let radius = (7.0 * pen.zoom()).max(4.0);
    pen.painter.circle(at, radius + pen.width(1.5), pen.theme.paper, Stroke::NONE);
    pen.painter.circle_filled(at, radius, pen.theme.token);
    pen.painter.circle_filled(at, radius * 0.35, pen.theme.paper);
}

fn draw_mark(pen: &Pen<'_>, item: &Item, mark: &Mark) {
    match mark {
        Mark::Visited => super::outline(pen, item, Stroke::new(pen.width(2.0), pen.theme.success)),
        Mark::Active => super::outline(pen, item, Stroke::new(pen.width(3.0), pen.theme.token)),
        Mark::Failed => super::outline(pen, item, Stroke::new(pen.width(3.0), pen.theme.error)),
        Mark::Covered => covered(pen, item, Icon::Check, pen.theme.success, 1.5),
        Mark::Uncovered => covered(pen, item, Icon::Circle, pen.theme.warning, 3.0),
        Mark::BreakPoint => {
            if let Some(shape) = item.shape() {
                break_point(pen, pen.camera.rect(shape.bounds).left_bottom());
            }
        }
        Mark::Text(text) => {
            if let Some(shape) = item.shape() {
                let is_step = item.node().is_some_and(|node| node.kind.is_activity());
                pill(pen, pen.camera.rect(shape.bounds).left_top(), is_step, text);
            }
        }
    }
}

/// An outline with a sign beside it, so that it does not hang on the colour alone.
fn covered(pen: &Pen<'_>, item: &Item, sign: Icon, colour: Color32, width: f32) {
    super::outline(pen, item, Stroke::new(pen.width(width), colour));
    let place = match (item.edge(), item.shape()) {
        (Some(edge), _) => along(pen, &edge.waypoints, 0.5).map(|(place, _)| place),
        (None, Some(shape)) => Some(pen.camera.rect(shape.bounds).right_top()),
        (None, None) => None,
    };
    // What is missing is to be seen from afar too.
    let Some(place) = place.filter(|_| pen.is_near() || sign == Icon::Circle) else { return };
    let size = (14.0 * pen.zoom()).clamp(10.0, 20.0);
    pen.painter.circle_filled(place, size * 0.55, pen.theme.canvas);
    pen.painter.text(place, Align2::CENTER_CENTER, sign.glyph(), Icon::font(size), colour);
}

/// A filled disc with two upright bars, as on a button for pausing.
fn break_point(pen: &Pen<'_>, at: Pos2) {
    let radius = (8.0 * pen.zoom()).max(5.0);
    pen.painter.circle(at, radius, pen.theme.error, Stroke::new(pen.width(1.5), pen.theme.paper));
    for side in [-1.0, 1.0] {
        let bar = Rect::from_center_size(at + vec2(side * radius * 0.32, 0.0), vec2(radius * 0.28, radius));
        pen.painter.rect_filled(bar, 0.0, pen.theme.paper);
    }
}

/// A short text on the corner of a step; at smaller elements beside it, clear of their sign, their name and the way that comes in.
fn pill(pen: &Pen<'_>, corner: Pos2, is_on_corner: bool, text: &str) {
    let (colour, ground) = (pen.theme.information, pen.theme.information_soft);
    let size = (11.0 * pen.zoom()).clamp(8.0, 16.0);
    let galley = pen.painter.layout_no_wrap(text.to_owned(), FontId::proportional(size), colour);
    let (anchor, over) = if is_on_corner { (Align2::RIGHT_BOTTOM, vec2(10.0, 5.0)) } else { (Align2::RIGHT_TOP, Vec2::ZERO) };
    let rect = anchor.anchor_rect(Rect::from_min_size(corner + over * pen.zoom(), galley.size() + vec2(8.0, 2.0)));
    pen.painter.rect(rect, CornerRadius::from(rect.height() / 2.0), ground, Stroke::new(1.0, colour), StrokeKind::Inside);
    pen.painter.galley(rect.min + vec2(4.0, 1.0), galley, colour);
}
