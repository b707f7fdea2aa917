//! Boundary events, event sub-processes, errors, escalations, signals, messages, links, ends (BPMN 2.0, 13.5).

use super::{Play, play};
use crate::sim::StuckReason;

#[test]
fn an_interrupting_event_stops_the_step() {
    let text = "start s\n user a\n on a t timer:P1D\n end e\n end f\n s > a > e\n t > f";
    play(text, &[("start s", "s a"), ("wait P2D", "(03.09:00) !a t f . (04.09:00)")]);
    play(text, &[("start s", "s a"), ("do a", "e ."), ("wait P2D", "(04.09:00)")]);
}

#[test]
fn an_event_that_does_not_interrupt_adds_a_token() {
    let text = "start s\n user a\n on a m message:Nachtrag beside\n end e\n end f\n s > a > e\n m > f";
    play(text, &[("start s", "s a"), ("trigger m v.n = 1", "v.n=1 m f"), ("trigger m", "m f"), ("do a", "e .")]);
}

#[test]
fn a_cycle_reminds_as_often_as_it_says() {
    let text = "start s\n user a\n on a t every:P1Dx3 beside\n end e\n end f\n s > a > e\n t > f";
    play(text, &[("start s", "s a"), ("wait P5D", "(03.09:00) t f (04.09:00) t f (05.09:00) t f (07.09:00)"), ("do a", "e .")]);
    let endless = "start s\n user a\n on a t every:P1D beside\n end e\n end f\n s > a > e\n t > f";
    play(endless, &[("start s", "s a"), ("wait P2D", "(03.09:00) t f (04.09:00) t f"), ("do a", "e .")]);
}

#[test]
fn a_failing_service_is_caught_at_its_edge() {
    let text = "start s\n service p ePayment v.j = true\n on p any error:\n on p card error:Karte\n end e\n end f\n end g
        s > p > e\n any > f\n card > g";
    play(text, &[("start s", "s p"), ("answer p", "v.j=true e .")]);
    play(text, &[("start s", "s p"), ("answer p v.j = false", "v.j=false e .")]);
    play(text, &[("start s", "s p"), ("fail p Karte", "p^Karte card:Karte !p card g .")]);
    play(text, &[("start s", "s p"), ("fail p Netz", "p^Netz any:Netz !p any f .")]);
    let uncaught = "start s\n service p ePayment\n end e\n s > p > e";
    let play = play(uncaught, &[("start s", "s p"), ("fail p Netz", "p^Netz p?")]);
    assert_eq!(play.stuck(), StuckReason::ErrorUncaught("Netz".to_owned()));
}

#[test]
fn an_error_goes_outwards_to_the_nearest_that_catches_it() {
    let text = "
        start s
        sub p {
            start s1
            sub q {
                start s2
                user a
                end x error:E
                s2 > a > x
            }
            on q other error:Anders
            end e1
            s1 > q > e1
            other > e1
        }
        on p err error:E
        end e
        end f
        s > p > e
        err > f
    ";
    play(text, &[("start s", "s p s1 q s2 a"), ("do a", "x x^E err:E !q !p err f .")]);
}

#[test]
fn an_error_that_nobody_catches_ends_the_process() {
    let text = "start s\n and p\n user a\n user b\n end x error:E\n end e\n s > p > a > x\n p > b > e";
    play(text, &[("start s", "s p a b"), ("do a", "x x^E uncaught:E !b .")]);
}

#[test]
fn an_escalation_lets_the_sub_process_go_on_unless_interrupted() {
    let text = |beside: &str| {
        format!(
            "start s\n sub p {{\n start s1\n throw t escalation:X\n user a\n end e1\n s1 > t > a > e1\n }}\n on p b escalation:X{beside}
            end e\n end f\n s > p > e\n b > f"
        )
    };
    play(&text(" beside"), &[("start s", "s p s1 t t^X b a f"), ("do a", "e1 e .")]);
    play(&text(""), &[("start s", "s p s1 t t^X !p b f .")]);
}

#[test]
fn an_escalation_that_nobody_catches_changes_nothing() {
    play("start s\n throw t escalation:X\n end e\n s > t > e", &[("start s", "s t t^X e .")]);
}

#[test]
fn a_signal_reaches_all_who_wait_even_if_they_come_later_in_the_same_step() {
    let text = "start s\n and p\n throw t signal:S\n catch a signal:S\n catch b signal:S\n end e\n end f\n end g
        s > p > t > e\n p > a > f\n p > b > g";
    play(text, &[("start s", "s p t a b t->* f g e .")]);
}

