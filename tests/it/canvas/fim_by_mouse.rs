//! A stranger redraws FIM process 99006028261000 in the real window by pointer; only the names are typed.

use super::fim::{AUTHORITY, FLOWS, MESSAGES, NAME, OTHERS, assert_drawn};
use crate::main_job::studio::Studio;
use dienstweg::model::{Bounds, Document, Point, Subject};
use egui::{Key, Modifiers, Pos2, Rect, vec2};

/// A hand at the mouse, and one that types names.
struct Hands(Studio);

impl Hands {
    fn name(&mut self, name: &str) {
        self.0.name_element(name, Key::Enter);
    }

    /// Presses a button of the pad and names what it appended.
    fn append(&mut self, button: &str, name: &str) {
        self.0.click(button);
        self.name(name);
    }

    fn step(&mut self, name: &str) {
        self.append("Schritt anhängen", name);
    }

    fn gateway(&mut self, name: &str) {
        self.append("Verzweigung anhängen", name);
    }

    fn end(&mut self, name: &str) {
        self.append("Ende anhängen", name);
    }

    /// Brings all into view, with nothing selected, so that no pad lies over anything.
    fn look(&mut self) {
        self.0.click("Alles zeigen");
        let free = self.free_ground();
        self.0.click_at(free);
    }

    fn select(&mut self, name: &str) {
        self.look();
        let at = self.0.place_of_element(name).center();
        self.0.click_at(at);
    }

    /// Connects the selected element by its pad with another.
    fn connect(&mut self, to: &str) {
        self.0.click("Alles zeigen");
        self.0.click_last("Verbinden");
        let at = self.0.place_of_element(to).center();
        self.0.click_at(at);
    }

    /// Drags an element from the palette to a place on the canvas, and names it.
    fn put(&mut self, element: &str, at: Pos2, name: &str) {
        self.0.scroll_to(element);
        let from = self.0.place_of(element).center();
        self.0.drag(from, at);
        self.name(name);
    }

    /// Lets an event from the palette wait for time at the lower edge of a step.
    fn timer(&mut self, step: &str, name: &str) {
        self.look();
        let place = self.0.place_of_element(step);
        self.put("Warten auf Zeit", place.center_bottom() + vec2(place.width() / 4.0, 0.0), name);
    }

    /// Where a point of the diagram is on the screen, found by an element that is seen.
    fn on_screen(&self, point: Point) -> Pos2 {
        let document = self.0.document();
        let (name, bounds) = named_shapes(document).next().unwrap();
        let seen: Rect = self.0.place_of_element(&name);
        let zoom = f64::from(seen.width()) / bounds.width;
        seen.min + vec2(((point.x - bounds.x) * zoom) as f32, ((point.y - bounds.y) * zoom) as f32)
    }

    /// Ground above and left of everything.
    fn free_ground(&self) -> Pos2 {
        let all = self.0.document().diagram.shapes.values().map(|shape| shape.bounds).reduce(Bounds::union).unwrap();
        self.on_screen(all.corner()) - vec2(16.0, 16.0)
    }

    /// Clicks a connection twice and writes its label.
    fn label(&mut self, from: &str, to: &str, label: &str) {
        self.look();
        let at = self.on_screen(point_of(self.0.document(), from, to));
        self.0.double_click_at(at);
        self.name(label);
    }

    /// Draws a message with the tool of the palette.
    fn message(&mut self, from: &str, to: &str) {
        self.look();
        self.0.click_first("Verbinden");
        let ends = [from, to].map(|name| self.0.place_of_element(name).center());
        self.0.drag(ends[0], ends[1]);
        self.0.click_first("Auswählen");
    }
}

fn named_shapes(document: &Document) -> impl Iterator<Item = (String, Bounds)> {
    let named = document.nodes.values().filter(|node| !node.name.is_empty());
    named.filter_map(|node| Some((node.name.clone(), document.diagram.shapes.get(Subject::Node(node.id))?.bounds)))
}

/// The point of a connection that is farthest from all others: where one sees which it is.
fn point_of(document: &Document, from: &str, to: &str) -> Point {
    let name = |node| document.nodes.get(node).map(|node| node.name.as_str());
    let flow = document.flows.values().find(|flow| name(flow.from) == Some(from) && name(flow.to) == Some(to));
    let flow = Subject::Flow(flow.unwrap_or_else(|| panic!("{from} is not connected with {to}")).id);
    let segments = |points: &[Point]| points.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>();
    let others = document.diagram.edges.iter().filter(|(edge, _)| *edge != flow).flat_map(|(_, edge)| segments(&edge.waypoints));
    let others: Vec<Bounds> = others.map(|(a, b)| Bounds::spanning(a, b)).collect();
    let along = |(a, b): (Point, Point)| [0.3, 0.5, 0.7].map(|share| Point::new(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)));
    let own = segments(&document.diagram.edges.get(flow).unwrap().waypoints).into_iter().flat_map(along);
    let gap = |point: Point| others.iter().map(|other| distance(point, *other)).fold(f64::INFINITY, f64::min);
    own.max_by(|a, b| gap(*a).total_cmp(&gap(*b))).unwrap()
}

