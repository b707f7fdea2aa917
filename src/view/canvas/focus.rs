//! Whether the canvas has the keys, and how that is seen.

use super::CanvasState;
use crate::view::ViewContext;
use egui::{Event, Key, Modifiers, Popup, Response, Stroke, StrokeKind, Ui};

/// Whether Escape was pressed where nothing has the focus any more: it leads from the panels back to the canvas.
pub fn leads_back(ui: &Ui, state: &CanvasState) -> bool {
    let is_free = state.rename.is_none() && state.chooser.is_none() && !Popup::is_any_open(ui.ctx());
    let is_left = ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
    is_free && is_left && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

/// Shows on the ground that the keys are heard, while no selected element shows it.
pub fn focus_ui(ui: &Ui, context: &ViewContext<'_>, response: &Response, state: &mut CanvasState) {
    let (is_pointed, is_typed) = ui.input(|input| {
        let is_key = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
        (input.pointer.any_pressed(), input.events.iter().any(is_key))
    });
    state.is_by_keys = (state.is_by_keys || is_typed) && !is_pointed;
    if response.has_focus() && state.is_by_keys && context.selection.subjects.is_empty() {
        let stroke = Stroke::new(2.0, context.theme.accent);
        ui.painter().rect_stroke(response.rect.shrink(1.0), 4.0, stroke, StrokeKind::Inside);
    }
}
