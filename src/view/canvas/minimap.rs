//! The whole picture in small, with a frame round what is seen; dragging in it moves the view.

use super::CanvasState;
use super::camera::Camera;
use super::draw::Far;
use crate::view::ViewContext;
use egui::{Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

/// Draws the minimap above the zoom buttons.
pub fn minimap_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CanvasState) {
    let screen = state.camera.screen;
    let size = vec2(200.0, 140.0);
    let place = Rect::from_min_size(pos2(screen.right() - size.x - 12.0, screen.bottom() - size.y - 56.0), size);
    let Some(content) = state.scene.content().filter(|_| screen.height() > 300.0) else { return };
    let response = ui.interact(place, ui.scope_id().with("minimap"), Sense::click_and_drag());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, context.texts.get("canvas-minimap")));
    let painter = ui.painter().with_clip_rect(place);
    painter.rect(place, 8.0, context.theme.paper, Stroke::new(1.0, context.theme.line), StrokeKind::Inside);
    let whole = content.union(state.camera.visible());
    let scale = (f64::from(size.x - 16.0) / whole.width).min(f64::from(size.y - 16.0) / whole.height);
    let mut small = Camera { origin: whole.corner(), zoom: scale, screen: place };
    small.centre_on(whole.centre());
    let mut far = Far::new(&small, context.theme, state.colouring, state.scene.items().len());
    state.scene.items().iter().for_each(|item| far.add(item));
    painter.add(far.finish());
    let seen = small.rect(state.camera.visible());
    painter.rect(seen, 2.0, context.theme.accent.gamma_multiply(0.08), Stroke::new(1.5, context.theme.accent), StrokeKind::Inside);
    if let (true, Some(pointer)) = (response.is_pointer_button_down_on(), response.interact_pointer_pos()) {
        state.camera.centre_on(small.diagram_from_screen(pointer));
    }
}
