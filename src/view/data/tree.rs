//! The tree: only rows near the view are drawn; keys, pointer and dragging work on them.

use super::row::indent;
use super::rows::{Key, Row};
use super::{Model, row_id};
use crate::edit::{Command, Record};
use crate::model::{DataField, ObjectType, Subject};
use crate::view::icons::Icon;
use crate::view::widgets::{TextField, empty_state, rows_ui, select_all};
use egui::{Id, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};
use std::sync::Arc;

/// Height of a row, in points.
pub(super) const ROW: f32 = 30.0;

impl Model<'_, '_> {
    pub(super) fn tree_ui(&mut self, ui: &mut Ui) {
        let texts = self.context.texts;
        if self.context.document.objects.is_empty() {
            if empty_state(ui, self.context.theme, Icon::Data, texts.get("data-none"), Some(texts.get("data-add-object"))) {
                let name = texts.get("outline-new-object").to_owned();
                self.content(crate::edit::ContentCommand::AddObjectType { name });
            }
            return;
        }
        if self.rows.all.is_empty() {
            empty_state(ui, self.context.theme, Icon::Search, texts.get("data-nothing-found"), None);
            return;
        }
        let label = texts.get("data-tree").to_owned();
        let scope = UiBuilder::new().id_salt("data tree").accessibility_label(label).accessibility_role(Role::Tree);
        ui.scope_builder(scope, |ui| {
            ScrollArea::vertical().id_salt("data rows").auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                self.all_rows_ui(ui);
            });
        });
    }

    fn all_rows_ui(&mut self, ui: &mut Ui) {
        let rows = Arc::clone(&self.rows);
        let top = ui.cursor().min;
        if std::mem::take(&mut self.state.wants_view)
            && let Some(place) = self.state.cursor.as_ref().and_then(|key| rows.place(key))
        {
            ui.scroll_to_rect(Rect::from_min_size(pos2(top.x, top.y + place as f32 * ROW), vec2(1.0, ROW)), None);
        }
        let mut rename_is_drawn = false;
        rows_ui(ui, ROW, rows.all.len(), |ui, number| {
            let Some(row) = rows.all.get(number) else { return };
            let is_renamed = self.state.renaming == Some(row.key.subject()) && !std::mem::replace(&mut rename_is_drawn, true);
            if is_renamed {
                self.rename_ui(ui, row);
            } else {
                self.row_ui(ui, row);
            }
        });
        ui.add_space(ROW);
        self.drag_ui(ui, top, &rows);
    }

    fn row_ui(&mut self, ui: &mut Ui, row: &Row) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        let response = ui.interact(rect, row_id(&row.key), Sense::click_and_drag());
        self.describe(ui, &response, row);
        let chevron = Rect::from_min_size(pos2(indent(rect, row), rect.top()), vec2(24.0, ROW));
        let on_chevron = row.inner.is_some() && response.interact_pointer_pos().is_some_and(|at| chevron.contains(at));
        let is_cursor = self.state.cursor.as_ref() == Some(&row.key);
        if is_cursor && std::mem::take(&mut self.state.wants_focus) {
            response.request_focus();
        }
        if response.clicked() {
            response.request_focus();
        }
        if response.clicked() && on_chevron {
            self.fold(&row.key, !row.is_open);
        } else if response.clicked() || response.gained_focus() || response.drag_started() || response.secondary_clicked() {
            self.select(&row.key);
        }
        if response.double_clicked() && !on_chevron {
            self.state.renaming = Some(row.key.subject());
        } else if response.has_focus() {
            self.keys(ui, row);
        }
        if response.drag_started() {
            self.state.drag.begin(row);
        }
        self.paint(ui, rect, row, &response);
        response.context_menu(|ui| self.menu_ui(ui, row));
        response.on_hover_ui(|ui| {
            ui.label(self.spoken(row));
        });
    }

    pub(super) fn fold(&mut self, key: &Key, is_open: bool) {
        self.state.folds.insert(key.clone(), is_open);
    }

    fn rename_ui(&mut self, ui: &mut Ui, row: &Row) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        let mut place = rect;
        place.min.x = indent(rect, row) + 20.0;
        let mut inner = ui.new_child(UiBuilder::new().max_rect(place));
        let id = Id::unique(("rename data", &row.key));
        let document = self.context.document;
        let label = self.context.texts.get("data-rename");
        let value = document.name_of(row.key.subject()).unwrap_or_default();
        let field = TextField { id, label, value, hint: "", lines: 1 };
        let response = match row.key.subject() {
            Subject::DataField(id) => {
                let Some(old) = document.fields.get(id) else { return };
                field.ui(&mut inner, self.context, self.actions, |name| Command::Put(Record::DataField(DataField { name, ..old.clone() })))
            }
            Subject::ObjectType(id) => {
                let Some(old) = document.objects.get(id) else { return };
                field
                    .ui(&mut inner, self.context, self.actions, |name| Command::Put(Record::ObjectType(ObjectType { name, ..old.clone() })))
            }
            _ => return,
        };
        if response.lost_focus() {
            self.state.renaming = None;
            self.state.cursor = Some(row.key.clone());
            self.state.wants_focus = true;
        } else if !response.has_focus() {
            response.request_focus();
            response.scroll_to_me(None);
            select_all(ui.ctx(), id);
        }
    }
}
