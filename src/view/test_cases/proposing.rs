//! Missing test cases: asked for, then offered one by one.

use super::searching::{Found, Search};
use crate::edit::{Command, CommandName, ContentCommand};
use crate::layout::progress::Progress;
use crate::model::{Document, TestCase};
use crate::sim::{Proposed, Target};
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, primary_button, secondary_button, semibold};
use crate::view::{Action, ViewContext};
use egui::{Align, Label, Layout, ProgressBar, RichText, Ui};
use std::sync::Arc;
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
    UnderWay { wanted: Option<Target>, progress: Arc<Progress> },
    /// They are there.
    Offered(Found),
}

impl Proposing {
    /// Whether they are being searched for.
    pub fn is_under_way(&self) -> bool {
        matches!(self, Self::UnderWay { .. })
    }

    /// What they are to cover, if it is something of its own.
    pub fn wanted(&self) -> Option<&Target> {
        match self {
            Self::Idle => None,
            Self::UnderWay { wanted, .. } | Self::Offered(Found { wanted, .. }) => wanted.as_ref(),
        }
    }

    /// Begins a search for all that is missing, or for what covers this.
    pub fn begin(&mut self, document: &Arc<Document>, wanted: Option<Target>) -> Action {
        let progress = Arc::new(Progress::default());
        *self = Self::UnderWay { wanted: wanted.clone(), progress: Arc::clone(&progress) };
        Action::SearchCases(Search { document: Arc::clone(document), wanted, progress })
    }

    /// Takes what was found, if it was asked for here and is still wanted; else gives it back.
    pub fn take(&mut self, found: Found) -> Option<Found> {
        match self {
            Self::UnderWay { progress, .. } if Arc::ptr_eq(progress, &found.progress) => {
                *self = Self::Offered(found);
                None
            }
            _ => Some(found),
        }
    }

    /// Progress or offers; tells whether an offer was taken.
    pub fn ui(&mut self, ui: &mut Ui, context: &ViewContext<'_>, actions: &mut Vec<Action>) -> bool {
        match self {
            Self::Idle => false,
            Self::UnderWay { progress, .. } => {
                ui.ctx().request_repaint_after(BEAT);
                if progress_ui(ui, context, progress.share()) {
                    progress.cancel();
                    *self = Self::Idle;
                }
                false
            }
            Self::Offered(found) => {
                let count = actions.len();
                if found.ui(ui, context, actions) {
                    *self = Self::Idle;
                }
                actions.len() > count
            }
        }
    }
}

/// The progress of a search; tells whether it is given up.
fn progress_ui(ui: &mut Ui, context: &ViewContext<'_>, share: f32) -> bool {
    let row = ui.horizontal(|ui| {
        let width = (ui.available_width() - 110.0).min(360.0);
        ui.add(ProgressBar::new(share).desired_width(width).text(context.texts.get("propose-searching")));
        secondary_button(ui, context.texts.get("propose-cancel")).clicked()
    });
    row.inner
}

impl Found {
    /// The offers; tells whether they are done with.
    fn ui(&mut self, ui: &mut Ui, context: &ViewContext<'_>, actions: &mut Vec<Action>) -> bool {
        if let Some(wanted) = &self.wanted {
            return self.one_ui(ui, context, wanted, actions);
        }
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
        if self.untried > 0 {
            ui.add(Label::new(texts.with("propose-untried", &[("count", self.untried.into())])).wrap());
        }
        self.open_ui(ui, context);
        ui.separator();
        is_done
    }

    /// The offer that covers what was wanted, or why there is none; tells whether it is done with.
    fn one_ui(&self, ui: &mut Ui, context: &ViewContext<'_>, wanted: &Target, actions: &mut Vec<Action>) -> bool {
        let texts = context.texts;
        let soft = |text: String| Label::new(RichText::new(text).size(12.0).color(context.theme.text_soft)).wrap();
        ui.add(soft(texts.target(&self.document, wanted)));
        let Some(proposed) = self.cases.first() else {
            let reason = self.open.first().map(|(_, reason)| texts.reason(&self.document, reason)).unwrap_or_default();
            ui.add(Label::new(texts.with("propose-none-for", &[("reason", (&reason).into())])).wrap());
            return secondary_button(ui, texts.get("propose-close")).clicked();
        };
        ui.add(Label::new(semibold(&proposed.case.name, 14.0)).wrap());
        ui.add(soft(texts.proposed(&self.document, proposed)));
        let row = ui.horizontal(|ui| {
            let is_taken = primary_button(ui, context.theme, texts.get("propose-take-one")).clicked();
            if is_taken {
                actions.push(Action::ApplyQuietly(take(context, proposed.clone())));
            }
            is_taken | secondary_button(ui, texts.get("propose-close")).clicked()
        });
        row.inner
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
