//! Automatic layout: a process, the whole picture, or some nodes laid out anew, so that they can be read from the beginning to the end.
//!
//! The crate `rust-sugiyama` was tried first, and `dagre` measured. Both put nodes where lines get short, so
//! the main path wanders from row to row, and neither knows lanes, which fix the row of a node before
//! the layout begins. So this is a layered layout of its own: `columns` breaks cycles and finds how
//! far along the flow each node stands; `rows` cuts the flow into chains that run straight and finds
//! each a row in its lane; `grid` makes coordinates of both; `process` puts levels into each other and
//! draws lanes and pool round them; `stack` puts pools beside each other; `part` lays out some nodes among others; last the
//! router leads the connections. A second run on its own result changes nothing.

mod axes;
mod columns;
mod courses;
mod grid;
mod level;
mod part;
mod process;
mod rows;
mod stack;

pub use process::HEAD;

use super::direction::Directions;
use super::progress::Progress;
use crate::model::{Bounds, Diagram, Document, LaneId, NodeId, Orientation, Point, ProcessId, Shape, Subject, Vector};
use process::{Placed, place};
use std::collections::BTreeMap;

/// What is to be laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All processes, one beside the other, and black boxes between them.
    Everything,
    /// A process with its pool. Where that then stands upon another pool, or runs in another direction than before, all
    /// pools are laid out; black boxes always are, if it is the only process that has a pool.
    Process(ProcessId),
    /// Some nodes among others, which stay, in their lanes.
    Nodes(Vec<NodeId>),
}

/// Why there is no layout.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stopped {
    /// It was not wanted any more.
    Cancelled,
    /// The nodes do not find room in their lane.
    Narrow {
        /// The lane.
        lane: LaneId,
        /// How much broader it would have to be, in points.
        by: f64,
    },
}

/// New places: shapes of nodes, artifacts, lanes and pools, courses of their flows and of the messages and associations that
/// end at them. Nothing else is in the plan, nothing else moves. A process keeps the corner of its pool; one without
/// pool the place of its first node.
///
/// Processes run in the direction that is asked for, else as they do now.
///
/// # Errors
/// Why it cannot be done, or was not done to the end.
pub fn lay_out(document: &Document, extent: &Extent, orientation: Option<Orientation>, progress: &Progress) -> Result<Diagram, Stopped> {
    let mut directions = Directions::of(document);
    let shapes = match extent {
        Extent::Everything => {
            turn(document.processes.keys(), orientation, &mut directions);
            stack::all(document, &directions, false)
        }
        Extent::Process(process) => one(document, *process, orientation, &mut directions),
        Extent::Nodes(nodes) => {
            let processes = nodes.iter().filter_map(|node| document.nodes.get(*node)).map(|node| node.process);
            turn(processes, orientation, &mut directions);
            part::shapes(document, nodes, &directions)?
        }
    };
    finish(document, shapes, &directions, progress)
}

fn turn(processes: impl Iterator<Item = ProcessId>, orientation: Option<Orientation>, directions: &mut Directions) {
    if let Some(orientation) = orientation {
        processes.for_each(|process| directions.turn(process, orientation));
    }
}

/// A process in its place, or with all that stands beside it where there is no room for it alone.
fn one(
    document: &Document,
    process: ProcessId,
    orientation: Option<Orientation>,
    directions: &mut Directions,
) -> BTreeMap<Subject, Bounds> {
    let pool = document.pool_of(process);
    let is_turned = pool.is_some() && orientation.is_some_and(|wanted| wanted != directions.of_process(process));
    let together = document.pools.values().filter_map(|it| it.process.filter(|_| is_turned));
    turn(together.chain([process]), orientation, directions);
    let placed = place(document, process, directions);
    let by = anchor(document, process, &placed);
    let whole = placed.whole.moved(by);
    let stands_upon = |(subject, shape): (Subject, &Shape)| {
        matches!(subject, Subject::Pool(other) if Some(other) != pool) && shape.bounds.overlaps(whole)
    };
    let has_boxes_only =
        document.pools.len() > 1 && document.pools.values().all(|other| other.process.is_none_or(|other| other == process));
    match pool {
        Some(_) if is_turned || has_boxes_only || document.diagram.shapes.iter().any(stands_upon) => stack::all(document, directions, true),
        None if document.diagram.shapes.iter().any(stands_upon) => moved(&placed, below(document, &placed)),
        _ => moved(&placed, by),
    }
}

/// How far a process is to be moved from the origin.
fn anchor(document: &Document, process: ProcessId, placed: &Placed) -> Vector {
    let shapes = &document.diagram.shapes;
    if let Some(pool) = document.pool_of(process).map(Subject::Pool) {
        if let Some(shape) = shapes.get(pool) {
            return shape.bounds.corner().from(Point::default());
        }
    } else {
        let first = placed.shapes.keys().find(|subject| subject.node().is_some());
        if let Some((old, new)) = first.and_then(|first| shapes.get(*first).zip(placed.shapes.get(first))) {
            return old.bounds.centre().from(new.centre());
        }
    }
    below(document, placed)
}

/// How far a process is to be moved to stand below all others.
fn below(document: &Document, placed: &Placed) -> Vector {
    let others = document.diagram.shapes.iter().filter(|(subject, _)| !placed.shapes.contains_key(subject));
    let below = others.map(|(_, shape)| shape.bounds.bottom()).reduce(f64::max).map_or(0.0, |lowest| lowest + stack::POOL_GAP);
    Point::new(0.0, below).from(placed.whole.corner())
}

fn moved(placed: &Placed, by: Vector) -> BTreeMap<Subject, Bounds> {
    placed.shapes.iter().map(|(subject, bounds)| (*subject, bounds.moved(by))).collect()
}

/// The plan of these shapes, with the courses of all connections that end at them.
fn finish(
    document: &Document,
    shapes: BTreeMap<Subject, Bounds>,
    directions: &Directions,
    progress: &Progress,
) -> Result<Diagram, Stopped> {
    let shape = |subject, bounds| {
        let is_expanded = document.diagram.shapes.get(subject).is_none_or(|shape| shape.is_expanded);
        (subject, Shape { bounds, label: None, is_expanded })
    };
    let mut diagram =
        Diagram { shapes: shapes.into_iter().map(|(subject, bounds)| shape(subject, bounds)).collect(), ..Diagram::default() };
    courses::lead(document, &mut diagram, directions, progress)?;
    Ok(diagram)
}

#[cfg(test)]
mod tests;
