//! egui. Panels read a shared [`ViewContext`] and push [`Action`]s; nothing here changes a document or touches a file.
//!
//! Each view keeps its own transient state (camera, open sections, half-typed text) in a state struct
//! that the app owns, and has one entry function ending in `ui`.

pub mod canvas;
pub mod data;
pub mod deliver;
pub mod dialogs;
pub mod expressions;
pub mod finding;
pub mod forms;
pub mod history;
pub mod icons;
pub mod inspector;
pub mod languages;
mod menus;
pub mod notes;
pub mod outline;
pub mod play;
pub mod problems;
mod reading;
pub mod shell;
pub mod start;
pub mod status;
pub mod table;
pub mod teach;
pub mod test_cases;
pub mod theme;
mod thumbnail;
pub mod topbar;
pub mod ui_command;
pub mod widgets;

use crate::check::{Aspect, Problem};
use crate::edit::{Command, Editor, FormPlace, Holder, Refusal};
use crate::i18n::Texts;
use crate::model::{CodeListId, Document, ExerciseId, Hidden, Point, ProcessId, Subject};
use std::collections::BTreeSet;
use std::sync::Arc;
use theme::Theme;

/// What every view may look at.
#[derive(Clone, Copy)]
pub struct ViewContext<'a> {
    /// The document as shown, with the pending edit.
    pub document: &'a Arc<Document>,
    /// For asking whether a command would be taken, and for the history. Views change nothing through it.
    pub editor: &'a Editor,
    /// What the checks found in the committed document.
    pub problems: &'a [Problem],
    /// Texts of the chosen language.
    pub texts: &'a Texts,
    /// Colours and type.
    pub theme: &'a Theme,
    /// What is selected.
    pub selection: &'a Selection,
    /// Why the pending edit of a holder was refused last.
    pub refusal: Option<&'a (Holder, Refusal)>,
    /// The date of today, for new test cases and previews: year, month, day.
    pub today: (i16, i8, i8),
    /// What the exercise that is being worked on hides.
    pub hides: &'a [Hidden],
    /// What the test cases cover, while that is shown.
    pub coverage: Option<&'a test_cases::Coverage>,
}

/// The selected elements and the process that is on the canvas.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// The elements.
    pub subjects: BTreeSet<Subject>,
    /// The one that was selected last; the inspector shows it.
    pub primary: Option<Subject>,
}

impl Selection {
    /// Exactly this one.
    pub fn only(subject: Subject) -> Self {
        Self { subjects: BTreeSet::from([subject]), primary: Some(subject) }
    }

    /// Several; the last one is the primary.
    pub fn of(subjects: impl IntoIterator<Item = Subject>) -> Self {
        let subjects: Vec<Subject> = subjects.into_iter().collect();
        Self { primary: subjects.last().copied(), subjects: subjects.into_iter().collect() }
    }

    /// Whether it is among the selected.
    pub fn has(&self, subject: Subject) -> bool {
        self.subjects.contains(&subject)
    }

    /// The one selected element, if there is exactly one.
    pub fn single(&self) -> Option<Subject> {
        self.primary.filter(|_| self.subjects.len() == 1)
    }

    /// Takes out what is no longer in the document.
    pub fn clean(&mut self, document: &Document) {
        self.subjects.retain(|subject| document.has(*subject));
        if self.primary.is_none_or(|primary| !self.subjects.contains(&primary)) {
            self.primary = self.subjects.last().copied();
        }
    }
}

/// The four places of the studio.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Place {
    /// The canvas (Ablauf).
    #[default]
    Flow,
    /// The forms (Formulare).
    Forms,
    /// Playing through (Durchspielen).
    Play,
    /// Checking and delivering (Prüfen & Ausliefern).
    Deliver,
}

/// What a view wants to happen; the app performs all actions after the pass, in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Do a command as one step of the history; created elements become the selection.
    Apply(Command),
    /// Do a command but leave the selection as it is.
    ApplyQuietly(Command),
    /// Show the effect of a command while a gesture or typing goes on.
    Preview(Holder, Command),
    /// Make the pending edit a step of the history.
    Commit,
    /// Forget the pending edit.
    Cancel,
    /// Go back or forward in the history.
    Undo,
    /// Go forward again.
    Redo,
    /// Go to a position of the history; 0 is the start.
    JumpTo(usize),
    /// Select these and nothing else.
    Select(Selection),
    /// Go where this element is shown, select it, and put the keyboard focus into the field of the aspect.
    Reveal(Subject, Option<Aspect>),
    /// Search for test cases beside the window.
    SearchCases(test_cases::Search),
    /// Play the counterexample of this problem.
    PlayProblem(Box<Problem>),
    /// Show this process on the canvas.
    ShowProcess(ProcessId),
    /// Go to another place.
    Go(Place),
    /// Say something briefly, also to the screen reader.
    Say(String),
    /// Put text on the clipboard.
    CopyText(String),
    /// Draw a picture beside the window and put it on the clipboard of the system.
    CopyPicture(crate::drawing::Picture),
    /// Ask what a picture of the canvas should be like and where it goes, and write it there.
    SavePicture,
    /// Ask for a place and write the released bundle there.
    ExportBundle(ReleaseWish),
    /// Ask for a file with codes and offer them for this list.
    ImportCodes(CodeListId),
    /// Ask for a place and write this list there as a table.
    ExportCodes(CodeListId),
    /// Begin an exercise of the document, in a document of its own.
    BeginExercise(ExerciseId),
    /// Go on with the document without its exercise.
    EndExercise,
    /// Ask for a place and write the result of the exercise there, with this name of the learner, which may be empty.
    SaveResult(String),
    /// Put a copy of these elements on the clipboard of the studio, and their names on that of the system.
    Copy(Vec<Subject>),
    /// Paste parts of forms that were copied last there, in this or another document; whole forms beside the others.
    PasteInForm(FormPlace),
    /// Paste the whole forms that were copied last.
    PasteForms,
    /// Open the pane in which steps are typed one per line.
    TypeSteps,
    /// Paste what was copied last, in this or another document, with its top left corner there; it becomes the selection.
    Paste(ProcessId, Point),
}

/// What the person who releases wants of the bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReleaseWish {
    /// First day of use: year, month, day; `None`: at once.
    pub valid_from: Option<(i16, i8, i8)>,
    /// For trial only.
    pub is_draft: bool,
}
