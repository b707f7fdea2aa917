//! The editor of an exercise: name, task, what is hidden, and the goals.

use super::{TrainerState, goal};
use crate::edit::{Command, Record};
use crate::model::{Deed, Exercise, Goal, Hidden, Reached};
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, TextField, card, field_row, icon_text_button, secondary_button, semibold};
use crate::view::{Action, ViewContext};
use egui::{Align, Layout, ScrollArea, Ui};

/// Greatest width of the editor, in points.
const WIDTH: f32 = 640.0;

/// Draws the exercise that is open in the editor.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut TrainerState, actions: &mut Vec<Action>) {
    let Some(exercise) = state.edited(context).cloned() else { return };
    let texts = context.texts;
    ScrollArea::vertical().id_salt("exercise-editor").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(WIDTH.min(ui.available_width()));
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            ui.label(semibold(texts.get("teach-editor"), 20.0));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if secondary_button(ui, texts.get("teach-editor-close")).clicked() {
                    state.edited = None;
                }
            });
        });
        text_ui(ui, context, actions, "teach-name", (&exercise.name, 1), |name| Exercise { name, ..exercise.clone() });
        text_ui(ui, context, actions, "teach-task", (&exercise.task, 4), |task| Exercise { task, ..exercise.clone() });
        ui.label(semibold(texts.get("teach-hides"), 14.0));
        for hidden in Hidden::ALL {
            hidden_ui(ui, context, &exercise, hidden, actions);
        }
        ui.add_space(8.0);
        ui.label(semibold(texts.get("teach-goals"), 14.0));
        for place in 0..exercise.goals.len() {
            card(ui, context.theme, |ui| goal_ui(ui, context, &exercise, place, actions));
            ui.add_space(8.0);
        }
        if icon_text_button(ui, Icon::Add, texts.get("teach-goal-add")).clicked() {
            let mut changed = exercise.clone();
            let reached_when = goal::first(context.document).unwrap_or(Reached::Done(Deed::Played));
            changed.goals.push(Goal { text: String::new(), reached_when, hints: Vec::new() });
            actions.push(put(changed));
        }
        ui.add_space(16.0);
    });
}

fn put(exercise: Exercise) -> Action {
    Action::ApplyQuietly(Command::Put(Record::Exercise(exercise)))
}

/// A text of the exercise with its label.
pub(super) fn text_ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    actions: &mut Vec<Action>,
    key: &str,
    (value, lines): (&str, usize),
    change: impl FnOnce(String) -> Exercise,
) {
    let label = context.texts.get(key);
    field_row(ui, context.theme, label, |ui| {
        let id = ui.scope_id().with(("exercise", key));
        let field = TextField { id, label, value, hint: "", lines };
        field.ui(ui, context, actions, |text| Command::Put(Record::Exercise(change(text))));
    });
}

fn hidden_ui(ui: &mut Ui, context: &ViewContext<'_>, exercise: &Exercise, hidden: Hidden, actions: &mut Vec<Action>) {
    let mut is_hidden = exercise.hides.contains(&hidden);
    if ui.checkbox(&mut is_hidden, context.texts.hidden(hidden)).changed() {
        let others = exercise.hides.iter().copied().filter(|other| *other != hidden);
        let hides = others.chain(is_hidden.then_some(hidden)).collect();
        actions.push(put(Exercise { hides, ..exercise.clone() }));
    }
}

/// A goal: what the learner reads, how it is reached, and its hints, one a line.
fn goal_ui(ui: &mut Ui, context: &ViewContext<'_>, exercise: &Exercise, place: usize, actions: &mut Vec<Action>) {
    let Some(shown) = exercise.goals.get(place) else { return };
    let texts = context.texts;
    let with = |goal: Goal| {
        let mut changed = exercise.clone();
        if let Some(kept) = changed.goals.get_mut(place) {
            *kept = goal;
        }
        changed
    };
    ui.push_id(("goal", place), |ui| {
        ui.horizontal(|ui| {
            ui.label(semibold(&texts.with("teach-goal-number", &[("number", (place + 1).into())]), 14.0));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let label = texts.with("teach-goal-remove", &[("number", (place + 1).into())]);
                if IconButton::new(Icon::Remove, &label).small().ui(ui, context.theme).clicked() {
                    let mut changed = exercise.clone();
                    changed.goals.remove(place);
                    actions.push(put(changed));
                }
            });
        });
        text_ui(ui, context, actions, "teach-goal-text", (&shown.text, 1), |text| with(Goal { text, ..shown.clone() }));
        goal::ui(ui, context, shown, actions, with);
        let hints = shown.hints.join("\n");
        text_ui(ui, context, actions, "teach-goal-hints", (&hints, 3), |text| {
            with(Goal { hints: if text.is_empty() { Vec::new() } else { text.split('\n').map(str::to_owned).collect() }, ..shown.clone() })
        });
    });
}
