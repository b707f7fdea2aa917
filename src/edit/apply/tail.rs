//! A way gets a copy of its own of what it shares with another.

use super::paste::duplicate;
use crate::edit::draft::Draft;
use crate::edit::place::Scope;
use crate::edit::{Refusal, copy};
use crate::layout::auto::Extent;
use crate::model::{FlowId, FlowIndex, NodeId, SequenceFlow, Subject, Vector, free_key_among, tail};
use std::collections::BTreeMap;

/// How far the copy stands from what it is a copy of, before the process is laid out.
const ASIDE: Vector = Vector::new(20.0, 20.0);

/// Copies what lies from the flow's target up to `until`, leads the flow into the copy, and lays the process out.
///
/// # Errors
/// The flow shares nothing, or what it shares leads back to itself; or there is no room in a lane.
pub(super) fn give(draft: &mut Draft, id: FlowId, until: Option<NodeId>) -> Result<(), Refusal> {
    let index = FlowIndex::of(&draft.document);
    let first = draft.document.flows.get(id).ok_or(Refusal::NotThere)?.to;
    let shared = tail(&draft.document, &index, first, until).filter(|nodes| !nodes.is_empty()).ok_or(Refusal::NothingToDo)?;
    let scope = Scope::of(&draft.document, first).ok_or(Refusal::NotThere)?;
    let subjects: Vec<Subject> = shared.iter().copied().map(Subject::Node).collect();
    let renewed = duplicate(draft, &copy(&draft.document, &subjects), scope, ASIDE);
    let new = |node: NodeId| renewed.get(&Subject::Node(node)).and_then(|new| new.node());
    let leaving = shared.iter().flat_map(|node| index.outgoing(*node)).filter_map(|flow| draft.document.flows.get(*flow));
    let leaving: Vec<SequenceFlow> = leaving.filter(|flow| Some(flow.to) == until).cloned().collect();
    for flow in leaving {
        let (id, Some(from)) = (draft.document.new_id::<FlowId>(), new(flow.from)) else { continue };
        let key = free_key_among("", &format!("weg{}", id.0), draft.document.flows.values().map(|flow| flow.key.as_str()));
        draft.document.flows.insert(id, SequenceFlow { id, key, from, ..flow });
        draft.created.push(Subject::Flow(id));
    }
    keep_lanes(draft, &shared, &renewed);
    if let (Some(flow), Some(to)) = (draft.document.flows.get_mut(id), new(first)) {
        flow.to = to;
    }
    super::tidy::tidy_up(draft, &Extent::Process(scope.process), None)
}

fn keep_lanes(draft: &mut Draft, shared: &[NodeId], renewed: &BTreeMap<Subject, Subject>) {
    for node in shared {
        let lane = draft.document.nodes.get(*node).and_then(|node| node.lane);
        let copy = renewed.get(&Subject::Node(*node)).and_then(|copy| copy.node());
        if let Some(copy) = copy.and_then(|copy| draft.document.nodes.get_mut(copy)) {
            copy.lane = lane;
        }
    }
}
