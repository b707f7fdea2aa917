//! With what a field is compared: a value of its kind, today, or another field.

use super::Builder;
use super::subjects::value_text;
use crate::expr::{Date, Value};
use crate::form::{format, read};
use crate::model::FieldKind;
use crate::rule::{Comparison, Operand, Values};
use crate::view::widgets::{choice, error_text};
use egui::{Id, ScrollArea, TextEdit, Ui};

/// Between several typed values.
const SEPARATOR: char = ';';

/// Draws the values of a comparison, if it has any.
pub(super) fn operands_ui(builder: Builder<'_, '_>, ui: &mut Ui, id: Id, comparison: &mut Comparison, kind: FieldKind) {
    let Some(input) = comparison.sign.input(kind) else { return };
    let mut source = Source::of(comparison);
    source_ui(builder, ui, id, comparison, kind, &mut source);
    if source != Source::Value {
        return;
    }
    match (input, comparison.sign.values()) {
        (FieldKind::Choice(_), Values::Several) => codes_ui(builder, ui, comparison, input),
        (FieldKind::Choice(_), _) => code_ui(builder, ui, id, comparison, input),
        _ => typed_ui(builder, ui, id, comparison, input),
    }
}

/// Where the value comes from.
#[derive(Clone, Debug, PartialEq)]
enum Source {
    Value,
    Today,
    Field(String),
}

impl Source {
    fn of(comparison: &Comparison) -> Self {
        match comparison.values.first() {
            Some(Operand::Today) => Self::Today,
            Some(Operand::Path(path)) => Self::Field(path.clone()),
            Some(Operand::Value(_)) | None => Self::Value,
        }
    }
}

/// The choice between a value and what it could be instead, where there is anything.
fn source_ui(builder: Builder<'_, '_>, ui: &mut Ui, id: Id, comparison: &mut Comparison, kind: FieldKind, source: &mut Source) {
    let texts = builder.context.texts;
    let mut options = vec![(Source::Value, texts.get("condition-value"))];
    if comparison.sign.joins_today(kind) {
        options.push((Source::Today, texts.get("condition-today")));
    }
    let others = builder.subjects.iter().filter(|other| other.path != comparison.path && comparison.sign.joins(kind, other.kind));
    options.extend(others.map(|other| (Source::Field(other.path.clone()), other.label.as_str())));
    if options.len() < 2 {
        return;
    }
    if let Some(chosen) = choice(ui, (id, "source"), texts.get("condition-compared-with"), source, &options) {
        comparison.values = match &chosen {
            Source::Value => Vec::new(),
            Source::Today => vec![Operand::Today],
            Source::Field(path) => vec![Operand::Path(path.clone())],
        };
        *source = chosen;
    }
}

/// One code of a list.
fn code_ui(builder: Builder<'_, '_>, ui: &mut Ui, id: Id, comparison: &mut Comparison, kind: FieldKind) {
    let texts = builder.context.texts;
    let codes = format::codes_of(builder.context.document, kind);
    let current = match comparison.values.first() {
        Some(Operand::Value(Value::Text(code))) => code.to_string(),
        _ => String::new(),
    };
    let none = (current.is_empty()).then(|| (String::new(), texts.get("condition-choose")));
    let options: Vec<(String, &str)> =
        none.into_iter().chain(codes.iter().map(|entry| (entry.code.clone(), entry.label.as_str()))).collect();
    if let Some(code) = choice(ui, (id, "code"), texts.get("condition-value"), &current, &options) {
        comparison.values = vec![Operand::Value(Value::from(code))];
    }
}

/// Several codes of a list.
fn codes_ui(builder: Builder<'_, '_>, ui: &mut Ui, comparison: &mut Comparison, kind: FieldKind) {
    const HIGHEST: f32 = 160.0;
    let codes = format::codes_of(builder.context.document, kind);
    ScrollArea::vertical().max_height(HIGHEST).show(ui, |ui| {
        for entry in codes {
            let value = Operand::Value(Value::from(entry.code.as_str()));
            let was_on = comparison.values.contains(&value);
            let mut is_on = was_on;
            if ui.checkbox(&mut is_on, &entry.label).changed() {
                comparison.values.retain(|other| *other != value);
                comparison.values.extend(is_on.then_some(value));
            }
        }
    });
}

