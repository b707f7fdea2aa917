//! `samples`: lists the sample procedures, or copies them out.

use super::{Verdict, file, output::Output};
use crate::bundle::read_model;
use crate::catalog::{Sample, samples};
use crate::storage;
use serde_json::json;
use std::{fs, path::Path};

/// Lists the samples, or writes them into a folder. A file that is there already is left as it is.
pub(super) fn run(output: &Output<'_>, folder: Option<&Path>) -> Verdict {
    if let Some(folder) = folder
        && let Err(error) = fs::create_dir_all(folder)
    {
        return file::system_fault(output, "cli-fault-write", folder, &error);
    }
    for sample in samples() {
        let Some(folder) = folder else {
            output.line(&format!("{}  {}", sample.file, name_of(sample)));
            continue;
        };
        let path = folder.join(sample.file);
        if path.exists() {
            let name = path.display().to_string();
            output.fault(&output.texts.with("cli-sample-there", &[("file", (&name).into())]));
            return Verdict::CouldNot;
        }
        if let Err(error) = storage::write_whole(&path, sample.text.as_bytes()) {
            return file::system_fault(output, "cli-fault-write", &path, &error);
        }
        output.line(&path.display().to_string());
    }
    let rows: Vec<_> = samples().iter().map(|sample| json!({ "file": sample.file, "name": name_of(sample) })).collect();
    output.json(&json!({ "samples": rows, "folder": folder }));
    Verdict::Good
}

fn name_of(sample: &Sample) -> String {
    let model = read_model(sample.text.as_bytes()).ok();
    model.and_then(|model| model.document.main().map(|process| process.name.clone())).unwrap_or_default()
}
