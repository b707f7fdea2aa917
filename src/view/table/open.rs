//! What opens beneath a cell: lists of roles, forms and kinds, the ways out of a step, its note and problems.

use super::columns::Column;
use super::next::Ways;
use super::picker::{Entry, Picked, Picker};
use super::{Cell, Table};
use crate::edit::{Command, ContentCommand, Record, assign_new_role, assign_role};
use crate::model::{FlowNode, NodeKind, Subject};
use crate::view::icons::Icon;
use crate::view::widgets::{TextField, error_text, quiet_button, secondary_button, warning_text};
use crate::view::{Action, canvas};
use egui::{Area, Frame, Id, Key, Modifiers, Order, Ui, vec2};

/// What is open beneath a cell.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub cell: Cell,
    pub picker: Picker,
    pub ways: Ways,
    /// Opened in this very pass: the press that opened it is not one beside it.
    is_new: bool,
}

impl Open {
    pub fn at(cell: Cell) -> Self {
        Self { cell, picker: Picker::default(), ways: Ways::default(), is_new: true }
    }
}

impl Table<'_, '_> {
    pub(super) fn open_ui(&mut self, ui: &mut Ui) {
        let Some(mut open) = self.state.open.take() else { return };
        let Some(node) = self.context.document.nodes.get(open.cell.node) else { return };
        if open.is_new && self.anchor.is_none() {
            // Its cell is drawn in the next pass.
            open.is_new = false;
            self.state.open = Some(open);
            ui.ctx().request_repaint();
            return;
        }
        let Some(anchor) = self.anchor else { return };
        let width = if open.cell.column == Column::Next { 460.0 } else { anchor.width().max(280.0) };
        let area = Area::new(Id::unique("opened in the table")).order(Order::Foreground).fixed_pos(anchor.left_bottom()).constrain(true);
        let is_done = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let shown = area.show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).inner_margin(8).show(ui, |ui| {
                ui.set_width(width);
                self.content_ui(ui, &mut open, node)
            })
        });
        let rect = shown.response.rect;
        let is_left = ui.input_mut(|input| {
            let beside =
                input.pointer.any_pressed() && input.pointer.interact_pos().is_some_and(|at| !rect.contains(at) && !anchor.contains(at));
            input.consume_key(Modifiers::NONE, Key::Escape) || beside
        });
        open.is_new = false;
        if shown.inner.inner || is_left || is_done {
            self.state.go_to(open.cell);
            self.actions.push(Action::Commit);
        } else {
            self.state.open = Some(open);
        }
    }

    /// Draws what is open; whether it is done with.
    fn content_ui(&mut self, ui: &mut Ui, open: &mut Open, node: &FlowNode) -> bool {
        match open.cell.column {
            Column::Kind => self.kind_ui(ui, &mut open.picker, node),
            Column::Who => self.who_ui(ui, &mut open.picker, node),
            Column::Form => self.form_ui(ui, &mut open.picker, node),
            Column::Next => self.ways_ui(ui, &mut open.ways, node),
            _ => self.notes_ui(ui, node),
        }
    }

    fn kind_ui(&mut self, ui: &mut Ui, picker: &mut Picker, node: &FlowNode) -> bool {
        let texts = self.context.texts;
        let kinds: Vec<NodeKind> =
            canvas::change_columns(self.context.document, node.id).into_iter().flat_map(|(_, kinds)| kinds).collect();
        let name = |kind: &NodeKind| match kind.host() {
            Some(host) if host == node.id => format!("{}: {}", texts.get("canvas-group-boundary"), texts.node_kind(kind)),
            _ => texts.node_kind(kind).to_owned(),
        };
        let entries: Vec<Entry<usize>> = kinds.iter().map(name).enumerate().collect();
        let Picked::This(place) = picker.ui(ui, self.context.theme, texts.get("table-pick-kind"), &entries, None) else {
            return false;
        };
        if let Some(kind) = kinds.get(place) {
            self.try_quietly(canvas::becoming(node.id, kind.clone()));
        }
        true
    }

    /// Does a command, or says why it cannot be done.
    pub(super) fn try_quietly(&mut self, command: Command) {
        self.actions.push(match self.context.editor.try_command(&command) {
            Ok(()) => Action::ApplyQuietly(command),
            Err(refusal) => Action::Say(self.context.texts.refusal(&refusal)),
        });
    }

    fn who_ui(&mut self, ui: &mut Ui, picker: &mut Picker, node: &FlowNode) -> bool {
        let (document, texts) = (self.context.document, self.context.texts);
        let roles = document.roles.values().map(|role| (Some(role.id), role.name.clone()));
        let entries: Vec<Entry<_>> = roles.chain([(None, texts.get("table-nobody").to_owned())]).collect();
        let new = |name: &str| texts.with("table-new-role", &[("name", name.into())]);
        let command = match picker.ui(ui, self.context.theme, texts.get("table-pick-role"), &entries, Some(&new)) {
            Picked::Nothing => return false,
            Picked::This(role) => assign_role(document, node, role),
            Picked::New(name) => assign_new_role(document, node, &name),
        };
        self.try_quietly(command);
        true
    }

    fn form_ui(&mut self, ui: &mut Ui, picker: &mut Picker, node: &FlowNode) -> bool {
        let (document, texts) = (self.context.document, self.context.texts);
        if let Some(form) = node.details.form
            && quiet_button(ui, Some(Icon::Edit), texts.get("inspector-open-form")).clicked()
        {
            self.actions.push(Action::Reveal(Subject::Form(form), None));
            return true;
        }
        let forms = document.forms.values().map(|form| (Some(form.id), form.name.clone()));
        let entries: Vec<Entry<_>> = forms.chain([(None, texts.get("table-no-form").to_owned())]).collect();
        let new = |name: &str| texts.with("table-new-form", &[("name", name.into())]);
        let command = match picker.ui(ui, self.context.theme, texts.get("table-pick-form"), &entries, Some(&new)) {
            Picked::Nothing => return false,
            Picked::This(form) => {
                let mut node = node.clone();
                node.details.form = form;
                Command::Put(Record::Node(node))
            }
            Picked::New(name) => Command::Content(ContentCommand::AddForm { name, step: Some(node.id) }),
        };
        self.try_quietly(command);
        true
    }

    fn notes_ui(&mut self, ui: &mut Ui, node: &FlowNode) -> bool {
        let (context, at) = (self.context, Subject::Node(node.id));
        let label = context.texts.get("table-note");
        let id = Id::unique(("table", node.id, "note"));
        let field = TextField { id, label, value: &node.details.note, hint: label, lines: 3 };
        let response = field.ui(ui, context, self.actions, |note| {
            let mut node = node.clone();
            node.details.note = note;
            Command::Put(Record::Node(node))
        });
        if !response.has_focus()
            && ui.memory(|memory| memory.focused().is_none_or(|focused| focused == (Cell { node: node.id, column: Column::Notes }).id()))
        {
            response.request_focus();
        }
        let of_step = |at_first: Option<&Subject>| match at_first {
            Some(Subject::Flow(flow)) => context.document.flows.get(*flow).is_some_and(|flow| flow.from == node.id),
            first => first == Some(&at),
        };
        for problem in context.problems.iter().filter(|problem| of_step(problem.at.first())) {
            ui.add_space(4.0);
            let sentence = context.texts.problem(context.document, problem);
            match problem.severity {
                crate::check::Severity::Error => error_text(ui, context.theme, &sentence),
                _ => warning_text(ui, context.theme, &sentence),
            }
            if let Some(fix) = &problem.fix
                && secondary_button(ui, context.texts.get(fix.label)).clicked()
            {
                self.actions.push(Action::ApplyQuietly(fix.command.clone()));
            }
            crate::view::problems::play_ui(ui, context, problem, self.actions);
        }
        ui.set_min_size(vec2(260.0, 0.0));
        false
    }
}
