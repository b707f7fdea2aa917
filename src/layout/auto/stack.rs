//! Pools one below the other, or beside each other if they run downwards, black boxes between them.

use super::moved;
use super::process::place;
use crate::layout::direction::Directions;
use crate::model::{Bounds, Document, Orientation, Point, PoolId, ProcessId, Subject};
use std::collections::BTreeMap;

/// Room between pools, for messages.
pub(super) const POOL_GAP: f64 = 80.0;
/// Breadth of a pool of which only the name is known.
const BLACK_BOX: f64 = 60.0;

/// Shapes of all processes, or only of those in pools, in the order in which they are drawn. They begin where the
/// picture begins now.
pub(super) fn all(document: &Document, directions: &Directions, pools_only: bool) -> BTreeMap<Subject, Bounds> {
    let mut shapes = BTreeMap::new();
    let mut next = corner(document);
    let mut boxes: Vec<(PoolId, Point, Orientation)> = Vec::new();
    let mut orientation = directions.of_process(document.main_process);
    for part in parts(document, pools_only) {
        let extent = match part {
            Part::Process(process) => {
                orientation = directions.of_process(process);
                let placed = place(document, process, directions);
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
    shapes
}

/// The upper left corner of all pools as they are drawn now.
fn corner(document: &Document) -> Point {
    let drawn = document.diagram.shapes.iter().filter(|(subject, _)| matches!(subject, Subject::Pool(_)));
    drawn.map(|(_, shape)| shape.bounds).reduce(Bounds::union).map(Bounds::corner).unwrap_or_default()
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
}

/// Processes and black boxes: as they are drawn, if all of them have pools that are; else in the order
/// of their identities, the main process first.
fn parts(document: &Document, pools_only: bool) -> Vec<Part> {
    let mut parts: Vec<Part> = document.pools.values().filter(|pool| pool.process.is_none()).map(|pool| Part::BlackBox(pool.id)).collect();
    let others = document.processes.keys().filter(|process| *process != document.main_process);
    let processes = std::iter::once(document.main_process).chain(others);
    parts.extend(processes.filter(|process| !pools_only || document.pool_of(*process).is_some()).map(Part::Process));
    let drawn = |part: &Part| {
        let pool = part.pool(document)?;
        let shape = document.diagram.shapes.get(Subject::Pool(pool))?;
        Some(match document.pools.get(pool)?.orientation {
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
