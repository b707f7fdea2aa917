//! Exercises: the trainer's list, the editor of one, and the panel with which the learner works.

mod editor;
mod goal;
mod panel;

use crate::edit::{Command, ContentCommand};
use crate::model::{Exercise, ExerciseId, Subject};
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, Section, icon_text_button, secondary_button};
use crate::view::{Action, ViewContext};
use egui::{Align, Label, Layout, RichText, Ui};

pub use editor::ui as editor_ui;
pub use panel::{LearnerState, ui as panel_ui};

/// What the trainer's list remembers.
#[derive(Default)]
pub struct TrainerState {
    edited: Option<ExerciseId>,
}

impl TrainerState {
    /// The exercise that is open in the editor, if it is still there.
    pub fn edited<'a>(&self, context: &'a ViewContext<'_>) -> Option<&'a Exercise> {
        context.document.exercises.get(self.edited?)
    }
}

/// Draws the exercises of the document with what can be done with them.
pub fn list_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut TrainerState, actions: &mut Vec<Action>) {
    let texts = context.texts;
    let exercises = &context.document.exercises;
    let section = Section::new("exercises", texts.get("teach-exercises")).count(exercises.len());
    let section = if exercises.is_empty() { section.folded() } else { section };
    section.ui(ui, context.theme, |ui| {
        if icon_text_button(ui, Icon::Add, texts.get("teach-new")).clicked() {
            let name = texts.with("teach-new-name", &[("number", (exercises.len() + 1).into())]);
            let exercise = Exercise { id: ExerciseId(0), name, task: String::new(), hides: Vec::new(), goals: Vec::new() };
            actions.push(Action::ApplyQuietly(Command::Content(ContentCommand::AddExercise(exercise))));
            // Numbers are given in order: the new one gets the next.
            state.edited = Some(ExerciseId(context.document.next_id));
        }
        for exercise in exercises.values() {
            row_ui(ui, context, exercise, state, actions);
        }
    });
}

fn row_ui(ui: &mut Ui, context: &ViewContext<'_>, exercise: &Exercise, state: &mut TrainerState, actions: &mut Vec<Action>) {
    let (texts, theme) = (context.texts, context.theme);
    let told = |key: &str| texts.with(key, &[("name", (&exercise.name).into())]);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if IconButton::new(Icon::Remove, &told("teach-remove")).small().ui(ui, theme).clicked() {
                actions.push(Action::ApplyQuietly(Command::Remove(vec![Subject::Exercise(exercise.id)])));
            }
            let is_edited = state.edited == Some(exercise.id);
            if IconButton::new(Icon::Edit, &told("teach-edit")).small().selected(is_edited).ui(ui, theme).clicked() {
                state.edited = (!is_edited).then_some(exercise.id);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(Label::new(&exercise.name).wrap()));
        });
    });
    if exercise.goals.is_empty() {
        ui.add(Label::new(RichText::new(texts.get("teach-no-goals")).size(12.0).color(theme.text_soft)).wrap());
        return;
    }
    let begin = secondary_button(ui, texts.get("teach-begin"));
    begin.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, told("teach-begin-name")));
    if begin.clicked() {
        actions.push(Action::BeginExercise(exercise.id));
    }
}
