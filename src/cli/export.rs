//! `export --to bundle`: a bundle from a model, if the checks find no error.

use super::{Verdict, arguments, check, file, output::Output};
use crate::bundle::{Release, ReleaseState, Version, write_bundle};
use crate::check::{check as find_problems, may_be_released};
use crate::model::Document;
use crate::storage;
use serde_json::json;
use std::path::Path;

/// Program and version that a bundle names as its maker.
const MAKER: &str = concat!("Dienstweg ", env!("CARGO_PKG_VERSION"));

/// Writes the bundle beside whatever was there, whole or not at all.
pub(super) fn bundle(output: &Output<'_>, document: &Document, out: &Path, release: &arguments::Release) -> Verdict {
    let problems = find_problems(document);
    if !may_be_released(&problems) {
        check::lines(output, document, &problems);
        output.fault(output.texts.get("cli-not-exported"));
        return Verdict::Faults;
    }
    let Some(version) = release.version.or_else(|| own_version(document)) else {
        output.fault(output.texts.get("cli-no-version"));
        return Verdict::CouldNot;
    };
    let release = Release { version, state: ReleaseState::Released, valid_from: release.valid_from, created_with: MAKER.to_owned() };
    let text = match write_bundle(document, &release) {
        Ok(text) => text,
        Err(error) => {
            output.fault(&output.texts.write_error(&error));
            return Verdict::CouldNot;
        }
    };
    if let Err(error) = storage::write_whole(out, text.as_bytes()) {
        return file::system_fault(output, "cli-fault-write", out, &error);
    }
    let (name, version) = (out.display().to_string(), version.to_string());
    output.line(&output.texts.with("cli-exported", &[("file", (&name).into()), ("version", (&version).into())]));
    output.json(&json!({ "file": name, "version": version }));
    Verdict::Good
}

/// The version that the procedure itself names, if it is one.
fn own_version(document: &Document) -> Option<Version> {
    document.main()?.version.parse().ok()
}
