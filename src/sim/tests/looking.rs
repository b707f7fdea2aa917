//! Looking at a case: held before nodes, back and forth, other ways, doubles of services, who wrote what.

use super::Play;
use crate::expr::Value;
use crate::model::TestCaseId;
use crate::sim::{Answerer, Double, Doubles, Happening, Step, Stops, Timeline, Why, answered, by_itself, ledger, record, run_case};
use std::collections::BTreeSet;
use std::sync::Arc;

const CHOICE: &str = "
    start s
    user a
    script b v.n = 1
    xor x
    script c v.n = v.n + 10
    script d v.n = v.n + 100
    end e
    s > a > b > x
    x > c [v.t = \"c\"]
    x > d default
    c > e
    d > e
";

fn stepped(play: &mut Play, steps: &[&str]) -> String {
    let mut texts = Vec::new();
    for step in steps {
        let happened = play.step(step).unwrap_or_else(|refusal| panic!("{step}: {refusal:?}"));
        texts.push(play.text(&happened));
    }
    texts.join(" | ")
}

#[test]
fn single_steps_stop_before_every_node_but_those_that_wait_anyway() {
    let mut play = Play::new(CHOICE);
    play.run.stop_at(Arc::new(Stops::Everywhere));
    assert_eq!(
        stepped(&mut play, &["start s", "do a v.t = \"c\"", "go b", "go x", "go c", "go e"]),
        "s a | v.t=\"c\" | b v.n=1 | x | c v.n=11 | e ."
    );
    assert!(play.run.state().has_ended());
}

#[test]
fn break_points_hold_there_only_and_nothing_else_is_lost() {
    let mut play = Play::new(CHOICE);
    let x = play.node("x");
    play.run.stop_at(Arc::new(Stops::At(BTreeSet::from([x]))));
    assert_eq!(stepped(&mut play, &["start s", "do a"]), "s a | b v.n=1");
    assert_eq!(play.offers(), "x");
    assert!(play.step("go b").is_err(), "nothing is held there");
    assert_eq!(stepped(&mut play, &["choose x x-c", "go x"]), " | x c v.n=11 e .");
    let by_hand = play.run.trace().iter().any(|event| matches!(event.what, Happening::FlowTaken { why: Why::ByHand, .. }));
    assert!(by_hand, "the trace says that it was chosen by hand");
}

#[test]
fn what_was_chosen_at_a_held_gateway_is_chosen_in_the_test_case_too() {
    let mut play = Play::new(CHOICE);
    play.run.stop_at(Arc::new(Stops::Everywhere));
    stepped(&mut play, &["start s", "do a", "go b", "choose x x-c", "go x", "go c", "go e"]);
    let case = record(&play.run, TestCaseId(1), "Fall");
    assert_eq!(case.steps.len(), 3);
    let result = run_case(&play.document, &case);
    assert!(result.passed(), "{:?}", result.first_difference);
    assert_eq!(result.run.unwrap().state().data(), play.run.state().data());
}

#[test]
fn a_held_token_keeps_a_join_from_being_given_up() {
    let mut play = Play::new("start s\nand p\nscript a v.n = 1\nscript b v.m = 1\nand j\nend e\ns > p > a > j\np > b > j\nj > e");
    let a = play.node("a");
    play.run.stop_at(Arc::new(Stops::At(BTreeSet::from([a]))));
    assert_eq!(stepped(&mut play, &["start s"]), "s p b v.m=1");
    assert_eq!(stepped(&mut play, &["go a"]), "a v.n=1 j e .");
}

#[test]
fn steps_are_gone_through_back_and_forth_until_something_else_is_done() {
    let mut play = Play::new(CHOICE);
    stepped(&mut play, &["start s", "do a v.t = \"c\""]);
    let ended = play.run.state().clone();
    let mut timeline = Timeline::new(play.run.clone());
    timeline.go_to(0);
    assert_eq!((timeline.position(), timeline.len()), (0, 2));
    assert!(timeline.run().trace().is_empty());
    assert!(matches!(timeline.step(1).unwrap().0.step, Step::Complete { .. }), "what was taken back is still told");
    assert_eq!(play.text(timeline.step(0).unwrap().1), "s a");
    timeline.go_to(usize::MAX);
    assert_eq!(*timeline.run().state(), ended);
    assert_eq!(timeline.run().trace(), play.run.trace());
    timeline.go_to(1);
    timeline.fire(Step::Complete { at: play.node("a").into(), entries: Vec::new() }).unwrap();
    assert_eq!(timeline.len(), 2);
    assert_ne!(*timeline.run().state(), ended);
}

#[test]
fn another_way_is_tried_from_the_step_that_decided() {
    let mut play = Play::new(CHOICE);
    stepped(&mut play, &["start s", "do a v.t = \"c\""]);
    let mut timeline = Timeline::new(play.run.clone());
    let other = play.document.flows.values().find(|flow| flow.key == "x-d").unwrap().id;
    timeline.decide_otherwise(1, play.node("x"), other).unwrap();
    assert_eq!(timeline.position(), 3);
    assert_eq!(play.text(timeline.run().trace_of(2)), "v.t=\"c\" b v.n=1 x d v.n=101 e .");
    let foreign = play.document.flows.values().find(|flow| flow.key == "c-e").unwrap().id;
    let before = timeline.run().state().clone();
    assert!(timeline.decide_otherwise(2, play.node("x"), foreign).is_err());
    assert_eq!(*timeline.run().state(), before, "what cannot be done changes nothing");
}

/// What goes on by itself until somebody is needed, with these doubles.
fn alone(doubles: &Doubles) -> (String, bool) {
    let text = "start s\n service p zahlung v.n = 5\n on p err error:Karte\n on p t timer:P1D\n end e\n end f\n end g
        s > p > e\n err > f\n t > g";
    let mut play = Play::new(text);
    while let Some(step) = by_itself(&play.run, doubles) {
        play.run.fire(step).unwrap();
    }
    (play.text(play.run.trace()), play.run.state().has_ended())
}

#[test]
fn doubles_answer_fail_and_stay_silent() {
    let with = |double: Double| Doubles::from([(Answerer::Service("zahlung".to_owned()), double)]);
    let good = ("s p v.n=5 e .".to_owned(), true);
    assert_eq!(alone(&Doubles::new()), good, "who would be asked answers as usual");
    assert_eq!(alone(&with(Double::Answers)), good);
    assert_eq!(alone(&with(Double::Fails("Karte".to_owned()))), ("s p p^Karte err:Karte !p err f .".to_owned(), true));
    assert_eq!(alone(&with(Double::Silent)), ("s p (03.09:00) !p t g .".to_owned(), true));
}

#[test]
fn each_script_has_a_double_of_its_own() {
    let mut play = Play::new("start s\n service p skript v.n = 5\n service q skript v.n = 6\n end e\n s > p > q > e");
    play.step("start s").unwrap();
    let doubles = Doubles::from([(Answerer::Script(play.node("p")), Double::Answers)]);
    let step = answered(&play.run, &doubles).unwrap();
    play.run.fire(step).unwrap();
    assert_eq!(answered(&play.run, &doubles), None, "the other script is still asked for");
    let doubles = Doubles::from([(Answerer::Script(play.node("q")), Double::Silent)]);
    assert_eq!(by_itself(&play.run, &doubles), None);
    assert!(by_itself(&play.run, &Doubles::from([(Answerer::Script(play.node("p")), Double::Silent)])).is_some());
}

#[test]
fn a_double_that_asks_or_is_silent_gives_no_answer() {
    let mut play = Play::new("start s\n service p zahlung\n end e\n s > p > e");
    play.step("start s").unwrap();
    let with = |double: Double| answered(&play.run, &Doubles::from([(Answerer::Service("zahlung".to_owned()), double)]));
    assert_eq!((with(Double::Ask), with(Double::Silent)), (None, None));
    assert!(matches!(with(Double::Answers), Some(Step::Answer { entries: None, .. })));
    let silent = Doubles::from([(Answerer::Service("zahlung".to_owned()), Double::Silent)]);
    assert_eq!(by_itself(&play.run, &silent), None, "no timer would ever come");
}

#[test]
fn nothing_goes_on_by_itself_where_a_person_has_to_act() {
    let mut play = Play::new("start s\n user a\n on a t timer:P1D\n end e\n end f\n s > a > e\n t > f");
    play.step("start s").unwrap();
    assert_eq!(by_itself(&play.run, &Doubles::new()), None);
}

#[test]
fn values_are_told_with_who_wrote_them() {
    let mut play = Play::new(CHOICE);
    stepped(&mut play, &["start s", "do a v.t = \"c\""]);
    let book = ledger(&play.run);
    let n: Vec<_> = book["v.n"].iter().map(|writing| (writing.value.clone(), writing.by, writing.place)).collect();
    let number = |number: i64| Value::Number(number.into());
    assert_eq!(n, [(number(1), play.node("b"), 1), (number(11), play.node("c"), 1)]);
    assert_eq!(book["v.t"].len(), 1);
}
