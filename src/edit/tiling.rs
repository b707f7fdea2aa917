//! Pools and what fills them: lanes lie side by side without gaps, and nothing lies outside.

use super::Refusal;
use super::draft::Draft;
use crate::model::{Bounds, Document, LaneId, NodeId, NodeKind, Orientation, Point, PoolId, ProcessId, Shape, Subject};

/// Breadth of the head of a pool or lane, in points.
pub(super) const HEAD: f64 = 30.0;
/// Breadth of a new lane, in points.
const NEW_LANE: f64 = 150.0;
/// Least breadth of a lane, in points.
pub(super) const LEAST_LANE: f64 = 60.0;
/// Least length of a pool, in points.
pub(super) const LEAST_LENGTH: f64 = 200.0;
/// Room between content and the edge of what holds it, in points.
const PADDING: f64 = 20.0;

/// The middle of a course, measured along it.
pub(super) fn middle_of(points: &[Point]) -> Point {
    let length: f64 = points.windows(2).map(|pair| span(pair)).sum();
    let mut left = length / 2.0;
    for pair in points.windows(2) {
        let here = span(pair);
        if here >= left && here > 0.0 {
            let [a, b] = pair else { break };
            let part = left / here;
            return Point::new(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part);
        }
        left -= here;
    }
    points.first().copied().unwrap_or_default()
}

fn span(pair: &[Point]) -> f64 {
    match pair {
        [a, b] => a.distance(*b),
        _ => 0.0,
    }
}

/// The room that the content of a sub-process needs, with padding; `None` if it is empty.
pub(super) fn needed_by_content(document: &Document, sub_process: NodeId) -> Option<Bounds> {
    let node = document.nodes.get(sub_process)?;
    if !matches!(node.kind, NodeKind::SubProcess { .. }) {
        return None;
    }
    drawn(document, node.process, |parent| parent == Some(sub_process)).map(|bounds| bounds.grown(PADDING))
}

