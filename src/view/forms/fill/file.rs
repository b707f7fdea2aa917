//! Uploads: what is taken stands beside the button. Nothing is uploaded here: a sample stands for a file, a good or a bad one.

use super::Drawing;
use super::button;
use super::field::{describe, shown_faults};
use super::input::{Input, follow_focus};
use crate::form::format;
use crate::model::FieldKind;
use crate::view::icons::Icon;
use crate::view::widgets::IconButton;
use egui::{Popup, PopupCloseBehavior, Ui};

/// Size of the sample, in bytes.
const SAMPLE_SIZE: u64 = 204_800;

/// A file that is no upload for any form.
const WRONG_KIND: &str = "xyz";

/// Draws an upload.
pub fn file_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>) {
    let texts = drawing.look.texts;
    limits_ui(drawing, ui, input);
    ui.horizontal_wrapped(|ui| {
        let is_empty = input.text().is_empty();
        let text = texts.get(if is_empty { "fill-file-choose" } else { "fill-file-other" });
        let response = button::secondary_ui(ui, drawing.look, Some(Icon::Export), text);
        let faults = shown_faults(drawing, input.place, input.state, 0);
        describe(ui, &response, &format!("{}: {text}", input.label), input.state, &faults);
        follow_focus(drawing, &response, input);
        let menu = Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick);
        menu.show(|ui| samples_ui(drawing, ui, input));
        if !is_empty {
            ui.label(format::text(FieldKind::File, &[], &input.state.value));
            if IconButton::new(Icon::Close, texts.get("fill-file-remove")).small().ui(ui, drawing.look.theme).clicked() {
                put(drawing, input, String::new(), None);
            }
        }
    });
}

/// Which files are taken.
fn limits_ui(drawing: &Drawing<'_>, ui: &mut Ui, input: &Input<'_>) {
    let (texts, limits) = (drawing.look.texts, &input.state.plan.constraints);
    let kinds = limits.file_kinds.iter().map(|kind| kind.trim_start_matches('.').to_uppercase()).collect::<Vec<_>>().join(", ");
    let size = limits.max_file_size.map(format::file_size).unwrap_or_default();
    let sentence = match (kinds.is_empty(), size.is_empty()) {
        (false, false) => texts.with("fill-file-kinds-and-size", &[("kinds", (&kinds).into()), ("size", (&size).into())]),
        (false, true) => texts.with("fill-file-kinds", &[("kinds", (&kinds).into())]),
        (true, false) => texts.with("fill-file-size", &[("size", (&size).into())]),
        (true, true) => return,
    };
    drawing.look.soft_ui(ui, &sentence);
}

/// Files to choose from, so that good and bad ones can be tried.
fn samples_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>) {
    let (texts, limits) = (drawing.look.texts, &input.state.plan.constraints);
    let ending = limits.file_kinds.first().map_or("pdf", |kind| kind.trim_start_matches('.'));
    let mut samples = vec![("fill-file-fitting", ending, SAMPLE_SIZE.min(limits.max_file_size.unwrap_or(SAMPLE_SIZE)))];
    samples.extend(limits.max_file_size.map(|most| ("fill-file-large", ending, most.saturating_add(most / 10).saturating_add(1))));
    samples.extend((!limits.file_kinds.is_empty()).then_some(("fill-file-wrong", WRONG_KIND, SAMPLE_SIZE)));
    for (key, ending, size) in samples {
        let name = texts.with("fill-file-sample", &[("ending", ending.into())]);
        let offer = texts.with(key, &[("name", (&name).into()), ("size", (&format::file_size(size)).into())]);
        if ui.button(offer).clicked() {
            put(drawing, input, name, Some(size));
        }
    }
}

fn put(drawing: &mut Drawing<'_>, input: &Input<'_>, name: String, size: Option<u64>) {
    input.put(drawing, name);
    Input { part: 1, ..*input }.put(drawing, size.map(|size| size.to_string()).unwrap_or_default());
}
