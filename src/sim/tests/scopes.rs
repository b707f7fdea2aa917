//! Sub-processes, event sub-processes, called processes.

use super::play;
use crate::sim::StuckReason;

#[test]
fn a_sub_process_ends_when_nothing_runs_in_it() {
    let text = "start s\n sub p {\n start s1\n and x\n user a\n user b\n s1 > x > a\n x > b\n }\n end e\n s > p > e";
    play(text, &[("start s", "s p s1 x a b"), ("do a", ""), ("do b", "e .")]);
}

#[test]
fn steps_that_nothing_leads_to_begin_at_once() {
    let text = "start s\n sub p {\n user a\n user b\n }\n end e\n s > p > e";
    play(text, &[("start s", "s p a b"), ("do a", ""), ("do b", "e .")]);
    play("user a\n user b\n end e\n a > e\n b > e", &[("start a", "a b"), ("do b", "e"), ("do a", "e .")]);
}

#[test]
fn an_interrupting_event_sub_process_takes_over() {
    let text = "start s\n sub p {\n start s1\n user a\n end e1\n s1 > a > e1\n events q {\n start m message:Rückzug\n user b\n end e2\n m > b > e2\n }\n }
        end e\n s > p > e";
    play(text, &[("start s", "s p s1 a"), ("trigger m", "!a m b"), ("do b", "e2 e .")]);
    play(text, &[("start s", "s p s1 a"), ("do a", "e1 e .")]);
}

#[test]
fn an_event_sub_process_beside_holds_its_scope_open() {
    let text = "start s\n user a\n end e\n s > a > e\n events q {\n start m message:Frage beside\n user b\n end f\n m > b > f\n }";
    play(text, &[("start s", "s a"), ("trigger m", "m b"), ("trigger m", "m b"), ("do a", "e"), ("do b#2", "f"), ("do b", "f .")]);
}

#[test]
fn an_event_sub_process_catches_errors_and_timers_of_its_scope() {
    let text = "start s\n sub p {\n start s1\n user a\n end x error:E\n s1 > a > x\n events q {\n start c error:E\n user b\n end f\n c > b > f\n }\n }
        on p outer error:E\n end e\n end g\n s > p > e\n outer > g";
    play(text, &[("start s", "s p s1 a"), ("do a", "x x^E c:E c b"), ("do b", "f e .")]);
    let text = "start s\n user a\n end e\n s > a > e\n events q {\n start t timer:P3D\n end f\n t > f\n }";
    play(text, &[("start s", "s a"), ("wait P4D", "(05.09:00) !a t f . (06.09:00)")]);
}

#[test]
fn an_error_thrown_in_its_handler_goes_further_out() {
    let text = "start s\n sub p {\n start s1\n end x error:E\n s1 > x\n events q {\n start c error:E\n end y error:E\n c > y\n }\n }
        on p outer error:E\n end e\n end g\n s > p > e\n outer > g";
    play(text, &[("start s", "s p s1 x x^E c:E c y y^E outer:E !p outer g .")]);
}

#[test]
fn a_called_process_works_on_the_same_data() {
    let text = "start s\n call c pruefung\n end e\n s > c > e\n process pruefung {\n start t\n user a\n script b v.m = v.n * 2\n end f\n t > a > b > f\n }";
    play(text, &[("start s", "s c t a"), ("do a v.n = 4", "v.n=4 b v.m=8 f e .")]);
}

#[test]
fn calls_in_a_circle_stop_at_the_limit() {
    let text = "start s\n call c pruefung\n end e\n s > c > e\n process pruefung {\n start t\n call d pruefung\n t > d\n }";
    let play = play(text, &[("start s", &format!("s c{} d?", " t d".repeat(64)))]);
    assert_eq!(play.stuck(), StuckReason::CallsTooDeep);
}

#[test]
fn a_call_of_nothing_or_of_what_begins_with_a_message_stops() {
    let nothing = play("start s\n call c gibtesnicht\n end e\n s > c > e", &[("start s", "s c c?")]);
    assert_eq!(nothing.stuck(), StuckReason::CallsNothing);
    let text = "start s\n call c p\n end e\n s > c > e\n process p {\n start t message:M\n end f\n t > f\n }";
    assert_eq!(play(text, &[("start s", "s c c?")]).stuck(), StuckReason::NoBeginning);
}

#[test]
fn an_event_at_the_edge_of_a_call_stops_all_inside() {
    let text = "start s\n call c p\n on c t timer:P1D\n end e\n end g\n s > c > e\n t > g
        process p {\n start u\n sub q {\n user a\n }\n end f\n u > q > f\n }";
    play(text, &[("start s", "s c u q a"), ("deadline", "(03.09:00) !q !a !c t g .")]);
}

#[test]
fn a_sub_process_in_which_nothing_is_drawn_is_a_step() {
    let text = "start s\n sub p {\n }\n on p t timer:P1D\n end e\n end f\n s > p > e\n t > f";
    play(text, &[("start s", "s p"), ("do p", "e .")]);
    play(text, &[("start s", "s p"), ("deadline", "(03.09:00) !p t f .")]);
}
