//! Forms for other programs: written as XDatenfelder into the file from which they came.

use super::App;
use super::errands::Errand;
use super::files::{Question, Trouble};
use crate::exchange::xdatenfelder::export;
use crate::model::{Form, FormId, Subject};
use crate::storage;
use crate::view::dialogs::{Dialog, ImportReport};
use egui::Context;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How the names of the files end.
const ENDING: &str = "xml";

impl App {
    /// The form that can be written: the selected one, else the first that came from such a file.
    pub(super) fn exportable_form(&self) -> Option<&Form> {
        let workspace = self.workspace()?;
        let document = workspace.editor.shown();
        let selected = match workspace.selection.primary {
            Some(Subject::Form(form) | Subject::FormElement(form, _)) => document.forms.get(form),
            _ => None,
        };
        selected.filter(|form| form.source.is_some()).or_else(|| document.forms.values().find(|form| form.source.is_some()))
    }

    /// Asks where the form is to be written.
    pub(super) fn ask_where_to_export(&mut self, context: &Context) {
        let Some(number) = self.workspace().map(|workspace| workspace.number) else { return };
        let Some(form) = self.exportable_form().map(|form| form.id) else { return };
        let (title, kinds) = (self.texts.get("export-title").to_owned(), "XDatenfelder".to_owned());
        let (folder, name) = (Some(self.usual_folder()), self.form_file_name(number, form));
        self.ask_system(context, Errand::WriteForm { number, form }, Question::WriteForeign { title, kinds, ending: ENDING, folder, name });
    }

    /// A name for the file of a form: that of the file from which it came.
    pub(super) fn form_file_name(&self, number: u64, form: FormId) -> String {
        let document = self.numbered(number).map(|workspace| workspace.editor.shown());
        let source = document.and_then(|document| document.sources.get(document.forms.get(form)?.source?));
        source.map_or_else(|| format!("formular.{ENDING}"), |source| source.name.clone())
    }

    /// Writes the form, and shows what was changed in the file. `is_agreed`: the user has agreed to replace what is there.
    pub(super) fn write_form(&mut self, number: u64, form: FormId, path: &Path, is_agreed: bool) {
        let Some(document) = self.numbered(number).map(|workspace| std::sync::Arc::clone(workspace.editor.document())) else { return };
        let path = if path.extension().is_some() { path.to_owned() } else { PathBuf::from(format!("{}.{ENDING}", path.display())) };
        let file = path.display().to_string();
        if !is_agreed && path.exists() {
            self.notices.fail(self.texts.with("bundle-exists", &[("file", (&file).into())]));
            return;
        }
        let exported = match export(&document, form) {
            Ok(exported) => exported,
            Err(error) => return self.notices.fail(self.texts.export_error(&error)),
        };
        match storage::write_whole(&path, &exported.bytes) {
            Ok(()) => {
                self.notices.say(self.texts.with("export-saved", &[("file", (&file).into())]));
                let lines = super::importing::lines(&self.texts, Some(&document), &exported.report);
                self.dialog = Some(Dialog::Report(ImportReport { lines, rules: Vec::new(), chosen: BTreeSet::new() }));
            }
            Err(error) => self.tell_trouble(&path, &Trouble::Writing(error)),
        }
    }
}
