//! The inputs of simple fields, one for each kind.

use super::field::{describe, label_of, shown_faults};
use super::{Drawing, Edit, date, options};
use crate::form::{FieldState, Place, format};
use crate::model::FieldKind;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, icon_text_button};
use egui::{Id, Response, Stroke, TextEdit, Ui, vec2};

/// Codes up to this number are radio buttons; more are a drop-down.
const FEW_CODES: usize = 5;

/// A sample for files: nothing is uploaded while one plays through.
const SAMPLE_SIZE: &str = "204800";

/// One input: which part of which field, and what it is called.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The field.
    pub place: &'a Place,
    /// The part of a composite field, or 0.
    pub part: usize,
    /// What the screen reader says.
    pub label: &'a str,
    /// The field's state.
    pub state: &'a FieldState,
}

impl Input<'_> {
    /// What stands in it.
    pub fn text(&self) -> &str {
        self.state.texts.get(self.part).map_or("", String::as_str)
    }

    /// Distinguishes it from all other inputs.
    pub fn id(&self) -> Id {
        Id::unique(("form input", self.place, self.part))
    }

    /// Notes a new text.
    pub fn put(&self, drawing: &mut Drawing<'_>, text: impl Into<String>) {
        drawing.push(Edit::Text(self.place.clone(), self.part, text.into()));
    }
}

/// Draws the input of a simple field.
pub fn input_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, place: &Place, state: &FieldState) {
    let label = state.plan.label.clone();
    let input = Input { place, part: 0, label: &label, state };
    match state.plan.kind {
        FieldKind::YesNo if state.plan.is_question() => options::yes_no_ui(drawing, ui, &input),
        FieldKind::YesNo => options::box_ui(drawing, ui, &input, &label_of_box(drawing, state)),
        FieldKind::Choice(_) if state.plan.codes.len() <= FEW_CODES => options::radio_ui(drawing, ui, &input),
        FieldKind::Choice(_) => {
            let codes: Vec<(String, String)> = state.plan.codes.iter().map(|entry| (entry.code.clone(), entry.label.clone())).collect();
            options::drop_down_ui(drawing, ui, &input, &codes);
        }
        FieldKind::MultipleChoice(_) => options::boxes_ui(drawing, ui, &input),
        FieldKind::Date => date::date_ui(drawing, ui, &input),
        FieldKind::File => file_ui(drawing, ui, &input),
        kind => drop(text_ui(drawing, ui, &input, kind)),
    }
}

fn label_of_box(drawing: &Drawing<'_>, state: &FieldState) -> String {
    if state.is_required { label_of(drawing, state) } else { state.plan.label.clone() }
}

/// Draws a text input with the hint of its kind.
pub fn text_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>, kind: FieldKind) -> Response {
    let mut text = input.text().to_owned();
    let faults = shown_faults(drawing, input.place, input.state, input.part);
    let edit = if kind == FieldKind::LongText { TextEdit::multiline(&mut text).desired_rows(4) } else { TextEdit::singleline(&mut text) };
    let edit = if kind == FieldKind::Money { edit.suffix("€") } else { edit };
    let hint = hint_of(drawing, kind).to_owned();
    let response = ui
        .scope(|ui| {
            if !faults.is_empty() {
                let edge = Stroke::new(2.0, drawing.look.theme.error);
                let widgets = &mut ui.visuals_mut().widgets;
                (widgets.inactive.bg_stroke, widgets.hovered.bg_stroke) = (edge, edge);
            }
            let width = ui.available_width();
            ui.add(edit.id(input.id()).hint_text(hint).margin(vec2(8.0, 8.0)).desired_width(width))
        })
        .inner;
    describe(ui, &response, input.label, input.state, &faults);
    if response.changed() {
        input.put(drawing, text);
    }
    follow_focus(drawing, &response, input);
    response
}

/// Notes that an input was left, and gives it the focus that was sent there.
pub fn follow_focus(drawing: &mut Drawing<'_>, response: &Response, input: &Input<'_>) {
    if response.lost_focus() {
        drawing.push(Edit::Left(input.place.clone(), input.part));
    }
    if drawing.is_sent(input.place, input.part) {
        response.request_focus();
        response.scroll_to_me(None);
        drawing.push(Edit::Arrived);
    }
}

fn hint_of<'a>(drawing: &Drawing<'a>, kind: FieldKind) -> &'a str {
    drawing.look.text(match kind {
        FieldKind::Date => "fill-hint-date",
        FieldKind::Time => "fill-hint-time",
        FieldKind::DateTime => "fill-hint-date-time",
        FieldKind::Money => "fill-hint-money",
        FieldKind::Email => "fill-hint-email",
        _ => return "",
    })
}

/// A file: while playing through a sample stands for it.
fn file_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>) {
    let texts = drawing.look.texts;
    ui.horizontal(|ui| {
        let is_empty = input.text().is_empty();
        let response = icon_text_button(ui, Icon::Export, texts.get(if is_empty { "fill-file-choose" } else { "fill-file-other" }));
        let faults = shown_faults(drawing, input.place, input.state, 0);
        let name = format!("{}: {}", input.label, texts.get("fill-file-choose"));
        describe(ui, &response, &name, input.state, &faults);
        follow_focus(drawing, &response, input);
        if response.clicked() {
            let ending = input.state.plan.constraints.file_kinds.first().map_or("pdf", |kind| kind.trim_start_matches('.'));
            input.put(drawing, texts.with("fill-file-sample", &[("ending", ending.into())]));
            Input { part: 1, ..*input }.put(drawing, SAMPLE_SIZE);
        }
        if !is_empty {
            ui.label(format::text(FieldKind::File, &[], &input.state.value));
            if IconButton::new(Icon::Close, texts.get("fill-file-remove")).small().ui(ui, drawing.look.theme).clicked() {
                input.put(drawing, "");
                Input { part: 1, ..*input }.put(drawing, "");
            }
        }
    });
}
