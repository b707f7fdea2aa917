//! A text field whose keystrokes preview a command and whose loss of focus commits it.

use super::error_text;
use crate::edit::{Command, Holder};
use crate::expr::Span;
use crate::view::{Action, ViewContext};
use egui::text::{CCursor, CCursorRange, LayoutJob, TextFormat};
use egui::text_edit::TextEditState;
use egui::{Color32, Galley, Id, Key, Response, Stroke, TextBuffer, TextEdit, TextStyle, Ui};
use std::sync::Arc;

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
    /// The same, with a part of the text marked as faulty.
    Marked(Option<Span>),
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
        self.draw_with(ui, context, actions, lettering, None, command)
    }

    /// Draws it; a text that is `given` counts as typed just now.
    pub(super) fn draw_with(
        self,
        ui: &mut Ui,
        context: &ViewContext<'_>,
        actions: &mut Vec<Action>,
        lettering: Lettering,
        given: Option<String>,
        command: impl FnOnce(String) -> Command,
    ) -> Response {
        let holder = holder_of(self.id);
        let is_given = given.is_some();
        let mut text = given.unwrap_or_else(|| self.standing_text(ui));
        let mut response = self.edit_ui(ui, context, &mut text, lettering);
        if is_given {
            response.mark_changed();
        }
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
    pub(super) fn standing_text(&self, ui: &Ui) -> String {
        let typed = ui.data(|data| data.get_temp::<String>(self.id));
        if typed.as_deref() == Some(self.value) {
            ui.data_mut(|data| data.remove::<String>(self.id));
        }
        typed.unwrap_or_else(|| self.value.to_owned())
    }

    fn edit_ui(&self, ui: &mut Ui, context: &ViewContext<'_>, text: &mut String, lettering: Lettering) -> Response {
        let edit = if self.lines > 1 { TextEdit::multiline(text).desired_rows(self.lines) } else { TextEdit::singleline(text) };
        let style = match lettering {
            Lettering::Text => TextStyle::Body,
            Lettering::Fixed | Lettering::Marked(_) => TextStyle::Monospace,
        };
        let mark = if let Lettering::Marked(mark) = lettering { mark } else { None };
        let lines = self.lines;
        let colours = (context.theme.text, context.theme.error);
        let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| marked(ui, text.as_str(), mark, lines, width, colours);
        let edit = if mark.is_some() { edit.layouter(&mut layouter) } else { edit };
        let response = ui.add(edit.id(self.id).hint_text(self.hint).font(style).margin(egui::vec2(8.0, 6.0)).desired_width(f32::INFINITY));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(self.label));
        response
    }
}

/// A text of which a part is underlined.
fn marked(ui: &Ui, text: &str, mark: Option<Span>, lines: usize, width: f32, (colour, wrong): (Color32, Color32)) -> Arc<Galley> {
    let plain = TextFormat::simple(TextStyle::Monospace.resolve(ui.style()), colour);
    let underlined = TextFormat { underline: Stroke::new(2.0, wrong), ..plain.clone() };
    let within = |at: usize| if text.is_char_boundary(at.min(text.len())) { at.min(text.len()) } else { text.len() };
    let (start, end) = mark.map_or((text.len(), text.len()), |mark| (within(mark.start), within(mark.end)));
    let mut job = LayoutJob { break_on_newline: lines > 1, ..LayoutJob::default() };
    for (part, format) in [(text.get(..start), &plain), (text.get(start..end), &underlined), (text.get(end..), &plain)] {
        job.append(part.unwrap_or(""), 0.0, format.clone());
    }
    job.wrap.max_width = if lines > 1 { width } else { f32::INFINITY };
    ui.painter().layout_job(job)
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
