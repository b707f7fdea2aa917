//! Heading and rows: only those near the view are drawn.

use super::columns::Column;
use super::{Cell, Table};
use crate::model::Subject;
use crate::view::Action;
use crate::view::icons::Icon;
use crate::view::reading::Row;
use crate::view::widgets::{empty_state, quiet_button, rows_ui, semibold_font};
use egui::{Align2, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

/// Height of a row, in points.
pub(super) const ROW: f32 = 32.0;
/// Height of the heading, in points.
const HEADING: f32 = 28.0;

impl Table<'_, '_> {
    pub(super) fn ui(&mut self, ui: &mut Ui) {
        let label = self.context.texts.get("table-label").to_owned();
        let scope = UiBuilder::new().id_salt("table").accessibility_label(label).accessibility_role(Role::Table);
        ui.scope_builder(scope, |ui| {
            ScrollArea::horizontal().id_salt("table across").auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_min_width(self.width());
                self.heading_ui(ui);
                ScrollArea::vertical().id_salt("table down").auto_shrink(false).show(ui, |ui| self.rows_ui(ui));
            });
        });
        self.open_ui(ui);
    }

    fn heading_ui(&self, ui: &mut Ui) {
        let theme = self.context.theme;
        let (rect, _) = ui.allocate_exact_size(vec2(self.width(), HEADING), Sense::hover());
        ui.painter().rect_filled(rect, 0, theme.panel);
        for (column, (left, width)) in Column::ALL.into_iter().zip(self.columns) {
            let place = Rect::from_min_size(rect.min + vec2(left, 0.0), vec2(width, HEADING));
            let title = self.context.texts.get(column.title());
            let response = ui.interact(place, ui.scope_id().with(("heading", column)), Sense::hover());
            response.widget_info(|| egui::WidgetInfo::labeled(Role::ColumnHeader, true, title));
            let painter = ui.painter().with_clip_rect(place.intersect(ui.clip_rect()));
            painter.text(pos2(place.left() + 8.0, place.center().y), Align2::LEFT_CENTER, title, semibold_font(12.0), theme.text_soft);
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, theme.line_strong));
    }

    fn rows_ui(&mut self, ui: &mut Ui) {
        let order = self.order;
        let top = ui.cursor().min;
        if std::mem::take(&mut self.state.wants_view)
            && let Some(place) = self.state.cursor.and_then(|cell| order.places.get(&cell.node))
        {
            let at = pos2(top.x, top.y + *place as f32 * ROW);
            ui.scroll_to_rect(Rect::from_min_size(at, vec2(1.0, ROW)), None);
        }
        rows_ui(ui, ROW, order.rows.len(), |ui, row| {
            if let Some(row) = order.rows.get(row) {
                self.row_ui(ui, *row);
            }
        });
        self.below_ui(ui);
    }

    /// What stands under the last row: the button for the next step, or how to begin.
    fn below_ui(&mut self, ui: &mut Ui) {
        let texts = self.context.texts;
        if self.order.rows.is_empty() {
            if empty_state(ui, self.context.theme, Icon::Outline, texts.get("table-nothing"), Some(texts.get("command-type-steps"))) {
                self.actions.push(Action::TypeSteps);
            }
            return;
        }
        ui.add_space(4.0);
        if quiet_button(ui, Some(Icon::Add), texts.get("table-add")).clicked() {
            self.add_at_end();
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, row: Row) {
        let (rect, _) = ui.allocate_exact_size(vec2(self.width(), ROW), Sense::hover());
        let Some(node) = self.context.document.nodes.get(row.node) else { return };
        let scope = UiBuilder::new().id_salt(("row", row.node)).max_rect(rect).accessibility_role(Role::Row);
        let mut inner = ui.new_child(scope);
        let troubles = self.troubles.get(&row.node).map_or(0, |(_, count)| *count);
        let theme = self.context.theme;
        let is_selected = self.context.selection.has(Subject::Node(row.node));
        ui.ctx().accesskit_node_builder(inner.unique_id(), |access| {
            access.set_label(self.words().spoken(node, troubles));
            access.set_selected(is_selected);
        });
        if ui.is_rect_visible(rect) {
            if is_selected {
                ui.painter().rect_filled(rect, 0, theme.accent_soft);
                ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(3.0, ROW)), 0, theme.accent);
            }
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
        }
        for (column, (left, width)) in Column::ALL.into_iter().zip(self.columns) {
            let place = Rect::from_min_size(rect.min + vec2(left, 0.0), vec2(width, ROW - 1.0));
            self.cell_ui(&mut inner, place, row, node, Cell { node: row.node, column });
        }
    }
}
