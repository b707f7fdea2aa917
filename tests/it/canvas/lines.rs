//! Lines, labels, groups and what lies beside the flow, by pointer and keys.

use super::{Desk, Window, at, click, drag, key, middle, nowhere, press, start, type_text, window, window_of};
use dienstweg::edit::{Command, Editor, FlowCommand};
use dienstweg::model::{Artifact, ArtifactId, ArtifactKind, Bounds, Document, NodeKind, Point, Subject, Vector};
use dienstweg::view::Selection;
use egui::{Key, Modifiers, PointerButton, vec2};
use egui_kittest::kittest::Queryable;

/// Two steps in a row, not connected, in a group with the first.
fn two() -> Window {
    let document = Document::empty("test", "Test");
    let process = document.main_process;
    let mut editor = Editor::new(document);
    for (name, x) in [("Links", 200.0), ("Rechts", 600.0)] {
        let add = FlowCommand::AddNode { process, kind: NodeKind::UserTask, name: name.to_owned(), at: Point::new(x, 300.0) };
        editor.apply(Command::Flow(add)).unwrap();
    }
    window(editor.document().as_ref().clone())
}

fn connected() -> (Window, Subject) {
    let mut window = two();
    let (from, to) = (window.state().node("Links"), window.state().node("Rechts"));
    let made = window.state_mut().editor.apply(Command::Flow(FlowCommand::Connect { from, to })).unwrap();
    window.run();
    (window, made.created[0])
}

fn course(window: &Window, connection: Subject) -> Vec<Point> {
    window.state().document().diagram.edges.get(connection).unwrap().waypoints.clone()
}

