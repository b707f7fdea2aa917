//! What a screen reader finds on the canvas: all its elements in reading order, each with kind, name, place, role, neighbours and
//! state. The selected one is what has the focus while the canvas has it.
//!
//! Thousands of elements would cost more than the frame, were they all told anew in each: 40 ms at 10,000 nodes, measured. So each
//! is a node that is kept ([`board`]) and told once ([`telling`]): what changes is described and told again, a portion in each
//! frame, and a picture that moves changes one node, whose transform places all others.

mod board;
mod listing;
mod telling;
mod words;

use super::CanvasState;
use crate::model::Point;
use crate::view::{Action, Selection, ViewContext};
use board::Board;
use egui::accesskit::{Action as Request, ActionRequest, Affine};
use egui::mutex::Mutex;
use egui::{Event, Response, Role, Sense, Ui};
use std::sync::Arc;
use telling::Telling;

/// The board of a canvas; egui tells of it at the end of the frame.
pub type Shared = Arc<Mutex<Board>>;

/// Registers the elements, and selects what a screen reader clicks or puts its focus on. Costs nothing while none listens.
pub fn nodes(ui: &Ui, context: &ViewContext<'_>, response: &Response, state: &mut CanvasState, actions: &mut Vec<Action>) {
    if ui.ctx().accesskit_node_builder(response.id, |_| ()).is_none() {
        return;
    }
    let plane = ui.scope_id().with("all elements");
    let shared = Shared::clone(&state.board);
    let mut board = shared.lock();
    // What is held in the hand is told when it has come to rest.
    if state.machine.gesture.is_idle() && !board.update(plane, context, state) {
        ui.ctx().request_repaint();
    }
    ui.interact(response.rect, plane, Sense::hover());
    let corner = state.camera.screen_from_diagram(Point::new(0.0, 0.0));
    let zoom = state.camera.zoom;
    ui.ctx().accesskit_node_builder(plane, |node| {
        node.set_role(Role::GenericContainer);
        node.set_transform(Affine::new([zoom, 0.0, 0.0, zoom, corner.x.into(), corner.y.into()]));
    });
    ui.ctx().plugin_or_default::<Telling>().lock().show(plane, Shared::clone(&shared));
    let asked = ui.input(|input| {
        let mut requests = input.events.iter().filter_map(|event| match event {
            Event::AccessKitActionRequest(ActionRequest { action: Request::Click | Request::Focus, target_node, .. }) => Some(*target_node),
            _ => None,
        });
        requests.find_map(|node| board.subject(node))
    });
    if let Some(subject) = asked {
        actions.push(Action::Select(Selection::only(subject)));
        state.reveal(subject);
        state.wants_focus = true;
    }
    if let Some(selected) = context.selection.primary.and_then(|subject| board.node(subject)) {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_active_descendant(selected));
    }
}
