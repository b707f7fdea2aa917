//! Ways as they are when a process was drawn step by step: apart from each other, at corners of their own.

use super::fixture::{add, append, flow, node, rename, start_kind, way};
use crate::edit::*;
use crate::layout::dock::{Outline, Side};
use crate::layout::fixture::tangles;
use crate::model::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A process that is drawn by names.
struct Drawn {
    editor: Editor,
    nodes: BTreeMap<&'static str, NodeId>,
    last: NodeId,
}

impl Drawn {
    fn new() -> Self {
        let mut editor = Editor::new(Document::empty("p", "P"));
        let process = editor.document().main_process;
        let last = add(&mut editor, process, start_kind(), 100.0, 300.0);
        Self { editor, nodes: BTreeMap::new(), last }
    }

    fn named(&mut self, name: &'static str, node: NodeId) {
        rename(&mut self.editor, node, name);
        self.nodes.insert(name, node);
        self.last = node;
    }

    fn append(&mut self, name: &'static str, kind: NodeKind) {
        let node = append(&mut self.editor, self.last, kind);
        self.named(name, node);
    }

    fn step(&mut self, name: &'static str) {
        self.append(name, NodeKind::UserTask);
    }

    fn gateway(&mut self, name: &'static str) {
        self.append(name, NodeKind::ExclusiveGateway);
    }

    fn end(&mut self, name: &'static str) {
        self.append(name, NodeKind::EndEvent(Event::None));
    }

    fn select(&mut self, name: &str) {
        self.last = self.nodes[name];
    }

    fn connect(&mut self, to: &str) {
        let (from, to) = (Subject::Node(self.last), Subject::Node(self.nodes[to]));
        flow(&mut self.editor, FlowCommand::Connect { from, to });
    }

    fn timer(&mut self, step: &str, name: &'static str) {
        let trigger = Event::Timer(Timer::Duration(Duration { iso: "P14D".into(), in_working_days: false }));
        let command = FlowCommand::AddBoundaryEvent { host: self.nodes[step], trigger, is_interrupting: true, at: None };
        let made = flow(&mut self.editor, command);
        self.named(name, node(&made));
    }

    fn insert(&mut self, from: &str, to: &str, name: &'static str) {
        let flow_between = way(self.editor.document(), self.nodes[from], self.nodes[to]).unwrap();
        let made = flow(&mut self.editor, FlowCommand::InsertOnFlow { flow: flow_between, kind: NodeKind::UserTask });
        self.named(name, node(&made));
    }

    fn shift(&mut self, name: &str, x: f64, y: f64) {
        let subjects = vec![Subject::Node(self.nodes[name])];
        flow(&mut self.editor, FlowCommand::Move { subjects, by: Vector::new(x, y) });
    }

    fn corner(&self, from: &str, to: &str) -> Side {
        let document = self.editor.document();
        let flow = way(document, self.nodes[from], self.nodes[to]).unwrap();
        let outline = Outline::of(document, Subject::Node(self.nodes[from])).unwrap();
        outline.side_of(document.diagram.edges.get(Subject::Flow(flow)).unwrap().waypoints[0])
    }

    fn assert_ways_apart(&self) {
        assert_eq!(tangles(self.editor.document()), Vec::<String>::new());
    }
}

/// FIM process 99006028261000 as it is drawn by hand: the usual way first, then what branches off.
#[test]
fn three_ways_out_of_a_gateway_dock_at_three_corners() {
    let mut d = Drawn::new();
    d.step("empfangen");
    d.gateway("zuständig?");
    d.step("formell prüfen");
    d.gateway("Fehler?");
    d.gateway("M3");
    d.step("fachlich prüfen");
    d.gateway("Ergebnis?");
    d.gateway("M2");
    d.insert("empfangen", "zuständig?", "Zuständigkeit prüfen");
    d.select("zuständig?");
    d.step("hinweisen");
    d.end("nicht zuständig");
    d.select("Fehler?");
    d.step("Korrektur anfordern");
    d.assert_ways_apart();
    d.connect("M3");
    d.select("Ergebnis?");
    d.step("zurückweisen");
    d.end("zurückgewiesen");
    d.select("Ergebnis?");
    d.step("Informationen einholen");
    d.connect("M2");
    d.assert_ways_apart();
    d.timer("Korrektur anfordern", "verfristet");
    d.gateway("M5");
    d.append("Beides", NodeKind::ParallelGateway);
    d.step("entscheiden");
    d.assert_ways_apart();
    for (name, x, y) in [("Ergebnis?", 0.0, 40.0), ("Ergebnis?", 10.0, -40.0), ("Fehler?", 0.0, -30.0), ("M2", 20.0, 5.0)] {
        d.shift(name, x, y);
        d.assert_ways_apart();
    }
}

#[test]
fn a_way_that_runs_straight_keeps_its_corner_when_its_gateway_is_moved() {
    let mut d = Drawn::new();
    d.gateway("wohin?");
    d.step("geradeaus");
    d.select("wohin?");
    d.step("unten");
    // Now the older way leads aside and the younger one straight on; an end below the gateway closes the lower corner.
    d.shift("unten", 0.0, -600.0);
    d.shift("geradeaus", 0.0, 120.0);
    d.shift("unten", 0.0, 480.0);
    let below = d.editor.document().diagram.shapes.get(Subject::Node(d.nodes["wohin?"])).unwrap().bounds.centre();
    let process = d.editor.document().main_process;
    add(&mut d.editor, process, NodeKind::EndEvent(Event::None), below.x, below.y + 120.0);
    d.shift("wohin?", -10.0, 0.0);
    assert_eq!(d.corner("wohin?", "unten"), Side::Right);
    d.assert_ways_apart();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ways_out_of_a_gateway_stay_apart_whatever_is_moved(ways in 3..5_usize, moves in prop::collection::vec((0..5_usize, -30..30_i32, -30..30_i32), 1..12)) {
        const STEPS: [&str; 4] = ["a", "b", "c", "d"];
        let mut d = Drawn::new();
        d.gateway("wohin?");
        for name in &STEPS[..ways] {
            d.select("wohin?");
            d.step(name);
        }
        // The fourth has no corner of its own any more: the way in has one.
        for (which, x, y) in moves {
            let name = if which < ways { STEPS[which] } else { "wohin?" };
            let by = Vector::new(f64::from(x) * 10.0, f64::from(y) * 10.0);
            let document = d.editor.document();
            let own = Subject::Node(d.nodes[name]);
            let place = document.diagram.shapes.get(own).unwrap().bounds.moved(by).grown(40.0);
            if document.diagram.shapes.iter().all(|(subject, shape)| subject == own || !shape.bounds.overlaps(place)) {
                d.shift(name, by.x, by.y);
                prop_assert_eq!(tangles(d.editor.document()), Vec::<String>::new());
            }
        }
    }
}
