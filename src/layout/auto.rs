//! Automatic layout: a whole process laid out anew, so that it can be read from its beginning to its end.
//!
//! The crate `rust-sugiyama` was tried first, and `dagre` measured. Both put nodes where lines get short, so
//! the main path wanders from row to row, and neither knows lanes, which fix the row of a node before
//! the layout begins. So this is a layered layout of its own: `columns` breaks cycles and finds how
//! far along the flow each node stands; `rows` cuts the flow into chains that run straight and finds
//! each a row in its lane; `grid` makes coordinates of both; `process` puts levels into each other and
//! draws lanes and pool round them; last the router leads the connections. A second run on its own
//! result changes nothing.

mod axes;
mod columns;
mod courses;
mod grid;
mod level;
mod process;
mod rows;

pub use process::HEAD;

use super::direction::Directions;
use super::progress::Progress;
use crate::model::{Bounds, Diagram, Document, Orientation, Point, PoolId, ProcessId, Shape, Subject, Vector};
use process::{Placed, place};
use std::collections::BTreeMap;

/// Room between pools, for messages.
const POOL_GAP: f64 = 80.0;
/// Breadth of a pool of which only the name is known.
const BLACK_BOX: f64 = 60.0;

/// The process laid out anew: shapes of its nodes, artifacts, lanes and pool, courses of its flows and
/// of the messages and associations that end in it. Nothing else is in the plan, nothing else moves.
/// The pool keeps its corner; a process without pool keeps the place of its first node.
pub fn lay_out(document: &Document, process: ProcessId) -> Diagram {
    let placed = place(document, process);
    let shapes = moved(&placed, anchor(document, process, &placed));
    finish(document, shapes)
}

/// All processes laid out, one below the other (beside each other if they run downwards), black boxes
/// between them in the order in which they are drawn.
pub fn lay_out_all(document: &Document) -> Diagram {
    let mut shapes = BTreeMap::new();
    let mut next = Point::default();
    let mut boxes: Vec<(PoolId, Point, Orientation)> = Vec::new();
    for part in parts(document) {
        let orientation = part.orientation(document);
        let extent = match part {
            Part::Process(process) => {
                let placed = place(document, process);
                let whole = placed.whole;
                shapes.extend(moved(&placed, next.from(whole.corner())));
                (whole.width, whole.height)
            }
            Part::BlackBox(pool) => {
                boxes.push((pool, next, orientation));
                (BLACK_BOX, BLACK_BOX)
            }
        };
        match orientation {
            Orientation::Horizontal => next.y += extent.1 + POOL_GAP,
            Orientation::Vertical => next.x += extent.0 + POOL_GAP,
        }
    }
    let reach = shapes.values().copied().reduce(Bounds::union).unwrap_or(Bounds::new(0.0, 0.0, 600.0, 600.0));
    for (pool, corner, orientation) in boxes {
        let bounds = match orientation {
            Orientation::Horizontal => Bounds::new(corner.x, corner.y, reach.width, BLACK_BOX),
            Orientation::Vertical => Bounds::new(corner.x, corner.y, BLACK_BOX, reach.height),
        };
        shapes.insert(Subject::Pool(pool), bounds);
    }
    finish(document, shapes)
}

/// Why there is no layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// It was not wanted any more.
    Cancelled,
}

/// What is stacked.
#[derive(Clone, Copy)]
enum Part {
    Process(ProcessId),
    BlackBox(PoolId),
}

impl Part {
    fn pool(self, document: &Document) -> Option<PoolId> {
        match self {
            Self::Process(process) => document.pool_of(process),
            Self::BlackBox(pool) => Some(pool),
        }
    }

    fn orientation(self, document: &Document) -> Orientation {
        self.pool(document).and_then(|pool| document.pools.get(pool)).map(|pool| pool.orientation).unwrap_or_default()
    }
}

/// Processes and black boxes: as they are drawn, if all of them have pools that are; else in the order
/// of their identities, the main process first.
fn parts(document: &Document) -> Vec<Part> {
    let mut parts: Vec<Part> = document.pools.values().filter(|pool| pool.process.is_none()).map(|pool| Part::BlackBox(pool.id)).collect();
    let others = document.processes.keys().filter(|process| *process != document.main_process);
    parts.extend(std::iter::once(document.main_process).chain(others).map(Part::Process));
    let drawn = |part: &Part| {
        let shape = document.diagram.shapes.get(Subject::Pool(part.pool(document)?))?;
        Some(match part.orientation(document) {
            Orientation::Horizontal => shape.bounds.y,
            Orientation::Vertical => shape.bounds.x,
        })
    };
    parts.sort_by(|a, b| match (drawn(a), drawn(b)) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    parts
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
    let others = shapes.iter().filter(|(subject, _)| !placed.shapes.contains_key(subject)).map(|(_, shape)| shape.bounds.bottom());
    let below = others.reduce(f64::max).map_or(0.0, |lowest| lowest + POOL_GAP);
    Point::new(0.0, below).from(placed.whole.corner())
}

fn moved(placed: &Placed, by: Vector) -> BTreeMap<Subject, Bounds> {
    placed.shapes.iter().map(|(subject, bounds)| (*subject, bounds.moved(by))).collect()
}

/// The plan of these shapes, with the courses of all connections that end at them.
fn finish(document: &Document, shapes: BTreeMap<Subject, Bounds>) -> Diagram {
    let shape = |subject, bounds| {
        let is_expanded = document.diagram.shapes.get(subject).is_none_or(|shape| shape.is_expanded);
        (subject, Shape { bounds, label: None, is_expanded })
    };
    let mut diagram =
        Diagram { shapes: shapes.into_iter().map(|(subject, bounds)| shape(subject, bounds)).collect(), ..Diagram::default() };
    let _ = courses::lead(document, &mut diagram, &Directions::of(document), &Progress::default());
    diagram
}

#[cfg(test)]
mod tests;
