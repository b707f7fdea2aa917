//! A node belongs to the lane where it lies; what is in a sub-process or at an activity, to the lane of that.

use super::changed;
use crate::edit::draft::Draft;
use crate::edit::place::lane_at;
use crate::model::{Document, FlowNode, LaneId, NodeId, ProcessId, Subject};
use std::collections::BTreeSet;

pub(super) fn find(before: &Document, draft: &mut Draft) {
    if draft.document.lanes.is_empty() {
        return;
    }
    let shapes = changed(&before.diagram.shapes, &draft.document.diagram.shapes);
    let processes = processes_of_lanes(&draft.document, &shapes);
    let touched: BTreeSet<NodeId> =
        shapes.iter().filter_map(|subject| subject.node()).chain(changed(&before.nodes, &draft.document.nodes)).collect();
    let is_due = |node: &FlowNode| processes.contains(&node.process) || touched.contains(&node.id) || outer(node).is_some();
    let due: Vec<NodeId> = draft.document.nodes.values().filter(|node| is_due(node)).map(|node| node.id).collect();
    for node in due {
        let lane = lane_of(&draft.document, node);
        if draft.document.nodes.get(node).is_some_and(|it| it.lane != lane)
            && let Some(it) = draft.document.nodes.get_mut(node)
        {
            it.lane = lane;
        }
    }
}

/// Processes whose lanes were changed.
fn processes_of_lanes(document: &Document, shapes: &[Subject]) -> BTreeSet<ProcessId> {
    let lanes = shapes.iter().filter_map(|subject| if let Subject::Lane(lane) = subject { document.lanes.get(*lane) } else { None });
    lanes.filter_map(|lane| document.pools.get(lane.pool)?.process).collect()
}

/// What a node is in or at.
fn outer(node: &FlowNode) -> Option<NodeId> {
    node.kind.host().or(node.parent)
}

fn lane_of(document: &Document, node: NodeId) -> Option<LaneId> {
    let mut at = document.nodes.get(node)?;
    for _ in 0..document.nodes.len() {
        let Some(next) = outer(at).and_then(|outer| document.nodes.get(outer)) else { break };
        at = next;
    }
    match document.diagram.shapes.get(Subject::Node(at.id)) {
        Some(shape) => lane_at(document, at.process, shape.bounds.centre()),
        None => at.lane,
    }
}
