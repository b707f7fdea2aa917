//! Test cases: what is entered step by step, and what must come out.

use super::{Assignment, DocumentTemplateId, FlowId, NodeId, ProcessId, RoleId, Subject, TestCaseId};

/// A played case that is kept as a test.
#[derive(Clone, Debug, PartialEq)]
pub struct TestCase {
    /// Identity.
    pub id: TestCaseId,
    /// Name that people read, unique among test cases: "Zweithund wird höher besteuert".
    pub name: String,
    /// What it is to show.
    pub description: String,
    /// The process that is run.
    pub process: ProcessId,
    /// Date and time at which the case begins, ISO 8601 local: `2026-03-02T09:00:00`.
    pub begins_at: String,
    /// What happens, in order.
    pub steps: Vec<TestStep>,
    /// What must come out.
    pub expectations: Vec<Expectation>,
}

/// Something that happens in a case. Where several wait at a node, `nth` says which is meant: counted by age from 0, the oldest.
#[derive(Clone, Debug, PartialEq)]
pub enum TestStep {
    /// The case begins at a start event.
    Start {
        /// The start event.
        node: NodeId,
        /// What was entered there: paths with FEEL values.
        entries: Vec<Assignment>,
    },
    /// A person finishes a step.
    Complete {
        /// The step.
        node: NodeId,
        /// Which of those that wait there.
        nth: u32,
        /// What was entered: paths with FEEL values.
        entries: Vec<Assignment>,
    },
    /// A base service answers otherwise than its usual double.
    Answer {
        /// The step that waits for it.
        node: NodeId,
        /// Which of those that wait there.
        nth: u32,
        /// What it answers.
        entries: Vec<Assignment>,
    },
    /// A base service fails.
    Fail {
        /// The step that waits for it.
        node: NodeId,
        /// Which of those that wait there.
        nth: u32,
        /// Error code, for the boundary event that catches it.
        error: String,
    },
    /// A waiting event happens: a message, a signal or a condition.
    Trigger {
        /// The event or receive task.
        node: NodeId,
        /// Which of those that wait there.
        nth: u32,
        /// What the message brings.
        entries: Vec<Assignment>,
    },
    /// Time passes; timers that become due happen.
    Wait {
        /// ISO 8601 duration.
        duration: String,
    },
    /// The base service of a step never answers by itself, in the whole case.
    Silent {
        /// The step.
        node: NodeId,
    },
    /// At a gateway or step a way is taken whatever the data say: by what is stuck there, else by the next that comes.
    Choose {
        /// The gateway or step.
        node: NodeId,
        /// The way.
        flow: FlowId,
    },
}

/// Something that must be true when all steps have happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Expectation {
    /// This end event was reached.
    Ended(NodeId),
    /// This node was visited.
    Visited(NodeId),
    /// This node was not visited.
    NotVisited(NodeId),
    /// This node was visited so often.
    VisitedTimes {
        /// The node.
        node: NodeId,
        /// How often in all.
        times: u32,
    },
    /// This step was visited, and this role had to do it.
    DoneBy {
        /// The step.
        node: NodeId,
        /// Who.
        role: RoleId,
    },
    /// A FEEL condition over the case's data holds.
    Holds(String),
    /// This letter was written.
    Wrote(DocumentTemplateId),
}

impl TestStep {
    /// The elements that it speaks of.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> {
        let (node, flow) = match self {
            Self::Start { node, .. }
            | Self::Complete { node, .. }
            | Self::Answer { node, .. }
            | Self::Fail { node, .. }
            | Self::Trigger { node, .. }
            | Self::Silent { node } => (Some(*node), None),
            Self::Choose { node, flow } => (Some(*node), Some(*flow)),
            Self::Wait { .. } => (None, None),
        };
        node.map(Subject::Node).into_iter().chain(flow.map(Subject::Flow))
    }

    /// What is entered or answered.
    pub fn entries(&self) -> &[Assignment] {
        match self {
            Self::Start { entries, .. } | Self::Complete { entries, .. } | Self::Answer { entries, .. } | Self::Trigger { entries, .. } => {
                entries
            }
            Self::Fail { .. } | Self::Wait { .. } | Self::Silent { .. } | Self::Choose { .. } => &[],
        }
    }

    /// What is entered or answered, for writing.
    pub fn entries_mut(&mut self) -> &mut [Assignment] {
        match self {
            Self::Start { entries, .. } | Self::Complete { entries, .. } | Self::Answer { entries, .. } | Self::Trigger { entries, .. } => {
                entries
            }
            Self::Fail { .. } | Self::Wait { .. } | Self::Silent { .. } | Self::Choose { .. } => &mut [],
        }
    }
}

impl Expectation {
    /// The elements that it speaks of.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> {
        let (first, second) = match self {
            Self::Ended(node) | Self::Visited(node) | Self::NotVisited(node) | Self::VisitedTimes { node, .. } => {
                (Some(Subject::Node(*node)), None)
            }
            Self::DoneBy { node, role } => (Some(Subject::Node(*node)), Some(Subject::Role(*role))),
            Self::Wrote(letter) => (Some(Subject::DocumentTemplate(*letter)), None),
            Self::Holds(_) => (None, None),
        };
        first.into_iter().chain(second)
    }
}
