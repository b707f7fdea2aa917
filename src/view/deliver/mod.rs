//! The place *Prüfen & Ausliefern*: what is still wrong, whether the test cases pass, and the way to the bundle.

mod release;

use crate::check::{self, Severity};
use crate::model::{Document, TestCaseId};
use crate::sim::{CaseResult, run_case};
use crate::view::icons::Icon;
use crate::view::problems;
use crate::view::widgets::{card, empty_state, icon_text_button, semibold};
use crate::view::{Action, ViewContext};
use egui::{RichText, ScrollArea, Ui};
use std::collections::BTreeMap;

/// What the place remembers.
#[derive(Clone, Debug, Default)]
pub struct DeliverState {
    wish: release::WishState,
    results: Option<Results>,
}

/// Results of the test cases at one state of the document.
#[derive(Clone, Debug)]
struct Results {
    revision: u64,
    cases: BTreeMap<TestCaseId, CaseResult>,
}

/// Draws the place.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut DeliverState, actions: &mut Vec<Action>) {
    let width = ui.available_width();
    let side = (width * 0.36).clamp(300.0, 440.0);
    egui::Panel::right("deliver-side").resizable(false).exact_size(side).show(ui, |ui| {
        ScrollArea::vertical().id_salt("deliver-side").show(ui, |ui| {
            ui.add_space(8.0);
            release::ui(ui, context, &mut state.wish, actions);
            ui.add_space(8.0);
            tests_ui(ui, context, state, actions);
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
            ui.label(context.texts.with(key, &[("count", count(severity).into())]));
            ui.add_space(12.0);
        }
    });
}

fn tests_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut DeliverState, actions: &mut Vec<Action>) {
    card(ui, context.theme, |ui| {
        ui.set_width(ui.available_width());
        ui.label(semibold(context.texts.get("deliver-tests"), 16.0));
        if context.document.test_cases.is_empty() {
            if empty_state(
                ui,
                context.theme,
                Icon::Tests,
                context.texts.get("deliver-no-tests"),
                Some(context.texts.get("deliver-to-play")),
            ) {
                actions.push(Action::Go(crate::view::Place::Play));
            }
            return;
        }
        if icon_text_button(ui, Icon::Play, context.texts.get("deliver-run")).clicked() {
            state.results = Some(Results { revision: context.editor.revision(), cases: run_all(context.document) });
        }
        let results = state.results.as_ref().filter(|results| results.revision == context.editor.revision());
        if let Some(results) = results {
            let passed = results.cases.values().filter(|result| result.passed()).count();
            ui.label(context.texts.with("deliver-passed", &[("passed", passed.into()), ("all", results.cases.len().into())]));
        }
        for case in context.document.test_cases.values() {
            case_ui(ui, context, &case.name, results.and_then(|results| results.cases.get(&case.id)));
        }
    });
}

fn run_all(document: &Document) -> BTreeMap<TestCaseId, CaseResult> {
    document.test_cases.values().map(|case| (case.id, run_case(document, case))).collect()
}

fn case_ui(ui: &mut Ui, context: &ViewContext<'_>, name: &str, result: Option<&CaseResult>) {
    ui.horizontal_wrapped(|ui| {
        let theme = context.theme;
        let (icon, colour) = match result.map(CaseResult::passed) {
            None => (Icon::Tests, theme.text_soft),
            Some(true) => (Icon::Check, theme.success),
            Some(false) => (Icon::Error, theme.error),
        };
        ui.label(icon.text(18.0).color(colour));
        ui.label(name);
    });
    if let Some(difference) = result.and_then(|result| result.first_difference.as_ref()) {
        ui.label(RichText::new(context.texts.difference(context.document, difference)).size(12.0).color(context.theme.error));
    }
}
