//! The left column: the cases, who has what to do in all of them, and what else can happen in the shown one.

use super::case::{Case, Chosen};
use super::toolbar::moment;
use super::{PlayState, Wish};
use crate::model::{RoleId, ServiceUse, Subject};
use crate::sim::{Answerer, Double, EventKind, Item, Offer, Step};
use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, Section, quiet_button, semibold};
use egui::{Button, Color32, RichText, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use std::collections::BTreeMap;

/// Height that the test cases below keep, in points.
const BELOW: f32 = 160.0;

pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &PlayState, wishes: &mut Vec<Wish>) {
    let Some(case) = state.case() else {
        ui.add_space(8.0);
        ui.label(RichText::new(context.texts.get("play-desk-empty")).color(context.theme.text_soft));
        return;
    };
    let height = (ui.available_height() - BELOW).max(BELOW);
    ScrollArea::vertical().id_salt("play-desk").max_height(height).auto_shrink([false, false]).show(ui, |ui| {
        cases_ui(ui, context, state, wishes);
        if case.run().state().has_ended() {
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| {
                ui.label(Icon::Check.text(20.0).color(context.theme.success));
                ui.label(semibold(context.texts.get("play-ended"), 14.0));
            });
        }
        desks_ui(ui, context, state, wishes);
        others_ui(ui, context, state, case, wishes);
    });
}

/// One chip for each case, and the button for another one.
fn cases_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &PlayState, wishes: &mut Vec<Wish>) {
    let (texts, theme) = (context.texts, context.theme);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(2.0, 4.0);
        for (place, case) in state.cases.iter().enumerate() {
            let is_shown = place == state.shown;
            let colour = if is_shown { theme.accent } else { theme.text };
            let name = if is_shown { semibold(&case.name, 14.0) } else { RichText::new(&case.name) };
            let chip = Button::new(name.color(colour)).selected(is_shown).min_size(vec2(0.0, 28.0));
            let response = ui.add(chip);
            let told = texts.with("play-case-told", &[("name", (&case.name).into()), ("count", case.tasks().into())]);
            response.widget_info(|| WidgetInfo::selected(egui::Role::Tab, true, is_shown, &told));
            if response.clicked() {
                wishes.push(Wish::Show(place));
            }
            let label = texts.with("play-close-case", &[("name", (&case.name).into())]);
            if is_shown && IconButton::new(Icon::Close, &label).tiny().ui(ui, theme).clicked() {
                wishes.push(Wish::Close(place));
            }
        }
        if IconButton::new(Icon::Add, texts.get("play-new-case")).small().ui(ui, theme).clicked() {
            wishes.push(Wish::New);
        }
    });
}

/// What each role has to do, in all cases.
fn desks_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &PlayState, wishes: &mut Vec<Wish>) {
    let mut by_role = BTreeMap::<(bool, Option<RoleId>), Vec<(usize, &Case, &Item)>>::new();
    for (place, case) in state.cases.iter().enumerate() {
        for desk in &case.seen.desks {
            let items = by_role.entry((desk.role.is_none(), desk.role)).or_default();
            items.extend(desk.items.iter().map(|item| (place, case, item)));
        }
    }
    for ((_, role), items) in by_role {
        let named = items.iter().find_map(|(_, case, _)| case.document().roles.get(role?));
        let title = named.map_or(context.texts.get("play-nobody"), |role| role.name.as_str());
        Section::new(("play-desk", role), title).count(items.len()).ui(ui, context.theme, |ui| {
            for (place, case, item) in items {
                task_ui(ui, context, state, (place, case, item), wishes);
            }
        });
    }
}

fn task_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &PlayState, (place, case, item): (usize, &Case, &Item), wishes: &mut Vec<Wish>) {
    let texts = context.texts;
    let due =
        item.due.map(|due| texts.with(if item.is_overdue { "play-overdue" } else { "play-due" }, &[("at", moment(due).as_str().into())]));
    let number = item.run.map(|run| texts.with("play-run-number", &[("number", run.into())]));
    let name = (state.cases.len() > 1).then(|| case.name.clone());
    let aside: Vec<String> = [name, number, due].into_iter().flatten().collect();
    let chosen = Chosen::Task(item.at);
    let row = Row {
        name: texts.name_of(case.document(), Subject::Node(item.at.node)),
        aside: aside.join(" · "),
        is_chosen: place == state.shown && case.chosen.as_ref() == Some(&chosen),
        sign: item.is_overdue.then_some((Icon::Warning, context.theme.error)),
    };
    if row.ui(ui, context) {
        wishes.extend([Wish::Show(place), Wish::Choose(Some(chosen))]);
    }
}

