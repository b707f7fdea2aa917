//! Where ways come together again.

use super::{At, Reference};
use crate::model::{FlowId, NodeId, NodeKind};
use std::collections::BTreeSet;

impl Reference<'_> {
    pub(super) fn joins(&self, node: NodeId) -> bool {
        matches!(self.row(node).kind, NodeKind::ParallelGateway | NodeKind::InclusiveGateway) && self.incoming(node).len() > 1
    }

    pub(super) fn first_on(&self, scope: u32, flow: FlowId) -> Option<u32> {
        self.tokens.iter().filter(|token| token.scope == scope && token.at == At::Waiting(flow)).map(|token| token.number).min()
    }

    /// One token from each incoming flow that has one becomes one token.
    pub(super) fn join(&mut self, scope: u32, node: NodeId) {
        let taken: Vec<u32> = self.incoming(node).into_iter().filter_map(|flow| self.first_on(scope, flow)).collect();
        self.tokens.retain(|token| !taken[1..].contains(&token.number));
        self.enter(taken[0], node);
    }

    /// BPMN 2.0, 13.4.3: it fires when no token elsewhere can come to an empty incoming flow without passing the gateway, unless the
    /// token could as well come to one that has a token.
    pub(super) fn join_inclusive(&mut self) -> bool {
        let mut candidates: Vec<(u32, NodeId)> = self
            .tokens
            .iter()
            .filter_map(|token| match token.at {
                At::Waiting(flow) => Some((token.scope, self.flow(flow).to)),
                _ => None,
            })
            .filter(|(_, node)| self.row(*node).kind == NodeKind::InclusiveGateway)
            .collect();
        candidates.sort();
        let ready = candidates.into_iter().find(|(scope, node)| {
            let (filled, empty): (Vec<FlowId>, Vec<FlowId>) =
                self.incoming(*node).into_iter().partition(|flow| self.first_on(*scope, *flow).is_some());
            !self.tokens.iter().filter(|token| token.scope == *scope).any(|token| {
                let place = match token.at {
                    At::Moving(flow) | At::Waiting(flow) if self.flow(flow).to == *node => return false,
                    At::Moving(flow) | At::Waiting(flow) => self.flow(flow).to,
                    At::Entering(node) | At::In(node) => node,
                };
                let comes_to = |flows: &[FlowId]| flows.iter().any(|flow| self.leads(place, *flow, *node));
                comes_to(&empty) && !comes_to(&filled)
            })
        });
        if let Some((scope, node)) = ready {
            self.join(scope, node);
        }
        ready.is_some()
    }

    /// Whether a token at a node can come onto a flow without passing the join behind it.
    fn leads(&self, from: NodeId, flow: FlowId, join: NodeId) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![from];
        while let Some(node) = open.pop() {
            if node == join || !seen.insert(node) {
                continue;
            }
            if self.flow(flow).from == node {
                return true;
            }
            open.extend(self.document.flows.values().filter(|flow| flow.from == node).map(|flow| flow.to));
            open.extend(self.document.nodes.values().filter(|event| event.kind.host() == Some(node)).map(|event| event.id));
        }
        false
    }
}
