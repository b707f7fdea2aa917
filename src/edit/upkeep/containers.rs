//! Sub-processes and pools grow until they hold what is in them; they never shrink by themselves. What already stood out before a change,
//! as files of other programs have it, may stand out as far as it did.

use super::changed;
use crate::edit::draft::Draft;
use crate::edit::tiling;
use crate::model::{Bounds, Document, NodeId, PoolId, ProcessId, Subject};
use std::collections::BTreeSet;

pub(super) fn grow(before: &Document, draft: &mut Draft) {
    let mut due: BTreeSet<NodeId> = BTreeSet::new();
    let mut processes: BTreeSet<ProcessId> = BTreeSet::new();
    let shapes = changed(&before.diagram.shapes, &draft.document.diagram.shapes);
    let nodes = changed(&before.nodes, &draft.document.nodes).into_iter().map(Subject::Node);
    for subject in shapes.into_iter().chain(nodes) {
        note(&draft.document, subject, &mut due, &mut processes);
    }
    while let Some(sub_process) = due.pop_last() {
        let parent = draft.document.nodes.get(sub_process).and_then(|node| node.parent);
        if grow_sub_process(before, draft, sub_process)
            && let Some(parent) = parent
        {
            due.insert(parent);
        }
    }
    let pools: Vec<PoolId> =
        draft.document.pools.values().filter(|pool| pool.process.is_some_and(|it| processes.contains(&it))).map(|pool| pool.id).collect();
    for pool in pools {
        grow_pool(before, draft, pool);
    }
}

fn note(document: &Document, subject: Subject, due: &mut BTreeSet<NodeId>, processes: &mut BTreeSet<ProcessId>) {
    match subject {
        Subject::Node(id) => {
            due.insert(id);
            if let Some(node) = document.nodes.get(id) {
                due.extend(node.parent);
                processes.insert(node.process);
            }
        }
        Subject::Artifact(id) => {
            if let Some(artifact) = document.artifacts.get(id) {
                due.extend(artifact.parent);
                processes.insert(artifact.process);
            }
        }
        Subject::Pool(pool) => processes.extend(document.pools.get(pool).and_then(|pool| pool.process)),
        Subject::Lane(lane) => {
            let pool = document.lanes.get(lane).and_then(|lane| document.pools.get(lane.pool));
            processes.extend(pool.and_then(|pool| pool.process));
        }
        _ => {}
    }
}

/// Whether what is in a container stood out of it before, as far as it does now, and the container is as it was.
fn stood_out(before: &Document, container: Subject, now: Bounds, needed: Bounds, needed_before: Option<Bounds>) -> bool {
    let was = before.diagram.shapes.get(container).map(|shape| shape.bounds);
    was == Some(now) && needed_before.is_some_and(|before| !now.encloses(before) && now.union(before).encloses(needed))
}

/// Whether it had to grow.
fn grow_sub_process(before: &Document, draft: &mut Draft, sub_process: NodeId) -> bool {
    let subject = Subject::Node(sub_process);
    let Some(shape) = draft.document.diagram.shapes.get(subject).filter(|shape| shape.is_expanded) else { return false };
    let bounds = shape.bounds;
    let needed_before = || tiling::needed_by_content(before, sub_process);
    match tiling::needed_by_content(&draft.document, sub_process) {
        Some(needed) if !bounds.encloses(needed) && !stood_out(before, subject, bounds, needed, needed_before()) => {
            draft.set_bounds(subject, bounds.union(needed));
            true
        }
        _ => false,
    }
}

fn grow_pool(before: &Document, draft: &mut Draft, pool: PoolId) {
    let Some(bounds) = draft.bounds(Subject::Pool(pool)) else { return };
    if let Some(needed) = tiling::needed_by_pool(&draft.document, pool)
        && !bounds.encloses(needed)
        && !stood_out(before, Subject::Pool(pool), bounds, needed, tiling::needed_by_pool(before, pool))
    {
        tiling::resize_pool(draft, pool, bounds);
    }
}
