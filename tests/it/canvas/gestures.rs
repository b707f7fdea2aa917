//! What the pointer does, held against the document.

use super::{Desk, at, click, drag, key, middle, nowhere, press, start, type_text, window, window_of};
use crate::raster;
use dienstweg::edit::{Command, FlowCommand};
use dienstweg::model::{NodeKind, Point, Subject};
use dienstweg::view::Selection;
use egui::{Key, Modifiers, PointerButton, vec2};
use egui_kittest::kittest::Queryable;

/// Start, a step and an end, made by the pad as a user makes them.
fn three() -> super::Window {
    let mut window = window(start());
    let beginning = window.state().node("Beginn");
    let place = middle(&window, beginning);
    click(&mut window, place);
    window.get_by_label("Schritt anhängen").click();
    window.run();
    type_text(&mut window, "Antrag prüfen");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_label("Ende anhängen").click();
    window.run();
    type_text(&mut window, "Fertig");
    key(&mut window, Modifiers::NONE, Key::Enter);
    window
}

#[test]
fn a_click_selects_and_a_click_on_the_ground_selects_nothing() {
    let mut window = window(start());
    let beginning = window.state().node("Beginn");
    let place = middle(&window, beginning);
    click(&mut window, place);
    assert_eq!(window.state().selection, Selection::only(beginning));
    click(&mut window, nowhere());
    assert_eq!(window.state().selection, Selection::default());
}

#[test]
fn the_pad_appends_and_the_new_step_is_named_at_once() {
    let window = three();
    let desk = window.state();
    let (step, end) = (desk.node("Antrag prüfen"), desk.node("Fertig"));
    assert_eq!(desk.document().nodes.len(), 3);
    assert_eq!(desk.document().flows.len(), 2);
    let flow = desk.document().flows.values().last().unwrap();
    assert_eq!((Subject::Node(flow.from), Subject::Node(flow.to)), (step, end));
    assert!(matches!(desk.document().nodes.get(step.node().unwrap()).unwrap().kind, NodeKind::UserTask));
}

#[test]
fn tab_while_naming_goes_on_to_the_next_step() {
    let mut window = window(start());
    let beginning = window.state().node("Beginn");
    let place = middle(&window, beginning);
    click(&mut window, place);
    window.get_by_label("Schritt anhängen").click();
    window.run();
    type_text(&mut window, "Erster");
    key(&mut window, Modifiers::NONE, Key::Tab);
    type_text(&mut window, "Zweiter");
    key(&mut window, Modifiers::NONE, Key::Enter);
    let desk = window.state();
    let flow = desk.document().flows.values().last().unwrap();
    assert_eq!((Subject::Node(flow.from), Subject::Node(flow.to)), (desk.node("Erster"), desk.node("Zweiter")));
}

#[test]
fn hovering_shows_a_ghost_that_leaves_no_trace() {
    let mut window = window(start());
    let beginning = window.state().node("Beginn");
    let place = middle(&window, beginning);
    click(&mut window, place);
    let without = raster::draw(&window.ctx, window.output());
    window.get_by_label("Ende anhängen").hover();
    window.run();
    let with = raster::draw(&window.ctx, window.output());
    let beside = egui::Rect::from_min_max(place + vec2(25.0, -30.0), place + vec2(250.0, 60.0));
    let is_beside = |pixel: usize| beside.contains(egui::pos2((pixel % with.size[0]) as f32, (pixel / with.size[0]) as f32));
    let changed = (0..with.pixels.len()).filter(|pixel| is_beside(*pixel) && with.pixels[*pixel] != without.pixels[*pixel]).count();
    assert!(changed > 100, "the end and its connection are seen beside the start");
    assert_eq!(window.state().editor.shown().nodes.len(), 1);
}

#[test]
fn dragging_moves_by_what_the_pointer_moved_and_is_one_step_back() {
    let mut window = three();
    let step = window.state().node("Antrag prüfen");
    let before = window.state().bounds(step);
    let from = middle(&window, step);
    drag(&mut window, &[from, from + vec2(40.0, 120.0)]);
    let after = window.state().bounds(step);
    let zoom = window.state().state.zoom();
    assert!((after.x - before.x - 40.0 / zoom).abs() <= 7.0, "{before:?} {after:?}");
    assert!((after.y - before.y - 120.0 / zoom).abs() <= 7.0, "{before:?} {after:?}");
    window.state_mut().editor.undo();
    window.run();
    assert_eq!(window.state().bounds(step), before);
}

