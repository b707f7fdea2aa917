//! A cell: its text, its marks, and what pointer and focus do to it.

use super::columns::Column;
use super::{Cell, Table};
use crate::model::{FlowNode, NodeId, Subject};
use crate::view::canvas::{self, NewElement};
use crate::view::icons::Icon;
use crate::view::reading::Row;
use crate::view::{Action, Selection, problems};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, FontId, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// How far each branch or sub-process stands further in, in points.
const INDENT: f32 = 16.0;
/// Deeper branches stand no further in.
const DEEPEST: usize = 8;
/// Room at both sides of a text.
const PADDING: f32 = 8.0;

impl Table<'_, '_> {
    pub(super) fn cell_ui(&mut self, ui: &mut Ui, rect: Rect, row: Row, node: &FlowNode, cell: Cell) {
        if self.state.edit.as_ref().is_some_and(|edit| edit.cell == cell) {
            self.edit_ui(ui, rect, node);
            return;
        }
        let response = ui.interact(rect, cell.id(), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, self.words().spoken_cell(node, cell.column)));
        if self.state.open.as_ref().is_some_and(|open| open.cell == cell) {
            self.anchor = Some(rect);
        }
        if self.state.cursor == Some(cell) && std::mem::take(&mut self.state.wants_focus) {
            response.request_focus();
        }
        if response.gained_focus() || response.clicked() {
            self.enter(cell);
        }
        let was_here = response.has_focus();
        if response.clicked() {
            response.request_focus();
        }
        if response.double_clicked() || response.clicked() && was_here {
            self.begin(cell, None);
        } else if was_here {
            self.keys(ui, cell, node);
        }
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, row, node, cell.column);
            if response.has_focus() {
                ui.painter().rect_stroke(rect, 2, Stroke::new(2.0, self.context.theme.accent), StrokeKind::Inside);
            }
        }
        if response.hovered() {
            let text = self.words().cell(node, cell.column);
            if !text.is_empty() && cell.column != Column::Kind {
                response.on_hover_text(text);
            } else if cell.column == Column::Kind {
                response.on_hover_text(self.context.texts.node_kind(&node.kind));
            }
        }
    }

    /// The cursor comes into a cell; its step is selected.
    pub(super) fn enter(&mut self, cell: Cell) {
        self.state.cursor = Some(cell);
        self.select(cell.node);
    }

    pub(super) fn select(&mut self, node: NodeId) {
        let selection = Selection::only(Subject::Node(node));
        if *self.context.selection != selection {
            self.state.seen = Some(Subject::Node(node));
            self.state.selected = Some(Subject::Node(node));
            self.actions.push(Action::Select(selection));
        }
    }

    fn paint(&self, ui: &Ui, rect: Rect, row: Row, node: &FlowNode, column: Column) {
        let theme = self.context.theme;
        match column {
            Column::Kind => {
                let number = self.words().cell(node, Column::Kind);
                let place = pos2(rect.left() + 24.0, rect.center().y);
                ui.painter().text(place, Align2::RIGHT_CENTER, number, FontId::proportional(12.0), theme.text_soft);
                let sign = Rect::from_center_size(pos2(rect.right() - 16.0, rect.center().y), vec2(20.0, 18.0));
                canvas::element_sign(ui, sign, &NewElement::Node(node.kind.clone()), theme);
            }
            Column::Name => self.paint_name(ui, rect, row, node),
            Column::Next => paint_text(ui, rect, &[(self.words().next_in_short(node), theme.text)]),
            Column::Notes => self.paint_marks(ui, rect, node),
            _ => {
                let is_own = column != Column::Who || node.details.role.is_some() || node.lane.is_none();
                let colour = if is_own { theme.text } else { theme.text_soft };
                paint_text(ui, rect, &[(self.words().cell(node, column), colour)]);
            }
        }
    }

    fn paint_name(&self, ui: &Ui, rect: Rect, row: Row, node: &FlowNode) {
        let theme = self.context.theme;
        let mut place = rect;
        place.min.x += INDENT * row.depth.min(DEEPEST) as f32;
        let words = self.words();
        let way = row.way.and_then(|way| self.context.document.flows.get(way));
        let answer = way.map(|way| words.answer(way)).filter(|answer| !answer.is_empty());
        if row.depth > 0 {
            let x = place.left();
            ui.painter().vline(x, rect.y_range(), Stroke::new(1.0, theme.line_strong));
        }
        let colour = if node.name.trim().is_empty() { theme.text_faint } else { theme.text };
        let answer = answer.map(|answer| (format!("{answer}: "), theme.text_soft));
        let parts: Vec<(String, Color32)> = answer.into_iter().chain([(words.title(node).to_owned(), colour)]).collect();
        paint_text(ui, place, &parts);
    }

    fn paint_marks(&self, ui: &Ui, rect: Rect, node: &FlowNode) {
        let theme = self.context.theme;
        if !node.details.note.trim().is_empty() {
            let place = pos2(rect.left() + 12.0, rect.center().y);
            ui.painter().text(place, Align2::CENTER_CENTER, Icon::Note.glyph(), Icon::font(16.0), theme.text_soft);
        }
        if let Some((worst, _)) = self.troubles.get(&node.id) {
            let (icon, colour) = problems::sign(theme, *worst);
            let place = pos2(rect.left() + 32.0, rect.center().y);
            ui.painter().text(place, Align2::CENTER_CENTER, icon.glyph(), Icon::font(16.0), colour);
        }
    }
}

/// One line of text, cut off with dots where the room ends.
fn paint_text(ui: &Ui, rect: Rect, parts: &[(String, Color32)]) {
    let mut job = LayoutJob { wrap: TextWrapping::truncate_at_width((rect.width() - 2.0 * PADDING).max(8.0)), ..LayoutJob::default() };
    for (text, colour) in parts {
        let line = text.replace('\n', " ");
        job.append(&line, 0.0, TextFormat::simple(FontId::proportional(14.0), *colour));
    }
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left() + PADDING, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
}
