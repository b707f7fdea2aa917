//! Frames of the whole studio: canvas, palette, inspector, problems, bars.

use super::desk::Screen;
use super::frames::pan;
use super::grid::grid;
use super::stopwatch::Bench;
use dienstweg::app::{App, Paths};
use dienstweg::bundle::write_model;
use egui::Context;
use std::time::Duration;

/// Panning in the window.
pub fn rows(bench: &mut Bench) {
    for size in [100, 1_000, 10_000] {
        bench.row("window_pan", size, || pan(studio(size)));
    }
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
