//! The canvas by keyboard. Keys work while it has the focus; with nothing selected, Tab leaves it.

mod walk;

use super::deeds::{self, Deed};
use super::interaction::Desk;
use super::{CanvasState, Tool, palette, perform};
use crate::model::{ProcessId, Subject, Vector};
use crate::view::{Action, Selection, ViewContext};
use egui::{Event, Key, Modifiers, Popup, Response, Ui, Vec2};

/// How far an arrow key moves the selection, in points; with Shift one point.
const STRIDE: f64 = 10.0;
/// How far an arrow key moves the picture when nothing is selected, in points of the screen.
const PAN: f32 = 60.0;

const ARROWS: [(Key, (f64, f64)); 4] =
    [(Key::ArrowLeft, (-1.0, 0.0)), (Key::ArrowRight, (1.0, 0.0)), (Key::ArrowUp, (0.0, -1.0)), (Key::ArrowDown, (0.0, 1.0))];

/// Does what the keys of this frame say.
pub fn keys(
    ui: &Ui,
    context: &ViewContext<'_>,
    response: &Response,
    state: &mut CanvasState,
    process: ProcessId,
    actions: &mut Vec<Action>,
) {
    if !response.has_focus() || !state.machine.gesture.is_idle() || Popup::is_any_open(ui.ctx()) {
        return;
    }
    for deed in pressed(ui, !context.selection.subjects.is_empty()) {
        perform(&deed, context, state, process, actions);
    }
    let asks_menu =
        |input: &mut egui::InputState| input.consume_key(Modifiers::NONE, Key::Menu) || input.consume_key(Modifiers::SHIFT, Key::F10);
    state.opens_menu |= ui.input_mut(asks_menu);
    tools(ui, context, state, actions);
    zoom(ui, state);
    let desk = Desk { context, scene: &state.scene, camera: &state.camera, labels: &state.labels, process };
    if let Some(subject) = walk(ui, &desk) {
        actions.push(Action::Select(Selection::only(subject)));
        state.reveal(subject);
        return;
    }
    arrows(ui, context, state, process, actions);
}

fn pressed(ui: &Ui, has_selection: bool) -> Vec<Deed> {
    let mut deeds: Vec<Deed> = Vec::new();
    ui.input_mut(|input| {
        for event in &input.events {
            match event {
                Event::Copy => deeds.push(Deed::Copy),
                Event::Cut => deeds.push(Deed::Cut),
                Event::Paste(_) => deeds.push(Deed::Paste),
                _ => {}
            }
        }
        for (modifiers, key, deed) in [
            (Modifiers::COMMAND, Key::A, Deed::SelectAll),
            (Modifiers::COMMAND, Key::D, Deed::Duplicate),
            (Modifiers::NONE, Key::Delete, Deed::Remove),
            (Modifiers::NONE, Key::Backspace, Deed::Remove),
            (Modifiers::NONE, Key::N, Deed::AppendOther),
            (Modifiers::NONE, Key::Insert, Deed::AppendOther),
            (Modifiers::NONE, Key::F2, Deed::Rename),
            (Modifiers::NONE, Key::Enter, Deed::Rename),
        ] {
            if input.consume_key(modifiers, key) {
                deeds.push(deed);
            }
        }
    });
    deeds.retain(|deed| has_selection || matches!(deed, Deed::SelectAll | Deed::Paste));
    deeds
}

/// Keys of the tools, and Escape, which leads one step back: to the usual tool, then to no selection.
fn tools(ui: &Ui, context: &ViewContext<'_>, state: &mut CanvasState, actions: &mut Vec<Action>) {
    for (tool, _, _, key) in palette::TOOLS {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            state.machine.tool = tool;
        }
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        if state.machine.tool != Tool::Select {
            state.machine.tool = Tool::Select;
        } else if !context.selection.subjects.is_empty() {
            actions.push(Action::Select(Selection::default()));
        }
    }
}

fn zoom(ui: &Ui, state: &mut CanvasState) {
    let centre = state.camera.screen.center();
    let is_pressed = |key| ui.input_mut(|input| !input.modifiers.command && input.consume_key(Modifiers::NONE, key));
    if is_pressed(Key::Plus) {
        state.camera.zoom_at(centre, super::controls::STEP);
    }
    if is_pressed(Key::Minus) {
        state.camera.zoom_at(centre, 1.0 / super::controls::STEP);
    }
    if is_pressed(Key::Num0) {
        state.camera.zoom_at(centre, 1.0 / state.camera.zoom);
    }
    if is_pressed(Key::F) {
        state.fit();
    }
}

/// The element to which the keys lead: Tab along the flow, Alt with an arrow to the neighbour on that side.
fn walk(ui: &Ui, desk: &Desk<'_>) -> Option<Subject> {
    let selected = desk.context.selection.primary;
    if selected.is_some() {
        if ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Tab)) {
            return walk::along(desk, selected?, -1);
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab)) {
            return walk::along(desk, selected?, 1);
        }
    } else if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        return walk::order(desk).first().copied();
    }
    let (_, side) = ARROWS.into_iter().find(|(key, _)| ui.input_mut(|input| input.consume_key(Modifiers::ALT, *key)))?;
    match selected {
        Some(selected) => walk::neighbour(desk, selected, side),
        None => walk::order(desk).first().copied(),
    }
}

fn arrows(ui: &Ui, context: &ViewContext<'_>, state: &mut CanvasState, process: ProcessId, actions: &mut Vec<Action>) {
    for (key, (x, y)) in ARROWS {
        let (plain, fine) = ui.input_mut(|input| {
            let fine = input.consume_key(Modifiers::SHIFT, key);
            (input.consume_key(Modifiers::NONE, key), fine)
        });
        if !plain && !fine {
            continue;
        }
        let stride = if fine { 1.0 } else { STRIDE };
        let desk = Desk { context, scene: &state.scene, camera: &state.camera, labels: &state.labels, process };
        match deeds::nudge(&desk, Vector::new(x * stride, y * stride)) {
            Some(command) => actions.push(Action::ApplyQuietly(command)),
            None => state.camera.pan(Vec2::new(-x as f32, -y as f32) * PAN),
        }
    }
}
