//! The card that says more about the element under a resting pointer: who, form, time, fee, law, note.

use super::{CanvasState, pad};
use crate::i18n::{Texts, law};
use crate::model::{Document, FlowNode, Subject};
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::theme::{SEMIBOLD, Theme};
use egui::{
    Color32, FontFamily, FontId, Galley, Id, LayerId, Order, Painter, Popup, Pos2, Rect, Shadow, Stroke, StrokeKind, Ui, pos2, vec2,
};
use std::sync::Arc;

/// How long the pointer rests before the card comes, in seconds.
const DELAY: f64 = 0.7;
/// Width of the text.
const WIDTH: f32 = 240.0;
/// Space round the text, and between sign and text.
const AIR: f32 = 12.0;
const SIGN: f32 = 22.0;
/// Space between the element and its card.
const CLEAR: f32 = 14.0;

/// Draws the card, once the pointer has rested on an element of which there is more to say.
pub fn details_ui(ui: &Ui, context: &ViewContext<'_>, state: &mut CanvasState) {
    let now = ui.input(|input| input.time);
    let is_quiet = state.machine.gesture.is_idle() && state.rename.is_none() && !Popup::is_any_open(ui.ctx());
    let hovered = state.hover.map(super::hit::Hit::subject).filter(|subject| is_quiet && context.selection.single() != Some(*subject));
    let Some(subject) = hovered else {
        state.rested = None;
        return;
    };
    let since = match state.rested {
        Some((rested, since)) if rested == subject => since,
        _ => now,
    };
    state.rested = Some((subject, since));
    let Some(node) = subject.node().and_then(|node| context.document.nodes.get(node)) else { return };
    let rows = rows(context.texts, context.document, node);
    if rows.is_empty() {
        return;
    }
    if now - since < DELAY {
        ui.ctx().request_repaint_after_secs((DELAY - (now - since)) as f32 + 0.01);
        return;
    }
    if let Some(around) = state.scene.bounds(subject).map(|bounds| state.camera.rect(bounds)) {
        let layer = LayerId::new(Order::Tooltip, Id::unique("canvas-details"));
        let painter = ui.ctx().layer_painter(layer).with_clip_rect(state.camera.screen);
        let card = Card::of(&painter, context, node, rows);
        let selected = context.selection.single().and_then(|subject| state.scene.bounds(subject)).map(|bounds| state.camera.rect(bounds));
        let avoided: Vec<Rect> = pad::place(state, context, 9).into_iter().chain(selected).chain([around]).collect();
        let rect = place(card.size(), around, state.camera.screen.shrink(8.0), &avoided);
        card.paint(&painter, context.theme, rect);
    }
}

/// What there is to say: sign and text.
fn rows(texts: &Texts, document: &Document, node: &FlowNode) -> Vec<(Icon, String)> {
    let details = &node.details;
    let role = document.role_of(node.id).filter(|_| node.kind.is_activity()).map(|role| (Icon::Person, role.name.clone()));
    let fim = details.fim.as_ref().and_then(|fim| texts.activity_group(fim)).map(|group| (Icon::Flow, group));
    let form = details.form.and_then(|form| document.forms.get(form)).map(|form| (Icon::Form, form.name.clone()));
    let due = details.due.as_ref().map(|due| (Icon::Due, texts.duration(due)));
    let fee = details.fee.as_ref().map(|fee| (Icon::Fee, texts.fee(fee)));
    let laws: Vec<String> = details.legal_bases.iter().map(law).filter(|law| !law.is_empty()).collect();
    let laws = (!laws.is_empty()).then(|| (Icon::Law, laws.join(", ")));
    let letters: Vec<&str> = details.documents.iter().filter_map(|letter| document.name_of(Subject::DocumentTemplate(*letter))).collect();
    let letters = (!letters.is_empty()).then(|| (Icon::Letter, letters.join(", ")));
    let note = (!details.note.trim().is_empty()).then(|| (Icon::Note, details.note.trim().to_owned()));
    [role, fim, form, due, fee, laws, letters, note].into_iter().flatten().filter(|(_, text)| !text.is_empty()).collect()
}

/// A card that is laid out.
struct Card {
    kind: Arc<Galley>,
    name: Option<Arc<Galley>>,
    rows: Vec<(Icon, Arc<Galley>)>,
}

impl Card {
    fn of(painter: &Painter, context: &ViewContext<'_>, node: &FlowNode, rows: Vec<(Icon, String)>) -> Self {
        let theme = context.theme;
        let text = |text: String, font: FontId, colour: Color32, width: f32| painter.layout(shortened(text), font, colour, width);
        let name = (!node.name.trim().is_empty())
            .then(|| text(node.name.clone(), FontId::new(14.0, FontFamily::Name(SEMIBOLD.into())), theme.text, WIDTH));
        let kind = text(context.texts.node_kind(&node.kind).to_owned(), FontId::proportional(12.0), theme.text_soft, WIDTH);
        let row = |(icon, words)| (icon, text(words, FontId::proportional(13.0), theme.text, WIDTH - SIGN));
        Self { kind, name, rows: rows.into_iter().map(row).collect() }
    }

    fn size(&self) -> egui::Vec2 {
        let head = self.kind.size().y + self.name.as_ref().map_or(0.0, |name| name.size().y + 2.0);
        let rows: f32 = self.rows.iter().map(|(_, galley)| galley.size().y + 6.0).sum();
        vec2(WIDTH + 2.0 * AIR, head + rows + 2.0 * AIR)
    }

    fn paint(self, painter: &Painter, theme: &Theme, rect: Rect) {
        let shadow = Shadow { offset: [0, 2], blur: 10, spread: 0, color: theme.shadow };
        painter.add(shadow.as_shape(rect, 8.0));
        painter.rect(rect, 8.0, theme.paper, Stroke::new(1.0, theme.line_strong), StrokeKind::Inside);
        let mut at: Pos2 = rect.min + vec2(AIR, AIR);
        let below = |at: Pos2, galley: &Galley, gap: f32| pos2(at.x, at.y + galley.size().y + gap);
        if let Some(name) = self.name {
            let next = below(at, &name, 2.0);
            painter.galley(at, name, theme.text);
            at = next;
        }
        let mut next = below(at, &self.kind, 6.0);
        painter.galley(at, self.kind, theme.text_soft);
        for (icon, galley) in self.rows {
            at = next;
            next = below(at, &galley, 6.0);
            painter.text(at + vec2(0.0, -2.0), egui::Align2::LEFT_TOP, icon.glyph(), Icon::font(15.0), theme.text_soft);
            painter.galley(at + vec2(SIGN, 0.0), galley, theme.text);
        }
    }
}

/// A card is no book.
fn shortened(text: String) -> String {
    const MOST: usize = 240;
    if text.chars().count() <= MOST { text } else { text.chars().take(MOST - 1).chain(['…']).collect() }
}

/// Beside the element, where the card is wholly seen and lies neither over it nor over what is selected and its pad.
fn place(size: egui::Vec2, around: Rect, inside: Rect, avoided: &[Rect]) -> Rect {
    let left = around.center().x - size.x / 2.0;
    let corners = [
        pos2(left, around.bottom() + CLEAR),
        pos2(left, around.top() - CLEAR - size.y),
        pos2(around.right() + CLEAR, around.top()),
        pos2(around.left() - CLEAR - size.x, around.top()),
    ];
    let places = corners.map(|corner| super::paint::kept_inside(Rect::from_min_size(corner, size), inside));
    let is_free = |place: &&Rect| !avoided.iter().any(|other| place.intersects(*other));
    places.iter().find(is_free).copied().unwrap_or(places[0])
}
