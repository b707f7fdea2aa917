//! What an activity does by its kind: values it sets, table it asks, process it calls, message, service.

use super::pane::Pane;
use crate::catalog;
use crate::check::Aspect;
use crate::edit::{Command, ContentCommand, Record};
use crate::i18n::Language;
use crate::model::{Assignment, FlowNode, NodeKind, ServiceUse, Subject};
use crate::view::Action;
use crate::view::icons::Icon;
use crate::view::widgets::{Section, quiet_button};
use egui::Ui;

/// The node with another kind of the same sort.
fn with_kind(node: &FlowNode, kind: NodeKind) -> Record {
    Record::Node(FlowNode { kind, ..node.clone() })
}

fn with_service(node: &FlowNode, service: Option<ServiceUse>) -> Record {
    let mut node = node.clone();
    node.details.service = service;
    Record::Node(node)
}

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    match &node.kind {
        NodeKind::ScriptTask(assignments) => script_ui(ui, pane, node, assignments),
        NodeKind::BusinessRuleTask(table) => table_ui(ui, pane, node, *table),
        NodeKind::CallActivity(process) => called_ui(ui, pane, node, *process),
        NodeKind::SendTask { message } => {
            pane.text(ui, "inspector-message", Aspect::Event, message, 1, |message| with_kind(node, NodeKind::SendTask { message }));
        }
        NodeKind::ReceiveTask { message } => {
            pane.text(ui, "inspector-message", Aspect::Event, message, 1, |message| with_kind(node, NodeKind::ReceiveTask { message }));
        }
        _ => {}
    }
    if matches!(node.kind, NodeKind::ScriptTask(_))
        && let Some(double) = &node.details.service
    {
        double_ui(ui, pane, node, double);
    }
    if matches!(node.kind, NodeKind::ServiceTask | NodeKind::SendTask { .. } | NodeKind::Task) {
        service_ui(ui, pane, node);
    }
}

fn script_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode, assignments: &[Assignment]) {
    Section::new("script", pane.context.texts.get("inspector-script")).count(assignments.len()).ui(ui, pane.context.theme, |ui| {
        assignments_ui(ui, pane, "script", assignments, |assignments| with_kind(node, NodeKind::ScriptTask(assignments)));
    });
}

/// Rows of field and value.
fn assignments_ui(
    ui: &mut Ui,
    pane: &mut Pane<'_, '_>,
    part: &str,
    assignments: &[Assignment],
    record: impl Fn(Vec<Assignment>) -> Record,
) {
    for (index, assignment) in assignments.iter().enumerate() {
        let changed = |change: &dyn Fn(&mut Assignment)| {
            let mut assignments = assignments.to_vec();
            assignments.get_mut(index).into_iter().for_each(change);
            record(assignments)
        };
        ui.horizontal(|ui| {
            let width = ui.available_width() - 40.0;
            let label = pane.context.texts.get("inspector-target");
            ui.allocate_ui(egui::vec2(width, 30.0), |ui| {
                pane.cell(ui, label, &format!("{part}-target-{index}"), &assignment.target, label, |text| {
                    changed(&|row| row.target.clone_from(&text))
                });
            });
            if pane.remove_button(ui) {
                let mut assignments = assignments.to_vec();
                assignments.remove(index);
                pane.put(record(assignments));
            }
        });
        ui.horizontal(|ui| {
            ui.label(":=");
            let label = pane.context.texts.get("inspector-value");
            pane.feel_cell(ui, label, &format!("{part}-value-{index}"), &assignment.value, |text| {
                changed(&|row| row.value.clone_from(&text))
            });
        });
        ui.add_space(4.0);
    }
    if pane.add_button(ui, "inspector-add-assignment") {
        let mut assignments = assignments.to_vec();
        assignments.push(Assignment::default());
        pane.put(record(assignments));
    }
}

fn table_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode, table: Option<crate::model::DecisionTableId>) {
    let document = pane.document();
    let tables = document.decision_tables.values().map(|table| (table.id, table.name.as_str()));
    if let Some(table) = pane.choose_optional(ui, "inspector-table", table, tables) {
        pane.put(with_kind(node, NodeKind::BusinessRuleTask(table)));
    }
    if let Some(table) = table {
        if quiet_button(ui, Some(Icon::Edit), pane.context.texts.get("inspector-open-table")).clicked() {
            pane.actions.push(Action::Reveal(Subject::DecisionTable(table), None));
        }
    } else if pane.add_button(ui, "inspector-new-table") {
        let table = ContentCommand::AddDecisionTable { name: node.name.clone() };
        pane.actions.push(Action::ApplyQuietly(Command::Content(table)));
    }
}

fn called_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode, process: Option<crate::model::ProcessId>) {
    let document = pane.document();
    let processes =
        document.processes.values().filter(|process| process.id != node.process).map(|process| (process.id, process.name.as_str()));
    if let Some(process) = pane.choose_optional(ui, "inspector-called", process, processes) {
        pane.put(with_kind(node, NodeKind::CallActivity(process)));
    }
    if let Some(process) = process {
        if quiet_button(ui, Some(Icon::Flow), pane.context.texts.get("inspector-open-process")).clicked() {
            pane.actions.push(Action::ShowProcess(process));
        }
    } else if pane.add_button(ui, "inspector-new-process") {
        let process = ContentCommand::AddProcess { name: node.name.clone() };
        pane.actions.push(Action::ApplyQuietly(Command::Content(process)));
    }
}

fn service_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    let is_german = pane.context.texts.language() == Language::German;
    let chosen = node.details.service.clone();
    let key = chosen.as_ref().map(|service| service.service.as_str());
    let services = catalog::services()
        .iter()
        .filter(|service| service.key != ServiceUse::SCRIPT)
        .map(|service| (service.key.as_str(), if is_german { service.german.as_str() } else { service.english.as_str() }));
    if let Some(key) = pane.choose_optional(ui, "inspector-service", key, services) {
        let answer = chosen.clone().unwrap_or_default().answer;
        pane.put(with_service(node, key.map(|key| ServiceUse { service: key.to_owned(), answer })));
    }
    if let Some(service) = chosen {
        double_ui(ui, pane, node, &service);
    }
}

/// What the step uses, and what its double answers.
fn double_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode, service: &ServiceUse) {
    let is_german = pane.context.texts.language() == Language::German;
    if let Some(entry) = catalog::service(&service.service) {
        let help = if is_german { &entry.help_german } else { &entry.help_english };
        ui.label(egui::RichText::new(help).size(12.0).color(pane.context.theme.text_soft));
    }
    let is_script = service.service == ServiceUse::SCRIPT;
    let [title, answers] =
        if is_script { ["inspector-script-sets", "inspector-script-help"] } else { ["inspector-answer", "inspector-answer-help"] };
    Section::new("service-answer", pane.context.texts.get(title)).count(service.answer.len()).ui(ui, pane.context.theme, |ui| {
        ui.label(egui::RichText::new(pane.context.texts.get(answers)).size(12.0).color(pane.context.theme.text_soft));
        assignments_ui(ui, pane, "answer", &service.answer, |answer| with_service(node, Some(ServiceUse { answer, ..service.clone() })));
    });
}
