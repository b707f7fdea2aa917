//! Pools and what fills them: lanes lie side by side without gaps, and nothing lies outside.

mod bands;
mod resize;

pub(super) use bands::Bands;
pub(super) use resize::{broaden_lane, resize_lane, resize_pool};

use crate::layout::auto::HEAD;
use crate::model::{Bounds, Document, NodeId, NodeKind, Orientation, PoolId, ProcessId, Subject};

/// Least breadth of a lane, in points.
pub(in crate::edit) const LEAST_LANE: f64 = 60.0;
/// Least length of a pool, in points.
pub(in crate::edit) const LEAST_LENGTH: f64 = 200.0;
/// Room between content and the edge of what holds it, in points.
const PADDING: f64 = 20.0;
/// Room for the name of a sub-process above its content, in points.
const TITLE: f64 = 20.0;

/// The room that the content of a sub-process needs, with padding; `None` if it is empty.
pub(in crate::edit) fn needed_by_content(document: &Document, sub_process: NodeId) -> Option<Bounds> {
    let node = document.nodes.get(sub_process)?;
    if !matches!(node.kind, NodeKind::SubProcess { .. }) {
        return None;
    }
    drawn(document, node.process, |parent| parent == Some(sub_process)).map(|bounds| {
        let room = bounds.grown(PADDING);
        Bounds { y: room.y - TITLE, height: room.height + TITLE, ..room }
    })
}

/// The room that all of a process takes, without margin.
pub(in crate::edit) fn content_bounds(document: &Document, process: ProcessId) -> Option<Bounds> {
    drawn(document, process, |parent| parent.is_none())
}

fn drawn(document: &Document, process: ProcessId, is_in: impl Fn(Option<NodeId>) -> bool) -> Option<Bounds> {
    let nodes = document.nodes.values().filter(|it| it.process == process && is_in(it.parent)).map(|it| Subject::Node(it.id));
    let artifacts = document.artifacts.values().filter(|it| it.process == process && is_in(it.parent)).map(|it| Subject::Artifact(it.id));
    let shapes = nodes.chain(artifacts).filter_map(|subject| document.diagram.shapes.get(subject));
    shapes.map(|shape| shape.bounds).reduce(Bounds::union)
}

/// A rectangle seen in the direction of the flow.
#[derive(Clone, Copy, Debug)]
pub(in crate::edit) struct Strip {
    /// Where it begins in the direction of the flow, and how long it is.
    pub along: (f64, f64),
    /// Where it begins across the flow, and how broad it is.
    pub across: (f64, f64),
}

impl Strip {
    /// The rectangle in this direction.
    pub fn of(bounds: Bounds, orientation: Orientation) -> Self {
        let (horizontal, vertical) = ((bounds.x, bounds.width), (bounds.y, bounds.height));
        match orientation {
            Orientation::Horizontal => Self { along: horizontal, across: vertical },
            Orientation::Vertical => Self { along: vertical, across: horizontal },
        }
    }

    /// The rectangle on the screen.
    pub fn bounds(self, orientation: Orientation) -> Bounds {
        let ((x, width), (y, height)) = match orientation {
            Orientation::Horizontal => (self.along, self.across),
            Orientation::Vertical => (self.across, self.along),
        };
        Bounds::new(x, y, width, height)
    }

    /// Where it ends across the flow.
    pub fn across_end(self) -> f64 {
        self.across.0 + self.across.1
    }

    /// Where it ends in the direction of the flow.
    pub fn along_end(self) -> f64 {
        self.along.0 + self.along.1
    }

    fn without_head(self) -> Self {
        Self { along: (self.along.0 + HEAD, self.along.1 - HEAD), ..self }
    }
}

/// The bounds that a pool needs for its content, heads and padding included; `None` if it is empty.
pub(in crate::edit) fn needed_by_pool(document: &Document, pool: PoolId) -> Option<Bounds> {
    let content = content_bounds(document, document.pools.get(pool)?.process?)?;
    let bands = Bands::of(document, pool);
    let mut strip = Strip::of(content.grown(PADDING), bands.orientation);
    let heads = bands.heads() * HEAD;
    strip.along = (strip.along.0 - heads, strip.along.1 + heads);
    Some(strip.bounds(bands.orientation))
}
