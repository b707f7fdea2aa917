//! Asks for the name of a new procedure.

use crate::view::shell::{Answer, ShellContext};
use crate::view::widgets::{DialogButton, Weight, dialog, field_row};
use egui::{TextEdit, Ui};

pub(super) fn ui(ui: &mut Ui, context: &ShellContext<'_>, name: &mut String) -> Option<Answer> {
    let texts = context.texts;
    let buttons = [
        DialogButton::new(Weight::Primary, texts.get("new-create"), true).enabled(!name.trim().is_empty()),
        DialogButton::new(Weight::Secondary, texts.get("cancel"), false),
    ];
    let is_agreed = dialog(ui.ctx(), context.theme, texts.get("new-title"), &buttons, |ui| {
        ui.label(texts.get("new-sentence"));
        ui.add_space(8.0);
        let label = texts.get("new-name");
        field_row(ui, context.theme, label, |ui| {
            let edit = TextEdit::singleline(name).hint_text(texts.get("new-hint")).margin(egui::vec2(8.0, 6.0));
            let response = ui.add(edit.desired_width(f32::INFINITY));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
            if ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
        });
    })?;
    // The last letter may have come in the same pass as Enter.
    Some(if is_agreed { Answer::Create(name.trim().to_owned()) } else { Answer::Cancel })
}
