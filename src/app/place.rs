//! Where settings and recovery copies lie.

use std::path::PathBuf;

/// Folders of the studio; given from outside, so that tests have their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// Folder of the settings.
    pub config: PathBuf,
    /// Folder of recovery copies and crash reports.
    pub data: PathBuf,
}

impl Paths {
    /// The folders that the system has for this user; a folder for passing things if it has none.
    pub fn of_user() -> Self {
        match directories::ProjectDirs::from("de", "", "Dienstweg") {
            Some(folders) => Self { config: folders.config_dir().to_owned(), data: folders.data_local_dir().to_owned() },
            None => Self { config: std::env::temp_dir().join("dienstweg"), data: std::env::temp_dir().join("dienstweg") },
        }
    }
}
