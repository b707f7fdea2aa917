//! The list of what is not covered, at a step or of a kind: each in a sentence, with the way to where it is edited and to a test case.

use super::badges::{seen_at, sign};
use super::coverage::Coverage;
use super::{CasesState, Scope};
use crate::check::Aspect;
use crate::model::{Document, NodeId, Subject};
use crate::sim::{Asked, Group, Target};
use crate::view::forms::condition_words;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, link_button, semibold};
use crate::view::{Action, ViewContext};
use egui::{Align, Label, Layout, RichText, Role, ScrollArea, Ui, WidgetInfo};
use std::sync::Arc;

/// More are not listed.
const MOST: usize = 200;

/// Draws the list.
pub(super) fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CasesState, scope: Scope, actions: &mut Vec<Action>) {
    let (texts, coverage) = (context.texts, Arc::clone(&state.coverage));
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if IconButton::new(Icon::Close, texts.get("cases-gaps-close")).small().ui(ui, context.theme).clicked() {
                state.scope = None;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(semibold(&title(context, scope), 14.0)).truncate());
            });
        });
    });
    ScrollArea::vertical().id_salt("gaps").auto_shrink(false).show(ui, |ui| {
        if state.proposing.wanted().is_some() {
            state.proposals_ui(ui, context, actions);
            ui.separator();
        }
        let open = open(context.document, &coverage, scope);
        if open.is_empty() {
            ui.horizontal(|ui| {
                ui.label(Icon::Check.text(18.0).color(context.theme.success));
                ui.label(texts.get("cases-gaps-none"));
            });
        }
        for target in open.into_iter().take(MOST) {
            row_ui(ui, context, state, &coverage, target, actions);
        }
    });
}

fn title(context: &ViewContext<'_>, scope: Scope) -> String {
    match scope {
        Scope::At(node) => {
            let name = context.texts.name_of(context.document, Subject::Node(node));
            context.texts.with("cases-gaps-at", &[("name", (&name).into())])
        }
        Scope::Of(group) => context.texts.with("cases-gaps-of", &[("group", context.texts.target_group(group).into())]),
    }
}

/// What is not covered there.
fn open<'a>(document: &Document, coverage: &'a Coverage, scope: Scope) -> Vec<&'a Target> {
    let at = |wanted: NodeId| {
        let around = document.plane_of(Subject::Node(wanted));
        let inner = coverage.inside().filter(move |(node, _)| seen_at(document, *node, around) == Some(wanted));
        inner.flat_map(|(_, inner)| inner).filter(|(_, is_covered)| !is_covered).map(|(target, _)| target)
    };
    match scope {
        Scope::Of(group) => coverage.open(group).collect(),
        Scope::At(node) => Group::INSIDE.into_iter().flat_map(|group| at(node).filter(move |target| target.group() == group)).collect(),
    }
}

fn row_ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut CasesState, coverage: &Coverage, target: &Target, actions: &mut Vec<Action>) {
    let (texts, theme, document) = (context.texts, context.theme, context.document);
    let name = texts.target(document, target);
    ui.horizontal_top(|ui| {
        ui.label(sign(target.group()).text(18.0).color(theme.warning));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add(Label::new(texts.target_in_full(document, target)).wrap());
            if let Some(more) = more(context, coverage, target) {
                ui.add(Label::new(RichText::new(more).size(12.0).color(theme.text_soft)).wrap());
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().button_padding.x = 0.0;
                ui.spacing_mut().item_spacing.x = 16.0;
                let mut link = |key: &str| {
                    let response = link_button(ui, theme, texts.get(key));
                    let spoken = format!("{}: {name}", texts.get(key));
                    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
                    response.clicked()
                };
                if link("cases-go") {
                    actions.push(Action::Reveal(target.subject(), aspect(target)));
                }
                if !state.proposing.is_under_way() && link("cases-gap-propose") {
                    actions.push(state.proposing.begin(context.editor.document(), Some(target.clone())));
                }
            });
        });
    });
    ui.add_space(4.0);
}

/// What more is known of it: the note of a row, what a rule or boundary is about.
fn more(context: &ViewContext<'_>, coverage: &Coverage, target: &Target) -> Option<String> {
    let (texts, document) = (context.texts, context.document);
    match target {
        Target::Row { table, row } => {
            let note = document.decision_tables.get(*table)?.rules.get(*row)?.note.trim();
            (!note.is_empty()).then(|| note.to_owned())
        }
        Target::Rule { .. } => {
            let words = condition_words(context, target.subject(), coverage.condition(target)?);
            Some(texts.with("cases-gap-condition", &[("condition", (&words).into())]))
        }
        Target::Boundary { at: Subject::Flow(flow), .. } => Some(texts.target(document, &Target::Way(*flow))),
        Target::Boundary { at, .. } => Some(format!("{}: {}", texts.kind_of(document, *at), texts.name_of(document, *at))),
        _ => None,
    }
}

/// The property to which one is led.
const fn aspect(target: &Target) -> Option<Aspect> {
    match target {
        Target::Row { row, .. } => Some(Aspect::Row(*row)),
        Target::Rule { asked: Asked::Visible, .. } => Some(Aspect::VisibleWhen),
        Target::Rule { asked: Asked::Required, .. } => Some(Aspect::RequiredWhen),
        Target::Rule { .. } => Some(Aspect::Rule),
        Target::Boundary { at: Subject::Flow(_), .. } => Some(Aspect::Condition),
        _ => None,
    }
}
