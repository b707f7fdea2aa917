//! What is wrong with a finished document. One check per file, each a function from the document to problems.
//!
//! Errors keep a bundle from being written; warnings are probably not meant so; hints are good to know.

mod blocks;
mod data;
mod decisions;
mod documents;
mod events;
mod expressions;
mod fim;
mod forms;
mod gateways;
mod keys;
mod languages;
mod outcomes;
mod pools;
mod problem;
mod procedure;
mod rules;
mod soundness;
mod steps;
mod structure;
mod test_cases;
#[cfg(test)]
mod tests;

pub use problem::*;

use crate::model::Document;

/// All checks, in the order of the list that the user sees within one severity.
const CHECKS: &[fn(&Document, &mut Vec<Problem>)] = &[
    procedure::check,
    structure::check,
    soundness::check,
    gateways::check,
    blocks::check,
    events::check,
    steps::check,
    pools::check,
    fim::check,
    expressions::check,
    forms::check,
    rules::check,
    languages::check,
    data::check,
    decisions::check,
    outcomes::check,
    documents::check,
    test_cases::check,
    keys::check,
];

/// Everything that is wrong with the document, worst first.
pub fn check(document: &Document) -> Vec<Problem> {
    let mut found = Vec::new();
    for check in CHECKS {
        check(document, &mut found);
    }
    found.sort_by_key(|problem| std::cmp::Reverse(problem.severity));
    found
}

/// Whether nothing keeps the document from being released.
pub fn may_be_released(problems: &[Problem]) -> bool {
    problems.iter().all(|problem| problem.severity < Severity::Error)
}
