//! The place *Durchspielen*: the desks at the left, the form or the picture in the middle, what happened at the right.

mod answer;
mod aside;
mod case;
mod clock;
mod deeds;
mod desk;
mod doubles;
mod example;
mod journal;
mod letters;
mod motion;
mod perform;
mod picture;
mod seen;
mod stage;
mod toolbar;
mod values;

use crate::check::Problem;
use crate::model::{FlowId, NodeId, Subject};
use crate::sim::{Doubles, Run, Step, Stops};
use crate::view::canvas::CanvasState;
use crate::view::teach::{self, TrainerState};
use crate::view::test_cases::{self, CasesState};
use crate::view::widgets::{Segment, segmented};
use crate::view::{Action, Selection, ViewContext};
use case::Case;
use egui::Ui;
use motion::Pace;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

/// Width below which the desks and what happened share one column, in points.
const NARROW: f32 = 900.0;

/// The least width of that column: the switch has room in it, in points.
const COLUMN: f32 = 216.0;

/// Time between two pictures of a movement.
const FRAME: Duration = Duration::from_millis(16);

/// What the one column shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Column {
    #[default]
    Desks,
    Aside,
}

/// What the place remembers.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "switches that have nothing to do with each other")]
pub struct PlayState {
    cases: Vec<Case>,
    /// The case that is looked at.
    shown: usize,
    /// The problem whose counterexample is to be shown.
    wished: Option<Problem>,
    /// How many cases were begun; their names count on.
    begun: usize,
    /// Why the last step could not be done, until another one is.
    refusal: Option<String>,
    /// How base services behave, in all cases.
    doubles: Doubles,
    /// Whether the next answer of a service is to be given from then on.
    remembers: bool,
    /// Before which nodes playing stops.
    breaks: BTreeSet<NodeId>,
    /// Whether it stops before every node.
    is_single: bool,
    /// Whether it goes on by itself.
    is_auto: bool,
    /// Whether tokens on the picture stand still just now.
    is_paused: bool,
    pace: Pace,
    /// What is selected on the picture.
    selection: Selection,
    typed: clock::Typed,
    aside: aside::Tab,
    /// Fields whose earlier values are shown.
    open_values: BTreeSet<String>,
    /// Whether the history is drawn from its beginning, however long it is.
    shows_all: bool,
    /// Where there is room for one column only: what it shows.
    column: Column,
    /// Where there is room for one only: the picture instead of the form or answer.
    prefers_picture: bool,
    tests: CasesState,
    trainer: TrainerState,
    /// The picture on which coverage by test cases is shown.
    picture: CanvasState,
}

impl PlayState {
    /// Plays the counterexample of a problem as soon as the place is drawn.
    pub fn show_problem(&mut self, problem: Problem) {
        self.wished = Some(problem);
    }

    /// The test cases.
    pub fn tests(&self) -> &CasesState {
        &self.tests
    }

    /// The test cases, for bringing what was searched for.
    pub fn tests_mut(&mut self) -> &mut CasesState {
        &mut self.tests
    }

    /// All cases, each as far as one is in it.
    pub fn runs(&self) -> Vec<&Run> {
        self.cases.iter().map(Case::run).collect()
    }

    fn add(&mut self, case: Case) {
        self.cases.push(case);
        self.shown = self.cases.len() - 1;
        self.is_auto = false;
        self.selection = Selection::default();
    }

    fn case(&self) -> Option<&Case> {
        self.cases.get(self.shown)
    }

    /// Before which nodes tokens are held.
    fn stops(&self) -> Arc<Stops> {
        Arc::new(match (self.is_single, self.breaks.is_empty()) {
            (true, _) => Stops::Everywhere,
            (false, true) => Stops::Nowhere,
            (false, false) => Stops::At(self.breaks.clone()),
        })
    }
}

