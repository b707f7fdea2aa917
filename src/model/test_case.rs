//! Test cases: what is entered step by step, and what must come out.

use super::{Assignment, DocumentTemplateId, NodeId, ProcessId, TestCaseId};

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

/// Something that happens in a case.
#[derive(Clone, Debug, PartialEq)]
pub enum TestStep {
    /// The case begins at a start event.
    Start {
        /// The start event.
        node: NodeId,
    },
    /// A person finishes a step.
    Complete {
        /// The step.
        node: NodeId,
        /// What was entered: paths with FEEL values.
        entries: Vec<Assignment>,
    },
    /// A base service answers otherwise than its usual double.
    Answer {
        /// The step that waits for it.
        node: NodeId,
        /// What it answers.
        entries: Vec<Assignment>,
    },
    /// A base service fails.
    Fail {
        /// The step that waits for it.
        node: NodeId,
        /// Error code, for the boundary event that catches it.
        error: String,
    },
    /// A waiting event happens: a message, a signal or a condition.
    Trigger {
        /// The event or receive task.
        node: NodeId,
        /// What the message brings.
        entries: Vec<Assignment>,
    },
    /// Time passes; timers that become due happen.
    Wait {
        /// ISO 8601 duration.
        duration: String,
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
    /// A FEEL condition over the case's data holds.
    Holds(String),
    /// This letter was written.
    Wrote(DocumentTemplateId),
}
