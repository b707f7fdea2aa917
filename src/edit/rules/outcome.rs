//! What must be true after every command: all lies in the drawable world, nothing lies too deep in other things, and
//! connections stay inside their scope.

use super::connection;
use crate::edit::Refusal;
use crate::model::{Bounds, DEEPEST, Document, ElementKind, FlowNode, FormElement, NodeId, SequenceFlow, Subject};
use std::iter::successors;

/// Whether a document may be left like this by a command.
pub(in crate::edit) fn outcome(before: &Document, after: &Document) -> Result<(), Refusal> {
    inside_world(before, after)?;
    not_too_deep(before, after)?;
    if before.nodes.same_as(&after.nodes) {
        return Ok(());
    }
    inside_scope(before, after)?;
    messages(before, after)
}

/// Only flows that were changed can cross a border, or any once a node has gone over one.
fn inside_scope(before: &Document, after: &Document) -> Result<(), Refusal> {
    let is_elsewhere =
        |(id, node): (NodeId, &FlowNode)| before.nodes.get(id).is_some_and(|old| old.process != node.process || old.parent != node.parent);
    let has_crossed = |flow: &SequenceFlow| match (after.nodes.get(flow.from), after.nodes.get(flow.to)) {
        (Some(from), Some(to)) if from.process != to.process => Err(Refusal::CrossesPool),
        (Some(from), Some(to)) if from.parent != to.parent => Err(Refusal::CrossesSubProcess),
        _ => Ok(()),
    };
    if after.nodes.changed_since(&before.nodes).any(is_elsewhere) {
        return after.flows.values().try_for_each(has_crossed);
    }
    after.flows.changed_since(&before.flows).try_for_each(|(_, flow)| has_crossed(flow))
}

/// A shape near the rim of the world may lie in it while its label or a line round it would not.
fn inside_world(before: &Document, after: &Document) -> Result<(), Refusal> {
    let fits = |label: Option<Bounds>| label.is_none_or(Bounds::is_drawable);
    let mut shapes = after.diagram.shapes.changed_since(&before.diagram.shapes);
    let mut edges = after.diagram.edges.changed_since(&before.diagram.edges);
    let is_inside = shapes.all(|(_, shape)| shape.bounds.is_drawable() && fits(shape.label))
        && edges.all(|(_, edge)| fits(edge.label) && edge.waypoints.iter().all(|point| point.is_drawable()));
    if is_inside { Ok(()) } else { Err(Refusal::OutsideWorld) }
}

/// What lies deeper than this could not be read from a file again.
fn not_too_deep(before: &Document, after: &Document) -> Result<(), Refusal> {
    let mut nodes = after.nodes.changed_since(&before.nodes).filter(|(_, node)| node.parent.is_some());
    let has_gone_in = nodes.any(|(id, node)| before.nodes.get(id).is_none_or(|old| old.parent != node.parent));
    let is_fit = (!has_gone_in || after.nodes.keys().all(|id| depth(id, |id| after.nodes.get(id)?.parent) <= DEEPEST))
        && (after.lanes.same_as(&before.lanes) || after.lanes.keys().all(|id| depth(id, |id| after.lanes.get(id)?.parent) <= DEEPEST))
        && after.forms.changed_since(&before.forms).all(|(_, form)| form.pages.iter().all(|page| groups(&page.elements) <= DEEPEST));
    if is_fit { Ok(()) } else { Err(Refusal::TooDeep { limit: DEEPEST }) }
}

/// How many lie in each other down to this one, itself included; counts no farther than is needed to know.
fn depth<Id: Copy>(start: Id, parent: impl Fn(Id) -> Option<Id>) -> usize {
    successors(Some(start), |id| parent(*id)).take(DEEPEST + 1).count()
}

/// How many groups lie in each other.
fn groups(elements: &[FormElement]) -> usize {
    let deep = elements.iter().map(|element| match &element.kind {
        ElementKind::Group(group) => 1 + groups(&group.elements),
        _ => 0,
    });
    deep.max().unwrap_or(0)
}

/// Messages that were good before must still lead from one pool to another.
fn messages(before: &Document, after: &Document) -> Result<(), Refusal> {
    for flow in after.message_flows.values() {
        let was_good =
            before.message_flows.contains(flow.id) && connection(before, flow.from, flow.to, Some(Subject::MessageFlow(flow.id))).is_ok();
        if was_good && connection(after, flow.from, flow.to, Some(Subject::MessageFlow(flow.id))) == Err(Refusal::MessageInsidePool) {
            return Err(Refusal::MessageInsidePool);
        }
    }
    Ok(())
}
