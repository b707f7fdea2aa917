//! The table for elsewhere: out by the clipboard, and back from a spreadsheet.

use super::LanguagesState;
use super::rows::{Section, translated};
use crate::edit::{Command, Record};
use crate::exchange::code_list::read_table;
use crate::form::language::Text;
use crate::model::Language;
use crate::view::widgets::{DialogButton, Weight, dialog};
use crate::view::{Action, ViewContext};
use egui::{ScrollArea, TextEdit, Ui};

/// The texts as a table with tabs between the columns: German, translation.
pub fn written(sections: &[Section], language: &Language) -> String {
    let row = |german: &str, translation: &str| format!("{}\t{}\n", cell(german), cell(translation));
    let texts = sections.iter().flat_map(|section| &section.texts);
    let rows = texts.map(|text| row(&text.german, language.texts.get(&text.place).map_or("", |own| own.text.as_str())));
    std::iter::once(row("Deutsch", &language.name)).chain(rows).collect()
}

/// A cell; in quotation marks where it has to be.
fn cell(text: &str) -> String {
    if text.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

/// The language with the translations of a table taken over, wherever its first column has a German text; and how many were new.
fn taken_over(sections: &[Section], language: &Language, table: &str) -> (Language, usize) {
    let rows = read_table(table).rows;
    let mut changed = language.clone();
    let mut count = 0;
    for text in sections.iter().flat_map(|section| &section.texts) {
        let translation = rows.iter().find_map(|row| translation_in(row, text));
        let is_new =
            |translation: &&str| changed.texts.get(&text.place).is_none_or(|own| own.text != *translation || own.of != text.german);
        if let Some(translation) = translation.filter(is_new) {
            changed = translated(&changed, text, translation);
            count += 1;
        }
    }
    (changed, count)
}

fn translation_in<'a>(row: &'a [String], text: &Text) -> Option<&'a str> {
    let (german, translation) = (row.first()?.trim(), row.get(1)?.trim());
    (german == text.german.trim() && !translation.is_empty()).then_some(translation)
}

/// Asks for the table.
pub fn ui(
    ui: &Ui,
    context: &ViewContext<'_>,
    state: &mut LanguagesState,
    sections: &[Section],
    language: &Language,
    actions: &mut Vec<Action>,
) {
    let Some(pasted) = &mut state.pasted else { return };
    let texts = context.texts;
    let buttons = [
        DialogButton::new(Weight::Primary, texts.get("languages-take-over"), true).enabled(!pasted.trim().is_empty()),
        DialogButton::new(Weight::Secondary, texts.get("cancel"), false),
    ];
    let answer = dialog(ui.ctx(), context.theme, texts.get("languages-paste-title"), &buttons, |ui| {
        ui.label(texts.get("languages-paste-help"));
        ScrollArea::vertical().max_height(240.0).show(ui, |ui| {
            let response = ui.add(TextEdit::multiline(pasted).desired_rows(10).desired_width(f32::INFINITY));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(texts.get("languages-paste-title")));
        });
    });
    match answer {
        Some(true) => {
            let (changed, count) = taken_over(sections, language, pasted);
            if count > 0 {
                actions.push(Action::ApplyQuietly(Command::Put(Record::Language(changed))));
            }
            actions.push(Action::Say(texts.with("languages-taken-over", &[("count", count.into())])));
            state.pasted = None;
        }
        Some(false) => state.pasted = None,
        None => {}
    }
}
