//! The bar above canvas and table: what of the flow is shown, and what can be done with it as a list.

use super::{FlowView, TableState};
use crate::edit::{Wording, write_outline};
use crate::i18n::Texts;
use crate::model::ProcessId;
use crate::view::icons::Icon;
use crate::view::ui_command::UiCommand;
use crate::view::widgets::{IconButton, Segment, icon_text_button, segmented};
use crate::view::{Action, ViewContext};
use egui::{Align, Layout, Ui};

/// With less room than this, typing steps is an icon without its word, in points.
const WORDED: f32 = 160.0;

/// Draws the bar; answers with the view that was chosen now.
pub fn bar_ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    state: &TableState,
    view: FlowView,
    process: ProcessId,
    actions: &mut Vec<Action>,
) -> Option<FlowView> {
    let texts = context.texts;
    let mut chosen = None;
    ui.horizontal(|ui| {
        let tooltip = |command: UiCommand| command.tooltip(texts);
        let tips = [tooltip(UiCommand::FlowPicture), tooltip(UiCommand::FlowBoth), tooltip(UiCommand::FlowList)];
        let words = [("table-picture", FlowView::Picture), ("table-both", FlowView::Both), ("table-list", FlowView::List)];
        let segments: Vec<Segment<'_, FlowView>> = words
            .iter()
            .zip(&tips)
            .map(|((word, value), tooltip)| Segment { value: *value, text: texts.get(word), icon: None, tooltip })
            .collect();
        chosen = segmented(ui, context.theme, &view, &segments, false);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let label = texts.get("table-copy");
            if IconButton::new(Icon::Copy, label).ui(ui, context.theme).clicked() {
                let text = write_outline(context.document, process, &wording(texts));
                actions.push(Action::CopyText(text));
                actions.push(Action::Say(texts.get("table-copied").to_owned()));
            }
            let label = UiCommand::TypeSteps.text(texts);
            if state.is_typing() {
                return;
            }
            let button = if ui.available_width() < WORDED {
                IconButton::new(Icon::Edit, label).ui(ui, context.theme)
            } else {
                icon_text_button(ui, Icon::Edit, label)
            };
            if button.on_hover_text(tooltip(UiCommand::TypeSteps)).clicked() {
                actions.push(Action::TypeSteps);
            }
        });
    });
    chosen
}

/// The words of the notation in the language of the studio.
pub(super) fn wording(texts: &Texts) -> Wording<'_> {
    Wording {
        start: texts.get("typed-start"),
        end: texts.get("typed-end"),
        all: texts.get("typed-all"),
        several: texts.get("typed-several"),
        otherwise: texts.get("typed-otherwise"),
        nameless: texts.get("typed-nameless"),
    }
}

#[cfg(test)]
mod tests {
    use super::wording;
    use crate::edit::{Block, ChoiceKind, read_outline};
    use crate::i18n::{Language, Texts};

    #[test]
    fn the_words_that_are_written_are_read_in_both_languages() {
        for language in [Language::German, Language::English] {
            let texts = Texts::new(language);
            let words = wording(&texts);
            let text = format!(
                "{}: A\n{}:\n  B\n  C\nX? {}\n  y: D\n  {}: E\n{}: F",
                words.start, words.all, words.several, words.otherwise, words.end
            );
            let (outline, faults) = read_outline(&text, |_| false);
            assert_eq!(faults, [], "{text}");
            let kinds: Vec<&str> = outline
                .blocks
                .iter()
                .map(|block| match block {
                    Block::Start(_) => "start",
                    Block::Choice { kind: ChoiceKind::All, .. } => "all",
                    Block::Choice { kind: ChoiceKind::Several, .. } => "several",
                    Block::End(_) => "end",
                    _ => "other",
                })
                .collect();
            assert_eq!(kinds, ["start", "all", "several", "end"], "{text}");
        }
    }
}
