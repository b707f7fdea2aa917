//! The flows at each node while many nodes are taken out one after the other.

use crate::model::{Document, FlowId, NodeId, SequenceFlow};
use std::collections::BTreeSet;

/// Sequence flows by the nodes where they end. Read once; the document is asked whether what was read still holds.
pub(super) struct Ways {
    into: Ends,
    out: Ends,
}

/// Flows by one of their ends.
#[derive(Default)]
struct Ends {
    /// As they were, in order.
    first: Vec<(NodeId, FlowId)>,
    /// Those that were led elsewhere since.
    since: BTreeSet<(NodeId, FlowId)>,
}

impl Ways {
    /// Reads all flows of the document.
    pub fn of(document: &Document) -> Self {
        let ends = |end: fn(&SequenceFlow) -> NodeId| {
            let mut first: Vec<(NodeId, FlowId)> = document.flows.values().map(|flow| (end(flow), flow.id)).collect();
            first.sort_unstable();
            Ends { first, since: BTreeSet::new() }
        };
        Self { into: ends(|flow| flow.to), out: ends(|flow| flow.from) }
    }

    /// Flows that reach a node, in the order of their creation.
    pub fn incoming<'a>(&self, document: &'a Document, node: NodeId) -> Vec<&'a SequenceFlow> {
        self.into.at(node).filter_map(|id| document.flows.get(id)).filter(|flow| flow.to == node).collect()
    }

    /// Flows that leave a node, in the order of their creation.
    pub fn outgoing<'a>(&self, document: &'a Document, node: NodeId) -> Vec<&'a SequenceFlow> {
        self.out.at(node).filter_map(|id| document.flows.get(id)).filter(|flow| flow.from == node).collect()
    }

    /// Takes note of a flow whose ends are others than when the document was read.
    pub fn note(&mut self, flow: &SequenceFlow) {
        self.into.since.insert((flow.to, flow.id));
        self.out.since.insert((flow.from, flow.id));
    }
}

impl Ends {
    fn at(&self, node: NodeId) -> impl Iterator<Item = FlowId> + use<> {
        let begin = self.first.partition_point(|(at, _)| *at < node);
        let first = self.first.iter().skip(begin).take_while(|(at, _)| *at == node);
        let since = self.since.range((node, FlowId(0))..=(node, FlowId(u32::MAX)));
        first.chain(since).map(|(_, flow)| *flow).collect::<BTreeSet<FlowId>>().into_iter()
    }
}
