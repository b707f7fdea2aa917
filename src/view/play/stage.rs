//! The middle: the picture with its tokens, and the form or answer that the chosen thing asks for.

use super::case::{Case, Chosen};
use super::{PlayState, Wish};
use crate::catalog;
use crate::model::Subject;
use crate::sim::{Happening, Offer, Spot, Step};
use crate::view::canvas::{self, Mark, Overlay, Token};
use crate::view::forms::{Look, fill_ui, language_ui, look_in, messages_ui};
use crate::view::icons::Icon;
use crate::view::widgets::{Segment, empty_state, primary_button, secondary_button, segmented, semibold};
use crate::view::{Action, Selection, ViewContext};
use egui::{RichText, ScrollArea, Ui};
use std::sync::Arc;

/// Height below which the picture and what is to be done do not stand together, in points.
const LOW: f32 = 380.0;

pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, wishes: &mut Vec<Wish>, actions: &mut Vec<Action>) {
    if let Some(overlay) = state.cases.overlay(context) {
        cases_ui(ui, context, state, &overlay, actions);
        return;
    }
    let Some(case) = &mut state.case else {
        let sentence = context.texts.get("play-empty");
        if empty_state(ui, context.theme, Icon::Play, sentence, Some(context.texts.get("play-begin"))) {
            wishes.push(Wish::Begin);
        }
        return;
    };
    let is_low = ui.available_height() < LOW;
    if case.chosen.is_some() && is_low {
        ui.add_space(4.0);
        let parts = [(false, "play-to-do"), (true, "play-picture")].map(|(part, key)| Segment::word(part, context.texts.get(key)));
        state.prefers_picture = segmented(ui, context.theme, &state.prefers_picture, &parts, false).unwrap_or(state.prefers_picture);
    }
    let stage = |ui: &mut Ui, case: &mut Case, wishes: &mut Vec<Wish>| {
        ScrollArea::vertical().id_salt("play-stage").auto_shrink(false).show(ui, |ui| chosen_ui(ui, context, case, wishes));
    };
    match case.chosen {
        Some(_) if is_low && state.prefers_picture => {}
        Some(_) if is_low => return stage(ui, case, wishes),
        Some(_) => {
            let height = ui.available_height();
            let panel = egui::Panel::bottom("play-stage").default_size(height * 0.62).size_range(height * 0.3..=height * 0.7);
            panel.show(ui, |ui| stage(ui, case, wishes));
        }
        None => {}
    }
    let overlay = overlay(case);
    let nothing = Selection::default();
    let shown = ViewContext { document: case.document(), selection: &nothing, ..*context };
    let process = case.document().main_process;
    canvas::play_ui(ui, &shown, &mut state.canvas, process, &overlay, actions);
}

/// The picture with what the test cases cover, or where one of them went.
fn cases_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut PlayState, overlay: &Overlay, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(context.texts.get("cases-over-picture")).color(context.theme.text_soft));
        if secondary_button(ui, context.texts.get("cases-hide")).clicked() {
            state.cases.hide();
        }
    });
    if let Some(subject) = state.cases.take_reveal() {
        state.canvas.reveal(subject);
    }
    let nothing = Selection::default();
    let shown = ViewContext { selection: &nothing, ..*context };
    canvas::play_ui(ui, &shown, &mut state.canvas, context.document.main_process, overlay, actions);
}

/// Tokens where the case stands, and marks of what it has visited.
fn overlay(case: &Case) -> Overlay {
    let on = |standing: crate::sim::Standing| standing.node.map(Subject::Node).or(standing.flow.map(Subject::Flow));
    let tokens = case.run.tokens();
    let failed = tokens
        .iter()
        .filter(|standing| standing.is_stuck)
        .filter_map(|standing| standing.node)
        .map(|node| (Subject::Node(node), Mark::Failed));
    let active = tokens
        .iter()
        .filter(|standing| !standing.is_stuck)
        .filter_map(|standing| standing.node)
        .map(|node| (Subject::Node(node), Mark::Active));
    let visited = case.run.trace().iter().filter_map(|event| match event.what {
        Happening::Left(node) => Some((Subject::Node(node), Mark::Visited)),
        Happening::FlowTaken { flow, .. } => Some((Subject::Flow(flow), Mark::Visited)),
        _ => None,
    });
    let mut marks: Vec<(Subject, Mark)> = visited.chain(active).chain(failed).collect();
    marks.dedup();
    Overlay { tokens: tokens.into_iter().filter_map(on).map(|on| Token { on, progress: 0.5 }).collect(), marks }
}

