//! Playing through: long procedures in a line, and the test cases of a real one.

use super::sketch;
use super::stopwatch::Bench;
use dienstweg::bundle::read_model;
use dienstweg::model::{Assignment, Document, Event, NodeId, NodeKind};
use dienstweg::sim::{Offer, Program, Run, Step, run_case};
use jiff::civil::{DateTime, date};
use std::sync::Arc;

const MATERNITY: &str = include_str!("../../sample-models/mutterschutz.dienstweg.ron");

/// Scripts, tasks, test cases.
pub fn rows(bench: &mut Bench) {
    for size in [100, 1_000] {
        bench.row("play_scripts", size, || {
            let count_up = Assignment { target: "antrag.n".to_owned(), value: "if antrag.n = null then 1 else antrag.n + 1".to_owned() };
            let (program, start) = line(size, &NodeKind::ScriptTask(vec![count_up]));
            move || play(&program, start)
        });
        bench.row("play_tasks", size, || {
            let (program, start) = line(size, &NodeKind::UserTask);
            move || play(&program, start)
        });
    }
    let document = read_model(MATERNITY.as_bytes()).unwrap().document;
    bench.row("test_cases", document.test_cases.len(), || {
        move || assert!(document.test_cases.values().all(|case| run_case(&document, case).passed()))
    });
}

/// A start, so many nodes of a kind, an end.
fn line(size: usize, kind: &NodeKind) -> (Arc<Program>, NodeId) {
    let mut document = Document::empty("linie", "Linie");
    sketch::object(&mut document, "antrag", std::iter::once("n".to_owned()));
    let start = NodeKind::StartEvent { trigger: Event::None, is_interrupting: true };
    let kinds = std::iter::once(start).chain(std::iter::repeat_n(kind.clone(), size)).chain([NodeKind::EndEvent(Event::None)]);
    let nodes: Vec<NodeId> = kinds.map(|kind| sketch::node(&mut document, kind, "Schritt".to_owned())).collect();
    for pair in nodes.windows(2) {
        sketch::flow(&mut document, pair[0], pair[1], String::new());
    }
    (Arc::new(Program::compile(&document, document.main_process).unwrap()), nodes[0])
}

/// A case from its start to its end; somebody finishes each task that is offered.
fn play(program: &Arc<Program>, start: NodeId) -> Run {
    let begins_at: DateTime = date(2026, 11, 21).at(9, 0, 0, 0);
    let mut run = Run::start(Arc::clone(program), begins_at);
    run.fire(Step::Start { node: start, entries: Vec::new() }).unwrap();
    while let [Offer::Task { at, .. }] = run.enabled()[..] {
        run.fire(Step::Complete { at, entries: Vec::new() }).unwrap();
    }
    assert!(run.state().has_ended());
    run
}
