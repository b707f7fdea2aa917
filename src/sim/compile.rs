//! Document → program.

use super::calendar::{Calendar, Length};
use super::decision::Table;
use super::feel::Expression;
use super::path::Path;
use super::program::{Flow, FlowIx, Kind, Level, LevelIx, Node, NodeIx, Program, Repetition, Throw, Trigger, When, Write};
use super::schema::Schema;
use super::wiring;
use crate::expr::Names;
use crate::model::{self, Document, Event, FlowNode, NodeId, NodeKind, ProcessId, Subject};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Why a procedure cannot be played at all. Expressions that cannot be read are no reason: they stop the token that meets them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompileFault {
    /// The document has no such process.
    #[error("there is no such process")]
    NoProcess(ProcessId),
    /// The process has no step or event to begin at.
    #[error("the process has nowhere to begin")]
    NoBeginning(ProcessId),
}

/// Counters that a repeated step adds to the names of its expressions (BPMN 2.0, tables 10.30 and 10.31).
pub(super) const LOOP_COUNTER: &str = "loopCounter";
pub(super) const INSTANCES: &str = "numberOfInstances";
pub(super) const ACTIVE: &str = "numberOfActiveInstances";
pub(super) const COMPLETED: &str = "numberOfCompletedInstances";

impl Program {
    /// Compiles a process, all that it calls, and the processes that exchange messages with it.
    pub fn compile(document: &Document, process: ProcessId) -> Result<Self, CompileFault> {
        if !document.processes.contains(process) {
            return Err(CompileFault::NoProcess(process));
        }
        let program = Compiler::new(document).program(process);
        let begins = program.participants.first().is_some_and(|level| {
            let level = program.level(*level);
            !level.starts.is_empty() || !level.begins.is_empty()
        });
        if begins { Ok(program) } else { Err(CompileFault::NoBeginning(process)) }
    }
}

pub(super) type LevelKey = (ProcessId, Option<NodeId>);

pub(super) struct Compiler<'a> {
    pub document: &'a Document,
    pub levels: BTreeMap<LevelKey, LevelIx>,
    pub places: BTreeMap<NodeId, NodeIx>,
    names: Names,
    /// Sub-processes in which something is drawn.
    filled: BTreeSet<NodeId>,
}

impl<'a> Compiler<'a> {
    fn new(document: &'a Document) -> Self {
        let processes = document.processes.keys().map(|process| (process, None));
        let inner = document.nodes.values().filter(|node| matches!(node.kind, NodeKind::SubProcess { .. }));
        let keys = processes.chain(inner.map(|node| (node.process, Some(node.id))));
        let levels: BTreeMap<LevelKey, LevelIx> = keys.enumerate().map(|(place, key)| (key, LevelIx::at(place))).collect();
        let placed = document.nodes.values().filter(|node| levels.contains_key(&(node.process, node.parent)));
        let places = placed.enumerate().map(|(place, node)| (node.id, NodeIx::at(place))).collect();
        let filled = document.nodes.values().filter_map(|node| node.parent).collect();
        Self { document, levels, places, names: crate::scope::names(document), filled }
    }

    fn program(mut self, process: ProcessId) -> Program {
        let elements = self.document.nodes.values().filter_map(|node| match &node.repetition {
            model::Repetition::MultiInstance { element, .. } => Some(element),
            _ => None,
        });
        elements.for_each(|name| self.names.insert(name));
        let nodes = self.places.keys().filter_map(|id| self.document.nodes.get(*id)).map(|node| self.node(node)).collect();
        let levels = self.empty_levels();
        let settings = self.document.settings.values().map(|setting| {
            let text = if setting.default_value.trim().is_empty() { "null" } else { &setting.default_value };
            (Arc::from(setting.key.as_str()), self.expression(text))
        });
        let letters = self.document.document_templates.iter().map(|(id, letter)| (id, letter.clone()));
        let mut program = Program {
            nodes,
            flows: Vec::new(),
            levels,
            places: self.places.clone(),
            flow_places: BTreeMap::new(),
            participants: Vec::new(),
            letters: letters.collect(),
            settings: settings.collect(),
            schema: Schema::of(self.document),
            calendar: self.document.processes.get(self.document.main_process).map(Calendar::of).unwrap_or_default(),
            names: Names::new(),
        };
        self.flows(&mut program);
        wiring::wire(&self, &mut program, process);
        program.names = self.names;
        program
    }

