//! One enum that names anything that can be selected, jumped to, or be at fault.

use super::{
    ArtifactId, AssociationId, CodeListId, DataFieldId, DecisionTableId, DocumentTemplateId, ExerciseId, FlowId, FormElementId, FormId,
    LaneId, LanguageId, MessageFlowId, NodeId, ObjectTypeId, PoolId, ProcessId, RoleId, SettingId, SourceId, TestCaseId,
};

/// Names an element of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A process as a whole.
    Process(ProcessId),
    /// A role.
    Role(RoleId),
    /// A pool.
    Pool(PoolId),
    /// A lane.
    Lane(LaneId),
    /// A flow node.
    Node(NodeId),
    /// A sequence flow.
    Flow(FlowId),
    /// A message flow.
    MessageFlow(MessageFlowId),
    /// An annotation, data object or group.
    Artifact(ArtifactId),
    /// An association.
    Association(AssociationId),
    /// An object type.
    ObjectType(ObjectTypeId),
    /// A data field.
    DataField(DataFieldId),
    /// A code list.
    CodeList(CodeListId),
    /// A form.
    Form(FormId),
    /// A page, group, field, text or rule of a form.
    FormElement(FormId, FormElementId),
    /// A decision table.
    DecisionTable(DecisionTableId),
    /// A document template.
    DocumentTemplate(DocumentTemplateId),
    /// A setting.
    Setting(SettingId),
    /// A test case.
    TestCase(TestCaseId),
    /// An exercise.
    Exercise(ExerciseId),
    /// A language besides German.
    Language(LanguageId),
    /// A file from which something was imported.
    Source(SourceId),
}

impl Subject {
    /// Whether it has a shape of its own on the canvas.
    pub fn is_shape(self) -> bool {
        matches!(self, Self::Pool(_) | Self::Lane(_) | Self::Node(_) | Self::Artifact(_))
    }

    /// Whether it is a connection on the canvas.
    pub fn is_edge(self) -> bool {
        matches!(self, Self::Flow(_) | Self::MessageFlow(_) | Self::Association(_))
    }

    /// The flow node, if it is one.
    pub fn node(self) -> Option<NodeId> {
        match self {
            Self::Node(node) => Some(node),
            _ => None,
        }
    }
}
