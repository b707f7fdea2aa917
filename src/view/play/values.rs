//! The values of the case: what stands in each field, who wrote it when, and what stood there before.

use super::case::Case;
use super::toolbar::moment;
use crate::expr::Value;
use crate::form::format;
use crate::model::{Document, ObjectType, Subject};
use crate::sim::Writing;
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::{quiet_button, semibold};
use egui::{Label, RichText, Ui};
use std::collections::BTreeSet;

/// Draws all values; `open` are the paths whose earlier values are shown.
pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, case: &Case, open: &mut BTreeSet<String>) {
    for (key, fields) in case.run().state().data().entries() {
        let Value::Context(fields) = fields else { continue };
        let document = case.document();
        let object = document.objects.values().find(|object| object.key == key.as_ref());
        let is_settings = key.as_ref() == crate::scope::SETTINGS;
        let title = object.map_or(if is_settings { context.texts.get("play-settings") } else { key }, |object| object.name.as_str());
        ui.label(semibold(title, 14.0));
        for (field, value) in fields.entries() {
            let path = format!("{key}.{field}");
            let name = name_of(document, object, field, is_settings);
            field_ui(ui, context, case, (&path, &name, value), open);
        }
        ui.add_space(12.0);
    }
}

fn name_of(document: &Document, object: Option<&ObjectType>, key: &str, is_setting: bool) -> String {
    let field = object.and_then(|object| document.fields_of(object).find(|field| field.key == key)).map(|field| field.name.clone());
    let setting = || document.settings.values().find(|setting| is_setting && setting.key == key).map(|setting| setting.name.clone());
    field.or_else(setting).filter(|name| !name.is_empty()).unwrap_or_else(|| key.to_owned())
}

fn field_ui(ui: &mut Ui, context: &ViewContext<'_>, case: &Case, (path, name, value): (&str, &str, &Value), open: &mut BTreeSet<String>) {
    let (texts, theme) = (context.texts, context.theme);
    let text = |value: &Value| match format::at_path(case.document(), path, value) {
        text if text.is_empty() => texts.get("play-no-value").to_owned(),
        text => text,
    };
    let writings = writings_of(case, path);
    let is_new = writings.last().is_some_and(|(_, writing)| writing.place + 1 == case.line.position());
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add(Label::new(RichText::new(name).size(12.0).color(theme.text_soft)).wrap());
        let shown = if is_new { semibold(&text(value), 14.0) } else { RichText::new(text(value)) };
        ui.add(Label::new(shown).wrap());
        if let Some((part, last)) = writings.last() {
            let sentence = written(context, case, path, part, last);
            ui.add(Label::new(RichText::new(sentence).size(12.0).color(theme.text_soft)).wrap());
        }
    });
    let earlier = writings.len().saturating_sub(1);
    if earlier > 0 {
        let is_open = open.contains(path);
        let word = texts.with("play-earlier-values", &[("count", earlier.into()), ("field", name.into())]);
        let response = quiet_button(ui, Some(if is_open { Icon::Expand } else { Icon::Folded }), &word);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
        if response.clicked() && !open.remove(path) {
            open.insert(path.to_owned());
        }
        for (part, writing) in writings.iter().rev().skip(1).filter(|_| is_open) {
            let line = format!("{}, {}", text(&writing.value), written(context, case, path, part, writing));
            ui.add(Label::new(RichText::new(line).size(12.0)).wrap());
        }
    }
    ui.add_space(4.0);
}

/// Writings of a field and of what is inside it, the oldest first.
fn writings_of<'a>(case: &'a Case, path: &str) -> Vec<(&'a str, &'a Writing)> {
    let is_inside = |other: &str| other.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
    let from = case.seen.ledger.range(path.to_owned()..).take_while(|(other, _)| other.starts_with(path));
    let mut all: Vec<(&str, &Writing)> = from
        .filter(|(other, _)| is_inside(other))
        .flat_map(|(other, list)| list.iter().map(move |writing| (other.as_str(), writing)))
        .collect();
    all.sort_by_key(|(_, writing)| writing.place);
    all
}

/// "von „Antrag erfassen“, 21.11.2026, 09:00"; with the part of the field if it was only that.
fn written(context: &ViewContext<'_>, case: &Case, path: &str, part: &str, writing: &Writing) -> String {
    let name = context.texts.name_of(case.document(), Subject::Node(writing.by));
    let at = moment(writing.at);
    let sentence = context.texts.with("play-written-by", &[("name", (&name).into()), ("at", (&at).into())]);
    match part.strip_prefix(path).map(|part| part.trim_start_matches('.')) {
        Some(part) if !part.is_empty() => format!("{}: {sentence}", context.texts.part_name(part)),
        _ => sentence,
    }
}
