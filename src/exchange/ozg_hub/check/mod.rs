//! What stands in the way of deploying a project folder. Works on the files alone: what is imported, and what is exported.
//!
//! - Marks that were left: `TODO`, `REPLACE_ME`, in any file.
//! - Ids that the platform refuses.
//! - Steps that ask for a form that is not there.
//! - Conditions that speak of fields that are not in the form (as `FormValidator` of the platform's commons looks for).
//! - Forms in another language that are not made like the German one, or whose texts are missing (`ConsistentTranslationValidator`).
//! - Caseworkers' forms that do not show what the applicant was asked (`ConsistentCaseWorkerFormGenerator`).

mod caseworker;
mod forms;
mod ids;
mod marks;
mod places;
mod references;
#[cfg(test)]
mod tests;
mod translations;

use super::remark::Remark;
use crate::exchange::{Note, What};
use crate::model::{Document, Subject};
pub(super) use marks::{is_stand_in, marks};
use places::Places;
use std::collections::{BTreeMap, BTreeSet};

/// A flaw of a project, with where it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, by its path in the project.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub flaw: Flaw,
}

/// What can be wrong in a project.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// Something was left to be filled in; with what stands on the line.
    Open(String),
    /// An id that the platform does not allow.
    WrongId(String),
    /// A step asks for this form, which is not there.
    NoForm(String),
    /// A condition speaks of this field, which is not in the form.
    Dangling(String),
    /// A text of the German form has no translation; with the German text.
    Untranslated(String),
    /// A form in another language is made otherwise than the German one at this place.
    OtherwiseMade(String),
    /// Two forms in different languages have the same id.
    SameId(String),
    /// A caseworker's form does not show this field of the applicant's.
    NotShown(String),
    /// A caseworker's form lets this field of the applicant's be changed.
    Changeable(String),
    /// Two models have a process of this id; the platform would put one in the place of the other.
    SameProcess(String),
    /// A form is no JSON from this line on.
    NoJson,
}

/// All flaws of these files, by path and text, in the order of files and lines.
pub fn findings(files: &[(&str, &str)]) -> Vec<Finding> {
    let forms = forms::forms(files);
    let mut found = marks::findings(files);
    found.extend(ids::findings(files, &forms));
    found.extend(references::findings(&forms));
    found.extend(translations::findings(&forms));
    found.extend(caseworker::findings(&forms));
    let open = marks::Open::of(&found);
    found.retain(|finding| !open.says(finding));
    found.sort();
    found.dedup();
    found
}

/// The flaws as lines of a report, with the elements of the document that stand there.
pub(super) fn notes(files: &[(&str, &str)], document: &Document) -> Vec<Note> {
    let found = findings(files);
    let places = Places::of(document);
    let mut lines: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for finding in &found {
        lines.entry(&finding.file).or_default().insert(finding.line);
    }
    let texts = files.iter().filter_map(|(file, text)| Some((*file, *text, lines.get(file)?)));
    let subjects: BTreeMap<&str, BTreeMap<usize, Subject>> =
        texts.map(|(file, text, lines)| (file, places.at(file, text, lines))).collect();
    let subject = |finding: &Finding| subjects.get(finding.file.as_str()).and_then(|lines| lines.get(&finding.line)).copied();
    let note = |finding: &Finding| {
        let made = Note::new("", "", What::OzgHub(Remark::Flaw(finding.flaw.clone())));
        made.file(&finding.file).line(finding.line).on(subject(finding))
    };
    found.iter().map(note).collect()
}