/// Something that the player wants; done after drawing.
enum Wish {
    /// Begin another case.
    New,
    /// Begin the shown case anew.
    Again,
    /// Look at the case of that place.
    Show(usize),
    /// Close the case of that place.
    Close(usize),
    /// Do a step.
    Fire(Step),
    /// Go to the moment after so many steps, back or forth.
    GoTo(usize),
    /// What if the gateway had decided otherwise in the step of that place.
    Otherwise { place: usize, node: NodeId, flow: FlowId },
    /// Lay this offer on the stage; `None` shows the picture.
    Choose(Option<case::Chosen>),
    /// Go on with the document as it is now.
    CarryOver,
    /// Keep the case as a test case.
    Keep,
    /// Go on by itself, or no longer.
    Auto(bool),
    /// Stop before every node, or no longer.
    Single(bool),
    /// Stop before this node, or no longer.
    ToggleBreak(NodeId),
    /// A base service or a script behaves like this from now on.
    SetDouble(crate::sim::Answerer, crate::sim::Double),
    /// Select on the picture.
    Select(Selection),
    /// Show it where it is edited.
    Reveal(Subject),
}

/// Draws the place.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, actions: &mut Vec<Action>) {
    if let Some(problem) = state.wished.take() {
        example::open(context, state, &problem);
        ui.ctx().request_repaint();
    }
    perform::tick(ui, context, state);
    state.tests.follow(context);
    let mut wishes = Vec::new();
    egui::Panel::top("play-toolbar").resizable(false).show(ui, |ui| toolbar::ui(ui, context, state, &mut wishes));
    if ui.available_width() < NARROW {
        column_ui(ui, context, state, &mut wishes, actions);
    } else {
        columns_ui(ui, context, state, &mut wishes, actions);
    }
    egui::CentralPanel::default().show(ui, |ui| match state.trainer.edited(context) {
        Some(_) => teach::editor_ui(ui, context, &mut state.trainer, actions),
        None => stage::ui(ui, context, state, &mut wishes, actions),
    });
    for wish in wishes {
        ui.ctx().request_repaint();
        perform::perform(context, state, wish, actions);
    }
}

/// Whether the system or the settings ask for no motion.
fn is_still(ui: &Ui) -> bool {
    ui.style().animation_time <= 0.0
}

/// The desks at the left, what happened at the right.
fn columns_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, wishes: &mut Vec<Wish>, actions: &mut Vec<Action>) {
    let width = ui.available_width();
    let desk = egui::Panel::left("play-desk").default_size(width * 0.21).size_range(160.0..=width * 0.28);
    desk.show(ui, |ui| {
        desks_ui(ui, context, state, wishes, actions);
    });
    let aside = egui::Panel::right("play-aside").default_size(width * 0.235).size_range(200.0..=width * 0.3);
    aside.show(ui, |ui| aside::ui(ui, context, state, wishes));
}

/// The desks, with exercises and test cases below them.
fn desks_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, wishes: &mut Vec<Wish>, actions: &mut Vec<Action>) {
    desk::ui(ui, context, state, wishes);
    // Without an exercise the test cases come first: long lists leave little room below them.
    let has_exercises = !context.document.exercises.is_empty();
    if has_exercises {
        teach::list_ui(ui, context, &mut state.trainer, actions);
    }
    test_cases::ui(ui, context, &mut state.tests, true, actions);
    if !has_exercises {
        teach::list_ui(ui, context, &mut state.trainer, actions);
    }
}

/// Both in one column, one at a time.
fn column_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, wishes: &mut Vec<Wish>, actions: &mut Vec<Action>) {
    let width = ui.available_width();
    let range = (width * 0.3).max(COLUMN)..=(width * 0.45).max(COLUMN);
    let column = egui::Panel::left("play-column").default_size(width * 0.38).size_range(range);
    column.show(ui, |ui| {
        ui.add_space(8.0);
        let texts = context.texts;
        let columns = [(Column::Desks, "play-desks"), (Column::Aside, "play-aside")].map(|(it, key)| Segment::word(it, texts.get(key)));
        state.column = segmented(ui, context.theme, &state.column, &columns, false).unwrap_or(state.column);
        match state.column {
            Column::Desks => desks_ui(ui, context, state, wishes, actions),
            Column::Aside => aside::ui(ui, context, state, wishes),
        }
    });
}
