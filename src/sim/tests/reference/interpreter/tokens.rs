//! Tokens and the rows of the document, looked up by searching.

use super::{At, Reference, Token, Work};
use crate::model::{FlowId, FlowNode, NodeId, NodeKind, SequenceFlow};

impl Reference<'_> {
    pub(super) fn new_token(&mut self, scope: u32, at: At) -> u32 {
        self.numbers += 1;
        self.tokens.push(Token { number: self.numbers, scope, at });
        self.numbers
    }

    pub(super) fn token(&self, number: u32) -> &Token {
        self.tokens.iter().find(|token| token.number == number).unwrap()
    }

    pub(super) fn set(&mut self, number: u32, at: At) {
        self.tokens.iter_mut().find(|token| token.number == number).unwrap().at = at;
    }

    pub(super) fn remove(&mut self, number: u32) {
        let scope = self.token(number).scope;
        self.tokens.retain(|token| token.number != number);
        self.work.push_back(Work::Look(scope));
    }

    /// Whether the token is one run of the repeated step, not around all of them.
    pub(super) fn is_run(&self, token: u32, node: NodeId) -> bool {
        let scope = self.token(token).scope;
        self.scopes.iter().any(|other| other.number == scope && other.run_of == Some(node))
    }

    pub(super) fn is_around_runs(&self, token: &Token) -> bool {
        self.scopes.iter().any(|scope| scope.holder == Some(token.number) && scope.run_of.is_some())
    }

    /// Events that may happen to the token: at the edge of its step, the event itself, or those behind an event-based gateway.
    pub(super) fn waits_for(&self, token: &Token) -> Vec<NodeId> {
        let At::In(node) = token.at else { return Vec::new() };
        match self.row(node).kind {
            NodeKind::CatchEvent(_) => vec![node],
            NodeKind::EventBasedGateway => self.document.flows.values().filter(|flow| flow.from == node).map(|flow| flow.to).collect(),
            _ if self.is_run(token.number, node) => Vec::new(),
            _ => self.document.nodes.values().filter(|event| event.kind.host() == Some(node)).map(|event| event.id).collect(),
        }
    }

    pub(super) fn incoming(&self, node: NodeId) -> Vec<FlowId> {
        self.document.flows.values().filter(|flow| flow.to == node).map(|flow| flow.id).collect()
    }

    pub(super) fn flow(&self, flow: FlowId) -> &SequenceFlow {
        self.document.flows.get(flow).unwrap()
    }

    pub(super) fn row(&self, node: NodeId) -> &FlowNode {
        self.document.nodes.get(node).unwrap()
    }

    pub(super) fn node(&self, key: &str) -> &FlowNode {
        self.document.nodes.values().find(|node| node.key == key).unwrap()
    }

    pub(super) fn key(&self, node: NodeId) -> String {
        self.row(node).key.clone()
    }
}
