//! Properties of connections, and the ways out of a gateway.

use super::pane::Pane;
use crate::check::Aspect;
use crate::edit::Record;
use crate::model::{FlowNode, MessageFlow, NodeKind, SequenceFlow, Subject};
use crate::view::widgets::{Section, quiet_button};
use crate::view::{Action, Selection};
use egui::Ui;

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, flow: &SequenceFlow) {
    pane.text(ui, "inspector-flow-name", Aspect::Name, &flow.name, 1, |name| Record::Flow(SequenceFlow { name, ..flow.clone() }));
    let source = pane.document().nodes.get(flow.from);
    let is_choice = source.is_some_and(|node| !matches!(node.kind, NodeKind::ParallelGateway | NodeKind::EventBasedGateway));
    if is_choice {
        condition_ui(ui, pane, flow);
    }
    Section::new("flow-more", pane.context.texts.get("inspector-more")).folded().ui(ui, pane.context.theme, |ui| {
        pane.text(ui, "inspector-key", Aspect::Key, &flow.key, 1, |key| Record::Flow(SequenceFlow { key, ..flow.clone() }));
    });
}

fn condition_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, flow: &SequenceFlow) {
    pane.check(ui, "inspector-default", flow.is_default, |is_default| Record::Flow(SequenceFlow { is_default, ..flow.clone() }));
    if !flow.is_default {
        pane.condition(ui, "inspector-condition", Aspect::Condition, &flow.condition, &|condition| {
            Record::Flow(SequenceFlow { condition, ..flow.clone() })
        });
    }
}

/// All ways out of a gateway with their conditions, so that a decision is edited in one place.
pub(super) fn ways_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, node: &FlowNode) {
    let document = pane.document();
    let ways: Vec<&SequenceFlow> = document.outgoing(node.id).collect();
    let decides = matches!(node.kind, NodeKind::ExclusiveGateway | NodeKind::InclusiveGateway) && ways.len() > 1;
    Section::new("gateway-ways", pane.context.texts.get("inspector-ways")).count(ways.len()).ui(ui, pane.context.theme, |ui| {
        for way in ways {
            let target = pane.context.texts.name_of(document, Subject::Node(way.to));
            let title = if way.name.trim().is_empty() { format!("→ {target}") } else { format!("{} → {target}", way.name) };
            if quiet_button(ui, None, &title).clicked() {
                pane.actions.push(Action::Select(Selection::only(Subject::Flow(way.id))));
            }
            if decides {
                if way.is_default {
                    ui.label(egui::RichText::new(pane.context.texts.get("inspector-default")).color(pane.context.theme.text_soft));
                } else {
                    let mut pane = Pane::new(pane.context, pane.actions, Subject::Flow(way.id), None);
                    pane.condition(ui, "inspector-condition", Aspect::Condition, &way.condition, &|condition| {
                        Record::Flow(SequenceFlow { condition, ..way.clone() })
                    });
                }
            }
        }
    });
}

pub(super) fn message_ui(ui: &mut Ui, pane: &mut Pane<'_, '_>, flow: &MessageFlow) {
    pane.text(ui, "inspector-message-name", Aspect::Name, &flow.name, 1, |name| Record::MessageFlow(MessageFlow { name, ..flow.clone() }));
    pane.text(ui, "inspector-key", Aspect::Key, &flow.key, 1, |key| Record::MessageFlow(MessageFlow { key, ..flow.clone() }));
}
