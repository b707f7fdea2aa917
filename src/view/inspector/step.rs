//! Properties that the administration gives a step: who, with what, by when, for how much, on which law.

use super::pane::Pane;
use super::roles::add_role_ui;
use super::{duration, fim};
use crate::check::Aspect;
use crate::edit::{Command, CommandName, ContentCommand, Record};
use crate::model::{DocumentTemplateId, Duration, Fee, FlowNode, Money, NodeKind, StepDetails, Subject};
use crate::view::Action;
use crate::view::icons::Icon;
use crate::view::widgets::{Section, icon_text_button, quiet_button};
use egui::Ui;

/// The node with other details.
fn with(node: &FlowNode, change: impl FnOnce(&mut StepDetails)) -> Record {
    let mut node = node.clone();
    change(&mut node.details);
    Record::Node(node)
}

pub(super) fn name_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    let lines = if node.kind.is_activity() { 2 } else { 1 };
    pane.text(ui, "inspector-name", Aspect::Name, &node.name, lines, |name| Record::Node(FlowNode { name, ..node.clone() }));
}

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    let (theme, texts) = (pane.context.theme, pane.context.texts);
    Section::new("step-who", texts.get("inspector-who")).ui(ui, theme, |ui| who_ui(ui, pane, node));
    if follows_fim(pane) {
        fim::step_section_ui(ui, pane, node);
    }
    if matches!(node.kind, NodeKind::UserTask | NodeKind::ManualTask | NodeKind::Task) || is_closed(pane, node) {
        Section::new("step-form", texts.get("inspector-form")).ui(ui, theme, |ui| form_ui(ui, pane, node));
    }
    Section::new("step-when", texts.get("inspector-when")).ui(ui, theme, |ui| when_ui(ui, pane, node));
    let laws = node.details.legal_bases.len();
    Section::new("step-laws", texts.get("inspector-laws")).count(laws).ui(ui, theme, |ui| {
        pane.laws(ui, &node.details.legal_bases, |legal_bases| with(node, |details| details.legal_bases = legal_bases));
    });
    let letters = node.details.documents.len();
    Section::new("step-letters", texts.get("inspector-letters")).count(letters).folded().ui(ui, theme, |ui| letters_ui(ui, pane, node));
    Section::new("step-fee", texts.get("inspector-fee")).folded().ui(ui, theme, |ui| fee_ui(ui, pane, node));
}

/// Whether it is a sub-process with nothing in it: a step that a person does as a whole, as FIM draws them.
fn is_closed(pane: &Pane<'_, '_>, node: &FlowNode) -> bool {
    matches!(node.kind, NodeKind::SubProcess { is_event: false })
        && !pane.document().nodes.values().any(|inner| inner.parent == Some(node.id))
}

fn who_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    pane.role(ui, "inspector-role", node.details.role, |role| with(node, |details| details.role = role));
    if node.details.role.is_none()
        && let Some(role) = pane.document().role_of(node.id)
    {
        let sentence = pane.context.texts.with("inspector-role-of-lane", &[("role", role.name.as_str().into())]);
        ui.label(egui::RichText::new(sentence).size(12.0).color(pane.context.theme.text_soft));
    }
    add_role_ui(ui, pane, "", |role| with(node, |details| details.role = Some(role)));
}

/// Who does several selected steps: chosen for all of them at once.
pub(super) fn several_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>) {
    let document = pane.document();
    let chosen = pane.context.selection.subjects.iter().filter_map(|subject| document.nodes.get(subject.node()?));
    let steps: Vec<&FlowNode> = chosen.filter(|node| matches!(node.kind, NodeKind::UserTask | NodeKind::ManualTask)).collect();
    let Some(first) = steps.first() else { return };
    let common = first.details.role.filter(|role| steps.iter().all(|step| step.details.role == Some(*role)));
    let roles = document.roles.values().map(|role| (role.id, role.name.as_str()));
    ui.add_space(8.0);
    if let Some(role) = pane.choose_optional(ui, "inspector-role", common, roles) {
        let commands = steps.iter().map(|step| Command::Put(with(step, |details| details.role = role))).collect();
        pane.actions.push(Action::ApplyQuietly(Command::Batch { name: CommandName::ChangeProperties, commands }));
    }
}

fn form_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    let document = pane.document();
    let forms = document.forms.values().map(|form| (form.id, form.name.as_str()));
    if let Some(form) = pane.choose_optional(ui, "inspector-form", node.details.form, forms) {
        pane.put(with(node, |details| details.form = form));
    }
    match node.details.form {
        Some(form) => {
            if quiet_button(ui, Some(Icon::Edit), pane.context.texts.get("inspector-open-form")).clicked() {
                pane.actions.push(Action::Reveal(Subject::Form(form), None));
            }
        }
        None => {
            if icon_text_button(ui, Icon::Add, pane.context.texts.get("inspector-new-form")).clicked() {
                let form = ContentCommand::AddForm { name: node.name.clone(), step: Some(node.id) };
                pane.actions.push(Action::ApplyQuietly(Command::Content(form)));
            }
        }
    }
}

