//! The procedure and its forms in the formats of others: which are offered, where they are written, and what is said of it.

use super::App;
use super::errands::Errand;
use super::events::Event;
use super::files::{Question, Trouble};
use super::workspace::Report;
use crate::exchange::ozg_hub::Platform;
use crate::exchange::{ExportError, Exported, Files, Note, Target, export};
use crate::i18n::Texts;
use crate::model::{Document, Form, FormId, SourceFormat, Subject};
use crate::storage;
use crate::view::Place;
use crate::view::dialogs::{Dialog, ExportQuestion, Format, Writing};
use egui::Context;
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// So many files that would be replaced are named.
const MOST_NAMED: usize = 3;

/// How the names of the files end; empty for folders.
fn ending(target: Target) -> &'static str {
    match target {
        Target::Bpmn => "bpmn",
        Target::Civento | Target::Xprozess(_) | Target::Xdatenfelder(..) => "xml",
        Target::OzgHub(_) => "",
        Target::JsonSchema(_) => "json",
    }
}

fn platform_key(platform: Platform) -> &'static str {
    match platform {
        Platform::OzgHub => "export-platform-ozg-hub",
        Platform::ServiceBw => "export-platform-service-bw",
    }
}

/// All formats, with what each is good for and what of the document can be written in it.
fn formats(texts: &Texts, document: &Document, selected: Option<FormId>) -> Vec<Format> {
    let format = |name: &str, purpose: &str, choices: Vec<(String, Writing)>, choice: usize| Format {
        name: texts.get(name).to_owned(),
        purpose: texts.get(purpose).to_owned(),
        choices,
        choice,
    };
    let of_forms = |takes: fn(&Form) -> bool, target: fn(FormId) -> Target| -> (Vec<(String, Writing)>, usize) {
        let forms: Vec<&Form> = document.forms.values().filter(|form| takes(form)).collect();
        let choice = forms.iter().position(|form| Some(form.id) == selected).unwrap_or_default();
        let name = |form: &Form| texts.name_of(document, Subject::Form(form.id));
        (forms.iter().map(|form| (name(form), Writing::Foreign(target(form.id)))).collect(), choice)
    };
    let only = |writing| vec![(String::new(), writing)];
    let one = |target| only(Writing::Foreign(target));
    let (imported, first) = of_forms(|form| form.source.is_some(), |form| Target::Xdatenfelder(form, None));
    let (all, second) = of_forms(|_| true, Target::JsonSchema);
    let platform = |it| (texts.get(platform_key(it)).to_owned(), Writing::Foreign(Target::OzgHub(Some(it))));
    let platforms = [Platform::OzgHub, Platform::ServiceBw].map(platform).into_iter().collect();
    let xdatenfelder = if imported.is_empty() { "export-xdatenfelder-none" } else { "export-xdatenfelder-purpose" };
    let schema = if all.is_empty() { "export-schema-none" } else { "export-schema-purpose" };
    vec![
        format("export-bpmn", "export-bpmn-purpose", one(Target::Bpmn), 0),
        format("export-ozg-hub", "export-ozg-hub-purpose", platforms, 0),
        format("export-civento", "export-civento-purpose", one(Target::Civento), 0),
        format("export-xprozess", "export-xprozess-purpose", one(Target::Xprozess(Timestamp::now())), 0),
        format("export-xdatenfelder", xdatenfelder, imported, first),
        format("export-schema", schema, all, second),
        format("export-picture", "export-picture-purpose", only(Writing::Picture), 0),
        format("export-bundle", "export-bundle-purpose", only(Writing::Bundle), 0),
    ]
}

impl App {
    /// Asks in which format the procedure is to be written.
    pub(super) fn ask_how_to_export(&mut self) {
        let Some(workspace) = self.workspace() else { return };
        let selected = match workspace.selection.primary {
            Some(Subject::Form(form) | Subject::FormElement(form, _)) => Some(form),
            _ => None,
        };
        let formats = formats(&self.texts, workspace.editor.document(), selected);
        self.dialog = Some(Dialog::Export(ExportQuestion { formats, chosen: 0 }));
    }

    /// Goes on with what is to be written.
    pub(super) fn begin_export(&mut self, context: &Context, writing: Writing) {
        match writing {
            Writing::Foreign(target) => self.ask_where_to_export(context, target),
            Writing::Picture => self.ask_for_picture(),
            Writing::Bundle => self.go(Place::Deliver),
        }
    }

    /// Asks where it is to be written.
    pub(super) fn ask_where_to_export(&mut self, context: &Context, target: Target) {
        let Some(workspace) = self.workspace() else { return };
        let (number, is_folder) = (workspace.number, target.is_folder(workspace.editor.document()));
        let (title, folder) = (self.texts.get("export-title").to_owned(), self.usual_folder());
        let question = if is_folder {
            Question::Folder { title, folder }
        } else {
            let name = self.export_name(number, target);
            Question::WriteForeign { title, kinds: ending(target).to_owned(), ending: ending(target), folder: Some(folder), name }
        };
        self.ask_system(context, Errand::Export { number, target }, question);
    }

