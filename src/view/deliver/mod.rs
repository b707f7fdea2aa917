//! The place *Prüfen & Ausliefern*: what is still wrong, whether the test cases pass, and the way to the bundle.

mod release;

use crate::check::{self, Severity};
use crate::view::icons::Icon;
use crate::view::test_cases::{self, CasesState};
use crate::view::widgets::{card, empty_state, semibold};
use crate::view::{Action, Place, ViewContext, problems};
use egui::{ScrollArea, Ui};

/// What the place remembers.
#[derive(Default)]
pub struct DeliverState {
    wish: release::WishState,
    cases: CasesState,
}

impl DeliverState {
    /// The test cases, for bringing what was searched for.
    pub fn tests_mut(&mut self) -> &mut CasesState {
        &mut self.cases
    }
}

/// Draws the place.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut DeliverState, actions: &mut Vec<Action>) {
    state.cases.follow(context);
    let width = ui.available_width();
    let side = (width * 0.36).clamp(300.0, 440.0);
    egui::Panel::right("deliver-side").resizable(false).exact_size(side).show(ui, |ui| {
        ScrollArea::vertical().id_salt("deliver-side").show(ui, |ui| {
            ui.add_space(8.0);
            release::ui(ui, context, &mut state.wish, actions);
            ui.add_space(8.0);
            tests_ui(ui, context, &mut state.cases, actions);
        });
    });
    let frame = egui::Frame::new().fill(context.theme.panel).inner_margin(egui::Margin::symmetric(16, 8));
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        summary_ui(ui, context);
        ui.add_space(8.0);
        problems::ui(ui, context, actions);
    });
}

fn summary_ui(ui: &mut Ui, context: &ViewContext<'_>) {
    let count = |severity| context.problems.iter().filter(|problem| problem.severity == severity).count();
    ui.add_space(8.0);
    let title = if check::may_be_released(context.problems) { "deliver-ready" } else { "deliver-not-ready" };
    ui.label(semibold(context.texts.get(title), 20.0));
    ui.horizontal_wrapped(|ui| {
        for (severity, key) in
            [(Severity::Error, "deliver-errors"), (Severity::Warning, "deliver-warnings"), (Severity::Hint, "deliver-hints")]
        {
            let (icon, colour) = problems::sign(context.theme, severity);
            ui.label(icon.text(18.0).color(colour));
            // Not parted from its number.
            let count = context.texts.with(key, &[("count", count(severity).into())]).replace(' ', "\u{a0}");
            ui.label(count);
            ui.add_space(12.0);
        }
    });
}

fn tests_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CasesState, actions: &mut Vec<Action>) {
    card(ui, context.theme, |ui| {
        ui.set_width(ui.available_width());
        if context.document.test_cases.is_empty() {
            if empty_state(
                ui,
                context.theme,
                Icon::Tests,
                context.texts.get("deliver-no-tests"),
                Some(context.texts.get("deliver-to-play")),
            ) {
                actions.push(Action::Go(Place::Play));
            }
        } else {
            test_cases::ui(ui, context, state, false, actions);
        }
    });
}