#[test]
fn escape_forgets_a_drag() {
    let mut window = three();
    let step = window.state().node("Antrag prüfen");
    let before = window.state().bounds(step);
    let from = middle(&window, step);
    press(&mut window, from, PointerButton::Primary, true);
    window.event(egui::Event::PointerMoved(from + vec2(60.0, 60.0)));
    window.run();
    let shown = window.state().editor.shown().diagram.shapes.get(step).unwrap().bounds;
    assert_ne!(shown, before);
    key(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, from + vec2(60.0, 60.0), PointerButton::Primary, false);
    assert_eq!(window.state().bounds(step), before);
    assert_eq!(window.state().editor.shown().diagram.shapes.get(step).unwrap().bounds, before);
}

#[test]
fn a_rubber_band_selects_what_lies_wholly_inside() {
    let mut window = three();
    let (beginning, step) = (window.state().node("Beginn"), window.state().node("Antrag prüfen"));
    let (a, b) = (window.state().bounds(beginning), window.state().bounds(step));
    let corners = [at(&window, Point::new(a.x - 20.0, b.y - 30.0)), at(&window, Point::new(b.right() + 15.0, b.bottom() + 30.0))];
    drag(&mut window, &corners);
    let selection = &window.state().selection;
    assert!(selection.has(beginning) && selection.has(step), "{selection:?}");
    assert!(!selection.has(window.state().node("Fertig")));
}

