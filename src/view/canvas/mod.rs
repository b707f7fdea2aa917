//! The canvas of the place *Ablauf*: own transform, egui's painter, culling by a spatial index, level of detail.
//!
//! [`ui`] is for editing, [`play_ui`] shows the same picture read-only with tokens and marks, [`palette_ui`]
//! is the column of tools and elements. [`CanvasState`] keeps camera, gesture and caches of one canvas.

mod access;
mod arrange;
mod badges;
mod camera;
mod chooser;
mod choosing;
mod controls;
mod deeds;
mod details;
mod draw;
mod elements;
mod focus;
mod galleys;
mod ghost;
mod glance;
mod hit;
mod interaction;
mod keyboard;
mod legend;
mod menu;
mod minimap;
mod navigate;
mod offers;
mod pad;
mod paint;
mod palette;
mod path;
mod reading;
mod rename;
#[cfg(test)]
mod scene_tests;
mod snap;
mod state;

pub use badges::Badge;
pub use chooser::sign_of;
pub use draw::{Mark, Overlay, Token};
pub use elements::NewElement;
pub use glance::Glance;
pub use keyboard::{Act, groups as key_groups};
pub use menu::{becoming, change_columns, element_sign};
pub use palette::palette_ui;
pub use state::CanvasState;

use crate::drawing::{Picture, ThemeName};
use crate::edit::{self, FlowCommand};
use crate::model::{Event, NodeKind, Point, ProcessId, Vector};
use crate::view::widgets::{empty_state, secondary_button};
use crate::view::{Action, Selection, ViewContext};
use arrange::Arrange;
use deeds::Deed;
use egui::{EventFilter, Popup, Rect, Response, Sense, Ui, UiBuilder, vec2};
use interaction::{Connecting, Desk, Gesture, Then, Way};
use rename::{Ended, Rename};
use std::sync::Arc;

/// Whether the picture can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// Everything.
    Edit,
    /// Looking, selecting, panning and zooming.
    ReadOnly,
}

/// The chosen tool of a canvas.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Tool {
    /// Selects and moves.
    #[default]
    Select,
    /// Moves the picture.
    Hand,
    /// Selects what lies in a frame, wherever it begins.
    Lasso,
    /// Draws connections.
    Connect,
    /// Makes room and takes it away.
    Room,
    /// Puts a new element.
    Place(NewElement),
}

/// Draws the canvas of a process into the rest of the `ui` for editing.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CanvasState, process: ProcessId, actions: &mut Vec<Action>) {
    let _surface = canvas_ui(ui, context, state, Stage { process, mode: Mode::Edit, overlay: None }, actions);
}

/// Draws the canvas of a process with what playing through adds. Elements can be selected but not changed. Tells what the pointer and
/// the keys are at, for tooltips and menus of the caller.
pub fn play_ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    state: &mut CanvasState,
    process: ProcessId,
    overlay: &Overlay,
    actions: &mut Vec<Action>,
) -> Glance {
    let surface = canvas_ui(ui, context, state, Stage { process, mode: Mode::ReadOnly, overlay: Some(overlay) }, actions);
    Glance::at(surface, context, state, actions)
}

#[derive(Clone, Copy)]
struct Stage<'a> {
    process: ProcessId,
    mode: Mode,
    overlay: Option<&'a Overlay>,
}

fn canvas_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CanvasState, stage: Stage<'_>, actions: &mut Vec<Action>) -> Response {
    let label = context.texts.get("canvas-label").to_owned();
    let scope = UiBuilder::new().id_salt("canvas").accessibility_label(label).accessibility_role(egui::Role::Group);
    ui.scope_builder(scope, |ui| {
        let plane = state.settle(context, stage.process);
        let stage = Stage { process: plane.process, ..stage };
        ui.spacing_mut().item_spacing.y = 0.0;
        path::path_ui(ui, context, state, plane.process, stage.mode, actions);
        ui.reset_style();
        let response = ui.allocate_rect(ui.available_rect_before_wrap(), Sense::click_and_drag());
        ui.shrink_clip_rect(response.rect);
        name_surface(ui, context, &response, stage.mode);
        state.prepare(ui, context, response.rect, plane, stage.mode == Mode::ReadOnly);
        navigate::navigate(ui, &response, &mut state.camera, &state.machine, stage.mode);
        interact(ui, context, &response, state, stage, actions);
        paint::paint(ui, context, &response, state, stage);
        focus::focus_ui(ui, context, &response, state);
        access::nodes(ui, context, &response, state, actions);
        over(ui, context, &response, state, stage, actions);
        response
    })
    .inner
}

