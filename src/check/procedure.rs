//! The procedure's own properties: name, version, Leistungsschlüssel, description.

use super::{Aspect, Problem};
use crate::model::{Document, Subject};

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    for process in document.processes.values() {
        let at = Subject::Process(process.id);
        if process.name.trim().is_empty() {
            found.push(Problem::error("check-process-name", at).about(Aspect::Name));
        }
        if !is_semantic_version(&process.version) {
            found.push(Problem::error("check-process-version", at).about(Aspect::Version).with("version", &process.version));
        }
        let key = &process.leistungsschluessel;
        if !key.is_empty() && (key.len() != 14 || !key.bytes().all(|byte| byte.is_ascii_digit())) {
            found.push(Problem::error("check-process-leistungsschluessel", at).about(Aspect::Key).with("value", key));
        }
    }
    if let Some(main) = document.main().filter(|main| main.description.trim().is_empty()) {
        found.push(Problem::hint("check-process-description", Subject::Process(main.id)).about(Aspect::Text));
    }
}

/// `major.minor.patch` of whole numbers without leading zeros (Semantic Versioning 2.0.0, rule 2).
fn is_semantic_version(text: &str) -> bool {
    let is_number = |part: &str| {
        !part.is_empty() && part.len() <= 9 && part.bytes().all(|byte| byte.is_ascii_digit()) && (part == "0" || !part.starts_with('0'))
    };
    let parts: Vec<&str> = text.split('.').collect();
    parts.len() == 3 && parts.into_iter().all(is_number)
}
