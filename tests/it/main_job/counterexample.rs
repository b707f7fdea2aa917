//! A flow that goes wrong is shown by playing: from the problem to the picture of the standstill, and back step by step.

use super::studio::Studio;
use dienstweg::model::{Document, Event, FlowId, FlowNode, NodeId, NodeKind, Repetition, SequenceFlow, StepDetails};
use egui::accesskit::Role;
use egui::{Key, Modifiers};

const PLAY: &str = "Gegenbeispiel abspielen";
const STANDSTILL: &str = "Das Bild zeigt den Stillstand";

/// A document under construction.
struct Flow {
    document: Document,
    nodes: Vec<NodeId>,
}

impl Flow {
    fn new(name: &str) -> Self {
        Self { document: Document::empty("probe", name), nodes: Vec::new() }
    }

    /// Adds nodes by kind (`s` start, `e` end, `t` step, `x` one way, `a` all ways, `p` sub-process) and name, and ways by the places
    /// of nodes in the order of making; all inside the sub-process of the place given.
    fn add(mut self, parent: Option<usize>, nodes: &[(char, &str)], ways: &[(usize, usize)]) -> Self {
        let process = self.document.main_process;
        let parent = parent.map(|place| self.nodes[place]);
        for (sign, name) in nodes {
            let kind = match sign {
                's' => NodeKind::StartEvent { trigger: Event::None, is_interrupting: true },
                'e' => NodeKind::EndEvent(Event::None),
                'x' => NodeKind::ExclusiveGateway,
                'a' => NodeKind::ParallelGateway,
                'p' => NodeKind::SubProcess { is_event: false },
                _ => NodeKind::UserTask,
            };
            let id: NodeId = self.document.new_id();
            let (key, name) = (format!("schritt{}", id.0), (*name).to_owned());
            let (repetition, details) = (Repetition::Once, StepDetails::default());
            self.document.nodes.insert(id, FlowNode { id, key, name, process, parent, lane: None, kind, repetition, details });
            self.nodes.push(id);
        }
        for (from, to) in ways {
            let id: FlowId = self.document.new_id();
            let (from, to) = (self.nodes[*from], self.nodes[*to]);
            let (key, name, condition) = (format!("weg{}", id.0), String::new(), String::new());
            self.document.flows.insert(id, SequenceFlow { id, key, name, from, to, condition, is_default: false });
        }
        self
    }
}

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

fn problems_of(document: &Document) -> Studio {
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
    studio.shot("counterexample");
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
