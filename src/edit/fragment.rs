//! What copy takes and paste brings: elements of a canvas with all that hangs on them.

use super::apply::content_of;
use crate::layout::connection::ends;
use crate::model::{
    Artifact, ArtifactKind, Association, Bounds, Document, Edge, FlowNode, NodeKind, ProcessId, SequenceFlow, Shape, Subject,
};
use std::collections::{BTreeMap, BTreeSet};

/// A copied part of a flow. References to roles, forms and data are kept where the receiving document
/// has them under the same identity and key, else dropped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fragment {
    /// Nodes.
    pub nodes: Vec<FlowNode>,
    /// Sequence flows between them.
    pub flows: Vec<SequenceFlow>,
    /// Annotations and the like.
    pub artifacts: Vec<Artifact>,
    /// Dotted lines among them.
    pub associations: Vec<Association>,
    /// Their shapes.
    pub shapes: Vec<(Subject, Shape)>,
    /// Their courses.
    pub edges: Vec<(Subject, Edge)>,
    /// What they refer to, with its key, by which a receiving document is asked whether it has the same.
    pub references: BTreeMap<Subject, String>,
}

impl Fragment {
    /// Whether nothing was copied.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty() && self.artifacts.is_empty()
    }

    /// The smallest rectangle that holds all shapes.
    pub fn bounds(&self) -> Option<Bounds> {
        self.shapes.iter().map(|(_, shape)| shape.bounds).reduce(Bounds::union)
    }

    /// The process from which it was copied.
    pub fn process(&self) -> Option<ProcessId> {
        self.nodes.first().map(|node| node.process).or_else(|| self.artifacts.first().map(|artifact| artifact.process))
    }
}

/// Copies nodes and artifacts with what is in and at them, and the connections between them. Boundary
/// events without their activity, pools and lanes are left out.
pub fn copy(document: &Document, subjects: &[Subject]) -> Fragment {
    let chosen: Vec<Subject> = subjects.iter().copied().filter(|it| matches!(it, Subject::Node(_) | Subject::Artifact(_))).collect();
    let mut all: BTreeSet<Subject> = content_of(document, &chosen);
    let hosts = all.clone();
    all.retain(|subject| {
        let host = subject.node().and_then(|node| document.nodes.get(node)).and_then(|node| node.kind.host());
        host.is_none_or(|host| hosts.contains(&Subject::Node(host)))
    });
    let joins = |connection: Subject| ends(document, connection).is_some_and(|(from, to)| all.contains(&from) && all.contains(&to));
    let flows: Vec<SequenceFlow> = document.flows.values().filter(|flow| joins(Subject::Flow(flow.id))).cloned().collect();
    let lines: BTreeSet<Subject> = flows.iter().map(|flow| Subject::Flow(flow.id)).collect();
    let has = |end: Subject| all.contains(&end) || lines.contains(&end);
    let associations: Vec<Association> = document.associations.values().filter(|it| has(it.from) && has(it.to)).cloned().collect();
    let dotted = associations.iter().map(|it| Subject::Association(it.id));
    let diagram = &document.diagram;
    let nodes: Vec<FlowNode> = document.nodes.values().filter(|node| all.contains(&Subject::Node(node.id))).cloned().collect();
    let artifacts: Vec<Artifact> = document.artifacts.values().filter(|it| all.contains(&Subject::Artifact(it.id))).cloned().collect();
    Fragment {
        shapes: all.iter().filter_map(|it| diagram.shapes.get(*it).map(|shape| (*it, shape.clone()))).collect(),
        edges: lines.iter().copied().chain(dotted).filter_map(|it| diagram.edges.get(it).map(|edge| (it, edge.clone()))).collect(),
        references: references(document, &nodes, &artifacts),
        nodes,
        flows,
        artifacts,
        associations,
    }
}

fn references(document: &Document, nodes: &[FlowNode], artifacts: &[Artifact]) -> BTreeMap<Subject, String> {
    let of_nodes = nodes.iter().flat_map(of_node);
    let of_artifacts = artifacts.iter().filter_map(|artifact| match artifact.kind {
        ArtifactKind::DataObject { object, .. } => object.map(Subject::ObjectType),
        _ => None,
    });
    of_nodes.chain(of_artifacts).filter_map(|subject| Some((subject, key_of(document, subject)?.to_owned()))).collect()
}

/// What a node refers to beside the flow.
fn of_node(node: &FlowNode) -> Vec<Subject> {
    let details = &node.details;
    let called = match node.kind {
        NodeKind::BusinessRuleTask(table) => table.map(Subject::DecisionTable),
        NodeKind::CallActivity(process) => process.map(Subject::Process),
        _ => None,
    };
    let single = [details.role.map(Subject::Role), details.form.map(Subject::Form), called];
    single.into_iter().flatten().chain(details.documents.iter().map(|letter| Subject::DocumentTemplate(*letter))).collect()
}

/// The key of what a fragment may refer to.
pub(super) fn key_of(document: &Document, subject: Subject) -> Option<&str> {
    Some(match subject {
        Subject::Role(id) => &document.roles.get(id)?.key,
        Subject::Form(id) => &document.forms.get(id)?.key,
        Subject::DecisionTable(id) => &document.decision_tables.get(id)?.key,
        Subject::Process(id) => &document.processes.get(id)?.key,
        Subject::DocumentTemplate(id) => &document.document_templates.get(id)?.key,
        Subject::ObjectType(id) => &document.objects.get(id)?.key,
        _ => return None,
    })
}
