//! Levels within levels, and the runs of repeated steps.

use super::{At, Reference, Scope, Work};
use crate::model::{NodeId, Repetition};

impl Reference<'_> {
    pub(super) fn open(&mut self, holder: Option<u32>, run_of: Option<NodeId>, at: &[NodeId]) {
        self.numbers += 1;
        let number = self.numbers;
        self.scopes.push(Scope { number, holder, run_of });
        for node in at {
            let token = self.new_token(number, At::Entering(*node));
            self.work.push_back(Work::Move(token));
        }
    }

    /// One more run of the repeated step in which the token is.
    pub(super) fn run(&mut self, token: u32, node: NodeId) {
        self.open(Some(token), Some(node), &[node]);
    }

    /// Ends the scope if nothing is in it; whoever holds it goes on.
    pub(super) fn look(&mut self, number: u32) {
        if self.tokens.iter().any(|token| token.scope == number) {
            return;
        }
        let Some(place) = self.scopes.iter().position(|scope| scope.number == number) else { return };
        let scope = self.scopes.remove(place);
        let Some(holder) = scope.holder else { return };
        let At::In(node) = self.token(holder).at else { return };
        let Some(step) = scope.run_of else { return self.done(holder, node) };
        // A repeated step: the token counts its runs by those that are still to come.
        let running = self.scopes.iter().any(|scope| scope.holder == Some(holder));
        self.finished.push(holder);
        let finished = self.finished.iter().filter(|done| **done == holder).count();
        let again = match &self.row(step).repetition {
            Repetition::Loop { maximum, .. } => maximum.is_none_or(|most| finished < most as usize) && self.m > 0,
            Repetition::MultiInstance { is_sequential: true, collection, .. } => finished < collection.parse().unwrap(),
            _ => false,
        };
        if again {
            self.run(holder, step);
        } else if !running {
            self.finished.retain(|done| *done != holder);
            self.done(holder, node);
        }
    }
}
