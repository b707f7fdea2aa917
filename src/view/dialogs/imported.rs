//! After files of other programs were read: where they go, what became of them, and what their rules mean.

use super::report::{self, ReportView};
use crate::model::{FormId, FormRule};
use crate::view::shell::{Answer, ShellContext};
use crate::view::widgets::{DialogButton, Weight, semibold, wide_dialog};
use egui::{Label, RichText, Ui};
use std::collections::BTreeSet;

/// A rule that stands there in words, and what it is taken to mean.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleOffer {
    /// The form.
    pub form: FormId,
    /// The rule as it was read.
    pub rule: FormRule,
    /// What it is taken to mean: one rule or several; none if its words were not understood.
    pub meant: Vec<FormRule>,
    /// The same as a sentence; why it was not understood if there is none.
    pub sentence: String,
}

/// What was read, and where it could go.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportQuestion {
    /// Name of the procedure that is open, if one is.
    pub open: Option<String>,
    /// Name of what was read.
    pub name: String,
    /// The report.
    pub report: ReportView,
}

/// What became of what was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportReport {
    /// Key of the title.
    pub title: &'static str,
    /// The report.
    pub view: ReportView,
    /// The rules that wait for being confirmed.
    pub rules: Vec<RuleOffer>,
    /// Which of them are to be.
    pub chosen: BTreeSet<usize>,
}

/// Asks where it goes.
pub(super) fn question_ui(ui: &mut Ui, context: &ShellContext<'_>, question: &mut ImportQuestion) -> Option<Answer> {
    let texts = context.texts;
    let new = DialogButton::new(Weight::Primary, texts.get("import-as-new"), Answer::TakeImport { is_new: true });
    let cancel = DialogButton::new(Weight::Secondary, texts.get("cancel"), Answer::Cancel);
    let into = DialogButton::new(Weight::Primary, texts.get("import-into-open"), Answer::TakeImport { is_new: false });
    let buttons = match &question.open {
        Some(_) => vec![into, DialogButton { weight: Weight::Secondary, ..new }, cancel],
        None => vec![new, cancel],
    };
    wide_dialog(ui.ctx(), context.theme, texts.get("import-title"), &buttons, |ui| {
        let sentence = match &question.open {
            Some(open) => texts.with("import-where", &[("name", (&question.name).into()), ("open", open.into())]),
            None => texts.with("import-found", &[("name", (&question.name).into())]),
        };
        ui.label(sentence);
        ui.add_space(8.0);
        report::ui(ui, context, &mut question.report);
    })
}

/// Shows the report with its jumps, and offers what the rules mean.
pub(super) fn report_ui(ui: &mut Ui, context: &ShellContext<'_>, report: &mut ImportReport) -> Option<Answer> {
    let texts = context.texts;
    let weight = if report.rules.is_empty() { Weight::Primary } else { Weight::Secondary };
    let close = DialogButton::new(weight, texts.get("import-close"), Answer::Cancel);
    let text = texts.with("import-confirm", &[("count", report.chosen.len().into())]);
    let confirm = DialogButton::new(Weight::Primary, &text, Answer::ConfirmRules(report.chosen.clone())).enabled(!report.chosen.is_empty());
    let buttons = if report.rules.is_empty() { vec![close] } else { vec![confirm, close] };
    let mut jump = None;
    let answer = wide_dialog(ui.ctx(), context.theme, texts.get(report.title), &buttons, |ui| {
        if !report.rules.is_empty() {
            rules_ui(ui, context, report);
            ui.add_space(12.0);
        }
        jump = report::ui(ui, context, &mut report.view);
    });
    jump.map(Answer::Show).or(answer)
}

fn rules_ui(ui: &mut Ui, context: &ShellContext<'_>, report: &mut ImportReport) {
    let (texts, theme) = (context.texts, context.theme);
    ui.label(semibold(texts.get("import-rules"), 16.0));
    ui.label(RichText::new(texts.get("import-rules-help")).color(theme.text_soft));
    let understood: BTreeSet<usize> =
        (0..report.rules.len()).filter(|at| report.rules.get(*at).is_some_and(|it| !it.meant.is_empty())).collect();
    let mut is_all = !understood.is_empty() && report.chosen == understood;
    if ui.checkbox(&mut is_all, texts.get("import-rules-all")).changed() {
        report.chosen = if is_all { understood } else { BTreeSet::new() };
    }
    for (number, offer) in report.rules.iter().enumerate() {
        ui.add_space(6.0);
        let title = if offer.rule.name.trim().is_empty() { &offer.rule.fim_id } else { &offer.rule.name };
        let mut is_chosen = report.chosen.contains(&number);
        let response = ui.add_enabled(!offer.meant.is_empty(), egui::Checkbox::new(&mut is_chosen, semibold(title, 14.0)));
        if response.changed() {
            if is_chosen {
                report.chosen.insert(number)
            } else {
                report.chosen.remove(&number)
            };
        }
        ui.indent(("rule", number), |ui| {
            ui.add(Label::new(&offer.sentence).wrap());
            let words = texts.with("import-rule-words", &[("text", offer.rule.wording.as_str().into())]);
            ui.add(Label::new(RichText::new(words).size(12.0).color(theme.text_soft)).wrap());
        });
    }
}
