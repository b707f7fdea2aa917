//! The project from which the document came, with the document that a fresh import of it gives.

use super::super::folder::{self, Role};
use super::super::import;
use super::super::json::{Json, read};
use super::Platform;
use crate::exchange::File;
use crate::model::{Document, Source, SourceFormat};

/// What is kept of a project.
pub(super) struct Kept<'a> {
    pub files: Vec<&'a Source>,
    /// The document that these files give; `None` without files.
    pub fresh: Option<Document>,
    /// The platform that it is for, where it says so.
    pub platform: Option<Platform>,
}

impl<'a> Kept<'a> {
    /// What a document keeps.
    pub fn of(document: &'a Document) -> Self {
        let files: Vec<&Source> = document.sources.values().filter(|source| source.format == SourceFormat::OzgHub).collect();
        let bytes: Vec<Vec<u8>> = files.iter().map(|file| bytes(file)).collect();
        let given: Vec<File<'_>> = files.iter().zip(&bytes).map(|(file, bytes)| File { name: &file.name, bytes }).collect();
        // What was kept could be read once; if it cannot be read any more, everything is written anew.
        let fresh = if given.is_empty() { None } else { import::import(&given).ok().map(|imported| imported.document) };
        let platform = platform(&files);
        Self { files, fresh, platform }
    }

    /// The kept file of that path.
    pub fn file(&self, path: &str) -> Option<&'a Source> {
        self.files.iter().find(|file| file.name == path).copied()
    }

    /// The files of a kind, in the order of their paths.
    pub fn all(&self, is_it: impl Fn(&Role) -> bool) -> Vec<&'a Source> {
        let mut found: Vec<&Source> = self.files.iter().filter(|file| is_it(&folder::role(&file.name))).copied().collect();
        found.sort_by_key(|file| &file.name);
        found
    }

    /// The model of the flow that is shown: the one that a fresh import shows.
    pub fn model(&self) -> Option<&'a Source> {
        let fresh = self.fresh.as_ref()?;
        let shown = fresh.sources.get(super::model::source_of(fresh)?)?;
        self.file(&shown.name)
    }
}

/// The bytes of a kept file: XML in the encoding that it declares, everything else in UTF-8.
pub(super) fn bytes(file: &Source) -> Vec<u8> {
    if folder::role(&file.name) == Role::Model { crate::exchange::xml::encode(&file.text) } else { file.text.clone().into_bytes() }
}

fn platform(files: &[&Source]) -> Option<Platform> {
    let metadata = files.iter().filter(|file| file.name.starts_with("metadata/")).find_map(|file| {
        let json = read(&file.text).ok()?;
        let types: Vec<String> = json.list("authenticationTypes").iter().filter_map(Json::as_text).collect();
        (!types.is_empty()).then(|| if types.iter().any(|kind| kind == "SERVICEKONTO") { Platform::ServiceBw } else { Platform::OzgHub })
    });
    let has = |class: &str| files.iter().any(|file| folder::role(&file.name) == Role::Model && file.text.contains(class));
    metadata
        .or_else(|| has("NachrichtAnMSBWService").then_some(Platform::ServiceBw))
        .or_else(|| has("NachrichtVersendenService").then_some(Platform::OzgHub))
}
