//! Recovery copies: each running studio has a folder, locked while it lives. A folder without a living
//! owner holds what was lost.

use super::history::{Log, keep_saved};
use super::{Fingerprint, document_file, history_of};
use crate::edit::History;
use crate::model::Document;
use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::SystemTime;

/// Name of the file in a folder that its owner keeps locked.
const LOCK: &str = "lock";
/// How the file beside a copy ends that holds the path of the original.
const ORIGIN: &str = "origin";
/// How the file beside a copy ends that holds the steps that led to it.
const STEPS: &str = "history";

/// What the writing thread is to do.
enum Job {
    Keep { number: u64, history: History, path: Option<PathBuf> },
    Drop { number: u64 },
    Saved { history: History, now: Fingerprint, before: Option<Fingerprint> },
    Tell(Sender<()>),
}

/// Writes recovery copies, on a thread of its own, in the order in which they were asked for.
pub(in crate::app) struct Rescue {
    data: PathBuf,
    writer: Option<(Sender<Job>, JoinHandle<()>)>,
}

impl Rescue {
    /// Will write below this folder of data; makes nothing yet.
    pub fn new(data: &Path) -> Self {
        Self { data: data.to_owned(), writer: None }
    }

    /// Writes a copy of the document at the current place of this history, and the history, in place of older ones of the
    /// same number.
    pub fn keep(&mut self, number: u64, history: History, path: Option<PathBuf>) {
        self.ask(Job::Keep { number, history, path });
    }

    /// Keeps the history of a document that was saved, for when it is opened again.
    pub fn keep_saved(&mut self, history: History, now: Fingerprint, before: Option<Fingerprint>) {
        self.ask(Job::Saved { history, now, before });
    }

    fn ask(&mut self, job: Job) {
        let data = &self.data;
        let (jobs, _) = self.writer.get_or_insert_with(|| {
            let (jobs, received) = channel();
            let data = data.clone();
            (jobs, std::thread::spawn(move || write_copies(&data, &received)))
        });
        // A writer that could not make its folder has ended; there is nothing else to be done about it.
        let _ = jobs.send(job);
    }

    /// Takes the copy of this number away.
    pub fn drop_copy(&mut self, number: u64) {
        if let Some((jobs, _)) = &self.writer {
            let _ = jobs.send(Job::Drop { number });
        }
    }

    /// Waits until all that was asked for so far is done.
    pub fn wait(&mut self) {
        if let Some((jobs, _)) = &self.writer {
            let (told, done) = channel();
            let _ = jobs.send(Job::Tell(told));
            // An error says that the writer has ended; then there is nothing to wait for.
            let _ = done.recv();
        }
    }

    /// Waits until all is done, and ends the writer.
    pub fn finish(&mut self) {
        if let Some((jobs, writer)) = self.writer.take() {
            drop(jobs);
            let _ = writer.join();
        }
    }
}

/// Works off the jobs; takes the folder away in the end if no copy is left in it.
fn write_copies(data: &Path, jobs: &Receiver<Job>) {
    let Ok((folder, lock)) = new_folder(data) else { return };
    let mut logs: BTreeMap<u64, Log> = BTreeMap::new();
    for job in jobs {
        // The next edit tries again; the document itself is unharmed.
        let _ = match job {
            Job::Keep { number, history, path } => {
                // First the steps: with those alone nothing is offered, and with the copy alone the way back is lost.
                let log = logs.entry(number).or_insert_with(|| Log::new(copy_file(&folder, number).with_extension(STEPS)));
                let kept = log.keep(&history);
                write_copy(&folder, number, history.current(), path.as_deref()).and(kept)
            }
            Job::Drop { number } => {
                logs.remove(&number);
                remove_copy(&folder, number)
            }
            Job::Saved { history, now, before } => keep_saved(data, &history, now, before),
            Job::Tell(told) => {
                let _ = told.send(());
                Ok(())
            }
        };
    }
    let is_left = copies(&folder).next().is_some();
    drop(lock);
    if !is_left {
        let _ = std::fs::remove_dir_all(&folder);
    }
}

fn new_folder(data: &Path) -> std::io::Result<(PathBuf, File)> {
    let recovery = recovery_folder(data);
    std::fs::create_dir_all(&recovery)?;
    let folder = tempfile::Builder::new().prefix("session-").tempdir_in(recovery)?.keep();
    let lock = File::create(folder.join(LOCK))?;
    lock.lock()?;
    Ok((folder, lock))
}

fn write_copy(folder: &Path, number: u64, document: &Document, path: Option<&Path>) -> std::io::Result<()> {
    let copy = copy_file(folder, number);
    let origin = copy.with_extension(ORIGIN);
    match path {
        Some(path) => std::fs::write(origin, path.as_os_str().as_encoded_bytes())?,
        None if origin.exists() => std::fs::remove_file(origin)?,
        None => {}
    }
    document_file::write(&copy, document).map(drop).map_err(|trouble| std::io::Error::other(format!("{trouble:?}")))
}

