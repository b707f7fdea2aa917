//! What a screen reader finds on the canvas: one node for each visible element, in drawing order.

use super::CanvasState;
use super::scene::{Item, Look};
use crate::i18n::Texts;
use crate::model::{Bounds, Subject};
use crate::view::{Action, Selection, ViewContext};
use egui::accesskit::Action as Request;
use egui::{Event, Role, Sense, Ui, WidgetInfo};

/// With more visible elements than this the tree would cost more than the picture; the outline serves then.
const MOST: usize = 1_500;

/// Registers the visible elements, and selects what a screen reader clicks.
pub fn nodes(ui: &Ui, context: &ViewContext<'_>, state: &CanvasState, actions: &mut Vec<Action>) {
    let is_asked = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::AccessKitActionRequest(_))));
    let visible = state.scene.within(state.camera.visible());
    if visible.len() > MOST {
        return;
    }
    for item in visible {
        let Some(place) = extent(item) else { continue };
        let id = ui.scope_id().with(("canvas-element", item.subject));
        let rect = state.camera.rect(place);
        let response = ui.interact(rect, id, Sense::hover());
        let is_selected = context.selection.has(item.subject);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, describe(context, state, item)));
        if is_asked && ui.input(|input| input.has_accesskit_action_request(id, Request::Click)) {
            actions.push(Action::Select(Selection::only(item.subject)));
        }
    }
}

fn extent(item: &Item) -> Option<Bounds> {
    let course = || super::scene::course_bounds(&item.edge()?.waypoints);
    item.shape().map(|shape| shape.bounds).or_else(course)
}

/// Kind, name, who does it, how many problems, and what comes next.
fn describe(context: &ViewContext<'_>, state: &CanvasState, item: &Item) -> String {
    let (texts, document) = (context.texts, context.document);
    let kind = texts.kind_of(document, item.subject);
    let name = document.name_of(item.subject).unwrap_or_default().trim();
    let name = if name.is_empty() { texts.get("canvas-access-unnamed") } else { name };
    let mut parts = vec![texts.with("canvas-access-element", &[("kind", kind.into()), ("name", name.into())])];
    if let Look::Node { node, .. } = &item.look {
        if let Some(role) = node.kind.is_activity().then(|| document.role_of(node.id)).flatten() {
            parts.push(texts.with("canvas-access-role", &[("role", (&role.name).into())]));
        }
        let outgoing = state.scene.flows().outgoing(node.id).iter().filter_map(|flow| document.flows.get(*flow));
        let next: Vec<&str> = outgoing.filter_map(|flow| document.name_of(Subject::Node(flow.to))).collect();
        parts.extend(next_part(texts, &next));
    }
    if let Some(trouble) = state.troubles.get(&item.subject) {
        parts.push(texts.with("canvas-access-problems", &[("count", trouble.count.into())]));
    }
    parts.join(", ")
}

fn next_part(texts: &Texts, next: &[&str]) -> Option<String> {
    let named: Vec<&str> = next.iter().copied().filter(|name| !name.is_empty()).collect();
    (!named.is_empty()).then(|| texts.with("canvas-access-next", &[("next", (&named.join(", ")).into())]))
}
