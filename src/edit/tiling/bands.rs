//! The lanes of a pool in the order in which they lie, each with its breadth.

use super::{LEAST_LANE, Strip};
use crate::edit::Side;
use crate::edit::draft::Draft;
use crate::model::{Bounds, Document, LaneId, Orientation, PoolId, Subject};

/// Breadth of a new lane, in points.
const NEW_LANE: f64 = 150.0;

/// A lane with its breadth and the lanes that divide it.
#[derive(Clone, Debug)]
struct Band {
    lane: LaneId,
    breadth: f64,
    inner: Vec<Band>,
}

/// The lanes of a pool in the order in which they lie.
#[derive(Clone, Debug)]
pub(in crate::edit) struct Bands {
    /// The pool.
    pub pool: PoolId,
    /// The direction of the pool.
    pub(super) orientation: Orientation,
    /// Where the pool stands.
    pub(super) frame: Bounds,
    lanes: Vec<Band>,
}

impl Bands {
    /// Reads them from the picture.
    pub fn of(document: &Document, pool: PoolId) -> Self {
        let orientation = document.pools.get(pool).map_or(Orientation::Horizontal, |pool| pool.orientation);
        let frame = document.diagram.shapes.get(Subject::Pool(pool)).map_or(Bounds::default(), |shape| shape.bounds);
        Self { pool, orientation, frame, lanes: read(document, pool, None, orientation, document.lanes.len()) }
    }

    /// Adds a lane behind the others; the first one fills the whole.
    pub fn add(&mut self, lane: LaneId, parent: Option<LaneId>) {
        let whole = Strip::of(self.frame, self.orientation).across.1;
        let Some(siblings) = siblings_in(&mut self.lanes, parent) else { return };
        let breadth = if siblings.is_empty() { breadth_of(&self.lanes, parent).unwrap_or(whole) } else { NEW_LANE };
        if let Some(siblings) = siblings_in(&mut self.lanes, parent) {
            siblings.push(Band { lane, breadth, inner: Vec::new() });
        }
    }

    /// Adds a lane directly beside another.
    pub fn add_beside(&mut self, lane: LaneId, other: LaneId, side: Side) {
        let Some((siblings, index)) = row_of(&mut self.lanes, other) else { return };
        let index = if side == Side::Before { index } else { index + 1 };
        siblings.insert(index, Band { lane, breadth: NEW_LANE, inner: Vec::new() });
    }

    /// Divides the whole, or a lane, evenly into these.
    pub fn divide(&mut self, lanes: &[LaneId], parent: Option<LaneId>) {
        let whole = breadth_of(&self.lanes, parent).unwrap_or(Strip::of(self.frame, self.orientation).across.1);
        let breadth = (whole / lanes.len().max(1) as f64).max(LEAST_LANE);
        if let Some(siblings) = siblings_in(&mut self.lanes, parent) {
            siblings.extend(lanes.iter().map(|lane| Band { lane: *lane, breadth, inner: Vec::new() }));
        }
    }

    /// Puts a lane at another place of its row.
    pub fn reorder(&mut self, lane: LaneId, to: usize) {
        let Some((row, index)) = row_of(&mut self.lanes, lane) else { return };
        let band = row.remove(index);
        row.insert(to.min(row.len()), band);
    }

    /// Takes a lane out and gives its place to its neighbour; the lanes that are gone with it.
    pub fn remove(&mut self, lane: LaneId) -> Vec<LaneId> {
        take(&mut self.lanes, lane).map(|band| lanes_of(&band)).unwrap_or_default()
    }

    /// Draws pool and lanes anew: the pool is as broad as its lanes together, the lanes as long as the pool.
    pub fn tile(mut self, draft: &mut Draft) {
        settle(&mut self.lanes);
        let mut frame = Strip::of(self.frame, self.orientation);
        if !self.lanes.is_empty() {
            frame.across.1 = self.lanes.iter().map(|band| band.breadth).sum();
        }
        draw(draft, &self.lanes, frame.without_head(), self.orientation);
        draft.set_bounds(Subject::Pool(self.pool), frame.bounds(self.orientation));
    }

    /// Gives the pool another frame; the first and the last lane take what it grows or shrinks.
    pub fn reframe(&mut self, bounds: Bounds) {
        let (old, new) = (Strip::of(self.frame, self.orientation), Strip::of(bounds, self.orientation));
        if let Some(first) = first_leaf(&mut self.lanes) {
            first.breadth = (first.breadth + old.across.0 - new.across.0).max(LEAST_LANE);
        }
        if let Some(last) = last_leaf(&mut self.lanes) {
            last.breadth = (last.breadth + new.across_end() - old.across_end()).max(LEAST_LANE);
        }
        self.frame = bounds;
    }

    /// How many heads lie side by side at most: that of the pool and those of the lanes.
    pub(super) fn heads(&self) -> f64 {
        1.0 + depth(&self.lanes) as f64
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

/// The row in which a lane lies, and its number there.
fn row_of(bands: &mut Vec<Band>, lane: LaneId) -> Option<(&mut Vec<Band>, usize)> {
    match bands.iter().position(|band| band.lane == lane) {
        Some(index) => Some((bands, index)),
        None => bands.iter_mut().find_map(|band| row_of(&mut band.inner, lane)),
    }
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

/// A lane that is not divided further.
pub(super) struct Leaf {
    /// Which one.
    pub lane: LaneId,
    /// The lanes round it, itself included.
    pub round: Vec<LaneId>,
}

impl Bands {
    /// The lanes that are not divided further, in order.
    pub(super) fn leaves(&self) -> Vec<Leaf> {
        let mut found = Vec::new();
        gather_leaves(&self.lanes, &mut Vec::new(), &mut found);
        found
    }

    /// Makes a lane broader; if it is divided, its last part takes the room.
    pub(in crate::edit) fn broaden(&mut self, lane: LaneId, by: f64) {
        let last = self.leaves().iter().rposition(|leaf| leaf.round.contains(&lane));
        self.widen(last, by);
    }

    /// Makes a leaf broader, counted among all leaves.
    pub(super) fn widen(&mut self, index: Option<usize>, by: f64) {
        let mut left = index;
        widen_leaf(&mut self.lanes, &mut left, by);
    }
}

fn gather_leaves(bands: &[Band], round: &mut Vec<LaneId>, found: &mut Vec<Leaf>) {
    for band in bands {
        round.push(band.lane);
        if band.inner.is_empty() {
            found.push(Leaf { lane: band.lane, round: round.clone() });
        }
        gather_leaves(&band.inner, round, found);
        round.pop();
    }
}

fn widen_leaf(bands: &mut [Band], left: &mut Option<usize>, by: f64) {
    for band in bands {
        match *left {
            None => return,
            Some(0) if band.inner.is_empty() => {
                band.breadth += by;
                *left = None;
            }
            Some(count) if band.inner.is_empty() => *left = Some(count - 1),
            Some(_) => widen_leaf(&mut band.inner, left, by),
        }
    }
}
