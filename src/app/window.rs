//! What the shell says to its window: title, ground, end.

use super::App;
use crate::view::ui_command::UiCommand;
use eframe::Frame;
use egui::{Context, Ui, ViewportCommand, Visuals};

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        self.ui_root(ui);
    }

    fn clear_color(&self, _visuals: &Visuals) -> [f32; 4] {
        self.theme.panel.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.end();
    }
}

impl App {
    /// `Name – geändert – Dienstweg`; told only when it becomes another.
    pub(super) fn keep_title(&mut self, context: &Context) {
        let title = match self.workspace() {
            None => "Dienstweg".to_owned(),
            Some(workspace) => {
                let tab = workspace.tab(&self.texts);
                let key = if tab.is_changed { "title-changed" } else { "title-unchanged" };
                self.texts.with(key, &[("name", (&tab.name).into())])
            }
        };
        if title != self.title {
            context.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Takes the pressed shortcuts out of the input, but for those that belong to a text field.
    pub(super) fn pressed_commands(&self, context: &Context) -> Vec<UiCommand> {
        let types = context.text_edit_focused();
        let is_typed = |command: UiCommand| {
            types && matches!(command, UiCommand::Undo | UiCommand::Redo) && self.workspace().is_some_and(super::Workspace::is_typing)
        };
        context.input_mut(|input| UiCommand::take_pressed(input, types, is_typed))
    }
}
