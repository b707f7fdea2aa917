//! An open document with everything that the views remember about it.

use super::files::Fingerprint;
use crate::check::Problem;
use crate::edit::{Command, Editor, FlowCommand, Holder, Refusal};
use crate::exchange::Note;
use crate::i18n::Texts;
use crate::layout::auto::Extent;
use crate::model::{Document, Event, Hidden, NodeKind, Point, ProcessId, Subject, key_from_name, undrawn};
use crate::teach::{Learning, Work};
use crate::view::canvas::CanvasState;
use crate::view::data::DataState;
use crate::view::deliver::DeliverState;
use crate::view::forms::FormsState;
use crate::view::inspector::InspectorState;
use crate::view::languages::LanguagesState;
use crate::view::play::PlayState;
use crate::view::shell::Tab;
use crate::view::table::TableState;
use crate::view::teach::LearnerState;
use crate::view::{Place, Selection};
use egui::Context;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

/// What the column at the left of the canvas shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum LeftTab {
    /// Tools and elements.
    #[default]
    Palette,
    /// Everything in the procedure as a list.
    Outline,
}

/// What the drawer at the bottom shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum DrawerTab {
    /// What is wrong.
    #[default]
    Problems,
    /// What was done.
    History,
    /// What was noted.
    Notes,
}

/// What was said when files were taken in or written.
#[derive(Clone, Debug, Default)]
pub(super) struct Report {
    /// Key of its title.
    pub title: &'static str,
    /// What was said.
    pub notes: Vec<Note>,
}

/// An open document.
pub(super) struct Workspace {
    pub editor: Editor,
    /// Its file, if it has one.
    pub path: Option<PathBuf>,
    /// The document as it lies in its file, or as it was made; `None` if it was rescued and lies nowhere.
    pub saved: Option<Arc<Document>>,
    pub selection: Selection,
    pub place: Place,
    /// The process on the canvas.
    pub process: ProcessId,
    pub left: LeftTab,
    pub drawer: DrawerTab,
    pub canvas: CanvasState,
    pub table: TableState,
    /// What the canvas is to bring into view.
    pub revealed: Option<Subject>,
    pub inspector: InspectorState,
    pub forms: FormsState,
    pub data: DataState,
    pub languages: LanguagesState,
    /// What was said of the files that were taken in or written last.
    pub report: Report,
    pub play: PlayState,
    pub deliver: DeliverState,
    /// The exercise that is being worked on in this document.
    pub learning: Option<Learning>,
    pub learner: LearnerState,
    pub problems: Vec<Problem>,
    /// Why the pending edit of a holder was refused last.
    pub refusal: Option<(Holder, Refusal)>,
    /// What names the workspace as long as the studio runs; given by the app.
    pub number: u64,
    /// What the file held when it was read or written last.
    pub fingerprint: Option<Fingerprint>,
    /// The user wants to close it without saving.
    pub is_let_go: bool,
    /// The document that was shown last, and since when.
    pub seen: Option<(Arc<Document>, Instant)>,
    /// The document of which there is a recovery copy.
    pub kept: Option<Arc<Document>>,
    /// The document that was given to the checks last.
    pub checked: Option<Arc<Document>>,
    /// Whether checking takes too long to be done between two frames.
    pub is_slow: bool,
}

impl Workspace {
    /// A workspace for this document, which lies in this file.
    pub fn new(document: Document, path: Option<PathBuf>) -> Self {
        Self::of_editor(Editor::new(document), path)
    }

    /// A workspace for the document of this editor, which lies in this file.
    pub fn of_editor(editor: Editor, path: Option<PathBuf>) -> Self {
        let process = editor.document().main_process;
        let saved = Some(Arc::clone(editor.document()));
        Self {
            editor,
            path,
            saved,
            selection: Selection::default(),
            place: Place::Flow,
            process,
            left: LeftTab::default(),
            drawer: DrawerTab::default(),
            canvas: CanvasState::default(),
            table: TableState::default(),
            revealed: None,
            inspector: InspectorState::default(),
            forms: FormsState::default(),
            data: DataState::default(),
            languages: LanguagesState::default(),
            report: Report::default(),
            play: PlayState::default(),
            deliver: DeliverState::default(),
            learning: None,
            learner: LearnerState::default(),
            problems: Vec::new(),
            refusal: None,
            number: 0,
            fingerprint: None,
            is_let_go: false,
            seen: None,
            kept: None,
            checked: None,
            is_slow: false,
        }
    }

