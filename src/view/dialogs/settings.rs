//! Appearance and language; every change is seen at once.

use crate::i18n::Language;
use crate::view::shell::{Answer, Look, ShellAction, ShellContext};
use crate::view::topbar::THEMES;
use crate::view::widgets::{DialogButton, Segment, Weight, choice, dialog, field_row, segmented};
use egui::{RichText, Ui};

/// The scales that can be chosen, in per cent.
pub const SCALES: [u16; 7] = [75, 90, 100, 125, 150, 175, 200];

pub(super) fn ui(ui: &mut Ui, context: &ShellContext<'_>, actions: &mut Vec<ShellAction>) -> Option<Answer> {
    let texts = context.texts;
    let buttons = [DialogButton::new(Weight::Primary, texts.get("settings-done"), Answer::Cancel)];
    let mut look = context.look;
    let answer = dialog(ui.ctx(), context.theme, texts.get("settings-title"), &buttons, |ui| look_ui(ui, context, &mut look));
    if look != context.look {
        actions.push(ShellAction::SetLook(look));
    }
    answer
}

fn look_ui(ui: &mut Ui, context: &ShellContext<'_>, look: &mut Look) {
    let (texts, theme) = (context.texts, context.theme);
    field_row(ui, theme, texts.get("theme-title"), |ui| {
        let themes = THEMES.map(|(theme, key)| Segment::word(theme, texts.get(key)));
        look.theme = segmented(ui, theme, &look.theme, &themes, false).unwrap_or(look.theme);
    });
    field_row(ui, theme, texts.get("language-title"), |ui| {
        let languages = [
            Segment::word(Language::German, texts.get("language-german")),
            Segment::word(Language::English, texts.get("language-english")),
        ];
        look.language = segmented(ui, theme, &look.language, &languages, false).unwrap_or(look.language);
    });
    let label = texts.get("scale-title");
    field_row(ui, theme, label, |ui| {
        let names = SCALES.map(|scale| texts.with("scale-value", &[("scale", usize::from(scale).into())]));
        let options: Vec<(u16, &str)> = SCALES.iter().copied().zip(names.iter().map(String::as_str)).collect();
        look.scale = choice(ui, "scale", label, &look.scale, &options).unwrap_or(look.scale);
    });
    if context.wants_less_motion {
        ui.label(RichText::new(texts.get("settings-still")).color(theme.text_soft));
    } else {
        ui.checkbox(&mut look.has_motion, texts.get("settings-motion"));
    }
}