    fn empty_levels(&self) -> Vec<Level> {
        let mut levels: Vec<(LevelIx, ProcessId)> = self.levels.iter().map(|((process, _), level)| (*level, *process)).collect();
        levels.sort();
        let level = |(_, process)| Level { process, begins: Vec::new(), starts: Vec::new(), event_starts: Vec::new() };
        levels.into_iter().map(level).collect()
    }

    fn flows(&self, program: &mut Program) {
        for flow in self.document.flows.values() {
            let (Some(from), Some(to)) = (self.places.get(&flow.from), self.places.get(&flow.to)) else { continue };
            if program.node(*from).level != program.node(*to).level {
                continue;
            }
            let index = FlowIx::at(program.flows.len());
            let condition = (!flow.condition.trim().is_empty()).then(|| self.expression(&flow.condition));
            program.flows.push(Flow { id: flow.id, from: *from, to: *to, condition, is_default: flow.is_default });
            program.flow_places.insert(flow.id, index);
            program.nodes[from.place()].outgoing.push(index);
            program.nodes[to.place()].incoming.push(index);
        }
    }

    pub fn expression(&self, text: &str) -> Expression {
        Expression::new(text, &self.names)
    }

    fn node(&self, node: &FlowNode) -> Node {
        Node {
            id: node.id,
            level: self.levels.get(&(node.process, node.parent)).copied().unwrap_or(LevelIx(0)),
            kind: self.kind(node),
            repetition: self.repetition(node),
            outgoing: Vec::new(),
            incoming: Vec::new(),
            boundary: Vec::new(),
            receivers: Vec::new(),
            senders: Vec::new(),
            role: self.document.role_of(node.id).map(|role| role.id),
            form: node.details.form,
            due: node.details.due.as_ref().map(Length::read),
            letters: node.details.documents.clone(),
        }
    }

    fn kind(&self, node: &FlowNode) -> Kind {
        match &node.kind {
            NodeKind::StartEvent { trigger, is_interrupting } => {
                Kind::Start { trigger: self.trigger(trigger), is_interrupting: *is_interrupting }
            }
            NodeKind::EndEvent(event) => Kind::End(self.throw(node, event)),
            NodeKind::ThrowEvent(event) => Kind::Throw(self.throw(node, event)),
            NodeKind::CatchEvent(event) => Kind::Catch(self.trigger(event)),
            NodeKind::BoundaryEvent { trigger, is_interrupting, .. } => {
                Kind::Boundary { trigger: self.trigger(trigger), is_interrupting: *is_interrupting }
            }
            NodeKind::Task | NodeKind::UserTask | NodeKind::ManualTask => Kind::Person,
            NodeKind::ServiceTask => match &node.details.service {
                Some(service) => Kind::Service { key: service.service.clone(), answer: service.answer.clone() },
                None => Kind::Pass,
            },
            NodeKind::ScriptTask(assignments) => match &node.details.service {
                // A script that is kept but not run: its double sets what it sets, if that is known.
                Some(double) if assignments.is_empty() && !double.answer.is_empty() => {
                    Kind::Service { key: double.service.clone(), answer: double.answer.clone() }
                }
                _ => Kind::Script(assignments.iter().map(|assignment| self.write(assignment)).collect()),
            },
            NodeKind::BusinessRuleTask(table) => match table.and_then(|table| self.document.decision_tables.get(table)) {
                Some(table) => Kind::Decision(Box::new(Table::new(table, &self.names))),
                None => Kind::Pass,
            },
            NodeKind::SendTask { message } => Kind::Send(message.clone()),
            NodeKind::ReceiveTask { message } => Kind::Receive(Trigger::Message(message.clone())),
            NodeKind::CallActivity(process) => Kind::Call(process.and_then(|process| self.levels.get(&(process, None)).copied())),
            NodeKind::SubProcess { is_event: false } if self.is_empty(node) => Kind::Person,
            NodeKind::SubProcess { .. } => match self.levels.get(&(node.process, Some(node.id))) {
                Some(level) => Kind::Sub(*level),
                None => Kind::Pass,
            },
            NodeKind::ExclusiveGateway => Kind::Exclusive,
            NodeKind::InclusiveGateway => Kind::Inclusive(Vec::new()),
            NodeKind::ParallelGateway => Kind::Parallel,
            NodeKind::EventBasedGateway => Kind::Race,
        }
    }

