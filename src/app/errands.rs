//! What a dialog was opened for, and how its answer goes on.

use super::App;
use super::files::{self, Picked, Question};
use super::workspace::Workspace;
use crate::exchange::Target;
use crate::model::CodeListId;
use crate::view::dialogs::{Dialog, PathEntry, PictureWish};
use crate::view::shell::Answer;
use crate::view::{Action, ReleaseWish};
use egui::Context;
use std::path::PathBuf;

/// What a dialog was opened for. Documents are named by the number of their workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Errand {
    /// A file is to be opened.
    Open,
    /// A document is to be written to a file that is being chosen.
    SaveAs { number: u64, then: Then },
    /// A document is to be written to a file that is there already.
    Replace { number: u64, path: PathBuf, then: Then },
    /// A bundle of a document is to be written to a file that is being chosen.
    Deliver { number: u64, wish: ReleaseWish },
    /// Files of other programs are to be taken in.
    Import,
    /// A folder of another program is to be taken in.
    ImportFolder,
    /// A document is to be written in a format of others.
    Export { number: u64, target: Target },
    /// A document is to be written where something stands already.
    ReplaceExport { number: u64, target: Target, path: PathBuf },
    /// A picture of a document is to be written where something stands already.
    ReplacePicture { number: u64, wish: PictureWish, path: PathBuf },
    /// A picture of a document is to be written.
    WritePicture { number: u64, wish: PictureWish },
    /// Codes for a list of a document are to be read.
    ReadCodes { number: u64, list: CodeListId },
    /// A code list of a document is to be written as a table.
    WriteCodes { number: u64, list: CodeListId },
    /// The result of an exercise is to be written, with this name of the learner.
    WriteResult { number: u64, learner: String },
    /// A changed document is to be closed.
    Close { number: u64, then: Then },
}

/// What follows when a document is saved or let go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// Work goes on.
    Stay,
    /// Its tab is closed.
    CloseTab,
    /// The window is closed, after asking about the next changed document.
    CloseWindow,
}

impl App {
    /// Goes on with what the open dialog was for.
    pub(super) fn answer(&mut self, context: &Context, answer: Answer) {
        let dialog = self.dialog.take();
        let errand = self.errand.take();
        if matches!((&dialog, &answer), (Some(Dialog::Import(_)), Answer::Cancel)) {
            self.imported.pop_front();
        }
        match (errand, answer) {
            (_, Answer::Create(name)) => {
                let workspace = Workspace::of_name(&name);
                self.add_workspace(workspace);
            }
            (_, Answer::Recover(chosen)) => self.recover(&chosen),
            (_, Answer::TakeImport { is_new }) => self.adopt_imported(is_new),
            (_, Answer::Export(writing)) => self.begin_export(context, writing),
            (Some(Errand::ImportFolder), Answer::Folder(folder)) => self.import_files(context, vec![folder]),
            (Some(Errand::Export { number, target }), Answer::Folder(folder)) => self.export_to(context, number, target, &folder, false),
            (_, Answer::ConfirmRules(chosen)) => {
                if let Some(Dialog::Report(report)) = dialog {
                    self.confirm_rules(context, &report.rules, &chosen);
                }
            }
            (_, Answer::Show(subject)) => self.perform(context, Action::Reveal(subject, None)),
            (_, Answer::SavePicture(wish)) | (Some(Errand::ReplacePicture { wish, .. }), Answer::SaveElsewhere) => {
                self.ask_where_to_put_picture(context, wish);
            }
            (_, Answer::RecoverLater) => self.offered.clear(),
            (Some(Errand::Close { number, then }), Answer::Save) => self.save(context, number, then),
            (Some(Errand::Close { number, then }), Answer::Discard) => {
                self.let_go(number);
                self.go_on(context, number, then);
            }
            (Some(Errand::Replace { number, path, then }), Answer::Overwrite) => self.write_to(context, number, path, then),
            (Some(Errand::Replace { number, then, .. }), Answer::SaveElsewhere) => self.save_as(context, number, then),
            (Some(Errand::ReplaceExport { number, target, path }), Answer::Overwrite) => {
                self.export_to(context, number, target, &path, true)
            }
            (Some(Errand::ReplaceExport { target, .. }), Answer::SaveElsewhere) => self.ask_where_to_export(context, target),
            (Some(Errand::ReplacePicture { number, wish, path }), Answer::Overwrite) => {
                self.write_picture(context, number, wish, &path, true);
            }
            (Some(errand), Answer::TypePath) => self.ask_for_path(errand),
            (Some(errand), Answer::Paths(paths)) => self.take_paths(context, errand, dialog, paths),
            (Some(_), _) => self.give_up(),
            (None, _) => {}
        }
        self.ask_next_import();
    }

    /// What was begun is not done; nothing is closed.
    pub(super) fn give_up(&mut self) {
        for workspace in &mut self.workspaces {
            workspace.is_let_go = false;
        }
    }

    /// Asks by the dialog of the system.
    pub(super) fn ask_system(&mut self, context: &Context, errand: Errand, question: Question) {
        self.questions += 1;
        let (number, pick) = (self.questions, self.pick);
        self.errand = Some(errand);
        self.dialog = Some(Dialog::Waiting);
        self.events.spawn(context, move || super::events::Event::Picked { question: number, picked: pick(question) });
    }

