//! Taking elements out with all that hangs on them.

use super::connect::heal_among;
use super::shapes::content_of;
use super::ways::Ways;
use crate::edit::draft::Draft;
use crate::edit::tiling;
use crate::model::{ElementKind, FlowId, FormElement, FormElementId, FormId, LaneId, NodeId, ObjectTypeId, ProcessId, Subject};
use std::collections::BTreeSet;

pub(super) fn remove(draft: &mut Draft, subjects: &[Subject]) {
    let nodes: Vec<NodeId> = subjects.iter().filter_map(|subject| subject.node()).collect();
    remove_nodes(draft, &nodes);
    for subject in subjects {
        remove_one(draft, *subject);
    }
}

/// Takes nodes out of the flow one after the other, then all that was in or at them.
fn remove_nodes(draft: &mut Draft, nodes: &[NodeId]) {
    let subjects: Vec<Subject> = nodes.iter().map(|node| Subject::Node(*node)).collect();
    let all = content_of(&draft.document, &subjects);
    let mut ways = Ways::of(&draft.document);
    for node in nodes {
        heal_among(draft, &mut ways, *node, &BTreeSet::new());
    }
    for subject in all {
        match subject {
            Subject::Node(node) => drop(draft.document.nodes.remove(node)),
            Subject::Artifact(artifact) => drop(draft.document.artifacts.remove(artifact)),
            _ => {}
        }
    }
}

fn remove_one(draft: &mut Draft, subject: Subject) {
    let document = &mut draft.document;
    match subject {
        Subject::Node(_) => {}
        Subject::Process(process) => remove_process(draft, process),
        Subject::Pool(pool) => drop(document.pools.remove(pool)),
        Subject::Lane(lane) => remove_lane(draft, lane),
        Subject::Flow(flow) => drop(document.flows.remove(flow)),
        Subject::MessageFlow(flow) => drop(document.message_flows.remove(flow)),
        Subject::Artifact(artifact) => drop(document.artifacts.remove(artifact)),
        Subject::Association(association) => drop(document.associations.remove(association)),
        Subject::Role(role) => drop(document.roles.remove(role)),
        Subject::ObjectType(object) => remove_object(draft, object),
        Subject::DataField(field) => {
            if let Some(field) = document.fields.remove(field)
                && let Some(object) = document.objects.get_mut(field.object)
            {
                object.fields.retain(|kept| *kept != field.id);
            }
        }
        Subject::CodeList(list) => drop(document.code_lists.remove(list)),
        Subject::Form(form) => drop(document.forms.remove(form)),
        Subject::FormElement(form, element) => remove_form_element(draft, form, element),
        Subject::DecisionTable(table) => drop(document.decision_tables.remove(table)),
        Subject::DocumentTemplate(letter) => drop(document.document_templates.remove(letter)),
        Subject::Setting(setting) => drop(document.settings.remove(setting)),
        Subject::TestCase(case) => drop(document.test_cases.remove(case)),
        Subject::Exercise(exercise) => drop(document.exercises.remove(exercise)),
        Subject::Language(language) => drop(document.languages.remove(language)),
        Subject::Source(source) => drop(document.sources.remove(source)),
    }
}

fn remove_process(draft: &mut Draft, process: ProcessId) {
    let document = &mut draft.document;
    document.processes.remove(process);
    let flows: Vec<FlowId> = {
        let inside = |node: NodeId| document.nodes.get(node).is_some_and(|node| node.process == process);
        document.flows.values().filter(|flow| inside(flow.from) || inside(flow.to)).map(|flow| flow.id).collect()
    };
    for flow in flows {
        document.flows.remove(flow);
    }
    for node in document.nodes.values().filter(|node| node.process == process).map(|node| node.id).collect::<Vec<_>>() {
        document.nodes.remove(node);
    }
    for artifact in document.artifacts.values().filter(|it| it.process == process).map(|it| it.id).collect::<Vec<_>>() {
        document.artifacts.remove(artifact);
    }
    if let Some(pool) = document.pool_of(process) {
        document.pools.remove(pool);
    }
}

fn remove_object(draft: &mut Draft, object: ObjectTypeId) {
    let Some(object) = draft.document.objects.remove(object) else { return };
    for field in &object.fields {
        draft.document.fields.remove(*field);
    }
}

/// Takes a lane out; its place goes to its neighbour.
fn remove_lane(draft: &mut Draft, lane: LaneId) {
    let Some(pool) = draft.document.lanes.get(lane).map(|lane| lane.pool) else { return };
    let mut bands = tiling::Bands::of(&draft.document, pool);
    for gone in bands.remove(lane) {
        draft.document.lanes.remove(gone);
        draft.document.diagram.shapes.remove(Subject::Lane(gone));
    }
    bands.tile(draft);
}

fn remove_form_element(draft: &mut Draft, form: FormId, element: FormElementId) {
    let Some(form) = draft.document.forms.get_mut(form) else { return };
    form.pages.retain(|page| page.id != element);
    form.rules.retain(|rule| rule.id != element);
    for page in &mut form.pages {
        take_out(&mut page.elements, element);
    }
}

/// Takes the element out of these or of the groups among them.
pub(super) fn take_out(elements: &mut Vec<FormElement>, wanted: FormElementId) -> Option<FormElement> {
    if let Some(index) = elements.iter().position(|element| element.id == wanted) {
        return Some(elements.remove(index));
    }
    elements.iter_mut().find_map(|element| match &mut element.kind {
        ElementKind::Group(group) => take_out(&mut group.elements, wanted),
        _ => None,
    })
}
