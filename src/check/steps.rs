//! Steps: who does them, with which form, on which law, by when.

use super::events::is_duration;
use super::{Aspect, Problem};
use crate::catalog;
use crate::model::{Document, FlowNode, NodeKind, RoleKind, Subject};

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    for node in document.nodes.values() {
        if node.kind.is_activity() {
            name(node, found);
            details(node, found);
            person(document, node, found);
            kind(node, found);
        }
    }
}

fn name(node: &FlowNode, found: &mut Vec<Problem>) {
    if node.name.trim().is_empty() {
        found.push(Problem::error("check-step-name", Subject::Node(node.id)).about(Aspect::Name));
    }
}

fn details(node: &FlowNode, found: &mut Vec<Problem>) {
    let at = Subject::Node(node.id);
    if let Some(due) = node.details.due.as_ref().filter(|due| !is_duration(&due.iso)) {
        found.push(Problem::error("check-step-due", at).about(Aspect::Due).with("value", &due.iso));
    }
    if !node.details.effort.is_empty() && !is_duration(&node.details.effort) {
        found.push(Problem::error("check-step-effort", at).about(Aspect::Effort).with("value", &node.details.effort));
    }
    for law in &node.details.legal_bases {
        if law.law.trim().is_empty() {
            found.push(Problem::warning("check-step-law", at).about(Aspect::LegalBasis));
        }
    }
    let service = node.details.service.as_ref().filter(|service| !service.is_function());
    if let Some(service) = service.filter(|service| catalog::service(&service.service).is_none()) {
        found.push(Problem::error("check-step-service-unknown", at).about(Aspect::Service).with("value", &service.service));
    }
}

fn person(document: &Document, node: &FlowNode, found: &mut Vec<Problem>) {
    if !matches!(node.kind, NodeKind::UserTask | NodeKind::ManualTask) {
        return;
    }
    let at = Subject::Node(node.id);
    let role = document.role_of(node.id);
    if role.is_none() {
        found.push(Problem::error("check-step-role", at).about(Aspect::Role));
    }
    // Paying and signing in are pages of the service itself, and a page that only tells something asks for nothing.
    if matches!(node.kind, NodeKind::UserTask) && node.details.form.is_none() && node.details.service.is_none() {
        found.push(Problem::warning("check-step-form", at).about(Aspect::Form));
    }
    let is_official = role.is_some_and(|role| matches!(role.kind, RoleKind::Caseworker | RoleKind::OtherAuthority));
    if is_official && node.details.due.is_none() {
        found.push(Problem::hint("check-step-no-due", at).about(Aspect::Due));
    }
    if is_official && node.details.legal_bases.is_empty() {
        found.push(Problem::hint("check-step-no-law", at).about(Aspect::LegalBasis));
    }
}

fn kind(node: &FlowNode, found: &mut Vec<Problem>) {
    let at = Subject::Node(node.id);
    let problem = match &node.kind {
        NodeKind::Task => Problem::hint("check-step-kind", at),
        NodeKind::ServiceTask if node.details.service.is_none() => Problem::warning("check-step-service", at).about(Aspect::Service),
        NodeKind::ScriptTask(assignments) if assignments.is_empty() && node.details.service.is_none() => {
            Problem::warning("check-step-script", at).about(Aspect::Script)
        }
        NodeKind::BusinessRuleTask(None) => Problem::error("check-step-decision", at).about(Aspect::Decision),
        NodeKind::CallActivity(None) => Problem::error("check-step-called", at).about(Aspect::CalledProcess),
        NodeKind::SendTask { message } | NodeKind::ReceiveTask { message } if message.trim().is_empty() => {
            Problem::warning("check-step-message", at).about(Aspect::Event)
        }
        _ => return,
    };
    found.push(problem);
}
