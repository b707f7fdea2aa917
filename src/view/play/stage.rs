//! The middle: the picture, and the form, answer or letter that the chosen thing asks for.

use super::case::{Case, Chosen};
use super::{PlayState, Wish, letters};
use crate::catalog;
use crate::i18n::Language;
use crate::model::{FlowId, NodeId, ServiceUse, Subject};
use crate::sim::{Answerer, Double, Offer, Spot, Step};
use crate::view::forms::{Look, fill_ui, language_ui, look_in, messages_ui};
use crate::view::icons::Icon;
use crate::view::widgets::{Segment, empty_state, error_text, primary_button, secondary_button, segmented, semibold};
use crate::view::{Action, ViewContext};
use egui::{RichText, ScrollArea, Ui};
use std::sync::Arc;

/// Height below which the picture and what is to be done do not stand together, in points.
const LOW: f32 = 380.0;

pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, wishes: &mut Vec<Wish>, actions: &mut Vec<Action>) {
    if let Some(overlay) = state.tests.overlay(context, state.picture.inside()) {
        super::picture::cases_ui(ui, context, state, &overlay, actions);
        return;
    }
    let Some(chosen) = state.case().map(|case| case.chosen.is_some()) else {
        let sentence = context.texts.get("play-empty");
        if empty_state(ui, context.theme, Icon::Play, sentence, Some(context.texts.get("play-begin"))) {
            wishes.push(Wish::New);
        }
        return;
    };
    if !super::example::ui(ui, context, state, wishes) {
        return;
    }
    let is_low = ui.available_height() < LOW;
    if chosen && is_low {
        ui.add_space(4.0);
        let parts = [(false, "play-to-do"), (true, "play-picture")].map(|(part, key)| Segment::word(part, context.texts.get(key)));
        state.prefers_picture = segmented(ui, context.theme, &state.prefers_picture, &parts, false).unwrap_or(state.prefers_picture);
    }
    match chosen {
        true if is_low && state.prefers_picture => {}
        true if is_low => return stage_ui(ui, context, state, wishes),
        true => {
            let height = ui.available_height();
            let panel = egui::Panel::bottom("play-stage").default_size(height * 0.62).size_range(height * 0.3..=height * 0.7);
            panel.show(ui, |ui| stage_ui(ui, context, state, wishes));
        }
        false => {}
    }
    super::picture::ui(ui, context, state, wishes, actions);
}

fn stage_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, wishes: &mut Vec<Wish>) {
    let PlayState { cases, shown, remembers, .. } = state;
    let Some(case) = cases.get_mut(*shown) else { return };
    let what = case.chosen.as_ref().map(|chosen| (chosen.node(), case.line.position()));
    ScrollArea::vertical().id_salt(("play-stage", what)).auto_shrink(false).show(ui, |ui| {
        ui.add_space(12.0);
        match case.chosen.clone() {
            Some(Chosen::Task(at)) => task_ui(ui, context, case, at, wishes),
            Some(Chosen::Letter(place)) => {
                if let Some((at, letter)) = case.seen.letters.get(place) {
                    letters::sheet_ui(ui, context, *at, letter);
                }
            }
            Some(Chosen::Other(at)) => {
                if let Some(offer) = case.seen.offers.iter().find(|offer| spot(offer) == Some(at)).cloned() {
                    let offer = &offer;
                    paper_ui(ui, context, |ui| other_ui(ui, context, (case, at, offer), remembers, wishes));
                }
            }
            None => {}
        }
        ui.add_space(12.0);
    });
}

/// Where the offer is, if it is of the kind that [`Chosen::Other`] means.
pub(super) fn spot(offer: &Offer) -> Option<Spot> {
    match offer {
        Offer::Service { at, .. }
        | Offer::Event { at, .. }
        | Offer::Timer { at, .. }
        | Offer::Held { at, .. }
        | Offer::Stuck { at, .. } => Some(*at),
        Offer::Start { .. } | Offer::Task { .. } => None,
    }
}

