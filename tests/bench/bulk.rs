//! Deeds done to everything at once, each with the frame that shows it.

use super::desk::{Desk, Screen};
use super::grid::{grid, scattered};
use super::stopwatch::Bench;
use dienstweg::edit::{Command, FlowCommand, align, copy, distribute, duplicate};
use dienstweg::layout::align::{Alignment, Distribution};
use dienstweg::model::{Document, Subject, Vector};
use egui::{Event, Key, Modifiers, PointerButton, pos2};

/// Aligning, distributing, copying, moving and removing all there is.
pub fn rows(bench: &mut Bench) {
    for size in [1_000, 10_000] {
        deed(bench, "align_rows", || grid(size), size, |document, all| align(document, all, Alignment::Left).unwrap());
        deed(bench, "align_scattered", || scattered(size), size, |document, all| align(document, all, Alignment::Top).unwrap());
        deed(bench, "distribute_scattered", || scattered(size), size, |document, all| {
            distribute(document, all, Distribution::Horizontal).unwrap()
        });
        deed(bench, "duplicate_all", || grid(size), size, |document, all| duplicate(document, all, Vector::new(40.0, 40.0)).unwrap());
        deed(bench, "paste_all", || grid(size), size, |document, all| {
            let fragment = copy(document, all);
            let at = fragment.bounds().unwrap().corner();
            Command::Flow(FlowCommand::Paste { fragment, process: document.main_process, at })
        });
        deed(bench, "move_all", || grid(size), size, |_, all| {
            Command::Flow(FlowCommand::Move { subjects: all.to_vec(), by: Vector::new(10.0, 0.0) })
        });
        deed(bench, "remove_all", || grid(size), size, |_, all| Command::Remove(all.to_vec()));
        deed(bench, "remove_each_second", || grid(size), size, |_, all| Command::Remove(all.iter().copied().step_by(2).collect()));
        bench.row("copy_picture", size, || copy_picture(Screen::canvas(grid(size))));
    }
}

/// What a deed starts from.
struct Start {
    screen: Screen<Desk>,
    command: Command,
}

/// A command made of all nodes, and the frame that shows it.
fn deed(bench: &mut Bench, name: &'static str, document: impl FnOnce() -> Document, size: usize, make: fn(&Document, &[Subject]) -> Command) {
    let start = || {
        let screen = Screen::canvas(document());
        let document = screen.shown.editor.document();
        let all: Vec<Subject> = document.nodes.keys().map(Subject::Node).collect();
        let command = make(document, &all);
        Start { screen, command }
    };
    let work = |start: &mut Start| {
        let command = start.command.clone();
        start.screen.shown.editor.apply(command).unwrap();
        start.screen.pass(Vec::new())
    };
    let undo = |start: &mut Start| {
        start.screen.shown.editor.undo().unwrap();
        start.screen.pass(Vec::new());
    };
    bench.row_undone(name, size, start, work, undo);
}

/// Ctrl+Shift+C with nothing selected: a picture of everything for other programs.
fn copy_picture(mut screen: Screen<Desk>) -> impl FnMut() -> usize {
    let place = pos2(3.0, 3.0);
    for pressed in [true, false] {
        let click = Event::PointerButton { pos: place, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        screen.pass(vec![Event::PointerMoved(place), click]);
    }
    move || {
        let modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };
        let key = |pressed| Event::Key { key: Key::C, physical_key: None, pressed, repeat: false, modifiers };
        screen.pass(vec![key(true), key(false)]);
        assert!(std::mem::take(&mut screen.shown.has_copied_picture), "no picture was copied");
        screen.pass(Vec::new())
    }
}
