//! The direction in which a process runs: that of its pool, else the one in which it is drawn.

use crate::model::{Document, NodeId, Orientation, Point, ProcessId, Subject};
use std::collections::BTreeMap;

/// So many courses are looked at to tell how processes are drawn.
const SAMPLE: usize = 1_000;
/// What runs less far aside than this, in points, runs straight.
const STRAIGHT: f64 = 15.0;

/// The directions of all processes of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Directions {
    found: BTreeMap<ProcessId, Orientation>,
}

impl Directions {
    /// Reads the pools; for processes without, whether more flows lead downwards than to the right.
    pub fn of(document: &Document) -> Self {
        let pooled = document.pools.values().filter_map(|pool| Some((pool.process?, pool.orientation)));
        let mut directions = Self { found: pooled.collect() };
        if document.processes.keys().all(|process| directions.found.contains_key(&process)) {
            return directions;
        }
        let mut leanings: BTreeMap<ProcessId, (i32, i32)> = BTreeMap::new();
        let step = document.diagram.edges.len() / SAMPLE + 1;
        for (subject, edge) in document.diagram.edges.iter().step_by(step) {
            let (Some(process), [first, .., last]) = (source_process(document, subject), edge.waypoints.as_slice()) else { continue };
            let leaning = leanings.entry(process).or_default();
            let (across, down) = lean(*first, *last);
            *leaning = (leaning.0 + across, leaning.1 + down);
        }
        for (process, (across, down)) in leanings {
            directions.found.entry(process).or_insert(if down > across { Orientation::Vertical } else { Orientation::Horizontal });
        }
        directions
    }

    /// The direction of a process; to the right if nothing tells it.
    pub fn of_process(&self, process: ProcessId) -> Orientation {
        self.found.get(&process).copied().unwrap_or_default()
    }

    /// The direction of the process in which a node stands.
    pub fn of_node(&self, document: &Document, node: NodeId) -> Orientation {
        document.nodes.get(node).map(|node| self.of_process(node.process)).unwrap_or_default()
    }

    /// Makes a process run in another direction.
    pub fn turn(&mut self, process: ProcessId, orientation: Orientation) {
        self.found.insert(process, orientation);
    }
}

/// The direction in which a process runs.
pub fn direction_of(document: &Document, process: ProcessId) -> Orientation {
    let pool = document.pool_of(process).and_then(|pool| document.pools.get(pool));
    pool.map_or_else(|| Directions::of(document).of_process(process), |pool| pool.orientation)
}

fn source_process(document: &Document, edge: Subject) -> Option<ProcessId> {
    let Subject::Flow(flow) = edge else { return None };
    Some(document.nodes.get(document.flows.get(flow)?.from)?.process)
}

/// Whether a course leads to the right (1) or left (-1), and down (1) or up (-1).
fn lean(first: Point, last: Point) -> (i32, i32) {
    let sign = |way: f64| i32::from(way > STRAIGHT) - i32::from(way < -STRAIGHT);
    (sign(last.x - first.x), sign(last.y - first.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixture::Sketch;

    #[test]
    fn a_process_without_pool_runs_as_it_is_drawn() {
        let mut sketch = Sketch::new();
        let process = sketch.document.main_process;
        assert_eq!(direction_of(&sketch.document, process), Orientation::Horizontal);
        let [a, b, c] = ["a", "b", "c"].map(|name| sketch.task(name));
        let (first, second) = (sketch.flow(a, b), sketch.flow(a, c));
        // A branch leads down and aside, the main path straight down.
        sketch.course(first, &[(0.0, 40.0), (0.0, 110.0)]);
        sketch.course(second, &[(70.0, 0.0), (190.0, 0.0), (190.0, 110.0)]);
        assert_eq!(direction_of(&sketch.document, process), Orientation::Vertical);
        sketch.course(first, &[(70.0, 0.0), (120.0, 0.0)]);
        assert_eq!(direction_of(&sketch.document, process), Orientation::Horizontal);
        sketch.pool("Amt", Orientation::Vertical);
        assert_eq!(direction_of(&sketch.document, process), Orientation::Vertical);
    }
}
