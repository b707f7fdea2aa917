//! A stranger redraws FIM process 99006028261000 in the real window with keys alone.

use super::fim::{AUTHORITY, FLOWS, MESSAGES, NAME, OTHERS, assert_drawn};
use crate::main_job::studio::Studio;
use egui::{Key, Modifiers};

/// Hands that never touch a mouse.
struct Hands(Studio);

impl Hands {
    fn press(&mut self, key: Key) {
        self.0.key(Modifiers::NONE, key);
    }

    /// Types into what asks for a text, and ends with Enter.
    fn enter(&mut self, text: &str) {
        self.0.type_text(text);
        self.press(Key::Enter);
    }

    /// Finds an element by its name and goes there.
    fn go(&mut self, name: &str) {
        self.0.key(Modifiers::COMMAND, Key::F);
        self.enter(name);
    }

    /// Appends with one key and names what was appended.
    fn append(&mut self, key: Key, name: &str) {
        self.press(key);
        self.enter(name);
    }

    /// The same on a branch: its connection gets its label, then one goes on from the new element.
    fn branch(&mut self, key: Key, name: &str) {
        self.append(key, name);
        self.press(Key::W);
        self.label(name);
        self.press(Key::ArrowRight);
    }

    /// Writes onto the selected connection what the table says of the one that leads to this element from a choice.
    fn label(&mut self, to: &str) {
        let (_, _, label) = FLOWS.into_iter().find(|(_, target, label)| *target == to && !label.is_empty()).unwrap();
        self.press(Key::F2);
        self.enter(label);
    }

    /// Connects the selected element with one that is chosen by typing its name.
    fn connect(&mut self, to: &str) {
        self.press(Key::C);
        self.enter(to);
    }

    /// Lets an event wait for time at the edge of the selected step.
    fn timer(&mut self, name: &str) {
        self.press(Key::B);
        self.enter("Zeit");
        self.enter(name);
    }

    fn participant(&mut self, kind: &str, name: &str) {
        self.0.key(Modifiers::SHIFT, Key::N);
        self.enter(kind);
        self.enter(name);
    }
}

/// The way of an ordinary notification, from its arrival to its end.
fn draw_the_usual_way(hands: &mut Hands) {
    hands.press(Key::F2);
    hands.enter("Anzeige eingegangen");
    hands.append(Key::T, "Anzeige empfangen");
    hands.append(Key::T, "Zuständigkeit prüfen");
    hands.append(Key::G, "Zuständigkeit liegt vor?");
    hands.branch(Key::T, "Auf zuständige Behörde hinweisen");
    hands.append(Key::E, "Behörde ist nicht zuständig");
    hands.go("Zuständigkeit liegt vor?");
    hands.branch(Key::T, "Anzeige formell prüfen");
    hands.append(Key::G, "Formelle Fehler?");
    hands.branch(Key::T, "Korrektur anfordern");
    hands.append(Key::G, "M3");
    hands.append(Key::T, "Anzeige fachlich prüfen");
    hands.append(Key::G, "Ergebnis?");
    hands.branch(Key::T, "Anzeige zurückweisen");
    hands.append(Key::E, "Anzeige zurückgewiesen");
    hands.go("Ergebnis?");
    hands.branch(Key::T, "Zusätzliche Informationen einholen");
    hands.append(Key::G, "M2");
    hands.append(Key::T, "Notwendigkeit von Überwachungsmaßnahmen prüfen");
    hands.append(Key::G, "Überwachungsmaßnahmen gemäß § 29 MuSchG notwendig?");
    hands.branch(Key::G, "M1");
    hands.append(Key::T, "Überwachungsmaßnahmen einleiten");
    hands.append(Key::G, "M4");
    hands.append(Key::E, "Anzeige bearbeitet");
    for (from, to) in [("Formelle Fehler?", "M3"), ("Ergebnis?", "M2"), ("Überwachungsmaßnahmen gemäß § 29 MuSchG notwendig?", "M4")] {
        hands.go(from);
        hands.connect(to);
        hands.label(to);
    }
}

/// What happens where the employer does not answer in time.
fn draw_what_follows_a_missed_time(hands: &mut Hands) {
    hands.go("Korrektur anfordern");
    hands.timer("Korrektur verfristet");
    hands.append(Key::G, "M5");
    hands.press(Key::N);
    hands.enter("alle Wege");
    hands.enter("Beides");
    hands.append(Key::T, "Über Erhebung einer Geldbuße entscheiden");
    hands.append(Key::G, "Geldbuße veranlassen?");
    hands.branch(Key::E, "Keine Geldbuße");
    hands.go("Geldbuße veranlassen?");
    hands.branch(Key::T, "Erhebung der Geldbuße veranlassen");
    hands.append(Key::E, "Geldbuße veranlasst");
    hands.go("Beides");
    hands.connect("M1");
    hands.go("Zusätzliche Informationen einholen");
    hands.timer("Informationen verfristet");
    hands.connect("M5");
}

#[test]
fn the_process_is_redrawn_by_keys_alone() {
    let mut hands = Hands(Studio::start());
    hands.0.key(Modifiers::COMMAND, Key::N);
    hands.enter(NAME);
    draw_the_usual_way(&mut hands);
    draw_what_follows_a_missed_time(&mut hands);
    hands.participant("Teilnehmer waagerecht", AUTHORITY);
    for other in OTHERS {
        hands.participant("Teilnehmer ohne Ablauf", other);
    }
    for (from, to) in MESSAGES {
        hands.go(from);
        hands.connect(to);
    }
    hands.0.key(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert_drawn(hands.0.document());
}
