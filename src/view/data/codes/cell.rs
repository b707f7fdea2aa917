//! A cell of the table of codes, and the text field in it while it is edited.

use super::{Cell, Column};
use crate::edit::{Command, Record};
use crate::model::CodeList;
use crate::view::Action;
use crate::view::data::Model;
use crate::view::widgets::{TextField, holder_of, select_all};
use egui::text::{CCursor, CCursorRange, LayoutJob, TextWrapping};
use egui::text_edit::TextEditState;
use egui::{FontId, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2};

/// A cell that is being edited.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    pub cell: Cell,
    /// What was typed on the cell, in place of what stood there.
    typed: Option<String>,
    has_begun: bool,
}

impl Edit {
    pub fn of(cell: Cell, typed: Option<String>) -> Self {
        Self { cell, typed, has_begun: false }
    }
}

fn id_of(list: &CodeList, cell: Cell) -> Id {
    Id::unique(("code", list.id, cell.row, cell.column))
}

/// The list with another text in a cell.
fn changed(list: &CodeList, cell: Cell, text: String) -> Command {
    let mut list = list.clone();
    if let Some(entry) = list.entries.get_mut(cell.row) {
        cell.column.set(entry, text);
    }
    Command::Put(Record::CodeList(list))
}

impl Model<'_, '_> {
    pub(super) fn cell_ui(&mut self, ui: &mut Ui, list: &CodeList, cell: Cell, rect: Rect) {
        let Some(entry) = list.entries.get(cell.row) else { return };
        if self.state.codes.edit.as_ref().is_some_and(|edit| edit.cell == cell) {
            self.edit_code_ui(ui, list, cell, rect);
            return;
        }
        let theme = self.context.theme;
        let response = ui.interact(rect, id_of(list, cell), Sense::click());
        let text = cell.column.of(entry);
        response.widget_info(|| {
            let title = self.context.texts.get(cell.column.title());
            WidgetInfo::labeled(Role::Cell, true, format!("{title}: {text}"))
        });
        let is_cursor = self.state.codes.cursor == Some(cell);
        if is_cursor && std::mem::take(&mut self.state.codes.wants_focus) {
            response.request_focus();
        }
        if response.gained_focus() || response.clicked() {
            self.state.codes.cursor = Some(cell);
        }
        let was_here = response.has_focus();
        if response.clicked() {
            response.request_focus();
        }
        if response.double_clicked() || response.clicked() && was_here {
            self.state.codes.edit = Some(Edit::of(cell, None));
        } else if was_here {
            self.code_keys(ui, list, cell, response.id);
        }
        if !ui.is_rect_visible(rect) {
            return;
        }
        if response.has_focus() {
            ui.painter().rect_stroke(rect, 2, Stroke::new(2.0, theme.accent), StrokeKind::Inside);
        }
        let colour = if cell.column == Column::Help { theme.text_soft } else { theme.text };
        let mut job = LayoutJob::simple_singleline(text.to_owned(), FontId::proportional(14.0), colour);
        job.wrap = TextWrapping::truncate_at_width((rect.width() - 16.0).max(8.0));
        let galley = ui.painter().layout_job(job);
        let is_cut = galley.elided;
        ui.painter().galley(pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0), galley, colour);
        if is_cut {
            response.on_hover_text(text);
        }
    }

    fn edit_code_ui(&mut self, ui: &mut Ui, list: &CodeList, cell: Cell, rect: Rect) {
        let Some(entry) = list.entries.get(cell.row) else { return };
        let id = id_of(list, cell).with("edit");
        let value = cell.column.of(entry).to_owned();
        let label = self.context.texts.get(cell.column.title());
        let typed = self.state.codes.edit.as_mut().and_then(|edit| edit.typed.take());
        if let Some(typed) = &typed {
            ui.data_mut(|data| data.insert_temp(id, typed.clone()));
        }
        let mut inner = ui.new_child(UiBuilder::new().max_rect(rect));
        let field = TextField { id, label, value: &value, hint: "", lines: 1 };
        let response = field.ui(&mut inner, self.context, self.actions, |text| changed(list, cell, text));
        ui.painter().rect_stroke(rect, 2, Stroke::new(2.0, self.context.theme.accent), StrokeKind::Inside);
        let has_begun = self.state.codes.edit.as_mut().is_some_and(|edit| std::mem::replace(&mut edit.has_begun, true));
        if !has_begun {
            response.request_focus();
            match typed {
                Some(typed) => {
                    put_cursor_at_end(ui, id, &typed);
                    self.actions.push(Action::Preview(holder_of(id), changed(list, cell, typed)));
                }
                None => select_all(ui.ctx(), id),
            }
        } else if response.lost_focus() {
            self.end_edit(ui, list, cell);
        }
    }

    /// Enter goes down, Tab to the side; anywhere else the field is just left.
    fn end_edit(&mut self, ui: &Ui, list: &CodeList, cell: Cell) {
        self.state.codes.edit = None;
        // Taken out of the input, or the cell that gets the focus would obey the same key.
        let pressed = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if pressed(Modifiers::NONE, Key::Enter) {
            self.go_to_code(list, Cell { row: cell.row + 1, ..cell });
        } else if pressed(Modifiers::SHIFT, Key::Tab) {
            self.go_beside(list, cell, -1);
        } else if pressed(Modifiers::NONE, Key::Tab) {
            self.go_beside(list, cell, 1);
        } else if ui.input(|input| input.key_pressed(Key::Escape)) {
            self.go_to_code(list, cell);
        }
    }
}

fn put_cursor_at_end(ui: &Ui, id: Id, text: &str) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(text.chars().count()))));
    state.store(ui.ctx(), id);
}
