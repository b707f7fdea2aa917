//! `check`: what is wrong with a procedure.

use super::{Verdict, file, output::Output};
use crate::check::{self, Problem, Severity};
use crate::model::{Document, Subject};
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
        json!({ "kind": kind_of(*at), "name": name })
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

/// The kind of an element, for machines: the same in every language.
fn kind_of(subject: Subject) -> &'static str {
    match subject {
        Subject::Process(_) => "process",
        Subject::Role(_) => "role",
        Subject::Pool(_) => "pool",
        Subject::Lane(_) => "lane",
        Subject::Node(_) => "node",
        Subject::Flow(_) => "flow",
        Subject::MessageFlow(_) => "message_flow",
        Subject::Artifact(_) => "artifact",
        Subject::Association(_) => "association",
        Subject::ObjectType(_) => "object_type",
        Subject::DataField(_) => "data_field",
        Subject::CodeList(_) => "code_list",
        Subject::Form(_) => "form",
        Subject::FormElement(..) => "form_element",
        Subject::DecisionTable(_) => "decision_table",
        Subject::DocumentTemplate(_) => "document_template",
        Subject::Setting(_) => "setting",
        Subject::TestCase(_) => "test_case",
        Subject::Language(_) => "language",
        Subject::Source(_) => "source",
    }
}