    /// A workspace for a document that was read: processes without a picture are laid out first.
    pub fn of_read(document: Document, path: Option<PathBuf>) -> Self {
        if undrawn(&document).is_empty() {
            return Self::new(document, path);
        }
        let is_blank = document.diagram.shapes.is_empty();
        let processes: Vec<ProcessId> = document.processes.keys().collect();
        let extents = if is_blank { vec![Extent::Everything] } else { processes.into_iter().map(Extent::Process).collect() };
        let mut editor = Editor::new(document);
        for extent in extents {
            // What cannot be laid out stays undrawn, and the outline still lists it.
            let _ = editor.apply(Command::Flow(FlowCommand::TidyUp { extent, orientation: None }));
        }
        Self::new(editor.document().as_ref().clone(), path)
    }

    /// A new procedure: a process that begins with a start event, which is selected.
    pub fn of_name(name: &str) -> Self {
        let document = Document::empty(&key_from_name(name), name);
        let process = document.main_process;
        let mut editor = Editor::new(document);
        let kind = NodeKind::StartEvent { trigger: Event::None, is_interrupting: true };
        let start = FlowCommand::AddNode { process, kind, name: String::new(), at: Point::new(120.0, 200.0) };
        let made = editor.apply(Command::Flow(start));
        let mut workspace = Self::new(editor.document().as_ref().clone(), None);
        workspace.selection = Selection::of(made.map(|made| made.created).unwrap_or_default());
        workspace
    }

    /// Name of the procedure, never empty.
    pub fn name(&self, texts: &Texts) -> String {
        let name = self.editor.shown().main().map(|process| process.name.trim().to_owned()).unwrap_or_default();
        if name.is_empty() { texts.get("name-none").to_owned() } else { name }
    }

    /// How the document's tab shows it.
    pub fn tab(&self, texts: &Texts) -> Tab {
        Tab { name: self.name(texts), path: self.path.clone(), is_changed: self.is_changed() }
    }

    /// Whether what is shown differs from what lies in the file.
    pub fn is_changed(&self) -> bool {
        self.saved.as_ref().is_none_or(|saved| !Arc::ptr_eq(saved, self.editor.shown()))
    }

    /// Whether an edit is pending that is not yet a step of the history.
    pub fn has_pending(&self) -> bool {
        !Arc::ptr_eq(self.editor.shown(), self.editor.document())
    }

    /// Whether the pending edit changes something. Compares whole documents: not for every pass.
    pub fn is_typing(&self) -> bool {
        self.has_pending() && self.editor.shown() != self.editor.document()
    }

    /// What follows after every pass: a pending edit that nobody holds any more becomes a step, and
    /// what vanished is not selected any more.
    pub fn keep_up(&mut self, context: &Context) {
        let is_held = context.text_edit_focused() || context.input(|input| input.pointer.any_down());
        if !is_held {
            self.editor.commit();
        }
        let shown = Arc::clone(self.editor.shown());
        self.selection.clean(&shown);
        if !shown.processes.contains(self.process) {
            self.process = shown.main_process;
        }
        self.judge();
    }

    /// A workspace for an exercise that begins: the learner's copy, which has no file yet.
    pub fn of_learning(learning: Learning) -> Self {
        let document = learning.handed_out().as_ref().clone();
        Self { learning: Some(learning), ..Self::new(document, None) }
    }

    /// What the exercise hides.
    pub fn hides(&self) -> &[Hidden] {
        self.learning.as_ref().map_or(&[], |learning| &learning.exercise().hides)
    }

    /// What the checks found, unless the exercise hides it.
    pub fn shown_problems(&self) -> &[Problem] {
        if self.hides().contains(&Hidden::Problems) { &[] } else { &self.problems }
    }

    /// Looks what of the exercise is reached.
    fn judge(&mut self) {
        let is_saved = self.path.is_some() && !self.is_changed();
        if let Some(learning) = &mut self.learning {
            learning.judge(Work { document: self.editor.document(), runs: &self.play.runs(), is_saved });
        }
    }

    /// Selects what was made, if anything was; of shapes and the connections that came with them only the shapes.
    pub fn select_created(&mut self, created: Vec<Subject>) {
        let shapes: Vec<Subject> = created.iter().copied().filter(|subject| !subject.is_edge()).collect();
        if !created.is_empty() {
            self.selection = Selection::of(if shapes.is_empty() { created } else { shapes });
        }
    }
}
