//! The table of codes by keyboard: arrows and Tab go from cell to cell, typing edits, Ctrl with an arrow moves the row.

use super::cell::Edit;
use super::{Cell, Column};
use crate::exchange::code_list::read_table;
use crate::model::CodeList;
use crate::view::data::Model;
use egui::{Event, EventFilter, Id, InputState, Key, Modifiers, Ui};

/// Rows that a page has.
const PAGE: isize = 15;

/// What a key wants.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wish {
    Down(isize),
    Beside(isize),
    Edit(Option<String>),
    Remove,
    Insert,
    Shift(isize),
    Copy,
}

const KEYS: [(Modifiers, Key, Wish); 17] = [
    (Modifiers::COMMAND, Key::ArrowUp, Wish::Shift(-1)),
    (Modifiers::COMMAND, Key::ArrowDown, Wish::Shift(1)),
    (Modifiers::COMMAND, Key::Home, Wish::Down(isize::MIN)),
    (Modifiers::COMMAND, Key::End, Wish::Down(isize::MAX)),
    (Modifiers::SHIFT, Key::Tab, Wish::Beside(-1)),
    (Modifiers::NONE, Key::Tab, Wish::Beside(1)),
    (Modifiers::NONE, Key::ArrowUp, Wish::Down(-1)),
    (Modifiers::NONE, Key::ArrowDown, Wish::Down(1)),
    (Modifiers::NONE, Key::ArrowLeft, Wish::Beside(-1)),
    (Modifiers::NONE, Key::ArrowRight, Wish::Beside(1)),
    (Modifiers::NONE, Key::PageUp, Wish::Down(-PAGE)),
    (Modifiers::NONE, Key::PageDown, Wish::Down(PAGE)),
    (Modifiers::NONE, Key::Enter, Wish::Edit(None)),
    (Modifiers::NONE, Key::F2, Wish::Edit(None)),
    (Modifiers::NONE, Key::Insert, Wish::Insert),
    (Modifiers::NONE, Key::Delete, Wish::Remove),
    (Modifiers::NONE, Key::Backspace, Wish::Edit(Some(String::new()))),
];

