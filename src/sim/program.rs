//! The compiled procedure: nodes and flows in flat arrays, every expression parsed once.

use super::calendar::{Calendar, Length};
use super::decision::Table;
use super::feel::Expression;
use super::path::Path;
use super::schema::Schema;
use crate::expr::Names;
use crate::model::{Assignment, DocumentTemplate, FlowId, FormId, NodeId, ProcessId, RoleId};
use std::collections::BTreeMap;
use std::sync::Arc;

macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(super) struct $name(pub u32);

        impl $name {
            pub fn at(place: usize) -> Self {
                Self(u32::try_from(place).unwrap_or(u32::MAX))
            }

            pub const fn place(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

indices! {
    /// Place of a node in its program.
    NodeIx
    /// Place of a sequence flow in its program.
    FlowIx
    /// Place of a level in its program.
    LevelIx
}

/// A procedure made ready to be played: compiled once from a document, never changed. It holds what the engine needs of
/// the document, so that editing the document meanwhile does not touch a running case.
#[derive(Debug)]
pub struct Program {
    pub(super) nodes: Vec<Node>,
    pub(super) flows: Vec<Flow>,
    pub(super) levels: Vec<Level>,
    /// Where a node of the document stands here.
    pub(super) places: BTreeMap<NodeId, NodeIx>,
    /// Where a flow of the document stands here.
    pub(super) flow_places: BTreeMap<FlowId, FlowIx>,
    /// The process that is played, then those that exchange messages with it.
    pub(super) participants: Vec<LevelIx>,
    pub(super) letters: BTreeMap<crate::model::DocumentTemplateId, DocumentTemplate>,
    pub(super) settings: Vec<(Arc<str>, Expression)>,
    pub(super) schema: Schema,
    pub(super) calendar: Calendar,
    /// Names of several words, for reading what is entered.
    pub(super) names: Names,
}

/// A flow node.
#[derive(Debug)]
pub(super) struct Node {
    pub id: NodeId,
    pub level: LevelIx,
    pub kind: Kind,
    pub repetition: Repetition,
    /// In the order of creation.
    pub outgoing: Vec<FlowIx>,
    pub incoming: Vec<FlowIx>,
    /// Events at its edge.
    pub boundary: Vec<NodeIx>,
    /// Nodes that a message thrown here may reach.
    pub receivers: Vec<NodeIx>,
    /// Nodes whose message may reach this one.
    pub senders: Vec<NodeIx>,
    pub role: Option<RoleId>,
    pub form: Option<FormId>,
    pub due: Option<Length>,
    pub letters: Vec<crate::model::DocumentTemplateId>,
}

/// A sequence flow.
#[derive(Debug)]
pub(super) struct Flow {
    pub id: FlowId,
    pub from: NodeIx,
    pub to: NodeIx,
    pub condition: Option<Expression>,
    pub is_default: bool,
}

/// The content of a process or sub-process.
#[derive(Debug)]
pub(super) struct Level {
    pub process: ProcessId,
    /// Where the flow begins when nothing else is said: start events without trigger, or the nodes that nothing leads to.
    pub begins: Vec<NodeIx>,
    /// All its start events.
    pub starts: Vec<NodeIx>,
    /// Start events of its event sub-processes, with the level inside them.
    pub event_starts: Vec<(NodeIx, LevelIx)>,
}

/// What a node does.
#[derive(Debug)]
pub(super) enum Kind {
    Start {
        trigger: Trigger,
        is_interrupting: bool,
    },
    End(Throw),
    Throw(Throw),
    Catch(Trigger),
    Boundary {
        trigger: Trigger,
        is_interrupting: bool,
    },
    /// Goes on by itself: a step that has nothing to wait for.
    Pass,
    /// A person works.
    Person,
    /// A base service works.
    Service {
        key: String,
        answer: Vec<Assignment>,
    },
    Script(Vec<Write>),
    Decision(Box<Table>),
    Send(String),
    Receive(Trigger),
    Call(Option<LevelIx>),
    Sub(LevelIx),
    Exclusive,
    /// For each incoming flow the nodes from which it can be reached without passing the gateway itself.
    Inclusive(Vec<Reach>),
    Parallel,
    Race,
}

/// What a node throws.
#[derive(Debug)]
pub(super) enum Throw {
    None,
    Message(String),
    Signal(String),
    Error(String),
    Escalation(String),
    /// Jump to the catching link event.
    Link(Option<NodeIx>),
    Terminate,
}

/// What a node waits for.
#[derive(Debug)]
pub(super) enum Trigger {
    /// Nothing: goes on at once.
    None,
    Message(String),
    Signal(String),
    Error(String),
    Escalation(String),
    Condition(Expression),
    Timer(When),
}

/// When a timer happens.
#[derive(Debug)]
pub(super) enum When {
    After(Length),
    At(Expression),
    Every { length: Length, times: Option<u32> },
}

/// Whether an activity is done several times.
#[derive(Debug)]
pub(super) enum Repetition {
    Once,
    Loop { condition: Expression, tests_before: bool, maximum: Option<u32> },
    Each { is_sequential: bool, collection: Expression, element: Arc<str>, completion: Option<Expression> },
}

/// A value to write.
#[derive(Debug)]
pub(super) struct Write {
    pub target: Result<Path, super::path::PathError>,
    pub value: Expression,
}

/// A set of nodes of one level, as bits.
#[derive(Clone, Debug, Default)]
pub(super) struct Reach(pub Vec<u64>);

impl Reach {
    pub fn has(&self, node: NodeIx) -> bool {
        self.0.get(node.place() / 64).is_some_and(|word| word & (1 << (node.place() % 64)) != 0)
    }

    /// Adds a node; tells whether it was missing.
    pub fn insert(&mut self, node: NodeIx) -> bool {
        let word = node.place() / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        let missing = !self.has(node);
        self.0[word] |= 1 << (node.place() % 64);
        missing
    }
}

impl Program {
    pub(super) fn node(&self, node: NodeIx) -> &Node {
        &self.nodes[node.place()]
    }

    pub(super) fn flow(&self, flow: FlowIx) -> &Flow {
        &self.flows[flow.place()]
    }

    pub(super) fn level(&self, level: LevelIx) -> &Level {
        &self.levels[level.place()]
    }

    /// The schema of the case's data.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// When the authority works, as the main process says.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Whether a node is an end event.
    pub(super) fn is_end(&self, node: NodeId) -> bool {
        self.places.get(&node).is_some_and(|place| matches!(self.node(*place).kind, Kind::End(_)))
    }

    /// Whether a node stands in the process that is played, and not in one that only exchanges messages with it.
    pub(super) fn is_of_played(&self, node: NodeId) -> bool {
        let level = self.places.get(&node).map(|place| self.level(self.node(*place).level));
        level.is_some_and(|level| level.process == self.process())
    }

    /// Who has to do a step.
    pub fn role_at(&self, node: NodeId) -> Option<RoleId> {
        self.node(*self.places.get(&node)?).role
    }

    /// The process that is played.
    pub fn process(&self) -> ProcessId {
        self.participants.first().map_or(ProcessId(0), |level| self.level(*level).process)
    }
}

impl Kind {
    /// Whether it is a task, sub-process or call.
    pub fn is_activity(&self) -> bool {
        !matches!(
            self,
            Self::Start { .. }
                | Self::End(_)
                | Self::Throw(_)
                | Self::Catch(_)
                | Self::Boundary { .. }
                | Self::Exclusive
                | Self::Inclusive(_)
                | Self::Parallel
                | Self::Race
        )
    }
}

impl Node {
    /// What it waits for, if it is an event or receive task.
    pub fn trigger(&self) -> Option<&Trigger> {
        match &self.kind {
            Kind::Start { trigger, .. } | Kind::Catch(trigger) | Kind::Boundary { trigger, .. } | Kind::Receive(trigger) => Some(trigger),
            _ => None,
        }
    }

    /// Whether it stops what it stands at when it happens.
    pub fn is_interrupting(&self) -> bool {
        matches!(self.kind, Kind::Start { is_interrupting: true, .. } | Kind::Boundary { is_interrupting: true, .. })
    }

    /// Whether it happens only when something is thrown inside: an error or escalation.
    pub fn is_thrown_only(&self) -> bool {
        matches!(self.trigger(), Some(Trigger::Error(_) | Trigger::Escalation(_)))
    }

    /// The name of the message that it throws.
    pub fn message(&self) -> Option<&str> {
        match &self.kind {
            Kind::Send(name) | Kind::End(Throw::Message(name)) | Kind::Throw(Throw::Message(name)) => Some(name),
            _ => None,
        }
    }
}
