//! Forms for other programs: as XDatenfelder into the file from which they came, or as JSON Schema of the data that they yield.

use super::App;
use super::errands::Errand;
use super::files::{Question, Trouble};
use crate::exchange::{Files, Target, export};
use crate::i18n::Texts;
use crate::model::{Document, Form, FormId, Subject};
use crate::storage;
use crate::view::dialogs::{Dialog, ImportReport, ReportLine};
use egui::Context;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// As what a form is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FormFile {
    /// FIM's XDatenfelder, for forms that came from there.
    Xdatenfelder,
    /// JSON Schema 2020-12.
    JsonSchema,
}

impl FormFile {
    /// How the names of the files end.
    fn ending(self) -> &'static str {
        match self {
            Self::Xdatenfelder => "xml",
            Self::JsonSchema => "json",
        }
    }

    fn takes(self, form: &Form) -> bool {
        self == Self::JsonSchema || form.source.is_some()
    }

    /// The bytes of the file, and what is to be said of them; else the fault as a sentence.
    fn write(self, texts: &Texts, document: &Document, form: FormId) -> Result<(Vec<u8>, Vec<ReportLine>), String> {
        let target = match self {
            Self::Xdatenfelder => Target::Xdatenfelder(form, None),
            Self::JsonSchema => Target::JsonSchema(form),
        };
        let exported = export(document, target).map_err(|error| texts.export_error(&error))?;
        let lines = super::importing::lines(texts, Some(document), &exported.report);
        match exported.files {
            Files::One(bytes) => Ok((bytes, lines)),
            Files::Folder(_) => Err(texts.get("refusal-not-there").to_owned()),
        }
    }
}

impl App {
    /// The form that can be written so: the selected one, else the first.
    pub(super) fn exportable_form(&self, file: FormFile) -> Option<&Form> {
        let workspace = self.workspace()?;
        let document = workspace.editor.shown();
        let selected = match workspace.selection.primary {
            Some(Subject::Form(form) | Subject::FormElement(form, _)) => document.forms.get(form),
            _ => None,
        };
        selected.filter(|form| file.takes(form)).or_else(|| document.forms.values().find(|form| file.takes(form)))
    }

    /// Asks where the form is to be written.
    pub(super) fn ask_where_to_export(&mut self, context: &Context, file: FormFile) {
        let Some(number) = self.workspace().map(|workspace| workspace.number) else { return };
        let Some(form) = self.exportable_form(file).map(|form| form.id) else { return };
        let (title, kinds) = match file {
            FormFile::Xdatenfelder => ("export-title", "XDatenfelder"),
            FormFile::JsonSchema => ("export-schema-title", "JSON Schema"),
        };
        let (title, kinds) = (self.texts.get(title).to_owned(), kinds.to_owned());
        let (folder, name) = (Some(self.usual_folder()), self.form_file_name(number, form, file));
        let question = Question::WriteForeign { title, kinds, ending: file.ending(), folder, name };
        self.ask_system(context, Errand::WriteForm { number, form, file }, question);
    }

    /// A name for the file of a form: that of the file from which it came, else its key.
    pub(super) fn form_file_name(&self, number: u64, form: FormId, file: FormFile) -> String {
        let document = self.numbered(number).map(|workspace| workspace.editor.shown());
        let form = document.and_then(|document| document.forms.get(form));
        let source = form.and_then(|form| form.source).filter(|_| file == FormFile::Xdatenfelder);
        let source = source.zip(document).and_then(|(source, document)| document.sources.get(source));
        let key = form.map_or("formular", |form| form.key.as_str());
        source.map_or_else(|| format!("{key}.{}", file.ending()), |source| source.name.clone())
    }

    /// Writes the form, and shows what is to be said of it. `is_agreed`: the user has agreed to replace what is there.
    pub(super) fn write_form(&mut self, number: u64, form: FormId, file: FormFile, path: &Path, is_agreed: bool) {
        let Some(document) = self.numbered(number).map(|workspace| std::sync::Arc::clone(workspace.editor.document())) else { return };
        let path =
            if path.extension().is_some() { path.to_owned() } else { PathBuf::from(format!("{}.{}", path.display(), file.ending())) };
        let shown = path.display().to_string();
        if !is_agreed && path.exists() {
            self.notices.fail(self.texts.with("bundle-exists", &[("file", (&shown).into())]));
            return;
        }
        let (bytes, lines) = match file.write(&self.texts, &document, form) {
            Ok(written) => written,
            Err(sentence) => return self.notices.fail(sentence),
        };
        match storage::write_whole(&path, &bytes) {
            Ok(()) => {
                self.notices.say(self.texts.with("export-saved", &[("file", (&shown).into())]));
                if !lines.is_empty() {
                    self.dialog = Some(Dialog::Report(ImportReport { lines, rules: Vec::new(), chosen: BTreeSet::new() }));
                }
            }
            Err(error) => self.tell_trouble(&path, &Trouble::Writing(error)),
        }
    }
}
