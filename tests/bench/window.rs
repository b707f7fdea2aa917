//! Frames of the whole studio: canvas, palette, inspector, problems, bars.

use super::desk::Screen;
use super::frames::pan;
use super::grid::grid;
use super::stopwatch::Bench;
use dienstweg::app::{App, Paths};
use dienstweg::bundle::write_model;
use egui::{Context, Event, Key, Modifiers, PointerButton, Pos2, pos2};
use std::time::Duration;

/// Where the button stands that begins a case.
const BEGIN: Pos2 = pos2(65.0, 114.0);

/// Panning in the window, and playing through.
pub fn rows(bench: &mut Bench) {
    for size in [100, 1_000, 10_000] {
        bench.row("window_pan", size, || pan(studio(size)));
    }
    for size in [100, 1_000] {
        bench.row("window_play", size, || playing(size));
    }
}

/// A frame of playing through without motion, after a case was begun; at rest there is none.
fn playing(size: usize) -> impl FnMut() -> usize {
    let mut screen = studio(size);
    let press = |key, modifiers| vec![Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }];
    screen.pass(press(Key::Num3, Modifiers::COMMAND));
    screen.pass(Vec::new());
    // The button that begins a case stands at the left of the row above.
    screen.pass(vec![Event::PointerMoved(BEGIN)]);
    for pressed in [true, false] {
        screen.pass(vec![Event::PointerButton { pos: BEGIN, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }]);
    }
    // A field that is typed in would blink.
    screen.pass(press(Key::Escape, Modifiers::NONE));
    screen.rest(60.0);
    assert_eq!(screen.rest(10.0), 0, "frames at rest");
    move || screen.pass(Vec::new())
}

/// A studio in a home of its own with a procedure of this size open, as large on the canvas as it opens.
pub fn studio(size: usize) -> Screen<App> {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("raster.dienstweg.ron");
    std::fs::write(&file, write_model(&grid(size)).unwrap()).unwrap();
    let context = Context::default();
    let mut app = App::new(&context, Paths { config: home.path().join("config"), data: home.path().join("data") });
    app.open_at_start(&context, vec![file]);
    let mut screen = Screen::new(context, app, App::ui_root);
    // Reading and checking happen beside the window.
    for _ in 0..150 {
        screen.pass(Vec::new());
        std::thread::sleep(Duration::from_millis(10));
    }
    screen
}
