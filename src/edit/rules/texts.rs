//! Rules for names, texts and keys.

use crate::edit::Refusal;
use crate::model::{Subject, is_legal_key};

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

/// The tag of a language (BCP 47: words of letters and digits with hyphens between them) instead of `old`, if it had one.
pub(super) fn tag<'a>(old: Option<&str>, new: &str, mut taken: impl Iterator<Item = (&'a str, Subject)>) -> Result<(), Refusal> {
    if old == Some(new) {
        return Ok(());
    }
    let is_word = |word: &str| (1..=8).contains(&word.len()) && word.bytes().all(|sign| sign.is_ascii_alphanumeric());
    if new.len() > LONGEST_KEY || !new.starts_with(|first: char| first.is_ascii_alphabetic()) || !new.split('-').all(is_word) {
        return Err(Refusal::NotALanguage { tag: new.to_owned() });
    }
    match taken.find(|(tag, _)| tag.eq_ignore_ascii_case(new)) {
        Some((_, by)) => Err(Refusal::KeyTaken { key: new.to_owned(), by }),
        None => Ok(()),
    }
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
