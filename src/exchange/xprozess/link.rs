//! The form that triggers the process, tied to the step at which it is filled in.

use super::super::xdatenfelder;
use super::super::xml::Element;
use super::super::{Note, What};
use super::Remark;
use crate::model::{Document, FimLink, FormId, NodeId, NodeKind, Subject};
use std::collections::{BTreeSet, VecDeque};

/// The ids by which a process may name a schema: its Dokumentsteckbrief, if the schema says it, else the same number with D (FIM gives
/// S00000094 to the schema of D00000094).
pub(in crate::exchange) fn profile_ids(schema: &Element<'_>) -> Vec<String> {
    let Some((id, profile)) = xdatenfelder::schema_ids(schema) else { return Vec::new() };
    let numbered = id.strip_prefix('S').map(|number| format!("D{number}"));
    Some(profile).filter(|profile| !profile.is_empty()).into_iter().chain(numbered).chain([id]).collect()
}

/// Ties the only form of the document to the step that its arrival begins.
pub(super) fn link(document: &mut Document, ids: &[String]) -> Option<Note> {
    let form: FormId = document.forms.keys().next()?;
    let name = document.forms.get(form).map(|form| form.name.clone()).unwrap_or_default();
    let id = ids.last().cloned().unwrap_or_default();
    let note = |remark| Note::new(&id, &name, What::Xprozess(remark));
    let trigger = match document.main().and_then(|main| main.fim.as_ref()).map(|fim| &fim.trigger) {
        Some(FimLink::Form(trigger)) => trigger.clone(),
        _ => String::new(),
    };
    let step = first_step(document).filter(|_| ids.contains(&trigger));
    let Some(node) = step.and_then(|step| document.nodes.get_mut(step)) else {
        return Some(note(Remark::NotLinked { trigger }).on(Subject::Form(form)));
    };
    node.details.form = Some(form);
    let step = node.name.clone();
    Some(note(Remark::Linked { trigger, step }).on(Subject::Node(node.id)))
}

/// The first step after the start of the main process: one that receives information (group 1) before others.
fn first_step(document: &Document) -> Option<NodeId> {
    let is_start = |kind: &NodeKind| matches!(kind, NodeKind::StartEvent { .. });
    let starts =
        document.nodes.values().filter(|node| node.process == document.main_process && node.parent.is_none() && is_start(&node.kind));
    let mut open: VecDeque<NodeId> = starts.map(|node| node.id).collect();
    let mut seen: BTreeSet<NodeId> = open.iter().copied().collect();
    let mut first = None;
    while let Some(id) = open.pop_front() {
        if let Some(node) = document.nodes.get(id).filter(|node| node.kind.is_activity()) {
            if node.details.fim.as_ref().is_some_and(|fim| fim.activity_group == Some(1)) {
                return Some(id);
            }
            first = first.or(Some(id));
            continue;
        }
        let next = document.flows.values().filter(|flow| flow.from == id).map(|flow| flow.to);
        open.extend(next.filter(|to| seen.insert(*to)));
    }
    first
}
