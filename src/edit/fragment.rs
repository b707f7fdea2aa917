//! What copy takes and paste brings: elements of a canvas with all that hangs on them.

use crate::model::{Artifact, Association, Edge, FlowNode, SequenceFlow, Shape, Subject};

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
}
