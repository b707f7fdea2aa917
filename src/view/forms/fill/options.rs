//! Inputs that are chosen, not typed: yes or no, one or several of a list.

use super::Drawing;
use super::field::{describe, shown_faults};
use super::input::{Input, follow_focus};
use crate::form::CODE_SEPARATOR;
use egui::accesskit::Role;
use egui::{Checkbox, ComboBox, RadioButton, Ui, UiBuilder, WidgetInfo};

/// A question with the answers yes and no.
pub fn yes_no_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>) {
    let texts = drawing.look.texts;
    let answers = [("ja", texts.get("fill-yes")), ("nein", texts.get("fill-no"))];
    let answers = answers.map(|(code, label)| (code.to_owned(), label.to_owned()));
    radios_ui(drawing, ui, input, &answers, true);
}

/// One code of few.
pub fn radio_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>) {
    let codes: Vec<(String, String)> =
        input.state.plan.codes.iter().map(|entry| (entry.code.clone(), label_of(&entry.code, &entry.label))).collect();
    radios_ui(drawing, ui, input, &codes, false);
}

fn label_of(code: &str, label: &str) -> String {
    if label.is_empty() { code.to_owned() } else { label.to_owned() }
}

fn radios_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>, options: &[(String, String)], in_a_row: bool) {
    let faults = shown_faults(drawing, input.place, input.state, input.part);
    let group = UiBuilder::new().accessibility_label(input.label).accessibility_role(Role::RadioGroup);
    ui.scope_builder(group, |ui| {
        let mut draw = |ui: &mut Ui| {
            roomy(ui);
            for (index, (code, label)) in options.iter().enumerate() {
                let response = ui.add(RadioButton::new(input.text() == code, label));
                if response.clicked() {
                    input.put(drawing, code.clone());
                }
                if index == 0 {
                    describe(ui, &response, label, input.state, &faults);
                    follow_focus(drawing, &response, input);
                }
            }
        };
        if in_a_row { ui.horizontal(&mut draw).inner } else { draw(ui) }
    });
}

/// Air between a sign and its word, and between the answers of a row.
fn roomy(ui: &mut Ui) {
    ui.spacing_mut().icon_spacing = 8.0;
    ui.spacing_mut().item_spacing.x = 20.0;
}

/// A box to be ticked, with its label beside it.
pub fn box_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>, label: &str) {
    let mut is_ticked = input.state.value.as_boolean() == Some(true);
    roomy(ui);
    let response = ui.add(Checkbox::new(&mut is_ticked, label));
    let faults = shown_faults(drawing, input.place, input.state, input.part);
    describe(ui, &response, label, input.state, &faults);
    if response.changed() {
        input.put(drawing, if is_ticked { "ja" } else { "nein" });
    }
    follow_focus(drawing, &response, input);
}

/// Several codes.
pub fn boxes_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>) {
    let chosen: Vec<&str> = input.text().split(CODE_SEPARATOR).filter(|code| !code.is_empty()).collect();
    let group = UiBuilder::new().accessibility_label(input.label).accessibility_role(Role::Group);
    ui.scope_builder(group, |ui| {
        roomy(ui);
        for (index, entry) in input.state.plan.codes.iter().enumerate() {
            let mut is_ticked = chosen.contains(&entry.code.as_str());
            let response = ui.add(Checkbox::new(&mut is_ticked, label_of(&entry.code, &entry.label)));
            if response.changed() {
                let mut codes: Vec<&str> = chosen.iter().copied().filter(|code| *code != entry.code).collect();
                codes.extend(is_ticked.then_some(entry.code.as_str()));
                input.put(drawing, codes.join(&CODE_SEPARATOR.to_string()));
            }
            if index == 0 {
                follow_focus(drawing, &response, input);
            }
        }
    });
}

/// One of many: codes with their labels. Nothing can be chosen again.
pub fn drop_down_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>, options: &[(String, String)]) {
    let current = options.iter().find(|(code, _)| code == input.text());
    let none = drawing.look.text("fill-choose").to_owned();
    let shown = current.map_or_else(|| none.clone(), |(code, label)| label_of(code, label));
    let combo = ComboBox::from_id_salt(input.id()).selected_text(shown.clone()).width(ui.available_width()).truncate();
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().interact_size.y = 34.0;
            combo.show_ui(ui, |ui| {
                if ui.selectable_label(current.is_none(), &none).clicked() {
                    input.put(drawing, "");
                }
                for (code, label) in options {
                    if ui.selectable_label(code == input.text(), label_of(code, label)).clicked() {
                        input.put(drawing, code.clone());
                    }
                }
            })
        })
        .inner
        .response;
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), input.label);
        info.current_text_value = Some(shown.clone());
        info
    });
    let faults = shown_faults(drawing, input.place, input.state, input.part);
    describe(ui, &response, input.label, input.state, &faults);
    follow_focus(drawing, &response, input);
}
