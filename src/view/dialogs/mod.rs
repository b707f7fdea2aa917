//! The shell's dialogs; each is a question with its answers.

mod exporting;
mod imported;
mod new_procedure;
mod path_entry;
mod picture;
mod recovery;
mod report;
mod settings;
mod shortcuts;

pub use exporting::{ExportQuestion, Format, Writing};
pub use imported::{ImportQuestion, ImportReport, RuleOffer};
pub use path_entry::PathEntry;
pub use picture::{PREVIEW, PictureLook, PictureQuestion, PictureWish, Preview, Previewed};
pub use recovery::RecoveryCopy;
pub use report::{Outcome, ReportLine, ReportView};
pub use settings::SCALES;

use super::shell::{Answer, ShellAction, ShellContext};
use super::widgets::{DialogButton, Weight, dialog};
use egui::Ui;
use std::collections::BTreeSet;

/// The dialog that is open, with what was typed into it.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Asks for the name of a new procedure.
    NewProcedure {
        /// What was typed.
        name: String,
    },
    /// Asks what becomes of changes when a document of this name is closed.
    Unsaved {
        /// Name of the procedure.
        name: String,
    },
    /// There is something in the file that is about to be overwritten.
    Replace {
        /// Name of the file.
        file: String,
        /// Whether it is the document's own file, which another program has changed.
        was_changed: bool,
    },
    /// There are files in the folder that are about to be overwritten.
    ReplaceIn {
        /// The folder.
        folder: String,
        /// Some of the files, in words.
        files: String,
        /// How many more.
        more: usize,
    },
    /// The dialog of the system is open.
    Waiting,
    /// Asks for a path.
    Path(PathEntry),
    /// Asks what a picture should be like.
    Picture(PictureQuestion),
    /// Offers what was rescued.
    Recovery {
        /// The copies.
        copies: Vec<RecoveryCopy>,
        /// Which ones are to be brought back.
        chosen: BTreeSet<usize>,
    },
    /// Asks where goes what was read.
    Import(ImportQuestion),
    /// Asks in which format a document is written.
    Export(ExportQuestion),
    /// What became of what was read.
    Report(ImportReport),
    /// Appearance and language.
    Settings,
    /// The list of shortcuts.
    Shortcuts,
}

/// Draws the dialog.
pub fn ui(ui: &mut Ui, context: &ShellContext<'_>, open: &mut Dialog, actions: &mut Vec<ShellAction>) {
    let answer = match open {
        Dialog::NewProcedure { name } => new_procedure::ui(ui, context, name),
        Dialog::Unsaved { name } => unsaved_ui(ui, context, name),
        Dialog::Replace { file, was_changed } => replace_ui(ui, context, file, *was_changed),
        Dialog::ReplaceIn { folder, files, more } => {
            let arguments = [("folder", folder.as_str().into()), ("files", files.as_str().into()), ("more", (*more).into())];
            sure_ui(ui, context, "replace-in-title", context.texts.with("replace-in-sentence", &arguments))
        }
        Dialog::Waiting => waiting_ui(ui, context),
        Dialog::Path(entry) => path_entry::ui(ui, context, entry),
        Dialog::Picture(question) => picture::ui(ui, context, question),
        Dialog::Recovery { copies, chosen } => recovery::ui(ui, context, copies, chosen),
        Dialog::Import(question) => imported::question_ui(ui, context, question),
        Dialog::Export(question) => exporting::ui(ui, context, question),
        Dialog::Report(report) => imported::report_ui(ui, context, report),
        Dialog::Settings => settings::ui(ui, context, actions),
        Dialog::Shortcuts => shortcuts::ui(ui, context),
    };
    actions.extend(answer.map(ShellAction::Answer));
}

fn unsaved_ui(ui: &mut Ui, context: &ShellContext<'_>, name: &str) -> Option<Answer> {
    let texts = context.texts;
    let buttons = [
        DialogButton::new(Weight::Primary, texts.get("unsaved-save"), Answer::Save),
        DialogButton::new(Weight::Secondary, texts.get("unsaved-discard"), Answer::Discard),
        DialogButton::new(Weight::Secondary, texts.get("cancel"), Answer::Cancel),
    ];
    let sentence = texts.with("unsaved-sentence", &[("name", name.into())]);
    dialog(ui.ctx(), context.theme, texts.get("unsaved-title"), &buttons, |ui| {
        ui.label(sentence);
    })
}

fn replace_ui(ui: &mut Ui, context: &ShellContext<'_>, file: &str, was_changed: bool) -> Option<Answer> {
    let texts = context.texts;
    let (title, sentence) = if was_changed { ("changed-title", "changed-sentence") } else { ("replace-title", "replace-sentence") };
    let sentence = texts.with(sentence, &[("file", file.into())]);
    sure_ui(ui, context, title, sentence)
}

/// Asks whether what is there is to be overwritten.
fn sure_ui(ui: &mut Ui, context: &ShellContext<'_>, title: &str, sentence: String) -> Option<Answer> {
    let texts = context.texts;
    let buttons = [
        DialogButton::new(Weight::Primary, texts.get("changed-elsewhere"), Answer::SaveElsewhere),
        DialogButton::new(Weight::Danger, texts.get("changed-overwrite"), Answer::Overwrite),
        DialogButton::new(Weight::Secondary, texts.get("cancel"), Answer::Cancel),
    ];
    dialog(ui.ctx(), context.theme, texts.get(title), &buttons, |ui| {
        ui.label(sentence);
    })
}

fn waiting_ui(ui: &mut Ui, context: &ShellContext<'_>) -> Option<Answer> {
    let texts = context.texts;
    let buttons = [
        DialogButton::new(Weight::Secondary, texts.get("waiting-type"), Answer::TypePath),
        DialogButton::new(Weight::Secondary, texts.get("cancel"), Answer::Cancel),
    ];
    dialog(ui.ctx(), context.theme, texts.get("waiting-title"), &buttons, |ui| {
        ui.label(texts.get("waiting-sentence"));
    })
}
