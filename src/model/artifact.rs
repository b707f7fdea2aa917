//! What stands on the canvas beside the flow (BPMN 2.0, 8.4.1 artifacts and 10.4.1 data).

use super::{ArtifactId, NodeId, ObjectTypeId, ProcessId};

/// An annotation, a data object or a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Artifact {
    /// Identity.
    pub id: ArtifactId,
    /// The process on whose canvas it stands.
    pub process: ProcessId,
    /// The sub-process in which it stands, if any.
    pub parent: Option<NodeId>,
    /// What it is.
    pub kind: ArtifactKind,
}

/// The kinds of artifacts.
#[derive(Clone, Debug, PartialEq)]
pub enum ArtifactKind {
    /// A free remark.
    Annotation {
        /// The remark.
        text: String,
    },
    /// Data or a paper that a step reads or writes.
    DataObject {
        /// Name that people read.
        name: String,
        /// Which object of the data model it is.
        object: Option<ObjectTypeId>,
        /// A store that outlives the case, such as a register.
        is_store: bool,
    },
    /// A frame round elements that belong together; no meaning for the flow.
    Group {
        /// Name at its top.
        name: String,
    },
}
