//! The palette: tools and elements by sign and name, to be dragged onto the canvas or clicked and put there.

use super::elements::{self, NewElement};
use super::interaction::{Gesture, Placing};
use super::{CanvasState, Tool, menu};
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::semibold;
use egui::{Button, Key, KeyboardShortcut, Modifiers, ScrollArea, Ui, vec2};

/// The tools with word, icon and key.
pub(super) const TOOLS: [(Tool, &str, Icon, Key); 5] = [
    (Tool::Select, "canvas-tool-select", Icon::Select, Key::V),
    (Tool::Hand, "canvas-tool-hand", Icon::Hand, Key::H),
    (Tool::Lasso, "canvas-tool-lasso", Icon::Lasso, Key::L),
    (Tool::Connect, "canvas-tool-connect", Icon::Connect, Key::C),
    (Tool::Room, "canvas-tool-room", Icon::Room, Key::S),
];

/// Draws the palette of a canvas, for the column at its left.
pub fn palette_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CanvasState) {
    ui.spacing_mut().item_spacing.y = 2.0;
    for (tool, word, icon, key) in TOOLS {
        let word = context.texts.get(word);
        let is_on = *state.tool() == tool;
        let shortcut = crate::view::ui_command::shortcut_text(context.texts, &KeyboardShortcut::new(Modifiers::NONE, key));
        let button =
            Button::new((icon.text(18.0), word)).selected(is_on).frame_when_inactive(is_on).min_size(vec2(ui.available_width(), 30.0));
        let response = ui.add(button.shortcut_text(shortcut.clone())).on_hover_text(format!("{word} ({shortcut})"));
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_on, word));
        if response.clicked() {
            state.machine.tool = tool;
            state.machine.gesture = Gesture::Idle;
        }
    }
    ui.separator();
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        for group in elements::groups() {
            ui.add_space(4.0);
            ui.label(semibold(context.texts.get(group.title), 12.0).color(context.theme.text_soft));
            ui.spacing_mut().item_spacing.y = 0.0;
            for element in group.elements {
                element_ui(ui, context, state, element);
            }
        }
    });
}

fn element_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CanvasState, element: NewElement) {
    let response = menu::element_row(ui, context.theme, context.texts, &element);
    let is_chosen = *state.tool() == Tool::Place(element.clone());
    if is_chosen {
        ui.painter().rect_stroke(response.rect, 4.0, egui::Stroke::new(1.0, context.theme.accent), egui::StrokeKind::Inside);
    }
    let response = response.on_hover_text(context.texts.get("canvas-palette-hint"));
    if response.drag_started() {
        state.machine.gesture = Gesture::Placing(Placing::begin(element, true));
    } else if response.clicked() {
        state.machine.gesture = Gesture::Idle;
        state.machine.tool = if is_chosen { Tool::Select } else { Tool::Place(element) };
    }
}
