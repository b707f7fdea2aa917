//! Random sessions of gestures by pointer and keys: whatever a hand does, the invariants hold, and undo leads back to the
//! first byte.

mod hand;

use super::start;
use dienstweg::bundle::{read_model, write_model};
use dienstweg::model::{Document, Subject, violations};
use dienstweg::view::Action;
use egui::{Key, Modifiers};
use hand::{Hand, key};

/// Gestures in a session; a history keeps them all.
const GESTURES: usize = 400;
/// With more elements than this the hand goes back a good deal, so that frames stay short.
const CROWD: usize = 60;

fn thin_out(hand: &mut Hand) {
    let desk = hand.window.state();
    if desk.document().diagram.shapes.len() > CROWD {
        for _ in 0..30 {
            hand.window.state_mut().perform(Action::Undo);
        }
        hand.window.step();
    }
}

fn assert_sound(hand: &Hand) {
    let desk = hand.window.state();
    for document in [desk.editor.document(), desk.editor.shown()] {
        let found = violations(document);
        assert!(found.is_empty(), "{found:?}");
    }
    let stands = |subject: &Subject| desk.editor.shown().has(*subject);
    assert!(desk.selection.subjects.iter().all(stands), "something is selected that is not there");
}

fn bytes(document: &Document) -> String {
    write_model(document).unwrap()
}

/// Lets a hand work on a document, then goes back to its beginning and forward to its end.
fn session(seed: u64, document: Document) {
    let before = bytes(&document);
    let mut hand = Hand::begin(seed, document);
    let mut changes = 0;
    for _ in 0..GESTURES {
        let standing = hand.window.state().document().clone();
        hand.gesture();
        changes += usize::from(*hand.window.state().document() != standing);
        assert_sound(&hand);
        thin_out(&mut hand);
    }
    hand.frame([key(Key::Escape, Modifiers::NONE)]);
    let desk = hand.window.state_mut();
    desk.perform(Action::Commit);
    while desk.editor.can_redo() {
        desk.perform(Action::Redo);
    }
    let after = bytes(desk.editor.document());
    while desk.editor.can_undo() {
        desk.perform(Action::Undo);
    }
    assert_eq!(bytes(desk.editor.document()), before, "undo leads back to the first byte");
    while desk.editor.can_redo() {
        desk.perform(Action::Redo);
    }
    assert_eq!(bytes(desk.editor.document()), after, "redo leads forward to the last byte");
    assert!(changes > GESTURES / 20, "a session that hardly changes anything proves nothing: {changes} changes");
}

fn sample() -> Document {
    read_model(include_bytes!("../../../sample-models/mutterschutz.dienstweg.ron")).unwrap().document
}

fn sessions(seeds: std::ops::Range<u64>) {
    for seed in seeds {
        session(seed, if seed % 2 == 0 { start() } else { sample() });
    }
}

#[test]
fn two_thousand_gestures_of_a_first_hand() {
    sessions(0..5);
}

#[test]
fn two_thousand_gestures_of_a_second_hand() {
    sessions(5..10);
}

#[test]
fn two_thousand_gestures_of_a_third_hand() {
    sessions(10..15);
}

#[test]
fn two_thousand_gestures_of_a_fourth_hand() {
    sessions(15..20);
}

#[test]
fn two_thousand_gestures_of_a_fifth_hand() {
    sessions(20..25);
}