/// What is typed, as long as it is no value.
#[derive(Clone, Debug)]
struct Typed(String);

/// A value that is typed: it counts as soon as it can be read.
fn typed_ui(builder: Builder<'_, '_>, ui: &mut Ui, id: Id, comparison: &mut Comparison, kind: FieldKind) {
    let context = builder.context;
    let id = id.with("typed");
    let round = round_of(ui, builder.id);
    let id = id.with(round);
    let values: Vec<String> = comparison.values.iter().filter_map(|operand| text_of(builder, kind, operand)).collect();
    let shown = values.join(&format!("{SEPARATOR} "));
    let mut text = ui.data(|data| data.get_temp::<Typed>(id)).map_or(shown, |typed| typed.0);
    let hint = match kind {
        FieldKind::Date => context.texts.get("fill-hint-date"),
        FieldKind::Time => context.texts.get("fill-hint-time"),
        FieldKind::DateTime => context.texts.get("fill-hint-date-time"),
        FieldKind::Money => context.texts.get("fill-hint-money"),
        _ if comparison.sign.values() == Values::Several => context.texts.get("condition-several"),
        _ => "",
    };
    let edit = TextEdit::singleline(&mut text).id(id).hint_text(hint).margin(egui::vec2(8.0, 6.0)).desired_width(f32::INFINITY);
    let response = ui.add(edit);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(context.texts.get("condition-value")));
    let read = read_all(context, kind, &text, comparison.sign.values());
    if response.lost_focus()
        && let Ok(values) = &read
    {
        ui.data_mut(|data| data.remove::<Typed>(id));
        comparison.values.clone_from(values);
    } else if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, Typed(text.clone())));
    }
    if let Err(sentence) = read.as_ref().map_err(Clone::clone)
        && !text.trim().is_empty()
    {
        error_text(ui, context.theme, &sentence);
    }
}

fn text_of(builder: Builder<'_, '_>, kind: FieldKind, operand: &Operand) -> Option<String> {
    match operand {
        Operand::Value(value) => {
            let input = format::input(kind, value).and_then(|texts| texts.into_iter().next());
            Some(input.unwrap_or_else(|| value_text(builder.context.document, kind, value)))
        }
        Operand::Path(_) | Operand::Today => None,
    }
}

/// The values that were typed, or what is wrong with the first that is none.
fn read_all(context: &crate::view::ViewContext<'_>, kind: FieldKind, text: &str, values: Values) -> Result<Vec<Operand>, String> {
    let (year, month, day) = context.today;
    let Some(today) = Date::new(i64::from(year), i64::from(month), i64::from(day)) else { return Ok(Vec::new()) };
    let parts: Vec<&str> = if values == Values::Several { text.split(SEPARATOR).collect() } else { vec![text] };
    let mut found = Vec::new();
    for part in parts.into_iter().filter(|part| !part.trim().is_empty()) {
        match read(kind, &[], part, today) {
            Ok(value) => found.push(Operand::Value(value)),
            Err(fault) => return Err(context.texts.fault(&fault)),
        }
    }
    Ok(found)
}

/// Counts how often rows of a condition have changed their numbers.
#[derive(Clone, Copy, Debug, Default)]
struct Round(u32);

fn round_of(ui: &Ui, condition: Id) -> u32 {
    ui.data(|data| data.get_temp::<Round>(condition)).unwrap_or_default().0
}

/// What was typed into rows that have other numbers now is not looked up any more.
pub(super) fn forget_typed(ui: &Ui, condition: Id) {
    let round = round_of(ui, condition);
    ui.data_mut(|data| data.insert_temp(condition, Round(round.wrapping_add(1))));
}
