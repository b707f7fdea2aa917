//! The pad beside the selected element: what comes next is one click away; hovering shows it as a ghost.

use super::deeds::{self, Deed};
use super::draw::{self, Ink};
use super::interaction::{Connecting, Desk, Gesture, Way};
use super::{CanvasState, menu, paint, perform};
use crate::model::{Bounds, ProcessId, Subject};
use crate::view::theme::Theme;
use crate::view::widgets::{IconButton, card_frame};
use crate::view::{Action, ViewContext};
use egui::{Rect, Response, Sense, Stroke, Ui, UiBuilder, Vec2, vec2};

/// Side of a button, in points of the screen.
const SIDE: f32 = 28.0;
/// Space between buttons and round them.
const GAP: f32 = 4.0;
/// Space between the selection and the pad: room for the ports.
const CLEAR: f32 = 30.0;

/// Draws the pad, if something is selected and nothing else is going on.
pub fn pad_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CanvasState, process: ProcessId, actions: &mut Vec<Action>) {
    let mut wished: Option<crate::edit::Command> = None;
    let desk = Desk { context, scene: &state.scene, camera: &state.camera, labels: &state.labels, process };
    let deeds = deeds::for_pad(&desk);
    let is_free = state.machine.gesture.is_idle() && state.rename.is_none() && state.chooser.is_none();
    if let Some(place) = place(state, context, deeds.len()).filter(|_| is_free && !deeds.is_empty()) {
        let frame_id = ui.scope_id().with("pad frame");
        ui.interact(place, frame_id, Sense::click_and_drag());
        let mut inner =
            ui.new_child(UiBuilder::new().id_salt("pad").max_rect(place).layout(egui::Layout::left_to_right(egui::Align::Center)));
        inner.painter().add(card_frame(context.theme).inner_margin(0.0).paint(place));
        inner.spacing_mut().item_spacing = vec2(GAP, 0.0);
        inner.add_space(GAP);
        for deed in &deeds {
            let desk = Desk { context, scene: &state.scene, camera: &state.camera, labels: &state.labels, process };
            let word = context.texts.get(deed.word(&desk));
            let response = button(&mut inner, context, &desk, deed, word);
            wished = wished.or(react(&response, deed, context, state, process, actions));
        }
    }
    if is_free {
        let desk = Desk { context, scene: &state.scene, camera: &state.camera, labels: &state.labels, process };
        state.machine.ghost.show(&desk, wished);
    }
}

fn react(
    response: &Response,
    deed: &Deed,
    context: &ViewContext<'_>,
    state: &mut CanvasState,
    process: ProcessId,
    actions: &mut Vec<Action>,
) -> Option<crate::edit::Command> {
    let node = context.selection.single().and_then(Subject::node);
    match (deed, node) {
        (Deed::AppendOther, Some(node)) => {
            return menu::append_menu_ui(response, context, state, node, actions);
        }
        (Deed::ChangeKind, Some(node)) => {
            return menu::change_menu_ui(response, context, node, actions);
        }
        (Deed::Connect, _) if response.drag_started() => {
            if let (Some(from), Some(pointer)) = (context.selection.single(), response.interact_pointer_pos()) {
                state.machine.gesture = Gesture::Connecting(Connecting::begin(from, pointer, Way::Drag));
            }
        }
        _ if response.clicked() => {
            state.wants_focus = true;
            perform(deed, context, state, process, actions);
        }
        (Deed::Append(_) | Deed::Annotate | Deed::Insert | Deed::AddLane, _) if response.hovered() || response.has_focus() => {
            let desk = Desk { context, scene: &state.scene, camera: &state.camera, labels: &state.labels, process };
            return deed.command(&desk);
        }
        _ => {}
    }
    None
}

fn button(ui: &mut Ui, context: &ViewContext<'_>, desk: &Desk<'_>, deed: &Deed, word: &str) -> Response {
    match deed {
        Deed::Append(kind) => sign_button(ui, context.theme, word, |ui, rect, ink| draw::node_sign(ui.painter(), rect, kind, ink)),
        Deed::Insert => {
            sign_button(ui, context.theme, word, |ui, rect, ink| draw::node_sign(ui.painter(), rect, &super::elements::STEP, ink))
        }
        _ => {
            let tooltip = menu::with_shortcut(context.texts, word, deed);
            let response = IconButton::new(deed.icon(desk), word).tooltip(&tooltip).small().ui(ui, context.theme);
            if *deed == Deed::Connect { response.interact(Sense::click_and_drag()) } else { response }
        }
    }
}

/// A button that shows the sign of an element; the word is its tooltip and its name for the screen reader.
pub fn sign_button(ui: &mut Ui, theme: &Theme, word: &str, sign: impl FnOnce(&Ui, Rect, Ink)) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(SIDE), Sense::click_and_drag());
    let visuals = ui.style().interact(&response);
    if response.hovered() || response.has_focus() {
        ui.painter().rect(rect, visuals.corner_radius, visuals.bg_fill, visuals.bg_stroke, egui::StrokeKind::Inside);
    }
    let ink = Ink { stroke: Stroke::new(1.3, theme.stroke), ground: theme.paper };
    sign(ui, Rect::from_center_size(rect.center(), vec2(20.0, 18.0)), ink);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, word));
    response.on_hover_text(word)
}

/// Above the selection, in the middle; below it where there is no room; always on the canvas.
pub fn place(state: &CanvasState, context: &ViewContext<'_>, buttons: usize) -> Option<Rect> {
    let bounds = context.selection.subjects.iter().filter_map(|subject| extent(state, *subject)).reduce(Bounds::union)?;
    let around = state.camera.rect(bounds);
    if !around.intersects(state.camera.screen) {
        return None;
    }
    let size = vec2(buttons as f32 * (SIDE + GAP) + GAP, SIDE + 2.0 * GAP);
    let above = Rect::from_center_size(egui::pos2(around.center().x, around.top() - CLEAR - size.y / 2.0), size);
    let inside = state.camera.screen.shrink(8.0);
    let below = above.translate(vec2(0.0, around.height() + size.y + 2.0 * CLEAR));
    let has_room = above.top() >= inside.top() || below.bottom() > inside.bottom();
    Some(paint::kept_inside(if has_room { above } else { below }, inside))
}

fn extent(state: &CanvasState, subject: Subject) -> Option<Bounds> {
    let item = state.scene.get(subject)?;
    item.shape().map(|shape| shape.bounds).or_else(|| crate::drawing::scene::course_bounds(&item.edge()?.waypoints))
}
