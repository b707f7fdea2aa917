//! The middle of the place *Ablauf*: canvas, table, or both, under a bar that chooses; or the pane in which steps are typed.

use super::panels::middle_ui;
use super::settings::{Panel, Panels};
use crate::model::ProcessId;
use crate::view::canvas::{self, CanvasState};
use crate::view::table::{self, FlowView, TableState};
use crate::view::{Action, ViewContext};
use egui::{Frame, Margin, Stroke, Ui};

/// Least height of the table beneath the canvas, in points, and of the canvas above it.
const LEAST: f32 = 120.0;

/// Draws the bar. It is as broad as the window, so that it stays where it is whichever panels are open.
pub(super) fn bar_ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    panels: &mut Panels,
    table: &TableState,
    process: ProcessId,
    actions: &mut Vec<Action>,
) {
    let bar = Frame::new().fill(context.theme.panel).inner_margin(Margin::symmetric(12, 4));
    egui::Panel::top("flow bar").resizable(false).frame(bar).show(ui, |ui| {
        if let Some(view) = table::bar_ui(ui, context, table, panels.flow, process, actions) {
            panels.flow = view;
        }
    });
}

/// Draws the middle.
pub(super) fn ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    panels: &mut Panels,
    canvas: &mut CanvasState,
    table: &mut TableState,
    process: ProcessId,
    actions: &mut Vec<Action>,
) {
    if table.is_typing() {
        middle_ui(ui, context, |ui| table::typing_ui(ui, context, table, process, actions));
        canvas.show_anew();
        return;
    }
    if panels.flow == FlowView::Both {
        list_ui(ui, context, &mut panels.list, |ui| table::ui(ui, context, table, process, actions));
    }
    middle_ui(ui, context, |ui| match panels.flow {
        FlowView::List => table::ui(ui, context, table, process, actions),
        FlowView::Picture | FlowView::Both => {
            canvas.colouring = panels.colouring;
            canvas::ui(ui, context, canvas, process, actions);
            panels.colouring = canvas.colouring;
        }
    });
    if let Some(subject) = table.take_selected() {
        canvas.reveal(subject);
    }
}

/// The table beneath the canvas, as high as it was made.
fn list_ui(ui: &mut Ui, context: &ViewContext<'_>, kept: &mut Panel, content: impl FnOnce(&mut Ui)) {
    let greatest = (ui.available_height() - LEAST).max(LEAST);
    let frame = Frame::new().fill(context.theme.paper).stroke(Stroke::new(1.0, context.theme.line));
    let panel = egui::Panel::bottom("list of steps").resizable(true).default_size(kept.size.min(greatest)).size_range(LEAST..=greatest);
    let height = panel.frame(frame).show(ui, content).response.rect.height();
    if height < greatest - 1.0 {
        kept.size = height;
    }
}
