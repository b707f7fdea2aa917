//! The one place where the actions of the views round the document take effect.

use super::App;
use super::workspace::Workspace;
use crate::view::shell::ShellAction;
use egui::Context;

impl App {
    /// Performs what a view of the shell wants.
    pub(super) fn perform_shell(&mut self, context: &Context, action: ShellAction) {
        context.request_repaint();
        match action {
            ShellAction::Run(command) => self.run_command(context, command),
            ShellAction::ShowTab(tab) => self.show_tab(Some(tab)),
            ShellAction::ShowStart => self.show_tab(None),
            ShellAction::Go(place) => self.go(place),
            ShellAction::SetLook(look) => self.set_look(context, look),
            ShellAction::DismissNotice(number) => self.notices.dismiss(number),
            ShellAction::CancelWork => self.cancel_work(),
            ShellAction::Answer(answer) => self.answer(context, answer),
            ShellAction::Find(choice) => self.choose(context, choice),
            ShellAction::CloseTab(tab) => self.close_tab(tab),
            ShellAction::OpenFile(path) => self.open(context, path),
            ShellAction::ForgetRecent(path) => self.forget_recent(&path),
            ShellAction::OpenSample(number) => self.open_sample(number),
        }
    }

    /// Opens a workspace in a new tab and shows it. Answers with its number.
    pub(super) fn add_workspace(&mut self, workspace: Workspace) -> u64 {
        self.numbers += 1;
        self.workspaces.push(Workspace { number: self.numbers, ..workspace });
        self.show_tab(Some(self.workspaces.len() - 1));
        self.numbers
    }

    fn forget_recent(&mut self, path: &std::path::Path) {
        self.settings.recent.retain(|recent| recent != path);
        self.recent.retain(|recent| recent.path != path);
    }

    /// Writes the settings if they have changed since.
    pub(super) fn keep_settings(&mut self) {
        if self.settings == self.written {
            return;
        }
        self.written = self.settings.clone();
        if let Err(error) = self.settings.write(&self.paths) {
            let sentence = self.texts.with("settings-not-written", &[("reason", (&error.to_string()).into())]);
            self.notices.fail(sentence);
        }
    }
}
