//! Makes parts of documents with nothing said that the benchmarks do not need.

use dienstweg::model::{
    DataField, DataFieldId, DataPath, Document, ElementKind, FieldKind, FlowId, FlowNode, Form, FormElement, FormElementId, FormField,
    FormId, NodeId, NodeKind, ObjectType, ObjectTypeId, Page, Repetition, SequenceFlow, StepDetails,
};

/// A case object of this key with these fields.
pub fn object(document: &mut Document, key: &str, fields: impl Iterator<Item = String>) -> Vec<DataFieldId> {
    let id: ObjectTypeId = document.new_id();
    let fields: Vec<DataFieldId> = fields.map(|key| field(document, id, key)).collect();
    document.objects.insert(id, ObjectType { fields: fields.clone(), ..ObjectType::new(id, key, key) });
    fields
}

fn field(document: &mut Document, object: ObjectTypeId, key: String) -> DataFieldId {
    let id: DataFieldId = document.new_id();
    document.fields.insert(id, DataField::new(id, object, &key, &key, FieldKind::WholeNumber));
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
    let pages = vec![Page { elements, ..Page::new(page, "Angaben") }];
    document.forms.insert(id, Form::new(id, &format!("formular{}", id.0), "Angaben", pages));
    id
}

/// An element that asks for a field, changed as needed.
pub fn element(document: &mut Document, field: DataFieldId, change: impl FnOnce(&mut FormField, &mut String)) -> FormElement {
    let mut asked = FormField::of(DataPath::field(field));
    let mut visible_when = String::new();
    change(&mut asked, &mut visible_when);
    FormElement { width: 6, visible_when, ..FormElement::new(document.new_id(), ElementKind::Field(asked)) }
}
