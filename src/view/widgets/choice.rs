//! A drop-down from which one of several values is chosen.

use egui::{ComboBox, Role, Ui, WidgetInfo};
use std::hash::Hash;

/// Draws a drop-down over the whole width. Answers with the value that was chosen now, if it is another one.
/// `label` is what the screen reader says; the visible label is the caller's ([`field_row`](super::field_row())).
pub fn choice<T: PartialEq + Clone>(
    ui: &mut Ui,
    id: impl Hash + std::fmt::Debug,
    label: &str,
    current: &T,
    options: &[(T, &str)],
) -> Option<T> {
    let shown = options.iter().find(|(value, _)| value == current).map_or("", |(_, text)| text);
    let mut chosen = None;
    let width = ui.available_width();
    let combo = ComboBox::from_id_salt(egui::Id::unique(id)).selected_text(shown).width(width).truncate();
    let response = combo
        .show_ui(ui, |ui| {
            for (value, text) in options {
                if ui.selectable_label(value == current, *text).clicked() && value != current {
                    chosen = Some(value.clone());
                }
            }
        })
        .response;
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), label);
        info.current_text_value = Some(shown.to_owned());
        info
    });
    chosen
}
