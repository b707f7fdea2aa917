//! A rule of a form, built by choosing: if this, then that for those.

use super::pane::Pane;
use crate::check::Aspect;
use crate::edit::Record;
use crate::model::{Consequence, ElementKind, Form, FormElementId, FormRule, Subject};
use crate::view::forms::rule_sentence;
use crate::view::icons::Icon;
use crate::view::widgets::{IconButton, Section, choice, field_row, warning_text};
use egui::{Frame, Label, RichText, Stroke, Ui};

/// What can follow, in the order in which it is offered.
const CONSEQUENCES: [Consequence; 8] = [
    Consequence::Required,
    Consequence::RequiredElseNotAllowed,
    Consequence::NotAllowed,
    Consequence::Visible,
    Consequence::AtLeastOne,
    Consequence::ExactlyOne,
    Consequence::ValidPartialDate,
    Consequence::Message,
];

/// A rule of a form.
pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, form: &Form, rule: &FormRule) {
    let with = |change: &dyn Fn(&mut FormRule)| {
        let mut form = form.clone();
        form.rules.iter_mut().filter(|own| own.id == rule.id).for_each(change);
        Record::Form(form)
    };
    let (theme, texts) = (pane.context.theme, pane.context.texts);
    if !rule.wording.is_empty() {
        quoted_ui(ui, pane, texts.get("rule-wording"), &rule.wording);
    }
    if rule.then.is_some() {
        quoted_ui(ui, pane, texts.get("rule-sentence"), &rule_sentence(pane.context, form, rule));
    } else if rule.is_open() {
        warning_text(ui, theme, texts.get("rules-words-only"));
    }
    pane.condition(ui, "rule-when", Aspect::Condition, &rule.when, &|when| with(&|rule| rule.when.clone_from(&when)));
    then_ui(ui, pane, rule, &with);
    targets_ui(ui, pane, form, rule, &with);
    pane.text(ui, "rule-own-message", Aspect::Text, &rule.message, 2, |message| with(&|rule| rule.message.clone_from(&message)));
    Section::new("rule-more", texts.get("inspector-more")).folded().ui(ui, theme, |ui| {
        pane.text(ui, "inspector-name", Aspect::Name, &rule.name, 1, |name| with(&|rule| rule.name.clone_from(&name)));
        pane.text(ui, "rule-fim-id", Aspect::Key, &rule.fim_id, 1, |id| with(&|rule| rule.fim_id.clone_from(&id)));
    });
}

/// A text to read, with what it is above it.
fn quoted_ui(ui: &mut Ui, pane: &Pane<'_, '_>, label: &str, text: &str) {
    let theme = pane.context.theme;
    field_row(ui, theme, label, |ui| {
        Frame::new().fill(theme.ground).stroke(Stroke::new(1.0, theme.line)).corner_radius(4).inner_margin(8).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Label::new(RichText::new(text).color(theme.text)).wrap());
        });
    });
}

/// Makes the record of the form with its rule changed.
type With<'a> = dyn Fn(&dyn Fn(&mut FormRule)) -> Record + 'a;

fn then_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, rule: &FormRule, with: &With<'_>) {
    let texts = pane.context.texts;
    let stays_words = ((None, true), texts.get("rule-only-words"));
    let rest = CONSEQUENCES.into_iter().map(|then| ((Some(then), false), texts.consequence_name(then)));
    let options: Vec<((Option<Consequence>, bool), &str)> = rest.chain((!rule.wording.is_empty()).then_some(stays_words)).collect();
    if let Some(meaning) = pane.choose(ui, "rule-then", &(rule.then, rule.stays_words), &options) {
        pane.put(with(&|rule| (rule.then, rule.stays_words) = meaning));
    }
}

/// The fields and groups that it is about.
fn targets_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, form: &Form, rule: &FormRule, with: &With<'_>) {
    let (theme, texts, document) = (pane.context.theme, pane.context.texts, pane.document());
    let name = |id: FormElementId| texts.name_of(document, Subject::FormElement(form.id, id));
    ui.label(RichText::new(texts.get("rule-targets")).size(12.0).color(theme.text_soft));
    for target in &rule.targets {
        ui.horizontal(|ui| {
            let shown = name(*target);
            let remove = texts.with("rule-remove-target", &[("field", (&shown).into())]);
            if IconButton::new(Icon::Close, &remove).tiny().ui(ui, theme).clicked() {
                pane.put(with(&|rule| rule.targets.retain(|own| own != target)));
            }
            ui.add(Label::new(shown).truncate());
        });
    }
    let label = texts.get("rule-add-target");
    let is_open = |kind: &ElementKind| matches!(kind, ElementKind::Field(_) | ElementKind::Group(_));
    let others = form.elements().into_iter().filter(|element| is_open(&element.kind) && !rule.targets.contains(&element.id));
    let names: Vec<(FormElementId, String)> = others.map(|element| (element.id, name(element.id))).collect();
    let mut options = vec![(None, label)];
    options.extend(names.iter().map(|(id, name)| (Some(*id), name.as_str())));
    if let Some(Some(target)) = choice(ui, ("rule target", rule.id), label, &None, &options) {
        pane.put(with(&|rule| rule.targets.push(target)));
    }
    ui.add_space(8.0);
}
