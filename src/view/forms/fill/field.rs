//! A field: label above, input, what is wrong beside its sign, and help below.

use super::super::look::Look;
use super::{Drawing, block, input};
use crate::form::{FieldState, Place, format};
use crate::model::FieldKind;
use crate::view::icons::Icon;
use egui::{Label, Response, RichText, Stroke, Ui};

/// Draws a field of any kind.
pub fn field_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, place: &Place, state: &FieldState) {
    ui.spacing_mut().item_spacing.y = 4.0;
    let plan = &state.plan;
    let look = drawing.look;
    let is_box = plan.kind == FieldKind::YesNo && !plan.is_question() && !plan.is_read_only;
    if is_block(state) {
        look.title_ui(ui, &label_of(drawing, state), look.sizes().text);
    } else if !is_box {
        label_ui(ui, look, &label_of(drawing, state));
    }
    account_ui(ui, look, state);
    if is_block(state) {
        ui.add_space(4.0);
        block::block_ui(drawing, ui, place, state);
    } else {
        value_ui(drawing, ui, place, state);
    }
    if !plan.help.is_empty() {
        look.soft_ui(ui, &plan.help);
    }
}

/// Whether it is asked for in several inputs.
fn is_block(state: &FieldState) -> bool {
    let plan = &state.plan;
    !plan.kind.parts().is_empty() && plan.kind != FieldKind::File && !plan.is_read_only
}

/// Draws the input of a simple field with what is wrong, or what it shows.
pub fn value_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, place: &Place, state: &FieldState) {
    let plan = &state.plan;
    if plan.is_read_only || matches!(plan.kind, FieldKind::Object(_) | FieldKind::List(_)) {
        shown_ui(drawing, ui, state);
    } else {
        input::input_ui(drawing, ui, place, state);
        faults_ui(drawing, ui, place, state, 0);
    }
}

/// A value that cannot be changed, above a thin line.
fn shown_ui(drawing: &Drawing<'_>, ui: &mut Ui, state: &FieldState) {
    let plan = &state.plan;
    let text = format::text(plan.kind, &plan.codes, &state.value);
    let text = if text.is_empty() { "–".to_owned() } else { text };
    let response = ui.add(Label::new(RichText::new(&text).color(drawing.look.theme.text)).wrap());
    let spoken = drawing.name_of(&plan.label);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(spoken));
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), response.rect.bottom() + 4.0, Stroke::new(1.0, drawing.look.theme.line_strong));
    ui.add_space(6.0);
}

/// Says that a value came from the applicant's account.
fn account_ui(ui: &mut Ui, look: Look<'_>, state: &FieldState) {
    if state.plan.account.is_none() {
        return;
    }
    let is_taken_over = !state.is_typed && !state.value.is_null();
    let text = look.text(if is_taken_over { "fill-from-account" } else { "fill-account" });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let colour = if is_taken_over { look.theme.success } else { look.theme.text_soft };
        ui.add(Label::new(Icon::Person.text(18.0).color(colour)).selectable(false));
        ui.add(Label::new(RichText::new(text).size(look.sizes().small).color(colour)).wrap());
    });
}

/// The label, with a remark where the field may stay empty.
pub fn label_of(drawing: &Drawing<'_>, state: &FieldState) -> String {
    let is_box = state.plan.kind == FieldKind::YesNo && !state.plan.is_question();
    if state.is_required || state.plan.is_read_only || is_box {
        state.plan.label.clone()
    } else {
        drawing.look.texts.with("fill-optional", &[("label", (&state.plan.label).into())])
    }
}

/// Draws a label.
pub fn label_ui(ui: &mut Ui, look: Look<'_>, text: &str) {
    ui.add(Label::new(RichText::new(text).color(look.theme.text)).wrap());
}

/// Draws the faults of an input, if they are to be shown.
pub fn faults_ui(drawing: &Drawing<'_>, ui: &mut Ui, place: &Place, state: &FieldState, part: usize) {
    for fault in shown_faults(drawing, place, state, part) {
        fault_ui(ui, drawing.look, &fault);
    }
}

/// The sentences about an input that are to be shown.
pub fn shown_faults(drawing: &Drawing<'_>, place: &Place, state: &FieldState, part: usize) -> Vec<String> {
    if !drawing.shows_faults(place, part) {
        return Vec::new();
    }
    let own = state.faults.iter().filter(|(own, _)| *own == part);
    own.map(|(_, fault)| drawing.look.texts.fault(fault)).collect()
}

/// Draws what is wrong, with its sign.
pub fn fault_ui(ui: &mut Ui, look: Look<'_>, sentence: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.add(Label::new(Icon::Error.text(18.0).color(look.theme.error)).selectable(false));
        ui.add(Label::new(RichText::new(sentence).size(look.sizes().small).color(look.theme.error)).wrap());
    });
}

/// Tells the screen reader what an input is called, whether it must be filled in, and what is wrong with it.
pub fn describe(ui: &Ui, response: &Response, label: &str, state: &FieldState, faults: &[String]) {
    let help = state.plan.help.clone();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(label.to_owned());
        if state.is_required {
            node.set_required();
        }
        if !faults.is_empty() {
            node.set_invalid(egui::accesskit::Invalid::True);
        }
        let description = faults.iter().chain(Some(&help).filter(|help| !help.is_empty())).cloned().collect::<Vec<_>>().join(" ");
        if !description.is_empty() {
            node.set_description(description);
        }
    });
}