fn when_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    let texts = pane.context.texts;
    let mut has_due = node.details.due.is_some();
    if ui.checkbox(&mut has_due, texts.get("inspector-has-due")).changed() {
        let due = has_due.then(|| Duration { iso: "P14D".to_owned(), in_working_days: false });
        pane.put(with(node, |details| details.due = due));
    }
    if let Some(due) = &node.details.due {
        duration::ui(ui, pane, "inspector-due", Aspect::Due, due, |due| with(node, |details| details.due = Some(due)));
    }
    let mut has_effort = !node.details.effort.is_empty();
    if ui.checkbox(&mut has_effort, texts.get("inspector-has-effort")).changed() {
        let effort = if has_effort { "PT30M".to_owned() } else { String::new() };
        pane.put(with(node, |details| details.effort = effort));
    }
    if !node.details.effort.is_empty() {
        let effort = Duration { iso: node.details.effort.clone(), in_working_days: false };
        duration::ui(ui, pane, "inspector-effort", Aspect::Effort, &effort, |effort| with(node, |details| details.effort = effort.iso));
    }
}

fn letters_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    let document = pane.document();
    for letter in document.document_templates.values() {
        let mut is_written = node.details.documents.contains(&letter.id);
        if ui.checkbox(&mut is_written, &letter.name).changed() {
            let documents = toggled(&node.details.documents, letter.id);
            pane.put(with(node, |details| details.documents = documents));
        }
    }
    if pane.add_button(ui, "inspector-new-letter") {
        let name = pane.context.texts.get("inspector-letter-name").to_owned();
        pane.actions.push(Action::Apply(Command::Content(ContentCommand::AddDocumentTemplate { name })));
    }
}

fn toggled(letters: &[DocumentTemplateId], letter: DocumentTemplateId) -> Vec<DocumentTemplateId> {
    let mut letters = letters.to_vec();
    match letters.iter().position(|other| *other == letter) {
        Some(place) => drop(letters.remove(place)),
        None => letters.push(letter),
    }
    letters
}

/// The three ways a fee can be said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FeeKind {
    None,
    Fixed,
    Computed,
}

fn fee_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    let kind = match node.details.fee {
        None => FeeKind::None,
        Some(Fee::Fixed(_)) => FeeKind::Fixed,
        Some(Fee::Computed(_)) => FeeKind::Computed,
    };
    let texts = pane.context.texts;
    let kinds = [
        (FeeKind::None, texts.get("inspector-fee-none")),
        (FeeKind::Fixed, texts.get("inspector-fee-fixed")),
        (FeeKind::Computed, texts.get("inspector-fee-computed")),
    ];
    if let Some(kind) = pane.choose(ui, "inspector-fee", &kind, &kinds) {
        let fee = match kind {
            FeeKind::None => None,
            FeeKind::Fixed => Some(Fee::Fixed(Money { cents: 1_000 })),
            FeeKind::Computed => Some(Fee::Computed(String::new())),
        };
        pane.put(with(node, |details| details.fee = fee));
    }
    match &node.details.fee {
        Some(Fee::Fixed(money)) => amount_ui(ui, pane, node, *money),
        Some(Fee::Computed(text)) => {
            pane.feel(ui, "inspector-fee-expression", Aspect::Fee, text, |text| {
                with(node, |details| details.fee = Some(Fee::Computed(text)))
            });
        }
        None => {}
    }
}

fn amount_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode, money: Money) {
    let label = pane.context.texts.get("inspector-fee-amount");
    crate::view::widgets::field_row(ui, pane.context.theme, label, |ui| {
        let mut euros = money.cents as f64 / 100.0;
        let drag = egui::DragValue::new(&mut euros)
            .range(0.0..=1_000_000.0)
            .speed(0.5)
            .suffix(" €")
            .custom_formatter(|euros, _| format!("{euros:.2}").replace('.', ","))
            .custom_parser(|text| text.trim_end_matches('€').trim().replace('.', "").replace(',', ".").parse().ok());
        let response = ui.add(drag);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
        if response.changed() {
            let fee = Fee::Fixed(Money { cents: (euros * 100.0).round() as i64 });
            let holder = crate::view::widgets::holder_of(response.id);
            pane.actions.push(Action::Preview(holder, Command::Put(with(node, |details| details.fee = Some(fee)))));
        }
        if response.drag_stopped() || response.lost_focus() {
            pane.actions.push(Action::Commit);
        }
    });
}

/// Whether the procedure follows FIM, so that what FIM says of steps stands in a section of its own.
fn follows_fim(pane: &Pane<'_, '_>) -> bool {
    pane.document().main().is_some_and(|main| main.fim.is_some())
}

/// What is needed rarely: FIM, technical name.
pub(super) fn more_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    Section::new("step-more", pane.context.texts.get("inspector-more")).folded().ui(ui, pane.context.theme, |ui| {
        if node.kind.is_activity() && !follows_fim(pane) {
            fim::group_ui(ui, pane, node);
        }
        pane.text(ui, "inspector-key", Aspect::Key, &node.key, 1, |key| Record::Node(FlowNode { key, ..node.clone() }));
    });
}
