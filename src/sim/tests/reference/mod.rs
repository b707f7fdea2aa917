//! The engine agrees with a small, obvious interpreter on random procedures and decisions.

mod interpreter;
mod procedure;

use super::Play;
use interpreter::Reference;
use procedure::{Dice, procedure};

/// Procedures that are tried; together with what is decided in each.
const PROCEDURES: u64 = 10_000;
/// Most steps that are done in each.
const STEPS: usize = 25;

#[test]
fn engine_and_reference_agree() {
    let (mut steps, mut ended, mut left) = (0, 0, 0);
    for seed in 0..PROCEDURES {
        match compare(seed) {
            Course::Ended(done) => (steps, ended) = (steps + done, ended + 1),
            Course::Open(done) => steps += done,
            Course::Endless => left += 1,
        }
    }
    // Most of what is tried must be worth something: it does not go round for ever, much is done, many a procedure ends.
    assert!(left < PROCEDURES / 10 && ended > PROCEDURES / 3 && steps > 30_000, "{left} endless, {ended} ended, {steps} steps");
}

enum Course {
    Ended(usize),
    Open(usize),
    /// The procedure goes round without end, which the reference notices first.
    Endless,
}

fn compare(seed: u64) -> Course {
    let dice = &mut Dice::new(seed);
    let text = procedure(dice);
    let m = dice.below(4);
    // The first script sets `v.m`, so that every condition comes to yes or no.
    let text = format!("start s\nscript first v.m = {m}\n{text}");
    let mut play = Play::new(&text);
    let document = play.document.clone();
    let mut reference = Reference::new(&document, i64::from(m));
    let mut step = "start s".to_owned();
    let mut entered = reference.start("s");
    for done in 0..STEPS {
        let Some(expected) = entered else { return Course::Endless };
        let happened = play.step(&step).unwrap_or_else(|refusal| panic!("seed {seed}: {step}: {refusal:?}\n{text}"));
        let mut found: Vec<String> = play.entered(&happened);
        found.sort();
        assert_eq!(found, expected, "entered by {step:?}, seed {seed}\n{text}");
        let mut offers: Vec<String> = play.offers().split_whitespace().map(str::to_owned).collect();
        offers.sort();
        assert_eq!(offers, reference.offers(), "offered after {step:?}, seed {seed}\n{text}");
        assert_eq!(play.run.state().has_ended(), reference.has_ended(), "ended after {step:?}, seed {seed}\n{text}");
        let counted = play.run.scene(None).look_up("v.n").unwrap_or_default();
        assert_eq!(counted.as_number().map_or(0, |number| number.to_string().parse().unwrap()), reference.n, "seed {seed}\n{text}");
        if offers.is_empty() {
            return if reference.has_ended() { Course::Ended(done + 1) } else { Course::Open(done + 1) };
        }
        let key = &offers[dice.below(offers.len() as u32) as usize];
        if key.starts_with('u') {
            let m = dice.below(4);
            step = format!("do {key} v.m = {m}");
            entered = reference.complete(key, i64::from(m));
        } else {
            step = format!("trigger {key}");
            entered = reference.trigger(key);
        }
    }
    Course::Open(STEPS)
}
