//! Flow coordinates: `along` the flow and `across` it, whichever way the pool runs.

use crate::model::{Bounds, Orientation};

/// Turns flow coordinates into those of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Axes(pub Orientation);

impl Axes {
    /// A size on the screen as along and across.
    pub fn flow_size(self, (width, height): (f64, f64)) -> (f64, f64) {
        match self.0 {
            Orientation::Horizontal => (width, height),
            Orientation::Vertical => (height, width),
        }
    }

    /// A rectangle on the screen from its flow coordinates and sizes.
    pub fn bounds(self, along: f64, across: f64, length: f64, breadth: f64) -> Bounds {
        match self.0 {
            Orientation::Horizontal => Bounds::new(along, across, length, breadth),
            Orientation::Vertical => Bounds::new(across, along, breadth, length),
        }
    }
}