fn name_surface(ui: &Ui, context: &ViewContext<'_>, response: &Response, mode: Mode) {
    let label = context.texts.get("canvas-surface");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Canvas, true, label));
    if response.has_focus() {
        // Tab always leaves the canvas; an open menu takes the arrows. Where nothing can be edited Escape leads away.
        let is_mine = !Popup::is_any_open(ui.ctx());
        let escape = is_mine && mode == Mode::Edit;
        let filter = EventFilter { tab: false, horizontal_arrows: is_mine, vertical_arrows: is_mine, escape };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
}

/// Pointer and keys.
fn interact(ui: &Ui, context: &ViewContext<'_>, response: &Response, state: &mut CanvasState, stage: Stage<'_>, actions: &mut Vec<Action>) {
    let is_wished = std::mem::take(&mut state.wants_focus) && stage.mode == Mode::Edit;
    if is_wished || has_target_press(ui, response, state) || (stage.mode == Mode::Edit && focus::leads_back(ui, state)) {
        response.request_focus();
    }
    state.begin_awaited_rename(context);
    let desk = Desk { context, scene: &state.scene, camera: &state.camera, labels: &state.labels, process: stage.process };
    let then = interaction::drive(ui, response, &desk, &mut state.machine, stage.mode, actions);
    state.hover = hovered(ui, response, &desk, &state.machine.gesture);
    match then {
        Then::Nothing => {}
        Then::Rename(subject) => state.rename = Rename::begin(context.document, subject),
        Then::RenameCreated => state.await_rename(context),
        Then::Enter(sub_process) => state.enter(Some(sub_process), actions),
    }
    if let Some(act) = state.asked.take_if(|_| stage.mode == Mode::Edit) {
        keyboard::act_on(&act, context, state, stage.process, actions);
    }
    if state.rename.is_none() {
        keyboard::keys(ui, context, response, state, stage, actions);
    }
}

/// Whether a gesture of clicks is ended by a press on the canvas; its keys work from then on.
fn has_target_press(ui: &Ui, response: &Response, state: &CanvasState) -> bool {
    !state.machine.gesture.is_idle() && ui.input(|input| input.pointer.primary_pressed()) && response.contains_pointer()
}

fn hovered(ui: &Ui, response: &Response, desk: &Desk<'_>, gesture: &Gesture) -> Option<hit::Hit> {
    let pointer = response.hover_pos().filter(|_| gesture.is_idle())?;
    let is_covered = ui.ctx().layer_id_at(pointer).is_some_and(|layer| layer != response.layer_id);
    if is_covered { None } else { desk.finder().at(desk.camera.diagram_from_screen(pointer), desk.context.selection) }
}

/// What stands over the picture: the name being edited, the pad, buttons, the minimap, menus.
fn over(ui: &mut Ui, context: &ViewContext<'_>, response: &Response, state: &mut CanvasState, stage: Stage<'_>, actions: &mut Vec<Action>) {
    if stage.mode == Mode::Edit {
        rename_ui(ui, context, response, state, actions);
        choosing::choose_ui(ui, context, response, state, stage.process, actions);
        pad::pad_ui(ui, context, state, stage.process, actions);
        menu::context_menu_ui(context, response, state, stage.process, actions);
        if state.scene.items().is_empty() && state.machine.gesture.is_idle() {
            empty_ui(ui, context, state, stage.process, actions);
        }
    }
    if let Some(overlay) = stage.overlay {
        badges::badges_ui(ui, context, state, &overlay.badges);
    }
    details::details_ui(ui, context, state);
    controls::controls_ui(ui, context, state, stage.mode == Mode::Edit);
    if state.shows_legend {
        legend::legend_ui(ui, context, state);
    }
    if state.shows_minimap {
        minimap::minimap_ui(ui, context, state);
    }
}

fn rename_ui(ui: &mut Ui, context: &ViewContext<'_>, response: &Response, state: &mut CanvasState, actions: &mut Vec<Action>) {
    let Some(mut rename) = state.rename.take() else { return };
    match rename.ui(ui, context, &state.scene, &state.camera, actions) {
        Ended::NotYet => state.rename = Some(rename),
        Ended::Done => response.request_focus(),
        Ended::GoOn => {
            response.request_focus();
            if let Some(node) = rename.subject.node() {
                actions.push(Action::Apply(deeds::append(node, elements::STEP)));
                state.await_rename(context);
            }
        }
    }
}

