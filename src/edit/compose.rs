//! Commands made of others: aligning, distributing, cutting and doubling.

use super::{Command, CommandName, FlowCommand, Fragment, copy};
use crate::model::{Bounds, Document, Point, Subject, Vector};

/// What shapes are aligned by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// Left edges on a line.
    Left,
    /// Middles one below the other.
    Centre,
    /// Right edges on a line.
    Right,
    /// Upper edges on a line.
    Top,
    /// Middles beside each other.
    Middle,
    /// Lower edges on a line.
    Bottom,
}

/// The direction in which shapes are distributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Horizontal,
    /// From top to bottom.
    Vertical,
}

/// Aligns shapes by the outermost of them (by the middle of all, for middles). `None` if there are fewer
/// than two that can be moved.
pub fn align(document: &Document, subjects: &[Subject], alignment: Alignment) -> Option<Command> {
    let shapes = movable(document, subjects);
    let all = shapes.iter().map(|(_, bounds)| *bounds).reduce(Bounds::union).filter(|_| shapes.len() > 1)?;
    let way = |bounds: Bounds| match alignment {
        Alignment::Left => Vector::new(all.x - bounds.x, 0.0),
        Alignment::Centre => Vector::new(all.centre().x - bounds.centre().x, 0.0),
        Alignment::Right => Vector::new(all.right() - bounds.right(), 0.0),
        Alignment::Top => Vector::new(0.0, all.y - bounds.y),
        Alignment::Middle => Vector::new(0.0, all.centre().y - bounds.centre().y),
        Alignment::Bottom => Vector::new(0.0, all.bottom() - bounds.bottom()),
    };
    Some(moves(CommandName::Align, shapes.iter().map(|(subject, bounds)| (*subject, way(*bounds)))))
}

/// Makes the gaps between shapes equal; the outermost two stay. `None` if there are fewer than three
/// that can be moved.
pub fn distribute(document: &Document, subjects: &[Subject], direction: Direction) -> Option<Command> {
    let mut shapes = movable(document, subjects);
    let start = |bounds: Bounds| if direction == Direction::Horizontal { bounds.x } else { bounds.y };
    let size = |bounds: Bounds| if direction == Direction::Horizontal { bounds.width } else { bounds.height };
    shapes.sort_by(|(_, a), (_, b)| start(*a).total_cmp(&start(*b)));
    let ((_, first), (_, last)) = (shapes.first()?, shapes.last().filter(|_| shapes.len() > 2)?);
    let whole = start(*last) + size(*last) - start(*first);
    let taken: f64 = shapes.iter().map(|(_, bounds)| size(*bounds)).sum();
    let gap = (whole - taken) / (shapes.len() - 1) as f64;
    let mut at = start(*first);
    let ways = shapes.iter().map(|(subject, bounds)| {
        let by = at - start(*bounds);
        at += size(*bounds) + gap;
        (*subject, if direction == Direction::Horizontal { Vector::new(by, 0.0) } else { Vector::new(0.0, by) })
    });
    Some(moves(CommandName::Distribute, ways.collect::<Vec<_>>()))
}

/// Nodes and artifacts with their places; boundary events follow their activities.
fn movable(document: &Document, subjects: &[Subject]) -> Vec<(Subject, Bounds)> {
    let is_movable = |subject: &&Subject| match subject {
        Subject::Node(node) => document.nodes.get(*node).is_some_and(|node| node.kind.host().is_none()),
        Subject::Artifact(_) => true,
        _ => false,
    };
    let place = |subject: Subject| document.diagram.shapes.get(subject).map(|shape| (subject, shape.bounds));
    subjects.iter().filter(is_movable).filter_map(|subject| place(*subject)).collect()
}

fn moves(name: CommandName, ways: impl IntoIterator<Item = (Subject, Vector)>) -> Command {
    let ways = ways.into_iter().filter(|(_, by)| *by != Vector::default());
    let commands = ways.map(|(subject, by)| Command::Flow(FlowCommand::Move { subjects: vec![subject], by })).collect();
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
    let paste = Command::Flow(FlowCommand::Paste { fragment, process, at: corner });
    Some(Command::Batch { name: CommandName::Duplicate, commands: vec![paste] })
}