fn chosen_ui(ui: &mut Ui, context: &ViewContext<'_>, case: &mut Case, wishes: &mut Vec<Wish>) {
    ui.add_space(12.0);
    match case.chosen.clone() {
        Some(Chosen::Task(at)) => task_ui(ui, context, case, at, wishes),
        Some(Chosen::Other(at)) => {
            let offer = case.run.enabled().into_iter().find(|offer| spot(offer) == Some(at));
            if let Some(offer) = offer {
                paper_ui(ui, context, |ui| other_ui(ui, context, case, offer, wishes));
            }
        }
        None => {}
    }
}

/// Where the offer is, if it is of the kind that [`Chosen::Other`] means.
fn spot(offer: &Offer) -> Option<Spot> {
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
    ui.add_space(12.0);
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
            ui.label(RichText::new(texts.get("play-no-form")).color(context.theme.text_soft));
            ui.add_space(12.0);
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

fn other_ui(ui: &mut Ui, context: &ViewContext<'_>, case: &Case, offer: Offer, wishes: &mut Vec<Wish>) {
    let texts = context.texts;
    let Some(at) = spot(&offer) else { return };
    ui.label(semibold(case.document().name_of(Subject::Node(at.node)).unwrap_or_default(), 20.0));
    match offer {
        Offer::Service { service, answer, catches, .. } => {
            let german = texts.language() == crate::i18n::Language::German;
            let name = catalog::service(&service).map_or(service.as_str(), |entry| if german { &entry.german } else { &entry.english });
            ui.label(RichText::new(texts.with("play-service-help", &[("service", name.into())])).color(context.theme.text_soft));
            for assignment in &answer {
                ui.monospace(format!("{} = {}", assignment.target, assignment.value));
            }
            ui.add_space(12.0);
            ui.horizontal_wrapped(|ui| {
                if primary_button(ui, context.theme, texts.get("play-service-answers")).clicked() {
                    wishes.push(Wish::Fire(Step::Answer { at, entries: None }));
                }
                for error in errors(&service, &catches) {
                    if secondary_button(ui, &texts.with("play-service-fails", &[("error", texts.error_name(&error).into())])).clicked() {
                        wishes.push(Wish::Fire(Step::Fail { at, error }));
                    }
                }
            });
        }
        Offer::Event { .. } | Offer::Timer { .. } => {
            ui.label(RichText::new(texts.get("play-event-help")).color(context.theme.text_soft));
            ui.add_space(12.0);
            if primary_button(ui, context.theme, texts.get("play-event-happens")).clicked() {
                wishes.push(Wish::Fire(Step::Trigger { at, entries: Vec::new() }));
            }
        }
        Offer::Held { .. } => {
            if primary_button(ui, context.theme, texts.get("play-release")).clicked() {
                wishes.push(Wish::Fire(Step::Release { at }));
            }
        }
        Offer::Stuck { reason, ways, .. } => {
            crate::view::widgets::error_text(ui, context.theme, &texts.stuck(case.document(), &reason));
            ui.add_space(8.0);
            for flow in ways {
                let way = texts.way(case.document(), flow);
                if secondary_button(ui, &texts.with("play-choose", &[("way", way.as_str().into())])).clicked() {
                    wishes.push(Wish::Fire(Step::Choose { node: at.node, flow }));
                }
            }
        }
        Offer::Start { .. } | Offer::Task { .. } => {}
    }
}

/// Errors that the service knows and those that somebody waits for.
fn errors(service: &str, catches: &[String]) -> Vec<String> {
    let known = catalog::service(service).map_or(&[][..], |entry| &entry.errors);
    let mut errors: Vec<String> =
        catches.iter().filter(|code| !code.is_empty()).chain(known.iter().map(|error| &error.code)).cloned().collect();
    errors.sort();
    errors.dedup();
    errors
}
