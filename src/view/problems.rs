//! The list of problems: what is wrong, where, and the button that mends it. One click leads there.

use crate::check::{Problem, Severity};
use crate::model::Hidden;
use crate::view::icons::Icon;
use crate::view::theme::Theme;
use crate::view::widgets::{icon_text_button_if, rows_ui, secondary_button};
use crate::view::{Action, ViewContext};
use egui::{Color32, RichText, ScrollArea, Sense, Ui, WidgetInfo};

/// Height of a row without a button, in points; a sentence that needs more lines makes it higher.
const ROW: f32 = 24.0;
/// In longer lists each sentence is cut to one line and all rows are equally high, so that only those in view are laid out.
const LONG: usize = 300;
const ROW_OF_LONG: f32 = 32.0;
/// Width that is kept for each button of a row, in points.
const BUTTON: f32 = 220.0;

/// Draws all problems, worst first; a sentence if there is none.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, actions: &mut Vec<Action>) {
    if context.hides.contains(&Hidden::Problems) {
        ui.add(egui::Label::new(context.texts.get("teach-is-hidden")).wrap());
        return;
    }
    if context.problems.is_empty() {
        ui.horizontal(|ui| {
            ui.label(Icon::Check.text(18.0).color(context.theme.success));
            ui.label(context.texts.get("problems-none"));
        });
        return;
    }
    ScrollArea::vertical().id_salt("problems").auto_shrink([false, true]).show(ui, |ui| {
        let is_long = context.problems.len() > LONG;
        rows_ui(ui, if is_long { ROW_OF_LONG } else { ROW }, context.problems.len(), |ui, row| {
            if let Some(problem) = context.problems.get(row) {
                row_ui(ui, context, problem, is_long, actions);
            }
        });
    });
}

/// Sign and colour of a severity.
pub fn sign(theme: &Theme, severity: Severity) -> (Icon, Color32) {
    match severity {
        Severity::Error => (Icon::Error, theme.error),
        Severity::Warning => (Icon::Warning, theme.warning),
        Severity::Hint => (Icon::Information, theme.information),
    }
}

/// The button that plays the counterexample of a problem, if it has one.
pub fn play_ui(ui: &mut Ui, context: &ViewContext<'_>, problem: &Problem, actions: &mut Vec<Action>) {
    if problem.counterexample.is_some() && icon_text_button_if(ui, true, Icon::Play, context.texts.get("check-play")).clicked() {
        actions.push(Action::PlayProblem(Box::new(problem.clone())));
    }
}

fn row_ui(ui: &mut Ui, context: &ViewContext<'_>, problem: &Problem, is_cut: bool, actions: &mut Vec<Action>) {
    let (icon, colour) = sign(context.theme, problem.severity);
    let sentence = context.texts.problem(context.document, problem);
    ui.horizontal(|ui| {
        if is_cut {
            ui.set_height(ROW_OF_LONG);
        }
        ui.label(icon.text(18.0).color(colour));
        let buttons = usize::from(problem.fix.is_some()) + usize::from(problem.counterexample.is_some());
        let width = (ui.available_width() - BUTTON * buttons as f32).max(120.0);
        let text = egui::Label::new(RichText::new(&sentence).color(context.theme.text)).selectable(false).sense(Sense::click());
        let text = if is_cut { text.truncate() } else { text.wrap() };
        let response = ui.allocate_ui(egui::vec2(width, ROW), |ui| ui.add(text)).inner.on_hover_cursor(egui::CursorIcon::PointingHand);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, &sentence));
        if response.clicked()
            && let Some(at) = problem.at.first()
        {
            actions.push(Action::Reveal(*at, problem.aspect));
        }
        if let Some(fix) = &problem.fix
            && secondary_button(ui, context.texts.get(fix.label)).clicked()
        {
            actions.push(Action::Apply(fix.command.clone()));
        }
        play_ui(ui, context, problem, actions);
    });
}
