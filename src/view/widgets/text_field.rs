//! A text field whose keystrokes preview a command and whose loss of focus commits it.

use super::error_text;
use crate::edit::{Command, Holder};
use crate::view::{Action, ViewContext};
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Id, Key, Response, TextEdit, TextStyle, Ui};

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

/// Which type a field is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lettering {
    /// As all text.
    Text,
    /// Every letter of the same width.
    Fixed,
}

impl TextField<'_> {
    /// Draws it over the whole width. While it has the focus it keeps what was typed even where the
    /// command is refused; the reason is then in [`ViewContext::refusal`] under the field's holder, stands below the field,
    /// and is said once more when the field is left.
    pub fn ui(
        self,
        ui: &mut Ui,
        context: &ViewContext<'_>,
        actions: &mut Vec<Action>,
        command: impl FnOnce(String) -> Command,
    ) -> Response {
        self.draw(ui, context, actions, Lettering::Text, command)
    }

    pub(super) fn draw(
        self,
        ui: &mut Ui,
        context: &ViewContext<'_>,
        actions: &mut Vec<Action>,
        lettering: Lettering,
        command: impl FnOnce(String) -> Command,
    ) -> Response {
        let holder = holder_of(self.id);
        let mut text = self.standing_text(ui);
        let response = self.edit_ui(ui, &mut text, lettering);
        if response.gained_focus() {
            forget_older_typing(ui, self.id);
        }
        let refused = context.refusal.filter(|(by, _)| *by == holder).map(|(_, refusal)| context.texts.refusal(refusal));
        // The last letter and what leads out of the field may come in one frame, when the machine is slow.
        if response.changed() {
            actions.push(Action::Preview(holder, command(text.clone())));
            ui.data_mut(|data| data.insert_temp(self.id, text));
        }
        if response.lost_focus() {
            let is_cancelled = ui.input(|input| input.key_pressed(Key::Escape));
            ui.data_mut(|data| data.remove::<String>(self.id));
            actions.push(if is_cancelled { Action::Cancel } else { Action::Commit });
            actions.extend(refused.clone().filter(|_| !is_cancelled).map(Action::Say));
        }
        if let Some(sentence) = refused {
            error_text(ui, context.theme, &sentence);
        }
        response
    }

    /// What was typed as long as the document has not taken it, else what stands in the document, so
    /// that an undo from outside is seen in the field.
    fn standing_text(&self, ui: &Ui) -> String {
        let typed = ui.data(|data| data.get_temp::<String>(self.id));
        if typed.as_deref() == Some(self.value) {
            ui.data_mut(|data| data.remove::<String>(self.id));
        }
        typed.unwrap_or_else(|| self.value.to_owned())
    }

    fn edit_ui(&self, ui: &mut Ui, text: &mut String, lettering: Lettering) -> Response {
        let edit = if self.lines > 1 { TextEdit::multiline(text).desired_rows(self.lines) } else { TextEdit::singleline(text) };
        let style = match lettering {
            Lettering::Text => TextStyle::Body,
            Lettering::Fixed => TextStyle::Monospace,
        };
        let response = ui.add(edit.id(self.id).hint_text(self.hint).font(style).margin(egui::vec2(8.0, 6.0)).desired_width(f32::INFINITY));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(self.label));
        response
    }
}

/// The field's own undo shall not lead behind the moment when it was entered: what lies before is in
/// the history of the document.
fn forget_older_typing(ui: &Ui, id: Id) {
    if let Some(mut state) = TextEditState::load(ui.ctx(), id) {
        state.clear_undoer();
        state.store(ui.ctx(), id);
    }
}

/// Selects the whole text of a field, so that typing replaces it.
pub fn select_all(context: &egui::Context, id: Id) {
    let mut state = TextEditState::load(context, id).unwrap_or_default();
    let whole = CCursorRange::two(CCursor::new(0), CCursor::new(usize::MAX));
    state.cursor.set_char_range(Some(whole));
    state.store(context, id);
}

/// The holder of the pending edit that a field with this id makes.
pub fn holder_of(id: Id) -> Holder {
    Holder(id.value())
}
