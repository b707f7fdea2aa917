//! The files of the project as they come to be: those that were kept, those that changed, those that are new.

use super::super::folder::{self, Role, is_within};
use super::kept::{Kept, bytes};
use std::collections::BTreeMap;

/// Files by their paths.
pub(super) struct Files {
    texts: BTreeMap<String, String>,
    /// Kept files as they were, for those whose text stays.
    bytes: BTreeMap<String, Vec<u8>>,
}

/// Files by path with their bytes, and with their texts.
pub(super) type Finished = (Vec<(String, Vec<u8>)>, Vec<(String, String)>);

impl Files {
    /// All kept files.
    pub fn of(kept: &Kept<'_>) -> Self {
        let inside = || kept.files.iter().filter(|file| is_within(&file.name));
        Self {
            texts: inside().map(|file| (file.name.clone(), file.text.clone())).collect(),
            bytes: inside().map(|file| (file.name.clone(), bytes(file))).collect(),
        }
    }

    /// A file has this text.
    pub fn put(&mut self, path: &str, text: String) {
        if !is_within(path) {
            return;
        }
        if self.texts.get(path) != Some(&text) {
            let is_model = folder::role(path) == Role::Model;
            let encoded = if is_model { crate::exchange::xml::encode(&text) } else { text.clone().into_bytes() };
            self.bytes.insert(path.to_owned(), encoded);
        }
        self.texts.insert(path.to_owned(), text);
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// A file goes.
    pub fn remove(&mut self, path: &str) {
        self.texts.remove(path);
        self.bytes.remove(path);
    }

    /// All of them.
    pub fn finish(self) -> Finished {
        (self.bytes.into_iter().collect(), self.texts.into_iter().collect())
    }
}
