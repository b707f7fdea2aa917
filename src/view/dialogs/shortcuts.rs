//! The list of shortcuts, in groups: those of the studio and those of the canvas, from the tables by which they work.

use crate::i18n::Texts;
use crate::view::canvas;
use crate::view::forms;
use crate::view::shell::{Answer, ShellContext};
use crate::view::ui_command::{UiCommand, shortcut_text};
use crate::view::widgets::{DialogButton, Weight, dialog, semibold};
use egui::{Grid, Key, KeyboardShortcut, RichText, Ui, vec2};

/// How far an arrow key scrolls, in points.
const LINE: f32 = 40.0;

pub(super) fn ui(ui: &mut Ui, context: &ShellContext<'_>) -> Option<Answer> {
    let texts = context.texts;
    let buttons = [DialogButton::new(Weight::Primary, texts.get("settings-done"), Answer::Cancel)];
    dialog(ui.ctx(), context.theme, texts.get("shortcuts-title"), &buttons, |ui| {
        scroll(ui);
        group_ui(ui, texts, "keys-studio", &studio(texts));
        for (title, lines) in canvas::key_groups() {
            let lines: Vec<(String, String)> = lines.iter().map(|line| (texts.get(line.word).to_owned(), line.text(texts))).collect();
            group_ui(ui, texts, title, &lines);
        }
        let lines: Vec<(String, String)> =
            forms::key_lines().iter().map(|line| (texts.get(line.word).to_owned(), line.text(texts))).collect();
        group_ui(ui, texts, "keys-forms", &lines);
    })
}

/// Lets the keys that turn pages do so: nothing in the list takes the focus.
fn scroll(ui: &Ui) {
    let is_pressed = |key| ui.input(|input| input.key_pressed(key));
    let page = ui.clip_rect().height() * 0.9;
    for (key, by) in [(Key::PageDown, -page), (Key::PageUp, page), (Key::ArrowDown, -LINE), (Key::ArrowUp, LINE)] {
        if is_pressed(key) {
            ui.scroll_with_delta(vec2(0.0, by));
        }
    }
}

/// The commands that have keys, with them.
fn studio(texts: &Texts) -> Vec<(String, String)> {
    let keys = |shortcuts: &[KeyboardShortcut]| {
        let keys: Vec<String> = shortcuts.iter().map(|shortcut| shortcut_text(texts, shortcut)).collect();
        keys.join(texts.get("shortcuts-or"))
    };
    let commands = UiCommand::ALL.iter().filter(|command| !command.shortcuts().is_empty());
    commands.map(|command| (command.text(texts).to_owned(), keys(command.shortcuts()))).collect()
}

fn group_ui(ui: &mut Ui, texts: &Texts, title: &'static str, lines: &[(String, String)]) {
    ui.add_space(8.0);
    ui.label(semibold(texts.get(title), 16.0));
    ui.add_space(4.0);
    Grid::new(title).num_columns(2).spacing([24.0, 2.0]).min_col_width(200.0).show(ui, |ui| {
        for (word, keys) in lines {
            ui.add(egui::Label::new(word).wrap());
            ui.label(RichText::new(keys).strong());
            ui.end_row();
        }
    });
}
