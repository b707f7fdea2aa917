//! `simulate`: plays the test cases of a procedure through.

use super::alone::{self, Play};
use super::file::{self, Read};
use super::{Verdict, output::Output, trace};
use crate::model::{Document, Process, TestCase};
use crate::sim::{CaseResult, run_case};
use serde_json::{Value, json};
use std::path::Path;

/// How a procedure is to be played.
pub(super) struct Wish {
    /// The test case of this name only.
    pub case: Option<String>,
    /// The process of this name or key only, by itself.
    pub process: Option<String>,
    /// With every event.
    pub trace: bool,
    /// What is set at the beginning of a case that plays by itself: `name=value`.
    pub set: Vec<String>,
}

/// Runs all test cases, or the one of that name, and prints what is not as it should be. Without test cases a file of another program
/// plays by itself, and so does any procedure for which something is set.
pub(super) fn run(output: &Output<'_>, path: &Path, wish: &Wish) -> Verdict {
    let Read { mut document, import } = match file::read_any(output, path) {
        Ok(read) => read,
        Err(verdict) => return verdict,
    };
    if let Some(name) = &wish.process {
        let mut meant: Vec<&Process> = document.processes.values().filter(|it| it.name == *name || it.key == *name).collect();
        // A key is of one process only.
        meant.sort_by_key(|process| process.key != *name);
        let Some(process) = meant.first() else { return unknown_process(output, &document, name) };
        if let (true, [_, others @ ..]) = (process.key != *name, meant.as_slice()) {
            say_others(output, name, others);
        }
        let process = process.id;
        document.main_process = process;
    }
    let is_alone = !wish.set.is_empty() || wish.process.is_some();
    if wish.case.is_none() && (is_alone || document.test_cases.is_empty() && (import.is_some() || wish.trace)) {
        return alone::run(output, &Play { document: &document, import: import.as_deref(), set: &wish.set, with_trace: wish.trace });
    }
    let name = wish.case.as_deref();
    let cases: Vec<&TestCase> = document.test_cases.values().filter(|case| name.is_none_or(|name| case.name == name)).collect();
    if let (Some(name), true) = (name, cases.is_empty()) {
        return unknown(output, &document, name);
    }
    let results: Vec<_> = cases.into_iter().map(|case| (case, run_case(&document, case))).collect();
    lines(output, &document, &results, name.is_some());
    if wish.trace {
        results.iter().filter_map(|(_, result)| result.run.as_ref()).for_each(|run| trace::lines(output, &document, run));
    }
    let passed = count_passed(&results);
    output.json(&json!({
        "good": passed == results.len(),
        "passed": passed,
        "count": results.len(),
        "cases": results.iter().map(|(case, result)| answer(output, &document, case, result, wish.trace)).collect::<Vec<_>>(),
    }));
    if passed == results.len() { Verdict::Good } else { Verdict::Faults }
}

/// Says how processes that have the same name are called for.
fn say_others(output: &Output<'_>, name: &str, others: &[&Process]) {
    if !others.is_empty() {
        let keys: Vec<&str> = others.iter().map(|process| process.key.as_str()).collect();
        output.line(&output.texts.with("cli-same-name", &[("name", name.into()), ("keys", keys.join(", ").as_str().into())]));
    }
}

fn unknown_process(output: &Output<'_>, document: &Document, name: &str) -> Verdict {
    let texts = output.texts;
    let quoted = |name: &str| texts.with("word-quoted", &[("name", name.into())]);
    let names: Vec<String> = document.processes.values().map(|process| quoted(&process.name)).collect();
    output.fault(&texts.with("cli-unknown-process", &[("name", name.into()), ("names", names.join(", ").as_str().into())]));
    Verdict::CouldNot
}

fn unknown(output: &Output<'_>, document: &Document, name: &str) -> Verdict {
    let texts = output.texts;
    let names: Vec<String> = document.test_cases.values().map(|case| texts.with("word-quoted", &[("name", (&case.name).into())])).collect();
    output.fault(&if names.is_empty() {
        texts.get("cli-no-cases").to_owned()
    } else {
        texts.with("cli-unknown-case", &[("name", name.into()), ("names", names.join(", ").as_str().into())])
    });
    Verdict::CouldNot
}

fn lines(output: &Output<'_>, document: &Document, results: &[(&TestCase, CaseResult)], with_course: bool) {
    let texts = output.texts;
    if results.is_empty() {
        output.line(texts.get("cli-no-cases"));
    }
    for (case, result) in results {
        if with_course {
            for (at, sentence) in course(output, document, result) {
                output.line(&format!("{at}  {sentence}"));
            }
        }
        output.line(&match &result.first_difference {
            None => texts.with("cli-case-passed", &[("name", (&case.name).into())]),
            Some(difference) => {
                let difference = texts.difference(document, difference);
                texts.with("cli-case-failed", &[("name", (&case.name).into()), ("difference", (&difference).into())])
            }
        });
    }
    output.line(&texts.with("cli-simulated", &[("passed", count_passed(results).into()), ("count", results.len().into())]));
}

fn count_passed(results: &[(&TestCase, CaseResult)]) -> usize {
    results.iter().filter(|(_, result)| result.passed()).count()
}

/// What was done and what followed from it, each with its time.
fn course(output: &Output<'_>, document: &Document, result: &CaseResult) -> Vec<(String, String)> {
    let Some(run) = &result.run else { return Vec::new() };
    let mut course = Vec::new();
    for (place, played) in run.history().iter().enumerate() {
        course.push((played.at.to_string(), output.texts.step(document, &played.step)));
        for event in run.trace_of(place) {
            course.extend(output.texts.happening(document, &event.what).map(|sentence| (event.at.to_string(), sentence)));
        }
    }
    course
}

fn answer(output: &Output<'_>, document: &Document, case: &TestCase, result: &CaseResult, with_trace: bool) -> Value {
    let course = course(output, document, result);
    let mut answer = json!({
        "name": case.name,
        "passed": result.passed(),
        "difference": result.first_difference.as_ref().map(|difference| output.texts.difference(document, difference)),
        "course": course.iter().map(|(at, text)| json!({ "at": at, "text": text })).collect::<Vec<_>>(),
    });
    if let (true, Some(run)) = (with_trace, &result.run) {
        answer["executed"] = json!(trace::keys(document, &run.executed()));
        answer["trace"] = trace::answer(output, document, run);
        answer["values"] = trace::values(run);
    }
    answer
}
