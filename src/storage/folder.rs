//! Folders with all that is in them, as files with paths from there.

use super::write_whole;
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

/// Writes files into a folder, each whole or not at all, and makes the folders that are missing. Other files there stay.
///
/// # Errors
/// What the system says; [`io::ErrorKind::InvalidInput`], and nothing is written, if a path leads out of the folder.
pub fn write_folder(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    let inside = |path: &str| {
        let path = PathBuf::from(path);
        let is_inside = path.components().next().is_some() && path.components().all(|part| matches!(part, Component::Normal(_)));
        if is_inside { Ok(folder.join(path)) } else { Err(io::Error::from(io::ErrorKind::InvalidInput)) }
    };
    let paths: Vec<PathBuf> = files.iter().map(|(path, _)| inside(path)).collect::<Result<_, _>>()?;
    for (path, (_, bytes)) in paths.iter().zip(files) {
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        write_whole(path, bytes)?;
    }
    Ok(())
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
