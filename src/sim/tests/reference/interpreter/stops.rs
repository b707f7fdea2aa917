//! What stops others: events at the edge of a step, errors, the end of all.

use super::{At, Reference, Work};
use crate::model::{Event, FlowNode, NodeId, NodeKind};

impl Reference<'_> {
    /// An event at the edge of the step in which the token is.
    pub(super) fn cross(&mut self, token: u32, event: NodeId, is_interrupting: bool) {
        let goes = if is_interrupting {
            self.stop_inside(token);
            self.set(token, At::Entering(event));
            token
        } else {
            self.new_token(self.token(token).scope, At::Entering(event))
        };
        self.work.push_back(Work::Move(goes));
    }

    /// An error: the nearest step around it with an error event at its edge is stopped.
    pub(super) fn throw(&mut self, token: u32) {
        let mut around = self.token(token).scope;
        loop {
            let Some(holder) = self.scopes.iter().find(|scope| scope.number == around).and_then(|scope| scope.holder) else {
                self.empty(around);
                return self.work.push_back(Work::Look(around));
            };
            let At::In(host) = self.token(holder).at else { unreachable!("a holder is in a step") };
            let catches =
                |event: &&FlowNode| matches!(event.kind, NodeKind::BoundaryEvent { host: at, trigger: Event::Error(_), .. } if at == host);
            match self.document.nodes.values().find(catches).map(|event| event.id) {
                Some(event) if !self.is_run(holder, host) => return self.cross(holder, event, true),
                _ => around = self.token(holder).scope,
            }
        }
    }

    fn stop_inside(&mut self, token: u32) {
        self.finished.retain(|done| *done != token);
        while let Some(scope) = self.scopes.iter().find(|scope| scope.holder == Some(token)).map(|scope| scope.number) {
            self.empty(scope);
            self.scopes.retain(|other| other.number != scope);
        }
    }

    /// Takes away all tokens of a scope and what runs inside their steps.
    pub(super) fn empty(&mut self, scope: u32) {
        while let Some(token) = self.tokens.iter().find(|token| token.scope == scope).map(|token| token.number) {
            self.stop_inside(token);
            self.tokens.retain(|other| other.number != token);
        }
    }
}
