//! A changed copy in the place of an element.

use super::pools::turn;
use crate::edit::draft::Draft;
use crate::edit::rename::rename;
use crate::edit::{Record, Refusal};
use crate::model::{
    DataField, Document, ElementKind, FieldGroup, FlowNode, Form, ObjectType, Pool, SequenceFlow, free_key, free_key_among, key_from_name,
};
use crate::scope::Target;

pub(super) fn put(draft: &mut Draft, record: &Record) -> Result<(), Refusal> {
    let record = with_following_key(&draft.document, record.clone());
    let renamed = if let Record::Form(form) = &record { renamed_lists(&draft.document, form) } else { Vec::new() };
    rename_in_texts(&mut draft.document, &record);
    let document = &mut draft.document;
    match record {
        Record::Process(it) => document.processes.insert(it.id, it),
        Record::Role(it) => document.roles.insert(it.id, it),
        Record::Pool(it) => return put_pool(draft, it),
        Record::Lane(it) => document.lanes.insert(it.id, it),
        Record::Node(it) => put_node(document, it),
        Record::Flow(it) => put_flow(document, it),
        Record::MessageFlow(it) => document.message_flows.insert(it.id, it),
        Record::Artifact(it) => document.artifacts.insert(it.id, it),
        Record::Association(it) => document.associations.insert(it.id, it),
        Record::ObjectType(it) => document.objects.insert(it.id, it),
        Record::DataField(it) => document.fields.insert(it.id, it),
        Record::CodeList(it) => document.code_lists.insert(it.id, it),
        Record::Form(it) => document.forms.insert(it.id, it),
        Record::DecisionTable(it) => document.decision_tables.insert(it.id, it),
        Record::DocumentTemplate(it) => document.document_templates.insert(it.id, it),
        Record::Setting(it) => document.settings.insert(it.id, it),
        Record::TestCase(it) => document.test_cases.insert(it.id, it),
        Record::Exercise(it) => document.exercises.insert(it.id, it),
        Record::Language(it) => document.languages.insert(it.id, it),
        Record::Source(it) => document.sources.insert(it.id, it),
    }
    renamed.iter().try_for_each(|record| put(draft, record))
}

/// What a repeatable group lists is called as the group is, as long as the group is new: it has the name with which it was made, and
/// nothing in it that expressions could speak of.
fn renamed_lists(document: &Document, form: &Form) -> Vec<Record> {
    let Some(old) = document.forms.get(form.id) else { return Vec::new() };
    let before = old.elements();
    let mut records = Vec::new();
    for element in form.elements() {
        let ElementKind::Group(FieldGroup { title, repeat: Some(repeat), elements, .. }) = &element.kind else { continue };
        let same = before.iter().find(|old| old.id == element.id).map(|old| &old.kind);
        let Some(ElementKind::Group(FieldGroup { title: before, .. })) = same else { continue };
        if title == before || !elements.is_empty() {
            continue;
        }
        let field = repeat.list.last().and_then(|list| document.fields.get(list)).filter(|field| field.name == *before);
        let object = field.and_then(|field| document.objects.get(field.kind.object()?)).filter(|object| object.name == *before);
        records.extend(field.map(|field| Record::DataField(DataField { name: title.clone(), ..field.clone() })));
        records.extend(object.map(|object| Record::ObjectType(ObjectType { name: title.clone(), ..object.clone() })));
    }
    records
}

/// Expressions, paths and letters follow a changed key.
fn rename_in_texts(document: &mut Document, record: &Record) {
    let (target, old, new) = match record {
        Record::ObjectType(it) => (Target::Object(it.id), document.objects.get(it.id).map(|old| &old.key), &it.key),
        Record::DataField(it) => (Target::Field(it.id), document.fields.get(it.id).map(|old| &old.key), &it.key),
        Record::Setting(it) => (Target::Setting(it.id), document.settings.get(it.id).map(|old| &old.key), &it.key),
        _ => return,
    };
    if old.is_some_and(|old| old != new) {
        let before = document.clone();
        rename(&before, document, target, new);
    }
}

/// The key of a field or object that was made from the old name follows the new one, so that conditions read like the form.
fn with_following_key(document: &Document, record: Record) -> Record {
    let mut field = match record {
        Record::DataField(field) => field,
        Record::ObjectType(object) => return Record::ObjectType(with_following_object_key(document, object)),
        other => return other,
    };
    if let Some(old) = document.fields.get(field.id)
        && old.key == field.key
        && old.name != field.name
        && is_numbered(&field.key, &key_from_name(&old.name))
        && !key_from_name(&field.name).is_empty()
    {
        let is_taken = |key: &str| document.fields.values().any(|it| it.object == field.object && it.key == key && it.id != field.id);
        field.key = free_key(&field.name, &field.key, is_taken);
    }
    Record::DataField(field)
}

fn with_following_object_key(document: &Document, mut object: ObjectType) -> ObjectType {
    if let Some(old) = document.objects.get(object.id)
        && old.key == object.key
        && old.name != object.name
        && is_numbered(&object.key, &key_from_name(&old.name))
        && !key_from_name(&object.name).is_empty()
    {
        let objects = document.objects.values().filter(|it| it.id != object.id).map(|it| it.key.as_str());
        let settings = document.settings.values().map(|it| it.key.as_str());
        object.key = free_key_among(&object.name, "", objects.chain(settings));
    }
    object
}

/// Whether a key is this one, or this one with a number behind it.
fn is_numbered(key: &str, base: &str) -> bool {
    !base.is_empty() && key.strip_prefix(base).is_some_and(|rest| rest.chars().all(|sign| sign.is_ascii_digit()))
}

/// A key that was made for the old name follows the new one: nothing but formats speaks of it.
fn put_node(document: &mut Document, mut node: FlowNode) {
    if let Some(old) = document.nodes.get(node.id)
        && old.key == node.key
        && old.name != node.name
        && is_made(old)
        && !key_from_name(&node.name).is_empty()
    {
        let others = document.nodes.values().filter(|other| other.id != node.id);
        node.key = free_key_among(&node.name, "", others.map(|other| other.key.as_str()));
    }
    document.nodes.insert(node.id, node);
}

/// Whether the key is the one that would have been made: from the name, or from kind and number.
fn is_made(node: &FlowNode) -> bool {
    let made = key_from_name(&node.name);
    let base = if made.is_empty() { super::nodes::word_for(&node.kind) } else { &made };
    is_numbered(&node.key, base)
}

/// A source has one default way: the one that was made it last.
fn put_flow(document: &mut Document, flow: SequenceFlow) {
    let others: Vec<_> =
        document.outgoing(flow.from).filter(|other| other.is_default && other.id != flow.id).map(|other| other.id).collect();
    for other in others.into_iter().filter(|_| flow.is_default) {
        if let Some(other) = document.flows.get_mut(other) {
            other.is_default = false;
        }
    }
    document.flows.insert(flow.id, flow);
}

/// A pool that changes its direction is turned with all that is in it.
fn put_pool(draft: &mut Draft, pool: Pool) -> Result<(), Refusal> {
    let (id, orientation) = (pool.id, pool.orientation);
    let old = draft.document.pools.get(id).map_or(orientation, |old| old.orientation);
    draft.document.pools.insert(id, Pool { orientation: old, ..pool });
    if old == orientation { Ok(()) } else { turn(draft, id, orientation) }
}
