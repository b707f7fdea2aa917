//! Code lists as files: read from genericode and tables, written as tables.

use super::App;
use super::errands::Errand;
use super::files::{self, Question, Trouble};
use crate::exchange::code_list::write_csv;
use crate::exchange::{File, read_codes};
use crate::model::CodeListId;
use crate::storage;
use egui::Context;
use std::path::{Path, PathBuf};

/// How the names of tables end.
const ENDING: &str = "csv";
/// How the names of files with codes end.
const ENDINGS: &[&str] = &["xml", "gc", "csv", "tsv", "txt"];

impl App {
    /// Asks for a file with codes for a list of the shown document.
    pub(super) fn ask_for_codes(&mut self, context: &Context, list: CodeListId) {
        let Some(number) = self.workspace().map(|workspace| workspace.number) else { return };
        let (title, kinds) = (self.texts.get("codes-read-title").to_owned(), self.texts.get("codes-read-kinds").to_owned());
        self.ask_system(context, Errand::ReadCodes { number, list }, Question::ReadForeign { title, kinds, endings: ENDINGS });
    }

    /// Asks where a list of the shown document is to be written.
    pub(super) fn ask_where_to_put_codes(&mut self, context: &Context, list: CodeListId) {
        let Some(number) = self.workspace().map(|workspace| workspace.number) else { return };
        let (title, kinds) = (self.texts.get("codes-write-title").to_owned(), self.texts.get("codes-write-kinds").to_owned());
        let (folder, name) = (Some(self.usual_folder()), self.codes_name(number, list));
        self.ask_system(
            context,
            Errand::WriteCodes { number, list },
            Question::WriteForeign { title, kinds, ending: ENDING, folder, name },
        );
    }

    /// A name for the file of a list: `rassen-2.csv`.
    pub(super) fn codes_name(&self, number: u64, list: CodeListId) -> String {
        let list = self.numbered(number).and_then(|workspace| workspace.editor.shown().code_lists.get(list));
        list.map_or_else(|| format!("liste.{ENDING}"), |list| format!("{}-{}.{ENDING}", list.key, list.version.replace(['/', '\\'], "-")))
    }

    /// Offers the codes of a file for a list.
    pub(super) fn read_codes_of(&mut self, number: u64, list: CodeListId, path: &Path) {
        let bytes = match files::read_foreign(path) {
            Ok(bytes) => bytes,
            Err(trouble) => return self.tell_trouble(path, &trouble),
        };
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match read_codes(File { name: &name, bytes: &bytes }) {
            Ok(listing) => {
                if let Some(workspace) = self.numbered_mut(number) {
                    workspace.data.offer_codes(list, listing);
                }
            }
            Err(_) => self.notices.fail(self.texts.with("codes-unreadable", &[("file", (&name).into())])),
        }
    }

    /// Writes a list as a table. `is_agreed`: the user has agreed to replace what is there.
    pub(super) fn write_codes(&mut self, number: u64, list: CodeListId, path: &Path, is_agreed: bool) {
        let Some(text) = self.numbered(number).and_then(|workspace| workspace.editor.document().code_lists.get(list)).map(write_csv) else {
            return;
        };
        let path = if path.extension().is_some() { path.to_owned() } else { PathBuf::from(format!("{}.{ENDING}", path.display())) };
        let file = path.display().to_string();
        if !is_agreed && path.exists() {
            self.notices.fail(self.texts.with("bundle-exists", &[("file", (&file).into())]));
            return;
        }
        match storage::write_whole(&path, text.as_bytes()) {
            Ok(()) => self.notices.say(self.texts.with("codes-saved", &[("file", (&file).into())])),
            Err(error) => self.tell_trouble(&path, &Trouble::Writing(error)),
        }
    }
}