fn paper_ui(ui: &mut Ui, context: &ViewContext<'_>, content: impl FnOnce(&mut Ui)) {
    ui.vertical_centered(|ui| {
        ui.set_max_width(ui.available_width().min(760.0));
        Look::of(context).paper(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.with_layout(egui::Layout::top_down(egui::Align::LEFT), content);
        });
    });
}

fn task_ui(ui: &mut Ui, context: &ViewContext<'_>, case: &mut Case, at: Spot, wishes: &mut Vec<Wish>) {
    let texts = context.texts;
    let name = case.document().name_of(Subject::Node(at.node)).unwrap_or_default().to_owned();
    if case.sheet.is_some() {
        languages_ui(ui, context, case);
    }
    let document = Arc::clone(case.document());
    let look = look_in(context, case.language.and_then(|language| document.languages.get(language)));
    paper_ui(ui, context, |ui| match &mut case.sheet {
        Some(sheet) if sheet.at == at => {
            if fill_ui(ui, look, &mut sheet.filling, &mut sheet.state, look.text("play-submit")) {
                wishes.push(Wish::Fire(Step::Complete { at, entries: sheet.filling.entries() }));
            }
        }
        _ => {
            ui.label(semibold(&name, 20.0));
            help_ui(ui, context, texts.get("play-no-form"));
            if primary_button(ui, context.theme, texts.get("play-done")).clicked() {
                wishes.push(Wish::Fire(Step::Complete { at, entries: Vec::new() }));
            }
        }
    });
}

/// Above the paper: in which language the form is filled in, where it can be read in others than German.
fn languages_ui(ui: &mut Ui, context: &ViewContext<'_>, case: &mut Case) {
    let document = Arc::clone(case.document());
    if document.languages.is_empty() {
        return;
    }
    let mut language = case.language;
    ui.horizontal(|ui| {
        ui.add_space(12.0);
        language_ui(ui, context, &document, "play language", &mut language);
        messages_ui(ui, context, language.and_then(|language| document.languages.get(language)));
    });
    ui.add_space(8.0);
    if language != case.language {
        case.speak(language);
    }
}

fn help_ui(ui: &mut Ui, context: &ViewContext<'_>, sentence: &str) {
    ui.label(RichText::new(sentence).color(context.theme.text_soft));
    ui.add_space(12.0);
}

fn other_ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    (case, at, offer): (&mut Case, Spot, &Offer),
    remembers: &mut bool,
    wishes: &mut Vec<Wish>,
) {
    let texts = context.texts;
    ui.label(semibold(case.document().name_of(Subject::Node(at.node)).unwrap_or_default(), 20.0));
    match offer {
        Offer::Service { service, .. } => {
            let is_script = service == ServiceUse::SCRIPT;
            let help = if is_script { "play-script-help" } else { "play-service-help" };
            help_ui(ui, context, &texts.with(help, &[("service", service_name(context, service).into())]));
            answers_ui(ui, context, (case, at, offer), remembers, wishes);
        }
        Offer::Event { .. } | Offer::Timer { .. } => {
            ui.label(super::desk::state_of(context, offer));
            help_ui(ui, context, texts.get("play-event-help"));
            if primary_button(ui, context.theme, texts.get("play-event-happens")).clicked() {
                wishes.push(Wish::Fire(Step::Trigger { at, entries: Vec::new() }));
            }
        }
        Offer::Held { ways, .. } => {
            help_ui(ui, context, texts.get("play-held-help"));
            if primary_button(ui, context.theme, texts.get("play-release")).clicked() {
                wishes.push(Wish::Fire(Step::Release { at }));
            }
            // Held before a choice, what if can be asked at once.
            if ways.len() > 1 {
                ways_ui(ui, context, case, at.node, ways, wishes);
            }
        }
        Offer::Stuck { reason, ways, .. } => {
            error_text(ui, context.theme, &texts.stuck(case.document(), reason));
            ways_ui(ui, context, case, at.node, ways, wishes);
        }
        Offer::Start { .. } | Offer::Task { .. } => {}
    }
}

