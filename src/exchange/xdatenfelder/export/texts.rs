//! What is said to those who fill in: titles and help of groups, texts to read, how often something is there, and whether it is seen.

use super::super::super::{Matter, What};
use super::super::standard::{Block, Cardinality, Position};
use super::pairs::Side;
use super::shown::Shown;
use super::writer::{Place, Writer, has_help};
use crate::model::{DataField, DataFieldId, FieldKind};

impl<'t> Writer<'t> {
    /// Title and help of a group of that name.
    pub fn group_texts(&mut self, block: Block<'t>, name: &str, shown: Option<&Shown<'_>>) {
        let Some(shown) = shown else { return };
        if shown.is_conditional() {
            self.say(block, What::NotExpressible(Matter::Visibility));
        }
        let Some(title) = shown.new_title(&block.title()) else {
            return self.say(block, What::NotExpressible(Matter::Arrangement));
        };
        self.label(block, name, title);
        let is_help = !shown.is_page() || has_help(block, shown);
        let help = shown.help().filter(|_| is_help).unwrap_or_default();
        if help.trim() != block.text("hilfetextEingabe") {
            self.set(block, "hilfetextEingabe", help);
        }
    }

    /// A text to read says this.
    pub fn text(&mut self, block: Block<'t>, text: &str) {
        self.rules(block);
        if super::super::form::text_of(block) != text.trim() {
            let is_help = block.text("inhalt").is_empty() && !block.text("hilfetextEingabe").is_empty();
            self.set(block, if is_help { "hilfetextEingabe" } else { "inhalt" }, text);
        }
    }

    /// How often: what the form demands of a field, and the bounds of a list.
    pub fn cardinality(&mut self, position: Position<'t>, place: &Place<'_, '_>, (old, new): (&DataField, &DataField)) {
        let Ok(written) = position.cardinality() else { return };
        let (before, now) = (often(place.old, &place.old_path, old), often(place.new, &place.new_path, new));
        let mut cardinality = written;
        // Inside an optional group the form demands less than the file: what did not change stays.
        if let (least, Some(new_least)) = (before.0, now.0)
            && least != now.0
        {
            cardinality.least = new_least;
        }
        if before.1 != now.1 {
            cardinality.most = now.1;
        }
        cardinality.least = cardinality.most.map_or(cardinality.least, |most| cardinality.least.min(most));
        if cardinality != written
            && let Some(element) = position.element.first("anzahl")
        {
            self.edits.set_text(element, &cardinality.to_string());
            self.say(position.block, What::Rewritten);
        }
    }
}

/// Least, if the form says it, and greatest number of something at its place.
fn often(side: &Side<'_>, path: &[DataFieldId], field: &DataField) -> (Option<u32>, Option<u32>) {
    let demanded = side.shown(path).map(|(_, shown)| u32::from(shown.is_required));
    match field.kind {
        FieldKind::List(_) => side.repeat(path).map_or((None, None), |repeat| (Some(repeat.least), repeat.most)),
        FieldKind::MultipleChoice(_) => {
            let least = demanded.map(|least| least * field.constraints.min_items.unwrap_or(1).max(1));
            (least, field.constraints.max_items)
        }
        FieldKind::Object(_) => (None, Some(1)),
        _ => (demanded, Some(1)),
    }
}

/// How often something new is there.
pub(super) fn cardinality(side: &Side<'_>, field: &DataField, path: &[DataFieldId]) -> Cardinality {
    let (least, most) = often(side, path, field);
    let usual = u32::from(matches!(field.kind, FieldKind::Object(_)));
    Cardinality { least: least.unwrap_or(usual), most }
}
