//! The command line, run as a program: what it answers, and with which exit code.

mod formats;

use dienstweg::bundle::{read_model, verify, write_model};
use dienstweg::model::*;
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Output};
use std::{fs, str};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dienstweg")).args(arguments).env("RUST_BACKTRACE", "0").output().unwrap()
}

/// Runs with these arguments and expects this exit code; answers with what stands on standard output.
#[track_caller]
fn answer(arguments: &[&str], code: i32) -> String {
    let output = run(arguments);
    let (out, fault) = (str::from_utf8(&output.stdout).unwrap(), str::from_utf8(&output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{fault}");
    assert_eq!(code == 2, !fault.is_empty(), "{arguments:?}: {fault}");
    out.to_owned()
}

#[track_caller]
fn answer_json(arguments: &[&str], code: i32) -> Value {
    serde_json::from_str(&answer(arguments, code)).unwrap()
}

#[track_caller]
fn check_eval(expression: &str, value: &str) {
    assert_eq!(answer(&["eval", expression], 0).trim_end(), value, "{expression}");
}

/// Start, one step, end.
fn procedure() -> Document {
    let mut document = Document::empty("anzeige", "Anzeige");
    "1.2.3".clone_into(&mut document.processes.get_mut(document.main_process).unwrap().version);
    let role: RoleId = document.new_id();
    let (key, name) = ("sachbearbeitung".to_owned(), "Sachbearbeitung".to_owned());
    document.roles.insert(role, Role { id: role, key, name, kind: RoleKind::Caseworker });
    let kinds =
        [NodeKind::StartEvent { trigger: Event::None, is_interrupting: true }, NodeKind::ManualTask, NodeKind::EndEvent(Event::None)];
    let mut before = None;
    for (place, (kind, name)) in kinds.into_iter().zip(["Anzeige geht ein", "Anzeige ablegen", "Erledigt"]).enumerate() {
        let id: NodeId = document.new_id();
        let (width, height) = kind.usual_size();
        let bounds = Bounds::new(place as f64 * 200.0, 0.0, width, height);
        document.diagram.shapes.insert(Subject::Node(id), Shape::at(bounds));
        let (key, process) = (format!("schritt{place}"), document.main_process);
        let (parent, lane, repetition) = Default::default();
        let details = StepDetails { role: kind.is_activity().then_some(role), ..StepDetails::default() };
        document.nodes.insert(id, FlowNode { id, key, name: name.to_owned(), process, parent, lane, kind, repetition, details });
        if let Some(from) = before.replace(id) {
            let flow: FlowId = document.new_id();
            let (key, (name, condition, is_default)) = (format!("weg{place}"), Default::default());
            document.flows.insert(flow, SequenceFlow { id: flow, key, name, from, to: id, condition, is_default });
            let way = vec![Point::new(0.0, 0.0), Point::new(10.0, 0.0)];
            document.diagram.edges.insert(Subject::Flow(flow), Edge::routed(way));
        }
    }
    document
}

fn write(folder: &Path, name: &str, document: &Document) -> String {
    let path = folder.join(name);
    fs::write(&path, write_model(document).unwrap()).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn eval_prints_json() {
    check_eval("0.1 + 0.2", "0.3");
    check_eval("1 / 3", "0.3333333333333333333333333333333333");
    check_eval("-5", "-5");
    check_eval(r#""Straße" + " \"1\"""#, r#""Straße \"1\"""#);
    check_eval("1 > null", "null");
    check_eval("[1, {a: true, \"b c\": \"x\"}]", r#"[1,{"a":true,"b c":"x"}]"#);
    check_eval(r#"date("2026-02-28") + duration("P1D")"#, r#""2026-03-01""#);
    check_eval(r#"date and time("2026-02-28T10:00:00") + duration("PT90M")"#, r#""2026-02-28T11:30:00""#);
    check_eval(r#"duration("P14M")"#, r#""P1Y2M""#);
    check_eval("today() = date(now())", "true");
    assert_eq!(answer(&["eval", "--json", "1 + 1"], 0).trim_end(), "2");
    assert_eq!(answer(&["eval", "1 + 1", "--json"], 0).trim_end(), "2");
}

#[test]
fn eval_takes_values() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("values.json");
    fs::write(&path, r#"{ "betrag": 12345678901234567890.1230, "hund name": "Bello", "liste": [{ "alter in jahren": 3 }] }"#).unwrap();
    let path = path.to_str().unwrap();
    let value = |expression: &str| answer(&["eval", expression, "--values", path], 0).trim_end().to_owned();
    assert_eq!(value("betrag + 0.001"), "12345678901234567890.124");
    assert_eq!(value("hund name"), r#""Bello""#);
    assert_eq!(value("liste[1].alter in jahren >= 3"), "true");
    answer(&["eval", "1", "--values", "/no/such/file.json"], 2);
    fs::write(folder.path().join("list.json"), "[1]").unwrap();
    answer(&["eval", "1", "--values", folder.path().join("list.json").to_str().unwrap()], 2);
}

#[test]
fn eval_says_where_it_does_not_understand() {
    let output = run(&["eval", "1 +", "--lang", "de"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stdout, b"null\n");
    assert!(str::from_utf8(&output.stderr).unwrap().starts_with("Der Ausdruck ist ab Zeichen 4 nicht verständlich."));
}

#[test]
fn simulate_names_the_other_processes_of_a_file() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/civento/sondernutzung.xml");
    let file = file.to_str().unwrap();
    let others = answer_json(&["simulate", file, "--json"], 0)["others"].as_array().unwrap().clone();
    assert!(answer(&["simulate", file, "--lang", "de"], 0).contains("Einen davon spielen Sie mit --process NAME durch."));
    assert_eq!(others.len(), 6);
    for other in others {
        let played = answer_json(&["simulate", file, "--process", other["key"].as_str().unwrap(), "--json"], 0);
        assert_eq!(played["ending"], "ended", "{other}");
    }
}

#[test]
fn check_finds_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let good = write(folder.path(), "good.dienstweg.ron", &procedure());
    let found = answer_json(&["check", &good, "--json"], 0);
    assert_eq!((&found["good"], &found["errors"]), (&json!(true), &json!(0)), "{found:#}");
    assert!(answer(&["check", &good, "--lang", "de"], 0).contains("Fehler: 0"));
    let mut document = procedure();
    let last = document.flows.keys().next_back().unwrap();
    document.flows.remove(last);
    document.diagram.edges.remove(Subject::Flow(last));
    let bad = write(folder.path(), "bad.dienstweg.ron", &document);
    let found = answer_json(&["check", &bad, "--json"], 1);
    let problems = found["problems"].as_array().unwrap();
    assert_eq!(problems.len() as u64, ["errors", "warnings", "hints"].iter().map(|kind| found[kind].as_u64().unwrap()).sum::<u64>());
    assert!(
        problems
            .iter()
            .any(|problem| problem["severity"] == "error" && problem["element"] == json!({ "kind": "node", "name": "Erledigt" })),
        "{found:#}"
    );
}

/// Of two ways one is chosen, but both are awaited.
const STUCK: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://example.org/t">
<process id="P">
<startEvent id="start"/><exclusiveGateway id="X1"/><task id="T2"/><task id="T3"/><parallelGateway id="A4"/><task id="T5"/><endEvent id="end"/>
<sequenceFlow id="f1" sourceRef="start" targetRef="X1"/><sequenceFlow id="f2" sourceRef="X1" targetRef="T2"/>
<sequenceFlow id="f3" sourceRef="X1" targetRef="T3"/><sequenceFlow id="f4" sourceRef="T2" targetRef="A4"/>
<sequenceFlow id="f5" sourceRef="T3" targetRef="A4"/><sequenceFlow id="f6" sourceRef="A4" targetRef="T5"/>
<sequenceFlow id="f7" sourceRef="T5" targetRef="end"/>
</process></definitions>"#;

#[test]
fn check_proves_what_a_bpmn_file_holds() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("stuck.bpmn");
    fs::write(&file, STUCK).unwrap();
    let all = answer_json(&["check", file.to_str().unwrap(), "--json"], 1);
    let fields = ["sound", "option_to_complete", "proper_completion", "no_dead_activities", "bounded", "safe", "decided"];
    let got = fields.map(|field| all[field].as_bool().unwrap());
    assert_eq!(got, [false, false, true, false, true, true, true], "{all}");
    assert_eq!(all["dead"], json!(["T5"]));
    let run = &all["counterexample"];
    let moves: Vec<&str> = run["moves"].as_array().unwrap().iter().map(|step| step["node"].as_str().unwrap()).collect();
    assert_eq!(moves, ["start", "X1", "T2"]);
    assert_eq!((&run["kind"], &run["marking"]), (&json!("deadlock"), &json!(["f4"])));
    assert_eq!(all["processes"][0]["process"], "P");
    assert!(answer(&["check", file.to_str().unwrap(), "--lang", "de"], 1).contains("für immer stehen bleiben"));
}

#[test]
fn fims_released_process_is_shown_to_skip_the_formal_check_after_a_correction() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/fim/99006028261000.bpmn");
    // The ways behind its two timers, which say no time, stay uncovered.
    let told = run(&["propose", file, "--lang", "de"]);
    let told = str::from_utf8(&told.stdout).unwrap();
    assert!(
        told.contains(
            "Nach „Korrektur anfordern“ folgt „Anzeige fachlich prüfen“. „Anzeige formell prüfen“ wird nicht noch einmal durchlaufen."
        ),
        "{told}"
    );
}

#[test]
fn simulate_runs_the_test_cases() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = procedure();
    let nodes: Vec<NodeId> = document.nodes.keys().collect();
    for (name, visited) in [("Wird abgelegt", true), ("Wird nicht abgelegt", false)] {
        let id: TestCaseId = document.new_id();
        let (process, name, begins_at) = (document.main_process, name.to_owned(), "2027-03-01T09:00:00".to_owned());
        let steps =
            vec![TestStep::Start { node: nodes[0], entries: vec![] }, TestStep::Complete { node: nodes[1], nth: 0, entries: vec![] }];
        let step = if visited { Expectation::Visited(nodes[1]) } else { Expectation::NotVisited(nodes[1]) };
        let expectations = vec![step, Expectation::Ended(nodes[2])];
        document.test_cases.insert(id, TestCase { id, name, description: String::new(), process, begins_at, steps, expectations });
    }
    let path = write(folder.path(), "anzeige.dienstweg.ron", &document);
    let found = answer_json(&["simulate", &path, "--json"], 1);
    assert_eq!((&found["good"], &found["passed"], &found["count"]), (&json!(false), &json!(1), &json!(2)));
    assert_eq!((&found["cases"][0]["passed"], &found["cases"][1]["passed"]), (&json!(true), &json!(false)));
    assert!(answer(&["simulate", &path, "--lang", "de"], 1).contains("Testfälle: 1 von 2 bestanden"));
    let course = answer(&["simulate", &path, "--case", "Wird abgelegt", "--lang", "de"], 0);
    assert!(course.contains("2027-03-01T09:00:00") && course.contains("Anzeige ablegen"), "{course}");
    answer(&["simulate", &path, "--case", "Gibt es nicht"], 2);
    let without = write(folder.path(), "ohne.dienstweg.ron", &procedure());
    assert_eq!(answer_json(&["simulate", &without, "--json"], 0)["count"], json!(0));
}

#[test]
fn a_trace_names_flows_codes_and_the_values_at_the_end() {
    let sample = "sample-models/bewohnerparkausweis.dienstweg.ron";
    let found = answer_json(&["simulate", sample, "--case", "Zahlung scheitert", "--trace", "--json"], 0);
    let case = &found["cases"][0];
    let all = |what: &str, of: &str| -> Vec<&str> {
        let events = case["trace"].as_array().unwrap().iter().filter(|event| event["event"] == what);
        events.map(|event| event[of].as_str().unwrap()).collect()
    };
    assert_eq!(all("flow_taken", "flow")[..2], ["w_start_antragStellen", "w_antragStellen_meldedatenAbrufen"]);
    assert_eq!(all("error_thrown", "code"), ["zahlungFehlgeschlagen"]);
    assert_eq!(case["values"]["zahlung"]["betrag"], json!(240));
}

#[test]
fn export_writes_what_verify_accepts() {
    let folder = tempfile::tempdir().unwrap();
    let model = write(folder.path(), "anzeige.dienstweg.ron", &procedure());
    let out = folder.path().join("anzeige.bundle.ron");
    let bundle = out.to_str().unwrap();
    answer(&["export", &model, "--to", "bundle", "--out", bundle, "--valid-from", "2027-01-01"], 0);
    let verified = verify(&fs::read(&out).unwrap()).unwrap();
    assert_eq!(verified.document, procedure());
    let found = answer_json(&["verify", bundle, "--json"], 0);
    assert_eq!((&found["verified"], &found["key"], &found["version"]), (&json!(true), &json!("anzeige"), &json!("1.2.3")));
    assert_eq!((&found["state"], &found["valid_from"]), (&json!("released"), &json!("2027-01-01")));
    assert_eq!(found["contents"]["steps"], json!(["Anzeige ablegen"]));
    answer(&["export", &model, "--to", "bundle", "--out", bundle, "--release-version", "2.0.0"], 0);
    assert!(answer(&["verify", bundle, "--lang", "de"], 0).starts_with("Unverändert: Anzeige, Version 2.0.0 (freigegeben)"));
    fs::write(&out, fs::read_to_string(&out).unwrap().replace("Anzeige ablegen", "Anzeige löschen")).unwrap();
    assert_eq!(answer_json(&["verify", bundle, "--json"], 1)["verified"], json!(false));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "no draft is left");
}

#[test]
fn export_of_a_faulty_procedure_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let model = write(folder.path(), "leer.dienstweg.ron", &Document::empty("leer", "Leer"));
    let out = folder.path().join("leer.bundle.ron");
    let output = run(&["export", &model, "--to", "bundle", "--out", out.to_str().unwrap(), "--lang", "de"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(str::from_utf8(&output.stderr).unwrap().starts_with("Nicht ausgeliefert"));
    assert!(!out.exists());
    let model = write(folder.path(), "anzeige.dienstweg.ron", &procedure());
    answer(&["export", &model, "--to", "bundle", "--out", "/no/such/folder/x.bundle.ron"], 2);
}

#[test]
fn what_cannot_be_done_ends_with_2() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.xml");
    fs::write(&other, "<a/>").unwrap();
    for arguments in [
        &["check"][..],
        &["check", "/no/such/file"],
        &["check", folder.path().to_str().unwrap()],
        &["check", other.to_str().unwrap()],
        &["verify", "/no/such/file"],
        &["--no-such-option"],
        &["eval"],
        &["export", "x", "--to", "pdf", "--out", "y"],
        &["export", "x", "--to", "bundle", "--out", "y", "--valid-from", "01.01.2027"],
        &["export", "x", "--to", "bundle", "--out", "y", "--release-version", "2"],
    ] {
        answer(arguments, 2);
    }
}

#[test]
fn help_speaks_the_language_of_the_user() {
    assert!(answer(&["--help", "--lang", "de"], 0).contains("Aufruf: dienstweg"));
    assert!(answer(&["--lang=en", "verify", "--help"], 0).contains("Usage: dienstweg verify BUNDLE"));
    let output = Command::new(env!("CARGO_BIN_EXE_dienstweg")).args(["check", "--help"]).env("LC_ALL", "de_DE.UTF-8").output().unwrap();
    assert!(str::from_utf8(&output.stdout).unwrap().contains("Ein Verfahren prüfen"));
    assert_eq!(answer(&["--version"], 0), format!("dienstweg {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn samples_are_copied_out_and_good() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("samples");
    let listed = answer_json(&["samples", "--json"], 0);
    answer(&["samples", "--out", out.to_str().unwrap()], 0);
    let mut names: Vec<String> = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let rows = listed["samples"].as_array().unwrap();
    let mut files: Vec<&str> = rows.iter().map(|row| row["file"].as_str().unwrap()).collect();
    files.sort_unstable();
    assert_eq!(names, files);
    for name in names {
        let path = out.join(name);
        answer(&["check", path.to_str().unwrap()], 0);
        answer(&["simulate", path.to_str().unwrap()], 0);
    }
}

#[test]
fn every_sample_model_comes_with_the_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-models");
    let files = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> = files.filter(|name| name.ends_with(".dienstweg.ron")).collect();
    files.sort();
    let mut samples: Vec<&str> = dienstweg::catalog::samples().iter().map(|sample| sample.file).collect();
    samples.sort_unstable();
    assert_eq!(files, samples);
    for sample in dienstweg::catalog::samples() {
        let document = read_model(sample.text.as_bytes()).unwrap().document;
        assert!(write_model(&document).unwrap() == sample.text, "{} is not as the program writes it", sample.file);
        assert!(document.test_cases.len() >= 4, "{} has too few test cases", sample.file);
    }
}

#[test]
fn without_a_display_the_window_names_the_commands() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dienstweg"));
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    if cfg!(target_os = "linux") {
        assert_eq!(output.status.code(), Some(2));
        assert!(str::from_utf8(&output.stderr).unwrap().contains("dienstweg check"));
    }
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_old_bundle_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = folder.path().join("a.bundle.ron");
    fs::write(&bundle, "old").unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-models/hundesteuer.dienstweg.ron");
    let mut shell = Command::new("sh");
    // No file can become longer than a block: writing fails halfway, as on a full disk.
    shell.args(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_dienstweg"), "export"]);
    let output = shell.arg(sample).args(["--to", "bundle", "--out"]).arg(&bundle).env("LANG", "de_DE.UTF-8").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let fault = str::from_utf8(&output.stderr).unwrap();
    assert!(fault.contains("voll"), "{fault}");
    assert_eq!(fs::read_to_string(&bundle).unwrap(), "old");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no draft is left");
}
