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
mod references;
#[cfg(test)]
mod tests;
mod translations;

use super::remark::Remark;
use crate::exchange::{Note, What};
pub(super) use marks::{is_stand_in, marks};

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
    found.sort();
    found.dedup();
    found
}

/// The flaws as lines of a report.
pub(super) fn notes(files: &[(&str, &str)]) -> Vec<Note> {
    let note = |found: Finding| {
        let made = Note::new("", "", What::OzgHub(Remark::Flaw(found.flaw)));
        made.file(&found.file).line(found.line)
    };
    findings(files).into_iter().map(note).collect()
}
