//! The desks: who has what to do, and by when.

use super::run::Run;
use super::step::{Offer, Spot};
use crate::model::{FormId, RoleId};
use jiff::civil::DateTime;
use std::collections::BTreeMap;

/// What one role has to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Desk {
    /// Who; `None` for steps that nobody is responsible for.
    pub role: Option<RoleId>,
    /// Steps, the most urgent first.
    pub items: Vec<Item>,
}

/// A step to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The step.
    pub at: Spot,
    /// The form to fill in.
    pub form: Option<FormId>,
    /// By when.
    pub due: Option<DateTime>,
    /// Since when it lies there.
    pub since: DateTime,
    /// Whether its time is over.
    pub is_overdue: bool,
    /// In a repeated step, which run it is, from 1.
    pub run: Option<usize>,
}

/// The desks that have something on them, in the order of the roles; steps without role last.
pub fn desks(run: &Run) -> Vec<Desk> {
    let mut by_role = BTreeMap::<(bool, Option<RoleId>), Vec<Item>>::new();
    for offer in run.enabled() {
        if let Offer::Task { at, role, form, due, since, run: number } = offer {
            let is_overdue = due.is_some_and(|due| due < run.state().now());
            by_role.entry((role.is_none(), role)).or_default().push(Item { at, form, due, since, is_overdue, run: number });
        }
    }
    let desk = |((_, role), mut items): ((bool, Option<RoleId>), Vec<Item>)| {
        items.sort_by_key(|item| (item.due.is_none(), item.due, item.since, item.at));
        Desk { role, items }
    };
    by_role.into_iter().map(desk).collect()
}
