//! The card that leads to the bundle: version, state, first day, contents, and the button.

use crate::check::{self, Severity};
use crate::model::Document;
use crate::view::widgets::{card, choice, error_text, field_row, primary_button, semibold};
use crate::view::{Action, ReleaseWish, ViewContext};
use egui::{RichText, TextEdit, Ui};

/// What was typed so far.
#[derive(Clone, Debug, Default)]
pub(super) struct WishState {
    valid_from: String,
    is_draft: bool,
}

pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut WishState, actions: &mut Vec<Action>) {
    let Some(main) = context.document.main() else { return };
    let texts = context.texts;
    card(ui, context.theme, |ui| {
        ui.set_width(ui.available_width());
        ui.label(semibold(texts.get("deliver-bundle"), 16.0));
        ui.label(RichText::new(texts.get("deliver-bundle-help")).color(context.theme.text_soft));
        field_row(ui, context.theme, texts.get("deliver-version"), |ui| ui.label(&main.version));
        let states = [(false, texts.get("deliver-released")), (true, texts.get("deliver-draft"))];
        let label = texts.get("deliver-state");
        if let Some(is_draft) = field_row(ui, context.theme, label, |ui| choice(ui, "release-state", label, &state.is_draft, &states)) {
            state.is_draft = is_draft;
        }
        let date = date_ui(ui, context, state);
        contents_ui(ui, context);
        ui.add_space(4.0);
        let errors = context.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        if errors > 0 {
            error_text(ui, context.theme, &texts.with("deliver-blocked", &[("count", errors.into())]));
        }
        let is_ready = check::may_be_released(context.problems) && date.is_ok();
        ui.add_enabled_ui(is_ready, |ui| {
            if primary_button(ui, context.theme, texts.get("deliver-export")).clicked() {
                let valid_from = date.unwrap_or_default();
                actions.push(Action::ExportBundle(ReleaseWish { valid_from, is_draft: state.is_draft }));
            }
        });
    });
}

/// The first day of use; empty means at once.
fn date_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut WishState) -> Result<Option<(i16, i8, i8)>, ()> {
    let texts = context.texts;
    let label = texts.get("deliver-valid-from");
    field_row(ui, context.theme, label, |ui| {
        let response =
            ui.add(TextEdit::singleline(&mut state.valid_from).hint_text(texts.get("deliver-at-once")).margin(egui::vec2(8.0, 6.0)));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
        let date = date(&state.valid_from);
        if date.is_err() {
            error_text(ui, context.theme, texts.get("deliver-date-fault"));
        }
        date
    })
}

/// A German date such as 1.4.2027; empty is none.
fn date(text: &str) -> Result<Option<(i16, i8, i8)>, ()> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let parts: Vec<&str> = text.trim().split('.').collect();
    let [day, month, year] = parts[..] else { return Err(()) };
    let (year, month, day) = (year.parse().map_err(drop)?, month.parse().map_err(drop)?, day.parse().map_err(drop)?);
    jiff::civil::Date::new(year, month, day).map(|date| Some((date.year(), date.month(), date.day()))).map_err(drop)
}

fn contents_ui(ui: &mut Ui, context: &ViewContext<'_>) {
    let document: &Document = context.document;
    let counts = [
        ("deliver-steps", document.nodes.values().filter(|node| node.kind.is_activity()).count()),
        ("deliver-forms", document.forms.len()),
        ("deliver-fields", document.fields.len()),
        ("deliver-letters", document.document_templates.len()),
        ("deliver-cases", document.test_cases.len()),
    ];
    let words: Vec<String> = counts.iter().map(|(key, count)| context.texts.with(key, &[("count", (*count).into())])).collect();
    field_row(ui, context.theme, context.texts.get("deliver-contents"), |ui| ui.add(egui::Label::new(words.join(" · ")).wrap()));
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn dates_are_german_and_real() {
        assert_eq!(date(""), Ok(None));
        assert_eq!(date(" 1.4.2027 "), Ok(Some((2027, 4, 1))));
        assert_eq!(date("31.02.2027"), Err(()));
        assert_eq!(date("2027-04-01"), Err(()));
    }
}
