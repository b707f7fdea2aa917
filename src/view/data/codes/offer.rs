//! What a file or the clipboard holds for a list is shown before it is taken: which column is what, and what will happen.

use crate::exchange::code_list::{Columns, Listing};
use crate::exchange::{Note, What};
use crate::model::{CodeEntry, CodeList, CodeListId};
use crate::view::data::Model;
use crate::view::widgets::{DialogButton, Weight, choice, dialog, field_row, semibold, warning_text};
use egui::{Grid, Label, RichText, Ui};
use std::collections::BTreeMap;

/// So many of the rows are shown.
const SHOWN: usize = 6;

/// Rows that could be taken.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    /// For which list.
    pub list: CodeListId,
    listing: Listing,
    columns: Columns,
    /// The codes with these columns.
    entries: Vec<CodeEntry>,
    notes: Vec<Note>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Merge,
    Replace,
    Leave,
}

impl Offer {
    pub fn of(list: CodeListId, listing: Listing) -> Self {
        let columns = listing.chosen;
        let (entries, notes) = listing.entries(columns);
        Self { list, listing, columns, entries, notes }
    }

    fn choose(&mut self, columns: Columns) {
        self.columns = columns;
        (self.entries, self.notes) = self.listing.entries(columns);
    }
}

/// The codes of a list with others merged in: known codes get the new words, new ones go to the end. Says how many are new and changed.
fn merged(old: &[CodeEntry], new: &[CodeEntry]) -> (Vec<CodeEntry>, usize, usize) {
    // Rows that were never filled in make room.
    let mut all: Vec<CodeEntry> = old.iter().filter(|entry| !entry.code.is_empty() || !entry.label.is_empty()).cloned().collect();
    let places: BTreeMap<String, usize> = all.iter().enumerate().map(|(place, entry)| (entry.code.clone(), place)).collect();
    let (mut added, mut changed) = (0, 0);
    for entry in new {
        match places.get(&entry.code).and_then(|place| all.get_mut(*place)) {
            Some(known) if known == entry => {}
            Some(known) => {
                let help = if entry.help.is_empty() { std::mem::take(&mut known.help) } else { entry.help.clone() };
                *known = CodeEntry { help, ..entry.clone() };
                changed += 1;
            }
            None => {
                all.push(entry.clone());
                added += 1;
            }
        }
    }
    (all, added, changed)
}

impl Model<'_, '_> {
    pub(super) fn offer_ui(&mut self, ui: &Ui, list: &CodeList) {
        let Some(mut offer) = self.state.codes.offer.take() else { return };
        let texts = self.context.texts;
        let (all, added, changed) = merged(&list.entries, &offer.entries);
        let is_any = !offer.entries.is_empty();
        let buttons = [
            DialogButton::new(Weight::Primary, texts.get("codes-offer-merge"), Wish::Merge).enabled(is_any && added + changed > 0),
            DialogButton::new(Weight::Secondary, texts.get("codes-offer-replace"), Wish::Replace).enabled(is_any),
            DialogButton::new(Weight::Secondary, texts.get("cancel"), Wish::Leave),
        ];
        let wish = dialog(ui.ctx(), self.context.theme, texts.get("codes-offer-title"), &buttons, |ui| {
            let counts = [("count", offer.entries.len().into()), ("added", added.into()), ("changed", changed.into())];
            ui.label(texts.with("codes-offer-sentence", &counts));
            self.offered_columns_ui(ui, &mut offer);
            for note in &offer.notes {
                let sentence = match &note.what {
                    What::RowsWithoutCode { count, .. } => texts.with("codes-offer-empty", &[("count", (*count).into())]),
                    What::DuplicateCodes { count, first } => {
                        texts.with("codes-offer-twice", &[("count", (*count).into()), ("first", first.into())])
                    }
                    What::TooManyCodes(_) => texts.exchange_note(note),
                    _ => continue,
                };
                warning_text(ui, self.context.theme, &sentence);
            }
            self.offered_rows_ui(ui, &offer);
        });
        match wish {
            None => self.state.codes.offer = Some(offer),
            Some(Wish::Leave) => {}
            Some(Wish::Merge) => self.put_codes(list, all),
            Some(Wish::Replace) => self.put_codes(list, offer.entries),
        }
    }

    /// Which column is what; only where there is a choice.
    fn offered_columns_ui(&self, ui: &mut Ui, offer: &mut Offer) {
        let (texts, theme) = (self.context.texts, self.context.theme);
        if offer.listing.columns.len() < 2 {
            return;
        }
        let names: Vec<(usize, &str)> = offer.listing.columns.iter().map(String::as_str).enumerate().collect();
        let none = [(None, texts.get("inspector-none"))];
        let optional: Vec<(Option<usize>, &str)> = none.into_iter().chain(names.iter().map(|(at, name)| (Some(*at), *name))).collect();
        let mut columns = offer.columns;
        ui.columns(3, |parts| {
            let [code, label, help] = parts else { return };
            let chosen = |ui: &mut Ui, key: &'static str, current: usize| {
                let title = texts.get(key);
                field_row(ui, theme, title, |ui| choice(ui, ("offer", key), title, &current, &names))
            };
            columns.code = chosen(code, "inspector-code", columns.code).unwrap_or(columns.code);
            columns.label = chosen(label, "inspector-code-label", columns.label).unwrap_or(columns.label);
            let title = texts.get("codes-help");
            let found = field_row(help, theme, title, |ui| choice(ui, "offer help", title, &columns.help, &optional));
            columns.help = found.unwrap_or(columns.help);
        });
        if columns != offer.columns {
            offer.choose(columns);
        }
    }

    fn offered_rows_ui(&self, ui: &mut Ui, offer: &Offer) {
        let texts = self.context.texts;
        ui.add_space(4.0);
        Grid::new("offered codes").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
            ui.label(semibold(texts.get("inspector-code"), 12.0));
            ui.label(semibold(texts.get("inspector-code-label"), 12.0));
            ui.end_row();
            for entry in offer.entries.iter().take(SHOWN) {
                ui.label(&entry.code);
                ui.add(Label::new(&entry.label).truncate());
                ui.end_row();
            }
        });
        if let Some(rest) = offer.entries.len().checked_sub(SHOWN).filter(|rest| *rest > 0) {
            let sentence = texts.with("codes-offer-rest", &[("count", rest.into())]);
            ui.label(RichText::new(sentence).size(12.0).color(self.context.theme.text_soft));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::merged;
    use crate::model::CodeEntry;

    #[test]
    fn known_codes_get_new_words_and_new_ones_go_to_the_end() {
        let explained = CodeEntry { help: "erklärt".into(), ..CodeEntry::new("a", "Alt") };
        let old = [explained.clone(), CodeEntry::default(), CodeEntry::new("b", "Bleibt")];
        let (all, added, changed) =
            merged(&old, &[CodeEntry::new("c", "Neu"), CodeEntry::new("a", "Anders"), CodeEntry::new("b", "Bleibt")]);
        assert_eq!(all, [CodeEntry { label: "Anders".into(), ..explained }, CodeEntry::new("b", "Bleibt"), CodeEntry::new("c", "Neu")]);
        assert_eq!((added, changed), (1, 1));
    }
}
