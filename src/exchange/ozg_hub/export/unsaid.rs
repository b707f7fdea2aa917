//! What a project folder has no place for.

use super::super::remark::Remark;
use super::kept::Kept;
use super::{note, steps};
use crate::exchange::Note;
use crate::model::{Document, NodeKind, ServiceUse, Subject};

/// What is left out. Of a kept project only what it did not have.
pub(super) fn unsaid(document: &Document, kept: &Kept<'_>) -> Vec<Note> {
    let was_there = |subject: Subject| document.origins.contains(subject);
    let mut found = Vec::new();
    let mut leave = |subject: Subject, remark: Remark| {
        if !was_there(subject) {
            let name = document.name_of(subject).unwrap_or_default();
            found.push(note("", name, remark).on(subject));
        }
    };
    for table in document.decision_tables.keys() {
        leave(Subject::DecisionTable(table), Remark::NoPlace);
    }
    for case in document.test_cases.keys() {
        leave(Subject::TestCase(case), Remark::NoPlace);
    }
    for exercise in document.exercises.keys() {
        leave(Subject::Exercise(exercise), Remark::NoPlace);
    }
    for letter in document.document_templates.values() {
        let is_sent = |node: &crate::model::FlowNode| {
            let is_message = node.details.service.as_ref().is_some_and(|service| service.service == "postfach");
            is_message && node.kind == NodeKind::ServiceTask && node.details.documents.first() == Some(&letter.id)
        };
        if !document.nodes.values().any(is_sent) {
            leave(Subject::DocumentTemplate(letter.id), Remark::NoPlace);
        }
    }
    for node in document.nodes.values() {
        if node.details.service.as_ref().is_some_and(|service| service.service == ServiceUse::SCRIPT) {
            continue;
        }
        let Some(service) = node.details.service.as_ref().map(|service| service.service.as_str()) else { continue };
        let is_known = matches!(service, "ePayment" | "nutzerkonto" | "hinweisseite" | "dokumentErzeugen" | "fitConnect" | "postfach");
        if !is_known {
            leave(Subject::Node(node.id), Remark::NoService(service.to_owned()));
        }
        for variable in steps::awaited(service) {
            leave(Subject::Node(node.id), Remark::Placeholder((*variable).to_owned()));
        }
    }
    if kept.files.is_empty() && super::variables::client(document).is_none() {
        found.push(note("", "Mandant", Remark::Placeholder("Mandant".to_owned())));
    }
    found
}
