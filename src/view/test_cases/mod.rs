//! The test cases: run one or all, see which fail and where, what they cover, and what cases are missing.

mod badges;
mod coverage;
mod gaps;
mod list;
mod numbers;
mod proposing;
mod searching;

pub use coverage::Coverage;
pub use searching::{Found, Search};

use crate::i18n::Language;
use crate::model::{Document, NodeId, Subject, TestCaseId};
use crate::sim::{CaseResult, Group, run_case};
use crate::view::canvas::{Badge, Mark, Overlay};
use crate::view::icons::Icon;
use crate::view::widgets::{Section, icon_text_button, icon_text_button_if};
use crate::view::{Action, ViewContext};
use egui::{Key, Modifiers, ScrollArea, Ui};
use proposing::Proposing;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Results at one state of the document, what they cover, and what is proposed.
#[derive(Default)]
pub struct CasesState {
    revision: u64,
    results: BTreeMap<TestCaseId, CaseResult>,
    coverage: Arc<Coverage>,
    proposing: Proposing,
    shown: Option<Shown>,
    /// Of what the list tells what is not covered.
    scope: Option<Scope>,
    /// The badges that were drawn last, and for which canvas and language.
    badges: Option<(Option<NodeId>, Language, Arc<[Badge]>)>,
    /// The revision from which a proposed case leads on: all cases run again after it.
    leaves: Option<u64>,
    reveal: Option<Subject>,
    /// The case that is being renamed, with what was typed.
    renaming: Option<(TestCaseId, String)>,
}

/// What the list of what is not covered tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    /// What is inside of this node.
    At(NodeId),
    /// All of a kind.
    Of(Group),
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
        self.coverage = Arc::new(Coverage::of(document, &self.results));
        self.badges = None;
        self.scope.take_if(|scope| matches!(scope, Scope::At(node) if !document.nodes.contains(*node)));
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

    /// What lies over the picture, if anything of the test cases is to; the picture shows the content of this closed sub-process, or the
    /// process itself.
    pub fn overlay(&mut self, context: &ViewContext<'_>, inside: Option<NodeId>) -> Option<Overlay> {
        if self.revision != context.editor.revision() {
            return None;
        }
        Some(match self.shown? {
            Shown::Coverage => Overlay { marks: self.coverage.marks(), badges: self.badges(context, inside), ..Overlay::default() },
            Shown::Case(case) => {
                let went = coverage::course(self.results.get(&case)?);
                let failed = self.difference_at(context.document, case).map(|at| (at, Mark::Failed));
                Overlay { marks: went.into_iter().chain(failed).collect(), ..Overlay::default() }
            }
        })
    }

    fn badges(&mut self, context: &ViewContext<'_>, inside: Option<NodeId>) -> Arc<[Badge]> {
        let language = context.texts.language();
        match &self.badges {
            Some((drawn, said, badges)) if (*drawn, *said) == (inside, language) => Arc::clone(badges),
            _ => {
                let badges = badges::badges(context.document, context.texts, &self.coverage, inside);
                self.badges = Some((inside, language, Arc::clone(&badges)));
                badges
            }
        }
    }

    /// What is covered, while that is shown for this revision.
    pub fn coverage(&self, revision: u64) -> Option<Arc<Coverage>> {
        (self.revision == revision && self.shown == Some(Shown::Coverage)).then(|| Arc::clone(&self.coverage))
    }

    /// Lists what is not covered inside of a node.
    pub fn list_gaps(&mut self, node: NodeId) {
        self.scope = Some(Scope::At(node));
    }

    /// Whether the list of what is not covered is to be seen.
    pub fn has_gaps(&self) -> bool {
        self.scope.is_some() && self.shown == Some(Shown::Coverage)
    }

    /// Draws the list of what is not covered.
    pub fn gaps_ui(&mut self, ui: &mut Ui, context: &ViewContext<'_>, actions: &mut Vec<Action>) {
        if let Some(scope) = self.scope {
            gaps::ui(ui, context, self, scope, actions);
        }
    }

    /// Takes what a search found, if it was asked for here; else gives it back.
    pub fn take_found(&mut self, found: Found) -> Option<Found> {
        self.proposing.take(found)
    }

    /// Runs all cases again after a proposed one was taken, so that what it covers is seen.
    pub fn follow(&mut self, context: &ViewContext<'_>) {
        let revision = context.editor.revision();
        if self.leaves.is_some_and(|leaves| leaves != revision) {
            self.leaves = None;
            self.run_all(context.document, revision);
        }
    }

    fn proposals_ui(&mut self, ui: &mut Ui, context: &ViewContext<'_>, actions: &mut Vec<Action>) {
        if self.proposing.ui(ui, context, actions) {
            self.leaves = Some(context.editor.revision());
        }
    }

    /// An element to bring into view, once.
    pub fn take_reveal(&mut self) -> Option<Subject> {
        self.reveal.take()
    }

    /// Nothing of the test cases lies over the picture any more.
    pub fn hide(&mut self) {
        self.shown = None;
        self.scope = None;
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
                actions.push(state.proposing.begin(context.editor.document(), None));
            }
        });
        if let Some((passed, all)) = state.passed(revision) {
            ui.label(texts.with("play-passed", &[("passed", passed.into()), ("all", all.into())]));
        }
        ScrollArea::vertical().id_salt("test-cases").auto_shrink([false, true]).show(ui, |ui| {
            // What one thing is proposed for is offered in the list where it was asked for.
            if state.proposing.wanted().is_none() || !state.has_gaps() {
                state.proposals_ui(ui, context, actions);
            }
            if state.passed(revision).is_some() {
                numbers::ui(ui, context, state, over_picture);
            }
            for case in cases.values() {
                list::row_ui(ui, context, case, state, over_picture, actions);
            }
        });
    });
}
