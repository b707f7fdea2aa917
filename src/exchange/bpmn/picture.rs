//! The picture (BPMN DI): bounds, waypoints, places of labels.

use super::super::xml::Element;
use super::reading::Reading;
use super::standard::{is_false, number, reference};
use crate::model::{Bounds, Document, Edge, Orientation, Point, ProcessId, Shape, Subject, Violation, undrawn};
use std::collections::BTreeSet;

/// Processes that have an element without a place in the picture.
pub(super) fn incomplete(document: &Document) -> BTreeSet<ProcessId> {
    let node = |subject: Subject| subject.node().and_then(|node| document.nodes.get(node)).map(|node| node.process);
    let missing = undrawn(document).into_iter().filter_map(|violation| match violation {
        Violation::Undrawn(subject) => Some(subject),
        _ => None,
    });
    let process = |subject: Subject| match subject {
        Subject::Node(_) => node(subject),
        Subject::Flow(id) => node(Subject::Node(document.flows.get(id)?.from)),
        Subject::MessageFlow(id) => document.message_flows.get(id).and_then(|flow| node(flow.from).or_else(|| node(flow.to))),
        Subject::Pool(id) => document.pools.get(id)?.process,
        Subject::Lane(id) => document.pools.get(document.lanes.get(id)?.pool)?.process,
        Subject::Artifact(id) => document.artifacts.get(id).map(|artifact| artifact.process),
        Subject::Association(id) => {
            let association = document.associations.get(id)?;
            node(association.from).or_else(|| node(association.to))
        }
        _ => None,
    };
    missing.filter_map(process).collect()
}

impl Reading<'_> {
    /// All diagrams; the first shape of an element counts.
    pub fn diagrams(&mut self) {
        let root = self.root;
        for plane in root.all("BPMNDiagram").flat_map(|diagram| diagram.all("BPMNPlane")) {
            for element in plane.elements() {
                let Some(subject) = reference(element, "bpmnElement").and_then(|id| self.subjects.get(id)).copied() else { continue };
                match element.name.local {
                    "BPMNShape" if subject.is_shape() => self.shape(element, subject),
                    "BPMNEdge" if subject.is_edge() => self.edge(element, subject),
                    _ => {}
                }
            }
        }
    }

    fn shape(&mut self, element: &Element<'_>, subject: Subject) {
        let Some(bounds) = bounds(element) else { return };
        if self.document.diagram.shapes.contains(subject) {
            return;
        }
        if let (Subject::Pool(pool), true) = (subject, is_false(element, "isHorizontal"))
            && let Some(pool) = self.document.pools.get_mut(pool)
        {
            pool.orientation = Orientation::Vertical;
        }
        let shape = Shape { bounds, label: label(element), is_expanded: !is_false(element, "isExpanded") };
        self.document.diagram.shapes.insert(subject, shape);
    }

    fn edge(&mut self, element: &Element<'_>, subject: Subject) {
        let point = |waypoint: &Element<'_>| Some(Point::new(number(waypoint, "x")?, number(waypoint, "y")?));
        let waypoints: Vec<Point> = element.all("waypoint").filter_map(point).filter(|point| point.is_drawable()).collect();
        if waypoints.len() >= 2 && !self.document.diagram.edges.contains(subject) {
            self.document.diagram.edges.insert(subject, Edge { waypoints, label: label(element), is_manual: true });
        }
    }
}

fn bounds(element: &Element<'_>) -> Option<Bounds> {
    let bounds = element.first("Bounds")?;
    let bounds = Bounds::new(number(bounds, "x")?, number(bounds, "y")?, number(bounds, "width")?, number(bounds, "height")?);
    bounds.is_drawable().then_some(bounds)
}

fn label(element: &Element<'_>) -> Option<Bounds> {
    bounds(element.first("BPMNLabel")?)
}