/// Services, events and timers, what is held, and where the case is stuck.
fn others_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &PlayState, case: &Case, wishes: &mut Vec<Wish>) {
    let offers: Vec<&Offer> = case.seen.offers.iter().filter(|offer| !matches!(offer, Offer::Task { .. })).collect();
    if offers.is_empty() {
        return;
    }
    let texts = context.texts;
    Section::new("play-others", texts.get("play-others")).count(offers.len()).ui(ui, context.theme, |ui| {
        for offer in offers {
            if let Offer::Start { node } = offer {
                let name = texts.name_of(case.document(), Subject::Node(*node));
                if quiet_button(ui, Some(Icon::Play), &texts.with("play-start-at", &[("name", (&name).into())])).clicked() {
                    wishes.push(Wish::Fire(Step::Start { node: *node, entries: Vec::new() }));
                }
                continue;
            }
            let Some(at) = super::stage::spot(offer) else { continue };
            let is_silent = matches!(offer, Offer::Service { service, .. } if state.doubles.get(&Answerer::of(at.node, service)) == Some(&Double::Silent));
            let row = Row {
                name: texts.name_of(case.document(), Subject::Node(at.node)),
                aside: if is_silent { texts.get("play-service-silent").to_owned() } else { state_of(context, offer) },
                is_chosen: case.chosen == Some(Chosen::Other(at)),
                sign: matches!(offer, Offer::Stuck { .. }).then_some((Icon::Error, context.theme.error)),
            };
            if row.ui(ui, context) {
                wishes.push(Wish::Choose(Some(Chosen::Other(at))));
            }
        }
    });
}

/// What is waited for there, in words.
pub(super) fn state_of(context: &ViewContext<'_>, offer: &Offer) -> String {
    let texts = context.texts;
    let named = |key: &str, name: &str| texts.with(key, &[("name", name.into())]);
    match offer {
        Offer::Timer { due, .. } => texts.with("play-timer", &[("at", moment(*due).as_str().into())]),
        Offer::Event { kind, .. } => match kind {
            EventKind::Message(name) if !name.is_empty() => named("play-waits-message", name),
            EventKind::Signal(name) if !name.is_empty() => named("play-waits-signal", name),
            EventKind::Message(_) => texts.get("play-waits-any-message").to_owned(),
            EventKind::Condition(_) => texts.get("play-waits-condition").to_owned(),
            EventKind::Error(code) if !code.is_empty() => named("play-waits-error", texts.error_name(code)),
            EventKind::Error(_) => texts.get("play-waits-any-error").to_owned(),
            EventKind::Signal(_) | EventKind::Escalation(_) => texts.get("play-event-waits").to_owned(),
        },
        Offer::Service { service, .. } if service == ServiceUse::SCRIPT => texts.get("play-script-waits").to_owned(),
        Offer::Service { .. } => texts.get("play-service-waits").to_owned(),
        Offer::Held { .. } => texts.get("play-held").to_owned(),
        Offer::Stuck { .. } => texts.get("play-stuck").to_owned(),
        Offer::Task { .. } => texts.get("play-task-waits").to_owned(),
        Offer::Start { .. } => texts.get("play-begin-here").to_owned(),
    }
}

/// A card with a name and a line beneath.
pub(super) struct Row {
    pub name: String,
    pub aside: String,
    pub is_chosen: bool,
    /// What is wrong, as a sign before the line beneath.
    pub sign: Option<(Icon, Color32)>,
}

impl Row {
    /// Draws it; answers whether it was chosen.
    pub fn ui(&self, ui: &mut Ui, context: &ViewContext<'_>) -> bool {
        let theme = context.theme;
        let name = self.name.trim_matches(['„', '“', '”']);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::click());
        let spoken = if self.aside.is_empty() { name.to_owned() } else { format!("{name}, {}", self.aside) };
        response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, self.is_chosen, &spoken));
        let fill = if self.is_chosen { theme.accent_soft } else { theme.paper };
        let is_lit = self.is_chosen || response.hovered() || response.has_focus();
        let stroke = egui::Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, if is_lit { theme.accent } else { theme.line });
        ui.painter().rect(rect.shrink(1.0), 4, fill, stroke, egui::StrokeKind::Inside);
        let place = egui::UiBuilder::new().max_rect(rect.shrink2(vec2(10.0, 6.0))).layout(egui::Layout::top_down(egui::Align::LEFT));
        let mut inner = ui.new_child(place);
        inner.spacing_mut().item_spacing = vec2(4.0, 2.0);
        inner.spacing_mut().interact_size.y = 0.0;
        if self.aside.is_empty() {
            // The name alone stands in the middle.
            inner.add_space(8.0);
        }
        let label = |text: RichText| egui::Label::new(text).selectable(false).truncate();
        inner.add(label(semibold(name, 14.0).color(theme.text)));
        inner.horizontal(|ui| {
            if let Some((icon, colour)) = self.sign {
                ui.add(egui::Label::new(icon.text(15.0).color(colour)).selectable(false));
            }
            let colour = self.sign.map_or(theme.text_soft, |(_, colour)| colour);
            ui.add(label(RichText::new(&self.aside).size(12.0).color(colour)));
        });
        let response = if self.aside.is_empty() { response } else { response.on_hover_text(&spoken) };
        response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
    }
}
