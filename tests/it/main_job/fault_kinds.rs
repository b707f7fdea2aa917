//! Each kind of fault that the proof finds is played in the window: round in a circle, in a heap, at an end reached twice, twice on one
//! way. The case is stepped through from its beginning, and the tokens stand where the sentence says.

use super::counterexample::{PLAY, problems_of};
use super::flow::Flow;
use super::studio::Studio;
use dienstweg::model::{Document, Event, NodeKind};
use egui::{Key, Modifiers};

const FORTH: &str = "Einen Schritt vor";
const TO_END: &str = "Zum Ende des Gegenbeispiels";

/// What is missing is asked for and looked at for ever.
fn circle() -> Document {
    let nodes = [
        ('s', "Antrag liegt vor"),
        ('t', "Antrag prüfen"),
        ('x', "Vollständig?"),
        ('e', "Erledigt"),
        ('t', "Unterlagen nachfordern"),
        ('t', "Unterlagen sichten"),
    ];
    Flow::new("Zuschuss").add(None, &nodes, &[(0, 1), (1, 2), (2, 3), (2, 4), (4, 5), (5, 4)]).document
}

/// The way out of the circle is an event that waits for what nobody reports.
fn circle_with_a_way_out() -> Document {
    let nodes = [
        ('s', "Antrag liegt vor"),
        ('x', "Anhören?"),
        ('e', "Erledigt"),
        ('p', "Anhörung"),
        ('t', "Anhörung auswerten"),
        ('t', "Nicht erreichbar"),
        ('e', "Abgebrochen"),
    ];
    let inner = [('s', "Los"), ('t', "Anschreiben"), ('e', "Angehört")];
    let flow = Flow::new("Bußgeld").add(None, &nodes, &[(0, 1), (1, 2), (1, 3), (3, 4), (4, 3), (5, 6)]);
    let mut flow = flow.add(Some(3), &inner, &[(7, 8), (8, 9)]);
    let (host, edge) = (flow.nodes[3], flow.nodes[5]);
    let trigger = Event::Escalation("nichtErreichbar".to_owned());
    flow.document.nodes.get_mut(edge).unwrap().kind = NodeKind::BoundaryEvent { host, trigger, is_interrupting: true };
    flow.document
}

/// Each round asks for one more statement.
fn heap() -> Document {
    let nodes = [
        ('s', "Antrag liegt vor"),
        ('x', "Weiter"),
        ('t', "Antrag prüfen"),
        ('a', "Alle beteiligen"),
        ('t', "Stellung nehmen"),
        ('e', "Erledigt"),
    ];
    Flow::new("Zuschuss").add(None, &nodes, &[(0, 1), (1, 2), (2, 3), (3, 1), (3, 4), (4, 5)]).document
}

/// In each round one more token waits before a join for another that comes but once.
fn heap_on_a_way() -> Document {
    let nodes = [
        ('s', "Antrag liegt vor"),
        ('a', "Beginnen"),
        ('x', "Weiter"),
        ('t', "Antrag prüfen"),
        ('a', "Alle beteiligen"),
        ('t', "Leitung fragen"),
        ('a', "Alles beisammen"),
        ('e', "Erledigt"),
    ];
    let ways = [(0, 1), (1, 2), (1, 5), (2, 3), (3, 4), (4, 2), (4, 6), (5, 6), (6, 7)];
    Flow::new("Zuschuss").add(None, &nodes, &ways).document
}

/// Two ways are gone at once and run together as if only one came; so each of them comes to the last node.
fn together(last: NodeKind) -> Document {
    let nodes = [
        ('s', "Antrag liegt vor"),
        ('a', "Alle beteiligen"),
        ('t', "Bauamt fragen"),
        ('t', "Umweltamt fragen"),
        ('x', "Zusammen"),
        ('t', "Bescheid schreiben"),
        ('e', "Erledigt"),
    ];
    let ways = [(0, 1), (1, 2), (1, 3), (2, 4), (3, 4), (4, 5), (5, 6)];
    let mut flow = Flow::new("Bauantrag").add(None, &nodes, &ways);
    let end = flow.nodes[6];
    flow.document.nodes.get_mut(end).unwrap().kind = last;
    flow.document
}

/// The step at which each token is drawn, in the order of the alphabet; of one on a way "elsewhere".
fn standing<'a>(studio: &Studio, names: &[&'a str]) -> Vec<&'a str> {
    let place = |name: &str| studio.place_of_element(&format!("Schritt mit Formular: {name}"));
    let at = |token| names.iter().copied().find(|name| place(name).expand(10.0).contains(token));
    let mut standing: Vec<&str> = studio.tokens().into_iter().map(|token| at(token).unwrap_or("elsewhere")).collect();
    standing.sort_unstable();
    standing
}

/// Plays the only counterexample there is and goes through it again from its beginning; where tokens stand after each step.
fn stepped<'a>(studio: &mut Studio, problem: &str, seen: &str, names: &[&'a str]) -> Vec<Vec<&'a str>> {
    assert!(studio.mentions(problem));
    assert_eq!(studio.count(PLAY), 1);
    studio.click(PLAY);
    assert!(studio.mentions(problem) && studio.mentions(seen));
    assert!(!studio.shows(TO_END), "the place where it goes wrong comes first");
    let last = standing(studio, names);
    studio.click("Vom Beginn an ansehen");
    assert!(studio.tokens().is_empty(), "nothing has begun");
    let mut steps = Vec::new();
    while studio.shows(TO_END) {
        assert!(!studio.mentions(seen) && studio.mentions(&format!("Stand nach Schritt {} von", steps.len())));
        studio.click(FORTH);
        steps.push(standing(studio, names));
    }
    assert!(studio.mentions(seen));
    assert_eq!(steps.last(), Some(&last));
    steps
}

