//! Where the keys lead from an element: along the flow, or to the neighbour on one side.

use crate::model::{FlowIndex, NodeId, Point, Subject};
use crate::view::canvas::interaction::Desk;
use std::collections::{BTreeSet, VecDeque};

/// The nodes in the order of the flow, from the start events on; what the flow does not reach comes last.
pub fn order(desk: &Desk<'_>) -> Vec<Subject> {
    let document = desk.context.document;
    let index = FlowIndex::of(document);
    let shown: Vec<NodeId> = desk.scene.nodes().map(|(id, _)| id).collect();
    let mut beginnings: Vec<NodeId> = shown.iter().copied().filter(|id| index.incoming(*id).is_empty()).collect();
    beginnings.extend(&shown);
    let is_shown: BTreeSet<NodeId> = shown.into_iter().collect();
    let mut seen = BTreeSet::new();
    let mut order = Vec::new();
    for beginning in beginnings {
        let mut open = VecDeque::from([beginning]);
        while let Some(node) = open.pop_front() {
            if !is_shown.contains(&node) || !seen.insert(node) {
                continue;
            }
            order.push(Subject::Node(node));
            let next = index.outgoing(node).iter().filter_map(|flow| document.flows.get(*flow)).map(|flow| flow.to);
            open.extend(next);
        }
    }
    order
}

/// The node so many places further in the order of the flow; none beyond its ends.
pub fn along(desk: &Desk<'_>, from: Subject, steps: isize) -> Option<Subject> {
    let order = order(desk);
    let place = order.iter().position(|subject| *subject == from);
    match place {
        Some(place) => order.get(place.checked_add_signed(steps)?).copied(),
        None => order.first().copied(),
    }
}

/// The nearest node on that side: far along it costs less than beside it.
pub fn neighbour(desk: &Desk<'_>, from: Subject, (x, y): (f64, f64)) -> Option<Subject> {
    let here = desk.scene.bounds(from)?.centre();
    let cost = |there: Point| {
        let way = there.from(here);
        let (ahead, aside) = (way.x * x + way.y * y, (way.x * y).abs() + (way.y * x).abs());
        (ahead > 1.0 && aside <= ahead * 2.0).then_some(ahead + 2.0 * aside)
    };
    let others = desk.scene.nodes().filter(|(id, _)| Subject::Node(*id) != from);
    let reached = others.filter_map(|(id, item)| Some((cost(item.shape()?.bounds.centre())?, Subject::Node(id))));
    reached.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, subject)| subject)
}
