//! Rules for names, texts and keys.

use crate::edit::Refusal;
use crate::edit::keys::is_legal_key;
use crate::model::Subject;

/// Greatest number of characters of a name.
const LONGEST_NAME: usize = 10_000;
/// Greatest number of characters of a key.
const LONGEST_KEY: usize = 200;

/// A name that people read.
pub(super) fn name(name: &str) -> Result<(), Refusal> {
    at_most(name, LONGEST_NAME)
}

fn at_most(text: &str, limit: usize) -> Result<(), Refusal> {
    // A text of few bytes has few characters: most need no counting.
    if text.len() <= limit || text.chars().count() <= limit { Ok(()) } else { Err(Refusal::TooLong { limit }) }
}

/// A key that is given to an element instead of `old`; the others' keys are `taken`.
pub(super) fn key<'a>(old: &str, new: &str, mut taken: impl Iterator<Item = (&'a str, Subject)>, own: Subject) -> Result<(), Refusal> {
    if old == new {
        return Ok(());
    }
    at_most(new, LONGEST_KEY)?;
    if !is_legal_key(new) {
        return Err(Refusal::KeyNotLegal { key: new.to_owned() });
    }
    match taken.find(|(key, by)| *key == new && *by != own) {
        Some((_, by)) => Err(Refusal::KeyTaken { key: new.to_owned(), by }),
        None => Ok(()),
    }
}
