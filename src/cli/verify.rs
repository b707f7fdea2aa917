//! `verify`: whether a bundle is as it was released.

use super::{Verdict, file, output::Output};
use crate::bundle::{self, ContentKind, Manifest, ReleaseState};
use serde_json::{Map, Value, json};
use std::path::Path;

/// Prints what the bundle is, or why it is not to be trusted.
pub(super) fn run(output: &Output<'_>, path: &Path) -> Verdict {
    let bytes = match file::bytes(output, path) {
        Ok(bytes) => bytes,
        Err(verdict) => return verdict,
    };
    match bundle::verify(&bytes) {
        Ok(verified) => {
            lines(output, &verified.manifest);
            output.json(&answer(&verified.manifest));
            Verdict::Good
        }
        Err(error) => {
            let sentence = output.texts.read_error(&error);
            output.line(&sentence);
            output.json(&json!({ "verified": false, "error": sentence }));
            Verdict::Faults
        }
    }
}

fn lines(output: &Output<'_>, manifest: &Manifest) {
    let texts = output.texts;
    let version = manifest.release.version.to_string();
    let state = texts.release_state(manifest.release.state);
    output.line(&texts.with("cli-verified", &[("name", (&manifest.name).into()), ("version", (&version).into()), ("state", state.into())]));
    if let Some(date) = manifest.release.valid_from {
        output.line(&texts.with("cli-verified-from", &[("date", date.to_string().as_str().into())]));
    }
    output.line(&texts.with("cli-verified-with", &[("program", (&manifest.release.created_with).into())]));
    for part in manifest.contents.iter().filter(|part| !part.names.is_empty()) {
        let (kind, count) = (texts.content_kind(part.kind), part.names.len().to_string());
        output.line(&texts.with("cli-verified-part", &[("kind", kind.into()), ("count", (&count).into())]));
    }
    output.line(&manifest.digest.to_string());
}

fn answer(manifest: &Manifest) -> Value {
    let contents: Map<String, Value> = manifest.contents.iter().map(|part| (key_of(part.kind).to_owned(), json!(part.names))).collect();
    json!({
        "verified": true,
        "key": manifest.key,
        "name": manifest.name,
        "version": manifest.release.version.to_string(),
        "state": match manifest.release.state {
            ReleaseState::Draft => "draft",
            ReleaseState::Released => "released",
            ReleaseState::Retired => "retired",
        },
        "valid_from": manifest.release.valid_from.map(|date| date.to_string()),
        "created_with": manifest.release.created_with,
        "digest": manifest.digest.to_string(),
        "contents": contents,
    })
}

fn key_of(kind: ContentKind) -> &'static str {
    match kind {
        ContentKind::Processes => "processes",
        ContentKind::Steps => "steps",
        ContentKind::Forms => "forms",
        ContentKind::Fields => "fields",
        ContentKind::CodeLists => "code_lists",
        ContentKind::DecisionTables => "decision_tables",
        ContentKind::Letters => "letters",
        ContentKind::Settings => "settings",
        ContentKind::TestCases => "test_cases",
    }
}
