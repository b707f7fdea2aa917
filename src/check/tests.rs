//! Tests of the checks as a whole.

use super::check;
use crate::model::Document;

#[test]
fn an_empty_procedure_says_that_it_is_empty() {
    let kinds: Vec<&str> = check(&Document::empty("leer", "Leer")).into_iter().map(|problem| problem.kind).collect();
    assert_eq!(kinds, ["check-empty", "check-process-description"]);
}
