//! Sequence, exclusive choice, scripts, data, going back.

use super::{Play, play};
use crate::sim::{StepRefusal, StuckReason, WriteFault};

const CHOICE: &str = "
    start s
    user a
    xor x
    script b v.t = \"hoch\"
    script c v.t = \"niedrig\"
    end e
    s > a > x
    x > b [v.n > 100]
    x > c default
    b > e
    c > e
";

#[test]
fn a_choice_follows_the_data() {
    play(CHOICE, &[("start s", "s a"), ("do a v.n = 150", "v.n=150 x b v.t=\"hoch\" e .")]);
    let play = play(CHOICE, &[("start s", "s a"), ("do a v.n = 100", "v.n=100 x c v.t=\"niedrig\" e .")]);
    assert!(play.run.state().has_ended());
}

#[test]
fn back_restores_the_state_and_the_trace() {
    let mut play = Play::new(CHOICE);
    let empty = play.run.state().clone();
    play.step("start s").unwrap();
    let (state, traced) = (play.run.state().clone(), play.run.trace().len());
    play.step("do a v.n = 150").unwrap();
    assert_ne!(*play.run.state(), state);
    play.run.back();
    assert_eq!((play.run.state(), play.run.trace().len()), (&state, traced));
    assert_eq!(play.offers(), "a");
    play.run.restart();
    assert_eq!(*play.run.state(), empty);
    assert_eq!(play.offers(), "s");
}

#[test]
fn a_missing_value_stops_the_token_and_a_way_can_be_chosen() {
    let mut play = play(CHOICE, &[("start s", "s a"), ("do a", "x x?")]);
    assert!(matches!(play.stuck(), StuckReason::Expression(_)), "{:?}", play.stuck());
    assert_eq!(play.offers(), "x");
    let happened = play.step("choose x x-b").unwrap();
    assert_eq!(play.text(&happened), "b v.t=\"hoch\" e .");
}

#[test]
fn a_way_can_be_chosen_beforehand_against_the_data() {
    play(CHOICE, &[("start s", "s a"), ("choose x x-c", ""), ("do a v.n = 150", "v.n=150 x c v.t=\"niedrig\" e .")]);
}

#[test]
fn an_unknown_field_is_refused_with_a_suggestion() {
    let mut play = Play::new(CHOICE);
    play.step("start s").unwrap();
    let before = play.run.state().clone();
    let Err(StepRefusal::Entry { fault: WriteFault::Unknown(unknown), .. }) = play.step("do a v.persom.vorname = \"Ada\"") else {
        panic!()
    };
    assert_eq!((unknown.name.as_str(), unknown.suggestion.as_deref()), ("persom", Some("person")));
    assert!(matches!(play.step("do a v.n = \"viel\""), Err(StepRefusal::Entry { fault: WriteFault::Misfit { .. }, .. })));
    assert!(matches!(play.step("do a v.c = \"gelb\""), Err(StepRefusal::Entry { fault: WriteFault::Misfit { .. }, .. })));
    assert!(matches!(play.step("do a v.n = 1 +"), Err(StepRefusal::Entry { fault: WriteFault::Value(_), .. })));
    assert!(matches!(play.step("do x"), Err(StepRefusal::NotWaiting { .. })));
    assert!(matches!(play.step("start s"), Err(StepRefusal::CannotStart(_))));
    assert_eq!(*play.run.state(), before);
}
