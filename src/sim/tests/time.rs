//! Timers, due times, the clock.

use super::{Play, document, play};
use crate::model::{Document, Land, OfficeHours, Weekday};
use crate::sim::{Offer, Program, Run, Step, StepRefusal, desks};
use jiff::civil::date;
use std::sync::Arc;

#[test]
fn timers_happen_in_the_order_of_their_time() {
    let text = "start s\n and p\n catch a timer:P2D\n catch b timer:PT12H\n catch c timer:P1D\n end e\n s > p > a > e\n p > b > c > e";
    play(text, &[("start s", "s p a b"), ("wait P3D", "(02.21:00) c (03.21:00) e (04.09:00) e . (05.09:00)")]);
    play(text, &[("start s", "s p a b"), ("deadline", "(02.21:00) c"), ("deadline", "(03.21:00) e"), ("deadline", "(04.09:00) e .")]);
}

#[test]
fn a_date_that_has_passed_happens_at_once() {
    let text = "start s\n user u\n catch a at:v.d\n end e\n s > u > a > e";
    play(text, &[("start s", "s u"), ("do u v.d = date(\"2026-03-01\")", "v.d=@\"2026-03-01\" a e .")]);
    play(text, &[("start s", "s u"), ("do u v.d = date(\"2026-03-05\")", "v.d=@\"2026-03-05\" a"), ("deadline", "(05.00:00) e .")]);
    play(text, &[("start s", "s u"), ("do u", "a a?")]);
}

#[test]
fn a_catching_cycle_lets_one_token_go_each_time() {
    let text = "start s\n catch a every:PT1Hx3\n user b\n s > a > b";
    play(text, &[("start s", "s a"), ("wait PT5H", "(02.10:00) b (02.11:00) b (02.12:00) b (02.14:00)")]);
}

#[test]
fn an_unreadable_timer_at_an_edge_does_not_keep_the_step_from_running() {
    let text = "start s\n user a\n on a t timer:bald\n end e\n s > a > e";
    play(text, &[("start s", "s a t??"), ("do a", "e .")]);
}

#[test]
fn the_clock_is_what_expressions_see() {
    let text = "start s\n catch t timer:P1D\n script a v.d = today()\n end e\n s > t > a > e";
    play(text, &[("start s", "s t"), ("wait P1D", "(03.09:00) a v.d=@\"2026-03-03\" e .")]);
}

#[test]
fn a_condition_may_wait_for_a_day() {
    let text = "start s\n catch c if:today() >= date(\"2026-03-04\")\n end e\n s > c > e";
    play(text, &[("start s", "s c"), ("wait P1D", "(03.09:00)"), ("wait P1D", "(04.09:00) e .")]);
}

#[test]
fn due_times_stand_on_the_desk_in_working_days() {
    // 2 March 2026 is a Monday; five working days later is the next Monday.
    let text = "start s\n and p\n user a\n user b\n s > p > a\n p > b\n due a P5D working\n due b P5D";
    let mut play = play(text, &[("start s", "s p a b")]);
    let items = desks(&play.run).remove(0).items;
    let due: Vec<String> = items.iter().map(|item| item.due.unwrap().to_string()).collect();
    assert_eq!(due, ["2026-03-07T09:00:00", "2026-03-09T09:00:00"]);
    play.step("deadline").unwrap();
    play.step("wait PT1M").unwrap();
    let overdue: Vec<bool> = desks(&play.run).remove(0).items.iter().map(|item| item.is_overdue).collect();
    assert_eq!(overdue, [true, false]);
}

#[test]
fn due_times_keep_the_holidays_and_office_hours_of_the_main_process() {
    // 2 March 2026 is a Monday, 8 March a Sunday; the office is open on Sundays only.
    let mut document = document("start s\n user a\n s > a\n due a P1D working");
    let due = |document: &Document| {
        let mut run = Run::start(Arc::new(Program::compile(document, document.main_process).unwrap()), date(2026, 3, 2).at(9, 0, 0, 0));
        run.fire(Step::Start { node: document.nodes.keys().next().unwrap(), entries: Vec::new() }).unwrap();
        desks(&run).remove(0).items[0].due.unwrap().to_string()
    };
    assert_eq!(due(&document), "2026-03-03T09:00:00");
    let main = document.main_process;
    document.processes.get_mut(main).unwrap().office_hours = vec![OfficeHours { weekday: Weekday::Sunday, from: 600, to: 720 }];
    assert_eq!(due(&document), "2026-03-08T10:00:00");
    document.processes.get_mut(main).unwrap().land = Some(Land::Berlin);
    assert_eq!(due(&document), "2026-03-15T10:00:00");
}

#[test]
fn time_does_not_go_back_and_nothing_is_due_for_ever() {
    let mut play = Play::new("start s\n user a\n s > a");
    play.step("start s").unwrap();
    for wrong in ["wait -P1D", "wait P99999Y", "wait 1"] {
        assert!(matches!(play.step(wrong), Err(StepRefusal::Duration(_))), "{wrong}");
    }
    assert!(matches!(play.step("deadline"), Err(StepRefusal::NoDeadline)));
    assert!(matches!(play.run.enabled()[..], [Offer::Task { due: None, .. }]));
}

#[test]
fn a_timer_can_be_triggered_before_its_time() {
    play("start s\n catch a timer:P9D\n end e\n s > a > e", &[("start s", "s a"), ("trigger a", "e .")]);
}
