//! What the keyboard does, held against the document.

use super::{Window, click, key, middle, nowhere, start, type_text, window};
use dienstweg::view::Selection;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

fn selected_start() -> Window {
    let mut window = window(start());
    let beginning = window.state().node("Beginn");
    let place = middle(&window, beginning);
    click(&mut window, place);
    window
}

/// Appends three steps by typing alone.
fn typed() -> Window {
    let mut window = selected_start();
    window.get_by_label("Schritt anhängen").click();
    window.run();
    for name in ["Eins", "Zwei", "Drei"] {
        type_text(&mut window, name);
        key(&mut window, Modifiers::NONE, if name == "Drei" { Key::Enter } else { Key::Tab });
    }
    window
}

#[test]
fn tab_goes_along_the_flow_and_back() {
    let mut window = typed();
    let place = middle(&window, window.state().node("Beginn"));
    click(&mut window, place);
    key(&mut window, Modifiers::NONE, Key::Tab);
    key(&mut window, Modifiers::NONE, Key::Tab);
    assert_eq!(window.state().selection, Selection::only(window.state().node("Zwei")));
    key(&mut window, Modifiers::SHIFT, Key::Tab);
    assert_eq!(window.state().selection, Selection::only(window.state().node("Eins")));
}

#[test]
fn arrows_move_by_ten_and_with_shift_by_one() {
    let mut window = typed();
    let step = window.state().node("Drei");
    let before = window.state().bounds(step);
    key(&mut window, Modifiers::NONE, Key::ArrowDown);
    key(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    let after = window.state().bounds(step);
    assert_eq!((after.x - before.x, after.y - before.y), (1.0, 10.0));
}

#[test]
fn f2_renames_and_escape_keeps_the_old_name() {
    let mut window = typed();
    key(&mut window, Modifiers::NONE, Key::F2);
    type_text(&mut window, "Anders");
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.state().document().nodes.values().any(|node| node.name == "Drei"));
    key(&mut window, Modifiers::NONE, Key::F2);
    type_text(&mut window, "Anders");
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.state().document().nodes.values().any(|node| node.name == "Anders"));
}

#[test]
fn n_opens_everything_that_can_be_appended() {
    let mut window = selected_start();
    key(&mut window, Modifiers::NONE, Key::N);
    window.get_by_label("Verzweigung: alle Wege gleichzeitig").click();
    window.run();
    assert_eq!(window.state().document().nodes.len(), 2);
}

#[test]
fn the_arrows_belong_to_an_open_menu() {
    let mut window = selected_start();
    let before = window.state().bounds(window.state().node("Beginn"));
    key(&mut window, Modifiers::NONE, Key::N);
    key(&mut window, Modifiers::NONE, Key::ArrowDown);
    key(&mut window, Modifiers::NONE, Key::ArrowDown);
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().bounds(window.state().node("Beginn")), before);
    assert_eq!(window.state().document().nodes.len(), 2, "Enter chose what the arrows led to");
}

#[test]
fn control_a_selects_all_and_escape_nothing() {
    let mut window = typed();
    key(&mut window, Modifiers::COMMAND, Key::A);
    assert_eq!(window.state().selection.subjects.len(), 4 + 3);
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().selection, Selection::default());
}

#[test]
fn a_screen_reader_finds_each_element_with_kind_name_and_what_follows() {
    let mut window = typed();
    window.hover_at(nowhere());
    window.run();
    assert!(window.query_by_label_contains("Schritt mit Formular: Eins").is_some());
    assert!(window.query_by_label_contains("weiter zu Zwei").is_some());
}
