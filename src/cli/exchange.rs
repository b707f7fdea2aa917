//! `import`, `export` and `convert`: formats of others, with the report in sentences.

use super::export;
use super::file::{self, Read};
use super::picture::{self, PictureWish};
use super::report::{self, Extent};
use super::{Verdict, arguments, output::Output};
use crate::bundle::write_model;
use crate::exchange::ozg_hub::Platform;
use crate::exchange::{ExportError, Exported, Files, Target, export as write, news};
use crate::model::{Document, Form, FormId, SourceFormat};
use crate::storage;
use serde_json::json;
use std::path::{Path, PathBuf};

/// To what `export` and `convert` write.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    /// The format, one of those of `arguments`.
    pub to: String,
    /// Name or key of the form, for formats that hold one form.
    pub form: Option<String>,
    /// What a bundle says of its release.
    pub release: arguments::Release,
    /// What a picture is like.
    pub picture: PictureWish,
    /// How much of the report is printed.
    pub extent: Extent,
    /// Whether what nobody named may be replaced: files of a folder by others of their names, or the file that is read by what is made of it.
    pub is_forced: bool,
}

/// So many names of files are said.
const MOST_NAMED: usize = 5;

/// Makes a model of these files.
pub(super) fn import(output: &Output<'_>, paths: &[PathBuf], out: &Path, extent: Extent) -> Verdict {
    if let Some(own) = paths.iter().find(|path| is_same(path, out)) {
        return fault(output, &own_input(output, own));
    }
    let Read { document, import } = match file::import(output, paths) {
        Ok(read) => read,
        Err(verdict) => return verdict,
    };
    let text = match write_model(&document) {
        Ok(text) => text,
        Err(error) => return fault(output, &output.texts.write_error(&error)),
    };
    let report = import.unwrap_or_default();
    match storage::write_whole(out, text.as_bytes()) {
        Ok(()) => {
            report::lines(output, &report, extent);
            let name = say_written(output, out);
            output.json(&json!({ "file": name, "report": report::answer(output, &document, &report) }));
            Verdict::Good
        }
        Err(error) => file::system_fault(output, "cli-fault-write", out, &error),
    }
}

/// Writes a model, a bundle or a file of another program in some format.
pub(super) fn convert(output: &Output<'_>, path: &Path, out: &Path, wish: &Wish) -> Verdict {
    if !wish.is_forced && is_same(path, out) && path.is_file() {
        return fault(output, &own_input(output, path));
    }
    let Read { document, import } = match file::read_any(output, path) {
        Ok(read) => read,
        Err(verdict) => return verdict,
    };
    if wish.to == "bundle" {
        return export::bundle(output, &document, out, &wish.release);
    }
    let exported = match wish.to.as_str() {
        "svg" | "png" => picture::exported(output, &document, wish.to == "png", &wish.picture),
        _ => target(output, &document, wish).and_then(|target| write(&document, target).map_err(|error| say(output, &error))),
    };
    let exported = match exported {
        Ok(exported) => exported,
        Err(sentence) => return fault(output, &sentence),
    };
    let Exported { files, report } = exported;
    if let (Files::Folder(files), false) = (&files, wish.is_forced) {
        let replaced = storage::replaced_in(out, files);
        if !replaced.is_empty() {
            return fault(output, &would_replace(output, out, &replaced));
        }
    }
    let written = match &files {
        Files::One(bytes) => storage::write_whole(out, bytes),
        Files::Folder(files) => storage::write_folder(out, files),
    };
    if let Err(error) = written {
        return file::system_fault(output, "cli-fault-write", out, &error);
    }
    let import = import.unwrap_or_default();
    report::lines(output, &import, wish.extent);
    // Read as one: what the import said is not said again.
    report::lines(output, &news(&report, &import), wish.extent);
    let name = say_written(output, out);
    output.json(&json!({
        "file": name,
        "import": report::answer(output, &document, &import),
        "report": report::answer(output, &document, &report),
    }));
    Verdict::Good
}

/// Whether two paths lead to the same place.
fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    one == other || real(one).is_some_and(|one| Some(one) == real(other))
}

/// That what is read would be lost.
fn own_input(output: &Output<'_>, path: &Path) -> String {
    output.texts.with("cli-own-input", &[("file", path.display().to_string().as_str().into())])
}

/// That files would be lost, and how to have it so.
fn would_replace(output: &Output<'_>, out: &Path, replaced: &[String]) -> String {
    let quoted = |name: &String| output.texts.with("word-quoted", &[("name", name.as_str().into())]);
    let names = replaced.iter().take(MOST_NAMED).map(quoted).collect::<Vec<_>>().join(", ");
    let folder = out.display().to_string();
    let more = replaced.len().saturating_sub(MOST_NAMED);
    let arguments = [("folder", folder.as_str().into()), ("files", names.as_str().into()), ("more", more.into())];
    output.texts.with("cli-would-replace", &arguments)
}

fn say(output: &Output<'_>, error: &ExportError) -> String {
    output.texts.export_error(error)
}

fn say_written(output: &Output<'_>, out: &Path) -> String {
    let name = out.display().to_string();
    output.line(&output.texts.with("cli-imported", &[("file", (&name).into())]));
    name
}

/// What is wished for, with the form that is meant.
fn target(output: &Output<'_>, document: &Document, wish: &Wish) -> Result<Target, String> {
    let form = |imported| form(output, document, wish.form.as_deref(), imported);
    Ok(match wish.to.as_str() {
        "xdatenfelder" => Target::Xdatenfelder(form(true)?, None),
        "xdatenfelder2" => Target::Xdatenfelder(form(true)?, Some(SourceFormat::Xdatenfelder2)),
        "xdatenfelder3" => Target::Xdatenfelder(form(true)?, Some(SourceFormat::Xdatenfelder3)),
        "bpmn" => Target::Bpmn,
        "civento" => Target::Civento,
        "xprozess" => Target::Xprozess(jiff::Timestamp::now()),
        // As it came; a native model goes to the OZG-Hub.
        "ozg-hub" => Target::OzgHub(None),
        "service-bw" | "amt24" => Target::OzgHub(Some(Platform::ServiceBw)),
        _ => Target::JsonSchema(form(false)?),
    })
}

/// The form of that name or key; without a name the only one that will do, where those that were imported go first if they are asked for.
fn form(output: &Output<'_>, document: &Document, wanted: Option<&str>, is_imported: bool) -> Result<FormId, String> {
    let names = |forms: &[&Form]| forms.iter().map(|form| form.name.as_str()).collect::<Vec<_>>().join(", ");
    let all: Vec<&Form> = document.forms.values().collect();
    if let Some(wanted) = wanted {
        let found = all.iter().find(|form| form.name == wanted || form.key == wanted);
        let unknown = || output.texts.with("cli-unknown-form", &[("name", wanted.into()), ("names", names(&all).as_str().into())]);
        return found.map(|form| form.id).ok_or_else(unknown);
    }
    let fit: Vec<&Form> = all.iter().copied().filter(|form| !is_imported || form.source.is_some()).collect();
    match (fit.as_slice(), all.as_slice()) {
        ([only], _) | ([], [only]) => Ok(only.id),
        ([], []) => Err(output.texts.get("exchange-export-no-form").to_owned()),
        ([], _) => Err(output.texts.get("exchange-export-not-imported").to_owned()),
        (several, _) => Err(output.texts.with("cli-which-form", &[("names", names(several).as_str().into())])),
    }
}

fn fault(output: &Output<'_>, sentence: &str) -> Verdict {
    output.fault(sentence);
    Verdict::CouldNot
}
