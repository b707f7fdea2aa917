//! The order in which a canvas is read: participants and bands, the flow from its beginnings on, what stands beside it.

use crate::drawing::scene::{Plane, Scene};
use crate::edit::{Line, reading_order};
use crate::model::{Document, FlowId, FlowNode, NodeId, ProcessId, SequenceFlow, Subject, Table};
use std::collections::{BTreeMap, BTreeSet};

/// The elements of a canvas in reading order; kept until they or the flow change.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    order: Vec<Subject>,
    with_connections: Vec<Subject>,
    places: BTreeMap<Subject, usize>,
    first_step: usize,
    steps: usize,
    version: u64,
    source: Option<Source>,
}

/// What the order was read from.
type Source = (Table<NodeId, FlowNode>, Table<FlowId, SequenceFlow>, usize, Option<Plane>);

impl Reading {
    /// Brings the order up to date; costs nothing while the flow is the same.
    pub fn update(&mut self, document: &Document, scene: &Scene) {
        let is_same = |(nodes, flows, count, plane): &Source| {
            nodes.same_as(&document.nodes) && flows.same_as(&document.flows) && *count == scene.items().len() && *plane == scene.plane()
        };
        if self.source.as_ref().is_some_and(is_same) {
            return;
        }
        let shapes = || scene.items().iter().map(|item| item.subject);
        let mut order: Vec<Subject> = shapes().filter(|subject| matches!(subject, Subject::Pool(_) | Subject::Lane(_))).collect();
        self.first_step = order.len();
        let shown: BTreeSet<ProcessId> = scene.nodes().filter_map(|(_, item)| Some(item.node()?.process)).collect();
        for process in shown {
            let nodes = reading_order(document, process, scene.flows()).into_iter().filter_map(|line| match line {
                Line::Node { node, .. } => Some(Subject::Node(node)),
                _ => None,
            });
            order.extend(nodes.filter(|node| scene.get(*node).is_some()));
        }
        self.steps = order.len() - self.first_step;
        order.extend(shapes().filter(|subject| matches!(subject, Subject::Artifact(_))));
        self.places = order.iter().copied().enumerate().map(|(place, subject)| (subject, place)).collect();
        self.with_connections = connected(&order, scene);
        self.order = order;
        self.version += 1;
        self.source = Some((document.nodes.clone(), document.flows.clone(), scene.items().len(), scene.plane()));
    }

    /// Everything in order: the connections behind what they leave, messages and dotted lines at the end.
    pub fn with_connections(&self) -> &[Subject] {
        &self.with_connections
    }

    /// Counts up with every change.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// All shapes in order.
    pub fn order(&self) -> &[Subject] {
        &self.order
    }

    /// The place of a shape in the order.
    pub fn place(&self, subject: Subject) -> Option<usize> {
        self.places.get(&subject).copied()
    }

    /// Which one of the nodes it is, counted from 1, and how many nodes there are.
    pub fn step_of(&self, subject: Subject) -> Option<(usize, usize)> {
        let place = self.place(subject)?.checked_sub(self.first_step)?;
        (place < self.steps).then_some((place + 1, self.steps))
    }

    /// The first node of the flow; without nodes the first shape.
    pub fn first(&self) -> Option<Subject> {
        self.order.get(self.first_step).or(self.order.first()).copied()
    }

    /// The last node of the flow; without nodes the last shape.
    pub fn last(&self) -> Option<Subject> {
        let last = (self.first_step + self.steps).checked_sub(1);
        last.and_then(|last| self.order.get(last)).copied()
    }
}

fn connected(order: &[Subject], scene: &Scene) -> Vec<Subject> {
    let mut all = Vec::with_capacity(2 * order.len());
    for subject in order {
        all.push(*subject);
        if let Subject::Node(node) = subject {
            let flows = scene.flows().outgoing(*node).iter().map(|flow| Subject::Flow(*flow));
            all.extend(flows.filter(|flow| scene.get(*flow).is_some()));
        }
    }
    let others = scene.items().iter().map(|item| item.subject);
    all.extend(others.filter(|subject| matches!(subject, Subject::MessageFlow(_) | Subject::Association(_))));
    all
}
