//! A test case in the list: how it came out, its name, and what is not as it should be.

use super::{CasesState, Shown};
use crate::edit::{Command, Record};
use crate::model::{Subject, TestCase};
use crate::sim::CaseResult;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, link_button};
use crate::view::{Action, ViewContext};
use egui::{Align, Key, Label, Layout, RichText, TextEdit, Ui};

pub(super) fn row_ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    case: &TestCase,
    state: &mut CasesState,
    over_picture: bool,
    actions: &mut Vec<Action>,
) {
    let (theme, texts) = (context.theme, context.texts);
    let result = state.result(case.id, context.editor.revision());
    let (icon, colour, word) = match result.map(CaseResult::passed) {
        None => (Icon::Tests, theme.text_soft, "play-case-not-run"),
        Some(true) => (Icon::Check, theme.success, "play-case-passed"),
        Some(false) => (Icon::Error, theme.error, "play-case-failed"),
    };
    let difference =
        result.and_then(|result| result.first_difference.as_ref()).map(|difference| texts.difference(context.document, difference));
    let has_run = result.is_some();
    ui.horizontal(|ui| {
        ui.label(icon.text(18.0).color(colour)).on_hover_text(texts.get(word));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if IconButton::new(Icon::Remove, texts.get("play-case-remove")).small().ui(ui, theme).clicked() {
                actions.push(Action::ApplyQuietly(Command::Remove(vec![Subject::TestCase(case.id)])));
            }
            if IconButton::new(Icon::Edit, texts.get("play-case-rename")).small().ui(ui, theme).clicked() {
                state.renaming = Some((case.id, case.name.clone()));
            }
            let is_shown = state.shown == Some(Shown::Case(case.id));
            if has_run && over_picture {
                let show = IconButton::new(Icon::Preview, texts.get("cases-show")).small().selected(is_shown).ui(ui, theme);
                if show.clicked() && is_shown {
                    state.hide();
                } else if show.clicked() {
                    state.show(context.document, case.id);
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| match &state.renaming {
                Some((renamed, _)) if *renamed == case.id => name_ui(ui, context, case, state, actions),
                _ => drop(ui.add(Label::new(&case.name).wrap()).on_hover_text(&case.description)),
            });
        });
    });
    let Some(difference) = difference else { return };
    ui.add(Label::new(RichText::new(difference).size(12.0).color(theme.error)).wrap());
    let Some(at) = state.difference_at(context.document, case.id) else { return };
    if link_button(ui, theme, texts.get("cases-go")).clicked() {
        if over_picture {
            state.show(context.document, case.id);
        } else {
            actions.push(Action::Reveal(at, None));
        }
    }
}

/// The field for another name: Enter and leaving it take the name, Escape does not.
fn name_ui(ui: &mut Ui, context: &ViewContext<'_>, case: &TestCase, state: &mut CasesState, actions: &mut Vec<Action>) {
    let Some((_, name)) = &mut state.renaming else { return };
    let response = ui.add(TextEdit::singleline(name).desired_width(f32::INFINITY));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(context.texts.get("play-case-new-name")));
    if !response.has_focus() && !response.lost_focus() {
        response.request_focus();
        return;
    }
    if response.lost_focus() {
        let name = name.trim().to_owned();
        let is_other = !name.is_empty() && name != case.name && ui.input(|input| !input.key_pressed(Key::Escape));
        if is_other {
            actions.push(Action::ApplyQuietly(Command::Put(Record::TestCase(TestCase { name, ..case.clone() }))));
        }
        state.renaming = None;
    }
}
