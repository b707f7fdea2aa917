//! Histories on disk: the steps beside a recovery copy, added as they are done, and those of saved documents.

use super::Fingerprint;
use crate::bundle::{self, history_place, history_start, history_step};
use crate::edit::{CommandName, History, Step};
use crate::model::Document;
use crate::storage;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

#[cfg(test)]
mod tests;

/// A history beside a recovery copy is no longer, in bytes; steps far from the current place are left out first.
const MOST_BYTES: usize = 32 << 20;
/// The history of a saved document is no longer.
const MOST_BYTES_SAVED: usize = 8 << 20;
/// Histories of saved documents together take no more room on the disk.
const MOST_BYTES_TOGETHER: u64 = 128 << 20;
/// The history of a saved document is forgotten after that time.
const LONGEST: Duration = Duration::from_hours(60 * 24);

/// A history that is written as it goes on.
pub(super) struct Log {
    file: PathBuf,
    /// The documents that the file holds as they follow each other, as far back as they can be undone.
    written: Vec<Arc<Document>>,
    /// The place of the first of them in the file.
    first: usize,
    bytes: usize,
}

/// What a file lacks.
struct News {
    documents: Vec<Arc<Document>>,
    first: usize,
    lines: String,
}

impl Log {
    /// A log in this file, of which nothing is written yet.
    pub fn new(file: PathBuf) -> Self {
        Self { file, written: Vec::new(), first: 0, bytes: 0 }
    }

    /// Brings the file up to date: adds what is new, or writes it anew where that is not possible or too long.
    pub fn keep(&mut self, history: &History) -> io::Result<()> {
        let news = self.news(history).filter(|news| self.bytes + news.lines.len() <= MOST_BYTES);
        // If writing fails, nothing can be added any more.
        self.written.clear();
        let Some(News { documents, first, lines }) = news else { return self.write_anew(history) };
        let mut file = OpenOptions::new().append(true).open(&self.file)?;
        file.write_all(lines.as_bytes())?;
        file.sync_data()?;
        self.bytes += lines.len();
        (self.first, self.written) = (first, documents);
        Ok(())
    }

    /// `None` if the file and the history have not enough in common, as at the beginning.
    fn news(&self, history: &History) -> Option<News> {
        let mut documents: Vec<Arc<Document>> = documents(history).cloned().collect();
        let find = |list: &[Arc<Document>], wanted: &Arc<Document>| list.iter().position(|it| Arc::ptr_eq(it, wanted));
        let (forgotten, skipped) = match find(&self.written, documents.first()?) {
            Some(forgotten) => (forgotten, 0),
            None => (0, find(&documents, self.written.first()?)?),
        };
        let documents = documents.split_off(skipped);
        let written = self.written.iter().skip(forgotten);
        let common = written.zip(&documents).take_while(|(old, new)| Arc::ptr_eq(old, new)).count();
        let first = self.first + forgotten;
        let (known, place) = (common.checked_sub(1)?, history.position().checked_sub(skipped)?);
        let lines = lines(history, skipped + known..history.steps().len(), first + known) + &history_place(first + place);
        Some(News { documents, first, lines })
    }

    fn write_anew(&mut self, history: &History) -> io::Result<()> {
        let (steps, text) = whole(history, MOST_BYTES / 2).ok_or(io::ErrorKind::FileTooLarge)?;
        storage::write_whole(&self.file, text.as_bytes())?;
        (self.first, self.bytes) = (0, text.len());
        self.written = documents(history).skip(steps.start).take(steps.len() + 1).cloned().collect();
        Ok(())
    }
}

/// The documents of a history as they follow each other.
fn documents(history: &History) -> impl Iterator<Item = &Arc<Document>> {
    std::iter::once(history.start()).chain(history.steps().map(|step| &step.after))
}

/// Lines of some of the steps, the first of which is done at this place.
fn lines(history: &History, steps: Range<usize>, place: usize) -> String {
    let pairs = documents(history).zip(history.steps()).skip(steps.start).take(steps.len());
    let line =
        |(at, (before, step)): (usize, (&Arc<Document>, &Step))| history_step(place + at, step.name.key(), step.about, before, &step.after);
    pairs.enumerate().map(line).collect()
}

/// The text of a history and which of its steps are in it: as long as it is too long, the farther half of those before or
/// after the current place is left out. `None` if even the document alone is too long.
fn whole(history: &History, most: usize) -> Option<(Range<usize>, String)> {
    let (mut from, mut to, place) = (0, history.steps().len(), history.position());
    loop {
        let mut text = history_start(documents(history).nth(from)?);
        if text.len() <= most {
            text += &lines(history, from..to, 0);
            text += &history_place(place - from);
        }
        match (place - from, to - place) {
            _ if text.len() <= most => return Some((from..to, text)),
            (0, 0) => return None,
            (back, forward) if back >= forward => from = place - back / 2,
            (_, forward) => to = place + forward / 2,
        }
    }
}

/// Reads the history in which this document stands; its place is the current one. `None` if there is none, or if it is damaged
/// before that place.
pub(in crate::app) fn history_of(file: &Path, document: &Document) -> Option<History> {
    let kept = bundle::read_history(&fs::read(file).ok()?)?;
    let mut places = std::iter::once(kept.position).chain((0..=kept.steps.len()).rev());
    let place = places.find(|place| kept.document(*place).is_some_and(|other| **other == *document))?;
    let steps =
        kept.steps.into_iter().map(|step| Some(Step { name: CommandName::of_key(&step.name)?, about: step.about, after: step.after }));
    History::of(kept.start, steps.collect::<Option<_>>()?, place)
}

/// The history of a document that was saved by this user, found by what its file holds.
pub(in crate::app) fn saved_history(data: &Path, fingerprint: Fingerprint, document: &Document) -> Option<History> {
    history_of(&saved_file(data, fingerprint), document)
}

/// Keeps the history of a document that was saved with this content, in place of that of the content before.
pub(super) fn keep_saved(data: &Path, history: &History, now: Fingerprint, before: Option<Fingerprint>) -> io::Result<()> {
    fs::create_dir_all(saved_folder(data))?;
    let is_empty = history.steps().len() == 0;
    if let Some((_, text)) = whole(history, MOST_BYTES_SAVED).filter(|_| !is_empty) {
        storage::write_whole(&saved_file(data, now), text.as_bytes())?;
    }
    if let Some(before) = before.filter(|before| *before != now) {
        // It may have been forgotten already.
        let _ = fs::remove_file(saved_file(data, before));
    }
    forget_old(&saved_folder(data), SystemTime::now());
    Ok(())
}

/// Takes away what is too old, and the oldest of what is too much.
fn forget_old(folder: &Path, now: SystemTime) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<(Duration, u64, PathBuf)> = entries
        .filter_map(|entry| {
            let metadata = entry.metadata().ok()?;
            let age = now.duration_since(metadata.modified().ok()?).unwrap_or_default();
            Some((age, metadata.len(), entry.path()))
        })
        .collect();
    files.sort();
    let mut together = 0;
    for (age, bytes, file) in files {
        together += bytes;
        if age > LONGEST || together > MOST_BYTES_TOGETHER {
            let _ = fs::remove_file(file);
        }
    }
}

fn saved_folder(data: &Path) -> PathBuf {
    data.join("history")
}

fn saved_file(data: &Path, fingerprint: Fingerprint) -> PathBuf {
    saved_folder(data).join(format!("{fingerprint}.history"))
}
