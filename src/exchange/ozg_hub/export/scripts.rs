//! Groovy for the steps that set data.

use super::super::check::is_stand_in;
use super::super::folder::Role;
use super::super::ids::{OPEN, legal};
use super::super::remark::Remark;
use super::dialect::{Dialect, quoted, translated};
use super::files::Files;
use super::kept::Kept;
use super::model::ids_of;
use super::{Writing, note};
use crate::exchange::{Note, xml};
use crate::model::{Assignment, FlowNode, NodeKind, Subject};
use std::collections::BTreeSet;

/// Writes the scripts of steps whose assignments are new or changed.
pub(super) fn write(after: &Writing<'_>, before: Option<&Writing<'_>>, kept: &Kept<'_>, files: &mut Files) -> Vec<Note> {
    let mut report = Vec::new();
    let ids = ids_of(after.document, kept.model().map(|model| model.id));
    let old_ids = before.map(|before| ids_of(before.document, super::model::source_of(before.document)));
    let folder = after.document.main().map(|process| legal(&process.key)).unwrap_or_default();
    let inside = inside(kept);
    for node in after.document.nodes.values() {
        let NodeKind::ScriptTask(assignments) = &node.kind else { continue };
        let Some(id) = ids.get(&node.id) else { continue };
        let script = kept.all(|role| matches!(role, Role::Script { task, .. } if task == id)).first().copied();
        let old = old_ids.as_ref().zip(before).and_then(|(ids, before)| {
            let (old, _) = ids.iter().find(|(_, known)| *known == id)?;
            before.document.nodes.get(*old)
        });
        let is_same = old.is_some_and(|old| old.kind == node.kind);
        if is_same && script.is_none() && assignments.is_empty() && !inside.contains(id) {
            let path = format!("scripts/{folder}/{id}.groovy");
            report.push(note(id, &node.name, Remark::ScriptMissing { path, sets: String::new() }).on(Subject::Node(node.id)));
        }
        if is_same && (script.is_some() || assignments.is_empty()) {
            continue;
        }
        if assignments.is_empty() {
            report.push(note(id, &node.name, Remark::NoScript).on(Subject::Node(node.id)));
            continue;
        }
        let path = script.map_or_else(|| format!("scripts/{folder}/{id}.groovy"), |script| script.name.clone());
        files.put(&path, script_of(after, node, assignments, &folder, &mut report));
    }
    report
}

/// Steps whose script stands in the model.
fn inside(kept: &Kept<'_>) -> BTreeSet<String> {
    let Some(tree) = kept.model().and_then(|model| xml::read(&model.text).ok()) else { return BTreeSet::new() };
    let mut found = BTreeSet::new();
    let mut open = vec![&tree];
    while let Some(element) = open.pop() {
        open.extend(element.elements());
        if element.first("script").is_some_and(|script| !is_stand_in(&script.text())) {
            found.extend(element.attribute("id").map(str::to_owned));
        }
    }
    found
}

fn script_of(writing: &Writing<'_>, node: &FlowNode, assignments: &[Assignment], folder: &str, report: &mut Vec<Note>) -> String {
    let mut out = format!("package {folder}\n\nimport de.seitenbau.serviceportal.scripting.api.v1.ScriptingApiV1\n\n");
    out.push_str("ScriptingApiV1 api = apiV1\n\n");
    for Assignment { target, value } in assignments {
        let line = writing.variables.of_path(target).zip(translated(value, Dialect::Groovy, &writing.names, &writing.variables));
        if let Some((name, value)) = line {
            out.extend(["api.setVariable(", &quoted(&name, Dialect::Groovy), ", ", &value, ")\n"]);
        } else {
            let feel = format!("{target} = {}", value.replace(['\n', '\r'], " "));
            out.extend(["// ", OPEN, ": ", &feel, "\n"]);
            report.push(note("", &node.name, Remark::NoGroovy(feel)).on(Subject::Node(node.id)));
        }
    }
    out
}
