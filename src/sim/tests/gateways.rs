//! Parallel, inclusive and event-based gateways, implicit splits (BPMN 2.0, 13.4).

use super::{Play, play};
use crate::sim::{Happening, StuckReason, Why};

#[test]
fn parallel_split_and_join() {
    let text = "start s\n and p\n user a\n user b\n and q\n end e\n s > p > a > q > e\n p > b > q";
    play(text, &[("start s", "s p a b"), ("do b", ""), ("do a", "q e .")]);
}

#[test]
fn a_parallel_join_takes_one_token_from_each_flow() {
    // Two tokens arrive from a before one arrives from b.
    let text = "start s\n and p\n user a\n user b\n user c\n xor x\n and q\n end e\n s > p > a > x > q > e\n p > c > x\n p > b > q";
    let mut play = play(text, &[("start s", "s p a c b"), ("do a", "x"), ("do c", "x"), ("do b", "q e q?")]);
    assert!(!play.run.state().has_ended());
    assert_eq!(play.stuck(), StuckReason::WaitsForever);
    play.run.back();
    assert_eq!(play.offers(), "b");
}

#[test]
fn a_task_with_two_incoming_flows_is_done_twice() {
    let text = "start s\n and p\n user a\n user b\n script c v.n = (if v.n = null then 0 else v.n) + 1\n end e
        s > p > a > c > e\n p > b > c";
    play(text, &[("start s", "s p a b"), ("do a", "c v.n=1 e"), ("do b", "c v.n=2 e .")]);
}

#[test]
fn conditions_after_a_step_split_it() {
    let text = "start s\n user a\n user b\n user c\n user d\n end e
        s > a\n a > b [v.n > 1]\n a > c [v.n > 2]\n a > d default\n b > e\n c > e\n d > e";
    play(text, &[("start s", "s a"), ("do a v.n = 3", "v.n=3 b c")]);
    play(text, &[("start s", "s a"), ("do a v.n = 2", "v.n=2 b")]);
    play(text, &[("start s", "s a"), ("do a v.n = 0", "v.n=0 d")]);
}

#[test]
fn unconditional_flows_after_a_step_are_always_taken() {
    let text = "start s\n user a\n user b\n user c\n user d\n s > a > b\n a > c [v.n > 2]\n a > d default";
    play(text, &[("start s", "s a"), ("do a v.n = 3", "v.n=3 b c")]);
    play(text, &[("start s", "s a"), ("do a v.n = 0", "v.n=0 b d")]);
}

const INCLUSIVE: &str = "
    start s
    user f
    or x
    user a
    user b
    user c
    or j
    end e
    s > f > x
    x > a [v.n > 0]
    x > b [v.n > 1]
    x > c default
    a > j > e
    b > j
    c > j
";

#[test]
fn an_inclusive_join_waits_for_what_was_split_and_no_more() {
    play(INCLUSIVE, &[("start s", "s f"), ("do f v.n = 2", "v.n=2 x a b"), ("do b", ""), ("do a", "j e .")]);
    play(INCLUSIVE, &[("start s", "s f"), ("do f v.n = 1", "v.n=1 x a"), ("do a", "j e .")]);
    play(INCLUSIVE, &[("start s", "s f"), ("do f v.n = 0", "v.n=0 x c"), ("do c", "j e .")]);
}

#[test]
fn an_inclusive_join_does_not_wait_for_a_token_that_has_turned_away() {
    // b's way leads to the join or to an end of its own.
    let text = "start s\n and p\n user a\n user b\n xor x\n end f\n or j\n end e
        s > p > a > j > e\n p > b > x\n x > j [v.j]\n x > f default";
    play(text, &[("start s", "s p a b"), ("do a", ""), ("do b v.j = false", "v.j=false x f j e .")]);
    play(text, &[("start s", "s p a b"), ("do a", ""), ("do b v.j = true", "v.j=true x j e .")]);
}

#[test]
fn an_inclusive_join_does_not_wait_for_what_only_comes_round_through_itself() {
    // From after the join a loop leads back to a flow that has a token already: by the standard's rule nothing is awaited.
    let text = "start s\n or j\n user a\n xor x\n end e\n s > j > a > x\n x > j [v.j]\n x > e default";
    play(text, &[("start s", "s j a"), ("do a v.j = true", "v.j=true x j a"), ("do a v.j = false", "v.j=false x e .")]);
}

#[test]
fn an_inclusive_join_waits_for_events_at_the_edge_of_a_running_step() {
    let text = "start s\n and p\n user a\n user b\n on b z error:E\n end f\n or j\n end e\n s > p > a > j > e\n p > b > f\n z > j";
    play(text, &[("start s", "s p a b"), ("do a", ""), ("do b", "f j e .")]);
    play(text, &[("start s", "s p a b"), ("do a", ""), ("trigger z", "!b z j e .")]);
}

#[test]
fn two_inclusive_joins_that_wait_for_each_other_are_named() {
    let text = "start s\n and p\n or j\n or k\n end e\n s > p > j > k > e\n p > k > j";
    let play = play(text, &[("start s", "s p j? k?")]);
    assert_eq!(play.stuck(), StuckReason::WaitsForever);
}

#[test]
fn the_first_event_wins_the_race() {
    let text = "start s\n race r\n catch m message:Antwort\n catch t timer:P7D\n user a\n user b\n s > r > m > a\n r > t > b";
    play(text, &[("start s", "s r"), ("trigger m v.n = 1", "v.n=1 m a"), ("wait P8D", "(10.09:00)")]);
    play(text, &[("start s", "s r"), ("wait P8D", "(09.09:00) t b (10.09:00)")]);
    let mut play = Play::new(text);
    play.step("start s").unwrap();
    assert_eq!(play.offers(), "m t");
    play.step("trigger m").unwrap();
    assert_eq!(play.offers(), "a");
}

#[test]
fn a_receive_task_can_take_part_in_the_race() {
    let text = "start s\n race r\n receive m Antwort\n catch t timer:P7D\n end a\n end b\n s > r > m > a\n r > t > b";
    play(text, &[("start s", "s r"), ("trigger m", "m a .")]);
}

#[test]
fn the_reason_of_a_choice_is_told_with_its_values() {
    let text = "start s\n user a\n xor x\n end b\n end c\n s > a > x\n x > b [v.n > 100 and v.t = \"eilig\"]\n x > c default";
    let mut play = Play::new(text);
    play.step("start s").unwrap();
    let happened = play.step("do a v.n = 120.5; v.t = \"eilig\"").unwrap();
    let why = happened.iter().rev().find_map(|event| match &event.what {
        Happening::FlowTaken { why, .. } => Some(why.clone()),
        _ => None,
    });
    let Some(Why::Condition { text, used }) = why else { panic!("{why:?}") };
    let used: Vec<String> = used.iter().map(|(path, value)| format!("{path} = {value}")).collect();
    assert_eq!((&*text, used.join(", ").as_str()), ("v.n > 100 and v.t = \"eilig\"", "v.n = 120.5, v.t = \"eilig\""));
}

#[test]
fn no_way_out_names_what_was_looked_at() {
    let text = "start s\n user a\n xor x\n end b\n end c\n s > a > x\n x > b [v.n > 100]\n x > c [v.n < 10]";
    let play = play(text, &[("start s", "s a"), ("do a v.n = 50", "v.n=50 x x?")]);
    let StuckReason::NoWayOut { used } = play.stuck() else { panic!() };
    assert_eq!(used.len(), 1);
}
