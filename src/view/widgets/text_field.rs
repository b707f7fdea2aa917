//! A text field whose keystrokes preview a command and whose loss of focus commits it.

use crate::edit::{Command, Holder};
use crate::view::{Action, ViewContext};
use egui::{Id, Key, Response, TextEdit, Ui};

/// A text of the document to be edited in place.
pub struct TextField<'a> {
    /// Distinguishes it from all other fields on the screen, for instance `("name", subject)` hashed.
    pub id: Id,
    /// What the screen reader says; the visible label is the caller's.
    pub label: &'a str,
    /// The text in the document.
    pub value: &'a str,
    /// Shown while it is empty.
    pub hint: &'a str,
    /// How many lines it shows; one line commits on Enter.
    pub lines: usize,
}

impl TextField<'_> {
    /// Draws it over the whole width. While it has the focus it keeps what was typed even where the
    /// command is refused; the reason is then in [`ViewContext::refusal`] under the field's holder.
    pub fn ui(
        self,
        ui: &mut Ui,
        context: &ViewContext<'_>,
        actions: &mut Vec<Action>,
        command: impl FnOnce(String) -> Command,
    ) -> Response {
        let holder = holder_of(self.id);
        let mut text = ui.data(|data| data.get_temp::<String>(self.id)).unwrap_or_else(|| self.value.to_owned());
        let edit = if self.lines > 1 { TextEdit::multiline(&mut text).desired_rows(self.lines) } else { TextEdit::singleline(&mut text) };
        let response = ui.add(edit.id(self.id).hint_text(self.hint).desired_width(f32::INFINITY));
        response.widget_info(|| egui::WidgetInfo::text_edit(ui.is_enabled(), self.value, self.value, self.hint));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(self.label));
        if response.changed() {
            actions.push(Action::Preview(holder, command(text.clone())));
        }
        if response.lost_focus() {
            ui.data_mut(|data| data.remove::<String>(self.id));
            let is_cancelled = ui.input(|input| input.key_pressed(Key::Escape));
            actions.push(if is_cancelled { Action::Cancel } else { Action::Commit });
        } else if response.has_focus() {
            ui.data_mut(|data| data.insert_temp(self.id, text));
        }
        if let Some((_, refusal)) = context.refusal.filter(|(by, _)| *by == holder) {
            ui.colored_label(context.theme.error, context.texts.refusal(refusal));
        }
        response
    }
}

/// The holder of the pending edit that a field with this id makes.
pub fn holder_of(id: Id) -> Holder {
    Holder(id.value())
}
