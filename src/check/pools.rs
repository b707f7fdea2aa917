//! Pools and lanes: it is clear who they are.

use super::{Aspect, Problem};
use crate::model::{Document, Subject};

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    for lane in document.lanes.values() {
        let at = Subject::Lane(lane.id);
        if lane.name.trim().is_empty() {
            found.push(Problem::warning("check-lane-name", at).about(Aspect::Name));
        }
        let is_divided = document.lanes.values().any(|other| other.parent == Some(lane.id));
        if lane.role.is_none() && !is_divided {
            found.push(Problem::warning("check-lane-role", at).about(Aspect::Role));
        }
    }
    for pool in document.pools.values().filter(|pool| pool.name.trim().is_empty()) {
        found.push(Problem::warning("check-pool-name", Subject::Pool(pool.id)).about(Aspect::Name));
    }
}
