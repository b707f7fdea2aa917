//! Lays the panels of the shown place round its middle.

use super::settings::{Panel, Panels};
use super::workspace::Workspace;
use crate::view::shell::ShellContext;
use crate::view::{Action, Place, ViewContext};
use egui::{CentralPanel, Frame, Margin, Ui};

/// No panel at a side takes more than this part of the window.
const GREATEST_PART: f32 = 0.32;

/// Draws the place of a document.
pub(super) fn ui(ui: &mut Ui, workspace: &mut Workspace, shell: &ShellContext<'_>, panels: &mut Panels, actions: &mut Vec<Action>) {
    let Workspace { editor, selection, place, problems, refusal, .. } = workspace;
    let context = ViewContext {
        document: editor.shown(),
        editor,
        problems,
        texts: shell.texts,
        theme: shell.theme,
        selection,
        refusal: refusal.as_ref(),
        today: today(),
    };
    let has_inspector = matches!(place, Place::Flow | Place::Forms);
    if *place != Place::Deliver {
        panel(ui, &context, egui::Panel::bottom("drawer").resizable(true), &mut panels.drawer, |_ui| {});
    }
    if has_inspector {
        panel(ui, &context, egui::Panel::right("inspector"), &mut panels.inspector, |_ui| {});
    }
    if *place == Place::Flow {
        panel(ui, &context, egui::Panel::left("left column"), &mut panels.left, |_ui| {});
    }
    let _ = actions;
    CentralPanel::no_frame().frame(Frame::new().fill(context.theme.canvas)).show(ui, |_ui| {});
}

/// Draws a panel if it is open, and remembers the size that it was given.
fn panel(ui: &mut Ui, context: &ViewContext<'_>, panel: egui::Panel, kept: &mut Panel, content: impl FnOnce(&mut Ui)) {
    if !kept.is_open {
        return;
    }
    let whole = ui.available_size().max_elem() * GREATEST_PART;
    let greatest = whole.max(120.0);
    let frame = Frame::new().fill(context.theme.panel).inner_margin(Margin::symmetric(12, 8));
    let shown =
        panel.default_size(kept.size.min(greatest)).min_size(120.0_f32.min(greatest)).max_size(greatest).frame(frame).show(ui, |ui| {
            egui::ScrollArea::vertical().auto_shrink(false).show(ui, content);
        });
    let size = if shown.response.rect.width() >= ui.ctx().content_rect().width() {
        shown.response.rect.height()
    } else {
        shown.response.rect.width()
    };
    if size < greatest - 1.0 {
        kept.size = size;
    }
}

/// The date of today: year, month, day.
fn today() -> (i16, i8, i8) {
    let today = jiff::Zoned::now().date();
    (today.year(), today.month(), today.day())
}
