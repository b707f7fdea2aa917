//! The document: everything that one file holds.

use super::{
    Artifact, ArtifactId, Association, AssociationId, CodeList, CodeListId, DataField, DataFieldId, DecisionTable, DecisionTableId,
    Diagram, DocumentTemplate, DocumentTemplateId, Exercise, ExerciseId, FlowId, FlowNode, Form, FormId, KindOfService, Lane, LaneId,
    Language, LanguageId, MessageFlow, MessageFlowId, NodeId, ObjectType, ObjectTypeId, Origin, Pool, PoolId, Process, ProcessId, Role,
    RoleId, SequenceFlow, Setting, SettingId, Source, SourceId, Subject, Table, TestCase, TestCaseId,
};

/// So many sub-processes, lanes or groups of a form may lie in each other.
pub const DEEPEST: usize = 32;

/// A model as it is worked on. Copying it shares everything, so a snapshot is cheap.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The number that the next new element gets.
    pub next_id: u32,
    /// The process that is the procedure.
    pub main_process: ProcessId,
    /// Processes; the main one and those that it calls.
    pub processes: Table<ProcessId, Process>,
    /// Who acts.
    pub roles: Table<RoleId, Role>,
    /// Participants.
    pub pools: Table<PoolId, Pool>,
    /// Bands of the pools.
    pub lanes: Table<LaneId, Lane>,
    /// Events, activities and gateways of all processes.
    pub nodes: Table<NodeId, FlowNode>,
    /// Connections of the flow.
    pub flows: Table<FlowId, SequenceFlow>,
    /// Messages between pools.
    pub message_flows: Table<MessageFlowId, MessageFlow>,
    /// Annotations, data objects, groups.
    pub artifacts: Table<ArtifactId, Artifact>,
    /// Dotted lines of artifacts.
    pub associations: Table<AssociationId, Association>,
    /// The data model's objects.
    pub objects: Table<ObjectTypeId, ObjectType>,
    /// The data model's fields.
    pub fields: Table<DataFieldId, DataField>,
    /// Code lists.
    pub code_lists: Table<CodeListId, CodeList>,
    /// Forms.
    pub forms: Table<FormId, Form>,
    /// Decision tables.
    pub decision_tables: Table<DecisionTableId, DecisionTable>,
    /// Letters.
    pub document_templates: Table<DocumentTemplateId, DocumentTemplate>,
    /// What each authority fills in.
    pub settings: Table<SettingId, Setting>,
    /// Test cases.
    pub test_cases: Table<TestCaseId, TestCase>,
    /// Exercises.
    pub exercises: Table<ExerciseId, Exercise>,
    /// Languages besides German.
    pub languages: Table<LanguageId, Language>,
    /// Files from which something was imported.
    pub sources: Table<SourceId, Source>,
    /// Which elements came from which of these files.
    pub origins: Table<Subject, Origin>,
    /// Where everything is drawn.
    pub diagram: Diagram,
}

impl Document {
    /// A document with one empty process of this name and key.
    pub fn empty(key: &str, name: &str) -> Self {
        let main_process = ProcessId(1);
        let process = Process {
            id: main_process,
            key: key.to_owned(),
            name: name.to_owned(),
            version: "0.1.0".to_owned(),
            description: String::new(),
            kind_of_service: KindOfService::default(),
            leistungsschluessel: String::new(),
            legal_bases: Vec::new(),
            keywords: Vec::new(),
            land: None,
            office_hours: Vec::new(),
            fim: None,
        };
        Self {
            next_id: 2,
            main_process,
            processes: [(main_process, process)].into_iter().collect(),
            roles: Table::default(),
            pools: Table::default(),
            lanes: Table::default(),
            nodes: Table::default(),
            flows: Table::default(),
            message_flows: Table::default(),
            artifacts: Table::default(),
            associations: Table::default(),
            objects: Table::default(),
            fields: Table::default(),
            code_lists: Table::default(),
            forms: Table::default(),
            decision_tables: Table::default(),
            document_templates: Table::default(),
            settings: Table::default(),
            test_cases: Table::default(),
            exercises: Table::default(),
            languages: Table::default(),
            sources: Table::default(),
            origins: Table::default(),
            diagram: Diagram::default(),
        }
    }

    /// Takes a new identity from the counter.
    pub fn new_id<I: From<u32>>(&mut self) -> I {
        let id = self.next_id;
        self.next_id = id.saturating_add(1);
        id.into()
    }
}
