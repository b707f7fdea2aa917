//! Commands made of others: aligning, distributing, cutting and doubling.

use super::rules::{self, connection};
use super::{Command, CommandName, FlowCommand, Fragment, Refusal, copy};
use crate::layout::align::{Alignment, Distribution, aligned, distributed};
use crate::model::{Bounds, Document, NodeId, Point, Subject, Vector};
use std::collections::BTreeSet;

/// Aligns shapes by the outermost of them, or by the middle of all. `None` if there are fewer than two
/// that can be moved.
pub fn align(document: &Document, subjects: &[Subject], alignment: Alignment) -> Option<Command> {
    let shapes = movable(document, subjects);
    (shapes.len() > 1).then(|| moves(CommandName::Align, aligned(&shapes, alignment)))
}

/// Makes the gaps between shapes equal; the outermost two stay. `None` if there are fewer than three
/// that can be moved.
pub fn distribute(document: &Document, subjects: &[Subject], distribution: Distribution) -> Option<Command> {
    let shapes = movable(document, subjects);
    (shapes.len() > 2).then(|| moves(CommandName::Distribute, distributed(&shapes, distribution)))
}

/// Whether a connection may lead from one element to another. Asks only the rules, which is cheaper than trying the command.
pub fn may_connect(document: &Document, from: Subject, to: Subject) -> Result<(), Refusal> {
    connection(document, from, to, None).map(drop)
}

/// Whether the rules allow a command. Cheaper than trying it; what follows from it may still be refused.
///
/// # Errors
/// The reason why not.
pub fn may(document: &Document, command: &Command) -> Result<(), Refusal> {
    rules::may(document, command)
}

/// Nodes and artifacts with their places; boundary events follow their activities, and what is in a sub-process follows
/// that.
fn movable(document: &Document, subjects: &[Subject]) -> Vec<(Subject, Bounds)> {
    let chosen: BTreeSet<Subject> = subjects.iter().copied().collect();
    let follows = |parent: Option<NodeId>| {
        let mut left = document.nodes.len();
        let mut next = parent;
        while let Some(id) = next.filter(|_| left > 0) {
            if chosen.contains(&Subject::Node(id)) {
                return true;
            }
            next = document.nodes.get(id).and_then(|node| node.parent);
            left -= 1;
        }
        false
    };
    let is_movable = |subject: &&Subject| match subject {
        Subject::Node(node) => document.nodes.get(*node).is_some_and(|node| node.kind.host().is_none() && !follows(node.parent)),
        Subject::Artifact(artifact) => document.artifacts.get(*artifact).is_some_and(|artifact| !follows(artifact.parent)),
        _ => false,
    };
    let place = |subject: Subject| document.diagram.shapes.get(subject).map(|shape| (subject, shape.bounds));
    subjects.iter().filter(is_movable).filter_map(|subject| place(*subject)).collect()
}

fn moves(name: CommandName, ways: Vec<(Subject, Vector)>) -> Command {
    let commands = ways.into_iter().map(|(subject, by)| Command::Flow(FlowCommand::Move { subjects: vec![subject], by })).collect();
    Command::Batch { name, commands }
}

/// What cutting takes along, and the command that takes it out.
pub fn cut(document: &Document, subjects: &[Subject]) -> (Fragment, Command) {
    let commands = vec![Command::Remove(subjects.to_vec())];
    (copy(document, subjects), Command::Batch { name: CommandName::Cut, commands })
}

/// A copy of the elements beside them, moved by `by`. `None` if nothing among them can be copied.
pub fn duplicate(document: &Document, subjects: &[Subject], by: Vector) -> Option<Command> {
    let fragment = copy(document, subjects);
    let corner: Point = fragment.bounds()?.corner().moved(by);
    let process = fragment.process()?;
    let plane = subjects.first().and_then(|subject| document.plane_of(*subject));
    let paste = FlowCommand::Paste { fragment, process, at: corner }.on(plane);
    Some(Command::Batch { name: CommandName::Duplicate, commands: vec![Command::Flow(paste)] })
}