    /// Whether nothing is drawn in a sub-process: somebody then does it as a whole, as FIM's activity groups are meant.
    fn is_empty(&self, sub_process: &FlowNode) -> bool {
        !self.filled.contains(&sub_process.id)
    }

    fn trigger(&self, event: &Event) -> Trigger {
        match event {
            Event::None | Event::Link(_) | Event::Terminate => Trigger::None,
            Event::Message(name) => Trigger::Message(name.clone()),
            Event::Signal(name) => Trigger::Signal(name.clone()),
            Event::Error(code) => Trigger::Error(code.clone()),
            Event::Escalation(code) => Trigger::Escalation(code.clone()),
            Event::Conditional(condition) => Trigger::Condition(self.expression(condition)),
            Event::Timer(timer) => Trigger::Timer(match timer {
                model::Timer::Duration(duration) => When::After(Length::read(duration)),
                model::Timer::Date(text) => When::At(self.expression(text)),
                model::Timer::Cycle { every, times } => When::Every { length: Length::read(every), times: *times },
            }),
        }
    }

    fn throw(&self, node: &FlowNode, event: &Event) -> Throw {
        match event {
            Event::None | Event::Timer(_) | Event::Conditional(_) => Throw::None,
            Event::Message(name) => Throw::Message(name.clone()),
            Event::Signal(name) => Throw::Signal(name.clone()),
            Event::Error(code) => Throw::Error(code.clone()),
            Event::Escalation(code) => Throw::Escalation(code.clone()),
            Event::Link(name) => Throw::Link(self.link_target(node, name)),
            Event::Terminate => Throw::Terminate,
        }
    }

    fn link_target(&self, from: &FlowNode, name: &str) -> Option<NodeIx> {
        let mut beside = self.document.children(from.process, from.parent);
        let target = beside.find(|node| matches!(&node.kind, NodeKind::CatchEvent(Event::Link(link)) if link == name))?;
        self.places.get(&target.id).copied()
    }

    fn repetition(&self, node: &FlowNode) -> Repetition {
        match &node.repetition {
            _ if !node.kind.is_activity() => Repetition::Once,
            model::Repetition::Once => Repetition::Once,
            model::Repetition::Loop { condition, tests_before, maximum } => {
                Repetition::Loop { condition: self.expression(condition), tests_before: *tests_before, maximum: *maximum }
            }
            model::Repetition::MultiInstance { is_sequential, collection, element, completion_condition } => Repetition::Each {
                is_sequential: *is_sequential,
                collection: self.expression(collection),
                element: Arc::from(element.as_str()),
                completion: (!completion_condition.trim().is_empty()).then(|| self.expression(completion_condition)),
            },
        }
    }

    fn write(&self, assignment: &model::Assignment) -> Write {
        Write { target: Path::read(&assignment.target), value: self.expression(&assignment.value) }
    }

    /// Nodes at the ends of a message flow; the pool's process stands for none.
    pub fn message_ends(&self) -> impl Iterator<Item = (NodeIx, NodeIx)> {
        let place = |subject: Subject| subject.node().and_then(|node| self.places.get(&node)).copied();
        self.document.message_flows.values().filter_map(move |flow| Some((place(flow.from)?, place(flow.to)?)))
    }
}
