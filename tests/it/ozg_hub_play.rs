//! Project folders played: every way of the template, by proposed cases, alone and on the command line; what the checks say of them.

use dienstweg::check::check;
use dienstweg::exchange::{File, Imported, import};
use dienstweg::model::{Document, Expectation};
use dienstweg::sim::{Covered, Group, play_through, propose, run_case, usual_beginning};
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/ozg-hub").join(name)
}

fn taken(name: &str) -> Imported {
    let files = dienstweg::storage::read_folder(&folder(name)).unwrap();
    let given: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    import(&given).unwrap()
}

fn node(document: &Document, key: &str) -> dienstweg::model::NodeId {
    document.nodes.values().find(|node| node.key == key).unwrap().id
}

#[test]
fn every_process_of_the_template_plays_to_its_end_on_each_way() {
    let document = taken("template").document;
    let begins_at = usual_beginning(&document);
    assert_eq!(document.processes.len(), 1);
    let proposal = propose(&document, document.main_process, begins_at, &Covered::default(), None, &|_| true).unwrap().unwrap();
    assert_eq!(proposal.survey.count(Group::Ways, &proposal.covered), (28, 28));
    assert_eq!(proposal.survey.count(Group::Steps, &proposal.covered), (26, 26));
    assert_eq!(proposal.open, []);
    for proposed in &proposal.cases {
        let result = run_case(&document, &proposed.case);
        assert!(result.passed(), "{}: {:?}", proposed.case.name, result.first_difference);
        let ends = proposed.case.expectations.iter().filter(|expectation| matches!(expectation, Expectation::Ended(_))).count();
        assert_eq!(ends, 1, "{}", proposed.case.name);
    }
}

#[test]
fn the_template_plays_through_in_one_go_without_a_failure() {
    let document = taken("template").document;
    let run = play_through(&document, document.main_process, usual_beginning(&document)).unwrap().unwrap();
    let executed = run.executed();
    assert!(run.state().has_ended() && executed.contains(&node(&document, "finalPage")));
    assert!(!executed.contains(&node(&document, "logFitConnectError")));
}

#[test]
fn checks_and_proof_say_nothing_false_of_the_template() {
    let document = taken("template").document;
    let kinds: Vec<&str> = check(&document).iter().map(|problem| problem.kind).collect();
    // Scripts set values, payment is a page of its own, what scripts and buttons set is set; the flow is sound.
    for kind in ["check-step-script", "check-step-service-unknown", "check-field-unused"] {
        assert!(!kinds.contains(&kind), "{kind}: {kinds:?}");
    }
    let payment = dienstweg::model::Subject::Node(node(&document, "payment"));
    assert!(check(&document).iter().all(|problem| !problem.at.contains(&payment)), "payment");
    assert!(check(&document).iter().all(|problem| problem.severity < dienstweg::check::Severity::Error), "{kinds:?}");
}

fn simulate(folder: &Path, code: i32) -> serde_json::Value {
    let output = Command::new(env!("CARGO_BIN_EXE_dienstweg")).args(["simulate", "--json", "--lang", "de"]).arg(folder).output().unwrap();
    let (out, fault) = (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned());
    assert_eq!(output.status.code(), Some(code), "{out}\n{fault}");
    if code == 2 { serde_json::Value::String(fault) } else { serde_json::from_str(&out).unwrap() }
}

#[test]
fn the_command_line_simulates_the_template_and_says_what_the_skeleton_lacks() {
    let answer = simulate(&folder("template"), 0);
    assert_eq!((&answer["good"], &answer["ending"]), (&true.into(), &"ended".into()), "{answer}");
    let executed: Vec<&str> = answer["executed"].as_array().unwrap().iter().filter_map(|id| id.as_str()).collect();
    assert_eq!(executed.last(), Some(&"endevent2"));
    for id in ["validatePreliminaryForm", "exclusivegateway1", "validateForm", "exclusivegateway3", "summaryForm", "finalPage"] {
        assert!(executed.contains(&id), "{id}: {executed:?}");
    }
    // The skeleton has no model: it says so instead of playing nothing.
    let fault = simulate(&folder("service-bw-skeleton"), 2);
    assert!(fault.as_str().unwrap().contains("Startereignis"), "{fault}");
}