/// Ways that can be chosen by hand; after a choice a token that is held goes on.
fn ways_ui(ui: &mut Ui, context: &ViewContext<'_>, case: &Case, node: NodeId, ways: &[FlowId], wishes: &mut Vec<Wish>) {
    ui.add_space(8.0);
    for flow in ways {
        let way = context.texts.way(case.document(), *flow);
        if secondary_button(ui, &context.texts.with("play-choose", &[("way", way.as_str().into())])).clicked() {
            wishes.push(Wish::Fire(Step::Choose { node, flow: *flow }));
        }
    }
}

/// What the double of a service can do, and whether it shall do so from now on. What it answers can be typed.
fn answers_ui(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    (case, at, offer): (&mut Case, Spot, &Offer),
    remembers: &mut bool,
    wishes: &mut Vec<Wish>,
) {
    let Offer::Service { service, catches, answer, .. } = offer else { return };
    let texts = context.texts;
    let answers = texts.get(if service == ServiceUse::SCRIPT { "play-script-sets" } else { "play-service-answers" });
    let mut chosen = None;
    let sheet = case.sheet.as_mut().filter(|sheet| sheet.at == at);
    let has_sheet = sheet.is_some();
    let mut is_usual = true;
    if let Some(sheet) = sheet {
        let is_sent = fill_ui(ui, Look::of(context), &mut sheet.filling, &mut sheet.state, answers);
        let entries = sheet.filling.entries();
        is_usual = entries == sheet.usual;
        chosen = is_sent.then_some((Some(Step::Answer { at, entries: Some(entries) }), Double::Answers));
    } else {
        for assignment in answer {
            let (field, value) = (texts.field_at(case.document(), &assignment.target), assignment.value.trim_matches('"'));
            ui.label(texts.with("play-service-gives", &[("field", (&field).into()), ("value", value.into())]));
        }
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        if !has_sheet && primary_button(ui, context.theme, answers).clicked() {
            chosen = Some((Some(Step::Answer { at, entries: None }), Double::Answers));
        }
        for error in errors(service, catches) {
            if secondary_button(ui, &texts.with("play-service-fails", &[("error", texts.error_name(&error).into())])).clicked() {
                chosen = Some((Some(Step::Fail { at, error: error.clone() }), Double::Fails(error)));
            }
        }
        if service != ServiceUse::SCRIPT && secondary_button(ui, texts.get("play-service-stays-silent")).clicked() {
            chosen = Some((None, Double::Silent));
        }
    });
    // From now on the double gives its usual answer: another one cannot be remembered.
    *remembers = *remembers && is_usual;
    ui.add_enabled(is_usual, egui::Checkbox::new(remembers, texts.get("play-service-remember")));
    let Some((step, double)) = chosen else { return };
    // Silence is nothing that happens: it only lasts if it is remembered.
    if *remembers || double == Double::Silent {
        wishes.push(Wish::SetDouble(Answerer::of(at.node, service), double));
        *remembers = false;
    }
    wishes.push(step.map_or(Wish::Choose(None), Wish::Fire));
}

/// What the service is called.
pub(super) fn service_name<'a>(context: &ViewContext<'_>, service: &'a str) -> &'a str {
    let is_german = context.texts.language() == Language::German;
    catalog::service(service).map_or(service, |entry| if is_german { &entry.german } else { &entry.english })
}

/// Errors that the service knows and those that somebody waits for.
pub(super) fn errors(service: &str, catches: &[String]) -> Vec<String> {
    let known = catalog::service(service).map_or(&[][..], |entry| &entry.errors);
    let mut errors: Vec<String> =
        catches.iter().filter(|code| !code.is_empty()).chain(known.iter().map(|error| &error.code)).cloned().collect();
    errors.sort();
    errors.dedup();
    errors
}
