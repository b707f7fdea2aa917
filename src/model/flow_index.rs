//! The flows of each node: who comes before it, who behind.

use super::{Document, FlowId, NodeId, SequenceFlow, Table};
use std::collections::BTreeMap;

/// Incoming and outgoing flows of every node, found in one pass and kept up to date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowIndex {
    outgoing: BTreeMap<NodeId, Vec<FlowId>>,
    incoming: BTreeMap<NodeId, Vec<FlowId>>,
}

impl FlowIndex {
    /// Reads all flows of the document.
    pub fn of(document: &Document) -> Self {
        let ends = |end: fn(&SequenceFlow) -> NodeId| {
            let mut ends: Vec<(NodeId, FlowId)> = document.flows.values().map(|flow| (end(flow), flow.id)).collect();
            ends.sort_unstable();
            ends.chunk_by(|a, b| a.0 == b.0).filter_map(|of| Some((of.first()?.0, of.iter().map(|(_, flow)| *flow).collect()))).collect()
        };
        Self { outgoing: ends(|flow| flow.from), incoming: ends(|flow| flow.to) }
    }

    /// Brings the index up to date with a change of the flows; `self` is the index of those before.
    pub fn follow(&mut self, before: &Table<FlowId, SequenceFlow>, after: &Table<FlowId, SequenceFlow>) {
        for (id, flow) in before.changed_since(after) {
            take(&mut self.outgoing, flow.from, id);
            take(&mut self.incoming, flow.to, id);
        }
        for (id, flow) in after.changed_since(before) {
            put(&mut self.outgoing, flow.from, id);
            put(&mut self.incoming, flow.to, id);
        }
    }

    /// Flows that leave the node, in the order of their creation.
    pub fn outgoing(&self, node: NodeId) -> &[FlowId] {
        self.outgoing.get(&node).map_or(&[], Vec::as_slice)
    }

    /// Flows that reach the node.
    pub fn incoming(&self, node: NodeId) -> &[FlowId] {
        self.incoming.get(&node).map_or(&[], Vec::as_slice)
    }
}

/// Adds a flow to those of a node.
fn put(flows: &mut BTreeMap<NodeId, Vec<FlowId>>, node: NodeId, flow: FlowId) {
    let flows = flows.entry(node).or_default();
    if let Err(at) = flows.binary_search(&flow) {
        flows.insert(at, flow);
    }
}

/// Takes a flow from those of a node.
fn take(flows: &mut BTreeMap<NodeId, Vec<FlowId>>, node: NodeId, flow: FlowId) {
    if let Some(of_node) = flows.get_mut(&node) {
        of_node.retain(|other| *other != flow);
        if of_node.is_empty() {
            flows.remove(&node);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FlowIndex;
    use crate::model::{Document, FlowId, NodeId, SequenceFlow};

    fn put(document: &mut Document, id: u32, from: u32, to: u32) {
        let (id, from, to) = (FlowId(id), NodeId(from), NodeId(to));
        let key = format!("weg{}", id.0);
        let flow = SequenceFlow { id, key, name: String::new(), from, to, condition: String::new(), is_default: false };
        document.flows.insert(id, flow);
    }

    #[test]
    fn an_index_that_follows_a_change_is_as_one_made_anew() {
        let mut before = Document::empty("p", "P");
        for (id, from, to) in [(1, 1, 2), (2, 2, 3), (3, 2, 4), (5, 4, 1)] {
            put(&mut before, id, from, to);
        }
        let mut after = before.clone();
        put(&mut after, 2, 1, 2); // Led elsewhere, it still comes behind the first.
        put(&mut after, 4, 2, 3);
        after.flows.remove(FlowId(5));
        let mut index = FlowIndex::of(&before);
        index.follow(&before.flows, &after.flows);
        assert_eq!(index, FlowIndex::of(&after));
        assert_eq!(index.outgoing(NodeId(1)), [FlowId(1), FlowId(2)]);
        assert_eq!(index.outgoing(NodeId(4)), []);
    }
}
