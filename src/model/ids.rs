//! Typed identities. All come from one counter of the document, so no two elements share a number.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl From<u32> for $name {
            fn from(number: u32) -> Self {
                Self(number)
            }
        }
    )*};
}

ids! {
    /// Identity of a [`Process`](super::Process).
    ProcessId
    /// Identity of a [`Role`](super::Role).
    RoleId
    /// Identity of a [`Pool`](super::Pool).
    PoolId
    /// Identity of a [`Lane`](super::Lane).
    LaneId
    /// Identity of a [`FlowNode`](super::FlowNode).
    NodeId
    /// Identity of a [`SequenceFlow`](super::SequenceFlow).
    FlowId
    /// Identity of a [`MessageFlow`](super::MessageFlow).
    MessageFlowId
    /// Identity of an [`Artifact`](super::Artifact).
    ArtifactId
    /// Identity of an [`Association`](super::Association).
    AssociationId
    /// Identity of an [`ObjectType`](super::ObjectType).
    ObjectTypeId
    /// Identity of a [`DataField`](super::DataField).
    DataFieldId
    /// Identity of a [`CodeList`](super::CodeList).
    CodeListId
    /// Identity of a [`Form`](super::Form).
    FormId
    /// Identity of a page, group, field, text or rule of a form.
    FormElementId
    /// Identity of a [`DecisionTable`](super::DecisionTable).
    DecisionTableId
    /// Identity of a [`DocumentTemplate`](super::DocumentTemplate).
    DocumentTemplateId
    /// Identity of a [`Setting`](super::Setting).
    SettingId
    /// Identity of a [`TestCase`](super::TestCase).
    TestCaseId
    /// Identity of an [`Exercise`](super::Exercise).
    ExerciseId
    /// Identity of a [`Language`](super::Language).
    LanguageId
    /// Identity of a [`Source`](super::Source).
    SourceId
}
