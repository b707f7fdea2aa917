//! The simulated clock: to the next deadline, a day on, or as long as one types.

use super::Wish;
use super::case::Case;
use super::toolbar::moment;
use crate::model::Duration;
use crate::sim::{Length, Step};
use crate::view::ViewContext;
use crate::view::inspector::duration;
use crate::view::widgets::{error_text, primary_button, quiet_button, semibold};
use egui::{TextEdit, Ui};

/// What is typed as the time that shall pass.
#[derive(Default)]
pub(super) struct Typed {
    text: String,
    is_unread: bool,
}

/// Draws what stands in the menu of the clock.
pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, case: &Case, typed: &mut Typed, wishes: &mut Vec<Wish>) {
    let texts = context.texts;
    ui.set_max_width(300.0);
    ui.label(semibold(&texts.with("play-now-is", &[("at", moment(case.run().state().now()).as_str().into())]), 14.0));
    match case.run().next_deadline() {
        Some(at) => {
            if quiet_button(ui, None, &texts.with("play-to-deadline", &[("at", moment(at).as_str().into())])).clicked() {
                wishes.push(Wish::Fire(Step::WaitForDeadline));
                ui.close();
            }
        }
        None => drop(ui.label(texts.get("play-no-deadline"))),
    }
    for (key, iso) in [("play-wait-hour", "PT1H"), ("play-wait-day", "P1D"), ("play-wait-week", "P7D"), ("play-wait-month", "P1M")] {
        if quiet_button(ui, None, texts.get(key)).clicked() {
            wishes.push(Wish::Fire(Step::Wait { duration: iso.to_owned() }));
            ui.close();
        }
    }
    ui.horizontal(|ui| {
        let label = texts.get("play-wait-so-long");
        let response = ui.add(TextEdit::singleline(&mut typed.text).hint_text(texts.get("play-wait-hint")).desired_width(160.0));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
        let by_enter = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if primary_button(ui, context.theme, texts.get("play-wait")).clicked() || by_enter {
            let iso = duration::read(texts, &typed.text).and_then(|length| iso(case, &length));
            typed.is_unread = iso.is_none();
            if let Some(duration) = iso {
                wishes.push(Wish::Fire(Step::Wait { duration }));
                ui.close();
            }
        }
    });
    if typed.is_unread {
        error_text(ui, context.theme, texts.get("play-wait-unread"));
    }
}

/// The length as ISO 8601; working time by the calendar from now on.
fn iso(case: &Case, length: &Duration) -> Option<String> {
    if !length.in_working_days {
        return Some(length.iso.clone());
    }
    let now = case.run().state().now();
    let until = Length::read(length).after(now, case.run().program().calendar())?;
    Some(now.until((jiff::Unit::Day, until)).ok()?.to_string())
}
