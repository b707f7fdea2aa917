//! Test cases: there are some, and each has something to happen and to expect.

use super::{Aspect, Problem};
use crate::model::{Document, Subject};

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    if document.test_cases.is_empty() && !document.nodes.is_empty() {
        found.push(Problem::hint("check-no-test-case", Subject::Process(document.main_process)));
    }
    for case in document.test_cases.values() {
        let at = Subject::TestCase(case.id);
        if case.name.trim().is_empty() {
            found.push(Problem::warning("check-test-name", at).about(Aspect::Name));
        }
        if case.steps.is_empty() {
            found.push(Problem::warning("check-test-steps", at).about(Aspect::Steps));
        }
        if case.expectations.is_empty() {
            found.push(Problem::warning("check-test-expectations", at).about(Aspect::Steps));
        }
    }
}
