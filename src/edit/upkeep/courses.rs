//! Connections reach what they connect and go round what stands in their way.

use crate::edit::draft::{Draft, Ground};
use crate::layout::reroute::rerouted;

pub(super) fn draw(ground: &Ground, draft: &mut Draft) {
    let (before, after) = (ground.document(), &draft.document);
    let is_same = before.diagram.shapes.same_as(&after.diagram.shapes)
        && before.diagram.edges.same_as(&after.diagram.edges)
        && before.flows.same_as(&after.flows)
        && before.message_flows.same_as(&after.message_flows)
        && before.associations.same_as(&after.associations);
    if is_same {
        return;
    }
    for (connection, edge) in rerouted(before, after, ground.index()) {
        draft.document.diagram.edges.insert(connection, edge);
    }
}
