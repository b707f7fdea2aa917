//! Going into a closed sub-process and out of it again, by pointer and keys.

use super::{Window, at, click, key, middle, nowhere, press, type_text, window};
use crate::raster;
use dienstweg::edit::{Command, ContentCommand, Editor, FlowCommand};
use dienstweg::model::{Document, NodeKind, Point, Subject};
use dienstweg::view::Selection;
use dienstweg::view::canvas::{Mark, Overlay, Token};
use egui::{Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::Queryable;

/// A closed sub-process alone.
fn closed() -> Window {
    let document = Document::empty("anhoerung", "Bußgeld");
    let process = document.main_process;
    let mut editor = Editor::new(document);
    let kind = NodeKind::SubProcess { is_event: false };
    let add = FlowCommand::AddNode { process, kind, name: "Anhörung".to_owned(), at: Point::new(300.0, 200.0) };
    let made = editor.apply(Command::Flow(add)).unwrap().created[0];
    editor.apply(Command::Flow(FlowCommand::SetExpanded { node: made.node().unwrap(), is_expanded: false })).unwrap();
    window(editor.document().as_ref().clone())
}

fn double_click(window: &mut Window, position: Pos2) {
    for is_pressed in [true, false, true, false] {
        window.event(egui::Event::PointerMoved(position));
        window.event(egui::Event::PointerButton {
            pos: position,
            button: PointerButton::Primary,
            pressed: is_pressed,
            modifiers: Modifiers::NONE,
        });
        window.step();
    }
    window.run();
}

/// Draws a start and a step named "Frist setzen" on the canvas that is shown.
fn draw_inside(window: &mut Window) {
    window.get_by_label("Mit einem Startereignis beginnen").click();
    window.run();
    type_text(window, "Los");
    key(window, Modifiers::NONE, Key::Enter);
    window.get_by_label("Schritt anhängen").click();
    window.run();
    type_text(window, "Frist setzen");
    key(window, Modifiers::NONE, Key::Enter);
}

#[test]
fn a_double_click_leads_in_and_what_is_drawn_there_stands_inside() {
    let mut window = closed();
    let sub_process = window.state().node("Anhörung");
    let place = middle(&window, sub_process);
    double_click(&mut window, place);
    assert_eq!(window.state().state.inside(), sub_process.node());
    draw_inside(&mut window);
    let document = window.state().document();
    let inner = window.state().node("Frist setzen").node().unwrap();
    assert_eq!(document.nodes.get(inner).unwrap().parent, sub_process.node());
    window.get_by_label("Zurück zu Bußgeld").click();
    window.run();
    assert_eq!(window.state().state.inside(), None);
    assert!(window.query_by_label_contains("Frist setzen").is_none());
}

#[test]
fn keys_lead_in_and_out_and_out_selects_what_was_left() {
    let mut window = closed();
    let sub_process = window.state().node("Anhörung");
    let place = middle(&window, sub_process);
    click(&mut window, place);
    key(&mut window, Modifiers::COMMAND, Key::ArrowDown);
    assert_eq!(window.state().state.inside(), sub_process.node());
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().state.inside(), None);
    assert_eq!(window.state().selection, Selection::only(sub_process));
    key(&mut window, Modifiers::COMMAND, Key::ArrowDown);
    key(&mut window, Modifiers::COMMAND, Key::ArrowUp);
    assert_eq!(window.state().selection, Selection::only(sub_process));
}

#[test]
fn revealing_what_a_closed_sub_process_holds_leads_into_it() {
    let mut window = closed();
    let place = middle(&window, window.state().node("Anhörung"));
    double_click(&mut window, place);
    draw_inside(&mut window);
    let inner = window.state().node("Frist setzen");
    window.get_by_label("Eine Ebene hinaus").click();
    window.run();
    window.state_mut().state.reveal(inner);
    window.run();
    assert_eq!(window.state().state.inside(), window.state().node("Anhörung").node());
    assert!(window.query_by_label_contains("Schritt mit Formular: Frist setzen").is_some());
}

#[test]
fn undoing_what_was_entered_leads_out() {
    let mut window = closed();
    let sub_process = window.state().node("Anhörung");
    let place = middle(&window, sub_process);
    double_click(&mut window, place);
    window.state_mut().editor.apply(Command::Remove(vec![sub_process])).unwrap();
    window.run();
    assert_eq!(window.state().state.inside(), None);
}

