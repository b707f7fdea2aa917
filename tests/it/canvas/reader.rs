//! What a screen reader is told of large procedures: everything, and all of it stays true.

use super::sketch::Sketch;
use super::{Desk, Window, at, drag, key, window};
use dienstweg::model::{Document, NodeKind, Subject};
use dienstweg::view::Selection;
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use std::collections::BTreeMap;

/// So many steps in rows of 40, one after the other.
fn chain(count: usize) -> Document {
    let mut sketch = Sketch::new();
    let mut steps = Vec::new();
    for step in 0..count {
        let (x, y) = ((step % 40) as f64 * 160.0, (step / 40) as f64 * 140.0);
        steps.push(sketch.node(NodeKind::UserTask, &format!("Schritt Nummer {step}"), x, y));
    }
    for pair in steps.windows(2) {
        sketch.straight(pair[0], pair[1]);
    }
    sketch.document
}

/// The labels of everything on the canvas, and how often each is there; read from the tree.
fn told(window: &Window) -> BTreeMap<String, usize> {
    let mut told = BTreeMap::new();
    let mut left = vec![window.root().accesskit_node()];
    while let Some(node) = left.pop() {
        let label = node.label().filter(|label| label.contains(": Schritt Nummer ") || label.starts_with("Verbindung: "));
        if let Some(label) = label {
            *told.entry(label).or_default() += 1;
        }
        left.extend(node.children());
    }
    told
}

/// The labels that a window says which has just been opened with the same document.
fn told_anew(window: &Window) -> BTreeMap<String, usize> {
    let mut desk = Desk::new(window.state().document().clone());
    desk.selection = window.state().selection.clone();
    told(&super::window_of(desk, [1000.0, 700.0]))
}

#[test]
fn all_of_a_thousand_steps_are_in_the_tree() {
    let window = window(chain(1_000));
    let told = told(&window);
    assert_eq!(told.values().sum::<usize>(), 1_999);
    assert!(
        told.contains_key("Schritt mit Formular: Schritt Nummer 0, 1 von 1000, führt zu „Schritt Nummer 1“"),
        "the first says how many there are"
    );
    assert!(
        told.contains_key("Schritt mit Formular: Schritt Nummer 999, 1000 von 1000, kommt von „Schritt Nummer 998“"),
        "the last is there too"
    );
}

#[test]
fn what_is_told_bit_by_bit_is_what_is_told_at_once() {
    let mut window = window(chain(400));
    let middle_step = window.state().node("Schritt Nummer 200");
    window.state_mut().selection = Selection::only(middle_step);
    window.run();
    key(&mut window, Modifiers::NONE, Key::T);
    key(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().document().nodes.len(), 401);
    assert_eq!(told(&window), told_anew(&window), "after appending in the middle");
    let gone: Vec<Subject> = (300..310).map(|step| window.state().node(&format!("Schritt Nummer {step}"))).collect();
    window.state_mut().selection = Selection::of(gone);
    window.run();
    key(&mut window, Modifiers::NONE, Key::Delete);
    assert_eq!(told(&window), told_anew(&window), "after removing");
    key(&mut window, Modifiers::COMMAND, Key::A);
    let selected = window.root().accesskit_node();
    assert!(is_all_selected(&selected));
}

fn is_all_selected(root: &egui_kittest::kittest::AccessKitNode<'_>) -> bool {
    let is_element = |label: Option<String>| label.is_some_and(|label| label.contains(": Schritt Nummer "));
    (!is_element(root.label()) || root.is_selected() == Some(true)) && root.children().all(|child| is_all_selected(&child))
}

#[test]
fn elements_are_told_where_they_are_seen() {
    let mut window = window(chain(10));
    let step = window.state().node("Schritt Nummer 3");
    let seen = |window: &Window| window.get_by_label_contains("Schritt mit Formular: Schritt Nummer 3").rect();
    let place = |window: &Window| window.state().state.rect(window.state().bounds(step));
    let is_near = |a: egui::Rect, b: egui::Rect| a.min.distance(b.min) < 0.1 && a.max.distance(b.max) < 0.1;
    assert!(is_near(seen(&window), place(&window)));
    window.event(egui::Event::Zoom(1.3));
    window.run();
    assert!(is_near(seen(&window), place(&window)), "after zooming");
    let from = at(&window, window.state().bounds(step).centre());
    drag(&mut window, &[from, from + vec2(0.0, 90.0)]);
    assert!(window.state().bounds(step).centre().y > 20.0, "it was moved");
    assert!(is_near(seen(&window), place(&window)), "after dragging");
}
