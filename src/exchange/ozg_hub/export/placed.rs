//! Placeholders of ours, said once: what somebody has to decide, with the place where it stands.

use super::super::check::Flaw;
use super::super::ids::OPEN;
use super::super::remark::Remark;
use super::open;
use crate::exchange::{Note, What};
use crate::model::{Document, Subject};
use std::collections::BTreeMap;

/// So many letters of a placeholder are looked for: the checks cut long lines.
const LOOKED_FOR: usize = 60;

/// The report with what the checks found. What the report says of a placeholder gets the place at which the checks found it, and is not
/// said again.
pub(super) fn placed(document: &Document, mut report: Vec<Note>, found: Vec<Note>) -> Vec<Note> {
    let mut waiting: BTreeMap<Option<Subject>, Vec<(usize, String)>> = BTreeMap::new();
    for (at, note) in report.iter().enumerate().filter(|(_, note)| note.at.file.is_empty()) {
        if let Some(words) = words(document, note) {
            waiting.entry(step(document, note)).or_default().push((at, words));
        }
    }
    let mut left = Vec::new();
    for finding in found {
        let said = if let What::OzgHub(Remark::Flaw(Flaw::Open(line))) = &finding.what {
            take(&mut waiting, finding.at.subject, line).or_else(|| take(&mut waiting, None, line))
        } else {
            None
        };
        match said.and_then(|at| report.get_mut(at)) {
            Some(note) => {
                note.at.file.clone_from(&finding.at.file);
                note.at.line = finding.at.line;
            }
            None => left.push(finding),
        }
    }
    report.extend(left);
    report
}

/// The first placeholder of an element that stands on this line.
fn take(waiting: &mut BTreeMap<Option<Subject>, Vec<(usize, String)>>, of: Option<Subject>, line: &str) -> Option<usize> {
    let own = waiting.get_mut(&of)?;
    let found = own.iter().position(|(_, words)| line.contains(words.as_str()))?;
    Some(own.remove(found).0)
}

/// What stands in the file where a note speaks of a placeholder.
fn words(document: &Document, note: &Note) -> Option<String> {
    let What::OzgHub(remark) = &note.what else { return None };
    let whole = match (remark, note.at.subject) {
        (Remark::Placeholder(name), None) if name == "Mandant" => format!("\"mandant\": \"{OPEN}\""),
        (Remark::Placeholder(name), Some(Subject::Setting(setting))) => {
            let setting = document.settings.get(setting).filter(|setting| !setting.description.is_empty());
            open(setting.map_or(name, |setting| &setting.description))
        }
        (Remark::Placeholder(name) | Remark::NoGroovy(name), _) => open(name),
        (Remark::NoJuel(_), _) => format!("${{{OPEN}}}"),
        _ => return None,
    };
    whole.lines().next().map(|line| line.trim().chars().take(LOOKED_FOR).collect())
}

/// Where the checks find it: a setting that came from no file stands in its step.
fn step(document: &Document, note: &Note) -> Option<Subject> {
    let subject = note.at.subject?;
    if !matches!(subject, Subject::Setting(_)) || document.origins.contains(subject) {
        return Some(subject);
    }
    let id_of = |of: Subject, key: &str| document.origins.get(of).map_or(key == note.at.id, |origin| origin.id == note.at.id);
    document.nodes.values().find(|node| id_of(Subject::Node(node.id), &node.key)).map(|node| Subject::Node(node.id))
}
