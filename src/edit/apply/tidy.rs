//! Automatic layout as a change of the document.

use super::content_of;
use crate::edit::draft::Draft;
use crate::edit::{Refusal, tiling};
use crate::layout::auto::{Extent, Stopped, lay_out};
use crate::model::{Bounds, Diagram, Document, Edge, NodeId, Orientation, Shape, Subject, Vector};

/// Lays out what is drawn on the canvas of the draft, and what is drawn nowhere yet. Pools of which the direction is asked for
/// get it; courses by hand are given up; what stands in a sub-process that is moved as a whole goes with it. What stands on
/// the canvas of a closed sub-process keeps its corner.
pub(super) fn tidy_up(draft: &mut Draft, extent: &Extent, orientation: Option<Orientation>) -> Result<(), Refusal> {
    let plan = plan(draft, extent, orientation)?;
    let by = draft.plane.filter(|_| !matches!(extent, Extent::Nodes(_))).map(|plane| homewards(&draft.document, &plan, plane));
    let by = by.unwrap_or_default();
    for (subject, by) in carried(draft, &plan) {
        if let Some(shape) = draft.document.diagram.shapes.get_mut(subject) {
            shape.bounds = shape.bounds.moved(by);
        }
    }
    for (subject, shape) in plan.shapes.iter() {
        if is_here(draft, subject) || !draft.document.diagram.shapes.contains(subject) {
            let shape = Shape { bounds: shape.bounds.moved(by), ..shape.clone() };
            draft.document.diagram.shapes.insert(subject, shape);
            turn(draft, subject, orientation);
        }
    }
    for (subject, edge) in plan.edges.iter() {
        if is_here(draft, subject) || !draft.document.diagram.edges.contains(subject) {
            let waypoints = edge.waypoints.iter().map(|point| point.moved(by)).collect();
            draft.document.diagram.edges.insert(subject, Edge { waypoints, ..edge.clone() });
        }
    }
    draft.keeps_scopes = true;
    Ok(())
}

/// Whether an element stands on the canvas that is laid out.
fn is_here(draft: &Draft, subject: Subject) -> bool {
    draft.document.plane_of(subject) == draft.plane
}

fn turn(draft: &mut Draft, subject: Subject, orientation: Option<Orientation>) {
    if let (Subject::Pool(pool), Some(orientation)) = (subject, orientation)
        && let Some(pool) = draft.document.pools.get_mut(pool)
    {
        pool.orientation = orientation;
    }
}

/// From where a plan puts what is on a canvas to where it stands now.
fn homewards(document: &Document, plan: &Diagram, plane: NodeId) -> Vector {
    let corner = |diagram: &Diagram| {
        let here = diagram.shapes.iter().filter(|(subject, _)| document.plane_of(*subject) == Some(plane));
        here.map(|(_, shape)| shape.bounds).reduce(Bounds::union).map(Bounds::corner)
    };
    corner(&document.diagram).zip(corner(plan)).map(|(now, then)| now.from(then)).unwrap_or_default()
}

/// The plan; lanes that are too narrow for what is to stand in them are made broader first.
fn plan(draft: &mut Draft, extent: &Extent, orientation: Option<Orientation>) -> Result<Diagram, Refusal> {
    for _ in 0..=draft.document.lanes.len() {
        match lay_out(&draft.document, extent, orientation, &draft.progress) {
            Ok(plan) => return Ok(plan),
            Err(Stopped::Cancelled) => return Err(Refusal::Cancelled),
            Err(Stopped::Narrow { lane, by }) => tiling::broaden_lane(draft, lane, by)?,
        }
    }
    Err(Refusal::NothingToDo)
}

/// What is in sub-processes of the plan without being in it, and how far it goes.
fn carried(draft: &Draft, plan: &Diagram) -> Vec<(Subject, Vector)> {
    let document = &draft.document;
    let place = |subject| document.diagram.shapes.get(subject).map(|shape| shape.bounds);
    let holders = document.nodes.values().filter_map(|node| node.parent).collect::<std::collections::BTreeSet<_>>();
    let mut found = Vec::new();
    for (subject, shape) in plan.shapes.iter().filter(|(subject, _)| subject.node().is_some_and(|node| holders.contains(&node))) {
        let Some(old) = place(subject).filter(|old| old.corner() != shape.bounds.corner()) else { continue };
        let by = shape.bounds.corner().from(old.corner());
        let inside = content_of(document, &[subject]).into_iter().filter(|inner| !plan.shapes.contains(*inner) && is_here(draft, *inner));
        found.extend(inside.map(|inner| (inner, by)));
    }
    found
}
