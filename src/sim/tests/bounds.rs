//! Long and endless flows.

use super::{Play, document, play};
use crate::model::{Document, NodeId};
use crate::sim::{CompileFault, Ending, MOST_MOVES, Program, StuckReason, play_alone};
use jiff::civil::date;
use std::sync::Arc;

#[test]
fn an_endless_loop_stops_and_names_its_nodes() {
    let text = "start s\n xor x\n script a v.n = 1\n script b v.n = 2\n end e\n s > x > a > b > x";
    let mut play = Play::new(text);
    play.step("start s").unwrap();
    let StuckReason::RunsInCircle(mut nodes) = play.stuck() else { panic!() };
    nodes.sort();
    assert_eq!(nodes, ["x", "a", "b"].map(|key| play.node(key)));
    assert!(play.run.trace().len() > MOST_MOVES);
}

#[test]
fn ten_thousand_turns_are_no_trouble() {
    let text = "start s\n script z v.n = 0\n script a v.n = v.n + 1\n xor x\n end e\n s > z > a > x\n x > a [v.n < 10000]\n x > e default";
    let mut play = Play::new(text);
    play.step("start s").unwrap();
    assert!(play.run.state().has_ended());
    assert_eq!(play.run.scene(None).look_up("v.n"), Some(10_000.into()));
}

#[test]
fn ten_thousand_turns_through_ten_nodes_are_no_endless_loop() {
    let passes: Vec<String> = (0..8).map(|number| format!("service p{number}\n")).collect();
    let way: Vec<String> = (0..8).map(|number| format!("p{number}")).collect();
    let text = format!(
        "start s\n script z v.n = 0\n script a v.n = v.n + 1\n {}xor x\n end e\n s > z > a > {} > x\n x > a [v.n < 10000]\n x > e default",
        passes.concat(),
        way.join(" > ")
    );
    let mut play = Play::new(&text);
    play.step("start s").unwrap();
    assert!(play.run.state().has_ended());
}

#[test]
fn five_thousand_tasks_in_a_row_are_played_alone_to_their_end() {
    let nodes: Vec<String> = (0..5_000).map(|number| format!("user a{number}\n")).collect();
    let chain: Vec<String> = (0..5_000).map(|number| format!("a{number}")).collect();
    let document = document(&format!("start s\n{}end e\n s > {} > e", nodes.concat(), chain.join(" > ")));
    let program = Arc::new(Program::compile(&document, document.main_process).unwrap());
    let (run, ending) = play_alone(program, date(2026, 3, 2).at(9, 0, 0, 0), Vec::new()).unwrap();
    assert_eq!((run.history().len(), ending), (5_001, Ending::Ended));
}

#[test]
fn tokens_that_pile_up_hold_nobody_up_who_plays_alone() {
    let document = document("start s\nxor x\nand split\nuser a\nend e\n s > x > split > a > e\n split > x");
    let program = Arc::new(Program::compile(&document, document.main_process).unwrap());
    let (run, ending) = play_alone(program, date(2026, 3, 2).at(9, 0, 0, 0), Vec::new()).unwrap();
    assert!(run.history().len() < 1_000, "{}", run.history().len());
    assert_eq!(ending, Ending::Endless);
}

#[test]
fn a_chain_of_a_thousand_steps_runs_through() {
    let nodes: Vec<String> = (0..1000).map(|number| format!("script a{number} v.n = {number}\n")).collect();
    let nodes = nodes.concat();
    let chain: Vec<String> = (0..1000).map(|number| format!("a{number}")).collect();
    let mut play = Play::new(&format!("start s\n{nodes}end e\n s > {} > e", chain.join(" > ")));
    play.step("start s").unwrap();
    assert!(play.run.state().has_ended());
}

#[test]
fn sub_processes_nest_without_recursion() {
    let depth = 300;
    let open: Vec<String> = (0..depth).map(|number| format!("sub p{number} {{\n")).collect();
    let open = open.concat();
    let mut play = Play::new(&format!("{open}user a\n{}", "}\n".repeat(depth)));
    play.step("start p0").unwrap();
    play.step("do a").unwrap();
    assert!(play.run.state().has_ended());
}

#[test]
fn signals_that_answer_each_other_end() {
    let text = "start s\n throw t signal:A\n end e\n s > t > e\n events q {\n start a signal:A beside\n throw b signal:A\n a > b\n }";
    let mut play = Play::new(text);
    play.step("start s").unwrap();
    assert!(matches!(play.stuck(), StuckReason::RunsInCircle(_)));
}

#[test]
fn what_cannot_be_played_is_said() {
    let document = Document::empty("leer", "Leer");
    let fault = Program::compile(&document, document.main_process).unwrap_err();
    assert_eq!(fault, CompileFault::NoBeginning(document.main_process));
    assert!(matches!(Program::compile(&document, crate::model::ProcessId(99)), Err(CompileFault::NoProcess(_))));
    let play = Play::new("start s");
    assert!(play.run.clone().fire(crate::sim::Step::Start { node: NodeId(9999), entries: Vec::new() }).is_err());
}

#[test]
fn an_unreadable_condition_stops_only_who_meets_it() {
    let text = "start s\n user a\n xor x\n end b\n end c\n s > a > x\n x > b [v.n >]\n x > c default";
    assert!(matches!(play(text, &[("start s", "s a"), ("do a", "x x?")]).stuck(), StuckReason::Expression(_)));
    let unknown = "start s\n xor x\n end b\n end c\n s > x\n x > b [v.betrag > 1]\n x > c default";
    let StuckReason::Expression(broken) = play(unknown, &[("start s", "s x x?")]).stuck() else { panic!() };
    assert!(matches!(broken.fault, crate::sim::ExpressionFault::UnknownName { ref name, .. } if name.as_ref() == "betrag"));
    drop(document("start s"));
}
