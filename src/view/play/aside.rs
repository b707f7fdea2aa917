//! The right column: what happened, the values now, and the letters that were written.

use super::{PlayState, Wish};
use crate::expr::Value;
use crate::form::format;
use crate::sim::Happening;
use crate::view::ViewContext;
use crate::view::widgets::{Segment, card, segmented, semibold};
use egui::{Grid, RichText, ScrollArea, Ui};

/// Which of the three is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tab {
    #[default]
    Journal,
    Values,
    Letters,
}

pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, wishes: &mut Vec<Wish>) {
    let texts = context.texts;
    ui.add_space(8.0);
    let tabs = [(Tab::Journal, "play-journal"), (Tab::Values, "play-values"), (Tab::Letters, "play-letters")];
    if let Some(tab) = segmented(ui, context.theme, &state.aside, &tabs.map(|(tab, key)| Segment::word(tab, texts.get(key))), false) {
        state.aside = tab;
    }
    ui.add_space(8.0);
    let Some(case) = &state.case else {
        ui.label(RichText::new(texts.get("play-nothing-yet")).color(context.theme.text_soft));
        return;
    };
    ScrollArea::vertical().id_salt(("play-aside", state.aside as u8)).auto_shrink(false).stick_to_bottom(state.aside == Tab::Journal).show(
        ui,
        |ui| match state.aside {
            Tab::Journal => super::journal::ui(ui, context, case, wishes),
            Tab::Values => {
                for (object, fields) in case.run.state().data().entries() {
                    object_ui(ui, context, case.document(), object, fields);
                }
            }
            Tab::Letters => letters_ui(ui, context, case),
        },
    );
}

fn object_ui(ui: &mut Ui, context: &ViewContext<'_>, document: &crate::model::Document, key: &str, value: &Value) {
    let Value::Context(fields) = value else { return };
    let object = document.objects.values().find(|object| object.key == key);
    let title =
        object.map_or(if key == crate::scope::SETTINGS { context.texts.get("play-settings") } else { key }, |object| object.name.as_str());
    ui.label(semibold(title, 14.0));
    Grid::new(("play-values", key)).num_columns(2).striped(false).min_col_width(90.0).show(ui, |ui| {
        for (field, value) in fields.entries() {
            let name = object
                .and_then(|object| document.fields_of(object).find(|it| it.key.as_str() == field.as_ref()))
                .map_or(field.as_ref(), |field| field.name.as_str());
            ui.add(egui::Label::new(RichText::new(name).size(12.0).color(context.theme.text_soft)).wrap());
            let text =
                if matches!(value, Value::Null) { "–".to_owned() } else { format::at_path(document, &format!("{key}.{field}"), value) };
            ui.add(egui::Label::new(text).wrap());
            ui.end_row();
        }
    });
    ui.add_space(8.0);
}

fn letters_ui(ui: &mut Ui, context: &ViewContext<'_>, case: &super::case::Case) {
    let mut is_empty = true;
    for event in case.run.trace() {
        if let Happening::LetterWritten { letter, .. } = &event.what {
            is_empty = false;
            card(ui, context.theme, |ui| {
                ui.set_width(ui.available_width());
                ui.label(RichText::new(super::toolbar::moment(event.at)).size(12.0).color(context.theme.text_soft));
                ui.add(egui::Label::new(semibold(&letter.subject, 14.0)).wrap());
                ui.add(egui::Label::new(&letter.body).wrap());
            });
        }
    }
    if is_empty {
        ui.label(RichText::new(context.texts.get("play-no-letters")).color(context.theme.text_soft));
    }
}
