//! Heading and rows of the table of codes: only those near the view are drawn.

use super::{Cell, Column};
use crate::model::CodeList;
use crate::view::data::Model;
use crate::view::icons::Icon;
use crate::view::widgets::{empty_state, rows_ui, semibold_font};
use egui::{Align2, CursorIcon, FontId, Pos2, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// Height of a row, in points.
pub(super) const ROW: f32 = 32.0;
/// Height of the heading, in points.
const HEADING: f32 = 28.0;
/// Breadth of the numbers at the left, in points.
const GUTTER: f32 = 56.0;

/// Where the columns begin and how broad they are.
fn columns(width: f32) -> [(Column, f32, f32); 3] {
    let rest = (width - GUTTER).max(300.0);
    let (code, label) = ((rest * 0.22).floor(), (rest * 0.4).floor());
    [(Column::Code, GUTTER, code), (Column::Label, GUTTER + code, label), (Column::Help, GUTTER + code + label, rest - code - label)]
}

impl Model<'_, '_> {
    pub(super) fn table_ui(&mut self, ui: &mut Ui, list: &CodeList) {
        let texts = self.context.texts;
        let label = texts.get("codes-table").to_owned();
        let scope = UiBuilder::new().id_salt("codes").accessibility_label(label).accessibility_role(Role::Table);
        ui.scope_builder(scope, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let columns = columns(ui.available_width() - 12.0);
            self.codes_titles_ui(ui, &columns);
            if list.entries.is_empty() {
                empty_state(ui, self.context.theme, Icon::Outline, texts.get("codes-empty"), None);
                self.take_paste(ui, list);
                return;
            }
            ScrollArea::vertical().id_salt(("codes down", list.id)).auto_shrink(false).show(ui, |ui| {
                let top = ui.cursor().min;
                if std::mem::take(&mut self.state.codes.wants_view)
                    && let Some(cell) = self.state.codes.cursor
                {
                    ui.scroll_to_rect(Rect::from_min_size(pos2(top.x, top.y + cell.row as f32 * ROW), vec2(1.0, ROW)), None);
                }
                rows_ui(ui, ROW, list.entries.len(), |ui, row| self.code_ui(ui, list, row, &columns));
                ui.add_space(ROW);
                self.drag_code_ui(ui, list, top);
            });
        });
        self.take_paste(ui, list);
    }

    fn codes_titles_ui(&self, ui: &mut Ui, columns: &[(Column, f32, f32); 3]) {
        let theme = self.context.theme;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEADING), Sense::hover());
        ui.painter().rect_filled(rect, 0, theme.panel);
        for (column, left, width) in columns {
            let place = Rect::from_min_size(rect.min + vec2(*left, 0.0), vec2(*width, HEADING));
            let title = self.context.texts.get(column.title());
            let response = ui.interact(place, ui.scope_id().with(("title", column)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, title));
            let at = pos2(place.left() + 8.0, place.center().y);
            ui.painter().text(at, Align2::LEFT_CENTER, title, semibold_font(12.0), theme.text_soft);
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, theme.line_strong));
    }

    fn code_ui(&mut self, ui: &mut Ui, list: &CodeList, row: usize, columns: &[(Column, f32, f32); 3]) {
        let theme = self.context.theme;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        if self.state.codes.cursor.is_some_and(|cell| cell.row == row) {
            ui.painter().rect_filled(rect, 0, theme.accent_soft);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
        self.handle_ui(ui, list, row, rect);
        for (column, left, width) in columns {
            let place = Rect::from_min_size(rect.min + vec2(*left, 0.0), vec2(*width, ROW - 1.0));
            self.cell_ui(ui, list, Cell { row, column: *column }, place);
        }
    }

    /// The number of a row: drags it, and opens what can be done with it.
    fn handle_ui(&mut self, ui: &Ui, list: &CodeList, row: usize, rect: Rect) {
        let (texts, theme) = (self.context.texts, self.context.theme);
        let place = Rect::from_min_size(rect.min, vec2(GUTTER, ROW));
        let id = egui::Id::unique(("code handle", list.id, row));
        let response = ui.interact(place, id, Sense::click_and_drag()).on_hover_cursor(CursorIcon::Grab);
        let label = texts.with("codes-row", &[("number", (row + 1).into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &label));
        if response.hovered() {
            let at = pos2(place.left() + 10.0, place.center().y);
            ui.painter().text(at, Align2::CENTER_CENTER, Icon::Drag.glyph(), Icon::font(16.0), theme.text_soft);
        }
        let at = pos2(place.right() - 12.0, place.center().y);
        ui.painter().text(at, Align2::RIGHT_CENTER, (row + 1).to_string(), FontId::proportional(12.0), theme.text_soft);
        if response.clicked() || response.secondary_clicked() {
            self.state.codes.cursor = Some(Cell { row, column: Column::Code });
            self.state.codes.wants_focus = true;
        }
        if response.drag_started() {
            self.state.codes.dragged = Some(row);
        }
        response.context_menu(|ui| {
            ui.spacing_mut().button_padding = vec2(8.0, 6.0);
            if ui.button(texts.get("codes-insert")).clicked() {
                self.insert_code(list, row + 1);
            }
            if ui.button(texts.get("data-delete")).clicked() {
                self.remove_code(list, row);
            }
        });
    }

    /// Follows a row that is dragged by its number.
    fn drag_code_ui(&mut self, ui: &Ui, list: &CodeList, top: Pos2) {
        let Some(dragged) = self.state.codes.dragged else { return };
        if ui.input(|input| input.key_pressed(egui::Key::Escape)) {
            self.state.codes.dragged = None;
            return;
        }
        let Some(pointer) = ui.ctx().pointer_latest_pos() else { return };
        let to = (((pointer.y - top.y) / ROW).round().max(0.0) as usize).min(list.entries.len());
        if ui.input(|input| !input.pointer.any_down()) {
            self.state.codes.dragged = None;
            self.move_code(list, dragged, to);
            return;
        }
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        let y = top.y + to as f32 * ROW;
        ui.painter().hline(top.x..=top.x + ui.available_width(), y, Stroke::new(3.0, self.context.theme.accent));
    }
}
