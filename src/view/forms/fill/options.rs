//! Inputs that are chosen, not typed: yes or no, one or several of a list.

use super::field::{describe, shown_faults};
use super::input::{Input, follow_focus, take_focus};
use super::{Drawing, Edit};
use crate::form::CODE_SEPARATOR;
use egui::accesskit::Role;
use egui::{Checkbox, ComboBox, RadioButton, Response, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

/// A question with the answers yes and no.
pub fn yes_no_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>) {
    let texts = drawing.look.texts;
    let answers = [("ja", texts.get("fill-yes")), ("nein", texts.get("fill-no"))];
    let answers = answers.map(|(code, label)| (code.to_owned(), label.to_owned()));
    radios_ui(drawing, ui, input, &answers, true);
}

/// One code of few.
pub fn radio_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>) {
    radios_ui(drawing, ui, input, &input.codes(), false);
}

fn radios_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>, options: &[(String, String)], in_a_row: bool) {
    let faults = shown_faults(drawing, input.place, input.state, input.part);
    let group = UiBuilder::new().accessibility_label(input.label).accessibility_role(Role::RadioGroup);
    ui.scope_builder(group, |ui| {
        let mut draw = |ui: &mut Ui| {
            roomy(ui, drawing, !faults.is_empty());
            let mut responses = Vec::new();
            for (index, (code, label)) in options.iter().enumerate() {
                let response = ui.add(RadioButton::new(input.text() == code, label));
                if response.clicked() {
                    input.put(drawing, code.clone());
                }
                explanation_ui(drawing, ui, input.explanation(code));
                if index == 0 {
                    describe(ui, &response, label, input.state, &faults);
                    take_focus(drawing, &response, input);
                }
                responses.push(response);
            }
            leave(drawing, input, &responses);
        };
        if in_a_row { ui.horizontal_wrapped(&mut draw).inner } else { draw(ui) }
    });
}

/// What explains a code, below its words and in line with them.
fn explanation_ui(drawing: &Drawing<'_>, ui: &mut Ui, text: &str) {
    if text.is_empty() {
        return;
    }
    let indent = drawing.look.sizes().check + ui.spacing().icon_spacing;
    let mut place = ui.available_rect_before_wrap();
    if drawing.look.is_rtl {
        place.max.x -= indent;
    } else {
        place.min.x += indent;
    }
    ui.scope_builder(UiBuilder::new().max_rect(place).layout(drawing.look.column()), |ui| drawing.look.soft_ui(ui, text));
}

/// Notes that a group of boxes or circles was left: none of them has the focus any more.
fn leave(drawing: &mut Drawing<'_>, input: &Input<'_>, responses: &[Response]) {
    let is_lost = responses.iter().any(|response| response.lost_focus());
    if is_lost && !responses.iter().any(|response| response.has_focus() || response.gained_focus()) {
        drawing.push(Edit::Left(input.place.clone(), input.part));
    }
}

/// Air between a sign and its word, and between the answers of a row; signs in red where something is wrong.
fn roomy(ui: &mut Ui, drawing: &Drawing<'_>, is_faulty: bool) {
    ui.spacing_mut().icon_spacing = 8.0;
    ui.spacing_mut().item_spacing = vec2(20.0, 2.0);
    ui.spacing_mut().interact_size.y = drawing.look.sizes().check + 4.0;
    if is_faulty {
        let theme = drawing.look.theme;
        let widgets = &mut ui.visuals_mut().widgets;
        for widget in [&mut widgets.inactive, &mut widgets.hovered] {
            (widget.bg_stroke, widget.bg_fill) = (Stroke::new(2.0, theme.error), theme.error_soft);
        }
    }
}

/// A box to be ticked, with its label beside it.
pub fn box_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>, label: &str) {
    let mut is_ticked = input.state.value.as_boolean() == Some(true);
    let faults = shown_faults(drawing, input.place, input.state, input.part);
    let response = ui
        .scope(|ui| {
            roomy(ui, drawing, !faults.is_empty());
            ui.add(Checkbox::new(&mut is_ticked, label))
        })
        .inner;
    describe(ui, &response, input.label, input.state, &faults);
    if response.changed() {
        input.put(drawing, if is_ticked { "ja" } else { "nein" });
    }
    follow_focus(drawing, &response, input);
}

/// Several codes.
pub fn boxes_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>) {
    let chosen: Vec<&str> = input.text().split(CODE_SEPARATOR).filter(|code| !code.is_empty()).collect();
    let faults = shown_faults(drawing, input.place, input.state, input.part);
    let group = UiBuilder::new().accessibility_label(input.label).accessibility_role(Role::Group);
    ui.scope_builder(group, |ui| {
        roomy(ui, drawing, !faults.is_empty());
        let mut responses = Vec::new();
        for (index, (code, label)) in input.codes().into_iter().enumerate() {
            let mut is_ticked = chosen.contains(&code.as_str());
            let response = ui.add(Checkbox::new(&mut is_ticked, label.as_str()));
            if response.changed() {
                let mut codes: Vec<&str> = chosen.iter().copied().filter(|other| *other != code).collect();
                codes.extend(is_ticked.then_some(code.as_str()));
                input.put(drawing, codes.join(&CODE_SEPARATOR.to_string()));
            }
            explanation_ui(drawing, ui, input.explanation(&code));
            if index == 0 {
                describe(ui, &response, &label, input.state, &faults);
                take_focus(drawing, &response, input);
            }
            responses.push(response);
        }
        leave(drawing, input, &responses);
    });
}

/// One of several: codes with their labels. Nothing can be chosen again.
pub fn drop_down_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>, options: &[(String, String)]) {
    let current = options.iter().find(|(code, _)| code == input.text());
    let none = drawing.look.text("fill-choose").to_owned();
    let shown = current.map_or_else(|| none.clone(), |(_, label)| label.clone());
    let kern = drawing.look.kern;
    let faults = shown_faults(drawing, input.place, input.state, input.part);
    let combo = ComboBox::from_id_salt(input.id()).selected_text(shown.clone()).width(ui.available_width()).truncate();
    let response = ui
        .scope(|ui| {
            kern.bare(ui, !faults.is_empty());
            ui.spacing_mut().interact_size.y = kern.sizes.control;
            ui.spacing_mut().button_padding = vec2(12.0, 0.0);
            ui.spacing_mut().icon_width = 14.0;
            combo.show_ui(ui, |ui| {
                kern.dress(ui);
                ui.spacing_mut().interact_size.y = 28.0;
                if ui.selectable_label(current.is_none(), &none).clicked() {
                    input.put(drawing, "");
                }
                for (code, label) in options {
                    let response = ui.selectable_label(code == input.text(), label);
                    let explanation = input.explanation(code);
                    let response = if explanation.is_empty() { response } else { response.on_hover_text(explanation) };
                    if response.clicked() {
                        input.put(drawing, code.clone());
                    }
                }
            })
        })
        .inner
        .response;
    kern.underline(ui, &response, !faults.is_empty());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), input.label);
        info.current_text_value = Some(shown.clone());
        info
    });
    describe(ui, &response, input.label, input.state, &faults);
    follow_focus(drawing, &response, input);
}
