//! What stands where there is nothing yet: a sentence, and the button that makes the first one.

use super::primary_button;
use crate::view::icons::Icon;
use crate::view::theme::Theme;
use egui::{Label, RichText, Ui};

/// Draws an icon, a sentence and, if there is one, a button. Answers whether the button was pressed.
pub fn empty_state(ui: &mut Ui, theme: &Theme, icon: Icon, sentence: &str, button: Option<&str>) -> bool {
    ui.vertical_centered(|ui| {
        ui.add_space(24.0);
        ui.add(Label::new(icon.text(32.0).color(theme.text_faint)).selectable(false));
        ui.set_max_width(ui.available_width().min(320.0));
        ui.label(RichText::new(sentence).color(theme.text_soft));
        ui.add_space(8.0);
        let is_pressed = button.is_some_and(|text| primary_button(ui, theme, text).clicked());
        ui.add_space(24.0);
        is_pressed
    })
    .inner
}
