//! One level of nesting as a graph: what stands directly in a process or in a sub-process, and its flows.

use super::axes::Axes;
use crate::layout::dock::artifact_size;
use crate::model::{ArtifactId, ArtifactKind, Document, LaneId, NodeId, NodeKind, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// Room between an artifact and its node, for the artifact's name.
pub(super) const ARTIFACT_GAP: f64 = 30.0;
/// How far an event at an edge stands out, on the grid.
const EVENT_FOOT: f64 = 20.0;
/// Width of a character of a label, about; the view measures it, here it only decides about room.
const CHARACTER: f64 = 6.5;

/// Height of a label of two lines, about.
const LABEL_HEIGHT: f64 = 30.0;

/// What stands directly in a process or sub-process, without events at edges.
#[derive(Clone, Debug, Default)]
pub(super) struct Level {
    /// In the order of their identities.
    pub items: Vec<Item>,
    /// Flows between them.
    pub links: Vec<Link>,
}

/// A node with what lies close to it.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub node: NodeId,
    /// Size in the direction of the flow.
    pub along: f64,
    /// Size at a right angle to it.
    pub across: f64,
    /// Its lane, counted from the first.
    pub band: usize,
    pub is_start: bool,
    pub is_gateway: bool,
    /// How far events at its edge stand out.
    pub foot: f64,
    /// Whether it belongs to a chain that runs against the flow.
    pub is_turned: bool,
    /// Whether a message comes or goes, whose line artifacts must not stand upon.
    pub has_message: bool,
    /// Artifacts that speak of it, with their sizes along and across.
    pub artifacts: Vec<(ArtifactId, (f64, f64))>,
}

/// A flow between two items of a level.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub from: usize,
    pub to: usize,
    /// Whether it leaves an event at the edge of `from`.
    pub by_event: bool,
    /// Room that its label needs, in points.
    pub label: f64,
    /// Whether it leads back to what was done before.
    pub is_back: bool,
    /// Whether it leads back from a chain that runs against the flow, above or below it.
    pub is_return: bool,
}

/// What is the same for all levels of a process.
pub(super) struct Context<'a> {
    pub document: &'a Document,
    pub axes: Axes,
    /// Lanes without lanes in them, in order; the bands of the outermost level.
    pub lanes: Vec<LaneId>,
    /// The level's artifacts, by the node of which they speak.
    pub artifacts: BTreeMap<NodeId, Vec<ArtifactId>>,
    /// Nodes at which messages end.
    pub messengers: BTreeSet<NodeId>,
    /// Events at the edges of activities.
    pub boundary_events: BTreeMap<NodeId, Vec<NodeId>>,
    /// Sizes of sub-processes whose content has been laid out, on the screen.
    pub grown: BTreeMap<NodeId, (f64, f64)>,
}

impl Context<'_> {
    /// The size of a node on the screen: that of its content, else the one that it has, else the usual one.
    pub fn size(&self, node: NodeId) -> (f64, f64) {
        let shape = self.document.diagram.shapes.get(Subject::Node(node));
        if let Some(size) = self.grown.get(&node).filter(|_| shape.is_none_or(|shape| shape.is_expanded)) {
            return *size;
        }
        let usual = self.document.nodes.get(node).map_or((0.0, 0.0), |node| node.kind.usual_size());
        shape.map_or(usual, |shape| (shape.bounds.width, shape.bounds.height))
    }

    /// The band of a lane; of a lane with lanes in it, the first of these.
    fn band(&self, lane: LaneId) -> Option<usize> {
        let lies_in = |mut inner: LaneId| {
            for _ in 0..=self.document.lanes.len() {
                if inner == lane {
                    return true;
                }
                let Some(parent) = self.document.lanes.get(inner).and_then(|inner| inner.parent) else { return false };
                inner = parent;
            }
            false
        };
        self.lanes.iter().position(|inner| lies_in(*inner))
    }

    /// The size of an artifact on the screen.
    pub fn artifact_size(&self, artifact: ArtifactId) -> (f64, f64) {
        let shape = self.document.diagram.shapes.get(Subject::Artifact(artifact));
        let usual = self.document.artifacts.get(artifact).map_or((0.0, 0.0), |it| artifact_size(&it.kind));
        shape.map_or(usual, |shape| (shape.bounds.width, shape.bounds.height))
    }
}

