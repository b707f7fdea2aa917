//! Asks what a picture of the flow should be like: format, scale, extent, colours, notes.

use crate::model::Subject;
use crate::view::shell::{Answer, ShellContext};
use crate::view::widgets::{DialogButton, Segment, Weight, dialog, field_row, segmented};
use egui::{RichText, Ui};
use std::collections::BTreeSet;

/// What the picture should be like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PictureWish {
    /// Into pixels instead of outlines.
    pub is_png: bool,
    /// Pixels for each point.
    pub scale: u8,
    /// What is selected on the canvas.
    pub selected: BTreeSet<Subject>,
    /// Only what is selected.
    pub is_selection: bool,
    /// Light on dark.
    pub is_dark: bool,
    /// With the notes of steps, written out below.
    pub has_notes: bool,
}

impl PictureWish {
    /// How the name of the file ends.
    pub fn ending(&self) -> &'static str {
        if self.is_png { "png" } else { "svg" }
    }
}

pub(super) fn ui(ui: &mut Ui, context: &ShellContext<'_>, wish: &mut PictureWish) -> Option<Answer> {
    let texts = context.texts;
    let buttons = [
        DialogButton::new(Weight::Primary, texts.get("picture-choose-place"), true),
        DialogButton::new(Weight::Secondary, texts.get("cancel"), false),
    ];
    let is_agreed = dialog(ui.ctx(), context.theme, texts.get("picture-title"), &buttons, |ui| wish_ui(ui, context, wish))?;
    Some(if is_agreed { Answer::SavePicture(wish.clone()) } else { Answer::Cancel })
}

fn wish_ui(ui: &mut Ui, context: &ShellContext<'_>, wish: &mut PictureWish) {
    let (texts, theme) = (context.texts, context.theme);
    ui.label(RichText::new(texts.get("picture-sentence")).color(theme.text_soft));
    ui.add_space(8.0);
    // The names of formats are the same in every language.
    row(ui, context, "picture-format", &mut wish.is_png, &[(false, "SVG"), (true, "PNG")]);
    let scales = crate::exchange::picture::SCALES;
    let names = scales.map(|scale| texts.with("picture-scale-value", &[("scale", usize::from(scale).into())]));
    let scales: Vec<(u8, &str)> = scales.into_iter().zip(names.iter().map(String::as_str)).collect();
    row(ui, context, "picture-scale", &mut wish.scale, &scales);
    if !wish.selected.is_empty() {
        let extents = [(false, texts.get("picture-all")), (true, texts.get("picture-selection"))];
        row(ui, context, "picture-extent", &mut wish.is_selection, &extents);
    }
    let colours = [(false, texts.get("picture-light")), (true, texts.get("picture-dark"))];
    row(ui, context, "picture-colours", &mut wish.is_dark, &colours);
    ui.checkbox(&mut wish.has_notes, texts.get("picture-notes"));
}

/// A label with a row of which one is chosen.
fn row<T: PartialEq + Clone>(ui: &mut Ui, context: &ShellContext<'_>, label: &str, value: &mut T, options: &[(T, &str)]) {
    field_row(ui, context.theme, context.texts.get(label), |ui| {
        let segments: Vec<Segment<'_, T>> = options.iter().map(|(value, text)| Segment::word(value.clone(), text)).collect();
        if let Some(chosen) = segmented(ui, context.theme, value, &segments, false) {
            *value = chosen;
        }
    });
}
