//! The space tool: all that lies beyond the line where the button was pressed moves on or nearer.

use super::{Desk, Hint, Pointer, Preview};
use crate::edit::FlowCommand;
use crate::model::{Orientation, Point, Vector};
use crate::view::Action;
use crate::view::canvas::snap::GRID;

/// Room being made or taken away.
#[derive(Clone, Debug)]
pub struct Spacing {
    /// Where the button was pressed; the line goes through it.
    pub from: Point,
    /// To the side or downwards: as the drag began.
    pub orientation: Orientation,
    /// How far; negative takes room away.
    pub by: f64,
    /// What is said at the pointer.
    pub hint: Option<Hint>,
}

impl Spacing {
    /// Begins; the first way of the pointer says whether the line stands or lies.
    pub fn begin(pointer: &Pointer) -> Self {
        let way = pointer.at.from(pointer.origin);
        let orientation = if way.x.abs() >= way.y.abs() { Orientation::Horizontal } else { Orientation::Vertical };
        Self { from: pointer.origin, orientation, by: 0.0, hint: None }
    }

    /// Follows the pointer. `false` when it was let go.
    pub fn step(&mut self, desk: &Desk<'_>, pointer: &Pointer, preview: &mut Preview, actions: &mut Vec<Action>) -> bool {
        let way = pointer.at.from(self.from);
        let far = if self.orientation == Orientation::Horizontal { way.x } else { way.y };
        let grid = if pointer.snaps { GRID } else { 1.0 };
        self.by = (far / grid).round() * grid;
        let word = if self.by < 0.0 { "canvas-hint-room-taken" } else { "canvas-hint-room" };
        let text = desk.context.texts.with(word, &[("points", (self.by.abs() as usize).into())]);
        self.hint = Some(Hint { text, is_refusal: false });
        let command = desk.here(FlowCommand::MakeRoom { process: desk.process, from: self.from, by: self.way() });
        preview.show((self.by != 0.0).then_some(command), actions);
        if pointer.is_released {
            preview.commit(actions);
        }
        !pointer.is_released
    }

    fn way(&self) -> Vector {
        match self.orientation {
            Orientation::Horizontal => Vector::new(self.by, 0.0),
            Orientation::Vertical => Vector::new(0.0, self.by),
        }
    }
}
