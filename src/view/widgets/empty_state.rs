//! What stands where there is nothing yet: a sentence, and the button that makes the first one.

use super::primary_button;
use crate::view::icons::Icon;
use crate::view::theme::Theme;
use egui::{Align, Label, Layout, RichText, Ui, vec2};

/// Greatest width of the sentence, in points.
const WIDTH: f32 = 360.0;

/// Height of what is drawn with a button, in points.
const HEIGHT: f32 = 232.0;

/// Air above, so that it stands a little higher than the middle of an empty view.
pub fn empty_view_air(ui: &mut Ui) {
    ui.add_space(((ui.available_height() - HEIGHT) * 0.4).max(0.0));
}

/// Draws an icon, a sentence and, if there is one, a button. Answers whether the button was pressed.
pub fn empty_state(ui: &mut Ui, theme: &Theme, icon: Icon, sentence: &str, button: Option<&str>) -> bool {
    ui.vertical_centered(|ui| {
        ui.add_space(24.0);
        ui.add(Label::new(icon.text(32.0).color(theme.text_faint)).selectable(false));
        let width = (ui.available_width() - 32.0).clamp(0.0, WIDTH);
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Center), |ui| {
            ui.add(Label::new(RichText::new(sentence).color(theme.text_soft)).wrap());
        });
        ui.add_space(8.0);
        let is_pressed = button.is_some_and(|text| primary_button(ui, theme, text).clicked());
        ui.add_space(24.0);
        is_pressed
    })
    .inner
}
