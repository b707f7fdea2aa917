//! What the system has against reading or writing, in words.

use super::Texts;
use std::io::{Error, ErrorKind};

impl Texts {
    /// What the system has against reading or writing, as a sentence with its remedy.
    pub fn io_error(&self, error: &Error) -> String {
        let key = match error.kind() {
            ErrorKind::NotFound => "io-not-found",
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "io-denied",
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "io-full",
            ErrorKind::IsADirectory => "io-folder",
            ErrorKind::NotADirectory => "io-no-folder",
            ErrorKind::InvalidFilename => "io-name",
            ErrorKind::InvalidData => "io-too-much",
            _ => return self.with("io-other", &[("reason", (&error.to_string()).into())]),
        };
        self.get(key).to_owned()
    }
}
