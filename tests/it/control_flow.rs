//! The public control-flow models of the betsy suite, run by the studio's engine and compared with the traces that they must give.
//!
//! What is out of scope, and why, stands in `tests/data/control-flow/SCOPE.md`; the list here and the table there are the same.

use dienstweg::exchange::{Imported, bpmn};
use dienstweg::expr;
use dienstweg::model::{Assignment, Document, NodeId};
use dienstweg::sim::{Happening, Program, Run, StuckReason, play_alone};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Models that the studio's model has no words for, or whose expectation is not that of the standard.
const OUT_OF_SCOPE: [&str; 5] = [
    "AdHocSubProcess_Parallel",
    "Compensation_EndEvent_SubProcess",
    "Compensation_IntermediateEvent",
    "Compensation_TriggeredByCancel",
    "MultiInstance_NoneBehavior",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/control-flow")
}

fn models() -> Vec<Value> {
    serde_json::from_str(&fs::read_to_string(folder().join("expected.json")).unwrap()).unwrap()
}

/// The path of the first field of that name.
fn path(document: &Document, name: &str) -> Option<String> {
    let field = document.fields.values().find(|field| field.key == name)?;
    Some(format!("{}.{name}", document.objects.get(field.object).unwrap().key))
}

/// What the suite's runner would have logged, sorted.
fn trace(imported: &Imported, case: &Value) -> Vec<String> {
    let document = &imported.document;
    if imported.report.iter().any(|note| note.is_fault()) {
        return vec!["ERROR".to_owned()];
    }
    let mut entries = Vec::new();
    let inputs = [
        ("test", case["input"].as_str().map(|text| format!("\"{text}\""))),
        ("integerVariable", Some(case["integerVariable"].to_string())),
    ];
    for (name, value) in inputs {
        if let (Some(target), Some(value)) = (path(document, name), value) {
            entries.push(Assignment { target, value });
        }
    }
    let program = Arc::new(Program::compile(document, document.main_process).unwrap());
    let (run, _) = play_alone(program, jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0), entries).unwrap();
    let mut marks: Vec<String> = run.executed().into_iter().filter_map(|node| mark(document, &run, node)).collect();
    marks.extend(run.trace().iter().filter_map(|event| match &event.what {
        Happening::ErrorUncaught { .. } => Some("ERROR_thrownErrorEvent".to_owned()),
        // A gateway that waits in vain is no error to the suite.
        Happening::Stuck { reason, .. } if !matches!(reason, StuckReason::WaitsForever) => Some("ERROR_runtime".to_owned()),
        _ => None,
    }));
    marks.sort();
    marks
}

/// What the script of a step logs.
fn mark(document: &Document, run: &Run, node: NodeId) -> Option<String> {
    match document.nodes.get(node).unwrap().details.note.as_str() {
        "CREATE_MARKER_FILE" => Some("MARKER_exists".to_owned()),
        "INCREMENT_INTEGER_VARIABLE_AND_LOG" => Some("INCREMENT_correct".to_owned()),
        "LOG_DATA" => {
            let written = run.trace().iter().any(|event| {
                matches!(&event.what, Happening::ValueSet { path, new, .. } if path == "vorgang.data" && *new == expr::Value::text("String"))
            });
            written.then(|| "DATA_correct".to_owned())
        }
        script => script.starts_with("SCRIPT_").then(|| script.to_owned()),
    }
}

#[test]
fn every_model_in_scope_gives_the_expected_traces() {
    let (mut wrong, mut cases) = (Vec::new(), 0);
    let models = models();
    for model in models.iter().filter(|model| !OUT_OF_SCOPE.contains(&model["feature"].as_str().unwrap())) {
        let bytes = fs::read(folder().join(model["file"].as_str().unwrap())).unwrap();
        let imported = bpmn::read(&bytes).unwrap();
        for case in model["cases"].as_array().unwrap() {
            let mut expected: Vec<&str> = case["trace"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            expected.sort_unstable();
            let found = trace(&imported, case);
            if found != expected {
                wrong.push(format!("{} {}: expected {expected:?}, found {found:?}", model["feature"], case["input"]));
            }
            cases += 1;
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!((models.len(), cases), (69, 103), "all are read");
}

#[test]
fn the_table_of_what_is_out_of_scope_is_the_list() {
    let table = fs::read_to_string(folder().join("SCOPE.md")).unwrap();
    let named: BTreeSet<&str> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split(" |").next())
        .filter(|name| name.contains('_') && !name.contains(' '))
        .collect();
    assert_eq!(named, OUT_OF_SCOPE.into_iter().collect());
}
