//! Editing a text in its cell: each key previews what it means, Enter and Tab commit, Escape forgets.

use super::columns::Column;
use super::{Cell, Table};
use crate::edit::{Command, Record, laws_from_text, next_step, read_outline};
use crate::model::{FlowNode, NodeId, NodeKind};
use crate::view::Action;
use crate::view::inspector::duration;
use crate::view::widgets::{holder_of, select_all};
use egui::text_edit::TextEditState;
use egui::{Event, Id, Key, Modifiers, Rect, Stroke, TextEdit, Ui, UiBuilder, vec2};

/// The text of a cell while it is edited.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    pub cell: Cell,
    text: String,
    /// Replaces the text instead of going on in it.
    selects_all: bool,
    has_begun: bool,
    /// The step was made for this name: leaving it without name takes it back.
    is_for_new: bool,
    is_wrong: bool,
}

/// How editing ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Enter,
    Tab(isize),
    Escape,
    Elsewhere,
}

impl Edit {
    fn of(cell: Cell, text: String, selects_all: bool) -> Self {
        Self { cell, text, selects_all, has_begun: false, is_for_new: false, is_wrong: false }
    }

    fn id(&self) -> Id {
        self.cell.id().with("edit")
    }
}

impl Table<'_, '_> {
    /// Begins to edit a cell: its text in place, anything else in what opens beneath it. `typed` replaces the text.
    pub(super) fn begin(&mut self, cell: Cell, typed: Option<String>) {
        let Some(node) = self.context.document.nodes.get(cell.node).filter(|node| cell.column.applies(&node.kind)) else { return };
        self.state.cursor = Some(cell);
        if cell.column.is_text() {
            let is_typed = typed.is_some();
            self.state.edit = Some(Edit::of(cell, typed.unwrap_or_else(|| self.words().cell(node, cell.column)), !is_typed));
        } else {
            self.state.open = Some(super::open::Open::at(cell));
        }
    }

    /// Begins to name a step that was just made.
    pub(super) fn begin_naming(&mut self, node: NodeId) {
        let cell = Cell { node, column: Column::Name };
        self.state.go_to(cell);
        self.state.wants_focus = false;
        self.state.seen = Some(crate::model::Subject::Node(node));
        self.state.edit = Some(Edit { is_for_new: true, ..Edit::of(cell, String::new(), true) });
    }

    pub(super) fn edit_ui(&mut self, ui: &mut Ui, rect: Rect, node: &FlowNode) {
        let Some(mut edit) = self.state.edit.take() else { return };
        if edit.cell.column == Column::Name && self.paste_lines(ui, node, &mut edit) {
            return;
        }
        let id = edit.id();
        let mut inner = ui.new_child(UiBuilder::new().max_rect(rect.shrink2(vec2(1.0, 1.0))));
        let field = TextEdit::singleline(&mut edit.text).id(id).margin(vec2(7.0, 5.0)).desired_width(f32::INFINITY);
        let response = inner.add(field);
        let mut is_changed = response.changed();
        let theme = self.context.theme;
        ui.ctx().accesskit_node_builder(id, |access| access.set_label(self.context.texts.get(edit.cell.column.title())));
        let colour = if edit.is_wrong { theme.error } else { theme.accent };
        ui.painter().rect_stroke(rect, 2, Stroke::new(2.0, colour), egui::StrokeKind::Inside);
        if !std::mem::replace(&mut edit.has_begun, true) {
            begin_field(ui, &response, &edit);
            // What was typed on the cell is previewed only now that a field holds it, else it would be committed at once.
            is_changed = !edit.selects_all;
        }
        if is_changed {
            self.preview(node, &mut edit);
        }
        if !response.lost_focus() {
            self.state.edit = Some(edit);
            return;
        }
        self.finish(ui, node, &edit);
    }

    /// Shows what the text means, if it means anything.
    fn preview(&mut self, node: &FlowNode, edit: &mut Edit) {
        let record = self.record(node, edit.cell.column, &edit.text);
        edit.is_wrong = record.is_none();
        self.actions.push(match record {
            Some(record) => Action::Preview(holder_of(edit.id()), Command::Put(Record::Node(record))),
            None => Action::Cancel,
        });
    }

    /// The step with another text in a column; `None` if the text is not understood.
    fn record(&self, node: &FlowNode, column: Column, text: &str) -> Option<FlowNode> {
        // What stands before the edit is in the committed document: laws keep the addresses that they have there.
        let committed = self.context.editor.document().nodes.get(node.id).unwrap_or(node);
        let mut changed = node.clone();
        match column {
            Column::Name => text.clone_into(&mut changed.name),
            Column::Law => changed.details.legal_bases = laws_from_text(text, &committed.details.legal_bases),
            Column::Due if text.trim().is_empty() => changed.details.due = None,
            Column::Due => changed.details.due = Some(duration::read(self.context.texts, text)?),
            _ => return None,
        }
        Some(changed)
    }

