//! Badges at elements that say in numbers what is so far of something, and lead to more.

use super::CanvasState;
use super::draw::FAR;
use crate::drawing::scene::Item;
use crate::model::Subject;
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::theme::Theme;
use egui::{Align2, CursorIcon, FontId, Galley, Painter, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// Least size of what can be clicked, in points.
const TARGET: f32 = 24.0;
/// Below this zoom a badge is only its sign.
const SMALL: f64 = 0.6;

/// More badges than this are not drawn from far away.
const MANY: usize = 200;

/// A badge of an element: a sign, and numbers each with its icon.
#[derive(Clone, Debug, PartialEq)]
pub struct Badge {
    /// The element.
    pub at: Subject,
    /// The numbers.
    pub parts: Vec<(Icon, String)>,
    /// Whether nothing is missing.
    pub is_good: bool,
    /// The same in words and what is missing: a tooltip, and what the screen reader says.
    pub told: String,
}

/// Draws the badges in view; one that is clicked is kept for the [`super::Glance`].
pub(super) fn badges_ui(ui: &Ui, context: &ViewContext<'_>, state: &mut CanvasState, badges: &[Badge]) {
    if state.camera.zoom < FAR && badges.len() > MANY {
        return;
    }
    for badge in badges {
        let Some(item) = state.scene.get(badge.at) else { continue };
        let Some(sketch) = Sketch::of(ui.painter(), context.theme, state, item, badge) else { continue };
        let rect = sketch.rect;
        let target = rect.expand2((Vec2::splat(TARGET) - rect.size()).max(Vec2::ZERO) / 2.0);
        if !state.camera.screen.contains_rect(target) {
            continue;
        }
        let response =
            ui.interact(target, ui.scope_id().with(("badge", badge.at)), Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &badge.told));
        sketch.paint(ui.painter(), context.theme, badge);
        if response.hovered() || response.has_focus() {
            let stroke = Stroke::new(2.0, context.theme.accent);
            ui.painter().rect_stroke(rect.expand(2.0), rect.height() / 2.0 + 2.0, stroke, StrokeKind::Outside);
        }
        if response.hovered() {
            state.hover = None;
        }
        if response.clicked() {
            state.pressed = Some(badge.at);
        }
        response.on_hover_text(&badge.told);
    }
}

/// A badge that is laid out.
struct Sketch {
    rect: Rect,
    size: f32,
    parts: Vec<(Icon, Arc<Galley>)>,
}

impl Sketch {
    /// At the lower right of the element.
    fn of(painter: &Painter, theme: &Theme, state: &CanvasState, item: &Item, badge: &Badge) -> Option<Self> {
        let (shape, zoom) = (state.camera.rect(item.shape()?.bounds), state.camera.zoom);
        let size = (12.0 * zoom as f32).clamp(10.0, 16.0);
        let layout = |text: &String| painter.layout_no_wrap(text.clone(), FontId::proportional(size), theme.text);
        let shown = if zoom < SMALL { &[][..] } else { badge.parts.as_slice() };
        let parts: Vec<(Icon, Arc<Galley>)> = shown.iter().map(|(icon, text)| (*icon, layout(text))).collect();
        let width: f32 = size * 1.7 + parts.iter().map(|(_, text)| size * 1.7 + text.size().x).sum::<f32>();
        let extent = vec2(width, size * 1.7);
        let is_activity = item.node().is_some_and(|node| node.kind.is_activity());
        let corner = shape.right_bottom();
        let centre = if is_activity {
            pos2(corner.x + size * 0.8 - extent.x / 2.0, corner.y + extent.y * 0.3)
        } else {
            pos2(corner.x - shape.width() * 0.1 + extent.x / 2.0, corner.y - extent.y * 0.2)
        };
        Some(Self { rect: Align2::CENTER_CENTER.anchor_size(centre, extent), size, parts })
    }

    fn paint(self, painter: &Painter, theme: &Theme, badge: &Badge) {
        let (sign, colour, ground) = if badge.is_good {
            (Icon::Check, theme.success, theme.success_soft)
        } else {
            (Icon::Circle, theme.warning, theme.warning_soft)
        };
        let (rect, size) = (self.rect, self.size);
        painter.rect(rect, rect.height() / 2.0, ground, Stroke::new(1.0, colour), StrokeKind::Inside);
        let icon = |at: Pos2, icon: Icon, colour| painter.text(at, Align2::CENTER_CENTER, icon.glyph(), Icon::font(size * 1.25), colour);
        let mut at = pos2(rect.left() + size * 0.85, rect.center().y);
        icon(at, sign, colour);
        for (kind, text) in self.parts {
            at.x += size * 1.45;
            icon(at, kind, theme.text);
            at.x += size * 0.75;
            painter.galley(pos2(at.x, at.y - text.size().y / 2.0), Arc::clone(&text), theme.text);
            at.x += text.size().x - size * 0.5;
        }
    }
}
