//! The process as a table: one row for each step, in reading order, every property edited in its cell. The accessible equal of
//! the canvas.
//!
//! [`ui`] draws the table, [`bar_ui`] the bar above canvas and table, [`typing_ui`] the pane in which steps are typed one per
//! line. [`TableState`] remembers the cell with the keyboard's cursor and what is being edited.

mod bar;
mod cell;
mod columns;
mod edit;
mod keys;
mod next;
mod open;
mod picker;
mod rows;
mod typing;
mod words;

pub use bar::bar_ui;
pub use typing::ui as typing_ui;

use crate::check::Severity;
use crate::model::{NodeId, ProcessId, Subject};
use crate::view::reading::Order;
use crate::view::{Action, ViewContext};
use columns::Column;
use edit::Edit;
use egui::{Frame, Id, Rect, Ui};
use open::Open;
use std::collections::BTreeMap;
use std::sync::Arc;
use typing::Typing;
use words::Words;

/// What of the flow is shown in the place *Ablauf*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum FlowView {
    /// The canvas alone.
    #[default]
    Picture,
    /// The canvas with the table beneath it.
    Both,
    /// The table alone.
    List,
}

impl FlowView {
    /// The one that comes next when one goes round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Picture => Self::Both,
            Self::Both => Self::List,
            Self::List => Self::Picture,
        }
    }
}

/// A cell of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cell {
    node: NodeId,
    column: Column,
}

impl Cell {
    fn id(self) -> Id {
        Id::unique(("table", self.node, self.column))
    }
}

/// What the table of a document remembers between frames.
#[derive(Default)]
pub struct TableState {
    /// The cell in which the keys work.
    cursor: Option<Cell>,
    /// The cell of the cursor takes the focus as soon as it is drawn.
    wants_focus: bool,
    /// The row of the cursor is brought into view.
    wants_view: bool,
    edit: Option<Edit>,
    open: Option<Open>,
    /// The revision before a step was made whose name is to be typed.
    awaited: Option<u64>,
    /// The selected element that was brought into view last.
    seen: Option<Subject>,
    selected: Option<Subject>,
    typing: Option<Typing>,
    /// What was typed when the pane was left without drawing it; it stands there again when the pane is opened.
    draft: String,
    troubles: Arc<Troubles>,
    /// The problems from which these were counted.
    counted: Option<(usize, usize, u64)>,
}

impl TableState {
    /// Opens the pane in which steps are typed.
    pub fn begin_typing(&mut self) {
        if self.typing.is_none() {
            self.typing = Some(Typing::with(std::mem::take(&mut self.draft)));
        }
    }

    /// The step that was selected in the table in this pass, for the canvas to bring into view.
    pub fn take_selected(&mut self) -> Option<Subject> {
        self.selected.take()
    }

    /// Whether steps are being typed in their pane.
    pub fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    fn go_to(&mut self, cell: Cell) {
        self.cursor = Some(cell);
        self.wants_focus = true;
        self.wants_view = true;
    }
}

/// Problems of a step: the worst, and how many.
type Troubles = BTreeMap<NodeId, (Severity, usize)>;

/// A table on its way to the screen.
struct Table<'a, 'c> {
    context: &'a ViewContext<'c>,
    state: &'a mut TableState,
    order: &'a Order,
    process: ProcessId,
    troubles: Arc<Troubles>,
    columns: [(f32, f32); 8],
    /// Where the cell lies under which something is open.
    anchor: Option<Rect>,
    actions: &'a mut Vec<Action>,
}

impl Table<'_, '_> {
    fn words(&self) -> Words<'_> {
        Words { document: self.context.document, texts: self.context.texts, order: self.order }
    }

    fn width(&self) -> f32 {
        self.columns.last().map_or(0.0, |(left, width)| left + width)
    }
}

/// Draws the table of a process into the rest of the `ui`.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut TableState, process: ProcessId, actions: &mut Vec<Action>) {
    let order = Order::of(ui.ctx(), context.document, process);
    Frame::new().fill(context.theme.paper).show(ui, |ui| {
        let columns = Column::layout(ui.available_width() - 12.0);
        let problems = (context.problems.as_ptr().addr(), context.problems.len(), context.editor.revision());
        if state.counted != Some(problems) {
            state.counted = Some(problems);
            state.troubles = Arc::new(troubles(context));
        }
        let troubles = Arc::clone(&state.troubles);
        let mut table = Table { context, state, order: &order, process, troubles, columns, anchor: None, actions };
        table.follow();
        table.ui(ui);
    });
}

/// The problems of steps, those of the ways out of a step among them.
fn troubles(context: &ViewContext<'_>) -> Troubles {
    let mut found = Troubles::new();
    for problem in context.problems {
        let node = match problem.at.first() {
            Some(Subject::Node(node)) => Some(*node),
            Some(Subject::Flow(flow)) => context.document.flows.get(*flow).map(|flow| flow.from),
            _ => None,
        };
        if let Some(node) = node {
            let trouble = found.entry(node).or_insert((problem.severity, 0));
            *trouble = (trouble.0.max(problem.severity), trouble.1 + 1);
        }
    }
    found
}

impl Table<'_, '_> {
    /// What follows from changes elsewhere: a new step is named, what was selected on the canvas comes into view.
    fn follow(&mut self) {
        if self.state.cursor.is_some_and(|cell| !self.order.places.contains_key(&cell.node)) {
            self.state.cursor = None;
        }
        if self.state.edit.as_ref().is_some_and(|edit| !self.order.places.contains_key(&edit.cell.node)) {
            self.state.edit = None;
        }
        let selected = self.context.selection.primary;
        let node = selected.and_then(Subject::node).filter(|node| self.order.places.contains_key(node));
        if let Some(revision) = self.state.awaited
            && self.context.editor.revision() != revision
        {
            self.state.awaited = None;
            if let Some(node) = node {
                self.begin_naming(node);
            }
        }
        if self.state.seen != selected {
            self.state.seen = selected;
            if let Some(node) = node.filter(|node| self.state.cursor.is_none_or(|cell| cell.node != *node)) {
                let column = self.state.cursor.map_or(Column::Name, |cell| cell.column);
                self.state.cursor = Some(Cell { node, column });
                self.state.wants_view = true;
            }
        }
    }
}
