//! Waiting events between the flow and the edge of an activity.

use crate::edit::Refusal;
use crate::edit::draft::Draft;
use crate::edit::place::Scope;
use crate::layout::place::at_edge;
use crate::model::{Bounds, FlowId, NodeId, NodeKind, Point, Subject};

/// Nothing leads to an event at the edge; its ways out stay.
pub(super) fn attach(draft: &mut Draft, event: NodeId, host: Option<NodeId>, at: Point) -> Result<(), Refusal> {
    let old = draft.document.nodes.get(event).ok_or(Refusal::NotThere)?.kind.clone();
    let trigger = old.event().cloned().unwrap_or_default();
    let is_interrupting = !matches!(old, NodeKind::BoundaryEvent { is_interrupting: false, .. });
    let Some(host) = host else {
        place(draft, event, NodeKind::CatchEvent(trigger), at);
        return Ok(());
    };
    let scope = Scope::of(&draft.document, host).ok_or(Refusal::NotThere)?;
    let incoming: Vec<FlowId> = draft.document.incoming(event).map(|flow| flow.id).collect();
    for flow in incoming {
        draft.document.flows.remove(flow);
    }
    if let Some(node) = draft.document.nodes.get_mut(event) {
        (node.process, node.parent) = (scope.process, scope.parent);
    }
    let at = if old.host() == Some(host) { Some(at) } else { at_edge(&draft.document, host, Some(at)) };
    place(draft, event, NodeKind::BoundaryEvent { host, trigger, is_interrupting }, at.ok_or(Refusal::NotDrawn(Subject::Node(host)))?);
    Ok(())
}

fn place(draft: &mut Draft, event: NodeId, kind: NodeKind, at: Point) {
    let (width, height) = kind.usual_size();
    if let Some(node) = draft.document.nodes.get_mut(event) {
        node.kind = kind;
    }
    draft.set_bounds(Subject::Node(event), Bounds::centred(at, width, height));
}