#[test]
fn a_double_click_renames_in_place() {
    let mut window = three();
    let step = window.state().node("Antrag prüfen");
    let place = middle(&window, step);
    // Long enough for the clicks before not to count.
    window.run_steps(30);
    for _ in 0..2 {
        window.event(egui::Event::PointerMoved(place));
        for pressed in [true, false] {
            window.event(egui::Event::PointerButton { pos: place, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
        }
    }
    window.run();
    type_text(&mut window, "Bescheid schreiben");
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().document().name_of(step), Some("Bescheid schreiben"));
}

#[test]
fn a_double_click_at_a_bend_of_a_connection_that_was_not_selected_renames_it() {
    let mut window = three();
    let (beginning, step) = (window.state().node("Beginn"), window.state().node("Antrag prüfen"));
    let (flow, start) = {
        let document = window.state().document();
        let flow = document.outgoing(beginning.node().unwrap()).next().unwrap().id;
        (Subject::Flow(flow), document.diagram.edges.get(Subject::Flow(flow)).unwrap().waypoints[0])
    };
    let bounds = window.state().bounds(step);
    let bend = Point::new(start.x + 30.0, start.y - 100.0);
    let course = vec![start, Point::new(start.x, bend.y), bend, Point::new(bend.x, start.y), Point::new(bounds.x, start.y)];
    let by_hand = FlowCommand::SetCourse { connection: flow, waypoints: Some(course.clone()) };
    window.state_mut().editor.apply(Command::Flow(by_hand)).unwrap();
    click(&mut window, nowhere());
    window.run_steps(30);
    let place = at(&window, bend);
    for pressed in [true, false, true, false] {
        window.event(egui::Event::PointerMoved(place));
        window.event(egui::Event::PointerButton { pos: place, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
    }
    window.run();
    type_text(&mut window, "sofort");
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().document().name_of(flow), Some("sofort"));
    assert_eq!(window.state().document().diagram.edges.get(flow).unwrap().waypoints, course);
}

#[test]
fn connecting_by_two_clicks_and_the_reason_for_a_refusal() {
    let mut window = three();
    let (beginning, end) = (window.state().node("Beginn"), window.state().node("Fertig"));
    let flows = window.state().document().flows.len();
    let place = middle(&window, beginning);
    click(&mut window, place);
    window.get_by_label("Verbinden").click();
    window.run();
    let place = middle(&window, end);
    window.hover_at(place);
    window.run();
    click(&mut window, place);
    assert_eq!(window.state().document().flows.len(), flows + 1);
    click(&mut window, place);
    window.get_by_label("Verbinden").click();
    window.run();
    let place = middle(&window, beginning);
    window.hover_at(place);
    window.run();
    click(&mut window, place);
    assert_eq!(window.state().document().flows.len(), flows + 1, "nothing leads out of an end");
}

#[test]
fn deleting_a_step_in_the_middle_heals_the_flow() {
    let mut window = three();
    let step = window.state().node("Antrag prüfen");
    let place = middle(&window, step);
    click(&mut window, place);
    key(&mut window, Modifiers::NONE, Key::Delete);
    let desk = window.state();
    assert!(!desk.document().has(step));
    let flow = desk.document().flows.values().next().unwrap();
    assert_eq!((Subject::Node(flow.from), Subject::Node(flow.to)), (desk.node("Beginn"), desk.node("Fertig")));
    window.state_mut().editor.undo();
    assert!(window.state().document().has(step));
}

#[test]
fn an_element_dragged_from_the_palette_onto_a_connection_goes_into_it() {
    let mut desk = Desk::new(three().state().document().clone());
    desk.has_palette = true;
    let mut window = window_of(desk, [1280.0, 700.0]);
    let (step, end) = (window.state().node("Antrag prüfen"), window.state().node("Fertig"));
    let (a, b) = (middle(&window, step), middle(&window, end));
    let edge = at(&window, Point::new(window.state().bounds(step).right(), window.state().bounds(step).centre().y));
    let _ = a;
    let from = window.get_by_label("Schritt von Hand").rect().center();
    let target = edge.lerp(b, 0.4);
    drag(&mut window, &[from, target]);
    let desk = window.state();
    assert_eq!(desk.document().nodes.len(), 4);
    assert_eq!(desk.document().flows.len(), 3);
    let new = desk.document().nodes.values().last().unwrap();
    assert_eq!(new.kind, NodeKind::ManualTask);
    assert_eq!(desk.document().outgoing(step.node().unwrap()).next().unwrap().to, new.id);
}

#[test]
fn the_wheel_with_control_zooms_at_the_pointer() {
    let mut window = three();
    let step = window.state().node("Antrag prüfen");
    let place = middle(&window, step);
    window.hover_at(place);
    window.run();
    let before = window.state().state.zoom();
    window.event(egui::Event::Zoom(1.5));
    window.run();
    assert!((window.state().state.zoom() / before - 1.5).abs() < 1e-3);
    assert!(middle(&window, step).distance(place) < 1.0);
}

#[test]
fn dragging_with_the_middle_button_pans() {
    let mut window = three();
    let step = window.state().node("Antrag prüfen");
    let before = middle(&window, step);
    press(&mut window, nowhere() - vec2(300.0, -80.0), PointerButton::Middle, true);
    window.event(egui::Event::PointerMoved(nowhere() - vec2(350.0, -120.0)));
    window.run();
    press(&mut window, nowhere() - vec2(350.0, -120.0), PointerButton::Middle, false);
    let moved = middle(&window, step) - before;
    assert!((moved - vec2(-50.0, 40.0)).length() < 1.0, "{moved:?}");
}

#[test]
fn the_empty_canvas_begins_with_a_start_event() {
    let mut window = window(dienstweg::model::Document::empty("leer", "Leer"));
    window.get_by_label("Mit einem Startereignis beginnen").click();
    window.run();
    let kinds: Vec<&NodeKind> = window.state().document().nodes.values().map(|node| &node.kind).collect();
    assert!(matches!(kinds.as_slice(), [NodeKind::StartEvent { .. }]));
}

#[test]
fn an_existing_step_dropped_on_a_connection_goes_into_it() {
    let mut window = three();
    let (step, end) = (window.state().node("Antrag prüfen"), window.state().node("Fertig"));
    let process = window.state().document().main_process;
    let at_place = Point::new(window.state().bounds(step).centre().x, 450.0);
    let add = FlowCommand::AddNode { process, kind: NodeKind::ManualTask, name: "Lose".into(), at: at_place };
    window.state_mut().editor.apply(Command::Flow(add)).unwrap();
    window.run();
    let loose = window.state().node("Lose");
    let (a, b) = (window.state().bounds(step), window.state().bounds(end));
    let between = at(&window, Point::new(f64::midpoint(a.right(), b.x), a.centre().y));
    let from = middle(&window, loose);
    drag(&mut window, &[from, between]);
    let desk = window.state();
    let next = |node: Subject| desk.document().outgoing(node.node().unwrap()).map(|flow| Subject::Node(flow.to)).collect::<Vec<_>>();
    assert_eq!((next(step), next(loose)), (vec![loose], vec![end]));
}

#[test]
fn a_handle_resizes_and_holds_the_opposite_corner() {
    let mut window = three();
    let step = window.state().node("Antrag prüfen");
    let before = window.state().bounds(step);
    let place = middle(&window, step);
    click(&mut window, place);
    let corner = at(&window, Point::new(before.right(), before.bottom()));
    drag(&mut window, &[corner, corner + vec2(50.0, 30.0)]);
    let after = window.state().bounds(step);
    assert_eq!((after.x, after.y), (before.x, before.y));
    assert!(after.width > before.width + 20.0 && after.height > before.height + 10.0, "{after:?}");
}

#[test]
fn an_end_of_a_connection_can_be_led_elsewhere() {
    let mut window = three();
    let (beginning, end) = (window.state().node("Beginn"), window.state().node("Fertig"));
    let flow = window.state().document().outgoing(beginning.node().unwrap()).next().unwrap().id;
    let tip = *window.state().document().diagram.edges.get(Subject::Flow(flow)).unwrap().waypoints.last().unwrap();
    window.state_mut().selection = Selection::only(Subject::Flow(flow));
    window.run();
    let (from, to) = (at(&window, tip), middle(&window, end));
    drag(&mut window, &[from, to]);
    assert_eq!(Subject::Node(window.state().document().flows.get(flow).unwrap().to), end);
}

#[test]
fn a_segment_dragged_aside_becomes_a_course_by_hand() {
    let mut window = three();
    let beginning = window.state().node("Beginn");
    let flow = Subject::Flow(window.state().document().outgoing(beginning.node().unwrap()).next().unwrap().id);
    window.state_mut().selection = Selection::only(flow);
    window.run();
    let course = window.state().document().diagram.edges.get(flow).unwrap().waypoints.clone();
    let half = Point::new(f64::midpoint(course[0].x, course[1].x), course[0].y);
    let from = at(&window, half);
    drag(&mut window, &[from, from + vec2(0.0, 60.0)]);
    let edge = window.state().document().diagram.edges.get(flow).unwrap();
    assert!(edge.is_manual && edge.waypoints.iter().any(|point| point.y > course[0].y + 30.0), "{edge:?}");
}

#[test]
fn a_waiting_event_from_the_palette_attaches_to_the_edge_of_a_step() {
    let mut desk = Desk::new(three().state().document().clone());
    desk.has_palette = true;
    let mut window = window_of(desk, [1280.0, 1100.0]);
    let step = window.state().node("Antrag prüfen");
    let bounds = window.state().bounds(step);
    let from = window.get_by_label("Warten auf Zeit").rect().center();
    let to = at(&window, Point::new(bounds.centre().x + 20.0, bounds.bottom()));
    drag(&mut window, &[from, to]);
    let hosts: Vec<_> = window.state().document().nodes.values().filter_map(|node| node.kind.host()).collect();
    assert_eq!(hosts, vec![step.node().unwrap()]);
}

#[test]
fn copy_and_paste_make_the_same_again() {
    let mut window = three();
    let step = window.state().node("Antrag prüfen");
    let place = middle(&window, step);
    click(&mut window, place);
    window.event(egui::Event::Copy);
    window.run();
    window.event(egui::Event::Paste("Antrag prüfen".into()));
    window.run();
    let same = window.state().document().nodes.values().filter(|node| node.name == "Antrag prüfen").count();
    assert_eq!(same, 2);
    assert_ne!(window.state().selection, Selection::only(step), "the copy is selected");
}

#[test]
fn the_context_menu_selects_what_it_is_for_and_deletes_it() {
    let mut window = three();
    let end = window.state().node("Fertig");
    let beginning = window.state().node("Beginn");
    window.state_mut().selection = Selection::only(beginning);
    window.run();
    let place = middle(&window, end);
    window.hover_at(place);
    window.run();
    press(&mut window, place, PointerButton::Secondary, true);
    press(&mut window, place, PointerButton::Secondary, false);
    assert_eq!(window.state().selection, Selection::only(end));
    let entries: Vec<egui::Rect> = window.get_all_by_label("Löschen").map(|node| node.rect()).collect();
    let entry = entries.iter().max_by(|a, b| a.width().total_cmp(&b.width())).unwrap().center();
    click(&mut window, entry);
    assert!(!window.state().document().has(end));
}

#[test]
fn a_pool_is_laid_round_and_divided_into_lanes_by_its_pad() {
    let mut desk = Desk::new(three().state().document().clone());
    desk.has_palette = true;
    let mut window = window_of(desk, [1280.0, 1400.0]);
    let from = window.get_by_label("Teilnehmer, waagerecht").rect().center();
    drag(&mut window, &[from, from + vec2(500.0, -300.0)]);
    key(&mut window, Modifiers::NONE, Key::Enter);
    let pool = Subject::Pool(window.state().document().pools.keys().next().unwrap());
    window.state_mut().selection = Selection::only(pool);
    window.run();
    window.get_by_label("Bahn hinzufügen").click();
    window.run();
    assert!(!window.state().document().lanes.is_empty());
}
