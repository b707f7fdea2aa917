//! Zoom buttons and the switch of snapping, at the lower right.

use super::{CanvasState, legend};
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, card_frame};
use egui::{Button, Rect, Response, Sense, Ui, UiBuilder, pos2, vec2};

/// Factor of a zoom step.
pub const STEP: f64 = 1.25;
/// Width of the button that tells the zoom, in points.
const PERCENT: f32 = 60.0;
/// Between buttons, in points.
const GAP: f32 = 4.0;

/// Draws the buttons; that of snapping only where something can be dragged.
pub fn controls_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CanvasState, is_edited: bool) {
    let screen = state.camera.screen;
    let whole = if is_edited { 264.0 } else { 232.0 };
    // Where there is little room the zoom is changed but not told.
    let tells_zoom = screen.width() >= whole + 24.0;
    let size = vec2(if tells_zoom { whole } else { whole - PERCENT - GAP }, 36.0);
    let place = Rect::from_min_size(pos2(screen.right() - size.x - 12.0, screen.bottom() - size.y - 12.0), size);
    // Nothing to stop at with Tab: it only keeps the canvas from taking presses beside the buttons.
    ui.interact(place, ui.scope_id().with("controls"), Sense::CLICK | Sense::DRAG);
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let mut inner = ui.new_child(UiBuilder::new().id_salt("controls").max_rect(place.shrink2(vec2(4.0, 0.0))).layout(layout));
    inner.painter().add(card_frame(context.theme).inner_margin(0.0).paint(place));
    inner.spacing_mut().item_spacing = vec2(GAP, 0.0);
    let (texts, theme) = (context.texts, context.theme);
    let ui = &mut inner;
    if IconButton::new(Icon::ZoomOut, texts.get("canvas-zoom-out")).small().ui(ui, theme).clicked() {
        state.camera.zoom_at(screen.center(), 1.0 / STEP);
    }
    if tells_zoom && percent_ui(ui, context, state.camera.zoom).clicked() {
        state.camera.zoom_at(screen.center(), 1.0 / state.camera.zoom);
    }
    if IconButton::new(Icon::ZoomIn, texts.get("canvas-zoom-in")).small().ui(ui, theme).clicked() {
        state.camera.zoom_at(screen.center(), STEP);
    }
    if IconButton::new(Icon::Fit, texts.get("canvas-fit")).small().ui(ui, theme).clicked() {
        state.fit();
    }
    legend::menu_ui(ui, context, state);
    if is_edited {
        let snapping = IconButton::new(Icon::Snap, texts.get("canvas-snap")).tooltip(texts.get("canvas-snap-hint")).small();
        if snapping.selected(!state.machine.is_free).ui(ui, theme).clicked() {
            state.machine.is_free = !state.machine.is_free;
        }
    }
    let minimap = IconButton::new(Icon::Minimap, texts.get("canvas-minimap")).small().selected(state.shows_minimap);
    if minimap.ui(ui, theme).clicked() {
        state.shows_minimap = !state.shows_minimap;
    }
}

/// Tells the zoom; a click shows everything in its own size.
fn percent_ui(ui: &mut Ui, context: &ViewContext<'_>, zoom: f64) -> Response {
    let label = context.texts.get("canvas-zoom-reset");
    let button = Button::new(format!("{:.0} %", zoom * 100.0)).frame_when_inactive(false).min_size(vec2(PERCENT, 28.0));
    let response = ui.add(button);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, label));
    response.on_hover_text(label)
}
