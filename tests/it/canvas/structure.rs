//! Pools and lanes, room, leaving the flow, events at edges, aligning: by pointer and keys, held against the document.
#![expect(clippy::float_cmp, reason = "coordinates are whole numbers here and must come out exactly")]

use super::sketch::procedure;
use super::{Desk, Window, at, click, drag, key, middle, press, window, window_of};
use dienstweg::edit::{Command, Editor, FlowCommand, Side};
use dienstweg::model::{Bounds, Document, Event, NodeKind, Orientation, Point, Subject};
use dienstweg::view::Selection;
use egui::{Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::Queryable;

/// Three steps in a row with connections, the second with an event at its edge.
fn row() -> Document {
    let document = Document::empty("test", "Test");
    let process = document.main_process;
    let mut editor = Editor::new(document);
    let mut before = None;
    for name in ["Eins", "Zwei", "Drei"] {
        let command = match before {
            None => FlowCommand::AddNode { process, kind: NodeKind::UserTask, name: String::new(), at: Point::new(100.0, 100.0) },
            Some(after) => FlowCommand::Append { after, kind: NodeKind::UserTask, at: None },
        };
        let made = editor.apply(Command::Flow(command)).unwrap().created[0].node().unwrap();
        let node = dienstweg::model::FlowNode { name: name.to_owned(), ..editor.document().nodes.get(made).unwrap().clone() };
        editor.apply(Command::Put(dienstweg::edit::Record::Node(node))).unwrap();
        before = Some(made);
    }
    editor.document().as_ref().clone()
}

fn with_event(trigger: Event) -> (Document, Subject) {
    let mut editor = Editor::new(row());
    let host = editor.document().nodes.values().find(|node| node.name == "Zwei").unwrap().id;
    let add = FlowCommand::AddBoundaryEvent { host, trigger, is_interrupting: true, at: None };
    let event = editor.apply(Command::Flow(add)).unwrap().created[0];
    (editor.document().as_ref().clone(), event)
}

fn way(window: &Window, from: &str, to: &str) -> bool {
    let desk = window.state();
    let (from, to) = (desk.node(from).node().unwrap(), desk.node(to).node().unwrap());
    desk.document().outgoing(from).any(|flow| flow.to == to)
}

fn choose(window: &mut Window, subject: Subject) {
    window.state_mut().selection = Selection::only(subject);
    window.run();
}

fn lanes(window: &Window) -> Vec<Subject> {
    let document = window.state().document();
    let mut lanes: Vec<Subject> = document.lanes.keys().map(Subject::Lane).collect();
    lanes.sort_by(|a, b| window.state().bounds(*a).y.total_cmp(&window.state().bounds(*b).y));
    lanes
}

fn steps_back(window: &Window) -> usize {
    window.state().editor.history().position()
}

#[test]
fn dragging_with_control_takes_a_step_out_and_shows_the_healed_flow() {
    let mut window = window(row());
    let step = window.state().node("Zwei");
    let from = middle(&window, step);
    window.event(egui::Event::ModifiersChanged(Modifiers::COMMAND));
    press(&mut window, from, PointerButton::Primary, true);
    for far in [60.0, 140.0] {
        window.event(egui::Event::PointerMoved(from + vec2(0.0, far)));
        window.run();
    }
    let shown = window.state().editor.shown().clone();
    assert_eq!(shown.flows.len(), 1, "the healed flow is seen while dragging");
    press(&mut window, from + vec2(0.0, 140.0), PointerButton::Primary, false);
    window.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    window.run();
    assert!(way(&window, "Eins", "Drei"));
    assert_eq!(steps_back(&window), 1);
    window.state_mut().editor.undo();
    assert!(way(&window, "Eins", "Zwei") && way(&window, "Zwei", "Drei"));
}

#[test]
fn dragging_without_control_keeps_the_flow() {
    let mut window = window(row());
    let step = window.state().node("Zwei");
    let from = middle(&window, step);
    drag(&mut window, &[from, from + vec2(0.0, 140.0)]);
    assert!(way(&window, "Eins", "Zwei") && way(&window, "Zwei", "Drei"));
}

#[test]
fn the_context_menu_takes_a_step_out_of_the_flow() {
    let mut window = window(row());
    let step = window.state().node("Zwei");
    let place = middle(&window, step);
    for pressed in [true, false] {
        press(&mut window, place, PointerButton::Secondary, pressed);
    }
    window.get_by_label("Aus dem Ablauf lösen").click();
    window.run();
    assert!(way(&window, "Eins", "Drei"));
    assert!(window.state().document().has(step));
}

#[test]
fn the_space_tool_makes_room_and_is_one_step_back() {
    let mut window = window(row());
    let before: Vec<Bounds> = ["Eins", "Zwei", "Drei"].map(|name| window.state().bounds(window.state().node(name))).to_vec();
    let line = at(&window, Point::new(before[1].x - 30.0, before[1].y - 80.0));
    click(&mut window, line);
    key(&mut window, Modifiers::NONE, Key::S);
    let zoom = window.state().state.zoom() as f32;
    drag(&mut window, &[line, line + vec2(100.0 * zoom, 5.0)]);
    let after: Vec<Bounds> = ["Eins", "Zwei", "Drei"].map(|name| window.state().bounds(window.state().node(name))).to_vec();
    assert_eq!([after[0].x - before[0].x, after[1].x - before[1].x, after[2].x - before[2].x], [0.0, 100.0, 100.0]);
    assert_eq!(steps_back(&window), 1);
}

#[test]
fn the_space_tool_says_why_it_takes_nothing_and_changes_nothing() {
    let mut window = window(row());
    let before = window.state().document().clone();
    let two = window.state().bounds(window.state().node("Zwei"));
    let line = at(&window, Point::new(two.x - 30.0, two.y - 80.0));
    click(&mut window, line);
    key(&mut window, Modifiers::NONE, Key::S);
    drag(&mut window, &[line, line + vec2(-150.0, 0.0)]);
    assert_eq!(*window.state().document(), before, "what is refused leaves everything as it was");
    assert_eq!(steps_back(&window), 0);
}

#[test]
fn the_lasso_begins_on_elements_too() {
    let mut window = window(row());
    let two = window.state().bounds(window.state().node("Zwei"));
    let corners = [at(&window, Point::new(two.x - 40.0, two.y - 40.0)), at(&window, Point::new(two.right() + 40.0, two.bottom() + 40.0))];
    click(&mut window, corners[0]);
    key(&mut window, Modifiers::NONE, Key::L);
    drag(&mut window, &corners);
    assert!(window.state().selection.has(window.state().node("Zwei")));
    assert_eq!(steps_back(&window), 0);
}

#[test]
fn every_tool_has_its_name_in_the_rail() {
    let mut desk = Desk::new(row());
    desk.has_palette = true;
    let window = window_of(desk, [1280.0, 900.0]);
    for name in ["Auswählen", "Ausschnitt verschieben", "Rahmen aufziehen", "Verbinden", "Platz schaffen"] {
        assert!(window.query_all_by_label(name).count() >= 1, "{name}");
    }
}

#[test]
fn an_event_slides_along_its_edge_and_goes_over_to_another_step() {
    let (document, event) = with_event(Event::Message(String::new()));
    let mut window = window(document);
    let hosts = ["Zwei", "Drei"].map(|name| window.state().node(name));
    let (from, edge) = (middle(&window, event), window.state().bounds(hosts[0]));
    let left = at(&window, Point::new(edge.x + 40.0, edge.bottom() + 10.0));
    drag(&mut window, &[from, left]);
    assert!((window.state().bounds(event).centre().x - edge.x - 40.0).abs() < 8.0);
    assert_eq!(window.state().bounds(event).centre().y, edge.bottom());
    let other = window.state().bounds(hosts[1]);
    let (from, to) = (middle(&window, event), at(&window, Point::new(other.centre().x, other.bottom())));
    drag(&mut window, &[from, to]);
    let kind = &window.state().document().nodes.get(event.node().unwrap()).unwrap().kind;
    assert_eq!(kind.host(), hosts[1].node());
}

#[test]
fn an_event_comes_off_its_edge_if_it_can_wait_in_the_flow() {
    for (trigger, comes_off) in [(Event::Message(String::new()), true), (Event::Error(String::new()), false)] {
        let (document, event) = with_event(trigger);
        let mut window = window(document);
        let from = middle(&window, event);
        drag(&mut window, &[from, from + vec2(0.0, 150.0)]);
        let kind = &window.state().document().nodes.get(event.node().unwrap()).unwrap().kind;
        assert_eq!(kind.host().is_none(), comes_off, "{kind:?}");
    }
}

#[test]
fn an_event_of_the_flow_dropped_on_an_edge_waits_there() {
    let mut editor = Editor::new(row());
    let process = editor.document().main_process;
    let kind = NodeKind::CatchEvent(Event::Message(String::new()));
    let add = FlowCommand::AddNode { process, kind, name: String::new(), at: Point::new(300.0, 300.0) };
    let event = editor.apply(Command::Flow(add)).unwrap().created[0];
    let mut window = window(editor.document().as_ref().clone());
    let host = window.state().node("Zwei");
    let edge = window.state().bounds(host);
    let (from, to) = (middle(&window, event), at(&window, Point::new(edge.centre().x, edge.bottom())));
    drag(&mut window, &[from, to]);
    let kind = &window.state().document().nodes.get(event.node().unwrap()).unwrap().kind;
    assert_eq!(kind.host(), host.node());
}

#[test]
fn the_border_between_lanes_is_dragged_without_selecting_first() {
    let mut window = window_of(Desk::new(procedure()), [1280.0, 800.0]);
    let [upper, lower] = [0, 1].map(|place| lanes(&window)[place]);
    let (a, b) = (window.state().bounds(upper), window.state().bounds(lower));
    let from = at(&window, Point::new(a.x + 640.0, a.bottom()));
    let zoom = window.state().state.zoom() as f32;
    drag(&mut window, &[from, from + vec2(0.0, 30.0 * zoom)]);
    assert_eq!(window.state().bounds(upper).height, a.height + 30.0);
    assert_eq!(window.state().bounds(lower).height, b.height - 30.0);
}

fn head(window: &Window, lane: Subject) -> Pos2 {
    let bounds = window.state().bounds(lane);
    at(window, Point::new(bounds.x + 15.0, bounds.centre().y))
}

#[test]
fn a_lane_dragged_by_its_head_changes_places_with_its_steps() {
    let mut window = window_of(Desk::new(procedure()), [1280.0, 800.0]);
    let [upper, lower] = [0, 1].map(|place| lanes(&window)[place]);
    let from = head(&window, upper);
    drag(&mut window, &[from, from + vec2(0.0, 260.0)]);
    assert_eq!(lanes(&window), [lower, upper]);
    let pay = window.state().node("Zahlung anfordern");
    assert!(window.state().bounds(lower).encloses(window.state().bounds(pay)));
    assert_eq!(steps_back(&window), 1);
}

#[test]
fn lanes_change_places_by_key_and_by_the_pad() {
    let mut window = window_of(Desk::new(procedure()), [1280.0, 800.0]);
    let [upper, lower] = [0, 1].map(|place| lanes(&window)[place]);
    let place = head(&window, upper);
    click(&mut window, place);
    key(&mut window, Modifiers::COMMAND, Key::ArrowDown);
    assert_eq!(lanes(&window), [lower, upper]);
    choose(&mut window, upper);
    window.get_by_label("Bahn nach oben").click();
    window.run();
    assert_eq!(lanes(&window), [upper, lower]);
    choose(&mut window, upper);
    window.get_by_label("Bahn darüber").click();
    window.run();
    assert_eq!(lanes(&window).len(), 3);
    assert_eq!(lanes(&window)[1], upper);
}

#[test]
fn a_pool_is_drawn_upright_from_the_palette_and_turned_by_its_pad() {
    let mut desk = Desk::new(row());
    desk.has_palette = true;
    let mut window = window_of(desk, [1280.0, 1400.0]);
    let from = window.get_by_label("Teilnehmer, senkrecht").rect().center();
    drag(&mut window, &[from, from + vec2(500.0, -300.0)]);
    key(&mut window, Modifiers::NONE, Key::Enter);
    let pool = window.state().document().pools.keys().next().unwrap();
    let orientation = |window: &Window| window.state().document().pools.get(pool).unwrap().orientation;
    assert_eq!(orientation(&window), Orientation::Vertical);
    choose(&mut window, Subject::Pool(pool));
    window.get_by_label("Waagerecht zeichnen").click();
    window.run();
    assert_eq!(orientation(&window), Orientation::Horizontal);
}

#[test]
fn several_are_aligned_and_distributed_by_the_pad() {
    let mut editor = Editor::new(row());
    let step = editor.document().nodes.values().find(|node| node.name == "Zwei").unwrap().id;
    let by = dienstweg::model::Vector::new(30.0, 60.0);
    editor.apply(Command::Flow(FlowCommand::Move { subjects: vec![Subject::Node(step)], by })).unwrap();
    let mut window = window(editor.document().as_ref().clone());
    let names = ["Eins", "Zwei", "Drei"];
    window.state_mut().selection = Selection::of(names.map(|name| window.state().node(name)).to_vec());
    window.run();
    window.get_by_label("Oben ausrichten").click();
    window.run();
    window.get_by_label("Waagerecht gleich verteilen").click();
    window.run();
    let [a, b, c] = names.map(|name| window.state().bounds(window.state().node(name)));
    assert_eq!((a.y, b.y, c.y), (a.y, a.y, a.y));
    assert!((b.x - a.right() - (c.x - b.right())).abs() < 0.01);
}

#[test]
fn arrow_keys_in_one_hold_of_shift_are_one_step_back() {
    let mut window = window(row());
    let step = window.state().node("Zwei");
    let place = middle(&window, step);
    click(&mut window, place);
    let before = window.state().bounds(step);
    window.event(egui::Event::ModifiersChanged(Modifiers::SHIFT));
    for _ in 0..3 {
        for pressed in [true, false] {
            let modifiers = Modifiers::SHIFT;
            window.event(egui::Event::Key { key: Key::ArrowDown, physical_key: None, pressed, repeat: false, modifiers });
        }
        window.run();
    }
    window.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    window.run();
    assert_eq!(window.state().bounds(step).y, before.y + 30.0);
    assert_eq!(steps_back(&window), 1);
}

#[test]
fn a_new_lane_stands_where_it_was_asked_for() {
    let mut window = window_of(Desk::new(procedure()), [1280.0, 800.0]);
    let [upper, lower] = [0, 1].map(|place| lanes(&window)[place]);
    let Subject::Lane(lane) = upper else { panic!() };
    let command = FlowCommand::AddLaneBeside { lane, side: Side::Behind, name: "Neu".into() };
    window.state_mut().editor.apply(Command::Flow(command)).unwrap();
    window.run();
    assert_eq!([lanes(&window)[0], lanes(&window)[2]], [upper, lower]);
}