    fn finish(&mut self, ui: &Ui, node: &FlowNode, edit: &Edit) {
        let end = end(ui);
        if edit.is_for_new && edit.text.trim().is_empty() && end != End::Elsewhere {
            self.actions.extend([Action::Cancel, Action::Undo]);
            self.go_before(edit.cell);
            return;
        }
        if edit.is_wrong && end != End::Escape {
            self.actions.push(Action::Say(self.context.texts.with("table-due-unread", &[("text", edit.text.as_str().into())])));
        }
        self.actions.push(if end == End::Escape { Action::Cancel } else { Action::Commit });
        match end {
            End::Elsewhere => {}
            End::Escape => self.state.go_to(edit.cell),
            End::Tab(by) => self.go_beside(edit.cell, node, by),
            End::Enter => self.go_on(edit.cell),
        }
    }

    /// Enter: down to the next row; behind the last step a new one.
    fn go_on(&mut self, cell: Cell) {
        if cell.column == Column::Name && self.is_last_step(cell.node) {
            self.make_next(cell.node);
        } else if !self.go_down(cell, 1) {
            self.state.go_to(cell);
        }
    }

    /// Whether it is a step, and behind it come only ends.
    fn is_last_step(&self, node: NodeId) -> bool {
        let kind = |node| self.context.document.nodes.get(node).map(|node| &node.kind);
        let place = self.order.places.get(&node).copied().unwrap_or_default();
        let mut behind = self.order.rows.iter().skip(place + 1);
        kind(node).is_some_and(|kind| kind.is_activity()) && behind.all(|row| matches!(kind(row.node), Some(NodeKind::EndEvent(_))))
    }

    /// Makes the step behind another and begins to name it.
    pub(super) fn make_next(&mut self, after: NodeId) {
        let command = next_step(self.context.document, after);
        if let Err(refusal) = self.context.editor.try_command(&command) {
            self.actions.push(Action::Say(self.context.texts.refusal(&refusal)));
            return;
        }
        self.state.awaited = Some(self.context.editor.revision());
        self.actions.push(Action::Apply(command));
    }

    /// Takes several pasted lines out of the input: the first becomes the name if there is none, the others the steps behind.
    fn paste_lines(&mut self, ui: &Ui, node: &FlowNode, edit: &mut Edit) -> bool {
        let Some(text) = take_pasted_lines(ui) else { return false };
        self.actions.push(Action::Commit);
        self.insert_lines(node, &text, edit.text.trim().is_empty());
        true
    }

    /// Puts typed lines behind a step; into it too if it has no name yet.
    pub(super) fn insert_lines(&mut self, node: &FlowNode, text: &str, fills: bool) {
        let (mut outline, _) = read_outline(text, |_| false);
        let mut commands = Vec::new();
        if let Some(crate::edit::Block::Step(first)) = outline.blocks.first().filter(|_| fills).cloned() {
            let mut named = node.clone();
            named.name = first.name;
            named.details.legal_bases.extend(first.laws);
            commands.push(Command::Put(Record::Node(named)));
            outline.blocks.remove(0);
        }
        if !outline.blocks.is_empty() {
            let add = crate::edit::FlowCommand::AddOutline { process: node.process, after: Some(node.id), outline };
            commands.push(Command::Flow(add));
        }
        self.actions.push(Action::Apply(Command::Batch { name: crate::edit::CommandName::TypeSteps, commands }));
    }
}

fn begin_field(ui: &Ui, response: &egui::Response, edit: &Edit) {
    response.request_focus();
    if edit.selects_all {
        select_all(ui.ctx(), response.id);
    } else {
        let mut state = TextEditState::load(ui.ctx(), response.id).unwrap_or_default();
        let end = egui::text::CCursor::new(edit.text.chars().count());
        state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
        state.store(ui.ctx(), response.id);
    }
}

/// What ended the editing. The key is taken out of the input, lest it work again in the next cell.
fn end(ui: &Ui) -> End {
    ui.input_mut(|input| match () {
        () if input.consume_key(Modifiers::NONE, Key::Escape) => End::Escape,
        () if input.consume_key(Modifiers::NONE, Key::Enter) => End::Enter,
        () if input.consume_key(Modifiers::SHIFT, Key::Tab) => End::Tab(-1),
        () if input.consume_key(Modifiers::NONE, Key::Tab) => End::Tab(1),
        () => End::Elsewhere,
    })
}

/// Pasted text of more than one line, which no field of one line could take.
pub(super) fn take_pasted_lines(ui: &Ui) -> Option<String> {
    ui.input_mut(|input| {
        let is_list = |event: &Event| matches!(event, Event::Paste(text) if text.trim().contains('\n'));
        let place = input.events.iter().position(is_list)?;
        match input.events.remove(place) {
            Event::Paste(text) => Some(text),
            _ => None,
        }
    })
}
