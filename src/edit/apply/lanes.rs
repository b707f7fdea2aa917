//! New lanes with their roles, and lanes at another place.

use super::content::add_role;
use super::shapes::{content_of, shift_all};
use crate::edit::draft::Draft;
use crate::edit::place::lane_at;
use crate::edit::{Refusal, Side, tiling};
use crate::model::{Document, Lane, LaneId, PoolId, RoleId, RoleKind, Subject, Vector, free_key};

pub(super) fn add(draft: &mut Draft, pool: PoolId, parent: Option<LaneId>, name: &str, role: Option<RoleKind>) {
    let mut bands = tiling::Bands::of(&draft.document, pool);
    let id = make(draft, pool, parent, name);
    let role = role.map(|kind| role_called(draft, name, kind));
    if let Some(lane) = draft.document.lanes.get_mut(id) {
        lane.role = role;
    }
    bands.add(id, parent);
    tile(draft, bands);
}

pub(super) fn add_beside(draft: &mut Draft, lane: LaneId, side: Side, name: &str) -> Result<(), Refusal> {
    let (pool, parent) = draft.document.lanes.get(lane).map(|lane| (lane.pool, lane.parent)).ok_or(Refusal::NotThere)?;
    let mut bands = tiling::Bands::of(&draft.document, pool);
    bands.add_beside(make(draft, pool, parent, name), lane, side);
    tile(draft, bands);
    Ok(())
}

pub(super) fn divide(draft: &mut Draft, pool: PoolId, lane: Option<LaneId>, parts: u8, name: &str) {
    let mut bands = tiling::Bands::of(&draft.document, pool);
    let lanes: Vec<LaneId> = (0..parts).map(|_| make(draft, pool, lane, name)).collect();
    bands.divide(&lanes, lane);
    tile(draft, bands);
}

pub(super) fn reorder(draft: &mut Draft, lane: LaneId, to: usize) -> Result<(), Refusal> {
    let pool = draft.document.lanes.get(lane).ok_or(Refusal::NotThere)?.pool;
    let mut bands = tiling::Bands::of(&draft.document, pool);
    bands.reorder(lane, to);
    tile(draft, bands);
    Ok(())
}

/// A lane that is not drawn yet.
fn make(draft: &mut Draft, pool: PoolId, parent: Option<LaneId>, name: &str) -> LaneId {
    let id: LaneId = draft.document.new_id();
    let key = free_key(name, &format!("bahn{}", id.0), |key| draft.document.lanes.values().any(|lane| lane.key == key));
    draft.document.lanes.insert(id, Lane { id, key, name: name.to_owned(), pool, parent, role: None });
    draft.created.push(Subject::Lane(id));
    id
}

/// Draws the lanes of a pool anew, with what lies in them.
fn tile(draft: &mut Draft, bands: tiling::Bands) {
    let before = draft.document.clone();
    let pool = bands.pool;
    bands.tile(draft);
    carry_content(&before, draft, pool);
}

/// Lanes that had to move on take along what lies in them.
fn carry_content(before: &Document, draft: &mut Draft, pool: PoolId) {
    let Some(process) = before.pools.get(pool).and_then(|pool| pool.process) else { return };
    let place = |subject| before.diagram.shapes.get(subject).map(|shape| shape.bounds);
    for lane in before.lanes.values().filter(|lane| lane.pool == pool) {
        let subject = Subject::Lane(lane.id);
        let (Some(old), Some(new)) = (place(subject), draft.bounds(subject)) else { continue };
        let by = new.corner().from(old.corner());
        if by == Vector::default() {
            continue;
        }
        let nodes = before.children(process, None).filter(|node| node.kind.host().is_none()).map(|node| Subject::Node(node.id));
        let artifacts = before.artifacts.values().filter(|it| it.process == process && it.parent.is_none());
        let beside = nodes.chain(artifacts.map(|it| Subject::Artifact(it.id)));
        let lies_here = |subject: &Subject| place(*subject).and_then(|it| lane_at(before, process, it.centre())) == Some(lane.id);
        let content: Vec<Subject> = beside.filter(lies_here).collect();
        shift_all(draft, content_of(before, &content), by);
    }
}

fn role_called(draft: &mut Draft, name: &str, kind: RoleKind) -> RoleId {
    let known = draft.document.roles.values().find(|role| role.name == name && role.kind == kind).map(|role| role.id);
    known.unwrap_or_else(|| add_role(draft, name, kind))
}
