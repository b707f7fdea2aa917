//! The pane in which steps are typed one per line: the text with what was not understood of it, and beneath it the picture of
//! what becomes of it.

use super::TableState;
use crate::edit::{Command, Fault, FlowCommand, Refusal, read_outline};
use crate::model::{Document, NodeId, NodeKind, ProcessId, Subject};
use crate::view::canvas::{self, CanvasState, Overlay};
use crate::view::reading::Order;
use crate::view::widgets::{error_text, primary_button, secondary_button, semibold, warning_text};
use crate::view::{Action, Selection, ViewContext};
use egui::{Frame, Id, Key, Margin, Modifiers, RichText, ScrollArea, Stroke, TextEdit, TextStyle, Ui, UiBuilder, vec2};
use std::sync::Arc;

/// Faults that are shown at most; the others wait until these are mended.
const MOST_FAULTS: usize = 4;

/// The pane while it is open.
#[derive(Default)]
pub(super) struct Typing {
    text: String,
    has_focus: bool,
    outcome: Option<Outcome>,
    canvas: CanvasState,
    /// The picture is fitted again in so many passes.
    fits: u8,
}

/// Whether the pane is done with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ended {
    NotYet,
    Drawn,
    Left,
}

/// What would become of the text.
#[derive(Clone, Debug)]
struct Outcome {
    text: String,
    revision: u64,
    after: Option<NodeId>,
    document: Result<Arc<Document>, Refusal>,
    command: Command,
    faults: Vec<Fault>,
    steps: usize,
}

/// Draws the pane into the rest of the `ui`, if it is open.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut TableState, process: ProcessId, actions: &mut Vec<Action>) {
    let Some(mut typing) = state.typing.take() else { return };
    typing.update(&Order::of(ui.ctx(), context.document, process), context, process);
    let ended = Frame::new().fill(context.theme.panel).inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        let whole = ui.available_rect_before_wrap();
        let (above, below) = whole.split_top_bottom_at_y(whole.top() + (whole.height() * 0.5).clamp(160.0, 400.0));
        let (left, right) = above.split_left_right_at_x(above.left() + above.width() * 0.55);
        let key = pressed(ui);
        let mut text = ui.new_child(UiBuilder::new().id_salt("typed text").max_rect(left));
        typing.field_ui(&mut text, context);
        let mut aside = ui.new_child(UiBuilder::new().id_salt("typed aside").max_rect(right.with_min_x(right.left() + 16.0)));
        let ended = typing.aside_ui(&mut aside, context, key, actions);
        let mut picture = ui.new_child(UiBuilder::new().id_salt("typed picture").max_rect(below.with_min_y(below.top() + 8.0)));
        typing.picture_ui(&mut picture, context, process);
        ended
    });
    match ended.inner {
        Ended::NotYet => state.typing = Some(typing),
        Ended::Drawn => {}
        Ended::Left => state.draft = typing.text,
    }
}

/// What the keys want: Ctrl+Enter draws, Escape leaves.
fn pressed(ui: &Ui) -> Ended {
    ui.input_mut(|input| match () {
        () if input.consume_key(Modifiers::COMMAND, Key::Enter) => Ended::Drawn,
        () if input.consume_key(Modifiers::NONE, Key::Escape) => Ended::Left,
        () => Ended::NotYet,
    })
}