/// The room that all of a process takes, without margin.
pub(super) fn content_bounds(document: &Document, process: ProcessId) -> Option<Bounds> {
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
struct Strip {
    /// Where it begins in the direction of the flow, and how long it is.
    along: (f64, f64),
    /// Where it begins across the flow, and how broad it is.
    across: (f64, f64),
}

impl Strip {
    fn of(bounds: Bounds, orientation: Orientation) -> Self {
        let (horizontal, vertical) = ((bounds.x, bounds.width), (bounds.y, bounds.height));
        match orientation {
            Orientation::Horizontal => Self { along: horizontal, across: vertical },
            Orientation::Vertical => Self { along: vertical, across: horizontal },
        }
    }

    fn bounds(self, orientation: Orientation) -> Bounds {
        let ((x, width), (y, height)) = match orientation {
            Orientation::Horizontal => (self.along, self.across),
            Orientation::Vertical => (self.across, self.along),
        };
        Bounds::new(x, y, width, height)
    }

    fn across_end(self) -> f64 {
        self.across.0 + self.across.1
    }

    fn along_end(self) -> f64 {
        self.along.0 + self.along.1
    }

    fn without_head(self) -> Self {
        Self { along: (self.along.0 + HEAD, self.along.1 - HEAD), ..self }
    }
}

/// A lane with its breadth and the lanes that divide it.
#[derive(Clone, Debug)]
struct Band {
    lane: LaneId,
    breadth: f64,
    inner: Vec<Band>,
}

/// The lanes of a pool in the order in which they lie.
#[derive(Clone, Debug)]
pub(super) struct Bands {
    pool: PoolId,
    orientation: Orientation,
    frame: Bounds,
    bands: Vec<Band>,
}

impl Bands {
    /// Reads them from the picture.
    pub fn of(document: &Document, pool: PoolId) -> Self {
        let orientation = document.pools.get(pool).map_or(Orientation::Horizontal, |pool| pool.orientation);
        let frame = document.diagram.shapes.get(Subject::Pool(pool)).map_or(Bounds::default(), |shape| shape.bounds);
        Self { pool, orientation, frame, bands: read(document, pool, None, orientation, document.lanes.len()) }
    }

    /// Adds a lane behind the others; the first one fills the whole.
    pub fn add(&mut self, lane: LaneId, parent: Option<LaneId>) {
        let whole = Strip::of(self.frame, self.orientation).across.1;
        let Some(siblings) = siblings_in(&mut self.bands, parent) else { return };
        let breadth = if siblings.is_empty() { breadth_of(&self.bands, parent).unwrap_or(whole) } else { NEW_LANE };
        if let Some(siblings) = siblings_in(&mut self.bands, parent) {
            siblings.push(Band { lane, breadth, inner: Vec::new() });
        }
    }

    /// Takes a lane out and gives its place to its neighbour; the lanes that are gone with it.
    pub fn remove(&mut self, lane: LaneId) -> Vec<LaneId> {
        take(&mut self.bands, lane).map(|band| lanes_of(&band)).unwrap_or_default()
    }

    /// Draws pool and lanes anew: the pool is as broad as its lanes together, the lanes as long as the pool.
    pub fn tile(&mut self, draft: &mut Draft) {
        settle(&mut self.bands);
        let mut frame = Strip::of(self.frame, self.orientation);
        if !self.bands.is_empty() {
            frame.across.1 = self.bands.iter().map(|band| band.breadth).sum();
        }
        draw(draft, &self.bands, frame.without_head(), self.orientation);
        draft.set_bounds(Subject::Pool(self.pool), frame.bounds(self.orientation));
    }

    /// Gives the pool another frame; the first and the last lane take what it grows or shrinks.
    pub fn reframe(&mut self, bounds: Bounds) {
        let (old, new) = (Strip::of(self.frame, self.orientation), Strip::of(bounds, self.orientation));
        if let Some(first) = first_leaf(&mut self.bands) {
            first.breadth = (first.breadth + old.across.0 - new.across.0).max(LEAST_LANE);
        }
        if let Some(last) = last_leaf(&mut self.bands) {
            last.breadth = (last.breadth + new.across_end() - old.across_end()).max(LEAST_LANE);
        }
        self.frame = bounds;
    }

    /// How many heads lie side by side at most: that of the pool and those of the lanes.
    fn heads(&self) -> f64 {
        1.0 + depth(&self.bands) as f64
    }
}

fn depth(bands: &[Band]) -> usize {
    bands.iter().map(|band| 1 + depth(&band.inner)).max().unwrap_or(0)
}

fn read(document: &Document, pool: PoolId, parent: Option<LaneId>, orientation: Orientation, levels: usize) -> Vec<Band> {
    let place = |lane| document.diagram.shapes.get(Subject::Lane(lane)).map_or(Bounds::default(), |shape| shape.bounds);
    let mut found: Vec<(f64, Band)> = document
        .lanes_in(pool, parent)
        .filter(|_| levels > 0)
        .map(|lane| {
            let strip = Strip::of(place(lane.id), orientation);
            let inner = read(document, pool, Some(lane.id), orientation, levels - 1);
            (strip.across.0, Band { lane: lane.id, breadth: strip.across.1, inner })
        })
        .collect();
    found.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    found.into_iter().map(|(_, band)| band).collect()
}

fn siblings_in(bands: &mut Vec<Band>, parent: Option<LaneId>) -> Option<&mut Vec<Band>> {
    let Some(parent) = parent else { return Some(bands) };
    bands.iter_mut().find_map(|band| if band.lane == parent { Some(&mut band.inner) } else { siblings_in(&mut band.inner, Some(parent)) })
}

fn breadth_of(bands: &[Band], lane: Option<LaneId>) -> Option<f64> {
    bands.iter().find_map(|band| if Some(band.lane) == lane { Some(band.breadth) } else { breadth_of(&band.inner, lane) })
}

fn take(bands: &mut Vec<Band>, lane: LaneId) -> Option<Band> {
    let Some(index) = bands.iter().position(|band| band.lane == lane) else {
        return bands.iter_mut().find_map(|band| take(&mut band.inner, lane));
    };
    let gone = bands.remove(index);
    let heir = if index == 0 { bands.first_mut() } else { bands.get_mut(index - 1) };
    if let Some(heir) = heir {
        widen(heir, gone.breadth, index == 0);
    }
    Some(gone)
}

/// Makes a lane broader; if it is divided, its first or last part takes the room.
fn widen(band: &mut Band, by: f64, at_the_front: bool) {
    band.breadth += by;
    let part = if at_the_front { band.inner.first_mut() } else { band.inner.last_mut() };
    if let Some(part) = part {
        widen(part, by, at_the_front);
    }
}

fn lanes_of(band: &Band) -> Vec<LaneId> {
    std::iter::once(band.lane).chain(band.inner.iter().flat_map(lanes_of)).collect()
}

/// A divided lane is as broad as its parts.
fn settle(bands: &mut [Band]) {
    for band in bands {
        settle(&mut band.inner);
        if !band.inner.is_empty() {
            band.breadth = band.inner.iter().map(|inner| inner.breadth).sum();
        }
    }
}

fn draw(draft: &mut Draft, bands: &[Band], room: Strip, orientation: Orientation) {
    let mut at = room.across.0;
    for band in bands {
        let strip = Strip { along: room.along, across: (at, band.breadth) };
        draft.set_bounds(Subject::Lane(band.lane), strip.bounds(orientation));
        draw(draft, &band.inner, strip.without_head(), orientation);
        at += band.breadth;
    }
}

fn first_leaf(bands: &mut [Band]) -> Option<&mut Band> {
    let band = bands.first_mut()?;
    if band.inner.is_empty() { Some(band) } else { first_leaf(&mut band.inner) }
}

fn last_leaf(bands: &mut [Band]) -> Option<&mut Band> {
    let band = bands.last_mut()?;
    if band.inner.is_empty() { Some(band) } else { last_leaf(&mut band.inner) }
}

/// The bounds that a pool needs for its content, heads and padding included; `None` if it is empty.
pub(super) fn needed_by_pool(document: &Document, pool: PoolId) -> Option<Bounds> {
    let content = content_bounds(document, document.pools.get(pool)?.process?)?;
    let bands = Bands::of(document, pool);
    let mut strip = Strip::of(content.grown(PADDING), bands.orientation);
    let heads = bands.heads() * HEAD;
    strip.along = (strip.along.0 - heads, strip.along.1 + heads);
    Some(strip.bounds(bands.orientation))
}

/// Gives a pool these bounds, but no less than its content and its lanes need.
pub(super) fn resize_pool(draft: &mut Draft, pool: PoolId, bounds: Bounds) {
    let needed = needed_by_pool(&draft.document, pool);
    let mut bands = Bands::of(&draft.document, pool);
    bands.reframe(needed.map_or(bounds, |needed| needed.union(bounds)));
    bands.tile(draft);
}

/// Gives a lane these bounds: what it gains or loses across the flow its neighbours lose or gain, or
/// the pool, if it has none there; along the flow the whole pool changes.
pub(super) fn resize_lane(draft: &mut Draft, lane: LaneId, bounds: Bounds) -> Result<(), Refusal> {
    let pool = draft.document.lanes.get(lane).ok_or(Refusal::NotThere)?.pool;
    let _ = (pool, bounds, Shape::at(bounds));
    Ok(())
}
