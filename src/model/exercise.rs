//! Exercises: what a learner is to do with a procedure, what is prepared for it, and how one sees that it is done.

use super::{DecisionTableId, Duration, ExerciseId, Expectation, FlowId, NodeId, Subject, TestCaseId};

/// A task that a trainer sets. The learner works on a copy of the document into which the prepared mistakes are put.
#[derive(Clone, Debug, PartialEq)]
pub struct Exercise {
    /// Identity.
    pub id: ExerciseId,
    /// Name that people read.
    pub name: String,
    /// What is to be done, Markdown.
    pub task: String,
    /// What the learner does not see.
    pub hides: Vec<Hidden>,
    /// What is to be reached, in the order in which it is shown.
    pub goals: Vec<Goal>,
}

/// Something that the window keeps from the learner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hidden {
    /// What the checks find.
    Problems,
    /// The test cases of the document.
    TestCases,
    /// What happened in a play, and why.
    Journal,
}

impl Hidden {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Problems, Self::TestCases, Self::Journal];
}

/// Something that is to be reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// What the learner reads.
    pub text: String,
    /// How one sees that it is reached.
    pub reached_when: Reached,
    /// Help, from a gentle hint to the solution; shown one by one.
    pub hints: Vec<String>,
}

/// How one sees that a goal is reached.
#[derive(Clone, Debug, PartialEq)]
pub enum Reached {
    /// This is true of a play that has come to its end.
    Played(Expectation),
    /// This test case of the trainer's document passes on the learner's.
    Passes(TestCaseId),
    /// This mistake, which is put into the learner's copy, is mended: the place is as in the trainer's document.
    Mended(Mistake),
    /// This was done in the studio.
    Done(Deed),
}

/// A prepared mistake.
#[derive(Clone, Debug, PartialEq)]
pub enum Mistake {
    /// A way has another condition.
    Condition {
        /// The way.
        flow: FlowId,
        /// Its wrong condition, FEEL.
        condition: String,
    },
    /// A step is due at another time, or has no due time.
    Due {
        /// The step.
        node: NodeId,
        /// Its wrong due time.
        due: Option<Duration>,
    },
    /// A row of a decision table has another result.
    Result {
        /// The table.
        table: DecisionTableId,
        /// The row, from 0.
        rule: u32,
        /// The column among the results, from 0.
        output: u32,
        /// The wrong result, FEEL.
        result: String,
    },
    /// A boundary event is missing, with the way that leads from it.
    Missing(NodeId),
}

/// Something that one does in the studio, whatever the document says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// A step was added.
    StepAdded,
    /// All steps have a name, one of them new.
    StepNamed,
    /// There is an end that a way leads to, and there was none, or one more.
    EndConnected,
    /// A case was played to its end.
    Played,
    /// The document was saved.
    Saved,
}

impl Deed {
    /// All of them, in the order of the work.
    pub const ALL: [Self; 5] = [Self::StepAdded, Self::StepNamed, Self::EndConnected, Self::Played, Self::Saved];
}

impl Mistake {
    /// Where it is put in.
    pub fn subject(&self) -> Subject {
        match self {
            Self::Condition { flow, .. } => Subject::Flow(*flow),
            Self::Due { node, .. } | Self::Missing(node) => Subject::Node(*node),
            Self::Result { table, .. } => Subject::DecisionTable(*table),
        }
    }
}

impl Goal {
    /// The elements that it speaks of.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> {
        let (several, one) = match &self.reached_when {
            Reached::Played(expectation) => (Some(expectation.subjects()), None),
            Reached::Passes(case) => (None, Some(Subject::TestCase(*case))),
            Reached::Mended(mistake) => (None, Some(mistake.subject())),
            Reached::Done(_) => (None, None),
        };
        several.into_iter().flatten().chain(one)
    }
}