#[test]
fn pasting_inside_stays_inside() {
    let mut window = closed();
    let sub_process = window.state().node("Anhörung");
    let place = middle(&window, sub_process);
    double_click(&mut window, place);
    draw_inside(&mut window);
    window.event(egui::Event::Copy);
    window.run();
    window.event(egui::Event::Paste(String::new()));
    window.run();
    key(&mut window, Modifiers::COMMAND, Key::D);
    let document = window.state().document();
    let inner = document.nodes.values().filter(|node| node.parent == sub_process.node());
    assert_eq!(inner.count(), 4);
}

#[test]
fn opening_it_again_shows_the_content_inside() {
    let mut window = closed();
    let sub_process = window.state().node("Anhörung");
    let place = middle(&window, sub_process);
    double_click(&mut window, place);
    draw_inside(&mut window);
    key(&mut window, Modifiers::COMMAND, Key::ArrowUp);
    window.get_by_label("Inhalt zeigen").click();
    window.run();
    let (frame, inner) = (window.state().bounds(sub_process), window.state().bounds(window.state().node("Frist setzen")));
    assert!(frame.encloses(inner), "{frame:?} {inner:?}");
    let ground = at(&window, Point::new(frame.x + 10.0, frame.bottom() - 4.0));
    press(&mut window, ground, PointerButton::Primary, true);
    press(&mut window, ground, PointerButton::Primary, false);
    click(&mut window, nowhere());
    assert_eq!(window.state().document().plane_of(Subject::Node(inner_id(&window))), None);
}

fn inner_id(window: &Window) -> dienstweg::model::NodeId {
    window.state().node("Frist setzen").node().unwrap()
}

#[test]
fn what_happens_inside_is_shown_at_the_closed_step() {
    let mut window = closed();
    let sub_process = window.state().node("Anhörung");
    let place = middle(&window, sub_process);
    double_click(&mut window, place);
    draw_inside(&mut window);
    key(&mut window, Modifiers::NONE, Key::Escape);
    key(&mut window, Modifiers::NONE, Key::Escape);
    let inner = window.state().node("Frist setzen");
    window.state_mut().overlay = Some(Overlay::default());
    window.run();
    let without = raster::draw(&window.ctx, window.output());
    let marks = vec![(inner, Mark::Active)];
    window.state_mut().overlay = Some(Overlay { tokens: vec![Token { on: inner, progress: 0.0 }], marks, ..Overlay::default() });
    window.run();
    let with = raster::draw(&window.ctx, window.output());
    let changed = with.pixels.iter().zip(&without.pixels).filter(|(a, b)| a != b).count();
    assert!(changed > 400, "the token and the mark are seen at the closed step: {changed}");
}

#[test]
fn the_bar_leads_to_the_other_procedures() {
    let mut window = closed();
    let add = ContentCommand::AddProcess { name: "Vollstreckung".to_owned() };
    window.state_mut().editor.apply(Command::Content(add)).unwrap();
    window.run();
    window.get_by_label("Verfahren: Bußgeld").click();
    window.run();
    window.get_by_label("Vollstreckung").click();
    window.run();
    assert_ne!(window.state().process, None);
    assert!(window.query_by_label("Verfahren: Vollstreckung").is_some());
    assert!(window.query_by_label("Mit einem Startereignis beginnen").is_some());
}

#[test]
fn a_calling_step_leads_to_what_it_calls() {
    let mut window = closed();
    let add = ContentCommand::AddProcess { name: "Vollstreckung".to_owned() };
    window.state_mut().editor.apply(Command::Content(add)).unwrap();
    let (main, called) = (window.state().document().main_process, window.state().document().processes.keys().last().unwrap());
    let kind = NodeKind::CallActivity(Some(called));
    let call = FlowCommand::AddNode { process: main, kind, name: "Vollstrecken".to_owned(), at: Point::new(300.0, 400.0) };
    let made = window.state_mut().editor.apply(Command::Flow(call)).unwrap();
    window.state_mut().selection = Selection::only(made.created[0]);
    window.run();
    window.get_by_label("Aufgerufenes Verfahren zeigen").click();
    window.run();
    assert_eq!(window.state().process, Some(called));
}
