//! Offers what was rescued when the studio ended unexpectedly.

use crate::view::shell::{Answer, ShellContext};
use crate::view::widgets::{DialogButton, Weight, dialog};
use egui::{RichText, Ui};
use std::collections::BTreeSet;

/// A rescued document, as the dialog shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecoveryCopy {
    /// Name of the procedure.
    pub name: String,
    /// When it was written, as people read it.
    pub when: String,
    /// Where its file lies, if it ever was saved.
    pub path: Option<String>,
}

pub(super) fn ui(ui: &mut Ui, context: &ShellContext<'_>, copies: &[RecoveryCopy], chosen: &mut BTreeSet<usize>) -> Option<Answer> {
    let texts = context.texts;
    let buttons = [
        DialogButton::new(Weight::Primary, texts.get("recovery-restore"), Answer::Recover(chosen.clone())).enabled(!chosen.is_empty()),
        DialogButton::new(Weight::Danger, texts.get("recovery-discard"), Answer::Recover(BTreeSet::new())),
        DialogButton::new(Weight::Secondary, texts.get("recovery-later"), Answer::RecoverLater),
    ];
    dialog(ui.ctx(), context.theme, texts.get("recovery-title"), &buttons, |ui| {
        ui.label(texts.get("recovery-sentence"));
        ui.add_space(8.0);
        for (number, copy) in copies.iter().enumerate() {
            let mut is_chosen = chosen.contains(&number);
            let text = texts.with("recovery-copy", &[("name", (&copy.name).into()), ("when", (&copy.when).into())]);
            if ui.checkbox(&mut is_chosen, text).changed() {
                if is_chosen {
                    chosen.insert(number);
                } else {
                    chosen.remove(&number);
                }
            }
            let place = copy.path.as_deref().unwrap_or_else(|| texts.get("recovery-unsaved"));
            ui.label(RichText::new(place).size(12.0).color(context.theme.text_soft));
        }
    })
}
