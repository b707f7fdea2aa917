//! A history that is kept on disk: a document and what each step has changed in it, one line each, so that a step is
//! kept by adding a line. Every line has its digest before it; a line that was cut off or altered ends the history.

use super::convert::Frozen;
use super::{Digest, read, soundness, v1};
use crate::model::{self, Document, Subject};
use std::sync::Arc;

/// A step of a kept history.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptStep {
    /// What was done, as the writer calls it.
    pub name: String,
    /// What it was about.
    pub about: Option<Subject>,
    /// The document after it; shares with the one before what did not change.
    pub after: Arc<Document>,
}

/// A history as it was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptHistory {
    /// The document before the first step.
    pub start: Arc<Document>,
    /// The steps, oldest first.
    pub steps: Vec<KeptStep>,
    /// How many of them are done.
    pub position: usize,
}

/// The lines with which a history begins.
pub fn history_start(start: &Document) -> String {
    format!("{}\n{}", v1::HISTORY, line(&v1::Line::Start(v1::Document::freeze(start))))
}

/// The line of a step that was done at a place, counted from the start; what stood behind that place is forgotten.
pub fn history_step(at: usize, name: &str, about: Option<Subject>, before: &Document, after: &Document) -> String {
    line(&v1::Line::Step {
        at: at as u64,
        name: v1::Text(name.to_owned()),
        about: Frozen::freeze(&about),
        next_id: after.next_id,
        main_process: after.main_process.0,
        changes: v1::Change::between(before, after),
    })
}

/// The line that says to which place was gone, counted from the start.
pub fn history_place(place: usize) -> String {
    line(&v1::Line::Place(place as u64))
}

/// Reads a history as far as it is whole. `None` if not even its start is, or if it is from a later version.
/// The documents are those that were written, by the digests of their lines; the first is looked at for soundness.
pub fn read_history(bytes: &[u8]) -> Option<KeptHistory> {
    if bytes.len() > read::MOST_BYTES {
        return None;
    }
    // What follows the last end of a line was cut off.
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').map_while(|line| line.strip_suffix(b"\n"));
    if lines.next()? != v1::HISTORY.as_bytes() {
        return None;
    }
    let v1::Line::Start(start) = read_line(lines.next()?)? else { return None };
    let start = start.thaw().ok()?;
    soundness::look(&start).ok()?;
    let mut history = KeptHistory { start: Arc::new(start), steps: Vec::new(), position: 0 };
    for line in lines {
        if read_line(line).and_then(|line| history.take(line)).is_none() {
            break;
        }
    }
    Some(history)
}

impl KeptHistory {
    /// The document at a place, counted from the start.
    pub fn document(&self, place: usize) -> Option<&Arc<Document>> {
        match place.checked_sub(1) {
            None => Some(&self.start),
            Some(last) => self.steps.get(last).map(|step| &step.after),
        }
    }

    /// Does what a line says. `None` if that cannot be.
    fn take(&mut self, line: v1::Line) -> Option<()> {
        match line {
            v1::Line::Start(_) => return None,
            v1::Line::Place(place) => {
                let place = usize::try_from(place).ok()?;
                self.document(place)?;
                self.position = place;
            }
            v1::Line::Step { at, name, about, next_id, main_process, changes } => {
                let at = usize::try_from(at).ok()?;
                let mut after = Document::clone(self.document(at)?);
                changes.into_iter().for_each(|change| change.apply(&mut after));
                after.next_id = next_id;
                after.main_process = model::ProcessId(main_process);
                self.steps.truncate(at);
                self.steps.push(KeptStep { name: name.0, about: about.thaw(), after: Arc::new(after) });
                self.position = self.steps.len();
            }
        }
        Some(())
    }
}

/// A line with its digest before and its end behind. Ron writes the ends of lines in texts as `\n`.
fn line(line: &v1::Line) -> String {
    // Fails at depth and at what cannot be written as text; a line without text ends the history for its reader.
    let text = ron::Options::default().without_recursion_limit().to_string(line).unwrap_or_default();
    format!("{} {text}\n", Digest::of(&text))
}

fn read_line(line: &[u8]) -> Option<v1::Line> {
    let (digest, text) = std::str::from_utf8(line).ok()?.split_once(' ')?;
    if digest.parse() != Ok(Digest::of(text)) {
        return None;
    }
    // A line is two levels deeper than a model.
    ron::Options::default().with_recursion_limit(read::DEEPEST + 2).from_str(text).ok()
}