    /// Goes on with what the dialog of the system has answered, if it is still wanted.
    pub(super) fn take_picked(&mut self, context: &Context, question: u64, picked: Picked) {
        if question != self.questions || self.dialog != Some(Dialog::Waiting) {
            return;
        }
        self.dialog = None;
        let Some(errand) = self.errand.take() else { return };
        match (picked, errand) {
            (Picked::NoDialog, errand) => self.ask_for_path(errand),
            (Picked::Dismissed, _) => self.give_up(),
            (Picked::Path(path), Errand::SaveAs { number, then }) => {
                let is_agreed = path == files::with_ending(&path);
                self.save_to(context, number, path, then, is_agreed);
            }
            (Picked::Path(path), Errand::Deliver { number, wish }) => self.deliver_to(number, wish, &path, true),
            (Picked::Path(path), Errand::Import | Errand::ImportFolder) => self.import_files(context, vec![path]),
            (Picked::Paths(paths), _) => self.import_files(context, paths),
            (Picked::Path(path), Errand::Export { number, target }) => {
                // The dialog of the system asks before a file is replaced, not before files in a folder are.
                let is_agreed = self.numbered(number).is_some_and(|workspace| !target.is_folder(workspace.editor.document()));
                self.export_to(context, number, target, &path, is_agreed);
            }
            (Picked::Path(path), Errand::WritePicture { number, wish }) => self.write_picture(context, number, wish, &path, true),
            (Picked::Path(path), Errand::ReadCodes { number, list }) => self.read_codes_of(number, list, &path),
            (Picked::Path(path), Errand::WriteCodes { number, list }) => self.write_codes(number, list, &path, true),
            (Picked::Path(path), Errand::WriteResult { number, learner }) => self.write_result(number, &learner, &path, true),
            (Picked::Path(path), _) => self.open(context, path),
        }
    }

    pub(super) fn ask_for_path(&mut self, errand: Errand) {
        let mut entry = PathEntry { takes_several: errand == Errand::Import, ..PathEntry::default() };
        if let Errand::SaveAs { number, .. } = &errand {
            entry.is_for_saving = true;
            entry.name = self.numbered(*number).map(|workspace| files::suggested_name(workspace.editor.document())).unwrap_or_default();
        }
        if let Errand::Deliver { number, .. } = &errand {
            entry.is_for_saving = true;
            entry.name = self.bundle_name(*number);
        }
        if let Errand::Export { number, target } = &errand {
            entry.is_for_saving = true;
            entry.takes_folder = self.numbered(*number).is_some_and(|workspace| target.is_folder(workspace.editor.document()));
            entry.name = self.export_name(*number, *target);
        }
        entry.takes_folder |= errand == Errand::ImportFolder;
        if let Errand::WritePicture { number, wish } = &errand {
            entry.is_for_saving = true;
            entry.name = self.picture_name(*number, wish);
        }
        if let Errand::WriteCodes { number, list } = &errand {
            entry.is_for_saving = true;
            entry.name = self.codes_name(*number, *list);
        }
        if matches!(errand, Errand::WriteResult { .. }) {
            entry.is_for_saving = true;
            entry.name = self.result_name();
        }
        if let Err(error) = files::look_into(&mut entry, &self.usual_folder()) {
            entry.fault = Some(self.texts.io_error(&error));
        }
        self.errand = Some(errand);
        self.dialog = Some(Dialog::Path(entry));
    }

    /// Goes on with what was typed or clicked: several files where they are to be taken in, else one path.
    fn take_paths(&mut self, context: &Context, errand: Errand, dialog: Option<Dialog>, mut paths: Vec<PathBuf>) {
        let last = paths.pop();
        match last {
            Some(path) if paths.is_empty() => self.take_path(context, errand, dialog, path),
            Some(path) => self.import_files(context, paths.into_iter().chain([path]).collect()),
            None => self.give_up(),
        }
    }

    fn take_path(&mut self, context: &Context, errand: Errand, dialog: Option<Dialog>, path: PathBuf) {
        if path.is_dir() {
            let Some(Dialog::Path(mut entry)) = dialog else { return };
            if let Err(error) = files::look_into(&mut entry, &path) {
                entry.fault = Some(self.texts.io_error(&error));
            }
            self.errand = Some(errand);
            self.dialog = Some(Dialog::Path(entry));
            return;
        }
        match errand {
            Errand::SaveAs { number, then } => self.save_to(context, number, path, then, false),
            Errand::Deliver { number, wish } => self.deliver_to(number, wish, &path, false),
            Errand::Import => self.import_files(context, vec![path]),
            Errand::Export { number, target } => self.export_to(context, number, target, &path, false),
            Errand::WritePicture { number, wish } => self.write_picture(context, number, wish, &path, false),
            Errand::ReadCodes { number, list } => self.read_codes_of(number, list, &path),
            Errand::WriteCodes { number, list } => self.write_codes(number, list, &path, false),
            Errand::WriteResult { number, learner } => self.write_result(number, &learner, &path, false),
            _ => self.open(context, path),
        }
    }

    /// The folder of the shown file, of the latest one, or of the user.
    pub(super) fn usual_folder(&self) -> PathBuf {
        let shown = self.workspace().and_then(|workspace| workspace.path.clone());
        let latest = shown.or_else(|| self.settings.recent.first().cloned());
        let folder = latest.and_then(|path| path.parent().map(std::path::Path::to_owned)).filter(|folder| folder.is_dir());
        folder
            .or_else(|| directories::UserDirs::new().map(|user| user.document_dir().unwrap_or(user.home_dir()).to_owned()))
            .unwrap_or_else(|| PathBuf::from("."))
    }
}
