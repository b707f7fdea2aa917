//! Looks into a folder for the dialog that asks for a path.

use super::ENDING;
use crate::app::importing::is_foreign;
use crate::view::dialogs::PathEntry;
use std::path::Path;

/// Puts the folder's subfolders and fitting files into the entry, by name.
///
/// # Errors
/// What the system says; the entry then stays as it was.
pub(in crate::app) fn look_into(entry: &mut PathEntry, folder: &Path) -> std::io::Result<()> {
    let folder = std::fs::canonicalize(folder)?;
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    for found in std::fs::read_dir(&folder)?.flatten() {
        let name = found.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        if found.path().is_dir() {
            folders.push(name);
        } else if fits(entry, &found.path(), &name) {
            files.push(name);
        }
    }
    folders.sort_by_key(|name| name.to_lowercase());
    files.sort_by_key(|name| name.to_lowercase());
    *entry = PathEntry { folder, folders, files, fault: None, ..std::mem::take(entry) };
    Ok(())
}

/// Whether the entry is about files of this kind: those of other programs alone where several can be named; where one is to be saved,
/// the studio's own alone.
fn fits(entry: &PathEntry, path: &Path, name: &str) -> bool {
    if entry.takes_folder {
        return true;
    }
    if entry.takes_several {
        return is_foreign(path);
    }
    name.ends_with(ENDING) || !entry.is_for_saving && (name.ends_with(".bundle.ron") || is_foreign(path))
}
