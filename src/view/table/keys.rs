//! The table by keyboard: arrows and Tab go from cell to cell, Enter edits, Ctrl with an arrow moves the step.

use super::columns::Column;
use super::edit::take_pasted_lines;
use super::{Cell, Table};
use crate::edit::{Command, Shift, move_in_flow};
use crate::model::{FlowNode, NodeKind, Subject};
use crate::view::Action;
use egui::{Event, EventFilter, InputState, Key, Modifiers, Ui};

/// Rows that a page has.
const PAGE: isize = 10;

/// What a key wants.
#[derive(Clone, Debug, PartialEq)]
enum Wish {
    Down(isize),
    Beside(isize),
    Edge(bool),
    Begin,
    Type(String),
    Remove,
    Shift(Shift),
    Insert,
    Lines(String),
}

impl Table<'_, '_> {
    /// Does what the keys of this frame want of the cell that has the focus.
    pub(super) fn keys(&mut self, ui: &Ui, cell: Cell, node: &FlowNode) {
        if self.state.open.is_some() || self.state.edit.is_some() {
            return;
        }
        let filter = EventFilter {
            tab: self.has_neighbour(cell, node, 1) && self.has_neighbour(cell, node, -1),
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: false,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(cell.id(), filter));
        let lines = take_pasted_lines(ui).map(Wish::Lines);
        for wish in ui.input_mut(wishes).into_iter().chain(lines) {
            self.grant(cell, node, wish);
        }
    }

    fn grant(&mut self, cell: Cell, node: &FlowNode, wish: Wish) {
        match wish {
            Wish::Down(by) => drop(self.go_down(cell, by)),
            Wish::Beside(by) => self.go_beside(cell, node, by),
            Wish::Edge(is_end) => {
                let rows = self.order.rows.len().cast_signed();
                self.go_down(cell, if is_end { rows } else { -rows });
            }
            Wish::Type(text) if cell.column.is_text() => self.begin(cell, Some(text)),
            Wish::Begin | Wish::Type(_) => self.begin(cell, None),
            Wish::Remove => self.remove(cell),
            Wish::Shift(shift) => self.shift(cell, shift),
            Wish::Insert => self.make_next(cell.node),
            Wish::Lines(text) => self.insert_lines(node, &text, node.name.trim().is_empty()),
        }
    }

    /// Goes to a row further down; whether there is one.
    pub(super) fn go_down(&mut self, cell: Cell, by: isize) -> bool {
        let Some(place) = self.order.places.get(&cell.node).copied() else { return false };
        let last = self.order.rows.len().saturating_sub(1);
        let target = place.saturating_add_signed(by).min(last);
        let Some(row) = self.order.rows.get(target).filter(|_| target != place) else { return false };
        self.state.go_to(Cell { node: row.node, column: cell.column });
        self.select(row.node);
        true
    }

    /// Goes to the next cell that the step has on a side; behind the last one to the row below.
    pub(super) fn go_beside(&mut self, cell: Cell, node: &FlowNode, by: isize) {
        if let Some(column) = cell.column.next_of(node, by) {
            self.state.go_to(Cell { node: cell.node, column });
        } else {
            let column = if by > 0 { Column::Kind } else { Column::Notes };
            self.go_down(Cell { column, ..cell }, by);
        }
    }

    fn has_neighbour(&self, cell: Cell, node: &FlowNode, by: isize) -> bool {
        let place = self.order.places.get(&cell.node).copied().unwrap_or_default();
        let is_edge = if by > 0 { place + 1 >= self.order.rows.len() } else { place == 0 };
        !is_edge || cell.column.next_of(node, by).is_some()
    }

    /// Goes to the row before, for instance because this one is going to vanish.
    pub(super) fn go_before(&mut self, cell: Cell) {
        let place = self.order.places.get(&cell.node).copied().unwrap_or_default();
        if let Some(row) = place.checked_sub(1).and_then(|place| self.order.rows.get(place)) {
            self.state.go_to(Cell { node: row.node, column: cell.column });
            self.select(row.node);
        }
    }

