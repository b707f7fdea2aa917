//! What follows from a change, in this order. Each consequence looks at what differs from the document before.

mod containers;
mod courses;
mod flows;
mod hosts;
mod labels;
mod lanes;
mod neighbours;
mod references;
mod scopes;

use super::draft::{Draft, Ground};
use crate::model::{Document, Subject, Table, Vector};

/// Does all that follows from the difference between the document before and the draft.
pub(super) fn follow(ground: &Ground, draft: &mut Draft) {
    let before: &Document = ground.document();
    references::clear(before, draft); // What names something that is gone forgets it or goes too.
    scopes::find(before, draft); //      A moved node belongs to the sub-process and pool where it now lies.
    containers::grow(before, draft); //  Sub-processes and pools hold what is in them.
    neighbours::push(before, draft); //  Pools beside one that grew make way.
    hosts::follow(before, draft); //     Boundary events stay at the edge of their activity.
    lanes::find(before, draft); //       A node belongs to the lane where it lies.
    flows::settle(before, draft); //     A default way needs a split.
    labels::follow(before, draft); //    A label keeps its distance from its shape.
    courses::draw(ground, draft); //     Connections reach what they connect.
}

/// Rows that are new or differ; those that share their memory with the one before are passed over at once.
fn changed<K: Ord + Copy, V: Clone>(before: &Table<K, V>, after: &Table<K, V>) -> Vec<K> {
    after.changed_since(before).map(|(key, _)| key).collect()
}

/// Whether some row of the table is gone.
fn lost_some<K: Ord + Copy, V: Clone>(before: &Table<K, V>, after: &Table<K, V>) -> bool {
    after.removed_since(before).next().is_some()
}

/// How far a shape was moved as a whole. `None` if it is new, gone, or has another size.
fn shift_of(before: &Document, draft: &Draft, subject: Subject) -> Option<Vector> {
    let old = before.diagram.shapes.get(subject)?.bounds;
    let new = draft.bounds(subject)?;
    let is_same_size = (old.width - new.width).abs() < 0.001 && (old.height - new.height).abs() < 0.001;
    is_same_size.then(|| new.corner().from(old.corner()))
}
