//! Dragging a field to another place of the tree: a line shows where it will stand, and a refusal says why not.

use super::rows::{Key, Row, Rows};
use super::tree::ROW;
use super::{Model, row::row_at};
use crate::edit::{Command, ContentCommand, Refusal};
use crate::model::{ObjectTypeId, Subject};
use egui::{CursorIcon, Key as Pressed, Pos2, Rect, Stroke, Ui, pos2, vec2};

/// Where a field goes: among the fields of an object, before the one with this number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub object: ObjectTypeId,
    pub index: usize,
}

/// The field that is being dragged.
#[derive(Clone, Debug, Default)]
pub(super) struct Drag {
    key: Option<Key>,
    /// Whether it may go where the pointer was last: asked once for each place.
    judged: Option<(Target, Option<Refusal>)>,
}

impl Drag {
    /// Begins with a row; objects as a whole stay where they are.
    pub fn begin(&mut self, row: &Row) {
        self.key = Some(row.key.clone()).filter(|key| !key.way.is_empty());
        self.judged = None;
    }
}

impl Model<'_, '_> {
    /// Follows the drag over the rows, the first of which begins at `top`.
    pub(super) fn drag_ui(&mut self, ui: &Ui, top: Pos2, rows: &Rows) {
        let Some(dragged) = self.state.drag.key.as_ref().and_then(|key| rows.all.get(rows.place(key)?)) else {
            self.state.drag.key = None;
            return;
        };
        if ui.input(|input| input.key_pressed(Pressed::Escape)) {
            self.state.drag.key = None;
            return;
        }
        let pointer = ui.ctx().pointer_latest_pos();
        let found = pointer.and_then(|pointer| target(rows, top.y, pointer.y)).filter(|(target, _)| !is_same(dragged, *target));
        let is_over = ui.input(|input| !input.pointer.any_down());
        if is_over {
            self.state.drag.key = None;
            if let Some((target, _)) = found {
                self.move_to(dragged, target);
            }
            return;
        }
        let refusal = found.and_then(|(target, _)| self.judge(dragged, target));
        ui.ctx().set_cursor_icon(if refusal.is_some() { CursorIcon::NotAllowed } else { CursorIcon::Grabbing });
        let theme = self.context.theme;
        let colour = if refusal.is_some() { theme.error } else { theme.accent };
        if let Some((_, line)) = found {
            let left = top.x + 16.0 * line.depth as f32 + 24.0;
            let y = top.y + line.row as f32 * ROW;
            ui.painter().hline(left..=top.x + ui.available_width(), y, Stroke::new(3.0, colour));
            ui.painter().circle_filled(pos2(left, y), 4.0, colour);
        }
        if let (Some(pointer), Some(refusal)) = (pointer, refusal) {
            let sentence = self.context.texts.refusal(&refusal);
            let at = Rect::from_min_size(pointer + vec2(16.0, 16.0), vec2(320.0, 20.0));
            egui::Area::new(egui::Id::unique("data drag hint")).fixed_pos(at.min).order(egui::Order::Tooltip).show(ui.ctx(), |ui| {
                egui::Frame::popup(ui.style()).show(ui, |ui| {
                    ui.set_max_width(320.0);
                    ui.label(sentence);
                });
            });
        }
        scroll_at_edge(ui, pointer);
    }

    /// Why the field cannot go there.
    fn judge(&mut self, dragged: &Row, target: Target) -> Option<Refusal> {
        if let Some((_, refusal)) = self.state.drag.judged.as_ref().filter(|(judged, _)| *judged == target) {
            return refusal.clone();
        }
        let Subject::DataField(field) = dragged.key.subject() else { return None };
        let command = Command::Content(ContentCommand::MoveDataField { field, object: target.object, index: target.index });
        let refusal = self.context.editor.try_command(&command).err();
        self.state.drag.judged = Some((target, refusal.clone()));
        refusal
    }
}

/// Where the line is drawn: above which row, and how far in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Line {
    row: usize,
    depth: usize,
}

/// Where something would be dropped at this height: before a row, behind it, or as the first of what lies in it.
fn target(rows: &Rows, top: f32, y: f32) -> Option<(Target, Line)> {
    let (number, share) = row_at(top, y);
    let Some(row) = rows.all.get(number) else {
        let root = rows.all.iter().rev().find(|row| row.key.way.is_empty())?;
        return Some((Target { object: root.object, index: usize::MAX }, Line { row: rows.all.len(), depth: 1 }));
    };
    let depth = row.depth();
    match row.inner {
        Some(inner) if row.key.way.is_empty() || row.is_open && share >= 0.5 => {
            Some((Target { object: inner, index: 0 }, Line { row: number + 1, depth: depth + 1 }))
        }
        // The middle of a folded object is its inside.
        Some(inner) if !row.is_open && (0.3..0.7).contains(&share) => {
            Some((Target { object: inner, index: usize::MAX }, Line { row: number + 1, depth: depth + 1 }))
        }
        _ if share < 0.5 => Some((Target { object: row.object, index: row.index }, Line { row: number, depth })),
        _ => Some((Target { object: row.object, index: row.index + 1 }, Line { row: number + 1, depth })),
    }
}

/// Whether the field stands there already.
fn is_same(row: &Row, target: Target) -> bool {
    row.object == target.object && (row.index == target.index || row.index + 1 == target.index)
}

/// Near the upper and lower edge of the view the tree scrolls along.
fn scroll_at_edge(ui: &Ui, pointer: Option<Pos2>) {
    let (clip, Some(pointer)) = (ui.clip_rect(), pointer) else { return };
    let by = if pointer.y < clip.top() + ROW {
        8.0
    } else if pointer.y > clip.bottom() - ROW {
        -8.0
    } else {
        return;
    };
    ui.scroll_with_delta(vec2(0.0, by));
    ui.ctx().request_repaint();
}

#[cfg(test)]
mod tests {
    use super::{Line, Target, target};
    use crate::model::{DataFieldId, ObjectTypeId};
    use crate::view::data::rows::{Key, Row, Rows};

    /// The object 1 with the fields 10, 11 (which holds the object 2 with the field 20) and 12.
    fn rows() -> Rows {
        let row = |way: &[u32], object: u32, index: usize, inner: Option<u32>| Row {
            key: Key { root: ObjectTypeId(1), way: way.iter().map(|id| DataFieldId(*id)).collect() },
            object: ObjectTypeId(object),
            index,
            inner: inner.map(ObjectTypeId),
            is_open: inner.is_some(),
            is_shared: false,
        };
        let all = vec![
            row(&[], 1, 0, Some(1)),
            row(&[10], 1, 0, None),
            row(&[11], 1, 1, Some(2)),
            row(&[11, 20], 2, 0, None),
            row(&[12], 1, 2, None),
        ];
        Rows { all, hits: 4 }
    }

    #[test]
    fn the_pointer_says_where_a_field_goes() {
        let rows = rows();
        for (y, object, index, row, depth) in [
            (5.0, 1, 0, 1, 1),
            (35.0, 1, 0, 1, 1),
            (55.0, 1, 1, 2, 1),
            (62.0, 1, 1, 2, 1),
            (85.0, 2, 0, 3, 2),
            (115.0, 2, 1, 4, 2),
            (125.0, 1, 2, 4, 1),
            (145.0, 1, 3, 5, 1),
            (999.0, 1, usize::MAX, 5, 1),
        ] {
            let expected = (Target { object: ObjectTypeId(object), index }, Line { row, depth });
            assert_eq!(target(&rows, 0.0, y), Some(expected), "at {y}");
        }
    }
}
