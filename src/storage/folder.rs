//! Folders with all that is in them, as files with paths from there.

use super::draft::Draft;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

/// Folders with more files are not read.
pub const MOST_FILES: usize = 2_000;
/// Folders with more bytes are not read.
pub const MOST_FOLDER_BYTES: u64 = 64 << 20;

/// All files in a folder and the folders in it, in order of their paths, which have `/` between names. What is hidden (a name that
/// begins with a dot) and links are passed over.
///
/// # Errors
/// What the system says; [`io::ErrorKind::InvalidData`] if there is more than [`MOST_FILES`] or [`MOST_FOLDER_BYTES`].
pub fn read_folder(folder: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut open = vec![(folder.to_owned(), String::new())];
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut rest = MOST_FOLDER_BYTES;
    while let Some((folder, path)) = open.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type()?;
            let path = if path.is_empty() { name.clone() } else { format!("{path}/{name}") };
            if name.starts_with('.') {
                continue;
            }
            if kind.is_dir() {
                open.push((entry.path(), path));
            } else if kind.is_file() {
                let mut bytes = Vec::new();
                let read = File::open(entry.path())?.take(rest + 1).read_to_end(&mut bytes)?;
                rest = rest.checked_sub(read as u64).filter(|_| files.len() < MOST_FILES).ok_or(io::ErrorKind::InvalidData)?;
                files.push((path, bytes));
            }
        }
        if open.len() > MOST_FILES {
            return Err(io::ErrorKind::InvalidData.into());
        }
    }
    files.sort_by(|(left, _), (right, _)| left.cmp(right));
    Ok(files)
}

/// The paths of those files that stand in the folder already with something else in them, so that [`write_folder`] would replace them; and
/// of what stands where a file or a folder is to be and is none.
pub fn replaced_in(folder: &Path, files: &[(String, Vec<u8>)]) -> Vec<String> {
    let differs = |path: &Path, bytes: &[u8]| match fs::symlink_metadata(path) {
        Ok(_) => fs::metadata(path).is_ok_and(|now| now.len() != bytes.len() as u64) || fs::read(path).ok().as_deref() != Some(bytes),
        Err(_) => false,
    };
    files.iter().filter(|(path, bytes)| differs(&folder.join(path), bytes)).map(|(path, _)| path.clone()).collect()
}

/// Writes files into a folder, all or none, and makes the folders that are missing. What has the same content already is not touched, and
/// other files there stay.
///
/// All files are written beside their places first and down to the disk; only then do they take their places, one after the other.
///
/// # Errors
/// What the system says: the folder then is as it was. [`io::ErrorKind::InvalidInput`] if a path leads out of the folder.
pub fn write_folder(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    let mut wanted = Vec::new();
    for (path, bytes) in files {
        wanted.push((inside(folder, path)?, bytes));
    }
    wanted.retain(|(path, bytes)| fs::read(path).ok().as_ref() != Some(*bytes));
    let mut made = MadeFolders::default();
    let mut drafts = Vec::new();
    for (path, bytes) in wanted {
        made.make(path.parent().unwrap_or(folder))?;
        drafts.push(Draft::of(&path, bytes)?);
    }
    // Nothing that fails often is left: there is room on the disk, and each place may be written.
    drafts.into_iter().try_for_each(Draft::put)?;
    made.keep();
    Ok(())
}