fn double_click(window: &mut Window, position: egui::Pos2) {
    for pressed in [true, false, true, false] {
        window.event(egui::Event::PointerMoved(position));
        let button = egui::Event::PointerButton { pos: position, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        window.event(button);
        window.step();
    }
    window.run();
}

#[test]
fn a_connection_is_drawn_from_any_side() {
    for (side, name) in [((1.0, 0.0), "Rechts"), ((0.0, 1.0), "Rechts"), ((-1.0, 0.0), "Rechts")] {
        let mut window = two();
        let (from, to) = (window.state().node("Links"), window.state().node(name));
        let place = middle(&window, from);
        click(&mut window, place);
        click(&mut window, place);
        let bounds = window.state().bounds(from);
        let edge = Point::new(bounds.centre().x + side.0 * bounds.width / 2.0, bounds.centre().y + side.1 * bounds.height / 2.0);
        let port = at(&window, edge) + vec2(side.0 as f32, side.1 as f32) * 20.0;
        let target = middle(&window, to);
        drag(&mut window, &[port, target]);
        let flow = window.state().document().flows.values().next().expect("the connection was drawn");
        assert_eq!((Subject::Node(flow.from), Subject::Node(flow.to)), (from, to), "{side:?}");
    }
}

#[test]
fn a_double_click_takes_a_bend_away_and_a_segment_snaps_back_into_line() {
    let (mut window, flow) = connected();
    let straight = course(&window, flow);
    let bent = vec![
        straight[0],
        Point::new(400.0, 300.0),
        Point::new(400.0, 420.0),
        Point::new(500.0, 420.0),
        Point::new(500.0, 300.0),
        straight[1],
    ];
    let set = FlowCommand::SetCourse { connection: flow, waypoints: Some(bent.clone()) };
    window.state_mut().editor.apply(Command::Flow(set)).unwrap();
    window.state_mut().selection = Selection::only(flow);
    window.run();
    let bend = at(&window, bent[2]);
    double_click(&mut window, bend);
    assert_eq!(course(&window, flow), straight, "no slanted piece is left");
    window.state_mut().editor.undo();
    window.run();
    // The lower segment, dragged to within a few points of the line, comes to rest on it and is gone.
    let (from, to) = (at(&window, Point::new(450.0, 420.0)), at(&window, Point::new(450.0, 303.0)));
    drag(&mut window, &[from, to]);
    assert_eq!(course(&window, flow), straight);
}

#[test]
fn a_bend_that_goes_leaves_level_and_upright_pieces() {
    let (mut window, flow) = connected();
    let straight = course(&window, flow);
    let places = [(300.0, 300.0), (300.0, 200.0), (400.0, 200.0), (400.0, 420.0), (500.0, 420.0), (500.0, 300.0)];
    let bends = places.map(|(x, y)| Point::new(x, y));
    let stairs = [&straight[..1], &bends, &straight[1..]].concat();
    let set = FlowCommand::SetCourse { connection: flow, waypoints: Some(stairs.clone()) };
    window.state_mut().editor.apply(Command::Flow(set)).unwrap();
    window.state_mut().selection = Selection::only(flow);
    window.run();
    let bend = at(&window, stairs[3]);
    double_click(&mut window, bend);
    let expected = [&[straight[0], Point::new(400.0, 300.0)], &stairs[4..]].concat();
    assert_eq!(course(&window, flow), expected);
}

#[test]
fn control_keeps_a_drag_from_snapping() {
    let mut window = two();
    let step = window.state().node("Rechts");
    let before = window.state().bounds(step);
    let from = middle(&window, step);
    let to = from + vec2(0.0, 3.0) + vec2(40.0, 0.0);
    drag(&mut window, &[from, to]);
    assert!((window.state().bounds(step).y - before.y).abs() < 0.01, "in line with its neighbour again");
    window.state_mut().editor.undo();
    window.get_by_label("Einrasten").click();
    window.run();
    drag(&mut window, &[from, to]);
    let free = window.state().bounds(step);
    let zoom = window.state().state.zoom();
    assert!((free.y - before.y - 3.0 / zoom).abs() <= 1.0, "{before:?} {free:?}");
}

#[test]
fn a_group_takes_along_what_it_encloses() {
    let mut window = two();
    let process = window.state().document().main_process;
    let kind = ArtifactKind::Group { name: "Vorverfahren".to_owned() };
    let artifact = Artifact { id: ArtifactId(0), process, parent: None, kind };
    let bounds = Bounds::new(100.0, 220.0, 220.0, 160.0);
    let made = window.state_mut().editor.apply(Command::Flow(FlowCommand::AddArtifact { artifact, bounds, about: None })).unwrap();
    window.run();
    let (inside, outside) = (window.state().node("Links"), window.state().node("Rechts"));
    let before = (window.state().bounds(inside), window.state().bounds(outside));
    let border = at(&window, Point::new(bounds.x, bounds.y + 20.0));
    drag(&mut window, &[border, border + vec2(0.0, 100.0)]);
    let by = window.state().bounds(made.created[0]).corner().from(bounds.corner());
    assert!(by.y > 50.0, "the group was moved");
    assert_eq!(window.state().bounds(inside), before.0.moved(by));
    assert_eq!(window.state().bounds(outside), before.1.moved(Vector::default()));
}

#[test]
fn a_label_is_dragged_and_put_back() {
    let mut window = window(start());
    let event = window.state().node("Beginn");
    let bounds = window.state().bounds(event);
    let label = at(&window, Point::new(bounds.centre().x, bounds.bottom() + 12.0));
    drag(&mut window, &[label, label + vec2(60.0, 40.0)]);
    let moved = window.state().document().diagram.shapes.get(event).unwrap().label.expect("the label was moved");
    assert!(moved.centre().x > bounds.centre().x + 30.0, "{moved:?}");
    let place = middle(&window, event);
    press(&mut window, place, PointerButton::Secondary, true);
    press(&mut window, place, PointerButton::Secondary, false);
    window.get_by_label("Beschriftung an ihren Platz").click();
    window.run();
    assert_eq!(window.state().document().diagram.shapes.get(event).unwrap().label, None);
}

#[test]
fn an_annotation_is_appended_and_written_at_once() {
    let mut window = two();
    let place = middle(&window, window.state().node("Links"));
    click(&mut window, place);
    window.get_by_label("Anmerkung anhängen").click();
    window.run();
    type_text(&mut window, "Nur in Wohngebieten");
    key(&mut window, Modifiers::NONE, Key::Enter);
    let document = window.state().document();
    let note = document.artifacts.values().next().unwrap();
    assert!(matches!(&note.kind, ArtifactKind::Annotation { text } if text == "Nur in Wohngebieten"));
    assert_eq!(document.associations.values().next().unwrap().to, window.state().node("Links"));
}

#[test]
fn a_card_says_more_once_the_pointer_rests() {
    let mut desk = Desk::new(super::sketch::procedure());
    desk.selection = Selection::default();
    let mut window = window_of(desk, [1280.0, 720.0]);
    let step = window.state().node("Antrag auf Vollständigkeit prüfen");
    let place = middle(&window, step);
    window.hover_at(place);
    window.step();
    let before = crate::raster::draw(&window.ctx, window.output());
    for _ in 0..60 {
        window.step();
    }
    let after = crate::raster::draw(&window.ctx, window.output());
    crate::raster::shot(&window, std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("canvas-details.png"));
    let changed = before.pixels.iter().zip(&after.pixels).filter(|(a, b)| a != b).count();
    assert!(changed > 10_000, "a card of {changed} pixels");
    window.hover_at(nowhere());
    window.run();
    let gone = crate::raster::draw(&window.ctx, window.output());
    let left = gone.pixels.iter().zip(&after.pixels).filter(|(a, b)| a != b).count();
    assert!(left > 10_000, "the card goes when the pointer does");
}

#[test]
fn a_picture_holds_the_selection_on_white() {
    let (mut window, _) = connected();
    let place = middle(&window, window.state().node("Links"));
    click(&mut window, place);
    key(&mut window, Modifiers { shift: true, ..Modifiers::COMMAND }, Key::C);
    let one = window.state().picture.clone().expect("a picture was copied");
    click(&mut window, nowhere());
    key(&mut window, Modifiers { shift: true, ..Modifiers::COMMAND }, Key::C);
    let all = window.state().picture.clone().unwrap();
    // A step of 140 by 80 points with a margin of 16 all round, twice as fine.
    assert_eq!(one.size, [344, 224]);
    assert_eq!(all.size, [2 * (140 + 400 + 32), 224]);
    assert_eq!(all.pixels[0], egui::Color32::WHITE);
    let ink = all.pixels.iter().filter(|pixel| pixel.intensity() < 0.5).count();
    assert!(ink > 1_000, "{ink}");
}
