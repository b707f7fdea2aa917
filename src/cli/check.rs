//! `check`: what is wrong with a procedure.

use super::{Verdict, file, output::Output};
use crate::check::{self, Problem, Severity};
use crate::model::Document;
use serde_json::{Value, json};
use std::path::Path;

/// Prints all problems, worst first. Only errors are faults; the rest is advice.
pub(super) fn run(output: &Output<'_>, path: &Path) -> Verdict {
    let document = match file::document(output, path) {
        Ok(document) => document,
        Err(verdict) => return verdict,
    };
    let problems = check::check(&document);
    lines(output, &document, &problems);
    let verdict = if check::may_be_released(&problems) { Verdict::Good } else { Verdict::Faults };
    output.json(&json!({
        "good": verdict == Verdict::Good,
        "errors": count(&problems, Severity::Error),
        "warnings": count(&problems, Severity::Warning),
        "hints": count(&problems, Severity::Hint),
        "problems": problems.iter().map(|problem| answer(output, &document, problem)).collect::<Vec<_>>(),
    }));
    verdict
}

/// The problems, one a line, and how many there are.
pub(super) fn lines(output: &Output<'_>, document: &Document, problems: &[Problem]) {
    let texts = output.texts;
    for problem in problems {
        let severity = texts.get(match problem.severity {
            Severity::Error => "cli-error",
            Severity::Warning => "cli-warning",
            Severity::Hint => "cli-hint",
        });
        output.line(&format!("{severity}: {}", texts.problem(document, problem)));
    }
    let [errors, warnings, hints] = [Severity::Error, Severity::Warning, Severity::Hint].map(|severity| count(problems, severity));
    output.line(&texts.with("cli-checked", &[("errors", errors.into()), ("warnings", warnings.into()), ("hints", hints.into())]));
}

fn count(problems: &[Problem], severity: Severity) -> usize {
    problems.iter().filter(|problem| problem.severity == severity).count()
}

fn answer(output: &Output<'_>, document: &Document, problem: &Problem) -> Value {
    let element = problem.at.first().map(|at| {
        let name = document.name_of(*at).unwrap_or_default();
        json!({ "kind": output.texts.kind_of(document, *at), "name": name })
    });
    json!({
        "kind": problem.kind,
        "severity": match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        },
        "element": element,
        "text": output.texts.problem(document, problem),
    })
}
