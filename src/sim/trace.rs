//! What happened, event by event, with the reasons.

use super::data::WriteFault;
use super::feel::Broken;
use crate::expr::Value;
use crate::model::{DecisionTableId, DocumentTemplateId, FlowId, NodeId, ProcessId};
use jiff::civil::DateTime;
use std::sync::Arc;

/// Something that happened in a case.
#[derive(Clone, Debug, PartialEq)]
pub struct TraceEvent {
    /// When, on the simulated clock.
    pub at: DateTime,
    /// What.
    pub what: Happening,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// A process began at a start event, or at several at once.
    ProcessBegan(ProcessId),
    /// A process has no more to do.
    ProcessEnded(ProcessId),
    /// All processes of the case have ended.
    CaseEnded,
    /// A token entered a node.
    Entered(NodeId),
    /// A token left a node.
    Left(NodeId),
    /// An activity, waiting event or gateway was stopped before it was done.
    Cancelled(NodeId),
    /// One more run of a repeated step began.
    RunBegan {
        /// The step.
        node: NodeId,
        /// Which run, from 1.
        number: usize,
    },
    /// A run of a repeated step is done.
    RunEnded(NodeId),
    /// A flow was taken.
    FlowTaken {
        /// The flow.
        flow: FlowId,
        /// Why this one.
        why: Why,
    },
    /// A value was written.
    ValueSet {
        /// Path of the field.
        path: String,
        /// What stood there.
        old: Value,
        /// What stands there now.
        new: Value,
        /// The step or event that wrote it.
        by: NodeId,
    },
    /// A script was to write a code that it did not name itself and that is not in the field's list: the field is empty now.
    LeftEmpty {
        /// Path of the field.
        path: String,
        /// The code.
        code: String,
        /// The step that was to write it.
        by: NodeId,
    },
    /// A decision table decided.
    Decided {
        /// The step.
        node: NodeId,
        /// The table.
        table: DecisionTableId,
        /// Rows that count, from 0; empty if none matched.
        rules: Vec<usize>,
    },
    /// A message was sent.
    MessageSent {
        /// By which node.
        node: NodeId,
        /// Its name.
        message: String,
        /// The node that received it at once, if any.
        to: Option<NodeId>,
    },
    /// A signal was sent to all who listen.
    SignalSent {
        /// By which node.
        node: NodeId,
        /// Its name.
        signal: String,
    },
    /// A letter was written.
    LetterWritten {
        /// The step that wrote it.
        node: NodeId,
        /// The template.
        template: DocumentTemplateId,
        /// The letter.
        letter: super::letter::Letter,
    },
    /// A timer runs.
    TimerArmed {
        /// The event that waits for it.
        node: NodeId,
        /// When it is due.
        at: DateTime,
    },
    /// A timer could not be armed; the event never happens.
    TimerUnknown {
        /// The event.
        node: NodeId,
        /// Why.
        reason: StuckReason,
    },
    /// An event happened: a timer came due, a message arrived, a condition became true …
    EventHappened(NodeId),
    /// An error was thrown.
    ErrorThrown {
        /// By which node.
        node: NodeId,
        /// Its code.
        code: String,
    },
    /// An error was caught.
    ErrorCaught {
        /// By which event.
        node: NodeId,
        /// Its code.
        code: String,
    },
    /// Nobody caught an error that an end event threw: all that its process still did was stopped.
    ErrorUncaught {
        /// Its code.
        code: String,
    },
    /// Something was escalated.
    EscalationThrown {
        /// By which node.
        node: NodeId,
        /// Its code.
        code: String,
        /// The event that caught it, if any.
        caught_by: Option<NodeId>,
    },
    /// A terminate event stopped everything around it.
    Terminated(NodeId),
    /// The clock moved.
    TimePassed {
        /// Where it stood.
        from: DateTime,
    },
    /// A token cannot go on.
    Stuck {
        /// Where it stands.
        node: NodeId,
        /// Why.
        reason: StuckReason,
    },
}

/// Why a flow was taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// There is no other way.
    OnlyWay,
    /// All ways are taken.
    Parallel,
    /// Its condition holds.
    Condition {
        /// The condition as typed.
        text: Arc<str>,
        /// The data that it looks at, with their values then.
        used: Vec<(Arc<str>, Value)>,
    },
    /// No other condition holds.
    Default,
    /// Its event happened first.
    FirstEvent,
    /// Chosen by hand, against the data.
    ByHand,
}

/// Why a token cannot go on.
#[derive(Clone, Debug, PartialEq)]
pub enum StuckReason {
    /// No condition holds and no way is the default.
    NoWayOut {
        /// The data that the conditions look at, with their values.
        used: Vec<(Arc<str>, Value)>,
    },
    /// A condition can't be decided, or an expression can't be read.
    Expression(Broken),
    /// A value cannot be written.
    Write(WriteFault),
    /// A repeated step's list is neither list nor number.
    NotAList {
        /// The expression.
        text: Arc<str>,
        /// What it came to.
        value: Value,
    },
    /// A repeated step would run more often than [`MOST_RUNS`](super::MOST_RUNS).
    TooManyRuns(usize),
    /// Several rows of a table with hit policy "unique" match.
    SeveralRules(Vec<usize>),
    /// Matching rows of a table with hit policy "any" differ in their results.
    DifferingRules(Vec<usize>),
    /// A called process is missing.
    CallsNothing,
    /// A called process or sub-process has nowhere to begin.
    NoBeginning,
    /// Processes call each other deeper than [`DEEPEST_CALL`](super::DEEPEST_CALL).
    CallsTooDeep,
    /// Nobody catches the error of a base service.
    ErrorUncaught(String),
    /// There is no catching link event of this name.
    NoLinkTarget,
    /// The duration or date of a timer can't be read or computed.
    NoTime(String),
    /// After [`MOST_MOVES`](super::MOST_MOVES) nodes without a person, service or event, these are still going round.
    RunsInCircle(Vec<NodeId>),
    /// A joining gateway waits for tokens that cannot come.
    WaitsForever,
}
