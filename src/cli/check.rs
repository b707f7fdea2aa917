//! `check`: what is wrong with a procedure.

use super::{Verdict, file, output::Output};
use crate::check::{self, Problem, Severity};
use crate::model::{Document, NodeId, Subject};
use crate::sim::soundness::{self, Fault, Undecided};
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
    if output.is_json {
        let mut all = json!({
            "good": verdict == Verdict::Good,
            "errors": count(&problems, Severity::Error),
            "warnings": count(&problems, Severity::Warning),
            "hints": count(&problems, Severity::Hint),
        });
        let proofs: Vec<Value> = soundness::prove_all(&document).iter().map(|verdict| proof(&document, verdict)).collect();
        let main = document.processes.keys().position(|process| process == document.main_process);
        let main = main.and_then(|place| proofs.get(place)).and_then(Value::as_object);
        if let (Some(all), Some(main)) = (all.as_object_mut(), main) {
            all.extend(main.iter().filter(|(name, _)| *name != "process").map(|(name, value)| (name.clone(), value.clone())));
            all.insert("processes".to_owned(), proofs.into());
            all.insert("problems".to_owned(), problems.iter().map(|problem| answer(output, &document, problem)).collect());
        }
        output.json(&all);
    }
    verdict
}

/// What is known of a process; `null` is "not decided".
fn proof(document: &Document, verdict: &soundness::Verdict) -> Value {
    let dead = |dead: &Vec<NodeId>| dead.iter().map(|node| key_of(document, Subject::Node(*node))).collect::<Vec<_>>();
    json!({
        "process": document.processes.get(verdict.process).map(|process| &process.key),
        "sound": verdict.sound(),
        "option_to_complete": verdict.option_to_complete,
        "proper_completion": verdict.proper_completion,
        "no_dead_activities": verdict.no_dead_activities(),
        "bounded": verdict.bounded,
        "safe": verdict.safe,
        "dead": verdict.dead.as_ref().map(dead),
        "decided": verdict.is_decided(),
        "undecided_because": verdict.undecided.map(reason),
        "counterexample": verdict.faults.iter().find_map(|fault| counterexample(document, fault)),
        "faults": verdict.faults.iter().map(|fault| json!({
            "kind": kind_of_fault(fault),
            "at": key_of(document, Subject::Node(fault.at)),
            "cause": fault.cause.map(|cause| key_of(document, Subject::Node(cause))),
            "involved": fault.involved.iter().map(|subject| key_of(document, *subject)).collect::<Vec<_>>(),
            "counterexample": counterexample(document, fault),
        })).collect::<Vec<_>>(),
    })
}

fn counterexample(document: &Document, fault: &Fault) -> Option<Value> {
    let run = fault.counterexample.as_ref()?;
    let keys = |subjects: &mut dyn Iterator<Item = Subject>| subjects.map(|subject| key_of(document, subject)).collect::<Vec<_>>();
    let moves = run.moves.iter().map(|step| {
        json!({
            "node": key_of(document, Subject::Node(step.node)),
            "flows": keys(&mut step.flows.iter().map(|flow| Subject::Flow(*flow))),
        })
    });
    Some(json!({
        "kind": kind_of_fault(fault),
        "inside": run.inside.map(|node| key_of(document, Subject::Node(node))),
        "moves": moves.collect::<Vec<_>>(),
        "marking": keys(&mut run.marking.iter().copied()),
        "repeats_from": run.repeats_from,
    }))
}

fn kind_of_fault(fault: &Fault) -> &'static str {
    match fault.kind {
        soundness::FaultKind::Deadlock => "deadlock",
        soundness::FaultKind::Livelock => "livelock",
        soundness::FaultKind::Unbounded => "unbounded",
        soundness::FaultKind::EndTwice => "end_twice",
        soundness::FaultKind::Dead => "dead",
        soundness::FaultKind::Unsafe => "unsafe",
    }
}

fn reason(undecided: Undecided) -> &'static str {
    match undecided {
        Undecided::NoBeginning => "no_beginning",
        Undecided::CallsItself => "calls_itself",
        Undecided::TooManyWays(_) => "too_many_ways",
        Undecided::TooLarge => "too_large",
    }
}

fn key_of(document: &Document, subject: Subject) -> String {
    let key = match subject {
        Subject::Node(node) => document.nodes.get(node).map(|node| &node.key),
        Subject::Flow(flow) => document.flows.get(flow).map(|flow| &flow.key),
        _ => None,
    };
    key.cloned().unwrap_or_default()
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
        Subject::Exercise(_) => "exercise",
        Subject::Language(_) => "language",
        Subject::Source(_) => "source",
    }
}
