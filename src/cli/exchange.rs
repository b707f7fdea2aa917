//! `import`, and `export` of forms: formats of others, with the report in sentences.

use super::{Verdict, file, output::Output};
use crate::bundle::write_model;
use crate::exchange::xdatenfelder::export as write_form;
use crate::exchange::{At, File, Note, Weight, import as read_files};
use crate::model::{Document, Form, FormId, SourceFormat};
use crate::storage;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Makes a model of these files.
pub(super) fn import(output: &Output<'_>, paths: &[PathBuf], out: &Path) -> Verdict {
    let mut contents = Vec::with_capacity(paths.len());
    for path in paths {
        match file::bytes(output, path) {
            Ok(bytes) => contents.push((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), bytes)),
            Err(verdict) => return verdict,
        }
    }
    let files: Vec<File<'_>> = contents.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let imported = match read_files(&files) {
        Ok(imported) => imported,
        Err(error) => return fault(output, &output.texts.import_error(&error)),
    };
    match write_model(&imported.document) {
        Ok(text) => written(output, out, text.as_bytes(), &imported.report),
        Err(error) => fault(output, &output.texts.write_error(&error)),
    }
}

/// Writes the form of a model in the format from which it came.
pub(super) fn export(output: &Output<'_>, path: &Path, out: &Path, wanted: Option<&str>, format: SourceFormat) -> Verdict {
    let document = match file::document(output, path) {
        Ok(document) => document,
        Err(verdict) => return verdict,
    };
    let form = match form(output, &document, wanted) {
        Ok(form) => form,
        Err(sentence) => return fault(output, &sentence),
    };
    match write_form(&document, form) {
        Ok(exported) if exported.format != format => {
            let name = name_of(exported.format);
            fault(output, &output.texts.with("cli-other-format", &[("format", name.into())]))
        }
        Ok(exported) => written(output, out, &exported.bytes, &exported.report),
        Err(error) => fault(output, &output.texts.export_error(&error)),
    }
}

/// The form of that name or key; without a name the only one that was imported, else the only one.
pub(super) fn form(output: &Output<'_>, document: &Document, wanted: Option<&str>) -> Result<FormId, String> {
    let names = |forms: &[&Form]| forms.iter().map(|form| form.name.as_str()).collect::<Vec<_>>().join(", ");
    let all: Vec<&Form> = document.forms.values().collect();
    if let Some(wanted) = wanted {
        let found = all.iter().find(|form| form.name == wanted || form.key == wanted);
        let unknown = || output.texts.with("cli-unknown-form", &[("name", wanted.into()), ("names", names(&all).as_str().into())]);
        return found.map(|form| form.id).ok_or_else(unknown);
    }
    let imported: Vec<&Form> = all.iter().copied().filter(|form| form.source.is_some()).collect();
    match (imported.as_slice(), all.as_slice()) {
        ([only], _) | ([], [only]) => Ok(only.id),
        ([], _) => Err(output.texts.get("exchange-export-not-imported").to_owned()),
        (several, _) => Err(output.texts.with("cli-which-form", &[("names", names(several).as_str().into())])),
    }
}

fn name_of(format: SourceFormat) -> &'static str {
    match format {
        SourceFormat::Xdatenfelder2 => "XDatenfelder 2.0",
        SourceFormat::Xdatenfelder3 => "XDatenfelder 3.0.0",
        SourceFormat::Xprozess => "XProzess 2.0",
        SourceFormat::Bpmn => "BPMN 2.0",
        SourceFormat::Civento => "Bibliothek 2.5",
        SourceFormat::OzgHub => "OZG-Hub",
    }
}

/// Writes the file and says what became of everything.
fn written(output: &Output<'_>, out: &Path, content: &[u8], report: &[Note]) -> Verdict {
    if let Err(error) = storage::write_whole(out, content) {
        return file::system_fault(output, "cli-fault-write", out, &error);
    }
    for weight in [Weight::Taken, Weight::Changed, Weight::Kept, Weight::Left] {
        let mut notes = report.iter().filter(|note| note.what.weight() == weight).peekable();
        if notes.peek().is_some() {
            output.line(&format!("{}:", output.texts.exchange_weight(weight)));
        }
        notes.for_each(|note| output.line(&format!("  {}", output.texts.exchange_note(note))));
    }
    let name = out.display().to_string();
    output.line(&output.texts.with("cli-imported", &[("file", (&name).into())]));
    output.json(&json!({ "file": name, "report": report.iter().map(|note| answer(output, note)).collect::<Vec<_>>() }));
    Verdict::Good
}

fn answer(output: &Output<'_>, note: &Note) -> Value {
    let weight = match note.what.weight() {
        Weight::Taken => "taken",
        Weight::Changed => "changed",
        Weight::Kept => "kept",
        Weight::Left => "left",
    };
    let At { id, name, file, line, .. } = &note.at;
    json!({ "weight": weight, "id": id, "name": name, "file": file, "line": line, "text": output.texts.exchange_note(note) })
}

fn fault(output: &Output<'_>, sentence: &str) -> Verdict {
    output.fault(sentence);
    Verdict::CouldNot
}
