//! Dragging an element to another place of the form: a line shows where it will stand.

use super::design::ghost_ui;
use super::tree::Standing;
use crate::edit::{Command, ContentCommand, FormPlace};
use crate::model::{Form, FormElementId};
use crate::view::{Action, ViewContext};
use egui::{CursorIcon, Key, Pos2, Rect, Response, Stroke, Ui, pos2};

/// What is being dragged.
#[derive(Clone, Copy, Debug, Default)]
pub struct Drag {
    element: Option<FormElementId>,
}

/// An element on the paper.
pub struct Spot {
    /// Which one.
    pub id: FormElementId,
    /// Where it is drawn.
    pub rect: Rect,
    /// Where it stands in the form.
    pub standing: Option<Standing>,
    /// What it is called.
    pub name: String,
    /// What the pointer does to it.
    pub response: Response,
}

/// Where something would be dropped, and the line that shows it.
#[derive(Clone, Copy, Debug)]
struct Target {
    place: FormPlace,
    line: [Pos2; 2],
}

/// Follows a drag over the elements of a page.
pub fn ui(
    ui: &Ui,
    context: &ViewContext<'_>,
    drag: &mut Drag,
    form: &Form,
    page: FormElementId,
    spots: &[Spot],
    actions: &mut Vec<Action>,
) {
    if let Some(spot) = spots.iter().find(|spot| spot.response.drag_started()) {
        drag.element = Some(spot.id);
    }
    let Some(dragged) = drag.element.and_then(|element| spots.iter().find(|spot| spot.id == element)) else {
        drag.element = None;
        return;
    };
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        drag.element = None;
        return;
    }
    let pointer = ui.ctx().pointer_latest_pos();
    let target = pointer.and_then(|pointer| target(form, page, spots, pointer)).filter(|target| !is_same(dragged, target));
    let command = target.map(|target| Command::Content(ContentCommand::MoveElement { element: dragged.id, place: target.place }));
    let refusal = command.as_ref().and_then(|command| context.editor.try_command(command).err());
    if dragged.response.drag_stopped() {
        drag.element = None;
        match (command, refusal) {
            (Some(_), Some(refusal)) => actions.push(Action::Say(context.texts.refusal(&refusal))),
            (Some(command), None) => actions.push(Action::ApplyQuietly(command)),
            (None, _) => {}
        }
        return;
    }
    ui.ctx().set_cursor_icon(if refusal.is_some() { CursorIcon::NotAllowed } else { CursorIcon::Grabbing });
    if let Some(target) = target {
        let colour = if refusal.is_some() { context.theme.error } else { context.theme.accent };
        ui.painter().line_segment(target.line, Stroke::new(3.0, colour));
        for end in target.line {
            ui.painter().circle_filled(end, 4.0, colour);
        }
    }
    if let Some(pointer) = pointer {
        ghost_ui(ui, context, pointer, &dragged.name);
    }
}

/// Whether the element stands there already.
fn is_same(dragged: &Spot, target: &Target) -> bool {
    dragged.standing.is_some_and(|own| {
        own.container == target.place.container && (own.index == target.place.index || own.index + 1 == target.place.index)
    })
}

/// The place nearest to the pointer: beside the innermost element under it, else beside the nearest one.
fn target(form: &Form, page: FormElementId, spots: &[Spot], pointer: Pos2) -> Option<Target> {
    let under = spots.iter().filter(|spot| spot.rect.contains(pointer)).min_by(|a, b| a.rect.area().total_cmp(&b.rect.area()));
    let nearest = || spots.iter().min_by(|a, b| a.rect.distance_sq_to_pos(pointer).total_cmp(&b.rect.distance_sq_to_pos(pointer)));
    let spot = under.or_else(nearest)?;
    let standing = spot.standing?;
    let rect = spot.rect;
    if let (Some(members), true) = (standing.members, rect.shrink2(egui::vec2(8.0, 16.0)).contains(pointer)) {
        let place = FormPlace { form: form.id, container: spot.id, index: members };
        let bottom = rect.bottom() - 6.0;
        return Some(Target { place, line: [pos2(rect.left() + 8.0, bottom), pos2(rect.right() - 8.0, bottom)] });
    }
    let has_neighbour = spots.iter().any(|other| {
        other.id != spot.id
            && other.standing.is_some_and(|other| other.container == standing.container)
            && other.rect.y_range().contains(rect.center().y)
    });
    let is_behind = if has_neighbour { pointer.x > rect.center().x } else { pointer.y > rect.center().y };
    let place = FormPlace { form: form.id, container: standing.container, index: standing.index + usize::from(is_behind) };
    let line = match (has_neighbour, is_behind) {
        (true, false) => [rect.left_top(), rect.left_bottom()],
        (true, true) => [rect.right_top(), rect.right_bottom()],
        (false, false) => [rect.left_top() - egui::vec2(0.0, 4.0), rect.right_top() - egui::vec2(0.0, 4.0)],
        (false, true) => [rect.left_bottom() + egui::vec2(0.0, 4.0), rect.right_bottom() + egui::vec2(0.0, 4.0)],
    };
    let is_on_page = standing.page == page;
    is_on_page.then_some(Target { place, line })
}
