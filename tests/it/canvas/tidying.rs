//! Aufräumen by pointer and keys: the process in both directions, the selected steps, and what a dragged step pushes aside.

use super::{Window, click, key, middle, nowhere, press, start, window};
use dienstweg::edit::{Command, FlowCommand};
use dienstweg::model::{Bounds, Document, NodeId, NodeKind, Point, Subject, Vector};
use dienstweg::view::Selection;
use egui::{Key, Modifiers, PointerButton};
use egui_kittest::kittest::Queryable;

/// A beginning and three steps in a row, each with its number as name.
fn row() -> (Window, [NodeId; 3]) {
    let mut window = window(start());
    let editor = &mut window.state_mut().editor;
    let mut after = editor.document().nodes.keys().next().unwrap();
    let steps = [1, 2, 3].map(|_| {
        let append = FlowCommand::Append { after, kind: NodeKind::Task, at: None };
        let made = editor.apply(Command::Flow(append)).unwrap().created;
        after = made.iter().find_map(|subject| subject.node()).unwrap();
        after
    });
    window.state_mut().state.fit();
    window.run();
    (window, steps)
}

fn place(document: &Document, node: NodeId) -> Point {
    document.diagram.shapes.get(Subject::Node(node)).unwrap().bounds.centre()
}

fn shift(window: &mut Window, node: NodeId, by: Vector) {
    let shift = FlowCommand::Move { subjects: vec![Subject::Node(node)], by };
    window.state_mut().editor.apply(Command::Flow(shift)).unwrap();
    window.run();
}

fn choose(window: &mut Window, at: egui::Pos2, entry: &str) {
    press(window, at, PointerButton::Secondary, true);
    press(window, at, PointerButton::Secondary, false);
    window.get_by_role_and_label(egui::Role::MenuItem, entry).click();
    window.run();
}

fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.001
}

#[test]
fn the_menu_arranges_the_process_downwards_and_tidies_it_so_from_then_on() {
    let (mut window, steps) = row();
    choose(&mut window, nowhere(), "Von oben nach unten anordnen (FIM)");
    assert_eq!(window.state().said, None);
    let [a, b, c] = steps.map(|step| place(window.state().document(), step));
    assert!(is_same(a.x, b.x) && is_same(b.x, c.x) && a.y < b.y && b.y < c.y, "{a:?} {b:?} {c:?}");
    let arranged = window.state().document().diagram.clone();
    shift(&mut window, steps[1], Vector::new(200.0, 30.0));
    choose(&mut window, nowhere(), "Aufräumen");
    assert_eq!(window.state().document().diagram, arranged);
    choose(&mut window, nowhere(), "Von links nach rechts anordnen");
    let [a, b, c] = steps.map(|step| place(window.state().document(), step));
    assert!(is_same(a.y, b.y) && is_same(b.y, c.y) && a.x < b.x && b.x < c.x, "{a:?} {b:?} {c:?}");
    key(&mut window, Modifiers::COMMAND, Key::Z);
}

#[test]
fn the_pad_tidies_the_selected_steps_and_the_rest_stays() {
    let (mut window, steps) = row();
    shift(&mut window, steps[2], Vector::new(30.0, 190.0));
    let before = window.state().document().clone();
    window.state_mut().selection = Selection::of(steps[1..].iter().map(|step| Subject::Node(*step)));
    window.run();
    window.get_by_label("Auswahl aufräumen").click();
    window.run();
    let after = window.state().document();
    assert_eq!(place(after, steps[0]), place(&before, steps[0]));
    assert!(is_same(place(after, steps[1]).y, place(after, steps[2]).y));
    assert!(place(after, steps[1]).x < place(after, steps[2]).x);
    assert_eq!(window.state().editor.history().steps().last().unwrap().name, dienstweg::edit::CommandName::TidyUp);
}

#[test]
fn a_connection_goes_round_a_step_that_is_dragged_upon_it_and_back_when_it_is_taken_away() {
    let (mut window, steps) = row();
    let process = window.state().document().main_process;
    let between = f64::midpoint(place(window.state().document(), steps[0]).x, place(window.state().document(), steps[1]).x);
    let line = place(window.state().document(), steps[0]).y;
    let end = FlowCommand::AddNode {
        process,
        kind: NodeKind::EndEvent(dienstweg::model::Event::None),
        name: String::new(),
        at: Point::new(between, line + 200.0),
    };
    let loose = window.state_mut().editor.apply(Command::Flow(end)).unwrap().created[0];
    window.state_mut().state.fit();
    window.run();
    let committed = window.state().document().diagram.edges.clone();
    let (from, to) = (middle(&window, loose), super::at(&window, Point::new(between, line)));
    press(&mut window, from, PointerButton::Primary, true);
    for at in [from.lerp(to, 0.5), to] {
        window.event(egui::Event::PointerMoved(at));
        window.run();
    }
    let shown = window.state().editor.shown();
    let stands: Bounds = shown.diagram.shapes.get(loose).unwrap().bounds;
    let led = shown.diagram.edges.changed_since(&committed).map(|(_, edge)| edge.waypoints.clone()).collect::<Vec<_>>();
    assert_eq!(led.len(), 1, "one connection makes way");
    let meets = |pair: &[Point]| Bounds::spanning(pair[0], pair[1]).grown(0.1).overlaps(stands);
    assert!(!led[0].windows(2).any(meets), "{led:?} meets {stands:?}");
    window.event(egui::Event::PointerMoved(from));
    window.run();
    assert!(window.state().editor.shown().diagram.edges.changed_since(&committed).next().is_none());
    press(&mut window, from, PointerButton::Primary, false);
    click(&mut window, nowhere());
}
