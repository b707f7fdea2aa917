//! The grid of twelve columns.

use super::look::Look;
use egui::{Rect, Sense, Ui, UiBuilder, pos2, vec2};

/// Columns of the grid.
pub const COLUMNS: u8 = 12;
/// Air between columns, in points.
pub const GAP: f32 = 16.0;
/// Air between rows, in points.
const ROW_GAP: f32 = 20.0;

/// Where the columns stand on the screen.
#[derive(Clone, Copy, Debug)]
struct Columns {
    left: f32,
    whole: f32,
    column: f32,
    is_rtl: bool,
}

impl Columns {
    /// Columns over the width that the panel has left.
    fn over(ui: &Ui, is_rtl: bool) -> Self {
        let width = ui.available_width();
        let column = (width - GAP * f32::from(COLUMNS - 1)) / f32::from(COLUMNS);
        Self { left: ui.available_rect_before_wrap().left(), whole: width, column, is_rtl }
    }

    /// Length of so many columns with the air between them.
    fn length(self, columns: u8) -> f32 {
        if columns == COLUMNS { self.whole } else { f32::from(columns) * (self.column + GAP) - GAP }
    }

    /// The left edge of something so wide behind so many columns.
    fn left_of(self, taken: u8, width: u8) -> f32 {
        let before = f32::from(taken) * (self.column + GAP);
        if self.is_rtl { self.left + self.whole - before - self.length(width) } else { self.left + before }
    }
}

/// Draws things of these widths in rows, from where lines begin. `draw` gets each with a place of its own.
/// The place senses what is asked.
pub fn grid_ui<T>(ui: &mut Ui, look: Look<'_>, sense: Sense, things: &[T], width_of: impl Fn(&T) -> u8, mut draw: impl FnMut(&mut Ui, &T)) {
    let columns = Columns::over(ui, look.is_rtl);
    let (mut top, mut bottom, mut taken) = (ui.cursor().top(), ui.cursor().top(), 0);
    for (index, thing) in things.iter().enumerate() {
        let width = width_of(thing).clamp(1, COLUMNS);
        if taken + width > COLUMNS {
            (top, taken) = (bottom + ROW_GAP, 0);
        }
        let place = Rect::from_min_size(pos2(columns.left_of(taken, width), top), vec2(columns.length(width), 0.0));
        let cell = UiBuilder::new().id_salt(index).max_rect(place).layout(look.column()).sense(sense);
        let mut cell = ui.new_child(cell);
        cell.set_width(place.width());
        draw(&mut cell, thing);
        bottom = bottom.max(cell.min_rect().bottom());
        taken += width;
    }
    let whole = Rect::from_min_max(pos2(columns.left, ui.cursor().top()), pos2(columns.left + columns.whole, bottom));
    ui.advance_cursor_after_rect(whole);
}
