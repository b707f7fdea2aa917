//! A flow that goes wrong is shown by playing: from the problem to the picture of the standstill, and back step by step.

use super::flow::Flow;
use super::studio::Studio;
use dienstweg::model::Document;
use egui::accesskit::Role;
use egui::{Key, Modifiers};

pub const PLAY: &str = "Gegenbeispiel abspielen";
const STANDSTILL: &str = "Das Bild zeigt den Stillstand";

/// One way of two is taken, and then both are waited for.
fn stuck() -> Document {
    let nodes = [
        ('s', "Antrag liegt vor"),
        ('t', "Antrag prüfen"),
        ('x', "Vollständig?"),
        ('t', "Bescheid entwerfen"),
        ('t', "Unterlagen nachfordern"),
        ('a', "Alles beisammen"),
        ('e', "Erledigt"),
    ];
    Flow::new("Zuschuss").add(None, &nodes, &[(0, 1), (1, 2), (2, 3), (2, 4), (3, 5), (4, 5), (5, 6)]).document
}

/// The same inside a sub-process to which only one of two ways leads.
fn stuck_inside() -> Document {
    let nodes =
        [('s', "Antrag liegt vor"), ('t', "Antrag prüfen"), ('x', "Zuständig?"), ('e', "Abgegeben"), ('p', "Anhörung"), ('e', "Erledigt")];
    let inner = [('s', "Los"), ('x', "Wie?"), ('t', "Anrufen"), ('t', "Anschreiben"), ('a', "Antwort da"), ('e', "Angehört")];
    let flow = Flow::new("Bußgeld").add(None, &nodes, &[(0, 1), (1, 2), (2, 3), (2, 4), (4, 5)]);
    flow.add(Some(4), &inner, &[(6, 7), (7, 8), (7, 9), (8, 10), (9, 10), (10, 11)]).document
}

/// A studio that shows what is wrong with the procedure.
pub fn problems_of(document: &Document) -> Studio {
    let mut studio = Studio::start_with(document);
    studio.click_role(Role::Tab, "Prüfen & Ausliefern");
    studio.wait_for(PLAY);
    studio
}

#[test]
fn a_click_at_the_problem_shows_the_standstill_and_back_leads_through_it() {
    let mut studio = problems_of(&stuck());
    studio.click_first(PLAY);
    assert!(studio.mentions(STANDSTILL));
    assert!(studio.mentions("Bei „Alles beisammen“ kann das Verfahren für immer stehen bleiben"));
    let tokens = studio.tokens();
    let join = studio.place_of_element("Alles beisammen");
    assert_eq!(tokens.len(), 1, "one way came, the other did not: {tokens:?}");
    assert!(join.expand(60.0).contains(tokens[0]), "the token waits at {join}: {tokens:?}");
    assert!(!studio.shows("Schritt erledigt"), "nobody can do anything");
    studio.shots("counterexample");
    for history in ["Begonnen: „Antrag liegt vor“", "Erledigt: „Antrag prüfen“", "Erledigt: „Bescheid entwerfen“"] {
        assert!(studio.shows(history), "{history}: {:?}", studio.labels(Role::Button));
    }
    studio.click("Einen Schritt zurück");
    assert!(!studio.mentions(STANDSTILL) && studio.mentions("auf dem Weg dorthin"));
    let (tokens, step) = (studio.tokens(), studio.place_of_element("Schritt mit Formular: Bescheid entwerfen"));
    assert!(tokens.len() == 1 && step.expand(12.0).contains(tokens[0]), "the step is about to be done: {step}, {tokens:?}");
    studio.click("Vom Beginn an ansehen");
    assert!(studio.tokens().is_empty(), "nothing has begun");
    studio.click("Zum Ende des Gegenbeispiels");
    assert!(studio.mentions(STANDSTILL));
    studio.click_last("Im Ablauf zeigen");
    let selected = studio.selected(Role::Button);
    assert!(selected.iter().any(|label| label.contains("Alles beisammen")), "the join is selected in the flow: {selected:?}");
}

#[test]
fn a_way_without_a_name_is_called_by_where_it_leads() {
    let studio = problems_of(&stuck());
    assert!(studio.mentions("Der Weg zu „Bescheid entwerfen“ hat keine Bedingung."));
    assert!(!studio.mentions("ohne Namen"));
}

#[test]
fn the_counterexample_is_played_by_keys_alone() {
    let mut studio = Studio::start_with(&stuck());
    studio.key(Modifiers::COMMAND, Key::Num4);
    studio.wait_for(PLAY);
    studio.tab_to(PLAY);
    studio.key(Modifiers::NONE, Key::Enter);
    assert!(studio.mentions(STANDSTILL));
    studio.tab_to("Einen Schritt zurück");
    studio.key(Modifiers::NONE, Key::Enter);
    assert!(studio.mentions("auf dem Weg dorthin"));
}

#[test]
fn the_menu_of_the_place_plays_it_too() {
    let mut studio = problems_of(&stuck());
    studio.click_role(Role::Tab, "Ablauf");
    studio.select("Verzweigung: alle Wege gleichzeitig: Alles beisammen");
    studio.key(Modifiers::SHIFT, Key::F10);
    studio.click_role(Role::MenuItem, PLAY);
    assert!(studio.mentions(STANDSTILL));
}

#[test]
fn what_goes_wrong_in_a_sub_process_is_played_from_the_beginning() {
    let mut studio = problems_of(&stuck_inside());
    studio.click_first(PLAY);
    assert!(studio.mentions(STANDSTILL));
    assert!(studio.shows("Erledigt: „Antrag prüfen“"), "it begins with the procedure: {:?}", studio.labels(Role::Button));
    assert!(!studio.tokens().is_empty());
    studio.place_of_element("Antwort da");
    studio.shot("counterexample-inside");
}
