//! Files on disk: written whole or not at all, and folders of files. Names no other room.

mod draft;
mod folder;

pub use folder::{MOST_FILES, MOST_FOLDER_BYTES, read_folder, replaced_in, write_folder};

use draft::Draft;
use std::io;
use std::path::Path;

/// Writes a file so that, whatever happens, either the old content or the new one is there: into a draft
/// in the same folder, down to the disk, then in place of the old file. A link is followed.
///
/// # Errors
/// What the system says; the old file then is as it was, and no draft is left. A file that is marked as
/// read-only is not replaced.
pub fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    Draft::of(path, content)?.put()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn names(folder: &Path) -> Vec<String> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn the_new_content_replaces_the_old_and_no_draft_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        write_whole(&path, b"old").unwrap();
        write_whole(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["a.ron"]);
    }

    #[test]
    fn a_file_marked_as_read_only_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::write(&path, "old").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert_eq!(write_whole(&path, b"new").unwrap_err().kind(), io::ErrorKind::PermissionDenied);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["a.ron"]);
    }

    #[test]
    fn where_no_file_can_be_made_nothing_is_written() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(write_whole(&folder.path().join("none/a.ron"), b"new").unwrap_err().kind(), io::ErrorKind::NotFound);
        assert!(write_whole(folder.path(), b"new").is_err(), "a folder is no file");
        assert!(names(folder.path()).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_and_permissions_stay() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.ron"), folder.path().join("link.ron"));
        fs::write(&real, "old").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        write_whole(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    }
}
