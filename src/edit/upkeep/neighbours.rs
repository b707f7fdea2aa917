//! Pools beside one that grew make way with all that is in them, and push their own neighbours on.

use crate::edit::apply::{content_of, shift_all};
use crate::edit::draft::Draft;
use crate::model::{Bounds, Document, PoolId, Subject, Vector};

/// Room that stays between a pool that grew and its neighbour, in points; less where there was less before.
const BETWEEN: f64 = 40.0;

pub(super) fn push(before: &Document, draft: &mut Draft) {
    if before.diagram.shapes.same_as(&draft.document.diagram.shapes) {
        return;
    }
    let pools: Vec<PoolId> = draft.document.pools.keys().collect();
    let mut due: Vec<(PoolId, Option<Side>)> =
        pools.iter().copied().filter(|pool| has_grown(before, draft, *pool)).map(|pool| (pool, None)).collect();
    // What was pushed pushes on in the same direction only, so it ends; the limit is for pools that lay upon each other.
    for _ in 0..pools.len() * pools.len() {
        let Some((pool, only)) = due.pop() else { return };
        for other in pools.iter().copied().filter(|other| *other != pool) {
            if let Some((side, by)) = way(before, draft, pool, other).filter(|(side, _)| only.is_none_or(|only| only == *side)) {
                let all = content_of(&draft.document, &[Subject::Pool(other)]);
                shift_all(draft, all, by);
                due.push((other, Some(side)));
            }
        }
    }
}

/// The direction of a push.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Down,
    Up,
    Right,
    Left,
}

/// Whether a pool is new or larger than before.
fn has_grown(before: &Document, draft: &Draft, pool: PoolId) -> bool {
    let old = before.diagram.shapes.get(Subject::Pool(pool)).map(|shape| shape.bounds);
    let new = draft.bounds(Subject::Pool(pool));
    new.is_some_and(|new| old.is_none_or(|old| new.width > old.width + 0.001 || new.height > old.height + 0.001))
}

/// How far the other has to go, if it stood aside before and is in the way now.
fn way(before: &Document, draft: &Draft, pool: PoolId, other: PoolId) -> Option<(Side, Vector)> {
    let (now, there) = (draft.bounds(Subject::Pool(pool))?, draft.bounds(Subject::Pool(other))?);
    let old = before.diagram.shapes.get(Subject::Pool(pool)).map(|shape| shape.bounds);
    // A new pool spreads from its middle.
    let old = old.unwrap_or(Bounds::centred(now.centre(), 0.0, 0.0));
    let then = before.diagram.shapes.get(Subject::Pool(other))?.bounds;
    let beside = now.y < there.bottom() && there.y < now.bottom();
    let over = now.x < there.right() && there.x < now.right();
    let sides = [
        (then.y - old.bottom(), over, Side::Down, now.bottom() - there.y),
        (old.y - then.bottom(), over, Side::Up, there.bottom() - now.y),
        (then.x - old.right(), beside, Side::Right, now.right() - there.x),
        (old.x - then.right(), beside, Side::Left, there.right() - now.x),
    ];
    let (gap, in_way, side, overlap) = sides.into_iter().max_by(|(a, ..), (b, ..)| a.total_cmp(b))?;
    let missing = overlap + gap.min(BETWEEN);
    let by = match side {
        Side::Down => Vector::new(0.0, missing),
        Side::Up => Vector::new(0.0, -missing),
        Side::Right => Vector::new(missing, 0.0),
        Side::Left => Vector::new(-missing, 0.0),
    };
    (gap >= 0.0 && in_way && missing > 0.001).then_some((side, by))
}
