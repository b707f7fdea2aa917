//! Missing test cases: searched for beside the window, then offered one by one.

use crate::edit::{Command, CommandName, ContentCommand};
use crate::layout::progress::Progress;
use crate::model::{Document, TestCase};
use crate::sim::{Proposal, Proposed, Survey, Target, propose, usual_beginning};
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, primary_button, secondary_button, semibold};
use crate::view::{Action, ViewContext};
use egui::{Align, Context, Label, Layout, ProgressBar, RichText, Ui};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

/// Most open targets that are listed.
const MOST_OPEN: usize = 20;
/// How often the progress is shown anew.
const BEAT: Duration = Duration::from_millis(100);

/// How far the proposals are.
#[derive(Default)]
pub(super) enum Proposing {
    /// Nobody asked for any.
    #[default]
    Idle,
    /// They are being searched for.
    UnderWay { progress: Arc<Progress>, answer: Receiver<Found> },
    /// They are there.
    Offered(Found),
}

/// What was found.
pub(super) struct Found {
    /// The document for which it was searched.
    document: Arc<Document>,
    cases: Vec<Proposed>,
    /// What stays open, with the reason.
    open: Vec<(Target, crate::sim::Reason)>,
}

impl Proposing {
    /// Whether they are being searched for.
    pub fn is_under_way(&self) -> bool {
        matches!(self, Self::UnderWay { .. })
    }

    /// Begins to search on a thread beside the window.
    pub fn begin(&mut self, context: &Context, document: &Arc<Document>) {
        let (sender, answer) = channel();
        let progress = Arc::new(Progress::default());
        let (told, document, context) = (Arc::clone(&progress), Arc::clone(document), context.clone());
        std::thread::spawn(move || {
            let found = search(&document, &told);
            // Given up meanwhile: nobody is interested.
            if sender.send(Found { document, ..found }).is_ok() {
                context.request_repaint();
            }
        });
        *self = Self::UnderWay { progress, answer };
    }

    /// Progress or offers.
    pub fn ui(&mut self, ui: &mut Ui, context: &ViewContext<'_>, actions: &mut Vec<Action>) {
        self.take_answer();
        match self {
            Self::Idle => {}
            Self::UnderWay { progress, .. } => {
                ui.ctx().request_repaint_after(BEAT);
                let share = progress.share();
                let is_cancelled = ui
                    .horizontal(|ui| {
                        ui.add(
                            ProgressBar::new(share)
                                .desired_width(ui.available_width() - 110.0)
                                .text(context.texts.get("propose-searching")),
                        );
                        secondary_button(ui, context.texts.get("propose-cancel")).clicked()
                    })
                    .inner;
                if is_cancelled {
                    progress.cancel();
                    *self = Self::Idle;
                }
            }
            Self::Offered(found) => {
                if found.ui(ui, context, actions) {
                    *self = Self::Idle;
                }
            }
        }
    }

    fn take_answer(&mut self) {
        let Self::UnderWay { answer, .. } = self else { return };
        match answer.try_recv() {
            Ok(found) => *self = Self::Offered(found),
            Err(TryRecvError::Disconnected) => *self = Self::Idle,
            Err(TryRecvError::Empty) => {}
        }
    }
}

/// Searches in each process for what its test cases do not cover.
fn search(document: &Arc<Document>, progress: &Progress) -> Found {
    let mut found = Found { document: Arc::clone(document), cases: Vec::new(), open: Vec::new() };
    let is_drawn = |process: &crate::model::ProcessId| document.nodes.values().any(|node| node.process == *process);
    let processes: Vec<_> = document.processes.keys().filter(is_drawn).collect();
    for (number, process) in processes.iter().enumerate() {
        let told = |share: f64| progress.tell((number as f64 + share) / processes.len() as f64);
        let before = Survey::of(document, *process).of_cases(document, *process);
        if let Ok(Some(Proposal { cases, open, .. })) = propose(document, *process, usual_beginning(document), &before, &told) {
            found.cases.extend(cases);
            found.open.extend(open);
        }
    }
    found
}

impl Found {
    /// The offers; tells whether they are done with.
    fn ui(&mut self, ui: &mut Ui, context: &ViewContext<'_>, actions: &mut Vec<Action>) -> bool {
        let texts = context.texts;
        let mut is_done = false;
        ui.add_space(4.0);
        ui.label(semibold(&texts.with("propose-found", &[("count", self.cases.len().into())]), 14.0));
        ui.horizontal_wrapped(|ui| {
            if !self.cases.is_empty() && primary_button(ui, context.theme, texts.get("propose-take-all")).clicked() {
                let commands = self.cases.drain(..).map(|proposed| take(context, proposed)).collect();
                actions.push(Action::ApplyQuietly(Command::Batch { name: CommandName::ChangeTestCase, commands }));
                is_done = true;
            }
            is_done |= secondary_button(ui, texts.get("propose-close")).clicked();
        });
        let mut taken = None;
        for (place, proposed) in self.cases.iter().enumerate() {
            if self.case_ui(ui, context, proposed) {
                taken = Some(place);
            }
        }
        if let Some(place) = taken {
            actions.push(Action::ApplyQuietly(take(context, self.cases.remove(place))));
        }
        self.open_ui(ui, context);
        ui.separator();
        is_done
    }

    /// An offer; tells whether it is taken.
    fn case_ui(&self, ui: &mut Ui, context: &ViewContext<'_>, proposed: &Proposed) -> bool {
        let texts = context.texts;
        let mut is_taken = false;
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                let name = texts.with("propose-take", &[("name", (&proposed.case.name).into())]);
                is_taken = IconButton::new(Icon::Add, &name).small().ui(ui, context.theme).clicked();
                ui.with_layout(Layout::left_to_right(Align::Min), |ui| ui.add(Label::new(&proposed.case.name).wrap()));
            });
        });
        let told = texts.proposed(&self.document, proposed);
        ui.add(Label::new(RichText::new(told).size(12.0).color(context.theme.text_soft)).wrap());
        is_taken
    }

    fn open_ui(&self, ui: &mut Ui, context: &ViewContext<'_>) {
        if self.open.is_empty() {
            return;
        }
        let texts = context.texts;
        let title = texts.with("propose-open-count", &[("count", self.open.len().into())]);
        egui::CollapsingHeader::new(RichText::new(title).size(12.0)).id_salt("propose-open").show(ui, |ui| {
            for (target, reason) in self.open.iter().take(MOST_OPEN) {
                let sentence = format!("{}: {}", texts.target(&self.document, target), texts.reason(&self.document, reason));
                ui.add(Label::new(RichText::new(sentence).size(12.0)).wrap());
            }
        });
    }
}

/// The command that keeps a proposed case, with what it shows as its description.
fn take(context: &ViewContext<'_>, proposed: Proposed) -> Command {
    let description = context.texts.proposed(context.document, &proposed);
    Command::Content(ContentCommand::AddTestCase(TestCase { description, ..proposed.case }))
}
