//! Exercises: begun in a document of their own, their result written as a text.

use super::App;
use super::errands::Errand;
use super::files::{Question, Trouble};
use super::panels::today;
use super::workspace::Workspace;
use crate::edit::{Command, ContentCommand, Editor, Refusal};
use crate::i18n::Texts;
use crate::model::{Deed, Document, Exercise, ExerciseId, Goal, Reached, Subject};
use crate::storage;
use crate::teach::{Learning, Sheet};
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How the names of results end.
const ENDING: &str = "txt";

impl App {
    /// Begins an exercise of the shown document in a new tab.
    pub(super) fn begin_exercise(&mut self, exercise: ExerciseId) {
        let Some(workspace) = self.workspace() else { return };
        let begun = Learning::begin(workspace.editor.document(), exercise);
        self.learn(begun);
    }

    /// Begins the tour of the studio: an exercise with a new procedure.
    pub(super) fn begin_tour(&mut self) {
        let made = Workspace::of_name(self.texts.get("tour-procedure"));
        let begun = tour(&self.texts, made.editor.document());
        self.learn(begun);
        if let Some(workspace) = self.workspace_mut() {
            workspace.selection = made.selection;
        }
    }

    fn learn(&mut self, begun: Result<Learning, Refusal>) {
        match begun {
            Ok(learning) => {
                self.add_workspace(Workspace::of_learning(learning));
            }
            Err(refusal) => {
                let reason = self.texts.refusal(&refusal);
                self.notices.fail(self.texts.with("teach-cannot-begin", &[("reason", (&reason).into())]));
            }
        }
    }

    /// Asks where the result of the exercise in the shown document is to be written.
    pub(super) fn ask_where_to_put_result(&mut self, context: &Context, learner: String) {
        let Some(number) = self.workspace().map(|workspace| workspace.number) else { return };
        let (title, kinds) = (self.texts.get("teach-save-title").to_owned(), self.texts.get("teach-save-kinds").to_owned());
        let (folder, name) = (Some(self.usual_folder()), self.result_name());
        let question = Question::WriteForeign { title, kinds, ending: ENDING, folder, name };
        self.ask_system(context, Errand::WriteResult { number, learner }, question);
    }

    /// A name for the file of a result; it names nobody.
    pub(super) fn result_name(&self) -> String {
        format!("{}.{ENDING}", self.texts.get("teach-file-name"))
    }

    /// Writes the result of an exercise. `is_agreed`: the user has agreed to replace what is there.
    pub(super) fn write_result(&mut self, number: u64, learner: &str, path: &Path, is_agreed: bool) {
        let Some(learning) = self.numbered(number).and_then(|workspace| workspace.learning.as_ref()) else { return };
        let text = self.texts.result_sheet(&Sheet::of(learning, learner, today()));
        let path = if path.extension().is_some() { path.to_owned() } else { PathBuf::from(format!("{}.{ENDING}", path.display())) };
        let file = path.display().to_string();
        if !is_agreed && path.exists() {
            self.notices.fail(self.texts.with("bundle-exists", &[("file", (&file).into())]));
            return;
        }
        match storage::write_whole(&path, text.as_bytes()) {
            Ok(()) => self.notices.say(self.texts.with("teach-saved", &[("file", (&file).into())])),
            Err(error) => self.tell_trouble(&path, &Trouble::Writing(error)),
        }
    }
}

/// The tour: something to do in every place of the studio, in the order of the work.
fn tour(texts: &Texts, document: &Arc<Document>) -> Result<Learning, Refusal> {
    let tour = [
        (Deed::StepAdded, "tour-add-goal", "tour-add-hint"),
        (Deed::StepNamed, "tour-name-goal", "tour-name-hint"),
        (Deed::EndConnected, "tour-end-goal", "tour-end-hint"),
        (Deed::Played, "tour-play-goal", "tour-play-hint"),
        (Deed::Saved, "tour-save-goal", "tour-save-hint"),
    ];
    let text = |key| texts.get(key).to_owned();
    let goal = |(deed, goal, hint)| Goal { text: text(goal), reached_when: Reached::Done(deed), hints: vec![text(hint)] };
    let goals = tour.into_iter().map(goal).collect();
    let (name, task) = (texts.get("command-tour").to_owned(), texts.get("tour-task").to_owned());
    let exercise = Exercise { id: ExerciseId(0), name, task, hides: Vec::new(), goals };
    let mut editor = Editor::new(document.as_ref().clone());
    let made = editor.apply(Command::Content(ContentCommand::AddExercise(exercise)))?;
    let id = made.created.iter().find_map(|subject| match subject {
        Subject::Exercise(id) => Some(*id),
        _ => None,
    });
    Learning::begin(editor.document(), id.ok_or(Refusal::NotThere)?)
}
