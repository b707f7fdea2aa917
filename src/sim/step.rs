//! What can be done in a case, and doing it: offers, steps, refusals.

use super::data::WriteFault;
use super::state::{Owner, TokenId};
use super::trace::StuckReason;
use crate::model::{Assignment, FlowId, FormId, NodeId, RoleId};
use jiff::civil::DateTime;
use std::sync::Arc;

/// A node at which something can be done; of several tokens there, one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The node.
    pub node: NodeId,
    /// Which of several; `None` is the oldest.
    pub owner: Option<Owner>,
}

impl From<NodeId> for Spot {
    fn from(node: NodeId) -> Self {
        Self { node, owner: None }
    }
}

/// Something that can be done now.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// The case can begin here.
    Start {
        /// A start event, or a first step of a process that has none.
        node: NodeId,
    },
    /// A person can finish a step.
    Task {
        /// The step.
        at: Spot,
        /// Who does it.
        role: Option<RoleId>,
        /// The form to fill in.
        form: Option<FormId>,
        /// By when.
        due: Option<DateTime>,
        /// Since when it lies there.
        since: DateTime,
        /// In a repeated step, which run it is, from 1.
        run: Option<usize>,
    },
    /// A base service can answer or fail.
    Service {
        /// The step.
        at: Spot,
        /// Key of the service.
        service: String,
        /// What its double answers when nothing else is said.
        answer: Vec<Assignment>,
        /// Error codes that somebody would catch; empty text stands for every code.
        catches: Vec<String>,
    },
    /// A waiting event can happen.
    Event {
        /// The event or receive task.
        at: Spot,
        /// What it waits for.
        kind: EventKind,
        /// The activity at whose edge it is, or the event-based gateway before it, if any.
        beside: Option<NodeId>,
        /// Nodes of this procedure that would send it; none if it comes from outside.
        senders: Vec<NodeId>,
    },
    /// Time can pass until a timer is due.
    Timer {
        /// The event.
        at: Spot,
        /// When it is due.
        due: DateTime,
        /// The activity at whose edge it is, or the event-based gateway before it, if any.
        beside: Option<NodeId>,
    },
    /// A token is held before a node, because the player wished it.
    Held {
        /// Where.
        at: Spot,
        /// Ways that lead on from there, of which one can be chosen by hand.
        ways: Vec<FlowId>,
    },
    /// A token stands and cannot go on; a way can be chosen by hand.
    Stuck {
        /// Where.
        at: Spot,
        /// Why.
        reason: Arc<StuckReason>,
        /// Ways that can be chosen.
        ways: Vec<FlowId>,
    },
}

/// What an event waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// A message of this name.
    Message(String),
    /// A signal of this name.
    Signal(String),
    /// A condition, as typed.
    Condition(String),
    /// An error of this code; empty for every error.
    Error(String),
    /// An escalation of this code; empty for every one.
    Escalation(String),
}

/// Something that is done in a case. Entries are paths with FEEL values; they are written before the token goes on.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The case begins.
    Start {
        /// A start event, or a first step of a process that has none.
        node: NodeId,
        /// What was entered there.
        entries: Vec<Assignment>,
    },
    /// A person finishes a step.
    Complete {
        /// The step.
        at: Spot,
        /// What was entered.
        entries: Vec<Assignment>,
    },
    /// A base service answers.
    Answer {
        /// The step that waits for it.
        at: Spot,
        /// What it answers; `None` for the usual answer of its double.
        entries: Option<Vec<Assignment>>,
    },
    /// A base service fails.
    Fail {
        /// The step that waits for it.
        at: Spot,
        /// Error code.
        error: String,
    },
    /// A waiting event happens, a timer even before its time.
    Trigger {
        /// The event or receive task.
        at: Spot,
        /// What it brings.
        entries: Vec<Assignment>,
    },
    /// Time passes; timers that become due happen on the way.
    Wait {
        /// ISO 8601 duration.
        duration: String,
    },
    /// Time passes until the next timer or task is due.
    WaitForDeadline,
    /// At a gateway or step, a way is taken whatever the data say: by the token stuck there, else by the next that comes. Chosen
    /// beforehand, several ways are taken together, but at an exclusive gateway the last.
    Choose {
        /// The gateway or step.
        node: NodeId,
        /// The way.
        flow: FlowId,
    },
    /// A token that is held goes on.
    Release {
        /// Where it is held.
        at: Spot,
    },
}

/// Why a step cannot be done. The case stays as it was.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum StepRefusal {
    /// The document has no such node, or it lies in a process that takes no part.
    #[error("the node takes no part in this case")]
    UnknownNode(NodeId),
    /// The process has already begun, or it does not begin here.
    #[error("the case cannot begin here")]
    CannotStart(NodeId),
    /// Nothing waits there for this kind of step.
    #[error("nothing waits there")]
    NotWaiting {
        /// Where.
        node: NodeId,
        /// Nodes where something waits now.
        waiting: Vec<NodeId>,
    },
    /// An entry cannot be written.
    #[error("{target}: {fault}")]
    Entry {
        /// The path as given.
        target: String,
        /// Why.
        fault: WriteFault,
    },
    /// The duration is no ISO 8601 duration, or leads beyond the calendar.
    #[error("{0:?} is no duration")]
    Duration(String),
    /// Nothing will become due.
    #[error("nothing will become due")]
    NoDeadline,
    /// The flow does not leave that node.
    #[error("the flow does not leave that node")]
    ForeignFlow {
        /// The node.
        node: NodeId,
        /// The flow.
        flow: FlowId,
    },
}

impl Step {
    /// The same step for the oldest of several that wait at its node.
    pub(super) fn at_oldest(&self) -> Self {
        let mut step = self.clone();
        match &mut step {
            Self::Complete { at, .. }
            | Self::Answer { at, .. }
            | Self::Fail { at, .. }
            | Self::Trigger { at, .. }
            | Self::Release { at } => {
                at.owner = None;
            }
            Self::Start { .. } | Self::Wait { .. } | Self::WaitForDeadline | Self::Choose { .. } => {}
        }
        step
    }
}

impl Spot {
    pub(super) fn token(node: NodeId, token: TokenId) -> Self {
        Self { node, owner: Some(Owner::Token(token)) }
    }
}
