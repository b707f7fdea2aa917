//! Persons, addresses and bank accounts: several inputs under one label.

use super::super::grid::grid_ui;
use super::super::look::{Look, Screen};
use super::field::{faults_ui, label_ui};
use super::input::{Input, text_ui};
use super::{Drawing, date, options};
use crate::form::{FieldState, Place};
use crate::model::{Demand, FieldKind};
use egui::{Sense, Ui};

/// Salutations to choose from; what is stored is what stands here, for letters are German.
const SALUTATIONS: [&str; 2] = ["Frau", "Herr"];

/// Draws the inputs of a composite field, as far as they are asked for.
pub fn block_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, place: &Place, state: &FieldState) {
    let kind = state.plan.kind;
    let demand = |part: usize| state.plan.demands.get(part).copied().unwrap_or(Demand::Optional);
    let parts: Vec<usize> = (0..kind.parts().len()).filter(|part| demand(*part) != Demand::Absent).collect();
    let is_narrow = Screen::of(ui.available_width()) == Screen::Narrow;
    let look = drawing.look;
    grid_ui(
        ui,
        look,
        Sense::hover(),
        &parts,
        |part| width_of(kind, *part, is_narrow),
        |ui, part| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let part = *part;
            let label = part_label(look, kind, part).unwrap_or_default().to_owned();
            let is_plain = demand(part) == Demand::Required || !state.is_required;
            let shown = if is_plain { label.clone() } else { look.texts.with("fill-optional", &[("label", (&label).into())]) };
            label_ui(ui, look, &shown);
            let name = drawing.name_of(&format!("{}, {label}", state.plan.label));
            let input = Input { place, part, label: &name, state };
            match kind.parts().get(part).copied() {
                Some("anrede") => {
                    let salutations = SALUTATIONS.map(|salutation| (salutation.to_owned(), salutation.to_owned()));
                    options::drop_down_ui(drawing, ui, &input, &salutations);
                }
                Some("geburtsdatum") => date::date_ui(drawing, ui, &input),
                _ => drop(text_ui(drawing, ui, &input, FieldKind::Text)),
            }
            faults_ui(drawing, ui, place, state, part);
        },
    );
}

/// What a part of a composite field is called; nothing for simple fields and files.
pub fn part_label(look: Look<'_>, kind: FieldKind, part: usize) -> Option<&str> {
    let key = *kind.parts().get(part)?;
    (kind != FieldKind::File).then(|| look.texts.part_name(key))
}

/// Widths of parts: what is short stays beside its neighbour where there is little room.
fn width_of(kind: FieldKind, part: usize, is_narrow: bool) -> u8 {
    let widths: &[u8] = match (kind, is_narrow) {
        (FieldKind::Person, false) => &[4, 4, 4, 4],
        (FieldKind::Address, false) => &[8, 4, 4, 8, 6],
        (FieldKind::Address, true) => &[12, 12, 5, 7, 12],
        (_, false) => &[6, 6],
        _ => &[],
    };
    widths.get(part).copied().unwrap_or(12)
}