#[test]
fn a_circle_is_gone_round_once() {
    let mut studio = problems_of(&circle());
    let problem = "Von „Unterlagen nachfordern“ führt kein Weg zu einem Ende.";
    let names = ["Antrag prüfen", "Unterlagen nachfordern", "Unterlagen sichten"];
    let steps = stepped(&mut studio, problem, "Das Bild zeigt den Fall nach einer Runde im Kreis.", &names);
    // The way to be taken is chosen before the step that leads there is done.
    assert_eq!(steps, [[names[0]], [names[0]], [names[1]], [names[2]], [names[1]]]);
    studio.shots("fault-circle");
}

#[test]
fn a_circle_whose_way_out_never_opens_is_gone_round_with_the_sub_process_in_it() {
    let mut studio = problems_of(&circle_with_a_way_out());
    let problem = "kann sich das Verfahren bei „Anhörung“ für immer im Kreis drehen";
    let names = ["Anschreiben", "Anhörung auswerten"];
    let steps = stepped(&mut studio, problem, "Das Bild zeigt den Fall nach einer Runde im Kreis.", &names);
    // A token stands on the sub-process, too, and the way to it is chosen before the case begins.
    let (inside, after) = (vec![names[0], "elsewhere"], vec![names[1]]);
    assert_eq!(steps, [Vec::new(), inside.clone(), after, inside]);
    studio.shots("fault-circle-inside");
}

#[test]
fn a_heap_grows_with_each_round() {
    let mut studio = problems_of(&heap());
    let problem = "Bei „Stellung nehmen“ kann sich immer mehr Arbeit ansammeln: „Alle beteiligen“ verdoppelt den Fall in jeder Runde";
    let names = ["Antrag prüfen", "Stellung nehmen"];
    let steps = stepped(&mut studio, problem, "An der rot umrandeten Stelle ist etwas liegen geblieben", &names);
    assert_eq!(steps, [vec![names[0]], vec![names[0], names[1]], vec![names[0], names[1], names[1]]]);
    studio.shots("fault-heap");
}

#[test]
fn tokens_that_heap_up_on_one_way_are_seen_beside_each_other() {
    let mut studio = problems_of(&heap_on_a_way());
    let names = ["Antrag prüfen", "Leitung fragen"];
    let steps =
        stepped(&mut studio, "kann sich immer mehr Arbeit ansammeln", "An der rot umrandeten Stelle ist etwas liegen geblieben", &names);
    assert_eq!(steps.last().unwrap(), &[names[0], names[1], "elsewhere", "elsewhere"]);
    let join = studio.place_of_element("Alles beisammen");
    let waiting: Vec<_> = studio.tokens().into_iter().filter(|token| join.expand(30.0).contains(*token)).collect();
    assert!(waiting.len() == 2 && waiting[0].distance(waiting[1]) > 5.0, "one behind the other before {join}: {waiting:?}");
    studio.shots("fault-heap-way");
}

#[test]
fn an_end_is_reached_twice() {
    let mut studio = problems_of(&together(NodeKind::EndEvent(Event::None)));
    let problem = "„Erledigt“ kann in einem Fall mehrmals erreicht werden: Nach „Alle beteiligen“ gehen mehrere Wege weiter";
    let names = ["Bauamt fragen", "Bescheid schreiben", "Umweltamt fragen"];
    let steps = stepped(&mut studio, problem, "wie das rot umrandete Ende im selben Fall zum zweiten Mal erreicht wird", &names);
    assert_eq!(steps.first(), Some(&vec![names[0], names[2]]));
    assert_eq!(steps.last(), Some(&Vec::new()), "both have come to the end");
    assert_eq!(steps.len(), 5, "the beginning, two answers, two notices");
    studio.shots("fault-twice");
}

#[test]
fn two_tokens_come_to_one_step_by_keys_alone() {
    let mut studio = Studio::start_with(&together(NodeKind::EndEvent(Event::Terminate)));
    studio.key(Modifiers::COMMAND, Key::Num4);
    studio.wait_for(PLAY);
    studio.tab_to(PLAY);
    studio.key(Modifiers::NONE, Key::Enter);
    assert!(studio.mentions("Bei „Bescheid schreiben“ kann derselbe Fall doppelt ankommen: Nach „Alle beteiligen“"));
    assert!(studio.mentions("wie derselbe Fall an der rot umrandeten Stelle zweimal ankommt"));
    let names = ["Bauamt fragen", "Bescheid schreiben", "Umweltamt fragen"];
    assert_eq!(standing(&studio, &names), [names[1], names[1]]);
    studio.shots("fault-double");
    studio.tab_to("Einen Schritt zurück");
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(standing(&studio, &names).len(), 2, "one has come, the other not yet");
    assert!(standing(&studio, &names).contains(&names[1]));
    studio.tab_to(TO_END);
    studio.key(Modifiers::NONE, Key::Enter);
    assert_eq!(standing(&studio, &names), [names[1], names[1]]);
}
