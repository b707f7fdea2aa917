//! Lays the panels of the shown place round its middle.

use super::settings::{Panel, Panels};
use super::workspace::{DrawerTab, LeftTab, Workspace};
use crate::model::ProcessId;
use crate::view::shell::ShellContext;
use crate::view::widgets::{Segment, segmented};
use crate::view::{Action, Place, ViewContext, canvas, deliver, forms, history, inspector, outline, play, problems};
use egui::{CentralPanel, Frame, Margin, Ui};

/// Draws the place of a document.
pub(super) fn ui(ui: &mut Ui, workspace: &mut Workspace, shell: &ShellContext<'_>, panels: &mut Panels, actions: &mut Vec<Action>) {
    let Workspace {
        editor,
        selection,
        place,
        problems,
        refusal,
        inspector,
        forms,
        play,
        deliver,
        canvas,
        process,
        left,
        drawer,
        revealed,
        ..
    } = workspace;
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
    match place {
        Place::Flow => {
            flanks_ui(ui, &context, panels, drawer, inspector, *process, actions);
            panel(ui, &context, Side::Left, &mut panels.left, |ui| {
                tabs_ui(
                    ui,
                    &context,
                    left,
                    [(LeftTab::Palette, shell.texts.get("left-palette")), (LeftTab::Outline, shell.texts.get("left-outline"))],
                );
                match left {
                    LeftTab::Palette => canvas::palette_ui(ui, &context, canvas),
                    LeftTab::Outline => outline::ui(ui, &context, *process, actions),
                }
            });
            canvas.colouring = panels.colouring;
            middle_ui(ui, &context, |ui| canvas::ui(ui, &context, canvas, *process, actions));
            panels.colouring = canvas.colouring;
            if let Some(subject) = revealed.take() {
                canvas.reveal(subject);
                ui.ctx().request_repaint();
            }
        }
        Place::Forms => {
            flanks_ui(ui, &context, panels, drawer, inspector, *process, actions);
            panel(ui, &context, Side::Left, &mut panels.left, |ui| forms::list_ui(ui, &context, forms, actions));
            middle_ui(ui, &context, |ui| forms::ui(ui, &context, forms, actions));
        }
        Place::Play => play::ui(ui, &context, play, actions),
        Place::Deliver => deliver::ui(ui, &context, deliver, actions),
    }
}

/// The drawer below and the inspector at the right, where something is edited.
fn flanks_ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    panels: &mut Panels,
    drawer: &mut DrawerTab,
    inspector: &mut inspector::InspectorState,
    process: ProcessId,
    actions: &mut Vec<Action>,
) {
    panel(ui, context, Side::Drawer, &mut panels.drawer, |ui| drawer_ui(ui, context, drawer, actions));
    panel(ui, context, Side::Inspector, &mut panels.inspector, |ui| inspector::ui(ui, context, inspector, process, actions));
}

/// What is worked on, on its own ground.
fn middle_ui(ui: &mut Ui, context: &ViewContext<'_>, content: impl FnOnce(&mut Ui)) {
    CentralPanel::no_frame().frame(Frame::new().fill(context.theme.canvas)).show(ui, content);
}

fn drawer_ui(ui: &mut Ui, context: &ViewContext<'_>, shown: &mut DrawerTab, actions: &mut Vec<Action>) {
    let problems = match context.problems.len() {
        0 => context.texts.get("drawer-problems").to_owned(),
        count => context.texts.with("drawer-problems-count", &[("count", count.into())]),
    };
    tabs_ui(ui, context, shown, [(DrawerTab::Problems, &problems), (DrawerTab::History, context.texts.get("drawer-history"))]);
    match shown {
        DrawerTab::Problems => problems::ui(ui, context, actions),
        DrawerTab::History => history::ui(ui, context, actions),
    }
}

/// Draws what can be shown in a panel, and changes what is.
fn tabs_ui<T: PartialEq + Copy>(ui: &mut Ui, context: &ViewContext<'_>, shown: &mut T, tabs: [(T, &str); 2]) {
    let tabs = tabs.map(|(tab, text)| Segment::word(tab, text));
    ui.scope(|ui| {
        ui.spacing_mut().button_padding.x = 8.0;
        *shown = segmented(ui, context.theme, shown, &tabs, false).unwrap_or(*shown);
    });
}

/// Where a panel stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left,
    Inspector,
    Drawer,
}

/// Draws a panel if it is open, and remembers the size that it was given.
fn panel(ui: &mut Ui, context: &ViewContext<'_>, side: Side, kept: &mut Panel, content: impl FnOnce(&mut Ui)) {
    if !kept.is_open {
        return;
    }
    let window = ui.ctx().content_rect();
    let (least, greatest) = match side {
        Side::Left => (212.0, window.width() * 0.28),
        Side::Inspector => (264.0, window.width() * 0.4),
        Side::Drawer => (96.0, window.height() * 0.45),
    };
    let greatest = greatest.max(least);
    let panel = match side {
        Side::Left => egui::Panel::left("left column"),
        Side::Inspector => egui::Panel::right("inspector"),
        Side::Drawer => egui::Panel::bottom("drawer").resizable(true),
    };
    let frame = Frame::new().fill(context.theme.panel).inner_margin(Margin::symmetric(12, 8));
    let panel = panel.default_size(kept.size.min(greatest)).size_range(least..=greatest).frame(frame);
    let rect = panel.show(ui, content).response.rect;
    let size = if side == Side::Drawer { rect.height() } else { rect.width() };
    // A window that has become small must not make the panel small for good.
    if size < greatest - 1.0 {
        kept.size = size;
    }
}

/// The date of today: year, month, day.
pub(super) fn today() -> (i16, i8, i8) {
    let today = jiff::Zoned::now().date();
    (today.year(), today.month(), today.day())
}
