//! New pools, and pools that run in the other direction.

use super::content::add_process;
use super::content_of;
use super::tidy::tidy_up;
use crate::edit::draft::Draft;
use crate::edit::tiling;
use crate::edit::{PoolContent, Refusal};
use crate::layout::auto::{Extent, HEAD};
use crate::model::{Bounds, Orientation, Point, Pool, PoolId, Shape, Subject, free_key};

/// Least length and breadth of a new pool, in points.
const USUAL: (f64, f64) = (600.0, 200.0);
/// Breadth of a new black box, in points.
const BLACK_BOX: f64 = 100.0;
/// Room between what a new pool takes in and its edge, in points.
const MARGIN: f64 = 50.0;
/// Room between pools, in points.
const BETWEEN: f64 = 40.0;

pub(super) fn add(draft: &mut Draft, content: PoolContent, name: &str, orientation: Orientation, at: Option<Point>) {
    let process = match content {
        PoolContent::BlackBox => None,
        PoolContent::Process(process) => Some(process),
        PoolContent::NewProcess => Some(add_process(draft, name)),
    };
    let content = process.and_then(|process| tiling::content_bounds(&draft.document, process));
    let bounds = match content {
        Some(content) => round(content, orientation),
        None => beside(draft, process.is_none(), orientation, at),
    };
    let id: PoolId = draft.document.new_id();
    let key = free_key(name, &format!("teilnehmer{}", id.0), |key| draft.document.pools.values().any(|pool| pool.key == key));
    draft.document.pools.insert(id, Pool { id, key, name: name.to_owned(), process, role: None, orientation });
    draft.document.diagram.shapes.insert(Subject::Pool(id), Shape::at(bounds));
    draft.created.push(Subject::Pool(id));
}

/// Turns a pool about its corner and lays its flow out in the new direction; lanes keep their order.
pub(super) fn turn(draft: &mut Draft, pool: PoolId, orientation: Orientation) -> Result<(), Refusal> {
    let Some(frame) = draft.bounds(Subject::Pool(pool)) else { return Err(Refusal::NotDrawn(Subject::Pool(pool))) };
    let mirrored = |at: Point| Point::new(frame.x + at.y - frame.y, frame.y + at.x - frame.x);
    for subject in content_of(&draft.document, &[Subject::Pool(pool)]) {
        let Some(old) = draft.bounds(subject) else { continue };
        let centre = mirrored(old.centre());
        let is_band = matches!(subject, Subject::Pool(_) | Subject::Lane(_));
        let (width, height) = if is_band { (old.height, old.width) } else { (old.width, old.height) };
        draft.set_bounds(subject, Bounds::centred(centre, width, height));
    }
    let Some(turned) = draft.document.pools.get_mut(pool) else { return Err(Refusal::NotThere) };
    turned.orientation = orientation;
    match turned.process {
        Some(process) => tidy_up(draft, &Extent::Process(process), None),
        None => Ok(()),
    }
}

/// Encloses content with head and margins.
fn round(content: Bounds, orientation: Orientation) -> Bounds {
    let inner = content.grown(MARGIN);
    let (length, breadth) = USUAL;
    match orientation {
        Orientation::Horizontal => {
            let (width, height) = ((inner.width + HEAD).max(length), inner.height.max(breadth));
            Bounds::new(inner.x - HEAD, inner.centre().y - height / 2.0, width, height)
        }
        Orientation::Vertical => {
            let (width, height) = (inner.width.max(breadth), (inner.height + HEAD).max(length));
            Bounds::new(inner.centre().x - width / 2.0, inner.y - HEAD, width, height)
        }
    }
}

/// Below all that is drawn (right of it, if it runs downwards), or at the place that was asked for.
fn beside(draft: &Draft, is_black_box: bool, orientation: Orientation, at: Option<Point>) -> Bounds {
    let breadth = if is_black_box { BLACK_BOX } else { USUAL.1 };
    let (width, height) = match orientation {
        Orientation::Horizontal => (USUAL.0, breadth),
        Orientation::Vertical => (breadth, USUAL.0),
    };
    let all = draft.document.diagram.shapes.iter().map(|(_, shape)| shape.bounds).reduce(Bounds::union);
    let corner = match (at, all, orientation) {
        (Some(at), ..) => at,
        (None, Some(all), Orientation::Horizontal) => Point::new(all.x, all.bottom() + BETWEEN),
        (None, Some(all), Orientation::Vertical) => Point::new(all.right() + BETWEEN, all.y),
        (None, None, _) => Point::default(),
    };
    let length = all.filter(|_| is_black_box && at.is_none());
    let width = length.filter(|_| orientation == Orientation::Horizontal).map_or(width, |all| all.width.max(width));
    let height = length.filter(|_| orientation == Orientation::Vertical).map_or(height, |all| all.height.max(height));
    Bounds::new(corner.x, corner.y, width, height)
}
