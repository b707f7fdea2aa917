//! The test cases: run one or all, see which fail and where, what they cover, and what cases are missing.

mod coverage;
mod list;
mod proposing;

use crate::model::{Document, Subject, TestCaseId};
use crate::sim::{CaseResult, run_case};
use crate::view::canvas::{Mark, Overlay};
use crate::view::icons::Icon;
use crate::view::widgets::{Section, icon_text_button, icon_text_button_if};
use crate::view::{Action, ViewContext};
use coverage::Surveyed;
use egui::{Key, Modifiers, ScrollArea, Ui};
use proposing::Proposing;
use std::collections::BTreeMap;

/// Results at one state of the document, what they cover, and what is proposed.
#[derive(Default)]
pub struct CasesState {
    revision: u64,
    results: BTreeMap<TestCaseId, CaseResult>,
    surveyed: Surveyed,
    proposing: Proposing,
    shown: Option<Shown>,
    reveal: Option<Subject>,
}

/// What of the test cases lies over the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// What all of them cover.
    Coverage,
    /// Where one of them went, and where it is not as it should be.
    Case(TestCaseId),
}

impl CasesState {
    /// Runs all test cases of the document.
    pub fn run_all(&mut self, document: &Document, revision: u64) {
        self.revision = revision;
        self.results = document.test_cases.values().map(|case| (case.id, run_case(document, case))).collect();
        self.surveyed = Surveyed::of(document, &self.results);
        let failed = self.results.iter().find(|(_, result)| !result.passed()).map(|(case, _)| *case);
        if let Some(failed) = failed {
            self.show(document, failed);
        }
    }

    /// How many passed and how many there are; `None` if they were not run since the last change.
    pub fn passed(&self, revision: u64) -> Option<(usize, usize)> {
        let is_current = self.revision == revision && !self.results.is_empty();
        is_current.then(|| (self.results.values().filter(|result| result.passed()).count(), self.results.len()))
    }

    fn result(&self, case: TestCaseId, revision: u64) -> Option<&CaseResult> {
        self.results.get(&case).filter(|_| self.revision == revision)
    }

    /// Lays the course of a case over the picture, and leads to where it is not as it should be.
    fn show(&mut self, document: &Document, case: TestCaseId) {
        self.shown = Some(Shown::Case(case));
        self.reveal = self.difference_at(document, case);
    }

    fn difference_at(&self, document: &Document, case: TestCaseId) -> Option<Subject> {
        let difference = self.results.get(&case)?.first_difference.as_ref()?;
        difference.node(document.test_cases.get(case)?).map(Subject::Node)
    }

    /// What lies over the picture, if anything of the test cases is to.
    pub fn overlay(&self, context: &ViewContext<'_>) -> Option<Overlay> {
        if self.revision != context.editor.revision() {
            return None;
        }
        let marks = match self.shown? {
            Shown::Coverage => self.surveyed.marks(),
            Shown::Case(case) => {
                let went = coverage::course(self.results.get(&case)?);
                let failed = self.difference_at(context.document, case).map(|at| (at, Mark::Failed));
                went.into_iter().chain(failed).collect()
            }
        };
        Some(Overlay { tokens: Vec::new(), marks })
    }

    /// An element to bring into view, once.
    pub fn take_reveal(&mut self) -> Option<Subject> {
        self.reveal.take()
    }

    /// Nothing of the test cases lies over the picture any more.
    pub fn hide(&mut self) {
        self.shown = None;
    }
}

/// Draws the list with what can be done; `over_picture`: whether a picture is beside it that can show them.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CasesState, over_picture: bool, actions: &mut Vec<Action>) {
    let (texts, revision) = (context.texts, context.editor.revision());
    let cases = &context.document.test_cases;
    if context.document.nodes.is_empty() {
        return;
    }
    let is_key = !cases.is_empty() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F5));
    if is_key {
        state.run_all(context.document, revision);
    }
    Section::new("test-cases", texts.get("play-cases")).count(cases.len()).ui(ui, context.theme, |ui| {
        ui.horizontal_wrapped(|ui| {
            let run = icon_text_button_if(ui, !cases.is_empty(), Icon::Play, texts.get("play-run-all"));
            if run.on_hover_text(texts.get("play-run-all-key")).clicked() {
                state.run_all(context.document, revision);
            }
            let may_propose = !state.proposing.is_under_way();
            if may_propose && icon_text_button(ui, Icon::Tests, texts.get("propose-cases")).clicked() {
                state.proposing.begin(ui.ctx(), context.editor.document());
            }
        });
        if let Some((passed, all)) = state.passed(revision) {
            ui.label(texts.with("play-passed", &[("passed", passed.into()), ("all", all.into())]));
        }
        ScrollArea::vertical().id_salt("test-cases").auto_shrink([false, true]).show(ui, |ui| {
            state.proposing.ui(ui, context, actions);
            if state.passed(revision).is_some() {
                let is_shown = state.shown == Some(Shown::Coverage);
                if let Some(shown) = state.surveyed.ui(ui, context, over_picture.then_some(is_shown)) {
                    state.shown = shown.then_some(Shown::Coverage);
                }
            }
            for case in cases.values() {
                list::row_ui(ui, context, case, state, over_picture, actions);
            }
        });
    });
}
