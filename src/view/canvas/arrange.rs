//! What can be done with the structure of the picture: lanes, directions, aligning, and leaving the flow.

use super::deeds::Deed;
use super::interaction::Desk;
use crate::edit::{self, Command, FlowCommand, Record, Side};
use crate::layout::align::{Alignment, Distribution};
use crate::model::{Document, LaneId, Orientation, Pool, Subject};
use crate::view::icons::Icon;

/// Something that changes where elements stand, not what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrange {
    /// A new lane beside the selected one.
    LaneBeside(Side),
    /// Divides a pool or lane into two.
    Halve,
    /// Puts the selected lane one place to that side.
    MoveLane(Side),
    /// Lets a pool run in the other direction.
    Turn,
    /// Takes a step out of the flow, which is healed.
    TakeOut,
    /// Aligns what is selected.
    Align(Alignment),
    /// Makes the gaps equal.
    Distribute(Distribution),
}

const ALIGNMENTS: [Alignment; 6] =
    [Alignment::Left, Alignment::Centre, Alignment::Right, Alignment::Top, Alignment::Middle, Alignment::Bottom];

impl Arrange {
    /// Key of its word.
    pub fn word(self, desk: &Desk<'_>) -> &'static str {
        let is_level = orientation(desk) == Orientation::Horizontal;
        match self {
            Self::LaneBeside(Side::Before) if is_level => "canvas-lane-above",
            Self::LaneBeside(Side::Behind) if is_level => "canvas-lane-below",
            Self::LaneBeside(Side::Before) => "canvas-lane-left",
            Self::LaneBeside(Side::Behind) => "canvas-lane-right",
            Self::Halve => "canvas-lane-halve",
            Self::MoveLane(Side::Before) if is_level => "canvas-lane-up",
            Self::MoveLane(Side::Behind) if is_level => "canvas-lane-down",
            Self::MoveLane(Side::Before) => "canvas-lane-to-left",
            Self::MoveLane(Side::Behind) => "canvas-lane-to-right",
            Self::Turn if is_level => "canvas-turn-upright",
            Self::Turn => "canvas-turn-level",
            Self::TakeOut => "canvas-take-out",
            Self::Align(Alignment::Left) => "canvas-align-left",
            Self::Align(Alignment::Centre) => "canvas-align-centre",
            Self::Align(Alignment::Right) => "canvas-align-right",
            Self::Align(Alignment::Top) => "canvas-align-top",
            Self::Align(Alignment::Middle) => "canvas-align-middle",
            Self::Align(Alignment::Bottom) => "canvas-align-bottom",
            Self::Distribute(Distribution::Horizontal) => "canvas-distribute-horizontal",
            Self::Distribute(Distribution::Vertical) => "canvas-distribute-vertical",
        }
    }

    /// Its icon.
    pub fn icon(self, desk: &Desk<'_>) -> Icon {
        let is_level = orientation(desk) == Orientation::Horizontal;
        match self {
            Self::LaneBeside(Side::Before) => Icon::LaneBefore,
            Self::LaneBeside(Side::Behind) => Icon::LaneBehind,
            Self::Halve => Icon::Split,
            Self::MoveLane(Side::Before) => {
                if is_level {
                    Icon::Up
                } else {
                    Icon::Left
                }
            }
            Self::MoveLane(Side::Behind) => {
                if is_level {
                    Icon::Down
                } else {
                    Icon::Right
                }
            }
            Self::Turn => Icon::Turn,
            Self::TakeOut => Icon::TakeOut,
            Self::Align(Alignment::Left) => Icon::AlignLeft,
            Self::Align(Alignment::Centre) => Icon::AlignCentre,
            Self::Align(Alignment::Right) => Icon::AlignRight,
            Self::Align(Alignment::Top) => Icon::AlignTop,
            Self::Align(Alignment::Middle) => Icon::AlignMiddle,
            Self::Align(Alignment::Bottom) => Icon::AlignBottom,
            Self::Distribute(Distribution::Horizontal) => Icon::DistributeHorizontal,
            Self::Distribute(Distribution::Vertical) => Icon::DistributeVertical,
        }
    }

    /// The command that does it; `None` where it does not apply to the selection.
    pub fn command(self, desk: &Desk<'_>) -> Option<Command> {
        let document = desk.context.document;
        let subject = desk.context.selection.primary?;
        let name = || desk.context.texts.get("word-lane").to_owned();
        let subjects = || desk.context.selection.subjects.iter().copied().collect::<Vec<_>>();
        Some(match (self, subject) {
            (Self::LaneBeside(side), Subject::Lane(lane)) => Command::Flow(FlowCommand::AddLaneBeside { lane, side, name: name() }),
            (Self::Halve, Subject::Lane(lane)) => {
                let pool = document.lanes.get(lane)?.pool;
                Command::Flow(FlowCommand::Divide { pool, lane: Some(lane), parts: 2, name: name() })
            }
            (Self::Halve, Subject::Pool(pool)) => Command::Flow(FlowCommand::Divide { pool, lane: None, parts: 2, name: name() }),
            (Self::MoveLane(side), Subject::Lane(lane)) => {
                Command::Flow(FlowCommand::MoveLane { lane, to: place_beside(document, lane, side)? })
            }
            (Self::Turn, Subject::Pool(pool)) => turned(document.pools.get(pool)?),
            (Self::TakeOut, Subject::Node(node)) => Command::Flow(FlowCommand::TakeOut { node }),
            (Self::Align(alignment), _) => edit::align(document, &subjects(), alignment)?,
            (Self::Distribute(distribution), _) => edit::distribute(document, &subjects(), distribution)?,
            _ => return None,
        })
    }
}

fn turned(pool: &Pool) -> Command {
    let orientation = match pool.orientation {
        Orientation::Horizontal => Orientation::Vertical,
        Orientation::Vertical => Orientation::Horizontal,
    };
    Command::Put(Record::Pool(Pool { orientation, ..pool.clone() }))
}

/// Direction of the pool that is selected or round the selection.
fn orientation(desk: &Desk<'_>) -> Orientation {
    let document = desk.context.document;
    let pool = match desk.context.selection.primary {
        Some(Subject::Pool(pool)) => Some(pool),
        Some(Subject::Lane(lane)) => document.lanes.get(lane).map(|lane| lane.pool),
        _ => None,
    };
    pool.and_then(|pool| document.pools.get(pool)).map_or(Orientation::Horizontal, |pool| pool.orientation)
}

/// The lanes of the row in which one lies, in the order in which they are drawn, with their extent across the flow.
pub fn row_of(document: &Document, lane: LaneId) -> Vec<(LaneId, f64, f64)> {
    let Some(it) = document.lanes.get(lane) else { return Vec::new() };
    let is_level = document.pools.get(it.pool).is_none_or(|pool| pool.orientation == Orientation::Horizontal);
    let extent = |lane: LaneId| {
        let at = document.diagram.shapes.get(Subject::Lane(lane))?.bounds;
        Some(if is_level { (lane, at.y, at.bottom()) } else { (lane, at.x, at.right()) })
    };
    let mut row: Vec<(LaneId, f64, f64)> = document.lanes_in(it.pool, it.parent).filter_map(|lane| extent(lane.id)).collect();
    row.sort_by(|a, b| a.1.total_cmp(&b.1));
    row
}

/// The number that a lane gets one place to that side; `None` at the end of its row.
fn place_beside(document: &Document, lane: LaneId, side: Side) -> Option<usize> {
    let row = row_of(document, lane);
    let here = row.iter().position(|(it, ..)| *it == lane)?;
    match side {
        Side::Before => here.checked_sub(1),
        Side::Behind => Some(here + 1).filter(|place| *place < row.len()),
    }
}

/// What the pad offers for a pool or lane.
pub fn for_band(desk: &Desk<'_>, subject: Subject) -> Vec<Deed> {
    let document = desk.context.document;
    let mut deeds = Vec::new();
    match subject {
        Subject::Pool(pool) => {
            let is_open = document.pools.get(pool).is_some_and(|pool| pool.process.is_some());
            if is_open {
                deeds.push(Deed::AddLane);
                if document.lanes_in(pool, None).next().is_none() {
                    deeds.push(Deed::Arrange(Arrange::Halve));
                }
            }
            deeds.push(Deed::Arrange(Arrange::Turn));
        }
        Subject::Lane(lane) => {
            deeds.extend([Side::Before, Side::Behind].map(|side| Deed::Arrange(Arrange::LaneBeside(side))));
            let is_divided = document.lanes.get(lane).is_some_and(|it| document.lanes_in(it.pool, Some(lane)).next().is_some());
            if !is_divided {
                deeds.push(Deed::Arrange(Arrange::Halve));
            }
            let moves = [Side::Before, Side::Behind].into_iter().filter(|side| place_beside(document, lane, *side).is_some());
            deeds.extend(moves.map(|side| Deed::Arrange(Arrange::MoveLane(side))));
        }
        _ => {}
    }
    deeds
}

/// What aligns the selection: six ways from two shapes on, distributing from three on.
pub fn for_several(desk: &Desk<'_>) -> Vec<Deed> {
    let stands = |subject: &&Subject| matches!(subject, Subject::Node(_) | Subject::Artifact(_));
    let count = desk.context.selection.subjects.iter().filter(stands).take(3).count();
    let mut deeds = Vec::new();
    if count > 1 {
        deeds.extend(ALIGNMENTS.map(|alignment| Deed::Arrange(Arrange::Align(alignment))));
    }
    if count > 2 {
        let ways = [Distribution::Horizontal, Distribution::Vertical];
        deeds.extend(ways.map(|distribution| Deed::Arrange(Arrange::Distribute(distribution))));
    }
    deeds
}

/// Whether a node can be taken out of the flow.
pub fn is_in_flow(document: &Document, subject: Subject) -> bool {
    let Some(node) = subject.node().and_then(|node| document.nodes.get(node)) else { return false };
    node.kind.host().is_none() && document.flows.values().any(|flow| flow.from == node.id || flow.to == node.id)
}