impl Level {
    /// The level of these nodes; lanes count on the outermost only.
    pub fn of(context: &Context<'_>, nodes: &[NodeId], is_outermost: bool) -> Self {
        let mut level = Self::default();
        let mut place = BTreeMap::new();
        for node in nodes.iter().filter_map(|id| context.document.nodes.get(*id)).filter(|node| node.kind.host().is_none()) {
            place.insert(node.id, level.items.len());
            let (along, across) = context.axes.flow_size(context.size(node.id));
            let artifacts = context.artifacts.get(&node.id).map(Vec::as_slice).unwrap_or_default();
            level.items.push(Item {
                node: node.id,
                along,
                across,
                band: node.lane.filter(|_| is_outermost).and_then(|lane| context.band(lane)).unwrap_or(usize::MAX),
                is_start: matches!(node.kind, NodeKind::StartEvent { .. }),
                is_gateway: node.kind.is_gateway(),
                foot: if context.boundary_events.contains_key(&node.id) { EVENT_FOOT } else { 0.0 },
                is_turned: false,
                has_message: context.messengers.contains(&node.id),
                artifacts: artifacts.iter().map(|it| (*it, context.axes.flow_size(context.artifact_size(*it)))).collect(),
            });
        }
        level.link(context, &place);
        level.spread_bands();
        level
    }

    fn link(&mut self, context: &Context<'_>, place: &BTreeMap<NodeId, usize>) {
        for flow in context.document.flows.values() {
            let host = context.document.nodes.get(flow.from).and_then(|node| node.kind.host());
            let (Some(&from), Some(&to)) = (place.get(&host.unwrap_or(flow.from)), place.get(&flow.to)) else { continue };
            if from != to {
                let width = flow.name.chars().count() as f64 * CHARACTER;
                let label = context.axes.flow_size((width, width.min(LABEL_HEIGHT))).0;
                self.links.push(Link { from, to, by_event: host.is_some(), label, is_back: false, is_return: false });
            }
        }
    }

    /// Nodes without lane stand in that of a neighbour, else in the first.
    fn spread_bands(&mut self) {
        let mut changed = true;
        while changed {
            changed = false;
            for link in &self.links {
                let (from, to) = (self.items[link.from].band, self.items[link.to].band);
                if to == usize::MAX && from != usize::MAX {
                    self.items[link.to].band = from;
                    changed = true;
                } else if from == usize::MAX && to != usize::MAX {
                    self.items[link.from].band = to;
                    changed = true;
                }
            }
        }
        for item in self.items.iter_mut().filter(|item| item.band == usize::MAX) {
            item.band = 0;
        }
    }
}

/// Artifacts by the node of which they speak; groups and those that speak of none are not named.
pub(super) fn artifacts_by_node(document: &Document) -> BTreeMap<NodeId, Vec<ArtifactId>> {
    let mut found: BTreeMap<NodeId, Vec<ArtifactId>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for association in document.associations.values() {
        let pair = match (association.from, association.to) {
            (Subject::Artifact(artifact), Subject::Node(node)) | (Subject::Node(node), Subject::Artifact(artifact)) => {
                Some((artifact, node))
            }
            (Subject::Artifact(artifact), Subject::Flow(flow)) | (Subject::Flow(flow), Subject::Artifact(artifact)) => {
                document.flows.get(flow).map(|flow| (artifact, flow.from))
            }
            _ => None,
        };
        let Some((artifact, node)) = pair else { continue };
        let Some((it, about)) = document.artifacts.get(artifact).zip(document.nodes.get(node)) else { continue };
        let about = about.kind.host().unwrap_or(node);
        let is_beside = document.nodes.get(about).is_some_and(|node| node.parent == it.parent && node.process == it.process);
        if is_beside && !matches!(it.kind, ArtifactKind::Group { .. }) && seen.insert(artifact) {
            found.entry(about).or_default().push(artifact);
        }
    }
    found
}
