//! The file dialogs of the system, off the window's thread: a dialog that hangs must not freeze the window.

use crate::app::importing::ENDINGS;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Nobody dismisses a dialog faster: it never appeared.
const TOO_FAST: Duration = Duration::from_millis(400);

/// What the system's dialog answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Picked {
    /// This path.
    Path(PathBuf),
    /// These paths.
    Paths(Vec<PathBuf>),
    /// The user wants none.
    Dismissed,
    /// There is no such dialog on this system.
    NoDialog,
}

/// What is asked.
#[derive(Clone, Debug)]
pub(in crate::app) enum Question {
    /// Which file is to be read.
    Read { title: String, kinds: String },
    /// Which file of another program is to be read, with these endings.
    ReadForeign { title: String, kinds: String, endings: &'static [&'static str] },
    /// Which files of another program are to be read together, with these endings.
    ReadSeveral { title: String, kinds: String, endings: &'static [&'static str] },
    /// Which file for another program is to be written, with this ending; the suggested folder and name.
    WriteForeign { title: String, kinds: String, ending: &'static str, folder: Option<PathBuf>, name: String },
    /// Which folder; the suggested one.
    Folder { title: String, folder: PathBuf },
    /// Which file is to be written; the suggested folder and name.
    Write { title: String, kinds: String, folder: Option<PathBuf>, name: String },
}

/// Asks and waits for the answer; to be called on a thread of its own.
pub(in crate::app) fn pick(question: Question) -> Picked {
    let asked = Instant::now();
    let picked = match question {
        Question::Read { title, kinds } => {
            let endings: Vec<&str> = ["dienstweg.ron", "bundle.ron"].iter().chain(ENDINGS).copied().collect();
            rfd::FileDialog::new().set_title(title).add_filter(kinds, &endings).pick_file()
        }
        Question::ReadSeveral { title, kinds, endings } => {
            if let Some(paths) = rfd::FileDialog::new().set_title(title).add_filter(kinds, endings).pick_files() {
                return Picked::Paths(paths);
            }
            None
        }
        Question::ReadForeign { title, kinds, endings } => rfd::FileDialog::new().set_title(title).add_filter(kinds, endings).pick_file(),
        Question::Folder { title, folder } => rfd::FileDialog::new().set_title(title).set_directory(folder).pick_folder(),
        Question::WriteForeign { title, kinds, ending, folder, name } => write(title, kinds, ending, folder, name),
        Question::Write { title, kinds, folder, name } => write(title, kinds, "dienstweg.ron", folder, name),
    };
    match picked {
        Some(path) => Picked::Path(path),
        None if asked.elapsed() < TOO_FAST => Picked::NoDialog,
        None => Picked::Dismissed,
    }
}

fn write(title: String, kinds: String, ending: &str, folder: Option<PathBuf>, name: String) -> Option<PathBuf> {
    let dialog = rfd::FileDialog::new().set_title(title).add_filter(kinds, &[ending]).set_file_name(name);
    match folder {
        Some(folder) => dialog.set_directory(folder).save_file(),
        None => dialog.save_file(),
    }
}
