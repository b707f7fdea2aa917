//! The list of problems: what is wrong, where, and the button that mends it. One click leads there.

use crate::check::{Problem, Severity};
use crate::view::icons::Icon;
use crate::view::theme::Theme;
use crate::view::widgets::secondary_button;
use crate::view::{Action, ViewContext};
use egui::{Color32, RichText, ScrollArea, Sense, Ui, WidgetInfo};

/// Draws all problems, worst first; a sentence if there is none.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, actions: &mut Vec<Action>) {
    if context.problems.is_empty() {
        ui.horizontal(|ui| {
            ui.label(Icon::Check.text(18.0).color(context.theme.success));
            ui.label(context.texts.get("problems-none"));
        });
        return;
    }
    ScrollArea::vertical().id_salt("problems").auto_shrink([false, true]).show(ui, |ui| {
        for problem in context.problems {
            row_ui(ui, context, problem, actions);
        }
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

fn row_ui(ui: &mut Ui, context: &ViewContext<'_>, problem: &Problem, actions: &mut Vec<Action>) {
    let (icon, colour) = sign(context.theme, problem.severity);
    let sentence = context.texts.problem(context.document, problem);
    ui.horizontal(|ui| {
        ui.label(icon.text(18.0).color(colour));
        let fix_width = if problem.fix.is_some() { 220.0 } else { 0.0 };
        let width = (ui.available_width() - fix_width).max(120.0);
        let text = egui::Label::new(RichText::new(&sentence).color(context.theme.text)).wrap().selectable(false).sense(Sense::click());
        let response = ui.allocate_ui(egui::vec2(width, 24.0), |ui| ui.add(text)).inner.on_hover_cursor(egui::CursorIcon::PointingHand);
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
    });
}
