//! The list of shortcuts.

use crate::view::shell::{Answer, ShellContext};
use crate::view::ui_command::{UiCommand, shortcut_text};
use crate::view::widgets::{DialogButton, Weight, dialog, semibold};
use egui::{Grid, Ui};

pub(super) fn ui(ui: &mut Ui, context: &ShellContext<'_>) -> Option<Answer> {
    let texts = context.texts;
    let buttons = [DialogButton::new(Weight::Primary, texts.get("settings-done"), Answer::Cancel)];
    dialog(ui.ctx(), context.theme, texts.get("shortcuts-title"), &buttons, |ui| {
        Grid::new("shortcuts").num_columns(2).spacing([24.0, 8.0]).show(ui, |ui| {
            for command in UiCommand::ALL {
                let keys: Vec<String> = command.shortcuts().iter().map(|shortcut| shortcut_text(texts, shortcut)).collect();
                ui.label(command.text(texts));
                ui.label(semibold(&keys.join(texts.get("shortcuts-or")), 14.0));
                ui.end_row();
            }
        });
    })
}
