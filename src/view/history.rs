//! The steps that were taken: each can be gone back to, and those that are undone can be done again.

use super::icons::Icon;
use super::widgets::semibold;
use super::{Action, ViewContext};
use crate::edit::Step;
use egui::{Button, RichText, Role, ScrollArea, Ui, WidgetInfo};

/// Draws the list, newest first.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, actions: &mut Vec<Action>) {
    let history = context.editor.history();
    let steps: Vec<&Step> = history.steps().collect();
    ScrollArea::vertical().id_salt("history").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, step) in steps.iter().enumerate().rev() {
            let text = step_text(context, step);
            row_ui(ui, context, index + 1, &text, actions);
        }
        row_ui(ui, context, 0, context.texts.get("history-start"), actions);
    });
}

fn row_ui(ui: &mut Ui, context: &ViewContext<'_>, position: usize, text: &str, actions: &mut Vec<Action>) {
    let now = context.editor.history().position();
    let is_now = position == now;
    let shown = match position {
        position if position == now => semibold(text, 14.0),
        position if position > now => RichText::new(text).color(context.theme.text_faint),
        _ => RichText::new(text),
    };
    let icon = if is_now { Icon::Right.text(16.0).color(context.theme.accent) } else { RichText::new(" ").monospace() };
    let button = Button::new((icon, shown)).frame_when_inactive(false).selected(is_now).min_size(egui::vec2(ui.available_width(), 28.0));
    let response = ui.add(button);
    let told = if position > now { context.texts.with("history-undone", &[("step", text.into())]) } else { text.to_owned() };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_now, &told));
    if response.clicked() && !is_now {
        actions.push(Action::JumpTo(position));
    }
}

/// What was done, and to what where that still has a name.
fn step_text(context: &ViewContext<'_>, step: &Step) -> String {
    let name = context.texts.command_name(step.name);
    let about = step.about.and_then(|subject| context.document.name_of(subject)).filter(|about| !about.trim().is_empty());
    match about {
        Some(about) => context.texts.with("history-step", &[("step", name.into()), ("about", about.into())]),
        None => name.to_owned(),
    }
}
