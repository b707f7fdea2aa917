//! What happened, step by step, newest at the bottom; each step can be gone back to.

use super::Wish;
use super::case::Case;
use super::toolbar::moment;
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::IconButton;
use egui::{RichText, Ui};

pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, case: &Case, wishes: &mut Vec<Wish>) {
    let (texts, theme) = (context.texts, context.theme);
    for (place, played) in case.run.history().iter().enumerate() {
        ui.horizontal_top(|ui| {
            let label = texts.with("play-back-before", &[("number", (place + 1).into())]);
            if IconButton::new(Icon::StepBack, &label).small().ui(ui, theme).clicked() {
                wishes.push(Wish::BackTo(place));
            }
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.label(RichText::new(moment(played.at)).size(12.0).color(theme.text_soft));
                ui.add(egui::Label::new(crate::view::widgets::semibold(&texts.step(case.document(), &played.step), 14.0)).wrap());
                for event in case.run.trace_of(place) {
                    if let Some(sentence) = texts.happening(case.document(), &event.what) {
                        ui.add(egui::Label::new(RichText::new(sentence).size(12.0)).wrap());
                    }
                }
            });
        });
        ui.separator();
    }
}
