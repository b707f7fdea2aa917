//! The inputs of simple fields, one for each kind.

use super::field::{describe, label_of, shown_faults};
use super::{Drawing, Edit, date, file, options, search};
use crate::form::{FieldState, Place, format};
use crate::model::{ChoiceStyle, FieldKind};
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Align, Align2, Id, Key, Response, TextEdit, Ui, vec2};

/// Codes up to this number are radio buttons, if nothing else is wanted.
const FEW_CODES: usize = 5;
/// Codes up to this number are a list to open; more are searched.
const MANY_CODES: usize = 15;

/// Room above and below an input to which one is led, in points.
const ROUND_FOCUS: f32 = 72.0;

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

    /// Codes and what people read.
    pub fn codes(&self) -> Vec<(String, String)> {
        let label = |label: &String, code: &String| if label.is_empty() { code.clone() } else { label.clone() };
        self.state.plan.codes.iter().map(|entry| (entry.code.clone(), label(&entry.label, &entry.code))).collect()
    }

    /// Explanation of a code; empty where there is none.
    pub fn explanation(&self, code: &str) -> &str {
        self.state.plan.codes.iter().find(|entry| entry.code == code).map_or("", |entry| entry.help.trim())
    }

    fn is_iban(&self) -> bool {
        self.state.plan.kind.parts().get(self.part) == Some(&"iban")
    }
}

/// Draws the input of a simple field.
pub fn input_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, place: &Place, state: &FieldState) {
    let label = drawing.name_of(&state.plan.label);
    let input = Input { place, part: 0, label: &label, state };
    match state.plan.kind {
        FieldKind::YesNo if state.plan.is_question() => options::yes_no_ui(drawing, ui, &input),
        FieldKind::YesNo => options::box_ui(drawing, ui, &input, &label_of_box(drawing, state)),
        FieldKind::Choice(_) => match style_of(drawing, state) {
            ChoiceStyle::Radio => options::radio_ui(drawing, ui, &input),
            ChoiceStyle::Search => search::search_ui(drawing, ui, &input),
            ChoiceStyle::List | ChoiceStyle::Automatic => options::drop_down_ui(drawing, ui, &input, &input.codes()),
        },
        FieldKind::MultipleChoice(_) => options::boxes_ui(drawing, ui, &input),
        FieldKind::Date => date::date_ui(drawing, ui, &input),
        FieldKind::File => file::file_ui(drawing, ui, &input),
        kind => drop(text_ui(drawing, ui, &input, kind)),
    }
}

/// How a choice is offered: as wanted, or by the number of its codes; in a cell of a table never one below the other.
fn style_of(drawing: &Drawing<'_>, state: &FieldState) -> ChoiceStyle {
    let style = state.plan.choice_style;
    match (style, state.plan.codes.len()) {
        (ChoiceStyle::Automatic, count) if count > MANY_CODES => ChoiceStyle::Search,
        (ChoiceStyle::Automatic | ChoiceStyle::Radio, _) if drawing.is_in_table() => ChoiceStyle::List,
        (ChoiceStyle::Automatic, count) if count <= FEW_CODES => ChoiceStyle::Radio,
        (ChoiceStyle::Automatic, _) => ChoiceStyle::List,
        _ => style,
    }
}

fn label_of_box(drawing: &Drawing<'_>, state: &FieldState) -> String {
    if drawing.is_in_table() { String::new() } else { label_of(drawing, state) }
}

/// Draws a text input with the hint of its kind.
pub fn text_ui(drawing: &mut Drawing<'_>, ui: &mut Ui, input: &Input<'_>, kind: FieldKind) -> Response {
    let mut text = input.text().to_owned();
    let faults = shown_faults(drawing, input.place, input.state, input.part);
    let kern = drawing.look.kern;
    let edit = if kind == FieldKind::LongText { TextEdit::multiline(&mut text).desired_rows(4) } else { TextEdit::singleline(&mut text) };
    let edit = if kind == FieldKind::Money { edit.suffix("€") } else { edit };
    let hint = hint_of(drawing, kind).to_owned();
    let align = Align2([drawing.look.begin(), if kind == FieldKind::LongText { Align::Min } else { Align::Center }]);
    let response = ui
        .scope(|ui| {
            kern.bare(ui, !faults.is_empty());
            let width = ui.available_width();
            let edit = edit.id(input.id()).hint_text(hint).margin(kern.input_margin(ui)).desired_width(width).min_size(kern.input_size());
            ui.add(edit.align(align))
        })
        .inner;
    kern.underline(ui, &response, !faults.is_empty());
    describe(ui, &response, input.label, input.state, &faults);
    if response.changed() {
        let text = if input.is_iban() { grouped(ui, input.id(), &text) } else { text };
        input.put(drawing, text);
    } else if response.lost_focus() {
        tidy(drawing, input, kind);
    }
    let is_entered = response.lost_focus() && ui.input(|state| state.key_pressed(Key::Enter));
    if let Some(row) = drawing.row.as_ref().filter(|row| row.is_last && is_entered) {
        drawing.push(Edit::Add(row.group.clone()));
    }
    follow_focus(drawing, &response, input);
    response
}

/// An IBAN in groups of four while it is typed; the cursor stays behind the same letter.
fn grouped(ui: &Ui, id: Id, text: &str) -> String {
    let grouped = format::iban_groups(&text.to_uppercase());
    let Some(mut state) = TextEditState::load(ui.ctx(), id) else { return grouped };
    if let Some(range) = state.cursor.char_range() {
        let before = text.chars().take(range.primary.index.into()).filter(|letter| !letter.is_whitespace()).count();
        let at = before + before.saturating_sub(1) / 4;
        state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(at))));
        state.store(ui.ctx(), id);
    }
    grouped
}

/// Writes what was understood as Germany writes it: `1234,5` becomes `1.234,50`, `1.3.26` becomes `01.03.2026`.
fn tidy(drawing: &mut Drawing<'_>, input: &Input<'_>, kind: FieldKind) {
    let is_whole = input.state.texts.len() == 1 && input.state.is_typed && !input.state.value.is_null();
    if !is_whole || !matches!(kind, FieldKind::Money | FieldKind::Date | FieldKind::Time | FieldKind::DateTime) {
        return;
    }
    let written = format::input(kind, &input.state.value).and_then(|texts| texts.into_iter().next());
    if let Some(written) = written.filter(|written| written != input.text()) {
        input.put(drawing, written);
    }
}

/// Notes that an input was left, and gives it the focus that was sent there.
pub fn follow_focus(drawing: &mut Drawing<'_>, response: &Response, input: &Input<'_>) {
    if response.lost_focus() {
        drawing.push(Edit::Left(input.place.clone(), input.part));
    }
    take_focus(drawing, response, input);
}

/// Gives an input the focus that was sent there.
pub fn take_focus(drawing: &mut Drawing<'_>, response: &Response, input: &Input<'_>) {
    if drawing.is_sent(input.place, input.part) {
        response.request_focus();
        if !drawing.is_page_turned() {
            // The label above it and what is wrong below it are to be seen too.
            let around = response.rect.expand2(vec2(0.0, ROUND_FOCUS));
            Response { rect: around, ..response.clone() }.scroll_to_me(None);
        }
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
