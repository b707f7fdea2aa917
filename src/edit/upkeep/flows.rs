//! A default way needs a split: a source that chooses, with at least two ways out.

use super::changed;
use crate::edit::draft::Draft;
use crate::edit::rules::can_choose;
use crate::model::{Document, FlowId, NodeId};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn settle(before: &Document, draft: &mut Draft) {
    let sources = touched_sources(before, &draft.document);
    if sources.is_empty() {
        return;
    }
    let document = &mut draft.document;
    let mut ways: BTreeMap<NodeId, Vec<(FlowId, bool)>> = BTreeMap::new();
    for flow in document.flows.values().filter(|flow| sources.contains(&flow.from)) {
        ways.entry(flow.from).or_default().push((flow.id, flow.is_default));
    }
    for (source, ways) in ways {
        let is_split = ways.len() > 1 && document.nodes.get(source).is_some_and(|node| can_choose(&node.kind));
        let defaults = ways.iter().filter(|(_, is_default)| *is_default).map(|(flow, _)| *flow);
        for flow in defaults.skip(usize::from(is_split)) {
            if let Some(flow) = document.flows.get_mut(flow) {
                flow.is_default = false;
            }
        }
    }
}

/// Nodes whose ways out, or whose kind, are not what they were.
fn touched_sources(before: &Document, after: &Document) -> BTreeSet<NodeId> {
    let mut sources: BTreeSet<NodeId> = changed(&before.nodes, &after.nodes).into_iter().collect();
    sources.extend(after.flows.changed_since(&before.flows).map(|(_, flow)| flow.from));
    sources.extend(before.flows.changed_since(&after.flows).map(|(_, flow)| flow.from));
    sources
}
