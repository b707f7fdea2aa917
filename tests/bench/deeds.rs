//! Single deeds on the canvas with everything in view, each with the frame that shows it; and ten seconds of rest.

use super::desk::{Desk, Screen};
use super::grid::grid;
use super::stopwatch::Bench;
use super::window;
use dienstweg::edit::{Command, FlowCommand, Holder};
use dienstweg::model::{Bounds, NodeId, NodeKind, Vector};
use dienstweg::view::Selection;
use egui::{Event, Key, Modifiers, PointerButton, pos2};

/// More steps than a row takes samples.
const STEPS: usize = 100;

/// Selecting all, appending, undoing, resting.
pub fn rows(bench: &mut Bench) {
    for size in [100, 1_000, 5_000, 10_000] {
        bench.row("select_all", size, || select_all(Screen::canvas(grid(size))));
        bench.row("append", size, || appending(Screen::canvas(grid(size))));
        bench.row_undone(
            "append_told",
            size,
            || Screen::canvas(grid(size)),
            told,
            |screen| {
                append(screen);
            },
        );
        bench.row("undo", size, || undo(Screen::canvas(grid(size))));
        bench.row("frame_space_tool", size, || make_room(Screen::canvas(grid(size))));
    }
    for size in [1_000, 10_000] {
        bench.row("idle_10_s", size, || rest(size));
    }
}

/// Ctrl+A on the canvas, and the frame that shows it.
fn select_all(mut screen: Screen<Desk>) -> impl FnMut() -> usize {
    let place = pos2(3.0, 3.0);
    for pressed in [true, false] {
        let click = Event::PointerButton { pos: place, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        screen.pass(vec![Event::PointerMoved(place), click]);
    }
    let count = screen.shown.editor.document().nodes.len();
    move || {
        screen.shown.selection = Selection::default();
        let key = |pressed| Event::Key { key: Key::A, physical_key: None, pressed, repeat: false, modifiers: Modifiers::COMMAND };
        screen.pass(vec![key(true), key(false)]);
        assert!(screen.shown.selection.subjects.len() > count, "nothing was selected");
        screen.pass(Vec::new())
    }
}

/// A step behind one in the middle, and the frame that shows it.
fn appending(mut screen: Screen<Desk>) -> impl FnMut() -> usize {
    move || append(&mut screen)
}

fn append(screen: &mut Screen<Desk>) -> usize {
    append_one(screen);
    screen.pass(Vec::new())
}

/// The frame after, in which a screen reader begins to be told of it.
fn told(screen: &mut Screen<Desk>) -> usize {
    screen.pass(Vec::new())
}

fn append_one(screen: &mut Screen<Desk>) {
    let editor = &mut screen.shown.editor;
    let document = editor.document();
    let steps = document.nodes.values().filter(|node| node.kind == NodeKind::UserTask);
    let after: NodeId = steps.map(|node| node.id).nth(document.nodes.len() / 4).unwrap();
    editor.apply(Command::Flow(FlowCommand::Append { after, kind: NodeKind::UserTask, at: None })).unwrap();
}

/// An appended step is undone, and the frame that shows it.
fn undo(mut screen: Screen<Desk>) -> impl FnMut() -> usize {
    for _ in 0..STEPS {
        append_one(&mut screen);
    }
    screen.pass(Vec::new());
    move || {
        screen.shown.editor.undo().unwrap();
        screen.pass(Vec::new())
    }
}

/// The right half is pushed on, farther or less far in every frame, which previews a command.
fn make_room(mut screen: Screen<Desk>) -> impl FnMut() -> usize {
    let document = screen.shown.editor.document();
    let process = document.main_process;
    let whole = document.diagram.shapes.values().map(|shape| shape.bounds).reduce(Bounds::union).unwrap();
    let mut frame = 0u32;
    move || {
        frame += 1;
        let by = Vector::new(20.0 + f64::from(frame % 5) * 10.0, 0.0);
        let command = Command::Flow(FlowCommand::MakeRoom { process, from: whole.centre(), by });
        screen.shown.editor.preview(Holder(1), command).unwrap();
        screen.pass(Vec::new())
    }
}

/// The whole studio at rest for ten seconds: what it draws because it wants to.
fn rest(size: usize) -> impl FnMut() {
    let mut screen = window::studio(size);
    // Thousands of elements are described for a screen reader in portions, frame by frame, until all are.
    screen.rest(10.0);
    move || assert_eq!(screen.rest(10.0), 0, "frames at rest")
}