impl Model<'_, '_> {
    /// Does what the keys of this frame want of the cell that has the focus.
    pub(super) fn code_keys(&mut self, ui: &Ui, list: &CodeList, cell: Cell, id: Id) {
        let last = Cell { row: list.entries.len().saturating_sub(1), column: Column::Help };
        let is_edge = cell == last || cell == (Cell { row: 0, column: Column::Code });
        let filter = EventFilter { tab: !is_edge, horizontal_arrows: true, vertical_arrows: true, escape: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        for wish in ui.input_mut(|input| wishes(input, is_edge)) {
            self.grant_code(ui, list, cell, wish);
        }
    }

    fn grant_code(&mut self, ui: &Ui, list: &CodeList, cell: Cell, wish: Wish) {
        match wish {
            Wish::Down(by) => {
                let row = cell.row.saturating_add_signed(by).min(list.entries.len().saturating_sub(1));
                self.go_to_code(list, Cell { row, ..cell });
            }
            Wish::Beside(by) => self.go_beside(list, cell, by),
            Wish::Edit(typed) => self.state.codes.edit = Some(Edit::of(cell, typed)),
            Wish::Remove => self.remove_code(list, cell.row),
            Wish::Insert => self.insert_code(list, cell.row + 1),
            Wish::Shift(by) => {
                let to = if by < 0 { cell.row.checked_sub(1) } else { Some(cell.row + 2).filter(|to| *to <= list.entries.len()) };
                match to {
                    Some(to) => self.move_code(list, cell.row, to),
                    None => self.say("data-not-moved"),
                }
            }
            Wish::Copy => {
                let text = list.entries.get(cell.row).map(|entry| cell.column.of(entry).to_owned());
                text.into_iter().for_each(|text| ui.ctx().copy_text(text));
            }
        }
    }

    pub(super) fn go_to_code(&mut self, list: &CodeList, cell: Cell) {
        let row = cell.row.min(list.entries.len().saturating_sub(1));
        self.state.codes.cursor = Some(Cell { row, ..cell });
        self.state.codes.wants_focus = true;
        self.state.codes.wants_view = true;
    }

    /// Goes to the next cell on a side; behind the last one to the row below.
    pub(super) fn go_beside(&mut self, list: &CodeList, cell: Cell, by: isize) {
        let place = Column::ALL.iter().position(|column| *column == cell.column).unwrap_or_default();
        let next = place.checked_add_signed(by).and_then(|place| Column::ALL.get(place));
        let target = match next {
            Some(column) => Cell { column: *column, ..cell },
            None if by > 0 && cell.row + 1 < list.entries.len() => Cell { row: cell.row + 1, column: Column::Code },
            None if by < 0 && cell.row > 0 => Cell { row: cell.row - 1, column: Column::Help },
            None => cell,
        };
        self.go_to_code(list, target);
    }

    pub(super) fn remove_code(&mut self, list: &CodeList, row: usize) {
        let mut entries = list.entries.clone();
        if row < entries.len() {
            entries.remove(row);
            let column = self.state.codes.cursor.map_or(Column::Code, |cell| cell.column);
            self.state.codes.cursor = Some(Cell { row: row.min(entries.len().saturating_sub(1)), column });
            self.state.codes.wants_focus = true;
            self.put_codes(list, entries);
        }
    }

    /// Moves a row before another one, counted before it is taken out.
    pub(super) fn move_code(&mut self, list: &CodeList, from: usize, to: usize) {
        let mut entries = list.entries.clone();
        if from >= entries.len() || to == from || to == from + 1 {
            return;
        }
        let entry = entries.remove(from);
        let to = if from < to { to - 1 } else { to }.min(entries.len());
        entries.insert(to, entry);
        let column = self.state.codes.cursor.map_or(Column::Code, |cell| cell.column);
        self.state.codes.cursor = Some(Cell { row: to, column });
        self.state.codes.wants_focus = true;
        self.state.codes.wants_view = true;
        self.put_codes(list, entries);
    }

    /// What is pasted as rows of a table is offered; a single word goes into the cell.
    pub(super) fn take_paste(&mut self, ui: &Ui, list: &CodeList) {
        if self.state.codes.edit.is_some() || self.state.codes.offer.is_some() || ui.ctx().text_edit_focused() {
            return;
        }
        let Some(text) = ui.input_mut(take_pasted) else { return };
        let is_table = text.trim_end().contains(['\n', '\t']);
        match self.state.codes.cursor.filter(|_| !is_table && !list.entries.is_empty()) {
            Some(cell) => self.state.codes.edit = Some(Edit::of(cell, Some(text.trim_end().to_owned()))),
            None => self.state.codes.offer(list.id, read_table(&text)),
        }
    }
}

fn take_pasted(input: &mut InputState) -> Option<String> {
    let mut pasted = None;
    input.events.retain(|event| match event {
        Event::Paste(text) if !text.trim().is_empty() => {
            pasted = Some(text.clone());
            false
        }
        _ => true,
    });
    pasted
}

/// What the keys of this frame want, taken out of the input. At the edges of the table Tab leads out of it.
fn wishes(input: &mut InputState, is_edge: bool) -> Vec<Wish> {
    let keys = KEYS.into_iter().filter(|(_, key, _)| !is_edge || *key != Key::Tab);
    let mut found: Vec<Wish> = keys.filter(|(modifiers, key, _)| input.consume_key(*modifiers, *key)).map(|(_, _, wish)| wish).collect();
    let typed: String =
        input.events.iter().filter_map(|event| if let Event::Text(text) = event { Some(text.as_str()) } else { None }).collect();
    if !typed.trim().is_empty() {
        input.events.retain(|event| !matches!(event, Event::Text(_)));
        found.push(Wish::Edit(Some(typed)));
    }
    if input.events.iter().any(|event| matches!(event, Event::Copy)) {
        found.push(Wish::Copy);
    }
    found
}