    /// A name for the file: that of the file from which it came, else the key of what is written.
    pub(super) fn export_name(&self, number: u64, target: Target) -> String {
        let Some(document) = self.numbered(number).map(|workspace| workspace.editor.document()) else { return String::new() };
        let main = || document.main().map(|main| main.key.clone()).unwrap_or_default();
        if target.is_folder(document) {
            return main();
        }
        let form = |form| document.forms.get(form);
        let (key, source) = match target {
            Target::JsonSchema(id) => (form(id).map(|form| form.key.clone()), None),
            Target::Xdatenfelder(id, _) => {
                (form(id).map(|form| form.key.clone()), form(id).and_then(|form| document.sources.get(form.source?)))
            }
            Target::Bpmn | Target::Civento | Target::Xprozess(_) | Target::OzgHub(_) => {
                let format = match target {
                    Target::Civento => SourceFormat::Civento,
                    Target::Xprozess(_) => SourceFormat::Xprozess,
                    _ => SourceFormat::Bpmn,
                };
                (Some(main()), document.sources.values().find(|source| source.format == format))
            }
        };
        source.map_or_else(|| format!("{}.{}", key.unwrap_or_default(), ending(target)), |source| source.name.clone())
    }

    /// Writes it on a thread of its own. `is_agreed`: the user has agreed to replace what is there.
    pub(super) fn export_to(&mut self, context: &Context, number: u64, target: Target, path: &Path, is_agreed: bool) {
        let Some(document) = self.numbered(number).map(|workspace| Arc::clone(workspace.editor.document())) else { return };
        let is_folder = target.is_folder(&document);
        let is_whole = is_folder || path.extension().is_some();
        let path = if is_whole { path.to_owned() } else { PathBuf::from(format!("{}.{}", path.display(), ending(target))) };
        if !is_agreed && !is_folder && path.is_file() {
            return self.ask_to_replace_export(number, target, path, &[]);
        }
        self.events.spawn(context, move || {
            let outcome = written(&document, target, &path, is_agreed);
            Event::Exported { number, target, path, outcome }
        });
    }

    /// Shows what is to be said of what was written, or why it was not.
    pub(super) fn take_exported(&mut self, number: u64, target: Target, path: PathBuf, outcome: Result<Vec<Note>, NotExported>) {
        let notes = match outcome {
            Ok(notes) => notes,
            Err(NotExported::Format(error)) => return self.notices.fail(self.texts.export_error(&error)),
            Err(NotExported::File(trouble)) => return self.tell_trouble(&path, &trouble),
            Err(NotExported::Replaces(_)) if self.dialog.is_some() => {
                return self.notices.fail(self.texts.get("export-would-replace").to_owned());
            }
            Err(NotExported::Replaces(files)) => return self.ask_to_replace_export(number, target, path, &files),
        };
        let shown = path.display().to_string();
        self.notices.say(self.texts.with("export-saved", &[("file", (&shown).into())]));
        let is_shown = self.workspace().is_some_and(|workspace| workspace.number == number);
        let report = Report { title: "export-report", notes };
        if let Some(workspace) =
            self.workspaces.iter_mut().find(|workspace| workspace.number == number).filter(|_| !report.notes.is_empty())
        {
            workspace.report = report;
            if is_shown && self.dialog.is_none() {
                self.show_report();
            }
        }
    }

    /// Asks whether what stands there already is to be replaced: these files of a folder, or the file itself.
    fn ask_to_replace_export(&mut self, number: u64, target: Target, path: PathBuf, files: &[String]) {
        let place = path.display().to_string();
        self.errand = Some(Errand::ReplaceExport { number, target, path });
        self.dialog = Some(if files.is_empty() {
            Dialog::Replace { file: place, was_changed: false }
        } else {
            let quoted = |name: &String| self.texts.with("word-quoted", &[("name", name.as_str().into())]);
            let names: Vec<String> = files.iter().take(MOST_NAMED).map(quoted).collect();
            Dialog::ReplaceIn { folder: place, files: names.join(", "), more: files.len().saturating_sub(MOST_NAMED) }
        });
    }
}

/// Why nothing was written.
pub(super) enum NotExported {
    /// The format cannot hold it.
    Format(ExportError),
    /// These files of the folder would be replaced, and nobody has agreed to that.
    Replaces(Vec<String>),
    /// The place cannot be written.
    File(Trouble),
}

/// Writes a document; what is to be said of it.
fn written(document: &Document, target: Target, path: &Path, is_agreed: bool) -> Result<Vec<Note>, NotExported> {
    let Exported { files, report } = export(document, target).map_err(NotExported::Format)?;
    let written = match &files {
        Files::One(bytes) => storage::write_whole(path, bytes),
        Files::Folder(files) => {
            let replaced = storage::replaced_in(path, files);
            if !is_agreed && !replaced.is_empty() {
                return Err(NotExported::Replaces(replaced));
            }
            storage::write_folder(path, files)
        }
    };
    written.map_err(|error| NotExported::File(Trouble::Writing(error)))?;
    Ok(report)
}