fn remove_copy(folder: &Path, number: u64) -> std::io::Result<()> {
    let copy = copy_file(folder, number);
    for file in [copy.with_extension(ORIGIN), copy.with_extension(STEPS), copy] {
        if file.exists() {
            std::fs::remove_file(file)?;
        }
    }
    Ok(())
}

fn recovery_folder(data: &Path) -> PathBuf {
    data.join("recovery")
}

fn copy_file(folder: &Path, number: u64) -> PathBuf {
    folder.join(format!("{number}{}", document_file::ENDING))
}

fn copies(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    files.filter(|path| path.to_string_lossy().ends_with(document_file::ENDING))
}

/// A folder of recovery copies whose owner is gone. Nobody else offers it while this is held.
#[derive(Debug)]
pub(in crate::app) struct Abandoned {
    folder: PathBuf,
    _lock: File,
    /// What can still be read of it.
    pub copies: Vec<Rescued>,
}

/// A document from a recovery copy.
#[derive(Clone, Debug)]
pub(in crate::app) struct Rescued {
    file: PathBuf,
    pub document: Document,
    /// Where the document's file lies, if it was ever saved.
    pub path: Option<PathBuf>,
    /// When the copy was written.
    pub written: SystemTime,
}

impl Rescued {
    /// The steps that led to it. `None` if they cannot be read any more.
    pub fn history(&self) -> Option<History> {
        history_of(&self.file.with_extension(STEPS), &self.document)
    }
}

impl Abandoned {
    /// Takes the folder away with all copies.
    pub fn discard(self) {
        // What cannot be taken away now is offered again; no harm.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Everything below the folder of data that has no living owner and can be read.
pub(in crate::app) fn abandoned(data: &Path) -> Vec<Abandoned> {
    let folders = std::fs::read_dir(recovery_folder(data)).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<Abandoned> = folders.filter_map(|folder| abandoned_folder(&folder)).collect();
    found.sort_by(|a, b| a.folder.cmp(&b.folder));
    found
}

fn abandoned_folder(folder: &Path) -> Option<Abandoned> {
    let lock = File::open(folder.join(LOCK)).ok()?;
    lock.try_lock().ok()?;
    let mut files: Vec<PathBuf> = copies(folder).collect();
    files.sort();
    let copies: Vec<Rescued> = files.iter().filter_map(|file| rescued(file)).collect();
    (!copies.is_empty()).then(|| Abandoned { folder: folder.to_owned(), _lock: lock, copies })
}

fn rescued(file: &Path) -> Option<Rescued> {
    let document = document_file::read(file).ok()?.document;
    let written = std::fs::metadata(file).and_then(|metadata| metadata.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let path = std::fs::read_to_string(file.with_extension(ORIGIN)).ok().map(PathBuf::from);
    Some(Rescued { file: file.to_owned(), document, path, written })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Editor;

    fn history() -> History {
        Editor::new(Document::empty("hund", "Hundesteuer")).history().clone()
    }

    #[test]
    fn what_a_living_studio_keeps_is_not_offered_and_what_a_dead_one_kept_is() {
        let data = tempfile::tempdir().unwrap();
        let mut rescue = Rescue::new(data.path());
        rescue.keep(1, history(), None);
        rescue.keep(2, history(), Some(PathBuf::from("/tmp/zwei.dienstweg.ron")));
        // Both are on disk when a third job has been taken up; wait for the files instead of for time.
        while abandoned_count_ignoring_locks(data.path()) < 2 {
            std::thread::yield_now();
        }
        assert!(abandoned(data.path()).is_empty(), "the owner lives");
        rescue.finish();
        let found = abandoned(data.path());
        assert_eq!(found.len(), 1);
        let paths: Vec<_> = found[0].copies.iter().map(|copy| copy.path.clone()).collect();
        assert_eq!(paths, [None, Some(PathBuf::from("/tmp/zwei.dienstweg.ron"))]);
        assert_eq!(found[0].copies[0].document, **history().current());
        assert!(abandoned(data.path()).is_empty(), "another studio offers it already");
        for folder in found {
            folder.discard();
        }
        assert!(abandoned(data.path()).is_empty());
    }

    #[test]
    fn a_clean_end_leaves_nothing() {
        let data = tempfile::tempdir().unwrap();
        let mut rescue = Rescue::new(data.path());
        rescue.keep(1, history(), None);
        rescue.drop_copy(1);
        rescue.finish();
        assert_eq!(std::fs::read_dir(data.path().join("recovery")).unwrap().count(), 0);
    }

    #[test]
    fn a_damaged_copy_is_not_offered() {
        let data = tempfile::tempdir().unwrap();
        let folder = data.path().join("recovery/session-x");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(LOCK), "").unwrap();
        std::fs::write(folder.join("1.dienstweg.ron"), "(format: \"dienstweg").unwrap();
        assert!(abandoned(data.path()).is_empty());
    }

    fn abandoned_count_ignoring_locks(data: &Path) -> usize {
        let folders = std::fs::read_dir(recovery_folder(data)).into_iter().flatten().flatten();
        folders.map(|folder| copies(&folder.path()).count()).sum()
    }
}
