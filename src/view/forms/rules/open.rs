//! Rules that are there in words only: what the reader makes of them, to be confirmed.

use super::super::deeds::Desk;
use super::sentence;
use crate::edit::{Command, CommandName, ContentCommand, Record};
use crate::model::{Consequence, Document, Form, FormElementId, FormRule, Subject};
use crate::rule::{Meaning, fim, propose};
use crate::view::widgets::{link_button, secondary_button, warning_text};
use crate::view::{Action, Selection};
use egui::{Id, Label, RichText, Role, Ui, WidgetInfo};
use std::sync::Arc;

/// What a wording means, or why it was not understood.
type Reading = Result<Vec<Meaning>, fim::Unread>;

/// The readings of all open rules of a form, kept as long as the document stays the same.
#[derive(Clone)]
struct Kept {
    document: Arc<Document>,
    readings: Arc<[(FormElementId, Reading)]>,
}

fn readings(ui: &Ui, desk: &Desk<'_, '_>) -> Arc<[(FormElementId, Reading)]> {
    let (id, document) = (Id::unique(("readings of rules", desk.form.id)), desk.context.document);
    if let Some(kept) = ui.data(|data| data.get_temp::<Kept>(id)).filter(|kept| Arc::ptr_eq(&kept.document, document)) {
        return kept.readings;
    }
    let open = desk.form.rules.iter().filter(|rule| rule.is_open() && !rule.wording.is_empty());
    let readings: Arc<[_]> = open.map(|rule| (rule.id, propose(document, desk.form, rule))).collect();
    let kept = Kept { document: Arc::clone(document), readings };
    ui.data_mut(|data| data.insert_temp(id, kept.clone()));
    kept.readings
}

/// Draws what the reader makes of an open rule, and the buttons that settle it.
pub fn ui(ui: &mut Ui, desk: &Desk<'_, '_>, rule: &FormRule, actions: &mut Vec<Action>) {
    let (theme, texts) = (desk.context.theme, desk.context.texts);
    let readings = readings(ui, desk);
    let reading = readings.iter().find(|(id, _)| *id == rule.id).map(|(_, reading)| reading);
    let mut meanings: &[Meaning] = &[];
    match reading {
        Some(Ok(found)) => {
            meanings = found;
            for meaning in found {
                let meant = sentence(desk.context, desk.form, &meaning.of(rule));
                let said = texts.with("rules-proposal", &[("sentence", (&meant).into())]);
                ui.add(Label::new(RichText::new(said).color(theme.accent)).wrap().selectable(false));
                for doubt in &meaning.doubts {
                    warning_text(ui, theme, &texts.doubt(doubt));
                }
            }
        }
        Some(Err(unread)) => warning_text(ui, theme, &texts.unread(&rule.wording, unread)),
        None => warning_text(ui, theme, texts.get("rules-words-only")),
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let button = |ui: &mut Ui, key: &str| {
            let response = secondary_button(ui, texts.get(key));
            let said = texts.with("rules-settle", &[("what", texts.get(key).into()), ("rule", rule.name.as_str().into())]);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
            response.clicked()
        };
        if !meanings.is_empty() && button(ui, "rules-take") {
            actions.push(take(desk.form, &[(rule, meanings)]));
        }
        if button(ui, if meanings.is_empty() { "rules-by-hand" } else { "rules-other" }) {
            actions.push(begin_by_hand(desk.form, rule, meanings.first()));
            actions.push(Action::Select(Selection::only(Subject::FormElement(desk.form.id, rule.id))));
        }
        if button(ui, "rules-keep") {
            actions.push(stay_words(desk.form, rule.id, true));
            actions.push(Action::Say(texts.get("rules-kept").to_owned()));
        }
    });
}

/// Says of a rule that it stays in words, with the button that asks for its meaning after all.
pub fn kept_ui(ui: &mut Ui, desk: &Desk<'_, '_>, rule: &FormRule, actions: &mut Vec<Action>) {
    let (theme, texts) = (desk.context.theme, desk.context.texts);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(texts.get("rules-stays-words")).size(12.0).color(theme.text_soft));
        let response = link_button(ui, theme, texts.get("rules-ask-again"));
        let said = texts.with("rules-settle", &[("what", texts.get("rules-ask-again").into()), ("rule", rule.name.as_str().into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
        if response.clicked() {
            actions.push(stay_words(desk.form, rule.id, false));
        }
    });
}

/// Remembers whether a rule stays in words.
fn stay_words(form: &Form, rule: FormElementId, stays_words: bool) -> Action {
    let mut changed = form.clone();
    changed.rules.iter_mut().filter(|own| own.id == rule).for_each(|own| own.stays_words = stays_words);
    Action::ApplyQuietly(Command::Put(Record::Form(changed)))
}

/// Draws the button that confirms all proposals, if there are any.
pub fn take_all_ui(ui: &mut Ui, desk: &Desk<'_, '_>, actions: &mut Vec<Action>) {
    let readings = readings(ui, desk);
    let proposed: Vec<(&FormRule, &[Meaning])> = readings
        .iter()
        .filter_map(|(id, reading)| Some((desk.form.rules.iter().find(|rule| rule.id == *id)?, reading.as_deref().ok()?)))
        .collect();
    if proposed.is_empty() {
        return;
    }
    let word = desk.context.texts.with("rules-take-all", &[("count", proposed.len().into())]);
    if secondary_button(ui, &word).clicked() {
        actions.push(take(desk.form, &proposed));
    }
}

/// Gives rules their meanings as one step; what a wording demands besides the first becomes a rule of its own.
fn take(form: &Form, proposed: &[(&FormRule, &[Meaning])]) -> Action {
    let mut changed = form.clone();
    let mut more = Vec::new();
    for (rule, meanings) in proposed {
        let Some((first, others)) = meanings.split_first() else { continue };
        changed.rules.iter_mut().filter(|own| own.id == rule.id).for_each(|own| *own = first.of(rule));
        let others = others.iter().map(|meaning| ContentCommand::AddRule { form: form.id, rule: meaning.of(rule) });
        more.extend(others.map(Command::Content));
    }
    let put = Command::Put(Record::Form(changed));
    let commands = std::iter::once(put).chain(more).collect();
    Action::ApplyQuietly(Command::Batch { name: CommandName::ChangeForm, commands })
}

/// Makes a rule one that can be changed in the inspector, beginning with what was proposed.
fn begin_by_hand(form: &Form, rule: &FormRule, proposed: Option<&Meaning>) -> Action {
    let begun = proposed.map_or_else(|| FormRule { then: Some(Consequence::Required), ..rule.clone() }, |meaning| meaning.of(rule));
    let mut changed = form.clone();
    changed.rules.iter_mut().filter(|own| own.id == rule.id).for_each(|own| *own = begun.clone());
    Action::ApplyQuietly(Command::Put(Record::Form(changed)))
}
