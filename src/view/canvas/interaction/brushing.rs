//! The rubber band: selects what lies wholly inside.

use super::{Desk, Pointer};
use crate::drawing::scene::course_bounds;
use crate::model::{Bounds, Subject};
use crate::view::{Action, Selection};
use std::collections::BTreeSet;

/// A rubber band being drawn.
#[derive(Clone, Debug)]
pub struct Brushing {
    /// What was selected before and stays so.
    base: BTreeSet<Subject>,
    /// The band.
    pub area: Bounds,
}

impl Brushing {
    /// Begins; with Shift what is selected stays selected.
    pub fn begin(desk: &Desk<'_>, pointer: &Pointer) -> Self {
        let base = if pointer.modifiers.shift { desk.context.selection.subjects.clone() } else { BTreeSet::new() };
        Self { base, area: Bounds::spanning(pointer.origin, pointer.origin) }
    }

    /// Follows the pointer. `false` when it was let go.
    pub fn step(&mut self, desk: &Desk<'_>, pointer: &Pointer, actions: &mut Vec<Action>) -> bool {
        self.area = Bounds::spanning(pointer.origin, pointer.at);
        let mut chosen = self.base.clone();
        for item in desk.scene.within(self.area) {
            let bounds = item.shape().map(|shape| shape.bounds).or_else(|| course_bounds(&item.edge()?.waypoints));
            if bounds.is_some_and(|bounds| self.area.encloses(bounds)) {
                chosen.insert(item.subject);
            }
        }
        if chosen != desk.context.selection.subjects {
            actions.push(Action::Select(Selection::of(chosen)));
        }
        !pointer.is_released
    }
}
