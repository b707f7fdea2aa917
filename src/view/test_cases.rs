//! The test cases: run one or all, see which fail and where.

use crate::model::{Document, TestCaseId};
use crate::sim::{CaseResult, run_case};
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, Section, icon_text_button};
use crate::view::{Action, ViewContext};
use egui::{RichText, ScrollArea, Ui};
use std::collections::BTreeMap;

/// Results at one state of the document.
#[derive(Default)]
pub struct CasesState {
    revision: u64,
    results: BTreeMap<TestCaseId, CaseResult>,
}

impl CasesState {
    /// Runs all test cases of the document.
    pub fn run_all(&mut self, document: &Document, revision: u64) {
        self.revision = revision;
        self.results = document.test_cases.values().map(|case| (case.id, run_case(document, case))).collect();
    }

    /// How many passed and how many there are; `None` if they were not run since the last change.
    pub fn passed(&self, revision: u64) -> Option<(usize, usize)> {
        let is_current = self.revision == revision && !self.results.is_empty();
        is_current.then(|| (self.results.values().filter(|result| result.passed()).count(), self.results.len()))
    }

    fn result(&self, case: TestCaseId, revision: u64) -> Option<&CaseResult> {
        self.results.get(&case).filter(|_| self.revision == revision)
    }
}

/// Draws the list; nothing if there is no test case.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CasesState, actions: &mut Vec<Action>) {
    let cases = &context.document.test_cases;
    if cases.is_empty() {
        return;
    }
    let texts = context.texts;
    Section::new("test-cases", texts.get("play-cases")).count(cases.len()).ui(ui, context.theme, |ui| {
        ui.horizontal_wrapped(|ui| {
            if icon_text_button(ui, Icon::Play, texts.get("play-run-all")).clicked() {
                state.run_all(context.document, context.editor.revision());
            }
            if let Some((passed, all)) = state.passed(context.editor.revision()) {
                ui.label(texts.with("play-passed", &[("passed", passed.into()), ("all", all.into())]));
            }
        });
        ScrollArea::vertical().id_salt("test-cases").auto_shrink([false, true]).show(ui, |ui| {
            for case in cases.values() {
                row_ui(ui, context, case.id, &case.name, state.result(case.id, context.editor.revision()), actions);
            }
        });
    });
}

fn row_ui(ui: &mut Ui, context: &ViewContext<'_>, case: TestCaseId, name: &str, result: Option<&CaseResult>, actions: &mut Vec<Action>) {
    let theme = context.theme;
    ui.horizontal(|ui| {
        let (icon, colour, word) = match result.map(CaseResult::passed) {
            None => (Icon::Tests, theme.text_soft, "play-case-not-run"),
            Some(true) => (Icon::Check, theme.success, "play-case-passed"),
            Some(false) => (Icon::Error, theme.error, "play-case-failed"),
        };
        ui.label(icon.text(18.0).color(colour)).on_hover_text(context.texts.get(word));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if IconButton::new(Icon::Remove, context.texts.get("play-case-remove")).small().ui(ui, theme).clicked() {
                actions.push(Action::ApplyQuietly(crate::edit::Command::Remove(vec![crate::model::Subject::TestCase(case)])));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| ui.add(egui::Label::new(name).wrap()));
        });
    });
    if let Some(difference) = result.and_then(|result| result.first_difference.as_ref()) {
        ui.add(
            egui::Label::new(RichText::new(context.texts.difference(context.document, difference)).size(12.0).color(theme.error)).wrap(),
        );
    }
}
