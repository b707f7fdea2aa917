//! The rules of the form, each as a sentence: below the paper, so that what a rule is about is seen lit on the form.

mod open;

use super::deeds::Desk;
use super::{FormsState, Look};
use crate::edit::{Command, ContentCommand};
use crate::model::{Consequence, Document, Form, FormElementId, FormRule, Subject};
use crate::rule::Frame;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, primary_button, quiet_button, semibold};
use crate::view::{Action, Selection, ViewContext};
use egui::{
    Align, CentralPanel, CursorIcon, Frame as Box, Id, Label, Layout, Margin, Popup, RichText, Role, ScrollArea, Sense, Stroke, Ui,
    UiBuilder, WidgetInfo, vec2,
};
use std::sync::Arc;

/// Height to begin with, and the least, in points.
const HEIGHT: f32 = 220.0;
const LEAST: f32 = 136.0;
/// What the paper needs beside the rules, in points; with less the rules stand in its place.
const PAPER: f32 = 160.0;

/// The shapes of rules that are offered, with what follows in each.
const PATTERNS: [(&str, Consequence); 7] = [
    ("rules-pattern-code", Consequence::RequiredElseNotAllowed),
    ("rules-pattern-filled", Consequence::Required),
    ("rules-pattern-at-least", Consequence::AtLeastOne),
    ("rules-pattern-either", Consequence::ExactlyOne),
    ("rules-pattern-date", Consequence::ValidPartialDate),
    ("rules-pattern-visible", Consequence::Visible),
    ("rules-pattern-message", Consequence::Message),
];

/// A rule as a sentence.
pub fn sentence(context: &ViewContext<'_>, form: &Form, rule: &FormRule) -> String {
    context.texts.rule(context.document, form, rule)
}

/// A condition of an element or page in words: the clause after "wenn".
pub fn condition_words(context: &ViewContext<'_>, at: Subject, condition: &str) -> String {
    let Subject::FormElement(form, element) = at else { return condition.to_owned() };
    let Some(form) = context.document.forms.get(form) else { return condition.to_owned() };
    context.texts.condition(context.document, &Frame::of(context.document, form, &[element]), condition)
}

/// Whether paper and rules have room one below the other.
pub fn leave_room(ui: &Ui) -> bool {
    ui.available_height() >= PAPER + LEAST
}

/// Draws the panel of the rules at the bottom of the room that is left, or over all of it where it is low.
pub fn ui(ui: &mut Ui, desk: &Desk<'_, '_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    let theme = desk.context.theme;
    let greatest = (ui.available_height() - PAPER).max(LEAST);
    let frame = Box::new().fill(theme.panel).inner_margin(Margin::symmetric(12, 8));
    let draw = |ui: &mut Ui| {
        head_ui(ui, desk, state, actions);
        ScrollArea::vertical().id_salt("rules").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let (open, settled): (Vec<&FormRule>, Vec<&FormRule>) = desk.form.rules.iter().partition(|rule| rule.is_open());
            if desk.form.rules.is_empty() {
                let look = Look::of(desk.context);
                look.soft_ui(ui, look.text("rules-none"));
            }
            let sentences = sentences(ui, desk);
            for rule in open.into_iter().chain(settled) {
                let said = sentences.iter().find(|(id, _)| *id == rule.id).map_or("", |(_, said)| said);
                if row_ui(ui, desk, rule, said, actions) {
                    state.reveals = rule.targets.first().copied();
                }
            }
        });
    };
    if !leave_room(ui) {
        CentralPanel::no_frame().frame(frame).show(ui, draw);
        return;
    }
    let panel = egui::Panel::bottom("form rules").resizable(true).default_size(HEIGHT.min(greatest)).size_range(LEAST..=greatest);
    panel.frame(frame).show(ui, draw);
}

/// The rules as sentences, kept as long as the document stays the same.
#[derive(Clone)]
struct Said {
    document: Arc<Document>,
    sentences: Arc<[(FormElementId, String)]>,
}

fn sentences(ui: &Ui, desk: &Desk<'_, '_>) -> Arc<[(FormElementId, String)]> {
    let (id, document) = (Id::unique(("sentences of rules", desk.form.id, desk.context.texts.language() as u8)), desk.context.document);
    if let Some(said) = ui.data(|data| data.get_temp::<Said>(id)).filter(|said| Arc::ptr_eq(&said.document, document)) {
        return said.sentences;
    }
    let sentences = desk.form.rules.iter().map(|rule| (rule.id, sentence(desk.context, desk.form, rule))).collect();
    let said = Said { document: Arc::clone(document), sentences };
    ui.data_mut(|data| data.insert_temp(id, said.clone()));
    said.sentences
}

