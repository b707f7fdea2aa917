//! What names something that is gone forgets it, or goes too.

use super::lost_some;
use crate::edit::draft::Draft;
use crate::model::{
    ArtifactKind, Document, Exercise, Expectation, FlowNode, Form, FormElementId, FormId, Goal, NodeKind, Origin, Subject, Table, TestCase,
    TestStep, TextPlace,
};
use std::collections::BTreeSet;

pub(super) fn clear(before: &Document, draft: &mut Draft) {
    let document = &mut draft.document;
    remove_orphans(before, document);
    if lost_some(&before.roles, &document.roles) {
        clear_roles(document);
    }
    let details = lost_some(&before.roles, &document.roles)
        || lost_some(&before.forms, &document.forms)
        || lost_some(&before.lanes, &document.lanes)
        || lost_some(&before.processes, &document.processes)
        || lost_some(&before.decision_tables, &document.decision_tables)
        || lost_some(&before.document_templates, &document.document_templates);
    if details {
        clear_steps(document);
    }
    if lost_some(&before.objects, &document.objects) {
        clear_data_objects(document);
    }
    let tested = lost_some(&before.nodes, &document.nodes)
        || lost_some(&before.processes, &document.processes)
        || lost_some(&before.document_templates, &document.document_templates);
    if tested {
        clear_test_cases(document);
    }
    let taught = tested
        || lost_some(&before.flows, &document.flows)
        || lost_some(&before.roles, &document.roles)
        || lost_some(&before.decision_tables, &document.decision_tables)
        || lost_some(&before.test_cases, &document.test_cases);
    if taught {
        clear_exercises(document);
    }
    clear_forms(before, document);
    clear_translations(before, document);
    clear_picture(before, document);
    clear_origins(before, document);
}

/// Takes out the rows for which this is true.
fn remove_where<K: Ord + Copy, V: Clone>(table: &mut Table<K, V>, is_gone: impl Fn(&V) -> bool) {
    let gone: Vec<K> = table.iter().filter(|(_, row)| is_gone(row)).map(|(key, _)| key).collect();
    for key in gone {
        table.remove(key);
    }
}

/// Changes the rows for which this is true; the others stay shared.
fn change_where<K: Ord + Copy, V: Clone>(table: &mut Table<K, V>, is_due: impl Fn(&V) -> bool, change: impl Fn(&mut V)) {
    let due: Vec<K> = table.iter().filter(|(_, row)| is_due(row)).map(|(key, _)| key).collect();
    for key in due {
        if let Some(row) = table.get_mut(key) {
            change(row);
        }
    }
}

/// Lanes without pool, connections without end.
fn remove_orphans(before: &Document, document: &mut Document) {
    if lost_some(&before.pools, &document.pools) {
        let pools = document.pools.clone();
        remove_where(&mut document.lanes, |lane| !pools.contains(lane.pool));
    }
    if lost_some(&before.nodes, &document.nodes) {
        let nodes = document.nodes.clone();
        remove_where(&mut document.flows, |flow| !nodes.contains(flow.from) || !nodes.contains(flow.to));
    }
    let whole = document.clone();
    if lost_some(&before.nodes, &document.nodes) || lost_some(&before.pools, &document.pools) {
        remove_where(&mut document.message_flows, |flow| !whole.has(flow.from) || !whole.has(flow.to));
    }
    let whole = document.clone();
    let ends_lost = lost_some(&before.nodes, &document.nodes)
        || lost_some(&before.flows, &document.flows)
        || lost_some(&before.message_flows, &document.message_flows)
        || lost_some(&before.pools, &document.pools)
        || lost_some(&before.lanes, &document.lanes)
        || lost_some(&before.artifacts, &document.artifacts);
    if ends_lost {
        remove_where(&mut document.associations, |association| !whole.has(association.from) || !whole.has(association.to));
    }
}

fn clear_roles(document: &mut Document) {
    let roles = document.roles.clone();
    change_where(&mut document.pools, |pool| pool.role.is_some_and(|role| !roles.contains(role)), |pool| pool.role = None);
    change_where(&mut document.lanes, |lane| lane.role.is_some_and(|role| !roles.contains(role)), |lane| lane.role = None);
}

fn clear_steps(document: &mut Document) {
    let rest = document.clone();
    let forget = |node: &mut FlowNode| {
        node.lane = node.lane.filter(|lane| rest.lanes.contains(*lane));
        node.details.role = node.details.role.filter(|role| rest.roles.contains(*role));
        node.details.form = node.details.form.filter(|form| rest.forms.contains(*form));
        node.details.documents.retain(|letter| rest.document_templates.contains(*letter));
        match &mut node.kind {
            NodeKind::BusinessRuleTask(table) => *table = table.filter(|table| rest.decision_tables.contains(*table)),
            NodeKind::CallActivity(process) => *process = process.filter(|process| rest.processes.contains(*process)),
            _ => {}
        }
    };
    let is_due = |node: &FlowNode| {
        let details = &node.details;
        node.lane.is_some_and(|lane| !rest.lanes.contains(lane))
            || details.role.is_some_and(|role| !rest.roles.contains(role))
            || details.form.is_some_and(|form| !rest.forms.contains(form))
            || details.documents.iter().any(|letter| !rest.document_templates.contains(*letter))
            || match node.kind {
                NodeKind::BusinessRuleTask(Some(table)) => !rest.decision_tables.contains(table),
                NodeKind::CallActivity(Some(process)) => !rest.processes.contains(process),
                _ => false,
            }
    };
    change_where(&mut document.nodes, is_due, forget);
}

