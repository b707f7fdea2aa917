//! The place *Durchspielen*: the desks at the left, the form or the picture in the middle, what happened at the right.

mod aside;
mod case;
mod desk;
mod journal;
mod stage;
mod toolbar;

use crate::edit::{Command, ContentCommand};
use crate::model::{Subject, TestCaseId};
use crate::view::canvas::CanvasState;
use crate::view::test_cases::{self, CasesState};
use crate::view::widgets::{Segment, segmented};
use crate::view::{Action, ViewContext};
use case::Case;
use egui::Ui;

/// Width below which the desks and what happened share one column, in points.
const NARROW: f32 = 900.0;

/// What the one column shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Column {
    #[default]
    Desks,
    Aside,
}

/// What the place remembers.
#[derive(Default)]
pub struct PlayState {
    case: Option<Case>,
    /// Why the last step could not be done, until another one is.
    refusal: Option<String>,
    aside: aside::Tab,
    /// Where there is room for one column only: what it shows.
    column: Column,
    /// Where there is room for one only: the picture instead of the form or answer.
    prefers_picture: bool,
    canvas: CanvasState,
    cases: CasesState,
}

/// Something that the player wants; done after drawing.
enum Wish {
    /// Begin a case, or begin it anew.
    Begin,
    /// Do a step.
    Fire(crate::sim::Step),
    /// Take the last step back.
    Back,
    /// Go back until so many steps are done.
    BackTo(usize),
    /// Lay this offer on the stage; `None` shows the picture.
    Choose(Option<case::Chosen>),
    /// Go on with the document as it is now.
    CarryOver,
    /// Keep the case as a test case.
    Keep,
}

/// Draws the place.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, actions: &mut Vec<Action>) {
    let mut wishes = Vec::new();
    egui::Panel::top("play-toolbar").resizable(false).show(ui, |ui| toolbar::ui(ui, context, state, &mut wishes));
    if ui.available_width() < NARROW {
        column_ui(ui, context, state, &mut wishes, actions);
    } else {
        columns_ui(ui, context, state, &mut wishes, actions);
    }
    egui::CentralPanel::default().show(ui, |ui| stage::ui(ui, context, state, &mut wishes, actions));
    for wish in wishes {
        perform(context, state, wish, actions);
    }
}

/// The desks at the left, what happened at the right.
fn columns_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, wishes: &mut Vec<Wish>, actions: &mut Vec<Action>) {
    let width = ui.available_width();
    let desk = egui::Panel::left("play-desk").default_size(width * 0.21).size_range(160.0..=width * 0.28);
    desk.show(ui, |ui| {
        desk::ui(ui, context, state, wishes);
        test_cases::ui(ui, context, &mut state.cases, true, actions);
    });
    let aside = egui::Panel::right("play-aside").default_size(width * 0.235).size_range(200.0..=width * 0.3);
    aside.show(ui, |ui| aside::ui(ui, context, state, wishes));
}

/// Both in one column, one at a time.
fn column_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, wishes: &mut Vec<Wish>, actions: &mut Vec<Action>) {
    let width = ui.available_width();
    let column = egui::Panel::left("play-column").default_size(width * 0.38).size_range(width * 0.3..=width * 0.45);
    column.show(ui, |ui| {
        ui.add_space(8.0);
        let texts = context.texts;
        let columns = [(Column::Desks, "play-desks"), (Column::Aside, "play-aside")].map(|(it, key)| Segment::word(it, texts.get(key)));
        state.column = segmented(ui, context.theme, &state.column, &columns, false).unwrap_or(state.column);
        match state.column {
            Column::Desks => {
                desk::ui(ui, context, state, wishes);
                test_cases::ui(ui, context, &mut state.cases, true, actions);
            }
            Column::Aside => aside::ui(ui, context, state, wishes),
        }
    });
}

fn perform(context: &ViewContext<'_>, state: &mut PlayState, wish: Wish, actions: &mut Vec<Action>) {
    state.refusal = None;
    if let Wish::Begin = wish {
        match Case::begin(context) {
            Ok(case) => state.case = Some(case),
            Err(fault) => state.refusal = Some(fault),
        }
        return;
    }
    let Some(case) = &mut state.case else { return };
    let before = case.chosen.clone();
    match wish {
        Wish::Begin => {}
        Wish::Fire(step) => state.refusal = case.fire(context, step).err(),
        Wish::Back => case.back(),
        Wish::BackTo(steps) => case.back_to(steps),
        Wish::Choose(chosen) => case.choose(chosen),
        Wish::CarryOver => state.refusal = case.carry_over(context).err(),
        Wish::Keep => {
            let name = context.texts.with("play-case-name", &[("number", (context.document.test_cases.len() + 1).into())]);
            let test = crate::sim::record(&case.run, TestCaseId(0), &name);
            actions.push(Action::ApplyQuietly(Command::Content(ContentCommand::AddTestCase(test))));
            actions.push(Action::Say(context.texts.get("play-kept").to_owned()));
        }
    }
    state.prefers_picture = false;
    if let Some(chosen) = case.chosen.as_ref().filter(|chosen| before.as_ref() != Some(chosen)) {
        state.canvas.reveal(Subject::Node(chosen.node()));
    }
}
