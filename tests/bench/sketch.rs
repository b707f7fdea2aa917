//! Makes parts of documents with nothing said that the benchmarks do not need.

use dienstweg::model::{
    Constraints, DataField, DataFieldId, Document, FieldKind, FlowId, FlowNode, NodeId, NodeKind, ObjectType, ObjectTypeId, Repetition,
    SequenceFlow, StepDetails,
};

/// A case object of this key with these fields.
pub fn object(document: &mut Document, key: &str, fields: impl Iterator<Item = String>) -> Vec<DataFieldId> {
    let id: ObjectTypeId = document.new_id();
    let fields: Vec<DataFieldId> = fields.map(|key| field(document, id, key)).collect();
    let (key, name) = (key.to_owned(), key.to_owned());
    let row = ObjectType { id, key, name, description: String::new(), fields: fields.clone(), fim_id: String::new() };
    document.objects.insert(id, row);
    fields
}

fn field(document: &mut Document, object: ObjectTypeId, key: String) -> DataFieldId {
    let id: DataFieldId = document.new_id();
    let row = DataField {
        id,
        object,
        name: key.clone(),
        key,
        description: String::new(),
        kind: FieldKind::WholeNumber,
        constraints: Constraints::default(),
        is_personal: false,
        legal_bases: Vec::new(),
        fim_id: String::new(),
    };
    document.fields.insert(id, row);
    id
}

/// A node of the main process.
pub fn node(document: &mut Document, kind: NodeKind, name: String) -> NodeId {
    let id: NodeId = document.new_id();
    let row = FlowNode {
        id,
        key: format!("n{}", id.0),
        name,
        process: document.main_process,
        parent: None,
        lane: None,
        kind,
        repetition: Repetition::Once,
        details: StepDetails::default(),
    };
    document.nodes.insert(id, row);
    id
}

/// A flow between two nodes, under this condition.
pub fn flow(document: &mut Document, from: NodeId, to: NodeId, condition: String) -> FlowId {
    let id: FlowId = document.new_id();
    let row = SequenceFlow { id, key: format!("f{}", id.0), name: String::new(), from, to, condition, is_default: false };
    document.flows.insert(id, row);
    id
}
