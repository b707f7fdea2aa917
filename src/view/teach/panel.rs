//! The panel with which the learner works: the task, the goals with their state, hints, and the result.

use crate::model::Goal;
use crate::teach::Learning;
use crate::view::forms::{Look, markdown_ui};
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, field_row, primary_button, quiet_button, secondary_button, semibold};
use crate::view::{Action, ViewContext};
use egui::{Align, Label, Layout, RichText, ScrollArea, TextEdit, Ui};

/// What the panel remembers.
#[derive(Default)]
pub struct LearnerState {
    /// What the learner typed as the name for the result; may stay empty.
    name: String,
    /// Whether the result is shown.
    is_finished: bool,
    /// Where the panel ended at the right when it was last drawn, in points.
    right: f32,
}

impl LearnerState {
    /// How much of the window's left the panel takes, in points.
    pub fn right(&self) -> f32 {
        self.right
    }
}

/// Draws the panel.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, learning: &mut Learning, state: &mut LearnerState, actions: &mut Vec<Action>) {
    let texts = context.texts;
    state.right = ui.max_rect().right();
    egui::Panel::bottom("exercise-result").resizable(false).frame(egui::Frame::new().inner_margin(4)).show(ui, |ui| {
        if state.is_finished {
            result_ui(ui, context, learning, state, actions);
        } else if primary_button(ui, context.theme, texts.get("teach-done")).clicked() {
            state.is_finished = true;
        }
    });
    ScrollArea::vertical().id_salt("exercise-panel").auto_shrink(false).show(ui, |ui| {
        ui.add_space(4.0);
        ui.horizontal_top(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                if IconButton::new(Icon::Close, texts.get("teach-end")).small().ui(ui, context.theme).clicked() {
                    actions.push(Action::EndExercise);
                }
                ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                    ui.add(Label::new(semibold(&learning.exercise().name, 16.0)).wrap());
                });
            });
        });
        markdown_ui(ui, Look::of(context), &learning.exercise().task);
        ui.add_space(8.0);
        ui.label(semibold(texts.get("teach-goals"), 14.0));
        let wished = goals_ui(ui, context, learning, state.is_finished);
        if let Some(place) = wished {
            learning.show_hint(place);
        }
    });
}

/// The goals; answers with the place of the one for which a hint is wished.
fn goals_ui(ui: &mut Ui, context: &ViewContext<'_>, learning: &Learning, is_finished: bool) -> Option<usize> {
    let mut wished = None;
    for (place, (goal, is_reached, hints)) in learning.goals().enumerate() {
        goal_ui(ui, context, goal, is_reached, hints);
        let has_more = hints.len() < goal.hints.len() && !is_reached && !is_finished;
        let key = if hints.is_empty() { "teach-hint" } else { "teach-hint-next" };
        if has_more && quiet_button(ui, Some(Icon::Information), context.texts.get(key)).clicked() {
            wished = Some(place);
        }
        ui.add_space(4.0);
    }
    wished
}

fn goal_ui(ui: &mut Ui, context: &ViewContext<'_>, goal: &Goal, is_reached: bool, hints: &[String]) {
    let (texts, theme) = (context.texts, context.theme);
    let (icon, colour, word) =
        if is_reached { (Icon::Check, theme.success, "teach-reached") } else { (Icon::Due, theme.text_soft, "teach-open") };
    ui.horizontal_top(|ui| {
        ui.label(icon.text(18.0).color(colour));
        ui.vertical(|ui| {
            ui.add(Label::new(&goal.text).wrap());
            ui.label(RichText::new(texts.get(word)).size(12.0).color(colour));
            for hint in hints {
                ui.add(Label::new(RichText::new(hint).size(12.0).color(theme.text_soft)).wrap());
            }
        });
    });
}

fn result_ui(ui: &mut Ui, context: &ViewContext<'_>, learning: &Learning, state: &mut LearnerState, actions: &mut Vec<Action>) {
    let texts = context.texts;
    let count = |is_meant: bool| learning.goals().filter(|(_, is_reached, _)| *is_reached || !is_meant).count();
    let numbers = [("reached", count(true).into()), ("all", count(false).into())];
    ui.label(semibold(&texts.with("teach-sheet-reached", &numbers), 14.0));
    ui.add(Label::new(texts.get(if learning.is_done() { "teach-result-all" } else { "teach-result-open" })).wrap());
    let label = texts.get("teach-learner");
    field_row(ui, context.theme, label, |ui| {
        let edit = TextEdit::singleline(&mut state.name).hint_text(texts.get("teach-learner-hint")).desired_width(f32::INFINITY);
        let response = ui.add(edit);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
    });
    ui.horizontal_wrapped(|ui| {
        if primary_button(ui, context.theme, texts.get("teach-save-result")).clicked() {
            actions.push(Action::SaveResult(state.name.clone()));
        }
        if secondary_button(ui, texts.get("teach-go-on")).clicked() {
            state.is_finished = false;
        }
    });
}
