//! A field: label above, input, help below, and what is wrong beside its sign.

use super::super::look::Look;
use super::{Drawing, block, input};
use crate::form::{FieldState, Place, format};
use crate::model::FieldKind;
use egui::{Label, Response, RichText, Ui};

/// Draws a field of any kind.
pub fn field_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, place: &Place, state: &FieldState) {
    ui.spacing_mut().item_spacing.y = 4.0;
    let plan = &state.plan;
    let is_box = plan.kind == FieldKind::YesNo && !plan.is_question() && !plan.is_read_only;
    let is_block = !plan.kind.parts().is_empty() && plan.kind != FieldKind::File && !plan.is_read_only;
    if is_block {
        drawing.look.title_ui(ui, &label_of(drawing, state), 14.0);
        ui.add_space(4.0);
    } else if !is_box {
        label_ui(ui, drawing.look, &label_of(drawing, state));
    }
    if plan.is_read_only || matches!(plan.kind, FieldKind::Object(_) | FieldKind::List(_)) {
        let text = format::text(plan.kind, &plan.codes, &state.value);
        let text = if text.is_empty() { "–".to_owned() } else { text };
        ui.add(Label::new(RichText::new(text).color(drawing.look.theme.text)).wrap());
    } else if is_block {
        block::block_ui(drawing, ui, place, state);
    } else {
        input::input_ui(drawing, ui, place, state);
        faults_ui(drawing, ui, place, state, 0);
    }
    if !plan.help.is_empty() {
        ui.add(Label::new(RichText::new(&plan.help).size(12.0).color(drawing.look.theme.text_soft)).wrap());
    }
}

/// The label, with a remark where the field may stay empty.
pub fn label_of(drawing: &Drawing<'_>, state: &FieldState) -> String {
    if state.is_required || state.plan.is_read_only {
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
    crate::view::widgets::error_text(ui, look.theme, sentence);
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
