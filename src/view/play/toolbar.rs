//! The row above: back and forth, how playing goes on, the clock, the services, keeping the case as a test case.

use super::{PlayState, Wish, clock, doubles};
use crate::sim::Step;
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, icon_text_button_if, primary_button, secondary_button, warning_text};
use egui::accesskit::Live;
use egui::{Popup, PopupCloseBehavior, Response, Role, Sense, Ui};

pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, wishes: &mut Vec<Wish>) {
    let texts = context.texts;
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        if state.case().is_none() {
            if primary_button(ui, context.theme, texts.get("play-begin")).clicked() {
                wishes.push(Wish::New);
            }
            return;
        }
        let tool = Tool { context, is_narrow: ui.available_width() < super::NARROW };
        steps_ui(ui, tool, state, wishes);
        ui.separator();
        pace_ui(ui, tool, state, wishes);
        ui.separator();
        clock_ui(ui, tool, state, wishes);
        ui.separator();
        if !doubles::used(context.document).is_empty() {
            let response = tool.ui(ui, true, Icon::Machine, "play-services");
            menu(&response).show(|ui| doubles::ui(ui, context, state, wishes));
        }
        let has_played = state.case().is_some_and(|case| case.line.position() > 0);
        if tool.ui(ui, has_played, Icon::Tests, "play-keep").clicked() {
            wishes.push(Wish::Keep);
        }
    });
    if state.case().is_some_and(|case| case.is_outdated(context)) {
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
    if let Some(case) = state.case() {
        told_ui(ui, &case.seen.last);
    }
    ui.add_space(0.0); // The room between rows counts below the last one too.
}

/// Begin anew, one step back, one forth.
fn steps_ui(ui: &mut Ui, tool: Tool<'_>, state: &PlayState, wishes: &mut Vec<Wish>) {
    let Some(case) = state.case() else { return };
    let position = case.line.position();
    if tool.icon(ui, true, Icon::Restart, "play-again", None).clicked() {
        wishes.push(Wish::Again);
    }
    if tool.ui(ui, position > 0, Icon::StepBack, "play-back").clicked() {
        wishes.push(Wish::GoTo(position.saturating_sub(1)));
    }
    if tool.icon(ui, position < case.line.len(), Icon::StepForward, "play-forth", None).clicked() {
        wishes.push(Wish::GoTo(position + 1));
    }
}

/// How playing goes on: by itself, in single steps, how fast, or not just now.
fn pace_ui(ui: &mut Ui, tool: Tool<'_>, state: &mut PlayState, wishes: &mut Vec<Wish>) {
    let texts = tool.context.texts;
    if state.is_auto {
        if tool.ui(ui, true, Icon::Pause, "play-auto-stop").clicked() {
            wishes.push(Wish::Auto(false));
        }
    } else if tool.ui(ui, true, Icon::Play, "play-auto").on_hover_text(texts.get("play-auto-help")).clicked() {
        wishes.push(Wish::Auto(true));
    }
    let single = tool.icon(ui, true, Icon::SingleStep, "play-single", Some(state.is_single));
    if single.clicked() {
        wishes.push(Wish::Single(!state.is_single));
    }
    // Where the system asks for no motion there is nothing to be slower or to stop.
    if super::is_still(ui) {
        return;
    }
    let pause = if state.is_paused { "play-go-on" } else { "play-pause" };
    if tool.icon(ui, true, if state.is_paused { Icon::Play } else { Icon::Pause }, pause, Some(state.is_paused)).clicked() {
        state.is_paused = !state.is_paused;
    }
    let response = tool.icon(ui, true, Icon::Speed, "play-pace", None);
    menu(&response).show(|ui| {
        for (pace, key) in super::motion::Pace::ALL {
            if ui.radio(state.pace == pace, texts.get(key)).clicked() {
                state.pace = pace;
                ui.close();
            }
        }
    });
}

fn clock_ui(ui: &mut Ui, tool: Tool<'_>, state: &mut PlayState, wishes: &mut Vec<Wish>) {
    let PlayState { cases, shown, typed, .. } = state;
    let Some(case) = cases.get(*shown) else { return };
    let texts = tool.context.texts;
    let now = moment(case.run().state().now());
    let response = icon_text_button_if(ui, true, Icon::Calendar, &now);
    let label = texts.with("play-clock", &[("at", (&now).into())]);
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, true, &label));
    let response = response.on_hover_text(&label);
    menu(&response).show(|ui| clock::ui(ui, tool.context, case, typed, wishes));
    let deadline = case.run().next_deadline();
    let next = tool.icon(ui, deadline.is_some(), Icon::Due, "play-deadline", None);
    let next = match deadline {
        Some(at) => next.on_hover_text(texts.with("play-deadline-at", &[("at", moment(at).as_str().into())])),
        None => next.on_disabled_hover_text(texts.get("play-no-deadline")),
    };
    if next.clicked() {
        wishes.push(Wish::Fire(Step::WaitForDeadline));
    }
    if tool.icon(ui, true, Icon::NextDay, "play-wait-day", None).clicked() {
        wishes.push(Wish::Fire(Step::Wait { duration: "P1D".to_owned() }));
    }
}

/// What opens below a button and stays open while one chooses in it.
fn menu(response: &Response) -> Popup<'_> {
    Popup::from_toggle_button_response(response).close_behavior(PopupCloseBehavior::CloseOnClickOutside)
}

/// What was done last and what is to be done now, for the screen reader; nothing is drawn.
fn told_ui(ui: &Ui, sentence: &str) {
    let id = ui.scope_id().with("play told");
    ui.interact(egui::Rect::from_min_size(ui.max_rect().min, egui::Vec2::ZERO), id, Sense::hover());
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Status);
        node.set_label(sentence);
        node.set_live(Live::Polite);
    });
}

/// A button of the row: its word gives way where there is no room for it.
#[derive(Clone, Copy)]
struct Tool<'a> {
    context: &'a ViewContext<'a>,
    is_narrow: bool,
}

impl Tool<'_> {
    fn ui(self, ui: &mut Ui, is_enabled: bool, icon: Icon, text: &str) -> Response {
        if self.is_narrow {
            self.icon(ui, is_enabled, icon, text, None)
        } else {
            icon_text_button_if(ui, is_enabled, icon, self.context.texts.get(text))
        }
    }

    /// Without its word anyway; a switch if it is on or off.
    fn icon(self, ui: &mut Ui, is_enabled: bool, icon: Icon, text: &str, is_on: Option<bool>) -> Response {
        let button = IconButton::new(icon, self.context.texts.get(text)).enabled(is_enabled);
        let button = is_on.map_or(button, |is_on| button.selected(is_on));
        button.ui(ui, self.context.theme)
    }
}

/// A moment as it is written in Germany: `21.11.2026, 09:00`.
pub(super) fn moment(at: jiff::civil::DateTime) -> String {
    at.strftime("%d.%m.%Y, %H:%M").to_string()
}
