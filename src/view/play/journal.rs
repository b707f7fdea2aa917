//! What happened, step by step, newest at the bottom; each step can be gone to, back and forth.

use super::Wish;
use super::case::Case;
use super::seen::Entry;
use super::toolbar::moment;
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, quiet_button, semibold};
use egui::{Button, Label, RichText, Role, Ui, WidgetInfo, vec2};

/// So many steps round the present one are drawn at once.
const DRAWN: usize = 200;

pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, case: &Case, all: &mut bool, wishes: &mut Vec<Wish>) {
    let position = case.line.position();
    let first = if *all { 0 } else { position.saturating_sub(DRAWN) };
    if first > 0 && quiet_button(ui, Some(Icon::History), &context.texts.with("play-earlier", &[("count", first.into())])).clicked() {
        *all = true;
    }
    for (place, entry) in case.seen.entries.iter().enumerate().skip(first).take(DRAWN.max(position - first) + DRAWN) {
        entry_ui(ui, context, place, position, entry, wishes);
        ui.separator();
    }
}

fn entry_ui(ui: &mut Ui, context: &ViewContext<'_>, place: usize, position: usize, entry: &Entry, wishes: &mut Vec<Wish>) {
    let (texts, theme) = (context.texts, context.theme);
    let (is_undone, is_now) = (place >= position, place + 1 == position);
    let colour = if is_undone { theme.text_faint } else { theme.text };
    ui.horizontal_top(|ui| {
        let label = texts.with("play-back-before", &[("number", (place + 1).into())]);
        if IconButton::new(Icon::StepBack, &label).small().enabled(place != position).ui(ui, theme).clicked() {
            wishes.push(Wish::GoTo(place));
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let number = texts.with("play-step-number", &[("number", (place + 1).into()), ("at", moment(entry.at).as_str().into())]);
            let number = if is_undone { texts.with("play-undone", &[("step", (&number).into())]) } else { number };
            ui.label(RichText::new(&number).size(12.0).color(if is_undone { theme.text_faint } else { theme.text_soft }));
            title_ui(ui, context, (place, entry, is_now, is_undone), wishes);
            for sentence in &entry.sentences {
                ui.add(Label::new(RichText::new(sentence).size(12.0).color(colour)).wrap());
            }
        });
    });
}

/// What was done; a click goes to the moment after it.
fn title_ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    (place, entry, is_now, is_undone): (usize, &Entry, bool, bool),
    wishes: &mut Vec<Wish>,
) {
    let theme = context.theme;
    let text = semibold(&entry.title, 14.0).color(if is_undone { theme.text_faint } else { theme.text });
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding = vec2(0.0, 0.0);
            ui.add(Button::new(text).frame_when_inactive(false).selected(is_now).wrap().min_size(vec2(0.0, 24.0)))
        })
        .inner;
    let told = if is_undone { context.texts.with("play-undone", &[("step", (&entry.title).into())]) } else { entry.title.clone() };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_now, &told));
    let response = response.on_hover_text(context.texts.with("play-go-behind", &[("number", (place + 1).into())]));
    if response.clicked() && !is_now {
        wishes.push(Wish::GoTo(place + 1));
    }
}