fn clear_data_objects(document: &mut Document) {
    let objects = document.objects.clone();
    let is_due = |kind: &ArtifactKind| matches!(kind, ArtifactKind::DataObject { object: Some(object), .. } if !objects.contains(*object));
    change_where(
        &mut document.artifacts,
        |artifact| is_due(&artifact.kind),
        |artifact| {
            if let ArtifactKind::DataObject { object, .. } = &mut artifact.kind {
                *object = None;
            }
        },
    );
}

/// Steps and expectations of test cases that speak of what is gone.
fn clear_test_cases(document: &mut Document) {
    let rest = document.clone();
    remove_where(&mut document.test_cases, |case| !rest.processes.contains(case.process));
    let step_ok = |step: &TestStep| step.subjects().all(|subject| rest.has(subject));
    let expectation_ok = |expectation: &Expectation| expectation.subjects().all(|subject| rest.has(subject));
    let is_due = |case: &TestCase| !case.steps.iter().all(step_ok) || !case.expectations.iter().all(expectation_ok);
    change_where(&mut document.test_cases, is_due, |case| {
        case.steps.retain(step_ok);
        case.expectations.retain(expectation_ok);
    });
}

/// Goals of exercises that speak of what is gone.
fn clear_exercises(document: &mut Document) {
    let rest = document.clone();
    let goal_ok = |goal: &Goal| goal.subjects().all(|subject| rest.has(subject));
    let is_due = |exercise: &Exercise| !exercise.goals.iter().all(goal_ok);
    change_where(&mut document.exercises, is_due, |exercise| exercise.goals.retain(goal_ok));
}

/// Rules forget what is gone from their form, and go when nothing is left that they are about.
fn clear_forms(before: &Document, document: &mut Document) {
    let rest = document.clone();
    let due: Vec<FormId> = document
        .forms
        .changed_since(&before.forms)
        .filter(|(_, form)| !form.rules.is_empty())
        .map(|(id, _)| id)
        .chain(document.forms.values().filter(|form| lost(&rest, form)).map(|form| form.id))
        .collect();
    for id in due {
        let Some(form) = rest.forms.get(id) else { continue };
        let elements: BTreeSet<FormElementId> = form.elements().into_iter().map(|element| element.id).collect();
        let is_due = lost(&rest, form) || form.rules.iter().any(|rule| rule.targets.iter().any(|target| !elements.contains(target)));
        let Some(form) = document.forms.get_mut(id).filter(|_| is_due) else { continue };
        form.shows = form.shows.filter(|shown| rest.forms.contains(*shown));
        form.source = form.source.filter(|source| rest.sources.contains(*source));
        form.rules.retain_mut(|rule| {
            let had_targets = !rule.targets.is_empty();
            rule.targets.retain(|target| elements.contains(target));
            !rule.targets.is_empty() || !had_targets || !rule.wording.is_empty()
        });
    }
}

/// Whether a form shows a form, or comes from a file, that is gone.
fn lost(document: &Document, form: &Form) -> bool {
    form.shows.is_some_and(|shown| !document.forms.contains(shown)) || form.source.is_some_and(|source| !document.sources.contains(source))
}

/// Translations go with the text.
fn clear_translations(before: &Document, document: &mut Document) {
    let is_same = document.forms.same_as(&before.forms)
        && document.fields.same_as(&before.fields)
        && document.objects.same_as(&before.objects)
        && document.code_lists.same_as(&before.code_lists);
    if is_same {
        return;
    }
    let rest = document.clone();
    let is_gone = |place: &TextPlace| !rest.has(place.at);
    change_where(
        &mut document.languages,
        |language| language.texts.keys().any(is_gone),
        |language| language.texts.retain(|place, _| !is_gone(place)),
    );
}

/// Shapes and courses of what is gone.
fn clear_picture(before: &Document, document: &mut Document) {
    let lost = lost_some(&before.nodes, &document.nodes)
        || lost_some(&before.flows, &document.flows)
        || lost_some(&before.message_flows, &document.message_flows)
        || lost_some(&before.associations, &document.associations)
        || lost_some(&before.artifacts, &document.artifacts)
        || lost_some(&before.pools, &document.pools)
        || lost_some(&before.lanes, &document.lanes);
    if !lost {
        return;
    }
    let shapes: Vec<Subject> = document.diagram.shapes.keys().filter(|subject| !document.has(*subject)).collect();
    let edges: Vec<Subject> = document.diagram.edges.keys().filter(|subject| !document.has(*subject)).collect();
    for gone in shapes {
        document.diagram.shapes.remove(gone);
    }
    for gone in edges {
        document.diagram.edges.remove(gone);
    }
}

fn clear_origins(before: &Document, document: &mut Document) {
    if document.origins.is_empty() {
        return;
    }
    macro_rules! lost {
        ($($table:ident)*) => { false $(|| lost_some(&before.$table, &document.$table))* };
    }
    let lost = !document.forms.same_as(&before.forms)
        || lost! {
            processes roles pools lanes nodes flows message_flows artifacts associations objects fields code_lists decision_tables
            document_templates settings test_cases exercises languages sources
        };
    if lost {
        let is_gone = |(of, origin): &(Subject, &Origin)| !document.has(*of) || !document.sources.contains(origin.source);
        let gone: Vec<Subject> = document.origins.iter().filter(is_gone).map(|(of, _)| of).collect();
        for of in gone {
            document.origins.remove(of);
        }
    }
}
