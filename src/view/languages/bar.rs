//! Above the texts: which are shown, a search, the next one that wants work, and the table for elsewhere.

use super::LanguagesState;
use super::paste;
use super::rows::{Filter, Section, next_open, progress};
use crate::model::Language;
use crate::view::icons::Icon;
use crate::view::widgets::{Segment, icon_text_button, quiet_button, segmented};
use crate::view::{Action, ViewContext};
use egui::{Frame, Key, Margin, Modifiers, Stroke, TextEdit, Ui};

/// Width of the search, in points.
const SEARCH: f32 = 180.0;

/// Draws the bar.
pub fn ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    state: &mut LanguagesState,
    sections: &[Section],
    language: &Language,
    actions: &mut Vec<Action>,
) {
    let texts = context.texts;
    let frame = Frame::new().fill(context.theme.panel).inner_margin(Margin::symmetric(12, 8));
    let bar = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            filter_ui(ui, context, state, sections, language);
            let hint = texts.get("languages-search");
            let search = TextEdit::singleline(&mut state.query).hint_text(hint).margin(egui::vec2(8.0, 8.0)).desired_width(SEARCH);
            let response = ui.add(search);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(hint));
            let by_key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
            let next = icon_text_button(ui, Icon::Down, texts.get("languages-next")).on_hover_text(texts.get("languages-next-help"));
            if next.clicked() || by_key {
                go_on(context, state, sections, language, actions);
            }
            if quiet_button(ui, Some(Icon::Copy), texts.get("languages-copy")).on_hover_text(texts.get("languages-copy-help")).clicked() {
                actions.push(Action::CopyText(paste::written(sections, language)));
                actions.push(Action::Say(texts.get("languages-copied").to_owned()));
            }
            if quiet_button(ui, Some(Icon::Paste), texts.get("languages-paste")).clicked() {
                state.pasted = Some(String::new());
            }
        });
    });
    let rect = bar.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, context.theme.line));
}

fn filter_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut LanguagesState, sections: &[Section], language: &Language) {
    let texts = context.texts;
    let progress = progress(sections, language);
    let missing = progress.all - progress.current - progress.outdated;
    let all = texts.get("languages-all");
    let missing = texts.with("languages-missing", &[("count", missing.into())]);
    let outdated = texts.with("languages-outdated", &[("count", progress.outdated.into())]);
    let segments = [Segment::word(Filter::Missing, &missing), Segment::word(Filter::Outdated, &outdated), Segment::word(Filter::All, all)];
    state.filter = segmented(ui, context.theme, &state.filter, &segments, false).unwrap_or(state.filter);
}

/// Sends the focus to the next text that wants work; says so if there is none.
fn go_on(context: &ViewContext<'_>, state: &mut LanguagesState, sections: &[Section], language: &Language, actions: &mut Vec<Action>) {
    state.query.clear();
    state.wanted = next_open(sections, language, state.last.as_ref());
    if state.wanted.is_none() {
        actions.push(Action::Say(context.texts.get("languages-done").to_owned()));
    } else {
        state.filter = Filter::All;
    }
}
