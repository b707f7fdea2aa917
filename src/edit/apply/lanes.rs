//! New lanes with their roles.

use super::content::add_role;
use crate::edit::draft::Draft;
use crate::edit::keys::free_key;
use crate::edit::{Refusal, tiling};
use crate::model::{Lane, LaneId, PoolId, RoleId, RoleKind, Subject};

pub(super) fn add(draft: &mut Draft, pool: PoolId, parent: Option<LaneId>, name: &str, role: Option<RoleKind>) -> Result<(), Refusal> {
    let mut bands = tiling::Bands::of(&draft.document, pool);
    let id: LaneId = draft.document.new_id();
    let key = free_key(name, &format!("bahn{}", id.0), |key| draft.document.lanes.values().any(|lane| lane.key == key));
    let lane = Lane { id, key, name: name.to_owned(), pool, parent, role: None };
    draft.document.lanes.insert(id, lane);
    draft.created.push(Subject::Lane(id));
    let role = role.map(|kind| role_called(draft, name, kind));
    if let Some(lane) = draft.document.lanes.get_mut(id) {
        lane.role = role;
    }
    bands.add(id, parent);
    bands.tile(draft);
    Ok(())
}

fn role_called(draft: &mut Draft, name: &str, kind: RoleKind) -> RoleId {
    let known = draft.document.roles.values().find(|role| role.name == name && role.kind == kind).map(|role| role.id);
    known.unwrap_or_else(|| add_role(draft, name, kind))
}
