//! A label above its field, and what is wrong with the field beneath it.

use crate::view::icons::Icon;
use crate::view::theme::Theme;
use egui::{RichText, Ui};

/// Draws a label with its field beneath, 4 points apart, over the whole width.
pub fn field_row<R>(ui: &mut Ui, theme: &Theme, label: &str, field: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.label(RichText::new(label).size(12.0).color(theme.text_soft));
        let answer = field(ui);
        ui.add_space(4.0);
        answer
    })
    .inner
}

/// Draws a sentence that says what is wrong, with its sign.
pub fn error_text(ui: &mut Ui, theme: &Theme, sentence: &str) {
    state_text(ui, Icon::Error, theme.error, sentence);
}

/// Draws a sentence that warns, with its sign.
pub fn warning_text(ui: &mut Ui, theme: &Theme, sentence: &str) {
    state_text(ui, Icon::Warning, theme.warning, sentence);
}

fn state_text(ui: &mut Ui, icon: Icon, colour: egui::Color32, sentence: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.add(egui::Label::new(icon.text(16.0).color(colour)).selectable(false));
        ui.add(egui::Label::new(RichText::new(sentence).size(12.0).color(colour)).wrap());
    });
}
