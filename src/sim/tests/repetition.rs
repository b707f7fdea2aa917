//! Loops and multi-instance (BPMN 2.0, 10.3.8).

use super::{Play, play};
use crate::sim::{StepRefusal, StuckReason};

#[test]
fn a_loop_goes_on_while_its_condition_holds() {
    let text = "start s\n script z v.n = 0\n script a v.n = v.n + 1\n end e\n s > z > a > e\n repeat a loop v.n < 3";
    play(text, &[("start s", "s z v.n=0 a a#1 v.n=1 a#2 v.n=2 a#3 v.n=3 e .")]);
    let most = "start s\n script z v.n = 0\n script a v.n = v.n + 1\n end e\n s > z > a > e\n repeat a loop true max 2";
    play(most, &[("start s", "s z v.n=0 a a#1 v.n=1 a#2 v.n=2 e .")]);
    let before = "start s\n script a v.n = 1\n end e\n s > a > e\n repeat a loop false before";
    play(before, &[("start s", "s a e .")]);
    let counted = "start s\n script a v.n = loopCounter\n end e\n s > a > e\n repeat a loop loopCounter < 2";
    play(counted, &[("start s", "s a a#1 v.n=1 a#2 v.n=2 e .")]);
}

#[test]
fn several_at_once_and_one_after_the_other() {
    let at_once = "start s\n user a\n end e\n s > a > e\n repeat a each 3 as i";
    play(at_once, &[("start s", "s a a#1 a#2 a#3"), ("do a#2", ""), ("do a", ""), ("do a", "e .")]);
    let one_by_one = "start s\n user a\n end e\n s > a > e\n repeat a each 2 as i sequential";
    play(one_by_one, &[("start s", "s a a#1"), ("do a", "a#2"), ("do a", "e .")]);
    let none = "start s\n user a\n end e\n s > a > e\n repeat a each v.liste as p";
    play(none, &[("start s", "s a e .")]);
}

const LIST: &str = "
    start s
    user f
    user a
    end e
    s > f > a > e
    repeat a each v.liste as p
    letter a Für {{p.name}}: {{p.preis}}
";

#[test]
fn each_run_reads_and_writes_its_own_entry_of_the_list() {
    let fill = "do f v.liste = [{name: \"Rex\", preis: 1}, {name: \"Bello\", preis: 2}]";
    let mut play = Play::new(LIST);
    play.step("start s").unwrap();
    play.step(fill).unwrap();
    let happened = play.step("do a#2 p.preis = p.preis * 100").unwrap();
    assert_eq!(play.text(&happened), "v.liste[2].preis=200 [Für Bello: 200,00\u{a0}€]");
    let happened = play.step("do a p.name = upper case(p.name)").unwrap();
    assert_eq!(play.text(&happened), "v.liste[1].name=\"REX\" [Für REX: 1,00\u{a0}€] e .");
    assert!(matches!(play.run.fire(crate::sim::Step::Wait { duration: "morgen".to_owned() }), Err(StepRefusal::Duration(_))));
}

#[test]
fn completion_ends_the_rest() {
    let text = "start s\n user a\n end e\n s > a > e\n repeat a each 3 as i until numberOfCompletedInstances >= 2";
    play(text, &[("start s", "s a a#1 a#2 a#3"), ("do a", ""), ("do a", "!a e .")]);
    let sequential = "start s\n user a\n end e\n s > a > e\n repeat a each 3 as i sequential until v.j";
    play(sequential, &[("start s", "s a a#1"), ("do a", "a#2"), ("do a v.j = true", "v.j=true e .")]);
}

#[test]
fn a_repeated_sub_process_has_its_own_scope_each_time() {
    let text =
        "start s\n sub p {\n start t\n user a\n end f terminate\n t > a > f\n }\n end e\n s > p > e\n repeat p each [10, 20] as betrag";
    play(text, &[("start s", "s p p#1 p#2 t t a a"), ("do a#2 v.n = betrag", "v.n=20 f"), ("do a v.n = betrag", "v.n=10 f e .")]);
}

#[test]
fn an_event_at_the_edge_stops_all_runs() {
    let text = "start s\n user a\n on a t timer:P1D\n end e\n end f\n s > a > e\n t > f\n repeat a each 2 as i";
    play(text, &[("start s", "s a a#1 a#2"), ("do a", ""), ("deadline", "(03.09:00) !a !a t f .")]);
    let error = "start s\n service a x\n on a t error:E\n end e\n end f\n s > a > e\n t > f\n repeat a each 2 as i";
    play(error, &[("start s", "s a a#1 a#2"), ("fail a E", "a^E t:E !a !a !a t f .")]);
}

#[test]
fn what_is_no_list_stops_the_step() {
    let text = "start s\n user a\n end e\n s > a > e\n repeat a each v.t as i";
    assert!(matches!(play(text, &[("start s", "s a a?")]).stuck(), StuckReason::NotAList { .. }));
    let many = "start s\n user a\n end e\n s > a > e\n repeat a each 10001 as i";
    assert_eq!(play(many, &[("start s", "s a a?")]).stuck(), StuckReason::TooManyRuns(10_001));
}
