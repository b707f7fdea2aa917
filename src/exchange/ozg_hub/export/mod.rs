//! A document as a project folder.

mod condition;
mod dialect;
mod files;
mod form;
mod forms;
mod kept;
mod layout;
mod metadata;
mod model;
mod parameters;
mod placed;
mod scripts;
mod steps;
mod unsaid;
mod variables;

use super::check;
use super::ids::OPEN;
use super::remark::Remark;
use crate::exchange::{Note, What};
use crate::expr::Names;
use crate::model::Document;
use crate::scope;
use files::Files;
use kept::Kept;
use variables::Variables;

/// Which of the platforms the project is for. They share one software, but not how people sign in and how messages are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Platform {
    /// OZG-Hub: `BundID` and `Mein Unternehmenskonto`.
    OzgHub,
    /// service-bw and Amt24: the Land's Servicekonto.
    ServiceBw,
}

/// A project as it was written.
#[derive(Clone, Debug)]
pub struct Exported {
    /// The files, by their paths in the project, none of which leads out of it.
    pub files: Vec<(String, Vec<u8>)>,
    /// What was changed, what could not be written, what somebody still has to decide, and what stands in the way of deploying it.
    pub report: Vec<Note>,
}

/// One document with what is needed to write it.
struct Writing<'a> {
    document: &'a Document,
    names: Names,
    variables: Variables<'a>,
    platform: Platform,
}

impl<'a> Writing<'a> {
    fn new(document: &'a Document, platform: Platform) -> Self {
        Self { document, names: scope::names(document), variables: Variables::of(document), platform }
    }
}

/// Writes a document as a project. Without a platform it is for the one that the kept project is for, else for the OZG-Hub.
pub fn export(document: &Document, platform: Option<Platform>) -> Exported {
    let kept = Kept::of(document);
    let own = kept.platform.unwrap_or(Platform::OzgHub);
    let prepared = steps::prepared(document);
    let after = Writing::new(&prepared, platform.unwrap_or(own));
    let fresh = kept.fresh.as_ref().map(steps::prepared);
    let before = fresh.as_ref().map(|fresh| Writing::new(fresh, own));
    let mut files = Files::of(&kept);
    let mut report = forms::write(&after, before.as_ref(), &kept, &mut files);
    report.extend(parameters::write(&after, before.as_ref(), &kept, &mut files));
    report.extend(scripts::write(&after, before.as_ref(), &kept, &mut files));
    report.extend(model::write(&after, before.as_ref(), &kept, &mut files));
    metadata::write(&after, &kept, &mut files);
    report.extend(unsaid::unsaid(document, &kept));
    let (files, texts) = files.finish();
    let listed: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    Exported { files, report: placed::placed(document, report, check::notes(&listed, document)) }
}

/// A note of this format.
fn note(id: &str, name: &str, remark: Remark) -> Note {
    Note::new(id, name, What::OzgHub(remark))
}

/// What is put where somebody still has to decide.
fn open(what: &str) -> String {
    format!("{OPEN}: {what}")
}

/// What is said of the document now and was not said of what was imported already.
fn news(after: Vec<Note>, before: &[Note]) -> Vec<Note> {
    let said = |note: &Note| before.iter().any(|old| old.what == note.what && old.at.name == note.at.name && old.at.id == note.at.id);
    after.into_iter().filter(|note| !said(note)).collect()
}

/// Expressions in the languages of the platform, for the tests.
#[cfg(test)]
pub(super) mod spoken {
    use super::dialect::{Dialect, translated};
    use super::*;

    pub fn juel(document: &Document, feel: &str) -> Option<String> {
        translated(feel, Dialect::Juel, &scope::names(document), &Variables::of(document))
    }

    pub fn groovy(document: &Document, feel: &str) -> Option<String> {
        translated(feel, Dialect::Groovy, &scope::names(document), &Variables::of(document))
    }
}