fn head_ui(ui: &mut Ui, desk: &Desk<'_, '_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    let look = Look::of(desk.context);
    ui.horizontal(|ui| {
        ui.label(semibold(look.text("rules-title"), 16.0));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if IconButton::new(Icon::Close, look.text("rules-close")).small().ui(ui, desk.context.theme).clicked() {
                state.shows_rules = false;
            }
            let button = primary_button(ui, desk.context.theme, look.text("rules-add"));
            Popup::menu(&button).show(|ui| patterns_ui(ui, desk, actions));
            open::take_all_ui(ui, desk, actions);
        });
    });
    ui.add_space(4.0);
}

fn patterns_ui(ui: &mut Ui, desk: &Desk<'_, '_>, actions: &mut Vec<Action>) {
    let texts = desk.context.texts;
    ui.spacing_mut().item_spacing.y = 0.0;
    for (key, then) in PATTERNS {
        if quiet_button(ui, Some(Icon::Rule), texts.get(key)).clicked() {
            let targets = desk.selected.iter().copied().filter(|id| desk.standings.contains_key(id)).collect();
            let name = texts.with("rules-new-name", &[("number", (desk.form.rules.len() + 1).into())]);
            let rule = FormRule { targets, then: Some(then), ..FormRule::new(FormElementId(0), &name) };
            actions.push(Action::Apply(Command::Content(ContentCommand::AddRule { form: desk.form.id, rule })));
        }
    }
}

/// Draws a rule; answers whether it was selected now.
fn row_ui(ui: &mut Ui, desk: &Desk<'_, '_>, rule: &FormRule, said: &str, actions: &mut Vec<Action>) -> bool {
    let (theme, texts) = (desk.context.theme, desk.context.texts);
    let subject = Subject::FormElement(desk.form.id, rule.id);
    let is_selected = desk.selected.contains(&rule.id);
    let sense = UiBuilder::new().id_salt(("rule", rule.id)).sense(Sense::click());
    let row = ui.scope_builder(sense, |ui| {
        let (fill, edge) = if is_selected { (theme.accent_soft, theme.accent) } else { (theme.paper, theme.line) };
        let edge = if ui.response().hovered() { theme.accent } else { edge };
        Box::new().fill(fill).stroke(Stroke::new(1.0, edge)).corner_radius(4).inner_margin(8).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.allocate_ui_with_layout(vec2(ui.available_width(), 24.0), Layout::right_to_left(Align::Min), |ui| {
                let remove = texts.with("rules-remove", &[("rule", rule.name.as_str().into())]);
                if IconButton::new(Icon::Remove, &remove).tiny().ui(ui, theme).clicked() {
                    actions.push(Action::Apply(Command::Remove(vec![subject])));
                    actions.push(Action::Select(Selection::only(Subject::Form(desk.form.id))));
                }
                ui.with_layout(Layout::top_down(Align::Min), |ui| words_ui(ui, desk, rule, said));
            });
            if rule.is_open() {
                open::ui(ui, desk, rule, actions);
            } else if rule.then.is_none() {
                open::kept_ui(ui, desk, rule, actions);
            }
        });
    });
    let response = row.response.on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_selected, said));
    if response.clicked() {
        response.request_focus();
        actions.push(Action::Select(Selection::only(subject)));
    }
    response.clicked()
}

/// The rule as a sentence, and its name in pale letters.
fn words_ui(ui: &mut Ui, desk: &Desk<'_, '_>, rule: &FormRule, said: &str) {
    let theme = desk.context.theme;
    let is_in_words = rule.then.is_none() && !rule.wording.is_empty();
    let words = if is_in_words { rule.wording.as_str() } else { said };
    ui.add(Label::new(RichText::new(words).color(theme.text)).wrap().selectable(false));
    let name = if rule.fim_id.is_empty() { rule.name.clone() } else { format!("{} · {}", rule.fim_id, rule.name) };
    ui.add(Label::new(RichText::new(name).size(12.0).color(theme.text_soft)).truncate().selectable(false));
}