impl Typing {
    /// The pane with what was typed before.
    pub fn with(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// Reads the text again if it, the document or the place has changed.
    fn update(&mut self, order: &Order, context: &ViewContext<'_>, process: ProcessId) {
        let (after, revision) = (place(order, context, process), context.editor.revision());
        let is_same = |outcome: &Outcome| outcome.text == self.text && outcome.revision == revision && outcome.after == after;
        if self.outcome.as_ref().is_some_and(is_same) {
            return;
        }
        let nodes = || context.document.nodes.values().filter(|node| node.process == process);
        let (outline, faults) = read_outline(&self.text, |name| nodes().any(|node| node.name.trim().eq_ignore_ascii_case(name.trim())));
        let steps = outline.steps();
        let command = Command::Flow(FlowCommand::AddOutline { process, after, outline });
        let document = context.editor.what_if(&command).map(Arc::new);
        self.fits = 2;
        self.outcome = Some(Outcome { text: self.text.clone(), revision, after, document, command, faults, steps });
    }

    /// What stands beside the text: how it is written, what was not understood, the buttons. Whether the pane is done with.
    fn aside_ui(&self, ui: &mut Ui, context: &ViewContext<'_>, key: Ended, actions: &mut Vec<Action>) -> Ended {
        let (theme, texts) = (context.theme, context.texts);
        ui.label(semibold(texts.get("command-type-steps"), 16.0));
        ui.label(RichText::new(texts.get("typed-help")).size(12.0).color(theme.text_soft));
        if let Some(after) = self.outcome.as_ref().and_then(|outcome| outcome.after) {
            let step = texts.name_of(context.document, Subject::Node(after));
            ui.label(RichText::new(texts.with("typed-after", &[("step", step.as_str().into())])).size(12.0).color(theme.text_soft));
        }
        ScrollArea::vertical().id_salt("typed faults").max_height((ui.available_height() - 48.0).max(40.0)).show(ui, |ui| {
            self.faults_ui(ui, context);
        });
        ui.add_space(8.0);
        let can_apply = self.outcome.as_ref().is_some_and(|outcome| outcome.document.is_ok() && !self.text.trim().is_empty());
        let (mut is_applied, mut is_closed) = (key == Ended::Drawn && can_apply, key == Ended::Left);
        ui.horizontal(|ui| {
            let apply = ui.add_enabled_ui(can_apply, |ui| primary_button(ui, theme, texts.get("typed-apply"))).inner;
            is_applied |= apply.on_hover_text(texts.get("typed-apply-help")).clicked();
            is_closed |= secondary_button(ui, texts.get("typed-cancel")).clicked();
        });
        if let Some(outcome) = self.outcome.as_ref().filter(|_| is_applied) {
            actions.push(Action::ApplyQuietly(outcome.command.clone()));
            actions.push(Action::Say(texts.with("typed-done", &[("count", outcome.steps.into())])));
        }
        match (is_applied, is_closed) {
            (true, _) => Ended::Drawn,
            (false, true) => Ended::Left,
            (false, false) => Ended::NotYet,
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, context: &ViewContext<'_>) {
        let height = (ui.available_height() - 16.0).max(80.0);
        let id = Id::unique("typed steps");
        let (theme, texts) = (context.theme, context.texts);
        let frame = Frame::new().fill(theme.paper).stroke(Stroke::new(1.0, theme.line_strong)).corner_radius(4).inner_margin(8);
        frame.show(ui, |ui| {
            ScrollArea::both().id_salt("typed").max_height(height).min_scrolled_height(height).auto_shrink(false).show(ui, |ui| {
                let edit = TextEdit::multiline(&mut self.text).id(id).font(TextStyle::Body).lock_focus(true).frame(Frame::NONE);
                let edit = edit.hint_text(texts.get("typed-example")).desired_width(f32::INFINITY);
                let response = ui.add_sized(vec2(ui.available_width(), height), edit);
                ui.ctx().accesskit_node_builder(id, |access| access.set_label(texts.get("typed-label")));
                // The picture beside it may take the focus in the first pass.
                self.has_focus |= response.has_focus();
                if !self.has_focus {
                    response.request_focus();
                }
            });
        });
    }

    fn faults_ui(&self, ui: &mut Ui, context: &ViewContext<'_>) {
        let Some(outcome) = &self.outcome else { return };
        let texts = context.texts;
        if let Err(refusal) = outcome.document.as_ref().map_err(|refusal| texts.refusal(refusal))
            && !self.text.trim().is_empty()
        {
            error_text(ui, context.theme, &refusal);
        }
        for fault in outcome.faults.iter().take(MOST_FAULTS) {
            warning_text(ui, context.theme, &texts.outline_fault(fault));
        }
        if outcome.faults.len() > MOST_FAULTS {
            let more = outcome.faults.len() - MOST_FAULTS;
            ui.label(RichText::new(texts.with("typed-more-faults", &[("count", more.into())])).size(12.0).color(context.theme.warning));
        }
    }

    /// The right side: the flow as it would be.
    fn picture_ui(&mut self, ui: &mut Ui, context: &ViewContext<'_>, process: ProcessId) {
        let shown = match self.outcome.as_ref().map(|outcome| &outcome.document) {
            Some(Ok(document)) => document,
            _ => context.document,
        };
        let selection = Selection::default();
        let context = ViewContext { document: shown, selection: &selection, problems: &[], ..*context };
        let mut ignored = Vec::new();
        Frame::new().fill(context.theme.canvas).stroke(Stroke::new(1.0, context.theme.line)).show(ui, |ui| {
            canvas::play_ui(ui, &context, &mut self.canvas, process, &Overlay::default(), &mut ignored);
        });
        if self.fits > 0 {
            self.fits -= 1;
            let next_id = context.editor.document().next_id;
            let made = context.document.nodes.values().find(|node| node.id.0 >= next_id && node.kind.is_activity());
            match made.filter(|_| self.outcome.as_ref().is_some_and(|outcome| outcome.after.is_some())) {
                Some(node) => self.canvas.reveal(Subject::Node(node.id)),
                None => self.canvas.fit(),
            }
            ui.ctx().request_repaint();
        }
    }
}

/// The node behind which the steps come: the selected one, else the last step; none in a process that only begins.
fn place(order: &Order, context: &ViewContext<'_>, process: ProcessId) -> Option<NodeId> {
    let document = context.document;
    let node = |id: NodeId| document.nodes.get(id).filter(|node| node.process == process);
    let selected = context.selection.single().and_then(Subject::node).and_then(node);
    let selected = selected.filter(|node| !matches!(node.kind, NodeKind::EndEvent(_))).map(|node| node.id);
    let mut steps =
        order.rows.iter().rev().filter_map(|row| node(row.node)).filter(|node| node.kind.is_activity() && node.parent.is_none());
    let last = steps.next()?.id;
    Some(selected.unwrap_or(last))
}