fn empty_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CanvasState, process: ProcessId, actions: &mut Vec<Action>) {
    let place = Rect::from_center_size(state.camera.screen.center(), vec2(360.0, 230.0));
    // Else the canvas would take the press for the beginning of a drag.
    ui.interact(place, ui.scope_id().with("empty"), Sense::click_and_drag());
    let mut inner = ui.new_child(UiBuilder::new().max_rect(place));
    let texts = context.texts;
    let sentence = texts.get("canvas-empty");
    if empty_state(&mut inner, context.theme, crate::view::icons::Icon::Flow, sentence, Some(texts.get("canvas-begin"))) {
        let kind = NodeKind::StartEvent { trigger: Event::None, is_interrupting: true };
        let seen = state.camera.visible();
        let at = camera::on_grid(Point::new(seen.x + seen.width * 0.2, seen.centre().y), snap::GRID);
        let desk = Desk { context, scene: &state.scene, camera: &state.camera, labels: &state.labels, process };
        actions.push(Action::Apply(desk.here(FlowCommand::AddNode { process, kind, name: String::new(), at })));
        state.await_rename(context);
    }
    inner.vertical_centered(|ui| {
        if secondary_button(ui, texts.get("command-type-steps")).clicked() {
            actions.push(Action::TypeSteps);
        }
    });
}

/// Does a deed of the pad, the menu or the keyboard.
fn perform(deed: &Deed, context: &ViewContext<'_>, state: &mut CanvasState, process: ProcessId, actions: &mut Vec<Action>) {
    let desk = Desk { context, scene: &state.scene, camera: &state.camera, labels: &state.labels, process };
    let selected = || context.selection.subjects.iter().copied().collect::<Vec<_>>();
    match deed {
        Deed::AppendOther | Deed::ChangeKind | Deed::Create | Deed::Attach | Deed::ConnectTo => {
            state.chooser = keyboard::chooser(&desk, deed);
        }
        Deed::Connect => {
            if let Some(from) = context.selection.single() {
                state.machine.gesture = Gesture::Connecting(Connecting::begin(from, state.camera.screen.center(), Way::Clicks));
            }
        }
        Deed::Rename => state.rename = context.selection.single().and_then(|subject| Rename::begin(context.document, subject)),
        Deed::Copy => actions.push(Action::Copy(selected())),
        Deed::CopyPicture => {
            let (document, subjects) = (Arc::clone(context.document), context.selection.subjects.clone());
            let (plane, colouring, theme) = (desk.plane(), state.colouring, ThemeName::Light);
            actions.push(Action::CopyPicture(Picture { document, plane, subjects, colouring, theme, has_notes: false }));
        }
        Deed::SavePicture => actions.push(Action::SavePicture),
        Deed::Cut => {
            actions.push(Action::Copy(selected()));
            actions.push(Action::Apply(edit::cut(context.editor.document(), &selected()).1));
        }
        Deed::Paste => actions.push(Action::Paste(process, deeds::paste_place(&desk))),
        Deed::Duplicate => {
            let aside = Vector::new(4.0 * snap::GRID, 4.0 * snap::GRID);
            actions.extend(edit::duplicate(context.editor.document(), &selected(), aside).map(Action::Apply));
        }
        Deed::SelectAll => actions.push(Action::Select(Selection::of(state.scene.items().iter().map(|item| item.subject)))),
        Deed::Put(element) => {
            actions.push(Action::Apply(chooser::put(&desk, element)));
            state.await_rename(context);
        }
        Deed::Append(_) | Deed::Annotate | Deed::Insert | Deed::AddLane | Deed::Arrange(Arrange::LaneBeside(_)) => {
            actions.extend(deed.command(&desk).map(Action::Apply));
            state.await_rename(context);
        }
        Deed::Fold | Deed::ResetCourse | Deed::ResetLabel | Deed::TidyUp | Deed::Turn(_) | Deed::Arrange(_) => {
            actions.extend(deed.command(&desk).map(Action::ApplyQuietly));
        }
        Deed::Remove => actions.extend(deed.command(&desk).map(Action::Apply)),
        Deed::Enter => {
            if let Some(node) = deeds::closed(&desk) {
                state.enter(Some(node), actions);
            }
        }
        Deed::Leave => state.leave(context, actions),
        Deed::PlayProblem => actions.extend(deeds::playable(&desk).cloned().map(Box::new).map(Action::PlayProblem)),
        Deed::ShowCalled => actions.extend(deeds::called(&desk).map(Action::ShowProcess)),
    }
}