fn distance(point: Point, bounds: Bounds) -> f64 {
    let beyond = |at: f64, low: f64, high: f64| (low - at).max(at - high).max(0.0);
    beyond(point.x, bounds.x, bounds.right()).hypot(beyond(point.y, bounds.y, bounds.bottom()))
}

/// A new procedure of this name, whose start is called as in the picture.
fn begin() -> Hands {
    let mut studio = Studio::start();
    studio.resize(1920.0, 1080.0);
    studio.click("Neues Verfahren");
    studio.type_into(egui::accesskit::Role::TextInput, "Name des Verfahrens", NAME);
    studio.key(Modifiers::NONE, Key::Enter);
    let start = studio.place_of_element("ohne Namen").center();
    studio.double_click_at(start);
    let mut hands = Hands(studio);
    hands.name("Anzeige eingegangen");
    hands
}

/// The way of an ordinary notification, from its arrival to its end, then what branches off.
fn draw_the_usual_way(hands: &mut Hands) {
    hands.step("Anzeige empfangen");
    hands.gateway("Zuständigkeit liegt vor?");
    hands.step("Anzeige formell prüfen");
    hands.gateway("Formelle Fehler?");
    hands.gateway("M3");
    hands.step("Anzeige fachlich prüfen");
    hands.gateway("Ergebnis?");
    hands.gateway("M2");
    hands.step("Notwendigkeit von Überwachungsmaßnahmen prüfen");
    hands.gateway("Überwachungsmaßnahmen gemäß § 29 MuSchG notwendig?");
    hands.gateway("M1");
    hands.step("Überwachungsmaßnahmen einleiten");
    hands.gateway("M4");
    hands.end("Anzeige bearbeitet");
    hands.look();
    let between = hands.on_screen(point_of(hands.0.document(), "Anzeige empfangen", "Zuständigkeit liegt vor?"));
    hands.put("Schritt mit Formular", between, "Zuständigkeit prüfen");
    hands.select("Zuständigkeit liegt vor?");
    hands.step("Auf zuständige Behörde hinweisen");
    hands.end("Behörde ist nicht zuständig");
    hands.select("Formelle Fehler?");
    hands.step("Korrektur anfordern");
    hands.connect("M3");
    hands.select("Ergebnis?");
    hands.step("Anzeige zurückweisen");
    hands.end("Anzeige zurückgewiesen");
    hands.select("Ergebnis?");
    hands.step("Zusätzliche Informationen einholen");
    hands.connect("M2");
    hands.select("Überwachungsmaßnahmen gemäß § 29 MuSchG notwendig?");
    hands.connect("M4");
}

/// What happens when the time for an answer is missed.
fn draw_what_follows_a_missed_time(hands: &mut Hands) {
    hands.timer("Korrektur anfordern", "Korrektur verfristet");
    hands.gateway("M5");
    hands.0.click("Anderes anhängen");
    hands.0.click_last("Verzweigung: alle Wege gleichzeitig");
    hands.name("Beides");
    hands.step("Über Erhebung einer Geldbuße entscheiden");
    hands.gateway("Geldbuße veranlassen?");
    hands.step("Erhebung der Geldbuße veranlassen");
    hands.end("Geldbuße veranlasst");
    hands.select("Geldbuße veranlassen?");
    hands.end("Keine Geldbuße");
    hands.select("Beides");
    hands.connect("M1");
    hands.timer("Zusätzliche Informationen einholen", "Informationen verfristet");
    hands.connect("M5");
}

/// Who takes part: the authority round its flow, the others below it.
fn draw_participants(hands: &mut Hands) {
    hands.look();
    let middle = hands.0.place_of_element("M3").center();
    hands.put("Teilnehmer, waagerecht", middle, AUTHORITY);
    for other in OTHERS {
        hands.look();
        let lowest = hands.0.document().diagram.shapes.values().map(|shape| shape.bounds).reduce(Bounds::union).unwrap();
        let below = hands.on_screen(Point::new(lowest.x, lowest.bottom())) + vec2(60.0, 24.0);
        hands.put("Teilnehmer ohne Ablauf", below, other);
    }
}

#[test]
fn the_process_is_redrawn_by_mouse() {
    let mut hands = begin();
    draw_the_usual_way(&mut hands);
    draw_what_follows_a_missed_time(&mut hands);
    for (from, to, label) in FLOWS.into_iter().filter(|(_, _, label)| !label.is_empty()) {
        hands.label(from, to, label);
    }
    draw_participants(&mut hands);
    for (from, to) in MESSAGES {
        hands.message(from, to);
    }
    assert_drawn(hands.0.document());
    hands.look();
    let free = hands.free_ground();
    hands.0.right_click_at(free);
    hands.0.click_last("Aufräumen");
    assert_drawn(hands.0.document());
}
