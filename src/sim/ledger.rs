//! Who wrote which value when: the values of a case with their history.

use super::run::Run;
use super::trace::Happening;
use crate::expr::Value;
use crate::model::NodeId;
use jiff::civil::DateTime;
use std::collections::BTreeMap;

/// A value that was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// The value; null where it was taken away.
    pub value: Value,
    /// The step or event that wrote it.
    pub by: NodeId,
    /// When, on the simulated clock.
    pub at: DateTime,
    /// In which step of the player, from 0.
    pub place: usize,
}

/// All writings by path, of each path the oldest first.
pub fn ledger(run: &Run) -> BTreeMap<String, Vec<Writing>> {
    let mut ledger = BTreeMap::<String, Vec<Writing>>::new();
    for place in 0..run.history().len() {
        for event in run.trace_of(place) {
            if let Happening::ValueSet { path, new, by, .. } = &event.what {
                let writing = Writing { value: new.clone(), by: *by, at: event.at, place };
                ledger.entry(path.clone()).or_default().push(writing);
            }
        }
    }
    ledger
}
