//! Panning and zooming: wheel, pinch, middle or right drag, hand tool, space, and at the edge while dragging.

use super::Mode;
use super::camera::Camera;
use super::interaction::{Gesture, Machine};
use egui::{CursorIcon, PointerButton, Response, Ui, Vec2, vec2};

/// How near to the edge of the canvas a drag pans it, in points of the screen.
const EDGE: f32 = 20.0;
/// How much it pans in one frame, in points of the screen.
const PACE: f32 = 10.0;

/// Moves the camera as wheel and buttons say.
pub fn navigate(ui: &Ui, response: &Response, camera: &mut Camera, machine: &Machine, mode: Mode) {
    if response.contains_pointer() {
        wheel(ui, camera);
    }
    let is_hand = machine.gesture.is_idle() && machine.is_panning(ui);
    let takes_ground = mode == Mode::ReadOnly || is_hand;
    let is_held = response.dragged_by(PointerButton::Middle)
        || response.dragged_by(PointerButton::Secondary)
        || (takes_ground && response.dragged_by(PointerButton::Primary));
    if is_held {
        camera.pan(response.drag_delta());
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    } else if is_hand && response.contains_pointer() {
        ui.ctx().set_cursor_icon(CursorIcon::Grab);
    }
    at_edge(ui, camera, machine);
}

fn wheel(ui: &Ui, camera: &mut Camera) {
    let (zoom, scroll, pointer) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta(), input.pointer.hover_pos()));
    if let (true, Some(pointer)) = ((zoom - 1.0).abs() > f32::EPSILON, pointer) {
        camera.zoom_at(pointer, f64::from(zoom));
    }
    if scroll != Vec2::ZERO {
        camera.pan(scroll);
    }
}

/// Pans while something is dragged at or beyond the edge.
fn at_edge(ui: &Ui, camera: &mut Camera, machine: &Machine) {
    let follows = matches!(
        machine.gesture,
        Gesture::Moving(_)
            | Gesture::Connecting(_)
            | Gesture::Reconnecting(_)
            | Gesture::Brushing(_)
            | Gesture::Resizing(_)
            | Gesture::Spacing(_)
    );
    let Some(pointer) = ui.input(|input| input.pointer.interact_pos()).filter(|_| follows) else { return };
    let inner = camera.screen.shrink(EDGE);
    let pull = |at: f32, low: f32, high: f32| {
        if at < low {
            PACE
        } else if at > high {
            -PACE
        } else {
            0.0
        }
    };
    let by = vec2(pull(pointer.x, inner.left(), inner.right()), pull(pointer.y, inner.top(), inner.bottom()));
    if by != Vec2::ZERO {
        camera.pan(by);
        ui.ctx().request_repaint();
    }
}
