//! Where a step goes on: each way with its answer, condition and target; ways are added, led elsewhere, removed.

use super::Table;
use super::picker::{Entry, Picked, Picker};
use crate::edit::{Block, Command, FlowCommand, FlowEnd, Outline, Record, TypedStep, add_way};
use crate::expr::Type;
use crate::model::{FlowId, FlowNode, NodeId, NodeKind, SequenceFlow, Subject};
use crate::view::icons::Icon;
use crate::view::widgets::{FeelField, IconButton, TextField, quiet_button, semibold};
use egui::{Id, Ui, vec2};

/// What is remembered while the ways of a step are open.
#[derive(Clone, Debug, Default)]
pub(super) struct Ways {
    /// The way whose target is being chosen; the inner `None` is a new way.
    choosing: Option<(Option<FlowId>, Picker)>,
}

impl Table<'_, '_> {
    /// Draws the ways out of a step; whether one is done with them.
    pub(super) fn ways_ui(&mut self, ui: &mut Ui, ways: &mut Ways, node: &FlowNode) -> bool {
        let (context, order) = (self.context, self.order);
        let texts = context.texts;
        ui.label(semibold(
            &texts.with("table-ways-of", &[("step", texts.name_of(context.document, Subject::Node(node.id)).as_str().into())]),
            14.0,
        ));
        let flows: Vec<&SequenceFlow> = order.flows.outgoing(node.id).iter().filter_map(|flow| context.document.flows.get(*flow)).collect();
        let is_choice = matches!(node.kind, NodeKind::ExclusiveGateway | NodeKind::InclusiveGateway) && flows.len() > 1;
        for flow in &flows {
            self.way_ui(ui, ways, flow, is_choice);
        }
        let is_choosing_new = ways.choosing.as_ref().is_some_and(|(flow, _)| flow.is_none());
        let is_first = flows.is_empty() && ways.choosing.is_none();
        if is_first || !is_choosing_new && quiet_button(ui, Some(Icon::Add), texts.get("table-add-way")).clicked() {
            ways.choosing = Some((None, Picker::default()));
        }
        self.choosing_ui(ui, ways, node)
    }

    fn way_ui(&mut self, ui: &mut Ui, ways: &mut Ways, flow: &SequenceFlow, is_choice: bool) {
        let (context, texts) = (self.context, self.context.texts);
        let target = context.document.nodes.get(flow.to).map(|node| self.words().target(node)).unwrap_or_default();
        ui.horizontal(|ui| {
            ui.allocate_ui(vec2(120.0, 30.0), |ui| {
                let label = texts.get("table-answer");
                let id = Id::unique(("table", flow.id, "answer"));
                let field = TextField { id, label, value: &flow.name, hint: label, lines: 1 };
                field.ui(ui, context, self.actions, |name| Command::Put(Record::Flow(SequenceFlow { name, ..flow.clone() })));
            });
            let shown = texts.with("table-leads-to", &[("step", target.as_str().into())]);
            let width = (ui.available_width() - 40.0).max(80.0);
            let button = egui::Button::new(&shown).truncate().min_size(vec2(width, 30.0));
            if ui.add_sized(vec2(width, 30.0), button).clicked() {
                ways.choosing = Some((Some(flow.id), Picker::default()));
            }
            if IconButton::new(Icon::Remove, texts.get("table-remove-way")).small().ui(ui, context.theme).clicked() {
                self.try_quietly(Command::Remove(vec![Subject::Flow(flow.id)]));
            }
        });
        if is_choice {
            self.condition_ui(ui, flow);
        }
    }

    fn condition_ui(&mut self, ui: &mut Ui, flow: &SequenceFlow) {
        let (context, texts) = (self.context, self.context.texts);
        ui.horizontal(|ui| {
            let mut is_default = flow.is_default;
            if ui.checkbox(&mut is_default, texts.get("table-otherwise")).changed() {
                self.try_quietly(Command::Put(Record::Flow(SequenceFlow { is_default, ..flow.clone() })));
            }
            if !flow.is_default {
                let label = texts.get("inspector-condition");
                let id = Id::unique(("table", flow.id, "condition"));
                let field = TextField { id, label, value: &flow.condition, hint: label, lines: 1 };
                let field = FeelField { field, at: Some(Subject::Flow(flow.id)), expected: Some(Type::Boolean), fault: None };
                field.ui(ui, context, self.actions, |condition| Command::Put(Record::Flow(SequenceFlow { condition, ..flow.clone() })));
            }
        });
        ui.add_space(4.0);
    }

    /// The list of steps to which a way can lead.
    fn choosing_ui(&mut self, ui: &mut Ui, ways: &mut Ways, node: &FlowNode) -> bool {
        let Some((flow, picker)) = &mut ways.choosing else { return false };
        let texts = self.context.texts;
        let entries = self.targets(node);
        let new = |name: &str| texts.with("table-new-step", &[("name", name.into())]);
        let new: Option<&dyn Fn(&str) -> String> = if flow.is_none() { Some(&new) } else { None };
        let command = match picker.ui(ui, self.context.theme, texts.get("table-pick-target"), &entries, new) {
            Picked::Nothing => return false,
            Picked::This(to) => match flow {
                Some(flow) => {
                    let connection = Subject::Flow(*flow);
                    Command::Flow(FlowCommand::Reconnect { connection, end: FlowEnd::Target, to: Subject::Node(to) })
                }
                None => add_way(self.context.document, node.id, to),
            },
            Picked::New(name) => {
                let outline = Outline { blocks: vec![Block::Step(TypedStep { name, ..TypedStep::default() })] };
                Command::Flow(FlowCommand::AddOutline { process: self.process, after: Some(node.id), outline })
            }
        };
        ways.choosing = None;
        self.try_quietly(command);
        false
    }

    /// The steps of the same level that something may lead to, with their numbers.
    fn targets(&self, node: &FlowNode) -> Vec<Entry<NodeId>> {
        let is_target = |other: &&FlowNode| {
            other.id != node.id
                && (other.process, other.parent) == (node.process, node.parent)
                && !matches!(other.kind, NodeKind::StartEvent { .. } | NodeKind::BoundaryEvent { .. })
        };
        let nodes = self.order.rows.iter().filter_map(|row| self.context.document.nodes.get(row.node));
        nodes.filter(is_target).map(|other| (other.id, self.words().target(other))).collect()
    }
}
