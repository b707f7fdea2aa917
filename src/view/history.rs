//! The steps that were taken: each can be gone back to, and those that are undone can be done again.

use super::icons::Icon;
use super::widgets::{rows_ui, semibold};
use super::{Action, ViewContext};
use crate::edit::History;
use egui::{Button, RichText, Role, ScrollArea, Ui, WidgetInfo};

/// Height of a row, in points.
const ROW: f32 = 28.0;

/// The place that was current, and the part of the list that was seen, in points from its top.
#[derive(Clone, Copy)]
struct Seen {
    position: usize,
    top: f32,
    bottom: f32,
}

/// Draws the list, newest first. A place that becomes current comes into view.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, actions: &mut Vec<Action>) {
    let history = context.editor.history();
    let (count, position) = (history.steps().len(), history.position());
    ui.spacing_mut().item_spacing.y = 0.0;
    let id = ui.scope_id().with("history seen");
    let mut area = ScrollArea::vertical().id_salt("history").auto_shrink(false);
    let current = (count - position.min(count)) as f32 * ROW;
    let seen: Option<Seen> = ui.data(|data| data.get_temp(id));
    let is_in_view = |seen: &Seen| seen.position == position || (seen.top..=seen.bottom - ROW).contains(&current);
    if !seen.as_ref().is_some_and(is_in_view) {
        area = area.vertical_scroll_offset((current - (ui.available_height() - ROW) / 2.0).max(0.0));
    }
    let output = area.show(ui, |ui| {
        rows_ui(ui, ROW, count + 1, |ui, row| {
            let place = count.saturating_sub(row);
            row_ui(ui, context, place, &text(context, history, place), actions);
        });
    });
    let top = output.state.clamped_offset().y;
    ui.data_mut(|data| data.insert_temp(id, Seen { position, top, bottom: top + output.inner_rect.height() }));
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
    let button = Button::new((icon, shown)).frame_when_inactive(false).selected(is_now).min_size(egui::vec2(ui.available_width(), ROW));
    let response = ui.add(button.truncate());
    let told = if position > now { context.texts.with("history-undone", &[("step", text.into())]) } else { text.to_owned() };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_now, &told));
    if response.clicked() && !is_now {
        actions.push(Action::JumpTo(position));
    }
}

/// What was done at a place, and to what, as that was called then; what was removed is called as before.
fn text(context: &ViewContext<'_>, history: &History, position: usize) -> String {
    let Some(index) = position.checked_sub(1) else { return context.texts.get("history-start").to_owned() };
    let Some(step) = history.step(index) else { return String::new() };
    let before = index.checked_sub(1).and_then(|index| history.step(index)).map_or(history.start(), |step| &step.after);
    let name = context.texts.command_name(step.name);
    let named = |subject| step.after.name_of(subject).or_else(|| before.name_of(subject));
    match step.about.and_then(named).filter(|about| !about.trim().is_empty()) {
        Some(about) => context.texts.with("history-step", &[("step", name.into()), ("about", about.into())]),
        None => name.to_owned(),
    }
}
