//! Dragging a handle of a shape.

use super::{Desk, Pointer, Preview};
use crate::edit::{Command, FlowCommand};
use crate::model::{Bounds, Point, Subject};
use crate::view::Action;
use crate::view::canvas::camera::on_grid;
use crate::view::canvas::hit::Handle;
use crate::view::canvas::snap::snap_point;
use std::collections::BTreeSet;

/// Least width and height of a shape, in points.
const LEAST: (f64, f64) = (40.0, 30.0);

/// A shape being resized.
#[derive(Clone, Debug)]
pub struct Resizing {
    subject: Subject,
    handle: Handle,
    start: Bounds,
}

impl Resizing {
    /// Takes hold of a handle.
    pub fn begin(desk: &Desk<'_>, subject: Subject, handle: Handle) -> Option<Self> {
        Some(Self { subject, handle, start: desk.scene.bounds(subject)? })
    }

    /// Follows the pointer. `false` when it was let go.
    pub fn step(&self, desk: &Desk<'_>, pointer: &Pointer, preview: &mut Preview, actions: &mut Vec<Action>) -> bool {
        let bounds = self.resized(desk, pointer);
        let command = Command::Flow(FlowCommand::Resize { subject: self.subject, bounds });
        preview.show((bounds != self.start).then_some(command), actions);
        if pointer.is_released {
            preview.commit(actions);
        }
        !pointer.is_released
    }

    fn resized(&self, desk: &Desk<'_>, pointer: &Pointer) -> Bounds {
        let way = pointer.at.from(pointer.origin);
        let held = self.handle.place(self.start);
        let wanted = Point::new(held.x + way.x, held.y + way.y);
        let own = BTreeSet::from([self.subject]);
        let at = if pointer.snaps { snap_point(desk.scene, desk.camera, &own, wanted, &[]) } else { on_grid(wanted, 1.0) };
        let (left, right) = edges(self.handle.x, (self.start.x, self.start.right()), at.x, LEAST.0);
        let (top, bottom) = edges(self.handle.y, (self.start.y, self.start.bottom()), at.y, LEAST.1);
        Bounds::new(left, top, right - left, bottom - top)
    }
}

/// The two edges after one of them was dragged there.
fn edges(side: i8, (low, high): (f64, f64), at: f64, least: f64) -> (f64, f64) {
    match side {
        -1 => (at.min(high - least), high),
        1 => (low, at.max(low + least)),
        _ => (low, high),
    }
}
