//! Rules for pools and lanes.

use super::pictures::{drawable, drawn};
use super::{texts, there};
use crate::edit::{FlowCommand, PoolContent, Refusal};
use crate::model::{Document, LaneId, PoolId, Subject};

/// Into how many lanes something can be divided at once.
const PARTS: std::ops::RangeInclusive<u8> = 2..=9;

pub(super) fn may(document: &Document, command: &FlowCommand) -> Result<(), Refusal> {
    match command {
        FlowCommand::AddPool { content, name, at, .. } => {
            texts::name(name)?;
            drawable(at.unwrap_or_default())?;
            let PoolContent::Process(process) = content else { return Ok(()) };
            there(document, Subject::Process(*process))?;
            document.pool_of(*process).map_or(Ok(()), |pool| Err(Refusal::HasPool(Subject::Pool(pool))))
        }
        FlowCommand::AddLane { pool, parent, name, .. } => {
            texts::name(name)?;
            divisible(document, *pool, *parent)
        }
        FlowCommand::AddLaneBeside { lane, name, .. } => {
            texts::name(name)?;
            drawn(document, Subject::Lane(*lane))
        }
        FlowCommand::Divide { pool, lane, parts, name } => {
            texts::name(name)?;
            divisible(document, *pool, *lane)?;
            if !PARTS.contains(parts) {
                return Err(Refusal::NothingToDo);
            }
            document.lanes_in(*pool, *lane).next().map_or(Ok(()), |_| Err(Refusal::AlreadyDivided))
        }
        FlowCommand::MoveLane { lane, .. } => drawn(document, Subject::Lane(*lane)),
        _ => Ok(()),
    }
}

/// Lanes stand in pools that show their process.
fn divisible(document: &Document, pool: PoolId, lane: Option<LaneId>) -> Result<(), Refusal> {
    document.pools.get(pool).ok_or(Refusal::NotThere)?.process.ok_or(Refusal::BlackBox)?;
    drawn(document, Subject::Pool(pool))?;
    let in_pool = |lane| document.lanes.get(lane).is_some_and(|lane| lane.pool == pool);
    if lane.is_none_or(in_pool) { Ok(()) } else { Err(Refusal::NotThere) }
}
