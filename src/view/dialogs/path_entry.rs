//! Asks for a path, where the system has no dialog for it: a folder's content to click through, and a field to type into.

use crate::view::icons::Icon;
use crate::view::shell::{Answer, ShellContext};
use crate::view::widgets::{DialogButton, Weight, dialog, error_text, field_row, quiet_button};
use egui::{Key, KeyboardShortcut, Label, Modifiers, RichText, ScrollArea, TextEdit, Ui};
use std::path::PathBuf;

/// Files that cannot be chosen stand below the names of folders, behind their icons, in points.
const FILE_INDENT: f32 = 36.0;

/// A path that is being chosen. The app reads the folder; the view only shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathEntry {
    /// Whether a file is to be written instead of read.
    pub is_for_saving: bool,
    /// Whether several files can be named, one a line.
    pub takes_several: bool,
    /// Whether a folder is asked for, not a file; one that is to be written can be a new one in that whose content is shown.
    pub takes_folder: bool,
    /// The folder whose content is shown.
    pub folder: PathBuf,
    /// Folders in it, by name.
    pub folders: Vec<String>,
    /// Files in it that fit, by name.
    pub files: Vec<String>,
    /// Name of the file or of the new folder, or a whole path; of several, one a line.
    pub name: String,
    /// Why the last path could not be taken.
    pub fault: Option<String>,
}

impl PathEntry {
    /// The paths that are meant now; one, unless several can be named.
    pub fn paths(&self) -> Vec<PathBuf> {
        let path = |name: &str| self.folder.join(name.trim());
        if !self.takes_several {
            return vec![path(&self.name)];
        }
        self.name.split(['\n', ';']).filter(|name| !name.trim().is_empty()).map(path).collect()
    }

    /// Names a file of the folder: instead of what was named, or besides.
    fn add(&mut self, file: &str) {
        if !self.takes_several || self.name.trim().is_empty() {
            file.clone_into(&mut self.name);
        } else if !self.name.lines().any(|name| name.trim() == file) {
            self.name = format!("{}\n{file}", self.name.trim_end());
        }
    }
}

pub(super) fn ui(ui: &mut Ui, context: &ShellContext<'_>, entry: &mut PathEntry) -> Option<Answer> {
    let texts = context.texts;
    if entry.takes_folder {
        return folder_question_ui(ui, context, entry);
    }
    let (title, verb) = if entry.is_for_saving { ("path-save-title", "path-save") } else { ("path-open-title", "path-open") };
    let buttons = [
        DialogButton::new(Weight::Primary, texts.get(verb), true).enabled(!entry.name.trim().is_empty()),
        DialogButton::new(Weight::Secondary, texts.get("cancel"), false),
    ];
    let mut goes_to = None;
    let answer = dialog(ui.ctx(), context.theme, texts.get(title), &buttons, |ui| {
        goes_to = folder_ui(ui, context, entry);
        name_ui(ui, context, entry, if entry.takes_several { "path-names" } else { "path-name" });
        if let Some(fault) = &entry.fault {
            error_text(ui, context.theme, fault);
        }
    });
    match answer {
        Some(true) => Some(Answer::Paths(entry.paths())),
        Some(false) => Some(Answer::Cancel),
        None => goes_to.map(|folder| Answer::Paths(vec![folder])),
    }
}

/// Asks for a folder: that whose content is shown.
fn folder_question_ui(ui: &mut Ui, context: &ShellContext<'_>, entry: &mut PathEntry) -> Option<Answer> {
    let texts = context.texts;
    let name = if entry.is_for_saving { entry.name.trim() } else { "" };
    let folder = if name.is_empty() { entry.folder.clone() } else { entry.folder.join(name) };
    let verb = if name.is_empty() { "path-take-folder" } else { "path-save" };
    let buttons = [
        DialogButton::new(Weight::Primary, texts.get(verb), Answer::Folder(folder)),
        DialogButton::new(Weight::Secondary, texts.get("cancel"), Answer::Cancel),
    ];
    let mut goes_to = None;
    let answer = dialog(ui.ctx(), context.theme, texts.get("path-folder-title"), &buttons, |ui| {
        goes_to = folder_ui(ui, context, entry);
        if entry.is_for_saving {
            name_ui(ui, context, entry, "path-new-folder");
        }
        if let Some(fault) = &entry.fault {
            error_text(ui, context.theme, fault);
        }
    });
    answer.or_else(|| goes_to.map(|folder| Answer::Paths(vec![folder])))
}

/// The field for a name or a path, which has the focus unless something else has it.
fn name_ui(ui: &mut Ui, context: &ShellContext<'_>, entry: &mut PathEntry, label: &str) {
    let label = context.texts.get(label);
    field_row(ui, context.theme, label, |ui| {
        let several = entry.takes_several;
        let edit = if several { lines(&mut entry.name) } else { TextEdit::singleline(&mut entry.name) };
        let response = ui.add(edit.margin(egui::vec2(8.0, 6.0)).desired_width(f32::INFINITY));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
        if ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
    });
}

/// Several lines; Enter alone confirms, as in one line.
fn lines(text: &mut String) -> TextEdit<'_> {
    TextEdit::multiline(text).desired_rows(3).return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter))
}

/// Answers with the folder that was clicked.
fn folder_ui(ui: &mut Ui, context: &ShellContext<'_>, entry: &mut PathEntry) -> Option<PathBuf> {
    let mut goes_to = None;
    ui.label(entry.folder.display().to_string());
    ScrollArea::vertical().id_salt("folder").max_height(180.0).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if let Some(parent) = entry.folder.parent()
            && quiet_button(ui, Some(Icon::Up), context.texts.get("path-up")).clicked()
        {
            goes_to = Some(parent.to_owned());
        }
        for folder in &entry.folders {
            if quiet_button(ui, Some(Icon::Open), folder).clicked() {
                goes_to = Some(entry.folder.join(folder));
            }
        }
        let mut clicked = None;
        for file in &entry.files {
            if entry.takes_folder {
                ui.horizontal(|ui| {
                    ui.add_space(FILE_INDENT);
                    ui.add(Label::new(RichText::new(file).color(context.theme.text_soft)).truncate());
                });
            } else if quiet_button(ui, Some(Icon::Flow), file).clicked() {
                clicked = Some(file.clone());
            }
        }
        clicked.into_iter().for_each(|file| entry.add(&file));
    });
    ui.add_space(8.0);
    goes_to
}
