//! Marks that were left for somebody to fill something in.

use super::{Finding, Flaw};
use std::collections::BTreeSet;

const MARKS: [&str; 2] = ["TODO", "REPLACE_ME"];

/// Longer lines are cut.
const LONGEST: usize = 120;

/// All lines with a mark.
pub(super) fn findings(files: &[(&str, &str)]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (file, text) in files {
        for (line, text) in text.lines().enumerate().filter(|(_, text)| marks(text).next().is_some()) {
            let shown: String = text.trim().chars().take(LONGEST).collect();
            found.push(Finding { file: (*file).to_owned(), line: line + 1, flaw: Flaw::Open(shown) });
        }
    }
    found
}

/// Lines on which something is left to be filled in.
pub(super) struct Open(BTreeSet<(String, usize)>);

impl Open {
    /// Those of which these flaws say so.
    pub fn of(found: &[Finding]) -> Self {
        let open = found.iter().filter(|finding| matches!(finding.flaw, Flaw::Open(_)));
        Self(open.map(|finding| (finding.file.clone(), finding.line)).collect())
    }

    /// Whether a flaw is nothing but that: an id that is wrong because of the mark in it.
    pub fn says(&self, finding: &Finding) -> bool {
        let Flaw::WrongId(id) = &finding.flaw else { return false };
        marks(id).next().is_some() && self.0.contains(&(finding.file.clone(), finding.line))
    }
}

/// The marks in a text; `Replace_me` counts too, `todos` and `methode` do not.
pub(in super::super) fn marks(text: &str) -> impl Iterator<Item = &'static str> {
    let upper = text.to_ascii_uppercase();
    let text = text.to_owned();
    MARKS.into_iter().filter(move |mark| {
        upper.match_indices(mark).any(|(at, _)| {
            let is_word = |sign: Option<char>| sign.is_some_and(char::is_alphabetic);
            let before = text.get(..at).and_then(|text| text.chars().next_back());
            let behind = text.get(at + mark.len()..).and_then(|text| text.chars().next());
            let written = text.get(at..at + mark.len()).unwrap_or_default();
            // In running text only capitals are a mark: "to do" is a word in many languages.
            (*mark != "TODO" || written == "TODO") && !is_word(before) && !is_word(behind)
        })
    })
}

/// Whether a script in a model only stands there until the build puts in the real one.
pub(in super::super) fn is_stand_in(script: &str) -> bool {
    script.lines().map(str::trim).all(|line| line.is_empty() || line.starts_with("//"))
}
