//! The grid of twelve columns.

use egui::{Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};

/// Columns of the grid.
pub const COLUMNS: u8 = 12;
/// Air between columns, in points.
pub const GAP: f32 = 16.0;
/// Air between rows, in points.
const ROW_GAP: f32 = 20.0;
/// Below this width all stand one under the other, in points.
const NARROW: f32 = 440.0;

/// Where the columns stand on the screen.
#[derive(Clone, Copy, Debug)]
struct Columns {
    left: f32,
    whole: f32,
    column: f32,
    is_narrow: bool,
}

impl Columns {
    /// Columns over the width that the panel has left.
    fn over(ui: &Ui) -> Self {
        let width = ui.available_width();
        let column = (width - GAP * f32::from(COLUMNS - 1)) / f32::from(COLUMNS);
        Self { left: ui.cursor().left(), whole: width, column, is_narrow: width < NARROW }
    }

    /// Length of so many columns with the air between them.
    fn length(self, columns: u8) -> f32 {
        if columns == COLUMNS { self.whole } else { f32::from(columns) * (self.column + GAP) - GAP }
    }
}

/// Draws things of these widths in rows from left to right. `draw` gets each with a place of its own.
/// The place senses what is asked.
pub fn grid_ui<T>(ui: &mut Ui, sense: Sense, things: &[T], width_of: impl Fn(&T) -> u8, mut draw: impl FnMut(&mut Ui, &T)) {
    let columns = Columns::over(ui);
    let (mut top, mut bottom, mut taken) = (ui.cursor().top(), ui.cursor().top(), 0);
    for (index, thing) in things.iter().enumerate() {
        let width = if columns.is_narrow { COLUMNS } else { width_of(thing).clamp(1, COLUMNS) };
        if taken + width > COLUMNS {
            (top, taken) = (bottom + ROW_GAP, 0);
        }
        let left = columns.left + f32::from(taken) * (columns.column + GAP);
        let place = Rect::from_min_size(pos2(left, top), vec2(columns.length(width), 0.0));
        let cell = UiBuilder::new().id_salt(index).max_rect(place).layout(Layout::top_down(egui::Align::LEFT)).sense(sense);
        let mut cell = ui.new_child(cell);
        cell.set_width(place.width());
        draw(&mut cell, thing);
        bottom = bottom.max(cell.min_rect().bottom());
        taken += width;
    }
    let whole = Rect::from_min_max(ui.cursor().min, pos2(columns.left + columns.length(COLUMNS), bottom));
    ui.advance_cursor_after_rect(whole);
}
