//! Makes parts of documents with nothing said that the benchmarks do not need.

use dienstweg::model::{
    Constraints, DataField, DataFieldId, DataPath, Document, ElementKind, FieldKind, FlowId, FlowNode, Form, FormElement, FormElementId,
    FormField, FormId, NodeId, NodeKind, ObjectType, ObjectTypeId, Page, Repetition, SequenceFlow, StepDetails,
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

/// A form of one page with these elements.
pub fn form(document: &mut Document, elements: Vec<FormElement>) -> FormId {
    let (id, page): (FormId, FormElementId) = (document.new_id(), document.new_id());
    let pages = vec![Page { id: page, title: "Angaben".to_owned(), visible_when: String::new(), elements }];
    let form = Form { id, key: format!("formular{}", id.0), name: "Angaben".to_owned(), description: String::new(), pages };
    document.forms.insert(id, form);
    id
}

/// An element that asks for a field, changed as needed.
pub fn element(document: &mut Document, field: DataFieldId, change: impl FnOnce(&mut FormField, &mut String)) -> FormElement {
    let mut asked = FormField {
        data: DataPath::field(field),
        label: String::new(),
        help: String::new(),
        is_required: false,
        required_when: String::new(),
        is_read_only: false,
        prefill: String::new(),
        rules: Vec::new(),
    };
    let mut visible_when = String::new();
    change(&mut asked, &mut visible_when);
    FormElement { id: document.new_id(), width: 6, visible_when, kind: ElementKind::Field(asked) }
}
