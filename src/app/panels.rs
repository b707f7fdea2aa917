//! Lays the panels of the shown place round its middle.

use super::flow_place;
use super::regions::{self, Region};
use super::settings::{Panel, Panels};
use super::workspace::{DrawerTab, LeftTab, Workspace};
use crate::check::Problem;
use crate::model::{Hidden, ProcessId};
use crate::view::forms::FormsView;
use crate::view::shell::ShellContext;
use crate::view::table::FlowView;
use crate::view::widgets::{Segment, segmented};
use crate::view::{
    Action, Place, ViewContext, canvas, data as data_view, deliver, forms, history, inspector, languages as languages_view, notes, outline,
    play, problems, teach,
};
use egui::{CentralPanel, Frame, Margin, PanelState, Ui, Vec2};

/// The middle between two panels is at least so wide, in points.
const LEAST_MIDDLE: f32 = 320.0;
/// Width of the exercise that is being worked on, in points.
const EXERCISE: f32 = 240.0;
/// Width of the window below which the exercise gives way, in points.
const NARROW: f32 = 800.0;

/// Draws the place of a document.
#[expect(clippy::too_many_lines, reason = "one arm for each place")]
pub(super) fn ui(ui: &mut Ui, workspace: &mut Workspace, shell: &ShellContext<'_>, panels: &mut Panels, actions: &mut Vec<Action>) {
    let Workspace {
        editor,
        selection,
        place,
        problems,
        refusal,
        inspector,
        forms,
        data,
        languages,
        play,
        deliver,
        canvas,
        table,
        process,
        left,
        drawer,
        revealed,
        learning,
        learner,
        ..
    } = workspace;
    let hides: Vec<Hidden> = learning.as_ref().map(|learning| learning.exercise().hides.clone()).unwrap_or_default();
    let problems: &[Problem] = if hides.contains(&Hidden::Problems) { &[] } else { problems };
    let coverage = play.tests().coverage(editor.revision());
    let context = ViewContext {
        document: editor.shown(),
        editor,
        problems,
        texts: shell.texts,
        theme: shell.theme,
        selection,
        refusal: refusal.as_ref(),
        today: today(),
        hides: &hides,
        coverage: coverage.as_deref(),
    };
    if let Some(learning) = learning {
        let frame = Frame::new().fill(context.theme.panel).inner_margin(Margin::symmetric(12, 8));
        // In a narrow window its width is remembered apart: else it would stay narrow when there is room again.
        let width = ui.available_width();
        let (id, most) = if width < NARROW { ("exercise narrow", width * 0.3) } else { ("exercise", 360.0) };
        let panel = egui::Panel::left(id).default_size(EXERCISE).size_range(180.0..=most.max(180.0)).frame(frame);
        panel.show(ui, |ui| teach::panel_ui(ui, &context, learning, learner, actions));
    }
    match place {
        Place::Flow => {
            flow_place::bar_ui(ui, &context, panels, table, *process, actions);
            flanks_ui(ui, &context, panels, drawer, inspector, *process, actions);
            // Tools are for the canvas; beside the list they would only take its room.
            if panels.flow != FlowView::List && !table.is_typing() {
                left_ui(ui, &context, panels, |ui| {
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
            }
            let has_canvas = panels.flow != FlowView::List && !table.is_typing();
            if has_canvas && regions::is_wished(ui.ctx(), Region::Middle) {
                canvas.take_focus();
                ui.ctx().request_repaint();
            }
            arrive_in_middle(ui);
            flow_place::ui(ui, &context, panels, canvas, table, *process, actions);
            if let Some(subject) = revealed.take() {
                canvas.reveal(subject);
                ui.ctx().request_repaint();
            }
        }
        Place::Forms => {
            let bar = Frame::new().fill(context.theme.panel).inner_margin(Margin::symmetric(12, 4));
            egui::Panel::top("forms bar").resizable(false).frame(bar).show(ui, |ui| {
                ui.horizontal(|ui| forms::switch_ui(ui, &context, &mut forms.view));
            });
            match forms.view {
                FormsView::Form => {
                    flanks_ui(ui, &context, panels, drawer, inspector, *process, actions);
                    left_ui(ui, &context, panels, |ui| forms::list_ui(ui, &context, forms, actions));
                    arrive_in_middle(ui);
                    middle_ui(ui, &context, |ui| forms::ui(ui, &context, forms, actions));
                }
                FormsView::Data => {
                    panel(ui, &context, Side::Drawer, &mut panels.drawer, |ui| drawer_ui(ui, &context, drawer, actions));
                    arrive_in_middle(ui);
                    data_view::ui(ui, &context, data, inspector, actions);
                }
                FormsView::Languages => {
                    panel(ui, &context, Side::Drawer, &mut panels.drawer, |ui| drawer_ui(ui, &context, drawer, actions));
                    languages_view::ui(ui, &context, languages, actions);
                }
            }
        }
        Place::Play => {
            arrive_in_middle(ui);
            play::ui(ui, &context, play, actions);
        }
        Place::Deliver => {
            arrive_in_middle(ui);
            deliver::ui(ui, &context, deliver, actions);
        }
    }
}

/// The middle is all that the panels have left.
fn arrive_in_middle(ui: &Ui) {
    regions::note(ui.ctx(), Region::Middle, ui.available_rect_before_wrap());
    regions::arrive(ui, Region::Middle);
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

/// The column at the left, if there is room for it.
fn left_ui(ui: &mut Ui, context: &ViewContext<'_>, panels: &mut Panels, content: impl FnOnce(&mut Ui)) {
    if fitting(panels, ui.ctx().content_rect().size()).left.is_open {
        panel(ui, context, Side::Left, &mut panels.left, content);
    }
}

/// What is worked on, on its own ground.
pub(super) fn middle_ui(ui: &mut Ui, context: &ViewContext<'_>, content: impl FnOnce(&mut Ui)) {
    CentralPanel::no_frame().frame(Frame::new().fill(context.theme.canvas)).show(ui, content);
}

fn drawer_ui(ui: &mut Ui, context: &ViewContext<'_>, shown: &mut DrawerTab, actions: &mut Vec<Action>) {
    let problems = match context.problems.len() {
        0 => context.texts.get("drawer-problems").to_owned(),
        count => context.texts.with("drawer-problems-count", &[("count", count.into())]),
    };
    let tabs = [
        (DrawerTab::Problems, problems.as_str()),
        (DrawerTab::History, context.texts.get("drawer-history")),
        (DrawerTab::Notes, context.texts.get("drawer-notes")),
    ];
    tabs_ui(ui, context, shown, tabs);
    match shown {
        DrawerTab::Problems => problems::ui(ui, context, actions),
        DrawerTab::History => history::ui(ui, context, actions),
        DrawerTab::Notes => notes::ui(ui, context, actions),
    }
}

/// Draws what can be shown in a panel, and changes what is.
fn tabs_ui<T: PartialEq + Copy, const COUNT: usize>(ui: &mut Ui, context: &ViewContext<'_>, shown: &mut T, tabs: [(T, &str); COUNT]) {
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

impl Side {
    /// The least and the greatest size of a panel in a window of this size, in points.
    fn range(self, window: Vec2) -> (f32, f32) {
        let (least, greatest) = match self {
            Self::Left => (224.0, window.x * 0.28),
            Self::Inspector => (264.0, window.x * 0.4),
            Self::Drawer => (96.0, window.y * 0.45),
        };
        (least, greatest.max(least))
    }

    fn region(self) -> Region {
        match self {
            Self::Left => Region::Left,
            Self::Inspector => Region::Inspector,
            Self::Drawer => Region::Drawer,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Left => "left column",
            Self::Inspector => "inspector",
            Self::Drawer => "drawer",
        }
    }
}

/// Whether there is room for both flanks with a middle between them that can be worked in.
pub(super) fn has_room(panels: &Panels, window: Vec2) -> bool {
    let width = |side: Side, panel: Panel| {
        let (least, greatest) = side.range(window);
        panel.size.clamp(least, greatest)
    };
    window.x - width(Side::Left, panels.left) - width(Side::Inspector, panels.inspector) >= LEAST_MIDDLE
}

/// The panels as they are shown in a window of this size: without room for both flanks, the left one waits for the other to be closed.
pub(super) fn fitting(panels: &Panels, window: Vec2) -> Panels {
    let waits = panels.inspector.is_open && !has_room(panels, window);
    Panels { left: Panel { is_open: panels.left.is_open && !waits, ..panels.left }, ..*panels }
}

/// Draws a panel if it is open, and remembers the size that it was given.
fn panel(ui: &mut Ui, context: &ViewContext<'_>, side: Side, kept: &mut Panel, content: impl FnOnce(&mut Ui)) {
    if !kept.is_open {
        return;
    }
    let (least, greatest) = side.range(ui.ctx().content_rect().size());
    let panel = match side {
        Side::Left => egui::Panel::left(side.name()),
        Side::Inspector => egui::Panel::right(side.name()),
        Side::Drawer => egui::Panel::bottom(side.name()).resizable(true),
    };
    let frame = Frame::new().fill(context.theme.panel).inner_margin(Margin::symmetric(12, 8));
    let panel = panel.default_size(kept.size.min(greatest)).size_range(least..=greatest).frame(frame);
    let arrive_and_draw = |ui: &mut Ui| {
        regions::arrive(ui, side.region());
        content(ui);
    };
    let rect = panel.show(ui, arrive_and_draw).response.rect;
    regions::note(ui.ctx(), side.region(), rect);
    let size = if side == Side::Drawer { rect.height() } else { rect.width() };
    // A window that has become small must not make the panel small for good.
    if size < greatest - 1.0 {
        kept.size = size;
    } else if kept.size > greatest {
        let id = ui.scope_id().with(side.name());
        ui.data_mut(|data| data.remove::<PanelState>(id));
    }
}

/// The date of today: year, month, day.
pub(super) fn today() -> (i16, i8, i8) {
    let today = jiff::Zoned::now().date();
    (today.year(), today.month(), today.day())
}
