//! Where a document holds expressions, paths and letters.

use crate::model::{
    Assignment, DecisionTable, Document, DocumentTemplate, ElementKind, Event, Exercise, Expectation, Fee, FlowNode, Form, FormElement,
    Mistake, NodeKind, Reached, Repetition, Table, TestCase, Timer,
};

/// What kind of text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// A FEEL expression, or the path of a data field.
    Expression,
    /// A letter with expressions in `{{…}}`.
    Letter,
}

/// Says what a text becomes; `None` if it stays.
type Change<'a> = &'a dyn Fn(&str, Spot) -> Option<String>;

/// Changes all texts of the document that speak of data. Rows without such a text stay shared.
pub(super) fn change(document: &mut Document, change: Change<'_>) {
    rows(&mut document.nodes, |node| of_node(node, change));
    rows(&mut document.flows, |flow| of(&mut flow.condition, change));
    rows(&mut document.forms, |form| of_form(form, change));
    rows(&mut document.fields, |field| {
        of(&mut field.constraints.minimum, change);
        of(&mut field.constraints.maximum, change);
    });
    rows(&mut document.decision_tables, |table| of_table(table, change));
    rows(&mut document.document_templates, |letter| of_letter(letter, change));
    rows(&mut document.settings, |setting| of(&mut setting.default_value, change));
    rows(&mut document.test_cases, |case| of_test_case(case, change));
    rows(&mut document.exercises, |exercise| of_exercise(exercise, change));
}

fn rows<K: Ord + Copy, V: Clone + PartialEq>(table: &mut Table<K, V>, change: impl Fn(&mut V)) {
    let changed: Vec<(K, V)> = table
        .iter()
        .filter_map(|(key, row)| {
            let mut new = row.clone();
            change(&mut new);
            (new != *row).then_some((key, new))
        })
        .collect();
    for (key, row) in changed {
        table.insert(key, row);
    }
}

fn of(text: &mut String, change: Change<'_>) {
    if let Some(new) = change(text, Spot::Expression) {
        *text = new;
    }
}

fn of_assignments(assignments: &mut [Assignment], change: Change<'_>) {
    for assignment in assignments {
        of(&mut assignment.target, change);
        of(&mut assignment.value, change);
    }
}

fn of_node(node: &mut FlowNode, change: Change<'_>) {
    match &mut node.kind {
        NodeKind::ScriptTask(assignments) => of_assignments(assignments, change),
        NodeKind::StartEvent { trigger, .. } | NodeKind::BoundaryEvent { trigger, .. } => of_event(trigger, change),
        NodeKind::EndEvent(event) | NodeKind::CatchEvent(event) | NodeKind::ThrowEvent(event) => of_event(event, change),
        _ => {}
    }
    match &mut node.repetition {
        Repetition::Once => {}
        Repetition::Loop { condition, .. } => of(condition, change),
        Repetition::MultiInstance { collection, completion_condition, .. } => {
            of(collection, change);
            of(completion_condition, change);
        }
    }
    if let Some(Fee::Computed(amount)) = &mut node.details.fee {
        of(amount, change);
    }
    if let Some(service) = &mut node.details.service {
        of_assignments(&mut service.answer, change);
    }
}

fn of_event(event: &mut Event, change: Change<'_>) {
    match event {
        Event::Conditional(condition) => of(condition, change),
        Event::Timer(Timer::Date(date)) => of(date, change),
        _ => {}
    }
}

fn of_form(form: &mut Form, change: Change<'_>) {
    for page in &mut form.pages {
        of(&mut page.visible_when, change);
        of_elements(&mut page.elements, change);
    }
    for rule in &mut form.rules {
        of(&mut rule.when, change);
    }
}

fn of_elements(elements: &mut [FormElement], change: Change<'_>) {
    for element in elements {
        of(&mut element.visible_when, change);
        match &mut element.kind {
            ElementKind::Field(field) => {
                of(&mut field.required_when, change);
                of(&mut field.prefill, change);
                for rule in &mut field.rules {
                    of(&mut rule.condition, change);
                }
            }
            ElementKind::Group(group) => of_elements(&mut group.elements, change),
            _ => {}
        }
    }
}

fn of_table(table: &mut DecisionTable, change: Change<'_>) {
    for input in &mut table.inputs {
        of(&mut input.expression, change);
    }
    for output in &mut table.outputs {
        of(&mut output.target, change);
    }
    for rule in &mut table.rules {
        for cell in rule.tests.iter_mut().chain(&mut rule.results) {
            of(cell, change);
        }
    }
}

fn of_letter(letter: &mut DocumentTemplate, change: Change<'_>) {
    for text in [&mut letter.subject, &mut letter.body] {
        if let Some(new) = change(text, Spot::Letter) {
            *text = new;
        }
    }
}

fn of_exercise(exercise: &mut Exercise, change: Change<'_>) {
    for goal in &mut exercise.goals {
        match &mut goal.reached_when {
            Reached::Played(Expectation::Holds(text))
            | Reached::Mended(Mistake::Condition { condition: text, .. } | Mistake::Result { result: text, .. }) => of(text, change),
            _ => {}
        }
    }
}

fn of_test_case(case: &mut TestCase, change: Change<'_>) {
    for step in &mut case.steps {
        of_assignments(step.entries_mut(), change);
    }
    for expectation in &mut case.expectations {
        if let Expectation::Holds(condition) = expectation {
            of(condition, change);
        }
    }
}
