//! The left column: who has what to do, and what else can happen.

use super::case::{Case, Chosen};
use super::toolbar::moment;
use super::{PlayState, Wish};
use crate::model::{NodeId, Subject};
use crate::sim::{Offer, Step, desks};
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::{Section, quiet_button, semibold};
use egui::{RichText, ScrollArea, Sense, Ui, WidgetInfo, vec2};

pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &PlayState, wishes: &mut Vec<Wish>) {
    let Some(case) = &state.case else {
        ui.add_space(8.0);
        ui.label(RichText::new(context.texts.get("play-desk-empty")).color(context.theme.text_soft));
        return;
    };
    let height = (ui.available_height() - 160.0).max(160.0);
    ScrollArea::vertical().id_salt("play-desk").max_height(height).auto_shrink([false, false]).show(ui, |ui| {
        if case.run.state().has_ended() {
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| {
                ui.label(Icon::Check.text(20.0).color(context.theme.success));
                ui.label(semibold(context.texts.get("play-ended"), 14.0));
            });
        }
        desks_ui(ui, context, case, wishes);
        others_ui(ui, context, case, wishes);
    });
}

fn desks_ui(ui: &mut Ui, context: &ViewContext<'_>, case: &Case, wishes: &mut Vec<Wish>) {
    for desk in desks(&case.run) {
        let role = desk.role.and_then(|role| case.document().roles.get(role));
        let title = role.map_or(context.texts.get("play-nobody"), |role| role.name.as_str());
        Section::new(("play-desk", desk.role), title).count(desk.items.len()).ui(ui, context.theme, |ui| {
            for item in desk.items {
                let chosen = Chosen::Task(item.at);
                let due = item.due.map(|due| {
                    context.texts.with(if item.is_overdue { "play-overdue" } else { "play-due" }, &[("at", moment(due).as_str().into())])
                });
                let is_chosen = case.chosen.as_ref() == Some(&chosen);
                if row_ui(ui, context, case, item.at.node, due.as_deref(), is_chosen, item.is_overdue) {
                    wishes.push(Wish::Choose(Some(chosen)));
                }
            }
        });
    }
}

/// Services, events and timers, and where the case is stuck.
fn others_ui(ui: &mut Ui, context: &ViewContext<'_>, case: &Case, wishes: &mut Vec<Wish>) {
    let offers: Vec<Offer> = case.run.enabled().into_iter().filter(|offer| !matches!(offer, Offer::Task { .. })).collect();
    if offers.is_empty() {
        return;
    }
    Section::new("play-others", context.texts.get("play-others")).count(offers.len()).ui(ui, context.theme, |ui| {
        for offer in offers {
            match offer {
                Offer::Start { node } => {
                    let label = context
                        .texts
                        .with("play-start-at", &[("name", context.texts.name_of(case.document(), Subject::Node(node)).as_str().into())]);
                    if quiet_button(ui, Some(Icon::Play), &label).clicked() {
                        wishes.push(Wish::Fire(Step::Start { node, entries: Vec::new() }));
                    }
                }
                Offer::Timer { at, due, .. } => {
                    let when = context.texts.with("play-timer", &[("at", moment(due).as_str().into())]);
                    if row_ui(ui, context, case, at.node, Some(&when), case.chosen == Some(Chosen::Other(at)), false) {
                        wishes.push(Wish::Choose(Some(Chosen::Other(at))));
                    }
                }
                Offer::Service { at, .. } | Offer::Event { at, .. } | Offer::Held { at, .. } | Offer::Stuck { at, .. } => {
                    let key = match offer {
                        Offer::Service { .. } => "play-service-waits",
                        Offer::Event { .. } => "play-event-waits",
                        Offer::Held { .. } => "play-held",
                        _ => "play-stuck",
                    };
                    let is_stuck = matches!(offer, Offer::Stuck { .. });
                    if row_ui(ui, context, case, at.node, Some(context.texts.get(key)), case.chosen == Some(Chosen::Other(at)), is_stuck) {
                        wishes.push(Wish::Choose(Some(Chosen::Other(at))));
                    }
                }
                Offer::Task { .. } => {}
            }
        }
    });
}

/// A card with the step's name and a line beneath; answers whether it was chosen.
fn row_ui(ui: &mut Ui, context: &ViewContext<'_>, case: &Case, node: NodeId, aside: Option<&str>, is_chosen: bool, is_bad: bool) -> bool {
    let theme = context.theme;
    let name = context.texts.name_of(case.document(), Subject::Node(node));
    let name = name.trim_matches(['„', '“', '”']);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::click());
    let spoken = aside.map_or_else(|| name.to_owned(), |aside| format!("{name}, {aside}"));
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_chosen, &spoken));
    let fill = if is_chosen { theme.accent_soft } else { theme.paper };
    let stroke = if is_chosen || response.hovered() || response.has_focus() { theme.accent } else { theme.line };
    ui.painter().rect(rect.shrink(1.0), 4, fill, egui::Stroke::new(1.0, stroke), egui::StrokeKind::Inside);
    let mut inner =
        ui.new_child(egui::UiBuilder::new().max_rect(rect.shrink2(vec2(10.0, 6.0))).layout(egui::Layout::top_down(egui::Align::LEFT)));
    inner.spacing_mut().item_spacing.y = 2.0;
    let label = |text: RichText| egui::Label::new(text).selectable(false).truncate();
    inner.add(label(semibold(name, 14.0).color(theme.text)));
    if let Some(aside) = aside {
        inner.add(label(RichText::new(aside).size(12.0).color(if is_bad { theme.error } else { theme.text_soft })));
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}
