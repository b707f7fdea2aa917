//! Proves that a procedure cannot get stuck, or shows how it does.
//!
//! What the words mean: a *marking* counts the tokens on the sequence flows; the *initial* one is a token at the beginning of a case;
//! the flow is *completed* when no token is left. *Bounded*: no flow can collect more and more tokens. *Safe*: never two on one flow.
//! *Option to complete*: from every marking that can be come to, the flow can still be completed. *Proper completion*: no end event is
//! reached twice in one run. *No dead activities*: every activity is executed in some run. *Sound*: bounded and all three.
//!
//! Choices are free here, whatever the conditions say: of the ways out of an exclusive gateway one is taken, of an inclusive one any
//! but none, a way marked as default alone. Messages, signals and timers that are waited for can always come; a step can fail where an
//! event at its edge catches errors. A repeated step is looked at as done once, and an event that does not interrupt happens
//! at most once while its step runs. Inclusive joins wait as the engine makes them wait. A case begins at one of its start events.
//!
//! A process with sub-processes and calls is proved level by level: each level is a flow of its own ([`graph`]), seen from
//! outside as a step that may be completed, may fail, or both ([`compose`]). A level becomes a net ([`net`]), which is made smaller
//! without changing the verdict ([`reduce`]); what is left is searched ([`search`]). Where it is not too large, the level as
//! drawn is searched, too, for the shortest way to each fault ([`explain`]). The work is limited by counting, not by the clock;
//! what is not known then is said to be not decided.
//!
//! In an unbounded process the option to complete counts as missing, and ends reached twice count if that happens before three
//! tokens stand on one flow; which of its activities are dead is not said.

mod compose;
mod explain;
mod graph;
mod net;
mod queue;
mod recipe;
mod reduce;
mod replay;
mod search;
mod space;
#[cfg(test)]
pub(in crate::sim) mod tests;

use crate::model::{Document, FlowId, NodeId, ProcessId, Subject};

/// What is known of a process. `None` stands for "not decided".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Of which process.
    pub process: ProcessId,
    /// Whether it can be completed from wherever it comes to.
    pub option_to_complete: Option<bool>,
    /// Whether no end event is reached twice in one run.
    pub proper_completion: Option<bool>,
    /// Whether no flow can collect more and more tokens.
    pub bounded: Option<bool>,
    /// Whether never two tokens stand on one flow.
    pub safe: Option<bool>,
    /// Activities that no run executes, in the order of creation; `None` if not decided.
    pub dead: Option<Vec<NodeId>>,
    /// What is wrong, the gravest first; at most a few of each kind.
    pub faults: Vec<Fault>,
    /// Why something is not decided.
    pub undecided: Option<Undecided>,
}

/// Something wrong with a flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What.
    pub kind: FaultKind,
    /// The node at which it shows: the join that waits in vain, the end reached twice, the dead activity, where tokens pile up.
    pub at: NodeId,
    /// The node that causes it, as far as it can be named: the choice or fork from which it goes wrong.
    pub cause: Option<NodeId>,
    /// Where tokens of one fork come together without being joined, if that is the fault.
    pub meets: Option<NodeId>,
    /// More nodes and flows where tokens stand then.
    pub involved: Vec<Subject>,
    /// A run that shows it.
    pub counterexample: Option<Counterexample>,
}

/// Kinds of faults, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultKind {
    /// Tokens stand where none can go on.
    Deadlock,
    /// It goes round without ever coming to an end.
    Livelock,
    /// Tokens pile up without limit.
    Unbounded,
    /// An end event is reached twice.
    EndTwice,
    /// An activity is never executed.
    Dead,
    /// Two tokens stand on one flow, though nothing worse comes of it.
    Unsafe,
}

/// A run that shows a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterexample {
    /// The process in which it runs.
    pub process: ProcessId,
    /// The sub-process inside which it runs; `None` is the process itself.
    pub inside: Option<NodeId>,
    /// Which node acts, one after the other.
    pub moves: Vec<Move>,
    /// Where tokens stand then: flows, and activities that run. An entry for each token.
    pub marking: Vec<Subject>,
    /// From which move on it can go round for ever, if the fault is a circle.
    pub repeats_from: Option<usize>,
}

/// A node acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The node.
    pub node: NodeId,
    /// The flows on which it puts a token.
    pub flows: Vec<FlowId>,
}

/// Why a verdict is not complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Undecided {
    /// The process has nowhere to begin.
    NoBeginning,
    /// It calls itself, directly or through others.
    CallsItself,
    /// A node has more conditional ways out than can be combined.
    TooManyWays(NodeId),
    /// There are more markings than could be searched.
    TooLarge,
}

impl Verdict {
    /// Whether every activity is executed in some run.
    pub fn no_dead_activities(&self) -> Option<bool> {
        self.dead.as_ref().map(Vec::is_empty)
    }

    /// Whether it is bounded and has all three properties.
    pub fn sound(&self) -> Option<bool> {
        all([self.bounded, self.option_to_complete, self.proper_completion, self.no_dead_activities()])
    }

    /// Leaves open what is not known to be wrong.
    fn leave_open(&mut self, why: Undecided) {
        for property in [&mut self.option_to_complete, &mut self.proper_completion, &mut self.bounded, &mut self.safe] {
            *property = property.filter(|holds| !holds);
        }
        self.dead = None;
        self.undecided = self.undecided.or(Some(why));
    }

    /// Whether nothing remained open.
    pub fn is_decided(&self) -> bool {
        self.undecided.is_none()
    }
}

/// Proves a process of the document.
pub fn prove(document: &Document, process: ProcessId) -> Verdict {
    compose::Prover::new(document).process(process)
}

/// Proves all processes of the document, in the order of creation.
pub fn prove_all(document: &Document) -> Vec<Verdict> {
    let mut prover = compose::Prover::new(document);
    document.processes.keys().map(|process| prover.process(process)).collect()
}

/// False if one is, unknown if one is, else true.
fn all(truths: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let truths: Vec<Option<bool>> = truths.into_iter().collect();
    if truths.contains(&Some(false)) {
        return Some(false);
    }
    (!truths.contains(&None)).then_some(true)
}
