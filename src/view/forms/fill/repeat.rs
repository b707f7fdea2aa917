//! Repeatable groups: an entry a card, or an entry a row of a table.

use super::super::grid::GAP;
use super::super::look::Screen;
use super::elements::{Drawing, Edit, Row};
use super::{button, field};
use crate::form::{ElementState, EntryState, FieldState, Inside, Place, RepeatState};
use crate::model::RepeatLayout;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, semibold};
use egui::{Align, Frame, Label, Layout, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

/// Width of the column of buttons that take rows out, in points.
const BUTTONS: f32 = 36.0;

/// Least width of a column, in points; with less room each, entries are cards.
const LEAST: f32 = 88.0;

/// Draws a repeatable group.
pub fn repeat_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, place: &Place, repeat: &RepeatState) {
    if is_table(drawing, ui, repeat) {
        table_ui(drawing, ui, place, repeat);
    } else {
        cards_ui(drawing, ui, place, repeat);
    }
    drawing.faults_ui(ui, place, &repeat.faults);
    if drawing.is_still() || !repeat.can_add() {
        return;
    }
    ui.add_space(4.0);
    let text = drawing.look.texts.with("fill-add-entry", &[("title", (&repeat.plan.title).into())]);
    let response = button::secondary_ui(ui, drawing.look, Some(Icon::Add), &text);
    if drawing.is_sent(place, 0) {
        response.request_focus();
        response.scroll_to_me(None);
        drawing.push(Edit::Arrived);
    }
    if response.clicked() {
        drawing.push(Edit::Add(place.clone()));
    }
}

/// Whether the entries stand as rows: where that is wanted, each has simple fields only, and there is room.
fn is_table(drawing: &Drawing<'_>, ui: &Ui, repeat: &RepeatState) -> bool {
    if repeat.plan.layout != RepeatLayout::Table || drawing.screen() == Screen::Narrow {
        return false;
    }
    let Some(first) = repeat.entries.first() else { return true };
    let is_simple = |element: &ElementState| match &element.inside {
        Inside::Field(field) => field.plan.kind.parts().is_empty(),
        _ => false,
    };
    first.elements.iter().all(is_simple) && ui.available_width() / first.elements.len().max(1) as f32 >= LEAST
}

fn cards_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, place: &Place, repeat: &RepeatState) {
    let theme = drawing.look.theme;
    if !repeat.plan.help.is_empty() {
        drawing.look.soft_ui(ui, &repeat.plan.help);
        ui.add_space(4.0);
    }
    for (index, entry) in repeat.entries.iter().enumerate() {
        let card = Frame::new().fill(theme.paper).stroke(Stroke::new(1.0, theme.line_strong)).corner_radius(4).inner_margin(GAP);
        card.show(ui, |ui| {
            ui.push_id(index, |ui| {
                entry_head_ui(drawing, ui, place, repeat, index);
                drawing.elements_ui(ui, &entry.elements);
            });
        });
        ui.add_space(8.0);
    }
}

fn entry_head_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, place: &Place, repeat: &RepeatState, index: usize) {
    let look = drawing.look;
    let title = look.texts.with("fill-entry", &[("title", (&repeat.plan.title).into()), ("number", (index + 1).into())]);
    ui.horizontal(|ui| {
        ui.label(semibold(&title, look.sizes().text).color(look.theme.text));
        let layout = if look.is_rtl { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) };
        ui.with_layout(layout, |ui| {
            let text = look.texts.with("fill-remove-entry", &[("title", (&title).into())]);
            if repeat.can_remove() && !drawing.is_still() && button::link_ui(ui, look, look.text("fill-remove"), &text).clicked() {
                drawing.push(Edit::Remove(place.clone(), index));
            }
        });
    });
    ui.add_space(4.0);
}

/// Where the columns of a table stand.
struct Columns {
    places: Vec<(f32, f32)>,
    is_rtl: bool,
    left: f32,
    whole: f32,
}

impl Columns {
    /// Columns in the proportion of the fields' widths, with room for the buttons at the end.
    fn over(ui: &Ui, drawing: &Drawing<'_>, entry: &EntryState) -> Self {
        let shown = drawing.shown(&entry.elements);
        let whole = ui.available_width();
        let room = whole - BUTTONS - GAP / 2.0 * shown.len() as f32;
        let least = LEAST.min(room / shown.len().max(1) as f32);
        let weights: Vec<f32> = shown.iter().map(|element| f32::from(element.widths[0])).collect();
        let sum = weights.iter().sum::<f32>().max(1.0);
        let spare = room - least * shown.len() as f32;
        let mut at = 0.0;
        let places = weights.iter().map(|weight| {
            let width = least + spare * weight / sum;
            let place = (at, width);
            at += width + GAP / 2.0;
            place
        });
        Self { places: places.collect(), is_rtl: drawing.look.is_rtl, left: ui.available_rect_before_wrap().left(), whole }
    }

