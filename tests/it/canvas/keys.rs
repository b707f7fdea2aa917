//! What the keyboard does, held against the document.

use super::{Window, click, key, middle, start, type_text, window};
use dienstweg::model::{Bounds, NodeKind, Subject};
use dienstweg::view::Selection;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

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
fn the_arrows_follow_the_flow_and_come_back() {
    let mut window = typed();
    let place = middle(&window, window.state().node("Beginn"));
    click(&mut window, place);
    key(&mut window, Modifiers::NONE, Key::ArrowRight);
    key(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(window.state().selection, Selection::only(window.state().node("Zwei")));
    key(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(window.state().selection, Selection::only(window.state().node("Eins")));
    key(&mut window, Modifiers::NONE, Key::End);
    assert_eq!(window.state().selection, Selection::only(window.state().node("Drei")));
    key(&mut window, Modifiers::NONE, Key::Home);
    assert_eq!(window.state().selection, Selection::only(window.state().node("Beginn")));
}

#[test]
fn with_shift_the_arrows_move_by_ten_and_with_control_too_by_one() {
    let mut window = typed();
    let step = window.state().node("Drei");
    let before = window.state().bounds(step);
    key(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    key(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight);
    let after = window.state().bounds(step);
    assert_eq!((after.x - before.x, after.y - before.y), (1.0, 10.0));
}

#[test]
fn tab_always_leaves_the_canvas() {
    let mut window = typed();
    let before = window.state().selection.clone();
    let canvas = |window: &Window| window.get_by_label("Zeichenfläche").accesskit_node().is_focused_in_tree();
    assert!(canvas(&window));
    key(&mut window, Modifiers::NONE, Key::Tab);
    assert!(!canvas(&window), "the focus goes on to what stands behind the canvas");
    assert_eq!(window.state().selection, before);
}

#[test]
fn between_branches_one_goes_up_and_down() {
    let mut window = selected_start();
    key(&mut window, Modifiers::NONE, Key::G);
    type_text(&mut window, "Wohin?");
    key(&mut window, Modifiers::NONE, Key::Enter);
    for name in ["Oben", "Unten"] {
        key(&mut window, Modifiers::NONE, Key::T);
        type_text(&mut window, name);
        key(&mut window, Modifiers::NONE, Key::Enter);
        key(&mut window, Modifiers::NONE, Key::ArrowLeft);
    }
    let (upper, lower, choice) = (window.state().node("Oben"), window.state().node("Unten"), window.state().node("Wohin?"));
    assert_eq!(window.state().selection, Selection::only(choice));
    key(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(window.state().selection, Selection::only(upper));
    key(&mut window, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(window.state().selection, Selection::only(lower));
    key(&mut window, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(window.state().selection, Selection::only(upper));
    key(&mut window, Modifiers::NONE, Key::ArrowLeft);
    key(&mut window, Modifiers::NONE, Key::W);
    key(&mut window, Modifiers::NONE, Key::W);
    key(&mut window, Modifiers::NONE, Key::F2);
    type_text(&mut window, "nein");
    key(&mut window, Modifiers::NONE, Key::Enter);
    let document = window.state().document();
    let named = document.flows.values().find(|flow| flow.name == "nein").unwrap();
    assert_eq!(Subject::Node(named.to), lower, "the second connection was chosen and named");
}

#[test]
fn a_target_is_chosen_by_typing_part_of_its_name() {
    let mut window = typed();
    let (third, first) = (window.state().node("Drei"), window.state().node("Eins"));
    key(&mut window, Modifiers::NONE, Key::C);
    type_text(&mut window, "ein");
    key(&mut window, Modifiers::NONE, Key::Enter);
    let document = window.state().document();
    let back = document.flows.values().find(|flow| Subject::Node(flow.from) == third).unwrap();
    assert_eq!(Subject::Node(back.to), first);
}

#[test]
fn an_event_at_the_edge_and_another_kind_are_chosen_by_typing() {
    let mut window = typed();
    let third = window.state().node("Drei").node().unwrap();
    key(&mut window, Modifiers::NONE, Key::B);
    type_text(&mut window, "zeit");
    key(&mut window, Modifiers::NONE, Key::Enter);
    type_text(&mut window, "Frist");
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().document().boundary_events(third).count(), 1);
    key(&mut window, Modifiers::NONE, Key::ArrowUp);
    key(&mut window, Modifiers::NONE, Key::R);
    type_text(&mut window, "von Hand");
    key(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().document().nodes.get(third).unwrap().kind, NodeKind::ManualTask);
}

#[test]
fn a_free_element_is_put_where_nothing_stands() {
    let mut window = typed();
    let before: Vec<Bounds> = window.state().document().diagram.shapes.values().map(|shape| shape.bounds).collect();
    key(&mut window, Modifiers::SHIFT, Key::N);
    type_text(&mut window, "anmerkung");
    key(&mut window, Modifiers::NONE, Key::Enter);
    type_text(&mut window, "Nachfragen");
    key(&mut window, Modifiers::NONE, Key::Enter);
    let artifact = Subject::Artifact(window.state().document().artifacts.values().next().unwrap().id);
    assert_eq!(window.state().document().name_of(artifact), Some("Nachfragen"));
    let place = window.state().bounds(artifact);
    assert!(before.iter().all(|bounds| !bounds.overlaps(place)), "{place:?}");
}

#[test]
fn escape_leaves_the_list_and_nothing_is_done() {
    let mut window = typed();
    key(&mut window, Modifiers::NONE, Key::N);
    key(&mut window, Modifiers::NONE, Key::ArrowDown);
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().document().nodes.len(), 4);
    key(&mut window, Modifiers::NONE, Key::T);
    assert_eq!(window.state().document().nodes.len(), 5, "the canvas has the keys again");
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
    type_text(&mut window, "alle wege");
    key(&mut window, Modifiers::NONE, Key::Enter);
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
fn a_screen_reader_finds_each_element_with_kind_name_place_and_neighbours() {
    let window = typed();
    let spoken = "Schritt mit Formular: Eins, 2 von 4, kommt von „Beginn“, führt zu „Zwei“";
    assert!(window.query_by_label(spoken).is_some());
    assert!(window.query_by_label("Verbindung: ohne Namen, von „Eins“ zu „Zwei“").is_some());
}

#[test]
fn what_is_out_of_view_can_be_read_too() {
    let mut window = typed();
    key(&mut window, Modifiers::NONE, Key::Escape);
    for _ in 0..12 {
        key(&mut window, Modifiers::SHIFT, Key::ArrowDown);
        key(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    }
    let place = middle(&window, window.state().node("Eins"));
    assert!(place.y < -100.0, "{place:?}");
    assert!(window.query_by_label_contains("Schritt mit Formular: Eins").is_some());
}

#[test]
fn the_focus_of_a_screen_reader_selects_and_the_selected_element_has_the_focus() {
    let mut window = typed();
    let second = window.state().node("Zwei");
    window.get_by_label_contains("Schritt mit Formular: Zwei").focus();
    window.run();
    assert_eq!(window.state().selection, Selection::only(second));
    let focused = |window: &Window, part: &str| window.get_by_label_contains(part).accesskit_node().is_focused();
    assert!(focused(&window, "Schritt mit Formular: Zwei"));
    key(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert!(focused(&window, "Schritt mit Formular: Drei"));
}

#[test]
fn several_elements_are_selected_one_by_one_by_keys() {
    let mut window = typed();
    let [first, second, third] = ["Beginn", "Eins", "Drei"].map(|name| window.state().node(name));
    key(&mut window, Modifiers::NONE, Key::Home);
    key(&mut window, Modifiers::COMMAND, Key::Space);
    assert_eq!(window.state().said.as_deref(), Some("Dieses Element bleibt beim Weitergehen ausgewählt."));
    key(&mut window, Modifiers::NONE, Key::ArrowRight);
    key(&mut window, Modifiers::NONE, Key::M);
    key(&mut window, Modifiers::NONE, Key::ArrowRight);
    key(&mut window, Modifiers::NONE, Key::ArrowRight);
    let several = Selection { subjects: [first, second, third].into(), primary: Some(third) };
    assert_eq!(window.state().selection, several, "what was passed by is not selected");
    key(&mut window, Modifiers::NONE, Key::Home);
    key(&mut window, Modifiers::COMMAND, Key::Space);
    key(&mut window, Modifiers::NONE, Key::End);
    assert_eq!(window.state().selection.subjects, [second, third].into(), "the first was let go");
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().selection, Selection::default());
    key(&mut window, Modifiers::NONE, Key::Home);
    assert_eq!(window.state().selection, Selection::only(first), "Escape lets all go");
}