/// A path of a file in the folder that does not lead out of it.
fn inside(folder: &Path, path: &str) -> io::Result<PathBuf> {
    let path = Path::new(path);
    let is_inside = path.components().next().is_some() && path.components().all(|part| matches!(part, Component::Normal(_)));
    if is_inside { Ok(folder.join(path)) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// Folders made on the way, which are taken away again if nothing comes of it.
#[derive(Default)]
struct MadeFolders(Vec<PathBuf>);

impl MadeFolders {
    /// Makes a folder and those around it that are missing.
    fn make(&mut self, folder: &Path) -> io::Result<()> {
        let missing: Vec<&Path> = folder.ancestors().take_while(|it| !it.as_os_str().is_empty() && !it.exists()).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)?;
            self.0.push(folder.to_owned());
        }
        Ok(())
    }

    fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for MadeFolders {
    fn drop(&mut self) {
        // What somebody has put into them meanwhile stays.
        self.0.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
        list.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn what_is_written_is_read_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let all = files(&[("b/c/d.txt", "3"), ("a.txt", "1"), ("b/a.txt", "2")]);
        write_folder(&folder.path().join("new"), &all).unwrap();
        fs::write(folder.path().join("new/.hidden"), "x").unwrap();
        assert_eq!(read_folder(&folder.path().join("new")).unwrap(), files(&[("a.txt", "1"), ("b/a.txt", "2"), ("b/c/d.txt", "3")]));
    }

    #[test]
    fn nothing_leads_out_of_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        for path in ["../x", "a/../../x", "/tmp/dienstweg-x", ""] {
            let error = write_folder(&folder.path().join("in"), &files(&[("good", "1"), (path, "2")])).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidInput, "{path}");
        }
        assert!(read_folder(folder.path()).unwrap().is_empty());
    }

    #[test]
    fn all_files_are_written_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let all = files(&[("a.txt", "new"), ("b/c/d.txt", "new"), ("e.txt", "new")]);
        fs::write(folder.path().join("a.txt"), "old").unwrap();
        fs::create_dir(folder.path().join("e.txt")).unwrap();
        assert_eq!(write_folder(folder.path(), &all).unwrap_err().kind(), io::ErrorKind::IsADirectory);
        assert_eq!(read_folder(folder.path()).unwrap(), files(&[("a.txt", "old")]));
        assert!(!folder.path().join("b").exists(), "no folder is left");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "no draft is left");
        fs::remove_dir(folder.path().join("e.txt")).unwrap();
        write_folder(folder.path(), &all).unwrap();
        assert_eq!(read_folder(folder.path()).unwrap(), all);
    }

    #[test]
    fn a_file_where_a_folder_should_be_is_said() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a"), "old").unwrap();
        let error = write_folder(folder.path(), &files(&[("b", "1"), ("a/b", "2")])).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotADirectory);
        assert_eq!(read_folder(folder.path()).unwrap(), files(&[("a", "old")]));
    }

    #[test]
    fn what_would_be_replaced_is_known_before() {
        let folder = tempfile::tempdir().unwrap();
        assert!(replaced_in(&folder.path().join("new"), &files(&[("a", "1")])).is_empty());
        write_folder(folder.path(), &files(&[("same", "1"), ("other", "22"), ("long", "3"), ("sub/mine", "4")])).unwrap();
        fs::create_dir(folder.path().join("dir")).unwrap();
        let next = files(&[("same", "1"), ("other", "33"), ("long", "333"), ("new", "5"), ("sub/new", "6"), ("dir", "7")]);
        assert_eq!(replaced_in(folder.path(), &next), ["other", "long", "dir"]);
    }

    #[test]
    fn what_is_the_same_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        let all = files(&[("a", "1")]);
        write_folder(folder.path(), &all).unwrap();
        let mut permissions = fs::metadata(folder.path().join("a")).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(folder.path().join("a"), permissions).unwrap();
        write_folder(folder.path(), &all).unwrap();
        let error = write_folder(folder.path(), &files(&[("a", "2")])).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::PermissionDenied);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_a_circle_does_no_harm() {
        let folder = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("again")).unwrap();
        fs::write(folder.path().join("a"), "1").unwrap();
        assert_eq!(read_folder(folder.path()).unwrap(), files(&[("a", "1")]));
    }

    #[test]
    fn too_many_files_are_not_read() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..=MOST_FILES {
            fs::write(folder.path().join(number.to_string()), "").unwrap();
        }
        assert_eq!(read_folder(folder.path()).unwrap_err().kind(), io::ErrorKind::InvalidData);
    }
}