    /// The place of a column; behind the last one that of the buttons.
    fn place(&self, column: usize, top: f32) -> Rect {
        let (at, width) = self.places.get(column).copied().unwrap_or((self.whole - BUTTONS, BUTTONS));
        let left = if self.is_rtl { self.left + self.whole - at - width } else { self.left + at };
        Rect::from_min_size(pos2(left, top), vec2(width, 0.0))
    }
}

fn table_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, place: &Place, repeat: &RepeatState) {
    drawing.head_ui(ui, &repeat.plan.title, &repeat.plan.help);
    let Some(first) = repeat.entries.first() else { return };
    let columns = Columns::over(ui, drawing, first);
    head_row_ui(drawing, ui, &columns, first);
    for (index, entry) in repeat.entries.iter().enumerate() {
        let row = Row { group: place.clone(), index, is_last: index + 1 == repeat.entries.len() };
        drawing.row = Some(row);
        row_ui(drawing, ui, &columns, entry, (place, index, repeat.can_remove()));
    }
    drawing.row = None;
    ui.add_space(8.0);
}

fn head_row_ui(drawing: &Drawing<'_>, ui: &mut Ui, columns: &Columns, first: &EntryState) {
    let shown = drawing.shown(&first.elements);
    let titles = shown.iter().filter_map(|element| if let Inside::Field(field) = &element.inside { Some(field) } else { None });
    let (look, top) = (drawing.look, ui.cursor().top());
    let mut bottom = top;
    for (column, field) in titles.enumerate() {
        let mut cell = ui.new_child(UiBuilder::new().id_salt(("head", column)).max_rect(columns.place(column, top)).layout(look.column()));
        let title = semibold(&field::label_of(drawing, field), look.sizes().small).color(look.theme.text);
        cell.add(Label::new(title).wrap());
        bottom = bottom.max(cell.min_rect().bottom());
    }
    let whole = Rect::from_min_max(pos2(columns.left, top), pos2(columns.left + columns.whole, bottom));
    ui.painter().hline(whole.x_range(), bottom + 3.0, Stroke::new(1.0, look.theme.line_strong));
    ui.advance_cursor_after_rect(whole);
    ui.add_space(2.0);
}

fn row_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, columns: &Columns, entry: &EntryState, row: (&Place, usize, bool)) {
    let (place, index, can_remove) = row;
    let look = drawing.look;
    let top = ui.cursor().top();
    let mut bottom = top;
    let shown = drawing.shown(&entry.elements);
    for (column, element) in shown.iter().enumerate() {
        let Inside::Field(state) = &element.inside else { continue };
        let cell = UiBuilder::new().id_salt((index, column)).max_rect(columns.place(column, top)).layout(look.column());
        let mut cell = ui.new_child(cell.sense(drawing.sense()));
        cell.set_width(cell.max_rect().width());
        cell_ui(drawing, &mut cell, &element.place, state);
        drawing.after_ui(&mut cell, element);
        bottom = bottom.max(cell.min_rect().bottom());
    }
    if can_remove && !drawing.is_still() {
        let place_of_button = columns.place(shown.len(), top + 4.0);
        let mut cell = ui.new_child(UiBuilder::new().id_salt((index, "remove")).max_rect(place_of_button).layout(look.column()));
        let name = look.texts.with("fill-remove-row", &[("number", (index + 1).into())]);
        if IconButton::new(Icon::Remove, &name).ui(&mut cell, look.theme).clicked() {
            drawing.push(Edit::Remove(place.clone(), index));
        }
        bottom = bottom.max(cell.min_rect().bottom());
    }
    ui.advance_cursor_after_rect(Rect::from_min_max(pos2(columns.left, top), pos2(columns.left + columns.whole, bottom)));
}

fn cell_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, place: &Place, state: &FieldState) {
    ui.spacing_mut().item_spacing.y = 4.0;
    drawing.quiet(ui, |drawing, ui| field::value_ui(drawing, ui, place, state));
}
