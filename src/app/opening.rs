//! Opens files, samples and what was lost.

use super::App;
use super::errands::Errand;
use super::events::Event;
use super::files::{self, Opened, Question, Trouble};
use super::importing::{self, is_foreign};
use super::motion;
use super::samples::read_samples;
use super::workspace::Workspace;
use crate::bundle::FileKind;
use crate::edit::Editor;
use crate::view::dialogs::Dialog;
use crate::view::shell::RecentFile;
use egui::Context;
use std::path::{Path, PathBuf};

impl App {
    /// Opens what was named on the command line, and offers what was lost.
    pub fn open_at_start(&mut self, context: &Context, files: Vec<PathBuf>) {
        self.open_all(context, files);
        self.offer_recovery();
        self.look_up_recent(context);
        self.events.spawn(context, read_samples);
        self.events.spawn(context, || Event::LessMotion(motion::system_wants_less()));
    }

    /// Opens files and folders of the studio and of other programs; what of others belongs together is taken in together.
    fn open_all(&mut self, context: &Context, paths: Vec<PathBuf>) {
        let (mut foreign, mut own): (Vec<PathBuf>, Vec<PathBuf>) = paths.into_iter().partition(|path| is_foreign(path));
        if foreign.len() == 1 && foreign.iter().all(|path| !path.is_dir()) {
            // What it really is, is seen by what is in it.
            own.append(&mut foreign);
        }
        self.import_files(context, foreign);
        for path in own {
            self.open(context, path);
        }
    }

    /// Asks which file to open.
    pub(super) fn ask_what_to_open(&mut self, context: &Context) {
        let question =
            Question::Read { title: self.texts.get("path-open-title").to_owned(), kinds: self.texts.get("file-kinds").to_owned() };
        self.ask_system(context, Errand::Open, question);
    }

    /// Reads a file on a thread of its own; shows its tab if it is open already.
    pub(super) fn open(&mut self, context: &Context, path: PathBuf) {
        let path = std::path::absolute(&path).unwrap_or(path);
        if let Some(tab) = self.tab_of(&path) {
            self.show_tab(Some(tab));
            return;
        }
        let data = self.paths.data.clone();
        self.events.spawn(context, move || {
            let outcome = files::read(&path).map(|opened| {
                let history = files::saved_history(&data, opened.fingerprint, &opened.document);
                Box::new(Opened { history, ..opened })
            });
            // What a file is, is seen by what is in it, whatever its name.
            match outcome {
                Err(Trouble::Content(fault)) => match importing::read(std::slice::from_ref(&path)) {
                    Err(_) if !is_foreign(&path) && !importing::looks_foreign(&path) => {
                        Event::Read { outcome: Err(Trouble::Content(fault)), path }
                    }
                    imported => Event::Imported(vec![imported.map(Box::new)]),
                },
                outcome => Event::Read { outcome, path },
            }
        });
    }

    /// The tab in which this file is open.
    pub(super) fn tab_of(&self, path: &Path) -> Option<usize> {
        self.workspaces.iter().position(|workspace| workspace.path.as_deref() == Some(path))
    }

    /// Shows a file that was read, or says why it cannot be.
    pub(super) fn take_read(&mut self, context: &Context, path: PathBuf, outcome: Result<Box<Opened>, Trouble>) {
        match outcome.map(|opened| *opened) {
            Ok(_) if self.tab_of(&path).is_some() => self.show_tab(self.tab_of(&path)),
            Ok(Opened { document, kind: FileKind::Model, fingerprint, history }) => {
                self.settings.remember(&path);
                let mut workspace = match history {
                    Some(history) => Workspace::of_editor(Editor::with_history(history), Some(path)),
                    None => Workspace::of_read(document, Some(path)),
                };
                workspace.fingerprint = Some(fingerprint);
                self.add_workspace(workspace);
                self.look_up_recent(context);
            }
            Ok(Opened { document, kind: FileKind::Bundle, .. }) => {
                self.add_workspace(Workspace::of_read(document, None));
                self.notices.say(self.texts.get("file-bundle-opened").to_owned());
            }
            Err(trouble) => self.tell_trouble(&path, &trouble),
        }
    }

    /// Says what went wrong with a file; it stays until read.
    pub(super) fn tell_trouble(&mut self, path: &Path, trouble: &Trouble) {
        let (key, reason) = match trouble {
            Trouble::Reading(error) => ("file-cannot-open", self.texts.io_error(error)),
            Trouble::Content(error) => ("file-cannot-open", self.texts.read_error(error)),
            Trouble::Writing(error) => ("file-cannot-save", self.texts.io_error(error)),
            Trouble::Unwritable(error) => ("file-cannot-save", self.texts.read_error(error)),
        };
        let file = path.display().to_string();
        self.notices.fail(self.texts.with(key, &[("file", (&file).into()), ("reason", (&reason).into())]));
    }

    /// Opens a copy of a sample, which has no file yet.
    pub(super) fn open_sample(&mut self, number: usize) {
        if let Some(sample) = self.samples.get(number) {
            let workspace = Workspace::of_read(sample.document.as_ref().clone(), None);
            self.add_workspace(workspace);
        }
    }

    /// Looks up which recent files are still there; a folder on the net may take its time.
    pub(super) fn look_up_recent(&mut self, context: &Context) {
        let paths = self.settings.recent.clone();
        self.events
            .spawn(context, move || Event::Recent(paths.into_iter().map(|path| RecentFile { is_missing: !path.exists(), path }).collect()));
    }

    /// Opens what was dropped on the window, unless something is asked: what is half done there would be lost.
    pub(super) fn open_dropped(&mut self, context: &Context) {
        let dropped: Vec<PathBuf> = context.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        let is_free = self.dialog.as_ref().is_none_or(|dialog| matches!(dialog, Dialog::Report(_)));
        if !dropped.is_empty() && !is_free {
            return self.notices.fail(self.texts.get("drop-not-now").to_owned());
        }
        self.open_all(context, dropped);
    }

    /// Takes what threads have told.
    pub(super) fn take_events(&mut self, context: &Context) {
        for event in self.events.take() {
            match event {
                Event::Read { path, outcome } => self.take_read(context, path, outcome),
                Event::Imported(outcomes) => outcomes.into_iter().for_each(|outcome| self.take_imported(outcome)),
                Event::Picked { question, picked } => self.take_picked(context, question, picked),
                Event::Checked { document, problems } => self.take_problems(&document, problems),
                Event::CasesFound(found) => self.take_found_cases(*found),
                Event::Worked { progress, outcome } => self.take_work(&progress, outcome),
                Event::Previewed { look, drawn } => self.take_previewed(context, look, drawn),
                Event::Pictured { path, outcome } => self.take_pictured(&path, outcome),
                Event::Exported { number, target, path, outcome } => self.take_exported(number, target, path, outcome),
                Event::Copied(copied) => self.take_copied(context, copied),
                Event::Recent(recent) => self.recent = recent,
                Event::LessMotion(is_wanted) => {
                    self.wants_less_motion = is_wanted;
                    self.show_look(context);
                }
                Event::Samples(samples) => self.samples = samples,
            }
        }
    }
}
