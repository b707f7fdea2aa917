//! Dragging elements to another place of the form, or new ones into it: a line shows where they will stand.

use super::FormsState;
use super::deeds::Desk;
use super::design::ghost_ui;
use super::palette::New;
use super::tree::Standing;
use crate::edit::FormPlace;
use crate::model::FormElementId;
use crate::view::Action;
use egui::{CursorIcon, Key, Pos2, Rect, Response, Stroke, StrokeKind, Ui, pos2, vec2};

/// What is being dragged.
#[derive(Clone, Debug, Default)]
pub enum Drag {
    /// Nothing.
    #[default]
    None,
    /// Elements of the form.
    Elements(Vec<FormElementId>),
    /// Something from the palette.
    New(New),
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

/// Where something would be dropped, and what shows it.
#[derive(Clone, Copy, Debug)]
struct Target {
    place: FormPlace,
    mark: Mark,
}

#[derive(Clone, Copy, Debug)]
enum Mark {
    Line([Pos2; 2]),
    Whole(Rect),
}

/// Follows a drag over the elements of a page; `paper` is where the page is drawn.
pub fn ui(ui: &Ui, desk: &Desk<'_, '_>, state: &mut FormsState, spots: &[Spot], paper: Rect, actions: &mut Vec<Action>) {
    if let Some(spot) = spots.iter().find(|spot| spot.response.drag_started()) {
        let all = if desk.selected.contains(&spot.id) { desk.selected.clone() } else { vec![spot.id] };
        state.drag = Drag::Elements(all);
    }
    if matches!(state.drag, Drag::None) {
        return;
    }
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        state.drag = Drag::None;
        return;
    }
    let pointer = ui.ctx().pointer_latest_pos();
    let target = pointer.and_then(|pointer| tab_at(desk, state, pointer).or_else(|| target(desk, spots, paper, pointer)));
    let target = target.filter(|target| !stays(desk, &state.drag, target));
    let action = target.map(|target| wanted(desk, &state.drag, target.place));
    let refusal = action.as_ref().and_then(|action| match action {
        Action::Apply(command) | Action::ApplyQuietly(command) => desk.context.editor.try_command(command).err(),
        _ => None,
    });
    if ui.input(|input| input.pointer.any_released()) {
        state.drag = Drag::None;
        match (action, refusal) {
            (Some(_), Some(refusal)) => actions.push(Action::Say(desk.context.texts.refusal(&refusal))),
            (Some(action), None) => actions.push(action),
            (None, _) => {}
        }
        return;
    }
    ui.ctx().set_cursor_icon(if refusal.is_some() { CursorIcon::NotAllowed } else { CursorIcon::Grabbing });
    if let Some(target) = target {
        mark_ui(ui, target.mark, if refusal.is_some() { desk.context.theme.error } else { desk.context.theme.accent });
    }
    if let Some(pointer) = pointer {
        ghost_ui(ui, desk.context, pointer, &name_of(desk, &state.drag, spots));
    }
}

fn mark_ui(ui: &Ui, mark: Mark, colour: egui::Color32) {
    match mark {
        Mark::Line(line) => {
            ui.painter().line_segment(line, Stroke::new(3.0, colour));
            for end in line {
                ui.painter().circle_filled(end, 4.0, colour);
            }
        }
        Mark::Whole(rect) => {
            let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("form target")));
            painter.rect_stroke(rect, 4, Stroke::new(2.0, colour), StrokeKind::Outside);
        }
    }
}

fn name_of(desk: &Desk<'_, '_>, drag: &Drag, spots: &[Spot]) -> String {
    match drag {
        Drag::Elements(elements) if elements.len() > 1 => desk.context.texts.with("inspector-several", &[("count", elements.len().into())]),
        Drag::Elements(elements) => {
            let spot = spots.iter().find(|spot| elements.contains(&spot.id));
            spot.map(|spot| spot.name.clone()).unwrap_or_default()
        }
        Drag::New(new) => desk.context.texts.get(new.word()).to_owned(),
        Drag::None => String::new(),
    }
}

fn wanted(desk: &Desk<'_, '_>, drag: &Drag, place: FormPlace) -> Action {
    match drag {
        Drag::New(new) => new.action(desk.context, place),
        Drag::Elements(elements) => desk.moving(elements, place),
        Drag::None => desk.moving(&[], place),
    }
}

/// Whether the elements stand there already.
fn stays(desk: &Desk<'_, '_>, drag: &Drag, target: &Target) -> bool {
    let Drag::Elements(elements) = drag else { return false };
    let [only] = elements.as_slice() else { return elements.contains(&target.place.container) };
    desk.standings.get(only).is_some_and(|own| {
        own.container == target.place.container && (own.index == target.place.index || own.index + 1 == target.place.index)
    })
}

/// The end of the page whose tab is under the pointer.
fn tab_at(desk: &Desk<'_, '_>, state: &FormsState, pointer: Pos2) -> Option<Target> {
    let (page, rect) = state.tabs.iter().find(|(_, rect)| rect.contains(pointer))?;
    let place = FormPlace { form: desk.form.id, container: *page, index: usize::MAX };
    (*page != desk.page).then_some(Target { place, mark: Mark::Whole(*rect) })
}

/// The place nearest to the pointer: beside the innermost element under it, else beside the nearest one.
fn target(desk: &Desk<'_, '_>, spots: &[Spot], paper: Rect, pointer: Pos2) -> Option<Target> {
    // Beyond the paper something new is let go, not put anywhere.
    if !paper.expand(48.0).contains(pointer) {
        return None;
    }
    let form = desk.form.id;
    let under = spots.iter().filter(|spot| spot.rect.contains(pointer)).min_by(|a, b| a.rect.area().total_cmp(&b.rect.area()));
    let nearest = || spots.iter().min_by(|a, b| a.rect.distance_sq_to_pos(pointer).total_cmp(&b.rect.distance_sq_to_pos(pointer)));
    let Some(spot) = under.or_else(nearest) else {
        return Some(Target { place: FormPlace { form, container: desk.page, index: 0 }, mark: Mark::Whole(paper.shrink(8.0)) });
    };
    let standing = spot.standing?;
    let rect = spot.rect;
    if let (Some(members), true) = (standing.members, rect.shrink2(vec2(8.0, 16.0)).contains(pointer)) {
        let place = FormPlace { form, container: spot.id, index: members };
        let bottom = rect.bottom() - 6.0;
        return Some(Target { place, mark: Mark::Line([pos2(rect.left() + 8.0, bottom), pos2(rect.right() - 8.0, bottom)]) });
    }
    let has_neighbour = spots.iter().any(|other| {
        other.id != spot.id
            && other.standing.is_some_and(|other| other.container == standing.container)
            && other.rect.y_range().contains(rect.center().y)
    });
    let is_behind = if has_neighbour { pointer.x > rect.center().x } else { pointer.y > rect.center().y };
    let place = FormPlace { form, container: standing.container, index: standing.index + usize::from(is_behind) };
    let line = match (has_neighbour, is_behind) {
        (true, false) => [rect.left_top(), rect.left_bottom()],
        (true, true) => [rect.right_top(), rect.right_bottom()],
        (false, false) => [rect.left_top() - vec2(0.0, 4.0), rect.right_top() - vec2(0.0, 4.0)],
        (false, true) => [rect.left_bottom() + vec2(0.0, 4.0), rect.right_bottom() + vec2(0.0, 4.0)],
    };
    (standing.page == desk.page).then_some(Target { place, mark: Mark::Line(line) })
}