#[test]
fn a_message_is_kept_until_its_receiver_waits() {
    let text = "start s\n and p\n throw t message:M\n user u\n catch a message:M\n end e\n end f\n s > p > t > e\n p > u > a > f";
    play(text, &[("start s", "s p t u t-> e"), ("do u", "a f .")]);
}

#[test]
fn an_unread_message_is_read_by_the_winner_of_a_race_only() {
    let text = "start s\n throw t message:A\n throw u message:B\n user w\n race r\n catch a message:A\n catch b message:B\n catch c message:B\n end e
        s > t > u > w > r > a > c > e\n r > b > e";
    play(text, &[("start s", "s t t-> u u-> w"), ("do w", "r a c e .")]);
}

#[test]
fn a_link_jumps() {
    play("start s\n throw t link:L\n catch c link:L\n end e\n s > t\n c > e", &[("start s", "s t c e .")]);
    let play = play("start s\n throw t link:L\n end e\n s > t > e", &[("start s", "s t t?")]);
    assert_eq!(play.stuck(), StuckReason::NoLinkTarget);
}

#[test]
fn terminate_stops_its_own_scope_only() {
    let text = "start s\n sub p {\n start s1\n and x\n user a\n user b\n end t terminate\n end e1\n s1 > x > a > t\n x > b > e1\n }
        end e\n s > p > e";
    play(text, &[("start s", "s p s1 x a b"), ("do a", "t !b e .")]);
    let top = "start s\n and x\n user a\n user b\n end t terminate\n s > x > a > t\n x > b";
    play(top, &[("start s", "s x a b"), ("do a", "t !b .")]);
}

#[test]
fn a_condition_happens_when_it_becomes_true() {
    let text = "start s\n and p\n user a\n catch c if:v.n > 10\n end e\n end f\n s > p > a > e\n p > c > f";
    play(text, &[("start s", "s p a c"), ("do a v.n = 20", "v.n=20 e f .")]);
    // True already when the waiting begins.
    let text = "start s\n user a\n catch c if:v.n > 10\n end e\n s > a > c > e";
    play(text, &[("start s", "s a"), ("do a v.n = 20", "v.n=20 c e .")]);
    // At the edge, not interrupting: once for each time that it becomes true.
    let text =
        "start s\n and p\n user a\n on a c if:v.n > 10 beside\n user b\n user d\n user g\n end f\n s > p > a\n p > b > d > g\n c > f";
    play(
        text,
        &[
            ("start s", "s p a b"),
            ("do b v.n = 11", "v.n=11 d c f"),
            ("do d v.n = 12", "v.n=12 g"),
            ("do g v.n = 1; v.n = 13", "v.n=1 v.n=13"),
            ("do a", "."),
        ],
    );
}

#[test]
fn messages_go_between_pools_of_the_document() {
    let text = "
        start s
        send a Antrag
        receive w Bescheid
        end e
        s > a > w > e
        process amt {
            start t message:Antrag
            user p
            end f message:Bescheid
            t > p > f
        }
        message a > t
        message f > w
    ";
    let mut play = play(text, &[("start s", "s a a->t t w p"), ("do p", "f f->w e . .")]);
    assert!(play.run.state().has_ended());
    play.run.restart();
    assert_eq!(play.offers(), "s");
}

#[test]
fn a_waiting_message_from_outside_is_offered() {
    let mut play = Play::new("start s message:Antrag\n catch c message:Nachweis\n end e\n s > c > e");
    assert_eq!(play.offers(), "s");
    play.step("start s").unwrap();
    assert_eq!(play.offers(), "c");
}

#[test]
fn a_condition_that_is_true_already_happens_before_what_is_inside() {
    let text = |beside: &str| {
        format!(
            "start s\n sub p {{\n start s1\n script a v.n = 1\n end e1\n s1 > a > e1\n }}\n on p c if:v.j {beside}\n end e\n end f
             s > p > e\n c > f"
        )
    };
    play(&text(""), &[("start s v.j = true", "v.j=true s p !p c f .")]);
    play(&text("beside"), &[("start s v.j = true", "v.j=true s p s1 c a v.n=1 f e1 e .")]);
    play(&text(""), &[("start s v.j = false", "v.j=false s p s1 a v.n=1 e1 e .")]);
}
