//! A file that is written beside its place first.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The new content of a file, on the disk, not yet in its place. Dropped, it is gone.
pub(super) struct Draft {
    draft: tempfile::TempPath,
    target: PathBuf,
}

impl Draft {
    /// Writes the content beside the file at that path, down to the disk. A link is followed.
    ///
    /// # Errors
    /// What the system says. A file that is marked as read-only, and what is no file, is not replaced.
    pub fn of(path: &Path, content: &[u8]) -> io::Result<Self> {
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let now = fs::metadata(&target).ok();
        if now.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let permissions = now.map(|metadata| metadata.permissions());
        if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let mut builder = tempfile::Builder::new();
        builder.prefix(".dienstweg-").suffix(".new");
        // Without this a new file would be readable for its owner alone; the user's mask still counts.
        #[cfg(unix)]
        let permissions = permissions.or_else(|| Some(std::os::unix::fs::PermissionsExt::from_mode(0o666)));
        if let Some(permissions) = permissions {
            builder.permissions(permissions);
        }
        let mut file = builder.tempfile_in(folder_of(&target))?;
        file.write_all(content)?;
        file.as_file().sync_all()?;
        // Closed, for a system lets a program have some hundred files open.
        Ok(Self { draft: file.into_temp_path(), target })
    }

    /// Puts it in the place of the old file.
    ///
    /// # Errors
    /// What the system says; the old file then is as it was.
    pub fn put(self) -> io::Result<()> {
        self.draft.persist(&self.target).map_err(|error| error.error)?;
        // The name lies in the folder; where folders cannot be synced, the system does it by itself.
        let _ = File::open(folder_of(&self.target)).and_then(|folder| folder.sync_all());
        Ok(())
    }
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), Path::to_owned)
}
