//! Shows the list of a deed that needs to choose, and does what was chosen.

use super::CanvasState;
use super::camera::Camera;
use super::chooser::Outcome;
use super::interaction::Desk;
use crate::model::ProcessId;
use crate::view::{Action, ViewContext};
use egui::{Response, Ui};

/// Draws the list if one is open; its chosen row is seen as a ghost.
pub fn choose_ui(
    ui: &Ui,
    context: &ViewContext<'_>,
    response: &Response,
    state: &mut CanvasState,
    process: ProcessId,
    actions: &mut Vec<Action>,
) {
    let Some(mut chooser) = state.chooser.take() else { return };
    let desk = Desk { context, scene: &state.scene, camera: &state.camera, labels: &state.labels, process };
    let refusal = state.machine.ghost.refusal().map(|refusal| context.texts.refusal(refusal));
    match chooser.ui(ui, &desk, refusal.as_deref()) {
        Outcome::Choosing(command) => {
            state.machine.ghost.show(&desk, command);
            if let Some(target) = chooser.target() {
                state.reveal(target);
            }
            state.chooser = Some(chooser);
            return;
        }
        Outcome::Chosen(command) => {
            actions.push(Action::Apply(command));
            if chooser.makes_element() {
                state.await_rename(context);
            }
        }
        Outcome::Left => state.camera = Camera { screen: state.camera.screen, ..chooser.before },
    }
    state.machine.ghost.clear();
    response.request_focus();
}
