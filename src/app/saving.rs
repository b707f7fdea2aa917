//! Saves documents, and closes them after asking.

use super::App;
use super::errands::{Errand, Then};
use super::files::{self, Question};
use super::workspace::Workspace;
use crate::view::dialogs::Dialog;
use egui::{Context, ViewportCommand};
use std::path::PathBuf;
use std::sync::Arc;

impl App {
    /// The workspace of that number.
    pub(super) fn numbered(&self, number: u64) -> Option<&Workspace> {
        self.workspaces.iter().find(|workspace| workspace.number == number)
    }

    /// The workspace of that number, to be changed.
    pub(super) fn numbered_mut(&mut self, number: u64) -> Option<&mut Workspace> {
        self.workspaces.iter_mut().find(|workspace| workspace.number == number)
    }

    /// Writes a document to its file; asks for one if it has none, and before it overwrites what others wrote.
    pub(super) fn save(&mut self, context: &Context, number: u64, then: Then) {
        let Some(workspace) = self.numbered_mut(number) else { return };
        workspace.editor.commit();
        let Some(path) = workspace.path.clone() else { return self.save_as(context, number, then) };
        let known = workspace.fingerprint;
        match files::fingerprint(&path) {
            Some(found) if Some(found) != known => self.ask_to_replace(number, path, then, true),
            _ => self.write_to(context, number, path, then),
        }
    }

    /// Asks for a file and writes the document to it.
    pub(super) fn save_as(&mut self, context: &Context, number: u64, then: Then) {
        let folder = Some(self.usual_folder());
        let Some(workspace) = self.numbered_mut(number) else { return };
        workspace.editor.commit();
        let own = workspace.path.as_ref().and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
        let name = own.unwrap_or_else(|| files::suggested_name(workspace.editor.document()));
        let (title, kinds) = (self.texts.get("path-save-title").to_owned(), self.texts.get("file-kinds").to_owned());
        self.ask_system(context, Errand::SaveAs { number, then }, Question::Write { title, kinds, folder, name });
    }

    /// Writes the document to a chosen file. `is_agreed`: the user has agreed to replace what is there.
    pub(super) fn save_to(&mut self, context: &Context, number: u64, path: PathBuf, then: Then, is_agreed: bool) {
        let path = std::path::absolute(&path).unwrap_or(path);
        let path = files::with_ending(&path);
        let is_open_elsewhere =
            self.workspaces.iter().any(|workspace| workspace.number != number && workspace.path.as_ref() == Some(&path));
        if is_open_elsewhere {
            let file = path.display().to_string();
            self.notices.fail(self.texts.with("file-open-elsewhere", &[("file", (&file).into())]));
            self.give_up();
        } else if !is_agreed && path.exists() {
            self.ask_to_replace(number, path, then, false);
        } else {
            self.write_to(context, number, path, then);
        }
    }

    fn ask_to_replace(&mut self, number: u64, path: PathBuf, then: Then, was_changed: bool) {
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        self.errand = Some(Errand::Replace { number, path, then });
        self.dialog = Some(Dialog::Replace { file, was_changed });
    }

    /// Writes the document to this file, whatever is in it, and goes on. On failure nothing is closed.
    pub(super) fn write_to(&mut self, context: &Context, number: u64, path: PathBuf, then: Then) {
        let Some(workspace) = self.numbered_mut(number) else { return };
        let document = Arc::clone(workspace.editor.document());
        match files::write(&path, &document) {
            Ok(fingerprint) => {
                let before = workspace.fingerprint.replace(fingerprint);
                workspace.saved = Some(document);
                workspace.path = Some(path.clone());
                let history = workspace.editor.history().clone();
                self.rescue.keep_saved(history, fingerprint, before);
                self.settings.remember(&path);
                self.look_up_recent(context);
                let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                self.notices.say(self.texts.with("file-saved", &[("file", (&file).into())]));
                self.go_on(context, number, then);
            }
            Err(trouble) => {
                self.tell_trouble(&path, &trouble);
                self.give_up();
            }
        }
    }

    /// Does what was to follow when the document is saved or let go.
    pub(super) fn go_on(&mut self, context: &Context, number: u64, then: Then) {
        match then {
            Then::Stay => {}
            Then::CloseTab => self.remove_tab(number),
            Then::CloseWindow => self.close_window(context),
        }
    }

    /// The user gives up what was changed in this document.
    pub(super) fn let_go(&mut self, number: u64) {
        if let Some(workspace) = self.numbered_mut(number) {
            workspace.is_let_go = true;
        }
    }

    /// Closes a document, after asking if it is changed.
    pub(super) fn close_tab(&mut self, tab: usize) {
        let Some(workspace) = self.workspaces.get_mut(tab) else { return };
        workspace.editor.commit();
        let number = workspace.number;
        if workspace.is_changed() {
            self.ask_before_closing(tab, Then::CloseTab);
        } else {
            self.remove_tab(number);
        }
    }

    fn ask_before_closing(&mut self, tab: usize, then: Then) {
        self.show_tab(Some(tab));
        let Some(workspace) = self.workspaces.get(tab) else { return };
        self.dialog = Some(Dialog::Unsaved { name: workspace.name(&self.texts) });
        self.errand = Some(Errand::Close { number: workspace.number, then });
    }

    fn remove_tab(&mut self, number: u64) {
        let Some(tab) = self.workspaces.iter().position(|workspace| workspace.number == number) else { return };
        self.workspaces.remove(tab);
        self.rescue.drop_copy(number);
        self.shown = match self.shown {
            Some(shown) if shown > tab => Some(shown - 1),
            Some(shown) if shown == tab => tab.checked_sub(1).or((!self.workspaces.is_empty()).then_some(0)),
            shown => shown,
        };
    }

    /// Closes the window, after asking about every changed document.
    pub(super) fn close_window(&mut self, context: &Context) {
        for workspace in &mut self.workspaces {
            workspace.editor.commit();
        }
        let next = self.workspaces.iter().position(|workspace| workspace.is_changed() && !workspace.is_let_go);
        if let Some(tab) = next {
            self.ask_before_closing(tab, Then::CloseWindow);
        } else {
            self.may_close = true;
            context.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// Keeps the window open as long as something would be lost.
    pub(super) fn watch_closing(&mut self, context: &Context) {
        if self.may_close || !context.input(|input| input.viewport().close_requested()) {
            return;
        }
        context.send_viewport_cmd(ViewportCommand::CancelClose);
        self.close_window(context);
    }

    /// The last thing before the window is gone: nothing is left to be rescued, the settings are kept.
    pub(super) fn end(&mut self) {
        self.keep_settings();
        for workspace in &self.workspaces {
            self.rescue.drop_copy(workspace.number);
        }
        self.rescue.finish();
    }
}
