//! Writes bundles: only of procedures in which the checks find no error.

use super::App;
use super::errands::Errand;
use super::files::{Question, Trouble};
use crate::bundle::{self, Release, ReleaseState};
use crate::check;
use crate::model::Document;
use crate::storage;
use crate::view::{Place, ReleaseWish};
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How the names of bundles end.
const ENDING: &str = ".bundle.ron";

/// What stands in a bundle as its maker.
const CREATED_WITH: &str = concat!("Dienstweg ", env!("CARGO_PKG_VERSION"));

impl App {
    /// Asks where the bundle of the shown document is to go.
    pub(super) fn deliver(&mut self, context: &Context, wish: ReleaseWish) {
        let Some(number) = self.workspace().map(|workspace| workspace.number) else { return };
        let (title, kinds) = (self.texts.get("bundle-save-title").to_owned(), self.texts.get("file-kinds").to_owned());
        let (folder, name) = (Some(self.usual_folder()), self.bundle_name(number));
        self.ask_system(context, Errand::Deliver { number, wish }, Question::Write { title, kinds, folder, name });
    }

    /// A name for the bundle of a document: `hundesteuer-1.0.0.bundle.ron`.
    pub(super) fn bundle_name(&self, number: u64) -> String {
        let main = self.numbered(number).and_then(|workspace| workspace.editor.document().main());
        main.map_or_else(|| format!("verfahren{ENDING}"), |main| format!("{}-{}{ENDING}", main.key, main.version))
    }

    /// Writes the bundle to this file. `is_agreed`: the user has agreed to replace what is there.
    pub(super) fn deliver_to(&mut self, number: u64, wish: ReleaseWish, path: &Path, is_agreed: bool) {
        let Some(workspace) = self.numbered(number) else { return };
        let document = Arc::clone(workspace.editor.document());
        let path = with_ending(path);
        let file = path.display().to_string();
        if !is_agreed && path.exists() {
            self.notices.fail(self.texts.with("bundle-exists", &[("file", (&file).into())]));
        } else if !check::may_be_released(&check::check(&document)) {
            self.notices.fail(self.texts.get("bundle-has-errors").to_owned());
            self.show_deliver();
        } else {
            match write(&document, wish, &path) {
                Ok(()) => self.notices.say(self.texts.with("bundle-saved", &[("file", (&file).into())])),
                Err(trouble) => self.tell_trouble(&path, &trouble),
            }
        }
    }

    fn show_deliver(&mut self) {
        if let Some(workspace) = self.workspace_mut() {
            workspace.place = Place::Deliver;
        }
    }
}

fn write(document: &Document, wish: ReleaseWish, path: &Path) -> Result<(), Trouble> {
    let version = document.main().and_then(|main| main.version.parse().ok());
    let valid_from = wish.valid_from.and_then(|(year, month, day)| jiff::civil::Date::new(year, month, day).ok());
    let state = if wish.is_draft { ReleaseState::Draft } else { ReleaseState::Released };
    let release = Release { version: version.unwrap_or(FIRST), state, valid_from, created_with: CREATED_WITH.to_owned() };
    let text = bundle::write_bundle(document, &release).map_err(|error| Trouble::Unwritable(error.0))?;
    storage::write_whole(path, text.as_bytes()).map_err(Trouble::Writing)
}

/// For a version that cannot be read; the checks do not let it come so far.
const FIRST: bundle::Version = bundle::Version { major: 0, minor: 1, patch: 0 };

fn with_ending(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if name.ends_with(ENDING) {
        path.to_owned()
    } else {
        path.with_file_name(format!("{}{ENDING}", name.strip_suffix(".ron").unwrap_or(&name)))
    }
}
