//! Dragging the head of a lane: it changes places with its neighbours.

use super::{Desk, Pointer, Preview};
use crate::edit::{Command, FlowCommand};
use crate::model::{LaneId, Orientation};
use crate::view::Action;
use crate::view::canvas::arrange::row_of;

/// A lane on its way to another place.
#[derive(Clone, Debug)]
pub struct Ordering {
    lane: LaneId,
    is_level: bool,
    /// The lanes of its row with their extent across the flow, as they lay at the beginning.
    row: Vec<(LaneId, f64, f64)>,
}

impl Ordering {
    /// Takes hold of a lane that has neighbours.
    pub fn begin(desk: &Desk<'_>, lane: LaneId) -> Option<Self> {
        let document = desk.context.document;
        let pool = document.pools.get(document.lanes.get(lane)?.pool)?;
        let row = row_of(document, lane);
        (row.len() > 1).then_some(Self { lane, is_level: pool.orientation == Orientation::Horizontal, row })
    }

    /// Follows the pointer. `false` when it was let go.
    pub fn step(&self, pointer: &Pointer, preview: &mut Preview, actions: &mut Vec<Action>) -> bool {
        let way = pointer.at.from(pointer.origin);
        let by = if self.is_level { way.y } else { way.x };
        let to = self.place(by);
        let is_elsewhere = self.row.get(to).is_some_and(|(lane, ..)| *lane != self.lane);
        let command = Command::Flow(FlowCommand::MoveLane { lane: self.lane, to });
        preview.show(is_elsewhere.then_some(command), actions);
        if pointer.is_released {
            preview.commit(actions);
        }
        !pointer.is_released
    }

    /// The number that the lane gets: it changes places when its own border passes the middle of a neighbour.
    fn place(&self, by: f64) -> usize {
        let Some((_, low, high)) = self.row.iter().find(|(lane, ..)| *lane == self.lane) else { return 0 };
        let passed = |(lane, from, to): &&(LaneId, f64, f64)| {
            let middle = (from + to) / 2.0;
            *lane != self.lane && if middle < *low { low + by >= middle } else { high + by > middle }
        };
        self.row.iter().filter(passed).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lane_changes_places_when_its_border_passes_a_middle() {
        let row = vec![(LaneId(1), 0.0, 100.0), (LaneId(2), 100.0, 200.0), (LaneId(3), 200.0, 400.0)];
        let place = |lane, by| Ordering { lane: LaneId(lane), is_level: true, row: row.clone() }.place(by);
        assert_eq!([0.0, 49.0, 51.0, 199.0, 201.0].map(|by| place(1, by)), [0, 0, 1, 1, 2]);
        assert_eq!([0.0, -49.0, -51.0, 99.0, 101.0].map(|by| place(2, by)), [1, 1, 0, 1, 2]);
        assert_eq!([0.0, -49.0, -51.0, -151.0].map(|by| place(3, by)), [2, 2, 1, 0]);
    }
}
