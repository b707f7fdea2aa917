//! Deeds done to everything at once, each with the frame that shows it.

use super::desk::{Desk, Screen};
use super::grid::{grid, scattered};
use super::stopwatch::Bench;
use dienstweg::drawing::colouring::Colouring;
use dienstweg::drawing::{Picture, ThemeName};
use dienstweg::edit::{Command, Done, FlowCommand, align, copy, distribute, duplicate};
use dienstweg::exchange::picture::{Caption, png, svg};
use dienstweg::layout::align::{Alignment, Distribution};
use dienstweg::model::{Document, Subject, Vector};
use egui::{Event, Key, Modifiers, PointerButton, pos2};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Makes the command of a deed for these nodes.
type Make = fn(&Document, &[Subject]) -> Command;

/// Its row, the row of the frame that shows it, the document on which it is done, and its command.
type Deed = (&'static str, &'static str, fn(usize) -> Document, Make);

/// Each command by itself, and taking over what it made with the frame that shows it. The studio does commands of very many
/// elements beside the window, so that only the latter keeps anybody waiting.
const DEEDS: &[Deed] = &[
    ("align_grid", "align_grid_shown", grid, |document, all| align(document, all, Alignment::Left).unwrap()),
    ("align_scattered", "align_scattered_shown", scattered, |document, all| align(document, all, Alignment::Top).unwrap()),
    ("distribute", "distribute_shown", scattered, |document, all| distribute(document, all, Distribution::Horizontal).unwrap()),
    ("duplicate", "duplicate_shown", grid, |document, all| duplicate(document, all, Vector::new(40.0, 40.0)).unwrap()),
    ("duplicate_half", "duplicate_half_shown", grid, |document, all| {
        duplicate(document, &all[..all.len() / 2], Vector::new(40.0, 40.0)).unwrap()
    }),
    ("move", "move_shown", grid, |_, all| Command::Flow(FlowCommand::Move { subjects: all.to_vec(), by: Vector::new(10.0, 0.0) })),
    ("remove", "remove_shown", grid, |_, all| Command::Remove(all.to_vec())),
    ("remove_each_second", "remove_each_second_shown", grid, |_, all| Command::Remove(all.iter().copied().step_by(2).collect())),
];

/// Aligning, distributing, copying, moving and removing all there is.
pub fn rows(bench: &mut Bench) {
    for size in [1_000, 10_000] {
        for (name, shown, document, make) in DEEDS {
            bench.row(name, size, || command(document(size), *make));
            bench.row_undone(shown, size, || Start::of(document(size), *make), Start::show, Start::undo);
        }
        bench.row("copy", size, || {
            let document = grid(size);
            let all: Vec<Subject> = document.nodes.keys().map(Subject::Node).collect();
            move || copy(&document, &all)
        });
        bench.row("copy_picture", size, || copy_picture(Screen::canvas(grid(size))));
        bench.row("picture_svg", size, || {
            let picture = picture(size);
            move || svg(&picture.drawn().unwrap(), 1.0, &Caption::default()).len()
        });
        bench.row("picture_png", size, || {
            let picture = picture(size);
            move || png(&picture.drawn().unwrap(), 1.0).unwrap().len()
        });
    }
}

/// A picture of everything, as it is saved for other programs.
fn picture(size: usize) -> Picture {
    let document = Arc::new(grid(size));
    let (plane, subjects) = (document.main_process.into(), BTreeSet::new());
    Picture { document, plane, subjects, colouring: Colouring::Role, theme: ThemeName::Light, has_notes: true }
}

/// A deed done to all nodes, not shown.
fn command(document: Document, make: Make) -> impl FnMut() -> Done {
    let start = Start::of(document, make);
    move || start.screen.shown.editor.work(start.command.clone()).run().unwrap()
}

/// What is shown, what is to be done to it, and what that makes of it.
struct Start {
    screen: Screen<Desk>,
    command: Command,
    done: Done,
}

impl Start {
    fn of(document: Document, make: Make) -> Self {
        let screen = Screen::canvas(document);
        let editor = &screen.shown.editor;
        let all: Vec<Subject> = editor.document().nodes.keys().map(Subject::Node).collect();
        let command = make(editor.document(), &all);
        let done = editor.work(command.clone()).run().unwrap();
        Self { screen, command, done }
    }

    fn show(&mut self) -> usize {
        self.screen.shown.editor.take(self.done.clone()).unwrap();
        self.screen.pass(Vec::new())
    }

    fn undo(&mut self) {
        self.screen.shown.editor.undo().unwrap();
        self.screen.pass(Vec::new());
    }
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