    fn remove(&mut self, cell: Cell) {
        let name = self.context.texts.name_of(self.context.document, Subject::Node(cell.node));
        let place = self.order.places.get(&cell.node).copied().unwrap_or_default();
        self.actions.push(Action::ApplyQuietly(Command::Remove(vec![Subject::Node(cell.node)])));
        self.actions.push(Action::Say(self.context.texts.with("table-removed", &[("step", name.as_str().into())])));
        let next = self.order.rows.get(place + 1).or_else(|| place.checked_sub(1).and_then(|place| self.order.rows.get(place)));
        if let Some(row) = next {
            self.state.go_to(Cell { node: row.node, column: cell.column });
            self.select(row.node);
        }
    }

    fn shift(&mut self, cell: Cell, shift: Shift) {
        let command = move_in_flow(self.context.document, cell.node, shift);
        let refusal = match &command {
            Some(command) => self.context.editor.try_command(command).err().map(|refusal| self.context.texts.refusal(&refusal)),
            None => Some(self.context.texts.get("table-not-moved").to_owned()),
        };
        match (refusal, command) {
            (Some(refusal), _) => self.actions.push(Action::Say(refusal)),
            (None, command) => {
                self.actions.extend(command.map(Action::ApplyQuietly));
                self.state.go_to(cell);
            }
        }
    }

    /// Makes a step at the end of the list: behind the last step, else behind whatever can be left.
    pub(super) fn add_at_end(&mut self) {
        let kind = |row: &&crate::view::reading::Row| self.context.document.nodes.get(row.node).map(|node| &node.kind);
        let mut rows = self.order.rows.iter().rev();
        let step = rows.clone().find(|row| kind(row).is_some_and(NodeKind::is_activity));
        let after = step.or_else(|| rows.find(|row| kind(row).is_some_and(|kind| !matches!(kind, NodeKind::EndEvent(_)))));
        if let Some(row) = after {
            self.make_next(row.node);
        }
    }
}

/// What the keys of this frame want, taken out of the input.
fn wishes(input: &mut InputState) -> Vec<Wish> {
    let keys = [
        (Modifiers::COMMAND, Key::ArrowUp, Wish::Shift(Shift::Earlier)),
        (Modifiers::COMMAND, Key::ArrowDown, Wish::Shift(Shift::Later)),
        (Modifiers::COMMAND, Key::Home, Wish::Edge(false)),
        (Modifiers::COMMAND, Key::End, Wish::Edge(true)),
        (Modifiers::SHIFT, Key::Tab, Wish::Beside(-1)),
        (Modifiers::NONE, Key::Tab, Wish::Beside(1)),
        (Modifiers::NONE, Key::ArrowUp, Wish::Down(-1)),
        (Modifiers::NONE, Key::ArrowDown, Wish::Down(1)),
        (Modifiers::NONE, Key::ArrowLeft, Wish::Beside(-1)),
        (Modifiers::NONE, Key::ArrowRight, Wish::Beside(1)),
        (Modifiers::NONE, Key::PageUp, Wish::Down(-PAGE)),
        (Modifiers::NONE, Key::PageDown, Wish::Down(PAGE)),
        (Modifiers::NONE, Key::Enter, Wish::Begin),
        (Modifiers::NONE, Key::F2, Wish::Begin),
        (Modifiers::NONE, Key::Insert, Wish::Insert),
        (Modifiers::NONE, Key::Delete, Wish::Remove),
    ];
    let mut found: Vec<Wish> =
        keys.into_iter().filter(|(modifiers, key, _)| input.consume_key(*modifiers, *key)).map(|(_, _, wish)| wish).collect();
    let typed: Vec<&str> =
        input.events.iter().filter_map(|event| if let Event::Text(text) = event { Some(text.as_str()) } else { None }).collect();
    if !typed.is_empty() && !typed.concat().trim().is_empty() {
        found.push(Wish::Type(typed.concat()));
        input.events.retain(|event| !matches!(event, Event::Text(_)));
    }
    found
}
