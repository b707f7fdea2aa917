//! The row above: begin, step back, let time pass, keep as a test case, and the simulated clock.

use super::{PlayState, Wish};
use crate::sim::Step;
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, icon_text_button_if, primary_button, secondary_button, warning_text};
use egui::{Response, RichText, Ui};

pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &PlayState, wishes: &mut Vec<Wish>) {
    let texts = context.texts;
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let Some(case) = &state.case else {
            if primary_button(ui, context.theme, texts.get("play-begin")).clicked() {
                wishes.push(Wish::Begin);
            }
            return;
        };
        let tool = Tool { context, is_narrow: ui.available_width() < super::NARROW };
        if tool.ui(ui, true, Icon::Restart, "play-again").clicked() {
            wishes.push(Wish::Begin);
        }
        let can_go_back = !case.run.history().is_empty();
        if tool.ui(ui, can_go_back, Icon::StepBack, "play-back").clicked() {
            wishes.push(Wish::Back);
        }
        let deadline = case.run.next_deadline();
        let next = tool.ui(ui, deadline.is_some(), Icon::Due, "play-deadline");
        let next = match deadline {
            Some(at) => next.on_hover_text(texts.with("play-deadline-at", &[("at", moment(at).as_str().into())])),
            None => next.on_disabled_hover_text(texts.get("play-no-deadline")),
        };
        if next.clicked() {
            wishes.push(Wish::Fire(Step::WaitForDeadline));
        }
        if secondary_button(ui, texts.get("play-wait-day")).clicked() {
            wishes.push(Wish::Fire(Step::Wait { duration: "P1D".to_owned() }));
        }
        if tool.ui(ui, can_go_back, Icon::Tests, "play-keep").clicked() {
            wishes.push(Wish::Keep);
        }
        ui.label(Icon::Calendar.text(18.0).color(context.theme.text_soft));
        ui.label(RichText::new(moment(case.run.state().now())));
    });
    if state.case.as_ref().is_some_and(|case| case.is_outdated(context)) {
        ui.horizontal_wrapped(|ui| {
            warning_text(ui, context.theme, texts.get("play-outdated"));
            if secondary_button(ui, texts.get("play-carry-over")).clicked() {
                wishes.push(Wish::CarryOver);
            }
        });
    }
    if let Some(refusal) = &state.refusal {
        crate::view::widgets::error_text(ui, context.theme, refusal);
    }
    ui.add_space(0.0); // The room between rows counts below the last one too.
}

/// A button of the row: its word gives way where there is no room for it.
#[derive(Clone, Copy)]
struct Tool<'a> {
    context: &'a ViewContext<'a>,
    is_narrow: bool,
}

impl Tool<'_> {
    fn ui(self, ui: &mut Ui, is_enabled: bool, icon: Icon, text: &str) -> Response {
        let text = self.context.texts.get(text);
        if self.is_narrow {
            IconButton::new(icon, text).enabled(is_enabled).ui(ui, self.context.theme)
        } else {
            icon_text_button_if(ui, is_enabled, icon, text)
        }
    }
}

/// A moment as it is written in Germany: `21.11.2026, 09:00`.
pub(super) fn moment(at: jiff::civil::DateTime) -> String {
    at.strftime("%d.%m.%Y, %H:%M").to_string()
}
